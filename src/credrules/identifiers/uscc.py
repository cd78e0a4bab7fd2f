"""
Unified social credit code, GB 32100-2015 with amendment 1: eighteen characters.

Place 1 registering department, place 2 category, places 3 to 8 division of the
registering authority, places 9 to 17 organisation code (GB 11714), place 18
check character. The letters I, O, S, V and Z are not used.

A wrong outer check character is an error, with one known exception: codes of
the Fujian pilot. A wrong inner one, of the organisation code, is a warning, and
so is everything based on tables of departments or divisions.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import CredrulesError, Finding, Report, finding, value_or_raise
from credrules.identifiers import citizen_id, org_code
from credrules.identifiers._divisions import PROVINCES
from credrules.identifiers._drafts import (
    DIGITS,
    Draft,
    close_number,
    compact,
    digits,
    open_number,
    report_of,
    rerun_of,
    upper,
    wrong_places,
)
from credrules.identifiers._look_alikes import FOR_CODES, mended
from credrules.values import FrozenMap, Label, Severity

__all__ = [
    "ALPHABET",
    "DEPARTMENTS",
    "LENGTH",
    "Department",
    "Uscc",
    "check",
    "check_digit",
    "format",
    "is_valid",
    "mask",
    "normalize",
    "parse",
]
__dir__ = __all__.copy

LENGTH: Final = 18
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_MARKS: Final = frozenset(ALPHABET)
_BODY: Final = re.compile(f"[{ALPHABET}]{{17}}")
_is_plain: Final = re.compile(f"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}").fullmatch

# Typed to fill the field: one character throughout, or digits counting up (whose check character happens to be right).
_FILLERS: Final = frozenset({"123456789012345678", *(mark * LENGTH for mark in ALPHABET)})

# Each character as the digit of the same value in base 34, for `check_digit`.
_BASE_34: Final = bytes.maketrans(ALPHABET.encode(), b"0123456789ABCDEFGHIJKLMNOPQRSTU")

# National authorities register under 100000, which is not a division.
_NATIONAL: Final = "10"

# Codes issued in Fujian before the standard was in force, as far as seen: an
# enterprise, a body of M000, two places and two letters. Their outer check
# character follows another rule; that of the organisation code is right.
_PILOT: Final = re.compile(r"9[123]35[0-9]{4}M000[0-9][0-9A-Z][A-Z]{2}[0-9X][0-9A-Z]")


@frozen
class Department:
    """
    A registering department (place 1) and the categories it registers (place 2).
    """

    code: str
    label: Label
    categories: FrozenMap[str, Label]


_OTHER: Final = Label("其他", "other")


def _department(code: str, zh: str, en: str, **categories: tuple[str, str]) -> Department:
    named = {key[1:]: Label(*words) for key, words in categories.items()}
    return Department(code, Label(zh, en), FrozenMap({**named, "9": _OTHER} if code != "9" else named))


_LIST: Final = (
    _department(
        "1",
        "机构编制",
        "establishment office",
        _1=("机关", "organ"),
        _2=("事业单位", "public institution"),
        _3=("编办直接管理机构编制的群众团体", "mass organisation managed by the establishment office"),
    ),
    _department("2", "外交", "foreign affairs", _1=("外国常驻新闻机构", "resident foreign news agency")),
    _department(
        "3",
        "司法行政",
        "judicial administration",
        _1=("律师执业机构", "law firm"),
        _2=("公证处", "notary office"),
        _3=("基层法律服务所", "grass-roots legal service"),
        _4=("司法鉴定机构", "forensic institution"),
        _5=("仲裁委员会", "arbitration commission"),
    ),
    _department("4", "文化", "culture", _1=("外国在华文化中心", "foreign cultural centre")),
    _department(
        "5",
        "民政",
        "civil affairs",
        _1=("社会团体", "social group"),
        _2=("民办非企业单位", "private non-enterprise unit"),
        _3=("基金会", "foundation"),
    ),
    _department(
        "6",
        "旅游",
        "tourism",
        _1=("外国旅游部门常驻代表机构", "resident office of a foreign tourism authority"),
        _2=("港澳台地区旅游部门常驻代表机构", "resident office of a Hong Kong, Macao or Taiwan tourism authority"),
    ),
    _department(
        "7",
        "宗教",
        "religious affairs",
        _1=("宗教活动场所", "site of religious activity"),
        _2=("宗教院校", "religious school"),
    ),
    _department("8", "工会", "trade unions", _1=("基层工会", "basic trade union")),
    _department(
        "9",
        "工商",
        "industry and commerce",
        _1=("企业", "enterprise"),
        _2=("个体工商户", "individual business"),
        _3=("农民专业合作社", "farmers' cooperative"),
    ),
    _department(
        "A",
        "中央军委改革和编制办公室",
        "military establishment office",
        _1=("军队事业单位", "military institution"),
    ),
    _department(
        "N",
        "农业",
        "agriculture",
        _1=("组级集体经济组织", "collective of a villagers' group"),
        _2=("村级集体经济组织", "collective of a village"),
        _3=("乡镇级集体经济组织", "collective of a township"),
    ),
    _department("Y", "其他", "other", _1=("其他", "other")),
)

DEPARTMENTS: Final[FrozenMap[str, Department]] = FrozenMap({item.code: item for item in _LIST})
"""Registering departments by their character; confidence medium (agreeing public lists)."""


@frozen(repr=False)
class Uscc:
    """
    A unified social credit code and its parts.

    >>> parse("12450000PDY00001XW").org_code
    'PDY00001X'
    """

    code: str
    department: str
    category: str
    division: str
    org_code: str

    @property
    def department_label(self) -> Label | None:
        """
        The registering department in words, None if the table does not list it.

        >>> parse("51320700PDY000108G").department_label.en
        'civil affairs'
        """
        known = DEPARTMENTS.get(self.department)
        return known.label if known else None

    @property
    def category_label(self) -> Label | None:
        """
        The category in words, None if the table does not list it.

        >>> parse("51320700PDY000108G").category_label.zh
        '社会团体'
        """
        known = DEPARTMENTS.get(self.department)
        return known.categories.get(self.category) if known else None

    def __repr__(self) -> str:
        return f"Uscc({masking.mask(self.code)!r})"


def check_digit(body: str) -> str:
    """
    Return the check character of the first seventeen (modulus 31).

    The standard's weights are powers of 3 modulo 31, the first place has the
    lowest; 34 is 3 modulo 31, so the body read backwards in base 34 equals the
    weighted sum modulo 31. Raises CredrulesError for other characters and for
    another length.

    >>> check_digit("91350100M000100Y4")
    '3'
    """
    if len(body) != LENGTH - 1:
        raise CredrulesError((finding("USCC.LENGTH", length=len(body) + 1),))
    if _BODY.fullmatch(body) is None:
        raise CredrulesError((finding("USCC.CHARACTER", places=wrong_places(body, _MARKS)),))
    return ALPHABET[-int(body[::-1].encode().translate(_BASE_34), 34) % 31]


def check(value: object, *, on: dt.date | None = None) -> Report[Uscc]:
    """
    Check a unified social credit code; accepts any object and never raises.

    `on` is ignored; accepted for uniformity. Both check characters are
    verified: a wrong outer one is an error, a wrong one of the organisation
    code inside is a warning.

    >>> report = check("12450000PDY000018U")
    >>> report.ok, [item.code for item in report.findings]
    (True, ['USCC.ORG_CODE_CHECK', 'ORG_CODE.SELF_DEFINED'])
    """
    if type(value) is str and _is_plain(value) and value not in _FILLERS:
        wrong = _check_errors(value)
        sound = not wrong or wrong[0].severity is not Severity.ERROR
        return Report(value, _typed(value) if sound else None, wrong + _remarks(value), (), rerun_of(check, on))
    return report_of(value, _read(value), _judge, _typed, rerun_of(check, on))


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("91350100M000100Y43"), is_valid("12450000PDY00001X0")
    (True, False)
    """
    if type(value) is str and _is_plain(value) and value not in _FILLERS:
        return _outer_is_right(value) or all(item.severity is not Severity.ERROR for item in _check_errors(value))
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the eighteen characters in capitals, without spaces and hyphens.

    >>> normalize("12450000-PDY00001X-w")
    '12450000PDY00001XW'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> Uscc:
    """
    Return the typed code, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the code for people: it is printed without any grouping.

    >>> format("12450000 pdy00001xw")
    '12450000PDY00001XW'
    """
    return normalize(value)


