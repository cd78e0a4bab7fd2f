"""
Certificate numbers: free text, the sign for none, and its slips.
"""

from __future__ import annotations

import pytest

from credrules.identifiers import certificate_number
from credrules.identifiers.certificate_number import NO_NUMBER, CertificateNumber
from tests.support.cases import not_ok, ok


@pytest.mark.parametrize(
    "text", ["0312345", "桂职改字0312345", "（2003）第12号", "A-0001", "a-0001", "2003-12", "1", "11", "00000001"]
)
def test_free_text_passes_as_it_stands(text: str) -> None:
    """
    Certificate numbers have no common form: case, hyphens, brackets and leading zeros stay.
    """
    assert () == certificate_number.check(text).findings
    assert CertificateNumber(text) == certificate_number.parse(text)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("11111111", marks=ok("GX-077", "GX-078")),
        "１１１１１１１１",
        "1111 1111",
        "1111-1111",
        "11-11-11-11",
        11111111,
        11111111.0,
    ],
)
def test_eight_ones_say_that_there_is_no_number(value: object) -> None:
    """
    Eight ones, however grouped, are the sign and not a number.
    """
    report = certificate_number.check(value)

    assert CertificateNumber(NO_NUMBER, is_placeholder=True) == report.value
    assert certificate_number.is_placeholder(value)
    assert ["CERTIFICATE_NUMBER.PLACEHOLDER"] == [item.code for item in report.infos if item.code.startswith("CERT")]
    assert "无编号" == certificate_number.format(value)
    assert NO_NUMBER == certificate_number.mask(value)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("1111111", marks=not_ok("GX-077", "GX-078")),
        "111111111",
        "111111",
        "1111111111",
        "l1111111",
        "I1111111",
    ],
)
def test_miscounted_ones_are_a_slip(value: str) -> None:
    """
    Seven or nine ones, or letters among them, are neither the sign nor likely a number: eight are proposed.
    """
    report = certificate_number.check(value)

    assert report.ok
    assert not certificate_number.is_placeholder(value)
    assert [("CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER", NO_NUMBER)] == [
        (item.code, item.suggestion) for item in report.findings
    ]


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("无", NO_NUMBER),
        ("无编号", NO_NUMBER),
        ("无证书编号", NO_NUMBER),
        ("不详", None),
        ("/", None),
        ("——", None),
        ("N/A", None),
        ("编号", None),
        ("证书编号：", None),
    ],
)
def test_words_are_no_number(value: str, suggestion: str | None) -> None:
    """
    Only words that say there is none are turned into the sign; 不详 may hide a number, a heading word is none.
    """
    errors = certificate_number.check(value).errors

    assert [("CERTIFICATE_NUMBER.NO_NUMBER_WORD", suggestion)] == [(item.code, item.suggestion) for item in errors]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("00000000", ["FILLER"]),
        ("0", ["FILLER"]),
        ("99999999", ["FILLER"]),
        ("1111", ["FILLER"]),
        (312345, ["NUMBER_CELL"]),
        ("03****5", ["MASKED"]),
        ("0312345" * 9, ["LONG"]),
        ("0312345" * 8, []),
    ],
)
def test_doubts_are_warnings(value: object, expected: list[str]) -> None:
    """
    A filler, a number cell, a mask and a very long text are only remarked.
    """
    found = [item.code for item in certificate_number.check(value).findings if not item.code.startswith("TEXT.")]

    assert [f"CERTIFICATE_NUMBER.{name}" for name in expected] == found
    assert certificate_number.is_valid(value)


@pytest.mark.parametrize(
    ("value", "expected"), [("", "EMPTY"), (None, "EMPTY"), ([], "NOT_TEXT"), ("1.23E+15", "DAMAGED")]
)
def test_what_is_no_text_is_refused(value: object, expected: str) -> None:
    """
    Empty cells, other objects and spoiled cells have their own reasons.
    """
    assert [f"CERTIFICATE_NUMBER.{expected}"] == [item.code for item in certificate_number.check(value).findings]


def test_number_is_masked_and_shown() -> None:
    """
    The text for people is the number; mask and repr hide its middle.
    """
    assert "0312345" == certificate_number.format(" 0312345 ")
    assert "03****5" == certificate_number.mask("0312345")
    assert "CertificateNumber('03****5', is_placeholder=False)" == repr(CertificateNumber("0312345"))
