"""
From the bytes of a CSV file to its heading line and the lines below it.

UTF-8, GBK and UTF-16 are read, with commas, tabs or semicolons, under a title
line or not. A file that is no such table is refused in words, never with a
traceback.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from credrules.rosters.lines import Below, LineKind, LineReader
from sheets.kinds import bad_byte, looks_utf8, no_table, open_quote

MOST: Final = 32 << 20
"""A larger file is refused: it is read whole."""
_HEADING_ROWS: Final = 10
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x1f]")


class UnreadableError(ValueError):
    """
    The file is no table of the kind wanted; the text says why, in Chinese.
    """


@frozen
class Sheet:
    """
    The heading line and the lines below it, each with its number in the file; blank lines are left out.

    `aside` are the numbers of lines that are no rows: sums, signatures, page numbers, headings once more.
    """

    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    aside: tuple[int, ...] = ()


def bytes_of(path: Path) -> bytes:
    """
    Return what a file holds; UnreadableError for what is no file or too large to be a table of a unit.
    """
    if path.exists() and not path.is_file():
        raise UnreadableError("这不是一个文件")
    size = path.stat().st_size
    if size > MOST:
        raise UnreadableError(f"文件太大（{size >> 20} MB，上限 {MOST >> 20} MB）")
    return path.read_bytes()


def text_of(raw: bytes) -> str:
    """
    Return the text of a CSV file in UTF-8, GBK (GB 18030) or UTF-16 with its mark, or raise UnreadableError.

    >>> text_of("学时".encode("gbk"))
    '学时'
    """
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableError("这是 Excel 工作簿，请另存为 CSV 再试")
    if (words := no_table(raw)) is not None:
        raise UnreadableError(words.zh)
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    lines = raw.splitlines()
    is_utf8 = raw.startswith(codecs.BOM_UTF8) or looks_utf8(lines)
    candidates = ("utf-16",) if marked else ("utf-8-sig",) if is_utf8 else ("gb18030", "utf-8-sig")
    for encoding in candidates:
        try:
            text = raw.decode(encoding)
        except UnicodeError:
            continue
        if not _BINARY.search(text):
            return text
    where = None if marked else bad_byte(lines, candidates[0])
    raise UnreadableError("既不是 UTF-8、GBK，也不是 UTF-16 的文本" + (f"（{where.zh}）" if where else ""))


def sheet_of(text: str, known: Callable[[str], str], *, wanted: str) -> Sheet:
    r"""
    Return the sheet whose heading line has the most headings that `known` has a name for; two at least.

    `wanted` names a few of them, for the words of the refusal.

    >>> sheet = sheet_of("某单位\n姓名;学时\n张三;6\n合计;6\n", lambda heading: heading, wanted="姓名")
    >>> sheet.headings, sheet.lines, sheet.aside
    (('姓名', '学时'), ((3, ('张三', '6')),), (4,))
    """
    best: tuple[int, Sheet, int | None] | None = None
    read = [_read(text, delimiter) for delimiter in ",\t;"]
    for lines, broken in read:
        for place, (_, cells) in enumerate(lines[:_HEADING_ROWS]):
            count = len({name for name in map(known, cells) if name})
            if count > 1 and (best is None or count > best[0]):
                best = count, Sheet(cells, tuple(lines[place + 1 :])), broken
    where = best[2] if best is not None else read[0][1] if all(broken for _, broken in read) else None
    if where is not None:
        raise UnreadableError(open_quote(where).zh)
    if best is None:
        raise UnreadableError("文件是空的" if not text.strip() else f"没有找到表头（{wanted}……）")
    return _without_asides(best[1])


def _without_asides(sheet: Sheet) -> Sheet:
    """
    Leave out the lines that rosters leave out, too.
    """
    reader = LineReader(Below((sheet.headings,), len([cell for cell in sheet.headings if cell.strip()])))
    kinds = [(number, cells, reader.kind([cell.strip() for cell in cells])) for number, cells in sheet.lines]
    return Sheet(
        sheet.headings,
        tuple((number, cells) for number, cells, kind in kinds if kind is LineKind.PERSON),
        tuple(number for number, _, kind in kinds if kind is not LineKind.PERSON),
    )


def _read(text: str, delimiter: str) -> tuple[list[tuple[int, tuple[str, ...]]], int | None]:
    """
    Return the lines that are not blank, and the line where a record begins whose quotation marks do not agree.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, tuple[str, ...]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, tuple(cells)))
            begins = reader.line_num + 1
    except csv.Error:
        return lines, begins
    return lines, None


def told_aside(numbers: Iterable[int]) -> str:
    """
    Say which lines were left out.

    >>> told_aside([11, 12])
    '第 11、12 行不是记录（合计、签字、页码之类），没有计入'
    """
    return f"第 {'、'.join(map(str, numbers))} 行不是记录（合计、签字、页码之类），没有计入"


def cells_of(number: int, columns: tuple[str, ...], cells: tuple[str, ...]) -> dict[str, str]:
    """
    Return a line's cells by the name of their column; of two columns of one name the first that is filled.

    A line with more cells than headings is refused: a comma stands in a cell that has no quotes.

    >>> cells_of(2, ("name", "", "name"), (" ", "x", "张三"))
    {'name': '张三'}
    """
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise UnreadableError(f"第 {number} 行比表头多出单元格；单元格里有逗号时须加引号")
    found: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=False):
        if name and not found.get(name, "").strip():
            found[name] = cell
    return found
