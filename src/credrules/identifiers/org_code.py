"""
Organisation code, GB 11714-1997: eight characters and one check character.

Written with a hyphen before the check character for people (`D2143569-X`),
without for machines. The 法人码 of the Guangdong continuing-education system is
this code; since October 2015 it forms places 9 to 17 of the unified social
credit code (see `credrules.identifiers.uscc`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import CredrulesError, Finding, Report, finding, value_or_raise
from credrules.identifiers._drafts import (
    Draft,
    close_number,
    compact,
    is_one_character,
    open_number,
    report_of,
    rerun_of,
    upper,
    wrong_places,
)

__all__ = [
    "LENGTH",
    "OrgCode",
    "check",
    "check_digit",
    "format",
    "is_self_defined",
    "is_valid",
    "mask",
    "normalize",
    "parse",
]
__dir__ = __all__.copy

LENGTH: Final = 9

_PLAIN: Final = re.compile(r"[0-9A-Z]{8}[0-9X]")
_is_body: Final = re.compile(r"[0-9A-Z]{8}").fullmatch
_MARKS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CHECKS: Final = "0123456789X"

# The standard reserves PDY00001 to PDY99999 for internal use; these codes must
# not be exchanged between systems.
_SELF_DEFINED: Final = re.compile(r"PDY(?!00000)[0-9]{5}")


@frozen(repr=False)
class OrgCode:
    """
    An organisation code and its parts: `body` of eight places, `check` character.

    >>> parse("D2143569-X").code
    'D2143569X'
    """

    body: str
    check: str

    @property
    def code(self) -> str:
        """
        The nine characters without hyphen, as machines store them.
        """
        return self.body + self.check

    def __repr__(self) -> str:
        return f"OrgCode({masking.mask(self.code)!r})"


def check_digit(body: str) -> str:
    """
    Return the check character of the first eight (modulus 11; 10 is X, 11 is 0).

    The standard's weights 3 7 9 10 5 8 4 2 are powers of 2, and 35 is 2 modulo
    11, so twice the body read in base 35 equals the weighted sum modulo 11. Z
    is worth 35, which is not a digit of that base, and is read as 2, to which
    it is congruent. Raises CredrulesError for anything but eight digits and
    capitals.

    >>> check_digit("PDY00001"), check_digit("12345678"), check_digit("87654321")
    ('X', '8', '0')
    """
    if len(body) != LENGTH - 1:
        raise CredrulesError((finding("ORG_CODE.LENGTH", length=len(body) + 1),))
    if _is_body(body) is None:
        raise CredrulesError((finding("ORG_CODE.CHARACTER", places=wrong_places(body, _MARKS)),))
    return _CHECKS[-2 * int(body.replace("Z", "2") if "Z" in body else body, 35) % 11]


def is_self_defined(code: str) -> bool:
    """
    Return whether a code is in the range reserved for internal use.

    >>> is_self_defined("PDY00001X"), is_self_defined("D2143569X")
    (True, False)
    """
    return code.startswith("PDY") and _SELF_DEFINED.match(code) is not None


def check(value: object, *, on: dt.date | None = None) -> Report[OrgCode]:
    """
    Check an organisation code; accepts any object and never raises.

    `on` is ignored; accepted for uniformity. A wrong check character is an
    error and is not replaced.

    >>> check("pdy00001-X").value.code
    'PDY00001X'
    >>> [item.code for item in check("PDY000018").findings]
    ['ORG_CODE.CHECK_CHARACTER', 'ORG_CODE.SELF_DEFINED']
    """
    return report_of(value, _read(value), _judge, lambda code: OrgCode(code[:8], code[8:]), rerun_of(check, on))


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("12345678-8"), is_valid("D2143569-10")
    (True, False)
    """
    if type(value) is str and _PLAIN.fullmatch(value) and not is_one_character(value):
        return check_digit(value[:8]) == value[8]
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the nine characters in capitals without hyphen.

    >>> normalize(" d2143569－x ")
    'D2143569X'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> OrgCode:
    """
    Return the typed code, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the code for people, with the hyphen the standard asks for.

    >>> format("12345678 8")
    '12345678-8'
    """
    code = normalize(value)
    return f"{code[:8]}-{code[8]}" if len(code) == LENGTH else code


def mask(value: object) -> str:
    """
    Return what may be shown of the code.

    >>> mask("D2143569X")
    'D2******X'
    """
    return masking.mask(normalize(value))


def _read(value: object) -> Draft:
    return close_number(upper(compact(open_number(value, "ORG_CODE"))), "ORG_CODE")


def _judge(code: str) -> Iterator[Finding]:
    if len(code) != LENGTH:
        yield finding("ORG_CODE.LENGTH", length=len(code))
    places = wrong_places(code[:8], _MARKS)
    if len(code) == LENGTH and code[8] not in _CHECKS:
        places = (*places, LENGTH)
    if places:
        yield finding("ORG_CODE.CHARACTER", places=places)
    elif len(code) == LENGTH and check_digit(code[:8]) != code[8]:
        yield finding("ORG_CODE.CHECK_CHARACTER")
    if is_self_defined(code):
        yield finding("ORG_CODE.SELF_DEFINED")
