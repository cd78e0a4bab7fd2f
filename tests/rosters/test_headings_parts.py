"""
What a heading alone says: brackets, two things in one, groups; and the leaves that read such cells.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.rosters import PROFILE, Fate, check_row, check_table, find_headings, match_columns
from credrules.rosters.columns import cell_of
from credrules.rosters.headings.reading import read_heading
from credrules.rosters.records.cells import EDUCATION_DEGREE, RESIDENCE

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"


@pytest.mark.parametrize(
    ("heading", "fate", "field"),
    [
        ("（姓名）", Fate.FIELD, "name"),
        ("【身份证号】", Fate.FIELD, "citizen_id"),
        ("学历/学位", Fate.FIELD, "education_degree"),
        ("最高学历|最高学位", Fate.FIELD, "education_degree"),
        ("学位 + 学历", Fate.FIELD, "education_degree"),
        ("手机/电话", Fate.FIELD, "phone"),
        ("手机、固话", Fate.FIELD, "phone"),
        ("户籍地址、家庭住址", Fate.FIELD, "address"),
        ("学历/最高学历", Fate.FIELD, "education"),
        ("学历、毕业院校", Fate.NO_FIELD, ""),
        ("学历/专业", Fate.NO_FIELD, ""),
        ("单位、职务", Fate.NO_FIELD, ""),
        ("姓名/身份证号", Fate.NO_FIELD, ""),
        ("性别|民族", Fate.NO_FIELD, ""),
        ("配偶姓名、配偶单位", Fate.OTHER_PERSON, ""),
        ("甲/乙", Fate.NOT_UNDERSTOOD, ""),
        ("毕业院校（原）", Fate.OTHER_TIME, ""),
        ("职称（拟申报）", Fate.OTHER_TIME, ""),
        ("姓名（配偶）", Fate.OTHER_PERSON, ""),
        ("学历（在职）", Fate.FIELD, "later_education"),
        ("性别（在职）", Fate.FIELD, "sex"),
        ("性别（男、女）", Fate.FIELD, "sex"),
    ],
)
def test_brackets_and_joint_headings(heading: str, fate: Fate, field: str) -> None:
    """
    Alternatives of one field are that field; two things in one cell are no field.
    """
    found = read_heading(heading)

    assert (fate, field) == (found.fate, found.field)


@pytest.mark.parametrize(
    "heading", ["日期（1年2月）", "身份证号(18位1,15位2)", "编号(1位2位)", "出生日期(8位19900101)"]
)
def test_forms_are_no_legend(heading: str) -> None:
    """
    Figures with units say how something is written, not what a code stands for.
    """
    assert read_heading(heading).legend == {}


@pytest.mark.parametrize(
    ("group", "heading", "field"),
    [
        ("第一学历", "学历", "first_education"),
        ("第一学历", "性别", "sex"),
        ("在职教育", "职称", "title_name"),
        ("最高学历", "专业", "major"),
        ("现任岗位", "任职时间", ""),
    ],
)
def test_a_group_says_what_the_heading_leaves_open(group: str, heading: str, field: str) -> None:
    """
    A group of studies makes a column one of those studies, if they have it.
    """
    assert field == read_heading(heading, group).field


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("本科/学士", "20"),
        ("大学本科学士", "20"),
        ("硕士研究生、硕士学位", "14"),
        ("本科", "20"),
        ("大专", "30"),
        ("本科 理学学士", "20"),
        ("学士/本科", "20"),
    ],
)
def test_education_and_degree_in_one_cell(cell: str, code: str) -> None:
    """
    The code is that of the education, whichever comes first.
    """
    assert code == EDUCATION_DEGREE.check(cell).value


@pytest.mark.parametrize("cell", ["学士", "甲/乙", "本科/x", "x" * 50, 20.5, "本科某某"])
def test_what_is_no_education_with_a_degree(cell: object) -> None:
    """
    It is refused as an education would be.
    """
    report = EDUCATION_DEGREE.check(cell)

    assert (None, False) == (report.value, report.ok)


def test_where_somebody_is_registered() -> None:
    """
    A division gives its code, an address none; neither is a fault.
    """
    assert RESIDENCE.check("北京市海淀区").value == "110108"
    assert (None, (), True) == (
        RESIDENCE.check("甲村三组12号").value,
        RESIDENCE.check("甲村三组12号").findings,
        RESIDENCE.check("甲村三组12号").ok,
    )


def test_a_day_that_is_none() -> None:
    """
    Without a day nothing is judged, and the row says so once.
    """
    report = check_row({"姓名": "张三"}, on="x")  # type: ignore[arg-type]  # the point of the test

    assert (["RECORD.NO_DAY"], None) == ([item.code for item in report.findings], report.value)


def test_another_systems_profile() -> None:
    """
    It is refused row by row; the columns are read all the same.
    """
    from credrules.systems.guangxi import PROFILE as OTHER  # noqa: PLC0415  # another system's

    report = check_table(["姓名"], [["张三"]], on=ON, profile=OTHER)

    assert ["PROFILE.FOREIGN"] == [item.code for row in report.rows for item in row.findings]
    assert ["ROSTER.COLUMN_ABSENT"] == [item.code for item in report.table]


def test_a_profile_of_another_day() -> None:
    """
    What is said of the whole row stands before its cells.
    """
    late = PROFILE.__class__(name="late", valid_from="2030")
    report = check_row({"姓名": "张三", "身份证号": "1", "身份证号码": ID}, on=ON, profile=late)

    assert report.findings[0].code == "PROFILE.OUTSIDE"
    assert not report.findings[0].path
    assert "CITIZEN_ID.LENGTH" in {item.code for item in report.errors}


class Hostile(dict[object, object]):
    """
    A row whose cells cannot be had.
    """

    def get(self, *_: object) -> object:
        """
        Refuse.
        """
        raise RuntimeError


def test_a_hostile_row_has_no_cells() -> None:
    """
    Its cells are blank, and it is told by their absence.
    """
    match = match_columns(["姓名", "性别"])

    assert cell_of(Hostile(姓名="张三"), match.columns[0]) is None
    assert cell_of("张三", match.columns[0]) is None
    assert cell_of(["张三"], match.columns[1]) is None


def test_evidence_in_words() -> None:
    """
    By its heading, by its values, or against them; a column of real dates is dates.
    """
    day = dt.date(1993, 7, 1)
    rows = [["张三", ID, day], ["李四", ID, day], ["王五", ID, day]]
    match = match_columns(["姓名", "号码", "身份证"], rows)

    assert [
        ("name", "按标题识别，内容 3 格有值"),
        ("citizen_id", "按内容识别（3/3）"),
        ("", "内容像日期，与标题不符"),
    ] == [(column.field, column.evidence.zh) for column in match.columns]
    assert "3 of 3" in match.columns[1].evidence.en
    assert match_columns(["星座"]).columns[0].evidence.en == "by its heading"


@pytest.mark.parametrize("row", [5, "张三", None])
def test_what_is_no_line_is_a_blank_one(row: object) -> None:
    """
    A sheet with something else among its rows is read without it.
    """
    layout = find_headings([["姓名", "性别"], row, ["张三", "男"]])  # type: ignore[list-item]  # the point of the test

    assert (2,) == layout.rows


GROUPED: tuple[tuple[list[list[object]], list[str]], ...] = (
    ([["基本信息", None, "联系人", None], ["姓名", "身份证号", "姓名", "电话"]], ["name", "citizen_id", "", ""]),
    ([["本人", None, "配偶", None], ["姓名", "身份证号", "姓名", "身份证号"]], ["name", "citizen_id", "", ""]),
    (
        [["个人情况", None, "第一学历", None], ["姓名", "性别", "学历", "专业"]],
        ["name", "sex", "first_education", "first_major"],
    ),
    ([["个人信息", None, "原职称", None], ["姓名", "性别", "名称", "取得时间"]], ["name", "sex", "", ""]),
    (
        [["个人信息", None, "职称", None], ["姓名", "性别", "名称", "取得时间"]],
        ["name", "sex", "title_name", "issued_on"],
    ),
    (
        [["基本信息", None, "其他信息", None], ["姓名", "性别", "民族", "学历"]],
        ["name", "sex", "ethnicity", "education"],
    ),
    ([["某局", None, "二〇二五年"], ["姓名", "性别", "民族"]], ["name", "sex", "ethnicity"]),
    ([["某局", None, "2025年6月"], ["姓名", "性别", "民族"]], ["name", "sex", "ethnicity"]),
    ([["员工信息", None, "紧急联系人信息", None], ["姓名", "手机", "姓名", "手机"]], ["name", "mobile", "", ""]),
    ([["学生信息", None, "家长信息", None], ["姓名", "身份证号", "姓名", "身份证号"]], ["name", "citizen_id", "", ""]),
)


@pytest.mark.parametrize(("heads", "fields"), GROUPED)
def test_a_group_above_headings_that_explain_themselves(heads: list[list[object]], fields: list[str]) -> None:
    """
    A line of groups is heading where it changes what stands below it, though that is understood without it.
    """
    layout = find_headings([["花名册"], *heads, ["张三", ID, "李四", "1"][: len(fields)]])

    assert fields == [column.field for column in layout.columns.columns]
    assert (3,) == layout.rows


def test_the_year_of_a_row_that_names_none() -> None:
    """
    A blank or unreadable 年度 leaves the year to the headings.
    """
    row = {"姓名": "张三", "年度": "", "2024年公需": 30, "2024年专业": 60}

    assert () == check_row(row, on=ON).errors
