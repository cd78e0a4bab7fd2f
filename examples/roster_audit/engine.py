"""
The one place that speaks to `credrules.rosters`.

The rest of the program sees plain shapes, so it can be tested without the rules and survives their growth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import evolve, frozen

from credrules import rosters
from credrules.findings import Finding, Report, Rerun
from credrules.rosters import Fate
from credrules.values import FrozenMap, Label
from roster_audit.table import Checked, Column, Columns, Layout, Merges, letter, one_line


class Engine(Protocol):
    """
    What the audit needs from the rules.
    """

    def find(self, rows: Sequence[Sequence[object]], merges: Merges) -> Layout | None:
        """
        Find the headings among the first rows of a sheet; None if there is none that is understood.
        """

    def check(self, rows: Iterable[Mapping[str, object]], *, layout: Layout, on: dt.date) -> Checked:
        """
        Check the rows; what only shows across rows is in the later row's report.
        """


@frozen
class LibraryEngine:
    """
    The rules of `credrules.rosters`; hours are judged by the requirement of `place`, for rows without a year in `year`.
    """

    place: str | None = None
    year: int | None = None

    def find(self, rows: Sequence[Sequence[object]], merges: Merges) -> Layout | None:
        """
        Find the headings among the first rows of a sheet; None if there is none that is understood.
        """
        found = rosters.find_headings(rows, merged=merges.ranges)
        columns = _columns(found.headings)
        match = rosters.match_columns([column.given for column in columns], [])
        if not match.ok:
            return None
        first, *_, last = (*found.heading_rows, found.heading_rows[-1])
        others = (line.row for line in found.lines if line.kind is rosters.LineKind.OTHER_TABLE and line.row < first)
        above = next(others, -1) + 1
        return Layout(last + 1, columns, _told(columns, match), one_line(found.title), found.reader, above)

    def check(self, rows: Iterable[Mapping[str, object]], *, layout: Layout, on: dt.date) -> Checked:
        """
        Check the rows; what only shows across rows is in the later row's report.
        """
        profile = rosters.PROFILE.switch(hours=self.place, hours_year=self.year)
        given = {column.heading: column.given for column in layout.columns}
        headings: dict[Any, str] = {column.given: column.heading for column in layout.columns}
        asked = ({given[heading]: cell for heading, cell in row.items()} for row in rows)
        table = rosters.check_table(list(headings), asked, on=on, profile=profile)
        found = tuple(_renamed(item, headings) for item in table.table)
        return Checked(found, _told(layout.columns, table.columns), _reports(table.rows, headings))


def _columns(headings: Sequence[str | tuple[str, ...]]) -> tuple[Column, ...]:
    """
    Return the columns that have a heading; one used twice gets its column's letter in brackets.
    """
    seen: set[object] = set()
    columns = []
    for index, heading in enumerate(headings):
        if not heading:
            continue
        given = heading
        if heading in seen:
            mark = f"（{letter(index)}）"
            given = heading + mark if isinstance(heading, str) else (*heading[:-1], heading[-1] + mark)
        seen.add(heading)
        columns.append(Column(index, given if isinstance(given, str) else "·".join(given), given))
    return tuple(columns)


def _told(columns: Sequence[Column], match: rosters.ColumnMatch) -> Columns:
    by_given = {column.given: column.heading for column in columns}
    known = {by_given[column.heading]: column for column in match.columns if column.heading in by_given}
    return Columns(
        fields={heading: column.field for heading, column in known.items() if column.field},
        unmatched={heading: _why(column) for heading, column in known.items() if not column.field},
        labels={heading: column.means for heading, column in known.items() if column.field},
        unread=tuple(heading for heading, column in known.items() if column.fate is Fate.NOT_UNDERSTOOD),
    )


def _why(column: rosters.Column) -> Label:
    means, fate = column.means, column.fate.label
    return Label(f"{fate.zh}（{means.zh}）", f"{fate.en} ({means.en})") if means.zh else fate


def _renamed(item: Finding, headings: Mapping[Any, str]) -> Finding:
    if not item.path or item.path[0] not in headings:
        return item
    return evolve(item, path=(headings[item.path[0]], *item.path[1:]))


def _reports(reports: Iterable[Report[Any]], headings: Mapping[Any, str]) -> Iterator[Report[Any]]:
    plain = all(given == heading for given, heading in headings.items())
    yield from reports if plain else (_translated(report, headings) for report in reports)


def _translated(report: Report[Any], headings: Mapping[Any, str]) -> Report[Any]:
    """
    Return a report that speaks of the headings as the file's report prints them.
    """
    raw: Any = report.raw
    return evolve(
        report,
        raw={headings.get(key, key): cell for key, cell in raw.items()},
        findings=tuple(_renamed(item, headings) for item in report.findings),
        changes=tuple(
            evolve(item, path=(headings.get(item.path[0], str(item.path[0])), *item.path[1:]))
            for item in report.changes
        ),
        rerun=Rerun(_again, FrozenMap(first=report.rerun, headings=FrozenMap(headings))),
    )


def _again(row: Mapping[str, object], *, first: Rerun, headings: Mapping[Any, str]) -> Report[Any]:
    given = {heading: key for key, heading in headings.items()}
    return _translated(first({given.get(heading, heading): cell for heading, cell in row.items()}), headings)


def library_engine(place: str | None = None, year: int | None = None) -> Engine:
    """
    Return the engine the program runs with.
    """
    return LibraryEngine(place, year)
