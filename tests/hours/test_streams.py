"""
Audits of many people: whatever form an entry has, the answer is the audit of each.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.hours import REQUIREMENTS, Audit, Entry, audit, audit_many, packing

RULE = REQUIREMENTS["CN-GD-2021"]
WAYS = (
    ("person", "year", "subject", "hours"),
    ("学时", "科目", "年度", "人员"),
    ("编号", "人员", "年度", "科目", "学时", "备注"),
    ("人员", "年度", "科目", "学时", "课程"),
)
CELLS: dict[str, st.SearchStrategy[Any]] = {
    "person": st.sampled_from(("p1", "p2", 3)),
    "year": st.sampled_from((2022, 2023, "2023")),
    "subject": st.sampled_from(("公需", "专业", "选修", None, "自学")),
    "hours": st.sampled_from((0, 1, 8, 40, 600, -1, True, 7.5, "12", "08", "0", " 3", "x", None)),
    "课程": st.sampled_from((None, "甲", "乙")),
}
NAMES = {"人员": "person", "年度": "year", "科目": "subject", "学时": "hours"}


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, object]:
    """
    Draw a mapping with a known set of headings and plain or odd cells.
    """
    return {name: draw(CELLS.get(NAMES.get(name, name), st.just("x"))) for name in draw(st.sampled_from(WAYS))}


def _told(item: Audit) -> tuple[object, ...]:
    codes = [it.code for it in item.findings]
    return item.decision, item.passed, item.totals, item.total, item.pending, item.shortfalls, codes


def _of(row: dict[str, object], name: str) -> object:
    return next(cell for heading, cell in row.items() if NAMES.get(heading, heading) == name)


@given(st.lists(st.tuples(CELLS["person"], CELLS["year"], CELLS["subject"], CELLS["hours"]), max_size=12))
def test_stream_of_texts_is_the_audit_of_each(rows: list[tuple[object, ...]]) -> None:
    """
    Rows with years and hours as texts, as CSV has them, give the audit of each person and year.
    """
    for person, year, answer in audit_many(rows, requirement=RULE):
        mine = [row for row in rows if (row[0], int(str(row[1]))) == (person, year)]

        assert _told(audit(mine, requirement=RULE, year=year, person=person)) == _told(answer)


@given(st.lists(mappings(), max_size=12))
def test_stream_of_mappings_is_the_audit_of_each(rows: list[dict[str, object]]) -> None:
    """
    Mappings, with the same headings or others, give the audit of each person and year.
    """
    for person, year, answer in audit_many(rows, requirement=RULE):
        mine = [row for row in rows if (_of(row, "person"), int(str(_of(row, "year")))) == (person, year)]

        assert _told(audit(mine, requirement=RULE, year=year, person=person)) == _told(answer)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcde"), CELLS["year"], CELLS["subject"], CELLS["hours"])
        | st.builds(Entry, st.just("公需"), st.just(3), st.sampled_from((2021, 2022)), st.sampled_from("abxyz")),
        max_size=20,
    ),
    st.integers(0, 4),
)
def test_many_people_are_added_up_like_few(rows: list[object], near: int) -> None:
    """
    Beyond some number of people the sums are kept in another form, and every answer is what it was, in its order.
    """
    few = list(audit_many(rows, requirement=RULE))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_NEAR", near)
        patch.setattr(packing, "PART", 3)
        patch.setattr(packing, "_AHEAD", 2)
        many = list(audit_many(rows, requirement=RULE))

    assert few == many


@pytest.mark.parametrize("hours", [18, "18"])
def test_texts_are_added_for_many_people_too(monkeypatch: pytest.MonkeyPatch, hours: object) -> None:
    """
    Where many people are added up, hours as texts are hours.
    """
    monkeypatch.setattr(packing, "_NEAR", 0)
    monkeypatch.setattr(packing, "PART", 1)
    rows = [("p1", 2023, "公需", 12), ("p1", 2023, "公需", hours), ("p1", 2023, "专业", hours)]
    ((_, _, answer),) = audit_many(rows, requirement=RULE)

    assert [30, 18, 0] == list(answer.totals.values())


def test_people_come_in_the_order_of_their_first_row() -> None:
    """
    Within a year who is named first is answered first, whatever the subject.
    """
    rows = [("p2", 2023, "选修", 1), ("p1", 2023, "公需", 1), ("p2", 2023, "公需", 1), ("p0", 2023, "专业", 1)]

    assert ["p2", "p1", "p0"] == [who for who, _, _ in audit_many(rows, requirement=RULE)]


def test_forms_of_one_entry_are_one_sum() -> None:
    """
    Rows, entries and mappings in one stream meet in the same sums.
    """
    row = ("p1", 2023, "公需", 30)
    entry = Entry("专业", 42, 2023, "p1")
    mapping = {"人员": "p1", "年度": 2023, "科目": "选修", "学时": 18}

    for first in ([row] * 2, [entry] * 2, [mapping] * 2, [("p1", "2023", "公需", "30")] * 2):
        ((who, year, answer),) = audit_many([*first, row, entry, mapping], requirement=RULE)
        assert ("p1", 2023, True) == (who, year, answer.passed)


@pytest.mark.parametrize(
    "odd",
    [
        Entry("公需", 30, 2023, "p1", recognised=False),
        Entry("公需", 0, 2023, "p1", days=5),
        Entry("公需", 30, 2023, "p1", course="甲"),
        Entry("公需", Fraction(1, 2), 2023, "p1"),
    ],
)
def test_entries_that_tell_more_keep_it(odd: Entry) -> None:
    """
    Days, courses, fractions and what is not recognised survive among plain entries.
    """
    entries = [Entry("公需", 1, 2023, "p1"), odd, odd]
    ((_, _, answer),) = audit_many(entries, requirement=RULE)

    assert audit(entries, requirement=RULE, person="p1") == answer


def test_nobody_is_not_a_number() -> None:
    """
    A mapping whose person is missing, NaN among them, is nobody's.
    """
    rows = [{"person": who, "year": 2023, "subject": "公需", "hours": 8} for who in ("p1", None, float("nan"))]

    assert [("p1", 8), (None, 16)] == [(who, it.total) for who, _, it in audit_many(rows, requirement=RULE)]


class _Liar:
    """
    A heading whose comparison raises.
    """

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        raise ValueError


def test_a_liar_costs_nobody_else() -> None:
    """
    A heading that raises leaves the other rows as they are.
    """
    good = {"person": "p1", "year": 2023, "subject": "公需", "hours": 8}
    liar = {"person": "p1", "year": 2023, "subject": "公需", _Liar(): 8}
    ((_, _, answer),) = audit_many([good, liar, good], requirement=RULE)

    assert 16 == answer.total
