"""
What a host may change: readings the text leaves open, lists that were not published, a local ending.

The shipped profile is the province-wide text (sections 一 to 五) of the trial
year 2016. The local rules of 佛山市禅城区 that end the page are a profile of
their own, `FOSHAN_CHANCHENG`, and hold nowhere unless a host asks for it.

References: 广东省职称网上申报说明（2016，清远市页面）, 一 to 六.
Limitations: lists of units, committees and competent departments are the host's; the shipped ones hold what the
text mentions.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, cast

import attrs
from attrs import evolve, field, frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.engine import FieldRequirement, Profile, read_record
from credrules.systems.guangdong_titles.records import FIELDS, SHIPPED_UNITS, Committee, UnitRegistry, read_units
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = [
    "FOSHAN_CHANCHENG",
    "PROFILE",
    "ChangeApprover",
    "StoreAfter",
    "TitlesProfile",
    "completed",
    "requiredness",
]


def __dir__() -> list[str]:
    return sorted(__all__)


StoreAfter: TypeAlias = Literal["competent", "personnel_unit"]
ChangeApprover: TypeAlias = Literal["old", "new", "both"]


def _committees(given: object) -> tuple[Committee, ...]:
    items = given if type(given) is tuple or type(given) is list else [given]
    return tuple(cast("Committee", read_record(item, Committee).value) for item in cast("list[object]", items))


@frozen(kw_only=True)
class TitlesProfile(Profile):
    """
    The switches of the system, each with what it may be.

    >>> PROFILE.switch(store_after="personnel_unit").store_after
    'personnel_unit'
    """

    units: UnitRegistry = field(default=SHIPPED_UNITS, converter=read_units)
    """The list of personnel management units: any iterable of units or mappings (四)."""

    committees: tuple[Committee, ...] = field(default=(), converter=_committees)
    """Review committees by name, so that a file may name one only (二)."""

    system_users: CodeTable = codes.TITLE_SYSTEM_USERS
    """Which place or industry uses which system; extend it with what notices say (二)."""

    hr_departments: FrozenMap[str, str] = field(default=EMPTY, converter=frozen_map)
    """Division -> its human-resources department, the fourth link of the chain (五)."""

    store_after: StoreAfter = "competent"
    """After whose approval the basic information is stored: section 三 says both units, 五 the first alone."""

    change_approver: ChangeApprover | None = None
    """Who approves a change of unit: the old one, the new one, both; None: the text does not say (五)."""

    refuse_change_while_open: bool = False
    """Whether a change of unit is refused while a business is open; else there is a warning (五)."""

    require_generated_forms: bool | None = None
    """Whether paper forms must come from the system; None: as the year's policy says (一)."""

    licence_division: str | None = None
    """The division whose bureau must have issued an enterprise's licence (六, 禅城区 only); None: no such rule."""

    jurisdiction: str = "CN-GD"
    """Whose eligibility conditions an application is judged by."""

    assess_eligibility: bool = True
    """Whether `check` asks `credrules.eligibility` about the level applied for."""

    def switch(self, **readings: object) -> TitlesProfile:
        """
        Return a profile with other readings; KeyError for a switch it does not have.
        """
        for name in readings:
            if name not in _SWITCHES:
                raise KeyError(name)
        return evolve(self, **readings)


_SWITCHES: Final = frozenset(attrs.fields_dict(TitlesProfile)) - frozenset(attrs.fields_dict(Profile))

PROFILE: Final = TitlesProfile(name="guangdong-2016", valid_from="2016", valid_to="2016")
"""The province-wide text, with the recommended reading of everything ambiguous."""

FOSHAN_CHANCHENG: Final = evolve(PROFILE, name="foshan-chancheng", licence_division="440604")
"""The local ending of the page: enterprises of 佛山市禅城区 (六). Off unless a host asks for it."""


def requiredness(profile: Profile = PROFILE) -> FrozenMap[str, FieldRequirement]:
    """
    Return for every field of the form whether it must be filled, and how that is known.

    >>> requiredness()["BasicInfo.personnel_unit"].required, requiredness()["BasicInfo.competent"].required
    (True, False)
    """
    return FrozenMap({field_id: profile.requirement(spec) for field_id, spec in FIELDS.items()})


def completed(profile: Profile) -> TitlesProfile:
    """
    Return a profile of this system: a plain one takes every switch from `PROFILE`.
    """
    return profile if isinstance(profile, TitlesProfile) else PROFILE
