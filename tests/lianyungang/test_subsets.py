"""
The person and the further subsets: identity, groups, posts, education, training, awards.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules import codes
from credrules.systems import lianyungang
from credrules.systems.lianyungang.names import CERTIFICATE_CLASS
from credrules.systems.lianyungang.records import Training
from credrules.systems.lianyungang.system import requiredness
from credrules.systems.lianyungang.training import extract_training
from credrules.testing._samples import lianyungang as people
from credrules.values import Evidence
from tests.support.cases import not_ok, ok
from tests.support.lianyungang import ON, checked, found, level, places


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("李某", set(), marks=ok("LYG-065")),
        pytest.param("李 某", {"LYG.ENTRY.NAME"}, marks=not_ok("LYG-065")),
        ("", {"LYG.ENTRY.RED_FRAME"}),
    ],
)
def test_the_name_is_filled_without_blanks(name: str, told: set[str]) -> None:
    """
    The name is mandatory; a blank between the characters is told and taken out.
    """
    report = checked(person={"name": name})

    assert told == {item.code for item in report.findings}
    assert report.value.person.name in {"李某", None}


@pytest.mark.parametrize(
    ("identity", "fine"),
    [
        pytest.param("技术工人", True, marks=ok("LYG-019", "LYG-066")),
        ("TECHNICAL_WORKER", True),
        pytest.param("普通工", False, marks=not_ok("LYG-019", "LYG-066")),
        pytest.param("干部", False, marks=not_ok("LYG-019")),
        ("工程师", False),
    ],
)
def test_only_technical_workers_are_promoted(identity: str, fine: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    本人身份 reads 技术工人; any other word is an error.
    """
    report = checked(person={"personal_identity": identity})

    assert ([] if fine else [("person", "personal_identity")]) == places(report, "ENTRY.IDENTITY")
    assert fine is report.ok


@pytest.mark.parametrize(
    ("group", "code"),
    [
        pytest.param("在编", "ON", marks=ok("LYG-018", "LYG-067")),
        ("编外", "OFF"),
        ("OFF", "OFF"),
        pytest.param("", None, marks=not_ok("LYG-018", "LYG-067")),
    ],
)
def test_on_or_off_the_establishment(group: str, code: str | None) -> None:
    """
    The two groups are entered by different routes; which one is missing is a warning.
    """
    report = checked(person={"establishment": group})

    assert code == report.value.person.establishment
    assert ("warning" if code is None else "") == level(report, "ENTRY.TWO_GROUPS")
    assert report.ok


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        pytest.param({}, "", marks=ok("LYG-041")),
        pytest.param({"skills": []}, "error", marks=not_ok("LYG-041")),
    ],
)
def test_staff_off_the_establishment_fill_in_the_same(sections: dict[str, Any], told: str) -> None:
    """
    编外 staff have the same subsets, and the same checks.
    """
    report = checked(person={"establishment": "编外"}, **sections)

    assert told == level(report, "SKILL.SUBSET")


def test_without_any_grade_staff_off_the_establishment_are_asked() -> None:
    """
    Where neither a record nor the main set shows a grade, it is only mentioned.
    """
    cells: dict[str, Any] = {"person": {"establishment": "编外", "main_grade": ""}, "skills": []}

    assert "info" == level(checked(**cells), "OFF.ROUTE")


@ok("LYG-020")
@not_ok("LYG-020")
def test_the_red_frame_is_the_host_s() -> None:
    """
    What the red frame holds is injected; the library requires what the text names and says how it is known.
    """
    worker = people.worker(person={"main_post": ""})
    strict = lianyungang.PROFILE.require("Person.main_post", "Education.degree")
    report = lianyungang.check(people.worker(), on=ON, profile=strict)
    needs = requiredness(strict)

    assert () == lianyungang.check(worker, on=ON).findings
    assert [("education", 0, "degree")] == places(report, "ENTRY.RED_FRAME")
    assert (True, Evidence.STATED, "学位", "LYG-036") == (
        needs["Education.degree"].required,
        needs["Education.degree"].basis,
        needs["Education.degree"].label.zh,
        needs["Education.degree"].requirement,
    )
    assert {Evidence.STATED, Evidence.DEDUCED} == {need.basis for need in requiredness().values() if need.required}
    assert not requiredness()["Education.degree"].required


@pytest.mark.parametrize(
    ("posts", "told"),
    [
        pytest.param(people.POSTS, [], marks=ok("LYG-021")),
        pytest.param(
            [{"职务": "技术工三级", "任职时间": ""}], [("info", ("posts", 0, "started_on"))], marks=not_ok("LYG-021")
        ),
    ],
)
def test_optional_items_are_only_mentioned(posts: list[Any], told: list[Any]) -> None:
    """
    What need not be filled is filled as far as possible: an information, never an error.
    """
    report = checked(posts=posts)

    assert told == [(item.severity.value, item.path) for item in found(report, "ENTRY.AS_FULL")]
    assert report.ok


