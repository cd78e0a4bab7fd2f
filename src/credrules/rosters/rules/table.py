"""
Findings on a table as a whole: columns that are absent, not understood, or unlike their heading.

References: docs/adr/0017.

Limitations: a table is judged by its headings and a sample; if the kind of value
changes further down, the rows report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules.findings import Finding, finding
from credrules.rosters.column import Column, at, specs, value_label
from credrules.rosters.columns import ColumnMatch, nearest_fields
from credrules.rosters.headings.reading import Fate
from credrules.rosters.profile import RosterProfile
from credrules.rosters.veiled import veiled_heading
from credrules.values import Label

__all__ = [
    "not_recognised",
    "table_findings",
]
__dir__ = __all__.copy

_PERSON: Final = ("name", "citizen_id")
_MOST_SHOWN: Final = 8


def table_findings(match: ColumnMatch, profile: RosterProfile) -> tuple[Finding, ...]:
    """
    Return the findings reported once per table: errors first, then column by column.

    >>> from credrules.rosters import PROFILE, match_columns
    >>> [item.code for item in table_findings(match_columns(["名称", "编号"]), PROFILE)]
    ['ROSTER.NOT_RECOGNISED']
    """
    return (
        *_absent(match, profile),
        *_side_by_side(match),
        *(item for column in match.columns for item in _of_column(column)),
    )


def not_recognised(match: ColumnMatch) -> Finding:
    """
    Return the error of a table, or of a single row, that has no column to identify a person by.
    """
    shown = [column.text for column in match.columns if column.text][:_MOST_SHOWN]
    nearest = dict.fromkeys(name for text in shown for name in nearest_fields(text))
    labels = [specs()[name].label for name in nearest][:_MOST_SHOWN]
    return finding(
        "ROSTER.NOT_RECOGNISED",
        headings="、".join(shown) or "—",
        nearest=Label("、".join(item.zh for item in labels) or "无", ", ".join(item.en for item in labels) or "none"),
    )


def _absent(match: ColumnMatch, profile: RosterProfile) -> Iterator[Finding]:
    if not any(name in match.by_field for name in _PERSON):
        yield not_recognised(match)
        return
    asked = [
        name for name, spec in specs().items() if spec.id in profile.requiredness and profile.requirement(spec).required
    ]
    for name in dict.fromkeys((*match.missing, *asked)):
        if name not in match.by_field:
            yield finding("ROSTER.COLUMN_ABSENT", field=specs()[name].label)


def _side_by_side(match: ColumnMatch) -> Iterator[Finding]:
    """
    Yield the error of a printed list with several people in one line: the same columns once more beside the first ones.
    """
    fields = [column.field or column.about for column in match.columns if column.text]
    for people in range(2, fields.count("name") + 1):
        if fields == fields[: len(fields) // people] * people:
            yield finding("ROSTER.SIDE_BY_SIDE", people=people)
            return


def _of_column(column: Column) -> Iterator[Finding]:
    if column.values_say:
        yield finding(
            "ROSTER.COLUMN_DISAGREES",
            path=at(veiled_heading(column.heading)),
            field=specs()[column.candidates[0]].label,
            values=value_label(column.values_say),
        )
    elif column.fate is Fate.NOT_UNDERSTOOD or (column.fate is Fate.EMPTY and column.filled):
        yield finding("ROSTER.COLUMN_UNKNOWN", path=at(veiled_heading(column.heading)))
    elif column.by_values:
        yield finding(
            "ROSTER.COLUMN_BY_VALUES", path=at(veiled_heading(column.heading)), field=specs()[column.field].label
        )
