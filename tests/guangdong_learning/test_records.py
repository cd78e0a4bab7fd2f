"""
The records as values: conversion in both directions, labels, streams, reports, pictures.
"""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import CredrulesError
from credrules.engine import Profile
from credrules.hours import Activity
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LearningFile, LearningRecord
from credrules.systems.guangdong_learning.records.whole import HistoryStep
from credrules.testing import laws, strategies
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from tests.support import hostile

FILES = strategies.records(LearningFile, most=2)


@pytest.mark.parametrize("kind", learning.records.RECORD_TYPES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_form_goes_out_and_comes_back(kind: type, data: st.DataObject) -> None:
    """
    Each record survives conversion under English names and both kinds of labels.
    """
    laws.record_round_trip(data.draw(strategies.records(kind)))


@given(file=FILES)
def test_a_file_goes_out_and_comes_back(file: LearningFile) -> None:
    """
    A whole file with its history, dumped and loaded, is the same.
    """
    assert file == learning.structure(learning.unstructure(file))
    assert file == learning.structure(learning.unstructure(file, labels="zh"))
    assert file == learning.structure(learning.unstructure(file, labels="en"))


@given(file=FILES)
def test_a_drawn_file_is_checked(file: LearningFile) -> None:
    """
    What the strategies draw is read as it is.
    """
    assert file == learning.check(file, on=ON).value


def test_labels_and_flat_forms() -> None:
    """
    Labels of the form are read, and the fields of account and person may stand at the top.
    """
    flat = {
        "登录账号": "chen01", "姓名": "陈某", "身份证号码": "440000198002290039", "所在单位": "甲公司",
        "单位所在城市": "清远市", "所学专业": "计算机应用", "从事专业": "软件工程",
        "继续教育记录": [
            {
                "课程名称": "公需科目课程甲", "科目": "公需科目", "学时": "6", "年度": "2012", "考核结果": "合格",
                "施教机构": "甲市继续教育基地", "附件": [{"记录顺序号": 1, "附件文件": "证明.pdf", "文件大小": 300000}],
            }
        ],
    }  # fmt: skip
    report = learning.check(flat, on=ON)

    assert report.ok
    assert learning.check(people.file(), on=ON).value == report.value


def test_wrong_data_does_not_become_a_file() -> None:
    """
    `structure` tells every problem of shape or value at once.
    """
    with pytest.raises(CredrulesError) as caught:
        learning.structure({"records": [{"subject": "公共课", "year": 12}]})

    assert 2 == len(caught.value.findings)


def test_a_stream_is_checked_in_order() -> None:
    """
    One report per item, each as `check` would give it.
    """
    items = [people.file(), people.file(account={"login": ""}), None]

    assert [learning.check(item, on=ON) for item in items] == list(learning.check_many(items, on=ON))


def test_a_bare_profile_is_completed() -> None:
    """
    A host's profile need not name every switch.
    """
    report = learning.check(people.file(), on=ON, profile=Profile("mine"))

    assert learning.check(people.file(), on=ON).findings == report.findings


def test_a_suggestion_finds_its_place() -> None:
    """
    A jpeg deep in a file is renamed in the repaired report.
    """
    photo = [{"sequence": 1, "file_name": "a.jpeg", "size_bytes": 1}]
    report = learning.check(people.file(record={"attachments": photo}), on=ON)
    repaired = report.repaired()

    assert not report.ok
    assert repaired.ok
    assert isinstance(repaired.value, LearningFile)
    assert "a.jpg" == repaired.value.records[0].attachments[0].file_name


def test_checks_of_units_and_requests_answer_anything() -> None:
    """
    `check_unit` and `check_request` answer any object and keep it.
    """
    for value in hostile.everything():
        for check in (learning.check_unit, learning.check_request):
            report = check(value, on=ON)
            assert report.raw is value
            assert report.repaired().repaired().findings == report.repaired().findings


def test_pictures_hide_people() -> None:
    """
    A record's repr masks whom it is about.
    """
    record = LearningRecord(person="440000198002290039", history=(HistoryStep("create", "PERSON"),))
    file = learning.check(people.file(), on=ON).value

    assert "440000198002290039" not in repr(record)
    assert "440000198002290039" not in repr(file)


@given(file=FILES)
def test_a_record_is_checked_like_its_data(file: LearningFile) -> None:
    """
    A file and its plain form have the same findings.
    """
    laws.record_and_data_agree(lambda data: learning.check(data, on=ON), file)


@pytest.mark.parametrize(
    "value",
    [
        learning.annual_result(people.year_of(), year=2012, shown_total=66),
        learning.annual_result(people.year_of(), year=2005),
        learning.can_print_certificate(people.year_of(18, 42, 6), year=2012),
        learning.merge_site_records(people.year_of(), people.year_of()),
        learning.Registry((learning.Account("a", "440000199307010012", frozenset({"PERSON"})),)),
        learning.select([LearningRecord(state="RETURNED_TO_UNIT")], result="通过"),
        learning.convert_result(Activity("paper", compulsory_done=True)),
        learning.PROFILE,
        learning.KINDS,
        learning.WORKFLOW,
    ],
    ids=lambda value: type(value).__name__,
)
def test_answers_are_values(value: object) -> None:
    """
    What the system answers compares, pickles, copies and hashes.
    """
    assert value == pickle.loads(pickle.dumps(value)) == copy.deepcopy(value)
    assert isinstance(hash(value), int)
