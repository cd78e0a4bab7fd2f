"""
What says that there is nothing: an empty list that is given, a word for none in a text that must be filled in.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.fields import all_fields
from credrules.none_words import NO_TEXT_WORDS, says_none
from credrules.systems import SYSTEMS, guangdong_learning, guangdong_titles, guangxi, lianyungang

ON = dt.date(2016, 6, 1)
PAPER = {"submitted_on": "2016-05-01", "online_on": "2016-06-01"}


def codes(report: Any, *last: object) -> set[str]:  # noqa: ANN401  # the report of any system
    """
    Return the codes of a report's errors, of the places that end so.
    """
    return {item.code for item in report.errors if not last or item.path[-len(last) :] == last}


def test_an_empty_list_is_none() -> None:
    """
    Stamps and permits: a list that is given and empty says that there are none; an absent or empty cell is unknown.
    """
    for given, expected in (([], True), ((), True), ("", False), (None, False)):
        permitted = guangdong_titles.check({"paper": {**PAPER, "permits": given}}, on=ON)
        stamped = guangdong_titles.check({"paper": {"form_source": "DOWNLOADED", "stamps": given}}, on=ON)
        worker = lianyungang.check({"registration": {"target_grade": "技师", "stamps": given}}, on=dt.date(2018, 4, 25))

        assert expected == ("GD.YEAR.PERMISSION" in codes(permitted))
        assert expected == ("GD.UNIT.STAMP_BY_REAL" in codes(stamped))
        assert expected == ("LYG.PAPER.STAMPS" in codes(worker))


def test_an_empty_list_comes_back() -> None:
    """
    That there are none survives the way through plain data.
    """
    record = guangdong_titles.structure({"paper": {"stamps": []}})

    assert () == record.paper.stamps
    assert record == guangdong_titles.structure(guangdong_titles.unstructure(record))
    assert guangdong_titles.structure({"paper": {"stamps": ""}}).paper.stamps is None


@pytest.mark.parametrize("word", sorted(NO_TEXT_WORDS))
def test_a_word_for_none_in_a_mandatory_text(word: str) -> None:
    """
    无, 不详, a dash: as good as empty where the text must be filled in, in every system.
    """
    skill = {"工种": word, "证书号码": word}
    worker = lianyungang.check({"专技资格": [skill]}, on=dt.date(2018, 4, 24))
    unit = lianyungang.check_unit({"level": "CITY", "contact": word}, on=dt.date(2018, 4, 24))
    empty = lianyungang.check({"专技资格": [{"工种": "", "证书号码": ""}]}, on=dt.date(2018, 4, 24))

    for name in ("trade", "certificate_no"):
        assert codes(empty, name) == codes(worker, name) != set()
    assert set() != codes(unit, "contact")
    assert {"GX.REQ.MANDATORY"} == codes(guangxi.check({"单位": word}, on=ON), "unit_name")
    assert {"GD.F.REQUIRED"} == codes(guangdong_titles.check({"工作单位": word}, on=ON), "work_unit")
    assert {"CE.REG.STARRED"} == codes(guangdong_learning.check({"所在单位": word}, on=ON), "unit")
    assert {"CE.F.REQUIRED"} == codes(guangdong_learning.check_unit({"单位名称": word}, on=ON), "unit_name")


def test_where_the_text_need_not_be_filled_in_the_word_stays() -> None:
    """
    A remark 无 is a remark; a profile that requires the field, or no longer does, decides.
    """
    loose = guangxi.PROFILE.require("Basic.unit_name", required=False)
    strict = guangxi.PROFILE.require("Basic.address")

    assert "无" == guangxi.structure({"通讯地址": "无"}).basic.address
    assert {"GX.REQ.MANDATORY"} == codes(guangxi.check({"通讯地址": "无"}, on=ON, profile=strict), "address")
    assert set() == codes(guangxi.check({"单位": "无"}, on=ON, profile=loose), "unit_name")


@pytest.mark.parametrize(
    "text", ["无锡市第一中学", "无人机驾驶员", "没有围墙的大学", "空", 0, None, True, ["无"], "-1", "NA", "none"]
)
def test_what_may_be_a_name_is_none(text: object) -> None:
    """
    Only the whole word means none; a word that may be a login or a name does not.
    """
    assert says_none(text) is (text == "空")


def test_a_request_needs_more_than_a_word_for_none() -> None:
    """
    A reason 无 is no reason, a contact 无 no contact.
    """
    kind = "DELETE_PERSON_ACCOUNT"
    given = {"申请类别": kind, "身份证复印件（正反面）": True, "理由": "无", "单位管理员姓名": "陈某"}
    report = guangdong_learning.check_request({**given, "单位管理员联系方式": "/", "联系电话": "13800000000"}, on=ON)

    assert [("admin_contact",), ("reason",)] == [
        item.path for item in report.errors if item.code == "CE.REQ.DELETE_ACCOUNT"
    ]


def test_every_list_of_names_can_be_empty() -> None:
    """
    No cell that holds a list refuses an empty one.
    """
    several = [spec for system in SYSTEMS for record in system.records for spec in all_fields(record)]
    several = [spec for spec in several if spec.leaf.several]

    assert {"Paper.stamps", "Paper.permits", "Registration.stamps"} <= {spec.id for spec in several}
    assert [] == [spec.id for spec in several if () != spec.leaf.check([]).value]
