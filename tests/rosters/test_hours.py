"""
Hours in a roster: added up always, judged where a requirement is named.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import CredrulesError
from credrules.hours import requirement
from credrules.rosters import PROFILE, check_row, check_rows
from credrules.rosters.records.hours import GENERAL, TOTAL, HoursLeaf

ON = dt.date(2025, 6, 30)
GUANGDONG = PROFILE.switch(hours=requirement("CN-GD", year=2023))


def found(row: dict[str, object]) -> dict[str, str]:
    """
    Return heading -> what is missing there, under Guangdong's requirement of 2023.
    """
    report = check_row({"姓名": "张三", **row}, on=ON, profile=GUANGDONG)
    return {str(item.path[0]): str(item.params["missing"]) for item in report.findings if "missing" in item.params}


@pytest.mark.parametrize(
    ("general", "professional", "elective", "missing"),
    [
        (30, 42, 18, {}),
        ("30学时", "42", 18.0, {}),
        ("３０", "42课时", "18 小时", {}),
        (10, 62, 18, {"公需学时": "20"}),
        (30, 42, 0, {"选修学时": "18"}),
        (30, 30, 30, {"专业学时": "12"}),
        (0, 0, 0, {"公需学时": "30", "专业学时": "42", "选修学时": "18"}),
    ],
)
def test_every_part_is_needed(general: object, professional: object, elective: object, missing: dict[str, str]) -> None:
    """
    Enough in all does not help where one of the three parts is short.
    """
    assert missing == found({"公需学时": general, "专业学时": professional, "选修学时": elective})


def test_what_is_told_is_judged_and_what_is_not_is_left_alone() -> None:
    """
    A part or a total that is too little is too little, whatever the cells beside it hold; a blank beside two is short.
    """
    assert {"公需学时": "30", "选修学时": "18"} == found({"公需学时": 0, "专业学时": 42, "选修学时": ""})
    assert {} == found({"公需学时": 30, "专业学时": 42})
    assert {"学时合计": "80"} == found({"学时合计": 10})
    assert {"学时合计": "18"} == found({"学时合计": "9天", "专业学时": 72})
    assert {} == found({"学时合计": 90})


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        ({"学时合计": "30+42+18"}, {}),
        ({"学时合计": "30+30+30"}, {"学时合计": "12"}),
        ({"学时": "公需30/专业42"}, {}),
        ({"学时": "公需20、专业42"}, {"学时": "10"}),
        ({"公需学时": "4天", "专业学时": "6天", "选修学时": "18"}, {}),
        ({"公需学时": "3天", "专业学时": "专业 42 学时", "选修学时": "18小时"}, {"公需学时": "6"}),
        ({"公需学时": "公需24.5", "专业学时": 42, "选修学时": 18}, {"公需学时": "5.5"}),
    ],
)
def test_texts_are_read_by_the_calculator(row: dict[str, object], missing: dict[str, str]) -> None:
    """
    Sums, named parts and days are judged like plain numbers; eight hours make a day in Guangdong.
    """
    assert missing == found(row)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("公需学时", "30+42+18"),
        ("公需学时", "公需30/专业42"),
        ("公需学时", "专业42"),
        ("公需学时", "30左右"),
        ("公需学时", "2.5天"),
        ("学时合计", "30+42"),
        ("学时合计", "七十几"),
        ("学时合计", 5000),
        ("学时合计", -3),
        ("学时合计", True),
        ("年度", "去年"),
    ],
)
def test_what_would_be_a_guess_is_refused(heading: str, cell: object) -> None:
    """
    A text that names other parts than its column, or leaves open which, is an error there and is not judged.
    """
    report = check_row({"姓名": "张三", heading: cell}, on=ON, profile=GUANGDONG)

    assert [(heading,)] == [item.path for item in report.errors]
    assert {} == found({heading: cell})


@pytest.mark.parametrize(
    ("leaf", "cell", "code"),
    [
        (GENERAL, "30+42+18", "HOURS.ONE_SUBJECT"),
        (GENERAL, "专业42", "HOURS.ONE_SUBJECT"),
        (GENERAL, "30左右", "HOURS.ONE_SUBJECT"),
        (GENERAL, True, "VALUE.NOT_A_NUMBER"),
        (TOTAL, "30左右", "HOURS.TEXT"),
    ],
)
def test_a_column_is_told_what_it_takes(leaf: HoursLeaf, cell: object, code: str) -> None:
    """
    A column of one subject asks for that subject alone, and never for a text it would refuse.
    """
    report = leaf.check(cell)

    assert [code] == [item.code for item in report.errors]
    assert leaf is TOTAL or "公需30/" not in report.errors[0].message("zh")


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"公需学时": 30, "专业学时": 42, "选修学时": 18, "学时合计": "30+42+18"}, False),
        ({"公需学时": 30, "专业学时": 42, "选修学时": 18, "学时合计": "30+30+30"}, True),
        ({"公需学时": 30, "学时合计": "20+42+18"}, True),
        ({"公需学时": 30, "学时合计": "公需30/专业42"}, False),
        ({"公需学时": "3天", "专业学时": 42, "选修学时": 18, "学时合计": 70}, False),
        ({"公需学时": 30, "专业学时": 42, "选修学时": 18, "学时合计": "12天"}, False),
    ],
)
def test_a_total_is_held_against_the_columns(row: dict[str, object], *, wrong: bool) -> None:
    """
    The sum and each part a total names agree with the columns; days are not turned into hours for that.
    """
    codes = {item.code for item in check_row({"姓名": "张三", **row}, on=ON, profile=GUANGDONG).findings}

    assert wrong == ("ROSTER.HOURS_TOTAL" in codes)


def test_a_total_may_be_short_where_no_part_is() -> None:
    """
    A requirement with a total above its parts is short in the total, which is said at the total or the first part.
    """
    more = GUANGDONG.switch(hours=requirement("CN-GD", year=2023).with_(total=100))
    row = {"姓名": "张三", "公需学时": 30, "专业学时": 42, "选修学时": 18}
    short = [
        item.path[0]
        for given in (row, {**row, "学时合计": 90})
        for item in check_row(given, on=ON, profile=more).findings
        if item.code == "ROSTER.HOURS_SHORT"
    ]

    assert ["公需学时", "学时合计"] == short


def reasons(row: dict[str, object], **readings: object) -> list[tuple[object, str]]:
    """
    Return where and why hours were not judged.
    """
    report = check_row({"姓名": "张三", **row}, on=ON, profile=PROFILE.switch(**readings))
    return [
        (item.path[0], item.message("en").partition(": ")[2])
        for item in report.warnings
        if item.code == "ROSTER.HOURS_NOT_JUDGED"
    ]


def test_without_a_place_and_year_that_is_said() -> None:
    """
    One warning per row that has hours, none where there are none.
    """
    assert [("学时合计", "no place and year were named")] == reasons({"公需学时": 30, "学时合计": 90})
    assert [] == reasons({"公需学时": ""})
    assert [("公需学时", "no year was named")] == reasons({"公需学时": 30}, hours="广东")
    with pytest.raises(CredrulesError, match="hours"):
        PROFILE.switch(hours=["广东"])


def test_a_place_and_a_year_find_the_requirement() -> None:
    """
    The row's own year goes before the one given; a year or place that no document covers is not judged.
    """
    assert [] == reasons({"公需学时": 30}, hours="CN-GD", hours_year=2023)
    assert [] == reasons({"公需学时": 30, "年度": "2023年度"}, hours="广东省")
    (where, why), *_ = reasons({"公需学时": 30, "年度": 1999}, hours="CN-GD", hours_year=2023)
    assert (where, why.partition(";")[0]) == ("公需学时", "no requirement of CN-GD is known for 1999")
    assert [("公需学时", "the requirement named is not in force in that year")] == reasons(
        {"公需学时": 30, "年度": 2015}, hours=requirement("CN-GD", year=2023)
    )


def test_the_year_decides_what_is_asked() -> None:
    """
    Guangdong asked for 72 hours until 2020 and for 90 since.
    """

    def short(year: int) -> bool:
        row = {"姓名": "张三", "公需学时": 18, "专业学时": 42, "选修学时": 12, "年度": year}
        report = check_row(row, on=ON, profile=PROFILE.switch(hours="CN-GD"))
        return any(item.code == "ROSTER.HOURS_SHORT" for item in report.warnings)

    assert (False, True) == (short(2020), short(2021))


def test_a_cycle_of_years_is_not_judged_by_one() -> None:
    """
    A requirement over several years says nothing about a single row.
    """
    cycle = requirement("CN-GD", year=2023).with_(cycle=3)

    assert [("公需学时", "the requirement named counts several years together")] == reasons(
        {"公需学时": 30}, hours=cycle
    )


def test_a_roster_says_it_once() -> None:
    """
    A stream tells each reason at the first row it is true of; a single row always tells it.
    """
    cells = (("", ""), (30, ""), (30, ""), (30, 1999), (30, 1999), (30, 2023))
    rows = [
        {"姓名": f"张{'一二三四五六'[row]}", "公需学时": hours, "年度": year} for row, (hours, year) in enumerate(cells)
    ]
    told = [
        [item.code for item in report.findings]
        for report in check_rows(rows, on=ON, profile=PROFILE.switch(hours="CN-GD"))
    ]

    said = ["ROSTER.HOURS_NOT_JUDGED"]
    assert [["ROSTER.COLUMN_ABSENT"], said, [], said, [], []] == told


def test_hours_are_dumped_as_they_are_read() -> None:
    """
    What a cell told is written back as a text that says the same.
    """
    for leaf, cell in ((GENERAL, "30.125学时"), (GENERAL, "3天"), (TOTAL, "30+42+18"), (TOTAL, "72"), (TOTAL, "12天")):
        value = leaf.check(cell).value
        assert value is not None
        assert value == leaf.check(leaf.dump(value)).value
    assert TOTAL.schema()["type"] == "string"


@pytest.mark.parametrize(("year", "codes"), [(2099, True), (2027, True), (2026, False), (2025, False), (None, False)])
def test_hours_of_a_year_that_has_not_begun(year: int | None, *, codes: bool) -> None:
    """
    A year after the day of the check is a warning.
    """
    report = check_row({"姓名": "张三", "总学时": 90, "学习年度": year}, on=dt.date(2026, 11, 29))

    assert codes == ("ROSTER.HOURS_YEAR_FUTURE" in [item.code for item in report.findings])


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"公需": 30, "专业学时": 60, "总学时": 77}, True),
        ({"公需": 30, "总学时": 20}, True),
        ({"公需": "30.1", "专业学时": 42, "总学时": 72}, False),
        ({"公需": 30, "专业学时": 42, "总学时": 90}, False),
        ({"公需": 30, "专业学时": 42, "总学时": 72}, False),
        ({"2025年公需科目": 30, "2025年专业科目": 60, "总计": 77}, True),
        ({"公需": 30, "专业学时": 42, "选修学时": 18, "总学时": 91}, True),
        ({"公需": 30, "专业学时": 42, "选修学时": 18, "总学时": 90}, False),
    ],
)
def test_parts_are_never_more_than_the_total(cells: dict[str, object], *, wrong: bool) -> None:
    """
    Two parts may not be all there is; three are.
    """
    report = check_row({"姓名": "张三", **cells}, on=dt.date(2026, 11, 29))

    assert wrong == ("ROSTER.HOURS_TOTAL" in [item.code for item in report.findings])


@pytest.mark.parametrize(
    ("switches", "reason"),
    [
        ({}, "没有指定地区和年度"),
        ({"hours_year": 2024}, "没有指定按哪里的学时要求判断"),
        ({"jurisdiction": "CN-GD", "hours_year": 2024}, "没有指定按哪里的学时要求判断"),
        ({"hours": "CN-GD"}, "没有指定年度"),
    ],
)
def test_what_is_missing_is_said(switches: dict[str, object], reason: str) -> None:
    """
    A host that named a place or a year is told what else is needed.
    """
    report = check_row({"姓名": "张三", "公需学时": 30}, on=dt.date(2026, 11, 29), profile=PROFILE.switch(**switches))

    assert [reason in item.message() for item in report.findings if item.code == "ROSTER.HOURS_NOT_JUDGED"] == [True]
