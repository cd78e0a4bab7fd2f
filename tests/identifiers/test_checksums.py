"""
Check characters: against the sums as the standards write them, and against python-stdnum.
"""

from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric as stdnum_ric
from stdnum.cn import uscc as stdnum_uscc

from credrules.findings import CredrulesError
from credrules.identifiers import citizen_id, org_code, uscc

DIGITS = "0123456789"
USCC_BODY = st.text(uscc.ALPHABET, min_size=17, max_size=17)
ORG_BODY = st.text(DIGITS + string.ascii_uppercase, min_size=8, max_size=8)
CITIZEN_BODY = st.text(DIGITS, min_size=17, max_size=17)


def _gb11643(body: str) -> str:
    # GB 11643-1999: weights W(i) = 2 ** (i - 1) mod 11 with i counted from the right, check place 1.
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return "10X98765432"[total % 11]


def _gb11714(body: str) -> str:
    # GB 11714-1997: C9 = 11 - MOD(sum of Ci * Wi, 11); 10 is written X, 11 is written 0.
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = DIGITS + string.ascii_uppercase
    check = 11 - sum(values.index(mark) * weight for mark, weight in zip(body, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))


def _gb32100(body: str) -> str:
    # GB 32100-2015: C18 = 31 - MOD(sum of Ci * Wi, 31), 31 is 0; W(i) = 3 ** (i - 1) mod 31.
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    values = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return values[(31 - sum(values.index(mark) * weight for mark, weight in zip(body, weights, strict=True)) % 31) % 31]


def _doc9303(body: str) -> str:
    # ICAO Doc 9303: digits count as they are, letters from A = 10; weights 7, 3, 1 in turn.
    values = DIGITS + string.ascii_uppercase
    weights = (7, 3, 1) * 5
    return str(sum(values.index(mark) * weight for mark, weight in zip(body, weights, strict=False)) % 10)


@given(body=CITIZEN_BODY)
def test_citizen_check_digit_is_the_weighted_sum(body: str) -> None:
    """
    The base-13 reading gives the check character of GB 11643.
    """
    assert _gb11643(body) == citizen_id.check_digit(body)


@given(body=CITIZEN_BODY)
def test_citizen_check_digit_agrees_with_stdnum(body: str) -> None:
    """
    python-stdnum computes the same check character.
    """
    assert stdnum_ric.calc_check_digit(f"{body}0") == citizen_id.check_digit(body)


@given(body=ORG_BODY)
def test_org_check_digit_is_the_weighted_sum(body: str) -> None:
    """
    The base-35 reading gives the check character of GB 11714, also with the letter Z.
    """
    assert _gb11714(body) == org_code.check_digit(body)


@given(body=USCC_BODY)
def test_uscc_check_digit_is_the_weighted_sum(body: str) -> None:
    """
    The base-34 reading gives the check character of GB 32100.
    """
    assert _gb32100(body) == uscc.check_digit(body)


@given(body=USCC_BODY)
def test_uscc_check_digit_agrees_with_stdnum(body: str) -> None:
    """
    python-stdnum computes the same check character.
    """
    assert stdnum_uscc.calc_check_digit(body) == uscc.check_digit(body)


@given(
    body=st.tuples(st.text(string.ascii_uppercase, min_size=3, max_size=3), st.text(DIGITS, min_size=11, max_size=11))
)
def test_foreign_check_digit_is_that_of_travel_documents(body: tuple[str, str]) -> None:
    """
    The last digit of a foreigner's old number follows the 7-3-1 rule.
    """
    assert _doc9303("".join(body)) == citizen_id.foreign_check_digit("".join(body))


@given(
    day=st.dates(dt.date(1900, 1, 1), dt.date(2024, 12, 31)),
    place=st.sampled_from(("110000", "440000", "450000")),
    tail=st.integers(1, 999),
)
def test_every_number_with_its_check_digit_is_sound(day: dt.date, place: str, tail: int) -> None:
    """
    Division, date, sequence and the check character make a number; any other last place does not.
    """
    body = f"{place}{day:%Y%m%d}{tail:03}"
    right = citizen_id.check_digit(body)
    sound = [last for last in "0123456789X" if citizen_id.is_valid(body + last)]

    assert [right] == sound


@pytest.mark.parametrize(
    ("check_digit", "body", "code"),
    [
        (citizen_id.check_digit, "4500001993070100", "CITIZEN_ID.LENGTH"),
        (citizen_id.check_digit, "45000019930701O01", "CITIZEN_ID.CHARACTER"),
        (org_code.check_digit, "PDY0000", "ORG_CODE.LENGTH"),
        (org_code.check_digit, "pdy00001", "ORG_CODE.CHARACTER"),
        (uscc.check_digit, "91350100M000100YI", "USCC.CHARACTER"),
        (uscc.check_digit, "91350100M000100Y", "USCC.LENGTH"),
    ],
)
def test_check_digit_refuses_other_bodies(check_digit: object, body: str, code: str) -> None:
    """
    A body of another length or alphabet has no check character.
    """
    assert callable(check_digit)
    with pytest.raises(CredrulesError) as raised:
        check_digit(body)

    assert [code] == [item.code for item in raised.value.findings]


def test_a_body_of_the_whole_length_is_told_what_it_would_become() -> None:
    """
    A whole number given as a body would have one place too many, and that is what is said.
    """
    with pytest.raises(CredrulesError) as raised:
        citizen_id.check_digit("450000199307010014")

    assert [19] == [item.params["length"] for item in raised.value.findings]
