"""
Rosters: flat tables as people keep them, one person a row, headings in their own words.
"""

from __future__ import annotations

from credrules.rosters.check import PROFILE, check_row, check_rows
from credrules.rosters.columns import ColumnMatch, Unmatched, Unused, match_columns
from credrules.rosters.records.row import RosterRow
from credrules.rosters.summary import Crosstab, Summary, summarize

__all__ = [
    "PROFILE",
    "ColumnMatch",
    "Crosstab",
    "RosterRow",
    "Summary",
    "Unmatched",
    "Unused",
    "check_row",
    "check_rows",
    "match_columns",
    "summarize",
]


def __dir__() -> list[str]:
    return sorted(__all__)
