"""
What can be wrong with the hours of continuing education in one row.

The columns are judged by the calculator of `credrules.hours`, against the
requirement the host names in the profile: it depends on the place, the year
and the profession, and a roster states at most the year.

References: the requirements of `credrules.hours.REQUIREMENTS`, each with its document.

Limitations: a row is one year of one person; cycles of several years and
adjustments are for `credrules.hours.audit` itself. A blank part counts as
unknown, not as zero.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Report
from credrules.hours import Audit, Entry, Requirement, Subject, Written, audit, find_requirement
from credrules.hours.amounts import Amount, as_amount, show
from credrules.remembering import remembered
from credrules.rosters.records.hours import BY_FIELD, TOTAL, figure
from credrules.rosters.records.row import RosterRow
from credrules.values import Confidence, Label

__all__ = ["HOURS_RULES", "hours_add_up", "hours_judged", "hours_suffice", "no_future_year"]
__dir__ = __all__.copy

_PARTS: Final = tuple((name, leaf.subject) for name, leaf in BY_FIELD.items() if leaf.subject is not None)


_NO_PLACE: Final = Label("没有指定地区和年度", "no place and year were named")
_NO_REQUIREMENT: Final = Label(
    "没有指定按哪里的学时要求判断（hours）", "no place was named whose requirement of hours is asked for (hours)"
)
_NO_YEAR: Final = Label("没有指定年度", "no year was named")
_OTHER_YEAR: Final = Label("指定的要求不适用于该年度", "the requirement named is not in force in that year")
_CYCLE: Final = Label("指定的要求按多年周期计算", "the requirement named counts several years together")


@rule("ROSTER.HOURS_TOTAL", requires=("total_hours",), reads=("general_hours", "professional_hours", "elective_hours"))
def hours_add_up(row: RosterRow, _: Context) -> Violation | None:
    """
    The total is the sum of the three parts, and a part it states equals the one in that part's column.
    """
    total = row.total_hours or Written()
    parts = {subject: figure(getattr(row, name)) for name, subject in _PARTS}
    known = {subject: part for subject, part in parts.items() if part is not None}
    stated = figure(total)
    summed = sum(known.values())
    # Two parts may not be all there is, but they are never more than the total; a total may be rounded.
    whole = stated is not None and (summed >= stated + 1 or (len(known) == len(parts) and summed != stated))
    if whole or any(total.hours.get(subject, part) != part for subject, part in known.items()):
        return violation("total_hours", total=TOTAL.dump(total), sum=show(summed))
    return None


@rule("ROSTER.HOURS_YEAR_FUTURE", requires=("hours_year",))
def no_future_year(row: RosterRow, context: Context) -> Violation | None:
    """
    Hours are of a year that has begun.
    """
    return (
        violation("hours_year", year=row.hours_year, on=context.on) if (row.hours_year or 0) > context.on.year else None
    )


@rule("ROSTER.HOURS_SHORT", reads=(*BY_FIELD, "hours_year"))
def hours_suffice(row: RosterRow, context: Context) -> list[Violation] | None:
    """
    Each part that is stated, and the total, is at least what is required.
    """
    asked = _asked(row, context)
    if asked is None or isinstance(asked, Label):
        return None
    short = _shortages(*asked, *(getattr(row, name) for name in BY_FIELD))
    return [violation(path, missing=show(missing), requirement=asked[0].id) for path, missing in short]


@functools.lru_cache(maxsize=1024)
def _shortages(requirement: Requirement, year: int, *cells: Written | None) -> tuple[tuple[str, Amount], ...]:
    """
    Return the missing hours by column; cached, since most people of one table have the same hours.
    """
    told, total = _told(cells), cells[-1]
    done = [_entry(subject, cell, year) for subject, (_name, cell) in told.items()]
    answer = audit(done, requirement=requirement, year=year)
    short = tuple((told[subject][0], hours) for subject, hours in answer.shortfalls.items() if subject in told)
    if short:
        return (*short, *_blank_beside_two(told, total, answer))
    missing = _missing_in_all(answer if len(told) == len(_PARTS) else None, total, requirement, year)
    if missing:
        return (("general_hours" if total is None else "total_hours", missing),)
    return tuple(_blank_beside_two(told, total, answer))


def _blank_beside_two(
    told: Mapping[Subject, tuple[str, Written]], total: Written | None, answer: Audit
) -> Iterator[tuple[str, Amount]]:
    """
    Yield the hours a blank part beside two filled ones lacks, less what the total leaves for it.
    """
    blank = [(name, subject) for name, subject in _PARTS if subject not in told]
    if len(blank) != 1:
        return
    name, subject = blank[0]
    left = 0 if total is None else max((figure(total) or 0) - answer.total, 0)
    others = sum(hours for part, hours in answer.shortfalls.items() if part in told)
    need = max(answer.shortfalls.get(subject, 0), answer.short - others) - left
    if need > 0:
        yield name, as_amount(need)


def _missing_in_all(answer: Audit | None, total: Written | None, requirement: Requirement, year: int) -> Amount:
    if answer is None and total is not None and not (total.hours or total.days):
        # A total without its parts can be too little, but it cannot be known to be enough.
        answer = audit([_entry(None, total, year)], requirement=requirement, year=year)
    return 0 if answer is None else answer.short


def _told(cells: Sequence[Written | None]) -> dict[Subject, tuple[str, Written]]:
    """
    Return subject -> where its hours are stated and how many: in its own column, else in the column of totals.
    """
    told: dict[Subject, tuple[str, Written]] = {}
    total = cells[-1]
    for (name, subject), cell in zip(_PARTS, cells, strict=False):
        if cell is not None:
            told[subject] = name, cell
        elif total is not None and (subject in total.hours or subject in total.days):
            told[subject] = "total_hours", total
    return told


def _entry(subject: Subject | None, cell: Written, year: int) -> Entry:
    if subject is None:
        return Entry(None, cell.total or 0, year, days=cell.total_days or 0)
    return Entry(subject, cell.hours.get(subject, 0), year, days=cell.days.get(subject, 0))


@rule("ROSTER.HOURS_NOT_JUDGED", reads=(*BY_FIELD, "hours_year"))
def hours_judged(row: RosterRow, context: Context) -> Violation | None:
    """
    Hours without a place and a year are added up but not judged.
    """
    asked = _asked(row, context)
    if isinstance(asked, Label):
        return violation([name for name in BY_FIELD if getattr(row, name) is not None][-1], reason=asked)
    return None


def _asked(row: RosterRow, context: Context) -> tuple[Requirement, int] | Label | None:
    """
    Return the requirement and its year, or why there is none; None if the row has no hours.
    """
    if all(getattr(row, name) is None for name in BY_FIELD):
        return None
    named: Requirement | str | None = context.profile.hours
    year = row.hours_year or context.profile.hours_year
    if isinstance(named, Requirement):
        return _in_year(named, year or named.year or context.on.year)
    if named is None:
        # The place of the rules of eligibility is not that of the hours, unless the host says so.
        profile = context.profile
        return _NO_PLACE if profile.hours_year is None and profile.jurisdiction is None else _NO_REQUIREMENT
    if year is None:
        return _NO_YEAR
    found = _find(named, year)
    return _in_year(found.value, year) if found.value is not None else _reason(found)


def _in_year(requirement: Requirement, year: int) -> tuple[Requirement, int] | Label:
    if requirement.confidence is Confidence.LOW:
        return Label(
            f"要求 {requirement.id} 依据薄弱，不能据此判断", f"{requirement.id} is weakly attested and decides nothing"
        )
    if not requirement.in_force(year):
        return _OTHER_YEAR
    first, last = requirement.period(year)
    return (requirement, year) if first == last else _CYCLE


@remembered(1024)
def _find(place: str, year: int) -> Report[Requirement]:
    return find_requirement(place, year=year)


def _reason(found: Report[Requirement]) -> Label:
    first = found.errors[0]
    return Label(first.message("zh"), first.message("en"))


HOURS_RULES: Final = (
    hours_add_up,
    no_future_year,
    hours_suffice,
    hours_judged,
)
