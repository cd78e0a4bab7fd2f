"""
The 21 fields the questions name, and the rules on single records.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from credrules.codes import LEARNING_SUBJECTS
from credrules.fields import fields_of
from credrules.findings import Finding
from credrules.hours import Subject
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import PROFILE, LearningFile
from credrules.systems.guangdong_learning.records.whole import FIELDS
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from credrules.values import Severity
from tests.support.cases import not_ok, ok


def found_at(field: str, **sections: dict[str, object]) -> list[str]:
    """
    Return the codes of errors and warnings at one field of the complete file with some cells changed.
    """
    report = learning.check(people.file(**sections), on=ON)
    found: list[Finding] = [*report.errors, *report.warnings]
    return [item.code for item in found if item.path[-1] == field]


def value_of(section: str, field: str, given: object) -> object:
    """
    Return how one cell of account, person or record is read.
    """
    file = learning.check(people.file(**{section: {field: given}}), on=ON).value
    assert file is not None
    home = file.records[0] if section == "record" else getattr(file, section)
    return getattr(home, field)


def test_the_complete_file_is_clean() -> None:
    """
    The invented person has neither an error nor a warning.
    """
    report = learning.check(people.file(), on=ON)

    assert () == (*report.errors, *report.warnings)


@pytest.mark.parametrize(
    ("section", "field", "given", "expected"),
    [
        pytest.param("account", "login", "chen02", "chen02", marks=ok("CE-079")),
        pytest.param("person", "name", "陈某", "陈某", marks=ok("CE-080")),
        pytest.param("person", "unit", "U1", "U1", marks=ok("CE-082")),
        pytest.param("person", "major", "计算机应用", "计算机应用", marks=ok("CE-084")),
        pytest.param("person", "occupation", "软件工程", "软件工程", marks=ok("CE-085")),
        pytest.param("record", "course", "公需科目课程甲", "公需科目课程甲", marks=ok("CE-086")),
        pytest.param("record", "subject", "公需科目", "GENERAL", marks=ok("CE-087")),
        pytest.param("record", "subject", "公修课", "GENERAL", marks=ok("CE-004")),
        pytest.param("record", "subject", "专业课", "PROFESSIONAL", id="professional"),
        pytest.param("record", "subject", "个人选修科目", "ELECTIVE", id="elective"),
        pytest.param("record", "hours", 6, 6, marks=ok("CE-088")),
        pytest.param("record", "hours", "6.5学时", Decimal("6.5"), id="hours-with-unit"),
        pytest.param("record", "days", "3 天", 3, id="days-with-unit"),
        pytest.param("record", "year", 2012, 2012, marks=ok("CE-089")),
        pytest.param("record", "year", "2012年", 2012, id="year-with-unit"),
        pytest.param("record", "year", "2012年度", 2012, id="year-with-the-label"),
        pytest.param("record", "assessment", "合格", "PASSED", marks=ok("CE-090")),
        pytest.param("record", "state", "单位审核中", "UNIT_AUDIT", marks=ok("CE-091")),
        pytest.param("record", "audit_result", "通过", "通过", id="audit-result"),
    ],
)
def test_a_cell_is_read(section: str, field: str, given: object, expected: object) -> None:
    """
    A right cell is read and has neither error nor warning.
    """
    assert expected == value_of(section, field, given)
    assert [] == found_at(field, **{section: {field: given}})


@not_ok("CE-092")
def test_all_is_no_audit_result() -> None:
    """
    全部 stored in a record is told as information and stays as it was given.
    """
    report = learning.check(people.file(record={"audit_result": "全部"}), on=ON)

    assert report.ok
    assert [("CE.F.AUDIT_RESULT", ("records", 0, "audit_result"))] == [
        (item.code, item.path) for item in report.findings
    ]
    assert "全部" == value_of("record", "audit_result", "全部")


@ok("CE-004")
@not_ok("CE-004")
def test_there_is_no_fourth_subject() -> None:
    """
    公修课 is another word for the general subject, no kind of its own; each kind has its words.
    """
    words = {
        "GENERAL": ["公需科目", "公需课", "公修课"],
        "PROFESSIONAL": ["专业科目", "专业课"],
        "ELECTIVE": ["选修科目", "选修课", "个人选修科目"],
    }

    assert words.keys() == {entry.code for entry in LEARNING_SUBJECTS} == {item.name for item in Subject}
    assert {code: [code] * len(names) for code, names in words.items()} == {
        code: [value_of("record", "subject", name) for name in names] for code, names in words.items()
    }


@ok("CE-081")
def test_an_identity_number_is_read() -> None:
    """
    Eighteen characters with a right check character.
    """
    assert "440000198002290039" == value_of("person", "citizen_id", "440000198002290039").number  # type: ignore[attr-defined]  # a CitizenId


@pytest.mark.parametrize(
    ("section", "field", "given", "codes"),
    [
        pytest.param("person", "name", "", ["CE.REG.STARRED"], marks=not_ok("CE-080")),
        pytest.param("person", "citizen_id", "440000198002290038", ["CE.F.ID_NO"], id="check-character"),
        pytest.param("person", "unit", "", ["CE.REG.STARRED"], marks=not_ok("CE-082")),
        pytest.param("person", "unit_city", "无此市", ["CE.F.CITY"], id="city"),
        pytest.param("person", "major", "", ["CE.REG.STARRED"], marks=not_ok("CE-084")),
        pytest.param("person", "occupation", "", ["CE.REG.STARRED"], marks=not_ok("CE-085")),
        pytest.param("record", "course", "", ["CE.F.REQUIRED"], marks=not_ok("CE-086")),
        pytest.param("record", "subject", "公共课", ["CE.CODE.SUBJECT"], marks=not_ok("CE-087", "CE-004")),
        pytest.param("record", "hours", -1, ["CE.F.HOURS"], marks=not_ok("CE-088")),
        pytest.param("record", "hours", "", ["CE.F.NO_HOURS"], id="no-hours"),
        pytest.param("record", "hours", "3天", ["CE.F.HOURS"], id="days-for-hours"),
        pytest.param("record", "days", "0.5", ["CE.F.PART_DAY"], id="half-a-day"),
        pytest.param("record", "year", 12, ["CE.F.YEAR"], marks=not_ok("CE-089")),
        pytest.param("record", "year", 2013, ["CE.F.FUTURE_YEAR"], id="next-year"),
        pytest.param("record", "assessment", "", ["CE.F.ASSESSMENT_EMPTY"], marks=not_ok("CE-090")),
        pytest.param("record", "assessment", "不合格", ["CE.F.ASSESSMENT_FAILED"], id="failed"),
        pytest.param("record", "state", "办理中", ["CE.F.STATE"], id="no-state"),
    ],
)
def test_a_wrong_cell_is_told(section: str, field: str, given: object, codes: list[str]) -> None:
    """
    An empty or wrong cell is told at its place, and an empty assessment is a warning only.
    """
    assert codes == found_at(field, **{section: {field: given}})


@not_ok("CE-081", "CE-091")
def test_what_the_person_may_not_type() -> None:
    """
    Number and state are nobody's to type over.
    """
    assert [["CE.ACC.ID_NO_LOCKED"], ["CE.F.STATE_TYPED"]] == [
        [item.code for item in learning.may_edit(name)] for name in ("PersonalInfo.citizen_id", "LearningRecord.state")
    ]


@not_ok("CE-091")
def test_a_state_follows_from_its_history() -> None:
    """
    A state the history does not lead to is an error; one it leads to is not.
    """
    history = [{"event": "create", "actor": "PERSON"}, {"event": "submit", "actor": "PERSON"}]

    assert [] == found_at("state", record={"state": "UNIT_AUDIT", "history": history})
    assert ["CE.F.STATE"] == found_at("state", record={"state": "RECOGNISED", "history": history})


@not_ok("CE-035")
@pytest.mark.parametrize(
    "history",
    [
        [{"event": "create", "actor": "PERSON"}, {"event": "recognise", "actor": "HR_BUREAU"}],
        [{"event": "declare_by_unit", "actor": "UNIT"}],
    ],
)
def test_a_person_s_record_passes_the_unit(history: list[dict[str, object]]) -> None:
    """
    A record of the person that came to the bureau without the unit's approval is told; the unit's own is in order.
    """
    assert ["CE.FLOW.DIRECT"] == found_at("history", record={"route": "PERSON", "history": history})
    assert [] == found_at("history", record={"route": "UNIT", "history": history})


@not_ok("CE-028")
@pytest.mark.parametrize(("subject", "codes"), [("ELECTIVE", []), ("GENERAL", ["CE.F.STATE"])])
def test_a_history_is_read_under_the_profile(subject: str, codes: list[str]) -> None:
    """
    A recognised elective that was edited has a sound history where electives are not locked; a general one has none.
    """
    events = ["create", "submit", "approve", "recognise", "edit"]
    actors = ["PERSON", "PERSON", "UNIT", "HR_BUREAU", "PERSON"]
    history = [{"event": event, "actor": actor} for event, actor in zip(events, actors, strict=True)]
    data = people.file(record={"subject": subject, "state": "DRAFT", "history": history})
    loose = PROFILE.switch(electives_locked=False)

    assert codes == [item.code for item in learning.check(data, on=ON, profile=loose).errors]
    assert ["CE.F.STATE"] == [item.code for item in learning.check(data, on=ON).errors]


@ok("CE-016")
def test_the_nearest_option_is_no_fault() -> None:
    """
    The entry chosen may differ from the wording on the diploma.
    """
    profile = PROFILE.switch(majors=("计算机应用",), occupations=("软件工程",))
    data = people.file(person={"major": "计算机应用", "major_printed": "软件技术"})

    assert () == learning.check(data, on=ON, profile=profile).findings


@not_ok("CE-016")
def test_a_wording_outside_the_list_is_no_error() -> None:
    """
    An entry the injected list lacks is told as information, with the advice to take the nearest.
    """
    profile = PROFILE.switch(majors=("计算机应用",), occupations=("计算机",))
    report = learning.check(people.file(person={"major": "软件技术"}), on=ON, profile=profile)

    assert report.ok
    assert [("CE.REG.NEAREST_OPTION", "major"), ("CE.REG.NEAREST_OPTION", "occupation")] == [
        (item.code, item.path[-1]) for item in report.findings
    ]


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ({"start_date": "2012-03"}, []),
        ({"start_date": "2011-12-30", "end_date": "2012-01-02"}, []),
        ({"end_date": "2011-12-30"}, ["CE.F.OTHER_YEAR"]),
        ({"start_date": "2012-03-02", "end_date": "2012-03-01"}, ["CE.F.DATE_ORDER"]),
        ({"start_date": "2012-03-01", "end_date": "2012-03"}, []),
    ],
)
def test_dates_of_a_course(dates: dict[str, object], codes: list[str]) -> None:
    """
    A course lies at least partly in its year and does not end before it begins.
    """
    report = learning.check(people.file(record=dates), on=ON)

    assert codes == [item.code for item in report.warnings]


def test_a_course_without_a_year_has_no_wrong_year() -> None:
    """
    With the year empty its dates cannot be compared.
    """
    assert ["CE.F.REQUIRED"] == found_at("year", record={"year": "", "start_date": "2011-03"})


def test_fields_are_named_once() -> None:
    """
    The 21 fields of the questions are declared; labels are the form's.
    """
    named = {
        "登录账号", "姓名", "身份证号码", "所在单位", "单位所在城市", "所学专业", "从事专业", "课程名称", "科目",
        "学时", "天数", "年度", "考核结果", "办理情况", "审核结果", "记录顺序号", "附件文件", "单位名称",
        "法人码", "人事户头", "单位审核状态",
    }  # fmt: skip

    assert named <= {spec.label.zh for spec in FIELDS.values()}
    assert all(spec.declared.requirement.startswith("CE-") for spec in FIELDS.values())
    assert [spec.id for kind in learning.records.RECORD_TYPES for spec in fields_of(kind)] == list(FIELDS)


def test_severities_are_the_host_s_to_change() -> None:
    """
    A profile may make a warning an error.
    """
    strict = evolve(PROFILE, severities={"CE.ATT.EXPECTED": Severity.ERROR})

    assert not learning.check(people.file(record={"attachments": []}), on=ON, profile=strict).ok
    assert isinstance(learning.check(LearningFile(), on=ON).value, LearningFile)
