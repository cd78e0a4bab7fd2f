"""
Hours of a period, and of any time but one calendar year, are another time's and never judged as the asked year.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.rosters import PROFILE, Fate, When, check_row, check_table, match_columns
from credrules.rosters.column import Heading

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"
GUANGDONG = PROFILE.switch(hours="CN-GD", hours_year=2023)

PERIODS: tuple[Heading, ...] = (
    # without an end or a beginning
    "累计学时",
    "累计总学时",
    "累计完成学时",
    "累积学时",
    "累计公需科目",
    "历史总学时",
    "终身学时",
    "截至目前总学时",
    "截止报名时学时",
    "截至2024年学时",
    "2020年以前学时",
    "2020年前学时",
    "2020年以后学时",
    "2020年起累计学时",
    "自2019年起学时",
    "以前年度学时",
    "往年学时",
    "历年累计学时",
    "任现职以来总学时",
    "任现职以来继续教育学时",
    "取得现职称以来学时",
    "参加工作以来总学时",
    "2019年以来学时",
    "聘任至今学时",
    "任教以来累计学分",
    # several years
    "多年总学时",
    "近五年学时",
    "近5年总学时",
    "近三年平均学时",
    "近2年公需学时",
    "前三年学时",
    "过去五年学时",
    "最近三年继续教育学时",
    "近几年学时",
    "数年总学时",
    "逐年学时",
    "各年度学时",
    "三年总学时",
    "5年周期学时",
    "五年累计学时",
    "三年来学时",
    "两年学时合计",
    "2022-2024学时",
    "2022至2024年学时",
    "2022—2024年度公需科目学时",
    "2022、2023、2024年学时",
    "2022和2023年学时",
    "2023/2024学年学时",
    "十三五期间学时",
    "十四五学时",
    # a term
    "任期学时",
    "任期内学时",
    "聘期总学时",
    "本聘期学时",
    "本周期学时",
    "全周期学时",
    "周期总学时",
    "注册期内学时",
    "任现职期间学时",
    "本轮学时",
    "上轮学时",
    # another year, or a year that is not the calendar's
    "上年学时",
    "去年学时",
    "上一年度学时",
    "上年度公需",
    "前年学时",
    "下一年度学时",
    "近一年学时",
    "最近一年总学时",
    "近12个月学时",
    "上年结转学时",
    "结余学时",
    # part of a year
    "半年学时",
    "2024年上半年学时",
    "下半年公需科目学时",
    "一季度学时",
    "第三季度学分",
    "1-6月学时",
    "本月学时",
    "本学期学时",
    "第一学期学时",
    "2024年7月至2025年6月学时",
    "周学时",
    "每周课时",
    "周课时",
    "年均学时",
    "月均学时",
    "平均每年学时",
    "人均学时",
    # said by the brackets
    "总学时（近三年）",
    "总学时（2022-2024）",
    "学时（累计）",
    "继续教育学时（任现职以来）",
    "公需科目（上半年）",
    "总学时（截至2024年底）",
    # said by the group above
    ("任现职以来", "学时"),
    ("任现职以来", "公需科目"),
    ("近三年", "公需"),
    ("累计", "公需科目学时"),
    ("累计学时", "专业科目"),
    ("近五年继续教育学时", "合计"),
    ("继续教育学时", "2021-2023年"),
    ("继续教育学时", "近五年"),
    ("继续教育学时", "累计"),
    ("2024年", "上半年学时"),
    ("本聘期", "总学时"),
)

YEARS: tuple[tuple[Heading, str, int | None], ...] = (
    ("2024年累计学时", "total_hours", 2024),
    ("2024年度公需科目学时数", "general_hours", 2024),
    ("总学时（2024年）", "total_hours", 2024),
    ("学时(2024年度)", "total_hours", 2024),
    ("年度累计学时", "total_hours", None),
    ("本年度学时", "total_hours", None),
    ("本年累计学时", "total_hours", None),
    ("当年学时", "total_hours", None),
    ("今年总学时", "total_hours", None),
    ("全年学时", "total_hours", None),
    ("年度公需科目学时", "general_hours", None),
    ("本年度专业科目学时", "professional_hours", None),
    ("公需学时（每年不少于30）", "general_hours", None),
    ("公需科目（24学时）", "general_hours", None),
    (("2024年", "公需科目学时"), "general_hours", 2024),
    (("近五年继续教育学时", "2022年"), "total_hours", 2022),
    (("近三年", "2023年总学时"), "total_hours", 2023),
    (("继续教育学时", "本年度"), "total_hours", None),
    ("目前总学时", "total_hours", None),
)

ELSE = (
    "应修学时",
    "要求学时",
    "规定学时",
    "最低学时",
    "未完成学时",
    "还需学时",
    "剩余学时",
    "欠学时",
    "补学学时",
    "认定学时",
    "审核学时",
    "折算学时",
    "面授学时",
    "网络学时",
    "脱产学时",
    "授课学时",
    "理论学时",
    "校本培训学时",
    "省级学时",
    "学时证明",
    "学时截止日期",
)


@pytest.mark.parametrize("heading", PERIODS, ids=str)
def test_it_is_another_time_s(heading: Heading) -> None:
    """
    The column is known to be of a period: no field, and not "not understood".
    """
    column = match_columns([heading]).columns[0]

    assert (Fate.OTHER_TIME, "", When.PERIOD) == (column.fate, column.field, column.when)
    assert "一段时期" in column.means.zh


@pytest.mark.parametrize("hours", [0, 10, 30, 180, 900])
@pytest.mark.parametrize("heading", PERIODS[::9], ids=str)
def test_it_is_not_judged(heading: Heading, hours: int) -> None:
    """
    However few or many they are, they are neither short nor enough in the asked year.
    """
    report = check_table(["姓名", "身份证号", heading], [["张三", ID, hours]], on=ON, profile=GUANGDONG)
    (row,) = report.rows

    assert (report.table, row.findings) == ((), ())
    assert row.value is not None
    assert (None, None, None, None) == (
        row.value.general_hours,
        row.value.professional_hours,
        row.value.elective_hours,
        row.value.total_hours,
    )


def test_a_period_beside_the_year() -> None:
    """
    Hours of three years do not make up for what is short in the year.
    """
    report = check_row(
        {"姓名": "张三", "公需学时": 10, "近三年公需学时": 90, "累计总学时": 270}, on=ON, profile=GUANGDONG
    )

    assert [("ROSTER.HOURS_SHORT", "公需学时")] == [(item.code, item.path[0]) for item in report.findings]


@pytest.mark.parametrize(("heading", "name", "year"), YEARS, ids=str)
def test_one_year_is_that_year(heading: Heading, name: str, year: int | None) -> None:
    """
    A year in the heading, in its brackets or in its group is that year; words for "this year" change nothing.
    """
    column = match_columns([heading]).columns[0]

    assert (name, year, Fate.FIELD) == (column.field, column.year, column.fate)


@pytest.mark.parametrize("heading", ELSE)
def test_what_is_required_or_lacking_is_no_hours_done(heading: str) -> None:
    """
    Hours required, lacking, or of one way of study have no field, and a name.
    """
    column = match_columns([heading]).columns[0]

    assert (Fate.NO_FIELD, "学时的其他情况") == (column.fate, column.means.zh)


@given(
    st.sampled_from(
        [
            "近三年",
            "近五年",
            "累计",
            "任现职以来",
            "上年度",
            "2021-2023年",
            "2019年以来",
            "聘期内",
            "上半年",
            "第二季度",
            "历年",
            "截至2024年底",
            "十四五期间",
        ]
    ),
    st.sampled_from(["公需科目", "专业科目", "选修", "继续教育", "", "培训", "完成"]),
    st.sampled_from(["学时", "总学时", "学时合计", "学分", "课时", "学时数"]),
    st.booleans(),
)
def test_no_such_heading_is_a_year_s(period: str, subject: str, hours: str, grouped: bool) -> None:  # noqa: FBT001  # drawn
    """
    Period, subject and measure in any combination, in one heading or over two lines.
    """
    heading: Heading = (period, subject + hours) if grouped else period + subject + hours
    column = match_columns([heading]).columns[0]

    assert (Fate.OTHER_TIME, "") == (column.fate, column.field)
