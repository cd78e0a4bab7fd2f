"""
Files with more records than one looks at: what was not read is nobody's shortage, and matching takes its time once.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate
from credrules.findings import Decision
from credrules.lists import Cut, is_cut
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import (
    LearningFile,
    LearningRecord,
    annual_result,
    can_print_certificate,
    check,
    merge_site_records,
    reconcile,
    structure,
    unstructure,
)
from credrules.systems.guangdong_learning.records.whole import MOST_RECORDS
from credrules.systems.guangdong_learning.year.merging import same_course

ON = dt.date(2015, 12, 31)


def _row(subject: str, hours: str, number: int) -> dict[str, object]:
    return {
        "course": f"{subject}课程{number}", "subject": subject, "hours": hours, "year": 2015, "state": "RECOGNISED",
        "assessment": "合格",
    }  # fmt: skip


def test_all_records_of_a_busy_year_count() -> None:
    """
    Of 242 records each one is added up: 公需 18, 专业 42, 选修 12 in parts of a third of an hour or so.
    """
    rows = [
        _row(subject, "0.5", number)
        for subject, count in (("公需", 36), ("专业", 84), ("选修", 122))
        for number in range(count)
    ]
    report = check({"records": rows}, on=ON)
    assert report.value is not None

    result = annual_result(report.value, year=2015)

    assert (242, True, 121) == (len(report.value.records), result.passed, result.audit.total if result.audit else 0)
    assert "RECORD.TOO_MANY" not in {item.code for item in report.findings}


def _cut() -> LearningFile:
    report = check({"records": [_row("公需", "1", number) for number in range(MOST_RECORDS + 1)]}, on=ON)
    assert report.value is not None
    assert "RECORD.TOO_MANY" in {item.code for item in report.errors}
    return report.value


def test_a_list_that_was_cut_decides_nothing() -> None:
    """
    Where records were not read the year is REVIEW, and says so instead of what is short.
    """
    file = _cut()
    result = annual_result(file, year=2015)
    printed = can_print_certificate(file, year=2015)

    assert (MOST_RECORDS, True) == (len(file.records), is_cut(file.records))
    assert (Decision.REVIEW, Decision.REVIEW, False) == (result.decision, printed.decision, result.passed)
    assert "RECORD.TOO_MANY" in {item.code for item in result.findings}
    assert "RECORD.TOO_MANY" in {item.code for item in printed.findings}
    assert not {item.code for item in result.findings} & {"CE.HOURS.TOTAL", "CE.HOURS.PROFESSIONAL"}
    assert "10000" in result.explain("zh").splitlines()[-1]


def test_what_was_cut_stays_so() -> None:
    """
    The beginning of a list knows that it is one when it is merged, pickled, written and read again.
    """
    records = Cut((LearningRecord(course="课程甲", hours=Decimal(6), route="PERSON"),))
    file = LearningFile(records=records)

    assert is_cut(pickle.loads(pickle.dumps(records)))  # made on this line
    assert is_cut(merge_site_records(records, []).records)
    assert is_cut(merge_site_records([], records).records)
    assert is_cut(unstructure(file)["records"])
    assert 1 == len(json.loads(json.dumps(unstructure(file)))["records"])
    assert "RECORD.TOO_MANY" in {item.code for item in check(file, on=ON).findings}
    assert "RECORD.TOO_MANY" in {item.code for item in check(file, on=ON).repaired().findings}
    assert Decision.REVIEW is annual_result(records, year=2015).decision
    assert structure({"records": [{"course": "甲"}]}).records == (LearningRecord(course="甲"),)


DATES = st.sampled_from([None, "2012", "2012-03", "2012-03-01", "2012-03-02", "2012-04", "2013"]).map(
    lambda text: None if text is None else PartialDate.parse(text)
)
RECORDS = st.lists(
    st.builds(
        LearningRecord,
        course=st.sampled_from(["课程甲", "课程 甲", "课程乙", None]),
        hours=st.sampled_from([None, 6, 8]),
        days=st.sampled_from([None, 1]),
        year=st.sampled_from([2012, 2013]),
        start_date=DATES,
        end_date=DATES,
        route=st.just("LEARNING_SITE"),
    ),
    max_size=8,
)


@given(site=RECORDS, own=RECORDS)
def test_matching_is_that_of_comparing_each_with_each(site: list[LearningRecord], own: list[LearningRecord]) -> None:
    """
    Each record of the site takes the first of its course and amount, else the first of its course; each is taken once.
    """
    left, missing, differing = list(own), [], []
    for item in site:
        alike = [other for other in left if same_course(item, other)]
        partner = next((other for other in alike if _amount(other) == _amount(item)), None) or next(iter(alike), None)
        if partner is None:
            missing.append(item)
            continue
        left.pop(next(place for place, other in enumerate(left) if other is partner))
        if _amount(item) != _amount(partner):
            differing.append((item, partner))
    found = reconcile(site, own)

    assert (tuple(missing), tuple(differing)) == (found.missing, found.differing)
    assert sorted(map(repr, left)) == sorted(map(repr, found.surplus))


def _amount(record: LearningRecord) -> tuple[object, object]:
    return record.hours or 0, record.days or 0


def test_one_course_on_many_days_is_matched_in_linear_time() -> None:
    """
    Four thousand days of one course are merged in seconds, where comparing each with each takes minutes.
    """
    first = dt.date(2000, 1, 1)
    days = [PartialDate.parse((first + dt.timedelta(days=number)).isoformat()) for number in range(4_000)]
    own = [LearningRecord(course="课程甲", hours=Decimal(6), start_date=day, route="LEARNING_SITE") for day in days]
    start = time.process_time()
    merged = merge_site_records(
        own, [LearningRecord(course="课程甲", hours=Decimal(6), start_date=day) for day in reversed(days)]
    )

    assert time.process_time() - start < 10
    assert (4_000, True) == (len(merged.records), merged.reconciliation.agrees)


def test_a_cut_list_stays_cut_when_repaired() -> None:
    """
    Repairs of the beginning of a list leave it the beginning of a list.
    """
    data = {"records": Cut(({"course": "课程 甲", "subject": "公需课"},))}
    repaired: Any = learning.check(data, on=ON).repaired()

    assert is_cut(repaired.raw["records"])
    assert "GENERAL" == repaired.value.records[0].subject


@pytest.mark.parametrize("hours", [Decimal("1E+400000000"), "多", object(), 10**400])
def test_hours_that_are_no_number_leave_the_year_open(hours: object) -> None:
    """
    A record made by a program with hours that no one can have is not added up, and may have been what is short.
    """
    parts: Any = (("GENERAL", Decimal(18)), ("PROFESSIONAL", Decimal(42)), ("ELECTIVE", hours))
    records = [LearningRecord(subject=name, hours=given, year=2015, state="RECOGNISED") for name, given in parts]
    result = annual_result(iter(records), year=2015)

    assert Decision.REVIEW is result.decision
    assert "HOURS.NUMBER" in {item.code for item in result.findings}


def _day(number: int) -> PartialDate:
    return PartialDate.parse((dt.date(1990, 1, 1) + dt.timedelta(days=number)).isoformat())


def _record(number: int, **given: object) -> LearningRecord:
    cells: Any = {"course": "课程甲", "hours": Decimal(6), "start_date": _day(number), **given}
    return LearningRecord(**cells)


SITE = "LEARNING_SITE"
# Two records of the shape: what the system has, and what the site sends.
SHAPES: dict[str, Callable[[int, int], tuple[LearningRecord, LearningRecord]]] = {
    "the same days": lambda it, _: (_record(it, route=SITE), _record(it)),
    "the same days from the last to the first": lambda it, count: (_record(it, route=SITE), _record(count - it)),
    "other days": lambda it, count: (_record(it, route=SITE), _record(count + it)),
    "other hours": lambda it, _: (_record(it, route=SITE), _record(it, hours=Decimal(8))),
    "typed by the person": lambda it, _: (_record(it, route="PERSON"), _record(it)),
    "recognised": lambda it, _: (_record(it, route="PERSON", state="RECOGNISED"), _record(it)),
    "one first day, other last days": lambda it, count: (
        _record(0, end_date=_day(it), route=SITE),
        _record(0, end_date=_day(count - it)),
    ),
    "no days here": lambda it, _: (_record(0, start_date=None, record_id=str(it), route=SITE), _record(it)),
    "no days there": lambda it, _: (_record(it, route=SITE), _record(0, start_date=None, record_id=str(it))),
    "nothing but numbers": lambda it, _: (_record(0, record_id=f"甲{it}", route=SITE), _record(0, record_id=f"乙{it}")),
    "no names": lambda it, _: (_record(it, course=None, route=SITE), _record(it, course=None)),
    "blanks in names": lambda it, _: (_record(it, course=" " * (it % 99) + "甲", route=SITE), _record(it, course="甲")),
    "other bodies": lambda it, _: (_record(it, provider=f"甲{it}", route=SITE), _record(it, provider=f"乙{it}")),
}


def _merging(shape: Callable[[int, int], tuple[LearningRecord, LearningRecord]], count: int) -> int:
    own, site = zip(*(shape(number, count) for number in range(count)), strict=True)
    calls = 0

    def count_calls(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count_calls)
    try:
        merge_site_records(own, site)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_merging_is_linear(shape: Callable[[int, int], tuple[LearningRecord, LearningRecord]]) -> None:
    """
    Four times the records of one course take four times the calls, whatever agrees in them and whatever differs.
    """
    _merging(shape, 10)  # what is read once is read now

    assert _merging(shape, 400) < 4.4 * _merging(shape, 100)
