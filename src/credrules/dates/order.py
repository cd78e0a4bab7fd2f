"""
Before and after: answers that are only as certain as the dates.
"""

from __future__ import annotations

import datetime as dt

from credrules.dates.elapsed import bounds_of
from credrules.dates.partial import PartialDate
from credrules.values import Worded

__all__ = ["Comparison", "compare", "overlaps"]
__dir__ = __all__.copy


class Comparison(Worded):
    """
    The order of two dates; UNSURE is an answer, not a failure.
    """

    BEFORE = "before", "早于", "before"
    AFTER = "after", "晚于", "after"
    SAME = "same", "同日", "the same day"
    UNSURE = "unsure", "无法判断", "unsure"


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
    (first_a, last_a), (first_b, last_b) = bounds_of(a), bounds_of(b)
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
    (first_a, last_a), (first_b, last_b) = bounds_of(a), bounds_of(b)
    return first_a <= last_b and first_b <= last_a
