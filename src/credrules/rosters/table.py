"""
A whole table: the findings on it, the findings on its rows, and the counts.

References: docs/adr/0017.

Limitations: rows are looked at once; the reports of a table can be iterated once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from credrules.engine import Profile
from credrules.findings import Finding, Report
from credrules.lists import entries_of, listed
from credrules.rosters.check import check_stream, hold_back
from credrules.rosters.columns import MOST_COLUMNS, ColumnMatch, match_columns, own_match
from credrules.rosters.profile import PROFILE
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.table import table_findings
from credrules.rosters.summary import Counting, Summary
from credrules.values import Severity

__all__ = [
    "TableReport",
    "check_table",
]
__dir__ = __all__.copy


@define(eq=False, repr=False)
class TableReport:
    """
    The report on a table: `columns` and `table` at once, `rows` as they are asked for.

    `table` holds the findings of the table itself, `rows` is the iterator of
    reports, one a row, and `summary` counts them; it reads whatever rows are left.
    """

    columns: ColumnMatch
    table: tuple[Finding, ...]
    _stream: Iterator[Report[RosterRow]] = field()
    _counting: Counting = field(factory=Counting)
    rows: Iterator[Report[RosterRow]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.rows = self._counted()

    def _counted(self) -> Iterator[Report[RosterRow]]:
        for report in self._stream:
            self._counting.add(report)
            yield report

    @property
    def ok(self) -> bool:
        """
        Whether the table itself has no error; the errors of its rows are in their reports.
        """
        return all(item.severity is not Severity.ERROR for item in self.table)

    @property
    def summary(self) -> Summary:
        """
        The counts of all rows, with the findings on the table and the columns that were not checked.
        """
        for _report in self.rows:
            pass
        return evolve(self._counting.summary(), table=self.table, columns=self.columns)

    def __repr__(self) -> str:
        return f"TableReport({self.columns!r}, {len(self.table)} findings on the table)"


def check_table(
    headings: Iterable[object],
    rows: Iterable[object],
    *,
    on: dt.date,
    columns: ColumnMatch | None = None,
    profile: Profile = PROFILE,
) -> TableReport:
    """
    Check a table: its headings and at most 200 rows at once, all rows as they are asked for.

    `headings` are texts or tuples of group and text, `rows` sequences of cells
    in their order or mappings from heading to cell. `columns` is a confirmed
    match, with which the table is compared. Never raises.

    >>> from datetime import date
    >>> report = check_table(["姓名", "身份证号"], [["张三", "450000199307010014"]], on=date(2026, 1, 1))
    >>> report.table, [item.ok for item in report.rows], report.summary.total
    ((), [True], 1)
    """
    held, stream = hold_back(listed(rows))
    heads = entries_of(headings, MOST_COLUMNS)
    kept = own_match(columns)
    match = match_columns(heads, held) if kept is None else kept
    said = () if kept is None else kept.hold(heads, held)
    found = (*table_findings(match, PROFILE.own(profile) or PROFILE), *said)
    return TableReport(match, found, check_stream(stream, on=on, columns=match, profile=profile))
