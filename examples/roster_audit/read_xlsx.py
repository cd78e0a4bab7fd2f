"""
Workbooks, read as a stream, with what streaming readers leave out: merged cells and formulas.

A formula is read through the result its program stored. Where nothing is stored the cell would look empty,
which would be a lie about the person; such a workbook is refused with the cell's name.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from attrs import define, field
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from credrules.values import Label
from roster_audit.problems import MAX_UNPACKED, BadInputError, Trouble, damaged, wrong_kind
from roster_audit.scan_xlsx import Scan
from roster_audit.table import Line, Merges

OLE_MARK: Final = b"\xd0\xcf\x11\xe0"
ZIP_MARK: Final = b"PK\x03\x04"
MAX_BESIDE: Final = 128 << 20
"""What may stand beside the sheets, shared texts above all: a reader keeps it whole."""
_SHEET_2003: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


@define
class XlsxSheet:
    """
    One sheet of an open workbook.
    """

    path: Path
    name: str
    book: Workbook = field(repr=False)
    scans: dict[str, Scan] = field(factory=dict, repr=False)
    _read: int = 0

    @property
    def about(self) -> Label:
        """
        The sheet's name, and a word of caution about the 1904 calendar.
        """
        old = self.book.epoch == CALENDAR_MAC_1904
        return Label(
            f"工作表“{self.name}”" + ("（使用 1904 日期系统，数字形式的日期请核对）" if old else ""),
            f"sheet {self.name!r}" + (" (1904 date system: look twice at dates that are numbers)" if old else ""),
        )

    @property
    def scan(self) -> Scan:
        """
        What one pass over the sheet found.
        """
        # openpyxl knows which member of the archive holds the sheet and has no public name for it.
        sheet: Any = self.book[self.name]
        member: str = sheet._worksheet_path  # noqa: SLF001  # as just said
        if member not in self.scans:
            try:
                with zipfile.ZipFile(self.path) as archive:
                    self.scans[member] = _scanned(archive, member)
            except Exception as error:  # a merge without its place, a cell named ?? and the like
                raise damaged(self.path, error) from error
        return self.scans[member]

    @property
    def merges(self) -> Merges:
        """
        The merged ranges.
        """
        return Merges(tuple(self.scan.ranges))

    def is_formula(self, row: int, column: int) -> bool:
        """
        Tell whether the cell (counted from 1) is computed.
        """
        return (row, column) in self.scan.formulas

    def lines(self) -> Iterator[Line]:
        """
        Yield the rows from the top to the last that holds something, blank ones too.

        The sheet is scanned first, so that what is of no sheet is refused before it is read.
        """
        last = self.scan.last_row
        sheet: Any = self.book[self.name]
        sheet.reset_dimensions()  # the recorded size is often wrong; the rows themselves are not
        self._read = 0
        try:
            # Rows that are only coloured, up to a million of them, are not read.
            for number, cells in enumerate(itertools.islice(sheet.iter_rows(values_only=True), last), 1):
                self._read = number
                yield Line(number, tuple(_plain(cell) for cell in cells))
        except BadInputError:
            raise
        except Exception as error:  # the reader raises whatever a broken archive makes of it
            raise damaged(self.path, error) from error

    def progress(self) -> tuple[int, int]:
        """
        Return the rows read so far; how many there are is only known at the end.
        """
        return self._read, 0


def _keep_within(path: Path, size: int, limit: int) -> None:
    if size > limit:
        raise BadInputError(Trouble.TOO_LARGE, path=path, size=size >> 20, limit=limit >> 20)


def _scanned(archive: zipfile.ZipFile, member: str) -> Scan:
    with archive.open(member) as stream:
        return Scan().read(cast("BinaryIO", stream))


def _plain(cell: object) -> object:
    """
    Return a date for a day at midnight, a whole number for 4.0, everything else as it is.
    """
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    return cell


def is_text_start(start: bytes) -> bool:
    """
    Tell whether a file begins like a web page, which some systems call .xls.
    """
    return start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def refuse_non_workbook(path: Path, start: bytes) -> None:
    """
    Raise for what calls itself a workbook and is none.
    """
    if start.startswith(ZIP_MARK):
        return
    if start.startswith(OLE_MARK):
        raise wrong_kind(
            path,
            "是旧版 .xls 或加了密码的工作簿。请用 Excel 打开，去掉密码，另存为 .xlsx。",
            "an old .xls or a workbook with a password. Open it in Excel and save it as .xlsx without password.",
        )
    if _SHEET_2003 in start:
        raise wrong_kind(
            path,
            "是 2003 版的 XML 表格。请用 Excel 打开后另存为 .xlsx。",
            "an XML spreadsheet of 2003. Open it in Excel and save it as .xlsx.",
        )
    if is_text_start(start):
        raise wrong_kind(
            path,
            "内容其实是网页，不是 Excel 工作簿。请用 Excel 打开后另存为 .xlsx。",
            "the content is a web page, not a workbook. Open it in Excel and save it as .xlsx.",
        )
    raise wrong_kind(
        path,
        "扩展名是 .xlsx，内容却不是 Excel 工作簿。如果是文本，请改名为 .csv。",
        "named .xlsx, but the content is no workbook. If it is text, rename it to .csv.",
    )


def open_workbook(path: Path, stream: BinaryIO) -> tuple[Workbook, dict[str, Scan]]:
    """
    Open a workbook for streaming, its sheets scanned; BadInputError if it is damaged, too large, or no workbook.

    The reader takes whole what stands beside the sheets, and looks into each sheet when it opens the book. So sizes
    are looked at first, and every sheet is scanned before.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            names = archive.namelist()
            beside = sum(item.file_size for item in members if not _SHEET.fullmatch(item.filename))
            _keep_within(path, sum(item.file_size for item in members), MAX_UNPACKED)
            _keep_within(path, beside, MAX_BESIDE)
            scans = {name: _scanned(archive, name) for name in names if _SHEET.fullmatch(name)}
    except BadInputError:
        raise
    except Exception as error:  # whatever a broken archive or a broken sheet makes of it
        raise damaged(path, error) from error
    if not any(name.startswith("xl/") for name in names):
        raise wrong_kind(path, "压缩包里没有 Excel 工作簿。", "an archive without a workbook in it.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # notes on extensions that do not matter for reading
            return load_workbook(stream, read_only=True, data_only=True), scans
    except Exception as error:  # the reader raises whatever a broken archive makes of it
        raise damaged(path, error) from error


def xlsx_sheets(path: Path, book: Workbook, scans: dict[str, Scan], wanted: str | None) -> list[XlsxSheet]:
    """
    Return the sheet of the person's choice, or every sheet that is not hidden.
    """
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if wanted is not None:
        if wanted not in [sheet.title for sheet in book.worksheets]:
            names = "、".join(sheet.title for sheet in book.worksheets)
            raise BadInputError(Trouble.NO_SUCH_SHEET, path=path, sheet=wanted, sheets=names)
        visible = [wanted]
    return [XlsxSheet(path, name, book, scans) for name in visible]
