"""
Tables as offices keep them: encodings, delimiters, title lines, two lines of headings, merged cells, footers.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from credrules.rosters import LineKind
from roster_audit.engine import library_engine
from roster_audit.source import Source, open_source
from roster_audit.table import Merges, letter
from tests.examples.conftest import Audit

HEAD = ["序号", "姓名", "身份证\n号码", "性别", "", "单位"]
PEOPLE = [
    ["1", "张三", "450000199307010014", "男", "", "甲市一中"],
    ["2", "李四", "450000198906300027", "女", "x", "甲市一中"],
]


def write(path: Path, rows: list[list[str]], encoding: str, delimiter: str = ",") -> Path:
    """
    Write a CSV file.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def opened(path: Path) -> tuple[Source, list[LineKind]]:
    """
    Return the table found and the kinds of the lines below its headings.
    """
    with open_source(path, library_engine().find) as source:
        lines = [line for line in source.sheet.lines() if line.number > source.layout.last_heading_row]
        kind_of = source.layout.reader()
        return source, [kind_of(line.cells, line.number - 1) for line in lines]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_and_delimiters_are_recognised(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """
    What programs in China write is read without being told how.
    """
    source, kinds = opened(write(tmp_path / "a.csv", [HEAD, *PEOPLE], encoding, delimiter))

    assert {
        "姓名": "name",
        "身份证\n号码": "citizen_id",
        "性别": "sex",
        "单位": "unit_name",
    } == source.layout.matched.fields
    assert [LineKind.PERSON, LineKind.PERSON] == kinds


def test_titles_and_footers_are_no_people(audit: Audit, tmp_path: Path) -> None:
    """
    Lines above the headings, blank lines, repeated headings and signatures are left aside and listed.
    """
    rows = [
        ["附件2", "", "", "", "", ""],
        ["某单位人员花名册", "", "", "", "", ""],
        ["填报单位：某局", "", "", "", "日期：2025年6月", ""],
        HEAD,
        *PEOPLE[:1],
        ["", "", "", "", "", ""],
        HEAD,
        *PEOPLE[1:],
        ["合计", "2", "", "", "", ""],
        ["填表人：王五", "", "", "", "审核人：", ""],
        ["注：以上人员均在编", "", "", "", "", ""],
    ]
    path = write(tmp_path / "a.csv", rows, "gbk")
    source, kinds = opened(path)
    run = audit(path)

    assert source.layout.title == "附件2"
    assert source.layout.last_heading_row == 4
    assert kinds == [
        LineKind.PERSON,
        LineKind.BLANK,
        LineKind.REPEATED,
        LineKind.PERSON,
        LineKind.SUM,
        LineKind.SIGNATURE,
        LineKind.NOTE,
    ]
    assert run.code == 0
    for words in ("第 9 行不是人员：合计", "第 10 行不是人员：填表人", "空行 1 行", "E 列有内容但没有列名", "附件2"):
        assert words in run.html


def _two_lines(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["人员名册"])
    sheet.append(["序号", "基本情况", None, None, "最高学历", None, "现任专业技术职务", None, "联系电话"])
    sheet.append([None, "姓名", "身份证号", "出生年月", "毕业院校", "毕业时间", "名称", "取得时间", None])
    sheet.append(
        [1, "张三", 450000199307010014, dt.date(1993, 7, 1), "甲大学", 2015.07, "工程师", "2019.12", 13800000001]
    )
    sheet.append([2, "李四", "450000198906300027", 198906, "乙大学", "2012年7月", "工程师", 43800, "0771-2345678"])
    for area in ("A1:I1", "A2:A3", "B2:D2", "E2:F2", "G2:H2", "I2:I3"):
        sheet.merge_cells(area)
    book.create_sheet("空表")
    book.save(path)
    return path


def test_two_lines_of_headings(audit: Audit, tmp_path: Path) -> None:
    """
    A group above 名称 tells what is named; a heading under a group is printed with it.
    """
    path = _two_lines(tmp_path / "a.xlsx")
    source, kinds = opened(path)
    run = audit(path)

    assert source.layout.matched.fields == {
        "基本情况·姓名": "name",
        "基本情况·身份证号": "citizen_id",
        "基本情况·出生年月": "birth_date",
        "最高学历·毕业院校": "school",
        "最高学历·毕业时间": "graduated_on",
        "现任专业技术职务·名称": "title_name",
        "现任专业技术职务·取得时间": "issued_on",
        "联系电话": "phone",
    }
    assert [LineKind.PERSON, LineKind.PERSON] == kinds
    assert source.other_sheets == ("空表",)
    assert {line["code"] for line in run.findings if line["severity"] == "error"} == {"CITIZEN_ID.DAMAGED"}
    assert "空表" in run.html


def test_a_number_typed_as_a_number_is_named_as_lost(audit: Audit, tmp_path: Path) -> None:
    """
    A spreadsheet keeps fifteen digits of an identity number; nobody is told to search for a wrong digit.
    """
    run = audit(_two_lines(tmp_path / "a.xlsx"))

    assert [("4", "基本情况·身份证号")] == [
        (line["row"], line["column"]) for line in run.findings if line["code"] == "CITIZEN_ID.DAMAGED"
    ]


def test_the_fullest_sheet_is_chosen_unless_one_is_named(audit: Audit, tmp_path: Path) -> None:
    """
    The sheet whose headings are best understood is audited; hidden sheets are not looked at.
    """
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "简表"
    for row in ["姓名", "性别"], ["张三", "男"]:
        first.append(row)
    for name, state in ("全表", "visible"), ("隐藏", "hidden"):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in HEAD, *PEOPLE:
            sheet.append([cell or None for cell in row])
    book.save(tmp_path / "a.xlsx")

    assert "工作表“全表”" in audit(tmp_path / "a.xlsx").html
    assert "工作表“简表”" in audit(tmp_path / "a.xlsx", "--sheet", "简表", out=tmp_path / "b").html
    assert audit(tmp_path / "a.xlsx", "--sheet", "隐藏", out=tmp_path / "c").code == 0


def _with_results(path: Path) -> Path:
    """
    Write a workbook whose formula has a stored result, which openpyxl itself cannot write.
    """
    import zipfile  # noqa: PLC0415  # only here

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ["姓名", "单位"], ["张 三", "甲校 "], ["李四", "=B2"]:
        sheet.append(row)
    book.save(path.with_suffix(".tmp"))
    with zipfile.ZipFile(path.with_suffix(".tmp")) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = (
                old.read(name)
                .replace(b"<f>B2</f><v></v>", b"<f>B2</f><v>x </v>")
                .replace(b"<f>B2</f><v />", b"<f>B2</f><v>x </v>")
            )
            new.writestr(name, data.replace(b'<c r="B3">', b'<c r="B3" t="str">'))
    return path


def test_a_formula_is_read_and_left_alone(audit: Audit, tmp_path: Path) -> None:
    """
    The stored result is checked; the copy keeps the formula.
    """
    run = audit(_with_results(tmp_path / "a.xlsx"))
    sheet = load_workbook(run.out / "repaired.xlsx").worksheets[0]

    assert [("2", "单位"), ("3", "单位")] == [
        (line["row"], line["column"])
        for line in run.findings
        if line["code"] == "TEXT.EXTRA_SPACE" and line["column"] == "单位"
    ]
    assert ("甲校", "=B2") == (sheet["B2"].value, sheet["B3"].value)


def test_rows_are_numbered_as_the_file_numbers_them(audit: Audit, tmp_path: Path) -> None:
    """
    A duplicate points at the line of the spreadsheet, not at the number of the person.
    """
    rows = [["名册"], HEAD, PEOPLE[0], [""] * 6, PEOPLE[1], PEOPLE[0]]
    run = audit(write(tmp_path / "a.csv", rows, "utf-8"))

    assert ["身份证号与第 3 行相同，请核对"] == [
        line["message"] for line in run.findings if line["code"] == "ROSTER.DUPLICATE_PERSON"
    ]


def test_a_table_of_one_column(audit: Audit, tmp_path: Path) -> None:
    """
    A list of numbers is a table too.
    """
    path = tmp_path / "a.csv"
    path.write_text("身份证号\n450000199307010014\n45000019930701001\n", encoding="utf-8")

    assert "CITIZEN_ID.LENGTH" in {line["code"] for line in audit(path).findings}


def test_a_heading_used_twice(audit: Audit, tmp_path: Path) -> None:
    """
    The second one gets its letter, and both are checked.
    """
    run = audit(write(tmp_path / "a.csv", [["姓名", "单位", "单位"], ["张三", "甲校", "乙校 "]], "utf-8"))

    assert ["单位（C）"] == [line["column"] for line in run.findings if line["code"] == "TEXT.EXTRA_SPACE"]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters(place: int, name: str) -> None:
    """
    Columns are called what the spreadsheet calls them.
    """
    assert name == letter(place)


def test_merged_ranges_are_found_by_row() -> None:
    """
    A cell knows the first row of the range that covers it.
    """
    merges = Merges(((2, 1, 4, 1), (6, 1, 7, 1), (1, 2, 1, 5)))
    found: list[Any] = [merges.anchor(row, 0) for row in range(1, 9)]

    assert [None, 2, 2, 2, None, 6, 6, None] == found
    assert merges.anchor(1, 1) is None
    assert [0] == merges.columns
