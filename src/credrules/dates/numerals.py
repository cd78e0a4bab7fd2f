"""
Chinese numerals in written dates.

Years are written digit by digit (一九九三, 二〇〇一, 二零零一), months and days with tens
(十二, 二十一, 廿一, 卅). The zero is also typed as a circle or as the letter O beside
other numerals. Years are also written as spoken, in thousands: 两千一十年, 一千九百八十八年.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["arabic"]
__dir__ = __all__.copy

_DIGITS: Final = {
    **{char: str(value) for value, char in enumerate("零一二三四五六七八九")},
    **{char: str(value) for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "貳": "2",
    "參": "3",
    "叄": "3",
    "陸": "6",
    "○": "0",
    "O": "0",
    "o": "0",
}
_TENS: Final = {"十": 10, "拾": 10, "廿": 20, "卅": 30}

_RUN: Final = re.compile(f"[{''.join((*_DIGITS, *_TENS))}]+")
_ROUND: Final = frozenset("Oo")
_UNIT: Final = f"[{''.join(char for char, value in _DIGITS.items() if value != '0')}]"
_THOUSANDS: Final = re.compile(
    f"([一二两壹贰貳])[千仟](?:[零〇]?({_UNIT})[百佰])?(?:[零〇]?({_UNIT})?([十拾]))?(?:[零〇]?({_UNIT}))?(?=年)"
)


def arabic(text: str) -> str:
    """
    Return the text with every Chinese numeral up to 99, and every spoken year, in Arabic digits.

    元月 is January. A run of characters that is not such a numeral is kept.

    >>> arabic("一九九三年十二月廿一日"), arabic("二OO一年元月"), arabic("十十"), arabic("两千一十年")
    ('1993年12月21日', '2001年1月', '十十', '2010年')
    """
    return _RUN.sub(_one, _THOUSANDS.sub(_year, text)).replace("元月", "1月")


def _year(found: re.Match[str]) -> str:
    thousands, hundreds, tens, ten, ones = found.groups()
    # 两千十年 has no figure before its ten.
    figures = (thousands.replace("两", "二"), hundreds, tens or ("一" if ten else None), ones)
    return "".join(_DIGITS[figure or "零"] for figure in figures)


def _one(found: re.Match[str]) -> str:
    run = found[0]
    if _ROUND.issuperset(run):
        return run
    at = next((place for place, char in enumerate(run) if char in _TENS), None)
    if at is None:
        return "".join(map(_DIGITS.__getitem__, run))
    head, ten, tail = run[:at], run[at], run[at + 1 :]
    # 二十一 has one digit before and one after; 廿 and 卅 have none before.
    if len(head) > 1 or len(tail) > 1 or tail in _TENS or (head and _TENS[ten] > _TENS["十"]):
        return run
    factor = int(_DIGITS[head]) if head else 1
    return str(factor * _TENS[ten] + int(_DIGITS[tail] if tail else "0"))
