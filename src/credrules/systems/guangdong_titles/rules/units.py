"""
Rules of the chosen unit: it is in the list, it keeps the file, it is the one that GD-D2 leads to.

References: 广东省职称网上申报说明（2016，清远市页面）, 四.
Limitations: if GD-D2 is open (REVIEW), a choice among the candidates is accepted and no other is refused.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision
from credrules.systems.guangdong_titles.records import FIELDS, BasicInfo, TitleFile, UnitCase
from credrules.systems.guangdong_titles.routing.chain import chosen, is_employer, same_unit
from credrules.systems.guangdong_titles.routing.unit_words import place_label
from credrules.systems.guangdong_titles.routing.units import Recommendation, choose_unit
from credrules.text import name_key

__all__ = [
    "application_point",
    "case_of",
    "division_of_issuer",
    "division_of_workplace",
    "keeper_named",
    "listed",
    "listed_unit_chosen",
    "local_keeper",
    "local_list",
    "not_copied",
    "own_unit",
    "point_is_no_keeper",
]
__dir__ = __all__.copy

_CHOSEN: Final = ("basic.personnel_unit", "basic.division")
CASE: Final = (
    *_CHOSEN,
    "basic.work_unit",
    "basic.work_division",
    "basic.employment",
    "basic.unit_keeps_archives",
    "basic.archive_keeper",
    "basic.keeper_division",
    "basic.junior_issuer_division",
    "applications.profession",
)
"""What a rule that calls `choose_unit` reads."""


def case_of(basic: BasicInfo, profession: str | None = None) -> UnitCase:
    """
    Return the case of a file for `choose_unit`; the chosen division replaces an unknown place of work.

    >>> case_of(BasicInfo(work_unit="甲公司", division="441622")).work_division
    '441622'
    """
    return UnitCase(
        work_unit=basic.work_unit,
        work_division=basic.work_division or basic.division,
        employment=basic.employment,
        unit_keeps_archives=basic.unit_keeps_archives,
        archive_keeper=basic.archive_keeper,
        keeper_division=basic.keeper_division,
        junior_issuer_division=basic.junior_issuer_division,
        profession=profession,
    )


def _advice(file: TitleFile, context: Context) -> Recommendation:
    profession = next((item.profession for item in file.applications if item.profession is not None), None)
    return choose_unit(case_of(file.basic, profession), units=context.profile.units, profile=context.profile)


def _differs(file: TitleFile, context: Context, row: str) -> Recommendation | None:
    """
    Return the recommendation of a row if another unit was chosen.
    """
    if file.basic.personnel_unit is None:
        return None
    advice = _advice(file, context)
    if advice.decision is not Decision.IN or advice.reasons != (row,) or advice.unit is None:
        return None
    return None if same_unit(file.basic.personnel_unit, advice.unit, context.profile.units) else advice


@rule("GD.UNIT.NOT_LISTED", reads=_CHOSEN)
def listed(file: TitleFile, context: Context) -> Violation | None:
    """
    The chosen unit is in the list; otherwise the unit's personnel office or the local authority has to be asked.
    """
    units = context.profile.units
    if file.basic.personnel_unit is None or units.find(file.basic.personnel_unit, file.basic.division):
        return None
    return violation("basic", "personnel_unit", unit=file.basic.personnel_unit)


@rule("GD.BASIC.UNIT_REQUIRED", reads=_CHOSEN)
def listed_unit_chosen(file: TitleFile, context: Context) -> Violation | None:
    """
    If the list is complete, a unit that is not in it counts as not chosen.
    """
    missing = context.profile.units.complete and listed(file, context) is not None
    return violation("basic", "personnel_unit", field=FIELDS["BasicInfo.personnel_unit"].label) if missing else None


@rule(
    "GD.UNIT.DEFINITION",
    reads=(
        "basic.personnel_unit",
        "basic.work_unit",
        "basic.archive_keeper",
        "basic.unit_keeps_archives",
    ),
)
def not_copied(file: TitleFile, _: Context) -> Violation | None:
    """
    The work unit is not copied into the personnel management unit if someone else keeps the file.
    """
    if file.basic.personnel_unit is None or file.basic.work_unit is None or file.basic.archive_keeper is None:
        return None
    own = name_key(file.basic.work_unit)
    kept = is_employer(file.basic.archive_keeper, file.basic.work_unit)
    if name_key(file.basic.personnel_unit) != own or kept or file.basic.unit_keeps_archives:
        return None
    return violation("basic", "personnel_unit", keeper=file.basic.archive_keeper)


@rule(
    "GD.UNIT.IN_SYSTEM",
    reads=(
        "basic.personnel_unit", "basic.work_unit", "basic.employment", "basic.unit_keeps_archives",
        "basic.archive_keeper",
    ),
)  # fmt: skip
def own_unit(file: TitleFile, context: Context) -> Violation | None:
    """
    Staff of a state-system unit generally choose their own unit, unless the file is known to be kept elsewhere.
    """
    basic = file.basic
    if basic.employment != "IN_SYSTEM" or basic.personnel_unit is None or basic.work_unit is None:
        return None
    elsewhere = basic.archive_keeper is not None and not is_employer(basic.archive_keeper, basic.work_unit)
    if basic.unit_keeps_archives is False or elsewhere:
        return None
    if same_unit(basic.personnel_unit, basic.work_unit, context.profile.units):
        return None
    return violation("basic", "personnel_unit", unit=basic.work_unit)


@rule("GD.UNIT.NON_PUBLIC", reads=CASE)
def local_list(file: TitleFile, context: Context) -> Violation | None:
    """
    A unit is chosen from the list of the chosen division.
    """
    unit = chosen(file.basic.personnel_unit, file.basic.division, context.profile.units)
    if unit is None or unit.division is None or file.basic.division in {None, unit.division}:
        return None
    advice = _advice(file, context)
    # A unit that the table leads to, or leaves open, is no error; a keeper elsewhere has a separate rule.
    if unit.key in {advice.unit, *advice.candidates} or advice.decision is Decision.IN:
        return None
    return violation(
        "basic", "personnel_unit", division=place_label(file.basic.division or ""), unit=unit.name or unit.id
    )


@rule("GD.UNIT.DIVISION_BY_WORKPLACE", reads=("basic.division", "basic.work_division", "basic.junior_issuer_division"))
def division_of_workplace(file: TitleFile, _: Context) -> Violation | None:
    """
    The division is normally where the work unit is.
    """
    basic = file.basic
    if basic.junior_issuer_division is not None or basic.division is None:
        return None
    if basic.work_division in {None, basic.division}:
        return None
    return violation("basic", "division", division=place_label(basic.work_division or ""))


@rule("GD.UNIT.DIVISION_BY_JUNIOR", reads=("basic.division", "basic.junior_issuer_division"))
def division_of_issuer(file: TitleFile, _: Context) -> Violation | None:
    """
    The division is the one whose department issues the unit's junior certificates.
    """
    if file.basic.division is None or file.basic.junior_issuer_division in {None, file.basic.division}:
        return None
    return violation("basic", "division", division=place_label(file.basic.junior_issuer_division or ""))


@rule("GD.UNIT.ARCHIVE_MARKET", reads=CASE, reports_missing=True)
def keeper_named(file: TitleFile, context: Context) -> Violation | None:
    """
    For non-public staff the keeper of the file is named.
    """
    if file.basic.archive_keeper is not None or file.basic.unit_keeps_archives:
        return None
    unit = chosen(file.basic.personnel_unit, file.basic.division, context.profile.units)
    by_point = unit is not None and unit.real_relation is False
    return violation("basic", "archive_keeper") if file.basic.employment == "NON_PUBLIC" or by_point else None


@rule("GD.UNIT.POINT_AS_KEEPER", reads=("basic.archive_keeper",))
def point_is_no_keeper(file: TitleFile, context: Context) -> Violation | None:
    """
    An application point keeps no files.
    """
    keeper = chosen(file.basic.archive_keeper, None, context.profile.units)
    return violation("basic", "archive_keeper") if keeper is not None and keeper.real_relation is False else None


@rule("GD.UNIT.LOCAL_KEEPER", reads=CASE)
def local_keeper(file: TitleFile, context: Context) -> Violation | None:
    """
    If the local market or enterprise keeps the file, that keeper is the personnel management unit.
    """
    advice = _differs(file, context, "4") or _enterprise(file, context)
    if advice is None:
        return None
    return violation("basic", "personnel_unit", keeper=file.basic.archive_keeper or file.basic.work_unit or advice.unit)


def _enterprise(file: TitleFile, context: Context) -> Recommendation | None:
    # An enterprise that keeps its files itself is also such a keeper; for state-system staff the text says "generally".
    return None if file.basic.employment == "IN_SYSTEM" else _differs(file, context, "1")


@rule("GD.UNIT.APPLICATION_POINT", reads=CASE)
def application_point(file: TitleFile, context: Context) -> Violation | None:
    """
    If the file is kept elsewhere, the application point of the division is the unit, not the distant keeper.
    """
    if file.basic.personnel_unit is None:
        return None
    advice = _advice(file, context)
    units = context.profile.units
    names = (advice.unit, *advice.candidates)
    if advice.reasons != ("6",) or any(name and same_unit(file.basic.personnel_unit, name, units) for name in names):
        return None
    known = chosen(file.basic.personnel_unit, file.basic.division, units)
    far = file.basic.archive_keeper is not None and same_unit(
        file.basic.personnel_unit, file.basic.archive_keeper, units
    )
    if advice.unit is None and not far and (known is None or known.kind == "APPLICATION_POINT"):
        return None
    return violation("basic", "personnel_unit", division=place_label(advice.division or ""))


UNIT_RULES: Final = (
    listed,
    listed_unit_chosen,
    not_copied,
    own_unit,
    local_list,
    division_of_workplace,
    division_of_issuer,
    keeper_named,
    point_is_no_keeper,
    local_keeper,
    application_point,
)
"""Every rule of the chosen unit."""
