"""
Free text as people type it: what may be repaired, and when two names are the same.

Superfluous spaces and line breaks make values that should be equal unequal
(广西专业技术人员信息采集常见问题解答, 二(7)). `normalize` removes what no reader can see or would
miss and lists every change; it judges nothing. Chinese punctuation, circled
digits, Roman numerals and CJK compatibility ideographs are kept, because they
may be part of a name or a document number.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from attrs import field, frozen

from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.lists import listed
from credrules.masking import shown_repr, type_name
from credrules.values import exact_int, exact_number, exact_text, is_missing

__all__ = [
    "HAN_SET",
    "CleanText",
    "check",
    "findings_for",
    "format_for_print",
    "is_one_slip",
    "name_key",
    "near_duplicates",
    "normalize",
    "read_text",
    "same_name",
]
__dir__ = __all__.copy

# Zero-width and bidirectional controls, soft hyphen, byte order mark, fillers
# that print nothing, tags, and the C0/C1 controls that are not white space.
# Variation selectors are not here: they choose the glyph of a name.
_HIDDEN_SET: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_BREAK_SET: Final = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_SPACE_SET: Final = " \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"

HAN_SET: Final = "\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Han characters of all blocks, with 々, 〆 and 〇, for a set in a pattern."""
# The punctuation that brings its own space: no blank belongs next to it, or to a Han character.
_WIDE_SET: Final = (
    "\xb7\u3001-\u3004\u3008-\u301f\u30fb\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\uff5e"
)

_PLAIN: Final = re.compile("[!-~\u4e00-\u9fff\xb7\u3001\u3002\u3007-\u3011\u3014\u3015\uff08\uff09\uff0c\uff1a\uff1b]*")
_HIDDEN: Final = re.compile(f"[{_HIDDEN_SET}]+")
_BREAK: Final = re.compile(f"[{_BREAK_SET}]")
_GAP: Final = re.compile(f"[{_SPACE_SET}{_BREAK_SET}]+")
_HAN: Final = re.compile(f"[{HAN_SET}]")
_WIDE: Final = re.compile(f"[{_WIDE_SET}]")

# Full-width ASCII that is narrowed: letters, digits and the signs used among
# them. The Chinese punctuation ！（），：；？［］｛｝～ stays.
_KEPT: Final = frozenset("！（），：；？［］｛｝～")
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT}
_FULL_WIDTH: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _NARROW) + "]")

# Letters typed as base and accent (up to eight, which bounds the work), and
# what replaces characters when text is copied from a PDF file: Kangxi radicals,
# Latin ligatures, letters and digits of formulas.
_COMPOSABLE: Final = re.compile(
    "[A-Za-z\xc0-\u024f][\u0300-\u036f]{1,8}|[\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\U0001d400-\U0001d7ff]"
)
_COMPATIBLE: Final = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")

# Differences between two spellings of one name that have no meaning.
_FOLD: Final = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "（［｛〔【[{〖"), "("),
    **dict.fromkeys(map(ord, "）］｝〕】]}〗"), ")"),
    **dict.fromkeys(map(ord, "•・‧･∙⋅"), "·"),
    **dict.fromkeys(map(ord, " "), None),
    **dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)], None),  # the choice of a glyph
}

_LARGEST: Final = 10**40


@frozen
class CleanText:
    """
    A cell's content as normalised text, with the repairs made.

    `text` is None if the value is neither text nor a number, and empty if the
    cell is empty (None, NaN, blank).

    >>> read_text(" 工程师 ").text
    '工程师'
    """

    text: str | None = field(repr=shown_repr)
    changes: tuple[Change, ...] = ()


