"""
When something began, as far as is known, and whether enough months have passed since.

A span is the first and the last day on which something may have happened. Months are
added as `credrules.dates.add_time` does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from credrules.dates import PartialDate, add_time
from credrules.findings import Decision

__all__ = [
    "ANY",
    "LONG_AGO",
    "Span",
    "all_of",
    "any_of",
    "before",
    "day_or_none",
    "later",
    "passed",
    "span_of",
]
__dir__ = __all__.copy


class Span(NamedTuple):
    """
    The first and the last day on which something may have happened.
    """

    first: dt.date
    last: dt.date


ANY: Final = Span(dt.date.min, dt.date.max)
"""Nothing is known about the day."""
LONG_AGO: Final = Span(dt.date.min, dt.date.min)
"""It is held, since an unknown day."""


def day_or_none(value: object) -> dt.date | None:
    """
    Return a date or a datetime as a plain day, None for anything else.

    >>> day_or_none(dt.datetime(2024, 5, 1, 8)), day_or_none("2024-05-01")
    (datetime.date(2024, 5, 1), None)
    """
    if not issubclass(type(value), dt.date):
        return None
    # Methods of a subclass are not called.
    return dt.date.fromordinal(dt.date.toordinal(value))  # type: ignore[arg-type]  # a date, as its type has shown


def span_of(date: PartialDate | None) -> Span:
    """
    Return the span of a date, `ANY` for None.

    >>> span_of(PartialDate(2016, 2)).last.isoformat()
    '2016-02-29'
    """
    return ANY if date is None else Span(date.earliest(), date.latest())


def passed(start: Span, months: int, end: dt.date) -> Decision:
    """
    Return whether a number of months has passed at `end`: surely, surely not, or unsure.

    >>> passed(span_of(PartialDate(2020, 8)), 48, dt.date(2024, 8, 15)).name
    'REVIEW'
    """
    if add_time(start.last, months=months) <= end:
        return Decision.IN
    return Decision.OUT if add_time(start.first, months=months) > end else Decision.REVIEW


def before(start: Span, day: dt.date) -> Decision:
    """
    Return whether something happened by the end of `day`.
    """
    return passed(start, 0, day)


def later(one: Span, two: Span) -> Span:
    """
    Return when both have happened.
    """
    return Span(max(one.first, two.first), max(one.last, two.last))


def all_of(decisions: Iterable[Decision]) -> Decision:
    """
    Return OUT if any is OUT, REVIEW if any is REVIEW, else IN.

    >>> all_of([Decision.IN, Decision.REVIEW]).name, all_of([]).name
    ('REVIEW', 'IN')
    """
    answer = Decision.IN
    for item in decisions:
        if item is Decision.OUT:
            return item
        if item is Decision.REVIEW:
            answer = item
    return answer


def any_of(decisions: Iterable[Decision]) -> Decision:
    """
    Return IN if any is IN, REVIEW if any is REVIEW, else OUT.

    >>> any_of([Decision.OUT, Decision.REVIEW]).name, any_of([]).name
    ('REVIEW', 'OUT')
    """
    answer = Decision.OUT
    for item in decisions:
        if item is Decision.IN:
            return item
        if item is Decision.REVIEW:
            answer = item
    return answer
