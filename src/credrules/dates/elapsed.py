"""
Ages, years of service and deadlines: the one place where time is added to a day.

dateutil's `relativedelta` does the arithmetic: a year or a month is full on the
same day; if the month lacks that day, on its last day (民法典, 第二百零二条), so 29
February becomes the 28th in a common year.
"""

from __future__ import annotations

import datetime as dt
import functools

from dateutil.relativedelta import relativedelta

from credrules.dates.partial import PartialDate, span_of
from credrules.findings import CredrulesError, finding

__all__ = ["add_time", "bounds_of", "full_years", "years_between"]
__dir__ = __all__.copy


@functools.lru_cache(maxsize=16384)
def add_time(day: dt.date, *, years: int = 0, months: int = 0, days: int = 0) -> dt.date:
    """
    Return the day so much later (or earlier, if negative), at most the last day of the calendar.

    The first and the last day of the calendar stand for an unknown time and stay unchanged.

    >>> add_time(dt.date(2016, 2, 29), months=60).isoformat(), add_time(dt.date(2012, 6, 25), days=10).isoformat()
    ('2021-02-28', '2012-07-05')
    """
    if day in {dt.date.min, dt.date.max}:
        return day
    try:
        return day + relativedelta(years=years, months=months, days=days)
    except (ValueError, OverflowError):
        return dt.date.max if (years, months, days) > (0, 0, 0) else dt.date.min


def full_years(start: dt.date, end: dt.date) -> int:
    """
    Return the number of full years from one day to another, negative if the second comes first.

    >>> full_years(dt.date(2000, 2, 29), dt.date(2018, 2, 28)), full_years(dt.date(2000, 2, 29), dt.date(2018, 2, 27))
    (18, 17)
    """
    years = end.year - start.year
    return years if add_time(start, years=years) <= end else years - 1


def years_between(a: PartialDate | dt.date, b: PartialDate | dt.date) -> tuple[int, int]:
    """
    Return the least and the greatest number of full years from `a` to `b`.

    Negative if `b` comes first.

    >>> years_between(PartialDate(1972, 3, 15), PartialDate(1993, 7))
    (21, 21)
    >>> years_between(PartialDate(1972), dt.date(2012, 6, 1))
    (39, 40)
    """
    (first_a, last_a), (first_b, last_b) = bounds_of(a), bounds_of(b)
    return full_years(last_a, first_b), full_years(first_a, last_b)


def bounds_of(date: PartialDate | dt.date) -> tuple[dt.date, dt.date]:
    """
    Return the first and the last day a date may mean; CredrulesError for anything else.
    """
    span = span_of(date)
    if span is None:
        raise CredrulesError([finding("DATE.NOT_A_DATE")])
    return span
