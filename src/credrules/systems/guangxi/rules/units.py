"""
Rules about the unit's name: as on the official seal, without spaces, one spelling per unit.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(7), 二(11).
Limitations: without the name on the seal nothing is certain, so short forms and
the region's name in front give only warnings; few short forms are known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from credrules import text
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Finding, finding
from credrules.masking import shown_text
from credrules.systems.guangxi.records.whole import Basic

__all__ = [
    "REGION",
    "UNIT_RULES",
    "find_near_duplicates",
    "name_on_seal",
    "no_region_prefix",
    "no_short_form",
    "no_space",
    "same_unit",
]
__dir__ = __all__.copy

REGION: Final = "广西壮族自治区"

_SPACE: Final = re.compile(r"\s+")
# Departments have these names in speech, never on a seal.
_SHORT_FORM: Final = re.compile(
    "(?:人社|卫健|卫计|发改|工信|住建|国土资)(?:厅|局|委)$|^[市县区][^市县区]{1,6}(?:厅|局|委)$"
)


def _printed(name: str) -> str:
    # White space is never part of a unit's name.
    return _SPACE.sub("", unicodedata.normalize("NFKC", name))


@rule("GX.UNIT.SEAL_NAME", requires=("unit_name", "seal_name"))
def name_on_seal(basic: Basic, _: Context) -> Violation | None:
    """
    The unit's name is the one on its seal, if that is known.
    """
    name, seal = basic.unit_name or "", basic.seal_name or ""
    if _printed(name) != _printed(seal):
        return violation("unit_name", suggestion=_SPACE.sub("", seal), seal=seal)
    return None


@rule("GX.UNIT.SHORT_NAME", requires=("unit_name",), reads=("seal_name",))
def no_short_form(basic: Basic, _: Context) -> Violation | None:
    """
    A name is not a short form, as far as a pattern can show.
    """
    return violation("unit_name") if basic.seal_name is None and _SHORT_FORM.search(basic.unit_name or "") else None


@rule("GX.UNIT.NO_SPACE", requires=("unit_name",))
def no_space(basic: Basic, _: Context) -> Violation | None:
    """
    A unit's name contains no white space, not even between letters.
    """
    name = basic.unit_name or ""
    return violation("unit_name", suggestion=_SPACE.sub("", name)) if _SPACE.search(name) else None


@rule("GX.UNIT.REGION_PREFIX", "GX.UNIT.PREFIX_ADDED", requires=("unit_name",), reads=("seal_name",))
def no_region_prefix(basic: Basic, _: Context) -> Violation | None:
    """
    The region's name comes in front only if the seal has it: an error if the seal is known, else to be checked.
    """
    name = basic.unit_name or ""
    if not name.startswith(REGION) or (basic.seal_name or "").startswith(REGION):
        return None
    return violation("unit_name", code="GX.UNIT.REGION_PREFIX" if basic.seal_name is None else "GX.UNIT.PREFIX_ADDED")


def same_unit(a: object, b: object) -> bool:
    """
    Whether two names differ at most in layout, so that they mean one unit.

    >>> same_unit("甲市 第一中学", "甲市第一中学"), same_unit("甲市一中", "甲市二中")
    (True, False)
    """
    return text.same_name(a, b)


def find_near_duplicates(names: Iterable[object]) -> tuple[Finding, ...]:
    """
    Return one finding per unit that is spelled in several ways.

    A computer treats each spelling as a separate unit (二(7)). The finding's
    parameter `names` holds the spellings, its suggestion the clean one.

    >>> [item.suggestion for item in find_near_duplicates(["甲市 第一中学", "甲市第一中学", "乙市一中"])]
    ['甲市第一中学']
    """
    return tuple(
        finding("GX.TEXT.UNIT_IDENTITY", suggestion=text.normalize(group[0])[0], names=tuple(map(shown_text, group)))
        for group in text.near_duplicates(names)
    )


UNIT_RULES: Final = (
    name_on_seal,
    no_short_form,
    no_space,
    no_region_prefix,
)
"""The rules of the unit's name."""
