"""
Telephone numbers of Hong Kong, Macao, Taiwan and other places, recognised so that a finding can name the place.

Numbering plans of those places (ITU country codes 852, 853, 886): eight, eight,
and eight or nine digits after the code. Other countries are not distinguished.
"""

from __future__ import annotations

import re
from typing import Final

from credrules.values import Label

_MARKED: Final = re.compile(r"(?:\+|00)(?!86(?!6))([1-9][0-9]{6,14})")
_UNMARKED: Final = re.compile(r"852[2-9][0-9]{7}|853[268][0-9]{7}|886[2-9][0-9]{7,8}")
_ELSEWHERE: Final = Label("境外", "another country or region")
_REGIONS: Final = {
    "852": Label("香港", "Hong Kong"),
    "853": Label("澳门", "Macao"),
    "886": Label("台湾地区", "Taiwan"),
}


def place_abroad(number: str) -> Label | None:
    """
    Return the place whose country code begins a number without grouping, None for the mainland.

    >>> place_abroad("+85251230000").en, place_abroad("85366120000").en, place_abroad("13800000000")
    ('Hong Kong', 'Macao', None)
    """
    marked = _MARKED.fullmatch(number)
    digits = marked[1] if marked else number
    if marked or _UNMARKED.fullmatch(digits):
        return _REGIONS.get(digits[:3], _ELSEWHERE)
    return None
