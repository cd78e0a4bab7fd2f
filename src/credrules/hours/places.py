"""
Which jurisdiction a code or a name means: CN-GD, GD, 440000, 广东, 广东省 and Guangdong are one.

A place without rules of its own has those of the place above it: a city its
province's, a province the country's. The way up is told, place by place. The
country's rules do not reach Hong Kong, Macao and Taiwan.
"""

from __future__ import annotations

import importlib
from typing import Final

from credrules.codes import DIVISIONS
from credrules.findings import Report, finding
from credrules.masking import mask_text, type_name
from credrules.values import exact_int, exact_text

__all__ = ["COUNTRY", "NOWHERE", "read_place"]


def __dir__() -> list[str]:
    return sorted(__all__)


COUNTRY: Final = "CN"
NOWHERE: Final = "CN-unattributed"
_APART: Final = frozenset({"71", "81", "82"})
_LONGEST: Final = 40
_COUNTRY_NAMES: Final = frozenset({"cn", "china", "全国", "国家", "国家级", "中国", "中华人民共和国"})


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
    """
    written = exact_text(value)
    number = exact_int(value) if written is None else None
    code = str(number) if number is not None and 0 <= number < 1_000_000 else ""
    name = (written or code).strip()
    folded = name.casefold()
    if folded in _COUNTRY_NAMES:
        return Report(value, (COUNTRY,))
    places, names = _data()
    wanted = {folded, f"cn-{folded}", names.get(folded, "").casefold()}
    division = next((code for code, jurisdiction in places.items() if jurisdiction.casefold() in wanted), None)
    if division is None:
        division = DIVISIONS.check(name).value
    if division is None:
        given = mask_text(name[:_LONGEST]) or type_name(value)
        return Report(value, None, (finding("HOURS.PLACE_UNKNOWN", path=("jurisdiction",), given=given),))
    above = (division, division[:4] + "00", division[:2] + "0000")
    # A division that no jurisdiction is named after stands for itself.
    chain = dict.fromkeys(places[code] for code in above if code in places) or {division: ""}
    return Report(value, (*chain,) if division[:2] in _APART else (*chain, COUNTRY))
