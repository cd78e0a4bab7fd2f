"""
Rules about numbers and organs on certificates.

证书编号 must be filled, with 11111111 if the certificate has no number;
证书管理号 is optional and exists since the new title certificates of 2011
(广西专业技术人员信息采集常见问题解答, 二(15)).

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4), 二(15).
Limitations: certificate numbers have no common form; a number that appears twice
is a warning, since two certificates with the same number are possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from credrules import codes
from credrules.dates import PartialDate
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.facts.organ_patterns import NO_PLACE
from credrules.identifiers.certificate_number import is_placeholder
from credrules.lists import repeated
from credrules.systems.guangxi.records.whole import PersonalRecord, TitleCertificate

__all__ = [
    "CERTIFICATE_RULES",
    "approving_organ_is_organ",
    "control_number_since",
    "is_place",
    "numbers_differ",
]
__dir__ = __all__.copy

_NUMBERED: Final = ("titles", "qualifications", "honours")
_PLACE: Final = re.compile("(?<![军战])[省市县区旗州盟乡镇]$")


@rule(
    "GX.CERTNO.DUPLICATE",
    reads=("titles.certificate_number", "qualifications.certificate_number", "honours.certificate_number"),
)
def numbers_differ(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    No certificate number of a person appears on two certificates of one kind.
    """
    return [found for section in _NUMBERED for found in _twice(section, getattr(record, section))]


def _twice(section: str, certificates: Iterable[Any]) -> list[Violation]:
    written = (item.certificate_number for item in certificates)
    numbers = (None if number is None or is_placeholder(number) else number for number in written)
    return [violation(section, place, "certificate_number", first=first + 1) for place, first in repeated(numbers)]


@rule("GX.CTRLNO.SINCE_2011", requires=("control_number", "issued_on"))
def control_number_since(title: TitleCertificate, context: Context) -> Violation | None:
    """
    Only title certificates of the new edition have a control number.
    """
    since = context.profile.control_number_since
    if person.surely_before(title.issued_on, PartialDate(since)):
        return violation("control_number", since=since)
    return None


@rule("GX.FIELD.APPROVING_ORGAN", requires=("approving_organ",))
def approving_organ_is_organ(title: TitleCertificate, _: Context) -> Violation | None:
    """
    批准籍贯 is a misprint for 批准机关: the field holds an organ, not a place.
    """
    return violation("approving_organ") if is_place(title.approving_organ or "") else None


def is_place(name: str) -> bool:
    """
    Whether a name is that of a place and not of an organ.

    >>> is_place("广西甲县"), is_place("甲县人事局"), is_place("甲社区")
    (True, False, False)
    """
    return bool(codes.DIVISIONS.find(name) or (_PLACE.search(name) and not NO_PLACE.search(name)))


CERTIFICATE_RULES: Final = (
    numbers_differ,
    control_number_since,
    approving_organ_is_organ,
)
"""The rules of numbers and organs on certificates."""
