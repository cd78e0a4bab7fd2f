"""
One rule compared with one person at one moment: every demand of it, met, short or open.

A demand is OUT only when a known figure fails, and REVIEW when something is
unknown. A rule is met when all its demands are. A rule that is not sure enough
to decide, or that has an unknown figure, is REVIEW at best.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from credrules.dates import add_time
from credrules.eligibility.barred import bars
from credrules.eligibility.counting import Moment, held_since, starts, to_year_end
from credrules.eligibility.facts import Grade, Licence, Person, Title
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.schooling import Schooling
from credrules.eligibility.spans import ANY, LONG_AGO, Span, all_of, any_of, before, later, passed
from credrules.eligibility.table import conventions
from credrules.eligibility.targets import RANKS, Scheme
from credrules.eligibility.terms import Counting, Cutoff, Kind
from credrules.findings import Decision

__all__ = ["Demand", "Verdict", "judge"]
__dir__ = __all__.copy

IN: Final = Decision.IN
OUT: Final = Decision.OUT
REVIEW: Final = Decision.REVIEW


@frozen
class Demand:
    """
    One demand of a rule: its kind, whether it is met, and what was required.

    `what` is the key of what is required (a class of education, a condition id, a
    level); `months` the time required; `known` is False for a figure that no
    source states.
    """

    kind: Kind
    decision: Decision
    what: str = ""
    months: int = 0
    known: bool = True


@frozen
class Verdict:
    """
    A rule with its demands; `concerns` is whether a row that cannot decide is about this person at all.
    """

    rule: EligibilityRule
    demands: tuple[Demand, ...]
    sure_period: bool = True
    concerns: bool = True

    @property
    def own(self) -> Decision:
        """
        The result of the demands alone.
        """
        return all_of(item.decision for item in self.demands)

    @property
    def decision(self) -> Decision:
        """
        The result of the rule, as far as it may decide.
        """
        if not self.rule.decides:
            return REVIEW if self.concerns else OUT
        return self.own if self.sure_period else REVIEW


@frozen
class _Case:
    person: Person
    rule: EligibilityRule
    scheme: Scheme
    moment: Moment


def judge(person: Person, rule: EligibilityRule, *, scheme: Scheme, moment: Moment) -> Verdict:
    """
    Return the verdict of one rule on one person: the best of the verdicts by each education.
    """
    case = _Case(person, rule, scheme, moment)
    level = tuple(_level(case))
    others = (*_conditions(case), *_assessments(case), *_kept_out(case), *_figures(rule))
    # Only what is asked of an education, and of the time since it, differs from one education to another.
    options = [
        (*_education(rule, match), *level, *_work(case, since), *others)
        for match, since in dict.fromkeys(_schools(case))
    ]
    return Verdict(rule, min(options, key=_rank), rule.surely_holds(moment.year), _concerns(case))


_ORDER: Final = {IN: 0, REVIEW: 1, OUT: 2}


def _rank(demands: tuple[Demand, ...]) -> tuple[int, int, int]:
    # Met before open before short; then the one that lacks less.
    counts = [sum(item.decision is wanted for item in demands) for wanted in (OUT, REVIEW)]
    return (_ORDER[all_of(item.decision for item in demands)], *counts)  # type: ignore[return-value]  # two counts


def _concerns(case: _Case) -> bool:
    """
    Whether a row that cannot decide is about this person: by education, ground or case.
    """
    rule, person = case.rule, case.person
    if rule.ground and person.conditions.get(rule.id) is False:
        return False
    if not rule.education or person.schooling is None or "education" in person.unread:
        return True
    highest = max((item.reach.rank for item in person.schooling), default=0)
    own = frozenset[str]().union(*(item.reach.own for item in person.schooling if item.reach.rank == highest))
    return not own.isdisjoint(rule.education)


# --- education


def _schools(case: _Case) -> list[tuple[Decision, Span]]:
    # Whether each education is one that is asked for, and since when it is held.
    rule, person = case.rule, case.person
    if not rule.education:
        return [(IN, ANY)]
    if person.schooling is None:
        return [(REVIEW, ANY)]
    records = list(person.schooling)
    if rule.full_time or rule.with_degree:
        # The way of study is taken from an education, not from a degree.
        records = [item for item in records if not (item.degree and person.education_given)]
    if rule.after == "DEGREE" and any(item.degree and _matches(case, item) is IN for item in records):
        records = [item for item in records if item.degree]
    found = [
        (all_of((_matches(case, item), before(_known(item.since), case.moment.held_by(rule)))), item.since)
        for item in records
    ]
    if "education" in person.unread:
        found.append((REVIEW, ANY))
    return found or [(OUT, ANY)]


def _known(since: Span) -> Span:
    # An education without a date counts as held.
    return LONG_AGO if since == ANY else since


def _matches(case: _Case, item: Schooling) -> Decision:
    rule, person = case.rule, case.person
    asked = [any_of(_reaches(case, item, class_) for class_ in rule.education)]
    if rule.full_time:
        asked.append(REVIEW if item.degree or item.full_time is None else IN if item.full_time else OUT)
    if rule.with_degree:
        held = [
            _reaches(case, other, class_)
            for other in person.schooling or ()
            if other.degree
            for class_ in rule.education
        ]
        asked.append(any_of(held) if person.degrees_given else REVIEW)
    return all_of(asked)


def _reaches(case: _Case, item: Schooling, class_: str) -> Decision:
    if class_ in item.reach.surely:
        return IN
    if class_ in item.reach.by_class:
        told = [it for it in conventions("SKILLED_CLASS") if case.scheme.code in it.schemes]
        return IN if any(it.jurisdiction == case.rule.jurisdiction for it in told) else REVIEW
    if class_ in item.reach.perhaps:
        # If degrees are given, they state which professional degree goes with an education.
        professional = class_.startswith("ENGINEERING_") and not item.degree and case.person.degrees_given
        return OUT if professional else REVIEW
    if class_ == "SECOND_BACHELOR" and item.degree and "BACHELOR" in item.reach.own:
        same = [it for it in case.person.schooling or () if it.degree and "BACHELOR" in it.reach.own]
        return REVIEW if len(same) > 1 else OUT
    return OUT


# --- all demands


def _education(rule: EligibilityRule, match: Decision) -> Iterator[Demand]:
    if rule.education:
        yield Demand(Kind.EDUCATION, match, ";".join(rule.education))


def _figures(rule: EligibilityRule) -> Iterator[Demand]:
    return (Demand(_FIGURES[name], REVIEW, name, known=False) for name in rule.unknown)


_FIGURES: Final = {
    "education": Kind.EDUCATION,
    "prior": Kind.PRIOR_LEVEL,
    "level_years": Kind.LEVEL_YEARS,
    "total_years": Kind.WORK_YEARS,
    "specialty_years": Kind.WORK_YEARS,
}


# --- the prior title, grade or licence


def _level(case: _Case) -> Iterator[Demand]:
    rule = case.rule
    if rule.licences:
        yield from _licences(case)
        return
    if not rule.prior:
        return
    held, years = _best(_candidates(case))
    yield Demand(Kind.PRIOR_LEVEL, held, rule.prior)
    if held is not OUT and (rule.level_months or rule.level_by):
        yield Demand(Kind.LEVEL_YEARS, years, rule.prior, rule.level_months)


def _best(found: Iterable[tuple[Decision, Decision]]) -> tuple[Decision, Decision]:
    return min(found, key=lambda pair: (_ORDER[all_of(pair)], _ORDER[pair[0]], _ORDER[pair[1]]), default=(OUT, OUT))


def _candidates(case: _Case) -> Iterator[tuple[Decision, Decision]]:
    rule, person = case.rule, case.person
    as_grade = case.scheme.grade or rule.prior.startswith("G")
    given: tuple[Title | Grade, ...] | None = person.grades if as_grade else person.titles
    if given is None:
        yield REVIEW, REVIEW
        return
    day = case.moment.held_by(rule)
    for item in given:
        fits, exact = _grade_fits(item, rule) if isinstance(item, Grade) else _title_fits(item, case)
        if fits is not OUT:
            since, start = held_since(item), starts(item, rule, case.moment)
            if not exact:
                # The lower title was obtained before the higher one.
                since, start = Span(dt.date.min, since.last), Span(dt.date.min, start.last)
            yield all_of((fits, before(since, day))), _level_years(case, start)
    if ("grades" if as_grade else "titles") in person.unread:
        yield REVIEW, REVIEW


def _grade_fits(item: Grade, rule: EligibilityRule) -> tuple[Decision, bool]:
    wanted = rule.prior.removeprefix("G")
    if item.code == "EXT-0":
        return OUT, False
    # EXT-7 and EXT-8 rank above 1.
    return (IN if item.code.startswith("EXT") or item.code <= wanted else OUT), item.code == wanted


def _title_fits(item: Title, case: _Case) -> tuple[Decision, bool]:
    ranks = [RANKS[level] for level in item.levels]
    wanted = 1 if case.rule.prior == "430" else RANKS[case.rule.prior]
    high = [rank >= wanted for rank in ranks]
    fits = IN if all(high) else REVIEW if any(high) else OUT
    accepted = {*case.scheme.series, *case.scheme.prior_series}
    if accepted and not item.series_read:
        fits = all_of((fits, REVIEW))
    elif accepted and item.series is not None and accepted.isdisjoint(item.series):
        fits = OUT
    exact = item.levels in {("434",), ("435",), ("434", "435")} if case.rule.prior == "430" else min(ranks) == wanted
    return fits, exact


def _level_years(case: _Case, start: Span) -> Decision:
    rule, moment = case.rule, case.moment
    if rule.level_by is not None:
        return before(start, rule.level_by)
    if rule.counting is Counting.INCLUSIVE:
        years = rule.level_months // 12 - 1
        first, last = start.first.year + years, start.last.year + years
        return IN if last <= moment.year else OUT if first > moment.year else REVIEW
    cutoff = Cutoff.YEAR_END if to_year_end(rule, moment) else None
    return moment.passed(start, rule.level_months, rule, cutoff)


def _licences(case: _Case) -> Iterator[Demand]:
    rule, person = case.rule, case.person
    wanted, *others = rule.licences
    held = [it for it in person.licences or () if wanted in it.kinds]
    day, moment = case.moment.held_by(rule), case.moment
    extra = [_other_licence(case, name) for name in others]
    found = [
        (before(_since(it), day), moment.passed(_counted(it, case, others), rule.level_months, rule)) for it in held
    ]
    best = _best([*found, *([(REVIEW, REVIEW)] if _licences_unknown(person) else [])])
    yield Demand(Kind.PRIOR_LEVEL, best[0], wanted)
    yield from (Demand(Kind.PRIOR_LEVEL, decision, name) for name, decision in zip(others, extra, strict=True))
    if best[0] is not OUT and rule.level_months:
        yield Demand(Kind.LEVEL_YEARS, best[1], wanted, rule.level_months)


def _since(item: Licence) -> Span:
    return LONG_AGO if item.registered is None or item.registered == ANY else item.registered


def _other_licence(case: _Case, name: str) -> Decision:
    person = case.person
    held = [before(_since(it), case.moment.held_by(case.rule)) for it in person.licences or () if name in it.kinds]
    return any_of([*held, *([REVIEW] if _licences_unknown(person) else [])])


def _licences_unknown(person: Person) -> bool:
    return person.licences is None or "licences" in person.unread


def _counted(item: Licence, case: _Case, others: Iterable[str]) -> Span:
    # The source does not say whether practice counts from registration or from the residency certificate: open between.
    own = _begun(item.registered)
    for name in others:
        named = [it.registered for it in case.person.licences or () if name in it.kinds and it.registered is not None]
        known = [span.last for span in named if span.last != dt.date.max]
        own = Span(own.first, max(own.last, min(known, default=own.last)))
    return own


# --- years of work, age


def _work(case: _Case, school: Span) -> Iterator[Demand]:
    rule, person, moment = case.rule, case.person, case.moment
    if rule.education_months:
        yield Demand(
            Kind.WORK_YEARS, moment.passed(school, rule.education_months, rule), "education", rule.education_months
        )
    if rule.total_months:
        yield Demand(
            Kind.WORK_YEARS, moment.passed(_begun(person.work), rule.total_months, rule), "total", rule.total_months
        )
    if rule.total_by is not None:
        begun = _begun(person.work)
        # The source names a year; who begins only after the day asked for has not begun.
        by = OUT if begun.first > moment.on else before(begun, rule.total_by)
        yield Demand(Kind.WORK_YEARS, by, "total_by")
    if rule.specialty_months:
        start = _in_speciality(person)
        if rule.after in {"EDUCATION", "DEGREE"}:
            start = later(start, school)
        elif rule.after == "MAYBE" and school != ANY:
            start = Span(start.first, max(start.last, school.last))
        yield Demand(
            Kind.WORK_YEARS, moment.passed(start, rule.specialty_months, rule), "specialty", rule.specialty_months
        )
    if rule.over_age:
        yield Demand(Kind.CONDITION, _over(person, rule.over_age, moment.on), "age", rule.over_age * 12)
    age, class_ = rule.age_education
    if age:
        yield Demand(Kind.EDUCATION, _young(case, age, class_), class_)


def _in_speciality(person: Person) -> Span:
    # No one worked in the speciality before working at all.
    if person.specialty is None and person.work is not None:
        return Span(person.work.first, dt.date.max)
    return _begun(person.specialty)


def _begun(since: Span | None) -> Span:
    return ANY if since is None else since


def _over(person: Person, age: int, on: dt.date) -> Decision:
    # "Over 45" is sure from 46 on, and not yet true at 44.
    birth = _begun(person.birth)
    if add_time(birth.last, years=age + 1) <= on:
        return IN
    return OUT if add_time(birth.first, years=age) > on else REVIEW


def _young(case: _Case, age: int, class_: str) -> Decision:
    person = case.person
    reached = [_reaches(case, item, class_) for item in person.schooling or ()]
    if person.schooling is None or "education" in person.unread:
        reached.append(REVIEW)
    return any_of((*reached, passed(_begun(person.birth), age * 12, case.moment.on)))


# --- conditions, assessments, who is kept out


def _stated(person: Person, name: str) -> bool | None:
    # `*` answers for the conditions that are not named; a primary school is one of the two.
    given = person.conditions
    if name == "primary_or_lower_secondary" and name not in given and given.get("primary"):
        return True
    if name == "primary" and name not in given and given.get("primary_or_lower_secondary") is False:
        return False
    return given[name] if name in given else given.get("*")


def _answer(value: bool | None) -> Decision:  # noqa: FBT001  # what was stated
    return REVIEW if value is None else IN if value else OUT


def _conditions(case: _Case) -> Iterator[Demand]:
    rule, person = case.rule, case.person
    for name in rule.conditions:
        value = _stated(person, name)
        if name == "same_trade" and name not in person.conditions and (told := _same_trade(person, rule)) is not None:
            value = told
        if name == "trade_in_range" and rule.trades and person.trade:
            value = person.trade in rule.trades
        yield Demand(Kind.CONDITION, _answer(value), name)
    if rule.ground:
        yield Demand(Kind.CONDITION, _answer(person.conditions.get(rule.id)), rule.id)
    if rule.special_cases:
        case_ = person.special_case
        value = person.conditions.get(rule.id) if case_ is None else case_ in rule.special_cases
        yield Demand(Kind.CONDITION, _answer(value), ";".join(rule.special_cases))


def _same_trade(person: Person, rule: EligibilityRule) -> bool | None:
    trades = {item.trade for item in person.grades or () if item.code == rule.prior and item.trade}
    return None if not person.trade or not trades else person.trade in trades


def _assessments(case: _Case) -> Iterator[Demand]:
    last, year = case.rule.assessments
    years = [year] if year else [case.moment.year - back for back in range(1, last + 1)]
    if not years:
        return
    given = case.person.assessments
    results = [_answer(None if given is None else given.get(item)) for item in years]
    yield Demand(Kind.ASSESSMENT, all_of(results), "、".join(str(item) for item in sorted(years)))


def _kept_out(case: _Case) -> Iterator[Demand]:
    if not case.scheme.grade:
        for bar in bars(case.person, case.rule.route, case.moment):
            yield Demand(Kind.CONDITION, bar.decision, bar.what)
