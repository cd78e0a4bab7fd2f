"""
Which places a jurisdiction means, the nearest first: CN-JS, 320000, 江苏, 江苏省 and Jiangsu are one, CN-GD-SZ is 深圳.

A city is its division code. Above it are its prefecture, its province and
the country; the country's rules do not apply to Hong Kong, Macao and Taiwan. A
place that is not named in the source is a place of its own.
"""

from __future__ import annotations

import functools
import importlib
from typing import Final

from credrules.codes import DIVISIONS
from credrules.findings import Report, finding
from credrules.hours.places import APART, COUNTRY, COUNTRY_NAMES, NOWHERE, division_of, place_text, shown_place
from credrules.remembering import remembered

__all__ = ["CENTRAL", "place_name", "read_place"]
__dir__ = __all__.copy

CENTRAL: Final = "CN-central"
_OTHERS: Final = {
    **dict.fromkeys(COUNTRY_NAMES, COUNTRY),
    **dict.fromkeys(("cn-central", "中央国家机关", "中央和国家机关", "中央", "central state organs"), CENTRAL),
    **dict.fromkeys(("cn-unattributed", "未载明", "某省", "unnamed province", "unnamed"), NOWHERE),
}


@functools.cache
def _data() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    rows = importlib.import_module("credrules.eligibility._data.places").ROWS
    by_division = {row["division"]: row["jurisdiction"] for row in rows}
    names = {word.casefold(): row["division"] for row in rows for word in (row["jurisdiction"], row["name_en"])}
    names |= {
        row["jurisdiction"].partition("-")[2].casefold(): row["division"] for row in rows if "-" in row["jurisdiction"]
    }
    return by_division, names, {row["jurisdiction"]: row["name"] for row in rows}


def place_name(jurisdiction: str) -> str:
    """
    Return the Chinese name of a jurisdiction.

    >>> place_name("CN-JS"), place_name("CN"), place_name("320582"), place_name("320700")
    ('江苏', '全国', '江苏省张家港市', '连云港市')
    """
    own = {COUNTRY: "全国", CENTRAL: "中央国家机关", NOWHERE: "来源未载明地区", **_data()[2]}
    if jurisdiction in own:
        return own[jurisdiction]
    entry = DIVISIONS.get(jurisdiction)
    return jurisdiction if entry is None else entry.name


def read_place(value: object) -> Report[tuple[str, ...]]:
    """
    Return the places of a jurisdiction, the nearest first; never raises.

    >>> read_place("连云港市").value, read_place(320582).value
    (('320700', 'CN-JS', 'CN'), ('320582', '320500', 'CN-JS', 'CN'))
    >>> read_place("CN-GD-SZ").value, read_place("兵团").value
    (('440300', 'CN-GD', 'CN'), ('CN-XJ-BT', 'CN'))
    >>> read_place("CN-central").value, read_place("香港").value
    (('CN-central', 'CN'), ('CN-HK',))
    """
    places = _places_of(place_text(value))
    if places is None:
        found = finding("ELIGIBILITY.PLACE_UNKNOWN", path=("jurisdiction",), given=shown_place(value))
        return Report(value, None, (found,))
    return Report(value, places)


@remembered(1024)
def _places_of(name: str) -> tuple[str, ...] | None:
    other = _OTHERS.get(name.casefold())
    if other is not None:
        return (other,) if other in {COUNTRY, NOWHERE} else (other, COUNTRY)
    by_division, names, _ = _data()
    division = names.get(name.casefold()) or division_of(name)
    if division is None:
        return None
    above = dict.fromkeys((division, division[:4] + "00", division[:2] + "0000"))
    chain = tuple(by_division.get(item, item) for item in above)
    return chain if division[:2] in APART else (*chain, COUNTRY)
