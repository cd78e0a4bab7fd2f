"""
Numbers of other documents entered instead of an identity number, recognised by their form.

Permits of Hong Kong and Macao residents have H or M and eight digits (and two
more that count the cards issued), those of Taiwan residents eight digits;
passports have a letter (or two) and seven or eight digits. The forms are those
printed on the documents; other forms are not guessed.
"""

from __future__ import annotations

import re
from typing import Final

from credrules.values import Label

__all__ = ["FOREIGN", "document_of"]


_FORMS: Final = (
    (
        re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?"),
        Label("港澳居民来往内地通行证", "a permit of a Hong Kong or Macao resident"),
    ),
    (
        re.compile(r"[0-9]{8}(?:[0-9]{2}(?:\([A-Z]\))?)?|T[0-9]{8}"),
        Label("台湾居民来往大陆通行证", "a permit of a Taiwan resident"),
    ),
    (
        re.compile(r"[CW][0-9A-Z][0-9]{7}"),
        Label("往来港澳（台湾）通行证", "an exit permit for Hong Kong, Macao or Taiwan"),
    ),
    (re.compile(r"[EGDSPK][0-9]{8}|[EGDSP][A-Z][0-9]{7}|1[45][0-9]{7}"), Label("中国护照", "a Chinese passport")),
    (re.compile(r"[A-Z][12][0-9]{8}"), Label("台湾地区身份证", "an identity card of Taiwan")),
    (re.compile(r"[A-Z]{1,2}[0-9]{6}\([0-9A]\)"), Label("香港身份证", "an identity card of Hong Kong")),
    (re.compile(r"[157][0-9]{6}\([0-9]\)"), Label("澳门身份证", "an identity card of Macao")),
    (
        re.compile(r"(?:[军士文政警][\u4e00-\u9fff]?字?|[南北沈兰成济广海空后装参武东西中]字)第?[0-9]{4,10}号?"),
        Label("军官（士兵）证", "a card of the armed forces"),
    ),
    (re.compile(r"[A-Z]{1,2}[0-9]{6,8}|[0-9]{2}[A-Z]{2}[0-9]{5}"), Label("护照", "a passport")),
)


FOREIGN: Final = frozenset(_FORMS[place][1] for place in (0, 1, 4, 5, 6, -1))
"""What people have who have no citizen's number of the mainland."""


def document_of(number: str) -> Label | None:
    """
    Return the document that a text looks like, None if it looks like none of them.

    >>> document_of("H12345678").zh, document_of("12345678").en, document_of("450000199307010014")
    ('港澳居民来往内地通行证', 'a permit of a Taiwan resident', None)
    """
    plain = number.translate(_BRACKETS)
    if _DAY.fullmatch(plain):
        return None
    named = next((label for word, label in _CALLED.items() if plain.startswith(word)), None)
    if named is not None and _NUMBERED.search(plain):
        return named
    return next((label for form, label in _FORMS if form.fullmatch(plain)), None)


# A document that its own name precedes: 护照E12345678, 台胞证12345678.
_CALLED: Final = {
    "港澳居民来往内地通行证": _FORMS[0][1],
    "回乡证": _FORMS[0][1],
    "台湾居民来往大陆通行证": _FORMS[1][1],
    "台胞证": _FORMS[1][1],
    "往来港澳通行证": _FORMS[2][1],
    "港澳通行证": _FORMS[2][1],
    "护照": _FORMS[-1][1],
    "军官证": _FORMS[-2][1],
    "士兵证": _FORMS[-2][1],
    "文职证": _FORMS[-2][1],
    "警官证": Label("警官证", "a police officer's card"),
    "户口簿": Label("户口簿", "a household register"),
    "户口本": Label("户口簿", "a household register"),
    "出生证": Label("出生医学证明", "a birth certificate"),
    "驾驶证": Label("驾驶证", "a driving licence"),
}
_NUMBERED: Final = re.compile("[0-9]{4}")

# A birth date in the wrong column is not a permit number.
_DAY: Final = re.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_BRACKETS: Final = str.maketrans("（）", "()")
