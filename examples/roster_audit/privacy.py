"""
What a report may show of a cell.

The library masks identifiers in its messages; here it is the user's own cells that are shown, in all their
dirt: blanks inside a number, full-width digits, a number in the wrong column. So a cell is judged by what
is left when layout is taken away.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from credrules.masking import mask_email

MASK: Final = "*"
MAX_SHOWN: Final = 80
"""A longer cell is cut: a report shows what is wrong, it does not carry the data."""

_DATE: Final = re.compile(r"(?:\d{4}|\d{2})\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{0,2})?\s*[日号月]?(?: 00:00:00)?")
_COMPACT_DATE: Final = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?|\d{5}")
# Letters and digits, with what people put between the groups of a number.
_RUN: Final = re.compile(r"[0-9A-Za-z](?:[ \u00a0\t\r\n._-]*[0-9A-Za-z])*")
_SENSITIVE: Final = re.compile(
    r"身份|证件|号码|电话|手机|联系|邮箱|邮件|地址|住址|编号|证书号|证号|管理号"
    r"|id ?n|phone|mobile|mail|address|certificate n",
    re.IGNORECASE,
)
# Ones only: the sign for "no number" and its slips.
_ONE: Final = "1"


def is_sensitive(heading: str) -> bool:
    """
    Tell from its heading whether a column holds numbers or addresses that are not shown whole.

    >>> is_sensitive("身份证号"), is_sensitive("毕业院校")
    (True, False)
    """
    return _SENSITIVE.search("".join(heading.split())) is not None


def shown(cell: object, *, sensitive: bool, masked: bool) -> str:
    """
    Return a cell as a report shows it: on one line, layout visible, identifiers masked.

    >>> shown("450000 19930701 0014", sensitive=True, masked=True)
    '450000 ******** 0014'
    >>> shown("张　三", sensitive=False, masked=True)
    '张␣三'
    """
    text = "" if cell is None else str(cell)
    if masked and set(text.strip()) != {_ONE}:
        text = _masked(text, sensitive=sensitive)
    if len(text) > MAX_SHOWN:
        text = text[: MAX_SHOWN - 1] + "…"
    return _visible(text)


def _masked(text: str, *, sensitive: bool) -> str:
    # Character by character, so that the layout, which is often the problem, stays what it was.
    narrow = "".join(form if len(form := unicodedata.normalize("NFKC", mark)) == 1 else mark for mark in text)
    bare = narrow.strip()
    if "@" in narrow:
        return mask_email(narrow)
    if not sensitive and (_DATE.fullmatch(bare) or _COMPACT_DATE.fullmatch(bare)):
        return text
    hidden = {place for found in _RUN.finditer(narrow) for place in _hidden(found, sensitive=sensitive)}
    if sensitive and not hidden and not any(mark.isdigit() for mark in narrow) and len(bare) > 8:
        # An address or the like: its beginning tells the column was read, not more.
        return text[:6] + MASK * 3
    return "".join(MASK if place in hidden else mark for place, mark in enumerate(text))


def _hidden(found: re.Match[str], *, sensitive: bool) -> list[int]:
    """
    Return the places of a run that are hidden: all but the edges of what may be a number.
    """
    places = [found.start() + offset for offset, mark in enumerate(found[0]) if mark.isalnum()]
    digits = sum(mark.isdigit() for mark in found[0])
    if len(places) < 4 or not digits or (not sensitive and (len(places) < 7 or digits < 6)):
        return []
    size = len(places)
    head, tail = (6, 4) if size >= 14 else ((size + 1) // 4, size // 5)
    return places[head : size - tail]


def _visible(text: str) -> str:
    """
    Show what the eye would miss: line breaks, and blanks that are wide, doubled or at the edges.
    """
    text = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎").replace("\t", "⇥")
    text = "".join("␣" if mark.isspace() and mark != " " else mark for mark in text)
    text = re.sub(r" {2,}", lambda found: "␣" * len(found[0]), text)
    inner = text.strip(" ")
    if not inner:
        return text
    left = len(text) - len(text.lstrip(" "))
    right = len(text) - len(text.rstrip(" "))
    return "␣" * left + inner + "␣" * right


def safe_for_spreadsheet(text: str) -> str:
    """
    Return a text that a spreadsheet will not run as a formula when it opens a CSV file.

    >>> safe_for_spreadsheet("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} and len(text) > 1 else text
