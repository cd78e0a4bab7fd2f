"""
Several entries in one cell, a level beside the title, columns of codes, and cells merged downwards.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import rosters
from credrules.rosters.records import entries
from credrules.rosters.records.cells import BIRTH

ON = dt.date(2025, 6, 30)


def _codes(row: dict[str, object], heading: str) -> list[str]:
    report = rosters.check_row({"姓名": "张三", **row}, on=ON)
    return [item.code for item in report.findings if item.path[0] == heading]


SEVERAL = [
    ("职业资格", "执业药师\n执业兽医"),
    ("工作单位", "甲县水利局 乙县教育局"),
    ("毕业院校", "甲市大学\n乙市学院"),
    ("职务", "科长 党支部书记"),
    ("部门", "内科　外科"),
    ("所学专业", "土木工程 会计学"),
    ("第一学历毕业院校", "甲县第一中学 乙市技工学校"),
]
ONE = [
    ("职业资格", "执业 药师"),
    ("工作单位", "甲县 水利局"),
    ("工作单位", "甲县水\n利局"),
    ("毕业院校", "甲市 大学"),
    ("职务", "副 科长"),
    ("部门", "办公 室"),
    ("所学专业", "汉语言 文学"),
]


@pytest.mark.parametrize(("heading", "cell"), SEVERAL)
def test_white_space_between_entries_is_no_layout(heading: str, cell: str) -> None:
    """
    Entries that are complete in themselves are reported, and the repaired copy does not make one of them.
    """
    report = rosters.check_row({"姓名": "张三", heading: cell}, on=ON)
    repaired = report.repaired().raw

    assert ["ROSTER.SEVERAL_ENTRIES"] == [item.code for item in report.warnings if item.path[0] == heading]
    assert isinstance(repaired, dict)
    assert cell == repaired[heading]


@pytest.mark.parametrize(("heading", "cell"), ONE)
def test_white_space_within_an_entry_is_layout(heading: str, cell: str) -> None:
    """
    White space inside one entry is removed from the copy as before.
    """
    repaired = rosters.check_row({"姓名": "张三", heading: cell}, on=ON).repaired().raw

    assert isinstance(repaired, dict)
    assert "".join(cell.split()) == repaired[heading]


def test_more_than_ten_parts_are_a_text() -> None:
    """
    A cell full of single names is a text, and so is one with nothing else to say.
    """
    assert "、" not in (entries.SCHOOLS.read(" ".join(["甲市大学"] * 11), None).value or "")
    assert entries.SCHOOLS.read(None, None).value is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("工程师 经济师", ["ROSTER.TWO_TITLES"]),
        ("工程师\n会计师", ["ROSTER.TWO_TITLES"]),
        ("主治医师、执业药师", ["ROSTER.TWO_TITLES"]),
        ("高级工程师/注册安全工程师", ["ROSTER.TWO_TITLES"]),
        ("副教授兼高级工程师", ["ROSTER.TWO_TITLES"]),
        ("高级 工程师", ["TEXT.EXTRA_SPACE"]),
        ("执业药师、执业兽医", ["ROSTER.TITLE_UNKNOWN"]),
    ],
)
def test_a_title_and_something_else_in_one_cell(cell: str, expected: list[str]) -> None:
    """
    Two titles, or a title and a qualification, are two entries, whatever separates them; they stay apart in the copy.
    """
    repaired = rosters.check_row({"姓名": "张三", "职称": cell}, on=ON).repaired().raw

    assert expected == _codes({"职称": cell}, "职称")
    assert isinstance(repaired, dict)
    assert ("高级工程师" if cell == "高级 工程师" else cell) == repaired["职称"]


@pytest.mark.parametrize("cell", ["工程师（中级）", "中级（工程师）", "工程师/中级", "中级职称-工程师", "工程师 中级"])
def test_a_level_beside_the_title(cell: str) -> None:
    """
    The title is the candidate, and the column of levels is compared with it.
    """
    report = rosters.check_row({"姓名": "张三", "职称": cell, "职称等级": "中级"}, on=ON)

    assert [("ROSTER.TITLE_INFORMAL", "工程师")] == [(item.code, item.suggestion) for item in report.findings]
    assert ["ROSTER.TITLE_LEVEL"] == _codes({"职称": cell, "职称等级": "副高级"}, "职称等级")


@pytest.mark.parametrize("cell", ["工程师（副高级）", "正高级/副教授", "助理工程师（中级）"])
def test_a_level_beside_a_title_that_cannot_have_it(cell: str) -> None:
    """
    A cell that contradicts itself is an error without any other column.
    """
    assert "ROSTER.TITLE_LEVEL" in _codes({"职称": cell}, "职称")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("文化程度代码", "education"),
        ("学历编码", "education"),
        ("最高学历代码", "education"),
        ("学位编码", "degree"),
        ("民族编码", "ethnicity"),
        ("性别代号", "sex"),
        ("政治面貌名称", "political_status"),
        ("职称级别代码", "title_level"),
        ("单位编码", ""),
        ("专业代码", ""),
        ("原学历代码", ""),
    ],
)
def test_columns_of_codes(heading: str, field: str) -> None:
    """
    Code, number or name of a coded field is that field, never the number of a certificate; of others it is none.
    """
    assert field == rosters.match_columns(["姓名", heading]).columns[1].field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("邮箱 E-mail", "email"),
        ("身份证 ID No.", "citizen_id"),
        ("电话 Tel.", "phone"),
        ("职称（Title）", "title_name"),
    ],
)
def test_the_other_language_behind_a_heading(heading: str, field: str) -> None:
    """
    Stops and hyphens belong to the English half.
    """
    assert field == rosters.match_columns(["姓名", heading]).columns[1].field


def test_cells_merged_downwards_hold_in_every_row() -> None:
    """
    Who names the merged ranges is not told of gaps; a cell that is filled keeps what it holds, and short rows grow.
    """
    sheet: list[list[object]] = [
        ["姓名", "性别", "单位"],
        ["张三", "男", "甲校"],
        ["李四", "女"],
        ["王五", "男", "乙校"],
        ["合计", None, None],
    ]
    layout = rosters.find_headings(sheet, merged=["C2:C4", "A1:A1", (2, 9, 3, 9), "A5:C5"])
    people = [list(row) for row in layout.people(sheet)]
    report = rosters.check_table(layout.headings, people, on=ON)

    assert [["张三", "男", "甲校"], ["李四", "女", "甲校"], ["王五", "男", "乙校"]] == people
    assert "ROSTER.GAP" not in [item.code for row in report.rows for item in row.findings]
    assert "ROSTER.GAP" in [
        item.code
        for row in rosters.check_table(layout.headings, rosters.find_headings(sheet).people(sheet), on=ON).rows
        for item in row.findings
    ]


def test_the_highest_study_ends_last() -> None:
    """
    A highest study that ends before the first one is doubted; in one year nothing is sure.
    """
    assert ["ROSTER.GRADUATION_ORDER"] == _codes({"毕业时间": "2001-07", "第一学历毕业时间": "2003-07"}, "毕业时间")
    assert ["DATE.PRECISION"] == _codes({"毕业时间": "2003", "第一学历毕业时间": "2003-07"}, "毕业时间")


SAME = {"姓名": "张三", "身份证号": "450000199307010014"}


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ({"职业资格": "执业药师"}, {"职业资格": "执业兽医"}, ["ROSTER.PERSON_AGAIN"]),
        ({"职称": "工程师", "证书编号": "A1"}, {"职称": "工程师", "证书编号": "B2"}, ["ROSTER.PERSON_AGAIN"]),
        ({"年度": 2023}, {"年度": 2024}, []),
        ({"年度": 2024}, {"年度": 2024}, ["ROSTER.DUPLICATE_PERSON"]),
        ({"职业资格": "执业药师"}, {"职业资格": "执业药师"}, ["ROSTER.DUPLICATE_PERSON"]),
        ({"职业资格": "执业药师"}, {"职业资格": "执业兽医", "姓名": "李四"}, ["ROSTER.DUPLICATE_PERSON"]),
        ({}, {}, ["ROSTER.DUPLICATE_PERSON"]),
    ],
)
def test_one_person_in_several_rows(earlier: dict[str, object], later: dict[str, object], expected: list[str]) -> None:
    """
    Another year is another row, another certificate is asked about, anything else is a person listed twice.
    """
    _, report = rosters.check_rows([{**SAME, **earlier}, {**SAME, **later}], on=ON)

    assert expected == [item.code for item in report.findings if item.path[0] == "身份证号"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("A001、B002", ["ROSTER.SEVERAL_NUMBERS"]),
        ("（2015）001号，（2016）002号", ["ROSTER.SEVERAL_NUMBERS"]),
        ("2015001/02", []),
        ("桂职字〔2013〕0345号", []),
        ("甲、20130345", []),
    ],
)
def test_several_numbers_in_a_cell(cell: str, expected: list[str]) -> None:
    """
    Two numbers with a comma between them are two; a stroke or a blank belongs to many a number.
    """
    assert expected == _codes({"职业资格": "执业药师", "职业资格证书编号": cell}, "职业资格证书编号")


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("zhangsan", "450000199307010014", ["ROSTER.LATIN_NAME"]),
        ("Zhang San", "450000199307010014", ["ROSTER.LATIN_NAME"]),
        ("张三", "450000199307010014", []),
        ("𫖯明", "450000199307010014", []),
        ("John Smith", "830000199307010019", []),
    ],
)
def test_citizens_have_names_in_characters(name: str, number: str, expected: list[str]) -> None:
    """
    A name in Latin letters beside a citizen's number is doubted; residents from elsewhere may have one.
    """
    report = rosters.check_row({"姓名": name, "身份证号": number}, on=ON)

    assert expected == [item.code for item in report.findings if item.code == "ROSTER.LATIN_NAME"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1986.11（38岁）", []),
        ("1986.11（37岁）", []),
        ("1986年11月（现年30周岁）", ["ROSTER.AGE_BESIDE"]),
        ("1986-11-05（48岁）", ["ROSTER.AGE_BESIDE"]),
        ("1986.11", []),
    ],
)
def test_the_age_beside_a_date_of_birth(cell: str, expected: list[str]) -> None:
    """
    The age printed behind the date is compared with it, allowing for a form of some time ago.
    """
    codes = _codes({"出生日期": cell}, "出生日期")

    assert expected == [code for code in codes if code == "ROSTER.AGE_BESIDE"]
    assert BIRTH.read("1986.11（30岁）", None).findings[0].code == "DATE.MORE_TEXT"
