"""
Before, after, and how many years: answers that are only as certain as the dates.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

from dateutil.relativedelta import relativedelta

from credrules.dates.calendar import is_leap
from credrules.dates.partial import PartialDate, Precision, span_of
from credrules.findings import CredrulesError, finding
from credrules.values import Label

__all__ = ["Comparison", "add_years", "compare", "overlaps", "years_between"]


def __dir__() -> list[str]:
    return sorted(__all__)


class Comparison(enum.Enum):
    """
    The order of two dates; UNSURE is an answer, not a failure.
    """

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    UNSURE = "unsure"

    @property
    def label(self) -> Label:
        """
        The answer in words.
        """
        return _LABELS[self]


_LABELS: Final = {
    Comparison.BEFORE: Label("早于", "before"),
    Comparison.AFTER: Label("晚于", "after"),
    Comparison.SAME: Label("同日", "the same day"),
    Comparison.UNSURE: Label("无法判断", "unsure"),
}


def compare(a: PartialDate | dt.date, b: PartialDate | dt.date) -> Comparison:
    """
    Return which of two dates comes first, as far as that is certain.

    Only full days can be SAME. July 1993 and July 1993 are UNSURE: the values
    are equal, but the days that they mean need not be.

    >>> compare(PartialDate(1993, 7), PartialDate(1993, 8)).name
    'BEFORE'
    >>> compare(PartialDate(1993, 7), PartialDate(1993, 7)).name
    'UNSURE'
    """
    (first_a, last_a), (first_b, last_b) = _span(a), _span(b)
    if last_a < first_b:
        return Comparison.BEFORE
    if last_b < first_a:
        return Comparison.AFTER
    return Comparison.SAME if first_a == last_a == first_b == last_b else Comparison.UNSURE


def overlaps(a: PartialDate | dt.date, b: PartialDate | dt.date) -> bool:
    """
    Return whether two dates may mean the same day.

    >>> overlaps(PartialDate(1993, 7), PartialDate(1993)), overlaps(PartialDate(1993), PartialDate(1994))
    (True, False)
    """
    (first_a, last_a), (first_b, last_b) = _span(a), _span(b)
    return first_a <= last_b and first_b <= last_a


def years_between(a: PartialDate | dt.date, b: PartialDate | dt.date) -> tuple[int, int]:
    """
    Return the least and the greatest number of full years from `a` to `b`.

    A year is full on the same day of the same month; if that month lacks the
    day, on its last day (民法典, 第二百零二条). Negative if `b` comes first.

    >>> years_between(PartialDate(1972, 3, 15), PartialDate(1993, 7))
    (21, 21)
    >>> years_between(PartialDate(1972), dt.date(2012, 6, 1))
    (39, 40)
    """
    (first_a, last_a), (first_b, last_b) = _span(a), _span(b)
    return _full_years(last_a, first_b), _full_years(first_a, last_b)


def add_years(date: PartialDate | dt.date, years: int) -> PartialDate:
    """
    Return the date `years` later (or earlier, if negative), to the precision of `date`.

    29 February becomes the 28th in a common year (民法典, 第二百零二条).
    Raises CredrulesError outside the years 1800 to 2200.

    >>> add_years(PartialDate(2000, 2, 29), 18), add_years(PartialDate(1993, 7), -1)
    (PartialDate(2018, 2, 28), PartialDate(1992, 7))
    """
    start = date if isinstance(date, PartialDate) else PartialDate.from_date(date)
    if start.precision is not Precision.DAY:
        return PartialDate(start.year + years, start.month)
    try:
        return PartialDate.from_date(start.earliest() + relativedelta(years=years))
    except (ValueError, OverflowError) as error:
        if isinstance(error, CredrulesError):
            raise
        raise CredrulesError([finding("DATE.IMPLAUSIBLE_YEAR", year=start.year + years)]) from error


def _full_years(start: dt.date, end: dt.date) -> int:
    day = start.day
    if day == 29 and start.month == 2 and not is_leap(end.year):
        day = 28
    return end.year - start.year - ((end.month, end.day) < (start.month, day))


def _span(date: PartialDate | dt.date) -> tuple[dt.date, dt.date]:
    span = span_of(date)
    if span is None:
        raise CredrulesError([finding("DATE.NOT_A_DATE")])
    return span
