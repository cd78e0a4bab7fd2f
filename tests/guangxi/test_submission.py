"""
Drafts, backup, restore and differences; the report, the unit's amendments, the roster.
"""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.engine import Profile
from credrules.findings import CredrulesError
from credrules.systems import guangxi
from credrules.systems.guangxi import FIELDS, PROFILE, PersonalRecord, Submission, diff, dump, load, roster, submit
from credrules.systems.guangxi.records.whole import Basic, Education, TitleCertificate
from credrules.systems.guangxi.workflow import ROSTER_COLUMNS
from credrules.testing._samples.guangxi import person
from credrules.testing.strategies import records
from credrules.values import FrozenMap, Severity
from tests.support.cases import not_ok, ok
from tests.support.hostile import everything

ON = dt.date(2012, 6, 1)
RECORDS = records(PersonalRecord)


def record_of(**sections: Any) -> PersonalRecord:  # noqa: ANN401  # sections of a form
    """
    Return the invented person as a record.
    """
    return guangxi.structure(person(**sections))


def submission_of(**sections: Any) -> Submission:  # noqa: ANN401  # sections of a form
    """
    Return the invented person's report.
    """
    value = submit(person(**sections), on=ON).value
    assert value is not None
    return value


# --- drafts, backup, differences ------------------------------------------------


@ok("GX-030")
def test_draft_with_missing_fields() -> None:
    """
    A draft with empty fields is a value, and changing it gives the next one.
    """
    draft = PersonalRecord(Basic(name="张三"))
    later = evolve(draft, basic=evolve(draft.basic, sex="1"))

    assert (None, "1") == (draft.basic.sex, later.basic.sex)


@not_ok("GX-030")
def test_no_constructor_refuses() -> None:
    """
    The empty record and wrong cells are no exception.
    """
    assert PersonalRecord() == PersonalRecord(Basic())
    assert "男的" == Basic(sex="男的").sex


@ok("GX-036")
@settings(deadline=None)
@given(RECORDS)
def test_round_trip(record: PersonalRecord) -> None:
    """
    load(dump(record)) is the record, also by way of JSON.
    """
    assert record == load(dump(record))
    assert record == load(json.loads(json.dumps(dump(record))))


@pytest.mark.parametrize(
    "record",
    [
        PersonalRecord(),
        PersonalRecord(Basic(name="")),
        PersonalRecord(Basic(name=" 张 三 ", sex="男的", unit_name="甲市 第一中学")),
        PersonalRecord(educations=(Education(), Education(seq=0))),
        PersonalRecord(titles=(TitleCertificate(title_name="讲师", seals=("某章", " 某章 ")),)),
    ],
)
def test_wrong_drafts_come_back_as_they_were(record: PersonalRecord) -> None:
    """
    A backup repairs nothing: empty, misspelled and unlisted values stay.
    """
    assert record == load(dump(record))


@not_ok("GX-036")
@pytest.mark.parametrize(
    "backup",
    [
        {},
        {"format": "credrules.guangxi"},
        {"format": "credrules.guangxi", "revision": 1, "record": 5},
        {"format": "credrules.guangxi", "revision": 1, "record": {"basic": "张三"}},
        {"format": "credrules.guangxi", "revision": 1, "record": {"educations": 5}},
        {"format": "credrules.guangxi", "revision": 1, "record": {"basic": {"name": "张三", "hobby": "钓鱼"}}},
        {"姓名": "张三"},
    ],
)
def test_what_is_no_backup(backup: dict[str, Any]) -> None:
    """
    Other data is refused with a finding; a backup is data, no file is opened.
    """
    with pytest.raises(CredrulesError) as caught:
        load(backup)

    assert ["GX.IO.BACKUP"] == [item.code for item in caught.value.findings]


@ok("GX-036")
def test_a_backup_is_plain_data_and_comes_back() -> None:
    """
    A dumped person is data for JSON, and loaded again the same.
    """
    backup = json.loads(json.dumps(dump(record_of())))

    assert ("credrules.guangxi", 1) == (backup["format"], backup["revision"])
    assert record_of() == load(backup)


@not_ok("GX-036")
def test_no_file_is_opened(tmp_path: Path) -> None:
    """
    The name of a file with a genuine backup is no backup: the library opens no file.
    """
    file = tmp_path / "a.BAK"
    file.write_text(json.dumps(dump(record_of())), encoding="utf-8")

    assert record_of() == load(json.loads(file.read_text(encoding="utf-8")))
    for name in (file, str(file)):
        with pytest.raises(CredrulesError):
            load(name)


def test_hostile_backups() -> None:
    """
    Any object is a backup or refused with a finding.
    """
    for value in everything():
        with pytest.raises(CredrulesError):
            load(value)


