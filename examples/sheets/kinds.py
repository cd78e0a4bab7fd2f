"""
What a file is by its first bytes, where it is no table, and where bytes or quotes break off.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from credrules.values import Label

_PICTURE: Final = Label(
    "是图片，不是表格。请用原来的 Excel 或 CSV 文件。",
    "a picture, not a table. Use the file it was made of.",
)
_ARCHIVE: Final = Label("是压缩包。请先解压，再指定里面的表格。", "an archive. Unpack it and name the table in it.")
_STARTS: Final = (
    (
        b"%PDF",
        Label(
            "是 PDF 文件，不是表格。请用生成它的 Excel 或 CSV 文件，或把表格复制到 Excel 里另存为 .xlsx。",
            "a PDF, not a table. Use the Excel or CSV file it was made of, or copy its table into Excel.",
        ),
    ),
    (
        b"{\\rtf",
        Label(
            "是文字处理文件（RTF），不是表格。请把里面的表格复制到 Excel 里另存为 .xlsx。",
            "a text document (RTF), not a table. Copy its table into Excel and save it as .xlsx.",
        ),
    ),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)


def no_table(start: bytes) -> Label | None:
    """
    Return what a file is that begins so, when that is no table: a PDF, a picture, an archive.

    >>> no_table(b"%PDF-1.7").en.partition(",")[0]
    'a PDF'
    """
    return next((words for mark, words in _STARTS if start.startswith(mark)), None)


def open_quote(line: int) -> Label:
    """
    Say that the record that begins in this line has a quotation mark without its other one.
    """
    return Label(
        f"第 {line} 行有一个引号不成对或位置不对。请在这一行补上或删去引号",
        f"a quotation mark in line {line} has no partner or is misplaced. Add or delete it there",
    )


def bad_byte(lines: Iterable[bytes], encoding: str) -> Label | None:
    r"""
    Say which byte of which line is the first that is no text in this encoding; None when all are.

    >>> bad_byte(["姓名\n".encode("gb18030"), b"\x80"], "gb18030").en
    'line 2, byte 0x80'
    """
    for number, line in enumerate(lines, 1):
        try:
            line.decode(encoding)
        except UnicodeDecodeError as error:
            byte = f"0x{line[error.start]:02X}"
            return Label(f"第 {number} 行，字节 {byte}", f"line {number}, byte {byte}")
        except (LookupError, ValueError, TypeError):
            return None
    return None


def looks_utf8(lines: Iterable[bytes]) -> bool:
    """
    Tell whether a file is UTF-8 down to its first Chinese line; GBK that decodes by chance has no Chinese in it.

    >>> looks_utf8(["学时".encode()]), looks_utf8(["学时".encode("gbk")]), looks_utf8([b"x"])
    (True, False, True)
    """
    is_ascii = True
    for line in lines:
        if line.isascii():
            continue
        if bad_byte([line], "utf-8") is not None:
            return False
        if any(letter > "\u2e80" for letter in line.decode("utf-8")):
            return True
        is_ascii = False
    return is_ascii