def mask(value: object) -> str:
    """
    Return what may be shown of the code.

    >>> mask("12450000PDY00001XW")
    '124500********01XW'
    """
    return masking.mask(normalize(value))


def _read(value: object) -> Draft:
    draft = upper(compact(open_number(value, "USCC")))
    return draft.refused("USCC.PLACEHOLDER") if draft.text in _FILLERS else close_number(draft, "USCC")


def _outer_is_right(code: str) -> bool:
    # The sum of `check_digit` again, without its check of the input: the caller
    # has already matched the whole form.
    return ALPHABET[-int(code[16::-1].encode().translate(_BASE_34), 34) % 31] == code[17]


def _judge(code: str) -> Iterator[Finding]:
    whole, places = len(code) == LENGTH, wrong_places(code[:LENGTH], _MARKS)
    if not whole:
        yield finding("USCC.LENGTH", length=len(code))
    if places:
        meant = mended(code, places, FOR_CODES, _is_sound) if whole else None
        yield finding("USCC.CHARACTER", suggestion=meant, places=places)
    elif whole:
        if wrong_places(code[2:8], DIGITS):
            yield finding("USCC.DIVISION_FORMAT")
        yield from _check_errors(code)
    if whole:
        yield from _remarks(code)


def _is_sound(code: str) -> bool:
    return not wrong_places(code, _MARKS) and _outer_is_right(code)


