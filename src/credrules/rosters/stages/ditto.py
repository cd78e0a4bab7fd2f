"""
Cells that say "as above" or, in the column of units, that there is none.

同上 refers to the filled cell above, which is known only in a stream of rows.
It is suggested and never filled in, since the table may have been sorted later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from credrules.engine import Pass, stage
from credrules.engine.stages import ALL_CELLS
from credrules.findings import Finding, finding
from credrules.identifiers import citizen_id
from credrules.identifiers._documents import FOREIGN
from credrules.leaves import is_blank
from credrules.masking import shown_text
from credrules.none_words import NO_UNIT_WORDS
from credrules.text import read_text
from credrules.values import FrozenMap, Label, exact_text

__all__ = [
    "COPIED",
    "ditto_marks",
    "dittos",
    "unit_is_none",
    "with_above",
    "without_blanks_of_foreigners",
    "without_ditto_marks",
]
__dir__ = __all__.copy

_MARKS: Final = frozenset(
    {
        "同上",
        "同上行",
        "同上格",
        "同上一行",
        "上同",
        "同前",
        "同左",
        "如上",
        "〃",
        "″",
        "''",
        '"',
        "“",
        "”",
        "々",
        "ditto",
        "do.",
    }
)
_LONGEST: Final = 6

COPIED: Final = frozenset(
    {"unit_name", "unit_place", "department", "position", "school", "major", "approving_organ", "review_body",
     "title_name", "title_series", "ethnicity", "political_status", "education", "degree", "native_place"}
)  # fmt: skip
"""Fields whose filled cell above is kept: no number and no name of a person."""


def dittos(cells: Mapping[str, object]) -> frozenset[str]:
    """
    Return the fields whose cell says "as above".

    >>> sorted(dittos({"unit_name": "同上", "department": "〃", "name": "张三"}))
    ['department', 'unit_name']
    """
    return frozenset(name for name, cell in cells.items() if _is_ditto(cell))


def _is_ditto(cell: object) -> bool:
    written = exact_text(cell)
    return written is not None and len(written) <= _LONGEST and written.strip().lower() in _MARKS


def without_ditto_marks(cells: Mapping[str, object]) -> Mapping[str, object]:
    """
    Return the cells with those that say "as above" emptied: the stage before they are read.

    >>> without_ditto_marks({"unit_name": "同上", "name": "张三"})
    {'unit_name': None, 'name': '张三'}
    """
    marked = dittos(cells)
    return {name: None if name in marked else cell for name, cell in cells.items()} if marked else cells


@stage(cells=ALL_CELLS)
def ditto_marks(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings with ditto marks, and words for "no unit", reported as such: the last stage.
    """
    marked = [name for name in done.emptied if _is_ditto(done.given[name])]
    none = tuple(unit_is_none(done.given))
    if not marked and not none:
        return done.findings
    replaced = {(name,) for name in marked} | {item.path for item in none}
    kept = (
        it
        for it in done.findings
        if it.path not in replaced or (it.path[0] not in marked and it.code not in _SAID_BY_IT)
    )
    return (*kept, *none, *(finding("ROSTER.DITTO", path=(name,), stands=_NOT_KNOWN) for name in sorted(marked)))


_SAID_BY_IT: Final = frozenset({"ROSTER.NONE_WORD", "ROSTER.EMPTY"})
_NOT_KNOWN: Final = Label("", "")


def unit_is_none(cells: Mapping[str, object]) -> Iterator[Finding]:
    """
    Yield a warning if the cell of the unit says that there is none.

    >>> [item.code for item in unit_is_none({"unit_name": "无"})]
    ['ROSTER.UNIT_NONE']
    """
    cell = cells.get("unit_name")
    if not is_blank(cell) and (read_text(cell).text or "") in NO_UNIT_WORDS:
        yield finding("ROSTER.UNIT_NONE", path=("unit_name",))


def with_above(item: Finding, name: str, above: Mapping[str, object]) -> Finding:
    """
    Return a finding on a ditto mark with the cell above it as its suggestion, if that cell is known.
    """
    cell = above.get(name)
    if item.code != "ROSTER.DITTO" or cell is None:
        return item
    shown = shown_text((read_text(cell).text or "")[:200])
    stands = Label(f"，上方为“{shown}”", f'; above it stands "{shown}"')
    return evolve(item, suggestion=cell, params=FrozenMap({**item.params, "stands": stands}))


@stage(cells=())
def without_blanks_of_foreigners(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings without those on an empty ethnic group or political status of a foreigner, who has neither.
    """
    number = done.record.citizen_id
    foreign = (number is not None and number.kind is citizen_id.Kind.FOREIGN_PERMANENT_RESIDENT) or any(
        item.code == "CITIZEN_ID.OTHER_DOCUMENT" and item.params["document"] in FOREIGN for item in done.findings
    )
    if not foreign:
        return done.findings
    return tuple(it for it in done.findings if not (it.code == "ROSTER.EMPTY" and it.path[0] in _NOT_ASKED))


_NOT_ASKED: Final = frozenset({"ethnicity", "political_status"})
