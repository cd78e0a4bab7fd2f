"""
What spreadsheets do to numbers: named, and never taken for a number again.
"""

from __future__ import annotations

from types import ModuleType

import pytest

from credrules.identifiers import certificate_number, citizen_id, landline, mobile, org_code, uscc

NUMBERED = [citizen_id, uscc, org_code, mobile, landline, certificate_number]


@pytest.mark.parametrize("module", NUMBERED, ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize(
    "value",
    [
        "4.50103E+17",
        "4.5E+17",
        "4.50103e17",
        "４．５０１０３Ｅ＋１７",
        "4,50103E+17",
        " 4.50103E+17 ",
        4.50103e17,
        450103199307010000.0,
        float(2**53),
        "450103199307010000.0",
        "######",
    ],
)
def test_lost_digits_are_named(module: ModuleType, value: object) -> None:
    """
    Scientific notation, large floats and hash signs are damage that cannot be recovered.
    """
    report = module.check(value)

    assert ["DAMAGED"] == [item.code.partition(".")[2] for item in report.findings]
    assert report.findings[0].suggestion is None
    assert "450103199307010000" != module.normalize(value)


@pytest.mark.parametrize(
    ("module", "value", "expected"),
    [
        (mobile, 13800000000.0, "13800000000"),
        (mobile, "13800000000.0", "13800000000"),
        (landline, 7710000001.0, "0771-0000001"),
        (org_code, 123456788, "123456788"),
        (certificate_number, 312345.0, "312345"),
        (citizen_id, 450000720315003.0, "450000720315003"),
    ],
)
def test_small_number_cells_are_exact(module: ModuleType, value: object, expected: str) -> None:
    """
    A float holds up to fifteen digits exactly, so such a cell is the number.
    """
    assert expected == module.normalize(value)
    assert module.is_valid(value)


def test_eighteen_digits_ending_in_zeros_are_suspected() -> None:
    """
    As text or as an exact integer nothing proves the rounding: a warning asks to compare.
    """
    found = [item.code for item in citizen_id.check("450000199307010000").findings]

    assert "CITIZEN_ID.ROUNDED" in found
    assert "CITIZEN_ID.ROUNDED" in [item.code for item in citizen_id.check(450000199307010000).findings]


@pytest.mark.parametrize(
    "written", ["'0312345", '="0312345"', '"0312345"', "`0312345", "0312345'；", "0312345，", "'= 0312345 '"]
)
def test_marks_of_an_export_are_taken_off(written: str) -> None:
    """
    Quotes, the equals sign and a final mark in any order are no part of a number.
    """
    assert "0312345" == certificate_number.normalize(written)