def normalize(text: str) -> tuple[str, tuple[Change, ...]]:
    """
    Return the clean spelling of `text` and one `Change` per kind of repair.

    Removed: invisible characters, line breaks, tabs, outer spaces. A run of
    blanks between two Han characters or beside Chinese punctuation is removed,
    any other becomes one space. Full-width letters, digits and signs are
    narrowed, Chinese punctuation is kept. Normalising again changes nothing.

    >>> normalize(" 张　三 ")[0], normalize("ＰＤＹ　00001")[0], normalize("甲市（一中）")
    ('张三', 'PDY 00001', ('甲市（一中）', ()))
    """
    text = str.__str__(text)
    if _PLAIN.fullmatch(text):
        return text, ()
    changes: list[Change] = []
    for kind, repair in _STEPS:
        after = repair(text)
        if after != text:
            changes.append(Change(kind, text, after))
            text = after
    return text, tuple(changes)


def _narrowed(text: str) -> str:
    return text.translate(_NARROW) if _FULL_WIDTH.search(text) else text


def _composed(text: str) -> str:
    composed = _COMPOSABLE.sub(_recomposed, text)
    # A letter from a ligature may be composed with the mark after it.
    return composed if composed == text else _COMPOSABLE.sub(_recomposed, composed)


def _recomposed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _without_breaks(text: str) -> str:
    return _GAP.sub(lambda gap: _joint(gap) if _BREAK.search(gap[0]) else gap[0], text)


def _joint(gap: re.Match[str]) -> str:
    """
    Return what belongs between the characters on both sides of a gap.
    """
    text, start, end = gap.string, gap.start(), gap.end()
    if start == 0 or end == len(text):
        return ""
    left, right = text[start - 1], text[end]
    if _WIDE.match(left) or _WIDE.match(right) or (_HAN.match(left) and _HAN.match(right)):
        return ""
    return " "


_STEPS: Final[tuple[tuple[ChangeKind, Callable[[str], str]], ...]] = (
    (ChangeKind.INVISIBLE, functools.partial(_HIDDEN.sub, "")),
    (ChangeKind.FULL_WIDTH, _narrowed),
    (ChangeKind.NOTATION, _composed),
    (ChangeKind.LINE_BREAK, _without_breaks),
    (ChangeKind.SPACE, functools.partial(_GAP.sub, _joint)),
)

_CODES: Final = {
    ChangeKind.SPACE: "TEXT.EXTRA_SPACE",
    ChangeKind.LINE_BREAK: "TEXT.LINE_BREAK",
    ChangeKind.INVISIBLE: "TEXT.INVISIBLE",
    ChangeKind.FULL_WIDTH: "TEXT.FULL_WIDTH",
    ChangeKind.CASE: "TEXT.CASE",
    ChangeKind.PUNCTUATION: "TEXT.PUNCTUATION",
    ChangeKind.NOTATION: "TEXT.NOTATION",
}


def findings_for(changes: Iterable[Change], clean: object) -> tuple[Finding, ...]:
    """
    Return one finding per kind of repair, each suggesting the clean value.

    A name replaced by its code gives no finding, because the text has no fault.

    >>> text, changes = normalize("工程师 ")
    >>> [item.code for item in findings_for(changes, text)]
    ['TEXT.EXTRA_SPACE']
    """
    kinds = dict.fromkeys(item.kind for item in changes)
    return tuple(finding(_CODES[kind], suggestion=clean) for kind in kinds if kind in _CODES)


def read_text(value: object) -> CleanText:
    """
    Read any object as normalised text; the common first step of every leaf.

    A number cell is read digit by digit (`12` and `12.0` are `"12"`), which is
    listed as a change of notation. Truth values, lists and other objects are
    not text. Never raises.

    >>> read_text(12.0).text, read_text(None).text, read_text([]).text
    ('12', '', None)
    """
    text = exact_text(value)
    if text is not None:
        return CleanText(*normalize(text))
    if is_missing(value):
        return CleanText("")
    digits = _digits(value)
    if digits is None:
        return CleanText(None)
    return CleanText(digits, (Change(ChangeKind.NOTATION, value, digits),))


