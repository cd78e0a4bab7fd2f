"""
The files for work: the repaired copy, the list of changes, and the findings for programs.

The copy holds the whole data, as the original does; only the findings and the report are masked.
"""

from __future__ import annotations

import csv
import datetime as dt
import warnings
import zipfile
from copy import copy
from pathlib import Path
from typing import Any, Final, TextIO

from attrs import define, field
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell, WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from credrules.findings import SEVERITY_LABELS, Report
from credrules.values import Label, Lang
from roster_audit.audit import Entry
from roster_audit.privacy import is_sensitive, safe_for_spreadsheet, shown
from roster_audit.problems import damaged
from roster_audit.read_xlsx import XlsxSheet
from roster_audit.repair import CellChange
from roster_audit.table import Merges, letter, one_line

STYLED_LIMIT: Final = 40 << 20
"""A workbook that unpacks to no more is copied with its layout, which takes ten times that; else only its values."""
MERGED_LIMIT: Final = 200_000
"""So many merged cells at most, for each is made anew in such a copy."""

_CHANGE_HEAD: Final = (
    Label("行", "row"),
    Label("列", "column"),
    Label("列名", "heading"),
    Label("原内容", "before"),
    Label("改为", "after"),
    Label("原因", "why"),
)
_CHANGE_SHEET: Final = Label("修改清单", "Changes")
_CHANGED_FILL: Final = PatternFill("solid", fgColor="FFF2CC")
_TEXT: Final = "@"


def _csv_writer(stream: TextIO, delimiter: str = ",") -> Any:  # noqa: ANN401  # the csv module has no public name for it
    return csv.writer(stream, delimiter=delimiter)


def open_text(path: Path) -> TextIO:
    """
    Open a CSV file for writing so that spreadsheets read it as UTF-8.
    """
    return path.open("w", encoding="utf-8-sig", newline="")


def can_be_styled(sheet: XlsxSheet) -> bool:
    """
    Tell whether a workbook may be copied with its layout, for which it is loaded whole.
    """
    with zipfile.ZipFile(sheet.path) as archive:
        unpacked = sum(item.file_size for item in archive.infolist())
    merged = sum(scan.area for scan in sheet.scans.values())
    return unpacked <= STYLED_LIMIT and merged <= MERGED_LIMIT


def change_row(change: CellChange, lang: Lang) -> list[object]:
    """
    Return a change as a line of the list.
    """
    column = change.column
    before = "" if change.before is None else change.before
    return [change.row, letter(column.index), one_line(column.heading), before, change.after, change.why.text(lang)]


@define
class FindingsFile:
    """
    ``findings.csv``: one line per finding, masked unless asked otherwise.
    """

    stream: TextIO
    lang: Lang
    masked: bool
    _writer: Any = None

    def start(self) -> None:
        """
        Write the heading, which is there even when nothing was found.
        """
        self._writer = _csv_writer(self.stream)
        self._writer.writerow(
            ["row", "column", "severity", "severity_text", "code", "value", "message", "suggestion", "repaired"]
        )

    def write(self, entry: Entry, report: Report[Any] | None, changes: list[CellChange]) -> None:
        """
        Write the findings of one person.
        """
        changed = {change.column.heading for change in changes}
        for item in report.findings if report else ():
            heading = str(item.path[0]) if item.path else ""
            sensitive = is_sensitive(heading)
            isoformat = getattr(item.suggestion, "isoformat", None)
            offer = "" if item.suggestion is None else isoformat() if callable(isoformat) else item.suggestion
            cells = [
                one_line(heading),
                item.severity.value,
                SEVERITY_LABELS[item.severity].text(self.lang),
                item.code,
                shown(entry.cells.get(heading), sensitive=sensitive, masked=self.masked),
                item.message(self.lang),
                shown(offer, sensitive=sensitive, masked=self.masked),
                "1" if heading in changed and item.suggestion is not None else "0",
            ]
            self._writer.writerow([entry.line.number, *(safe_for_spreadsheet(cell) for cell in cells)])


def _changed_cells(entry: Entry, changes: list[CellChange]) -> list[object]:
    """
    Return the line's cells with the changes in place; untouched cells stay as they were read.
    """
    cells = list(entry.line.cells)
    for change in changes:
        cells.extend([None] * (change.column.index + 1 - len(cells)))
        cells[change.column.index] = change.after
    return cells


@define
class CsvCopy:
    """
    ``repaired.csv`` (UTF-8, the input's delimiter) and ``changes.csv``.
    """

    copy_stream: TextIO
    changes_stream: TextIO
    delimiter: str
    lang: Lang
    _copy: Any = None
    _changes: Any = None

    def write(self, entry: Entry, _report: Report[Any] | None, changes: list[CellChange]) -> None:
        """
        Copy one line, repaired, and list what was changed in it.
        """
        self._copy.writerow(["" if cell is None else cell for cell in _changed_cells(entry, changes)])
        for change in changes:
            self._changes.writerow(
                [
                    safe_for_spreadsheet(cell) if isinstance(cell, str) else cell
                    for cell in change_row(change, self.lang)
                ]
            )

    def start(self) -> None:
        """
        Write the heading of the list, which is there even when nothing was changed.
        """
        self._copy = _csv_writer(self.copy_stream, self.delimiter)
        self._changes = _csv_writer(self.changes_stream)
        self._changes.writerow([label.text(self.lang) for label in _CHANGE_HEAD])


