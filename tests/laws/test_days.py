"""
A datetime is a date to Python, so "today" may come as one; it counts as its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from credrules import codes, dates, eligibility, hours, rosters
from credrules.dates import PartialDate
from credrules.identifiers import (
    certificate_number,
    citizen_id,
    email,
    landline,
    mobile,
    org_code,
    person_name,
    uscc,
)
from credrules.systems import guangdong_learning, guangxi
from credrules.values import exact_day

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
    assert exact_day(None) is None


class _Odd:
    """
    An object that refuses to be compared, hashed or asked for its truth.
    """

    def __eq__(self, _: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        raise RuntimeError

    def __bool__(self) -> bool:
        raise RuntimeError


NO_DAYS: tuple[object, ...] = (
    "2012-01-01",
    5,
    1.5,
    True,
    [],
    {},
    object(),
    _Odd(),
    dt.time(8),
    dt.timedelta(1),
    b"2012",
)
LEAVES = [
    (citizen_id, "450103198506150028"),
    (citizen_id, "450103850615002"),
    (citizen_id, "11A"),
    (mobile, "13812345678"),
    (landline, "0771-5881234"),
    (email, "a@example.org"),
    (person_name, "张 三"),
    (uscc, "91350100M000100Y43"),
    (org_code, "MA0000001"),
    (certificate_number, "桂123"),
    (dates, "1993年7月"),
    (codes.DIVISIONS, "邕宁县"),
    (codes.OCCUPATIONS, "网络主播"),
    (codes.SEX, "男"),
]


@pytest.mark.parametrize("on", NO_DAYS, ids=lambda on: type(on).__name__)
@pytest.mark.parametrize(("leaf", "value"), LEAVES, ids=lambda it: getattr(it, "__name__", None))
def test_a_leaf_takes_what_is_no_day_for_none(leaf: Any, value: str, on: Any) -> None:  # noqa: ANN401  # modules and tables
    """
    Asked on an object that is no date, an identifier, a date or a table answers as without a day; it never raises.
    """
    assert leaf.check(value).findings == leaf.check(value, on=on).findings
    assert leaf.check(value).value == leaf.check(value, on=on).value == leaf.check(value, on=on).repaired().value
    if hasattr(leaf, "is_valid"):
        assert leaf.is_valid(value) == leaf.is_valid(value, on=on)


@pytest.mark.parametrize("on", NO_DAYS, ids=lambda on: type(on).__name__)
def test_look_ups_take_what_is_no_day_for_none(on: Any) -> None:  # noqa: ANN401  # anything
    """
    So do requirements, translations and the history of a division.
    """
    assert hours.find_requirement("广东", year=2018).value == hours.find_requirement("广东", year=2018, on=on).value
    assert codes.DIVISIONS.full_name("452100") == codes.DIVISIONS.full_name("452100", on)
    assert codes.DIVISIONS.successors("452100") == codes.DIVISIONS.successors("452100", on)
    assert (
        codes.translate("452100", codes.DIVISIONS, codes.DIVISIONS).counterparts
        == codes.translate("452100", codes.DIVISIONS, codes.DIVISIONS, on=on).counterparts
    )


@pytest.mark.parametrize("on", NO_DAYS, ids=lambda on: type(on).__name__)
@pytest.mark.parametrize("table", [codes.SEX, codes.OCCUPATIONS, codes.DIVISIONS], ids=lambda table: table.name)
def test_a_table_as_of_no_day_is_the_table(table: codes.CodeTable, on: Any) -> None:  # noqa: ANN401  # anything
    """
    The table as of an object that is no date is the table itself, and of a table with its own day that day's.
    """
    narrowed = table.at(dt.date(2024, 1, 1))

    assert table == table.at(on)
    assert (narrowed, repr(narrowed)) == (narrowed.at(on), repr(narrowed.at(on)))
