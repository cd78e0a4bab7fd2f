"""
The Gregorian calendar as far as partial dates need it.

`Parts` is a year, possibly a month, possibly a day, not yet checked. Years from
1800 to 2200 are plausible: no one whose documents are checked was born earlier,
and anything outside is a slip or another kind of number.
"""

from __future__ import annotations

from calendar import isleap
from typing import Final, TypeAlias

from credrules.findings import Finding, finding

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Parts",
    "existing",
    "exists",
    "iso",
    "last_day",
    "plausible",
    "problem",
]
__dir__ = __all__.copy

Parts: TypeAlias = tuple[int, int | None, int | None]

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2200

_DAYS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(year: int, month: int) -> int:
    """
    Return the number of days of a month (1 to 12).

    >>> last_day(2000, 2), last_day(1993, 7)
    (29, 31)
    """
    return 29 if month == 2 and isleap(year) else _DAYS[month]


def iso(parts: Parts) -> str:
    """
    Return parts in the notation of ISO 8601 (GB/T 7408), whether such a date exists or not.

    >>> iso((1993, 7, None))
    '1993-07'
    """
    year, month, day = parts
    return f"{year:04}" + ("" if month is None else f"-{month:02}") + ("" if day is None else f"-{day:02}")


def plausible(year: int) -> bool:
    """
    Return whether a year lies between 1800 and 2200.
    """
    return FIRST_YEAR <= year <= LAST_YEAR


def exists(parts: Parts) -> bool:
    """
    Return whether the year, month or day exists and the year is plausible.

    >>> exists((2000, 2, 29)), exists((1900, 2, 29)), exists((1993, 13, None))
    (True, False, False)
    """
    year, month, day = parts
    if month is None:
        return plausible(year) and day is None
    return plausible(year) and 1 <= month <= 12 and (day is None or 1 <= day <= last_day(year, month))


def existing(*candidates: Parts) -> tuple[str, ...]:
    """
    Return those of the candidates that exist, in ISO notation, each once.
    """
    return tuple(dict.fromkeys(iso(parts) for parts in candidates if exists(parts)))


def problem(parts: Parts) -> Finding | None:
    """
    Return what is wrong with the parts, None if the date exists.

    In some tables a zero means "not known": it is refused, with the known parts
    as the candidate, because only the writer can confirm it.

    >>> problem((1993, 6, 31)).code, problem((1993, 0, None)).params["candidates"]
    ('DATE.IMPOSSIBLE', ('1993',))
    """
    year, month, day = parts
    if not plausible(year):
        return finding("DATE.IMPLAUSIBLE_YEAR", year=year)
    if month == 0:
        return finding("DATE.ZERO_PART", candidates=existing((year, None, None)))
    if day == 0 and exists((year, month, None)):
        return finding("DATE.ZERO_PART", candidates=existing((year, month, None)))
    if not exists(parts):
        return finding("DATE.IMPOSSIBLE", date=iso(parts))
    return None
