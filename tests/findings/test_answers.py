"""
Every answer that carries a decision says what led to it, in codes and in words.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.answers import DECISIONS, Answered
from credrules.eligibility import assess
from credrules.findings import CredrulesError, Decision
from credrules.hours import Activity, audit, requirement
from credrules.systems import guangdong_learning as learning
from credrules.systems import guangxi

ANSWERS: dict[str, Any] = {
    "award": guangxi.classify_award("甲市教育局"),
    "clear award": guangxi.classify_award("自治区教育厅"),
    "print": learning.can_print_certificate([], year=2015),
    "year": learning.annual_result([], year=2015),
    "result": learning.convert_result(Activity("paper")),
    "audit": audit([], requirement=requirement("CN-GD", year=2015), year=2015),
    "eligibility": assess({}, target="工程师", on=dt.date(2024, 1, 1), jurisdiction="CN-GD", scheme="ENGINEERING"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_decision_reasons_findings_and_words(name: str) -> None:
    """
    The decision is of the enum, reasons are codes of findings, words come in both languages and in no third.
    """
    answer = ANSWERS[name]

    assert issubclass(type(answer), Answered)
    assert isinstance(answer.decision, Decision)
    assert all(isinstance(reason, str) for reason in answer.reasons)
    assert {item.code for item in answer.findings} >= set(answer.reasons) or name == "eligibility"
    assert str(answer.explain("zh")) != str(answer.explain("en"))
    with pytest.raises(CredrulesError):
        answer.explain("fr")


def test_the_words_of_an_answer() -> None:
    """
    A line says the decision, further lines what was found; reasons stand once each.
    """
    refused = ANSWERS["award"]

    assert (Decision.OUT, ("GX.AWARD.CITY_BUREAU",)) == (refused.decision, refused.reasons)
    assert [DECISIONS[Decision.OUT].zh, refused.findings[0].message()] == refused.explain().splitlines()
    assert "甲市教育局" in refused.explain("zh")
    assert ((), "yes") == (ANSWERS["clear award"].reasons, ANSWERS["clear award"].explain("en"))
    assert len(set(ANSWERS["print"].reasons)) == len(ANSWERS["print"].reasons)
    assert refused == guangxi.classify_award("乙市教育局")
