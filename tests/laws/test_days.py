"""
A datetime is a date to Python, so "today" may come as one; it counts as its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from credrules import codes, eligibility, hours, rosters
from credrules.dates import PartialDate
from credrules.identifiers import citizen_id
from credrules.systems import guangdong_learning, guangxi
from credrules.values import day_of

MOMENT = dt.datetime(2012, 6, 1, 8, 30, tzinfo=dt.UTC)
PERSON = {"姓名": "张三", "出生日期": "1993-07", "籍贯": "452100", "retired_on": "2012-06"}
ROW = {"姓名": "张三", "出生年月": "1993.07", "参加工作时间": "2030-01", "籍贯": "南宁"}
LEARNER = {"unit_city": "440100", "records": [{"课程名称": "甲", "year": 2030, "end_date": "2012-06-02"}]}

ANSWERS: dict[str, Callable[[dt.date], object]] = {
    "identifier": lambda on: citizen_id.check("450000201207010013", on=on),
    "date": lambda on: PartialDate.check("1993-07", on=on),
    "code": lambda on: codes.DIVISIONS.check("452100", on=on),
    "name": lambda on: codes.DIVISIONS.check("邕宁县", on=on),
    "table": codes.DIVISIONS.at,
    "rows": lambda on: len(codes.DIVISIONS.at(on)),
    "full name": lambda on: codes.DIVISIONS.full_name("450103", on),
    "translation": lambda on: codes.translate("452100", codes.DIVISIONS, codes.DIVISIONS, on=on),
    "record": lambda on: guangxi.check(PERSON, on=on),
    "scope": lambda on: guangxi.scope({**PERSON, "titles": [{"资格名称": "会计师"}]}, on=on),
    "submission": lambda on: guangxi.submit(PERSON, on=on),
    "learning": lambda on: guangdong_learning.check(LEARNER, on=on),
    "requirement": lambda on: hours.find_requirement("CN-GD", year=2012, on=on),
    "row of a roster": lambda on: rosters.check_row(ROW, on=on),
    "eligibility": lambda on: eligibility.assess({}, target="工程师", on=on, jurisdiction="CN", scheme="工程"),
    "roster": lambda on: list(rosters.check_rows([ROW, ROW], on=on)),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_moment_counts_as_its_day(answer: Callable[[dt.date], object]) -> None:
    """
    What is answered at a moment is what is answered on its day.
    """
    assert answer(MOMENT.date()) == answer(MOMENT)


def test_no_day_stays_none() -> None:
    """
    No day is not taken for one.
    """
    assert day_of(None) is None
