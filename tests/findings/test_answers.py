"""
Every answer that carries a decision says what led to it, in codes and in words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from credrules import rosters
from credrules.answers import DECISIONS, Answered
from credrules.eligibility import assess
from credrules.findings import CredrulesError, Decision
from credrules.hours import Activity, audit, convert, requirement
from credrules.systems import guangdong_learning as learning
from credrules.systems import guangdong_titles as titles
from credrules.systems import guangxi, lianyungang
from credrules.systems.lianyungang.channel import channel_of
from credrules.systems.lianyungang.records.whole import Declaration
from credrules.values import Figure
from tests.support.faces import public_modules

ON = dt.date(2012, 6, 1)
SCOPE = guangxi.scope({"专业技术资格信息": [{"资格名称": "会计师"}]}, on=ON)
ANSWERS: dict[str, Any] = {
    "award": guangxi.classify_award("甲市教育局"),
    "clear award": guangxi.classify_award("自治区教育厅"),
    "print": learning.can_print_certificate([], year=2015),
    "year": learning.annual_result([], year=2015),
    "result": learning.convert_result(Activity("paper")),
    "audit": audit([], requirement=requirement("CN-GD", year=2015), year=2015),
    "eligibility": assess({}, target="工程师", on=dt.date(2024, 1, 1), jurisdiction="CN-GD", scheme="ENGINEERING"),
    "workers' eligibility": lianyungang.eligibility({}, target="技师", on=dt.date(2018, 5, 3)),
    "scope": SCOPE,
    "retired": guangxi.scope({"在职状态": "退休"}, on=ON),
    "certificate": SCOPE.per_certificate[0],
    "conversion": convert(Activity("paper"), standard="CN-GD"),
    "system": titles.route_system({"level": "CITY"}),
    "unit": titles.choose_unit({"工作单位": "甲"}, units=()),
    "channel": channel_of(Declaration(level="CITY")),
}

# Their reasons are keys of a table of reasons, not codes of findings.
OWN_REASONS = {"eligibility", "workers' eligibility", "scope", "retired", "certificate", "system", "unit", "channel"}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_decision_reasons_findings_and_words(name: str) -> None:
    """
    The decision is of the enum, reasons are codes of findings, words come in both languages and in no third.
    """
    answer = ANSWERS[name]

    assert issubclass(type(answer), Answered)
    assert isinstance(answer.decision, Decision)
    assert all(isinstance(reason, str) for reason in answer.reasons)
    assert {item.code for item in answer.findings} >= set(answer.reasons) or name in OWN_REASONS
    assert type(answer.reasons) is tuple
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


def test_all_answers_share_one_base() -> None:
    """
    Every public class with a decision and findings derives from it; the answer on the person alone is a part of one.
    """
    named = (getattr(module, name) for module in public_modules() for name in module.__all__ if name != "PersonAnswer")
    classes = {value for value in named if isinstance(value, type)}
    found = {it for it in classes if {"decision", "findings"} <= {*dir(it), *getattr(it, "__annotations__", ())}}

    assert set() == {kind for kind in found if not issubclass(kind, Answered)}
    assert found == {type(answer) for answer in ANSWERS.values()}


@pytest.mark.parametrize(
    "say",
    [titles.policy(2016).explain, titles.policy(2019).explain, rosters.summarize([]).verdict, Figure("1/3").text],
)
def test_other_answers_refuse_a_third_language(say: Callable[[Any], object]) -> None:
    """
    What is said in words without a decision is said in two languages, too.
    """
    assert say("zh") != say("en")
    with pytest.raises(CredrulesError):
        say("fr")
