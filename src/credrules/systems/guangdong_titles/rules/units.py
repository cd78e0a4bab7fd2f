"""
Rules of the chosen unit: it is in the list, it keeps the file, it is the one that GD-D2 leads to.

References: 广东省职称网上申报说明（2016，清远市页面）, 四.
Limitations: where GD-D2 is open (REVIEW), a choice among the candidates is accepted and no other is refused.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import Context, Violation, violation
from credrules.findings import Decision
from credrules.systems.guangdong_titles.profile import completed
from credrules.systems.guangdong_titles.records import BasicInfo, UnitCase
from credrules.systems.guangdong_titles.routing.chain import chosen, same_unit
from credrules.systems.guangdong_titles.routing.unit_words import place_label
from credrules.systems.guangdong_titles.routing.units import Recommendation, choose_unit
from credrules.text import name_key
from credrules.values import Label

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


def __dir__() -> list[str]:
    return sorted(__all__)


def case_of(basic: BasicInfo, profession: str | None = None) -> UnitCase:
    """
    Return the case that a file puts to `choose_unit`; the chosen division stands for an unknown place of work.

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


def _advice(basic: BasicInfo, context: Context) -> Recommendation:
    professions = [item.profession for item in context.root.applications if item.profession is not None]
    case = case_of(basic, professions[0] if professions else None)
    return choose_unit(case, units=completed(context.profile).units, profile=context.profile)


def _differs(basic: BasicInfo, context: Context, row: str) -> Recommendation | None:
    """
    Return the recommendation of a row when another unit was chosen.
    """
    if basic.personnel_unit is None:
        return None
    advice = _advice(basic, context)
    if advice.decision is not Decision.IN or advice.reasons != (row,) or advice.unit is None:
        return None
    return None if same_unit(basic.personnel_unit, advice.unit, completed(context.profile).units) else advice


def listed(basic: BasicInfo, context: Context) -> Violation | None:
    """
    The chosen unit is in the list; else the unit's personnel office or the local authority is asked.
    """
    units = completed(context.profile).units
    if basic.personnel_unit is None or units.find(basic.personnel_unit, basic.division):
        return None
    return violation("personnel_unit", unit=basic.personnel_unit)


def listed_unit_chosen(basic: BasicInfo, context: Context) -> Violation | None:
    """
    With the whole list at hand, a unit that is not in it counts as not chosen.
    """
    units = completed(context.profile).units
    if basic.personnel_unit is None or not units.complete or units.find(basic.personnel_unit, basic.division):
        return None
    return violation("personnel_unit", field=_UNIT_FIELD)


_UNIT_FIELD: Final = Label("人事管理单位", "personnel management unit")


def not_copied(basic: BasicInfo, _: Context) -> Violation | None:
    """
    The work unit is not copied into the personnel management unit when someone else keeps the file.
    """
    if basic.personnel_unit is None or basic.work_unit is None or basic.archive_keeper is None:
        return None
    own, keeper = name_key(basic.work_unit), name_key(basic.archive_keeper)
    if name_key(basic.personnel_unit) != own or keeper.startswith(own) or basic.unit_keeps_archives:
        return None
    return violation("personnel_unit", keeper=basic.archive_keeper)


def own_unit(basic: BasicInfo, context: Context) -> Violation | None:
    """
    Staff of a state-system unit generally choose their own unit.
    """
    if basic.employment != "IN_SYSTEM" or basic.personnel_unit is None or basic.work_unit is None:
        return None
    if same_unit(basic.personnel_unit, basic.work_unit, completed(context.profile).units):
        return None
    return violation("personnel_unit", unit=basic.work_unit)


def local_list(basic: BasicInfo, context: Context) -> Violation | None:
    """
    A unit is chosen from the list of the chosen division.
    """
    unit = chosen(basic.personnel_unit, basic.division, completed(context.profile).units)
    if unit is None or unit.division is None or basic.division in {None, unit.division}:
        return None
    advice = _advice(basic, context)
    # What the table itself leads to, or leaves open, is no slip; a keeper elsewhere has a rule of its own.
    if unit.key in {advice.unit, *advice.candidates} or advice.decision is Decision.IN:
        return None
    return violation("personnel_unit", division=place_label(basic.division or ""), unit=unit.name or unit.id)


def division_of_workplace(basic: BasicInfo, _: Context) -> Violation | None:
    """
    The division is normally where the work unit is.
    """
    if basic.division is None or basic.work_division is None or basic.junior_issuer_division is not None:
        return None
    if basic.division == basic.work_division:
        return None
    place = place_label(basic.work_division)
    return violation("division", division=place, suggestion=None)


def division_of_issuer(basic: BasicInfo, _: Context) -> Violation | None:
    """
    The division is that whose department issues the unit's junior certificates.
    """
    if basic.division is None or basic.junior_issuer_division in {None, basic.division}:
        return None
    return violation("division", division=place_label(basic.junior_issuer_division or ""))


def keeper_named(basic: BasicInfo, context: Context) -> Violation | None:
    """
    For non-public staff the keeper of the file is named.
    """
    if basic.archive_keeper is not None or basic.unit_keeps_archives:
        return None
    unit = chosen(basic.personnel_unit, basic.division, completed(context.profile).units)
    by_point = unit is not None and unit.real_relation is False
    return violation("archive_keeper") if basic.employment == "NON_PUBLIC" or by_point else None


def point_is_no_keeper(basic: BasicInfo, context: Context) -> Violation | None:
    """
    An application point keeps no files.
    """
    keeper = chosen(basic.archive_keeper, None, completed(context.profile).units)
    return violation("archive_keeper") if keeper is not None and keeper.real_relation is False else None


def local_keeper(basic: BasicInfo, context: Context) -> Violation | None:
    """
    A file kept by the local market or enterprise: that keeper is the personnel management unit.
    """
    advice = _differs(basic, context, "4") or _enterprise(basic, context)
    if advice is None:
        return None
    return violation("personnel_unit", keeper=basic.archive_keeper or basic.work_unit or advice.unit)


def _enterprise(basic: BasicInfo, context: Context) -> Recommendation | None:
    # An enterprise that keeps its files itself is such a keeper too; of state-system staff the text says "generally".
    return None if basic.employment == "IN_SYSTEM" else _differs(basic, context, "1")


def application_point(basic: BasicInfo, context: Context) -> Violation | None:
    """
    A file kept elsewhere: the application point of the division is the unit, not the far-away keeper.
    """
    if basic.personnel_unit is None:
        return None
    advice = _advice(basic, context)
    units = completed(context.profile).units
    names = (advice.unit, *advice.candidates)
    if advice.reasons != ("6",) or any(name and same_unit(basic.personnel_unit, name, units) for name in names):
        return None
    known = chosen(basic.personnel_unit, basic.division, units)
    far = basic.archive_keeper is not None and same_unit(basic.personnel_unit, basic.archive_keeper, units)
    if advice.unit is None and not far and (known is None or known.kind == "APPLICATION_POINT"):
        return None
    return violation("personnel_unit", division=place_label(advice.division or ""))
