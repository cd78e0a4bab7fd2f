"""
Cells in the wrong column.

Two cells are swapped if each fails in its own column and reads well in the
other's. A single cell that reads as another kind of number is reported as
such, so that no one searches for a wrong digit in a telephone number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from credrules.engine import Pass, stage
from credrules.fields import spec_of
from credrules.findings import Finding, finding
from credrules.leaves import is_blank
from credrules.plain_words import SURNAMES
from credrules.rosters.records.row import RosterRow
from credrules.text import read_text
from credrules.values import Severity

__all__ = [
    "cells_out_of_place",
    "looks_like_unit",
    "misplaced",
]
__dir__ = __all__.copy

# Fields whose leaf refuses what belongs elsewhere; free text accepts anything.
_STRICT: Final = (
    "citizen_id", "sex", "birth_date", "ethnicity", "political_status", "work_start", "education", "degree",
    "graduated_on", "title_level", "issued_on", "mobile", "phone", "email", "unit_code", "org_code",
)  # fmt: skip
# Endings of most units that no person's name has.
_UNIT_ENDINGS: Final = (
    "局", "厅", "院", "校", "所", "站", "部", "处", "委", "社", "馆", "学", "公司", "集团", "中心", "小学", "中学",
    "大学", "医院", "银行", "政府", "委员会", "办公室", "协会", "幼儿园", "研究院",
)  # fmt: skip
# Shorter names of units end with these too, and so do names of people.
_SHORT_ENDINGS: Final = (
    "中", "小", "厂", "店", "室", "行", "场", "台", "队", "会", "库", "园", "办", "科", "股", "段",
    "矿", "镇", "乡", "村", "县", "市", "区", "党校",
)  # fmt: skip
# Parts of a unit, and units in their own right.
_OFFICES: Final = ("科", "室", "处", "组", "股", "部")
_INDEPENDENT: Final = (
    "公司", "集团", "大学", "医院", "研究院", "中学", "小学", "幼儿园", "银行", "局", "厅", "委员会", "政府", "中心",
)  # fmt: skip
_SCHOOL_ENDINGS: Final = ("大学", "学院", "学校", "党校", "中学", "电大")
_LONG_NAME: Final = 5


@stage(cells=(*_STRICT, "name", "unit_name", "department", "school", "major"))
def cells_out_of_place(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings with misplaced cells reported instead of their errors.
    """
    swaps = misplaced(done.cells, done.findings, on=done.on)
    replaced = {item.path for item in swaps}
    if not replaced:
        return done.findings
    return (*(it for it in done.findings if not (it.path in replaced and it.severity is Severity.ERROR)), *swaps)


def looks_like_unit(cell: object) -> bool:
    """
    Whether a cell reads like the name of a unit rather than of a person.

    >>> looks_like_unit("甲市第一中学"), looks_like_unit("张三")
    (True, False)
    """
    text = read_text(cell).text or ""
    return len(text) >= _LONG_NAME and text.endswith(_UNIT_ENDINGS)


def misplaced(cells: Mapping[str, object], findings: Sequence[Finding], *, on: dt.date) -> tuple[Finding, ...]:
    """
    Return findings for swapped cells; each suggests the other's content.

    `cells` maps field names to raw cells, `findings` are those of the row.
    """
    failed = {name for item in findings if item.severity is Severity.ERROR for name in item.path[:1]}
    strict = [name for name in _STRICT if name in failed and not is_blank(cells.get(name))]
    return (
        *_name_and_unit(cells, on=on),
        *_unit_and_department(cells),
        *_school_and_major(cells),
        *_pairs(cells, strict, on=on),
    )


def _pairs(cells: Mapping[str, object], names: Sequence[str], *, on: dt.date) -> Iterator[Finding]:
    used: set[str] = set()
    for one, other in combinations(names, 2):
        if used & {one, other}:
            continue
        if _accepts(one, cells[other], on) and _accepts(other, cells[one], on):
            used |= {one, other}
            yield from _swapped(one, other, cells)


def _accepts(name: str, cell: object, on: dt.date) -> bool:
    return spec_of(RosterRow).by_name[name].leaf.is_valid(cell, on=on)


def _name_and_unit(cells: Mapping[str, object], *, on: dt.date) -> Iterator[Finding]:
    name, unit = (read_text(cells.get(field)).text or "" for field in ("name", "unit_name"))
    if not _reads_as_unit(name):
        return
    if unit and not looks_like_unit(unit) and (_reads_as_person(unit) or len(unit) < _LONG_NAME):
        if _accepts("name", unit, on):
            yield from _swapped("name", "unit_name", cells)
    elif looks_like_unit(name):
        yield finding("ROSTER.NAME_IS_UNIT", path=("name",))


def _reads_as_unit(text: str) -> bool:
    return looks_like_unit(text) or (len(text) > 2 and text.endswith(_SHORT_ENDINGS) and not _reads_as_person(text))


def _reads_as_person(text: str) -> bool:
    return 1 < len(text) < _LONG_NAME and text[0] in SURNAMES and not text.endswith(_UNIT_ENDINGS)


def _unit_and_department(cells: Mapping[str, object]) -> Iterator[Finding]:
    if "unit_name" not in cells or "department" not in cells:
        return
    unit, department = (_bare(cells[field]) for field in ("unit_name", "department"))
    if unit.endswith(_OFFICES) and department.endswith(_INDEPENDENT) and not unit.startswith(department):
        yield from _swapped("unit_name", "department", cells)


def _bare(cell: object) -> str:
    return (read_text(cell).text or "").partition("（")[0].partition("(")[0]


def _school_and_major(cells: Mapping[str, object]) -> Iterator[Finding]:
    if "school" not in cells or "major" not in cells:
        return
    school, major = (read_text(cells[field]).text or "" for field in ("school", "major"))
    if major.endswith(_SCHOOL_ENDINGS) and school and not school.endswith(_SCHOOL_ENDINGS):
        yield from _swapped("school", "major", cells)


def _swapped(one: str, other: str, cells: Mapping[str, object]) -> Iterator[Finding]:
    """
    Return the findings on both cells, each with the other's content as its suggestion.
    """
    label = {name: spec_of(RosterRow).by_name[name].label for name in (one, other)}
    return (
        finding("ROSTER.SWAPPED", path=(here,), suggestion=cells[there], field=label[here], other=label[there])
        for here, there in ((one, other), (other, one))
    )
