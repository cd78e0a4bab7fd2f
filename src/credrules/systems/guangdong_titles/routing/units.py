"""
Through which personnel management unit: decision table GD-D2.

First the division, then the keeper of the personnel file; each step states what
it rests on. The keeper stamps the paper, never an application point.

References: 广东省职称网上申报说明（2016，清远市页面）, 四.
Limitations: the text does not say how far 当地 (local) extends: a keeper that is not listed, or the market of the
city above, is REVIEW with the candidates. The host provides the lists of units.
"""

from __future__ import annotations

import re
from typing import Final, cast

from attrs import evolve, frozen

import credrules.systems.guangdong_titles.routing.unit_words as words
from credrules import codes
from credrules.engine import Profile, read_record
from credrules.findings import Decision, Finding, finding
from credrules.systems.guangdong_titles.profile import PROFILE, completed
from credrules.systems.guangdong_titles.records import ManagementUnit, UnitCase, UnitRegistry, read_units
from credrules.systems.guangdong_titles.routing.chain import is_employer
from credrules.systems.guangdong_titles.routing.steps import DecisionStep, InSteps
from credrules.text import name_key
from credrules.values import Label, Severity

__all__ = [
    "Recommendation",
    "choose_unit",
    "fits",
    "place_in_name",
]
__dir__ = __all__.copy

IN, REVIEW = Decision.IN, Decision.REVIEW


@frozen
class Recommendation(InSteps):
    """
    The unit to choose (IN), or whom to ask (REVIEW).

    `unit` and `candidates` are ids, `competent` belongs to the unit, `division`
    is the result of the first step, `stamped_by` the keeper (its id, or its
    name as given), `reasons` the row of GD-D2.

    >>> choose_unit({"工作单位": "甲公司"}, units=()).decision.name
    'REVIEW'
    """

    unit: str | None
    competent: str | None
    stamped_by: str | None
    candidates: tuple[str, ...]
    division: str | None
    decision: Decision
    reasons: tuple[str, ...]
    steps: tuple[DecisionStep, ...]
    findings: tuple[Finding, ...] = ()


@frozen
class _Case:
    """
    A case with its units looked up: the employer, the keeper, the division and the place of the file.
    """

    given: UnitCase
    registry: UnitRegistry
    division: str | None
    employer: ManagementUnit | None
    keeper: ManagementUnit | None
    namesakes: tuple[ManagementUnit, ...]
    place: str | None
    keeps: bool | None
    steps: tuple[DecisionStep, ...]
    findings: tuple[Finding, ...]

    def answer(
        self,
        row: int,
        *,
        unit: ManagementUnit | None = None,
        candidates: tuple[ManagementUnit, ...] = (),
        found: Finding | None = None,
        more: tuple[Finding, ...] = (),
        said: Label | None = None,
    ) -> Recommendation:
        """
        Return the answer of a row of GD-D2.
        """
        step = DecisionStep(words.RULES[row], said or words.SAID[row], words.RESTS_ON[row], words.CHANGED_BY[row], row)
        findings = self.findings if found is None else (*self.findings, found, *more)
        ids = tuple(dict.fromkeys(item.key for item in candidates if item.key is not None))
        return Recommendation(
            None if unit is None else unit.key,
            None if unit is None else unit.competent,
            self.stamp(unit),
            ids,
            self.division,
            REVIEW if unit is None else IN,
            (str(row),),
            (*self.steps, step),
            findings,
        )

    def stamp(self, unit: ManagementUnit | None) -> str | None:
        """
        Return who stamps the paper: the real personnel management unit.
        """
        if unit is not None and unit.real_relation is not False:
            return unit.key
        if self.keeps and self.given.work_unit is not None:
            return self.given.work_unit
        if self.keeper is not None and self.keeper.real_relation is not False:
            return self.keeper.key
        return None if self.kept_by_point else self.given.archive_keeper

    @property
    def kept_by_point(self) -> bool:
        """
        Whether the keeper named is only an application point, wherever it is.
        """
        found = self.registry.find(self.given.archive_keeper)
        return bool(found) and all(unit.real_relation is False for unit in found)

    def points(self) -> tuple[ManagementUnit, ...]:
        """
        Return the application points of the division that may accept the profession.
        """
        here = self.registry.points(self.division) if self.division is not None else ()
        return tuple(point for point in here if fits(point, self.given.profession))


