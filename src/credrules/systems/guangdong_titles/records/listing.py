"""
The list of personnel management units: entries found by id or name, extended by a host.

References: 广东省职称网上申报说明（2016，清远市页面）, 四.
Limitations: the shipped list contains the two units that the text's examples mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, cast

from attrs import Factory, evolve, field, frozen

from credrules import codes
from credrules.engine import read_record
from credrules.lists import grouped, is_cut, is_mapping
from credrules.systems.guangdong_titles.records.registry import ManagementUnit
from credrules.text import name_key
from credrules.values import exact_text

__all__ = [
    "MOST_UNITS",
    "SHIPPED_UNITS",
    "UnitRegistry",
    "read_units",
]
__dir__ = __all__.copy

MOST_UNITS: Final = 200_000
"""Entries beyond this number are not read, so that an endless iterable ends."""


def _index_of(registry: UnitRegistry) -> Mapping[str, tuple[ManagementUnit, ...]]:
    found: dict[str, dict[ManagementUnit, None]] = {}
    for unit in registry.units:
        for name in (unit.id, unit.name):
            if name is not None:
                found.setdefault(name_key(name), {})[unit] = None
    return {key: tuple(units) for key, units in found.items()}


def _points_of(registry: UnitRegistry) -> Mapping[str, tuple[ManagementUnit, ...]]:
    points = (unit for unit in registry.units if unit.kind == "APPLICATION_POINT")
    return grouped((unit.division, unit) for unit in points if unit.division is not None)


@frozen
class UnitRegistry:
    """
    The list in which units are looked up. `complete` means that a unit not in it does not exist.

    >>> registry = read_units([{"编号": "m1", "单位名称": "甲市人才市场", "类别": "人才市场"}])
    >>> [unit.id for unit in registry.find("甲市人才市场")], registry.find("乙市人才市场")
    (['m1'], ())
    """

    units: tuple[ManagementUnit, ...] = field(default=(), repr=lambda units: f"<{len(units)} units>")
    complete: bool = False
    _index: Mapping[str, tuple[ManagementUnit, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_index_of, takes_self=True)
    )

    _points: Mapping[str, tuple[ManagementUnit, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_points_of, takes_self=True)
    )

    def __iter__(self) -> Iterator[ManagementUnit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def find(self, name: object, division: str | None = None) -> tuple[ManagementUnit, ...]:
        """
        Return the units with this id or name; if some are in `division`, only those.
        """
        written = exact_text(name)
        found = () if written is None or len(written) > 200 else self._index.get(name_key(written), ())
        here = tuple(unit for unit in found if unit.division == division)
        return here if division is not None and here else found

    def points(self, division: str) -> tuple[ManagementUnit, ...]:
        """
        Return the application points of a division, in the order of the list.
        """
        return self._points.get(division, ())

    def extend(self, units: Iterable[object], *, complete: bool | None = None) -> UnitRegistry:
        """
        Return a list with more units; of two with the same id, the new one is kept.

        >>> len(SHIPPED_UNITS.extend([{"id": "m1", "name": "甲市人才市场"}]))
        3
        """
        more = read_units(units)
        ids = {unit.key for unit in more}
        kept = tuple(unit for unit in self.units if unit.key not in ids)
        whole = self.complete and more.complete
        return evolve(self, units=(*kept, *more), complete=whole if complete is None else complete)


def read_units(units: object) -> UnitRegistry:
    """
    Return the list that a host gives: units, mappings or a registry. Invalid units are skipped. Never raises.

    A host's list counts as complete, unless it was cut or something in it could
    not be read; one extended from the shipped one does not.

    >>> read_units([{"id": "m1"}]).complete, read_units([{"id": "m1"}, None]).complete, read_units(5).complete
    (True, False, False)
    """
    if type(units) is UnitRegistry:
        return units
    items, whole = _items(units)
    found = [unit for unit in map(_unit_of, items) if unit is not None]
    return UnitRegistry(tuple(found), complete=whole and len(found) == len(items))


def _items(units: object) -> tuple[list[object], bool]:
    # What was given, and whether that is all of it.
    found: list[object] = []
    try:
        for item in _entries(units):
            if len(found) == MOST_UNITS:
                return found, False
            found.append(item)
    except Exception:  # noqa: BLE001  # what cannot be iterated has no units; units read before a failure are kept
        return found, False
    return found, not (is_cut(units) or exact_text(units))


def _entries(units: object) -> Iterable[object]:
    # One unit, one unit as a mapping, a mapping from id to unit, or units.
    if type(units) is ManagementUnit:
        return [units]
    if not is_mapping(units):
        return cast("Iterable[object]", units)
    values = list(units.values())
    return values if all(type(item) is ManagementUnit or is_mapping(item) for item in values) else [units]


def _unit_of(item: object) -> ManagementUnit | None:
    if type(item) is ManagementUnit and _is_clean(item):
        return item
    if type(item) is not ManagementUnit and not is_mapping(item):
        return None
    unit = cast("ManagementUnit", read_record(item, ManagementUnit).value)
    return unit if unit.key is not None else None


def _is_clean(unit: ManagementUnit) -> bool:
    texts: tuple[object, ...] = (unit.id, unit.name, unit.competent)
    fits: Callable[[object], bool] = lambda value: value is None or type(value) is str  # noqa: E731  # one line, used once
    return (
        all(map(fits, texts))
        and unit.key is not None
        and (unit.kind is None or (type(unit.kind) is str and unit.kind in codes.TITLE_UNIT_KINDS))
        and (unit.division is None or (type(unit.division) is str and unit.division in codes.DIVISIONS))
        and (unit.professions is None or (type(unit.professions) is tuple and all(map(fits, unit.professions))))
    )


def _shipped() -> Iterator[ManagementUnit]:
    for entry in codes.TITLE_UNITS:
        professions = tuple(entry["professions"].split(";")) if entry["professions"] else None
        yield ManagementUnit(
            id=entry.name, name=entry.name, kind=entry["kind"], division=entry["division"], professions=professions
        )


SHIPPED_UNITS: Final = UnitRegistry(tuple(_shipped()))
"""The units that the text mentions (TITLE_UNITS); far from the complete list."""
