"""
Which sheets are checked, and what is said where something was not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.examples.conftest import Audit

PEOPLE = [["姓名", "身份证号", "性别"], ["张三", "450000199307010014", "男"], ["李四", "450000198906300027", "女"]]
TOO_LITTLE = [["姓名", "身份证号", "星座"], ["王五", "450000197501010035", "x"]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """
    A workbook with two sheets of people and one of none.
    """
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in (("教师", PEOPLE), ("a(1)", TOO_LITTLE), ("汇总", [["单位", "人数"], ["甲校", 3]])):
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_the_terminal_says_which_sheet_was_checked(audit: Audit, book: Path) -> None:
    """
    One sheet is checked, the other sheet of people is named, the one of none is not.
    """
    screen = audit(book).screen

    assert "核对的工作表: 教师" in screen
    assert "没有核对（--all-sheets 全部核对）: a(1)" in screen
    assert "汇总" not in screen
    assert "sheets of people not checked (--all-sheets): a(1)" in audit(book, "--lang", "en", "--force").screen


def test_all_sheets_of_people(audit: Audit, book: Path) -> None:
    """
    Each has a folder of its own; a name is one on every system.
    """
    run = audit(book, "--all-sheets")

    assert run.code == 0
    assert {"教师", "a(1)"} == {folder.name for folder in run.out.iterdir()}
    assert all((folder / "report.html").is_file() for folder in run.out.iterdir())
    assert ["核对的工作表: 教师", "核对的工作表: a(1)"] == [
        line.strip() for line in run.screen.splitlines() if "核对的工作表" in line
    ]
    assert "没有核对（--all" not in run.screen


def test_all_sheets_of_a_text_file(audit: Audit, tmp_path: Path) -> None:
    """
    It has no sheets and is checked as it is.
    """
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in PEOPLE), encoding="utf-8")

    assert (audit(path, "--all-sheets").out / "report.html").is_file()


def test_what_was_not_understood_is_never_passed(audit: Audit, book: Path) -> None:
    """
    Report and terminal name the column that was not checked; only a table read as a whole has all in order.
    """
    unread = audit(book, "--sheet", "a(1)", "--lang", "en")
    whole = audit(book, "--sheet", "教师", "--lang", "en", out=book.parent / "whole")

    assert "columns not understood and not checked: 星座" in unread.screen
    assert "not understood" in unread.html
    assert "not understood" not in whole.screen


def test_another_table_below_is_told(audit: Audit, tmp_path: Path) -> None:
    """
    People below other headings were not checked: terminal and report say from which row on, and nobody is passed.
    """
    path = tmp_path / "a.csv"
    other = [["身份证号", "姓名", "性别"], ["450000197501010035", "王五", "男"]]
    path.write_text("\n".join(",".join(row) for row in [*PEOPLE, *other]), encoding="utf-8")
    run = audit(path)

    assert "第 4 行起是另一张表" in " ".join(run.screen.split())
    assert "另一张表，没有核对" in run.html
    assert "another table begins in row 4" in " ".join(audit(path, "--lang", "en", "--force").screen.split())


def test_cells_beyond_the_headings_are_told(audit: Audit, tmp_path: Path) -> None:
    """
    A comma without quotes shifts a line: the column it fills has no heading, and the terminal says so.
    """
    path = tmp_path / "a.csv"
    path.write_text("姓名,身份证号,性别\n张三,450000199307010014,男,多余\n", encoding="utf-8")
    run = audit(path)

    assert "没有标题却有内容、没有核对的列: D" in run.screen
    assert "without a heading, not checked: D" in audit(path, "--lang", "en", "--force").screen


def test_another_table_above_is_told(audit: Audit, tmp_path: Path) -> None:
    """
    The table with more columns is checked; the one above it is named.
    """
    path = tmp_path / "a.csv"
    rows = [*PEOPLE, ["姓名", "身份证号", "性别", "单位", "民族"], ["王五", "450000197501010035", "男", "甲校", "汉族"]]
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")

    assert "第 1 行起是另一张表" in " ".join(audit(path).screen.split())
