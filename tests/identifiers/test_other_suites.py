"""
The kinds of cases other projects' suites hold, with invented numbers: sound ones pass, the others name their reason.

Looked through were the tests of python-stdnum, id-validator (Python, Go),
IDValidator, idnumbers, hutool, validator.js, any-rule, python-email-validator
and regexes for mobile numbers. Where those suites disagree among themselves,
docs/adr/0004 decides.
"""

from __future__ import annotations

import datetime as dt
from types import ModuleType

import pytest

from credrules.identifiers import citizen_id, email, landline, mobile, org_code, uscc

ON = dt.date(2026, 1, 1)

# fmt: off
PROVINCES = (
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
)

# Area codes of the provincial capitals and of places whose codes look unlike them.
AREAS = (
    "010", "020", "021", "022", "023", "024", "025", "027", "028", "029", "0310", "0335", "0349", "0351",
    "0371", "0411", "0431", "0451", "0470", "0471", "0483", "0512", "0531", "0551", "0571", "0591", "0631",
    "0660", "0668", "0691", "0701", "0731", "0755", "0769", "0770", "0771", "0791", "0817", "0851", "0859",
    "0871", "0886", "0891", "0898", "0902", "0931", "0951", "0970", "0971", "0991", "0999",
)

# Registering department and category of credit codes.
HEADS = (
    "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "59",
    "61", "62", "69", "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1",
)
# fmt: on


def _number(body: str) -> str:
    return body + citizen_id.check_digit(body)


def _credit_code(head: str, serial: int = 1) -> str:
    body = f"PDY{serial:05}"
    code = head + body + org_code.check_digit(body)
    return code + uscc.check_digit(code)


def _errors(module: ModuleType, value: object, on: dt.date | None = None) -> list[str]:
    return [item.code.partition(".")[2] for item in module.check(value, on=on).errors]


@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("birth", ["18850101", "19000228", "19991231", "20000229", "20240229"])
def test_every_province_and_century_passes(province: str, birth: str) -> None:
    """
    All address prefixes ever in use, leap days and people born before 1900, men and women.
    """
    numbers = [_number(f"{province}0000{birth}{sequence}") for sequence in ("001", "002", "970", "999")]
    reports = [citizen_id.check(number) for number in numbers]

    assert [()] * 4 == [report.findings for report in reports]
    assert ["1", "2", "2", "1"] == [report.value.sex for report in reports if report.value is not None]
    assert all(citizen_id.is_valid(number.lower()) for number in numbers)


@pytest.mark.parametrize("province", PROVINCES)
def test_fifteen_digits_pass_with_a_warning(province: str) -> None:
    """
    Numbers of fifteen digits are sound, and their likeness of eighteen places is too.
    """
    report = citizen_id.check(f"{province}0000620927690")

    assert [] == [item.code for item in report.errors]
    assert report.value is not None
    assert citizen_id.is_valid(report.value.upgraded)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (_number("45000019910101001")[:-1], ["LENGTH"]),
        (_number("45000019910101001") + "3", ["LENGTH"]),
        ("T" + _number("45000019910101001")[1:], ["CHARACTER"]),
        ("45000019930X010014", ["CHARACTER"]),
        ("450000199307010X14", ["CHARACTER"]),
        (_number("45000019911301001"), ["BIRTH_DATE"]),
        (_number("45000019840230004"), ["BIRTH_DATE"]),
        (_number("45000000000406003"), ["BIRTH_DATE"]),
        (_number("45000019000229000"), ["BIRTH_DATE"]),
        (_number("45000011910101001"), ["BIRTH_CENTURY"]),
        (_number("45000029780605885"), ["BIRTH_CENTURY"]),
        (_number("16000019780605885"), ["PROVINCE_UNKNOWN"]),
        (_number("17010219840406970"), ["PROVINCE_UNKNOWN"]),
        (_number("99042619911201007"), ["PROVINCE_UNKNOWN"]),
        (_number("45000020300101001"), ["BIRTH_FUTURE"]),
        ("450000491041001", ["BIRTH_DATE"]),
        ("160000491001001", ["PROVINCE_UNKNOWN"]),
        ("123456789012345678", ["BIRTH_DATE", "CHECK_DIGIT"]),
        ("111111111111111111", ["PLACEHOLDER"]),
        ("000000000000000", ["PLACEHOLDER"]),
        ("123 578A", ["LENGTH", "CHARACTER"]),
        ("1234*6789", ["LENGTH", "CHARACTER"]),
    ],
)
def test_unsound_identity_number_names_its_reason(value: str, expected: list[str]) -> None:
    """
    Each kind of fault has one reason, and no other is told with it.
    """
    assert expected == _errors(citizen_id, value, ON)


