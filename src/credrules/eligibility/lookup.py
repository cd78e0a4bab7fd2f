"""
Which rules apply to a place, a scheme, a target and a day: those of the nearest place that has one in force.

References: data/eligibility/rules.csv.
Limitations: a row whose period is only approximate counts as in force
wherever its dates may reach; whether it may decide is decided separately.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from credrules.eligibility.places import read_place
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.table import REQUIREMENTS
from credrules.eligibility.targets import RANKS, Scheme, Target, read_scheme, read_target
from credrules.findings import Finding
from credrules.hours.places import COUNTRY
from credrules.lists import entries_of
from credrules.values import exact_day

__all__ = ["Question", "ask", "in_force", "is_floor", "requirements"]
__dir__ = __all__.copy


@frozen
class Question:
    """
    The question, read: the places from near to far, the scheme, the target, the rules to choose from.
    """

    places: tuple[str, ...]
    scheme: Scheme
    target: Target
    pool: tuple[EligibilityRule, ...]


def ask(
    *, jurisdiction: object, scheme: object, target: object, rules: Iterable[object] | None = None
) -> tuple[Question | None, tuple[Finding, ...]]:
    """
    Read place, scheme and target; None with findings if one cannot be read.
    """
    place, wanted = read_place(jurisdiction), read_scheme(scheme)
    found = [*place.findings, *wanted.findings]
    if wanted.value is None:
        return None, tuple(found)
    goal = read_target(target, wanted.value)
    found += goal.findings
    if place.value is None or goal.value is None:
        return None, tuple(found)
    if rules is None:
        return _asked(place.value, wanted.value, goal.value), tuple(found)
    own = (rule for rule in entries_of(rules, _MOST) if type(rule) is EligibilityRule)
    pool = tuple(rule for rule in own if _speaks(rule, place.value, wanted.value, goal.value))
    return Question(place.value, wanted.value, goal.value, pool), tuple(found)


@functools.lru_cache(maxsize=1024)
def _asked(places: tuple[str, ...], scheme: Scheme, target: Target) -> Question:
    """
    Return the question to the shipped rules.
    """
    pool = tuple(rule for rule in REQUIREMENTS.values() if _speaks(rule, places, scheme, target))
    return Question(places, scheme, target, pool)


_MOST: Final = 10_000
"""Of a stream with more rules than anyone has none is used, because it may never end."""


def _speaks(rule: EligibilityRule, places: tuple[str, ...], scheme: Scheme, target: Target) -> bool:
    if rule.scheme != scheme.code or rule.jurisdiction not in places or set(rule.targets).isdisjoint(target.codes):
        return False
    if not rule.names or not target.name:
        return True
    return f"!{target.name}" not in rule.names if rule.names[0].startswith("!") else target.name in rule.names


def in_force(
    question: Question, *, year: int, on: dt.date, special_case: str | None = None
) -> tuple[EligibilityRule, ...]:
    """
    Return the rules of the nearest place that has one whose dates cover any part of the year.

    A row for a special case counts only for those who state the case.
    """
    open_ = [
        rule
        for rule in question.pool
        if rule.confidence is not None or not rule.special_cases or special_case in rule.special_cases
    ]
    found = (
        tuple(rule for rule in open_ if rule.jurisdiction == place and rule.may_hold(year, on))
        for place in question.places
    )
    return next(filter(None, found), ())


_NATIONAL: Final = frozenset({"ECONOMICS", "HEALTH_EXAM"})
"""Schemes of national examinations: the national rule decides everywhere."""


def is_floor(rule: EligibilityRule, places: tuple[str, ...]) -> bool:
    """
    Whether a national rule is only a minimum here, because provinces may require more.

    >>> from credrules.eligibility import REQUIREMENTS
    >>> is_floor(REQUIREMENTS["EL-064"], ("CN-GX", "CN")), is_floor(REQUIREMENTS["EL-064"], ("CN",))
    (True, False)
    >>> is_floor(REQUIREMENTS["EL-075"], ("CN-GX", "CN")), is_floor(REQUIREMENTS["EL-078"], ("CN-GX", "CN"))
    (False, True)
    """
    if rule.jurisdiction != COUNTRY or places[0] == COUNTRY or rule.scheme in _NATIONAL:
        return False
    # The titles of accounting up to the middle one are examined for nationally.
    return rule.scheme != "ACCOUNTING" or any(RANKS[item] > RANKS["420"] for item in rule.targets)


def requirements(
    *, jurisdiction: object, scheme: object, target: object, on: dt.date | None = None
) -> tuple[EligibilityRule, ...]:
    """
    Return the rules for a target: the alternatives of the nearest place that has any (in force on the day).

    A question that cannot be read has no rules. Rows of low confidence are included;
    they never decide.

    >>> day = dt.date(2024, 5, 1)
    >>> [rule.key for rule in requirements(jurisdiction="广东", scheme="工程", target="助理工程师", on=day)]
    ['EL-234', 'EL-235', 'EL-236', 'EL-237']
    >>> requirements(jurisdiction="CN", scheme="ENGINEERING", target="厨师")
    ()
    """
    question, _ = ask(jurisdiction=jurisdiction, scheme=scheme, target=target)
    if question is None:
        return ()
    day = exact_day(on)
    if day is not None:
        return in_force(question, year=day.year, on=day)
    places = [place for place in question.places if any(rule.jurisdiction == place for rule in question.pool)]
    return tuple(rule for rule in question.pool if places and rule.jurisdiction == places[0])
