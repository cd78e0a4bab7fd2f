"""
No verdict from half a list: what is found where a list was cut is also found where it is read to its end.

Every list that a record type declares is checked twice: with the limit lowered to two entries, and whole. Nothing may
be said in the first case that is not said in the second, but that the list was cut, which is an error. So a rule that
takes the end of what was read for the end of what was given is found without naming it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.engine import System
from credrules.fields import SectionSpec, sections_of
from credrules.findings import Finding
from credrules.keys import plain
from credrules.systems import SYSTEMS
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
