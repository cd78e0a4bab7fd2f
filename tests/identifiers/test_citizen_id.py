"""
Identity numbers: all forms, each reason, what is only remarked.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.findings import CredrulesError
from credrules.identifiers import citizen_id
from credrules.identifiers.citizen_id import CitizenId, Kind
from credrules.values import Severity
from tests.support.cases import not_ok, ok

SOUND = "450000199307010014"


def _with_check(body: str) -> str:
    return body + citizen_id.check_digit(body)


def _codes(value: object, on: dt.date | None = None) -> list[str]:
    return [item.code.partition(".")[2] for item in citizen_id.check(value, on=on).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOUND, CitizenId(SOUND, "450000", dt.date(1993, 7, 1), "1", Kind.CITIZEN)),
        ("45000019720315003x", CitizenId("45000019720315003X", "450000", dt.date(1972, 3, 15), "1", Kind.CITIZEN)),
        ("450000720315003", CitizenId("450000720315003", "450000", dt.date(1972, 3, 15), "1", Kind.CITIZEN_15)),
        (
            "830000199201300022",
            CitizenId("830000199201300022", "830000", dt.date(1992, 1, 30), "2", Kind.RESIDENCE_PERMIT),
        ),
        (
            "932682198501010017",
            CitizenId("932682198501010017", "320000", dt.date(1985, 1, 1), "1", Kind.FOREIGN_PERMANENT_RESIDENT),
        ),
        (
            "KAZ110090123105",
            CitizenId("KAZ110090123105", "110000", dt.date(1990, 12, 31), None, Kind.FOREIGN_PERMANENT_RESIDENT),
        ),
    ],
)
def test_parse_takes_a_number_apart(text: str, expected: CitizenId) -> None:
    """
    Every form gives number, division, birth date, sex and kind.
    """
    assert expected == citizen_id.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("450000720315003", "45000019720315003X"),
        ("450000930701999", _with_check("45000018930701999")),
        (SOUND, SOUND),
        ("932682198501010017", "932682198501010017"),
        ("KAZ110090123105", None),
    ],
)
def test_upgraded_is_the_form_of_eighteen_places(text: str, expected: str | None) -> None:
    """
    Fifteen digits get century and check character; what has eighteen stays; a foreigner's old number has no such form.
    """
    assert expected == citizen_id.parse(text).upgraded


@pytest.mark.parametrize(("text", "expected"), [("932682198501010017", "682"), ("KAZ110090123105", "KAZ"), (SOUND, "")])
def test_country_of_a_foreigner(text: str, expected: str) -> None:
    """
    Only a foreigner's number holds a country.
    """
    assert expected == citizen_id.parse(text).country


def test_kinds_have_words() -> None:
    """
    Each kind has a label in both languages, and no two share one.
    """
    assert len(Kind) == len({kind.label.zh for kind in Kind}) == len({kind.label.en for kind in Kind})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SOUND, marks=ok("GX-090")),
        "440000198002290039",
        "11010519491231002X",
        "440524188001010014",
        "810000199408230021",
        _with_check("82000019940823002"),
    ],
)
def test_sound_number_has_no_finding(text: str) -> None:
    """
    A sound number passes silently, whatever its age.
    """
    assert citizen_id.is_valid(text)
    assert () == citizen_id.check(text).errors


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("450000199307010014　", ["EXTRA_SPACE"]),
        ("４５００００１９９３０７０１００１４", ["FULL_WIDTH"]),
        ("450000 19930701 0014", ["EXTRA_SPACE"]),
        ("450000-19930701-0014", ["NOTATION"]),
        ("'450000199307010014", ["NOTATION"]),
        ('="450000199307010014"', ["NOTATION"]),
        ("450000199307010014。", ["NOTATION"]),
        ("身份证号：450000199307010014", ["NOTATION"]),
        ("450000\u200b199307010014", ["INVISIBLE"]),
        ("450000\n199307010014", ["LINE_BREAK", "EXTRA_SPACE"]),
        (450000199307010014, ["NOTATION"]),
    ],
)
def test_spelling_is_repaired_and_listed(value: object, expected: list[str]) -> None:
    """
    Layout carries nothing: it is repaired, every repair has a finding and a change, and no digit changes.
    """
    report = citizen_id.check(value)

    assert SOUND == citizen_id.parse(value).number == citizen_id.normalize(value)
    assert expected == [item.code.partition(".")[2] for item in report.findings]
    assert bool(report.changes)
    assert value == report.raw


@pytest.mark.parametrize("mark", ["x", "ｘ", "Ｘ", "×", "Х", "Χ", "Ⅹ"])
def test_what_is_typed_for_x_is_read_as_x(mark: str) -> None:
    """
    Lower case, full width and look-alikes of the last X are the X.
    """
    report = citizen_id.check(f"45000019720315003{mark}")

    assert report.value == citizen_id.parse("45000019720315003X")
    assert len(report.changes) > 0


@pytest.mark.parametrize("prefix", sorted({entry.code[:2] for entry in codes.DIVISIONS}))
def test_no_prefix_that_a_source_attests_is_refused(prefix: str) -> None:
    """
    The first two digits of every division code there is, in force or not, may begin a number (66, 83).
    """
    report = citizen_id.check(_with_check(f"{prefix}000019930701001"))

    assert report.ok
    assert [] == [item.code for item in report.findings]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("450000199307010013", ["CHECK_DIGIT"], marks=not_ok("GX-090")),
        ("45000019930701001", ["LENGTH"]),
        ("4500001993070100141", ["LENGTH"]),
        ("45000O199307010014", ["CHARACTER"]),
        ("X50000199307010014", ["CHARACTER"]),
        ("45000019930701001A", ["CHARACTER"]),
        ("٤50000199307010014", ["CHARACTER"]),
        ("H12345678", ["OTHER_DOCUMENT"]),
        (_with_check("99000019930701001"), ["PROVINCE_UNKNOWN"]),
        (_with_check("00000019930701001"), ["PROVINCE_UNKNOWN"]),
        (_with_check("45000019930230001"), ["BIRTH_DATE"]),
        (_with_check("45000019931301001"), ["BIRTH_DATE"]),
        (_with_check("45000019000229001"), ["BIRTH_DATE"]),
        (_with_check("45000000000101001"), ["BIRTH_DATE"]),
        (_with_check("45000017990701001"), ["BIRTH_CENTURY"]),
        (_with_check("45000021000701001"), ["BIRTH_CENTURY"]),
        ("450000199302300019", ["BIRTH_DATE", "CHECK_DIGIT"]),
        ("450000721315003", ["BIRTH_DATE", "FIFTEEN"]),
        ("45000072031500X", ["CHARACTER"]),
        ("990000720315003", ["PROVINCE_UNKNOWN", "FIFTEEN"]),
        ("4500007203O5003", ["CHARACTER"]),
        (":00000000000000", ["CHARACTER", "BIRTH_DATE"]),
        ("KAZ1100901231O5", ["CHARACTER"]),
        ("KAZ110090133105", ["BIRTH_DATE", "FOREIGN_CHECK_DIGIT"]),
        ("", ["EMPTY"]),
        (None, ["EMPTY"]),
        (float("nan"), ["EMPTY"]),
        (True, ["NOT_TEXT"]),
        (b"450000199307010014", ["NOT_TEXT"]),
        ([SOUND], ["NOT_TEXT"]),
        ("无", ["PLACEHOLDER"]),
        ("000000000000000000", ["PLACEHOLDER"]),
        ("450000********0014", ["MASKED"]),
    ],
)
def test_unsound_number_is_refused_with_its_reasons(value: object, expected: list[str]) -> None:
    """
    All reasons are told, and only the right ones.
    """
    report = citizen_id.check(value)

    assert expected == [item.code.partition(".")[2] for item in report.findings]
    assert report.value is None
    assert not report.ok
    assert not citizen_id.is_valid(value)
    with pytest.raises(CredrulesError):
        citizen_id.parse(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_with_check("45999919930701001"), ["DIVISION_UNKNOWN"]),
        (_with_check("33900520100101001"), ["DIVISION_ENDED"]),
        (_with_check("33900519800101001"), []),
        (_with_check("45010319400701001"), []),
        (_with_check("81000018500505005"), ["BIRTH_IMPLAUSIBLE"]),
        (_with_check("45999918500505005"), ["BIRTH_IMPLAUSIBLE", "DIVISION_UNKNOWN"]),
        ("450000720315003", ["FIFTEEN"]),
        ("450000930701999", ["FIFTEEN", "CENTENARIAN"]),
        ("KAZ110010123101", ["CENTURY_UNSURE"]),
        ("KAZ110090123107", ["FOREIGN_CHECK_DIGIT"]),
        ("KAZ990090123105", ["DIVISION_UNKNOWN"]),
    ],
)
def test_geography_and_plausibility_only_warn(text: str, expected: list[str]) -> None:
    """
    A retired, unknown or later division code, and a very old person, are never refused.
    """
    report = citizen_id.check(text)

    assert expected == [item.code.partition(".")[2] for item in report.findings]
    assert report.ok
    assert citizen_id.is_valid(text)


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        (SOUND, dt.date(1993, 7, 1), []),
        (SOUND, dt.datetime(1993, 7, 1, 8, tzinfo=dt.UTC), []),
        (SOUND, dt.date(1993, 6, 30), ["BIRTH_FUTURE"]),
        ("440524188001010014", dt.date(2024, 1, 1), ["BIRTH_IMPLAUSIBLE"]),
        ("440524188001010014", dt.date(2010, 1, 1), []),
        ("450000720315003", dt.date(1970, 1, 1), ["BIRTH_FUTURE", "FIFTEEN"]),
        ("KAZ110010123101", dt.date(2009, 1, 1), []),
        ("KAZ110090123105", dt.date(1985, 1, 1), ["BIRTH_DATE"]),
    ],
)
def test_the_day_decides_what_lies_ahead(text: str, on: dt.date, expected: list[str]) -> None:
    """
    With `on`, births after it are errors and very long lives warnings; a datetime counts as its day.
    """
    assert expected == _codes(text, on)
    assert citizen_id.check(text, on=on).ok is citizen_id.is_valid(text, on=on)


def test_unsure_century_leaves_the_birth_date_open() -> None:
    """
    Two possible centuries are both named and none is chosen; `on` may decide.
    """
    open_one = citizen_id.check("KAZ110010123101")

    assert (dt.date(1910, 12, 31), dt.date(2010, 12, 31)) == open_one.findings[0].params["candidates"]
    assert open_one.value is not None
    assert open_one.value.birth_date is None
    assert dt.date(1910, 12, 31) == citizen_id.parse("KAZ110010123101", on=dt.date(2009, 1, 1)).birth_date


@given(
    text=st.one_of(
        st.from_regex(
            r"(?:11|44|45|81|99)0000(?:19|20|21)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{3}[0-9X]", fullmatch=True
        ),
        st.from_regex(r"[0-9]{17}[0-9Xx]", fullmatch=True),
        st.from_regex(r"[0-9]{15}", fullmatch=True),
        st.from_regex(r"[A-Z]{3}[0-9]{12}", fullmatch=True),
    ),
    right=st.booleans(),
    on=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)),
)
def test_quick_and_careful_way_agree(text: str, right: bool, on: dt.date | None) -> None:  # noqa: FBT001  # drawn
    """
    The three look-ups and the careful judgement give one verdict; a text with a blank goes the careful way only.
    """
    if right and len(text) == 18:
        text = _with_check(text[:17])
    careful = citizen_id.check(f"{text} ", on=on)
    quick = citizen_id.check(text, on=on)

    assert careful.ok is quick.ok is citizen_id.is_valid(text, on=on)
    assert careful.value == quick.value
    assert [item for item in careful.findings if not item.code.startswith("TEXT.")] == [
        item for item in quick.findings if not item.code.startswith("TEXT.")
    ]
    assert quick.findings == tuple(item for item in careful.findings if not item.code.startswith("TEXT.E"))


def test_findings_show_no_whole_number() -> None:
    """
    Neither repr nor message nor error holds the number.
    """
    report = citizen_id.check("450000199302300019")
    with pytest.raises(CredrulesError) as raised:
        citizen_id.parse("450000199302300019")
    shown = [repr(report), report.to_text("zh"), report.to_text("en"), str(raised.value), repr(citizen_id.parse(SOUND))]

    assert [] == [text for text in shown if "450000199302300019" in text or SOUND in text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(SOUND, "450000 19930701 0014"), ("450000720315003", "450000 720315 003"), ("KAZ110090123105", "KAZ110090123105")],
)
def test_format_groups_for_reading(text: str, expected: str) -> None:
    """
    Address, birth date and the rest stand apart; reading it again gives the number.
    """
    assert expected == citizen_id.format(text)
    assert citizen_id.normalize(text) == citizen_id.normalize(citizen_id.format(text))


def test_wrong_check_character_gets_no_suggestion() -> None:
    """
    Nobody knows which place is wrong, so nothing is proposed.
    """
    errors = citizen_id.check("450000199307010013").errors

    assert [(Severity.ERROR, None)] == [(item.severity, item.suggestion) for item in errors]


@pytest.mark.parametrize(
    ("number", "candidates"),
    [
        ("KAZ110022011502", (dt.date(1922, 1, 15), dt.date(2022, 1, 15))),
        ("KAZ110023011503", (dt.date(1923, 1, 15), dt.date(2023, 1, 15))),
        ("KAZ110024011504", ()),
    ],
)
def test_the_last_year_of_old_foreign_numbers(number: str, candidates: tuple[dt.date, ...]) -> None:
    """
    Since December 2023 foreigners have eighteen places: 23 may be 1923 or 2023, 24 is 1924.
    """
    report = citizen_id.check(number, on=dt.date(2026, 1, 1))

    assert candidates == tuple(day for item in report.findings for day in item.params["candidates"])
    assert report.value is not None
    assert (None if candidates else dt.date(1924, 1, 15)) == report.value.birth_date
