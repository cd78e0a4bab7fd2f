"""
Reading one record: each cell by its leaf, nothing lost, all problems of shape and value reported together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from credrules.engine.plan import Codes, Part, Plan, named_answer
from credrules.engine.profile import Profile
from credrules.fields import FieldSpec
from credrules.findings import Change, Finding, Path, finding
from credrules.keys import Keyed, items_of, keyed_of, sent_path
from credrules.leaf import Answer, is_blank, is_sequence
from credrules.lists import Cut, is_cut
from credrules.none_words import says_none
from credrules.values import FrozenMap, Severity

__all__ = ["Reading", "read", "read_cells"]
__dir__ = __all__.copy


@frozen
class Reading:
    """
    The findings and repairs collected in one pass.

    `present` names the fields and sections the source has; None means all. `cut` are the lists that were not read to
    their end.
    """

    codes: Codes
    profile: Profile
    on: dt.date | None
    present: frozenset[str] | None = None
    findings: list[Finding] = field(factory=list)
    changes: list[Change] = field(factory=list)
    unread: set[Path] = field(factory=set)
    cut: set[Path] = field(factory=set)
    nodes: dict[Path, Keyed] = field(factory=dict)
    single: set[Path] = field(factory=set)

    def add(self, item: Finding) -> None:
        """
        Keep a finding, with the severity the profile gives its code.
        """
        severity = self.profile.severities.get(item.code) if self.profile.severities else None
        self.findings.append(evolve(item, severity=severity) if severity else item)

    def concerns(self, path: Path) -> bool:
        """
        Return whether a place may be reported: not below a field or section that the source does not have.
        """
        return self.present is None or not path or path[0] in self.present

    def take(self, answer: Answer, path: Path, name: str) -> Any:  # noqa: ANN401  # the field's type
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

    def keyed(self, record: type, data: object, path: Path) -> Mapping[str, Any]:
        """
        Return the cells of `data` under the record's own names; keep the findings about its keys.
        """
        keyed = self.nodes[path] = keyed_of(record, data)
        for item in keyed.problems:
            self.add(item.at(*path) if path else item)
        return keyed.found

    def sent(self, item: Finding) -> Finding:
        """
        Return a finding with its place in the keys that were sent.
        """
        path = sent_path(self.nodes, item.path, self.single)
        return item if path == item.path else item.sent_as(path)

    def missing(self, spec: FieldSpec, path: Path) -> None:
        """
        Report an empty cell if the system and the profile require it.
        """
        if not spec.on_form or not (self.codes.mandatory or self.codes.optional):
            return
        need = self.profile.requirement(spec)
        code = (spec.declared.missing or self.codes.mandatory) if need.required else self.codes.optional
        if code:
            self.add(finding(code, path=path, field=spec.label, basis=need.basis.value))


def read(plan: Plan, data: object, path: Path, reading: Reading) -> Any:  # noqa: ANN401  # the record's type
    """
    Return `data` as a record, as far as it can be read; problems go into `reading`.
    """
    return read_cells(plan, reading.keyed(plan.record, data, path), path, reading)


def read_cells(plan: Plan, cells: Mapping[str, Any], path: Path, reading: Reading) -> Any:  # noqa: ANN401  # its type
    """
    Return cells under the record's own names as a record; problems go into `reading`.
    """
    asks = bool(reading.codes.optional or reading.profile.requiredness)
    values: dict[str, Any] = {}
    for cell in plan.cells:
        raw = cells.get(cell.name)
        if raw is None or is_blank(raw):
            if cell.spec.leaf.several and is_sequence(raw):
                values[cell.name] = ()  # an empty list that is given says that there is none
            if asks or cell.required:
                reading.missing(cell.spec, (*path, cell.name))
        elif cell.worded and says_none(raw) and reading.profile.requirement(cell.spec).required:
            reading.missing(cell.spec, (*path, cell.name))  # 无 in a text that must be filled in is as good as empty
        else:
            values[cell.name] = reading.take(cell.read(raw, reading.on), path, cell.name)
    for spec in plan.narrowed:
        raw = cells.get(spec.name)
        if is_blank(raw):
            reading.missing(spec, (*path, spec.name))
        else:
            known = FrozenMap({name: values.get(name) for name in spec.declared.narrowed_by})
            answer = named_answer(spec, plan.renames, spec.leaf.read_among(raw, known, reading.on))
            values[spec.name] = reading.take(answer, path, spec.name)
    for part in plan.parts:
        name = part.section.name
        values[name] = _read_part(part, cells.get(name), (*path, name), reading)
    return plan.record(**values)


def _read_part(part: Part, data: object, path: Path, reading: Reading) -> Any:  # noqa: ANN401  # its type
    section = part.section
    if not section.many:
        return read(part.plan, data, path, reading)
    if is_blank(data):
        return ()
    if type(data) is section.record or items_of(data) is not None:
        data = [data]
        reading.single.add(path)
    if type(data) is not list and type(data) is not tuple and not is_cut(data):
        reading.add(finding("RECORD.NOT_A_LIST", path=path, section=section.label))
        reading.cut.add(path)
        return ()
    entries = (read(part.plan, item, (*path, index), reading) for index, item in enumerate(data[: section.most]))
    if len(data) <= section.most and not is_cut(data):
        return tuple(entries)
    reading.add(finding("RECORD.TOO_MANY", path=path, section=section.label, most=section.most))
    reading.cut.add(path)
    return Cut(entries)
