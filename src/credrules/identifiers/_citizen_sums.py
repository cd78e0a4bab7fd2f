"""
The verdict on a plain number of 18 places from three look-ups.

The check sum (GB 11643, ISO 7064 MOD 11-2) is a sum of independent parts, so
address, birth date and tail have a remainder of 0 to 10 each, and a number is
sound when the three add up to 1 modulo 11. What else is known of a part is
kept in its remainder: `MARKED` (a multiple of 11) is added when a finding may
have to speak of it, and a part that no sound number has is `UNSOUND`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final, TypeVar

from credrules.identifiers._divisions import PROVINCES
from credrules.identifiers._drafts import digits

V = TypeVar("V")

# The first numbers were given in 1984. Nobody then alive was born before 1800,
# and a birth before 1860 (124 years earlier) is not believable.
FIRST_CENTURY: Final = 1800
LAST_BIRTH_YEAR: Final = 2099
BELIEVABLE: Final = 1860

_TEN: Final = 10

PLAIN: Final = 30
"""The largest sum of three parts of which there is nothing to say."""

MARKED: Final = 33
UNSOUND: Final = 1_000
CLOSER: Final = 10_000
"""What counts for a part that is not in the plain form and needs a closer look."""

SOUND: Final = frozenset(range(1, 3 * (MARKED + 11), 11))
"""The sums of sound numbers: 1 modulo 11, with up to three marks."""


class Remembered(dict[str, V]):
    """
    A bounded cache of a pure function of a part of a number, never of a whole one.

    Looking up a part computes it the first time; a full cache computes each time.

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
    check = _TEN if part[3] == "X" else int(part[3])
    return (_remainder(part[:3], 1) + check) % 11 + (MARKED if part.endswith("000") else 0)


def calendar_day(part: str) -> dt.date | None:
    """
    Return the day of eight digits (YYYYMMDD), None if the calendar has none.

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
