"""
Number of a certificate: free text, or 11111111 where the certificate has none.

Certificate numbers have no common form, so hardly anything is refused. The sign
for "no number" is exactly eight digits 1 (广西专业技术人员信息采集常见问题解答, 二(15)).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import ChangeKind, Finding, Report, finding, value_or_raise
from credrules.identifiers._drafts import (
    Draft,
    as_shown,
    is_damaged,
    is_masked,
    is_nothing_word,
    is_one_character,
    open_cell,
    report_of,
    rerun_of,
    unwrap,
)
from credrules.none_words import CERTIFICATE_HEADING_WORDS, NO_CERTIFICATE_NUMBER_WORDS
from credrules.values import exact_text

__all__ = [
    "NO_NUMBER",
    "CertificateNumber",
    "check",
    "format",
    "is_placeholder",
    "is_valid",
    "mask",
    "normalize",
    "parse",
]
__dir__ = __all__.copy

NO_NUMBER: Final = "11111111"
"""Entered if the certificate carries no number; not a number itself."""

# The wrong count of ones, or a letter among them that looks like a one.
_ALMOST: Final = re.compile(r"[1lI|]{6,10}")
_GROUPED: Final = re.compile(r"1{1,7}(?:[ -]1{1,7})+")
# What a number has and a word about it (编号, 见证书, 遗失, 同上) has not: a figure or a letter of an alphabet.
_FIGURE: Final = re.compile(
    "[0-9A-Za-z〇○零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸]|[^\\W\\d_\u2e80-\u9fff\uf900-\ufaff]|\\d"
)
_LONGEST: Final = 60


@frozen(repr=False)
class CertificateNumber:
    """
    A certificate number as text; `is_placeholder` if it is the sign for "no number".

    >>> parse("11111111").is_placeholder, parse("桂职改字0312345").is_placeholder
    (True, False)
    """

    text: str
    is_placeholder: bool = False

    def __repr__(self) -> str:
        return f"CertificateNumber({masking.mask(self.text)!r}, is_placeholder={self.is_placeholder})"


def is_placeholder(value: object) -> bool:
    """
    Return whether a number is the sign for "no number", which must not be used in any look-up.

    >>> is_placeholder("11111111"), is_placeholder("1111111")
    (True, False)
    """
    return normalize(value) == NO_NUMBER


def check(value: object, *, on: dt.date | None = None) -> Report[CertificateNumber]:
    """
    Check a certificate number; accepts any object and never raises.

    `on` is ignored; accepted for uniformity. Words such as 无 are refused with
    the text to enter instead; damage by a spreadsheet is reported.

    >>> [item.code for item in check("1111111").findings]
    ['CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER']
    >>> check("无").ok, check("无").findings[0].suggestion
    (False, '11111111')
    """
    return report_of(
        value,
        _read(value),
        lambda number: _judge(number, from_number=exact_text(value) is None),
        lambda number: CertificateNumber(number, number == NO_NUMBER),
        rerun_of(check, on),
    )


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("0312345"), is_valid("不详")
    (True, False)
    """
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the cleaned text; letter case and hyphens are part of the number.

    >>> normalize(" Ａ-０００１ ")
    'A-0001'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> CertificateNumber:
    """
    Return the typed number, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the number for people; the placeholder in words.

    >>> format("11111111"), format("0312345")
    ('无编号', '0312345')
    """
    number = normalize(value)
    return "无编号" if number == NO_NUMBER else number


def mask(value: object) -> str:
    """
    Return what may be shown of the number; the placeholder is not secret.

    >>> mask("0312345"), mask("11111111")
    ('03****5', '11111111')
    """
    number = normalize(value)
    return number if number == NO_NUMBER else masking.mask(number)


def _read(value: object) -> Draft:
    draft = unwrap(open_cell(value, "CERTIFICATE_NUMBER"))
    if _GROUPED.fullmatch(draft.text) and draft.text.count("1") == len(NO_NUMBER):
        draft = draft.step(ChangeKind.NOTATION, NO_NUMBER)
    if draft.problem is None and is_damaged(value, draft.text):
        return as_shown(value, draft).refused("CERTIFICATE_NUMBER.DAMAGED")
    says_none = draft.text in NO_CERTIFICATE_NUMBER_WORDS
    if (
        says_none
        or is_nothing_word(draft.text)
        or draft.text.rstrip(":：") in CERTIFICATE_HEADING_WORDS
        or not any(map(str.isalnum, draft.text))
    ):
        return draft.refused("CERTIFICATE_NUMBER.NO_NUMBER_WORD", suggestion=NO_NUMBER if says_none else None)
    return draft


def _judge(number: str, *, from_number: bool) -> Iterator[Finding]:
    if number == NO_NUMBER:
        yield finding("CERTIFICATE_NUMBER.PLACEHOLDER")
        return
    if _ALMOST.fullmatch(number):
        yield finding("CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER", length=len(number), suggestion=NO_NUMBER)
    elif is_one_character(number) or number == "0":
        yield finding("CERTIFICATE_NUMBER.FILLER")
    elif not _FIGURE.search(number):
        yield finding("CERTIFICATE_NUMBER.WORDS")
    if from_number:
        yield finding("CERTIFICATE_NUMBER.NUMBER_CELL")
    if is_masked(number):
        yield finding("CERTIFICATE_NUMBER.MASKED")
    if len(number) > _LONGEST:
        yield finding("CERTIFICATE_NUMBER.LONG", length=len(number))
