"""
Cells that stand in the wrong column.

Two cells are swapped when each fails where it stands and reads well where the
other one stands. A single cell that reads as another kind of number is named
as such, so that nobody searches for a wrong digit in a telephone number.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from credrules.fields import FieldSpec, fields_of
from credrules.findings import Finding, finding
from credrules.leaves import is_blank
from credrules.rosters.records import RosterRow
from credrules.text import read
from credrules.values import FrozenMap, Severity

# Fields whose leaf refuses what belongs elsewhere; a free text accepts all.
_STRICT: Final = (
    "citizen_id", "sex", "birth_date", "ethnicity", "political_status", "work_start", "education", "degree",
    "graduated_on", "title_level", "issued_on", "mobile", "email", "unit_code", "org_code",
)  # fmt: skip
# What no person is called and what most units end with.
_UNIT_ENDINGS: Final = (
    "局", "厅", "院", "校", "所", "站", "部", "处", "委", "社", "馆", "学", "公司", "集团", "中心", "小学", "中学", "大学", "医院",
    "银行", "政府", "委员会", "办公室", "协会", "幼儿园", "研究院",
)  # fmt: skip
_LONG_NAME: Final = 5


@functools.cache
def _specs() -> Mapping[str, FieldSpec]:
    return FrozenMap({spec.name: spec for spec in fields_of(RosterRow)})


def looks_like_unit(cell: object) -> bool:
    """
    Whether a cell reads like the name of a unit rather than of a person.

    >>> looks_like_unit("甲市第一中学"), looks_like_unit("张三")
    (True, False)
    """
    text = read(cell).text or ""
    return len(text) >= _LONG_NAME and text.endswith(_UNIT_ENDINGS)


def misplaced(cells: Mapping[str, object], findings: Sequence[Finding], *, on: dt.date) -> tuple[Finding, ...]:
    """
    Return findings for swapped cells; each suggests the other's content.

    `cells` maps field names to raw cells, `findings` are those of the row.
    """
    failed = {str(item.path[0]) for item in findings if item.severity is Severity.ERROR}
    strict = [name for name in _STRICT if name in failed and not is_blank(cells.get(name))]
    return tuple((*_name_and_unit(cells, on=on), *_pairs(cells, strict, on=on)))


def _pairs(cells: Mapping[str, object], names: Sequence[str], *, on: dt.date) -> Iterator[Finding]:
    used: set[str] = set()
    for one, other in combinations(names, 2):
        if used & {one, other}:
            continue
        if _accepts(one, cells[other], on) and _accepts(other, cells[one], on):
            used |= {one, other}
            yield _swapped(one, other, cells)
            yield _swapped(other, one, cells)


def _accepts(name: str, cell: object, on: dt.date) -> bool:
    return _specs()[name].leaf.check(cell, on=on).ok


def _name_and_unit(cells: Mapping[str, object], *, on: dt.date) -> Iterator[Finding]:
    name, unit = cells.get("name"), cells.get("unit_name")
    if is_blank(name) or is_blank(unit) or not looks_like_unit(name) or looks_like_unit(unit):
        return
    if len(read(unit).text or "") < _LONG_NAME and _accepts("name", unit, on):
        yield _swapped("name", "unit_name", cells)
        yield _swapped("unit_name", "name", cells)


def _swapped(name: str, other: str, cells: Mapping[str, object]) -> Finding:
    specs = _specs()
    return finding(
        "ROSTER.SWAPPED", path=(name,), suggestion=cells[other], field=specs[name].label, other=specs[other].label
    )
