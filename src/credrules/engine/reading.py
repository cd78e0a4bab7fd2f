"""
Reading one record: every cell by its leaf, nothing lost, all problems of shape and value together.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, Final, TypeAlias, cast

from attrs import evolve, field, frozen

from credrules.engine.profile import Profile
from credrules.engine.system import RecordSystem
from credrules.fields import FieldSpec, SectionSpec, fields_of, sections_of
from credrules.findings import Change, Finding, Path, Report, finding
from credrules.keys import items_of, keyed_of
from credrules.leaves import NarrowingLeaf, is_blank
from credrules.values import FrozenMap, Severity

__all__ = ["MOST_ENTRIES", "Reading", "read"]


def __dir__() -> list[str]:
    return sorted(__all__)


# More list entries than this in one section of one record are refused, so
# that a hostile input cannot make one record cost like a million.
MOST_ENTRIES: Final = 200

_Answer: TypeAlias = tuple[Any, tuple[Finding, ...], tuple[Change, ...]]


@frozen
class Reading:
    """
    Where findings and repairs of one pass are put together.
    """

    system: RecordSystem
    profile: Profile
    on: dt.date | None
    findings: list[Finding] = field(factory=list)
    changes: list[Change] = field(factory=list)
    unread: set[Path] = field(factory=set)

    def add(self, item: Finding) -> None:
        """
        Keep a finding, under the severity the profile gives its code.
        """
        severity = self.profile.severities.get(item.code) if self.profile.severities else None
        self.findings.append(evolve(item, severity=severity) if severity else item)

    def take(self, answer: _Answer, path: Path, name: str) -> Any:  # noqa: ANN401  # the field's type
        """
        Keep a leaf's findings and repairs under `path`; return its value.
        """
        value, findings, changes = answer
        before = len(self.findings)
        for item in findings:
            self.add(item.at(*path) if path else item)
        self.changes.extend(evolve(item, path=(*path, *item.path)) if path else item for item in changes)
        if value is None and any(item.severity is Severity.ERROR for item in self.findings[before:]):
            self.unread.add((*path, name))
        return value


def read(record: type, data: object, path: Path, reading: Reading) -> Any:  # noqa: ANN401  # the record's type
    """
    Return `data` as a `record`, as far as it can be read; what is wrong goes into `reading`.
    """
    sorted_keys = keyed_of(record, data)
    for item in sorted_keys.problems:
        reading.add(item.at(*path))
    keyed, profile, system = sorted_keys.found, reading.profile, reading.system
    form = _form_of(record, system.renames)
    asks = bool(system.optional or profile.requiredness)
    values: dict[str, Any] = {}
    for cell in form.cells:
        raw = keyed.get(cell.name)
        if raw is None or is_blank(raw):
            if asks or cell.required:
                _missing(cell.spec, (*path, cell.name), reading)
        else:
            values[cell.name] = reading.take(cell.read(raw, reading.on), path, cell.name)
    for spec in form.narrowed:
        raw = keyed.get(spec.name)
        if is_blank(raw):
            _missing(spec, (*path, spec.name), reading)
        else:
            known = FrozenMap({name: values.get(name) for name in spec.declared.narrowed_by})
            report = cast("NarrowingLeaf", spec.leaf).check_among(raw, known, on=reading.on)
            values[spec.name] = reading.take(_answer(spec, system.renames, report), path, spec.name)
    for part in form.parts:
        values[part.name] = _read_section(part, keyed.get(part.name), (*path, part.name), reading)
    return record(**values)


def _read_section(part: SectionSpec, data: object, path: Path, reading: Reading) -> Any:  # noqa: ANN401  # its type
    if not part.many:
        return read(part.record, data, path, reading)
    if is_blank(data):
        return ()
    if type(data) is part.record or items_of(data) is not None:
        data = [data]
    if type(data) is not list and type(data) is not tuple:
        reading.add(finding("RECORD.NOT_A_LIST", path=path, section=part.label))
        reading.unread.add(path)
        return ()
    if len(data) > MOST_ENTRIES:
        reading.add(finding("RECORD.TOO_MANY", path=path, section=part.label, most=MOST_ENTRIES))
        data = data[:MOST_ENTRIES]
    return tuple(read(part.record, item, (*path, index), reading) for index, item in enumerate(data))


class _Cell:
    """
    One field as the engine reads it: its leaf's answer under the system's codes, at the field's name.

    What a leaf that `repeats` (codes, dates, flags) says of a text is kept for
    a while, for the next record will say the same. Names and numbers of people are not kept.
    """

    __slots__ = ("_again", "_first", "name", "required", "spec")

    def __init__(self, spec: FieldSpec, renames: FrozenMap[str, str]) -> None:
        def read(raw: object, on: dt.date | None) -> _Answer:
            return _answer(spec, renames, spec.leaf.check(raw, on=on))

        self.spec = spec
        self.name = spec.name
        self.required = spec.declared.required
        self._first = read
        self._again = functools.lru_cache(maxsize=_KEPT)(read) if getattr(spec.leaf, "repeats", False) else read

    def read(self, raw: object, on: dt.date | None) -> _Answer:
        # Only a plain text is the same as an equal one: 1 equals True.
        return self._again(raw, on) if type(raw) is str else self._first(raw, on)


@frozen
class _Form:
    cells: tuple[_Cell, ...]
    narrowed: tuple[FieldSpec, ...]
    parts: tuple[SectionSpec, ...]


_KEPT: Final = 1024


@functools.lru_cache(maxsize=256)
def _form_of(record: type, renames: FrozenMap[str, str]) -> _Form:
    """
    Return how a record is read in a system with these renames: cells, those that others narrow, sections.
    """
    specs = fields_of(record)
    return _Form(
        tuple(_Cell(spec, renames) for spec in specs if not spec.declared.narrowed_by),
        tuple(spec for spec in specs if spec.declared.narrowed_by),
        sections_of(record),
    )


def _answer(spec: FieldSpec, renames: FrozenMap[str, str], report: Report[Any]) -> _Answer:
    named: list[Finding] = []
    for item in report.findings:
        found = _named(spec, item, renames)
        if found not in named:  # two repairs may bear one name in this system
            named.append(found)
    changes = tuple(Change(item.kind, item.before, item.after, (spec.name, *item.path)) for item in report.changes)
    return report.value if report.ok else None, tuple(named), changes


def _named(spec: FieldSpec, item: Finding, renames: FrozenMap[str, str]) -> Finding:
    path = (spec.name, *item.path)
    params = FrozenMap({**item.params, "field": spec.label})
    named = spec.declared.renames.get(item.code)
    if named is None and item.severity is Severity.ERROR and spec.declared.invalid:
        return finding(spec.declared.invalid, path=path, suggestion=item.suggestion, cause=item.code, **params)
    code = named or renames.get(item.code) or item.code
    if code != item.code:
        return finding(code, path=path, suggestion=item.suggestion, **params)
    return Finding(code, item.severity, path, params, item.suggestion)


def _missing(spec: FieldSpec, path: Path, reading: Reading) -> None:
    system = reading.system
    if not spec.on_form or not (system.mandatory or system.optional):
        return
    need = reading.profile.requirement(spec)
    code = (spec.declared.missing or system.mandatory) if need.required else system.optional
    if code:
        reading.add(finding(code, path=path, field=spec.label, basis=need.basis.value))
