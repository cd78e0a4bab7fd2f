"""
When somebody qualifies: an application for a level asks `credrules.eligibility`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules import eligibility
from credrules.findings import Decision
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles.records import BasicInfo, TitleFile
from credrules.systems.guangdong_titles.routing.targets import eligibility_of, facts_of, what_is_short
from credrules.testing._samples.guangdong_titles import PROFILE
from credrules.values import Severity
from tests.support import hostile

ON = dt.date(2023, 9, 1)
GRADUATE = {"学历": "大学本科", "毕业时间": "2022-07", "全日制": "是"}
FILE: dict[str, Any] = {
    "毕业证书": [GRADUATE],
    "从事专业时间": "2022-07",
    "业务": "考核认定",
    "申报级别": "助理级",
}
MET = {"work_matches_study": True, "results": True}


def test_the_profile_s_jurisdiction_is_asked() -> None:
    """
    The answer is that of the calculator for Guangdong's first recognition, with the same facts.
    """
    facts = {"education": [{"level": "本科", "graduated_on": "2022-07", "full_time": True}], "conditions": MET}
    same = eligibility.assess(
        {**facts, "specialty_started_on": "2022-07"},
        target="助理级", on=ON, jurisdiction="CN-GD", scheme="FIRST_RECOGNITION",
    )  # fmt: skip
    answer = eligibility_of(FILE, on=ON, conditions=MET)

    assert (Decision.IN, same.decision, same.met_by) == (answer.decision, answer.decision, answer.met_by)
    elsewhere = PROFILE.switch(jurisdiction="CN-unattributed")
    assert Decision.IN is not eligibility_of(FILE, on=ON, conditions=MET, profile=elsewhere).decision


def test_not_yet() -> None:
    """
    A bachelor of 2022 has to wait one year for the assistant level, and is told from which day.
    """
    answer = eligibility_of(FILE, on=dt.date(2023, 1, 1), conditions=MET)

    assert (Decision.OUT, dt.date(2023, 7, 31)) == (answer.decision, answer.earliest)
    assert ["毕业后从事本专业（工种）满 1 年"] == [item.zh for item in what_is_short(answer)]


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        ({**FILE, "申报级别": "中级"}, True),
        (FILE, False),
        ({**FILE, "业务": "评审"}, False),
        ({**FILE, "业务": "评审", "申报级别": "中级", "申报系列": "工程"}, False),
        ({**FILE, "申报级别": ""}, False),
        ({**FILE, "业务": "人事管理单位变更申请", "申报级别": "中级"}, False),
        ({"业务": "考核认定", "申报级别": "中级"}, False),
    ],
)
def test_a_file_is_warned_of_what_fails(data: dict[str, Any], warned: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    A known failure is a warning at the level; what is open, or no application for a level, is none.
    """
    found = {item.code: item for item in titles.check(data, on=ON).findings}

    assert warned is ("GD.TARGET.NOT_ELIGIBLE" in found)
    if warned:
        assert Severity.WARNING is found["GD.TARGET.NOT_ELIGIBLE"].severity
        assert ("applications", 0, "target_level") == found["GD.TARGET.NOT_ELIGIBLE"].path


def test_the_judgement_can_be_turned_off() -> None:
    """
    Under the switch a check asks nothing about eligibility.
    """
    data = {**FILE, "申报级别": "中级"}

    assert "GD.TARGET.NOT_ELIGIBLE" not in {
        item.code for item in titles.check(data, on=ON, profile=PROFILE.switch(assess_eligibility=False)).findings
    }


def test_what_a_file_tells() -> None:
    """
    Certificates, titles and dates go in; the archive's education stands in for missing certificates.
    """
    held = {"现有职称": [{"级别": "助理级", "系列": "工程", "取得时间": "2018-12", "取得途径": "评审"}]}
    file = titles.structure({**FILE, **held, "出生日期": "1990-01-01"})

    assert {"education", "titles", "birth_date", "specialty_started_on"} == facts_of(file).keys()
    assert {"education": [{"level": "20"}]} == facts_of(TitleFile(basic=BasicInfo(education="20")))
    assert {} == facts_of(TitleFile())


def test_any_object_is_answered() -> None:
    """
    `eligibility_of` answers any object, and an application that is not there.
    """
    for value in hostile.everything():
        assert Decision.IN is not eligibility_of(value, on=ON).decision
    assert Decision.REVIEW is eligibility_of(FILE, on=ON, application=7).decision
    assert () == what_is_short(eligibility_of(FILE, on=ON, application=-1))
