"""
A roster that names a place, a scheme and a target has an answer for each person.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.findings import CredrulesError
from credrules.rosters import PROFILE, check_row

ENGINEERS = PROFILE.switch(jurisdiction="CN", scheme="工程系列", target="工程师")
WORKERS = PROFILE.switch(jurisdiction=500000, scheme="机关事业单位工人技术等级", target=3)
ON = dt.date(2024, 6, 30)


def told(row: dict[str, Any], profile: Any = ENGINEERS) -> list[tuple[str, dict[str, Any]]]:  # noqa: ANN401  # a profile
    """
    Return what a row is told about eligibility.
    """
    report = check_row({"姓名": "陈某", **row}, on=ON, profile=profile)
    return [(item.code.partition(".")[2], dict(item.params)) for item in report.findings if "ELIGIB" in item.code]


def test_nothing_is_asked_of_its_own_accord() -> None:
    """
    Without the switches nobody's eligibility is asked; with one or two of three the row says what was not named.
    """
    half = PROFILE.switch(scheme="工程系列")
    (code, params), *_ = told({"学历": "大学本科"}, half)

    assert [] == told({"学历": "博士研究生"}, PROFILE)
    assert ("ELIGIBILITY_UNNAMED", ["地区", "申报级别"]) == (code, [item.zh for item in params["what"]])


def test_each_person_has_an_answer() -> None:
    """
    IN names the alternative, OUT the first day, REVIEW what is open.
    """
    bachelor = {"学历": "大学本科", "职称": "助理工程师"}

    assert [("ELIGIBLE", {"id": "EL-062"})] == told({"学历": "博士研究生"})
    assert [("ELIGIBLE", {"id": "EL-064"})] == told({**bachelor, "职称取得时间": "2020.06"})
    assert [("NOT_ELIGIBLE", {"earliest": "2024-07-31"})] == told({**bachelor, "职称取得时间": "2020.07"})
    (code, params), *_ = told({"学历": "大学本科"})
    assert ("ELIGIBILITY_OPEN", 3) == (code, len(params["reasons"]))


def test_waiting_does_not_help_everybody() -> None:
    """
    Where waiting does not help, no day is named.
    """
    (code, params), *_ = told({"学历": "初中", "职称": "助理工程师", "职称取得时间": "2000.06"})

    assert ("NOT_ELIGIBLE", "waiting does not help") == (code, params["earliest"].en)


def test_workers() -> None:
    """
    A grade without a day leaves the years open.
    """
    (code, _), *_ = told({"技能等级": "中级工", "参加工作时间": "2000.01"}, WORKERS)

    assert "ELIGIBILITY_OPEN" == code


def test_an_unread_target_is_said() -> None:
    """
    A target that is none of the scheme leaves every row open and says why; a switch of another type is refused.
    """
    cook = ENGINEERS.switch(target="厨师")
    (code, params), *_ = told({"学历": "博士研究生"}, cook)

    assert ("ELIGIBILITY_OPEN", True) == (code, "厨师" in params["reasons"][0].zh)
    with pytest.raises(CredrulesError, match="target"):
        ENGINEERS.switch(target=["工程师"])


def test_a_degree_counts_beside_the_education() -> None:
    """
    The degree of a row is one of the facts: with a doctorate the alternative for doctors is met.
    """
    assert [("ELIGIBLE", {"id": "EL-062"})] == told({"学位": "工学博士学位"})