@ok("GX-037")
def test_restored_snapshot_replaces() -> None:
    """
    Restoring an older backup gives its content whole; the difference is told before.
    """
    old, new = record_of(), record_of(basic={"email": "b@example.org"}, awards=[])
    restored = load(dump(old))

    assert old == restored
    assert [("basic", "email")] == [item.path for item in diff(new, restored) if item.path[0] == "basic"]


@not_ok("GX-037")
def test_restore_does_not_merge() -> None:
    """
    What only the newer draft had is gone after the restore, not kept field by field.
    """
    older = dump(PersonalRecord(Basic(name="张三")))
    newer = PersonalRecord(Basic(name="张三", email="a@example.org"))

    assert load(older).basic.email is None
    assert [("basic", "email")] == [item.path for item in diff(newer, load(older))]


@ok("GX-038")
def test_home_and_office() -> None:
    """
    Dumped at home, loaded at the office: no difference, and the revision only grows.
    """
    first = dump(record_of())
    second = dump(record_of(), after=first)
    third = dump(record_of(basic={"email": "b@example.org"}), after=second)

    assert () == diff(record_of(), load(first))
    assert [1, 1, 2] == [item["revision"] for item in (first, second, third)]


@not_ok("GX-038")
def test_divergent_drafts_are_seen() -> None:
    """
    Two drafts that went different ways differ visibly, in fields and in whole entries.
    """
    home = record_of(basic={"email": "b@example.org"})
    office = record_of(awards=[])
    paths = [item.path for item in diff(dump(home), office)]

    assert ("basic", "email") in paths
    assert ("awards", 0, "award_name") in paths
    assert [item.path for item in diff(office, home)] == paths


@settings(deadline=None, max_examples=30)
@given(RECORDS, RECORDS)
def test_no_difference_means_equal(one: PersonalRecord, other: PersonalRecord) -> None:
    """
    Nothing differs exactly when the persons and every entry's fields are equal.
    """
    assert () == diff(one, one)
    assert (one.basic == other.basic) is (not [item for item in diff(one, other) if item.path[0] == "basic"])
    assert len(diff(one, other)) == len(diff(other, one))


def test_differences_show_no_value() -> None:
    """
    The repr of a difference tells the field, not the person's data.
    """
    (found,) = diff(PersonalRecord(Basic(address="甲市乙路1号")), PersonalRecord(Basic(address="甲市丙路2号")))

    assert "Difference(basic.address, '…' -> '…')" == repr(found)
    assert "None" in repr(diff(PersonalRecord(), PersonalRecord(Basic(address="甲市乙路1号")))[0])


@ok("GX-039")
def test_fields_for_a_blank_form() -> None:
    """
    The field catalogue can be iterated to print an empty form.
    """
    assert all(spec.label.zh for spec in FIELDS.values())
    assert len(FIELDS) >= 61


@not_ok("GX-039")
def test_no_official_form() -> None:
    """
    No form is shipped as the official one.
    """
    assert set() == {name for name in guangxi.__all__ if "blank" in name.lower()}


# --- the report -----------------------------------------------------------------


@ok("GX-084")
@not_ok("GX-083")
def test_report_of_a_complete_person() -> None:
    """
    Without an error there is a frozen snapshot; the missing backup is a warning.
    """
    report = submit(person(), on=ON)

    assert report.ok
    assert report.value == Submission(record_of(), ON, 1, "guangxi-2012")
    assert ["GX.FLOW.BACKUP_FIRST"] == [item.code for item in report.warnings]


@ok("GX-083")
def test_report_after_the_backup() -> None:
    """
    With a backup of this very content nothing is said, and the report bears its revision.
    """
    backup = dump(record_of(), after=dump(record_of(basic={"email": ""})))
    report = submit(person(), on=ON, backup=backup)

    assert [] == list(report.warnings)
    assert report.value is not None
    assert 2 == report.value.revision


def test_backup_of_another_content() -> None:
    """
    A backup of other content is none of this revision.
    """
    report = submit(person(), on=ON, backup=dump(record_of(basic={"email": "b@example.org"})))

    assert ["GX.FLOW.BACKUP_FIRST"] == [item.code for item in report.warnings]


@pytest.mark.parametrize("change", [{"revision": None}, {"revision": "2"}, {"format": "other"}, {"record": {}}])
def test_what_is_no_backup_of_this_content(change: dict[str, Any]) -> None:
    """
    Data that only looks like a backup is none, and never an exception.
    """
    report = submit(person(), on=ON, backup={**dump(record_of()), **change})

    assert ["GX.FLOW.BACKUP_FIRST"] == [item.code for item in report.warnings]
    for foreign in everything():
        assert "GX.FLOW.BACKUP_FIRST" in {item.code for item in submit(person(), on=ON, backup=foreign).warnings}


