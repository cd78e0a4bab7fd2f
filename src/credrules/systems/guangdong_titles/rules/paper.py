"""
Rules of the paper beside the online application: its order, its audit, its stamps.

References: 广东省职称网上申报说明（2016，清远市页面）, 一, 四(2).
Limitations: the relaxations are those of 2016; for another year nothing is known, and nothing is carried over.
"""

from __future__ import annotations

from typing import Final

from credrules.dates import Comparison, compare
from credrules.engine import Context, Violation, rule, violation
from credrules.fields import spec_of
from credrules.systems.guangdong_titles.records import BasicInfo, ManagementUnit, Paper, TitleFile, UnitRegistry
from credrules.systems.guangdong_titles.routing.chain import chosen, is_employer, same_unit, unit_name
from credrules.systems.guangdong_titles.years import YearPolicy, policy, year_label
from credrules.values import Label

__all__ = [
    "form_of_system",
    "online_accurate",
    "permitted",
    "point_follows_paper",
    "point_needs_paper",
    "point_stamp_idle",
    "real_unit",
    "stamped_by_real",
    "stamps_there",
    "year_known",
    "year_of",
]
__dir__ = __all__.copy

_FORWARDED: Final = frozenset({"AT_COMPETENT", "STORED", "CHANGE_PENDING"})
_EMPTY: Final = Paper()
PAPER: Final = tuple(spec_of(Paper).by_name)
"""Every item of the paper."""

ORDER: Final = ("paper.submitted_on", "paper.online_on", "paper.permits")
"""Fields that show whether paper came first, and with whose permission."""

POINT: Final = ("basic.state", "basic.personnel_unit", "basic.division", "paper.audit")
"""Fields that show whether a point approved, and on what basis."""

STAMPS: Final = (
    "paper.stamps",
    "basic.archive_keeper",
    "basic.unit_keeps_archives",
    "basic.work_unit",
    "basic.personnel_unit",
    "basic.division",
)
"""Fields that show whose stamp the paper needs."""


def year_of(paper: Paper, context: Context) -> YearPolicy:
    """
    Return the policy of the year in which the paper was handed in, or of the year of the check.
    """
    date = paper.submitted_on or paper.online_on
    return policy(context.on.year if date is None else date.year)


@rule("GD.YEAR.THIS_YEAR_ONLY", reads=PAPER)
def year_known(paper: Paper, context: Context) -> Violation | None:
    """
    The rules of 2016 are not carried over to a year without evidence.
    """
    rules = year_of(paper, context)
    if paper == _EMPTY or rules.known or rules.year is None:
        return None
    return violation("submitted_on", year=year_label(rules.year))


@rule("GD.YEAR.FORMS", reads=("form_source", "submitted_on", "online_on"))
def form_of_system(paper: Paper, context: Context) -> Violation | None:
    """
    If forms must come from the system, a downloaded one is reported; in 2016 both are accepted.
    """
    needed = context.profile.require_generated_forms
    if needed is None:
        needed = year_of(paper, context).require_generated_forms
    return violation("form_source") if needed and paper.form_source == "DOWNLOADED" else None


def _paper_first(paper: Paper) -> bool:
    if paper.submitted_on is None:
        return False
    return paper.online_on is None or compare(paper.submitted_on, paper.online_on) is Comparison.BEFORE


@rule(
    "GD.YEAR.PERMISSION", "GD.YEAR.PERMISSION_UNKNOWN",
    reads=(*ORDER, "basic.personnel_unit", "basic.division", "basic.competent"), reports_missing=True,
)  # fmt: skip
def permitted(file: TitleFile, context: Context) -> Violation | None:
    """
    Paper first and online later needs the permission of both units, so whether they permit it has to be known.
    """
    paper = file.paper
    if not _paper_first(paper) or not year_of(paper, context).known:
        return None
    if paper.permits is None:
        return violation("paper", "permits", code="GD.YEAR.PERMISSION_UNKNOWN")
    missing = _missing_permits(file, context.profile.units)
    return violation("paper", "permits", units=missing) if missing else None


def _missing_permits(file: TitleFile, units: UnitRegistry) -> tuple[Label, ...]:
    unit = chosen(file.basic.personnel_unit, file.basic.division, units)
    competent = file.basic.competent or (None if unit is None else unit.competent)
    named = file.paper.permits or ()
    asked = (
        ("PERSONNEL_UNIT", file.basic.personnel_unit, Label("人事管理单位", "the personnel management unit")),
        ("COMPETENT", competent, Label("主管单位", "the competent unit")),
    )
    return tuple(
        label
        for role, name, label in asked
        if role not in named and not any(name is not None and same_unit(item, name, units) for item in named)
    )


