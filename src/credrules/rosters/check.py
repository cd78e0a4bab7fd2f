"""
Checking rows: one at a time, or a stream of them.

Rows go through the same engine as every record; only the paths are turned
back into the headings of the table. What is compared across rows is kept as
a few numbers per row, so a million rows stay within bounded memory.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(7) and 二(15).

Limitations: in a stream the finding is reported on the later of two rows; which of two
spellings is right is decided by their layout or, if that does not decide, by order.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final, cast

from attrs import evolve, frozen

from credrules.dates import Comparison, PartialDate, Precision, compare
from credrules.engine import Profile, read_record
from credrules.findings import Change, Finding, Path, Report, Rerun, finding
from credrules.identifiers.certificate_number import NO_NUMBER
from credrules.leaves import is_blank
from credrules.lists import is_mapping
from credrules.masking import own_text, shown_text, type_name
from credrules.rosters.across import MOST_UNITS, Seen, neat
from credrules.rosters.column import Column, Heading, at, shown_heading, specs
from credrules.rosters.columns import ColumnMatch, cell_of, match_columns, own_match
from credrules.rosters.headings.evidence import SAMPLE
from credrules.rosters.plan import Planned, plan_row
from credrules.rosters.profile import PROFILE
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.person import partial_day
from credrules.rosters.rules.table import not_recognised, table_findings
from credrules.rosters.stages.ditto import COPIED, with_above
from credrules.rosters.stages.nothing import means_none
from credrules.rosters.system import SYSTEM
from credrules.rosters.veiled import veiled
from credrules.text import name_key, read_text
from credrules.values import FrozenMap, Label, Lang, Severity, exact_day, exact_text
from credrules.wording import place_text

__all__ = ["ListedRow", "check_row", "check_rows", "check_stream", "hold_back"]
__dir__ = __all__.copy


def check_row(
    row: object, *, on: dt.date, columns: ColumnMatch | None = None, profile: Profile = PROFILE
) -> Report[RosterRow]:
    """
    Check one row, a mapping from heading to cell.

    `columns` is the result of `match_columns`; without it the row's own keys
    are matched, with it a row may also be a sequence of cells. Each finding's
    path begins with the heading as the user wrote it. A row in which no column
    is understood is an error. Never raises.

    >>> from datetime import date
    >>> report = check_row({"姓名": "张三", "性 别": "女", "身份证号": "450000199307010014"}, on=date(2026, 1, 1))
    >>> [(found.code, found.path) for found in report.findings]
    [('ROSTER.SEX', ('性 别',))]
    """
    return veiled(_check_cells(row, on=on, columns=columns, profile=profile, alone=True)[0])


def _check_cells(
    row: object, *, on: dt.date, columns: ColumnMatch | None, profile: Profile, alone: bool
) -> tuple[Report[RosterRow], Planned | None]:
    columns = own_match(columns)
    cells = _cells(row, with_places=columns is not None)
    options: FrozenMap[str, Any] = FrozenMap(on=on, columns=columns, profile=profile, alone=alone)
    if columns is not None and type(cells) is list:
        rerun = Rerun(_again_listed, FrozenMap({**options, "given": tuple(cells)}), form=ListedRow(columns))
    else:
        rerun = Rerun(_again, options)
    if cells is None:
        return Report(row, None, (finding("ROSTER.NOT_A_ROW", kind=type_name(row)[:40]),), (), rerun), None
    if all(map(is_blank, cells.values() if isinstance(cells, dict) else cells)):
        return Report(row, None, (finding("ROSTER.BLANK_ROW"),), (), rerun), None
    match = columns if columns is not None else match_columns(cells)
    if not match.ok:
        said = not_recognised(match) if alone else finding("ROSTER.NOT_READ")
        return Report(row, None, (said,), (), rerun), None
    planned = plan_row(cells, match, PROFILE.own(profile) or PROFILE)
    beyond = _beyond(cells, match)
    by_field = dict(planned.written)
    if planned.year is not None:
        by_field.setdefault("hours_year", planned.year)
    # Required fields without a column are reported once for the table, not in every row.
    report = SYSTEM.check_present(by_field, frozenset(by_field), on=on, profile=profile)
    if report.value is None:
        return Report(row, None, report.findings, (), rerun), None
    places = planned.columns
    # A year of the hours that the heading names has no column of its own.
    found = (item for item in report.findings if not item.path or item.path[0] in places)
    ordered = sorted(found, key=lambda item: places[str(item.path[0])].place if item.path else -1)
    findings = [_headed(item, planned, match) for item in ordered]
    if beyond:
        findings.insert(0, finding("ROSTER.CELLS_BEYOND", count=beyond))
    changes = [
        Change(item.kind, item.before, item.after, _heading_path(item.path, planned))
        for item in report.changes
        if item.path[0] in places
    ]
    if planned.others or planned.noted:
        more, changed = _of_others(planned, report.value)
        findings = _in_place((*findings, *planned.noted, *more), match)
        changes += changed
    if all(map(is_blank, planned.written.values())) and not any(it.severity is Severity.ERROR for it in findings):
        # Nothing of the person was read: such a row is never in order.
        return Report(row, None, (finding("ROSTER.NOT_READ"), *findings), tuple(changes), rerun), None
    return Report(row, report.value, tuple(findings), tuple(changes), rerun), planned


def _beyond(cells: dict[Any, Any] | list[object], match: ColumnMatch) -> int:
    """
    Return how many filled cells of a row have no heading.
    """
    if type(cells) is dict:
        known = match.places
        left: Iterable[object] = (cell for heading, cell in cells.items() if heading not in known)
    else:
        left = cells[len(match.columns) :]
    return sum(not is_blank(cell) for cell in left)


def _of_others(planned: Planned, typed: RosterRow) -> tuple[list[Finding], list[Change]]:
    """
    Return the findings on the further columns of a field, under their own headings.
    """
    findings: list[Finding] = []
    changes: list[Change] = []
    for name, column, cell in planned.others:
        if name in means_none({name: cell}):
            continue
        report = read_record({name: cell}, RosterRow)
        findings += [evolve(item, path=at(column.heading, *item.path[1:])) for item in report.findings]
        changes += [evolve(item, path=at(column.heading, *item.path[1:])) for item in report.changes]
        value = getattr(report.value, name)
        code = _ONE_A_PERSON.get(name)
        if code is not None and _differ(value, getattr(typed, name)):
            first = shown_heading(planned.columns[name].heading)
            findings.append(finding(code, path=at(column.heading), field=specs()[name].label, other=first))
    return findings, changes


# Nobody has two of these, so two columns that differ are told.
_ONE_A_PERSON: Final[Mapping[str, str]] = {
    "citizen_id": "ROSTER.COLUMNS_DIFFER",
    "name": "ROSTER.VALUES_DIFFER",
    "sex": "ROSTER.VALUES_DIFFER",
    "birth_date": "ROSTER.VALUES_DIFFER",
}


def _differ(one: object, other: object) -> bool:
    """
    Tell whether two values that were read surely differ: a month and a day of it do not.
    """
    if one is None or other is None or one == other:
        return False
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return compare(one, other) is not Comparison.UNSURE
    return True


def _in_place(findings: Iterable[Finding], match: ColumnMatch) -> list[Finding]:
    places: Mapping[Any, int] = match.places
    return sorted(findings, key=lambda item: places.get(item.path[0], len(places)) if item.path else -1)


def _again(
    row: object, *, on: dt.date, columns: ColumnMatch | None, profile: Profile, alone: bool
) -> Report[RosterRow]:
    return veiled(_check_cells(row, on=on, columns=columns, profile=profile, alone=alone)[0])


@frozen
class ListedRow:
    """
    A row given as a list, as paths speak of it: by heading. Of two columns with one heading none can be meant.
    """

    columns: ColumnMatch

    def __call__(self, data: object) -> object:
        """
        Return the cells by heading.
        """
        return {heading: cell_of(data, column) for heading, column in _single(self.columns).items()}

    def place(self, path: Path, lang: Lang) -> str:
        """
        Return the heading in words.
        """
        return place_text(path, lang)


def _single(match: ColumnMatch) -> dict[Heading, Column]:
    often = Counter(column.heading for column in match.columns)
    return {column.heading: column for column in match.columns if often[column.heading] == 1}


def _again_listed(
    row: Mapping[Heading, object],
    *,
    on: dt.date,
    columns: ColumnMatch,
    profile: Profile,
    alone: bool,
    given: tuple[object, ...],
) -> Report[RosterRow]:
    cells = list(given)
    for heading, column in _single(columns).items():
        if column.place < len(cells):
            cells[column.place] = row[heading]
    return _again(cells, on=on, columns=columns, profile=profile, alone=alone)


def _cells(row: object, *, with_places: bool) -> dict[Any, Any] | list[object] | None:
    """
    Return a row's cells by heading, or in their order where the headings are known; None if it is not a row.
    """
    try:
        if is_mapping(row):
            cells = {own: cell for key, cell in row.items() if (own := _own_heading(key)) is not None}
            # The csv module keeps what has no heading under None.
            spare = row.get(None) if with_places else None
            blank = spare is None or (type(spare) is list and all(map(is_blank, spare)))
            return cells if blank else {"": spare, **cells}
        if with_places and issubclass(type(row), (list, tuple)):
            return list(cast("Iterable[object]", row))
    except Exception:  # noqa: BLE001  # a hostile row is not a row
        return None
    return None


def _own_heading(key: object) -> Heading | None:
    if type(key) is tuple:
        return tuple(own_text(part) if exact_text(part) is not None else type_name(part) for part in key)
    return own_text(key) if exact_text(key) is not None else None


def _heading_path(path: Path, planned: Planned) -> Path:
    return at(planned.columns[str(path[0])].heading, *path[1:]) if path else path


def _headed(item: Finding, planned: Planned, match: ColumnMatch) -> Finding:
    # The table's own words: a reader would not find "签发时间" in a table whose heading is 取得时间.
    params = {
        key: match.words.get(value, value) if type(value) is Label else value for key, value in item.params.items()
    }
    return Finding(item.code, item.severity, _heading_path(item.path, planned), FrozenMap(params), item.suggestion)


def check_rows(
    rows: Iterable[object], *, on: dt.date, columns: ColumnMatch | None = None, profile: Profile = PROFILE
) -> Iterator[Report[RosterRow]]:
    """
    Check a stream of rows, one report each, in order.

    Besides what `check_row` finds: the same person or certificate number in an
    earlier row (the placeholder 11111111 is ignored), one unit spelled in two
    ways, and blanks that merged cells leave. Row numbers in the findings
    count from one, without the heading. What is kept of a row is described in
    `credrules.rosters.across`: digests, no text but the names of units.

    Findings on the table itself come with the first report. Without
    `columns` the headings are those of the first row, and at most 200 rows are
    held back to look at their values.

    >>> from datetime import date
    >>> row = {"姓名": "张三", "身份证号": "450000199307010014"}
    >>> [len(report.findings) for report in check_rows([row, row], on=date(2026, 1, 1))]
    [0, 1]
    """
    try:
        stream = iter(rows)
    except Exception:  # noqa: BLE001  # what cannot be iterated is not a table
        yield check_row(rows, on=on, columns=columns, profile=profile)
        return
    match = own_match(columns)
    if match is None:
        held, stream = hold_back(stream)
        keys = next((keys for keys in (_cells(row, with_places=False) for row in held) if keys), None)
        match = match_columns(keys, held) if keys is not None else None
    judged = match is not None and exact_day(on) is not None
    said = table_findings(match, PROFILE.own(profile) or PROFILE) if judged and match is not None else ()
    for report in check_stream(stream, on=on, columns=match, profile=profile):
        yield evolve(report, findings=(*said, *report.findings)) if said else report
        said = ()


def hold_back(stream: Iterator[Any]) -> tuple[list[Any], Iterator[Any]]:
    """
    Return the first 200 rows, and the whole stream again; an error of the reader comes after the rows before it.

    Of rows with very long cells fewer are held, so that a sample never fills the memory.
    """
    held: list[Any] = []
    size = 0
    try:
        for row in islice(stream, SAMPLE):
            held.append(row)
            size += _size_of(row)
            if size > _MOST_HELD:
                break
    except Exception as error:  # noqa: BLE001  # it is the host's own error, raised again at its place
        return held, _then_raise(held, error)
    return held, chain(held, stream)


_MOST_HELD: Final = 4_000_000


def _size_of(row: object) -> int:
    # Characters of the cells that are texts. Subclasses may do anything when they are iterated.
    cells = row.values() if type(row) is dict else row if type(row) is list or type(row) is tuple else ()
    return sum(len(cell) for cell in cast("Iterable[object]", cells) if type(cell) is str)


def _then_raise(held: list[Any], error: Exception) -> Iterator[Any]:
    yield from held
    raise error


def check_stream(
    rows: Iterable[object], *, on: dt.date, columns: ColumnMatch | None, profile: Profile
) -> Iterator[Report[RosterRow]]:
    """
    Check a stream of rows of a known table, without the findings on the table itself.
    """
    seen = Seen()
    for number, row in enumerate(rows, start=1):
        report, planned = _check_cells(row, on=on, columns=columns, profile=profile, alone=columns is None)
        report = _unsaid(report, seen)
        if columns is None or planned is None or report.value is None:
            yield veiled(report)
            continue
        marked = _ditto_fields(report.findings, planned)
        kept = tuple(with_above(item, marked.get(item.path, ""), seen.filled) for item in report.findings)
        _keep_filled(planned, marked.values(), seen)
        across = tuple(_across(report.value, planned, number, seen, marked.values()))
        changed = across or kept != report.findings
        yield veiled(evolve(report, findings=_merged(kept, across, columns)) if changed else report)


def _ditto_fields(findings: Iterable[Finding], planned: Planned) -> dict[Path, str]:
    """
    Return path -> field of the cells that say "as above".
    """
    paths = {item.path for item in findings if item.code == "ROSTER.DITTO"}
    if not paths:
        return {}
    return {at(heading): name for name, heading in planned.headings.items() if at(heading) in paths}


def _keep_filled(planned: Planned, marked: Collection[str], seen: Seen) -> None:
    """
    Keep the filled cells to which a ditto mark in a later row may refer.
    """
    for name, cell in planned.written.items():
        if name in COPIED and name not in marked and not is_blank(cell):
            seen.filled[name] = cell


def _unsaid(report: Report[RosterRow], seen: Seen) -> Report[RosterRow]:
    """
    Return the report without findings that concern the whole table and were reported in an earlier row.
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
    return tuple(_in_place((*kept, *across), match))


