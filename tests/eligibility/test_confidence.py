"""
No row of low or no confidence decides a verdict, and it would if it were sure: row by row, as behaviour.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from credrules.eligibility import REQUIREMENTS, Eligibility, EligibilityRule, assess
from credrules.findings import Decision
from credrules.values import Confidence
from tests.support.eligibility_people import Row, key_of, person_for
from tests.support.eligibility_twin import RULES

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
WEAK = [
    pytest.param(row, id=key_of(row))
    for row in RULES
    if row["confidence"] not in {"high", "medium"} or row["jurisdiction"] == "CN-unattributed"
]
# A place without rows of its own, for rows of which nobody knows whose they are.
SOMEWHERE = "CN-HA"


def _day(row: Row) -> dt.date:
    year = (row["since"] or row["until"] or "2024")[:4]
    return dt.date(int(year) + (row["since"] != "" and len(row["since"]) > 4), 12, 15)


def _ask(row: Row, facts: dict[str, Any], rules: tuple[EligibilityRule, ...], place: str = "") -> Eligibility:
    name = "" if row["names"].startswith("!") else row["names"].partition(";")[0]
    target = name or row["targets"].partition(";")[0]
    place = place or row["jurisdiction"]
    return assess(facts, target=target, on=_day(row), jurisdiction=place, scheme=row["scheme"], rules=rules)


def _others(rule: EligibilityRule) -> tuple[EligibilityRule, ...]:
    return tuple(item for item in REQUIREMENTS.values() if item != rule)


@pytest.mark.parametrize("row", WEAK)
def test_a_weak_row_is_review_and_named(row: Row) -> None:
    """
    Facts that meet a weak row and nothing else are REVIEW, and the row is named: alone and among all rows.

    Facts that fail it (nothing is held, no work) are no refusal either, as long as the row is about the person.
    """
    rule = REQUIREMENTS[key_of(row)]
    met = person_for(row)
    nothing = {**met, "titles": [], "grades": [], "licences": [], "work_started_on": "2099", "conditions": {}}
    nothing |= {"specialty_started_on": "2099", "assessments": {}}

    for facts in (met, nothing):
        alone = _ask(row, facts, (rule,))
        among = _ask(row, facts, tuple(REQUIREMENTS.values()))
        assert REVIEW is alone.decision
        assert "ELIGIBILITY.LOW_ROW" in alone.reasons
        assert rule.key in {item.params["id"] for item in alone.findings if item.code == "ELIGIBILITY.LOW_ROW"}
        assert among.decision is not OUT
        assert among.met_by is None or among.met_by.decides
        assert among.decision is IN or rule.key in {item.params.get("id") for item in among.findings}


@pytest.mark.parametrize("row", WEAK)
def test_it_would_decide_if_it_were_sure(row: Row) -> None:
    """
    The same facts are IN by the same row once it is sure, so that the law above can fail.

    Confidence alone is enough, but for what else leaves a row open: a place nobody names, a period no source shows, a
    figure nobody knows.
    """
    rule = REQUIREMENTS[key_of(row)]
    place = SOMEWHERE if rule.jurisdiction == "CN-unattributed" else rule.jurisdiction
    sure = evolve(rule, confidence=Confidence.HIGH, jurisdiction=place, approximate=False, unknown=())
    answer = _ask(row, person_for(row), (*_others(rule), sure), place)
    alone = _ask(row, person_for(row), (sure,), place)

    assert (IN, sure) == (alone.decision, alone.met_by)
    assert IN is answer.decision
    assert sure.key in {item.rule.key for item in answer.verdicts if item.decision is IN}


def test_confidence_alone_is_enough_for_most() -> None:
    """
    Of the weak rows that have nothing else open, confidence is the only thing in the way.
    """
    plain = [
        REQUIREMENTS[key_of(case.values[0])]  # type: ignore[arg-type]  # the one parameter
        for case in WEAK
    ]
    plain = [
        rule for rule in plain if not rule.approximate and not rule.unknown and rule.jurisdiction != "CN-unattributed"
    ]
    rows = {key_of(row): row for row in RULES}

    assert {"EL-182", "EL-200", "EL-221", "EL-274"} <= {rule.key for rule in plain}
    for rule in plain:
        row = rows[rule.key]
        sure = evolve(rule, confidence=Confidence.MEDIUM)
        assert (REVIEW, IN) == tuple(_ask(row, person_for(row), (item,)).decision for item in (rule, sure))
