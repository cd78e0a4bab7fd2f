"""
Translation between tables: relations with their sources, divisions through time, never a guess.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable, DivisionTable, Relation, translate
from credrules.codes.divisions import DivisionContent

DAY = dt.date(1985, 6, 30)


def _answer(value: object, source: CodeTable, target: CodeTable, **options: dt.date) -> list[tuple[str, str]]:
    return [(item.entry.code, item.relation.value) for item in translate(value, source, target, **options)]


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("061", codes.TITLES_1988, codes.TITLES, [("611", "narrower"), ("621", "narrower")]),
        ("611", codes.TITLES, codes.TITLES_1988, [("061", "wider")]),
        ("工程师", codes.TITLES, codes.TITLE_NAMES, [("0503", "equal")]),
        ("ZH", codes.ETHNICITY_LETTERS, codes.ETHNICITY, [("08", "equal")]),
        ("壮族", codes.ETHNICITY, codes.ETHNICITY_LETTERS, [("ZH", "equal")]),
        ("21", codes.EDUCATION, codes.DEGREE, [("4", "related")]),
        ("1", codes.SKILL_GRADES, codes.SKILL_GRADES_2022, [("6", "equal")]),
        ("CONVERSION", codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES, [("REVIEW", "wider")]),
        (
            "EXT-OLD-ACCOUNTING",
            codes.TITLE_SERIES,
            codes.TITLE_SERIES,
            [("EXT-ACCOUNTING", "narrower"), ("EXT-AUDIT", "narrower")],
        ),
    ],
)
def test_known_correspondences(
    value: str, source: CodeTable, target: CodeTable, expected: list[tuple[str, str]]
) -> None:
    """
    A code or a name gives its counterparts with their relation, in both directions of a pair.
    """
    assert expected == _answer(value, source, target)


@pytest.mark.parametrize(
    ("value", "on", "expected"),
    [
        pytest.param("450103", None, [("450103", "equal")], id="in force"),
        pytest.param("120110", DAY, [("120110", "equal")], id="renamed"),
        pytest.param("110103", None, [("110101", "wider")], id="merged"),
        pytest.param("452121", None, 5, id="split among divisions that were there"),
    ],
)
def test_divisions_go_through_time(value: str, on: dt.date | None, expected: object) -> None:
    """
    An old division leads to what holds its area today, and says whether that is all of it or more.
    """
    options = {} if on is None else {"on": on}
    found = _answer(value, codes.DIVISIONS, codes.DIVISIONS, **options)

    if isinstance(expected, int):
        assert [("related",)] * expected == [(relation,) for _, relation in found]
    else:
        assert expected == found


def test_a_split_into_parts_that_are_nothing_else() -> None:
    """
    Where a division was divided and nothing was added, the parts are narrower than it.
    """
    narrower = [
        row.code
        for row in codes.DIVISIONS
        if {Relation.NARROWER} == {item.relation for item in translate(row.code, codes.DIVISIONS, codes.DIVISIONS)}
    ]

    assert narrower
    for code in narrower[:20]:
        parts = translate(code, codes.DIVISIONS, codes.DIVISIONS)
        assert len(parts) > 1
        assert parts.code is None


def test_divisions_to_the_target_s_day() -> None:
    """
    A target as of a day is answered as of that day.
    """
    table = codes.DIVISIONS

    assert [("452121", "equal")] == _answer("452121", table, table.at(dt.date(1982, 6, 30)))
    assert "450121" in dict(_answer("452121", table, table.at(dt.date(1990, 6, 30))))


def test_an_attested_code_leads_to_its_unit() -> None:
    """
    A code that no standard lists is read, and followed where its unit is known.
    """
    attested = next(row for row in codes.DIVISIONS.content.entries if row.attribute("today"))

    found = translate(attested.code, codes.DIVISIONS, codes.DIVISIONS)

    assert set(attested["today"].split()) >= {item.entry.code for item in found} != set()


@pytest.mark.parametrize(
    ("value", "source", "target", "code", "read"),
    [
        ("1", codes.SEX, codes.TITLES, "CODE.NO_RELATION", True),
        ("99", codes.ETHNICITY, codes.ETHNICITY_LETTERS, "CODE.NOT_COMPARED", True),
        ("EXT-OLD-LAWYER", codes.TITLE_SERIES, codes.TITLE_SERIES, "CODE.NO_COUNTERPART", True),
        ("450101", codes.DIVISIONS, codes.DIVISIONS, "CODE.NO_COUNTERPART", True),
        ("讲师", codes.TITLES, codes.TITLE_NAMES, "CODE.AMBIGUOUS", False),
        (object(), codes.ETHNICITY, codes.SEX, "CODE.NOT_TEXT", False),
    ],
)
def test_no_answer_has_its_reason(value: object, source: CodeTable, target: CodeTable, code: str, read: bool) -> None:  # noqa: FBT001  # a column of the table
    """
    Not comparable, not compared, no counterpart and not readable are different things, and none raises.
    """
    found = translate(value, source, target)

    assert code in [item.code for item in found.findings]
    assert () == found.counterparts
    assert found.code is None
    assert read is (found.entry is not None)
    assert found.ok is read


def test_a_target_without_the_entry_has_no_counterpart() -> None:
    """
    An overlay that took the counterpart out is believed.
    """
    found = translate("ZH", codes.ETHNICITY_LETTERS, codes.ETHNICITY.without("08"))

    assert ["CODE.NO_COUNTERPART"] == [item.code for item in found.findings]


def test_one_clear_counterpart_has_a_code() -> None:
    """
    `code` is given only where one counterpart is the same thing without a condition.
    """
    assert "08" == translate("ZH", codes.ETHNICITY_LETTERS, codes.ETHNICITY).code
    assert translate("CONVERSION", codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES).code is None


def test_every_correspondence_names_its_source() -> None:
    """
    Each counterpart says who says so and how sure it is.
    """
    first, second = codes.TITLES_1988, codes.TITLES
    found = [item for row in first for item in translate(row.code, first, second)]

    assert found
    assert all(item.source.title and item.confidence for item in found)


@pytest.mark.parametrize(("first", "second"), codes.relations())
def test_backwards_is_the_same_relation_turned(first: str, second: str) -> None:
    """
    What is wider one way is narrower the other way; the rest stays as it is.
    """
    source, target = getattr(codes, first), getattr(codes, second)
    if first == second:
        return
    there = {
        (row.code, item.entry.code, item.relation) for row in source for item in translate(row.code, source, target)
    }
    back = {
        (item.entry.code, row.code, item.relation.backwards)
        for row in target
        for item in translate(row.code, target, source)
    }

    assert there == back


def test_relations_have_words() -> None:
    """
    Each relation is named in both languages.
    """
    assert all(item.label.zh and item.label.en for item in Relation)
    assert Relation.NARROWER.backwards is Relation.WIDER


@functools.cache
def _ended() -> list[str]:
    return [row.code for row in codes.DIVISIONS if row.valid_to]


def _reach(code: str, table: DivisionTable) -> set[str]:
    # The slow twin: repeated `successors`, by code, until nothing is left that ended.
    found, queue = set(), [table[code]]
    while queue:
        row = queue.pop()
        if row.in_force(dt.date(2026, 10, 6)):
            found.add(row.code)
        else:
            queue += cast("DivisionContent", table.content).successors(row)
    return found


@given(data=st.data())
def test_divisions_agree_with_the_slow_twin(data: st.DataObject) -> None:
    """
    Following the successors one by one gives the same divisions of today.
    """
    code = data.draw(st.sampled_from(_ended()))

    assert _reach(code, codes.DIVISIONS) == {
        item.entry.code for item in translate(code, codes.DIVISIONS, codes.DIVISIONS)
    }