def choose_unit(case: object, *, units: object, profile: Profile = PROFILE) -> Recommendation:
    """
    Return the personnel management unit of a case (GD-D2). Never raises.

    `case` is a `UnitCase` or a mapping, `units` any iterable of units or
    mappings, None for the profile's list. The level applied for has no influence.

    >>> market = {"id": "m1", "name": "甲县人才市场", "kind": "人才市场", "division": "龙川县", "competent": "c1"}
    >>> case = {"工作单位": "甲公司", "工作单位所在行政区划": "龙川县", "人事档案保管部门": "甲县人才市场"}
    >>> answer = choose_unit(case, units=[market])
    >>> answer.unit, answer.competent, answer.division
    ('m1', 'c1', '441622')
    """
    registry = completed(profile).units if units is None else read_units(units)
    given = cast("UnitCase", read_record(case, UnitCase).value)
    prepared = _prepared(given, registry)
    if prepared.keeps is None and given.unit_keeps_archives is not None:
        found = finding("GD.UNIT.KEEPER_CONTRADICTS", path=("archive_keeper",))
        more = (_point_as_keeper(),) if prepared.kept_by_point else ()
        return prepared.answer(7, found=found, more=more, said=words.CONTRADICTION)
    return _by_employer(prepared) if prepared.keeps else _by_keeper(prepared)


def _point_as_keeper() -> Finding:
    return finding("GD.UNIT.POINT_AS_KEEPER", path=("archive_keeper",))


# --- rows 1 and 2 ---------------------------------------------------------------


def _employer_keeps(case: UnitCase, registry: UnitRegistry) -> bool | None:
    """
    Return whether the employer keeps the file; None if that is unknown, or if two statements contradict each other.
    """
    told = _is_employer(case, registry)
    if case.unit_keeps_archives is not None:
        return case.unit_keeps_archives if told in {None, case.unit_keeps_archives} else None
    if told is not None:
        return told
    return True if case.employment == "IN_SYSTEM" and case.keeper_division in {None, case.work_division} else None


def _is_employer(case: UnitCase, registry: UnitRegistry) -> bool | None:
    if case.work_unit is None or case.archive_keeper is None:
        return None
    found = registry.find(case.archive_keeper)
    same = len(found) == 1 and found == registry.find(case.work_unit)
    return same or is_employer(case.archive_keeper, case.work_unit)


def _by_employer(case: _Case) -> Recommendation:
    if case.employer is not None and case.employer.real_relation is not False:
        assumed = case.given.unit_keeps_archives is None and case.given.archive_keeper is None
        return case.answer(1, unit=case.employer, said=words.ASSUMED_KEEPS if assumed else None)
    several = case.registry.find(case.given.work_unit) if case.given.work_unit is not None else ()
    if len(several) > 1:
        return _among(case, 1, "work_unit", several)
    found = finding("GD.UNIT.NOT_LISTED", path=("work_unit",), unit=case.given.work_unit or words.THE_EMPLOYER)
    return case.answer(2, candidates=several, found=found)


def _among(case: _Case, row: int, name: str, several: tuple[ManagementUnit, ...]) -> Recommendation:
    """
    Return the units of one name: the list has the unit, and which of them is meant has to be asked.
    """
    found = finding("GD.UNIT.SEVERAL_NAMED", path=(name,), unit=getattr(case.given, name), count=len(several))
    return case.answer(row, candidates=several, found=found, said=words.SEVERAL_NAMED)


# --- rows 3 to 7 ----------------------------------------------------------------


def _by_keeper(case: _Case) -> Recommendation:
    open_ = _unknown(case)
    if open_ is not None:
        return open_
    if case.place == case.division:
        return _by_local_keeper(case)
    return _unsure(case) if _is_near(case) else _by_point(case)


def _unknown(case: _Case) -> Recommendation | None:
    """
    Return the answer if the keeper, the division or the place of the file is unknown.
    """
    if case.kept_by_point:
        return case.answer(7, candidates=case.points(), found=_point_as_keeper())
    no_keeper = finding("GD.UNIT.ARCHIVE_MARKET", path=("archive_keeper",))
    unnamed = case.given.archive_keeper is None
    if case.division is None:
        no_division = finding("GD.UNIT.DIVISION_UNKNOWN", path=("work_division",))
        return case.answer(3, found=no_division, more=(no_keeper,) if unnamed and case.place is None else ())
    if unnamed and case.place in {None, case.division}:
        return case.answer(7, found=no_keeper)
    if case.place is None:
        found = finding("GD.UNIT.KEEPER_PLACE", path=("keeper_division",), keeper=case.given.archive_keeper)
        return case.answer(5, candidates=case.points(), found=found, said=words.PLACE_UNKNOWN)
    return None


def _by_local_keeper(case: _Case) -> Recommendation:
    if case.keeper is not None and case.keeper.kind in {"TALENT_MARKET", "ENTERPRISE"}:
        return case.answer(4, unit=case.keeper)
    return _among(case, 4, "archive_keeper", case.namesakes) if case.namesakes else _unsure(case)