def _sheet_title(taken: list[str], lang: Lang) -> str:
    title = _CHANGE_SHEET.text(lang)
    names = [title, *(f"{title} {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.lower() not in {other.lower() for other in taken})


@define
class StyledXlsxCopy:
    """
    ``repaired.xlsx`` from the whole workbook, layout and other sheets included, changed cells coloured.
    """

    source: Path
    sheet: str
    merges: Merges
    lang: Lang
    _all: list[CellChange] = field(factory=list)

    def write(self, _entry: Entry, _report: Report[Any] | None, changes: list[CellChange]) -> None:
        """
        Remember the changes of one line.
        """
        self._all.extend(changes)

    def save(self, path: Path) -> None:
        """
        Load the original, apply the changes, add the list, and save under the new name.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # notes on extensions that a copy cannot carry
            try:
                # By its content: the file's name may end as it likes.
                with self.source.open("rb") as stream:
                    book = load_workbook(stream)
            except Exception as error:  # the reader raises whatever a broken workbook makes of it
                raise damaged(self.source, error) from error
        sheet: Any = book[self.sheet]
        self._dissolve(sheet)
        for change in self._all:
            cell = sheet.cell(change.row, change.column.index + 1)
            if change.from_row:
                anchor = sheet.cell(change.from_row, change.column.index + 1)
                cell._style = copy(anchor._style)  # noqa: SLF001  # the documented way to copy a style
            _set_text(cell, change.after)
            cell.fill = copy(_CHANGED_FILL)
        listing = book.create_sheet(_sheet_title(book.sheetnames, self.lang), book.index(sheet) + 1)
        _fill_listing(listing, self._all, self.lang)
        book.save(path)

    def _dissolve(self, sheet: Any) -> None:  # noqa: ANN401  # openpyxl's sheet, cells included
        """
        Take apart the merged ranges that were filled, so each person has a cell of their own.
        """
        anchors = {(change.from_row, change.column.index + 1) for change in self._all if change.from_row}
        places = {(change.row, change.column.index + 1) for change in self._all}
        covered = {place for place in places if isinstance(sheet.cell(*place), MergedCell)}
        for top, left, bottom, right in self.merges.ranges:
            if (top, left) in anchors or any(top <= row <= bottom and left <= col <= right for row, col in covered):
                sheet.unmerge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _set_text(cell: Any, value: object) -> None:  # noqa: ANN401  # any kind of openpyxl cell
    """
    Write a value; a text stays text, never a formula or a number, also after somebody edits the cell.
    """
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = _TEXT


def _fill_listing(sheet: Worksheet, changes: list[CellChange], lang: Lang) -> None:
    sheet.append([label.text(lang) for label in _CHANGE_HEAD])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for width, name in zip((6, 6, 16, 28, 28, 60), "ABCDEF", strict=True):
        sheet.column_dimensions[name].width = width
    for number, change in enumerate(changes, 2):
        for column, value in enumerate(change_row(change, lang), 1):
            _set_text(sheet.cell(number, column), value)


@define
class PlainXlsxCopy:
    """
    ``repaired.xlsx`` written as a stream: the values of one sheet and the list of changes.
    """

    sheet: str
    lang: Lang
    _book: Workbook = field(factory=lambda: Workbook(write_only=True))
    _data: Any = None
    _listing: Any = None

    def write(self, entry: Entry, _report: Report[Any] | None, changes: list[CellChange]) -> None:
        """
        Copy one line, repaired, and list what was changed in it.
        """
        if self._data is None:
            self.start()
        self._data.append([self._cell(self._data, value) for value in _changed_cells(entry, changes)])
        for change in changes:
            self._listing.append([self._cell(self._listing, value) for value in change_row(change, self.lang)])

    def start(self) -> None:
        """
        Create both sheets.
        """
        self._data = self._book.create_sheet(self.sheet)
        self._listing = self._book.create_sheet(_sheet_title([self.sheet], self.lang))
        self._listing.append([label.text(self.lang) for label in _CHANGE_HEAD])

    def _cell(self, sheet: Any, value: object) -> Any:  # noqa: ANN401  # what a streaming sheet appends
        if isinstance(value, dt.timedelta) or value is None:
            return value
        cell = WriteOnlyCell(sheet)
        _set_text(cell, value)
        return cell

    def save(self, path: Path) -> None:
        """
        Close the stream.
        """
        self._book.save(path)
