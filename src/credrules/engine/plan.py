"""
How one record type is read and judged in one system, worked out once: cells, sections, rules.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from credrules.engine.rules import RecordRule
from credrules.fields import FieldSpec, SectionSpec, spec_of
from credrules.findings import Change, Finding, finding
from credrules.leaves import Answer, TextLeaf
from credrules.lists import grouped
from credrules.remembering import LONGEST_KEPT
from credrules.values import FrozenMap, Severity

__all__ = ["Cell", "Codes", "Part", "Plan", "named_answer", "partial_plan", "plan_of"]
__dir__ = __all__.copy

_KEPT: Final = 1024
_PARTIAL_PLANS: Final = 128


@frozen
class Codes:
    """
    The codes a system has for empty cells; an empty code reports nothing, so with both empty no cell is missing.
    """

    mandatory: str = ""
    optional: str = ""


class Cell:
    """
    One field as the engine reads it: its leaf's answer under the system's codes, at the field's name.

    If the leaf `repeats`, its answer to a text is cached. `worded` cells are texts, in
    which a word may say that there is nothing.
    """

    __slots__ = ("_again", "_first", "name", "required", "spec", "worded")

    def __init__(self, spec: FieldSpec, renames: FrozenMap[str, str]) -> None:
        def read(raw: object, on: dt.date | None) -> Answer:
            return named_answer(spec, renames, spec.leaf.read(raw, on))

        self.spec = spec
        self.name = spec.name
        self.required = spec.declared.required
        self.worded = spec.on_form and isinstance(spec.leaf, TextLeaf)
        self._first = read
        self._again = functools.lru_cache(maxsize=_KEPT)(read) if spec.leaf.repeats else read

    def read(self, raw: object, on: dt.date | None) -> Answer:
        """
        Read the field's cell.
        """
        # Only plain texts are cached by equality: 1 equals True.
        return self._again(raw, on) if type(raw) is str and len(raw) <= LONGEST_KEPT else self._first(raw, on)


@frozen(eq=False)
class Part:
    """
    A section with the plan of its record.
    """

    section: SectionSpec
    plan: Plan


@frozen(eq=False)
class Plan:
    """
    One record type in one system: its cells, the cells narrowed by others, its parts, its rules and what they require.
    """

    record: type
    cells: tuple[Cell, ...]
    narrowed: tuple[FieldSpec, ...]
    parts: tuple[Part, ...]
    rules: tuple[RecordRule, ...]
    required: tuple[str, ...]
    renames: FrozenMap[str, str]


def plan_of(record: type, rules: Iterable[RecordRule], renames: FrozenMap[str, str]) -> Plan:
    """
    Return the plan of a record type, with the plans of its sections in `parts`.
    """
    return _plan(record, grouped((kind, item) for item in rules for kind in item.records), renames)


def _plan(record: type, by_record: Mapping[type, tuple[RecordRule, ...]], renames: FrozenMap[str, str]) -> Plan:
    spec, rules = spec_of(record), by_record.get(record, ())
    return Plan(
        record,
        tuple(Cell(item, renames) for item in spec.fields if not item.declared.narrowed_by),
        tuple(item for item in spec.fields if item.declared.narrowed_by),
        tuple(Part(part, _plan(part.record, by_record, renames)) for part in spec.sections),
        rules,
        tuple(dict.fromkeys(name for item in rules for name in item.requires)),
        renames,
    )


@functools.lru_cache(maxsize=_PARTIAL_PLANS)
def partial_plan(plan: Plan, present: frozenset[str]) -> Plan:
    """
    Return the plan for sources that have only the named fields and sections, such as the columns of a table.

    Others are not read and stay empty, so rules that require them are left out.
    """
    return evolve(
        plan,
        cells=tuple(cell for cell in plan.cells if cell.name in present),
        narrowed=tuple(spec for spec in plan.narrowed if spec.name in present),
        parts=tuple(part for part in plan.parts if part.section.name in present),
        rules=tuple(rule for rule in plan.rules if present.issuperset(rule.requires)),
        required=tuple(name for name in plan.required if name in present),
    )


def named_answer(spec: FieldSpec, renames: FrozenMap[str, str], answer: Answer) -> Answer:
    """
    Return a leaf's answer with the codes of field and system, at the field's name; no value beside an error.
    """
    if not answer.findings and not answer.changes:
        return answer
    named: list[Finding] = []
    for item in answer.findings:
        found = _named(spec, item, renames)
        if not any(_says_the_same(found, other) for other in named):  # two faults may have one code in this system
            named.append(found)
    changes = tuple(Change(item.kind, item.before, item.after, (spec.name, *item.path)) for item in answer.changes)
    sound = not any(item.severity is Severity.ERROR for item in answer.findings)
    return Answer(answer.value if sound else None, tuple(named), changes)


def _says_the_same(one: Finding, other: Finding) -> bool:
    # Findings of one cell whose sentence and suggestion are the same are one to the reader, whatever the leaf saw.
    return one.code == other.code and one.suggestion == other.suggestion and one.message() == other.message()


def _named(spec: FieldSpec, item: Finding, renames: FrozenMap[str, str]) -> Finding:
    path: tuple[Any, ...] = (spec.name, *item.path)
    params = FrozenMap({**item.params, "field": spec.label})
    named = spec.declared.renames.get(item.code)
    if named is None and item.severity is Severity.ERROR and spec.declared.invalid:
        return finding(spec.declared.invalid, path=path, suggestion=item.suggestion, cause=item.code, **params)
    code = named or renames.get(item.code) or item.code
    if code != item.code:
        return finding(code, path=path, suggestion=item.suggestion, **params)
    return Finding(code, item.severity, path, params, item.suggestion)
