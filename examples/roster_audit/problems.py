"""
What can be wrong with the input, the one line that says so, and the exit code.

The line tells what was found and what to do next. Exit codes are part of the program's face: scripts
may rely on them, so a code is never given a second meaning.
"""

from __future__ import annotations

import enum
import sys
from typing import TYPE_CHECKING, Final

from credrules.values import Label

if TYPE_CHECKING:
    from credrules.values import Lang

MAX_BYTES: Final = 200 * 1024 * 1024
"""A larger file is refused: nobody keeps such a roster, and somebody chose the wrong file."""

MAX_UNPACKED: Final = 2 * 1024**3
"""The same for what a workbook unpacks to, so that a small archive cannot fill the memory."""


class Trouble(enum.IntEnum):
    """
    Why the program stopped; the value is its exit code.
    """

    USAGE = 2
    NO_SUCH_FILE = 3
    NOT_A_FILE = 4
    EMPTY = 5
    TOO_LARGE = 6
    ENCODING = 7
    WRONG_KIND = 8
    NO_HEADINGS = 9
    FORMULA = 10
    NO_SUCH_SHEET = 11
    OUTPUT_EXISTS = 12
    CANNOT_WRITE = 13
    CANNOT_READ = 14
    DAMAGED = 15
    NO_PEOPLE = 16
    INTERRUPTED = 130


LINES: Final = {
    Trouble.USAGE: Label("参数不对：{detail}。用 --help 查看用法。", "wrong arguments: {detail}. See --help."),
    Trouble.NO_SUCH_FILE: Label(
        "找不到文件：{path}。请检查路径和文件名。", "no such file: {path}. Check the path and the name."
    ),
    Trouble.NOT_A_FILE: Label(
        "这不是一个文件（可能是文件夹）：{path}。请指定一个 CSV 或 XLSX 文件。",
        "not a file (a folder, perhaps): {path}. Name one CSV or XLSX file.",
    ),
    Trouble.EMPTY: Label(
        "文件是空的：{path}。请确认选对了文件或工作表。", "nothing in it: {path}. Is it the right file or sheet?"
    ),
    Trouble.TOO_LARGE: Label(
        "文件太大（{size} MB，上限 {limit} MB）：{path}。请按单位分成几个文件。",
        "too large ({size} MB, the limit is {limit} MB): {path}. Split it by unit.",
    ),
    Trouble.ENCODING: Label(
        "无法按 {encoding} 读出文字：{path}{where}。请用 Excel 另存为“CSV UTF-8”，或用 --encoding 指定编码。",
        "cannot be decoded as {encoding}: {path}{where}. Save it as CSV UTF-8, or name its --encoding.",
    ),
    Trouble.WRONG_KIND: Label("{path}：{detail}", "{path}: {detail}"),
    Trouble.NO_HEADINGS: Label(
        "前 {rows} 行里没有认出标题行（姓名、身份证号等列名）：{path}。请确认表格有标题行，或用 --sheet 指定工作表。",
        "no heading row (name, identity number, ...) recognised in the first {rows} rows: {path}. "
        "Is there one? --sheet picks a sheet.",
    ),
    Trouble.FORMULA: Label(
        "单元格 {cell} 是没有算出结果的公式（工作表“{sheet}”）：{path}。请用 Excel 打开并保存一次，或粘贴为数值。",
        "cell {cell} of sheet {sheet!r} holds a formula without a stored result: {path}. "
        "Open and save it in Excel once, or paste values.",
    ),
    Trouble.NO_SUCH_SHEET: Label(
        "没有名为“{sheet}”的工作表：{path}。现有：{sheets}。", "no sheet {sheet!r} in {path}. There are: {sheets}."
    ),
    Trouble.OUTPUT_EXISTS: Label(
        "结果已经存在，没有覆盖：{path}。请换一个 --out 文件夹，或加 --force。",
        "output already there, nothing overwritten: {path}. Choose another --out, or add --force.",
    ),
    Trouble.CANNOT_WRITE: Label("无法写入：{path}（{detail}）。", "cannot write {path} ({detail})."),
    Trouble.CANNOT_READ: Label("无法读取：{path}（{detail}）。", "cannot read {path} ({detail})."),
    Trouble.DAMAGED: Label("文件已损坏，无法读完：{path}（{detail}）。", "the file is damaged: {path} ({detail})."),
    Trouble.NO_PEOPLE: Label("只有标题行，没有人员：{path}。", "there are headings but no people: {path}."),
    Trouble.INTERRUPTED: Label("已中断，没有留下任何结果。", "interrupted; no output was left behind."),
}


class BadInputError(Exception):
    """
    One expected problem; `line` is what the person at the keyboard reads.
    """

    def __init__(self, trouble: Trouble, **details: object) -> None:
        self.trouble = trouble
        self.details = details
        super().__init__(trouble.name)

    def line(self, lang: Lang) -> str:
        """
        Return the problem in one line, in `"zh"` or `"en"`.
        """
        details = {key: item.text(lang) if isinstance(item, Label) else item for key, item in self.details.items()}
        words = LINES[self.trouble].text(lang).format_map(details)
        return " ".join(words.split())


def wrong_kind(path: object, zh: str, en: str) -> BadInputError:
    """
    Return the problem that a file's content is not what its name or the program expects.
    """
    return BadInputError(Trouble.WRONG_KIND, path=path, detail=Label(zh, en))


def damaged(path: object, error: Exception) -> BadInputError:
    """
    Return the problem that a reader of workbooks cannot go on, for whatever reason it gives.
    """
    why = f"{type(error).__name__}: {error}"[:120]
    detail = Label(f"{why}；请用 Excel 打开并另存一次", f"{why}; open it in Excel and save it again")
    return BadInputError(Trouble.DAMAGED, path=path, detail=detail)


def complain(problem: BadInputError, lang: Lang = "zh") -> int:
    """
    Print a problem in one line on standard error and return the exit code of the program.
    """
    sys.stderr.write(problem.line(lang) + "\n")
    return int(problem.trouble)
