"""
Fixed numbers: area codes, extensions, service numbers, and what stands in the field by mistake.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import landline
from credrules.identifiers.landline import Landline
from tests.support.cases import not_ok, ok


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("0771-0000001", Landline("0000001", "0771"), marks=ok("GX-094")),
        ("07710000001", Landline("0000001", "0771")),
        ("(0771)0000001", Landline("0000001", "0771")),
        ("（0771） 0000001", Landline("0000001", "0771")),
        ("0771 000 0001", Landline("0000001", "0771")),
        ("0771--0000001", Landline("0000001", "0771")),
        ("+86-771-0000001", Landline("0000001", "0771")),
        ("+86 (0)771 0000001", Landline("0000001", "0771")),
        ("+867710000001", Landline("0000001", "0771")),
        ("0086-0771-0000001", Landline("0000001", "0771")),
        ("086-0771-0000001", Landline("0000001", "0771")),
        ("+86 10 0000 0001", Landline("00000001", "010")),
        ("86-10-00000001", Landline("00000001", "010")),
        ("+861000000001-12", Landline("00000001", "010", "12")),
        ("86 20 0000 0001", Landline("00000001", "020")),
        ("+86 20000001", Landline("20000001")),
        ("电话：0771-0000001", Landline("0000001", "0771")),
        ("0000001", Landline("0000001")),
        ("20000001", Landline("20000001")),
        ("0771-0000001-123", Landline("0000001", "0771", "123")),
        ("0771-0000001转123", Landline("0000001", "0771", "123")),
        ("0771-0000001 ext. 123", Landline("0000001", "0771", "123")),
        ("0771-0000001#123", Landline("0000001", "0771", "123")),
        ("0771-0000001*123", Landline("0000001", "0771", "123")),
        ("0771-0000001分机：8001", Landline("0000001", "0771", "8001")),
        ("0771_0000001", Landline("0000001", "0771")),
        ("0771/0000001", Landline("0000001", "0771")),
        ("0771-0000001（办公室）", Landline("0000001", "0771")),
        ("办公室 0771-0000001", Landline("0000001", "0771")),
        ("86-010-00000001", Landline("00000001", "010")),
        ("86-0771-0000001-8001", Landline("0000001", "0771", "8001")),
        ("(86)0771-0000001", Landline("0000001", "0771")),
        ("20000001-8001", Landline("20000001", None, "8001")),
        ("4000000001", Landline("400-000-0001")),
        ("800-000-0001", Landline("800-000-0001")),
        ("400-0000-001 转 1", Landline("400-000-0001", None, "1")),
        ("+86 400 000 0001", Landline("400-000-0001")),
        ("95000", Landline("95000")),
        ("96000转8", Landline("96000", None, "8")),
    ],
)
def test_number_is_taken_apart(value: str, expected: Landline) -> None:
    """
    Area code, local number and extension, however they are joined.
    """
    assert expected == landline.parse(value)
    assert expected.number == landline.normalize(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("0771-000001", ["FORM"], marks=not_ok("GX-094")),
        ("12345", ["PUBLIC_SERVICE"]),
        ("110", ["PUBLIC_SERVICE"]),
        ("120", ["PUBLIC_SERVICE"]),
        ("10086", ["PUBLIC_SERVICE"]),
        ("118114", ["PUBLIC_SERVICE"]),
        ("123456", ["FORM"]),
        ("0771-12345678901", ["FORM"]),
        ("0771-0000001-12-3", ["FORM"]),
        ("0000-1234567", ["FORM"]),
        ("0123-1234567", ["FORM"]),
        ("077-1234567", ["FORM"]),
        ("12" * 31, ["FORM"]),
        ("abc", ["CHARACTER"]),
        ("0771-000000O", ["CHARACTER"]),
        ("0771-0000001办", ["CHARACTER"]),
        ("0771/000001", ["SEVERAL"]),
        ("0771-0000001、0771-0000002", ["SEVERAL"]),
        ("0771-0000001/2", ["SEVERAL"]),
        ("0771-0000001 0771-0000002", ["SEVERAL"]),
        ("13800000001", ["MOBILE"]),
        ("+86 138 0000 0001", ["MOBILE"]),
        ("0000000", ["PLACEHOLDER"]),
        ("无", ["PLACEHOLDER"]),
        ("0771-***0001", ["MASKED"]),
        ("7.71E+9", ["DAMAGED"]),
        (None, ["EMPTY"]),
        (b"0771", ["NOT_TEXT"]),
    ],
)
def test_wrong_number_is_refused_with_its_reason(value: object, expected: list[str]) -> None:
    """
    Form, characters, several numbers and mobile numbers are told apart.
    """
    assert expected == [item.code.partition(".")[2] for item in landline.check(value).errors]
    assert not landline.is_valid(value)


@pytest.mark.parametrize(
    ("value", "region"),
    [
        ("+852 2000 0001", "香港"),
        ("852-20000001", "香港"),
        ("00852-20000001", "香港"),
        ("+853 2800 0001", "澳门"),
        ("+886-2-2000-0001", "台湾地区"),
        ("+44 20 7946 0000", "境外"),
    ],
)
def test_numbers_from_elsewhere_are_named(value: str, region: str) -> None:
    """
    A number of Hong Kong, Macao, Taiwan or another country is called so.
    """
    errors = landline.check(value).errors

    assert ["LANDLINE.ABROAD"] == [item.code for item in errors]
    assert region in errors[0].message("zh")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0771-0000001", []),
        (7710000001, ["TEXT.NOTATION", "LANDLINE.ZERO_LOST"]),
        ("1000000001", ["TEXT.NOTATION", "LANDLINE.ZERO_LOST"]),
        ("400-000-0001", ["LANDLINE.SERVICE_NUMBER"]),
        ("95000", ["LANDLINE.SERVICE_NUMBER"]),
    ],
)
def test_remarks_refuse_nothing(value: object, expected: list[str]) -> None:
    """
    A lost 0 is a warning with the number proposed, a service number an info.
    """
    report = landline.check(value)

    assert expected == [item.code for item in report.findings]
    assert report.ok


@pytest.mark.parametrize(
    ("value", "shown", "masked"),
    [
        ("0771-0000001转123", "0771-0000001 转 123", "0771-*****01-***"),
        ("0771-0000001", "0771-0000001", "0771-*****01"),
        ("0000001", "0000001", "*****01"),
        ("400-000-0001-12", "400-000-0001 转 12", "400-00*****1-12"),
        ("abcdef", "abcdef", "a****f"),
    ],
)
def test_format_and_mask(value: str, shown: str, masked: str) -> None:
    """
    The extension is named; the mask keeps the area code and two digits.
    """
    assert shown == landline.format(value)
    assert masked == landline.mask(value)


@given(
    area=st.sampled_from(("010", "020", "0771", "0898", "0355")),
    local=st.from_regex(r"[2-8][0-9]{6,7}", fullmatch=True),
    extension=st.none() | st.from_regex(r"[0-9]{1,4}", fullmatch=True),
    country=st.booleans(),
    gap=st.sampled_from((" ", "-", ") ")),
)
def test_every_spelling_of_every_number_is_read(
    *, area: str, local: str, extension: str | None, country: bool, gap: str
) -> None:
    """
    With or without country code and extension, the three parts come out.
    """
    written = (f"+86 {area[1:]}" if country else area) + gap + local + (f"转{extension}" if extension else "")

    assert Landline(local, area, extension) == landline.parse(written)
