"""
What can be wrong inside one row.

Every rule is a small generator over the typed row; its words, severity and
norm stand in the catalogue. A rule speaks only when all its cells could be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules import codes
from credrules.dates import Comparison, PartialDate, compare
from credrules.engine import Context, Hit, RecordRule, RecordSystem, hit
from credrules.fields import fields_of
from credrules.rosters.records import RosterRow
from credrules.rules import person, titles
from credrules.rules.person import Agreement
from credrules.values import Label

# Dates that speak of the past, each with the least age at which it is plausible.
PAST_DATES: Final = (
    ("birth_date", None),
    ("work_start", person.LEAST_AGE_AT_WORK),
    ("prof_start", person.LEAST_AGE_AT_PROFESSION),
    ("graduated_on", person.LEAST_AGE_AT_GRADUATION),
    ("issued_on", person.LEAST_AGE_AT_PROFESSION),
    ("appointed_on", person.LEAST_AGE_AT_PROFESSION),
)
_LABELS: Final = {spec.name: spec.label for spec in fields_of(RosterRow)}


def birth_date_agrees(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The birth date is the one in the citizen number.
    """
    if row.citizen_id and person.birth_agrees(row.citizen_id, row.birth_date) is Agreement.DIFFER:
        yield hit("birth_date", in_number=row.citizen_id.birth_date.isoformat())


def sex_agrees(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The sex is the one in the citizen number.
    """
    if row.citizen_id and person.sex_agrees(row.citizen_id, row.sex) is Agreement.DIFFER:
        yield hit("sex", in_number=_sex_label(row.citizen_id.sex))


def _sex_label(code: str) -> Label:
    entry = codes.SEX[code]
    return Label(entry.short or entry.name, entry.name_en or entry.name)


def no_future_date(row: RosterRow, context: Context) -> Iterator[Hit]:
    """
    Birth, graduation, certificates and the like do not lie after the day of the check.
    """
    for name, _ in PAST_DATES:
        date: PartialDate | None = getattr(row, name)
        if date is not None and date.earliest() > context.on:
            yield hit(name, field=_LABELS[name], on=context.on)


def plausible_age(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    Work, graduation and certificates come at a plausible age.
    """
    born = _born(row)
    if born is None:
        return
    for name, least in PAST_DATES:
        date: PartialDate | None = getattr(row, name)
        if date is not None and least is not None and person.surely_younger_than(born, date, least):
            yield hit(name, field=_LABELS[name], least=least)


def _born(row: RosterRow) -> PartialDate | None:
    if row.citizen_id is not None:
        return PartialDate.from_date(row.citizen_id.birth_date)
    return row.birth_date


def profession_after_work(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    Professional work does not begin before work does.
    """
    if row.prof_start and row.work_start and compare(row.prof_start, row.work_start) is Comparison.BEFORE:
        yield hit("prof_start")


def appointed_after_issue(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    A person is not appointed before the qualification was obtained.
    """
    if row.appointed_on and row.issued_on and compare(row.appointed_on, row.issued_on) is Comparison.BEFORE:
        yield hit("appointed_on")


def education_order(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The first education does not rank above the highest.
    """
    first, highest = (codes.EDUCATION.rank(code) if code else None for code in (row.first_education, row.education))
    if first is not None and highest is not None and first > highest:
        yield hit("education")


def title_known(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The title is one of the standard's or of the reformed series' names.
    """
    if row.title_name and titles.is_none(row.title_name):
        return
    if row.title_name and not titles.meanings(row.title_name):
        yield hit("title_name", candidates=titles.near(row.title_name))


def title_level_agrees(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    The level is one the title can have.
    """
    if row.title_name and row.title_level:
        levels = titles.levels(row.title_name)
        if levels and not titles.level_fits(row.title_level, levels):
            yield hit("title_level", levels=tuple(codes.TITLE_LEVELS[code].name for code in levels))


def certificate_present(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    Who has a title has a certificate number, or the eight ones that stand for none.
    """
    if row.title_name and not titles.is_none(row.title_name) and row.certificate_number is None:
        yield hit("certificate_number")


def title_present(row: RosterRow, _: Context) -> Iterator[Hit]:
    """
    A level, a date or a number of a certificate needs the title it belongs to.
    """
    if row.title_name is None and row.qualification is None and (row.title_level or row.certificate_number):
        yield hit("title_name")


ROSTER: Final = RecordSystem(
    RosterRow,
    rules=(
        RecordRule("ROSTER.BIRTH_DATE", RosterRow, birth_date_agrees, ("citizen_id", "birth_date")),
        RecordRule("ROSTER.SEX", RosterRow, sex_agrees, ("citizen_id", "sex")),
        RecordRule("ROSTER.DATE_FUTURE", RosterRow, no_future_date),
        RecordRule("ROSTER.AGE", RosterRow, plausible_age),
        RecordRule("ROSTER.PROFESSION_BEFORE_WORK", RosterRow, profession_after_work, ("prof_start", "work_start")),
        RecordRule("ROSTER.APPOINTED_BEFORE_ISSUE", RosterRow, appointed_after_issue, ("appointed_on", "issued_on")),
        RecordRule("ROSTER.EDUCATION_ORDER", RosterRow, education_order, ("first_education", "education")),
        RecordRule("ROSTER.TITLE_UNKNOWN", RosterRow, title_known, ("title_name",)),
        RecordRule("ROSTER.TITLE_LEVEL", RosterRow, title_level_agrees, ("title_name", "title_level")),
        RecordRule("ROSTER.CERTIFICATE_MISSING", RosterRow, certificate_present, ("title_name",)),
        RecordRule("ROSTER.TITLE_MISSING", RosterRow, title_present),
    ),
    mandatory="ROSTER.REQUIRED",
)
