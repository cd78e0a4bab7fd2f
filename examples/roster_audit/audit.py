"""
The one pass over the roster: read, check, count, repair, write.

Rows stream through. What stays in memory is counted, not collected: only the findings the report will show
are kept, and when there are more people with problems than it shows, it says so.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol

from attrs import define, evolve, field, frozen

from credrules.catalogue import RULES
from credrules.findings import Finding, Report
from credrules.rosters import LineKind
from credrules.values import Lang, Severity
from roster_audit.engine import Engine
from roster_audit.privacy import is_sensitive, shown
from roster_audit.repair import CellChange, filling, repairs
from roster_audit.source import Source
from roster_audit.table import Column, Columns, Line, letter, one_line, text_of

MAX_UNITS: Final = 20_000
MAX_SKIPPED: Final = 50
_GAP: Final = re.compile(r"\{[^{}]*\}")
_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@frozen
class Entry:
    """
    A line on its way through: what it is, its cells by heading, and the gaps filled from merged cells.
    """

    line: Line
    kind: LineKind
    cells: dict[str, object] = field(factory=dict)
    filled: tuple[CellChange, ...] = ()


@frozen
class ShownFinding:
    """
    A finding as the report prints it; every text is already masked.
    """

    severity: Severity
    column: str
    value: str
    message: str
    suggestion: str
    code: str
    repaired: bool


@frozen
class ShownPerson:
    """
    A person with problems as the report prints it.
    """

    row: int
    name: str
    unit: str
    findings: tuple[ShownFinding, ...]

    @property
    def severity(self) -> Severity:
        """
        The most severe of the findings.
        """
        return min((item.severity for item in self.findings), key=lambda item: _ORDER[item])


@define
class Problem:
    """
    How often a code was found in one column, with the first finding as an example.
    """

    example: Finding
    findings: int = 0
    people: int = 0
    repaired: int = 0
    rows: list[int] = field(factory=list)
    _differ: set[str] = field(factory=set)

    def add(self, item: Finding) -> None:
        """
        Count one more finding.
        """
        self.findings += 1
        self._differ.update(name for name, value in self.example.params.items() if item.params.get(name) != value)

    def words(self, lang: Lang) -> str:
        """
        Return the message, with … for what differs from finding to finding.
        """
        params = {name: "…" if name in self._differ else value for name, value in self.example.params.items()}
        return evolve(self.example, params=params).message(lang)


def general_wording(code: str, lang: Lang) -> str:
    """
    Return a rule's wording with … for what differs from case to case.
    """
    return _GAP.sub("…", RULES[code].template(lang))


@define
class UnitCount:
    """
    The people of one unit and how many of them have errors, or only warnings.
    """

    name: str
    people: int = 0
    wrong: int = 0
    doubtful: int = 0


@define
class Outcome:
    """
    What the audit found, in numbers, and the part of it that the report shows.
    """

    on: dt.date
    people: int = 0
    wrong: int = 0
    doubtful: int = 0
    findings: Counter[Severity] = field(factory=Counter)
    problems: dict[tuple[str, str], Problem] = field(factory=dict)
    columns: dict[str, Counter[Severity]] = field(factory=dict)
    units: dict[str, UnitCount] = field(factory=dict)
    changes: Counter[tuple[str, str]] = field(factory=Counter)
    changed_people: int = 0
    shown: list[ShownPerson] = field(factory=list)
    table: tuple[Finding, ...] = ()
    matched: Columns | None = None
    skipped: list[tuple[int, str]] = field(factory=list)
    skipped_count: int = 0
    blank: int = 0
    elsewhere: int = 0
    stray: set[int] = field(factory=set)

    @property
    def fine(self) -> int:
        """
        People about whom nothing has to be done.
        """
        return self.people - self.wrong - self.doubtful

    @property
    def unread(self) -> tuple[str, ...]:
        """
        The headings that were not understood, so that nothing below them was checked.
        """
        return self.matched.unread if self.matched is not None else ()

    @property
    def all_passed(self) -> bool:
        """
        Whether every person is in order, nothing is to be said of the table, and every column and line was understood.
        """
        serious = [item for item in self.table if item.severity is not Severity.INFO]
        return bool(self.people) and not (self.listed or serious or self.unread or self.elsewhere or self.stray)

    @property
    def listed(self) -> int:
        """
        People with an error or a warning, whether the report shows them or not.
        """
        return self.wrong + self.doubtful

    def ranked(self) -> list[tuple[tuple[str, str], Problem]]:
        """
        Return what has to be looked at: errors first, then by the number of people.
        """
        serious = [pair for pair in self.problems.items() if pair[1].example.severity is not Severity.INFO]
        return sorted(serious, key=lambda pair: (_ORDER[pair[1].example.severity], -pair[1].people, pair[0]))

    @property
    def changed(self) -> int:
        """
        Cells rewritten in the repaired copy.
        """
        return self.changes.total()


class Sink(Protocol):
    """
    Takes every line in order, with what was found and what may be changed.
    """

    def write(self, entry: Entry, report: Report[Any] | None, changes: list[CellChange]) -> None:
        """
        Take one line.
        """


def _read(source: Source, outcome: Outcome, lang: Lang) -> Iterator[Entry]:
    """
    Yield every line of the sheet, the people among them with their cells by heading.
    """
    layout, merges = source.layout, source.merges
    by_index = {column.index: column for column in layout.columns}
    merged = [index for index in merges.columns if index in by_index]
    anchors: dict[int, tuple[int, object]] = {}
    kind_of = layout.reader()
    outcome.elsewhere = layout.other_above
    for line in source.sheet.lines():
        if line.number <= layout.last_heading_row:
            yield Entry(line, LineKind.HEADING)
            continue
        for index in merged:
            if merges.anchor(line.number, index) == line.number:
                anchors[index] = line.number, line.cells[index] if index < len(line.cells) else None
        kind = kind_of(line.cells, line.number - 1)
        if kind is not LineKind.PERSON:
            _note_skipped(line, kind, outcome, lang)
            yield Entry(line, kind)
            continue
        cells = {
            column.heading: line.cells[column.index] if column.index < len(line.cells) else None
            for column in layout.columns
        }
        outcome.stray.update(n for n, cell in enumerate(line.cells) if n not in by_index and text_of(cell))
        filled = []
        for index in merged:
            row = merges.anchor(line.number, index)
            first, value = anchors.get(index, (0, None))
            if row is not None and row == first != line.number and not line.text(index) and text_of(value):
                filled.append(filling(line.number, by_index[index], cells[by_index[index].heading], value, first))
                cells[by_index[index].heading] = value
        yield Entry(line, kind, cells, tuple(filled))


def _note_skipped(line: Line, kind: LineKind, outcome: Outcome, lang: Lang) -> None:
    if kind is LineKind.BLANK:
        outcome.blank += 1
        return
    if kind is LineKind.OTHER_TABLE:
        outcome.elsewhere = outcome.elsewhere or line.number
    outcome.skipped_count += 1
    if len(outcome.skipped) < MAX_SKIPPED:
        text = " ".join(shown(one_line(part), sensitive=False, masked=True) for part in line.filled()[:3])
        outcome.skipped.append(
            (line.number, f"{text}（{kind.label.zh}）" if lang == "zh" else f"{text} ({kind.label.en})")
        )


@define
class Auditor:
    """
    Carries what the steps of one audit share.
    """

    source: Source
    engine: Engine
    on: dt.date
    lang: Lang
    masked: bool
    limit: int
    outcome: Outcome
    tidy: bool = False
    _columns: dict[str, Column] = field(factory=dict)
    _name: str | None = None
    _unit: str | None = None
    _lines: array[int] = field(factory=lambda: array("L"))

    def run(self, sinks: list[Sink], tick: Callable[[int], None]) -> Outcome:
        """
        Pass every line through the rules and on to the sinks; `tick` hears the number of people so far.
        """
        layout = self.source.layout
        self._columns = layout.by_heading
        self._name = layout.heading_for("name", "person_name")
        self._unit = layout.heading_for("unit_name", "unit", "work_unit")
        waiting: deque[Entry] = deque()

        def people() -> Iterator[dict[str, object]]:
            for entry in _read(self.source, self.outcome, self.lang):
                if entry.kind is LineKind.PERSON:
                    waiting.append(entry)
                    yield entry.cells
                elif waiting:
                    waiting.append(entry)
                else:  # nobody is waited for, and there may be a million blank lines
                    pass_on(entry, None, [])

        def pass_on(entry: Entry, report: Report[Any] | None, changes: list[CellChange]) -> None:
            for sink in sinks:
                sink.write(entry, report, changes)

        checked = self.engine.check(people(), layout=layout, on=self.on)
        self.outcome.table, self.outcome.matched = checked.table, checked.columns
        for counted in checked.rows:
            while waiting and waiting[0].kind is not LineKind.PERSON:
                pass_on(waiting.popleft(), None, [])
            entry = waiting.popleft()
            self._lines.append(entry.line.number)
            report = self._on_lines(counted)
            changes = [*entry.filled, *self._repairs(entry, report)]
            self._count(entry, report, changes)
            pass_on(entry, report, changes)
            tick(self.outcome.people)
        for entry in waiting:
            pass_on(entry, None, [])
        return self.outcome

    def _on_lines(self, report: Report[Any]) -> Report[Any]:
        """
        Return the report with rows numbered as the file numbers them; the library counts people.
        """
        findings = tuple(
            evolve(item, params={**item.params, "first": self._lines[first - 1]})
            if isinstance(first := item.params.get("first"), int)
            else item
            for item in report.findings
        )
        return evolve(report, findings=findings)

    def _repairs(self, entry: Entry, report: Report[Any]) -> list[CellChange]:
        return repairs(report, entry.line.number, self.source.layout, self.source.is_formula, tidy=self.tidy)

    def _count(self, entry: Entry, report: Report[Any], changes: list[CellChange]) -> None:
        outcome = self.outcome
        outcome.people += 1
        wrong = bool(report.errors)
        doubtful = not wrong and bool(report.warnings)
        outcome.wrong += wrong
        outcome.doubtful += doubtful
        unit = self._unit_of(entry, changes)
        unit.people += 1
        unit.wrong += wrong
        unit.doubtful += doubtful
        changed = {change.column.heading for change in changes}
        outcome.changed_people += bool(changes)
        for change in changes:
            outcome.changes[change.column.label, change.kind.text(self.lang)] += 1
        for key, example in {_problem(item): item for item in reversed(report.findings)}.items():
            outcome.problems.setdefault(key, Problem(example)).people += 1
        for item in report.findings:
            self._count_finding(item, entry.line.number, changed)
        if wrong or doubtful:
            self._show(entry, report, changed)

    def _count_finding(self, item: Finding, row: int, changed: set[str]) -> None:
        outcome = self.outcome
        outcome.findings[item.severity] += 1
        _code, heading = key = _problem(item)
        outcome.columns.setdefault(heading, Counter())[item.severity] += 1
        count = outcome.problems[key]
        count.add(item)
        count.repaired += heading in changed and item.suggestion is not None
        if len(count.rows) < 8 and row not in count.rows:
            count.rows.append(row)

    def _unit_of(self, entry: Entry, changes: list[CellChange]) -> UnitCount:
        """
        Return the count of the person's unit, under its repaired name.
        """
        text = text_of(entry.cells.get(self._unit)) if self._unit else ""
        text = next((text_of(change.after) for change in changes if change.column.heading == self._unit), text)
        key = "".join(unicodedata.normalize("NFKC", text).split())
        units = self.outcome.units
        if key not in units and len(units) >= MAX_UNITS:
            key = "…"
        return units.setdefault(key, UnitCount(one_line(text) if key != "…" else key))

    def _show(self, entry: Entry, report: Report[Any], changed: set[str]) -> None:
        if len(self.outcome.shown) >= self.limit:
            return
        findings = sorted(
            (item for item in report.findings if item.severity is not Severity.INFO),
            key=lambda item: _ORDER[item.severity],
        )
        self.outcome.shown.append(
            ShownPerson(
                entry.line.number,
                self._cell(entry, self._name),
                self._cell(entry, self._unit),
                tuple(self._shown_finding(item, entry, changed) for item in findings),
            )
        )

    def _cell(self, entry: Entry, heading: str | None) -> str:
        if heading is None:
            return ""
        return shown(one_line(text_of(entry.cells.get(heading))), sensitive=is_sensitive(heading), masked=self.masked)

    def _shown_finding(self, item: Finding, entry: Entry, changed: set[str]) -> ShownFinding:
        return show_finding(item, entry, self._columns, changed=changed, lang=self.lang, masked=self.masked)


def _problem(item: Finding) -> tuple[str, str]:
    return item.code, str(item.path[0]) if item.path else ""


def show_finding(
    item: Finding, entry: Entry, columns: dict[str, Column], *, changed: set[str], lang: Lang, masked: bool
) -> ShownFinding:
    """
    Put a finding and its cell into the words of the report.
    """
    heading = str(item.path[0]) if item.path else ""
    column = columns.get(heading)
    sensitive = is_sensitive(heading)
    suggestion = item.suggestion
    isoformat = getattr(suggestion, "isoformat", None)
    offer = "" if suggestion is None else str(isoformat() if callable(isoformat) else suggestion)
    return ShownFinding(
        severity=item.severity,
        column=column.label if column else one_line(heading),
        value=shown(entry.cells.get(heading), sensitive=sensitive, masked=masked),
        message=item.message(lang),
        suggestion=shown(offer, sensitive=sensitive, masked=masked),
        code=item.code,
        repaired=heading in changed and suggestion is not None,
    )


def stray_columns(outcome: Outcome) -> list[str]:
    """
    Return the letters of columns that hold cells but have no heading.
    """
    return [letter(index) for index in sorted(outcome.stray)]
