"""
A table as people keep it: title lines, headings, people, blank lines, a footer.

Where the headings stand and what each line is, the library finds out. Lines that are no people are listed in
the report, so nothing disappears silently.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from attrs import field, frozen

from credrules.findings import Finding, Report
from credrules.rosters import LineKind
from credrules.values import Label

HEAD_ROWS: Final = 30
"""How many lines from the top are searched for the headings."""


@frozen
class Line:
    """
    One line of the file: its number as a spreadsheet shows it (from 1), and its cells.
    """

    number: int
    cells: tuple[object, ...]

    def text(self, index: int) -> str:
        """
        Return a cell as text without outer white space; an empty text where there is none.
        """
        return text_of(self.cells[index]) if index < len(self.cells) else ""

    def filled(self) -> list[str]:
        """
        Return the texts of the cells that hold something.
        """
        return [text for text in map(text_of, self.cells) if text]


def text_of(cell: object) -> str:
    """
    Return a cell as text without outer white space.
    """
    return "" if cell is None else str(cell).strip()


def letter(index: int) -> str:
    """
    Return the spreadsheet's letter of a column counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


@frozen
class Merges:
    """
    The merged ranges of a sheet as (first row, first column, last row, last column), all from 1.
    """

    ranges: tuple[tuple[int, int, int, int], ...] = ()
    _down: dict[int, list[tuple[int, int]]] = field(init=False, eq=False, repr=False)

    @_down.default
    def _columns(self) -> dict[int, list[tuple[int, int]]]:
        down: dict[int, list[tuple[int, int]]] = {}
        for top, left, bottom, _right in sorted(self.ranges):
            if bottom > top:
                down.setdefault(left - 1, []).append((top, bottom))
        return down

    @property
    def columns(self) -> list[int]:
        """
        The columns (from 0) in which cells are merged downwards.
        """
        return list(self._down)

    def anchor(self, row: int, index: int) -> int | None:
        """
        Return the first row of the downward range that covers this cell, None where there is none.
        """
        spans = self._down.get(index, [])
        place = bisect.bisect_right(spans, (row, 1 << 30)) - 1
        return spans[place][0] if place >= 0 and spans[place][0] <= row <= spans[place][1] else None


class Sheet(Protocol):
    """
    One table that can be read line by line, as often as needed.
    """

    @property
    def path(self) -> Path:
        """
        The file it stands in.
        """

    @property
    def name(self) -> str:
        """
        The name of the sheet; empty for CSV.
        """

    @property
    def merges(self) -> Merges:
        """
        Its merged cells; none in CSV.
        """

    @property
    def about(self) -> Label:
        """
        How it was read (encoding and delimiter, or the sheet's name), for the report.
        """

    def lines(self) -> Iterator[Line]:
        """
        Read it from the top.
        """

    def progress(self) -> tuple[int, int]:
        """
        Return how much has been read and how much there is, in any unit; (0, 0) when unknown.
        """


@frozen
class Columns:
    """
    What the library made of the headings: field and its label by heading, and the reason for each left over.

    `unread` are the headings that were not understood.
    """

    fields: dict[str, str]
    unmatched: dict[str, Label] = field(factory=dict)
    labels: dict[str, Label] = field(factory=dict)
    unread: tuple[str, ...] = ()


@frozen
class Checked:
    """
    What the library found: on the table, about its columns, and row by row as it is asked for.
    """

    table: tuple[Finding, ...]
    columns: Columns
    rows: Iterator[Report[Any]]


@frozen
class Column:
    """
    A column with a heading: its place (from 0), the heading on one line with its group, and the heading as given.
    """

    index: int
    heading: str
    given: str | tuple[str, ...]

    @property
    def label(self) -> str:
        """
        The heading on one line, with the column's letter.
        """
        return f"{one_line(self.heading)} ({letter(self.index)})"


def one_line(text: str) -> str:
    """
    Return a text without line breaks and doubled blanks.
    """
    return " ".join(text.split())


@frozen
class Layout:
    """
    Where the headings stand and what they mean; `reader` makes what says what the lines below them are.

    `other_above` is the row (from 1) where another table begins above them, 0 if there is none.
    """

    last_heading_row: int
    columns: tuple[Column, ...]
    matched: Columns
    title: str
    reader: Callable[[], Callable[[Sequence[object], int | None], LineKind]]
    other_above: int = 0

    @functools.cached_property
    def by_heading(self) -> dict[str, Column]:
        """
        Heading -> column.
        """
        return {column.heading: column for column in self.columns}

    @property
    def of_people(self) -> bool:
        """
        Whether its lines can be told apart as people.
        """
        return self.heading_for("name", "citizen_id") is not None

    @property
    def score(self) -> tuple[bool, int]:
        """
        Whether it is a table of people, and how many headings were recognised.
        """
        return self.of_people, len(self.matched.fields)

    def heading_for(self, *fields: str) -> str | None:
        """
        Return the heading of the first of these fields that the table has.
        """
        by_field = {name: heading for heading, name in reversed(self.matched.fields.items())}
        return next((by_field[name] for name in fields if name in by_field), None)


Finder: TypeAlias = "Callable[[Sequence[Sequence[object]], Merges], Layout | None]"
"""Finds the headings among the first rows of a sheet."""