@rule("GD.YEAR.DECOUPLED", reads=("basic_info_accurate",))
def online_accurate(paper: Paper, _: Context) -> Violation | None:
    """
    Paper is handed in separately only with accurate basic information online.
    """
    return violation("basic_info_accurate") if paper.basic_info_accurate is False else None


# --- audit and stamps -----------------------------------------------------------


@rule("GD.UNIT.POINT_FOLLOWS_PAPER", reads=POINT)
def point_follows_paper(file: TitleFile, context: Context) -> Violation | None:
    """
    An application point approves online on the basis of the paper audit only.
    """
    return violation("paper", "audit") if file.paper.audit == "FAILED" and _by_point(file, context) else None


@rule("GD.UNIT.POINT_NEEDS_PAPER", reads=POINT, reports_missing=True)
def point_needs_paper(file: TitleFile, context: Context) -> Violation | None:
    """
    A point has approved although no result of the paper audit is present: the result has to be looked for.
    """
    return violation("paper", "audit") if file.paper.audit is None and _by_point(file, context) else None


def _by_point(file: TitleFile, context: Context) -> bool:
    if file.basic.state not in _FORWARDED:
        return False
    unit = chosen(file.basic.personnel_unit, file.basic.division, context.profile.units)
    return unit is not None and unit.real_relation is False


@rule("GD.UNIT.STAMP_BY_REAL", reads=STAMPS)
def stamped_by_real(file: TitleFile, context: Context) -> Violation | None:
    """
    The stamps on paper are those of the real personnel management unit.
    """
    stamps, units = file.paper.stamps, context.profile.units
    if stamps is None:
        return None
    real = real_unit(file.basic, units)
    if real is None:
        only_points = all(_is_point(stamp, units) for stamp in stamps)
        return violation("paper", "stamps", keeper=_KEEPER) if only_points else None
    if any(same_unit(stamp, real, units) for stamp in stamps):
        return None
    return violation("paper", "stamps", keeper=unit_name(real, units))


_KEEPER: Final = Label("人事档案保管部门", "the keeper of the personnel file")


@rule("GD.UNIT.STAMP_OF_POINT", reads=STAMPS)
def point_stamp_idle(file: TitleFile, context: Context) -> Violation | None:
    """
    Apart from the real unit's stamp, that of an application point is not valid.
    """
    stamps, units = file.paper.stamps, context.profile.units
    if stamps is None or stamped_by_real(file, context) is not None:
        return None
    points = tuple(stamp for stamp in stamps if _is_point(stamp, units))
    return violation("paper", "stamps", units=tuple(unit_name(name, units) for name in points)) if points else None


@rule("GD.F.STAMPS", reads=("audit", "stamps"), reports_missing=True)
def stamps_there(paper: Paper, _: Context) -> Violation | None:
    """
    A paper that passed the audit bears its stamps.
    """
    return violation("stamps") if paper.audit == "PASSED" and paper.stamps is None else None


def real_unit(basic: BasicInfo, units: UnitRegistry) -> str | None:
    """
    Return the real personnel management unit, None if it is unknown.

    The keeper, else the employer if it keeps the file, else a chosen unit that is not an application point.

    >>> real_unit(BasicInfo(archive_keeper="梅州市人才市场", personnel_unit="p1"), UnitRegistry())
    '梅州市人才市场'
    """
    own = basic.work_unit
    if basic.archive_keeper is not None and own is not None and is_employer(basic.archive_keeper, own):
        return own
    keeper: ManagementUnit | None = chosen(basic.archive_keeper, None, units)
    if basic.archive_keeper is not None and (keeper is None or keeper.real_relation is not False):
        return basic.archive_keeper
    if basic.unit_keeps_archives and own is not None:
        return own
    unit = chosen(basic.personnel_unit, basic.division, units)
    return basic.personnel_unit if unit is not None and unit.real_relation is not False else None


def _is_point(stamp: str, units: UnitRegistry) -> bool:
    if stamp in _POINT_WORDS or stamp.endswith("非公申报点"):
        return True
    unit = chosen(stamp, None, units)
    return unit is not None and unit.real_relation is False


_POINT_WORDS: Final = frozenset({"APPLICATION_POINT", "申报点", "非公申报点", "非公职称申报点"})


PAPER_RULES: Final = (
    year_known,
    form_of_system,
    permitted,
    online_accurate,
    point_follows_paper,
    point_needs_paper,
    stamped_by_real,
    point_stamp_idle,
    stamps_there,
)
"""Every rule of the paper."""