@pytest.mark.parametrize(
    ("without", "path"),
    [
        pytest.param((), None, marks=ok("LYG-034")),
        pytest.param(("education",), ("education",), marks=not_ok("LYG-034")),
        pytest.param(("posts",), ("posts",), marks=not_ok("LYG-074")),
    ],
)
def test_subsets_are_completed(without: tuple[str, ...], path: Any) -> None:  # noqa: ANN401  # a path or None
    """
    Posts and education are there before anything is declared.
    """
    report = checked(without=without)

    assert ([] if path is None else [path]) == places(report, "SUBSET.REQUIRED")
    assert (path is None) is report.ok


def test_entries_without_content_are_none() -> None:
    """
    A list of empty entries is as good as none.
    """
    report = lianyungang.check({**people.worker(), "posts": [{}], "education": [{}], "training": [{}]}, on=ON)

    assert [("posts",), ("education",)] == places(report, "SUBSET.REQUIRED")
    assert [("training",)] == places(report, "TRAIN.NONE")


@pytest.mark.parametrize(
    ("main_post", "posts", "told"),
    [
        pytest.param("技术工三级", people.POSTS, False, marks=ok("LYG-035", "LYG-074")),
        pytest.param("技术工四级", people.POSTS, True, marks=not_ok("LYG-035")),
        ("技术工四级", [{"职务": "技术工四级", "是否现任": "是"}, {"职务": "技术工三级"}], False),
        ("技术工四级", [{"职务": "技术工四级"}, {"职务": "技术工三级"}], False),
        ("技术工五级", [{"职务": "技术工四级"}, {"职务": "技术工三级"}], True),
        ("技术工四级", [{"职务": "技术工四级", "免职时间": "2015-10"}], False),
        ("", people.POSTS, False),
    ],
)
def test_the_main_information_shows_the_present_post(main_post: str, posts: list[Any], told: bool) -> None:  # noqa: FBT001  # expected
    """
    The post by actual appointment stands in both; which of several is present is not guessed.
    """
    report = checked(person={"main_post": main_post}, posts=posts)

    assert told is bool(found(report, "POST.ACTUAL"))


@pytest.mark.parametrize(
    ("cells", "gaps"),
    [
        pytest.param({}, [], marks=ok("LYG-036", "LYG-075")),
        pytest.param({"major": ""}, ["major"], marks=not_ok("LYG-036", "LYG-075")),
        pytest.param({"school": "", "graduated_on": ""}, ["school", "graduated_on"], marks=not_ok("LYG-036")),
        ({"level": ""}, ["level"]),
        ({"level": "高中", "degree": ""}, []),
        ({"level": "初中", "major": ""}, []),
        ({"level": "高中", "major": ""}, ["major"]),
        ({"entered_on": ""}, ["entered_on"]),
        ({"level": "", "major": ""}, ["level", "major"]),
        ({"level": "本科", "degree": "", "major": ""}, ["major"]),
        ({"level": "专业证书班", "major": ""}, ["major"]),
        ({"level": "某学校"}, []),
    ],
)
def test_education_has_no_gaps(cells: dict[str, str], gaps: list[str]) -> None:
    """
    Every item is filled; what does not exist (a degree to 高中, a major to 初中) is no gap.
    """
    report = checked(education=cells)
    order = ["level", "school", "major", "entered_on", "graduated_on"]

    assert gaps == sorted((str(path[2]) for path in places(report, "EDU.NO_GAPS")), key=order.index)


@pytest.mark.parametrize(
    ("entry", "gaps"),
    [
        ({"学历": "高中"}, []),
        ({"学历": "初中"}, []),
        ({"学历": "大专"}, ["major"]),
        ({"学历": "大专", "专业": "电工"}, []),
        ({"专业": "电工"}, ["level"]),
        ({"学历": "大专", "专业": "电工", "毕业院校": None}, ["school"]),
    ],
)
def test_what_is_not_mentioned_may_not_be_on_the_form(entry: dict[str, Any], gaps: list[str]) -> None:
    """
    Which items the form has is not known: one that is given and empty is a gap, one not mentioned only if it must be.
    """
    alone = lianyungang.check({**people.worker(), "education": entry}, on=ON)
    unit = lianyungang.check_unit({"workers": [{**people.worker(), "education": [entry]}]}, on=ON)

    assert gaps == [path[-1] for path in places(alone, "EDU.NO_GAPS")]
    assert gaps == [path[-1] for path in places(unit, "EDU.NO_GAPS")]


@pytest.mark.parametrize(
    ("obtained", "told"),
    [
        pytest.param(True, "", marks=ok("LYG-037")),
        pytest.param(False, "warning", marks=not_ok("LYG-037")),
        (None, ""),
    ],
)
def test_the_class_needs_its_certificate(obtained: bool | None, told: str) -> None:  # noqa: FBT001  # a cell
    """
    专业证书班 stands for those with its certificate; unknown says nothing.
    """
    report = checked(education={"level": "专业证书班", "certificate_obtained": obtained})

    assert CERTIFICATE_CLASS == report.value.education[0].level
    assert told == level(report, "EDU.CERT_CLASS")
    assert report.ok


