"""
A table as people keep it: title lines, headings, people, blank lines, a footer.

Finds the heading row (one line, or two where groups stand above), keeps every heading as it was written,
and says of each line below whether it is a person. Lines that are not are listed in the report, so nothing
disappears silently.
"""

from __future__ import annotations

import bisect
import enum
import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from attrs import field, frozen

from credrules.values import Label

HEAD_ROWS: Final = 30
"""How many lines from the top are searched for the headings."""

_FOOTER: Final = re.compile(
    r"\s*[（(]?(?:填表|制表|填报|审核|复核|经办|负责|单位负责|人事部门|单位盖章|盖章|签字|签名|联系|说明|备注|注|合计|总计|小计|共计|共\s*\d+\s*人)"
)


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

    def group(self, row: int, index: int) -> int:
        """
        Return the column (from 0) whose text spans this cell sideways: a group heading.
        """
        for top, left, bottom, right in self.ranges:
            if top <= row <= bottom and left <= index + 1 <= right:
                return left - 1
        return index


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
    """

    fields: dict[str, str]
    unmatched: dict[str, Label] = field(factory=dict)
    labels: dict[str, Label] = field(factory=dict)


Matcher: TypeAlias = Callable[[Sequence[str]], Columns]


@frozen
class Column:
    """
    A column with a heading: place (from 0) and the heading exactly as written, made unique by its letter.
    """

    index: int
    heading: str

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
    Where the headings stand and what they mean.
    """

    last_heading_row: int
    columns: tuple[Column, ...]
    matched: Columns
    title: str

    @functools.cached_property
    def by_heading(self) -> dict[str, Column]:
        """
        Heading -> column.
        """
        return {column.heading: column for column in self.columns}

    @property
    def score(self) -> int:
        """
        How many headings were recognised.
        """
        return len(self.matched.fields)

    def heading_for(self, *fields: str) -> str | None:
        """
        Return the heading of the first of these fields that the table has.
        """
        by_field = {name: heading for heading, name in reversed(self.matched.fields.items())}
        return next((by_field[name] for name in fields if name in by_field), None)


def find_layout(head: Sequence[Line], merges: Merges, match: Matcher) -> Layout | None:
    """
    Find the headings among the first lines; None when no line has at least two known ones.

    A table of one column needs only one. Two lines are read together when that explains at least two
    columns more than the best single line.
    """
    best: Layout | None = None
    for place, line in enumerate(head):
        layout = _layout(line.number, [text_of(cell) for cell in line.cells], match, head[:place])
        if layout is not None and (best is None or layout.score > best.score):
            best = layout
    for place, (upper, lower) in enumerate(itertools.pairwise(head)):
        texts = _grouped(upper, lower, merges, match)
        layout = _layout(lower.number, texts, match, head[:place]) if texts else None
        if layout is not None and (best is None or layout.score > best.score + 1):
            best = layout
    return best


def _layout(number: int, texts: list[str], match: Matcher, above: Sequence[Line]) -> Layout | None:
    headings = unique_headings(texts)
    if not headings:
        return None
    matched = match([column.heading for column in headings])
    if len(matched.fields) < min(2, len(headings)):
        return None
    title = next((line.filled()[0] for line in above if line.filled()), "")
    return Layout(number, tuple(headings), matched, one_line(title))


def unique_headings(texts: Iterable[str]) -> list[Column]:
    """
    Return the columns that have a heading; a heading used twice gets its column's letter in brackets.
    """
    seen: Counter[str] = Counter()
    columns = []
    for index, text in enumerate(texts):
        if text:
            seen[text] += 1
            columns.append(Column(index, text if seen[text] == 1 else f"{text}（{letter(index)}）"))
    return columns


def _grouped(upper: Line, lower: Line, merges: Merges, match: Matcher) -> list[str]:
    """
    Read two lines as group headings over headings; an empty list when they are not that.
    """
    if lower.number != upper.number + 1 or len(lower.filled()) < 2 or len(upper.filled()) < 2:
        return []
    width = max(len(upper.cells), len(lower.cells))
    below = [lower.text(index) for index in range(width)]
    above = [upper.text(merges.group(upper.number, index)) for index in range(width)]
    known = match([text for text in dict.fromkeys(below) if text]).fields
    twice = Counter(below)
    texts = []
    for top, bottom in zip(above, below, strict=True):
        alone = not top or top == bottom or (bottom in known and twice[bottom] == 1)
        texts.append(bottom if bottom and alone else top + bottom)
    return texts


class LineKind(enum.Enum):
    """
    What a line below the headings is.
    """

    PERSON = "person"
    BLANK = "blank"
    HEADING = "heading"
    REMARK = "remark"


def kind_of(line: Line, layout: Layout) -> LineKind:
    """
    Tell people from blank lines, repeated headings, and footers or remarks.

    A line with a single filled cell is no person where the table has four columns or more, nor is a line
    that begins with the words of a footer (填表人, 合计) and is mostly empty.
    """
    filled = line.filled()
    if not filled:
        return LineKind.BLANK
    headings = {column.heading for column in layout.columns}
    if len(filled) > 1 and sum(text in headings for text in filled) * 2 > len(filled):
        return LineKind.HEADING
    if len(layout.columns) >= 4 and (
        len(filled) == 1 or (len(filled) * 2 <= len(layout.columns) and _FOOTER.match(filled[0]))
    ):
        return LineKind.REMARK
    return LineKind.PERSON
