"""
Dates of other calendars: the lunar one, and years counted from an era (民国, 昭和).

A lunar date begins its months on other days, up to seven weeks later, and may
lie in the next year: it is refused by name and never read as the solar date
with the same figures. A year of an era is refused with its year of our
calendar as the candidate.
"""

from __future__ import annotations

import re
from typing import Final

from credrules.dates.calendar import existing
from credrules.dates.outcome import Outcome, refused, undecided

__all__ = ["from_other_calendar"]
__dir__ = __all__.copy

# The year before the first year of each era.
_ERAS: Final = {"民国": 1911, "民國": 1911, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA: Final = re.compile(
    rf"(?:中华|中華)?({'|'.join(_ERAS)})(\d{{1,3}}|元)(?:年度?|(?:年|[-/.])(\d{{1,2}})(?:月份?|(?:月|[-/.])(\d{{1,2}})[日号]?)?)?",
    re.ASCII,
)
# Words of the lunar calendar alone; 初 before a figure is one of its first ten days.
_LUNAR: Final = re.compile(
    "[农農阴陰旧舊夏][历曆]|[正冬腊臘闰閏]月|闰\\d|初[\\d一二三四五六七八九十]|大年|除夕|春节|端午|中秋|重阳"
)


def from_other_calendar(text: str) -> Outcome | None:
    """
    Refuse a date of another calendar by name; None for any other text.

    The text has its Chinese numerals in digits.

    >>> from_other_calendar("农历1985年8月15日").findings[0].code
    'DATE.LUNAR'
    >>> from_other_calendar("民国74年5月").findings[0].params["candidates"]
    ('1985-05',)
    """
    if _LUNAR.search(text):
        return refused("DATE.LUNAR")
    found = _ERA.fullmatch(text)
    if found is None:
        return None
    era, year, month, day = found.groups()
    number = _ERAS[era] + (1 if year == "元" else int(year))
    candidates = existing((number, None if month is None else int(month), None if day is None else int(day)))
    return undecided(candidates, "DATE.ERA")
