"""
What a host may change in the checks of a roster: the hours required, requiredness, severities.

References: the requirements of `credrules.hours.REQUIREMENTS`.
Limitations: a roster states neither place nor year, so without the switches
hours are added up but not judged, and eligibility is not checked.
"""

from __future__ import annotations

from types import NoneType
from typing import Final

from attrs import field, frozen

from credrules.engine import Profile, switch
from credrules.hours import Requirement
from credrules.rosters.records.row import RosterRow
from credrules.values import FrozenMap, Severity, frozen_map

__all__ = ["PROFILE", "RosterProfile"]
__dir__ = __all__.copy


@frozen(kw_only=True, repr=False)
class RosterProfile(Profile):
    """
    The switches of a roster.
    """

    records: tuple[type, ...] = (RosterRow,)
    # Codes for internal use are allowed in a unit's own table.
    severities: FrozenMap[str, Severity] = field(
        default=FrozenMap({"ORG_CODE.SELF_DEFINED": Severity.INFO}), converter=frozen_map
    )
    hours: Requirement | str | None = switch(
        None,
        "学时按哪里的要求判断：地区名称或代码，或一条要求",
        "whose requirement of hours is asked for: the name or code of a place, or a requirement itself",
        kinds=(str, Requirement, NoneType),
    )
    hours_year: int | None = switch(
        None,
        "表中没有“年度”列时，学时属于哪一年",
        "the year of the hours where the table has no column for it; a requirement brings its own",
        kinds=(int, NoneType),
    )
    jurisdiction: str | int | None = switch(
        None,
        "申报条件按哪里的规定判断：地区名称或代码",
        "whose rules of eligibility are asked for: the name or code of a place",
        kinds=(str, int, NoneType),
    )
    scheme: str | None = switch(
        None,
        "申报的职称系列或等级类别",
        "the series of titles or the kind of grades applied for",
        kinds=(str, NoneType),
    )
    target: str | int | None = switch(
        None,
        "申报的职称、级别或等级",
        "the title, level or grade applied for",
        kinds=(str, int, NoneType),
    )


PROFILE: Final = RosterProfile(name="rosters")
"""
What a host may change: ``PROFILE.switch(hours="CN-GD", hours_year=2023)`` names the hours that are required.

``PROFILE.switch(jurisdiction="CN-GD", scheme="ENGINEERING", target="工程师")`` checks in every row whether the person
qualifies. A column 年度 overrides `hours_year`; `hours` may also be a `Requirement`, which has its own year.
"""
