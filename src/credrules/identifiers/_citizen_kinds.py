"""
Which document an identity number belongs to, as far as its form shows.

Citizens have eighteen places (GB 11643-1999) or the fifteen used before
October 1999; residence permits of Hong Kong, Macao and Taiwan residents begin
with 81, 82, 83; foreign permanent residents have a number that begins with 9,
or before December 2023 three letters and twelve digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from credrules.findings import Finding, finding
from credrules.values import Label, Worded

MODERN: Final = 18
OLD: Final = 15
OLD_FOREIGN: Final = re.compile(r"[A-Z]{3}[0-9]{12}")

_PERMIT_PREFIXES: Final = frozenset({"81", "82", "83"})


class Kind(Worded):
    """
    Which document a number belongs to, as far as its form shows.

    >>> Kind("residence_permit").name
    'RESIDENCE_PERMIT'
    """

    CITIZEN = "citizen", "公民身份号码", "identity number"
    CITIZEN_15 = "citizen_15", "15 位身份证号码", "identity number of fifteen digits"
    RESIDENCE_PERMIT = (
        "residence_permit",
        "港澳台居民居住证号码",
        "residence permit of a Hong Kong, Macao or Taiwan resident",
    )
    FOREIGN_PERMANENT_RESIDENT = (
        "foreign_permanent_resident",
        "外国人永久居留身份证号码",
        "foreign permanent resident's number",
    )


def kind_of(number: str) -> Kind:
    """
    Return the kind of a number of fifteen or eighteen places.

    >>> kind_of("450000720315003").name, kind_of("KAZ110090123105").name
    ('CITIZEN_15', 'FOREIGN_PERMANENT_RESIDENT')
    """
    if len(number) == OLD:
        return Kind.FOREIGN_PERMANENT_RESIDENT if OLD_FOREIGN.fullmatch(number) else Kind.CITIZEN_15
    if number[0] == "9":
        return Kind.FOREIGN_PERMANENT_RESIDENT
    return Kind.RESIDENCE_PERMIT if number[:2] in _PERMIT_PREFIXES else Kind.CITIZEN


# What no card of a foreigner should have: a wrong country, Taiwan as the province of acceptance, order 000.
_WRONG_PARTS: Final = (
    (Label("国籍代码", "country"), slice(3, 6), {"156", "000", "999"}),
    (Label("受理地代码", "province of acceptance"), slice(1, 3), {"71"}),
    (Label("顺序码", "sequence number"), slice(14, 17), {"000"}),
)


def foreign_part_remarks(number: str) -> Iterator[Finding]:
    """
    Yield a finding for each part of a foreigner's number that no card should have.
    """
    for part, place, wrong in _WRONG_PARTS:
        if number[place] in wrong:
            yield finding("CITIZEN_ID.FOREIGN_PART", part=part, value=number[place])