def _across(row: RosterRow, planned: Planned, number: int, seen: Seen, marked: Collection[str]) -> Iterator[Finding]:
    headings = planned.headings
    yield from _same_person(row, number, seen, headings)
    yield from _same_certificate(row, number, seen, headings)
    yield from _gaps(row, planned, seen, marked)
    yield from _unit_spelling(row, seen, headings)


def _same_person(row: RosterRow, number: int, seen: Seen, headings: Mapping[str, Any]) -> Iterator[Finding]:
    earlier = tuple(_earlier_twins(row, number, seen))
    if row.citizen_id is not None:
        key = f"id {row.citizen_id.upgraded or row.citizen_id.number}"
        first, named = seen.index.first(key, number), seen.index.first(f"{key} {name_key(row.name)}", number)
        another = _has_another_entry(row, key, number, seen)
        if first != number and not (another and named == first):
            yield finding("ROSTER.DUPLICATE_PERSON", path=(headings["citizen_id"],), first=first)
        elif first != number and row.hours_year is None:
            yield finding("ROSTER.PERSON_AGAIN", path=(headings["citizen_id"],), first=first)
        if first != number:
            return
    if earlier:
        yield finding("ROSTER.SAME_NAME_AND_BIRTH", path=(headings["name"],), first=min(earlier))