def _digits(value: object) -> str | None:
    """
    Return a number as it would be written, None if it is not a finite number.
    """
    whole = exact_int(value)
    if whole is not None:
        return str(whole) if -_LARGEST < whole < _LARGEST else None
    number = exact_number(value)
    return None if number is None else str(number)


def check(value: object, *, on: object = None) -> Report[str]:  # noqa: ARG001  # every leaf takes `on`
    r"""
    Check a free text: it must not be empty, and it is cleaned.

    Empty cells give TEXT.EMPTY, objects that are neither text nor number
    TEXT.NOT_TEXT; every repair gives a finding whose suggestion is the clean
    text. Never raises.

    >>> report = check("工程\n师")
    >>> report.value, [item.code for item in report.findings]
    ('工程师', ['TEXT.LINE_BREAK'])
    """
    reading = read_text(value)
    if reading.text:
        return Report(value, reading.text, findings_for(reading.changes, reading.text), reading.changes, _RERUN)
    found = finding("TEXT.NOT_TEXT", kind=type_name(value)) if reading.text is None else finding("TEXT.EMPTY")
    return Report(value, None, (found,), reading.changes, _RERUN)


_RERUN: Final = Rerun(check)


def name_key(name: object) -> str:
    """
    Return a name without its layout, for comparison; empty if there is no name.

    White space, line breaks, width, kinds of brackets and kinds of middle dots
    have no meaning; letter case has.

    >>> name_key("甲市（第一） 中学") == name_key("甲市(第一)中学")
    True
    """
    text = read_text(name).text or ""
    text = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return text.translate(_FOLD)


def same_name(a: object, b: object) -> bool:
    """
    Return whether two names differ at most in layout; an empty name is never the same.

    A program that compares exactly takes the same unit with one extra space for
    two units (广西专业技术人员信息采集常见问题解答, 二(7)); this function does not.

    >>> same_name("甲市 第一中学", "甲市第一中学"), same_name("甲市一中", "甲市二中")
    (True, False)
    """
    key = name_key(a)
    return bool(key) and key == name_key(b)


def near_duplicates(names: Iterable[object]) -> tuple[tuple[str, ...], ...]:
    """
    Return the groups of spellings that differ only in layout, unchanged.

    Groups and the spellings in them keep the order of first appearance; a name
    with only one spelling is in no group. Values that are not text are skipped.

    >>> near_duplicates(["甲市一中", "乙市一中", "甲市 一中", "甲市一中"])
    (('甲市一中', '甲市 一中'),)
    """
    groups: dict[str, dict[str, None]] = {}
    for item in listed(names):
        spelling = exact_text(item)
        key = name_key(spelling)
        if spelling is not None and key:
            groups.setdefault(key, {})[spelling] = None
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def is_one_slip(a: str, b: str) -> bool:
    """
    Return whether two texts differ by exactly one letter, or by two exchanged neighbours.

    >>> is_one_slip("土家族", "士家族"), is_one_slip("家土族", "土家族"), is_one_slip("壮族", "壮族")
    (True, True, False)
    """
    if a == b:
        return False
    at = 0
    while a[at : at + 1] == b[at : at + 1]:
        at += 1
    return (
        a[at + 1 :] == b[at + 1 :]
        or a[at:] == b[at + 1 :]
        or a[at + 1 :] == b[at:]
        or (a[at : at + 2][::-1] == b[at : at + 2] and a[at + 2 :] == b[at + 2 :])
    )


def format_for_print(name: str, *, width: int = 3) -> str:
    """
    Spread a name of two Han characters over `width` characters, for print only.

    Layout is done by the report, never by typing blanks into the stored value
    (广西专业技术人员信息采集常见问题解答, 二(7)). Any other name is returned clean.

    >>> format_for_print("张三"), format_for_print("欧阳锋")
    ('张　三', '欧阳锋')
    """
    clean = normalize(name)[0]
    if len(clean) == 2 and all(map(_HAN.match, clean)):
        return clean[0] + "\u3000" * max(width - 2, 0) + clean[1]
    return clean