def _check_errors(code: str) -> tuple[Finding, ...]:
    inner_is_right = org_code.check_digit(code[8:16]) == code[16]
    if _outer_is_right(code):
        return () if inner_is_right else (finding("USCC.ORG_CODE_CHECK"),)
    if not inner_is_right:
        return finding("USCC.CHECK_CHARACTER"), finding("USCC.ORG_CODE_CHECK")
    return (finding("USCC.PILOT_CHECK" if _PILOT.fullmatch(code) else "USCC.CHECK_CHARACTER"),)


def _remarks(code: str) -> tuple[Finding, ...]:
    """
    Return findings about what is unusual but may be right in eighteen characters.
    """
    found = _table_remarks(code[:8])
    if digits(code[:17]) and citizen_id.is_valid(code):
        found = (*found, finding("USCC.LOOKS_LIKE_CITIZEN_ID"))
    return (*found, finding("ORG_CODE.SELF_DEFINED")) if org_code.is_self_defined(code[8:17]) else found


@functools.lru_cache(maxsize=8192)
def _table_remarks(head: str) -> tuple[Finding, ...]:
    return tuple(_judge_head(head))


def _judge_head(head: str) -> Iterator[Finding]:
    department = DEPARTMENTS.get(head[0])
    if department is None:
        yield finding("USCC.DEPARTMENT_UNKNOWN", department=head[0])
    elif head[1] not in department.categories:
        yield finding("USCC.CATEGORY_UNKNOWN", department=department.label, category=head[1])
    if digits(head[2:]) and head[2:4] != _NATIONAL and head[2:4] not in PROVINCES:
        yield finding("USCC.DIVISION_UNKNOWN", prefix=head[2:4])


def _typed(code: str) -> Uscc:
    return Uscc(code, code[0], code[1], code[2:8], code[8:17])
