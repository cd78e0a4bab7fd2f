"""
Records as values: read, written back, labels as keys, every object answered, nothing shown whole.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.engine import Profile
from credrules.fields import fields_of
from credrules.findings import CredrulesError
from credrules.systems import lianyungang
from credrules.systems.lianyungang.reading import registration_of, worker_of
from credrules.systems.lianyungang.records import RECORD_TYPES, Person, Registration, Worker
from credrules.systems.lianyungang.records.cells import EXCEPTION, GRADE, PRESENCE, STAMPS
from credrules.testing._samples import lianyungang as people
from tests.support import hostile
from tests.support.lianyungang import ON

CHINESE: dict[str, Any] = {
    "姓名": "李某",
    "本人身份": "技术工人",
    "在编/编外": "在编",
    "主集技术等级": "高级工",
    "主集职务": "技术工三级",
    "专技资格": [
        {
            "专业技术资格名称": "高级工",
            "取得资格途径": "考试",
            "资格审批单位": "连云港市工考办",
            "取得资格时间": "2015-08-31",
            "工种": "电工",
            "证书号码": "15080001",
        }
    ],
    "简历职务信息": [{"职务": "技术工三级", "任职时间": "2015-10"}],
    "学历学位信息": [
        {
            "学历": "中等专科毕业",
            "毕业院校": "甲市职业学校",
            "所学专业": "电工",
            "入学时间": "1998-09",
            "毕业时间": "2001-07",
        }
    ],
    "教育培训信息": [{"培训名称": "继续教育公需科目", "年度": 2017, "学时": 40}],
    "申报等级": "技师",
    "备注": "",
}


def test_labels_of_the_form_are_keys() -> None:
    """
    A worker in the form's own labels, person and registration laid flat, is read without a finding.
    """
    report = lianyungang.check(CHINESE, on=ON)

    assert report.value is not None
    assert () == report.findings
    assert ("李某", "ON", "3", "2") == (
        report.value.person.name,
        report.value.person.establishment,
        report.value.skills[0].grade,
        report.value.registration.target_grade,
    )


@pytest.mark.parametrize("labels", [None, "zh", "en"])
def test_a_record_goes_out_and_comes_back(labels: Any) -> None:  # noqa: ANN401  # a language
    """
    Unstructure, then structure is the identity, whatever the keys.
    """
    worker = lianyungang.structure(people.worker(registration={"manual_training": "甲、乙"}, awards=[people.AWARD]))

    assert worker == lianyungang.structure(lianyungang.unstructure(worker, labels))


def test_a_draft_is_a_value_and_a_fault_is_not() -> None:
    """
    Empty fields are a legal draft; a value that cannot be read raises with every problem.
    """
    assert Worker(Person("李某")) == lianyungang.structure({"person": {"name": "李某"}})
    with pytest.raises(CredrulesError):
        lianyungang.structure({"skills": [{"grade": "工程师"}]})


def test_every_field_is_declared_for_people() -> None:
    """
    Each field has a label and a help in both languages, and a requirement of its own.
    """
    for kind in RECORD_TYPES:
        for spec in fields_of(kind):
            declared = spec.declared
            assert all((declared.label.zh, declared.label.en, declared.help.zh, declared.help.en))
            assert declared.requirement.startswith("LYG-")


def test_reports_travel() -> None:
    """
    Reports of workers and units pickle, copy and compare.
    """
    for report in (
        lianyungang.check(people.worker(skill={"route": "评审"}), on=ON),
        lianyungang.check_unit(people.unit(phone=""), on=ON),
    ):
        assert report == pickle.loads(pickle.dumps(report)) == copy.deepcopy(report)
        assert isinstance(hash(report.value), int)


def test_a_stream_is_checked_one_by_one() -> None:
    """
    A stream of workers gives the same reports as one by one.
    """
    workers = [people.worker(), 5, CHINESE]

    assert [lianyungang.check(item, on=ON) for item in workers] == list(lianyungang.check_many(workers, on=ON))


def test_any_object_is_answered() -> None:
    """
    Odd values in every place of a worker give a report.
    """
    for value in hostile.everything():
        for data in (
            value,
            {"skills": value, "registration": value},
            {"skills": [{"等级": value, "取得资格时间": value}], "盖章": value, "education": [value]},
        ):
            report = lianyungang.check(data, on=ON)
            assert report.raw is data
            assert report.to_dict("zh")["ok"] is report.ok
        assert isinstance(worker_of(value), Worker)
        assert isinstance(registration_of(value), Registration)


JUNK = (
    st.none()
    | st.text(max_size=6)
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.sampled_from(["高级工", "评审", "2018-05-03", "是"])
)
LABELS = sorted({spec.label.zh for kind in RECORD_TYPES for spec in fields_of(kind)})
SHEETS = st.dictionaries(
    st.sampled_from(LABELS),
    JUNK | st.lists(st.dictionaries(st.sampled_from(LABELS), JUNK, max_size=4), max_size=2),
    max_size=8,
)


@given(data=SHEETS, on=st.dates(dt.date(2018, 4, 1), dt.date(2018, 6, 30)))
def test_checking_a_record_is_checking_its_mapping(data: dict[str, Any], on: dt.date) -> None:
    """
    A record read from a mapping is judged as it was, but for what could not be read.
    """
    first = lianyungang.check(data, on=on)
    again = lianyungang.check(first.value, on=on)

    assert first.value is not None
    assert first.value == again.value
    assert first.value == lianyungang.check(lianyungang.unstructure(first.value), on=on).value


def test_numbers_stay_masked() -> None:
    """
    Neither certificate numbers nor telephone numbers are shown whole.
    """
    report = lianyungang.check_unit(
        people.unit(phone="0518-12345678转", workers=[people.worker(skill={"certificate_no": "1508000123"})]), on=ON
    )
    shown = [repr(report), repr(report.value), report.to_text("zh"), report.to_text("en"), str(report.to_dict("zh"))]

    assert all("1508000123" not in text and "12345678" not in text for text in shown)


def test_cells_of_their_own() -> None:
    """
    Grades beyond the five, stamps nobody knows and the schema of each leaf.
    """
    assert "CODE.UNKNOWN" == GRADE.check("特级技师").findings[0].code
    assert list("54321") == GRADE.schema()["enum"]
    assert ("UNIT",) == STAMPS.check(["单位", "UNIT"]).value
    assert ("DEPARTMENT", "UNIT") == STAMPS.check({"UNIT", "主管部门"}).value
    assert [True, True, False, None] == [PRESENCE.check(it).value for it in (["证书"], "是", 0, [5])]
    assert STAMPS.check(["单位", "街道"]).value is None
    assert STAMPS.check(5).value is None
    assert ["UNIT"] == STAMPS.dump(("UNIT",))
    assert "单位" == STAMPS.dump("单位")  # type: ignore[arg-type]  # a record built by hand
    assert "array" == STAMPS.schema()["type"]
    assert ("OTHER", "NONE", "BY_AWARD") == tuple(EXCEPTION.check(value).value for value in (True, False, "因获奖破格"))


def test_a_plain_profile_has_the_shipped_switches() -> None:
    """
    A profile without switches of its own is read with the shipped ones; what is no profile is not.
    """
    plain = Profile("mine")
    own = lianyungang.PROFILE.own(plain)

    assert "jiangsu-2018" == lianyungang.PROFILE.parent
    assert own is not None
    assert ("mine", lianyungang.PROFILE.switches) == (own.name, own.switches)
    assert None is lianyungang.PROFILE.own("mine")
    assert lianyungang.check(people.worker(), on=ON, profile=plain).ok


def test_new_tables_say_what_they_are() -> None:
    """
    Tables of this system name their document, and say that their codes are the library's.
    """
    for table in (codes.WORKER_ESTABLISHMENTS, codes.WORKER_UNIT_LEVELS, codes.DECLARATION_STATES, codes.WORKER_STAMPS):
        assert "自定" in table.about.notes.zh
        assert table.about.sources
