"""
A row of which nothing was understood is never in order, whoever is asked: row, stream, table or frame.
"""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from credrules.findings import Report
from credrules.frames import check_frame
from credrules.rosters import ColumnMatch, check_row, check_rows, check_table, match_columns, summarize

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"

# Tables of which no cell can be read: unknown headings, another person's, another time's, or known but empty columns.
UNREAD: list[tuple[list[str], list[object]]] = [
    (["名称", "编号"], ["张三", "12345"]),
    (["星座", "血型"], ["白羊座", "A"]),
    (["联系人姓名", "联系人电话"], ["李四", "13800138000"]),
    (["原职称", "拟聘职称"], ["助理工程师", "工程师"]),
    (["备注", "序号"], ["x", 1]),
    (["职称", "星座"], [None, "白羊座"]),
    (["职称", "取得时间", "备注"], ["", " ", "x"]),
    (["配偶姓名", "籍贯"], ["李四", ""]),
    (["Column1", "Column2"], ["张三", "甲"]),
    (["2022-2024年总学时", "备注"], [180, "x"]),
    (["手机号码", "邮箱", "班次"], [None, None, "早班"]),
    (["性别", "星座"], ["", "白羊座"]),
]


@pytest.fixture(params=UNREAD, ids=lambda case: "|".join(case[0]))
def table(request: pytest.FixtureRequest) -> tuple[list[str], list[object]]:
    """
    Return the headings and the one line of a table nobody can read.
    """
    case: tuple[list[str], list[object]] = request.param
    return case


def _is_unread(report: Report[object]) -> bool:
    codes = {item.code for item in report.errors}
    return not report.ok and report.value is None and bool(codes & {"ROSTER.NOT_READ", "ROSTER.NOT_RECOGNISED"})


def test_a_row_alone(table: tuple[list[str], list[object]]) -> None:
    """
    `check_row` has an error and no value, with and without the columns; text and HTML do not call it passed.
    """
    headings, cells = table
    row = dict(zip(headings, cells, strict=True))
    for report in (check_row(row, on=ON), check_row(row, on=ON, columns=match_columns(headings))):
        assert _is_unread(report)
        assert "没有问题" not in report.to_text()
        assert "通过" not in report._repr_html_()
        assert "not ok" in repr(report)
        assert _is_unread(report.repaired())


def test_a_stream(table: tuple[list[str], list[object]]) -> None:
    """
    Every row of `check_rows` is unread, the later ones too, and nothing of them counts as passed.
    """
    headings, cells = table
    rows = [dict(zip(headings, cells, strict=True))] * 3
    reports = list(check_rows(rows, on=ON))
    summary = summarize(reports)

    assert all(map(_is_unread, reports))
    assert {"not_checked": 3} == dict(summary.by_severity)
    assert (0, 3, 0, False) == (summary.checked, summary.not_checked, summary.fine, summary.all_passed)
    assert "没有检查任何行；3 行没有检查" in summary.verdict()
    assert "passed" not in summary.verdict("en")
    assert "通过" not in summary._repr_html_()


def test_a_table(table: tuple[list[str], list[object]]) -> None:
    """
    `check_table` says so of the table and of every row; neither units, codes nor crosstabs count the rows.
    """
    headings, cells = table
    checked = check_table(headings, [cells] * 3, on=ON)
    reports = list(checked.rows)
    summary = checked.summary

    assert all(map(_is_unread, reports))
    assert {"not_checked": 3} == dict(summary.by_severity)
    assert ({}, {}) == (dict(summary.units), dict(summary.codes))
    assert [{}] * len(summary.crosstabs) == [dict(item.counts) for item in summary.crosstabs]
    assert not summary.all_passed
    assert "3 rows not checked" in summary.verdict("en")
    assert [report.repaired().findings for report in reports] == [report.findings for report in reports]


def test_a_frame(table: tuple[list[str], list[object]]) -> None:
    """
    `check_frame` has an error in every row.
    """
    headings, cells = table
    frame = pl.DataFrame({name: [cell] * 2 for name, cell in zip(headings, cells, strict=True)}, strict=False)
    found = check_frame(frame, on=ON, lang="zh").filter(pl.col("severity") == "error")

    assert {1, 2} <= set(found["row"].to_list())


def test_blank_rows_are_nobody() -> None:
    """
    A blank row is neither an error nor a person: it is not counted among those that passed.
    """
    checked = check_table(["姓名", "身份证号"], [["张三", ID], [None, ""]], on=ON)
    blank = list(checked.rows)[1]
    summary = checked.summary
    only = check_table(["姓名", "身份证号"], [[None, None]] * 2, on=ON).summary

    assert "未检查" in blank._repr_html_()
    assert "1 行全部通过；1 行没有检查" == summary.verdict()
    assert summary.all_passed
    assert (0, False) == (only.checked, only.all_passed)
    assert "没有检查任何行；2 行没有检查" == only.verdict()


def test_one_row_nobody_read_is_enough() -> None:
    """
    A table passes as a whole only if every filled row was read.
    """
    kept = ColumnMatch({"甲": "title_name"})
    checked = check_table(["甲", "乙"], [["工程师", "x"], [None, "x"]], on=ON, columns=kept)

    assert [True, False] == [report.ok for report in checked.rows]
    assert (1, 1, False) == (checked.summary.checked, checked.summary.not_checked, checked.summary.all_passed)


def test_what_has_an_error_of_its_own_says_only_that() -> None:
    """
    An empty name is an error already; the row is judged, and the same thing is not told twice.
    """
    report = check_row({"姓名": "", "备注": "x"}, on=ON)

    assert ["ROSTER.REQUIRED"] == [item.code for item in report.findings]


def test_a_stream_with_an_unknown_column_does_not_pass() -> None:
    """
    What `check_rows` says of the columns counts for the summary of its reports too.
    """
    summary = summarize(check_rows([{"姓名": "张三", "身份证号": ID, "星座": "x"}], on=ON))

    assert not summary.all_passed
    assert "检查了 1 行，0 行有问题或疑点；有 1 列没有看懂、没有检查" == summary.verdict()
    assert "1 columns were not understood and not checked" in summary.verdict("en")