def _has_another_entry(row: RosterRow, key: str, number: int, seen: Seen) -> bool:
    """
    Whether the row adds a year of study, or else a certificate, that no earlier row of the person has.
    """
    year, numbers = row.hours_year, (row.certificate_number, row.qualification_number)
    parts = (row.title_name, row.qualification, row.skill_grade, *numbers) if year is None else (str(year),)
    entry = "|".join(part or "" for part in parts)
    return bool(entry.strip("|")) and seen.index.first(f"{key} with {entry}", number) == number


def _earlier_twins(row: RosterRow, number: int, seen: Seen) -> Iterator[int]:
    """
    Yield earlier rows with the same name and day of birth or, unless both have valid numbers, month of birth and unit.
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


def _same_certificate(row: RosterRow, number: int, seen: Seen, headings: Mapping[str, Any]) -> Iterator[Finding]:
    text = row.certificate_number
    if text is None or text == NO_NUMBER:
        return
    first = seen.index.first(f"certificate {text.upper()}", number)
    if first != number:
        yield finding("ROSTER.DUPLICATE_CERTIFICATE", path=(headings["certificate_number"],), first=first)


def _unit_spelling(row: RosterRow, seen: Seen, headings: Mapping[str, Any]) -> Iterator[Finding]:
    name = row.unit_name
    if name is None:
        return
    key = name_key(name)
    first = seen.units.get(key)
    if first is None:
        if len(seen.units) < MOST_UNITS:
            seen.units[key] = name
    elif first != name and neat(name) == name:
        # The earlier row was the odd one; later rows are compared with this spelling.
        seen.units[key] = name
        yield finding("ROSTER.UNIT_SPELLED_BEFORE", path=(headings["unit_name"],), first=first)
    elif first != name:
        yield finding("ROSTER.UNIT_SPELLING", path=(headings["unit_name"],), suggestion=first, first=first)


def _gaps(row: RosterRow, planned: Planned, seen: Seen, marked: Collection[str]) -> Iterator[Finding]:
    """
    Yield blanks below a filled cell, in columns that every row of the same unit, or with a title, should fill.
    """
    unit = name_key(row.unit_name)
    same_unit = unit in {"", seen.unit}
    for name, applies in (
        ("unit_name", True),
        ("unit_code", same_unit),
        ("unit_place", same_unit),
        ("approving_organ", row.title_name is not None),
    ):
        heading: Any = planned.headings.get(name)
        if heading is None:
            continue
        cell = planned.written[name]
        if name in marked:
            continue
        if not is_blank(cell):
            seen.above[name] = shown_text((read_text(cell).text or "")[:200])
        elif applies and name in seen.above:
            yield finding("ROSTER.GAP", path=(heading,), above=seen.above[name])
    seen.unit = unit or seen.unit
