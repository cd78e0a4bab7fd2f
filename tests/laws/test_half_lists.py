"""
No verdict from half a list: what is found where a list was cut is also found where it is read to its end.

Every list that a record type declares is checked twice: with the limit lowered to two entries, and whole. Nothing may
be said in the first case that is not said in the second, but that the list was cut, which is an error. So a rule that
takes the end of what was read for the end of what was given is found without naming it.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from typing import Any, Final

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules import rosters
from credrules.engine import System
from credrules.fields import SectionSpec, sections_of
from credrules.findings import Finding
from credrules.keys import plain
from credrules.systems import SYSTEMS, guangxi
from credrules.systems import lianyungang as lyg
from credrules.systems.guangdong_titles.accounts import framework
from credrules.testing import strategies
from credrules.testing._samples import guangdong_learning, guangdong_titles, lianyungang

FEW: Final = 2


@frozen(repr=False)
class Listed:
    """
    A list that a record type declares: whose, and the sections on the way to it.
    """

    system: System[Any]
    way: tuple[SectionSpec, ...]

    def __repr__(self) -> str:
        return ".".join((self.system.name, *(part.name for part in self.way)))


def _ways(record: type, way: tuple[SectionSpec, ...] = ()) -> Iterator[tuple[SectionSpec, ...]]:
    for part in sections_of(record):
        if part.many:
            yield (*way, part)
        yield from _ways(part.record, (*way, part))


LISTS: Final = [
    Listed(system, way)
    for whole in SYSTEMS
    for system in (whole, *whole.parts)
    for way in _ways(system.record)
]  # fmt: skip
_DAYS: Final = {**strategies.DAYS, "lianyungang.unit": lianyungang.ON, "guangdong_learning.unit": guangdong_learning.ON}
_PROFILES: Final = {"guangdong_titles": guangdong_titles.PROFILE}
# Sound forms besides drawn ones: a rule may speak only where everything else is in order.
_FORMS: Final[dict[str, st.SearchStrategy[dict[str, Any]]]] = {
    **{name: strategies.submissions(name) for name in strategies.DAYS},
    "lianyungang.unit": st.builds(lianyungang.unit),
    "guangdong_learning.unit": st.just(guangdong_learning.UNIT),
}


@st.composite
def _forms(draw: st.DrawFn, listed: Listed) -> dict[str, Any]:
    """
    Return a form in which the list has more entries than are read.
    """
    drafts = strategies.records(listed.system.record).map(plain)
    form = dict(draw(_FORMS[listed.system.name] | drafts))
    place = form
    for part in listed.way[:-1]:
        inner = place.get(part.name) or plain(draw(strategies.records(part.record)))
        inner = dict(inner[0] if isinstance(inner, list) else inner)
        place[part.name] = [inner] if part.many else inner
        place = inner
    last = listed.way[-1]
    drawn = strategies.records(last.record).map(plain)
    held = [dict(entry) for entry in place.get(last.name) or ()]
    entries = st.sampled_from(held) | drawn if held else drawn
    place[last.name] = draw(st.lists(entries, min_size=FEW + 1, max_size=FEW + 3))
    return form


@contextlib.contextmanager
def _limit(part: SectionSpec, most: int) -> Iterator[None]:
    whole = part.most
    object.__setattr__(part, "most", most)
    try:
        yield
    finally:
        object.__setattr__(part, "most", whole)


def _found(listed: Listed, form: dict[str, Any]) -> dict[tuple[object, ...], Finding]:
    name = listed.system.name
    profile = {"profile": _PROFILES[name]} if name in _PROFILES else {}
    report = listed.system.check(form, on=_DAYS[name], **profile)
    return {(item.code, item.path): item for item in report.findings}


@pytest.mark.parametrize("listed", LISTS, ids=repr)
@settings(max_examples=30)
@given(data=st.data())
def test_a_list_that_was_cut_decides_nothing(listed: Listed, data: st.DataObject) -> None:
    """
    With a list cut, nothing is found that the whole list would not have, but the cut, and that is an error.
    """
    form = data.draw(_forms(listed))
    whole = _found(listed, form)
    with _limit(listed.way[-1], FEW):
        cut = _found(listed, form)

    told = {key: item for key, item in cut.items() if key[0] == "RECORD.TOO_MANY"}

    assert [(listed.way[-1].label, "ERROR")] == [(item.params["section"], item.severity.name) for item in told.values()]
    assert set() == cut.keys() - whole.keys() - told.keys()


SIZES: Final = (199, 200, 201, 242, 1_000, 20_000)


@pytest.mark.parametrize("size", SIZES)
def test_scope_does_not_refuse_a_person_for_the_beginning_of_a_list(size: int) -> None:
    """
    Whoever's last certificate counts is never out; with every certificate read and none that counts, a person is.
    """
    worker = {"title_name": "高级工", "title_series": "工人技术等级"}
    last = {"资格名称": "会计师", "取得途径": "考试", "签发单位": "广西壮族自治区人事厅"}
    day = strategies.DAYS["guangxi"]
    decided = guangxi.scope({"titles": [worker] * (size - 1) + [last]}, on=day)
    refused = guangxi.check({"titles": [worker] * size}, on=day)

    assert ("IN" if size <= 200 else "REVIEW") == decided.decision.name
    assert (size <= 200) is any(item.code == "GX.SCOPE.BROAD" for item in refused.findings)
    assert not refused.ok


def test_print_groups_are_all_or_to_be_asked_about() -> None:
    """
    A list is put into batches to its end; a stream that goes on and on is one item to be asked about.
    """
    grades = ["高级工"] * 20_000 + ["技师"]

    assert [("等级工", 20_000), ("技师", 1)] == [(it.kind.value, len(it.members)) for it in lyg.print_groups(grades)]
    assert [("技师", 1)] == [(it.kind.value, len(it.members)) for it in lyg.print_groups(iter(["技师"]))]
    endless = itertools.repeat("技师")
    assert [(endless,)] == [item.members for item in lyg.print_groups(endless)]


def test_what_was_not_compared_is_said() -> None:
    """
    Paper and record are compared to their end, or it is said that they were not.
    """
    online, paper = ({"x": [{"工种": "电工"}] * 20_000 + [{"工种": word}]} for word in ("电工", "钳工"))
    wide = {"x": [{f"k{number}": 1 for number in range(100)}] * 600}

    assert 1 == len(lyg.reconcile(online, paper).differences)
    assert ["RECORD.TOO_MANY"] == [item.code for item in lyg.reconcile(wide, wide).findings]
    assert ["RECORD.TOO_MANY"] == [item.code for item in lyg.compare(wide, wide)]


def test_accounts_that_were_not_read_let_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where not all existing accounts were looked at, no new one may be created.
    """
    monkeypatch.setattr(framework, "MOST_ACCOUNTS", 3)
    number, others = "440000198002290039", ["450000199307010014"] * 3
    answers = [framework.register(number, framework_accounts=given) for given in (others, [*others, "x"], [number])]

    assert [(True, []), (False, ["RECORD.TOO_MANY"])] == [
        (answer.ok, [item.code for item in answer.findings]) for answer in answers[:2]
    ]
    assert not answers[2].ok


@pytest.mark.parametrize("size", SIZES[:-1])
def test_a_wide_table_has_its_last_columns(size: int) -> None:
    """
    The columns that matter may be the last of thousands.
    """
    headings = [*(f"备注{number}" for number in range(2 * size)), "姓名", "身份证号"]
    table = rosters.check_table(headings, [[*[""] * (2 * size), "张三", "1"]], on=strategies.DAYS["guangxi"])

    assert () == table.table
    assert [False] == [report.ok for report in table.rows]
