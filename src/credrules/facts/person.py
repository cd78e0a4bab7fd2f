"""
Facts about one person: data in the identity number, and plausible ages.

References: GB 11643-1999 (birth date and sex in the number); 劳动法, 第十五条 (no work
before sixteen, with exceptions for the arts and sports). The ages here only
serve warnings: a younger person is possible, and the record should be looked
at.

Limitations: ages are full years of the Gregorian calendar; birthdays of the
lunar calendar that were entered unconverted are not recognised.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from credrules.dates import Comparison, PartialDate, add_time, compare, overlaps, years_between
from credrules.dates.elapsed import bounds_of
from credrules.identifiers.citizen_id import CitizenId
from credrules.values import Worded

__all__ = [
    "LEAST_AGE_AT_GRADUATION",
    "LEAST_AGE_AT_PROFESSION",
    "LEAST_AGE_AT_WORK",
    "OLDEST",
    "Agreement",
    "age_at",
    "birth_agrees",
    "in_future",
    "sex_agrees",
    "surely_before",
    "surely_younger_than",
]
__dir__ = __all__.copy

LEAST_AGE_AT_WORK: Final = 14
"""Younger at the start of work is unusual (assumed; the law of 1994 says sixteen)."""

LEAST_AGE_AT_PROFESSION: Final = 16
"""Younger at the start of professional work is unusual (assumed)."""

LEAST_AGE_AT_GRADUATION: Final = 14
"""Younger at a graduation is unusual (assumed; lower middle school ends at about fifteen)."""


OLDEST: Final = 100
"""Older than this nobody stands in a table of personnel (assumed)."""


class Agreement(Worded):
    """
    Whether two statements about one fact agree; UNKNOWN if one is missing.

    >>> Agreement.DIFFER.label.zh
    '不一致'
    """

    AGREE = "agree", "一致", "they agree"
    DIFFER = "differ", "不一致", "they differ"
    UNKNOWN = "unknown", "无法比较", "not comparable"


def birth_agrees(number: CitizenId | None, birth_date: PartialDate | dt.date | None) -> Agreement:
    """
    Return whether a birth date may be the one in the identity number (GB 11643-1999).

    A year or a month agrees if it contains the day in the number.

    >>> from credrules.identifiers import citizen_id
    >>> number = citizen_id.parse("450000199307010014")
    >>> birth_agrees(number, PartialDate(1993, 7)).name, birth_agrees(number, PartialDate(1993, 8)).name
    ('AGREE', 'DIFFER')
    """
    if number is None or number.birth_date is None or birth_date is None:
        return Agreement.UNKNOWN
    return Agreement.AGREE if overlaps(birth_date, number.birth_date) else Agreement.DIFFER


def sex_agrees(number: CitizenId | None, sex: str | None) -> Agreement:
    """
    Return whether a sex (a code of GB/T 2261.1) is the one in the identity number.

    The codes 0 (unknown) and 9 (not stated) give UNKNOWN.

    >>> from credrules.identifiers import citizen_id
    >>> number = citizen_id.parse("450000199307010014")
    >>> sex_agrees(number, "1").name, sex_agrees(number, "2").name, sex_agrees(number, "9").name
    ('AGREE', 'DIFFER', 'UNKNOWN')
    """
    if number is None or number.sex is None or sex not in _SEXES:
        return Agreement.UNKNOWN
    return Agreement.AGREE if number.sex == sex else Agreement.DIFFER


_SEXES: Final = frozenset({"1", "2"})


def age_at(born: PartialDate | dt.date, day: PartialDate | dt.date) -> tuple[int, int]:
    """
    Return the least and the greatest age in full years a person may have on a day.

    >>> age_at(PartialDate(1972, 3), dt.date(2012, 3, 15)), age_at(PartialDate(1972, 3, 15), dt.date(2012, 3, 15))
    ((39, 40), (40, 40))
    """
    return years_between(born, day)


def surely_younger_than(born: PartialDate | dt.date, date: PartialDate | dt.date, years: int) -> bool:
    """
    Return whether a person was under an age, whichever days the dates mean.

    >>> surely_younger_than(PartialDate(1972), PartialDate(1985), 14)
    True
    >>> surely_younger_than(PartialDate(1972), PartialDate(1986), 14)
    False
    """
    return add_time(bounds_of(born)[0], years=years) > bounds_of(date)[1]


def surely_before(date: PartialDate | dt.date | None, other: PartialDate | dt.date | None) -> bool:
    """
    Return whether both dates are known and the first is certainly before the second.

    >>> surely_before(PartialDate(1993, 7), PartialDate(1995)), surely_before(None, PartialDate(1995))
    (True, False)
    """
    return date is not None and other is not None and compare(date, other) is Comparison.BEFORE


def in_future(date: PartialDate | dt.date | None, on: dt.date) -> bool:
    """
    Return whether a date is certainly after the day of the check.

    The month of the check is not in the future: 2012-06 may be the first of June.

    >>> in_future(PartialDate(2012, 6), dt.date(2012, 6, 1)), in_future(PartialDate(2012, 7), dt.date(2012, 6, 1))
    (False, True)
    """
    return surely_before(on, date)