def test_backup_required() -> None:
    """
    By switch the missing backup refuses the report.
    """
    report = submit(person(), on=ON, profile=PROFILE.switch(backup_required=True))

    assert (None, ["GX.FLOW.BACKUP_FIRST"]) == (report.value, [item.code for item in report.errors])


def test_severities_of_the_profile() -> None:
    """
    A host's severity goes for the report's own findings too.
    """
    profile: Profile = evolve(PROFILE, severities=FrozenMap({"GX.FLOW.BACKUP_FIRST": Severity.INFO}))

    assert () == submit(person(), on=ON, profile=profile).warnings


def test_profile_without_switches() -> None:
    """
    A host's bare profile takes the shipped readings.
    """
    bare = Profile("bare")

    assert submit(person(), on=ON, profile=bare).value is not None
    assert guangxi.PERSONAL_RECORD is guangxi.workflow.personal_record(bare)
    assert guangxi.scope(person(), on=ON) == guangxi.scope(person(), on=ON, profile=bare)


SECTIONS = {
    "Basic": "basic",
    "Education": "educations",
    "Degree": "degrees",
    "TitleCertificate": "titles",
    "OccupationalCertificate": "qualifications",
    "Award": "awards",
    "Honour": "honours",
}
MANDATORY = [name.split(".") for name, asked in guangxi.requiredness().items() if asked.required]


@not_ok("GX-084")
@pytest.mark.parametrize(("kind", "name"), MANDATORY)
def test_no_report_with_a_mandatory_field_missing(kind: str, name: str) -> None:
    """
    Whichever mandatory field is missing, there is no report, and an error at that very field.
    """
    data = person()
    section = SECTIONS[kind]
    (data[section] if kind == "Basic" else data[section][0]).pop(name)
    report = submit(data, on=ON)
    path = (section, name) if kind == "Basic" else (section, 0, name)

    assert report.value is None
    assert path in {item.path for item in report.errors}


def test_no_report_with_an_error() -> None:
    """
    One empty mandatory field: no report, the whole list of findings.
    """
    report = submit(person(basic={"name": ""}), on=ON)

    assert report.value is None
    assert [("basic", "name")] == [item.path for item in report.errors]


def test_no_report_of_somebody_not_collected() -> None:
    """
    Who is out of scope cannot report, and the reason is told.
    """
    report = submit(person(basic={"retired_on": "2012-01-31"}), on=ON)

    assert report.value is None
    assert ["GX.SCOPE.RETIRED"] == [item.code for item in report.errors]


def test_hostile_reports() -> None:
    """
    Any object is answered, never with a submission.
    """
    assert {None} == {submit(value, on=ON).value for value in everything()}


def test_repaired_report() -> None:
    """
    What a suggestion repairs is repaired under the same options.
    """
    report = submit(person(awards=[{"award_level": "市厅级"}]), on=ON, backup=dump(record_of()))
    repaired = report.repaired()

    assert report.value is None
    assert repaired.value is not None
    assert () == repaired.warnings


def test_submission_is_a_value() -> None:
    """
    A submission pickles, copies, compares, and shows no identifier.
    """
    value = submission_of()

    assert value == pickle.loads(pickle.dumps(value))  # our own pickle
    assert value == copy.deepcopy(value)
    assert "450000197203150013" not in repr(value)


# --- the unit -------------------------------------------------------------------


@ok("GX-027")
@ok("GX-086")
def test_amendment_leaves_a_trail() -> None:
    """
    The officer corrects a graduation date: a new revision, and who changed what.
    """
    first = submission_of()
    data = person()
    data["educations"][0]["graduated_on"] = "1989-06"
    report = guangxi.amend(first, data, by="单位采集负责人", on=ON)
    assert report.value is not None
    (trail,) = report.value.amendments

    assert ("单位采集负责人", 2) == (trail.by, report.value.revision)
    assert [("educations", 0, "graduated_on")] == [item.path for item in trail.differences]
    assert () == first.amendments


@ok("GX-086")
def test_the_trail_stays_whole() -> None:
    """
    A second amendment is added to the first: both stay, each with its author and its own differences.
    """
    first = guangxi.amend(submission_of(), person(basic={"email": "b@example.org"}), by="单位采集负责人", on=ON).value
    assert first is not None
    second = guangxi.amend(first, person(basic={"email": "c@example.org"}), by="主管部门", on=ON).value
    assert second is not None

    assert ["单位采集负责人", "主管部门"] == [trail.by for trail in second.amendments]
    assert [("a@example.org", "b@example.org"), ("b@example.org", "c@example.org")] == [
        (change.before, change.after) for trail in second.amendments for change in trail.differences
    ]
    assert [1, 2, 3] == [submission_of().revision, first.revision, second.revision]


