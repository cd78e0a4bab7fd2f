"""
Text, code, date and identifier leaves: what a cell is read as, and what is said of it.
"""

from __future__ import annotations

import datetime as dt
import pickle
import re
from typing import Any

import pytest

from credrules import codes, leaves
from credrules.dates import PartialDate, Precision
from credrules.findings import Report
from credrules.identifiers import citizen_id
from credrules.leaves import AnyCodeLeaf, CodeLeaf, DateLeaf, IdentifierLeaf, Leaf, OpenCodeLeaf, TextLeaf, is_blank
from tests.support import hostile
from tests.support.naming import shown

ON = dt.date(2012, 6, 1)
EVERY: tuple[Leaf, ...] = (
    leaves.TEXT, leaves.FLAG, leaves.NAMES, leaves.YEAR, leaves.MONTH, leaves.DAY, leaves.COUNT,
    leaves.CITIZEN_ID, leaves.MOBILE, leaves.LANDLINE, leaves.EMAIL, leaves.PERSON_NAME, leaves.CERTIFICATE_NUMBER,
    leaves.USCC, leaves.ORG_CODE, leaves.NumberLeaf(whole=False), CodeLeaf(codes.SEX),
    AnyCodeLeaf((codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES)), OpenCodeLeaf(codes.LANGUAGES),
)  # fmt: skip


def codes_of(report: Report[Any]) -> list[str]:
    """
    Return the codes a report holds.
    """
    return [item.code for item in report.findings]


@pytest.mark.parametrize("leaf", EVERY, ids=shown)
def test_leaves_answer_anything(leaf: Leaf) -> None:
    """
    A leaf answers every object with a report that keeps it as given, and says why when there is no value.
    """
    for value in hostile.everything():
        report = leaf.check(value, on=ON)

        assert report.raw is value
        assert report.value is not None or report.findings


@pytest.mark.parametrize("leaf", EVERY, ids=shown)
def test_leaves_are_values(leaf: Leaf) -> None:
    """
    A leaf compares by value, hashes and pickles; it has what the protocol asks.
    """
    assert isinstance(leaf, Leaf)
    assert leaf == pickle.loads(pickle.dumps(leaf))
    assert hash(leaf) == hash(pickle.loads(pickle.dumps(leaf)))


@pytest.mark.parametrize("leaf", EVERY, ids=shown)
def test_reports_of_leaves_check_again_as_the_leaf_does(leaf: Leaf) -> None:
    """
    Repairing a report without suggestions asks the same leaf again and changes nothing.
    """
    for value in ("", "Ａ", 7, "7", "男", "1993", "zz@example.org", "长" * 600):
        report = leaf.check(value, on=ON)
        if all(item.suggestion is None for item in report.findings):
            assert report == report.repaired()


BLANK: tuple[object, ...] = ("", " ", "\u3000", "\n\t", "\u200b", "\ufeff \u00a0", "\u200c", None, float("nan"), [], ())


@pytest.mark.parametrize("value", BLANK, ids=shown)
def test_blank(value: object) -> None:
    """
    Nothing, an empty list and what prints nothing are a blank cell.
    """
    assert is_blank(value) is True


@pytest.mark.parametrize(
    "value", ["0", "无", "-", ".", 0, False, [None], [""], {}, object(), "\u3000x", "①"], ids=shown
)
def test_not_blank(value: object) -> None:
    """
    Zero, no, words for nothing and other objects are no blank cell: they get a finding or a value.
    """
    assert is_blank(value) is False


def test_text_is_cleaned_and_measured() -> None:
    """
    A text is measured after cleaning; at most `longest` characters are a value.
    """
    leaf = TextLeaf(4)

    assert "甲市一中" == leaf.check(" 甲市 一中 ").value
    assert ["TEXT.EXTRA_SPACE"] == codes_of(leaf.check(" 甲市 一中 "))
    assert (None, ["TEXT.EXTRA_SPACE", "VALUE.TOO_LONG"]) == (
        leaf.check(" 甲市第一中学").value,
        codes_of(leaf.check(" 甲市第一中学")),
    )
    assert ["VALUE.TOO_LONG"] == codes_of(leaf.check(" 甲市第一中学").repaired())
    assert "甲市" == leaf.dump("甲市")
    assert {"type": "string", "minLength": 1, "maxLength": 4} == leaf.schema()


def test_code_leaf_asks_its_table() -> None:
    """
    A code leaf answers exactly as its table does, and dumps the code.
    """
    leaf = CodeLeaf(codes.ETHNICITY)
    for value in ("08", "壮族", "壮", "火星族", 8, None):
        assert codes.ETHNICITY.check(value, on=ON) == leaf.check(value, on=ON)
    assert "08" == leaf.dump("08")


