"""
Numbers, flags and lists of names.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import leaves, text
from credrules.findings import Report
from credrules.leaves import NamesLeaf, NumberLeaf
from tests.support.naming import shown

HALVES = NumberLeaf(least=Decimal("0.5"), most=Decimal(8), whole=False)
SIGNED = NumberLeaf(least=Decimal(-5), most=Decimal(5))


def codes_of(report: Report[Any]) -> list[str]:
    """
    Return the codes a report holds.
    """
    return [item.code for item in report.findings]


@pytest.mark.parametrize(
    ("leaf", "given_cell", "expected"),
    [
        (leaves.COUNT, 3, 3),
        (leaves.COUNT, 3.0, 3),
        (leaves.COUNT, Decimal("3.0"), 3),
        (leaves.COUNT, "3", 3),
        (leaves.COUNT, "003", 3),
        (leaves.COUNT, "3.0", 3),
        (leaves.COUNT, "第1", 1),
        (leaves.COUNT, "第1名", 1),
        (leaves.COUNT, "3 年", 3),
        (SIGNED, "-5", -5),
        (SIGNED, -5, -5),
        (SIGNED, "0", 0),
        (SIGNED, -0.0, 0),
        (HALVES, 2.5, Decimal("2.5")),
        (HALVES, "2.5年", Decimal("2.5")),
        (HALVES, "2.50", Decimal("2.5")),
        (HALVES, Decimal("2.5000"), Decimal("2.5")),
        (HALVES, 4, Decimal(4)),
        (HALVES, 0.7, Decimal("0.7")),
    ],
)
def test_numbers(leaf: NumberLeaf, given_cell: object, expected: object) -> None:
    """
    Numbers are read exactly, from cells and from texts with a unit, and typed int or Decimal.
    """
    report = leaf.check(given_cell)

    assert (expected, []) == (report.value, codes_of(report))
    assert type(expected) is type(report.value)
    assert report.value == leaf.check(leaf.dump(report.value)).value


@pytest.mark.parametrize(
    ("leaf", "given_cell", "expected"),
    [
        (leaves.COUNT, True, "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "三", "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "3年届", "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "1,000", "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "1e3", "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "9" * 21, "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, 10**20, "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, Decimal("1E+999999"), "VALUE.NOT_A_NUMBER"),
        (HALVES, Decimal("1E-999999"), "VALUE.NOT_A_NUMBER"),
        (HALVES, 0.1 + 0.2, "VALUE.NOT_A_NUMBER"),
        (HALVES, float("inf"), "VALUE.NOT_A_NUMBER"),
        (leaves.COUNT, "2.5", "VALUE.NOT_WHOLE"),
        (leaves.COUNT, 2.5, "VALUE.NOT_WHOLE"),
        (leaves.COUNT, "-3", "VALUE.OUT_OF_RANGE"),
        (leaves.COUNT, 0, "VALUE.OUT_OF_RANGE"),
        (HALVES, "8.000001", "VALUE.OUT_OF_RANGE"),
    ],
)
def test_no_numbers(leaf: NumberLeaf, given_cell: object, expected: str) -> None:
    """
    What is no number, not whole or out of range is refused by its own name and has no value.
    """
    assert (None, [expected]) == (leaf.check(given_cell).value, codes_of(leaf.check(given_cell)))


def test_number_repairs_are_listed() -> None:
    """
    Width and a unit are changes; a repair suggests the bare number, which needs none.
    """
    report = leaves.COUNT.check("　３年")

    assert ["FULL_WIDTH", "SPACE", "NOTATION"] == [change.kind.name for change in report.changes]
    assert {"3"} == {item.suggestion for item in report.findings}
    assert (3, ()) == (report.repaired().value, report.repaired().findings)


@given(st.decimals(Decimal("0.5"), Decimal(8), places=6))
def test_fractions_survive(number: Decimal) -> None:
    """
    Dumping a fraction and reading it back changes nothing, and the dump matches the schema.
    """
    dumped = HALVES.dump(number)

    assert number == HALVES.check(dumped).value
    assert re.search(HALVES.schema()["pattern"], str(dumped))


def test_large_round_fractions_are_written_out() -> None:
    """
    A Decimal is dumped in digits, never with an exponent, which no form shows.
    """
    assert "100" == HALVES.dump(Decimal("1E+2"))
    assert {"type": "integer", "minimum": -5, "maximum": 5} == SIGNED.schema()


@pytest.mark.parametrize(
    "given_cell", [True, "是", "yes", "Y", "TRUE", 1, 1.0, Decimal(1), "1", "１", " 是 "], ids=shown
)
def test_yes(given_cell: object) -> None:
    """
    Usual words and signs for yes.
    """
    assert True is leaves.FLAG.check(given_cell).value


@pytest.mark.parametrize("given_cell", [False, "否", "no", "N", "false", 0, -0.0, "0"], ids=shown)
def test_no(given_cell: object) -> None:
    """
    Usual words and signs for no.
    """
    assert False is leaves.FLAG.check(given_cell).value


@pytest.mark.parametrize("given_cell", ["也许", "", "√", 2, 0.5, None, [], "是" * 30, object()], ids=shown)
def test_neither(given_cell: object) -> None:
    """
    What is neither yes nor no is refused, not guessed.
    """
    assert (None, ["VALUE.NOT_A_FLAG"]) == (
        leaves.FLAG.check(given_cell).value,
        codes_of(leaves.FLAG.check(given_cell)),
    )


def test_flags_list_their_repairs() -> None:
    """
    Blanks around a flag are listed and told, as in every text.
    """
    report = leaves.FLAG.check(" 是")

    assert (["TEXT.EXTRA_SPACE"], "是") == (codes_of(report), report.findings[0].suggestion)
    assert () == report.repaired().findings
    assert True is leaves.FLAG.dump(value=True)
    assert {"type": "boolean"} == leaves.FLAG.schema()


@pytest.mark.parametrize(
    ("given_cell", "expected"),
    [
        ("甲厅", ("甲厅",)),
        ("甲厅、乙组，丙局;丁所\n戊院", ("甲厅", "乙组", "丙局", "丁所", "戊院")),
        ("甲厅， 乙组 、", ("甲厅", "乙组")),
        (["甲厅", " ", "乙组"], ("甲厅", "乙组")),
        (("甲、乙厅",), ("甲、乙厅",)),
        (["名"] * 20, ("名",) * 20),
    ],
)
def test_names(given_cell: object, expected: tuple[str, ...]) -> None:
    """
    A list keeps its pieces, a text is split at the usual signs; blanks beside a sign are no fault.
    """
    report = leaves.NAMES.check(given_cell)

    assert (expected, []) == (report.value, codes_of(report))
    assert expected == leaves.NAMES.check(leaves.NAMES.dump(expected)).value


@pytest.mark.parametrize(
    ("given_cell", "expected"),
    [
        (5, "VALUE.NOT_NAMES"),
        (None, "VALUE.NOT_NAMES"),
        (["甲厅", 5], "VALUE.NOT_NAMES"),
        ("、".join(["名"] * 21), "VALUE.NOT_NAMES"),
        (["名"] * 21, "VALUE.NOT_NAMES"),
        (["", " "], "TEXT.EMPTY"),
        ("、，", "TEXT.EMPTY"),
        ("长" * 201, "VALUE.TOO_LONG"),
    ],
)
def test_no_names(given_cell: object, expected: str) -> None:
    """
    Nothing is cut off: too many, too long or no names at all are refused whole.
    """
    report = leaves.NAMES.check(given_cell)

    assert (None, [expected]) == (report.value, codes_of(report))


def test_names_list_their_repairs() -> None:
    """
    A blank inside a name is told once, with the whole cell as the suggestion in the form it was given.
    """
    written, listed = leaves.NAMES.check("甲 厅、乙 组"), leaves.NAMES.check(["甲 厅"])

    assert [("TEXT.EXTRA_SPACE", "甲厅、乙组")] == [(item.code, item.suggestion) for item in written.findings]
    assert ("甲厅",) == listed.findings[0].suggestion
    assert (("甲厅",), ()) == (listed.repaired().value, listed.repaired().findings)
    assert 2 == len(written.changes)


def test_names_by_hand_stay_whole() -> None:
    """
    A text in the place of a tuple is handed on as it is, never taken apart into letters.
    """
    stray: Any = "甲厅"

    assert "甲厅" == leaves.NAMES.dump(stray)
    assert 20 == leaves.NAMES.schema()["maxItems"]


@given(st.lists(st.text("甲乙丙 \n、a1", max_size=5), max_size=5))
def test_names_against_a_plain_twin(pieces: list[str]) -> None:
    """
    A list is cleaned piece by piece: each non-empty clean piece in its order.
    """
    expected = tuple(clean for clean in (text.normalize(piece.strip())[0] for piece in pieces) if clean)

    assert (expected or (None if pieces else ())) == NamesLeaf().check(pieces).value


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("甲公司;乙公司；丙公司", ("甲公司", "乙公司", "丙公司")),
        ("A034&nbsp;512;乙公司", ("A034&nbsp;512", "乙公司")),
        ("A034&#160;512", ("A034&#160;512",)),
    ],
)
def test_the_semicolon_of_a_sign_separates_no_names(cell: str, names: tuple[str, ...]) -> None:
    """
    What a browser shows as one blank does not make two names of one.
    """
    assert names == NamesLeaf().check(cell).value
