"""
What the identifier modules share: reading a cell, listing repairs, reporting damage.

Only spelling is repaired here, never a digit: spaces, hyphens, quotes, full
width and letter case have no meaning in an identifier.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeVar, cast

from credrules import text
from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.masking import type_name
from credrules.none_words import NO_NUMBER_WORDS
from credrules.values import FrozenMap, Severity, exact_day, exact_int, exact_text

T = TypeVar("T")

# Signs around a number that mark it as text in a spreadsheet or a CSV file:
# 'number, `number, ="number", "number".
_QUOTES: Final = "'`\"\u2018\u2019\u201a\u201b\u201c\u201d\u00b4\u2032"
_HYPHENS: Final = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"))
_BEFORE: Final = f"{_QUOTES}= "
_AFTER: Final = f"{_QUOTES}。，,；;、 "
_POINT_ZERO: Final = re.compile(r"([0-9]{5,})\.0+")

# A label typed before the number (手机：13800000000, tel:0771-0000000) and a
# remark in brackets after it (0771-0000000（办公室）). If there are several brackets
# in a row, none is the remark.
_LABEL: Final = (
    r"(?:[\u4e00-\u9fff]{0,8}(?:号码?|代码|电话|手机|座机|固话|身份证|法人码|办公室)|tel|phone|mobile)"
    r"(?: ?[:：] ?| ?(?=[0-9+]))"
)
_FRONT: Final = re.compile(f"[{_BEFORE}]*")
_LABELLED_FRONT: Final = re.compile(f"(?:[{_BEFORE}]|{_LABEL})*", re.IGNORECASE)
_REMARK: Final = re.compile(f"(?<![)）.{_AFTER}]) ?[(（][\u4e00-\u9fff、 ]{{1,12}}[)）]$")
_SCIENTIFIC: Final = re.compile(r"[0-9](?:[.,][0-9]*)?[eE][+-]?[0-9]{1,3}")
_MASKED: Final = re.compile("[*•●]{2}")

# From here on a binary floating-point number no longer holds every integer, so
# the digits typed into such a cell may already have changed.
_EXACT_FLOATS: Final = 2**53
_EXACT_DIGITS: Final = 15

DIGITS: Final = frozenset("0123456789")
AREA_CODE: Final = "0(?:10|2[0-9]|[3-9][0-9]{2})"
"""The area codes of fixed telephones: 010, 02 and a digit, or 0 and three digits that begin with 3 to 9."""


class Draft(NamedTuple):
    """
    A text on its way to the canonical spelling, with the repairs so far.

    `problem` is why it cannot be read as this identifier at all; such a draft takes no further step.
    """

    text: str
    changes: tuple[Change, ...] = ()
    problem: Finding | None = None

    def step(self, kind: ChangeKind, after: str) -> Draft:
        """
        Return the draft with one more repair; the same draft when nothing changed.
        """
        if after == self.text or self.problem is not None:
            return self
        return Draft(after, (*self.changes, Change(kind, self.text, after)))

    def refused(self, code: str, **params: Any) -> Draft:  # noqa: ANN401  # whatever fills the wording
        """
        Return the draft with the finding that gives the reason; the first reason stays.
        """
        return self if self.problem is not None else self._replace(problem=finding(code, **params))


def open_cell(value: object, prefix: str) -> Draft:
    """
    Read any object as normalised text; if there is none, the draft's problem gives the reason.

    >>> open_cell(None, "MOBILE").problem.code, open_cell([], "MOBILE").problem.code
    ('MOBILE.EMPTY', 'MOBILE.NOT_TEXT')
    """
    reading = text.read_text(value)
    if reading.text is None:
        return Draft("").refused(f"{prefix}.NOT_TEXT", kind=type_name(value))
    draft = Draft(reading.text, reading.changes)
    return draft if draft.text else draft.refused(f"{prefix}.EMPTY")


def open_number(value: object, prefix: str) -> Draft:
    """
    Read a cell that should hold a number; the problem may be a damaged cell or a word for "no number".

    >>> open_number("4.5E+17", "CITIZEN_ID").problem.code, open_number("无", "MOBILE").problem.code
    ('CITIZEN_ID.DAMAGED', 'MOBILE.PLACEHOLDER')
    """
    draft = unlabel(open_cell(value, prefix))
    if draft.problem is None and is_damaged(value, draft.text):
        return as_shown(value, draft).refused(f"{prefix}.DAMAGED")
    return draft.refused(f"{prefix}.PLACEHOLDER") if is_nothing_word(draft.text) else draft


def close_number(draft: Draft, prefix: str) -> Draft:
    """
    Refuse a compacted number that is only a filler or is masked.

    >>> [close_number(Draft(text), "MOBILE").problem.code for text in ("00000000000", "138****0000")]
    ['MOBILE.PLACEHOLDER', 'MOBILE.MASKED']
    """
    if not draft.text or is_one_character(draft.text):
        return draft.refused(f"{prefix}.PLACEHOLDER")
    return draft.refused(f"{prefix}.MASKED") if is_masked(draft.text) else draft


def unwrap(draft: Draft, front: re.Pattern[str] = _FRONT) -> Draft:
    """
    Remove the quotes, equals sign and `.0` that a spreadsheet export leaves, and a comma or full stop at the end.

    `front` matches what may stand before the number.

    >>> unwrap(Draft("'0312345")).text, unwrap(Draft('="0312345"')).text, unwrap(Draft("13800000000.0")).text
    ('0312345', '0312345', '13800000000')
    """
    inner = front.sub("", draft.text, count=1).rstrip(_AFTER)
    found = _POINT_ZERO.fullmatch(inner)
    if found and len(found[1]) <= _EXACT_DIGITS:
        inner = found[1]
    return draft.step(ChangeKind.NOTATION, inner)


def unlabel(draft: Draft) -> Draft:
    """
    Remove labels before the number as well, however often labels and quotes alternate.

    >>> unlabel(Draft("手机：'13800000000")).text
    '13800000000'
    """
    return unwrap(draft, _LABELLED_FRONT)


def compact(draft: Draft) -> Draft:
    """
    Remove the spaces and hyphens that group digits, then labels, quotes and punctuation at the ends.

    >>> compact(Draft("450000 19930701-0014")).text, compact(Draft("450000199307010014;-")).text
    ('450000199307010014', '450000199307010014')
    """
    draft = draft.step(ChangeKind.SPACE, draft.text.replace(" ", ""))
    # A hyphen in front groups nothing: it may be the sign of a negative number.
    return unlabel(draft.step(ChangeKind.NOTATION, draft.text[:1] + draft.text[1:].translate(_HYPHENS)))


def without_remark(draft: Draft) -> Draft:
    """
    Remove a remark in Han characters in brackets at the end.

    >>> without_remark(Draft("0771-0000000（办公室）")).text
    '0771-0000000'
    """
    return draft.step(ChangeKind.NOTATION, _REMARK.sub("", draft.text, count=1))


def upper(draft: Draft) -> Draft:
    """
    Convert an ASCII text to capitals; a text with other characters is left for the checks that follow.
    """
    after = draft.text.upper() if draft.text.isascii() else draft.text
    return draft.step(ChangeKind.CASE, after)


def is_damaged(value: object, shown: str) -> bool:
    """
    Return whether a spreadsheet has lost digits: `4.50103E+17`, `#####`, a large float, or such a float as text.

    >>> is_damaged("4.5E+17", "4.5E+17"), is_damaged(4.50000199307010014e17, "…"), is_damaged(13.0, "13")
    (True, True, False)
    """
    if exact_text(value) is None and issubclass(type(value), float):
        number = exact_int(value)
        return number is None or abs(number) >= _EXACT_FLOATS
    if len(shown) > 1 and not shown.strip("#"):
        return True
    return _SCIENTIFIC.fullmatch(shown) is not None or _POINT_ZERO.fullmatch(shown) is not None


def as_shown(value: object, draft: Draft) -> Draft:
    """
    Return a damaged cell unchanged: the digits of a large float are not those of the number.

    >>> as_shown(4.5e17, Draft("450000000000000000")).text
    '4.5e+17'
    """
    return Draft(float.__repr__(cast("float", value))) if issubclass(type(value), float) else draft


def is_nothing_word(shown: str) -> bool:
    """
    Return whether a text says that there is no number (`无`, `不详`, `/`, `N/A`).

    >>> is_nothing_word("不详"), is_nothing_word("0312345")
    (True, False)
    """
    return shown.lower() in NO_NUMBER_WORDS


def is_one_character(shown: str) -> bool:
    """
    Return whether a text repeats one character four times or more (`000000`).
    """
    return len(shown) >= 4 and not shown.strip(shown[0])


def is_masked(shown: str) -> bool:
    """
    Return whether the middle was made unreadable on purpose (`450000********0014`).

    >>> is_masked("450000********0014"), is_masked("450000199307010014")
    (True, False)
    """
    return _MASKED.search(shown) is not None


def digits(part: str) -> bool:
    """
    Return whether a text consists of ASCII digits only (`str.isdigit` also takes ² and ٣).

    >>> digits("09"), digits("٣"), digits("")
    (True, False, False)
    """
    return part.isascii() and part.isdigit()


def wrong_places(shown: str, allowed: frozenset[str]) -> tuple[int, ...]:
    """
    Return the places (from 1, five at most) of characters that are not allowed.

    >>> wrong_places("12a4", frozenset("1234"))
    (3,)
    """
    return tuple(itertools.islice((place for place, mark in enumerate(shown, 1) if mark not in allowed), 5))


def rerun_of(function: Callable[..., Report[Any]], on: object) -> Rerun:
    """
    Return the call that checks again with the same day; an object that is no date is no day.
    """
    return _rerun(function, exact_day(on))


@functools.lru_cache(maxsize=1024)
def _rerun(function: Callable[..., Report[Any]], on: dt.date | None) -> Rerun:
    return Rerun(function, FrozenMap(on=on)) if on is not None else Rerun(function)


def report_of(
    raw: object, draft: Draft, judge: Callable[[str], Iterable[Finding]], make: Callable[[str], T], rerun: Rerun
) -> Report[T]:
    """
    Build a report: repairs first, then what `judge` finds in the text; a value only if there is no error.

    A draft with a problem is reported with that alone.
    """
    if draft.problem is not None:
        return Report(raw, None, (draft.problem,), draft.changes, rerun)
    judged = tuple(judge(draft.text))
    sound = not any(item.severity is Severity.ERROR for item in judged)
    # A value that is refused stays as it was written.
    findings = (*text.findings_for(draft.changes, draft.text if sound else None), *judged)
    return Report(raw, make(draft.text) if sound else None, findings, draft.changes, rerun)
