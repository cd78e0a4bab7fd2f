"""
Words that say that there is nothing to enter: no number, no date, no title.

Which words mean "none" depends on the cell. 缺 means "no number" but is unclear
in a date, 0 means "no date" but may begin a number, 未评 is used for titles only.
Each word is listed once; a kind of cell adds its own words to those of all
cells.

Limitations: texts are compared in lower case, otherwise unchanged; 无 followed
by what is missing is recognised only if it is listed.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "CERTIFICATE_HEADING_WORDS",
    "NONE_WORDS",
    "NO_CERTIFICATE_NUMBER_WORDS",
    "NO_DATE_WORDS",
    "NO_DEGREE_OR_POST_WORDS",
    "NO_NUMBER_WORDS",
    "NO_TEXT_WORDS",
    "NO_TITLE_WORDS",
    "NO_UNIT_WORDS",
    "says_none",
]
__dir__ = __all__.copy

# fmt: off
_PLAINLY_NONE: Final = frozenset(("无", "没有"))
NONE_WORDS: Final = _PLAINLY_NONE | {"暂无", "none", "/", "-", "——"}
"""Words for "none" in every kind of cell."""

# Marks and abbreviations that mean "none" in numbers and dates, and for degrees and posts.
_MARKS: Final = frozenset(("\\", "--", "—", "n/a", "na"))

# Not stated, not known, not yet: for numbers and dates.
_UNSAID: Final = NONE_WORDS | _MARKS | {
    "空", "不详", "未知", "不清楚", "未填", "待补", "null", "nil", "nan", "unknown", "//", ".", "?", "？", "*",
}

# 无 followed by a word for a number.
_WITHOUT_NUMBER: Final = frozenset(("无号", "无编号", "无证书号", "无号码"))

NO_NUMBER_WORDS: Final = _UNSAID | _WITHOUT_NUMBER | {"缺", "暂缺", "无证", "no", "tbd", "、"}
"""Words for "none" in a cell for a number."""

NO_CERTIFICATE_NUMBER_WORDS: Final = _PLAINLY_NONE | _WITHOUT_NUMBER | {"无证书编号", "没有编号", "无证号", "没有号码"}
"""Words in a cell for a certificate number which say that the certificate bears none."""

CERTIFICATE_HEADING_WORDS: Final = frozenset({
    "编号", "号", "号码", "证号", "证书编号", "证书号", "证书号码", "证书编码", "资格证编号", "资格证书编号",
    "资格证书号", "职称证书编号", "管理号", "证书管理号", "登记号", "证书登记号", "注册号",
})
"""Words in a cell for a certificate number that are a heading and no number."""

NO_DATE_WORDS: Final = _UNSAID | {
    "无此项", "空白", "未详", "不明", "不清", "不知道", "不记得", "未定", "待定", "待查", "待核", "略", "---", "–",
    "0", "00", "000", "0000", "nat", "#n/a",
}
"""Words for "none" in a cell for a date."""

NO_TITLE_WORDS: Final = NONE_WORDS | {"无职称", "无技术职称", "未评", "未评定", "未定级", "未定职级"}
"""Words for a person without a title."""

NO_UNIT_WORDS: Final = _PLAINLY_NONE | {
    "无单位", "无工作单位", "暂无", "/", "//", "-", "--", "---", "—", "——", "、",
}
"""Words for a person without a unit."""

NO_TEXT_WORDS: Final = _PLAINLY_NONE | {
    "暂无", "/", "-", "——", "--", "—", "\\", "n/a", "空", "不详", "未知", "不清楚", "未填", "待补",
}
"""Words for "nothing to enter" in a cell for a text; no word that might be a name or a login."""

NO_DEGREE_OR_POST_WORDS: Final = _MARKS | _PLAINLY_NONE | {"无学位", "无职务", "未取得", "———"}
"""Words for a person without a degree, a post or the like."""
# fmt: on

_LONGEST: Final = 10


def says_none(value: object) -> bool:
    """
    Return whether a text cell holds only a word for "nothing to enter", so that it is as good as empty.

    >>> says_none(" 无 "), says_none("无锡市第一中学"), says_none(0)
    (True, False, False)
    """
    return type(value) is str and len(value) <= _LONGEST and value.strip().lower() in NO_TEXT_WORDS
