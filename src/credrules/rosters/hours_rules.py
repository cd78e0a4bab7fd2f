"""
What can be wrong with the hours of continuing education in one row.

The columns are judged by the calculator of `credrules.hours`, against the
requirement the host names in the profile: it depends on the place, the year
and the profession, none of which a roster tells.

References: the requirements of `credrules.hours.REQUIREMENTS`, each with its document.

Limitations: a row is one year of one person; cycles of several years, days
instead of hours and adjustments are for `credrules.hours.audit` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules.engine import Context, Hit, RecordRule, hit
from credrules.findings import Decision
from credrules.hours import Entry, Requirement, Subject, audit
from credrules.rosters.records import RosterRow

SWITCH: Final = "hours"
"""The profile's switch that holds the `Requirement`, or None when nobody named one."""

_PARTS: Final = (
    ("general_hours", Subject.GENERAL),
    ("professional_hours", Subject.PROFESSIONAL),
    ("elective_hours", Subject.ELECTIVE),
)


def hours_add_up(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The total is the sum of the three parts, where all are given.
    """
    parts = [getattr(row, name) for name, _subject in _PARTS]
    if row.total_hours is not None and None not in parts and sum(parts) != row.total_hours:
        yield hit("total_hours", total=str(row.total_hours), sum=str(sum(parts)))


def hours_suffice(row: RosterRow, context: Context) -> Iterator[Hit]:
    """
    All three parts and the total are what the requirement asks for.
    """
    requirement = context.profile.switches.get(SWITCH)
    given = [(name, subject, getattr(row, name)) for name, subject in _PARTS]
    if not isinstance(requirement, Requirement) or any(hours is None for _name, _subject, hours in given):
        return
    year = requirement.year or context.on.year
    answer = audit([Entry(subject, hours, year) for _name, subject, hours in given], requirement=requirement, year=year)
    if answer.decision is not Decision.OUT:
        return
    missing = {subject: str(hours) for subject, hours in answer.shortfalls.items()}
    for name, subject, _hours in given:
        if subject in missing:
            yield hit(name, missing=missing[subject], requirement=requirement.id)
    if answer.short and not missing:
        path = "total_hours" if row.total_hours is not None else "general_hours"
        yield hit(path, missing=str(answer.short), requirement=requirement.id)


def requirement_named(row: RosterRow, context: Context) -> Iterator[Hit]:
    """
    Hours without a requirement are added up, and whether they are enough is not said.
    """
    if not isinstance(context.profile.switches.get(SWITCH), Requirement):
        names = [name for name in (*dict(_PARTS), "total_hours") if getattr(row, name) is not None]
        for name in names[-1:]:
            yield hit(name)


HOURS_RULES: Final = (
    RecordRule("ROSTER.HOURS_TOTAL", RosterRow, hours_add_up, ("total_hours",)),
    RecordRule("ROSTER.HOURS_SHORT", RosterRow, hours_suffice),
    RecordRule("ROSTER.HOURS_NOT_JUDGED", RosterRow, requirement_named),
)
