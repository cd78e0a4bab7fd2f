"""
The items of the form, one by one (GD-049 to GD-061).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules import codes
from credrules.findings import Finding
from credrules.systems import guangdong_titles as titles
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from credrules.values import Severity
from tests.support.cases import not_ok, ok
from tools.documents import requirements

ENTRIES = next(data for data in requirements.systems() if data["name"] == "guangdong_titles")["requirement"]


def found(on: dt.date = ON, **sections: Any) -> dict[str, Finding]:  # noqa: ANN401  # cells
    """
    Return code -> finding of the sample file with some cells changed.
    """
    return {item.code: item for item in titles.check(people.file(**sections), on=on, profile=PROFILE).findings}


@ok("GD-049", "GD-051", "GD-052", "GD-053", "GD-054", "GD-055", "GD-056", "GD-057", "GD-058", "GD-059", "GD-061")
@pytest.mark.parametrize("data", [people.FILE, people.LABELS], ids=["keys", "labels"])
def test_the_whole_file_is_right(data: dict[str, Any]) -> None:
    """
    The complete file, under keys or as a flat form with the labels, has nothing above an information.
    """
    report = titles.check(data, on=ON, profile=PROFILE)

    assert report.ok
    assert () == report.warnings


def test_keys_and_labels_are_one_file() -> None:
    """
    Both ways of giving it are the same record, but for the unit, given by id or by name.
    """
    keys, labels = (titles.check(data, on=ON, profile=PROFILE).value for data in (people.FILE, people.LABELS))

    assert keys is not None
    assert labels is not None
    assert (keys.account, keys.applications, keys.paper) == (labels.account, labels.applications, labels.paper)
    assert "龙川县人才市场" == labels.basic.personnel_unit


@not_ok("GD-051")
@pytest.mark.parametrize("value", ["", None, "  "])
def test_the_work_unit_is_needed(value: object) -> None:
    """
    An empty work unit is missing.
    """
    assert ("basic", "work_unit") == found(basic={"work_unit": value})["GD.F.REQUIRED"].path


@not_ok("GD-052")
def test_a_division_of_guangdong() -> None:
    """
    No code is an error, one outside Guangdong a warning.
    """
    assert Severity.WARNING is found(basic={"division": "320700"})["GD.F.DIVISION_OUTSIDE"].severity
    assert Severity.ERROR is found(basic={"division": "999999"})["GD.F.DIVISION"].severity
    assert Severity.ERROR is found(basic={"division": ""})["GD.F.REQUIRED"].severity


@not_ok("GD-056")
@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"birth_date": "1980-02-30"}, "GD.F.ARCHIVE_DATE"),
        ({"birth_date": "1980-03-01"}, "GD.F.ARCHIVE_BIRTH"),
        ({"birth_date": "1981"}, "GD.F.ARCHIVE_BIRTH"),
        ({"age": 30}, "GD.F.ARCHIVE_AGE"),
        ({"birth_date": "", "age": "30"}, "GD.F.ARCHIVE_AGE"),
        ({"birth_date": "2030-01-01"}, "GD.F.ARCHIVE_FUTURE"),
    ],
)
def test_archive_facts_agree_with_the_number(cells: dict[str, Any], code: str) -> None:
    """
    A date of birth that does not exist, or is not that of the number, and an age that is not its own.
    """
    assert Severity.ERROR is found(basic=cells)[code].severity


@pytest.mark.parametrize(
    "cells", [{"age": 36}, {"age": 37}, {"birth_date": "1980"}, {"birth_date": ""}, {"education": ""}]
)
def test_archive_facts_that_agree(cells: dict[str, Any]) -> None:
    """
    The age, also in years begun; a coarser date; what is not given: none of it is an error.
    """
    assert [] == [code for code, item in found(basic=cells).items() if item.severity is Severity.ERROR]


def test_age_without_anything_to_compare() -> None:
    """
    Without a number and a date of birth an age says nothing.
    """
    report = titles.check({"basic": {"work_unit": "甲公司", "age": 30}}, on=ON)

    assert "GD.F.ARCHIVE_AGE" not in {item.code for item in report.findings}


def test_education_is_on_a_certificate() -> None:
    """
    The education is one that a certificate shows, coarser or finer; without certificates nothing is compared.
    """
    shown = [{"学历": "大学专科"}, {"学历": "大学本科"}]

    assert "GD.F.ARCHIVE_EDUCATION" not in found(educations=shown)
    assert "GD.F.ARCHIVE_EDUCATION" in found(educations=shown[:1])
    assert "GD.F.ARCHIVE_EDUCATION" not in found(educations=[{"学历": "大学毕业"}])
    assert "GD.F.ARCHIVE_EDUCATION" not in found(educations=[{"毕业时间": "2002-07"}])
    assert "大学专科" in found(educations=shown[:1])["GD.F.ARCHIVE_EDUCATION"].message("zh")


@ok("GD-019")
@pytest.mark.parametrize("business", ["评审", "REVIEW", "考核认定", "人事管理单位变更申请", "职称评审"])
def test_named_businesses(business: str) -> None:
    """
    Review, recognition and change of unit are the text's own.
    """
    assert {"GD.F.BUSINESS", "GD.CODE.BUSINESS"}.isdisjoint(found(application={"business": business}))
    assert codes.TITLE_BUSINESSES["REVIEW"].status is codes.Status.STANDARD


@not_ok("GD-019", "GD-057")
def test_an_unknown_business_is_not_passed_over() -> None:
    """
    An unknown business is a warning (the list is open), an empty one an error; three from the manuals say so.
    """
    assert Severity.WARNING is found(application={"business": "挂靠"})["GD.F.BUSINESS"].severity
    assert ("applications", 0, "business") == found(application={"business": ""})["GD.F.REQUIRED"].path
    for name in ("省外来粤资格确认", "职称证书补换发", "省外委托评审"):
        assert Severity.INFO is found(application={"business": name})["GD.CODE.BUSINESS"].severity
    assert codes.TITLE_BUSINESSES["ENTRUSTED_REVIEW"].status is codes.Status.EXTENSION
    assert 3 == sum(entry.status is codes.Status.EXTENSION for entry in codes.TITLE_BUSINESSES)


@not_ok("GD-058")
def test_a_review_needs_its_committee() -> None:
    """
    A review without a committee is an error; a recognition has none. An unreadable committee is not called missing too.
    """
    unreadable = found(application={"committee": {"level": "星球级"}})

    assert Severity.ERROR is found(application={"committee": ""})["GD.F.COMMITTEE"].severity
    assert "GD.F.COMMITTEE" not in found(application={"business": "考核认定", "committee": ""})
    assert "GD.F.COMMITTEE" not in unreadable
    assert any(item.path == ("applications", 0, "committee", "level") for item in unreadable.values())


@ok("GD-059")
@pytest.mark.parametrize("level", ["初级", "中级", "高级", "副高级", "420"])
def test_known_levels(level: str) -> None:
    """
    Levels are read by name and code.
    """
    assert {"GD.F.TARGET_LEVEL", "GD.F.TARGET_MISSING"}.isdisjoint(found(application={"target_level": level}))


@not_ok("GD-059")
def test_an_unknown_level_is_a_warning() -> None:
    """
    特级 is no level: a warning, and not missing as well; an empty one of a review is missing.
    """
    assert Severity.WARNING is found(application={"target_level": "特级"})["GD.F.TARGET_LEVEL"].severity
    assert Severity.WARNING is found(application={"target_level": ""})["GD.F.TARGET_MISSING"].severity
    assert "GD.F.TARGET_MISSING" not in found(application={"business": "考核认定", "target_level": ""})


NUMBER = [{"certificate_no": "粤0000001"}]


@ok("GD-060")
@pytest.mark.parametrize(
    "given",
    [
        {"application": {"state": "CERTIFIED"}, "results": NUMBER},
        {"application": {"state": "评审通过"}, "证书号码": "粤0000001"},
        {"results": [{**NUMBER[0], "allotted": True}]},
        {"results": [{**NUMBER[0], "是否通过评审": "是"}]},
        {"results": []},
        {"results": [{"review_passed": False}]},
    ],
)
def test_an_allotted_number(given: dict[str, Any]) -> None:
    """
    A number after the review, or allotted by the province, is what it should be.
    """
    assert {"GD.F.CERTIFICATE_NO", "GD.F.CERTIFICATE_NO_ALLOTTED"}.isdisjoint(found(**given))


@not_ok("GD-060")
@pytest.mark.parametrize(
    "given",
    [
        {"application": {"state": "AT_UNIT"}, "results": NUMBER},
        {"basic": {"state": "AT_UNIT"}, "results": NUMBER},
        {"results": [{**NUMBER[0], "allotted": False}]},
        {"application": {"state": "CERTIFIED"}, "results": [{**NUMBER[0], "review_passed": False}]},
    ],
)
def test_a_typed_number(given: dict[str, Any]) -> None:
    """
    A number before the review, or typed by the applicant, is a warning that shows no number.
    """
    warned = found(**given)["GD.F.CERTIFICATE_NO"]

    assert (Severity.WARNING, ("results", 0, "certificate_no")) == (warned.severity, warned.path)
    assert "0000001" not in warned.message("zh") + repr(warned)


def test_a_number_nobody_can_place() -> None:
    """
    Where nothing says whether the review is over, an information says who allots numbers.
    """
    assert Severity.INFO is found(results=NUMBER)["GD.F.CERTIFICATE_NO_ALLOTTED"].severity
    assert "GD.F.CERTIFICATE_NO" not in found(results=NUMBER)


def test_a_stamped_paper_names_its_stamps() -> None:
    """
    A paper that passed and bears no stamp is looked at; of one that is not audited nothing is said.
    """
    assert Severity.WARNING is found(paper={"stamps": ""})["GD.F.STAMPS"].severity
    assert "GD.F.STAMPS" not in found(paper={"stamps": "", "audit": ""})


def test_states_are_the_system_s() -> None:
    """
    A state that the system does not give is an error.
    """
    assert "GD.F.STATE" in found(basic={"state": "办理一半"})
    assert "GD.F.STATE" in found(application={"state": "办理一半"})


# --- parts that were begun ------------------------------------------------------


@pytest.mark.parametrize("data", [{}, None, "", {"星座": "白羊"}, titles.TitleFile()])
def test_an_empty_file_misses_everything(data: object) -> None:
    """
    Where nothing stands, number, work unit, division and personnel unit are missing.
    """
    missing = {item.path for item in titles.check(data, on=ON).errors}

    assert {
        ("account", "id_no"), ("basic", "work_unit"), ("basic", "division"), ("basic", "personnel_unit"),
    } <= missing  # fmt: skip


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({"paper": {"form_source": "下载"}}, set()),
        ({"审核盖章": "甲市人才市场"}, set()),
        ({"account": {"id_no": "440000198002290039"}}, set()),
        ({"业务": "考核认定"}, set()),
        ({"basic": {"work_unit": "甲公司"}}, {("basic", "division"), ("basic", "personnel_unit")}),
        ({"account": {"registered_in": ["甲系统"]}}, {("account", "id_no"), ("account", "registered_in")}),
    ],
)
def test_a_part_nobody_began_misses_nothing(data: dict[str, Any], missing: set[tuple[str, ...]]) -> None:
    """
    An absent key is unknown: a host may check one part alone, and only what was begun is incomplete.
    """
    assert missing == {item.path for item in titles.check(data, on=ON).errors}


def test_a_host_s_requirement_stands() -> None:
    """
    What the profile itself requires, or does not, is not changed by what was begun.
    """
    strict = PROFILE.require("AccountInfo.id_no")
    loose = PROFILE.require("BasicInfo.work_unit", required=False)

    assert ("account", "id_no") in {item.path for item in titles.check({"业务": "评审"}, on=ON, profile=strict).errors}
    assert "GD.F.REQUIRED" not in {
        item.code for item in titles.check(people.file(basic={"work_unit": ""}), on=ON, profile=loose).findings
    }
    assert titles.requiredness()["BasicInfo.work_unit"].required
    assert not titles.requiredness(loose)["BasicInfo.work_unit"].required


def test_requiredness_names_its_clauses() -> None:
    """
    What must be filled in, and the section of the text that mentions it: that of the field's requirement.
    """
    sections = {entry["id"]: set(entry["section"].split("、")) for entry in ENTRIES}
    fields = titles.requiredness()

    assert {"AccountInfo.id_no", "BasicInfo.work_unit", "BasicInfo.division", "BasicInfo.personnel_unit"} | {
        "Application.business"
    } == {name for name, field in fields.items() if field.required}
    assert [] == [
        name
        for name, field in fields.items()
        if not sections[field.requirement] & set(field.clause.rpartition(", ")[2].split("、"))
    ]
