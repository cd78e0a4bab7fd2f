"""
Hours in a roster: added up always, judged where a requirement is named.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.hours import requirement
from credrules.rosters import PROFILE, check_row

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


def test_what_is_not_there_is_not_judged() -> None:
    """
    With a part unknown nothing can be said.
    """
    assert found({"公需学时": 0, "专业学时": 42}) == {}
    assert found({"学时合计": 10}) == {}


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


def test_without_a_requirement_that_is_said() -> None:
    """
    One remark per row that has hours, none where there are none.
    """

    def remarks(**row: object) -> list[object]:
        return [
            item.path[0]
            for item in check_row({"姓名": "张三", **row}, on=ON).findings
            if item.code == "ROSTER.HOURS_NOT_JUDGED"
        ]

    assert ["学时合计"] == remarks(公需学时=30, 学时合计=90)
    assert [] == remarks(公需学时="")
