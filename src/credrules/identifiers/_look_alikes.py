"""
Letters typed for digits: O for 0, I or l for 1, S for 5. The check character decides whether that is the case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["FOR_CODES", "FOR_DIGITS", "mended"]


FOR_DIGITS: Final = str.maketrans("OoQDIilLZzSsGB", "00001111225568")
"""For places where only digits are allowed."""
FOR_CODES: Final = str.maketrans("OISZ", "0152")
"""For codes that have letters too, but not these (GB 32100)."""

_MOST: Final = 4


def mended(number: str, places: tuple[int, ...], table: dict[int, int], is_sound: Callable[[str], bool]) -> str | None:
    """
    Return the number with digits at the places of wrong characters; None if its check character does not agree then.

    >>> mended("A1", (1,), FOR_DIGITS, str.isdecimal), mended("O1", (1,), FOR_DIGITS, str.isdecimal)
    (None, '01')
    """
    if not 0 < len(places) <= _MOST:
        return None
    marks = list(number)
    for place in places:
        marks[place - 1] = marks[place - 1].translate(table)
    whole = "".join(marks)
    return whole if whole != number and is_sound(whole) else None
