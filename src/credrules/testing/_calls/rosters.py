"""
Calls of roster rows, alone and in a stream.
"""

from __future__ import annotations

import datetime as dt

from credrules import rosters
from credrules.testing._calls.call import ON, Call, call, direct

__all__ = ["CALLS"]


def _hours(row: object, jurisdiction: str, year: int) -> Call:
    # A row that names its year needs none beside it.
    profile = rosters.PROFILE.switch(hours=jurisdiction, hours_year=year or None)
    return call(rosters.check_row, row, on=ON, profile=profile)


def _eligible(row: object, on: dt.date, target: str = "工程师") -> Call:
    profile = rosters.PROFILE.switch(jurisdiction="CN", scheme="ENGINEERING", target=target or None)
    return call(rosters.check_row, row, on=on, profile=profile)


def _table(headings: list[str], rows: list[list[object]]) -> Call:
    return call(rosters.check_table, headings, rows, on=ON)


def _hold(before: list[str], headings: list[str]) -> Call:
    return call(rosters.match_columns(before).hold, headings)


CALLS = {
    "rosters.row": direct(rosters.check_row, "row", on=ON),
    "rosters.rows": direct(rosters.check_rows, "rows", on=ON),
    "rosters.hours": _hours,
    "rosters.eligible": _eligible,
    "rosters.table": _table,
    "rosters.hold": _hold,
}