@pytest.mark.parametrize("last", "0123456789X")
def test_a_wrong_last_place_says_only_so(last: str) -> None:
    """
    Of the eleven last places one is right; the other ten give the check character alone.
    """
    right = citizen_id.check_digit("45000019930701001")

    assert ([] if last == right else ["CHECK_DIGIT"]) == _errors(citizen_id, f"45000019930701001{last}", ON)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("division", ["100000", "110000", "450000", "810000"])
def test_credit_codes_of_every_kind_pass(head: str, division: str) -> None:
    """
    Organs, institutions, associations, trade unions, businesses, rural collectives, and those registered centrally.
    """
    report = uscc.check(_credit_code(head + division))

    assert ["ORG_CODE.SELF_DEFINED"] == [item.code for item in report.findings]
    assert report.value is not None
    assert report.value.category_label is not None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12345", ["LENGTH"]),
        (_credit_code("91450000") + "1", ["LENGTH"]),
        ("9145000PDY00001X1L", ["DIVISION_FORMAT", "CHECK_CHARACTER"]),
        ("91450000PDY0IOZSV1", ["CHARACTER"]),
        ("111111111111111111", ["PLACEHOLDER"]),
        ("123456789012345678", ["PLACEHOLDER"]),
        (" 123456789012345678", ["PLACEHOLDER"]),
    ],
)
def test_unsound_credit_code_names_its_reason(value: str, expected: list[str]) -> None:
    """
    Counting up has a right check character by chance, and is a filler nevertheless.
    """
    assert expected == _errors(uscc, value)
    assert not uscc.is_valid(value)


@pytest.mark.parametrize("last", uscc.ALPHABET)
def test_a_wrong_check_character_says_only_so(last: str) -> None:
    """
    Of the 31 last characters one is right.
    """
    code = _credit_code("91450000")

    assert ([] if last == code[-1] else ["CHECK_CHARACTER"]) == _errors(uscc, code[:-1] + last)
    assert uscc.is_valid(code[:-1] + last) is (last == code[-1])


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("local", ["0000001", "80000001"])
def test_every_area_code_passes(area: str, local: str) -> None:
    """
    Three and four digits of area, seven and eight of the local number, joined in the usual ways.
    """
    spellings = [
        f"{area}-{local}",
        f"{area}{local}",
        f"({area}){local}",
        f"+86-{area[1:]}-{local}",
        f"86-{area}-{local}",
    ]

    assert [f"{area}-{local}"] * 5 == [landline.parse(spelling).number for spelling in spellings]


@pytest.mark.parametrize(
    ("module", "value", "expected"),
    [
        (landline, "010-889931081", ["FORM"]),
        (landline, "A20-9999999", ["CHARACTER"]),
        (landline, "9999999999999", ["FORM"]),
        (landline, "010-00000001/13800000001", ["SEVERAL"]),
        (landline, "119", ["PUBLIC_SERVICE"]),
        (landline, "12315", ["PUBLIC_SERVICE"]),
        (mobile, "138000000011", ["LENGTH"]),
        (mobile, "12800000001", ["PREFIX"]),
        (mobile, "+85291230001", ["ABROAD"]),
        (mobile, "+886987000001", ["ABROAD"]),
        (mobile, "+008613800000001", ["CHARACTER", "LENGTH"]),
        (mobile, "010-38000001", ["LANDLINE"]),
        (mobile, "1440000000001", ["LENGTH"]),
        (email, "a@test@example.org", ["SEVERAL_AT"]),
        (email, "a..b@example.org", ["LOCAL"]),
        (email, "a@example..org", ["DOMAIN"]),
        (email, "a@-example.org", ["DOMAIN"]),
        (email, "a@example", ["DOMAIN"]),
        (email, "a@example.org-2", ["DOMAIN"]),
        (email, f"{'a' * 65}@example.org", ["LENGTH"]),
        (org_code, "PDY00001-1", ["CHECK_CHARACTER"]),
        (org_code, "PDY00001", ["LENGTH"]),
        (org_code, "PDY00001O", ["CHARACTER"]),
    ],
)
def test_unsound_contacts_name_their_reason(module: ModuleType, value: str, expected: list[str]) -> None:
    """
    Too long, of another range, from elsewhere, several in one cell: each is said.
    """
    assert expected == _errors(module, value)
