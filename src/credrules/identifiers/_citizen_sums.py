"""
The verdict on a plain number of 18 places from three look-ups.

The check sum (GB 11643, ISO 7064 MOD 11-2) is a sum of independent parts, so
address, date and tail have a remainder each, kept in bounded caches. In a
cache, None says that the part is not in the plain form and needs a closer
look, and a negative remainder that it is plain and wrong.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final, Literal

from credrules.identifiers._divisions import PROVINCES
from credrules.identifiers._verbs import digits

MODERN: Final = 18

# The first numbers were given in 1984. Nobody then alive was born before 1800.
FIRST_CENTURY: Final = 1800
LAST_YEAR: Final = 2099

_WRONG: Final = -1
_TEN: Final = 10


def _sum(part: str, places_after: int) -> int:
    return int(part, 13) * pow(2, places_after, 11) % 11


@functools.lru_cache(maxsize=16384)
def _address(part: str) -> int | None:
    if not digits(part):
        return None
    prefix = part[1:3] if part[0] == "9" else part[:2]
    return _sum(part, 12) if prefix in PROVINCES else _WRONG


@functools.lru_cache(maxsize=65536)
def _birth(part: str) -> tuple[int, dt.date | None] | None:
    if not digits(part):
        return None
    day = calendar_day(part)
    return _sum(part, 4), day if day is not None and FIRST_CENTURY <= day.year <= LAST_YEAR else None


@functools.lru_cache(maxsize=16384)
def _tail(part: str) -> int | None:
    if not digits(part[:3]) or (part[3] != "X" and not digits(part[3])):
        return None
    return (_sum(part[:3], 1) + (_TEN if part[3] == "X" else int(part[3]))) % 11


def sound_birth(number: str, on: dt.date | None) -> dt.date | Literal[False] | None:
    """
    Return the birth date of a plain and sound number of 18 places, False if it is unsound, None if it is not plain.

    >>> sound_birth("450000199307010014", None), sound_birth("450000199307010013", None)
    (datetime.date(1993, 7, 1), False)
    """
    if len(number) != MODERN:
        return None
    address, birth, tail = _address(number[:6]), _birth(number[6:14]), _tail(number[14:])
    if address is None or birth is None or tail is None:
        return None
    residue, day = birth
    if address < 0 or day is None or (address + residue + tail) % 11 != 1:
        return False
    return day if on is None or day <= on else False


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