@not_ok("GX-027", "GX-086")
def test_amendment_to_another_person() -> None:
    """
    Another identity number is told: a correction may be meant, another person's record must not take the place.
    """
    same = guangxi.amend(submission_of(), person(basic={"email": ""}), by="单位采集负责人", on=ON)
    other = guangxi.amend(
        submission_of(), person(basic={"citizen_id": "450000197203150021", "sex": "2"}), by="单位采集负责人", on=ON
    )

    assert [] == [item.code for item in same.findings if item.code == "GX.FLOW.OTHER_PERSON"]
    assert [("GX.FLOW.OTHER_PERSON", Severity.WARNING, ("basic", "citizen_id"))] == [
        (item.code, item.severity, item.path) for item in other.findings if item.code.startswith("GX.FLOW.")
    ]
    assert other.value is not None


@not_ok("GX-086")
@pytest.mark.parametrize(
    "changes",
    [
        {"basic": {"retired_on": "2012-01-31"}},
        {"titles": [], "qualifications": []},
        {"titles": [{"title_name": "高级工"}]},
        {"basic": {"sex": "男的"}},
    ],
)
def test_amend_refuses_what_submit_refuses(changes: dict[str, Any]) -> None:
    """
    What cannot be reported cannot be amended to either, for the same reasons.
    """
    data = person(**changes)
    amended, reported = guangxi.amend(submission_of(), data, by="单位采集负责人", on=ON), submit(data, on=ON)

    assert amended.value is None
    assert [item.code for item in reported.errors] == [item.code for item in amended.errors] != []


def test_a_repaired_amendment_is_an_amendment() -> None:
    """
    Repairing the report on an amendment amends again: the value is the submission with its trail, not the bare record.
    """
    data = person(basic={"name": "张 三", "email": "b@example.org"})
    report = guangxi.amend(submission_of(), data, by="单位采集负责人", on=ON)
    again = pickle.loads(pickle.dumps(report)).repaired()  # our own bytes

    assert report.value is None
    assert ["单位采集负责人"] == [trail.by for trail in again.value.amendments]
    assert ("张三", 2) == (again.value.record.basic.name, again.value.revision)


def test_nameless_or_wrong_amendment() -> None:
    """
    A change nobody signs, or one with an error, is refused.
    """
    nameless = guangxi.amend(submission_of(), person(), by=" ", on=ON)
    wrong = guangxi.amend(submission_of(), person(basic={"name": ""}), by="单位采集负责人", on=ON)

    assert (None, ["GX.FLOW.UNIT_FIX"]) == (nameless.value, [item.code for item in nameless.errors])
    assert (None, False) == (wrong.value, wrong.ok)


# --- the roster -----------------------------------------------------------------

PEOPLE = [
    {"name": "李四", "citizen_id": "450000197203150013"},
    {"name": "张三", "unit_name": "乙市中学"},
    {"name": "张三"},
    {"name": "王五"},
]


@ok("GX-088")
@not_ok("GX-088")
@given(st.permutations(range(len(PEOPLE))))
@settings(deadline=None, max_examples=10)
def test_order_does_not_matter(order: list[int]) -> None:
    """
    The same submissions in any order, or in a set, give the same rows.
    """
    made = [submission_of(basic=cells) for cells in PEOPLE]

    assert roster(made) == roster([made[place] for place in order]) == roster(set(made))


@ok("GX-088")
def test_rows_of_the_roster() -> None:
    """
    Names instead of codes, a running number first, and no identity number.
    """
    table = roster([submission_of()])

    assert ROSTER_COLUMNS == table.columns[1:]
    assert ["序号", "单位", "姓名", "性别", "出生日期", "最高学历"] == [label.zh for label in table.columns][:6]
    assert ("1", "甲市第一中学", "张三", "男", "1972-03-15") == table.rows[0][:5]
    assert "一级教师（中学）" == table.rows[0][7]
    assert "注册安全工程师" in table.rows[0][8]
    assert "450000" not in str(table.rows)


def test_roster_is_shown() -> None:
    """
    A notebook shows a table; the repr only counts.
    """
    assert "Roster(1 persons)" == repr(roster([submission_of()]))
    assert "张三" in roster([submission_of()])._repr_html_()  # what a notebook calls


def test_cells_that_are_empty() -> None:
    """
    A roster never fails on a submission with empty cells.
    """
    assert ("1", *[""] * 8) == roster([Submission(PersonalRecord(), ON)]).rows[0]
