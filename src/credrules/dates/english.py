"""
Dates with an English month, as spreadsheets in that language write them: Jul-93, 1-Jul-1993, July 1, 1993.
"""

from __future__ import annotations

import re
from typing import Final

from credrules.dates.digits import spreadsheet_century
from credrules.dates.outcome import Outcome, accepted

__all__ = ["from_english"]
__dir__ = __all__.copy

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME: Final = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SIGN: Final = "[-/., ]*"
_YEAR_LAST: Final = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?{_SIGN})?{_NAME}{_SIGN}(\d{{4}})", re.ASCII)
_MONTH_FIRST: Final = re.compile(rf"{_NAME}{_SIGN}(\d{{1,2}})(?:st|nd|rd|th)?[-/., ]+(\d{{4}})", re.ASCII)
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}}){_SIGN}{_NAME}(?:{_SIGN}(\d{{1,2}}))?", re.ASCII)
_TWO_DIGITS: Final = re.compile(rf"(?:(\d{{1,2}}){_SIGN})?{_NAME}{_SIGN}(\d\d)", re.ASCII)


def from_english(text: str) -> Outcome | None:
    """
    Read a date with an English month name; None if the text has none.

    >>> from_english("1-Jul-1993").parts, from_english("July 1993").parts
    ((1993, 7, 1), (1993, 7, None))
    >>> from_english("Jul-93").parts, [item.code for item in from_english("Jul-93").findings]
    ((1993, 7, None), ['DATE.CENTURY'])
    """
    lower = text.lower()
    if (found := _YEAR_LAST.fullmatch(lower)) is not None:
        return accepted(int(found[3]), _month(found[2]), _day(found[1]))
    if (found := _MONTH_FIRST.fullmatch(lower)) is not None:
        return accepted(int(found[3]), _month(found[1]), _day(found[2]))
    if (found := _YEAR_FIRST.fullmatch(lower)) is not None:
        return accepted(int(found[1]), _month(found[2]), _day(found[3]))
    if (found := _TWO_DIGITS.fullmatch(lower)) is not None:
        return spreadsheet_century(int(found[3]), _month(found[2]), _day(found[1]))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _day(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
