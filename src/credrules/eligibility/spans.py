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
    given = tuple(decisions)
    return Decision.OUT if Decision.OUT in given else Decision.REVIEW if Decision.REVIEW in given else Decision.IN


def any_of(decisions: Iterable[Decision]) -> Decision:
    """
    Return IN if any is IN, REVIEW if any is REVIEW, else OUT.

    >>> any_of([Decision.OUT, Decision.REVIEW]).name, any_of([]).name
    ('REVIEW', 'OUT')
    """
    given = tuple(decisions)
    return Decision.IN if Decision.IN in given else Decision.REVIEW if Decision.REVIEW in given else Decision.OUT
