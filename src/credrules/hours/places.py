"""
Which jurisdiction a code or a name means: CN-GD, GD, 440000, 广东, 广东省 and Guangdong are one, CN-GD-SZ is 深圳.

A place without rules of its own uses those of the place above it: a city its
province's, a province the country's. The places passed on the way are reported. The
country's rules do not apply to Hong Kong, Macao and Taiwan. The third part of a
code is the initials of the city's name (or the whole name) in pinyin, or its
division code.
"""

from __future__ import annotations

import importlib
import re
from typing import Final

from credrules.codes import DIVISIONS, Status
from credrules.codes.pinyin import syllables
from credrules.findings import Report, finding
from credrules.masking import shown_cell, shown_text, type_name
from credrules.remembering import remembered
from credrules.values import Label, exact_int, exact_text

__all__ = [
    "APART",
    "COUNTRY",
    "COUNTRY_NAMES",
    "NOWHERE",
    "division_of",
    "place_label",
    "place_text",
    "read_place",
    "shown_place",
]
__dir__ = __all__.copy

COUNTRY: Final = "CN"
NOWHERE: Final = "CN-unattributed"
APART: Final = frozenset({"71", "81", "82"})
"""The first digits of the divisions where the country's rules do not apply."""
_MUNICIPALITIES: Final = frozenset({"11", "12", "31", "50"})
_LONGEST: Final = 40
COUNTRY_NAMES: Final = frozenset({"cn", "china", "全国", "国家", "国家级", "中国", "中华人民共和国", "national"})
"""What the country is called, in small letters."""
_CITY: Final = re.compile("(?:cn-)?([a-z]{2})-([a-z]{2,20}|[0-9]{6})")


def _data() -> tuple[dict[str, str], dict[str, str]]:
    module = importlib.import_module("credrules.hours._data.places")
    return module.PLACES, module.NAMES


def read_place(value: object) -> Report[tuple[str, ...]]:
    """
    Return the jurisdictions of a place, the nearest first; never raises.

    >>> read_place("广东省").value, read_place(330100).value
    (('CN-GD', 'CN'), ('CN-ZJ-HZ', 'CN-ZJ', 'CN'))
    >>> read_place("广州市").value, read_place("香港").value
    (('CN-GD', 'CN'), ('CN-HK',))
    >>> read_place("CN-GD-SZ").value, read_place("兵团").value
    (('CN-GD', 'CN'), ('CN-XJ-BT', 'CN'))
    """
    name = place_text(value)
    if name.casefold() in COUNTRY_NAMES:
        return Report(value, (COUNTRY,))
    places, _ = _data()
    division = division_of(name)
    if division is None:
        found = finding("HOURS.PLACE_UNKNOWN", path=("jurisdiction",), given=shown_place(value))
        return Report(value, None, (found,))
    above = (division, division[:4] + "00", division[:2] + "0000")
    # A division that no jurisdiction is named after keeps its own code.
    chain = dict.fromkeys(places[code] for code in above if code in places) or {division: ""}
    return Report(value, (*chain,) if division[:2] in APART else (*chain, COUNTRY))


def place_text(value: object) -> str:
    """
    Return a place as it is written, a division code's digits if it is a number; empty for anything else.

    A text that is longer than any name of a place is none.

    >>> place_text(" 广东 "), place_text(440000), place_text(None)
    ('广东', '440000', '')
    """
    written, number = (exact_text(value) or "").strip(), exact_int(value)
    if number is not None and 0 <= number < 1_000_000:
        return str(number)
    return written if len(written) <= _LONGEST else ""


def shown_place(value: object) -> str:
    """
    Return what was given for a place, for a message.
    """
    return shown_cell((exact_text(value) or place_text(value)).strip()[:_LONGEST]) or type_name(value)


def division_of(name: str) -> str | None:
    """
    Return the division code that a code or a name means; None for an unknown place and for the country.

    >>> division_of("CN-GD-SZ"), division_of("兵团"), division_of("某地")
    ('440300', '660000', None)
    """
    folded = name.casefold()
    places, names = _data()
    wanted = {folded, f"cn-{folded}", names.get(folded, "").casefold()}
    division = next((code for code, jurisdiction in places.items() if jurisdiction.casefold() in wanted), None)
    return division or _city(folded) or (DIVISIONS.check(name).value if name else None)


@remembered(256)
def _city(code: str) -> str | None:
    """
    Return the division of a code of three parts; None if the third part is not a city of the second.

    Two cities of a province with the same initials (济南, 济宁) are distinguished by the whole name; if their
    rules are the province's, the first of them answers for both.
    """
    match = _CITY.fullmatch(code)
    if match is None:
        return None
    places, _ = _data()
    province = next((division for division, name in places.items() if name.casefold() == f"cn-{match[1]}"), None)
    if province is None:
        return None
    inside = {it.code: it for it in DIVISIONS if it.code[:2] == province[:2] and it.status is Status.STANDARD}
    if match[2].isdecimal():
        return match[2] if match[2] in inside else None
    # Cities and other units directly below a province; in a municipality these are its districts.
    below = ("90", "01", "02") if province[:2] in _MUNICIPALITIES else ("90",)
    cities = [code for code in inside if code[2:] != "0000" and (code[4:] == "00" or code[2:4] in below)]
    named = [code for code in cities if match[2] in _sounds(inside[code].short or inside[code].name)]
    own = {places.get(code) for code in named}
    return named[0] if len(own) == 1 else None


def _sounds(name: str) -> tuple[str, str]:
    spoken = syllables(name)
    return "".join(part[0] for part in spoken), "".join(spoken)


def place_label(jurisdiction: str) -> Label:
    """
    Return a jurisdiction for a message: its name in Chinese, its code in English.

    >>> place_label("CN-JL").zh, place_label("CN").zh, place_label("CN-GD-SZ").zh, place_label("CN-JL").en
    ('吉林省', '全国', '深圳市', 'CN-JL')
    """
    entry = DIVISIONS.get(division_of(jurisdiction))
    shown = jurisdiction if entry is not None and jurisdiction.isascii() else shown_text(jurisdiction)
    return Label("全国" if jurisdiction == COUNTRY else shown if entry is None else entry.name, shown)
