"""
Cells that only rosters have: telephones of either kind, ages.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.rosters import check_row
from credrules.rosters.records.cells import AGE, PHONE


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("13800000001", "13800000001"),
        (13800000001, "13800000001"),
        ("138-0000-0001", "13800000001"),
        ("0771-2345678", PHONE.check("0771-2345678").value),
        ("13800000001/13800000002", "13800000001/13800000002"),
        ("13800000001，13800000002、13800000003", "13800000001/13800000002/13800000003"),
    ],
)
def test_either_kind_of_number_is_read(cell: object, value: object) -> None:
    """
    Mobile or landline, alone or up to three in one cell.
    """
    report = PHONE.check(cell)

    assert report.ok
    assert report.raw is cell
    assert value == report.value != ""


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1380000001", "MOBILE.LENGTH"),
        ("0771-23456", "LANDLINE.FORM"),
        ("13800000001/1380000002", "MOBILE.SEVERAL"),
        ("电话", "LANDLINE.CHARACTER"),
        (None, "LANDLINE.EMPTY"),
        ([], "LANDLINE.NOT_TEXT"),
        ("13" * 5000, "MOBILE.LENGTH"),
    ],
)
def test_what_is_no_number_is_refused_as_what_it_looks_like(cell: object, code: str) -> None:
    """
    What begins with 1 is a mistyped mobile, anything else a mistyped landline.
    """
    report = PHONE.check(cell)

    assert code in {item.code for item in report.errors}
    assert report.repaired().raw is not None or cell is None


@pytest.mark.parametrize(
    ("leaf", "cell", "value"),
    [
        (AGE, 35, 35),
        (AGE, "35", 35),
        (AGE, "35岁", 35),
        (AGE, " 35 周岁 ", 35),
        (AGE, "３５", 35),
        (AGE, "岁", None),
        (AGE, "35.5", None),
        (AGE, -1, None),
        (AGE, 131, None),
        (AGE, None, None),
        (AGE, "9" * 500, None),
    ],
)
def test_units_of_measure_are_taken_away(leaf: type, cell: object, value: object) -> None:
    """
    A number may carry its own unit and no other; figures are exact.
    """
    report = leaf.check(cell)  # type: ignore[attr-defined]  # a leaf

    assert value == report.value
    assert report.ok is (value is not None)
    assert report.raw is cell


def test_leaves_dump_what_they_read_back() -> None:
    """
    Typed values come back from plain data, and both have a schema.
    """
    assert PHONE.check(PHONE.dump("13800000001")).value == "13800000001"
    assert AGE.dump(35) == 35
    assert PHONE.schema()["type"] == "string"
    assert AGE.schema() == {"type": "integer", "minimum": 0, "maximum": 130}


@pytest.mark.parametrize("cell", ["研究生、硕士", "本科/学士", "大学本科（学士）", "研究生/博士"])
def test_the_degree_of_a_joint_column_is_no_aside(cell: str) -> None:
    """
    In a column of education and degree the degree is not called something else.
    """
    assert [] == [item.code for item in check_row({"姓名": "张三", "学历学位": cell}, on=dt.date(2026, 1, 1)).findings]
