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
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SIGN: Final = "[-/., ]*"
_DAY: Final = r"(?P<day>\d{1,2})"
_YEAR: Final = r"(?P<year>\d{4})"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        f"(?:{_DAY}(?:st|nd|rd|th)?{_SIGN})?{_NAME}{_SIGN}{_YEAR}",
        f"{_NAME}{_SIGN}{_DAY}(?:st|nd|rd|th)?[-/., ]+{_YEAR}",
        f"{_YEAR}{_SIGN}{_NAME}(?:{_SIGN}{_DAY})?",
        rf"(?:{_DAY}{_SIGN})?{_NAME}{_SIGN}(?P<year>\d\d)",
    )
)


def from_english(text: str) -> Outcome | None:
    """
    Read a date with an English month name; None if the text has none.

    >>> from_english("1-Jul-1993").parts, from_english("July 1993").parts
    ((1993, 7, 1), (1993, 7, None))
    >>> from_english("Jul-93").parts, [item.code for item in from_english("Jul-93").findings]
    ((1993, 7, None), ['DATE.CENTURY'])
    """
    lower = text.lower()
    found = next((found for form in _FORMS if (found := form.fullmatch(lower)) is not None), None)
    if found is None:
        return None
    year, month, day = found["year"], _MONTHS.index(found["month"][:3]) + 1, found["day"]
    read = accepted if len(year) == 4 else spreadsheet_century
    return read(int(year), month, None if day is None else int(day))
