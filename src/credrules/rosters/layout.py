"""
Where the headings of a sheet are, which lines are people, and what each other line is.

A sheet begins with titles and notes, has one to three lines of headings (with
groups over several columns), repeats them at page breaks, shows an example,
explains how to fill it in, adds up, and ends with signatures. Only people are checked.

References: headings of public templates (tests/rosters/headings); docs/adr/0017.

Limitations: headings are looked for in the first forty lines. A line is classified
by its words; a remark that is written like a person is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import attrs
from attrs import frozen

from credrules.lists import first_of
from credrules.masking import shown_repr, shown_text
from credrules.rosters.column import Heading
from credrules.rosters.columns import MOST_COLUMNS, ColumnMatch, match_columns
from credrules.rosters.headings.reading import Fate, read_heading
from credrules.rosters.lines import Below, Line, LineKind, LineReader, kind_above, other_table_above
from credrules.rosters.veiled import veiled_heading
from credrules.text import read_text
from credrules.values import exact_text

__all__ = [
    "Layout",
    "Line",
    "LineKind",
    "find_headings",
]
__dir__ = __all__.copy

_HEAD: Final = 40
_DEPTH: Final = 3
_SHOWN: Final = 60
_PER_LINE: Final = 0.05
_UNDER: Final = 1.02
_SAYS: Final = re.compile(r"[：:]\s*\S{2,}")
_TEXT: Final = re.compile(r"[㐀-鿿A-Za-z]")
_DATA: Final = re.compile(r"\d{4,}|^\d+(?:\.\d+)?$|@|[〇零一二三四五六七八九]{4}年")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*(?:年度?|学年)?")
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?")


_NOTHING_BELOW: Final = Below()


@frozen
class Layout:
    """
    The answer of `find_headings`.

    `headings` has one entry for each column of the sheet (a text, or the tuple
    of the groups above it and the text; an empty text for an empty cell),
    `heading_rows` are the rows that hold them, `rows` those of people, and
    `lines` all others with their kinds. Rows count from 0.
    """

    headings: tuple[Heading, ...] = attrs.field(default=(), repr=lambda given: repr(tuple(map(veiled_heading, given))))
    heading_rows: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    title: str = attrs.field(default="", repr=shown_repr)
    _below: Below = attrs.field(default=_NOTHING_BELOW, repr=False)
    _merged: tuple[tuple[int, int, int], ...] = attrs.field(default=(), repr=False)

    @property
    def columns(self) -> ColumnMatch:
        """
        What the headings mean, before any value is looked at.
        """
        return match_columns(self.headings)

    def people(self, rows: Sequence[Sequence[object]]) -> Iterator[Sequence[object]]:
        """
        Yield the rows of people out of the rows the layout was made from.

        A cell that was merged downwards holds its value in every row it spans, as its author sees it.

        >>> sheet = [["单位", "姓名"], ["甲校", "张三"], [None, "李四"]]
        >>> [list(row) for row in find_headings(sheet, merged=["A2:A3"]).people(sheet)]
        [['甲校', '张三'], ['甲校', '李四']]
        """
        covered: dict[int, list[tuple[int, int]]] = {}
        ends: dict[int, int] = {}
        for top, column, bottom in sorted(self._merged):
            # Merged ranges never overlap; of those that do the first counts, so that the work stays linear.
            for place in range(max(top, ends.get(column, 0)) + 1, min(bottom + 1, len(rows))):
                covered.setdefault(place, []).append((column, top))
            ends[column] = max(bottom, ends.get(column, 0))
        for place in self.rows:
            yield _filled(rows, place, covered.get(place, ()))

    def kind(self, cells: Sequence[object], row: int | None = None) -> LineKind:
        """
        Return what a line below the headings is; `row` is its place (from 0), if that is known.

        >>> layout = find_headings([["姓名", "性别", "民族", "职称"], ["张三", "男", "汉族", "工程师"]])
        >>> layout.kind(["合计", 1, None, None]).name, layout.kind(["李四", "女", "壮族", "教授"]).name
        ('SUM', 'PERSON')
        """
        return self._below.kind([_text(cell) for cell in cells], row)

    def reader(self) -> Callable[[Sequence[object], int | None], LineKind]:
        """
        Return what reads the lines below the headings one after the other, for a table too long to be kept.

        >>> person = ["张三", "男", "汉族"]
        >>> kind = find_headings([["姓名", "性别", "民族"], person]).reader()
        >>> [kind(line, None).name for line in (person, ["身份证号", "姓名", "职称"], ["1", "李四", "教授"])]
        ['PERSON', 'OTHER_TABLE', 'OTHER_TABLE']
        """
        reader = LineReader(self._below)

        def kind(cells: Sequence[object], row: int | None) -> LineKind:
            return reader.kind([_text(cell) for cell in cells], row)

        return kind


def find_headings(rows: Iterable[Sequence[object]], *, merged: Iterable[object] = ()) -> Layout:
    """
    Find the headings of a sheet and classify every line; never raises.

    `merged` are the merged ranges, as a spreadsheet counts them: texts such as
    ``"B1:D1"``, or (first row, first column, last row, last column) from 1.
    Without them a group reaches to the next one.

    >>> heads = [["姓名", "性别", "联系人", None], [None, None, "姓名", "手机号"]]
    >>> sheet = [["花名册"], *heads, ["张三", "男", "李四", "13800000001"]]
    >>> layout = find_headings(sheet)
    >>> layout.headings, layout.rows
    (('姓名', '性别', ('联系人', '姓名'), ('联系人', '手机号')), (3,))
    """
    texts = [_texts_of(row) for row in first_of(rows)]
    width = max((_last(row) for row in texts), default=0)
    ranges = _ranges(merged)
    start, depth, headings = _best(texts, width, ranges)
    if not depth:
        lines = tuple(
            Line(row, LineKind.BLANK if not any(line) else LineKind.NOTE, _shown(line))
            for row, line in enumerate(texts)
        )
        return Layout(lines=lines)
    heading_rows = tuple(range(start, start + depth))
    heads = tuple(tuple(texts[row]) for row in heading_rows)
    named = len([item for item in headings if item])
    across = (top for top, left, bottom, right in ranges if top == bottom and (right - left + 1) * 2 > named)
    below = Below(heads, named, frozenset(across))
    reader = LineReader(below)
    found: list[Line] = []
    people: list[int] = []
    other = other_table_above(texts[:start])
    for row, line in enumerate(texts):
        if row < start:
            kind = LineKind.OTHER_TABLE if row in other and any(line) else kind_above(line, found)
        else:
            kind = LineKind.HEADING if row in heading_rows else reader.kind(line, row)
        if kind is LineKind.PERSON:
            people.append(row)
        else:
            found.append(Line(row, kind, _shown(line)))
    title = next((line.text for line in found if line.kind is LineKind.TITLE), "")
    spans = tuple((top, left, bottom) for top, left, bottom, _ in ranges if left >= 0 and start + depth <= top < bottom)
    return Layout(headings, heading_rows, tuple(people), tuple(found), title, below, spans)


def _filled(rows: Sequence[Sequence[object]], place: int, covered: Iterable[tuple[int, int]]) -> Sequence[object]:
    """
    Return a row with the cells that merged ranges cover filled from the first row of each.
    """
    row = rows[place]
    for column, top in covered:
        above = rows[top]
        if column < len(above) and not (column < len(row) and _text(row[column])):
            row = [*row[:column], *[None] * (column - len(row)), above[column], *row[column + 1 :]]
    return row


def _texts_of(row: object) -> list[str]:
    return [_text(cell) for cell in first_of(row, MOST_COLUMNS)] if issubclass(type(row), (list, tuple)) else []


def _text(cell: object) -> str:
    """
    Return a cell as its author wrote it, without outer white space.
    """
    written = exact_text(cell)
    return (written if written is not None else read_text(cell).text or "").strip() if cell is not None else ""


def _last(line: Sequence[str]) -> int:
    return max((place for place, text in enumerate(line, start=1) if text), default=0)


def _shown(line: Sequence[str]) -> str:
    return shown_text(" ".join(" ".join(text.split()) for text in line if text)[:_SHOWN])


def _ranges(merged: object) -> tuple[tuple[int, int, int, int], ...]:
    """
    Return the merged ranges as (first row, first column, last row, last column), counted from 0.
    """
    found = []
    for item in first_of(merged):
        if (type(item) is list or type(item) is tuple) and len(item) == 4 and all(type(part) is int for part in item):
            top, left, bottom, right = item
        else:
            cell = _CELL.fullmatch((exact_text(item) or "").rpartition("!")[2])
            if cell is None:
                continue
            left, top = _number(cell[1]), int(cell[2])
            right, bottom = (_number(cell[3]), int(cell[4])) if cell[3] else (left, top)
        found.append((top, left, bottom, right))
    shift = 0 if any(0 in item[:2] for item in found) else 1
    return tuple((top - shift, left - shift, bottom - shift, right - shift) for top, left, bottom, right in found)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _best(
    texts: Sequence[list[str]], width: int, ranges: tuple[tuple[int, int, int, int], ...]
) -> tuple[int, int, tuple[Heading, ...]]:
    """
    Return the first row, the number of rows and the headings that explain most columns; no row if there are none.
    """
    best: tuple[float, int, int, tuple[Heading, ...]] = (0.0, 0, 0, ())
    for start in range(min(len(texts), _HEAD)):
        if len([text for text in texts[start] if text]) < min(2, width):
            continue
        for depth in range(1, min(_DEPTH, len(texts) - start) + 1):
            if depth > 1 and not (_is_head(texts[start + depth - 1]) and _may_group(texts[start + depth - 2])):
                break
            headings = _headings(texts[start : start + depth], start, width, ranges)
            # A line of known headings below some of the columns belongs to them, though it explain no more.
            under = sum(_is_under(line, headings) for line in texts[start + 1 : start + depth])
            score = _score(headings) - _PER_LINE * (depth - _UNDER * under)
            # The lines below the first ones must explain more, not only as much with one line more.
            if score > best[0] + (_PER_LINE / 2 if start > best[1] else 0):
                best = score, start, depth, headings
    _score_of_best, start, depth, headings = best
    if not depth:
        return _unknown(texts, width, ranges)
    while start and depth < _DEPTH and _may_group(texts[start - 1], least=2):
        wider = _headings(texts[start - 1 : start + depth], start - 1, width, ranges)
        above = texts[start - 1]
        if not (_is_head(above) or _spans(start - 1, above, ranges) or _says_more(above, wider, headings)):
            break
        start, depth, headings = start - 1, depth + 1, wider
    return start, depth, headings


def _spans(row: int, line: Sequence[str], ranges: tuple[tuple[int, int, int, int], ...]) -> bool:
    """
    Whether a line is merged over several groups of columns: 基本信息 over four, 工作信息 over two. A title spans all.
    """
    groups = [item for item in ranges if item[0] == row and item[3] > item[1] and item[1] < len(line) and line[item[1]]]
    return len(groups) > 1 and not any(map(_DATA.search, line))


def _says_more(line: Sequence[str], wider: Sequence[Heading], headings: Sequence[Heading]) -> bool:
    """
    Whether a line above headings changes their meaning and explains as much: 基本信息 and 联系人 over 姓名 and 姓名.
    """
    if any(map(_DATA.search, line)) or _score(wider) < _score(headings):
        return False
    meanings = [[(column.fate, column.field) for column in match_columns(item).columns] for item in (wider, headings)]
    return meanings[0] != meanings[1]


def _unknown(
    texts: Sequence[list[str]], width: int, ranges: tuple[tuple[int, int, int, int], ...]
) -> tuple[int, int, tuple[Heading, ...]]:
    # Nothing is understood: the first full line of texts is still what the author put above the columns.
    for start, line in enumerate(texts[:_HEAD]):
        filled = [text for text in line if text]
        if (
            len(filled) >= min(2, width)
            and filled
            and all(_TEXT.search(text) and not _DATA.search(text) for text in filled)
        ):
            return start, 1, _headings([line], start, width, ranges)
    return 0, 0, ()


def _is_head(line: Sequence[str]) -> bool:
    """
    Whether a line may come below other headings: words only, most of them known from headings.
    """
    filled = [text for text in line if text]
    words = [text for text in filled if not _YEAR.fullmatch(text)]
    if not filled or any(_DATA.search(text) for text in words) or (len(filled) == 1 and _SAYS.search(filled[0])):
        return False
    known = sum(read_heading(text).fate not in {Fate.NOT_UNDERSTOOD, Fate.EMPTY} for text in words)
    return (known + len(filled) - len(words)) * 2 > len(filled)


def _is_under(line: Sequence[str], headings: Sequence[Heading]) -> bool:
    """
    Whether a line holds headings only, below some of the columns.
    """
    filled = [text for text in line if text]
    known = all(read_heading(text).fate not in {Fate.NOT_UNDERSTOOD, Fate.EMPTY} for text in filled)
    return known and len(filled) < len([item for item in headings if item])


def _may_group(line: Sequence[str], *, least: int = 1) -> bool:
    """
    Whether a line may come above headings: 填报单位：甲局 is a note, not a group.
    """
    return not any(map(_SAYS.search, line)) and sum(map(bool, line)) >= least


def _headings(
    lines: Sequence[list[str]], start: int, width: int, ranges: tuple[tuple[int, int, int, int], ...]
) -> tuple[Heading, ...]:
    cells = [[line[place] if place < len(line) else "" for place in range(width)] for line in lines]
    for depth, line in enumerate(cells[:-1]):
        _spread(line, cells[depth + 1 :], start + depth, ranges)
    headings: list[Heading] = []
    for place in range(width):
        parts = [line[place] for line in cells if line[place]]
        parts = [part for number, part in enumerate(parts) if not number or part != parts[number - 1]]
        headings.append("" if not parts else parts[0] if len(parts) == 1 else tuple(parts))
    return tuple(headings)


def _spread(
    line: list[str], below: Sequence[list[str]], row: int, ranges: tuple[tuple[int, int, int, int], ...]
) -> None:
    """
    Write a group's text into the columns it spans: by its merged range, or up to the next group.
    """
    sideways = [item for item in ranges if item[0] <= row <= item[2] and item[3] > item[1]]
    if ranges:
        for top, left, _bottom, right in sideways:
            text = line[left] if top == row and left < len(line) else ""
            for place in range(left + 1, min(right + 1, len(line))):
                line[place] = line[place] or text
        return
    group = ""
    for place, text in enumerate(line):
        under = [other[place] for other in below if other[place]]
        if text:
            # A heading with nothing below it is merged downwards and is not a group.
            group = text if under else ""
        elif under:
            line[place] = group
        else:
            group = ""


def _score(headings: Sequence[Heading]) -> float:
    columns = match_columns(headings).columns
    fields = sum(column.fate is Fate.FIELD for column in columns)
    # A contact's name is explained as well as one's own: else the line below the groups would seem to explain more.
    others = sum(column.fate in {Fate.OTHER_PERSON, Fate.OTHER_TIME} for column in columns)
    none = sum(column.fate is Fate.NO_FIELD for column in columns)
    named = sum(bool(column.text) for column in columns)
    if not fields or (fields + others + none) * 3 < named:
        return 0.0
    return fields + others + 0.6 * none - 0.1 * (named - fields - others - none)
