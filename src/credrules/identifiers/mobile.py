"""
Mobile phone number of the mainland: eleven digits beginning with 13 to 19.

The form asks for eleven digits beginning with 1. Which operator has which range
changes every year and is not checked, so the ranges of virtual operators,
satellites and data cards (14, 16, 17, 19) are treated like all others; 10, 11
and 12 begin service numbers, never a mobile number. The thirteen-digit numbers
of machines (10647, 14400) are not a person's telephone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import ChangeKind, Finding, Report, finding, value_or_raise
from credrules.identifiers._abroad import place_abroad
from credrules.identifiers._drafts import (
    AREA_CODE,
    DIGITS,
    Draft,
    close_number,
    compact,
    digits,
    open_number,
    report_of,
    rerun_of,
    unlabel,
    without_remark,
    wrong_places,
)

__all__ = ["LENGTH", "Mobile", "check", "format", "is_valid", "mask", "normalize", "parse"]
__dir__ = __all__.copy

LENGTH: Final = 11

_PLAIN: Final = re.compile(r"1[3-9][0-9]{9}")
_NUMBER: Final = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")

# Country code, written +86, 0086 or 86, and the 0 that some exchanges required
# before a mobile number of another city, or the code of a carrier's cheap line
# (17951, 12593). Brackets and dots group digits.
_PREFIX: Final = re.compile(r"^(?:(?:(?:\+|00?)?86)?0?|179[0-9]{2}|12593)(?=1[0-9]{10}$)")
_GROUPING: Final = dict.fromkeys(map(ord, "().（）"))
_SEPARATORS: Final = re.compile(r"[/、，,；;|或]")
_LEAST_DIGITS: Final = 7
_LANDLINE: Final = re.compile(f"{AREA_CODE}[0-9]{{7,8}}")


@frozen(repr=False)
class Mobile:
    """
    A mobile number: eleven digits without country code.

    >>> parse("+86 138 0000 0000")
    Mobile('138****0000')
    """

    number: str

    def __repr__(self) -> str:
        return f"Mobile({masking.mask(self.number, head=3, tail=4)!r})"


def check(value: object, *, on: dt.date | None = None) -> Report[Mobile]:
    """
    Check a mobile number; accepts any object, including number cells, and never raises.

    `on` is ignored; accepted for uniformity.

    >>> check(13800000000.0).value.number
    '13800000000'
    >>> [item.code for item in check("1380000000").findings]
    ['MOBILE.LENGTH']
    """
    return report_of(value, _read(value), _judge, Mobile, rerun_of(check, on))


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("13800000000"), is_valid("12800000000")
    (True, False)
    """
    if type(value) is str and _PLAIN.fullmatch(value):
        return True
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the eleven digits without country code and grouping.

    >>> normalize("0086-138-0000-0000")
    '13800000000'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> Mobile:
    """
    Return the typed number, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the number grouped as people say it.

    >>> format("13800000000")
    '138 0000 0000'
    """
    number = normalize(value)
    return f"{number[:3]} {number[3:7]} {number[7:]}" if _PLAIN.fullmatch(number) else number


def mask(value: object) -> str:
    """
    Return what may be shown: the first three and the last four digits.

    >>> mask("13800000000")
    '138****0000'
    """
    return masking.mask(normalize(value), head=3, tail=4)


def _read(value: object) -> Draft:
    draft = open_number(value, "MOBILE")
    parts = sum(sum(map(str.isdigit, part)) >= _LEAST_DIGITS for part in _SEPARATORS.split(draft.text))
    several = max(parts, len(_NUMBER.findall(draft.text)))
    if several > 1:
        return draft.refused("MOBILE.SEVERAL", count=several)
    draft = compact(without_remark(draft))
    draft = unlabel(draft.step(ChangeKind.NOTATION, draft.text.translate(_GROUPING)))
    draft = draft.step(ChangeKind.NOTATION, _PREFIX.sub("", draft.text, count=1))
    return close_number(draft, "MOBILE")


def _judge(number: str) -> Iterator[Finding]:
    region = place_abroad(number)
    if region is not None:
        yield finding("MOBILE.ABROAD", region=region)
        return
    if _LANDLINE.fullmatch(number):
        yield finding("MOBILE.LANDLINE")
        return
    places = wrong_places(number, DIGITS)
    if places:
        yield finding("MOBILE.CHARACTER", places=places)
    if len(number) != LENGTH:
        yield finding("MOBILE.LENGTH", length=len(number))
    if digits(number[:2]) and not _PLAIN.match(number[:2] + "0" * 9):
        yield finding("MOBILE.PREFIX", prefix=number[:2])
