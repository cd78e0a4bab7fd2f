"""
More inputs of the kinds of cells: titles without a day, ditto marks, foreigners' blanks, hours in parts.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.findings import Finding
from credrules.rosters import PROFILE, check_row, check_rows
from credrules.values import Severity

ON = dt.date(2026, 11, 29)


def _findings(cells: dict[str, object]) -> list[Finding]:
    return list(check_row({"姓名": "张三", **cells}, on=ON).findings)


def _codes(cells: dict[str, object]) -> set[str]:
    return {item.code for item in _findings(cells)}


@pytest.mark.parametrize("heading", ["取得时间", "发证日期", "批准时间", "评审时间"])
@pytest.mark.parametrize("day", ["", None, " ", "　"])
@pytest.mark.parametrize("title", ["工程师", "高级会计师", "主治医师", "讲师", "二级教师（中学）", "正高级工程师"])
def test_a_title_without_its_day(title: str, heading: str, day: object) -> None:
    """
    Wherever the table has the column, a title whose day is blank is a warning at that column.
    """
    found = [
        item for item in _findings({"职称名称": title, f"职称{heading}": day}) if item.code == "ROSTER.ISSUED_MISSING"
    ]

    assert [(Severity.WARNING, f"职称{heading}")] == [(item.severity, item.path[0]) for item in found]


@pytest.mark.parametrize(
    "cells",
    [
        {"职称": "工程师"},
        {"职称": "工程师", "取得时间": "2015"},
        {"职称": "", "取得时间": ""},
        {"职称": "无", "取得时间": ""},
        {"职称": "未评", "取得时间": ""},
        {"职称": "中级工", "取得时间": ""},
        {"职称": "二级建造师", "取得时间": ""},
        {"职称": "普通话二级甲等", "取得时间": ""},
        {"职称": "工程师", "取得时间": "2015年第三季度"},
        {"职称": "工程师", "取得时间": "记不清"},
        {"取得时间": ""},
    ],
)
def test_no_day_is_missed_where_none_is_asked(cells: dict[str, object]) -> None:
    """
    Without the column, without a title, for what is no title, and where something is written, nothing is missing.
    """
    assert "ROSTER.ISSUED_MISSING" not in _codes(cells)


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("农艺师、经济师", ("农艺师", "经济师")),
        ("审计师｜会计师", ("审计师", "会计师")),
        ("主治医师/副教授", ("主治医师", "副教授")),
        ("工程师;讲师;经济师", ("工程师", "讲师", "经济师")),
        ("高级教师，高级工程师", ("高级教师", "高级工程师")),
    ],
)
def test_more_titles_in_one_cell(cell: str, titles: tuple[str, ...]) -> None:
    """
    However they are parted, each title of the cell is named.
    """
    (found,) = (item for item in _findings({"职称": cell}) if item.code == "ROSTER.TWO_TITLES")

    assert titles == found.params["titles"]


@pytest.mark.parametrize("heading", ["学历", "政治面貌", "籍贯", "民族", "职称", "部门"])
@pytest.mark.parametrize("mark", ["同上", "〃", "″", "如上"])
def test_ditto_marks_of_every_column(heading: str, mark: str) -> None:
    """
    A mark for "as above" is named in whatever column, offers the cell above and leaves the copy alone.
    """
    above = {
        "学历": "大学本科", "政治面貌": "群众", "籍贯": "广西南宁", "民族": "壮族", "职称": "工程师", "部门": "办公室",
    }[heading]  # fmt: skip
    rows = [{"姓名": "张三", heading: above}, {"姓名": "李四", heading: mark}]
    second = list(check_rows(rows, on=ON))[1]

    assert [(above, (heading,), True)] == [
        (item.suggestion, item.path, item.asks) for item in second.findings if item.code == "ROSTER.DITTO"
    ]
    assert (True, rows[1]) == (second.ok, second.repaired().raw)


@pytest.mark.parametrize(
    "number",
    [
        "932682198501010017",  # foreign permanent resident, 18 places
        "X1234567", "H12345678", "M1234567801", "A123456789", "A123456(3)", "E87654321", "5123456(7)", "12345678",
        "0312345601", "h12345678",
    ],
)  # fmt: skip
@pytest.mark.parametrize("blank", ["", None, "　"])
def test_more_foreigners_have_no_ethnic_group(number: str, blank: object) -> None:
    """
    Whoever's number is not that of a citizen leaves ethnic group and political status empty without a warning.
    """
    cells = {"身份证号": number, "民族": blank, "政治面貌": blank}
    foreign = number != "E87654321"  # a Chinese passport is a citizen's
    empty = {item.path[0] for item in _findings(cells) if item.code == "ROSTER.EMPTY"}

    assert foreign == ({"民族", "政治面貌"}.isdisjoint(empty))


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({"公需学时": 30, "专业学时": 40, "选修学时": None}, [("专业学时", "2"), ("选修学时", "18")]),
        ({"公需学时": 36, "专业学时": 42, "选修学时": " "}, [("选修学时", "18")]),
        ({"公需学时": "30学时", "专业学时": "42学时", "选修学时": ""}, [("选修学时", "18")]),
        ({"公需学时": "", "专业学时": "四十二", "选修学时": 18}, [("公需学时", "30")]),
        ({"公需学时": 30, "专业学时": "", "选修学时": 20}, [("专业学时", "42")]),
        ({"公需学时": "'30", "专业学时": "42。", "选修学时": ""}, [("选修学时", "18")]),
    ],
)
def test_more_blank_parts(cells: dict[str, object], missing: list[tuple[str, str]]) -> None:
    """
    Two filled parts of three and the requirement named: what is short is said at its column.
    """
    profile = PROFILE.switch(hours="CN-GD", hours_year=2023)
    found = check_row({"姓名": "张三", **cells}, on=ON, profile=profile).findings

    assert missing == [(str(it.path[0]), it.params["missing"]) for it in found if it.code == "ROSTER.HOURS_SHORT"]


@pytest.mark.parametrize(
    "heading",
    [
        "五年总学时",
        "近两年总学时",
        "任职以来总学时",
        "2021-2023年总学时",
        "2022年总学时",
        "上年度总学时",
        "2019至2023年总学时",
    ],
)
def test_more_headings_of_another_time(heading: str) -> None:
    """
    Hours of several years, or of another one, are never short of the year that is asked for.
    """
    profile = PROFILE.switch(hours="CN-GD", hours_year=2023)
    found = check_row({"姓名": "张三", heading: 5}, on=ON, profile=profile).findings

    assert "ROSTER.HOURS_SHORT" not in [item.code for item in found]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("心理咨询师", "职业"),
        ("健康管理师", "职业"),
        ("电工", "职业"),
        ("高级电工", "职业"),
        ("焊工", "职业"),
        ("美容师", "职业"),
        ("网络主播", "职业"),
        ("公务员", "职务"),
        ("科员", "职务"),
        ("党支部书记", "职务"),
        ("办公室主任", "职务"),
        ("副处长", "职务"),
        ("叉车证", "证书"),
        ("社工证", "证书"),
        ("特种作业证", "证书"),
        ("法律职业资格A证", "证书"),
        ("一级建造师证", "证书"),
        ("驾驶证", "证书"),
        ("技师（电工）", "职业技能等级"),
        ("高级工（焊工）", "职业技能等级"),
        ("高级技工", "职业技能等级"),
        ("税务师", "职业资格"),
        ("注册测绘师", "职业资格"),
        ("一级消防工程师", "职业资格"),
        ("劳动模范", "荣誉称号"),
    ],
)
def test_more_of_what_is_no_title(title: str, kind: str) -> None:
    """
    Occupations, posts, certificates, grades with their trade and honours each name the table they belong to.
    """
    (found,) = (item for item in _findings({"职称": title}) if item.code == "ROSTER.NOT_A_TITLE")

    assert (Severity.WARNING, True) == (found.severity, found.params["kind"].zh.startswith(kind))


@pytest.mark.parametrize(
    "title",
    [
        "主任编辑",
        "主任医师",
        "副主任护师",
        "高级经济师",
        "一级演员",
        "正高级工程师",
        "工程师证书",
        "经济师证",
        "高级会计师职称证书",
        "馆员",
        "译审",
        "翻译",
        "播音员",
        "高级技师",
        "主管药师",
        "高级政工师",
        "二级裁判",
        "正高级教师",
        "研究馆员",
        "副编审",
    ],
)
def test_titles_are_titles(title: str) -> None:
    """
    No title is taken for an occupation, a post or a certificate.
    """
    kinds = [item.params["kind"].zh[:2] for item in _findings({"职称": title}) if item.code == "ROSTER.NOT_A_TITLE"]

    assert kinds == (["职业"] if title == "高级技师" else [])
