"""
From a path to the one table in it: the checks before reading, the kind by content, the right sheet.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen
from openpyxl.utils import get_column_letter

from credrules.values import Label
from roster_audit.problems import MAX_BYTES, BadInputError, Trouble, wrong_kind
from roster_audit.read_csv import CsvSheet, csv_sheets
from roster_audit.read_xlsx import (
    OLE_MARK,
    ZIP_MARK,
    XlsxSheet,
    is_text_start,
    open_workbook,
    refuse_non_workbook,
    xlsx_sheets,
)
from roster_audit.table import HEAD_ROWS, Finder, Layout, Line, Merges
from sheets.kinds import no_table

_WORKBOOK_SUFFIXES: Final = {".xlsx", ".xlsm"}
_TEXT_SUFFIXES: Final = {".csv", ".txt", ".tsv"}


@frozen
class Source:
    """
    The table to be audited: its sheet, its layout, the sheets left aside, and those of them that hold people.
    """

    sheet: CsvSheet | XlsxSheet
    layout: Layout
    merges: Merges
    other_sheets: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()

    @property
    def about(self) -> Label:
        """
        How the file was read, in words.
        """
        return self.sheet.about

    def is_formula(self, row: int, index: int) -> bool:
        """
        Tell whether the cell (row from 1, column from 0) is computed.
        """
        return isinstance(self.sheet, XlsxSheet) and self.sheet.is_formula(row, index + 1)


def check_path(path: Path) -> bytes:
    """
    Return the first bytes of a readable file of sensible size, or raise BadInputError.
    """
    try:
        if not path.exists():
            raise BadInputError(Trouble.NO_SUCH_FILE, path=path)
        if not path.is_file():
            raise BadInputError(Trouble.NOT_A_FILE, path=path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInputError(Trouble.TOO_LARGE, path=path, size=size >> 20, limit=MAX_BYTES >> 20)
        with path.open("rb") as stream:
            start = stream.read(4096)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise BadInputError(Trouble.CANNOT_READ, path=path, detail=detail) from error
    if size <= len(start) and not start.strip(b"\xef\xbb\xbf\xfe\xff \r\n\t\x00"):
        raise BadInputError(Trouble.EMPTY, path=path)
    return start


@contextlib.contextmanager
def open_source(path: Path, find: Finder, *, encoding: str | None = None, sheet: str | None = None) -> Iterator[Source]:
    """
    Open the file, find the table in it, and close the file afterwards.

    The content decides what the file is; a name that says otherwise is an error, because the person may
    have picked the wrong file.
    """
    start = check_path(path)
    suffix = path.suffix.lower()
    if (words := no_table(start)) is not None:
        raise wrong_kind(path, words.zh, words.en)
    if suffix in _WORKBOOK_SUFFIXES or start.startswith(OLE_MARK):
        refuse_non_workbook(path, start)
    elif start.startswith(ZIP_MARK) and suffix in _TEXT_SUFFIXES:
        raise wrong_kind(
            path,
            f"扩展名是 {suffix}，内容却是 Excel 工作簿或压缩包。请把扩展名改为 .xlsx 再试。",
            f"named {suffix}, but the content is a workbook or an archive. Rename it to .xlsx.",
        )
    elif is_text_start(start):
        refuse_non_workbook(path, start)
    if start.startswith(ZIP_MARK):
        with path.open("rb") as stream:
            book, scans = open_workbook(path, stream)
            with contextlib.closing(book):
                yield _choose(path, xlsx_sheets(path, book, scans, sheet), find)
    else:
        yield _choose(path, csv_sheets(path, encoding), find)


def _choose(path: Path, sheets: list[CsvSheet] | list[XlsxSheet], find: Finder) -> Source:
    """
    Return the sheet (or the delimiter) whose headings are best understood; the first among equals.
    """
    best: Source | None = None
    trouble: BadInputError | None = None
    seen_any = False
    with_people: list[str] = []
    for sheet in sheets:
        try:
            head = _head(sheet)
        except BadInputError as problem:
            trouble = trouble or problem
            continue
        seen_any = seen_any or any(line.filled() for line in head)
        merges = sheet.merges if head else Merges()
        layout = find([line.cells for line in head], merges)
        if layout is not None and layout.of_people:
            with_people.append(sheet.name)
        if layout is not None and (best is None or layout.score > best.layout.score):
            best = Source(sheet, layout, merges)
    if best is None:
        if trouble is not None:
            raise trouble
        raise BadInputError(Trouble.NO_HEADINGS if seen_any else Trouble.EMPTY, path=path, rows=HEAD_ROWS)
    _refuse_hollow(best)
    others = tuple(sheet.name for sheet in sheets if sheet.name and sheet.name != best.sheet.name)
    people = tuple(name for name in others if name in with_people)
    return Source(best.sheet, best.layout, best.merges, others, people)


def _head(sheet: CsvSheet | XlsxSheet) -> list[Line]:
    return list(itertools.islice(sheet.lines(), HEAD_ROWS))


def _refuse_hollow(source: Source) -> None:
    """
    Raise when a cell of the table is a formula without a stored result.
    """
    if not isinstance(source.sheet, XlsxSheet):
        return
    columns = frozenset(column.index + 1 for column in source.layout.columns)
    place = source.sheet.scan.hollow.first(source.layout.last_heading_row, columns)
    if place is not None:
        cell = f"{get_column_letter(place[1])}{place[0]}"
        raise BadInputError(Trouble.FORMULA, path=source.sheet.path, sheet=source.sheet.name, cell=cell)
