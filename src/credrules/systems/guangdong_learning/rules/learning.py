"""
All rules of a person's file, as data: catalogue code, record, function.

References: 广东省专业技术人员继续教育管理系统常见问题, C6, D4, E1, G1 to G3.
Limitations: whether a year is enough is no rule of the file but a calculation,
see `certificate`; a record of this year may be short by right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from credrules.dates import PartialDate
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts import person
from credrules.systems.guangdong_learning.records.whole import LearningFile, LearningRecord, PersonalInfo
from credrules.systems.guangdong_learning.workflow.record import LEARNING_RECORD, learning_record
from credrules.systems.guangdong_learning.workflow.roles import CONFIRMING
from credrules.systems.guangdong_learning.workflow.steps import replay, subject_of
from credrules.systems.guangdong_learning.year.merging import duplicates_of

__all__ = [
    "FILE_RULES",
    "LEARNING_RULES",
    "confirmed",
    "declared_once",
    "ends_after_begin",
    "full_days",
    "has_history",
    "history_leads_here",
    "in_its_year",
    "not_in_future",
    "passed",
    "past_the_unit",
    "some_hours",
]


def __dir__() -> list[str]:
    return sorted(__all__)


def some_hours(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    Hours or days are given.
    """
    if record.hours is None and record.days is None:
        yield violation("hours")


def full_days(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    Days are full days; part of one is given in hours.
    """
    if record.days is not None and record.days != record.days.to_integral_value():
        yield violation("days")


def passed(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    Hours of a course that was not passed are looked at.
    """
    if record.assessment == "FAILED" and (record.hours or record.days):
        yield violation("assessment")


def confirmed(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    Professional hours are confirmed by the employer or the industry's body.
    """
    if record.subject == "PROFESSIONAL" and record.confirmed_by not in CONFIRMING:
        yield violation("confirmed_by")


def _year_of(date: PartialDate | None) -> int | None:
    return None if date is None else date.year


def in_its_year(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    A course lies at least partly in the year it is reckoned to.
    """
    first, last = _year_of(record.start_date), _year_of(record.end_date)
    years = [year for year in (first, last) if year is not None]
    if record.year is not None and years and not min(years) <= record.year <= max(years):
        yield violation("year", year=record.year)


def ends_after_begin(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    A course does not end before it begins.
    """
    if person.surely_before(record.end_date, record.start_date):
        yield violation("end_date")


def not_in_future(record: LearningRecord, context: Context) -> Iterator[Violation]:
    """
    A year that has not begun has no records.
    """
    if record.year is not None and dt.date(record.year, 1, 1) > context.on:
        yield violation("year", year=record.year)


def history_leads_here(record: LearningRecord, context: Context) -> Iterator[Violation]:
    """
    The history, replayed, ends in the state the record has.
    """
    machine = learning_record(context.profile, subject=subject_of(record))
    if record.history and replay(record.history, machine=machine) != record.state:
        yield violation("state")


def has_history(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    A record that left the draft has a history.
    """
    if not record.history and record.state not in {None, "DRAFT"}:
        yield violation("history")


_AT_THE_BUREAU: Final = frozenset({"recognise"}) | {
    row.event for row in LEARNING_RECORD.transitions if (row.source, row.target) == ("NONE", "HR_RECOGNITION")
}


def past_the_unit(record: LearningRecord, _: Context) -> Iterator[Violation]:
    """
    What a person declares reaches the bureau through the unit's audit only.
    """
    events = {item.event for item in record.history}
    if record.route == "PERSON" and events & _AT_THE_BUREAU and "approve" not in events:
        yield violation("history")


def declared_once(file: LearningFile, _: Context) -> Iterator[Violation]:
    """
    What the learning site uploaded is not declared again.
    """
    for place in duplicates_of(file.records):
        yield violation("records", place)


def _offered(field: str, switch: str) -> Callable[[PersonalInfo, Context], Iterator[Violation]]:
    def rule(info: PersonalInfo, context: Context) -> Iterator[Violation]:
        offered = context.profile.switches[switch]
        if offered is not None and getattr(info, field) not in offered:
            yield violation(field)

    return rule


LEARNING_RULES: Final[tuple[RecordRule, ...]] = (
    RecordRule("CE.REG.NEAREST_OPTION", PersonalInfo, _offered("major", "majors"), ("major",)),
    RecordRule("CE.REG.NEAREST_OPTION", PersonalInfo, _offered("occupation", "occupations"), ("occupation",)),
    RecordRule("CE.F.NO_HOURS", LearningRecord, some_hours, reports_missing=True),
    RecordRule("CE.F.PART_DAY", LearningRecord, full_days),
    RecordRule("CE.F.ASSESSMENT_FAILED", LearningRecord, passed),
    RecordRule("CE.CONV.WHO", LearningRecord, confirmed, ("subject",), reports_missing=True),
    RecordRule("CE.F.OTHER_YEAR", LearningRecord, in_its_year),
    RecordRule("CE.F.DATE_ORDER", LearningRecord, ends_after_begin),
    RecordRule("CE.F.FUTURE_YEAR", LearningRecord, not_in_future),
    RecordRule("CE.F.STATE", LearningRecord, history_leads_here),
    RecordRule("CE.FLOW.ACTIONS", LearningRecord, has_history, reports_missing=True),
    RecordRule("CE.FLOW.DIRECT", LearningRecord, past_the_unit),
)
"""Rules of the person's options and of one record."""

FILE_RULES: Final = (RecordRule("CE.FLOW.NO_DOUBLE", LearningFile, declared_once),)
"""Rules that look at all records of a file."""
