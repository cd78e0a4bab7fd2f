"""
From one table to another: what an entry corresponds to, how closely, and by which source.

A correspondence is an answer with a relation, never a silent replacement: a
title of 1988 may be two titles of 2001, a qualification corresponds to a title
only under conditions, and an education never implies a degree. Divisions are
translated through time: an old code to the divisions that contain its area on a
day.

References: data/codetables/relations (each row names its source); for
divisions the dated rows of DIVISIONS.

Limitations: only the pairs of `relations()`, read in both directions, and
divisions. A code that no row mentions has not been compared; that is not the
same as NONE.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from attrs import evolve, field, frozen

from credrules.codes.divisions import DivisionContent, DivisionTable, reached
from credrules.codes.entry import Entry, Source, Status, sort_key
from credrules.codes.table import CodeTable
from credrules.findings import Finding, finding
from credrules.lists import grouped
from credrules.values import Confidence, FrozenMap, Severity, Worded, exact_day

__all__ = ["Counterpart", "Relation", "Translation", "relations", "translate"]
__dir__ = __all__.copy


class Relation(Worded):
    """
    The relation of the counterpart to the translated entry.

    EQUAL: the same thing. WIDER: the counterpart is more than it. NARROWER: it
    is a part of it. RELATED: it corresponds under conditions and is never
    implied. NONE: a counterpart was looked for, and there is none.
    """

    EQUAL = "equal", "相同", "the same"
    WIDER = "wider", "对应项范围更宽", "the counterpart is wider"
    NARROWER = "narrower", "对应项范围更窄", "the counterpart is narrower"
    RELATED = "related", "有条件对应", "corresponds under conditions"
    NONE = "none", "没有对应项", "no counterpart"

    @property
    def backwards(self) -> Relation:
        """
        The same relation seen from the other side.

        >>> Relation.WIDER.backwards.name, Relation.EQUAL.backwards.name
        ('NARROWER', 'EQUAL')
        """
        return _BACKWARDS.get(self, self)


_BACKWARDS: Final = {Relation.WIDER: Relation.NARROWER, Relation.NARROWER: Relation.WIDER}


@frozen
class Counterpart:
    """
    One entry of the target table, its relation to the source entry, and the source of the statement.

    `condition` is the grade, speciality or date on which it depends ("" for none).
    """

    entry: Entry
    relation: Relation
    condition: str = ""
    confidence: Confidence = Confidence.HIGH
    source: Source = field(default=Source("", ""))
    note: str = ""


@frozen
class Translation:
    """
    The result of `translate`: the entry that was read, its counterparts, and the findings.

    Iterates over the counterparts.
    """

    entry: Entry | None
    counterparts: tuple[Counterpart, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """
        Whether no finding is an error.
        """
        return not any(item.severity is Severity.ERROR for item in self.findings)

    @property
    def code(self) -> str | None:
        """
        The code of the one counterpart that is equal without a condition, else None.

        >>> from credrules import codes
        >>> codes.translate("ZH", codes.ETHNICITY_LETTERS, codes.ETHNICITY).code
        '08'
        """
        same = [item for item in self.counterparts if item.relation is Relation.EQUAL and not item.condition]
        return same[0].entry.code if len(same) == 1 == len(self.counterparts) else None

    def __iter__(self) -> Iterator[Counterpart]:
        return iter(self.counterparts)

    def __len__(self) -> int:
        return len(self.counterparts)


def translate(value: object, source: CodeTable, target: CodeTable, *, on: dt.date | None = None) -> Translation:
    """
    Return what a code or name of `source` corresponds to in `target`; never raises.

    `on` is the day the code or name is from (a division code may have been
    given to another unit since). If both tables are DIVISIONS, the translation
    goes through time, to the target's own day (`DIVISIONS.at(day)`) or to the
    horizon.

    >>> from credrules import codes
    >>> [(item.entry.code, item.relation.value) for item in codes.translate("061", codes.TITLES_1988, codes.TITLES)]
    [('611', 'narrower'), ('621', 'narrower')]
    >>> [(item.entry.name, item.relation.value) for item in codes.translate("110103", codes.DIVISIONS, codes.DIVISIONS)]
    [('东城区', 'wider')]
    """
    on = exact_day(on)
    report = source.check(value, on=on)
    if report.value is None:
        return Translation(None, (), report.findings)
    if isinstance(source, DivisionTable) and isinstance(target, DivisionTable):
        return _through_time(report.value, source, target, report.findings, on or source.day)
    entry = source[report.value]
    rows = _rows(source.name, target.name)
    if rows is None:
        found = finding("CODE.NO_RELATION", source=source.about.short, target=target.about.short)
        return Translation(entry, (), (*report.findings, found))
    return _translated(entry, rows.get(entry.code), target, report.findings)


def relations() -> tuple[tuple[str, str], ...]:
    """
    Return the pairs of tables that were compared, as (source, target) names.

    >>> ("TITLES_1988", "TITLES") in relations()
    True
    """
    return tuple(_data().PAIRS)


def _data() -> Any:  # noqa: ANN401  # a generated module, known by its constants
    return importlib.import_module("credrules.codes._relations")


@frozen
class _Row:
    code: str
    relation: Relation
    condition: str
    confidence: Confidence
    source: Source
    note: str


def _rows(source: str, target: str) -> Mapping[str, tuple[_Row, ...]] | None:
    # Only pairs that were compared are remembered: a host's tables may have any name.
    return None if {(source, target), (target, source)}.isdisjoint(_data().PAIRS) else _compared(source, target)


@functools.cache
def _compared(source: str, target: str) -> Mapping[str, tuple[_Row, ...]]:
    """
    Return source code -> rows, from the pair's own file and from the other direction's.
    """
    others = _lines(target, source) if source != target else ()
    turned = (
        (row.code, evolve(row, code=first, relation=row.relation.backwards))
        for first, row in others
        if row.relation is not Relation.NONE
    )
    return FrozenMap(grouped((*_lines(source, target), *turned)))


def _lines(source: str, target: str) -> Iterator[tuple[str, _Row]]:
    titles: Mapping[str, str] = _data().SOURCES
    for line in _data().PAIRS.get((source, target), "").splitlines():
        first, code, relation, condition, confidence, key, note = (*line.split("|"), "")[:7]
        spoken_of = Source(key, titles[key])
        yield first, _Row(code, Relation(relation), condition, Confidence(confidence), spoken_of, note)


def _translated(
    entry: Entry, rows: tuple[_Row, ...] | None, target: CodeTable, findings: tuple[Finding, ...]
) -> Translation:
    counterparts = tuple(
        Counterpart(to, row.relation, row.condition, row.confidence, row.source, row.note)
        for row in rows or ()
        if (to := target.get(row.code)) is not None
    )
    if counterparts:
        return Translation(entry, counterparts, findings)
    code = "CODE.NOT_COMPARED" if rows is None else "CODE.NO_COUNTERPART"
    return Translation(entry, (), (*findings, finding(code, name=entry.label, target=target.about.short)))


# --- divisions ---------------------------------------------------------------


def _through_time(
    code: str, source: DivisionTable, target: DivisionTable, findings: tuple[Finding, ...], on: dt.date | None
) -> Translation:
    row = (source.row(code, on) if on is not None else None) or source[code]
    content = cast("DivisionContent", source.content)
    rows = _rows_on(row, content, target.day)
    if not rows:
        return _translated(row, (), target, findings)
    alone = [_only_from(to, row, content) for to in rows]
    relation = _RELATIONS[len(rows) > 1, all(alone)]
    spoken_of = source.about.source(row)[0]
    # The members of `Confidence` get weaker: the translation is as certain as the weaker of the two rows.
    counterparts = (
        Counterpart(to, relation, "", max(to.confidence, row.confidence, key=tuple(Confidence).index), spoken_of)
        for to in rows
    )
    return Translation(row, tuple(counterparts), findings)


# (several successors, nothing else went into them) -> relation
_RELATIONS: Final = {
    (False, True): Relation.EQUAL,
    (False, False): Relation.WIDER,
    (True, True): Relation.NARROWER,
    (True, False): Relation.RELATED,
}


def _rows_on(row: Entry, content: DivisionContent, day: dt.date | None) -> tuple[Entry, ...]:
    """
    Return the rows that contain a row's area on a day (at the horizon without one).
    """

    def there(entry: Entry) -> bool:
        held = entry.in_force(day) if day is not None else not entry.valid_to
        return held and entry.status is not Status.ATTESTED

    def onwards(entry: Entry) -> tuple[Entry, ...]:
        return () if there(entry) else content.successors(entry)

    return tuple(entry for entry in reached((row,), onwards) if there(entry))


def _only_from(to: Entry, row: Entry, content: DivisionContent) -> bool:
    """
    Return whether nothing but `row` went into `to`, as far as the data show.

    A row of unknown origin, or one in force at the same time as `row`, counts as something else.
    """

    def backwards(entry: Entry) -> tuple[Entry, ...]:
        return () if entry == row else content.predecessors.get(entry, ())

    others = (entry for entry in reached((to,), backwards) if entry != row)
    return not any(_beside(entry, row) or not backwards(entry) for entry in others)


def _beside(entry: Entry, row: Entry) -> bool:
    began_before = not row.valid_to or sort_key(entry.valid_from) < sort_key(row.valid_to)
    return began_before and (not entry.valid_to or sort_key(entry.valid_to) > sort_key(row.valid_from))
