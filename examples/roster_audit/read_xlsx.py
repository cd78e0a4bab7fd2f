"""
Workbooks, read as a stream, with what streaming readers leave out: merged cells and formulas.

A formula is read through the result its program stored. Where nothing is stored the cell would look empty,
which would be a lie about the person; such a workbook is refused with the cell's name.
"""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final
from xml.parsers import expat

from attrs import define, field
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from credrules.values import Label
from roster_audit.problems import MAX_UNPACKED, BadInputError, Trouble, wrong_kind
from roster_audit.table import Line, Merges

OLE_MARK: Final = b"\xd0\xcf\x11\xe0"
ZIP_MARK: Final = b"PK\x03\x04"
_CHUNK: Final = 1 << 20


@define
class _Scan:
    """
    One pass over a sheet's XML for its merged ranges and formulas.
    """

    ranges: list[tuple[int, int, int, int]] = field(factory=list)
    formulas: set[tuple[int, int]] = field(factory=set)
    hollow: list[tuple[int, int]] = field(factory=list)
    _cell: str = ""
    _kind: str = ""
    _formula: bool = False
    _in_value: bool = False
    _value: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """
        Take notice of a cell, its formula, its value or a merged range.
        """
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._cell, self._kind = attributes.get("r", ""), attributes.get("t", "")
            self._formula = self._value = False
        elif tag == "f":
            self._formula = True
        elif tag in {"v", "is"}:
            self._in_value = True
        elif tag == "mergeCell":
            left, top, right, bottom = range_boundaries(attributes["ref"])
            self.ranges.append((int(top or 1), int(left or 1), int(bottom or 1), int(right or 1)))

    def text(self, _characters: str) -> None:
        """
        Note that the value of the cell is not empty.
        """
        self._value = self._value or self._in_value

    def end(self, name: str) -> None:
        """
        Close a value or a cell; a formula whose result is an empty text has type `str`.
        """
        tag = name.rpartition(":")[2]
        if tag in {"v", "is"}:
            self._in_value = False
        elif tag == "c" and self._formula and self._cell:
            letters, row = coordinate_from_string(self._cell)
            place = row, column_index_from_string(letters)
            self.formulas.add(place)
            if not self._value and self._kind != "str":
                self.hollow.append(place)


@define
class XlsxSheet:
    """
    One sheet of an open workbook.
    """

    path: Path
    name: str
    book: Workbook = field(repr=False)
    _scan: _Scan | None = field(default=None, repr=False)
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

    def _scanned(self) -> _Scan:
        if self._scan is None:
            scan = _Scan()
            parser = expat.ParserCreate()
            parser.StartElementHandler = scan.start
            parser.EndElementHandler = scan.end
            parser.CharacterDataHandler = scan.text
            # openpyxl knows which member of the archive holds the sheet and has no public name for it.
            sheet: Any = self.book[self.name]
            member: str = sheet._worksheet_path  # noqa: SLF001  # as just said
            try:
                with zipfile.ZipFile(self.path) as archive, archive.open(member) as stream:
                    while chunk := stream.read(_CHUNK):
                        parser.Parse(chunk, False)
                    parser.Parse(b"", True)
            except Exception as error:  # a merge without its place, a cell named ?? and the like
                raise BadInputError(Trouble.DAMAGED, path=self.path, detail=_short(error)) from error
            self._scan = scan
        return self._scan

    @property
    def merges(self) -> Merges:
        """
        The merged ranges.
        """
        return Merges(tuple(self._scanned().ranges))

    def is_formula(self, row: int, column: int) -> bool:
        """
        Tell whether the cell (counted from 1) is computed.
        """
        return (row, column) in self._scanned().formulas

    def hollow_formulas(self) -> list[tuple[int, int]]:
        """
        Return row and column (from 1) of the formulas without a stored result.
        """
        return self._scanned().hollow

    def lines(self) -> Iterator[Line]:
        """
        Yield the rows from the top, blank ones too.
        """
        sheet: Any = self.book[self.name]
        sheet.reset_dimensions()  # the recorded size is often wrong; the rows themselves are not
        self._read = 0
        try:
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                self._read = number
                yield Line(number, tuple(_plain(cell) for cell in cells))
        except BadInputError:
            raise
        except Exception as error:  # the reader raises whatever a broken archive makes of it
            raise BadInputError(Trouble.DAMAGED, path=self.path, detail=_short(error)) from error

    def progress(self) -> tuple[int, int]:
        """
        Return the rows read so far; how many there are is only known at the end.
        """
        return self._read, 0


def _plain(cell: object) -> object:
    """
    Return a date for a day at midnight, a whole number for 4.0, everything else as it is.
    """
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    return cell


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:120]


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


def open_workbook(path: Path, stream: BinaryIO) -> Workbook:
    """
    Open a workbook for streaming; BadInputError when it is damaged, too large unpacked, or something else zipped.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadInputError(Trouble.DAMAGED, path=path, detail=_short(error)) from error
    if unpacked > MAX_UNPACKED:
        raise BadInputError(Trouble.TOO_LARGE, path=path, size=unpacked >> 20, limit=MAX_UNPACKED >> 20)
    if not any(name.startswith("xl/") for name in names):
        raise wrong_kind(path, "压缩包里没有 Excel 工作簿。", "an archive without a workbook in it.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # notes on extensions that do not matter for reading
            return load_workbook(stream, read_only=True, data_only=True)
    except Exception as error:  # the reader raises whatever a broken archive makes of it
        raise BadInputError(Trouble.DAMAGED, path=path, detail=_short(error)) from error


def xlsx_sheets(path: Path, book: Workbook, wanted: str | None) -> list[XlsxSheet]:
    """
    Return the sheet of the person's choice, or every sheet that is not hidden.
    """
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if wanted is not None:
        if wanted not in [sheet.title for sheet in book.worksheets]:
            names = "、".join(sheet.title for sheet in book.worksheets)
            raise BadInputError(Trouble.NO_SUCH_SHEET, path=path, sheet=wanted, sheets=names)
        visible = [wanted]
    return [XlsxSheet(path, name, book) for name in visible]
