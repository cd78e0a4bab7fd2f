"""
Fixed telephone number: area code, seven or eight digits, possibly an extension.

Canonical spelling: `0771-0000000`, with an extension `0771-0000000-123`; the
area code may be missing. Area codes are 010, 02 and a digit, or 0 and three
digits beginning with 3 to 9; whether an area code exists is not checked.

Service numbers that reach an organisation (400, 800, and 95 or 96 with five or
six digits) are valid and reported with an info; emergency and information
numbers (110, 12345) belong to no one and are refused.
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
from credrules.identifiers._areas import local_length
from credrules.identifiers._drafts import (
    AREA_CODE,
    DIGITS,
    Draft,
    digits,
    is_masked,
    open_number,
    report_of,
    rerun_of,
    without_remark,
    wrong_places,
)
from credrules.values import Label

__all__ = ["Landline", "check", "format", "is_valid", "mask", "normalize", "parse"]
__dir__ = __all__.copy

_LONGEST: Final = 60

_CANONICAL: Final = re.compile(f"(?:({AREA_CODE})-)?([0-9]{{7,8}})(?:-([0-9]{{1,6}}))?")
_SERVICE: Final = re.compile(r"([48]00(?:-?[0-9]){7}|9[56][0-9]{3,4})(?:-([0-9]{1,6}))?")
# Emergency, information and carriers' numbers: 110, 12345, 10086, 118114.
_PUBLIC: Final = re.compile(r"11[0-9]|12[0-2]|1[02][0-9]{3}|118[0-9]{3}|999")
_MOBILE: Final = re.compile(r"(?:(?:\+|00)?86)?0?1[3-9][0-9]{9}")

# Brackets, dots and every kind of dash are read as the one hyphen of the
# canonical spelling; so are the words for an extension.
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212()（）[]._"), "-")
_EXTENSION: Final = re.compile(r"(?:转|分机号?|内线|ext(?:ension)?|x|#|\*|:|：)+", re.IGNORECASE)
_RUN: Final = re.compile(r"[- ]+")
_COUNTRY: Final = re.compile(r"(?:\+|00)86-?|086-|86-(?=[1-9]|0[1-9])|86(?=[1-9][0-9]{9,10}(?:-|$))")
_TRUNK: Final = re.compile(r"^0-")
_AREA: Final = re.compile(AREA_CODE)
_BARE_AREA: Final = re.compile(r"(?:10|2[0-9]|[3-9][0-9]{2})-")
_AREA_WITHOUT_ZERO: Final = re.compile(r"(10|2[0-9])-?([0-9]{8})|([3-9][0-9]{2})-?([0-9]{7,8})")
_AREA_SLASH: Final = re.compile(rf"({AREA_CODE}) ?[/\\] ?(?=[0-9]{{7,8}}(?![0-9]))")
_SEPARATORS: Final = re.compile(r"[、，,;；/\\|]|或|和")
_WHOLE: Final = re.compile(r"[0-9]{7,}")
_ALLOWED: Final = DIGITS | {"-"}
_LOOSE: Final = _ALLOWED.union(" +", map(chr, _DASHES))

_ODD_GROUPS: Final = re.compile("[0-9]{3}-[0-9]{5}|[0-9]{1,2}-|[0-9]{5}-[0-9]{3}(?![0-9])")
_SERVICE_DIGITS: Final = 10
_LONGEST_AREA: Final = 4
_SHORTEST_LOCAL: Final = 7
_LONGEST_LOCAL: Final = 8


@frozen(repr=False)
class Landline:
    """
    A fixed number and its parts; `area_code` includes its 0; only the local number is always known.

    >>> parse("(0771)0000000转123").extension
    '123'
    """

    local: str
    area_code: str | None = None
    extension: str | None = None

    @property
    def number(self) -> str:
        """
        The canonical text.

        >>> parse("+86 771 0000000").number
        '0771-0000000'
        """
        return "-".join(part for part in (self.area_code, self.local, self.extension) if part)

    def __repr__(self) -> str:
        return f"Landline({_masked(self.number)!r})"


def check(value: object, *, on: dt.date | None = None) -> Report[Landline]:
    """
    Check a fixed telephone number; accepts any object and never raises.

    `on` is ignored; accepted for uniformity. Service numbers (400, 800, 95, 96)
    are reported with an info; a mobile number belongs in its own field.

    >>> check("0771-0000000").findings, check("(0771) 0000000").value.number
    ((), '0771-0000000')
    """
    draft = _read(value)
    whole = _with_zero(draft)
    return report_of(
        value, whole, lambda number: _judge(number, zero_lost=whole is not draft), _typed, rerun_of(check, on)
    )


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("0771-0000000"), is_valid("abc")
    (True, False)
    """
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the canonical spelling: area code, number and extension joined by hyphens.

    >>> normalize("＋８６（０７７１）０００００００")
    '0771-0000000'
    """
    return _with_zero(_read(value)).text


def parse(value: object, *, on: dt.date | None = None) -> Landline:
    """
    Return the typed number, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the number for people; an extension is marked with 转.

    >>> format("07710000000-123")
    '0771-0000000 转 123'
    """
    number = normalize(value)
    found = _SERVICE.fullmatch(number) or _CANONICAL.fullmatch(number)
    if found is None or found[found.re.groups] is None:
        return number
    return f"{number[: found.start(found.re.groups) - 1]} 转 {found[found.re.groups]}"


def mask(value: object) -> str:
    """
    Return what may be shown: the area code and the last two digits.

    >>> mask("0771-0000000")
    '0771-*****00'
    """
    return _masked(normalize(value))


def _masked(number: str) -> str:
    found = _CANONICAL.fullmatch(number)
    if found is None:
        return masking.mask(number)
    area = f"{found[1]}-" if found[1] else ""
    extension = "-" + "*" * len(found[3]) if found[3] else ""
    return area + "*" * (len(found[2]) - 2) + found[2][-2:] + extension


def _read(value: object) -> Draft:
    draft = open_number(value, "LANDLINE")
    # 88888888 may be someone's number; zeros only are no one's.
    if not draft.text.strip("0"):
        return draft.refused("LANDLINE.PLACEHOLDER")
    if is_masked(draft.text):
        return draft.refused("LANDLINE.MASKED")
    if len(draft.text) > _LONGEST:
        return draft.refused("LANDLINE.FORM", length=len(draft.text))
    draft = without_remark(draft)
    draft = draft.step(ChangeKind.NOTATION, _AREA_SLASH.sub(r"\1-", draft.text, count=1))
    parts = sum(any(mark in _ALLOWED for mark in part) for part in _SEPARATORS.split(draft.text))
    several = max(parts, len(_WHOLE.findall(draft.text)))
    return _arranged(draft) if several <= 1 else draft.refused("LANDLINE.SEVERAL", count=several)


def _with_zero(draft: Draft) -> Draft:
    """
    Put the 0 before an area code that lost it (`7710000000` of a number cell).
    """
    text = draft.text
    if _SERVICE.fullmatch(text) or _MOBILE.fullmatch(text) or place_abroad(text.replace("-", "")):
        return draft
    found = _AREA_WITHOUT_ZERO.fullmatch(text)
    return draft.step(ChangeKind.NOTATION, _joined(found)) if found else draft


def _joined(found: re.Match[str]) -> str:
    return f"0{found[1] or found[3]}-{found[2] or found[4]}"


def _arranged(draft: Draft) -> Draft:
    """
    Return the canonical spelling, or the unchanged text if it does not have this form.
    """
    plain = _plain(draft.text)
    if _MOBILE.fullmatch(plain.replace("-", "")):
        return draft.step(ChangeKind.NOTATION, plain.replace("-", ""))
    bare = _COUNTRY.sub("", plain, count=1) if _COUNTRY.match(plain) else plain
    if bare != plain:
        bare = _TRUNK.sub("0", bare, count=1)
    if bare != plain and not bare.startswith("0") and not _SERVICE.fullmatch(bare):
        bare = _with_area_zero(bare)
    groups = _groups(bare)
    return draft.step(ChangeKind.NOTATION, "-".join(groups)) if groups else draft


def _plain(text: str) -> str:
    return _RUN.sub("-", _EXTENSION.sub("-", text.translate(_DASHES))).strip("-")


def _with_area_zero(bare: str) -> str:
    """
    Put back the 0 that is not dialled after the country code (`10-0000-0000`, `7710000000-123`).
    """
    if _BARE_AREA.match(bare):
        return f"0{bare}"
    found = _AREA_WITHOUT_ZERO.match(bare)
    return _joined(found) + bare[found.end() :] if found else bare


def _groups(bare: str) -> list[str] | None:
    """
    Return area code, local number and extension from digits grouped in any way.
    """
    if not bare or wrong_places(bare, _ALLOWED):
        return None
    service = _SERVICE.fullmatch(bare)
    if service:
        joined = service[1].replace("-", "")
        whole = [joined[:3], joined[3:6], joined[6:]] if len(joined) == _SERVICE_DIGITS else [joined]
        return [*whole, service[2]] if service[2] else whole
    area = _AREA.match(bare)
    head = bare.partition("-")[0]
    if head.startswith("0") and len(head) <= _LONGEST_AREA and (area is None or area[0] != head):
        return None
    rest = bare[area.end() :].strip("-") if area else bare
    parts = rest.split("-")
    local = parts.pop(0)
    while len(local) < _SHORTEST_LOCAL and parts:
        local += parts.pop(0)
    if not _SHORTEST_LOCAL <= len(local) <= _LONGEST_LOCAL or len(parts) > 1:
        return None
    # Numbers that begin with 1 belong to services and mobile phones, and no one writes 123-45678.
    if area is None and (local.startswith("1") or _ODD_GROUPS.match(rest)):
        return None
    return ([area[0]] if area else []) + [local, *parts]


def _judge(number: str, *, zero_lost: bool) -> Iterator[Finding]:
    if zero_lost:
        yield finding("LANDLINE.ZERO_LOST", suggestion=number)
    elif _MOBILE.fullmatch(number):
        yield finding("LANDLINE.MOBILE")
    elif _SERVICE.fullmatch(number):
        yield finding("LANDLINE.SERVICE_NUMBER")
    elif (form := _CANONICAL.fullmatch(number)) is None:
        yield from _form_errors(number)
    elif form[1] is not None:
        yield from _length_remarks(form[1], form[2])
    elif form[2].startswith("1"):
        yield finding("LANDLINE.FORM", length=len(form[2]))


def _length_remarks(area: str, local: str) -> Iterator[Finding]:
    expected = local_length(area)
    if expected is not None and expected != len(local):
        change = Label("少一位", "one too few") if len(local) < expected else Label("多一位", "one too many")
        yield finding("LANDLINE.LOCAL_LENGTH", area=area, expected=expected, length=len(local), change=change)


def _form_errors(number: str) -> Iterator[Finding]:
    if (region := place_abroad(_plain(number).replace("-", ""))) is not None:
        yield finding("LANDLINE.ABROAD", region=region)
    elif places := wrong_places(number, _LOOSE):
        yield finding("LANDLINE.CHARACTER", places=places)
    elif _PUBLIC.fullmatch(number):
        yield finding("LANDLINE.PUBLIC_SERVICE")
    else:
        yield finding("LANDLINE.FORM", length=sum(map(digits, number)))


def _typed(number: str) -> Landline:
    service = _SERVICE.fullmatch(number)
    if service:
        return Landline(service[1], None, service[2])
    area, _, rest = number.partition("-") if number.startswith("0") and "-" in number[:5] else ("", "", number)
    local, _, extension = rest.partition("-")
    return Landline(local, area or None, extension or None)