def test_code_schema_lists_small_tables() -> None:
    """
    A table of at most 300 entries is listed in the schema, a larger one is named.
    """
    small, large = CodeLeaf(codes.SEX).schema(), CodeLeaf(codes.DIVISIONS).schema()

    assert [entry.code for entry in codes.SEX] == small["enum"]
    assert "SEX" == small["x-code-table"]
    assert {"type": "string", "x-code-table": "DIVISIONS"} == large


def test_any_code_leaf_takes_the_first_table_that_accepts() -> None:
    """
    Several tables are asked in turn; when none accepts, the first one's refusal stands.
    """
    leaf = AnyCodeLeaf((codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES))
    first, second = leaf.tables

    assert first.check("转评").value == leaf.check("转评").value
    only_second = next(e for e in second if not first.check(e.name).ok)
    assert only_second.code == leaf.check(only_second.name).value
    assert first.check("火星").findings == leaf.check("火星").findings
    assert only_second.code == leaf.dump(only_second.code)
    assert [CodeLeaf(table).schema() for table in leaf.tables] == leaf.schema()["anyOf"]


def test_open_code_leaf_keeps_unlisted_names() -> None:
    """
    A listed name gives its code, of the first table that knows it; any other clean name stays.
    """
    leaf = OpenCodeLeaf(codes.LANGUAGES, more=(codes.ETHNICITY,), longest=10)

    assert codes.LANGUAGES.check("英语").value == leaf.check("英语").value
    assert codes.ETHNICITY.check("壮族").value == leaf.check("壮族").value
    assert "火星话" == leaf.check(" 火星话").value
    assert ["VALUE.TOO_LONG"] == codes_of(leaf.check("火星话" * 4))
    assert "火星话" == leaf.dump("火星话")
    assert {"type": "string", "minLength": 1, "maxLength": 10, "x-code-table": "LANGUAGES"} == leaf.schema()


@pytest.mark.parametrize(
    ("precision", "value", "expected"),
    [
        (Precision.YEAR, "1993", []),
        (Precision.MONTH, "1993", ["DATE.PRECISION"]),
        (Precision.MONTH, "1993-07", []),
        (Precision.DAY, "1993-07", ["DATE.PRECISION"]),
        (Precision.DAY, "1993-07-01", []),
        (Precision.DAY, "1993-02-30", ["DATE.IMPOSSIBLE"]),
    ],
)
def test_dates_too_coarse_are_kept_and_told(precision: Precision, value: str, expected: list[str]) -> None:
    """
    A date coarser than the field asks stays the value and gets a warning.
    """
    report = DateLeaf(precision).check(value)

    assert expected == codes_of(report)
    assert (expected != ["DATE.IMPOSSIBLE"]) is (report.value is not None)


def test_date_schema_matches_what_is_dumped() -> None:
    """
    The pattern takes every date the leaf dumps, coarse ones too, and no month 13 or year 1799.
    """
    leaf = leaves.DAY
    pattern = leaf.schema()["pattern"]
    dates = [PartialDate(1800), PartialDate(1993, 7), PartialDate(1993, 12, 31), PartialDate(2200, 1, 1)]

    assert all(re.search(pattern, str(leaf.dump(date))) for date in dates)
    assert not [text for text in ("1799", "2201", "1993-13", "1993-00", "1993-01-32", "93") if re.search(pattern, text)]
    assert "day" == leaf.schema()["x-precision"]


def test_typed_identifiers() -> None:
    """
    A typed identifier leaf holds what `parse` gives, reads it back, and dumps the number.
    """
    number = "450000199307010014"
    typed = citizen_id.parse(number)

    assert typed == leaves.CITIZEN_ID.check(number).value
    assert typed == leaves.CITIZEN_ID.check(typed).value
    assert number == leaves.CITIZEN_ID.dump(typed)


def test_other_identifiers_hold_canonical_text() -> None:
    """
    An identifier leaf that is not typed holds the canonical text, before and after repair.
    """
    report = leaves.MOBILE.check(" 138 0000 0001")

    assert "13800000001" == report.value
    assert "13800000001" == report.repaired().value
    assert "13800000001" == leaves.MOBILE.dump("13800000001")
    assert None is leaves.MOBILE.check("138").value
    assert {"type": "string", "minLength": 1, "x-identifier": "mobile"} == IdentifierLeaf("mobile").schema()


def test_a_type_that_hides_its_module_is_no_identifier() -> None:
    """
    A class whose module cannot be asked for is read like any foreign object.
    """

    class Secretive(type):
        @property
        def __module__(cls) -> str:  # type: ignore[override]  # the point of the lie
            raise RuntimeError

    class Thing(metaclass=Secretive):
        pass

    assert None is leaves.CITIZEN_ID.check(Thing()).value
