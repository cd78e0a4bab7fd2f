"""
Day numbers of spreadsheets.

Excel counts days from 1900-01-01 as 1 and, for compatibility with an older
program, counts a 29 February 1900 that did not exist (number 60). Workbooks of
the 1904 system count from 1904-01-01 as 0.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

__all__ = ["LARGEST", "PHANTOM", "PHANTOM_DAY", "from_serial"]
__dir__ = __all__.copy

PHANTOM: Final = 60
PHANTOM_DAY: Final = "1900-02-29"
"""A day that spreadsheets count and the calendar does not have."""

_BEFORE_PHANTOM: Final = dt.date(1899, 12, 31).toordinal()
_AFTER_PHANTOM: Final = dt.date(1899, 12, 30).toordinal()
_FIRST_OF_1904: Final = dt.date(1904, 1, 1).toordinal()

LARGEST: Final = 99_999
"""Five digits reach to the year 2173; longer numbers are written-out dates."""


def from_serial(number: int, *, date1904: bool = False) -> dt.date | None:
    """
    Return the day a spreadsheet shows for a whole number, None if there is no such day.

    >>> from_serial(34151).isoformat(), from_serial(60), from_serial(0, date1904=True).isoformat()
    ('1993-07-01', None, '1904-01-01')
    """
    if date1904:
        return dt.date.fromordinal(_FIRST_OF_1904 + number) if 0 <= number <= LARGEST else None
    if number == PHANTOM or not 1 <= number <= LARGEST:
        return None
    return dt.date.fromordinal((_BEFORE_PHANTOM if number < PHANTOM else _AFTER_PHANTOM) + number)
