"""
All alternatives compared with one person on one day, and the one answer they give together.

One alternative is enough. If one is unsure, the answer stays open unless another
says IN. A national rule that is only a minimum says OUT, but never IN.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from credrules.dates import add_time
from credrules.eligibility.barred import Bar, bars
from credrules.eligibility.counting import Moment, held_since, starts
from credrules.eligibility.facts import Grade, Person, Title
from credrules.eligibility.judging import Verdict, judge
from credrules.eligibility.lookup import Question, in_force, is_floor
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.spans import Span, any_of
from credrules.eligibility.terms import Cutoff, Kind, Route
from credrules.findings import Decision

__all__ = [
    "answer_on",
    "barred",
    "decide",
    "first_day",
    "moment_of",
    "ready_day",
    "rule_says",
    "turning_days",
    "verdicts_on",
]
__dir__ = __all__.copy


def moment_of(question: Question, person: Person, on: dt.date) -> Moment:
    """
    Return the day with the year applied for: the one the person states, else the day's.
    """
    year = on.year if person.application_year is None else person.application_year
    return Moment(on, year, question.places)


def verdicts_on(question: Question, person: Person, on: dt.date) -> tuple[Verdict, ...]:
    """
    Return the verdict of every alternative in force.
    """
    moment = moment_of(question, person, on)
    rules = in_force(question, year=moment.year, on=on, special_case=person.special_case)
    return tuple(judge(person, rule, scheme=question.scheme, moment=moment) for rule in rules)


def rule_says(verdict: Verdict, question: Question) -> Decision:
    """
    Return what one alternative says at this place.
    """
    if verdict.decision is Decision.IN and is_floor(verdict.rule, question.places):
        return Decision.REVIEW
    return verdict.decision


_REVIEWED: Final = frozenset({Route.REVIEW, Route.EXAM_REVIEW, Route.RECONFIRM, Route.UNKNOWN})
_OTHERWISE: Final = frozenset({"ACCOUNTING", "ECONOMICS", "HEALTH_EXAM", "FIRST_RECOGNITION"})
"""Schemes whose titles can also be reached by examination or recognition."""


def barred(question: Question, person: Person, on: dt.date, verdicts: Iterable[Verdict]) -> tuple[Bar, ...]:
    """
    Return what excludes a person from a scheme as a whole, if every way in it is a review.
    """
    scheme = question.scheme
    ways = {item.rule.route for item in verdicts}
    if scheme.grade or scheme.code in _OTHERWISE or not ways <= _REVIEWED:
        return ()
    found = bars(person, Route.REVIEW, moment_of(question, person, on))
    return tuple(item for item in found if item.decision is Decision.OUT)


def decide(verdicts: Iterable[Verdict], question: Question, bars_: Iterable[Bar] = ()) -> Decision:
    """
    Return the answer of all alternatives together.

    Who is excluded is OUT. No one else is refused if a row may not decide, or if only exceptions are known.
    """
    if tuple(bars_):
        return Decision.OUT
    given = tuple(verdicts)
    said = any_of(rule_says(item, question) for item in given)
    usual = any(item.rule.decides and not item.rule.exception for item in given)
    return Decision.REVIEW if said is Decision.OUT and not usual else said


def answer_on(question: Question, person: Person, on: dt.date) -> tuple[Decision, tuple[Verdict, ...], tuple[Bar, ...]]:
    """
    Return the answer of a day, the verdicts it rests on, and what excludes the person.
    """
    verdicts = verdicts_on(question, person, on)
    found = barred(question, person, on, verdicts)
    return decide(verdicts, question, found), verdicts, found


# --- waiting


def _dates(person: Person, question: Question) -> set[dt.date]:
    spans: list[Span | None] = [person.birth, person.retired, person.work, person.specialty]
    spans += [item.since for item in person.schooling or ()]
    spans += [item.registered for item in person.licences or ()]
    every: list[Title | Grade] = [*(person.titles or ()), *(person.grades or ())]
    for held in every:
        spans += [held.obtained, held.appointed, held_since(held)]
        for rule in question.pool:
            # Some conventions of counting are in force from a certain year on: a late moment covers them.
            spans.append(starts(held, rule, Moment(dt.date.max, dt.MAXYEAR, question.places)))
    ends = (dt.date.min, dt.date.max)
    return {day for span in spans if span is not None for day in span if day not in ends}


def _months(rules: Iterable[EligibilityRule]) -> set[int]:
    asked = {0}
    for rule in rules:
        asked |= {
            rule.level_months,
            rule.total_months,
            rule.specialty_months,
            rule.education_months,
            # Over an age: open from that birthday on, sure from the next.
            rule.over_age * 12,
            (rule.over_age + 1) * 12,
            rule.age_education[0] * 12,
        }
    return asked


def turning_days(question: Question, person: Person) -> list[dt.date]:
    """
    Return every day on which the answer may change.
    """
    pool = question.pool
    dates = _dates(person, question)
    days = {add_time(day, months=months) for day in dates for months in _months(pool)}
    for rule in pool:
        fixed = [rule.level_by, rule.total_by, None if isinstance(rule.cutoff, Cutoff) else rule.cutoff]
        days |= {day for day in fixed if day is not None}
        days |= {rule.since.earliest()} if rule.since is not None else set()
        days |= {rule.until.latest()} if rule.until is not None else set()
    years = {day.year for day in days} | set(person.assessments or {})
    if years:
        days |= {dt.date(year, 1, 1) for year in range(max(min(years), 1), min(max(years) + 3, dt.MAXYEAR))}
    # Order 40 excludes retired people from a day in 2019 on.
    days |= {dt.date(2019, 9, 1)}
    after = {day + dt.timedelta(days=1) for day in days if day < dt.date.max}
    return sorted({dt.date.min, *days, *after})


def first_day(
    question: Question, person: Person, *, after: dt.date | None, days: Iterable[dt.date] | None = None
) -> dt.date | None:
    """
    Return the first day (after a day) on which the answer is IN, None if there is none.

    `days` are the turning days, where they are known already.
    """
    later = (day for day in (turning_days(question, person) if days is None else days) if after is None or day > after)
    return next((day for day in later if answer_on(question, person, day)[0] is Decision.IN), None)


def ready_day(
    verdict: Verdict, question: Question, person: Person, *, days: Iterable[dt.date], on: dt.date
) -> dt.date | None:
    """
    Return the first of the days after `on` on which everything that depends on time is met.

    None if waiting does not help. What a host has not stated yet (a condition, an
    assessment) is not counted as an obstacle.
    """
    rule = verdict.rule
    if not rule.decides or rule.unknown or _ready(verdict):
        return None
    moments = (moment_of(question, person, day) for day in days if day > on)
    holding = (it for it in moments if rule.may_hold(it.year, it.on) and rule.surely_holds(it.year))
    ready = (it.on for it in holding if _ready(judge(person, rule, scheme=question.scheme, moment=it)))
    return next(ready, None)


_STATED: Final = frozenset({Kind.CONDITION, Kind.ASSESSMENT})


def _ready(verdict: Verdict) -> bool:
    return all(
        item.decision is Decision.IN or (item.decision is Decision.REVIEW and item.kind in _STATED)
        for item in verdict.demands
    )
