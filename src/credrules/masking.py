"""
What may be shown of an identifier.

One rule for every repr, message and exception of the library: runs of letters
and digits that could identify a person or a certificate keep their edges and
lose their middle. Dates and short codes stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from typing import Any, Final, cast

__all__ = [
    "mask",
    "mask_email",
    "mask_text",
    "masked_repr",
    "masked_str",
    "own_text",
    "shown_repr",
    "shown_text",
    "type_name",
]


def __dir__() -> list[str]:
    return sorted(__all__)


# What may identify a person or a certificate: a run of seven or more letters
# and digits with at least six digits (ID numbers, phone numbers, certificate
# numbers), in whatever script, or groups of digits with blanks or dashes in
# between (138 0000 0000). ISO dates and numbers of standards are matched first
# and stay; division codes have six digits.
_SIGN: Final = r"\dA-Za-z\uff21-\uff3a\uff41-\uff5a"
_LETTER: Final = r"A-Za-z\uff21-\uff3a\uff41-\uff5a"
_DIGIT: Final = r"\d"
_RUN: Final = re.compile(
    f"(?<![{_SIGN}])(?:"
    f"(?P<kept>(?:18|19|20|21|22)[0-9]{{2}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?![{_SIGN}-])"
    f"|(?:GB|GB/T|ISO|DB[0-9]{{2}}/T) ?[0-9]{{3,5}}(?:\\.[0-9]{{1,2}})?-[0-9]{{4}}(?![{_SIGN}-]))"
    f"|(?=[{_LETTER}]*(?:{_DIGIT}[{_LETTER}]*){{6}})[{_SIGN}]{{7,}}"
    f"|{_DIGIT}+(?:[ .\\t\u3000\u2010-\u2015\uff0d-]{{1,3}}{_DIGIT}+)+[Xx\uff38\uff58]?)"
)
_FEW_DIGITS: Final = 6
# Groups of digits that are a date or two years (1993.07.01, 1/7/1993, 2012-2013), or an occupation (2-02-15-01).
_GAP: Final = r"[ .\t\u3000\u2010-\u2015\uff0d-]"
_YEAR: Final = "(?:18|19|20|21|22)[0-9]{2}"
_NOBODY: Final = re.compile(
    f"{_YEAR}{_GAP}[0-9]{{1,2}}(?:{_GAP}[0-9]{{1,2}})?|[0-9]{{1,2}}{_GAP}[0-9]{{1,2}}{_GAP}{_YEAR}|{_YEAR}{_GAP}{_YEAR}"
    "|[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
_EMAIL: Final = re.compile(r"([^\s@\uff20]{1,64})([@\uff20])(?=[^\s@\uff20])")
_HIDDEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_LONGEST_TEXT: Final = 60
_LONGEST_REPR: Final = 200


def mask(text: str, *, head: int = 6, tail: int = 4) -> str:
    """
    Replace the middle of `text` by asterisks, keeping `head` and `tail` characters.

    A text too short to keep both ends keeps about a third of itself, and never
    everything.

    >>> mask("450000199307010014")
    '450000********0014'
    >>> mask("0312345")
    '03****5'
    """
    size = len(text)
    if size < head + tail + 4:
        head, tail = (size + 1) // 4, size // 5
    return text[:head] + "*" * (size - head - tail) + text[size - tail :]


def mask_email(text: str) -> str:
    """
    Keep the first letter and the domain of an e-mail address.

    >>> mask_email("zhangsan@example.org")
    'z*******@example.org'
    """
    return _EMAIL.sub(lambda found: found[1][0] + "*" * max(len(found[1]) - 1, 1) + found[2], text)


def mask_text(text: str) -> str:
    """
    Mask every identifier-like run in a free text.

    >>> mask_text("身份证 450000199307010014, 生于 1993-07-01, 45000")
    '身份证 450000********0014, 生于 1993-07-01, 45000'
    """
    return _unbroken(text, _masked_runs)


def _unbroken(text: str, masked: Callable[[str], str]) -> str:
    shown = masked(text)
    if _HIDDEN.search(shown):
        # Characters that print nothing must not break a number into harmless pieces.
        bare = _HIDDEN.sub("", text)
        whole = masked(bare)
        return shown if whole == bare else whole
    return shown


def _masked_runs(text: str) -> str:
    return _RUN.sub(_masked, mask_email(text) if "@" in text or "\uff20" in text else text)


def _masked(found: re.Match[str]) -> str:
    run = found[0]
    if found["kept"] is not None:
        return run
    if run.isalnum():
        return mask(run)
    few = sum(map(str.isdecimal, run)) <= _FEW_DIGITS
    return run if few or _NOBODY.fullmatch(run) else mask(run)


def masked_repr(value: object) -> str:
    """
    Return a short repr of any object in which no identifier is whole.

    >>> masked_repr("450000199307010014")
    "'450000********0014'"
    """
    if issubclass(type(value), str):
        text = own_text(value)
        return repr(mask_text(_cut(text, _LONGEST_TEXT)))
    try:
        text = str.__str__(repr(value))
    except Exception:  # noqa: BLE001  # a foreign object's repr may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(_cut(text, _LONGEST_REPR))


def shown_repr(value: object) -> str:
    """
    Return a repr of what somebody gave, more careful than `masked_repr`.

    Certificate numbers may be short, so runs of five with four digits are
    masked too, and so are groups of digits with one or two other signs in
    between (〔2013〕0345) unless they are a date; whole mappings and sequences (a
    record with its names and addresses) are told by type and size only.

    >>> shown_repr("A12345"), shown_repr("1993年7月"), shown_repr({"address": "甲市乙路 1 号"})
    ("'A****5'", "'1993年7月'", '<dict of 1>')
    """
    kind = type(value)
    if kind in _CONTAINERS:
        return f"<{type_name(value)} of {len(cast('Sized', value))}>"
    if issubclass(kind, str):
        return repr(shown_text(_cut(own_text(value), _LONGEST_TEXT)))
    return _SHORT.sub(_masked_whole, masked_repr(value))


def shown_text(text: str) -> str:
    """
    Return a text somebody gave, as carefully masked as `shown_repr` does.

    >>> shown_text("桂职字〔2013〕0345号"), shown_text("2-02-15-01"), shown_text("1993年07月01日")
    ('桂职字〔20******5号', '2-02-15-01', '1993年07月01日')
    """
    return _unbroken(text, _masked_parts)


def _masked_parts(text: str) -> str:
    return _GROUPS.sub(_masked_group, _SHORT.sub(_masked_whole, _masked_runs(text)))


def _masked_whole(found: re.Match[str]) -> str:
    return mask(found[0])


def _masked_group(found: re.Match[str]) -> str:
    run = found[0]
    few = sum(map(str.isdecimal, run)) <= _FEW_DIGITS
    return run if few or _DAY.fullmatch(run) or _NOBODY.fullmatch(run) else mask(run)


_CONTAINERS: Final = (dict, list, tuple, set, frozenset)
_SHORT: Final = re.compile(rf"(?<![{_SIGN}*])(?=[{_LETTER}]*(?:\d[{_LETTER}]*){{4}})[{_SIGN}]{{5,}}(?![{_SIGN}*])")
_GROUPS: Final = re.compile(r"(?<![\d*])\d+(?:[^\d*]{1,2}\d+)+(?![\d*])")
# Further ways to write a date, and a date with a time of day.
_DAY: Final = re.compile(
    f"{_YEAR}[年/.-][0-9]{{1,2}}[月/.-][0-9]{{1,2}}(?:[日T ]{{1,2}}[0-9]{{1,2}}(?::[0-9]{{2}}){{1,2}})?"
    f"|[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR}"
)


def own_text(value: Any) -> str:  # noqa: ANN401  # a str of any subclass, which its type alone has shown
    """
    Return the text behind an object of a subclass of `str`, whatever its own methods say.
    """
    return str.__str__(value)


def masked_str(value: object) -> str:
    """
    Return any object as a reader would write it, without a whole identifier; never raises.

    Dates are written in ISO notation.

    >>> import datetime
    >>> masked_str(datetime.date(1993, 7, 1)), masked_str(450000199307010014)
    ('1993-07-01', '450000********0014')
    """
    try:
        isoformat = getattr(value, "isoformat", None)
        text = str.__str__(str(isoformat() if callable(isoformat) else value))
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(text)


def type_name(value: object) -> str:
    """
    Return the name of an object's type, whatever its metaclass does.

    >>> type_name([])
    'list'
    """
    return _TYPE_NAME(type(value))


_TYPE_NAME: Final[Callable[[type], str]] = type.__dict__["__name__"].__get__


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 3] + "..."
