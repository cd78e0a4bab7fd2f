"""
The rules of a person's options, of one learning record, and of all records of a file.

References: 广东省专业技术人员继续教育管理系统常见问题, C6, D4, E1, G1 to G3.
Limitations: whether a year's hours are enough is not a rule of the file; see
`year.certificate`. During the year the hours may still be too few.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import Context, Violation, rule, violation
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
    "nearest_only_where_none_is_the_same",
    "not_in_future",
    "options_are_offered",
    "passed",
    "past_the_unit",
    "some_hours",
]
__dir__ = __all__.copy


@rule("CE.F.NO_HOURS", reports_missing=True, reads=("hours", "days"))
def some_hours(record: LearningRecord, _: Context) -> Violation | None:
    """
    Hours or days are given.
    """
    return violation("hours") if record.hours is None and record.days is None else None


@rule("CE.F.PART_DAY", reads=("days",))
def full_days(record: LearningRecord, _: Context) -> Violation | None:
    """
    Days are full days; part of a day is given in hours.
    """
    return violation("days") if record.days is not None and record.days != record.days.to_integral_value() else None


@rule("CE.F.ASSESSMENT_FAILED", reads=("hours", "days", "assessment"))
def passed(record: LearningRecord, _: Context) -> Violation | None:
    """
    A course that was not passed has no hours.
    """
    return violation("assessment") if record.assessment == "FAILED" and (record.hours or record.days) else None


@rule("CE.CONV.WHO", requires=("subject",), reports_missing=True, reads=("confirmed_by",))
def confirmed(record: LearningRecord, _: Context) -> Violation | None:
    """
    Professional hours are confirmed by the employer or the industry's body.
    """
    if record.subject == "PROFESSIONAL" and record.confirmed_by not in CONFIRMING:
        return violation("confirmed_by")
    return None


@rule("CE.F.OTHER_YEAR", reads=("year", "start_date", "end_date"))
def in_its_year(record: LearningRecord, _: Context) -> Violation | None:
    """
    A course takes place at least partly in the year entered for it.
    """
    years = [date.year for date in (record.start_date, record.end_date) if date is not None]
    if record.year is not None and years and not min(years) <= record.year <= max(years):
        return violation("year", year=record.year)
    return None


@rule("CE.F.DATE_ORDER", reads=("start_date", "end_date"))
def ends_after_begin(record: LearningRecord, _: Context) -> Violation | None:
    """
    A course does not end before it begins.
    """
    return violation("end_date") if person.surely_before(record.end_date, record.start_date) else None


@rule("CE.F.FUTURE_YEAR", requires=("year",))
def not_in_future(record: LearningRecord, context: Context) -> Violation | None:
    """
    A year that has not begun has no records.
    """
    return violation("year", year=record.year) if (record.year or 0) > context.on.year else None


@rule("CE.F.STATE", reads=("subject", "state", "history.event", "history.actor"))
def history_leads_here(record: LearningRecord, context: Context) -> Violation | None:
    """
    The history, replayed, ends in the state of the record.
    """
    machine = learning_record(context.profile, subject=subject_of(record))
    return violation("state") if record.history and replay(record.history, machine=machine) != record.state else None


@rule("CE.FLOW.ACTIONS", reports_missing=True, reads=("state", "history"))
def has_history(record: LearningRecord, _: Context) -> Violation | None:
    """
    A record that is no longer a draft has a history.
    """
    return violation("history") if not record.history and record.state not in {None, "DRAFT"} else None


_AT_THE_BUREAU: Final = frozenset({"recognise"}) | {
    row.event for row in LEARNING_RECORD.transitions if (row.source, row.target) == ("NONE", "HR_RECOGNITION")
}


@rule("CE.FLOW.DIRECT", reads=("route", "history.event"))
def past_the_unit(record: LearningRecord, _: Context) -> Violation | None:
    """
    A record declared by a person reaches the bureau only through the unit's audit.
    """
    events = {item.event for item in record.history}
    if record.route == "PERSON" and events & _AT_THE_BUREAU and "approve" not in events:
        return violation("history")
    return None


@rule(
    "CE.FLOW.NO_DOUBLE",
    reads=(
        "records.course",
        "records.subject",
        "records.year",
        "records.start_date",
        "records.end_date",
        "records.person",
        "records.route",
        "records.state",
    ),
)
def declared_once(file: LearningFile, _: Context) -> list[Violation]:
    """
    A course uploaded by the learning site is not declared again.
    """
    return [violation("records", place) for place in duplicates_of(file.records)]


@rule("CE.REG.NEAREST_OPTION", reads=("major", "occupation"))
def options_are_offered(info: PersonalInfo, context: Context) -> list[Violation]:
    """
    所学专业 and 从事专业 are chosen from the lists, if the host provides them.
    """
    offered = (("major", context.profile.majors), ("occupation", context.profile.occupations))
    return [
        violation(name) for name, names in offered if names is not None and getattr(info, name) not in (None, *names)
    ]


@rule("CE.REG.SAME_OPTION", reads=("major", "major_printed", "occupation", "occupation_printed"))
def nearest_only_where_none_is_the_same(info: PersonalInfo, context: Context) -> list[Violation]:
    """
    The nearest option is chosen where the list lacks the real wording; where it has it, that one (C6).
    """
    cells = (
        ("major", info.major, info.major_printed, context.profile.majors),
        ("occupation", info.occupation, info.occupation_printed, context.profile.occupations),
    )
    return [
        violation(name, real=real, suggestion=real)
        for name, chosen, real, names in cells
        if chosen is not None and real in (names or ()) and real != chosen
    ]


LEARNING_RULES: Final = (
    options_are_offered,
    nearest_only_where_none_is_the_same,
    some_hours,
    full_days,
    passed,
    confirmed,
    in_its_year,
    ends_after_begin,
    not_in_future,
    history_leads_here,
    has_history,
    past_the_unit,
)
"""Rules of the person's options and of one record."""

FILE_RULES: Final = (declared_once,)
"""Rules that look at all records of a file."""