def test_the_class_has_no_rank() -> None:
    """
    专业证书班 is no level that is compared with others.
    """
    assert codes.EDUCATION[CERTIFICATE_CLASS].rank is None


@ok("LYG-038")
@not_ok("LYG-038")
def test_education_is_only_saved() -> None:
    """
    Certificates and posts are brought to the main set, education is only saved: nothing is ever stale about it.
    """
    changed = checked(education={"level": "大专"})
    stale = checked(person={"main_grade": "中级工", "main_post": "技术工四级"}, education={"level": "大专"})

    assert changed.ok
    assert {"skills", "posts"} == {"skills" if "SKILL" in item.code else "posts" for item in stale.errors}


@ok("LYG-039", "LYG-076")
def test_training_is_extracted_in_whatever_order() -> None:
    """
    What was entered before step 5 is taken over, by year and name.
    """
    entries = [{"培训名称": "乙", "年度": 2017}, {"培训名称": "甲", "年度": 2017, "学时": "8.5"}, {"年度": 2016}, {}]
    answers = {extract_training({"training": order}) for order in (entries, entries[::-1])}

    assert 1 == len(answers)
    assert [(2016, None), (2017, "乙"), (2017, "甲")] == [(item.year, item.course) for item in next(iter(answers))]
    assert (Training(year=2016),) == extract_training({"training": entries}, [2016, 2015.5])  # type: ignore[list-item]  # odd
    assert () == extract_training({"training": entries}, 2016)  # type: ignore[arg-type]  # no list of years
    assert () == extract_training(None)


@pytest.mark.parametrize(
    ("group", "code", "severity"),
    [
        pytest.param("在编", "TRAIN.NONE", "warning", marks=not_ok("LYG-076")),
        ("", "TRAIN.NONE", "warning"),
        ("编外", "SUBSET.REQUIRED", "error"),
    ],
)
def test_no_training_is_looked_at(group: str, code: str, severity: str) -> None:
    """
    For staff on the establishment it may be extracted later, so a person looks; off it, it is missing.
    """
    report = checked(person={"establishment": group}, training=[])

    assert severity == level(report, code)


@pytest.mark.parametrize(
    ("group", "typed", "told"),
    [
        pytest.param("编外", "岗位培训", {}, marks=ok("LYG-042")),
        pytest.param("在编", "岗位培训", {"OFF.MANUAL": "warning"}, marks=not_ok("LYG-042")),
        pytest.param("在编", "继续教育公需科目", {"TRAIN.AUTO": "info"}, marks=not_ok("LYG-039")),
        ("在编", "", {}),
    ],
)
def test_what_is_typed_by_hand(group: str, typed: str, told: dict[str, str]) -> None:
    """
    Off the establishment it may be typed; on it, the extracted data count and typing is superfluous.
    """
    report = checked(person={"establishment": group}, registration={"manual_training": typed})

    assert told == {code: level(report, code) for code in ("OFF.MANUAL", "TRAIN.AUTO") if found(report, code)}


@pytest.mark.parametrize(
    ("exceptional", "awards", "told"),
    [
        pytest.param("BY_AWARD", [{"奖励名称": "市技术能手"}], False, marks=ok("LYG-040", "LYG-077")),
        ("BY_AWARD", [{}], True),
        pytest.param("因获奖破格", [], True, marks=not_ok("LYG-040", "LYG-077")),
        ("OTHER", [], False),
        (True, [], False),
        (False, [], False),
        ("", [], False),
    ],
)
def test_an_exception_by_award_has_its_award(exceptional: object, awards: list[Any], told: bool) -> None:  # noqa: FBT001  # expected
    """
    Who applies exceptionally because of awards fills in the award subset; nobody else has to.
    """
    report = checked(registration={"exceptional": exceptional}, awards=awards)

    assert told is bool(found(report, "AWARD.EXCEPTION"))
    assert told is not report.ok


@pytest.mark.parametrize(
    ("seen", "told"),
    [pytest.param(True, "", marks=ok("LYG-058")), pytest.param(False, "info", marks=not_ok("LYG-058")), (None, "")],
)
def test_originals_are_checked_while_entering(seen: bool | None, told: str) -> None:  # noqa: FBT001  # a cell
    """
    It is advised, so that not having done it is no error.
    """
    report = checked(person={"verified_against_original": seen})

    assert told == level(report, "ENTRY.CHECK_ORIGINALS")
    assert report.ok


@not_ok("LYG-074", "LYG-075")
@pytest.mark.parametrize("section", ["posts", "education"])
def test_an_empty_subset_is_told(section: str) -> None:
    """
    Posts and education are subsets without gaps: an empty one is an error at the subset.
    """
    assert [("LYG.SUBSET.REQUIRED", section)] == [
        (item.code, item.path[0]) for item in checked(without=(section,)).errors if item.code == "LYG.SUBSET.REQUIRED"
    ]
