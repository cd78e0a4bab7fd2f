"""
Cells of rosters as people fill them: no titles, two titles, ditto marks, other documents, dates, hours.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.findings import Finding
from credrules.hours import requirement
from credrules.rosters import PROFILE, check_row, check_rows, match_columns
from credrules.values import Severity

ON = dt.date(2026, 11, 29)


def _findings(**cells: object) -> list[Finding]:
    return list(check_row({"姓名": "张三", **cells}, on=ON).findings)


def _one(code: str, **cells: object) -> Finding:
    (found,) = (item for item in _findings(**cells) if item.code == code)
    return found


def _codes(**cells: object) -> set[str]:
    return {item.code for item in _findings(**cells)}


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("一级注册结构工程师", "职业资格"),
        ("中级工", "职业技能等级"),
        ("教师资格证", "职业资格"),
        ("执业药师", "职业资格"),
        ("高级中学教师资格证书", "证书"),
        ("二级建造师", "职业资格"),
        ("注册会计师", "职业资格"),
        ("法律职业资格", "职业资格"),
        ("高级技师", "职业技能等级"),
        ("初级工", "职业技能等级"),
        ("护士执业资格", "职业资格"),
        ("监理工程师", "职业资格"),
        ("会计从业资格证", "证书"),
        ("普通话二级甲等", "证书"),
        ("080", "职称系列"),
        ("工程技术人员", "职称系列"),
    ],
)
def test_what_is_no_title_names_its_table(title: str, table: str) -> None:
    """
    A qualification, a worker's grade, another certificate or a series in the column of titles is a warning.
    """
    found = _one("ROSTER.NOT_A_TITLE", 职称=title)

    assert (Severity.WARNING, True) == (found.severity, found.params["kind"].zh.startswith(table))
    assert {"ROSTER.TITLE_UNKNOWN", "ROSTER.TITLE_UNLISTED"}.isdisjoint(_codes(职称=title))


@pytest.mark.parametrize(
    "title", ["经济师", "技师", "会计师", "社会工作师", "播音员", "主管药师", "护师", "高级教师", "审计师"]
)
def test_titles_that_are_qualifications_too(title: str) -> None:
    """
    A name that is also a title, or that an examination gives, is a title here.
    """
    assert "ROSTER.NOT_A_TITLE" not in _codes(职称=title)


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("工程师、会计师", ("工程师", "会计师")),
        ("工程师/经济师", ("工程师", "经济师")),
        ("高级工程师，高级经济师", ("高级工程师", "高级经济师")),
        ("讲师 工程师", ("讲师", "工程师")),
        ("会计师;经济师", ("会计师", "经济师")),
        ("工程师及会计师", ("工程师", "会计师")),
        ("副教授、高级工程师", ("副教授", "高级工程师")),
        ("经济师+会计师", ("经济师", "会计师")),
        ("主治医师和讲师", ("主治医师", "讲师")),
        ("工程师、会计师、经济师", ("工程师", "会计师", "经济师")),
    ],
)
def test_two_titles_in_one_cell(cell: str, titles: tuple[str, ...]) -> None:
    """
    Two titles in one cell have a finding of their own.
    """
    assert titles == _one("ROSTER.TWO_TITLES", 职称=cell).params["titles"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("助工", "助理工程师"),
        ("中教二级", "二级教师（中学）"),
        ("研究员级高工", "正高级工程师"),
        ("中级工程师", "工程师"),
        ("高工", "高级工程师"),
        ("正高工", "正高级工程师"),
        ("教授级高工", "正高级工程师"),
        ("中教一级", "一级教师（中学）"),
        ("小教高级", "高级教师（小学）"),
        ("中级会计师", "会计师"),
    ],
)
def test_informal_titles_have_the_name_and_the_reason(title: str, name: str) -> None:
    """
    The full name is the candidate, the true reason is told, and the copy keeps the cell.
    """
    found = _one("ROSTER.TITLE_INFORMAL", 职称=title)

    assert (name, True) == (found.suggestion, found.asks)
    assert f"规范名称为{name}" in found.message()
    assert {"职称": title, "姓名": "张三"} == check_row({"姓名": "张三", "职称": title}, on=ON).repaired().raw


def test_a_level_is_no_title() -> None:
    """
    副高 says the level only; no name is offered.
    """
    found = _one("ROSTER.TITLE_INFORMAL", 职称="副高")

    assert None is found.suggestion
    assert "只说明级别，不是职称名称" in found.message()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("水利工程师", "工程师"),
        ("工程师（电力）", "工程师"),
        ("高级水利工程师", "高级工程师"),
        ("语文一级教师", "一级教师"),
        ("内科主治医师", "主治医师"),
        ("药物分析工程师", "工程师"),
        ("助理机械工程师", "助理工程师"),
        ("金融经济师", "经济师"),
    ],
)
def test_specialities_have_the_title_as_candidate(title: str, name: str) -> None:
    """
    A title with its speciality is right if the certificate says so; the title alone is the candidate.
    """
    found = _one("ROSTER.TITLE_UNLISTED", 职称=title)

    assert (name, Severity.INFO, True) == (found.suggestion, found.severity, found.asks)


def test_a_title_has_its_day() -> None:
    """
    A title without a date is a warning where the column exists, and none where it does not or where it is no title.
    """
    assert Severity.WARNING is _one("ROSTER.ISSUED_MISSING", 职称="工程师", 取得时间="").severity
    assert "ROSTER.ISSUED_MISSING" not in _codes(职称="工程师")
    assert "ROSTER.ISSUED_MISSING" not in _codes(职称="工程师", 取得时间="2015-12")
    assert "ROSTER.ISSUED_MISSING" not in _codes(职称="无", 取得时间="")
    assert "ROSTER.ISSUED_MISSING" not in _codes(职称="执业药师", 取得时间="")
    assert "ROSTER.ISSUED_MISSING" not in _codes(职称="工程师", 取得时间="哪年来着")


@pytest.mark.parametrize("mark", ["同上", "〃", "″", "''", "同上行", "如上", "々", " 同上 ", "上同", "ditto"])
def test_ditto_marks_have_the_cell_above(mark: str) -> None:
    """
    同上 is a finding; in a stream the filled cell above is offered, through several marks, and never put in.
    """
    rows = [{"姓名": name, "单位": unit} for name, unit in (("张三", "甲市第一中学"), ("李四", mark), ("王五", mark))]
    reports = list(check_rows(rows, on=ON))
    alone = _one("ROSTER.DITTO", 单位=mark)

    assert (None, Severity.WARNING) == (alone.suggestion, alone.severity)
    for report, row in zip(reports[1:], rows[1:], strict=True):
        (found,) = (item for item in report.findings if item.code == "ROSTER.DITTO")
        assert ("甲市第一中学", True) == (found.suggestion, found.asks)
        assert "甲市第一中学" in found.message()
        assert report.repaired().raw == row
        assert {"ROSTER.GAP", "ROSTER.UNIT_SPELLING"}.isdisjoint(item.code for item in report.findings)


def test_ditto_marks_stand_in_any_column() -> None:
    """
    An ethnic group or a school said to be the same as above is no unknown word.
    """
    rows = [{"姓名": "张三", "民族": "汉族", "职称": "工程师"}, {"姓名": "李四", "民族": "同上", "职称": "〃"}]
    second = list(check_rows(rows, on=ON))[1]

    assert [("汉族", "民族"), ("工程师", "职称")] == [
        (item.suggestion, item.path[0]) for item in second.findings if item.code == "ROSTER.DITTO"
    ]
    assert second.ok


@pytest.mark.parametrize(
    "word", ["无", "没有", "无单位", "/", "—", "暂无", "无工作单位", " 无 ", "-", "——", "--", "//", "---"]
)
def test_a_unit_is_not_none(word: str) -> None:
    """
    Whoever is on a roster has a unit: a word for none is a warning, once.
    """
    found = {item.code: item.severity for item in _findings(单位=word) if item.path == ("单位",)}

    assert {"ROSTER.UNIT_NONE"} == found.keys() - {"TEXT.EXTRA_SPACE"}
    assert Severity.WARNING is found["ROSTER.UNIT_NONE"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("民族", "13.0"),
        ("民族", "01.0"),
        ("学历", "20.0"),
        ("学位", "4.0"),
        ("政治面貌", "13.0"),
        ("性别", "1.0"),
        ("性别", "2.0"),
        ("学历", "本科/学士"),
        ("学历", "大专（电大）"),
        ("籍贯", "北京市市辖区朝阳区"),
        ("籍贯", "重庆市县城口县"),
    ],
)
def test_cells_that_are_read(heading: str, cell: str) -> None:
    """
    Codes out of exports, a degree beside a schooling and places of pickers are no errors.
    """
    assert [] == [item for item in _findings(**{heading: cell}) if item.severity is Severity.ERROR]


def test_two_digits_of_a_birth_year() -> None:
    """
    93.07 as a birth date never means 2093; the identity number and the day of the check narrow the century.
    """
    assert ("1993-07",) == _one("DATE.TWO_DIGIT_YEAR", 出生日期="93.07").params["candidates"]


@pytest.mark.parametrize(
    ("cells", "heading", "candidates"),
    [
        ({"出生日期": "12.07"}, "出生日期", ("2012-07",)),
        ({"出生日期": "31.07"}, "出生日期", ("1931-07",)),
        ({"出生日期": "05.07"}, "出生日期", ("2005-07",)),
        ({"身份证号": "450000199307010014", "出生日期": "93.07"}, "出生日期", ("1993-07",)),
        ({"出生日期": "1986-11", "取得时间": "12.07", "职称": "工程师"}, "取得时间", ("2012-07",)),
        ({"出生日期": "86.11", "取得时间": "15.12", "职称": "工程师"}, "取得时间", ("2015-12",)),
        ({"身份证号": "450000199307010014", "参加工作时间": "15.07"}, "参加工作时间", ("2015-07",)),
        ({"取得时间": "31.07", "职称": "工程师"}, "取得时间", ("1931-07",)),
        ({"出生日期": "1970-05", "毕业时间": "92.07"}, "毕业时间", ("1992-07",)),
        ({"出生日期": "2001-05", "毕业时间": "23年6月"}, "毕业时间", ("2023-06",)),
        ({"出生日期": "1986-11", "聘任截止时间": "28.12"}, "聘任截止时间", ("2028-12",)),
    ],
)
def test_other_cells_narrow_the_century(cells: dict[str, object], heading: str, candidates: tuple[str, ...]) -> None:
    """
    No date of the past lies after the day of the check or before birth, and a birth date is that of the number.
    """
    (found,) = (item for item in _findings(**cells) if item.code == "DATE.TWO_DIGIT_YEAR" and item.path == (heading,))

    assert candidates == found.params["candidates"]
    assert (candidates[0] if len(candidates) == 1 else None) == found.suggestion


@pytest.mark.parametrize("number", ["932682198501010017", "X1234567", "H12345678", "A123456789"])
def test_a_foreigner_has_no_ethnic_group(number: str) -> None:
    """
    An empty ethnic group or political status of a foreigner is no gap.
    """
    found = [
        item.path for item in _findings(身份证号=number, 民族="", 政治面貌="", 性别="") if item.code == "ROSTER.EMPTY"
    ]

    assert [("性别",)] == found


def test_a_citizen_has_one() -> None:
    """
    Of a citizen both are asked for.
    """
    found = [
        item.path
        for item in _findings(身份证号="450000199307010014", 民族="", 政治面貌="")
        if item.code == "ROSTER.EMPTY"
    ]

    assert [("民族",), ("政治面貌",)] == found


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({"公需学时": 30, "专业学时": 42, "选修学时": ""}, [("选修学时", "18")]),
        ({"公需学时": 30, "专业学时": "", "选修学时": 18}, [("专业学时", "42")]),
        ({"公需学时": "", "专业学时": 42, "选修学时": 18}, [("公需学时", "30")]),
        ({"公需学时": 30, "专业学时": 60, "选修学时": ""}, [("选修学时", "18")]),
        ({"公需学时": 30, "专业学时": 42, "选修学时": "", "总学时": 90}, []),
        ({"公需学时": 30, "专业学时": 42, "选修学时": "", "总学时": 80}, [("总学时", "10")]),
        ({"公需学时": 30, "专业学时": "", "选修学时": ""}, []),
        ({"公需学时": 20, "专业学时": 42, "选修学时": ""}, [("公需学时", "10"), ("选修学时", "18")]),
        ({"公需学时": "三十", "专业学时": "四十二", "选修学时": ""}, [("选修学时", "18")]),
        ({"公需学时": 30, "专业学时": 42}, []),
    ],
)
def test_a_blank_part_beside_two_filled_ones(cells: dict[str, object], missing: list[tuple[str, str]]) -> None:
    """
    With the requirement named, 30 / 42 / blank lacks the third part; a total makes it up, and one part says too little.
    """
    profile = PROFILE.switch(hours="CN-GD", hours_year=2023)
    report = check_row({"姓名": "张三", **cells}, on=ON, profile=profile)
    found = [(str(it.path[0]), it.params["missing"]) for it in report.findings if it.code == "ROSTER.HOURS_SHORT"]

    assert missing == found


def test_a_weak_requirement_judges_no_row() -> None:
    """
    By a rule of low confidence nothing is said to be short; that and its name are told.
    """
    profile = PROFILE.switch(hours="山东", hours_year=2022)
    found = {item.code: item for item in check_row({"姓名": "张三", "总学时": 10}, on=ON, profile=profile).findings}

    assert "ROSTER.HOURS_SHORT" not in found
    assert "CN-SD" in found["ROSTER.HOURS_NOT_JUDGED"].message()


@pytest.mark.parametrize(
    "cells",
    [
        {"三年总学时": 180},
        {"近三年总学时": 120},
        {"三年总学时": 10},
        {"近5年总学时": 450},
        {"累计总学时": 30},
        {"任期总学时": 30},
        {"2024年公需学时": 10},
        {"2024年公需学时": 0, "2024年专业学时": 0},
        {"2022-2023年总学时": 100},
        {"2025年总学时": 90},
        {"历年总学时": 5},
    ],
)
def test_hours_of_another_time_are_not_judged(cells: dict[str, object]) -> None:
    """
    Three years together, and another year than the one asked for, are neither short nor enough: that is said once.
    """
    profile = PROFILE.switch(hours="CN-GD", hours_year=2023)
    report = check_row({"姓名": "张三", **cells}, on=ON, profile=profile)
    found = [item for item in report.findings if item.code.startswith("ROSTER.HOURS")]

    assert "ROSTER.HOURS_SHORT" not in [item.code for item in found]
    assert [match_columns(cells).headings.get("total_hours") is not None or "2024年公需学时" in cells] == [bool(found)]


def test_the_year_asked_for_is_judged_under_its_heading() -> None:
    """
    A heading of that very year, and one of none, are judged as ever; without a requirement nothing is said of headings.
    """
    profile = PROFILE.switch(hours="CN-GD", hours_year=2023)
    for heading in ("2023年公需学时", "公需学时"):
        found = check_row({"姓名": "张三", heading: 10}, on=ON, profile=profile).findings
        assert ["ROSTER.HOURS_SHORT"] == [item.code for item in found]
    (plain,) = check_row({"姓名": "张三", "2024年公需学时": 10}, on=ON).findings

    assert "没有指定地区和年度" in plain.message()
    named = PROFILE.switch(hours=requirement("CN-GD", year=2023))
    assert ["ROSTER.HOURS_SHORT"] == [
        it.code for it in check_row({"姓名": "张三", "2023年公需学时": 1}, on=ON, profile=named).findings
    ]


@pytest.mark.parametrize(
    "title",
    [
        "工程师任职资格",
        "高级会计师任职资格",
        "工程师资格",
        "讲师任职资格",
        "副主任医师（副高级）",
        "主管护师专业技术资格",
        "会计师职称",
    ],
)
def test_what_follows_a_title_makes_no_certificate_of_it(title: str) -> None:
    """
    工程师任职资格 is a title with what certificates write after it, not a qualification.
    """
    assert {"ROSTER.NOT_A_TITLE", "ROSTER.TITLE_UNKNOWN"}.isdisjoint(_codes(职称=title))


@pytest.mark.parametrize("title", ["劳动模范", "优秀教师", "模范教师", "三八红旗手", "技术能手", "先进工作者"])
def test_an_honour_is_no_title(title: str) -> None:
    """
    An honorary title in the column of titles names its table.
    """
    assert _one("ROSTER.NOT_A_TITLE", 职称=title).params["kind"].zh.startswith("荣誉称号")
