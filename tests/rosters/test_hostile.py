"""
Nothing that is given as a table, a row, a heading or a cell makes the library raise.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NoReturn

import pytest

from credrules.rosters import check_rows, check_table, find_headings, match_columns
from tests.support import hostile

ON = dt.date(2026, 11, 29)
ODD = [value for value in (*hostile.plain(), *hostile.liars()) if type(value) is not range]


@pytest.mark.parametrize("place", range(len(ODD)))
def test_any_heading_row_and_cell(place: int) -> None:
    """
    Each is answered with a report, a match or a layout; only the host's own reader may raise.
    """
    value: Any = ODD[place]
    cells = {"姓名": value, "身份证号": value, "星座": value, "出生日期": value, "性别（1男2女）": value}
    sheet: Any = [["姓名", "性别"], [value, value], value, ["张三", "男"]]

    assert len(list(check_rows([cells, value], on=ON))) == 2
    assert len(match_columns([value, "姓名", (value, "姓名")], [[value, value]]).columns) == 3
    assert check_table(value, [["x"]], on=ON).summary.total == 1
    assert len(list(check_table(["姓名", "证件类型"], [[value, value], value], on=ON).rows)) == 2
    assert find_headings(sheet, merged=[value]).headings == ("姓名", "性别")
    assert find_headings(value, merged=value) is not None


class _Unwilling(list[object]):
    """
    A list that raises when it is iterated.
    """

    def __iter__(self) -> NoReturn:
        raise RuntimeError


def test_a_row_that_cannot_be_iterated_is_no_row() -> None:
    """
    Among the first rows of a stream, and among the lines above a table, it is answered and read as nothing.
    """
    row = _Unwilling(["张三"])
    reports = list(check_rows([row, {"姓名": "张三"}], on=ON, columns=None))

    assert ["ROSTER.NOT_A_ROW"] == [item.code for item in reports[0].findings if item.code == "ROSTER.NOT_A_ROW"]
    assert ((1,), ("姓名", "身份证号")) == (
        find_headings([row, ["姓名", "身份证号"], ["张三", "450000199307010014"]]).heading_rows,
        find_headings([row, ["姓名", "身份证号"], ["张三", "450000199307010014"]]).headings,
    )
