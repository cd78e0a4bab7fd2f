"""
Certificate numbers and control numbers.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.findings import Report
from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)


def check(section: str = "titles", **cells: object) -> Report[guangxi.PersonalRecord]:
    """
    Check the invented person with other cells on one certificate.
    """
    return guangxi.check(person(**{section: [cells]}), on=ON)


def told(report: Report[guangxi.PersonalRecord], name: str, section: str = "titles") -> dict[str, Severity]:
    """
    Return code -> severity at one cell of the first certificate of a section.
    """
    return {item.code: item.severity for item in report.findings if item.path == (section, 0, name)}


@ok("GX-076")
def test_a_number_stands() -> None:
    """
    0312345 is a certificate number.
    """
    assert {} == told(check(certificate_number="0312345"), "certificate_number")


@not_ok("GX-076")
@pytest.mark.parametrize("section", ["titles", "qualifications"])
def test_the_number_is_mandatory(section: str) -> None:
    """
    An empty certificate number is an error, stated by the text and not assumed.
    """
    report = check(section, certificate_number="")

    assert {"GX.CERTNO.REQUIRED": Severity.ERROR} == told(report, "certificate_number", section)
    assert ["stated"] == [item.params["basis"] for item in report.errors]


@ok("GX-077")
def test_eight_ones_mean_no_number() -> None:
    """
    11111111 is told as INFO and is no error.
    """
    report = check(certificate_number="11111111")

    assert {"GX.CERTNO.SENTINEL": Severity.INFO} == told(report, "certificate_number")
    assert report.ok


@not_ok("GX-077")
@pytest.mark.parametrize("written", ["1111111", "111111111", "lllllllI"])
def test_seven_or_nine_ones_are_a_slip(written: str) -> None:
    """
    Seven or nine ones, or letters that look like ones, are warned of with the eight as suggestion.
    """
    report = check(certificate_number=written)

    assert {"GX.CERTNO.SENTINEL_MISTYPED": Severity.WARNING} == told(report, "certificate_number")
    assert {"GX.CERTNO.SENTINEL": Severity.INFO} == told(report.repaired(), "certificate_number")


def test_a_word_for_none_is_no_number() -> None:
    """
    无 is an error that suggests the eight ones.
    """
    report = check(certificate_number="无")

    assert {"GX.F.CERTIFICATE_NUMBER": Severity.ERROR} == told(report, "certificate_number")
    assert {"GX.CERTNO.SENTINEL": Severity.INFO} == told(report.repaired(), "certificate_number")


def with_numbers(*numbers: str) -> Report[guangxi.PersonalRecord]:
    """
    Check a person whose titles bear the given numbers.
    """
    title = person()["titles"][0]
    return guangxi.check(person(titles=[{**title, "certificate_number": number} for number in numbers]), on=ON)


@ok("GX-078")
def test_the_sign_for_none_is_never_a_duplicate() -> None:
    """
    Three certificates with 11111111, or with the same in full-width digits, are no duplicates.
    """
    reports = (with_numbers(*[number] * 3) for number in ("11111111", "１１１１１１１１"))

    assert all("GX.CERTNO.DUPLICATE" not in {item.code for item in report.findings} for report in reports)


@not_ok("GX-078")
def test_a_real_number_twice_is_told_and_the_sign_is_not() -> None:
    """
    Of two numbers twice only the real one is told, at the later certificate, without showing it whole.
    """
    report = with_numbers("0312345", "11111111", "0312345", "11111111")
    found = [item for item in report.findings if item.code == "GX.CERTNO.DUPLICATE"]

    assert [("titles", 2, "certificate_number")] == [item.path for item in found]
    assert "0312345" not in found[0].message("zh") + found[0].message("en") + repr(found)


@ok("GX-079")
@not_ok("GX-079")
@pytest.mark.parametrize("section", ["titles", "qualifications"])
def test_the_control_number_is_optional(section: str) -> None:
    """
    A certificate of 1999 without a control number: no error, at most INFO.
    """
    report = check(section, control_number=None, issued_on="1999-06-01")

    assert {"GX.REQ.OPTIONAL": Severity.INFO} == told(report, "control_number", section)
    assert report.ok


@ok("GX-080")
@pytest.mark.parametrize("issued", ["2012-03-01", "2011-01-01", "2011"])
def test_control_numbers_of_the_new_edition(issued: str) -> None:
    """
    From 2011 on a title certificate may bear a control number; without one there is no finding above INFO.
    """
    assert {} == told(check(control_number="2012000001", issued_on=issued), "control_number")
    assert {"GX.REQ.OPTIONAL": Severity.INFO} == told(check(issued_on=issued), "control_number")


@not_ok("GX-080")
def test_control_numbers_before_the_new_edition() -> None:
    """
    Issued 1998 with a control number: a warning; not for occupational certificates.
    """
    old = check(control_number="2012000001", issued_on="1998-12-30")
    occupational = check("qualifications", control_number="09000001", issued_on="1998-12-30")

    assert {"GX.CTRLNO.SINCE_2011": Severity.WARNING} == told(old, "control_number")
    assert {} == told(occupational, "control_number", "qualifications")


def test_the_first_year_is_a_switch() -> None:
    """
    Who reads "after 2011" as without 2011 says 2012.
    """
    profile = guangxi.PROFILE.switch(control_number_since=2012)
    data = person(titles=[{"control_number": "2011000001", "issued_on": "2011-05-01"}])

    assert {"GX.CTRLNO.SINCE_2011": Severity.WARNING} == told(
        guangxi.check(data, on=ON, profile=profile), "control_number"
    )


@ok("GX-081")
def test_the_sign_belongs_to_the_certificate_number() -> None:
    """
    Eight ones as certificate number and no control number: nothing above INFO at either.
    """
    report = check(certificate_number="11111111", control_number=None)

    assert {"GX.CERTNO.SENTINEL": Severity.INFO} == told(report, "certificate_number")
    assert {"GX.REQ.OPTIONAL": Severity.INFO} == told(report, "control_number")


@not_ok("GX-081")
@pytest.mark.parametrize("section", ["titles", "qualifications"])
@pytest.mark.parametrize("written", ["11111111", "1111111"])
def test_the_sign_is_no_control_number(section: str, written: str) -> None:
    """
    Eight ones (or nearly) as control number: a warning that suggests nothing.
    """
    report = check(section, control_number=written, issued_on="2012-03-01")
    found = [item for item in report.findings if item.path == (section, 0, "control_number")]

    assert [("GX.CTRLNO.NO_SENTINEL", Severity.WARNING, None)] == [
        (item.code, item.severity, item.suggestion) for item in found
    ]


def test_a_word_for_none_is_no_control_number() -> None:
    """
    无 belongs to no control number, and the eight ones are not suggested.
    """
    report = check(control_number="无")
    found = [item for item in report.findings if item.path == ("titles", 0, "control_number")]

    assert [("GX.F.CONTROL_NUMBER", None)] == [(item.code, item.suggestion) for item in found]


@ok("GX-082")
@not_ok("GX-082")
def test_an_honour_needs_no_number() -> None:
    """
    An honour without a number is told as INFO, assumed and not official.
    """
    report = check("honours", certificate_number="")
    found = [item for item in report.findings if item.path == ("honours", 0, "certificate_number")]

    assert [("GX.REQ.OPTIONAL", Severity.INFO, "assumed")] == [
        (item.code, item.severity, item.params["basis"]) for item in found
    ]
    assert report.ok


@not_ok("GX-082")
@pytest.mark.parametrize("written", ["无", "—", "没有编号"])
def test_a_word_for_none_refuses_no_honour(written: str) -> None:
    """
    An honour whose number says "none" is looked at; it is not refused, and no eight ones are asked for.
    """
    report = check("honours", certificate_number=written)
    found = [item for item in report.findings if item.path == ("honours", 0, "certificate_number")]

    assert [("GX.F.HONOUR_NUMBER", Severity.WARNING, None)] == [
        (item.code, item.severity, item.suggestion) for item in found
    ]
    assert "8 个 1" not in found[0].message("zh")
    assert report.ok
