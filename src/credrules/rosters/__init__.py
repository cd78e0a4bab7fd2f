"""
Rosters: flat tables as people keep them, one person a row, headings in their own words.
"""

from __future__ import annotations

from credrules.rosters.check import check_row, check_rows
from credrules.rosters.column import Column
from credrules.rosters.columns import ColumnMatch, match_columns
from credrules.rosters.headings.parts import Owner, When
from credrules.rosters.headings.reading import Fate
from credrules.rosters.layout import Layout, Line, LineKind, find_headings
from credrules.rosters.profile import PROFILE
from credrules.rosters.records.row import RosterRow
from credrules.rosters.summary import Crosstab, Summary, summarize
from credrules.rosters.table import TableReport, check_table

__all__ = [
    "PROFILE",
    "Column",
    "ColumnMatch",
    "Crosstab",
    "Fate",
    "Layout",
    "Line",
    "LineKind",
    "Owner",
    "RosterRow",
    "Summary",
    "TableReport",
    "When",
    "check_row",
    "check_rows",
    "check_table",
    "find_headings",
    "match_columns",
    "summarize",
]
__dir__ = __all__.copy
