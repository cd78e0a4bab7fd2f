"""
How a plain number of 18 places is checked with three look-ups.

The check sum (GB 11643, ISO 7064 MOD 11-2) is a sum of independent parts, so
address, birth date and tail have a remainder of 0 to 10 each, and a number is
sound if the three add up to 1 modulo 11. The remainder also carries what else
is known about the part: `MARKED` (a multiple of 11) is added if the part may
need a finding, and a part that occurs in no sound number is `UNSOUND`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final, TypeVar

from credrules.identifiers._divisions import PROVINCES
from credrules.identifiers._drafts import digits

V = TypeVar("V")

# The first numbers were issued in 1984. No one alive then was born before 1800,
# and a birth before 1860 (124 years earlier) is not believable.
FIRST_CENTURY: Final = 1800
LAST_BIRTH_YEAR: Final = 2099
BELIEVABLE: Final = 1860

PLAIN: Final = 30
"""The largest sum of three parts that need no finding."""

MARKED: Final = 33
UNSOUND: Final = 1_000
CLOSER: Final = 10_000
"""The value of a part that is not in the plain form and needs the full check."""

SOUND: Final = frozenset(range(1, 3 * (MARKED + 11), 11))
"""The sums of sound numbers: 1 modulo 11, with up to three marks."""


class Remembered(dict[str, V]):
    """
    A bounded cache for a pure function of part of a number, never of a whole number.

    A part is computed when it is first looked up; once the cache is full, a new part is computed each time.

    >>> lengths = Remembered(len, most=1)
    >>> lengths["abc"], lengths["de"], lengths
    (3, 2, {'abc': 3})
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[str], V], *, most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, part: str) -> V:
        value = self._make(part)
        if len(self) < self._most:
            self[part] = value
        return value


def _remainder(part: str, places_after: int) -> int:
    return int(part, 13) * pow(2, places_after, 11) % 11


def _address(part: str) -> int:
    if not digits(part):
        return CLOSER
    foreign = part[0] == "9"
    if (part[1:3] if foreign else part[:2]) not in PROVINCES:
        return UNSOUND
    return _remainder(part, 12) + (MARKED if foreign else 0)


def _birth(part: str) -> int:
    if not digits(part):
        return CLOSER
    day = calendar_day(part)
    if day is None or not FIRST_CENTURY <= day.year <= LAST_BIRTH_YEAR:
        return UNSOUND
    return _remainder(part, 4) + (MARKED if day.year < BELIEVABLE else 0)


def _tail(part: str) -> int:
    if not digits(part[:3]) or (part[3] != "X" and not digits(part[3])):
        return CLOSER
    check = 10 if part[3] == "X" else int(part[3])
    return (_remainder(part[:3], 1) + check) % 11 + (MARKED if part.endswith("000") else 0)


def calendar_day(part: str) -> dt.date | None:
    """
    Return the day that eight digits (YYYYMMDD) mean, None if the calendar does not have it.

    >>> calendar_day("20000229"), calendar_day("19000229")
    (datetime.date(2000, 2, 29), None)
    """
    try:
        return dt.date(int(part[:4]), int(part[4:6]), int(part[6:]))
    except ValueError:
        return None


ADDRESSES: Final = Remembered(_address, most=16_384)
BIRTHS: Final = Remembered(_birth, most=65_536)
TAILS: Final = Remembered(_tail, most=16_384)
