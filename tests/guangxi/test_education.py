"""
First and highest education and degree.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.findings import Path
from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)
FIRST: dict[str, Any] = {
    "seq": 1,
    "education_item": "第一学历",
    "education_level": "大学专科毕业",
    "school": "甲师范学校",
    "major": "数学教育",
    "study_years": 3,
    "graduated_on": "1989-07",
}
HIGHEST: dict[str, Any] = {
    "seq": 2,
    "education_item": "最高学历",
    "education_level": "大学本科毕业",
    "school": "高等教育自学考试",
    "major": "数学教育",
    "graduated_on": "1996-12",
}
BACHELOR: dict[str, Any] = {"degree_level": "学士", "conferred_on": "1996-12"}


def told(educations: list[dict[str, Any]], degrees: list[dict[str, Any]] | None = None) -> dict[str, list[Path]]:
    """
    Return code -> paths of what is found on schooling, above INFO.
    """
    data = person(educations=educations, degrees=degrees or [])
    found: dict[str, list[Path]] = {}
    for item in guangxi.check(data, on=ON).findings:
        if item.severity is not Severity.INFO:
            found.setdefault(item.code, []).append(item.path)
    return found


def again(record: dict[str, Any], **changes: object) -> dict[str, Any]:
    """
    Return a record entered once more as the highest one.
    """
    return {**record, "seq": 2, "education_item": "最高学历", **changes}


@ok("GX-060", "GX-061", "GX-063", "GX-066")
def test_the_worked_example() -> None:
    """
    大专 1989, three years of work, self-study 本科 1996: nothing to tell, no least time of study.
    """
    assert {} == told([FIRST, HIGHEST])


@not_ok("GX-066")
@pytest.mark.parametrize("graduated", ["1990-01", "1992-07", "1993-06"])
def test_no_least_time_of_study_is_derived(graduated: str) -> None:
    """
    An unusual length of study alone refuses nothing.
    """
    assert {} == told([FIRST, {**HIGHEST, "graduated_on": graduated}])


@not_ok("GX-060")
def test_two_first_educations() -> None:
    """
    The second record that says 第一学历 is told.
    """
    found = told([FIRST, {**HIGHEST, "education_item": "第一学历"}])
    data = person(educations=[FIRST, {**HIGHEST, "education_item": "第一学历"}])

    assert "GX.EDU.FIRST" in {item.code for item in guangxi.check(data, on=ON).errors}
    assert [("educations", 1, "education_item")] == found["GX.EDU.FIRST"]
    assert [("educations",)] == found["GX.EDU.HIGHEST"]


def test_no_education_at_all() -> None:
    """
    Without any record both items are missing; nothing is said of a single one entered twice.
    """
    assert {"GX.EDU.FIRST": [("educations",)], "GX.EDU.HIGHEST": [("educations",)]} == told([])


def test_an_unreadable_item_may_be_the_missing_one() -> None:
    """
    A record whose item could not be read has its own finding; the item it may be is not called missing.
    """
    assert {"GX.F.CODE": [("educations", 1, "education_item")]} == told(
        [FIRST, {**HIGHEST, "education_item": "第二学历"}]
    )


@not_ok("GX-061")
def test_a_higher_education_stands_beside_the_highest() -> None:
    """
    HIGHEST 大专 while a 本科 record exists.
    """
    found = told([{**FIRST, "education_level": "本科"}, {**HIGHEST, "education_level": "大专"}])

    assert [("educations", 1, "education_level")] == found["GX.EDU.HIGHEST"]


@pytest.mark.parametrize(
    ("work", "highest", "expected"),
    [
        ("1997-08", HIGHEST, [("educations", 0, "education_level")]),
        ("1990-08", HIGHEST, []),
        ("", HIGHEST, []),
        ("1997-08", {**HIGHEST, "education_level": "大专"}, []),
        ("1997-08", {**HIGHEST, "education_level": ""}, []),
        ("1997-08", {**HIGHEST, "education_item": ""}, []),
    ],
)
def test_first_graduation_and_first_employment_may_differ(
    work: str, highest: dict[str, Any], expected: list[Path]
) -> None:
    """
    Straight from 大专 to 本科 before work: either may be the first, which is an information only.
    """
    report = guangxi.check(person(basic={"work_start": work}, educations=[FIRST, highest], degrees=[]), on=ON)
    found = [item for item in report.findings if item.code == "GX.EDU.FIRST_OR_EMPLOYED"]

    assert expected == [item.path for item in found]
    assert all(item.severity is Severity.INFO for item in found)


@not_ok("GX-061")
def test_highest_by_level_not_by_date() -> None:
    """
    A later second 大专 is not the highest over an earlier 本科; an unknown level is not compared.
    """
    bachelor = {**FIRST, "education_level": "本科"}

    assert "GX.EDU.HIGHEST" in told([bachelor, {**HIGHEST, "education_level": "大专"}])
    assert {} == told([bachelor, again(bachelor)])
    assert "GX.EDU.HIGHEST" not in told([FIRST, {**HIGHEST, "education_level": ""}])


@ok("GX-062")
def test_a_single_education_entered_twice() -> None:
    """
    Two records that differ in the item only; a day added to the month of graduation changes nothing.
    """
    assert {} == told([FIRST, again(FIRST)])
    assert {} == told([FIRST, again(FIRST, graduated_on=dt.date(1989, 7, 1))])


@not_ok("GX-062")
def test_only_a_highest_record() -> None:
    """
    The first one is missing, and a single one is to be entered twice.
    """
    found = told([again(FIRST)])

    assert {"GX.EDU.FIRST": [("educations",)], "GX.EDU.SINGLE_TWICE": [("educations", 0)]} == found


@not_ok("GX-062")
@pytest.mark.parametrize(("name", "value"), [("major", "物理教育"), ("study_years", 2), ("graduated_on", "1990-07")])
def test_the_same_education_has_the_same_content(name: str, value: object) -> None:
    """
    The same level at the same school with another content is an error at that field.
    """
    assert {"GX.EDU.SINGLE_TWICE": [("educations", 1, name)]} == told([FIRST, again(FIRST, **{name: value})])


def test_two_schools_of_one_level() -> None:
    """
    Two different schools of the same level are possible: a warning, no error.
    """
    found = told([FIRST, again(FIRST, school="乙工业学校", major="机械", graduated_on="1995-07")])

    assert {"GX.EDU.SAME_LEVEL": [("educations", 1, "school")]} == found


@not_ok("GX-063")
def test_the_first_above_and_after_the_highest() -> None:
    """
    FIRST 本科 1996, HIGHEST 大专 1989.
    """
    found = told(
        [
            {**FIRST, "education_level": "本科", "graduated_on": "1996-07"},
            {**HIGHEST, "education_level": "大专", "graduated_on": "1989-07"},
        ]
    )

    assert [("educations", 0, "education_level"), ("educations", 0, "graduated_on")] == found["GX.EDU.ORDER"]


@ok("GX-064")
def test_a_single_degree_entered_twice() -> None:
    """
    One bachelor's degree is two records of equal content; none at all is right too.
    """
    twice = [{"degree_item": "第一学位", **BACHELOR}, {"degree_item": "最高学位", **BACHELOR}]

    assert {} == told([FIRST, HIGHEST], twice)
    assert {} == told([FIRST, HIGHEST], [])


@not_ok("GX-064")
@pytest.mark.parametrize(
    ("degrees", "paths"),
    [
        ([{"degree_item": "第一学位", **BACHELOR}], [("degrees",), ("degrees", 0)]),
        ([{"degree_item": "最高学位", **BACHELOR}], [("degrees",), ("degrees", 0)]),
        (
            [
                {"degree_item": "第一学位", **BACHELOR},
                {"degree_item": "最高学位", **BACHELOR, "conferred_on": "1997-06"},
            ],
            [("degrees", 1, "conferred_on")],
        ),
        (
            [
                {"degree_item": "第一学位", "degree_level": "硕士", "conferred_on": "1999-06"},
                {"degree_item": "最高学位", **BACHELOR},
            ],
            [("degrees", 0, "degree_level"), ("degrees", 0, "conferred_on"), ("degrees", 1, "degree_level")],
        ),
    ],
)
def test_degrees_follow_the_rules_of_educations(degrees: list[dict[str, Any]], paths: list[Path]) -> None:
    """
    A single record, another content and a wrong order are told of degrees as well.
    """
    assert {"GX.DEG.SAME_METHOD": paths} == told([FIRST, HIGHEST], degrees)


@ok("GX-065")
@pytest.mark.parametrize(
    "degrees", [[], [{"degree_item": item, "degree_level": "硕士"} for item in ("第一学位", "最高学位")]]
)
def test_education_and_degree_need_not_match(degrees: list[dict[str, Any]]) -> None:
    """
    本科 without a degree, and a master's degree with 本科, are both right.
    """
    found = told([FIRST, HIGHEST], [{**degree, "conferred_on": "1999-06"} for degree in degrees])

    assert {} == found


@not_ok("GX-065")
@pytest.mark.parametrize(("written", "section"), [("硕士", "educations"), ("研究生", "degrees")])
def test_one_is_never_derived_from_the_other(written: str, section: str) -> None:
    """
    A degree given as education stays unread and is told to be one, and the other way round.
    """
    data = person()
    name = "education_level" if section == "educations" else "degree_level"
    data[section][1][name] = written
    report = guangxi.check(data, on=ON)
    found = {item.code for item in report.errors if item.path == (section, 1, name)}

    assert {"GX.F.CODE", "GX.EDU.NOT_DEGREE"} == found
    assert report.value is not None
    assert None is getattr(getattr(report.value, section)[1], name)


@pytest.mark.parametrize(
    ("written", "section", "code"), [("在职硕士", "educations", "14"), ("第二学士学位", "degrees", "4")]
)
def test_what_is_assumed_for_both_is_read_where_it_stands(written: str, section: str, code: str) -> None:
    """
    A wording that is certain for neither schooling nor degree is read as what its column asks for.
    """
    data = person()
    name = "education_level" if section == "educations" else "degree_level"
    data[section][1][name] = written
    report = guangxi.check(data, on=ON)

    assert "GX.EDU.NOT_DEGREE" not in {item.code for item in report.findings}
    assert report.value is not None
    assert code == getattr(getattr(report.value, section)[1], name)


@pytest.mark.parametrize(
    ("conferred", "level", "warned"),
    [("1995-06", "学士", True), ("1996-01", "学士", False), ("1990-06", "硕士", False), ("", "学士", False)],
)
def test_a_degree_long_before_its_graduation(conferred: str, level: str, warned: bool) -> None:  # noqa: FBT001  # the answer
    """
    Only against educations a degree usually comes from, and only beyond a year for sure.
    """
    degrees = [
        {"degree_item": item, "degree_level": level, "conferred_on": conferred} for item in ("第一学位", "最高学位")
    ]

    assert warned is ("GX.DEG.BEFORE_GRADUATION" in told([FIRST, HIGHEST], degrees))


@ok("GX-067")
def test_titles_are_the_third_table() -> None:
    """
    专业技术资格信息 is the third table of the form.
    """
    assert guangxi.records.TitleCertificate is guangxi.records.FORM_ORDER[2]


@not_ok("GX-067")
def test_two_kinds_of_certificates_are_two_tables() -> None:
    """
    Titles and occupational certificates have record types and fields of their own.
    """
    titles, occupations = (
        {spec.name for spec in guangxi.FIELDS.values() if spec.owner == kind.__name__}
        for kind in (guangxi.records.TitleCertificate, guangxi.records.OccupationalCertificate)
    )

    assert guangxi.records.OccupationalCertificate is guangxi.records.FORM_ORDER[3]
    assert {"title_name", "review_body"} <= titles - occupations
    assert {"occupation_name", "category"} <= occupations - titles
