"""
The chain of four that every business passes through, and the competent unit that belongs to the chosen one.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 五.
Limitations: the fourth link is the department of the chosen division; its name must come from the host.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.engine import Profile
from credrules.systems.guangdong_titles.profile import PROFILE, completed
from credrules.systems.guangdong_titles.records import BasicInfo, ManagementUnit, UnitRegistry
from credrules.text import name_key

__all__ = [
    "Chain",
    "chain_of",
    "chosen",
    "is_employer",
    "same_unit",
    "unit_name",
]
__dir__ = __all__.copy


@frozen
class Chain:
    """
    Person, personnel management unit, competent unit, human-resources department; None is unknown.

    >>> chain_of(BasicInfo(division="441622", personnel_unit="u9")).hr_division
    '441622'
    """

    personnel_unit: str | None
    competent: str | None
    hr_department: str | None
    hr_division: str | None


def chain_of(basic: BasicInfo, *, profile: Profile = PROFILE) -> Chain:
    """
    Return the chain of a person: the competent unit is the one in the list, not the one that was typed.

    >>> units = [{"id": "u1", "name": "甲市人才市场", "competent": "d1"}]
    >>> chain_of(BasicInfo(personnel_unit="甲市人才市场"), profile=PROFILE.switch(units=units)).competent
    'd1'
    """
    switches = completed(profile)
    unit = chosen(basic.personnel_unit, basic.division, switches.units)
    listed = None if unit is None else unit.competent
    division = basic.division
    department = None if division is None else switches.hr_departments.get(division)
    key = basic.personnel_unit if unit is None else unit.key
    return Chain(key, listed if unit is not None else basic.competent, department, division)


def chosen(name: str | None, division: str | None, registry: UnitRegistry) -> ManagementUnit | None:
    """
    Return the listed unit that an id or name means; None if there is none, or more than one.
    """
    found = registry.find(name, division) if name is not None else ()
    return found[0] if len(found) == 1 else None


def is_employer(keeper: str, work_unit: str) -> bool:
    """
    Return whether the named keeper of the file is the employer itself, or a department of it.

    >>> is_employer("甲医院人事科", "甲医院"), is_employer("本单位", "甲医院"), is_employer("甲市人才市场", "甲医院")
    (True, True, False)
    """
    key = name_key(keeper)
    return key in _OWN_UNIT or key.startswith(name_key(work_unit))


_OWN_UNIT: Final = frozenset({"本单位", "工作单位", "所在单位", "用人单位", "本单位人事部门", "单位人事部门"})


def unit_name(name: str, registry: UnitRegistry) -> str:
    """
    Return the listed name of a unit given by id or name, for messages; an unlisted one is returned unchanged.

    >>> from credrules.systems.guangdong_titles.records import read_units
    >>> unit_name("u1", read_units([{"id": "u1", "name": "甲市人才市场"}]))
    '甲市人才市场'
    """
    unit = chosen(name, None, registry)
    return name if unit is None or unit.name is None else unit.name


def same_unit(one: str, other: str, registry: UnitRegistry) -> bool:
    """
    Return whether two ids or names mean the same unit.

    >>> from credrules.systems.guangdong_titles.records import read_units
    >>> same_unit("u1", "甲市人才市场", read_units([{"id": "u1", "name": "甲市人才市场"}]))
    True
    """
    found, others = registry.find(one), registry.find(other)
    return name_key(one) == name_key(other) or (bool(found) and bool(set(found) & set(others)))
