"""
The unit's declaration held against the rules, and put together worker by worker.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from credrules.eligibility import Eligibility
from credrules.findings import Decision, Finding
from credrules.masking import shown_text
from credrules.systems import lianyungang
from credrules.systems.lianyungang import PrintGroup, Worker
from credrules.systems.lianyungang.names import GRADES, name_of, rank_of
from credrules.systems.lianyungang.rules.latest import highest
from credrules.values import Severity
from worker_grades.reading import Entry, Roster

_SAID_ELSEWHERE = frozenset({"LYG.ENTRY.ALL_WORKERS"})


@frozen
class Line:
    """
    One worker: the file's lines, what was read, what was found, and whether the grade may be applied for.
    """

    entry: Entry
    worker: Worker
    findings: tuple[Finding, ...]
    target: str | None
    answer: Eligibility | None

    @property
    def name(self) -> str:
        """
        The name as it was read, without the blanks of the file.
        """
        return shown_text(self.worker.person.name or self.entry.name)

    @property
    def held(self) -> str:
        """
        The highest grade held, in words; empty for none.
        """
        top = highest(self.worker)
        return "" if top is None else name_of(top)

    @property
    def is_registered(self) -> bool:
        """
        Whether the file registers this worker for a grade.
        """
        return self.worker.registration.target_grade is not None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """
        What keeps the worker from being complete, or from being declared.
        """
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)

    @property
    def told(self) -> tuple[Finding, ...]:
        """
        Errors and warnings, the errors first.
        """
        return (*self.errors, *(item for item in self.findings if item.severity is Severity.WARNING))

    @property
    def decision(self) -> Decision:
        """
        Whether the grade may be applied for; only 技术工人 may, and nobody is called fit while the data have errors.
        """
        if self.answer is None or any(item.code == "LYG.ENTRY.IDENTITY" for item in self.errors):
            return Decision.OUT
        if self.errors and self.answer.decision is Decision.IN:
            return Decision.REVIEW
        return self.answer.decision


@frozen
class Unit:
    """
    The whole declaration: its lines, what concerns the unit, and the print batches of those registered.
    """

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    groups: tuple[PrintGroup, ...]


def judge(roster: Roster, *, on: dt.date, unit: Mapping[str, Any] | None = None) -> Unit:
    """
    Return the unit with every worker judged; `unit` are further keys of the declaration (level, channel, phone).
    """
    data = {**(unit or {}), "workers": [entry.data for entry in roster.entries]}
    report = lianyungang.check_unit(data, on=on)
    assert report.value is not None  # noqa: S101  # a mapping always gives a declaration
    lines = tuple(
        _line(entry, worker, [item for item in report.findings if item.path[:2] == ("workers", place)], on)
        for place, (entry, worker) in enumerate(zip(roster.entries, report.value.workers, strict=True))
    )
    whole = tuple(item for item in report.findings if item.path[:1] != ("workers",) or len(item.path) == 1)
    registered = [{"姓名": line.name, "申报等级": line.target} for line in lines if line.is_registered]
    return Unit(lines, whole, lianyungang.print_groups(registered))


def _line(entry: Entry, worker: Worker, findings: Iterable[Finding], on: dt.date) -> Line:
    target = worker.registration.target_grade or _next(worker)
    answer = None if target is None else lianyungang.eligibility(worker, target=target, on=on)
    return Line(entry, worker, tuple(item for item in findings if item.code not in _SAID_ELSEWHERE), target, answer)


def _next(worker: Worker) -> str | None:
    top = highest(worker)
    place = 0 if top is None else rank_of(top) + 1
    return GRADES[place] if place < len(GRADES) else None
