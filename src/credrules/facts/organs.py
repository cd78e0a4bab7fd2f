"""
Kinds of organs by their names: who grants an award, and whether its level is decided.

`classify` looks the name up in the list `codes.GRANTING_ORGANS` first (names,
aliases, former names), then tries the sentence patterns of the same list and of
`organ_patterns`, and splits any other name into place and office: 甲市教育局 is a
bureau of a city and not the city. If nothing decides, the answer is REVIEW,
never a silent yes or no.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(10); GB/T 2260 for the rank of a place.
Limitations: only the name is judged, without a register of organs; the text does not mention the
governments and departments of other provinces, which are REVIEW; a county or district is below 市厅级
and OUT, the government of a county-level city REVIEW.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from credrules import codes, text
from credrules.codes import Entry
from credrules.codes.places import PREFIXES
from credrules.facts.organ_patterns import (
    EXAMPLE_PLACE,
    FORMER_MINISTRIES,
    MORE_SOCIAL,
    NO_BUREAU,
    NO_OFFICE,
    NO_PLACE,
    PATTERNS,
    SOCIAL_TAIL,
    OrganKind,
)
from credrules.findings import Decision
from credrules.remembering import remembered
from credrules.values import Confidence, Evidence

__all__ = ["GUANGXI", "OrganVerdict", "classify"]
__dir__ = __all__.copy

GUANGXI: Final = "45"
"""The first two digits of the division codes of Guangxi."""

_LONGEST: Final = 60
_STATE: Final = "中华人民共和国"
_KINDS: Final[Mapping[str, OrganKind]] = {
    "central": OrganKind.CENTRAL,
    "ministry": OrganKind.MINISTRY,
    "state-council-body": OrganKind.STATE_COUNCIL_BODY,
    "vice-ministry": OrganKind.VICE_MINISTRY,
    "region-government": OrganKind.PROVINCE_GOVERNMENT,
    "region-department": OrganKind.PROVINCE_DEPARTMENT,
    "city-government": OrganKind.CITY_GOVERNMENT,
}
_EVIDENCE: Final[Mapping[str, Evidence]] = {
    "stated": Evidence.STATED,
    "derived": Evidence.DEDUCED,
    "interpretation": Evidence.ASSUMED,
    "not decided by the seed": Evidence.ASSUMED,
}


@frozen
class OrganVerdict:
    """
    What the name of an organ shows.

    `level` is a code of AWARD_LEVELS, "" if none is decided; `scope` says
    whether awards of the organ count; `row` names the row of GRANTING_ORGANS or
    the pattern that decided, "" if none did; `region` the two digits of the
    province as far as the name shows it; `evidence` how certainly the row
    follows from the text.
    """

    kind: OrganKind
    level: str
    scope: Decision
    row: str = ""
    region: str = ""
    evidence: Evidence = Evidence.STATED


_UNKNOWN: Final = OrganVerdict(OrganKind.UNKNOWN, "", Decision.REVIEW)


def classify(name: object) -> OrganVerdict:
    """
    Classify an organ by its name on a certificate; accepts any object.

    Several organs in one cell (separated by 、) give one verdict if all agree on
    level and scope, else REVIEW.

    >>> classify("自治区教育厅").level, classify("自治区人民政府").level, classify("国务院").level
    ('CITY_DEPARTMENT', 'PROVINCE_MINISTRY', 'NATIONAL')
    >>> classify("甲市教育局").scope.name, classify("甲市人民政府").level, classify("全国某协会").scope.name
    ('OUT', 'CITY_DEPARTMENT', 'OUT')
    >>> classify("广东省人事厅").region, classify("广西壮族自治区人事厅").region, classify("人事部").region
    ('44', '45', '')
    """
    written = text.read_text(name).text or ""
    pieces = [piece for piece in re.split("[、，,；;]", written[: 5 * _LONGEST]) if piece]
    if not pieces or len(written) > 5 * _LONGEST:
        return _UNKNOWN
    verdicts = [_of_name(piece) for piece in pieces]
    first = verdicts[0]
    if all((item.level, item.scope) == (first.level, first.scope) for item in verdicts):
        return first
    return _UNKNOWN


@remembered(4096)
def _of_name(name: str) -> OrganVerdict:
    if len(name) > _LONGEST:
        return _UNKNOWN
    listed = _listed(name)
    if listed is not None:
        return listed
    for pattern in PATTERNS:
        if pattern.expression.search(name):
            return OrganVerdict(pattern.kind, "", Decision.REVIEW, pattern.id, _split_region(name)[0])
    return _of_state(name) or _social(name) or _placed(name)


def _listed(name: str) -> OrganVerdict | None:
    row = codes.GRANTING_ORGANS.get(codes.GRANTING_ORGANS.check(name).value)
    return None if row is None or row.code.startswith("PAT-") or row.code == name else _by_row(row)


def _by_row(row: Entry, region: str = "") -> OrganVerdict:
    kind = _KINDS[row.attribute("kind")]
    # A row of low confidence names the organ and its probable level, but decides nothing.
    scope = Decision.REVIEW if row.confidence is Confidence.LOW else Decision(row.attribute("scope"))
    return OrganVerdict(
        kind,
        row.attribute("award_level"),
        scope,
        row.code,
        GUANGXI if row.code.startswith("GX-") else region,
        _EVIDENCE[row.attribute("rule")],
    )


# --- organs of the state --------------------------------------------------------


@functools.cache
def _state_names() -> tuple[str, ...]:
    kinds = {"central", "ministry", "state-council-body", "vice-ministry"}
    rows = [row for row in codes.GRANTING_ORGANS if row.attribute("kind") in kinds and not row.code.startswith("PAT-")]
    names = {name for row in rows for name in (row.name, *row.aliases, *row.former)} | FORMER_MINISTRIES
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _of_state(name: str) -> OrganVerdict | None:
    bare = name.removeprefix(_STATE)
    if bare in FORMER_MINISTRIES:
        row = codes.GRANTING_ORGANS["PAT-MINISTRY"]
        return OrganVerdict(
            OrganKind.MINISTRY, row.attribute("award_level"), Decision.IN, row.code, "", Evidence.DEDUCED
        )
    if any(bare.startswith(known) for known in _state_names()):
        return OrganVerdict(OrganKind.MINISTRY_BUREAU, "", Decision.REVIEW, "ministry-bureau")
    if bare != name and _ends(bare, "PAT-MINISTRY") and not NO_OFFICE.search(bare):
        return _by_row(codes.GRANTING_ORGANS["PAT-MINISTRY"])
    return None


def _social(name: str) -> OrganVerdict | None:
    for row, expression in _social_rows():
        if expression.search(name):
            return OrganVerdict(OrganKind.SOCIAL_BODY, "", Decision.OUT, row, _split_region(name)[0])
    return None


@functools.cache
def _social_rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [row for row in codes.GRANTING_ORGANS if row.attribute("kind") == "social-body"]
    named = [(row.code, tuple(row.attribute("suffix").split(";"))) for row in rows]
    return tuple(
        (code, re.compile(f"(?:{'|'.join(words)}){SOCIAL_TAIL}"))
        for code, words in (*named, ("social-body", MORE_SOCIAL))
    )


def _ends(name: str, row: str) -> bool:
    return name.endswith(tuple(codes.GRANTING_ORGANS[row].attribute("suffix").split(";")))


# --- place and office -----------------------------------------------------------


@functools.cache
def _provinces() -> Mapping[str, str]:
    rows = [(digits, codes.DIVISIONS[digits + "0000"]) for digits in PREFIXES]
    return {name: digits for digits, row in rows for name in (row.name, row.short) if name}


def _split_region(name: str) -> tuple[str, str]:
    """
    Return the province's two digits and the rest of the name; the bare 自治区 is Guangxi.
    """
    for size in range(min(len(name), 9), 1, -1):
        digits = _provinces().get(name[:size])
        if digits is not None:
            # 广西自治区人民政府: a short form with 自治区 after it.
            return digits, name[size:].removeprefix("自治区")
    if name.startswith("自治区"):
        return GUANGXI, name.removeprefix("自治区")
    return "", name


def _placed(name: str) -> OrganVerdict:
    region, rest = _split_region(name)
    here = _of_place(rest, region)
    if here is not None:
        return here
    if region == GUANGXI:
        return _of_region(name, rest)
    if region:
        return _of_province(rest, region)
    return _UNKNOWN


def _of_region(name: str, rest: str) -> OrganVerdict:
    row = codes.GRANTING_ORGANS["PAT-REGION-DEPARTMENT"]
    formal = name.startswith(tuple(row.attribute("prefix").split(";")))
    listed = _listed("自治区" + rest)
    if listed is not None:
        return listed
    if any(rest.startswith(known) for known in _departments()):
        return OrganVerdict(OrganKind.PROVINCE_BODY, "", Decision.REVIEW, "province-body", GUANGXI)
    if (rest.endswith("厅") or (formal and _ends(rest, row.code))) and not NO_OFFICE.search(rest):
        return _by_row(row, GUANGXI)
    return OrganVerdict(OrganKind.PROVINCE_BODY, "", Decision.REVIEW, "", GUANGXI)


@functools.cache
def _departments() -> tuple[str, ...]:
    rows = [row for row in codes.GRANTING_ORGANS if row.attribute("kind") in {"region-department", "region-government"}]
    names = (name for row in rows for name in (row.name, *row.aliases, *row.former, *row.loose))
    bare = {_split_region(name)[1] for name in names if not name.startswith("自治区人民政府各")}
    return tuple(sorted(bare))


def _of_province(rest: str, region: str) -> OrganVerdict:
    if rest in _GOVERNMENT:
        return OrganVerdict(OrganKind.PROVINCE_GOVERNMENT, "", Decision.REVIEW, "other-province", region)
    if _ends(rest, "PAT-REGION-DEPARTMENT") and not NO_OFFICE.search(rest):
        return OrganVerdict(OrganKind.PROVINCE_DEPARTMENT, "", Decision.REVIEW, "other-province", region)
    return OrganVerdict(OrganKind.PROVINCE_BODY, "", Decision.REVIEW, "other-province", region)


_PLACE_END: Final = re.compile("地区|自治州|自治县|自治旗|市|县|旗|区")
# 市教育局, 县人民政府: without the place, as the text itself writes them; 市场, 市政 and 市民 are not cities.
_BARE: Final = re.compile("(?:市|县)(?=人民政府|政府|民[族政宗防]|[^场政容民辖区值级])")
_GOVERNMENT: Final = frozenset({"人民政府", "政府"})
_TOWNSHIP: Final = re.compile(".{1,12}?(?:镇|乡|街道)(?:人民政府|政府|办事处)")


def _of_place(rest: str, region: str) -> OrganVerdict | None:
    place, office = _place(rest)
    if not place:
        return None
    kind, home = _government(place, region)
    if kind is OrganKind.PREFECTURE_OFFICE:
        return OrganVerdict(kind, "", Decision.REVIEW, "prefecture", home)
    if kind is OrganKind.COUNTY:
        return _below(kind, office, home)
    if kind is OrganKind.CITY_GOVERNMENT:
        return _of_place(office, home) or _of_city(office, home)
    return _of_small_city(office, home)


def _place(rest: str) -> tuple[str, str]:
    """
    Return the shortest beginning whose last character makes it a place, and the rest.
    """
    if _BARE.match(rest):
        return rest[0], rest[1:]
    for found in _PLACE_END.finditer(rest[:16]):
        place = rest[: found.end()]
        if len(place) > 1 and (found[0] == "地区" or not NO_PLACE.search(place)):
            return place, rest[found.end() :]
    return "", rest


def _government(place: str, region: str) -> tuple[OrganKind, str]:
    """
    Return what kind of organ the government of a place is, and the province; a city of unknown rank is taken as small.
    """
    named = [row for row in codes.DIVISIONS.find(place) if row.name == place and row.code.startswith(region)]
    levels = {row.attribute("level"): row.code[:2] for row in reversed(named)}
    if "prefecture" in levels:
        kind = OrganKind.CITY_GOVERNMENT if place.endswith("市") else OrganKind.PREFECTURE_OFFICE
    elif "county" in levels:
        kind = OrganKind.COUNTY_CITY if place.endswith("市") else OrganKind.COUNTY
    elif not place.endswith("市"):
        kind = OrganKind.PREFECTURE_OFFICE if place.endswith(("地区", "自治州")) else OrganKind.COUNTY
    else:
        known = place == "市" or EXAMPLE_PLACE.match(place) is not None
        kind = OrganKind.CITY_GOVERNMENT if known else OrganKind.COUNTY_CITY
    return kind, levels.get("prefecture") or levels.get("county") or region


def _of_city(office: str, home: str) -> OrganVerdict:
    if office in _GOVERNMENT:
        if home not in {"", GUANGXI}:
            return OrganVerdict(OrganKind.CITY_GOVERNMENT, "", Decision.REVIEW, "other-province", home)
        return OrganVerdict(OrganKind.CITY_GOVERNMENT, "CITY_DEPARTMENT", Decision.IN, "city-government", home)
    return _below(OrganKind.CITY_BUREAU, office, home)


def _of_small_city(office: str, home: str) -> OrganVerdict:
    # A city of unknown rank may be county-level; only its government is doubtful, its bureaus are not.
    if office in _GOVERNMENT:
        return OrganVerdict(OrganKind.COUNTY_CITY, "", Decision.REVIEW, "county-city", home)
    return _below(OrganKind.CITY_BUREAU, office, home)


def _below(kind: OrganKind, office: str, home: str) -> OrganVerdict:
    """
    Return OUT for an organ below 市厅级, REVIEW for a body that is not an organ at all (a school, a firm).
    """
    if _TOWNSHIP.match(office):
        return OrganVerdict(OrganKind.COUNTY, "", Decision.OUT, "PAT-COUNTY", home, Evidence.DEDUCED)
    organ = _ends(office, "PAT-CITY-BUREAU") and not NO_BUREAU.search(office)
    if kind is OrganKind.COUNTY and (organ or office in _GOVERNMENT):
        return OrganVerdict(kind, "", Decision.OUT, "PAT-COUNTY", home, Evidence.DEDUCED)
    if organ:
        return OrganVerdict(kind, "", Decision.OUT, "PAT-CITY-BUREAU", home)
    return OrganVerdict(OrganKind.UNKNOWN, "", Decision.REVIEW, "", home)
