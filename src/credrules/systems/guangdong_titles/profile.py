"""
What a host may change: interpretations that the text leaves open, lists that were not published, a local ending.

The shipped profile is the province-wide text (sections 一 to 五) of the trial
year 2016. The local rules of 佛山市禅城区 at the end of the page are a separate
profile, `FOSHAN_CHANCHENG`, and apply only if a host selects it.

References: 广东省职称网上申报说明（2016，清远市页面）, 一 to 六.
Limitations: the host provides the lists of units, committees and competent departments; the shipped ones contain
only what the text mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any, Final, Literal, Self, TypeAlias

from attrs import evolve, frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.dates import PartialDate
from credrules.engine import Profile, read_record, switch
from credrules.systems.guangdong_titles.records import (
    SHIPPED_UNITS,
    Committee,
    TitleFile,
    UnitRegistry,
    read_units,
)
from credrules.values import EMPTY, FrozenMap

__all__ = [
    "FOSHAN_CHANCHENG",
    "PROFILE",
    "ChangeApprover",
    "StoreAfter",
    "TitlesProfile",
    "completed",
]
__dir__ = __all__.copy

StoreAfter: TypeAlias = Literal["competent", "personnel_unit"]
ChangeApprover: TypeAlias = Literal["old", "new", "both"]


@frozen(kw_only=True, repr=False)
class TitlesProfile(Profile):
    """
    The switches of the system: one for every question its text leaves open, and the lists it did not publish.

    >>> PROFILE.switch(store_after="personnel_unit").store_after
    'personnel_unit'
    """

    records: tuple[type, ...] = (TitleFile,)
    units: UnitRegistry = switch(
        SHIPPED_UNITS,
        "人事管理单位名单（四）；可为任意单位或映射的序列",
        "the list of personnel management units (四): any iterable of units or mappings",
    )
    committees: tuple[Committee, ...] = switch(
        (),
        "评委会名单，文件只写名称时据此查找（二）",
        "review committees by name, so that a file may name one only (二)",
        of=Committee,
    )
    system_users: CodeTable = switch(
        codes.TITLE_SYSTEM_USERS,
        "哪些地方和行业使用哪个系统；按评审通知补充（二）",
        "which place or industry uses which system; extended by what notices say (二)",
    )
    hr_departments: FrozenMap[str, str] = switch(
        EMPTY,
        "各行政区划的人社部门，即流程的第四环（五）",
        "division to its human-resources department, the fourth link of the chain (五)",
        of=str,
    )
    store_after: StoreAfter = switch(
        "competent",
        "谁审核后入库：第三条说两级，第五条似为一级",
        "after whose approval the information is stored: 三 says both units, 五 reads like the first alone",
        one_of=("competent", "personnel_unit"),
    )
    change_approver: ChangeApprover | None = switch(
        None,
        "人事管理单位变更由谁同意，原文没有说明（五）",
        "who approves a change of unit; the text does not say (五)",
        kinds=(str, NoneType),
        one_of=("old", "new", "both", None),
    )
    refuse_change_while_open: bool = switch(
        False,
        "有未办结业务时是否拒绝变更，否则只提醒（五）",
        "whether a change of unit is refused while a business is open, else a warning (五)",
    )
    require_generated_forms: bool | None = switch(
        None,
        "纸质表格是否必须由系统生成；不设时按当年办法（一）",
        "whether paper forms must come from the system; else as the year's policy says (一)",
        kinds=(bool, NoneType),
    )
    licence_division: str | None = switch(
        None,
        "企业执照须由哪个行政区划发放（六，仅禅城区）",
        "the division that must have issued an enterprise's licence (六, Chancheng only)",
        kinds=(str, NoneType),
        of=codes.DIVISIONS,
    )
    jurisdiction: str = switch(
        "CN-GD",
        "申报条件按哪里的规定",
        "whose eligibility conditions an application is judged by",
    )
    assess_eligibility: bool = switch(
        True,
        "核对时是否判断申报条件",
        "whether a check judges the conditions of the level applied for",
    )

    def switch(self, **readings: Any) -> Self:  # noqa: ANN401  # each switch has its own type
        """
        Return a profile with other interpretations; lists of units and committees may be given as plain data.

        Raises CredrulesError for an unknown switch or an invalid value.

        >>> PROFILE.switch(units=[{"编号": "m1", "单位名称": "甲市人才市场"}]).units.complete
        True
        """
        for name, read in _READERS.items():
            if name in readings:
                readings[name] = read(readings[name])
        return super().switch(**readings)


def _units(given: object) -> object:
    # What cannot be read whole is left as it is, and refused.
    units = read_units(given)
    return units if type(given) is UnitRegistry or units.complete else given


def _committees(given: object) -> object:
    items = given if isinstance(given, list | tuple | set | frozenset) else [given]
    return tuple(_committee(item) for item in items)


def _committee(given: object) -> object:
    report = read_record(given, Committee)
    return given if not report.ok or report.value == Committee() else report.value


_READERS: Final[Mapping[str, Callable[[Any], object]]] = {"units": _units, "committees": _committees}

PROFILE: Final = TitlesProfile(name="guangdong-2016", valid_from=PartialDate(2016), valid_to=PartialDate(2016))
"""The province-wide text, with the recommended interpretation of everything ambiguous."""

FOSHAN_CHANCHENG: Final = evolve(PROFILE, name="foshan-chancheng", licence_division="440604")
"""The local ending of the page: enterprises of 佛山市禅城区 (六). Off unless a host selects it."""


def completed(profile: object) -> TitlesProfile:
    """
    Return a profile of this system, a plain one with its switches; for anything else, the shipped one.
    """
    return PROFILE.own(profile) or PROFILE
