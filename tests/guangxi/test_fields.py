"""
The field list of the form, row by row: a value that stands and one that does not.

Keys are those of the requirements' table, so that its English names are accepted too.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.findings import Finding, Path, Report
from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)
REQUIREMENT_NAMES = {
    "id_no": "citizen_id",
    "ethnic_group": "ethnicity",
    "certificate_no": "certificate_number",
    "control_no": "control_number",
}


def check_cell(section: str, key: str, value: object, **more: object) -> Report[guangxi.PersonalRecord]:
    """
    Check the invented person with one cell written under a key of the requirements' table.
    """
    data = person()
    place: dict[str, Any] = data[section] if section == "basic" else data[section][0]
    place.pop(REQUIREMENT_NAMES.get(key, key), None)
    place.update({key: value, **more})
    return guangxi.check(data, on=ON)


def path_of(section: str, key: str) -> Path:
    """
    Return the path at which a finding on the cell is told.
    """
    name = REQUIREMENT_NAMES.get(key, key)
    return ("basic", name) if section == "basic" else (section, 0, name)


def at(report: Report[guangxi.PersonalRecord], path: Path) -> list[Finding]:
    """
    Return the findings at a path.
    """
    return [item for item in report.findings if item.path == path]


def codes_at(section: str, key: str, value: object, **more: object) -> set[str]:
    """
    Return the finding codes at one cell.
    """
    return {item.code for item in at(check_cell(section, key, value, **more), path_of(section, key))}


GOOD = [
    pytest.param("basic", "name", "张三", marks=ok("GX-089")),
    pytest.param("basic", "id_no", "450000197203150013", marks=ok("GX-090")),
    pytest.param("basic", "unit_name", "甲市第一中学", marks=ok("GX-091")),
    pytest.param("basic", "current_work", "中学数学教学", marks=ok("GX-092")),
    pytest.param("basic", "address", "甲市乙路1号", marks=ok("GX-093")),
    pytest.param("basic", "landline", "0771-0000000", marks=ok("GX-094")),
    pytest.param("basic", "mobile", "13800000000", marks=ok("GX-095")),
    pytest.param("basic", "email", "a@example.org", marks=ok("GX-096")),
    pytest.param("educations", "seq", 1, marks=ok("GX-097")),
    pytest.param("educations", "school", "甲师范学校", marks=ok("GX-098")),
    pytest.param("educations", "major", "数学教育", marks=ok("GX-099")),
    pytest.param("educations", "study_years", 3, marks=ok("GX-100")),
    pytest.param("educations", "study_years", 2.5, marks=ok("GX-100")),
    pytest.param("titles", "title_major", "中学数学", marks=ok("GX-101")),
    pytest.param("titles", "approving_organ", "甲市职称改革工作领导小组", marks=ok("GX-102")),
    pytest.param("titles", "certificate_no", "0312345", marks=ok("GX-103")),
    pytest.param("qualifications", "category", "房屋建筑", marks=ok("GX-105")),
    pytest.param("qualifications", "issuer", "广西壮族自治区人事厅", marks=ok("GX-106")),
    pytest.param("qualifications", "certificate_no", "A-0001", marks=ok("GX-107")),
    pytest.param("qualifications", "control_no", "09000001", marks=ok("GX-108")),
    pytest.param("awards", "award_name", "科技进步奖", marks=ok("GX-109")),
    pytest.param("awards", "award_grade", "二等奖", marks=ok("GX-110")),
    pytest.param("awards", "award_rank", 1, marks=ok("GX-112")),
    pytest.param("awards", "award_year", "2009", marks=ok("GX-113")),
    pytest.param("awards", "award_year", 2009, marks=ok("GX-113")),
    pytest.param("honours", "approval_title", "关于表彰……的决定", marks=ok("GX-114")),
    pytest.param("honours", "document_no", "某字〔2009〕1号", marks=ok("GX-115")),
    pytest.param("honours", "certificate_no", "R-001", marks=ok("GX-116")),
    pytest.param("basic", "sex", "1", marks=ok("GX-117")),
    pytest.param("basic", "ethnic_group", "08", marks=ok("GX-118")),
    pytest.param("basic", "ethnic_group", "08 壮族", marks=ok("GX-118")),
    pytest.param("basic", "birth_place", "450103", marks=ok("GX-119")),
    pytest.param("basic", "native_place", "450103", marks=ok("GX-120")),
    pytest.param("basic", "unit_place", "450102", marks=ok("GX-121")),
    pytest.param("basic", "current_post", "无", marks=ok("GX-122")),
    pytest.param("basic", "returnee", "否", marks=ok("GX-123")),
    pytest.param("basic", "political_status", "13", marks=ok("GX-124")),
    pytest.param("basic", "political_status", "13 群众", marks=ok("GX-124")),
    pytest.param("basic", "english_exam", "211", marks=ok("GX-125")),
    pytest.param("basic", "personal_status", "13", marks=ok("GX-126")),
    pytest.param("basic", "language_1", "英语", marks=ok("GX-127")),
    pytest.param("basic", "language_1_level", "良好", marks=ok("GX-128")),
    pytest.param("educations", "education_item", "第一学历", marks=ok("GX-131")),
    pytest.param("degrees", "degree_item", "第一学位", marks=ok("GX-133")),
    pytest.param("titles", "title_level", "中级", marks=ok("GX-135")),
    pytest.param("titles", "acquire_mode", "晋升", marks=ok("GX-139")),
    pytest.param("qualifications", "occupation_name", "注册安全工程师", marks=ok("GX-140")),
    pytest.param("awards", "award_level", "省部级", marks=ok("GX-141")),
    pytest.param("honours", "honour_title", "02", marks=ok("GX-142")),
    pytest.param("basic", "birth_date", "1972-03-15", marks=ok("GX-143")),
    pytest.param("basic", "work_start", "1990-08", marks=ok("GX-144")),
    pytest.param("basic", "prof_start", "1993-07", marks=ok("GX-145")),
    pytest.param("educations", "graduated_on", "1989-07", marks=ok("GX-146")),
    pytest.param("degrees", "conferred_on", "1996-12", marks=ok("GX-147")),
    pytest.param("titles", "issued_on", "1998-12-30", marks=ok("GX-148")),
    pytest.param("qualifications", "issued_on", "2005-11-01", marks=ok("GX-148")),
    pytest.param("honours", "honour_date", "2009-05-01", marks=ok("GX-149")),
]


@pytest.mark.parametrize(("section", "key", "value"), GOOD)
def test_the_good_value_stands(section: str, key: str, value: object) -> None:
    """
    The example of the field's row gives nothing to look at, there or elsewhere.
    """
    report = check_cell(section, key, value)

    assert [] == [item for item in report.findings if item.severity is not Severity.INFO]
    assert not any(item.code == "RECORD.UNKNOWN_KEY" for item in report.findings)


BAD = [
    pytest.param("basic", "name", "张 三", "GX.F.NAME", marks=not_ok("GX-089")),
    pytest.param("basic", "name", "", "GX.REQ.MANDATORY", marks=not_ok("GX-089")),
    pytest.param("basic", "id_no", "450000199307010013", "GX.F.ID_NO", marks=not_ok("GX-090")),
    pytest.param("basic", "id_no", "4500001993070100", "GX.F.ID_NO", marks=not_ok("GX-090")),
    pytest.param("basic", "unit_name", "甲市 第一中学", "GX.UNIT.NO_SPACE", marks=not_ok("GX-091")),
    pytest.param("basic", "current_work", "\n", "GX.REQ.OPTIONAL", marks=not_ok("GX-092")),
    pytest.param("basic", "address", "甲市乙路1号\n", "GX.TEXT.EXTRA_SPACE", marks=not_ok("GX-093")),
    pytest.param("basic", "landline", "abc", "GX.F.LANDLINE", marks=not_ok("GX-094")),
    pytest.param("basic", "mobile", "1380000000", "GX.F.MOBILE", marks=not_ok("GX-095")),
    pytest.param("basic", "email", "a.example.org", "GX.F.EMAIL", marks=not_ok("GX-096")),
    pytest.param("educations", "seq", 0, "GX.F.SEQ", marks=not_ok("GX-097")),
    pytest.param("educations", "school", "", "GX.REQ.MANDATORY", marks=not_ok("GX-098")),
    pytest.param("educations", "major", "", "GX.REQ.MANDATORY", marks=not_ok("GX-099")),
    pytest.param("educations", "study_years", 0, "GX.F.STUDY_YEARS", marks=not_ok("GX-100")),
    pytest.param("educations", "study_years", 30, "GX.F.STUDY_YEARS", marks=not_ok("GX-100")),
    pytest.param("titles", "title_major", " ", "GX.REQ.OPTIONAL", marks=not_ok("GX-101")),
    pytest.param("titles", "approving_organ", "广西甲县", "GX.FIELD.APPROVING_ORGAN", marks=not_ok("GX-102")),
    pytest.param("titles", "certificate_no", "", "GX.CERTNO.REQUIRED", marks=not_ok("GX-103")),
    pytest.param("titles", "control_no", "11111111", "GX.CTRLNO.NO_SENTINEL", marks=not_ok("GX-104")),
    pytest.param("qualifications", "category", " ", "GX.REQ.OPTIONAL", marks=not_ok("GX-105")),
    pytest.param("qualifications", "issuer", "甲市人事局", "GX.CERT.EXAM_ISSUER", marks=not_ok("GX-106")),
    pytest.param("qualifications", "certificate_no", "", "GX.CERTNO.REQUIRED", marks=not_ok("GX-107")),
    pytest.param("qualifications", "control_no", "11111111", "GX.CTRLNO.NO_SENTINEL", marks=not_ok("GX-108")),
    pytest.param("awards", "award_name", "", "GX.REQ.MANDATORY", marks=not_ok("GX-109")),
    pytest.param("awards", "award_grade", "省部级", "GX.FIELD.AWARD_LEVEL_TWICE", marks=not_ok("GX-110")),
    pytest.param("awards", "award_organ", "甲市教育局", "GX.AWARD.CITY_BUREAU", marks=not_ok("GX-111")),
    pytest.param("awards", "award_rank", 0, "GX.F.AWARD_RANK", marks=not_ok("GX-112")),
    pytest.param("awards", "award_year", "20099", "GX.F.AWARD_YEAR", marks=not_ok("GX-113")),
    pytest.param("awards", "award_year", "2013", "GX.F.AWARD_YEAR", marks=not_ok("GX-113")),
    pytest.param("awards", "award_year", "1971", "GX.F.AWARD_YEAR", marks=not_ok("GX-113")),
    pytest.param("honours", "approval_title", " ", "GX.REQ.OPTIONAL", marks=not_ok("GX-114")),
    pytest.param("honours", "document_no", "2009-1", "GX.F.DOC_NO", marks=not_ok("GX-115")),
    # The row gives no counter-example: a word for "none" is no number.
    pytest.param("honours", "certificate_no", "不详", "GX.F.HONOUR_NUMBER", marks=not_ok("GX-116")),
    pytest.param("basic", "sex", "M", "GX.F.CODE", marks=not_ok("GX-117")),
    pytest.param("basic", "ethnic_group", "99", "GX.F.CODE", marks=not_ok("GX-118")),
    pytest.param("basic", "birth_place", "999999", "GX.F.CODE", marks=not_ok("GX-119")),
    pytest.param("basic", "native_place", "abc", "GX.F.CODE", marks=not_ok("GX-120")),
    pytest.param("basic", "unit_place", "甲市", "GX.F.CODE", marks=not_ok("GX-121")),
    pytest.param("basic", "unit_place", "440100", "GX.F.UNIT_PLACE", marks=not_ok("GX-121")),
    pytest.param("basic", "current_post", "空", "GX.F.CODE", marks=not_ok("GX-122")),
    pytest.param("basic", "current_post", "", "GX.FIELD.CURRENT_POST_NONE", marks=not_ok("GX-122")),
    pytest.param("basic", "returnee", "也许", "GX.F.CODE", marks=not_ok("GX-123")),
    pytest.param("basic", "political_status", "99", "GX.F.CODE", marks=not_ok("GX-124")),
    pytest.param("basic", "english_exam", "学过一些", "GX.F.NOT_LISTED", marks=not_ok("GX-125")),
    pytest.param("basic", "personal_status", "单位里的人", "GX.F.NOT_LISTED", marks=not_ok("GX-126")),
    pytest.param("basic", "language_1", "外星语", "GX.F.CODE", marks=not_ok("GX-127")),
    pytest.param("educations", "education_item", "第二学历", "GX.F.CODE", marks=not_ok("GX-131")),
    pytest.param("educations", "education_level", "学士", "GX.F.CODE", marks=not_ok("GX-132")),
    pytest.param("degrees", "degree_item", "第二学位", "GX.F.CODE", marks=not_ok("GX-133")),
    pytest.param("degrees", "degree_level", "研究生", "GX.F.CODE", marks=not_ok("GX-134")),
    pytest.param("titles", "title_level", "副高级", "GX.F.TITLE_LEVEL", marks=not_ok("GX-135")),
    pytest.param("titles", "title_level", "特级", "GX.F.CODE", marks=not_ok("GX-135")),
    pytest.param("titles", "title_series", "宇航", "GX.F.NOT_LISTED", marks=not_ok("GX-136")),
    pytest.param("titles", "review_body", "", "GX.CODE.REVIEW_BODY", marks=not_ok("GX-137")),
    pytest.param("titles", "title_name", "钓鱼大师", "GX.CERT.NOT_IN_TABLES", marks=not_ok("GX-138")),
    pytest.param("titles", "acquire_mode", "评审", "GX.CODE.ACQUIRE_VALUES", marks=not_ok("GX-139")),
    pytest.param("qualifications", "occupation_name", "钓鱼协会会员证", "GX.CODE.CERT_NAME", marks=not_ok("GX-140")),
    pytest.param("awards", "award_level", "县级", "GX.CODE.AWARD_LEVEL", marks=not_ok("GX-141")),
    pytest.param("honours", "honour_title", "随便写的", "GX.F.NOT_LISTED", marks=not_ok("GX-142")),
    pytest.param("basic", "birth_date", "2072-03-15", "GX.F.FUTURE", marks=not_ok("GX-143")),
    pytest.param("basic", "birth_date", "1972-03-16", "GX.F.ID_MISMATCH", marks=not_ok("GX-143")),
    pytest.param("basic", "work_start", "1960-01", "GX.F.AGE", marks=not_ok("GX-144")),
    pytest.param("basic", "work_start", "2012-07", "GX.F.FUTURE", marks=not_ok("GX-144")),
    pytest.param("basic", "prof_start", "2093-07", "GX.FIELD.PROF_START", marks=not_ok("GX-145")),
    pytest.param("educations", "graduated_on", "2012-07", "GX.F.FUTURE", marks=not_ok("GX-146")),
    pytest.param("degrees", "conferred_on", "2012-07", "GX.F.FUTURE", marks=not_ok("GX-147")),
    pytest.param("degrees", "conferred_on", "1994-12", "GX.DEG.BEFORE_GRADUATION", marks=not_ok("GX-147")),
    pytest.param("titles", "issued_on", "2098-12-30", "GX.F.FUTURE", marks=not_ok("GX-148")),
    pytest.param("qualifications", "issued_on", "2098-12-30", "GX.F.FUTURE", marks=not_ok("GX-148")),
    pytest.param("honours", "honour_date", "去年", "GX.F.HONOUR_DATE", marks=not_ok("GX-149")),
    pytest.param("honours", "honour_date", "2098-05-01", "GX.F.HONOUR_DATE", marks=not_ok("GX-149")),
]


@pytest.mark.parametrize(("section", "key", "value", "code"), BAD)
def test_the_bad_value_is_found(section: str, key: str, value: object, code: str) -> None:
    """
    The counter-example of the field's row is told at the very cell.
    """
    assert code in codes_at(section, key, value)


@ok("GX-104")
def test_control_number_of_a_new_title_certificate() -> None:
    """
    A title certificate of 2012 has a control number.
    """
    assert set() == codes_at("titles", "control_no", "2012000001", issued_on="2012-03-01")


@not_ok("GX-106", "GX-111")
@pytest.mark.parametrize(("section", "key"), [("qualifications", "issuer"), ("awards", "award_organ")])
def test_an_organ_must_be_named(section: str, key: str) -> None:
    """
    An empty issuer or awarding organ is a mandatory item missing.
    """
    assert {"GX.REQ.MANDATORY"} == codes_at(section, key, "")


@ok("GX-111")
@pytest.mark.parametrize(("organ", "level"), [("甲市人民政府", "市厅级"), ("广西壮族自治区人民政府", "省部级")])
def test_an_organ_that_counts_stands(organ: str, level: str) -> None:
    """
    An award of a city's or the region's government is taken as it is, at the organ's level.
    """
    report = check_cell("awards", "award_organ", organ, award_level=level)

    assert [] == [item for item in report.findings if item.path[:1] == ("awards",)]


@ok("GX-090")
def test_an_identity_number_with_its_own_date_and_sex() -> None:
    """
    450000199307010014: a man born on 1 July 1993.
    """
    report = check_cell(
        "basic", "id_no", "450000199307010014", birth_date="1993-07-01", work_start="2010-08", prof_start="2011-07"
    )

    assert [] == at(report, ("basic", "citizen_id"))
    assert [] == [item for item in report.findings if item.severity is not Severity.INFO]


@not_ok("GX-090")
@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("450000199302300014", {"GX.F.ID_NO": Severity.ERROR}),
        ("450000720315001", {"CITIZEN_ID.FIFTEEN": Severity.WARNING}),
    ],
)
def test_an_identity_number_of_no_day_or_of_the_old_kind(number: str, found: dict[str, Severity]) -> None:
    """
    A day that never was is refused; 15 digits are looked at, for they belong to old papers.
    """
    report = check_cell("basic", "id_no", number)

    assert found == {item.code: item.severity for item in at(report, ("basic", "citizen_id"))}


@not_ok("GX-089")
def test_a_name_has_no_digits() -> None:
    """
    A digit in the name is refused.
    """
    assert {"GX.F.NAME"} == codes_at("basic", "name", "张三1")


@not_ok("GX-097")
def test_serial_numbers_are_unique() -> None:
    """
    Educations numbered 1 and 1: the second is told.
    """
    data = person()
    data["educations"][1]["seq"] = 1
    report = guangxi.check(data, on=ON)

    assert ["GX.F.SEQ"] == [item.code for item in at(report, ("educations", 1, "seq"))]
    assert [] == at(report, ("educations", 0, "seq"))


@not_ok("GX-117")
def test_sex_against_the_identity_number() -> None:
    """
    Female beside a male person's number is a mismatch at the sex.
    """
    assert {"GX.F.ID_MISMATCH"} == codes_at("basic", "sex", "女")


@not_ok("GX-128")
@pytest.mark.parametrize(
    ("language", "level", "empty"),
    [("", "良好", "language_1"), ("英语", "", "language_1_level")],
)
def test_first_language_and_its_level(language: str, level: str, empty: str) -> None:
    """
    A level without language and a language without level are told at the empty cell.
    """
    report = check_cell("basic", "language_1", language, language_1_level=level)

    assert "GX.F.LANG_PAIR" in {item.code for item in at(report, ("basic", empty))}


@ok("GX-129", "GX-130")
def test_second_language() -> None:
    """
    Japanese beside English, both with a level.
    """
    report = check_cell("basic", "language_2", "日语", language_2_level="一般")

    assert [] == [item for item in report.findings if item.severity is not Severity.INFO]


@not_ok("GX-129")
def test_second_language_is_another_one() -> None:
    """
    English twice.
    """
    assert "GX.F.LANG_SAME" in codes_at("basic", "language_2", "英语", language_2_level="一般")


@not_ok("GX-129")
def test_second_language_without_a_first() -> None:
    """
    A second language without a first is looked at, not refused.
    """
    report = check_cell("basic", "language_2", "日语", language_2_level="一般", language_1="", language_1_level="")
    found = [item for item in at(report, ("basic", "language_1")) if item.code == "GX.F.LANG_ORDER"]

    assert [Severity.WARNING] == [item.severity for item in found]


@not_ok("GX-130")
def test_second_level_alone() -> None:
    """
    A level of the second language without the language.
    """
    report = check_cell("basic", "language_2_level", "一般")

    assert "GX.F.LANG_PAIR" in {item.code for item in at(report, ("basic", "language_2"))}


@ok("GX-132", "GX-134")
@pytest.mark.parametrize(
    ("section", "key", "value", "code"),
    [("educations", "education_level", "大学本科", "20"), ("degrees", "degree_level", "硕士", "3")],
)
def test_level_and_degree_by_name(section: str, key: str, value: str, code: str) -> None:
    """
    An education level and a degree are read by their names.
    """
    report = check_cell(section, key, value)
    found = {item.code for item in at(report, path_of(section, key))}

    assert code == getattr(getattr(report.value, section)[0], key)
    assert set() == found & {"GX.F.CODE", "GX.EDU.NOT_DEGREE"}


@ok("GX-136", "GX-137", "GX-138")
def test_health_title_by_examination() -> None:
    """
    主管护师 of the health series with the entry of the middle level.
    """
    report = check_cell(
        "titles", "title_series", "卫生", title_name="主管护师", title_level="中级", issued_on="2005-05-20",
        acquire_mode="考试取得", review_body="中级考试取得", title_major="护理",
    )  # fmt: skip

    assert [] == [item for item in report.findings if item.severity is not Severity.INFO]


@not_ok("GX-136")
def test_name_of_another_series() -> None:
    """
    主管护师 in the engineering series.
    """
    assert "GX.F.SERIES" in codes_at("titles", "title_series", "工程", title_name="主管护师")


def test_numbers_of_documents_with_other_brackets() -> None:
    """
    Square brackets around the year are told with the right spelling, and repairing applies it.
    """
    report = check_cell("honours", "document_no", "某字[2009]1号")
    found = at(report, ("honours", 0, "document_no"))

    assert [("GX.F.DOC_NO", "某字〔2009〕1号")] == [(item.code, item.suggestion) for item in found]
    assert [] == at(report.repaired(), ("honours", 0, "document_no"))


@pytest.mark.parametrize("written", ["某字﹝2009﹞1号", "某字（2009）1号", "某字【2009】1号"])
def test_brackets_of_every_kind_become_those_of_a_document(written: str) -> None:
    """
    Small tortoise-shell, round and thick brackets around the year are repaired.
    """
    found = at(check_cell("honours", "document_no", written), ("honours", 0, "document_no"))

    assert ["某字〔2009〕1号"] == [item.suggestion for item in found if item.code == "GX.F.DOC_NO"]


@pytest.mark.parametrize("section", ["titles", "qualifications"])
def test_a_word_in_an_optional_number_refuses_nothing(section: str) -> None:
    """
    无 in a control number is looked at, as the number may be empty.
    """
    found = at(check_cell(section, "control_no", "无"), (section, 0, "control_number"))

    assert [("GX.F.CONTROL_NUMBER", Severity.WARNING)] == [(item.code, item.severity) for item in found]


def test_white_space_in_an_address() -> None:
    """
    A blank or a line break beside a Chinese character is told once, wherever it stands, and repaired.
    """
    for written in ("甲市乙路 1号", "甲市 乙路1号\n", "甲市　乙路 １号"):
        report = check_cell("basic", "address", written)
        found = [item for item in at(report, ("basic", "address")) if item.code == "GX.TEXT.EXTRA_SPACE"]
        repaired = report.repaired().value

        assert [Severity.WARNING] == [item.severity for item in found]
        assert repaired is not None
        assert "甲市乙路1号" == repaired.basic.address


def test_blanks_between_latin_words_of_an_address() -> None:
    """
    Words of another script keep their blanks.
    """
    assert set() == codes_at("basic", "address", "No. 1 Second Road")


@pytest.mark.parametrize(("given", "code"), [(True, "1"), (False, "0"), ("是", "1"), (0, "0")])
def test_yes_or_no_as_a_truth_value(given: object, code: str) -> None:
    """
    A cell of a table that holds TRUE or FALSE says yes or no.
    """
    report = check_cell("basic", "returnee", given)

    assert report.ok
    assert report.value is not None
    assert code == report.value.basic.returnee


def test_the_year_of_an_award_as_it_is_spoken_of() -> None:
    """
    The field asks for a 年度, and 2009年度 is the year 2009.
    """
    report = check_cell("awards", "award_year", "2009年度")

    assert set() == {item.code for item in report.warnings}
    assert report.value is not None
    assert "2009" == str(report.value.awards[0].award_year)


def test_an_award_before_the_birth_that_the_number_tells() -> None:
    """
    Where the date of birth is empty, the year of an award is compared with the identity number.
    """
    report = guangxi.check(person(basic={"birth_date": ""}, awards=[{"award_year": "1971"}]), on=ON)

    assert ["GX.F.AWARD_YEAR"] == [item.code for item in at(report, ("awards", 0, "award_year"))]


@pytest.mark.parametrize(
    ("cells", "path"),
    [
        ({"language_1": "外星语"}, "language_1"),
        ({"language_1_level": "略懂"}, "language_1_level"),
        ({"language_1": "外星语", "language_2": "日语", "language_2_level": "一般"}, "language_1"),
    ],
)
def test_a_language_that_cannot_be_read_is_not_missing(cells: dict[str, str], path: str) -> None:
    """
    What is filled in and unreadable is told as such alone, not as if the cell were empty.
    """
    report = guangxi.check(person(basic=cells), on=ON)

    assert ["GX.F.CODE"] == [item.code for item in at(report, ("basic", path))]


def test_open_lists_let_a_name_stand() -> None:
    """
    A host whose own list holds more switches the warning off; the name is kept either way.
    """
    data = person(basic={"english_exam": "某校英语水平考试"})
    strict = guangxi.check(data, on=ON)
    lenient = guangxi.check(data, on=ON, profile=guangxi.PROFILE.switch(open_lists=True))

    assert ["GX.F.NOT_LISTED"] == [item.code for item in at(strict, ("basic", "english_exam"))]
    assert strict.ok
    assert () == tuple(at(lenient, ("basic", "english_exam")))
    assert lenient.value is not None
    assert "某校英语水平考试" == lenient.value.basic.english_exam


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("honours", "honour_title", "八桂学者"),
        ("honours", "honour_title", "五一劳动奖章"),
        ("honours", "honour_title", "自治区特级教师"),
        ("basic", "english_exam", "雅思"),
        ("basic", "english_exam", "托福"),
        ("basic", "personal_status", "参公人员"),
        ("basic", "personal_status", "事业单位工作人员"),
        ("titles", "title_series", "群众文化"),
        ("titles", "title_series", "党校教师"),
        ("titles", "title_series", "林业"),
    ],
)
def test_a_list_that_was_never_published_refuses_nothing(section: str, key: str, value: str) -> None:
    """
    What only the fragment known here lacks is a warning that says so, never an error; the value is kept.
    """
    report = check_cell(section, key, value)
    found = [item for item in at(report, path_of(section, key)) if item.code == "GX.F.NOT_LISTED"]

    assert [Severity.WARNING] == [item.severity for item in found]
    assert "本库所知" in found[0].message("zh")
    assert value in found[0].message("zh")
    assert [] == [item for item in at(report, path_of(section, key)) if item.severity is Severity.ERROR]


def test_a_post_outside_the_list_is_refused() -> None:
    """
    The posts are those of the titles, or 无: another word is no post; a host's own list lets it stand.
    """
    lenient = guangxi.check(
        person(basic={"current_post": "临时工"}), on=ON, profile=guangxi.PROFILE.switch(open_lists=True)
    )

    assert {"GX.F.CODE"} == codes_at("basic", "current_post", "临时工")
    assert [] == at(lenient, ("basic", "current_post"))


def test_a_shared_name_of_a_post_stands() -> None:
    """
    讲师 is a post of several kinds of schools: nothing is chosen, nothing refused.
    """
    assert "GX.F.CODE" not in codes_at("basic", "current_post", "讲师")
