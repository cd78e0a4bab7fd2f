"""
The records as values: conversion in both directions, labels, streams, reports.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import CredrulesError
from credrules.engine import Profile
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import Committee, TitleFile
from credrules.systems.guangdong_titles.records.cells import COMMITTEE, PERMITS
from credrules.testing import laws, strategies
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from tests.support import hostile

FILES = strategies.records(TitleFile, most=2)


@pytest.mark.parametrize("kind", titles.records.RECORD_TYPES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_record_goes_out_and_comes_back(kind: type, data: st.DataObject) -> None:
    """
    Each record survives conversion under English names and both kinds of labels.
    """
    laws.record_round_trip(data.draw(strategies.records(kind)))


@given(file=FILES)
def test_a_file_goes_out_and_comes_back(file: TitleFile) -> None:
    """
    A whole file, dumped and loaded, is the same, and so are its findings.
    """
    assert file == titles.structure(titles.unstructure(file))
    assert file == titles.structure(titles.unstructure(file, labels="zh"))
    laws.record_and_data_agree(lambda item: titles.check(item, on=ON, profile=PROFILE), file)


def test_a_committee_in_a_file() -> None:
    """
    A committee is a text or a record; a record goes out as a mapping and comes back.
    """
    file = titles.structure({"业务": "评审", "评委会": {"隶属": "市属", "行政区划": "深圳市"}})

    assert Committee(level="CITY", division="440300") == file.applications[0].committee
    assert file == titles.structure(titles.unstructure(file))
    assert {"level": "CITY", "division": "440300"} == titles.unstructure(file)["applications"][0]["committee"]
    assert "甲评委会" == titles.structure({"评委会": "甲评委会"}).applications[0].committee
    assert None is titles.check({"业务": "评审", "评委会": {"隶属": "星球级"}}, on=ON).value.applications[0].committee  # type: ignore[union-attr]  # a file


def test_odd_cells_are_answered() -> None:
    """
    The cells of this form answer any object and describe themselves.
    """
    for value in hostile.everything():
        for leaf in (COMMITTEE, PERMITS):
            assert leaf.check(value).raw is value
            assert repr(leaf.check(value).repaired())
    assert {"anyOf"} == COMMITTEE.schema().keys()
    assert None is PERMITS.check(5).value


@pytest.mark.parametrize(
    ("data", "applications", "results"),
    [
        ({"业务": "评审", "申报级别": "中级"}, 1, 0),
        ({"业务": [{"业务": "评审"}, {"业务": "考核认定"}]}, 2, 0),
        ({"业务申请": [{"业务": "评审"}], "申报级别": "中级"}, 1, 0),
        ({"业务申请": ({"业务": "评审"}, {"业务": "考核认定"}), "申报级别": "中级"}, 3, 0),
        ({"业务申请": {"业务": "评审"}, "申报级别": "中级"}, 1, 0),
        ({"业务申请": "", "业务": "评审"}, 1, 0),
        ({"applications": [{"business": "REVIEW"}], "业务": [{"业务": "考核认定"}]}, 1, 0),
        ({"证书号码": "粤0000001", "业务": "评审"}, 1, 1),
        ({"评审结果": {"证书号码": "粤0000001"}}, 0, 1),
    ],
)
def test_labels_at_the_top_go_to_their_section(data: dict[str, Any], applications: int, results: int) -> None:
    """
    Loose labels of the lists make one entry; a list under 业务 is the list.
    """
    file = titles.check(data, on=ON).value

    assert file is not None
    assert (applications, results) == (len(file.applications), len(file.results))


def test_a_suggestion_finds_its_place_in_a_flat_form() -> None:
    """
    The brought-up competent unit and a blank inside a loose label are repaired.
    """
    flat = {**people.LABELS, "主管部门": "", "申报专业": "建筑 工程 "}
    repaired = titles.check(flat, on=ON, profile=PROFILE).repaired()

    assert repaired.value is not None
    assert "c-longchuan" == repaired.value.basic.competent
    assert repaired.repaired().findings == repaired.findings


def test_wrong_data_does_not_become_a_file() -> None:
    """
    `structure` tells every problem of shape or value at once.
    """
    with pytest.raises(CredrulesError) as caught:
        titles.structure({"basic": {"state": "办理一半"}, "业务": [{"办理状态": "办理一半"}]})

    assert 2 == len(caught.value.findings)


def test_a_stream_is_checked_in_order() -> None:
    """
    One report per item, each as `check` would give it.
    """
    items = [people.file(), people.file(basic={"work_unit": ""}), None]

    assert [titles.check(item, on=ON) for item in items] == list(titles.check_many(items, on=ON))


def test_a_bare_profile_takes_every_switch() -> None:
    """
    A host's plain profile has the shipped switches.
    """
    assert (
        titles.check(people.file(), on=ON).findings
        == titles.check(people.file(), on=ON, profile=Profile("mine")).findings
    )


def test_an_unknown_switch_is_refused() -> None:
    """
    A misspelt switch, or a value it may not have, cannot be set; lists are read from plain data.
    """
    with pytest.raises(CredrulesError):
        PROFILE.switch(store_after="nobody")
    with pytest.raises(CredrulesError):
        PROFILE.switch(store_afer="competent")


def test_a_report_travels_and_hides_numbers() -> None:
    """
    A report compares after pickling and copying, and shows no number of person or certificate.
    """
    data = people.file(results=[{"certificate_no": "粤0000001"}])
    report = titles.check(data, on=dt.date(2016, 7, 1), profile=PROFILE)
    shown = report.to_text("zh") + report.to_text("en") + repr(report) + repr(report.value)

    assert report == pickle.loads(pickle.dumps(report)) == copy.deepcopy(report)
    assert isinstance(hash(report.value), int)
    assert "440000198002290039" not in shown
    assert "0000001" not in shown
