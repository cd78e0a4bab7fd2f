"""
CSV as programs in China write it: UTF-8, GB 18030 (so GBK too) or UTF-16; comma, tab, semicolon or bar.

The whole file is decoded once before anything else, so an encoding never breaks in the middle of the work.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import define, field

from credrules.values import Label
from roster_audit.problems import BadInputError, Trouble
from roster_audit.table import Line, Merges
from sheets.kinds import bad_byte, looks_utf8, open_quote

DELIMITERS: Final = (",", "\t", ";", "|")
_CHUNK: Final = 1 << 20
# Control characters that no text file holds; they show that a picture or an archive was decoded.
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decodes(path: Path, encoding: str) -> bool:
    """
    Tell whether the whole file is text in this encoding; an unknown encoding is none.
    """
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                if _BINARY.search(decoder.decode(chunk)):
                    return False
            decoder.decode(b"", final=True)
    except OSError:
        raise
    except Exception:  # noqa: BLE001  # a codec of bytes (base64, zip) raises whatever it likes
        return False
    return True


def detect_encoding(path: Path, wanted: str | None) -> str:
    """
    Return the encoding of the file, or of the person's choice if it fits.

    A byte order mark decides; then the place of zero bytes (UTF-16 without a mark), then whether the first
    Chinese line is UTF-8; else it is GB 18030.
    """
    with path.open("rb") as stream:
        start = stream.read(4096)
        stream.seek(0)
        is_utf8 = looks_utf8(stream)
    if wanted is not None:
        candidates = ["utf-8-sig" if wanted.lower().replace("_", "-") in {"utf-8", "utf8"} else wanted]
    elif start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif start.count(0) > len(start) // 8:
        candidates = ["utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"]
    else:
        # A file in UTF-8 with one bad byte is not read as GB 18030, which takes nearly everything.
        candidates = ["utf-8-sig"] if is_utf8 or start.startswith(codecs.BOM_UTF8) else ["gb18030", "utf-8-sig"]
    for encoding in candidates:
        if decodes(path, encoding):
            return encoding
    raise BadInputError(
        Trouble.ENCODING, path=path, encoding=wanted or "UTF-8 / GB18030 / UTF-16", where=_where(path, candidates)
    )


def _where(path: Path, candidates: list[str]) -> Label:
    """
    Say in brackets which byte of which line is no text; nothing for encodings whose lines are not separate.
    """
    if candidates[0].startswith("utf-16"):
        return Label("", "")
    with path.open("rb") as stream:
        place = bad_byte(stream, candidates[0])
    return Label(f"（{place.zh}）", f" ({place.en})") if place else Label("", "")


@define
class CsvSheet:
    """
    A CSV file read with one encoding and one delimiter.
    """

    path: Path
    encoding: str
    delimiter: str
    name: str = ""
    merges: Merges = field(factory=Merges)
    _size: int = 0
    _raw: io.BufferedReader | None = field(default=None, repr=False)

    @property
    def about(self) -> Label:
        """
        Encoding and delimiter in words.
        """
        shown = {"utf-8-sig": "UTF-8", "gb18030": "GBK/GB18030"}.get(self.encoding, self.encoding.upper())
        mark = {",": ("逗号", "comma"), "\t": ("制表符", "tab"), ";": ("分号", "semicolon"), "|": ("竖线", "bar")}
        zh, en = mark[self.delimiter]
        return Label(f"CSV，编码 {shown}，{zh}分隔", f"CSV, {shown}, separated by {en}")

    def lines(self) -> Iterator[Line]:
        """
        Yield the records from the top; a record with line breaks in its cells counts as one line.
        """
        self._size = self.path.stat().st_size
        with self.path.open("rb") as raw, io.TextIOWrapper(raw, encoding=self.encoding, newline="") as text:
            self._raw = raw
            reader = csv.reader(text, delimiter=self.delimiter, strict=True)
            begins = 1
            try:
                for number, cells in enumerate(reader, 1):
                    yield Line(number, tuple(cells))
                    begins = reader.line_num + 1
            except csv.Error as error:
                raise BadInputError(Trouble.DAMAGED, path=self.path, detail=open_quote(begins)) from error
            finally:
                self._raw = None

    def progress(self) -> tuple[int, int]:
        """
        Return the bytes read so far and the bytes there are.
        """
        return (self._raw.tell() if self._raw else self._size), self._size


def csv_sheets(path: Path, encoding: str | None) -> list[CsvSheet]:
    """
    Return the readings of the file, one per delimiter; the headings decide later which is right.
    """
    found = detect_encoding(path, encoding)
    return [CsvSheet(path, found, delimiter) for delimiter in DELIMITERS]
