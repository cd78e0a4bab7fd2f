"""
One pass over the XML of a sheet: merged ranges, formulas, the last row that holds something, and whether it is sane.

Streaming readers leave these out. The pass takes bounded memory whatever the sheet unpacks to, and refuses what no
spreadsheet program writes before another reader fills the memory with it.
"""

from __future__ import annotations

import bisect
import re
from array import array
from typing import BinaryIO, Final
from xml.parsers import expat

from attrs import define, field
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
"""What a sheet may have, of every program that writes them."""
MAX_MERGES: Final = 100_000
MAX_ROW_BYTES: Final = 16 << 20
MAX_OUTSIDE_BYTES: Final = 16 << 20
"""What a row may take, and everything outside of the rows."""
_CHUNK: Final = 1 << 20
# A name or an attribute longer than this is no sheet's.
_MAX_TOKEN: Final = 4 << 20
_COLUMN_BITS: Final = 15
_NAME: Final = re.compile("[A-Za-z]{1,3}[1-9][0-9]{0,6}")


class UnfitError(ValueError):
    """
    What stands in the sheet is of no sheet.
    """


@define
class Places:
    """
    Cells as row and column, eight bytes each.
    """

    _keys: array[int] = field(factory=lambda: array("Q"))

    def add(self, row: int, column: int) -> None:
        """
        Add a cell, usually after the others.
        """
        key = row << _COLUMN_BITS | column
        if self._keys and key < self._keys[-1]:
            bisect.insort(self._keys, key)
        else:
            self._keys.append(key)

    def __contains__(self, place: tuple[int, int]) -> bool:
        key = place[0] << _COLUMN_BITS | place[1]
        found = bisect.bisect_left(self._keys, key)
        return found < len(self._keys) and self._keys[found] == key

    def first(self, after: int, columns: frozenset[int]) -> tuple[int, int] | None:
        """
        Return the first cell below a row in one of the columns.
        """
        for key in self._keys:
            row, column = key >> _COLUMN_BITS, key & (1 << _COLUMN_BITS) - 1
            if row > after and column in columns:
                return row, column
        return None


@define
class Scan:
    """
    What the pass found; `area` is how many cells are merged.
    """

    ranges: list[tuple[int, int, int, int]] = field(factory=list)
    area: int = 0
    formulas: Places = field(factory=Places)
    hollow: Places = field(factory=Places)
    last_row: int = 0
    _parser: expat.XMLParserType = field(factory=expat.ParserCreate, repr=False)
    _rows: int = 0
    _row: int = 0
    _cells: int = 0
    _cell: str = ""
    _kind: str = ""
    _formula: bool = False
    _in_value: bool = False
    _value: bool = False
    _in_row: bool = False
    _begin: int = 0
    _outside: int = 0

    def read(self, stream: BinaryIO) -> Scan:
        """
        Read a sheet's XML to its end; raises UnfitError, and what the parser raises for broken XML.
        """
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        fed = 0
        while chunk := stream.read(_CHUNK):
            self._parser.Parse(chunk, False)
            fed += len(chunk)
            self._keep_within(fed)
        self._parser.Parse(b"", True)
        return self

    def _keep_within(self, fed: int) -> None:
        place = max(self._parser.CurrentByteIndex, 0)
        if fed - place > _MAX_TOKEN:
            raise UnfitError("a name without an end")
        if self._in_row and place - self._begin > MAX_ROW_BYTES:
            raise UnfitError(f"row {self._row} is too long")
        if not self._in_row and self._outside + place - self._begin > MAX_OUTSIDE_BYTES:
            raise UnfitError("too much beside the rows")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._open_cell(attributes.get("r", ""), attributes.get("t", ""))
        elif tag == "row":
            self._open_row(attributes.get("r", ""))
        elif tag == "f":
            self._formula = True
        elif tag in {"v", "is"}:
            self._in_value = True
        elif tag == "mergeCell":
            self._merge(attributes["ref"])

    def _open_row(self, given: str) -> None:
        self._row = int(given) if given.isdecimal() and len(given) < 9 else self._row + 1
        self._rows += 1
        if max(self._row, self._rows) > MAX_ROWS:
            raise UnfitError(f"row {max(self._row, self._rows)}")
        place = self._parser.CurrentByteIndex
        self._outside += place - self._begin
        self._cells, self._in_row, self._begin = 0, True, place

    def _open_cell(self, cell: str, kind: str) -> None:
        self._cells += 1
        if self._cells > MAX_COLUMNS:
            raise UnfitError(f"row {self._row}: {self._cells} cells")
        if cell and not _NAME.fullmatch(cell):
            raise UnfitError(f"cell {cell[:20]!r}")
        self._cell, self._kind, self._formula, self._value = cell, kind, False, False

    def _merge(self, ref: str) -> None:
        left, top, right, bottom = range_boundaries(ref)
        span = (int(top or 1), int(left or 1), int(bottom or MAX_ROWS), int(right or MAX_COLUMNS))
        if span[2] > MAX_ROWS or span[3] > MAX_COLUMNS:
            raise UnfitError(f"merged range {ref[:30]}")
        self.area += (span[2] - span[0] + 1) * (span[3] - span[1] + 1)
        self.ranges.append(span)
        if len(self.ranges) > MAX_MERGES:
            raise UnfitError(f"{len(self.ranges)} merged ranges")

    def _text(self, _characters: str) -> None:
        self._value = self._value or self._in_value

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in {"v", "is"}:
            self._in_value = False
        elif tag == "row":
            self._in_row, self._begin = False, self._parser.CurrentByteIndex
        elif tag == "c" and (self._value or self._formula):
            self._close_cell()

    def _close_cell(self) -> None:
        self.last_row = max(self.last_row, self._row)
        if self._formula and self._cell:
            letters, row = coordinate_from_string(self._cell)
            place = row, column_index_from_string(letters)
            self.formulas.add(*place)
            # A formula whose result is an empty text has the type `str`.
            if not self._value and self._kind != "str":
                self.hollow.add(*place)
