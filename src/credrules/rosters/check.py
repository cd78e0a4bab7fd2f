"""
Checking rows: one at a time, or a stream of them.

Rows go through the engine every record goes through; only the paths are
turned back into the headings of the table. What shows only across rows is
kept as a few numbers per row, so a million rows stay within bounded memory.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from credrules.engine import Profile, check_record
from credrules.findings import Finding, Path, Report, Rerun, finding
from credrules.identifiers.certificate_number import NO_NUMBER
from credrules.leaves import is_blank
from credrules.masking import type_name
from credrules.rosters.columns import ColumnMatch, match_columns
from credrules.rosters.records import RosterRow
from credrules.rosters.rules import ROSTER
from credrules.rosters.slips import misplaced
from credrules.text import name_key
from credrules.values import FrozenMap, exact_text

PROFILE: Final = Profile("rosters")

# A blank unit below a filled one is what a merged cell leaves behind.
_MERGED: Final = ("unit_name", "approving_organ", "unit_place")


def check_row(
    row: object, *, on: dt.date, columns: ColumnMatch | None = None, profile: Profile = PROFILE
) -> Report[RosterRow]:
    """
    Check one row, a mapping from heading to cell.

    `columns` is what `match_columns` said of the headings; without it the
    row's own keys are matched. Each finding's path begins with the heading as
    the user wrote it. Never raises.

    >>> from datetime import date
    >>> report = check_row({"姓名": "张三", "性 别": "女", "身份证号": "450000199307010014"}, on=date(2026, 1, 1))
    >>> [(found.code, found.path) for found in report.findings]
    [('ROSTER.SEX', ('性 别',))]
    """
    cells = _cells(row)
    rerun = Rerun(_again, FrozenMap(on=on, columns=columns, profile=profile))
    if cells is None:
        return Report(row, None, (finding("ROSTER.NOT_A_ROW", kind=type_name(row)[:40]),), (), rerun)
    match = columns if columns is not None else match_columns(cells)
    if all(is_blank(cells.get(heading)) for heading in match.fields):
        return Report(row, None, (finding("ROSTER.BLANK_ROW"),), (), rerun)
    by_field = {name: cells.get(heading) for heading, name in match.fields.items()}
    report = check_record(by_field, system=ROSTER, on=on, profile=profile)
    found = [item for item in report.findings if str(item.path[0]) in match.headings]
    swaps = misplaced(by_field, found, on=on)
    replaced = {item.path for item in swaps}
    kept = [item for item in found if not (item.path in replaced and item.severity.value == "error")]
    findings = tuple(_headed(item, match) for item in (*kept, *swaps))
    order = {heading: index for index, heading in enumerate(match.fields)}
    ordered = sorted(findings, key=lambda item: order[str(item.path[0])])
    changes = tuple(evolve(item, path=_heading_path(item.path, match)) for item in report.changes)
    return Report(row, report.value, tuple(ordered), changes, rerun)


def _again(row: object, *, on: dt.date, columns: ColumnMatch | None, profile: Profile) -> Report[RosterRow]:
    return check_row(row, on=on, columns=columns, profile=profile)


def _cells(row: object) -> dict[Any, Any] | None:
    if not issubclass(type(row), Mapping):
        return None
    try:
        return {key: value for key, value in row.items() if exact_text(key) is not None}  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001  # a hostile mapping is no row
        return None


def _heading_path(path: Path, match: ColumnMatch) -> Path:
    return (match.headings[str(path[0])], *path[1:])


def _headed(item: Finding, match: ColumnMatch) -> Finding:
    return evolve(item, path=_heading_path(item.path, match))


@frozen
class _Seen:
    """
    What earlier rows left behind: row numbers by hash, spellings of units.
    """

    people: dict[int, int] = field(factory=dict)
    twins: dict[int, int] = field(factory=dict)
    certificates: dict[int, int] = field(factory=dict)
    units: dict[str, str] = field(factory=dict)
    above: dict[str, str] = field(factory=dict)


def check_rows(
    rows: Iterable[object], *, on: dt.date, columns: ColumnMatch | None = None, profile: Profile = PROFILE
) -> Iterator[Report[RosterRow]]:
    """
    Check a stream of rows, one report each, in order.

    Beside what `check_row` finds: the same person or certificate number in an
    earlier row (the placeholder 11111111 is no number), one unit spelled in
    two ways, and blanks that merged cells leave. Row numbers in the findings
    count from one, without the heading. About a hundred bytes are kept per row.
    """
    seen = _Seen()
    match = columns
    for number, row in enumerate(rows, start=1):
        if match is None:
            cells = _cells(row)
            match = match_columns(cells) if cells else None
        report = check_row(row, on=on, columns=match, profile=profile)
        across = tuple(_across(report, row, number, seen, match)) if match is not None else ()
        yield evolve(report, findings=_merged(report.findings, across, match)) if across else report


def _merged(
    findings: tuple[Finding, ...], across: tuple[Finding, ...], match: ColumnMatch | None
) -> tuple[Finding, ...]:
    order = {heading: index for index, heading in enumerate(match.fields)} if match else {}
    return tuple(
        sorted((*findings, *across), key=lambda item: order.get(str(item.path[0]), len(order)) if item.path else -1)
    )


def _across(report: Report[RosterRow], row: object, number: int, seen: _Seen, match: ColumnMatch) -> Iterator[Finding]:
    typed = report.value
    if typed is None:
        return
    yield from _same_person(typed, number, seen, match)
    yield from _same_certificate(typed, number, seen, match)
    yield from _unit_spelling(typed, seen, match)
    yield from _gaps(row, seen, match)


def _same_person(row: RosterRow, number: int, seen: _Seen, match: ColumnMatch) -> Iterator[Finding]:
    if row.citizen_id is not None:
        key = hash(row.citizen_id.upgraded or row.citizen_id.number)
        first = seen.people.setdefault(key, number)
        if first != number:
            yield finding("ROSTER.DUPLICATE_PERSON", path=(match.headings["citizen_id"],), first=first)
            return
    if row.name is not None and row.birth_date is not None and row.unit_name is not None:
        twin = hash((row.name, row.birth_date, name_key(row.unit_name)))
        first = seen.twins.setdefault(twin, number)
        if first != number:
            yield finding("ROSTER.SAME_NAME_AND_BIRTH", path=(match.headings["name"],), first=first)


def _same_certificate(row: RosterRow, number: int, seen: _Seen, match: ColumnMatch) -> Iterator[Finding]:
    text = row.certificate_number
    if text is None or text == NO_NUMBER:
        return
    first = seen.certificates.setdefault(hash(text.upper()), number)
    if first != number:
        yield finding("ROSTER.DUPLICATE_CERTIFICATE", path=(match.headings["certificate_number"],), first=first)


def _unit_spelling(row: RosterRow, seen: _Seen, match: ColumnMatch) -> Iterator[Finding]:
    if row.unit_name is None:
        return
    first = seen.units.setdefault(name_key(row.unit_name), row.unit_name)
    if first != row.unit_name:
        yield finding("ROSTER.UNIT_SPELLING", path=(match.headings["unit_name"],), suggestion=first, first=first)


def _gaps(row: object, seen: _Seen, match: ColumnMatch) -> Iterator[Finding]:
    cells = _cells(row) or {}
    for name in _MERGED:
        heading = match.heading(name)
        if heading is None:
            continue
        cell = cells.get(heading)
        if not is_blank(cell):
            seen.above[name] = (exact_text(cell) or "")[:200]
        elif name in seen.above:
            yield finding("ROSTER.GAP", path=(heading,), above=seen.above[name])
