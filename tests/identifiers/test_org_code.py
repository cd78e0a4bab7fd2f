"""
Organisation codes of nine places.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import org_code
from credrules.identifiers.org_code import OrgCode
from tests.support.cases import not_ok, ok


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("D2143569-X", "D2143569X", marks=ok("CE-074")),
        ("D2143569X", "D2143569X"),
        ("d2143569－x", "D2143569X"),
        ("12345678—8", "123456788"),
        ("12345678 8", "123456788"),
        ("87654321-0", "876543210"),
        (123456788, "123456788"),
        ("组织机构代码：12345678-8", "123456788"),
    ],
)
def test_sound_code_is_read(value: object, expected: str) -> None:
    """
    With and without hyphen, in either case, as text or number.
    """
    assert expected == org_code.parse(value).code
    assert expected == org_code.normalize(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("D2143569-1", ["CHECK_CHARACTER"], marks=not_ok("CE-074")),
        ("1234567-8", ["LENGTH"]),
        ("12345678-88", ["LENGTH"]),
        ("12450000PDY00001XW", ["LENGTH"]),
        ("12345678A", ["CHARACTER"]),
        ("D214356?X", ["CHARACTER"]),
        ("000000000", ["PLACEHOLDER"]),
        ("00000000-0", ["PLACEHOLDER"]),
        ("无", ["PLACEHOLDER"]),
        ("D2****69X", ["MASKED"]),
        ("", ["EMPTY"]),
        ([], ["NOT_TEXT"]),
    ],
)
def test_unsound_code_is_refused_with_its_reason(value: object, expected: list[str]) -> None:
    """
    Length, characters, check character and fillers are told apart.
    """
    assert expected == [item.code.partition(".")[2] for item in org_code.check(value).errors]
    assert not org_code.is_valid(value)


def test_self_defined_range_is_marked() -> None:
    """
    PDY00001 to PDY99999 pass with a warning; PDY00000 is outside the range.
    """
    assert org_code.is_self_defined("PDY00001X")
    assert not org_code.is_self_defined(OrgCode("PDY00000", org_code.check_digit("PDY00000")).code)
    assert ["ORG_CODE.SELF_DEFINED"] == [item.code for item in org_code.check("PDY00001X").findings]


def test_format_has_the_hyphen() -> None:
    """
    For people the check character stands apart; what is no code stays as it is.
    """
    assert "D2143569-X" == org_code.format("d2143569x")
    assert "D21" == org_code.format("D21")


@given(serial=st.integers(1, 99999), place=st.integers(3, 7), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(serial: int, place: int, digit: str) -> None:
    """
    Modulus 11 finds every single wrong digit.
    """
    body = f"PDY{serial:05}"
    changed = body[:place] + digit + body[place + 1 :]

    assert (changed == body) is org_code.is_valid(changed + org_code.check_digit(body))