def _is_near(case: _Case) -> bool:
    # The market of the city above the division; or a keeper inside a chosen city.
    place, division = cast("str", case.place), cast("str", case.division)
    above = {item.code for item in codes.DIVISIONS.ancestors(division) if item.attribute("level") == "prefecture"}
    inside = any(
        item.code == division and item.attribute("level") == "prefecture" for item in codes.DIVISIONS.ancestors(place)
    )
    is_market = case.keeper is None or case.keeper.kind in {None, "TALENT_MARKET"}
    return (place in above and is_market) or inside


def _unsure(case: _Case) -> Recommendation:
    keeper = (case.keeper,) if case.keeper is not None else ()
    found = finding("GD.UNIT.LOCAL_UNSURE", path=("archive_keeper",), keeper=case.given.archive_keeper)
    return case.answer(5, candidates=(*keeper, *case.points()), found=found)


def _by_point(case: _Case) -> Recommendation:
    points = case.points()
    sure = [point for point in points if not point.professions or case.given.profession is not None]
    if len(points) == 1 and sure:
        remark = finding("GD.UNIT.POINT_PURPOSE", path=("personnel_unit",))
        return case.answer(6, unit=points[0], found=remark)
    code = "GD.UNIT.SEVERAL_POINTS" if points else "GD.UNIT.NO_POINT"
    return case.answer(6, candidates=points, found=finding(code, path=("personnel_unit",)))


# --- inputs of the rows --------------------------------------------------------


def _prepared(given: UnitCase, registry: UnitRegistry) -> _Case:
    keeps = _employer_keeps(given, registry)
    division, steps, findings = _division_of(given)
    employer = _only(registry.find(given.work_unit, given.work_division), given.work_division)
    keepers = registry.find(given.archive_keeper, given.keeper_division or division)
    keeper = _only(keepers, given.keeper_division)
    if keeps and division is None and employer is not None:
        division = employer.division
    here = given.keeper_division or division
    local = tuple(unit for unit in keepers if unit.division == here and unit.real_relation is not False)
    namesakes = local if len(local) > 1 else ()
    place = given.keeper_division or (keeper.division if keeper is not None else here if namesakes else None)
    if place is None and given.archive_keeper is not None and not keeps:
        place = place_in_name(given.archive_keeper)
        if place is not None:
            told = finding("GD.UNIT.KEEPER_BY_NAME", path=("archive_keeper",), division=words.place_label(place))
            findings = (*findings, told)
    return _Case(given, registry, division, employer, keeper, namesakes, place, keeps, steps, findings)


def place_in_name(name: str) -> str | None:
    """
    Return the division whose full name a name begins with; None if there is none.

    >>> place_in_name("梅州市人才市场"), place_in_name("南方人才市场"), place_in_name("北京路人才市场")
    ('441400', None, None)
    """
    ends = [found.end() for found in _PLACE_END.finditer(name[:_LONGEST_PLACE])]
    read = (codes.DIVISIONS.check(name[:end]).value for end in reversed(ends) if end >= _SHORTEST)
    return next((code for code in read if code is not None), None)


_PLACE_END: Final = re.compile("[省市县区州盟旗]")
_LONGEST_PLACE: Final = 30


def _only(found: tuple[ManagementUnit, ...], division: str | None) -> ManagementUnit | None:
    fitting = tuple(unit for unit in found if division is None or unit.division in {None, division})
    return fitting[0] if len(fitting) == 1 else None


def _division_of(case: UnitCase) -> tuple[str | None, tuple[DecisionStep, ...], tuple[Finding, ...]]:
    issuer, place = case.junior_issuer_division, case.work_division
    if issuer is not None:
        step = words.division_step("GD-030", issuer, words.BY_ISSUER)
        if place is None or place == issuer:
            return issuer, (step,), ()
        differs = finding(
            "GD.UNIT.DIVISION_BY_JUNIOR", path=("junior_issuer_division",), division=words.place_label(issuer)
        )
        return issuer, (step,), (evolve(differs, severity=Severity.INFO),)
    if place is not None:
        return place, (words.division_step("GD-029", place, words.BY_PLACE),), ()
    return None, (), ()


def fits(point: ManagementUnit, profession: str | None) -> bool:
    """
    Return whether an application point may accept a profession; one without a list accepts all, an unknown one may fit.

    >>> point = ManagementUnit(id="p", professions=("建筑",))
    >>> fits(point, "建筑工程"), fits(point, "卫生")
    (True, False)
    """
    if not point.professions or profession is None:
        return True
    wanted = _bare(profession)
    return any(_same_field(wanted, _bare(name)) for name in point.professions)


def _same_field(wanted: str, offered: str) -> bool:
    long_enough = min(len(wanted), len(offered)) >= _SHORTEST
    return wanted == offered or (long_enough and (wanted in offered or offered in wanted))


def _bare(profession: str) -> str:
    return name_key(profession).lower().removesuffix("专业").removesuffix("类")


_SHORTEST: Final = 2
