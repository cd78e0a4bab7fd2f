"""
From when the years in a title or grade count, and to which day.

Usually from the day it was obtained (for some rules: appointed) to the day
asked for. In Guangdong's review from 2022 on they count from the year of the
review to 31 December of the year applied for (EL-161 to EL-164). If one of the two
days is not stated, the other one bounds it: a title is obtained no later than the appointment.

References: data/eligibility/conventions.csv.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import field, frozen

from credrules.eligibility.facts import Grade, Title
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.spans import ANY, LONG_AGO, Span, passed
from credrules.eligibility.table import conventions
from credrules.eligibility.terms import Cutoff, Route
from credrules.findings import Decision

__all__ = ["Moment", "held_since", "starts", "to_year_end"]
__dir__ = __all__.copy


@frozen
class Moment:
    """
    The day asked for, the year applied for, and the places whose conventions hold, the nearest first.
    """

    on: dt.date
    year: int
    places: tuple[str, ...] = field(default=())

    def reckoned(self, rule: EligibilityRule, cutoff: Cutoff | dt.date | None = None) -> tuple[dt.date, ...]:
        """
        Return the day to which years are counted, or both days if the source leaves two possible.

        At the end of the year applied for, its last day counts as done. The source does
        not say whether this also holds at the end of the year before, so both days are tried.

        >>> from credrules.eligibility import REQUIREMENTS
        >>> moment = Moment(dt.date(2024, 3, 1), 2024)
        >>> [day.isoformat() for day in moment.reckoned(REQUIREMENTS["EL-075"])]
        ['2025-01-01']
        """
        chosen = rule.cutoff if cutoff is None else cutoff
        also = (self.on,) if rule.cutoff_unsure else ()
        if chosen is Cutoff.DAY:
            return (self.on,)
        if isinstance(chosen, dt.date):
            return (chosen, *also)
        if chosen is Cutoff.YEAR_END:
            return (_new_year(self.year + 1),)
        new_year = _new_year(self.year)
        return (new_year, max(new_year, dt.date(1, 1, 2)) - dt.timedelta(days=1))

    def passed(
        self, start: Span, months: int, rule: EligibilityRule, cutoff: Cutoff | dt.date | None = None
    ) -> Decision:
        """
        Return whether a number of months has passed between a day and the cut-off of a rule.
        """
        found = {passed(start, months, day) for day in self.reckoned(rule, cutoff)}
        return found.pop() if len(found) == 1 else Decision.REVIEW

    def held_by(self, rule: EligibilityRule) -> dt.date:
        """
        Return the day on which what is required must be held: the cut-off, but never after the day asked for.
        """
        cutoff = rule.cutoff
        if isinstance(cutoff, dt.date):
            return min(cutoff, self.on)
        if cutoff is Cutoff.DAY:
            return self.on
        year = self.year if cutoff is Cutoff.YEAR_END else self.year - 1
        return min(dt.date(min(max(year, 1), dt.MAXYEAR), 12, 31), self.on)


def held_since(item: Title | Grade) -> Span:
    """
    Return since when a title or grade is held; one without a date counts as held.
    """
    if item.obtained is not None:
        return LONG_AGO if item.obtained == ANY else item.obtained
    return LONG_AGO if item.appointed is None or item.appointed == ANY else Span(dt.date.min, item.appointed.last)


def starts(item: Title | Grade, rule: EligibilityRule, moment: Moment) -> Span:
    """
    Return the day from which the years in a title or grade count.
    """
    obtained, appointed = item.obtained, item.appointed
    if rule.appointed:
        if appointed is not None:
            return appointed
        return ANY if obtained is None else Span(obtained.first, dt.date.max)
    bound = ANY if appointed is None else Span(dt.date.min, appointed.last)
    own = bound if obtained is None else obtained
    return _by_convention(item, own) if isinstance(item, Title) and to_year_end(rule, moment) else own


def to_year_end(rule: EligibilityRule, moment: Moment) -> bool:
    """
    Whether the convention of a place (Guangdong, from 2022) counts the years of a rule to the end of the year.
    """
    if rule.route is not Route.REVIEW or rule.cutoff is not Cutoff.DAY or not rule.prior.startswith("4"):
        return False
    return any(
        item.jurisdiction in moment.places and item.holds(moment.year, moment.on) for item in conventions("SENIORITY")
    )


_CHANGE: Final = 2021
"""Titles reviewed in this year or later count from the year after."""


def _new_year(year: int) -> dt.date:
    return dt.date(min(max(year, 1), dt.MAXYEAR), 1, 1)


def _reviewed(year: int) -> dt.date:
    return _new_year(year + 1 if year >= _CHANGE else year)


def _by_convention(item: Title, own: Span) -> Span:
    if item.review_year is not None:
        day = _reviewed(item.review_year)
        return Span(day, day)
    if own == ANY:
        return ANY
    # The review year is the year of the certificate, or the year before.
    first, last = own.first.year, own.last.year
    reviews = [_reviewed(year) for year in {max(first - 1, 1), first, last}]
    # For recognition from 2021 on the pages disagree: from the day, or as after a review.
    recognised = [own.first, own.last] + ([_new_year(last + 1)] if last >= _CHANGE else [])
    days = {"REVIEW": reviews, "EXAM": [own.first, own.last], "RECOGNISE": recognised}.get(
        item.route, [*reviews, *recognised]
    )
    return Span(min(days), max(days))
