"""
Ages, years of service and deadlines: time is added to a day in one place, as the calendar does it.
"""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import credrules
from credrules.dates import add_time, full_years, years_between

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def _anniversary(day: dt.date, years: int) -> dt.date:
    # The twin: the same day of the same month; 29 February has its anniversary on the 28th.
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 2, 28)


@given(start=DAYS, end=DAYS)
@example(start=dt.date(1992, 2, 29), end=dt.date(2013, 2, 28))
@example(start=dt.date(1992, 2, 29), end=dt.date(2013, 2, 27))
@example(start=dt.date(2013, 3, 1), end=dt.date(2013, 2, 28))
def test_full_years_end_on_the_anniversary(start: dt.date, end: dt.date) -> None:
    """
    The anniversary of the years found is not passed, the next one is still to come (民法典, 第二百零二条).
    """
    years = full_years(start, end)

    assert _anniversary(start, years) <= end < _anniversary(start, years + 1)
    assert (years, years) == years_between(start, end)


@given(day=DAYS, months=st.integers(-1200, 1200))
@example(day=dt.date(2016, 2, 29), months=60)
@example(day=dt.date(2016, 1, 31), months=1)
def test_months_end_on_the_same_day(day: dt.date, months: int) -> None:
    """
    So many months later is the same day of that month; if it lacks the day, its last day.
    """
    later = add_time(day, months=months)

    assert day.year * 12 + day.month + months == later.year * 12 + later.month
    assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)


@given(day=DAYS, days=st.integers(-1000, 1000))
def test_days_are_counted(day: dt.date, days: int) -> None:
    """
    So many days later is exactly that.
    """
    assert days == (add_time(day, days=days) - day).days


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        (dt.date(9999, 6, 1), {"months": 12}, dt.date.max),
        (dt.date(2012, 6, 1), {"years": 10**9}, dt.date.max),
        (dt.date(2012, 6, 1), {"days": 10**12}, dt.date.max),
        (dt.date(2, 6, 1), {"years": -3}, dt.date.min),
        (dt.date.max, {"years": -3}, dt.date.max),
        (dt.date.min, {"years": 3}, dt.date.min),
    ],
)
def test_the_calendar_ends(day: dt.date, time: dict[str, int], expected: dt.date) -> None:
    """
    What lies outside the calendar is its first or last day, and these two, which stand for an unknown time, stay.
    """
    assert expected == add_time(day, **time)


def test_time_is_added_in_one_place() -> None:
    """
    No other module of the library subtracts years or imports dateutil.

    The bound on years of birth in an identity number is no age, and a school's years are not full ones.
    """
    root = Path(credrules.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and str(node.module).startswith("dateutil"))
        or (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Sub)
            and all(isinstance(side, ast.Attribute) and side.attr == "year" for side in (node.left, node.right))
        )
    }

    assert {"dates/elapsed.py", "identifiers/citizen_id.py", "testing/person.py"} == found
