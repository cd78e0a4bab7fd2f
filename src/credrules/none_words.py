"""
What people write where there is nothing to write: no number, no date, no title.

What is read as "none" depends on the cell. 缺 is no number but may be anything
in a date, 0 is no date but may begin a number, 未评 speaks of titles only. The
words are listed once; a kind of cell adds its own to those of all cells.

Limitations: texts are compared in lower case as they stand; 无 followed by
whatever is missing is read only where it is listed.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "NO_CERTIFICATE_NUMBER_WORDS",
    "NO_DATE_WORDS",
    "NO_DEGREE_OR_POST_WORDS",
    "NO_NUMBER_WORDS",
    "NO_TITLE_WORDS",
]


def __dir__() -> list[str]:
    return sorted(__all__)


# fmt: off
# Said in every kind of cell.
_PLAINLY_NONE: Final = frozenset(("无", "没有"))
_EVERYWHERE: Final = _PLAINLY_NONE | {"暂无", "none", "/", "-", "——"}

# Marks and abbreviations that are none in numbers, in dates, and of degrees and posts.
_MARKS: Final = frozenset(("\\", "--", "—", "n/a", "na"))

# Not said, not known, not yet: in numbers and in dates.
_UNSAID: Final = _EVERYWHERE | _MARKS | {
    "空", "不详", "未知", "不清楚", "未填", "待补", "null", "nil", "nan", "unknown", "//", ".", "?", "？", "*",
}

# 无 and what a number is called.
_WITHOUT_NUMBER: Final = frozenset(("无号", "无编号", "无证书号", "无号码"))

NO_NUMBER_WORDS: Final = _UNSAID | _WITHOUT_NUMBER | {"缺", "暂缺", "无证", "no", "tbd", "、"}
"""Where a number belongs."""

NO_CERTIFICATE_NUMBER_WORDS: Final = _PLAINLY_NONE | _WITHOUT_NUMBER | {"无证书编号", "没有编号", "无证号", "没有号码"}
"""Where a certificate's number belongs, and it is said that the certificate bears none."""

NO_DATE_WORDS: Final = _UNSAID | {
    "无此项", "空白", "未详", "不明", "不清", "不知道", "不记得", "未定", "待定", "待查", "待核", "略", "---", "–",
    "0", "00", "000", "0000", "nat", "#n/a",
}
"""Where a date belongs."""

NO_TITLE_WORDS: Final = _EVERYWHERE | {"无职称", "无技术职称", "未评", "未评定", "未定级", "未定职级"}
"""Where a title belongs, of a person who has none."""

NO_DEGREE_OR_POST_WORDS: Final = _MARKS | _PLAINLY_NONE | {"无学位", "无职务", "未取得", "———"}
"""Where a degree, a post or the like belongs, of a person who has none."""
# fmt: on
