"""
Mobile numbers: spellings, ranges, and what stands in the field by mistake.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import mobile
from tests.support.cases import not_ok, ok


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("13800000001", marks=ok("GX-095")),
        "+8613800000001",
        "8613800000001",
        "008613800000001",
        "+86-138-0000-0001",
        "(+86)138 0000 0001",
        "（+86）13800000001",
        "+86(0)13800000001",
        "013800000001",
        "138.0000.0001",
        "１３８０００００００１",
        "手机：13800000001",
        "手机13800000001",
        "13800000001（微信同号）",
        "13800000001 (本人)",
        "17951-13800000001",
        "12593 13800000001",
        "Tel: 13800000001",
        "tel:+86-138-0000-0001",
        "13800000001，",
        13800000001,
        13800000001.0,
    ],
)
def test_one_number_in_many_spellings(value: object) -> None:
    """
    Country code, trunk 0, grouping, labels and width carry nothing.
    """
    assert "13800000001" == mobile.parse(value).number
    assert mobile.is_valid(value)


@pytest.mark.parametrize("head", [f"{first}{second}" for first in range(13, 20) for second in range(10)])
def test_every_range_passes(head: str) -> None:
    """
    Ranges given out last year are as sound as old ones: 13 to 19, data cards and virtual operators too.
    """
    assert () == mobile.check(f"{head}00000001").findings


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("1380000000", ["LENGTH"], marks=not_ok("GX-095")),
        ("138000000011", ["LENGTH"]),
        ("1064700000001", ["LENGTH", "PREFIX"]),
        ("1440000000001", ["LENGTH"]),
        ("12800000001", ["PREFIX"]),
        ("11000000001", ["PREFIX"]),
        ("23800000001", ["PREFIX"]),
        ("1380000000O", ["CHARACTER"]),
        ("13800000001（A）", ["CHARACTER", "LENGTH"]),
        ("4008000001", ["LENGTH", "PREFIX"]),
        ("95000", ["LENGTH", "PREFIX"]),
        ("0771-0000001", ["LANDLINE"]),
        ("010-00000001", ["LANDLINE"]),
        ("13800000001 13900000001", ["SEVERAL"]),
        ("13800000001/0771-0000001", ["SEVERAL"]),
        ("13800000001、0771-0000001、0771-0000002", ["SEVERAL"]),
        ("11111111111", ["PLACEHOLDER"]),
        ("0000-0000-000", ["PLACEHOLDER"]),
        ("不详", ["PLACEHOLDER"]),
        ("138****0001", ["MASKED"]),
        ("1.38E+10", ["DAMAGED"]),
        ("  ", ["EMPTY"]),
        ({}, ["NOT_TEXT"]),
    ],
)
def test_wrong_number_is_refused_with_its_reason(value: object, expected: list[str]) -> None:
    """
    Length, range, characters and foreign guests of the field are told apart.
    """
    assert expected == [item.code.partition(".")[2] for item in mobile.check(value).errors]
    assert not mobile.is_valid(value)


@pytest.mark.parametrize(
    ("value", "region"),
    [
        ("+852 5000 0001", "香港"),
        ("00852-50000001", "香港"),
        ("85250000001", "香港"),
        ("(852)50000001", "香港"),
        ("+853 6000 0001", "澳门"),
        ("853 6000 0001", "澳门"),
        ("+886 900 000 001", "台湾地区"),
        ("886900000001", "台湾地区"),
        ("+1 202 555 0100", "境外"),
        ("0044 20 7946 0000", "境外"),
    ],
)
def test_numbers_from_elsewhere_are_named(value: str, region: str) -> None:
    """
    A number of Hong Kong, Macao, Taiwan or another country is called so, not too short.
    """
    errors = mobile.check(value).errors

    assert ["MOBILE.ABROAD"] == [item.code for item in errors]
    assert region in errors[0].message("zh")


def test_format_groups_as_spoken() -> None:
    """
    Three, four, four; what is no mobile number stays as it is.
    """
    assert "138 0000 0001" == mobile.format("13800000001")
    assert "1380" == mobile.format("1380")
    assert "138****0001" == mobile.mask("+86 13800000001")


@given(
    number=st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True).filter(lambda text: len(set(text)) > 1),
    prefix=st.sampled_from(("", "+86", "86", "0086", "0", "+86 ", "+86-", "（+86）")),
    gap=st.sampled_from(("", " ", "-", ".")),
)
def test_every_spelling_of_every_number_is_read(number: str, prefix: str, gap: str) -> None:
    """
    Whatever stands before and between the digits, the number comes out.
    """
    assert number == mobile.normalize(prefix + gap.join((number[:3], number[3:7], number[7:])))
