"""
Checking rows: one at a time, or a stream of them.

Rows go through the engine every record goes through; only the paths are
turned back into the headings of the table. What shows only across rows is
kept as a few numbers per row, so a million rows stay within bounded memory.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(7) and 二(15).

Limitations: in a stream the later of two rows bears the finding; which of two
spellings is right is decided by their layout or, if that says nothing, by order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve

from credrules.dates import Precision
from credrules.engine import Profile
from credrules.findings import Change, Finding, Path, Report, Rerun, finding
from credrules.identifiers.certificate_number import NO_NUMBER
from credrules.leaves import is_blank
from credrules.lists import is_mapping
from credrules.masking import own_text, shown_text, type_name
from credrules.rosters.across import MOST_UNITS, Seen, neat
from credrules.rosters.columns import ColumnMatch, match_columns
from credrules.rosters.ditto import COPIED, dittos, with_above
from credrules.rosters.heading_years import judged_by_heading
from credrules.rosters.profile import PROFILE
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.person import partial_day
from credrules.rosters.system import SYSTEM
from credrules.rosters.veiled import veiled
from credrules.text import name_key, read_text
from credrules.values import FrozenMap, Label, exact_text

__all__ = ["check_row", "check_rows"]


def __dir__() -> list[str]:
    return sorted(__all__)


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
    return veiled(_check_cells(row, _cells(row), on=on, columns=columns, profile=profile))


def _check_cells(
    row: object, cells: dict[Any, Any] | None, *, on: dt.date, columns: ColumnMatch | None, profile: Profile
) -> Report[RosterRow]:
    rerun = Rerun(_again, FrozenMap(on=on, columns=columns, profile=profile))
    if cells is None:
        return Report(row, None, (finding("ROSTER.NOT_A_ROW", kind=type_name(row)[:40]),), (), rerun)
    match = columns if columns is not None else match_columns(cells)
    if all(is_blank(cells.get(heading)) for heading in match.fields):
        return Report(row, None, (finding("ROSTER.BLANK_ROW"),), (), rerun)
    by_field = {name: cells.get(heading) for heading, name in match.fields.items()}
    report = SYSTEM.check(by_field, on=on, profile=profile)
    # Required fields without a column are `ColumnMatch.missing`, not a fault of every row.
    timely = judged_by_heading(report.findings, match.headings, report.value, profile, on)
    found = (item for item in timely if not item.path or item.path[0] in match.headings)
    ordered = sorted(found, key=lambda item: match.places[item.path[0]] if item.path else -1)
    findings = tuple(_headed(item, match) for item in ordered)
    changes = tuple(
        Change(item.kind, item.before, item.after, _heading_path(item.path, match)) for item in report.changes
    )
    return Report(row, report.value, findings, changes, rerun)


def _again(row: object, *, on: dt.date, columns: ColumnMatch | None, profile: Profile) -> Report[RosterRow]:
    return check_row(row, on=on, columns=columns, profile=profile)


def _cells(row: object) -> dict[Any, Any] | None:
    if not is_mapping(row):
        return None
    try:
        return {own_text(key): value for key, value in row.items() if exact_text(key) is not None}
    except Exception:  # noqa: BLE001  # a hostile mapping is no row
        return None


def _heading_path(path: Path, match: ColumnMatch) -> Path:
    return (match.headings[str(path[0])], *path[1:]) if path else path


def _headed(item: Finding, match: ColumnMatch) -> Finding:
    # The table's own words: whoever reads "签发时间" looks in vain for it in a table that says 取得时间.
    params = {
        key: match.words.get(value, value) if type(value) is Label else value for key, value in item.params.items()
    }
    return Finding(item.code, item.severity, _heading_path(item.path, match), FrozenMap(params), item.suggestion)


def check_rows(
    rows: Iterable[object], *, on: dt.date, columns: ColumnMatch | None = None, profile: Profile = PROFILE
) -> Iterator[Report[RosterRow]]:
    """
    Check a stream of rows, one report each, in order.

    Beside what `check_row` finds: the same person or certificate number in an
    earlier row (the placeholder 11111111 is no number), one unit spelled in
    two ways, and blanks that merged cells leave. Row numbers in the findings
    count from one, without the heading. What is kept of a row is told in
    `credrules.rosters.across`: digests, no text but the names of units.

    >>> from datetime import date
    >>> row = {"姓名": "张三", "身份证号": "450000199307010014"}
    >>> [len(report.findings) for report in check_rows([row, row], on=date(2026, 1, 1))]
    [0, 1]
    """
    seen = Seen()
    match = columns
    try:
        stream = iter(rows)
    except Exception:  # noqa: BLE001  # what cannot be iterated, or refuses to be, is no table
        yield check_row(rows, on=on, columns=columns, profile=profile)
        return
    for number, row in enumerate(stream, start=1):
        cells = _cells(row)
        if match is None and cells:
            match = match_columns(cells)
        report = _unsaid(_check_cells(row, cells, on=on, columns=match, profile=profile), seen)
        if match is None or report.value is None:
            yield veiled(report)
            continue
        kept = tuple(_copied(report.findings, cells or {}, seen, match))
        across = tuple(_across(report.value, cells or {}, number, seen, match))
        changed = across or kept != report.findings
        yield veiled(evolve(report, findings=_merged(kept, across, match)) if changed else report)


def _copied(
    findings: Iterable[Finding], cells: Mapping[str, object], seen: Seen, match: ColumnMatch
) -> Iterator[Finding]:
    """
    Yield the findings, those on ditto marks with the filled cell above, and keep what this row fills.
    """
    for item in findings:
        yield with_above(item, match.fields.get(str(item.path[0]), ""), seen.filled) if item.path else item
    marked = dittos(cells)
    for heading, name in match.fields.items():
        cell = cells.get(heading)
        if name in COPIED and heading not in marked and not is_blank(cell):
            seen.filled[name] = cell


def _unsaid(report: Report[RosterRow], seen: Seen) -> Report[RosterRow]:
    """
    Return the report without what was said in an earlier row and is true of the whole table.
    """
    said = {item.params["reason"] for item in report.findings if item.code == _OF_THE_TABLE}
    if said <= seen.reasons:
        kept = tuple(item for item in report.findings if item.code != _OF_THE_TABLE)
        return evolve(report, findings=kept) if said else report
    seen.reasons |= said
    return report


_OF_THE_TABLE: Final = "ROSTER.HOURS_NOT_JUDGED"


def _merged(findings: tuple[Finding, ...], across: tuple[Finding, ...], match: ColumnMatch) -> tuple[Finding, ...]:
    gaps = {item.path for item in across if item.code == "ROSTER.GAP"}
    # The blank below a merged cell is one fault, not two.
    kept = [item for item in findings if not (item.code == "ROSTER.EMPTY" and item.path in gaps)]
    return tuple(sorted((*kept, *across), key=lambda item: match.places[match.fields[str(item.path[0])]]))


def _across(
    row: RosterRow, cells: Mapping[str, object], number: int, seen: Seen, match: ColumnMatch
) -> Iterator[Finding]:
    yield from _same_person(row, number, seen, match)
    yield from _same_certificate(row, number, seen, match)
    yield from _gaps(row, cells, seen, match)
    yield from _unit_spelling(row, seen, match)


def _same_person(row: RosterRow, number: int, seen: Seen, match: ColumnMatch) -> Iterator[Finding]:
    earlier = tuple(_earlier_twins(row, number, seen))
    if row.citizen_id is not None:
        first = seen.index.first(f"id {row.citizen_id.upgraded or row.citizen_id.number}", number)
        if first != number:
            yield finding("ROSTER.DUPLICATE_PERSON", path=(match.headings["citizen_id"],), first=first)
            return
    if earlier:
        yield finding("ROSTER.SAME_NAME_AND_BIRTH", path=(match.headings["name"],), first=min(earlier))


def _earlier_twins(row: RosterRow, number: int, seen: Seen) -> Iterator[int]:
    """
    Yield earlier rows with the same name and day of birth or, without two sound numbers, month of birth and unit.
    """
    day = row.citizen_id.birth_date if row.citizen_id is not None else None
    sure = day is not None
    born = row.birth_date if day is None else partial_day(day)
    if row.name is None or born is None or born.precision is Precision.YEAR:
        return
    name = name_key(row.name)
    found: list[int | None] = []
    if born.precision is Precision.DAY:
        found.append(seen.index.first(f"day {name} {born.isoformat()}", number))
    month = f"{name} {born.isoformat()[:7]} {name_key(row.unit_name)}"
    of_month = seen.index.first(f"month {month}", number)
    found.append(seen.index.get(f"unsure {month}") if sure else of_month)
    if not sure:
        seen.index.first(f"unsure {month}", number)
    yield from (first for first in found if first is not None and first != number)


def _same_certificate(row: RosterRow, number: int, seen: Seen, match: ColumnMatch) -> Iterator[Finding]:
    text = row.certificate_number
    if text is None or text == NO_NUMBER:
        return
    first = seen.index.first(f"certificate {text.upper()}", number)
    if first != number:
        yield finding("ROSTER.DUPLICATE_CERTIFICATE", path=(match.headings["certificate_number"],), first=first)


def _unit_spelling(row: RosterRow, seen: Seen, match: ColumnMatch) -> Iterator[Finding]:
    name = row.unit_name
    if name is None:
        return
    key = name_key(name)
    first = seen.units.get(key)
    if first is None:
        if len(seen.units) < MOST_UNITS:
            seen.units[key] = name
    elif first != name and neat(name) == name:
        # The earlier row was the odd one; later rows are held against this spelling.
        seen.units[key] = name
        yield finding("ROSTER.UNIT_SPELLED_BEFORE", path=(match.headings["unit_name"],), first=first)
    elif first != name:
        yield finding("ROSTER.UNIT_SPELLING", path=(match.headings["unit_name"],), suggestion=first, first=first)


def _gaps(row: RosterRow, cells: Mapping[str, object], seen: Seen, match: ColumnMatch) -> Iterator[Finding]:
    """
    Yield blanks below a filled cell, of a column whose cell every row of that unit or with a title has.
    """
    unit = name_key(row.unit_name)
    same_unit = unit in {"", seen.unit}
    marked = dittos(cells)
    for name, applies in (
        ("unit_name", True),
        ("unit_code", same_unit),
        ("unit_place", same_unit),
        ("approving_organ", row.title_name is not None),
    ):
        heading = match.heading(name)
        if heading is None:
            continue
        cell = cells.get(heading)
        if heading in marked:
            continue
        if not is_blank(cell):
            seen.above[name] = shown_text((read_text(cell).text or "")[:200])
        elif applies and name in seen.above:
            yield finding("ROSTER.GAP", path=(heading,), above=seen.above[name])
    seen.unit = unit or seen.unit
