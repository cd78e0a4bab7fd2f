"""
Cells without a heading, two columns of one thing that differ, headings in traditional characters.
"""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from credrules.dates import PartialDate
from credrules.rosters import check_row, check_rows, check_table, match_columns

ON = dt.date(2025, 6, 30)
NUMBER = "450000199307010014"
MATCH = match_columns(["姓名", "身份证号"])


def codes(row: object) -> list[str]:
    """
    Return what is said of a row of the two known columns.
    """
    return [item.code for item in check_row(row, on=ON, columns=MATCH).findings]


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (["张三", NUMBER, "多"], 1),
        (["张三", NUMBER, None, "多", " ", 0], 2),
        (("张三", NUMBER, "x"), 1),
        ({"姓名": "张三", "身份证号": NUMBER, "乙": "x"}, 1),
        ({"姓名": "张三", "身份证号": NUMBER, None: ["x"]}, 1),
    ],
)
def test_a_filled_cell_without_a_heading_is_told(row: object, count: int) -> None:
    """
    What stands beyond the headings was not checked, and that is said once a row.
    """
    report = check_row(row, on=ON, columns=MATCH)

    assert [("ROSTER.CELLS_BEYOND", (), count)] == [
        (item.code, item.path, item.params["count"]) for item in report.findings
    ]


@pytest.mark.parametrize(
    "row",
    [
        ["张三", NUMBER],
        ["张三", NUMBER, "", None, "  "],
        {"姓名": "张三", "身份证号": NUMBER, "乙": ""},
        {"姓名": "张三", "身份证号": NUMBER, None: []},
        {"姓名": "张三", "身份证号": NUMBER, None: ["", " "]},
    ],
)
def test_blank_cells_beyond_are_nothing(row: object) -> None:
    """
    Blank cells to the right of the table say nothing.
    """
    assert [] == codes(row)


def test_rows_of_the_csv_module() -> None:
    """
    Trailing commas are silent, a shifted row is told, in a table read by `csv.DictReader`.
    """
    lines = io.StringIO(f"姓名,身份证号\n张三,{NUMBER},,\n李四,,450000199307010022,多\n")
    told = [[item.code for item in report.findings] for report in check_rows(csv.DictReader(lines), on=ON)]

    assert [] == told[0]
    assert "ROSTER.CELLS_BEYOND" in told[1]


def test_a_table_tells_it_too() -> None:
    """
    A table of lists tells it in the report of the row.
    """
    table = check_table(["姓名", "身份证号"], [["张三", NUMBER], ["张四", "450000199307010022", "多"]], on=ON)

    assert [[], ["ROSTER.CELLS_BEYOND"]] == [[item.code for item in report.findings] for report in table.rows]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"姓名": "张三", "员工姓名": "李四"}, [("ROSTER.VALUES_DIFFER", ("员工姓名",))]),
        ({"姓名": "张三", "员工姓名": " 张 三"}, []),
        ({"姓名": "张三", "性别": "男", "性 别": "女"}, [("ROSTER.VALUES_DIFFER", ("性 别",))]),
        ({"姓名": "张三", "性别": "男", "性 别": "1"}, []),
        ({"姓名": "张三", "出生日期": "1990-07-01", "出生年月": "1990-07"}, []),
        (
            {"姓名": "张三", "出生日期": "1990-07-01", "出生年月": "1990-08"},
            [("ROSTER.VALUES_DIFFER", ("出生年月",))],
        ),
        ({"姓名": "张三", "手机号码": "13800000000", "手机": "13900000000"}, []),
        ({"身份证号": NUMBER, "身份证号码": "450000199307010022"}, [("ROSTER.COLUMNS_DIFFER", ("身份证号码",))]),
    ],
)
def test_two_columns_of_what_nobody_has_twice(row: dict[str, str], told: list[tuple[str, object]]) -> None:
    """
    Two names, sexes, birth dates or identity numbers that surely differ are told; two telephones are not.
    """
    found = [(item.code, item.path) for item in check_row(row, on=ON).findings]

    assert told == [item for item in found if item[0].endswith("_DIFFER")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("身分證號", "citizen_id"), ("身份證號碼", "citizen_id"), ("性別", "sex"), ("學歷", "education"),
        ("職稱", "title_name"), ("單位名稱", "unit_name"), ("聯繫電話", "phone"), ("畢業時間", "graduated_on"),
        ("簽發時間", "issued_on"), ("證書編號", "certificate_number"), ("年齡", "age"), ("郵箱", "email"),
        ("戶籍所在地", "residence"), ("參加工作時間", "work_start"), ("公需科目學時", "general_hours"),
    ],
)  # fmt: skip
def test_headings_in_traditional_characters(heading: str, field: str) -> None:
    """
    A heading in traditional characters is read as its simplified form.
    """
    assert {heading: field} == dict(match_columns([heading]).fields)


def test_values_beside_it_are_read() -> None:
    """
    Under such headings the cells are read as ever.
    """
    report = check_row({"姓名": "張三", "出生日期": "1993-07-01", "身份證號": NUMBER, "性別": "男"}, on=ON)

    assert report.ok
    assert report.value is not None
    assert PartialDate(1993, 7, 1) == report.value.birth_date


def test_a_short_row_is_repaired_where_it_has_cells() -> None:
    """
    A row of a list that ends early is repaired in the cells it has, and grows none.
    """
    report = check_row(["张 三"], on=ON, columns=MATCH)

    assert ["张三"] == report.repaired().raw
