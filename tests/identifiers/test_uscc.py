"""
Unified social credit codes: both check characters, departments, reasons.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import citizen_id, org_code, uscc
from credrules.identifiers.uscc import Uscc

SAMPLE = "91350100M000100Y43"


def _with_checks(head: str, body: str = "PDY00001") -> str:
    number = head + body + org_code.check_digit(body)
    return number + uscc.check_digit(number)


def _codes(value: object) -> list[str]:
    return [item.code for item in uscc.check(value).findings if item.code != "ORG_CODE.SELF_DEFINED"]


def test_parse_takes_a_code_apart() -> None:
    """
    Department, category, division, organisation code; the last place belongs to the whole.
    """
    assert Uscc(SAMPLE, "9", "1", "350100", "M000100Y4") == uscc.parse(SAMPLE)
    assert "工商" == uscc.parse(SAMPLE).department_label.zh  # type: ignore[union-attr]  # department 9 is known
    assert "enterprise" == uscc.parse(SAMPLE).category_label.en  # type: ignore[union-attr]  # category 1 is known


@pytest.mark.parametrize("department", [*"123456789ANY"])
def test_known_departments_pass_silently(department: str) -> None:
    """
    Digits and the letters A, N and Y begin a code.
    """
    code = _with_checks(f"{department}1450000")

    assert [] == _codes(code)
    assert uscc.parse(code).category_label is not None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12450000pdy00001xw", ["TEXT.CASE"]),
        ("1245 0000 PDY0 0001 XW", ["TEXT.EXTRA_SPACE"]),
        ("12450000-PDY00001X-W", ["TEXT.NOTATION"]),
        ("１2450000PDY00001XW", ["TEXT.FULL_WIDTH"]),
        ("统一社会信用代码：12450000PDY00001XW", ["TEXT.NOTATION"]),
    ],
)
def test_spelling_is_repaired_and_listed(value: str, expected: list[str]) -> None:
    """
    Case, width and grouping carry nothing.
    """
    assert expected == _codes(value)
    assert "12450000PDY00001XW" == uscc.parse(value).code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12450000PDY00001X0", ["USCC.CHECK_CHARACTER"]),
        ("91350100M000100Y44", ["USCC.CHECK_CHARACTER"]),
        ("91350200M000100Y43", ["USCC.CHECK_CHARACTER"]),
        ("12450000PDY000010W", ["USCC.CHECK_CHARACTER", "USCC.ORG_CODE_CHECK"]),
        ("12450000PDY00001X", ["USCC.LENGTH"]),
        ("12450000PDY00001XW0", ["USCC.LENGTH"]),
        ("123456789012345", ["USCC.LENGTH"]),
        ("1245000OPDY00001X", ["USCC.LENGTH", "USCC.CHARACTER"]),
        ("124500O0PDY00001XW", ["USCC.CHARACTER"]),
        ("12450000IDY00001XW", ["USCC.CHARACTER"]),
        ("12450000SDY00001XW", ["USCC.CHARACTER"]),
        ("12450000VDY00001XW", ["USCC.CHARACTER"]),
        ("12450000ZDY00001XW", ["USCC.CHARACTER"]),
        (_with_checks("1245A000"), ["USCC.DIVISION_FORMAT"]),
        ("", ["USCC.EMPTY"]),
        (False, ["USCC.NOT_TEXT"]),
        ("无", ["USCC.PLACEHOLDER"]),
        ("000000000000000000", ["USCC.PLACEHOLDER"]),
        ("913501******100Y43", ["USCC.MASKED"]),
        ("9.135E+17", ["USCC.DAMAGED"]),
    ],
)
def test_unsound_code_is_refused_with_its_reasons(value: object, expected: list[str]) -> None:
    """
    All reasons are told, and only the right ones.
    """
    assert expected == _codes(value)
    assert not uscc.is_valid(value)


def test_wrong_places_are_named() -> None:
    """
    The finding counts places from one.
    """
    found = uscc.check("12450000PDY0000IXZ").findings[0]

    assert (16, 18) == found.params["places"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (_with_checks("12990000"), ["USCC.DIVISION_UNKNOWN"]),
        (_with_checks("12100000"), []),
        (_with_checks("B1450000"), ["USCC.DEPARTMENT_UNKNOWN"]),
        (_with_checks("18450000"), ["USCC.CATEGORY_UNKNOWN"]),
        ("91350200M0001PDY50", ["USCC.PILOT_CHECK"]),
    ],
)
def test_tables_only_warn(code: str, expected: list[str]) -> None:
    """
    Departments, categories, divisions and the known form of pilot codes are never refused.
    """
    assert expected == _codes(code)
    assert uscc.is_valid(code)


def test_unknown_words_are_none() -> None:
    """
    What no table has is not named.
    """
    assert uscc.parse(_with_checks("B1450000")).department_label is None
    assert uscc.parse(_with_checks("B1450000")).category_label is None
    assert uscc.parse(_with_checks("18450000")).category_label is None


def test_wrong_inner_check_character_is_a_warning() -> None:
    """
    Some registered codes have it, so only the outer one refuses.
    """
    number = "12450000PDY000010"
    report = uscc.check(number + uscc.check_digit(number))

    assert report.ok
    assert "USCC.ORG_CODE_CHECK" in [item.code for item in report.warnings]


def test_citizen_number_in_the_wrong_field_is_named() -> None:
    """
    A sound identity number that happens to be a sound code gets a warning.
    """
    numbers = (
        f"110000{1950 + serial // 27:04}01{1 + serial % 27:02}{tail:03}"
        for serial in range(27)
        for tail in range(1, 999)
    )
    both = next(
        body + citizen_id.check_digit(body)
        for body in numbers
        if citizen_id.check_digit(body) == uscc.check_digit(body)
    )

    assert "USCC.LOOKS_LIKE_CITIZEN_ID" in _codes(both)


@given(
    head=st.from_regex(r"[1-9ANY][1-9](?:10|11|44|45)0000", fullmatch=True),
    serial=st.integers(1, 99999),
    place=st.integers(0, 17),
    mark=st.sampled_from(uscc.ALPHABET),
)
def test_one_wrong_place_is_always_found(head: str, serial: int, place: int, mark: str) -> None:
    """
    Modulus 31 is prime and no weight is 0, so one changed character never passes.
    """
    code = _with_checks(head, f"PDY{serial:05}")
    changed = code[:place] + mark + code[place + 1 :]

    assert uscc.is_valid(code)
    assert (changed == code) is uscc.is_valid(changed)


@given(
    head=st.sampled_from(["12450000", "91110000", "54000000", "9135010A", "91350100"]),
    middle=st.from_regex(r"PDY0000[1-9][0-9X]|M000[0-9][0-9A-F][A-H]{2}[0-9X]|[0-9]{9}", fullmatch=True),
    last=st.sampled_from(uscc.ALPHABET),
    right=st.booleans(),
)
def test_quick_and_careful_way_agree(head: str, middle: str, last: str, right: bool) -> None:  # noqa: FBT001  # drawn
    """
    A text with a blank goes the careful way and gets the same findings beside that of the blank.
    """
    code = head + middle + (uscc.check_digit(head + middle) if right else last)
    quick, careful = uscc.check(code), uscc.check(f"{code} ")

    assert quick.findings == careful.findings[1:]
    assert quick.value == careful.value
    assert quick.ok is uscc.is_valid(code)
