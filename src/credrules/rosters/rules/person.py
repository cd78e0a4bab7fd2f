"""
What can be wrong inside one row.

Every rule is a small function of the typed row; its words, severity and norm
are in the catalogue. A rule reports only if all its cells could be read.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Final

from credrules import codes
from credrules.dates import PartialDate, add_time
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.facts.person import Agreement
from credrules.fields import fields_of
from credrules.identifiers._domains import LAST_LABEL_SLIPS, PROVIDERS
from credrules.identifiers.citizen_id import Kind
from credrules.rosters.records.row import RosterRow
from credrules.text import is_one_slip
from credrules.values import Label

__all__ = [
    "PAST_DATES",
    "PERSON_RULES",
    "age_agrees",
    "appointed_after_issue",
    "appointment_ends_after_start",
    "birth_date_agrees",
    "born_on",
    "degree_has_education",
    "education_order",
    "email_provider",
    "graduation_order",
    "name_in_characters",
    "no_future_date",
    "not_long_ago",
    "of_age_now",
    "partial_day",
    "plausible_age",
    "profession_after_work",
    "sex_as_in_number",
    "text_was_decoded_rightly",
]
__dir__ = __all__.copy

# Dates of past events, each with the least plausible age.
PAST_DATES: Final = (
    ("birth_date", None),
    ("work_start", person.LEAST_AGE_AT_WORK),
    ("prof_start", person.LEAST_AGE_AT_PROFESSION),
    ("graduated_on", person.LEAST_AGE_AT_GRADUATION),
    ("first_graduated_on", person.LEAST_AGE_AT_GRADUATION),
    ("later_graduated_on", person.LEAST_AGE_AT_GRADUATION),
    ("issued_on", person.LEAST_AGE_AT_PROFESSION),
    ("appointed_on", person.LEAST_AGE_AT_PROFESSION),
    ("joined_on", person.LEAST_AGE_AT_WORK),
    ("party_joined_on", person.LEAST_AGE_AT_WORK),
    ("degree_on", person.LEAST_AGE_AT_PROFESSION),
    ("qualified_on", person.LEAST_AGE_AT_PROFESSION),
)
_DATES: Final = tuple(name for name, _ in PAST_DATES)
_TEXTS: Final = (
    "name", "unit_name", "department", "position", "school", "major", "title_name", "title_major", "approving_organ",
    "review_body", "qualification", "address",
)  # fmt: skip
_LABELS: Final = {spec.name: spec.label for spec in fields_of(RosterRow)}


@rule("ROSTER.BIRTH_DATE", requires=("citizen_id", "birth_date"))
def birth_date_agrees(row: RosterRow, _: Context) -> Violation | None:
    """
    The birth date is the one in the identity number.
    """
    number = row.citizen_id
    if number and number.birth_date and person.birth_agrees(number, row.birth_date) is Agreement.DIFFER:
        return violation("birth_date", in_number=number.birth_date.isoformat())
    return None


@rule("ROSTER.SEX", requires=("citizen_id", "sex"))
def sex_as_in_number(row: RosterRow, _: Context) -> Violation | None:
    """
    The sex is the one in the identity number.
    """
    number = row.citizen_id
    if number and number.sex and person.sex_agrees(number, row.sex) is not Agreement.AGREE:
        return violation("sex", in_number=_sex_label(number.sex))
    return None


def _sex_label(code: str) -> Label:
    entry = codes.SEX[code]
    return Label(entry.short or entry.name, entry.name_en or entry.name)


@rule("ROSTER.LATIN_NAME", requires=("name", "citizen_id"))
def name_in_characters(row: RosterRow, _: Context) -> Violation | None:
    """
    Whoever has a citizen's number has a name in Chinese characters (居民身份证法, 第四条).
    """
    is_citizen = row.citizen_id is not None and row.citizen_id.kind in {Kind.CITIZEN, Kind.CITIZEN_15}
    return violation("name") if is_citizen and not _HAN.search(row.name or "") else None


@rule("ROSTER.DATE_FUTURE", reads=_DATES)
def no_future_date(row: RosterRow, context: Context) -> list[Violation]:
    """
    Birth, graduation, certificates and the like do not lie after the day of the check.
    """
    return [
        violation(name, field=_LABELS[name], on=context.on)
        for name, _, date in _past_dates(row)
        if date.earliest() > context.on
    ]


def _past_dates(row: RosterRow) -> Iterator[tuple[str, int | None, PartialDate]]:
    dates = ((name, least, getattr(row, name)) for name, least in PAST_DATES)
    return ((name, least, date) for name, least, date in dates if date is not None)


@rule("ROSTER.AGE", reads=("citizen_id", *_DATES))
def plausible_age(row: RosterRow, _: Context) -> list[Violation] | None:
    """
    Work, graduation and certificates come at a plausible age.
    """
    born = born_on(row)
    if born is None:
        return None
    return [
        violation(name, field=_LABELS[name], least=least)
        for name, least, date in _past_dates(row)
        if least is not None and person.surely_younger_than(born, date, least)
    ]


def born_on(row: RosterRow) -> PartialDate | None:
    """
    Return the birth date of the identity number, else that of the row.
    """
    if row.citizen_id is not None and row.citizen_id.birth_date is not None:
        return partial_day(row.citizen_id.birth_date)
    return row.birth_date


@functools.lru_cache(maxsize=64)
def partial_day(day: dt.date) -> PartialDate:
    """
    Return a day as a partial date, like the dates of a row; cached, since several rules use the same day.
    """
    return PartialDate.from_date(day)


@rule("ROSTER.PROFESSION_BEFORE_WORK", requires=("prof_start", "work_start"))
def profession_after_work(row: RosterRow, _: Context) -> Violation | None:
    """
    Professional work does not begin before work does.
    """
    return violation("prof_start") if person.surely_before(row.prof_start, row.work_start) else None


@rule("ROSTER.APPOINTED_BEFORE_ISSUE", requires=("appointed_on", "issued_on"))
def appointed_after_issue(row: RosterRow, _: Context) -> Violation | None:
    """
    A person is not appointed before the qualification was obtained.
    """
    return violation("appointed_on") if person.surely_before(row.appointed_on, row.issued_on) else None


@rule("ROSTER.EDUCATION_ORDER", requires=("education",), reads=("first_education", "later_education"))
def education_order(row: RosterRow, _: Context) -> Violation | None:
    """
    Neither the first education nor that while in work ranks above the highest.
    """
    highest, *others = map(codes.EDUCATION.rank, (row.education, row.first_education, row.later_education))
    above = highest is not None and any(rank is not None and rank > highest for rank in others)
    return violation("education") if above else None


@rule("ROSTER.GRADUATION_ORDER", requires=("graduated_on", "first_graduated_on"))
def graduation_order(row: RosterRow, _: Context) -> Violation | None:
    """
    The highest study does not end before the first one.
    """
    return violation("graduated_on") if person.surely_before(row.graduated_on, row.first_graduated_on) else None


@rule("ROSTER.DEGREE_WITHOUT_EDUCATION", requires=("degree", "education"))
def degree_has_education(row: RosterRow, _: Context) -> Violation | None:
    """
    Someone with a degree has at least an undergraduate education.
    """
    rank = codes.EDUCATION.rank(row.education or "")
    return violation("degree") if rank is not None and rank < (codes.EDUCATION.rank(_UNDERGRADUATE) or 0) else None


def _years(least: int, most: int) -> Label:
    # A birth date to the day gives one age, a coarser one two.
    return Label(str(least), str(least)) if least == most else Label(f"{least} 至 {most}", f"{least} to {most}")


@rule("ROSTER.AGE_STATED", requires=("age",), reads=("citizen_id", "birth_date"))
def age_agrees(row: RosterRow, context: Context) -> Violation | None:
    """
    The age is the one the birth date gives, or was when the table was made.
    """
    born = born_on(row)
    if born is None or row.age is None or born.earliest() > context.on:
        return None
    least, most = person.age_at(born, context.on)
    # A table may be two years older than the day it is checked on, and some count the year begun.
    return violation("age", age=_years(least, most)) if not least - 2 <= row.age <= most + 1 else None


@rule("ROSTER.AGE_NOW", reads=("citizen_id", "birth_date"))
def of_age_now(row: RosterRow, context: Context) -> Violation | None:
    """
    No one in a table of personnel is a child or older than a hundred.
    """
    born = born_on(row)
    if born is None or born.earliest() > context.on:
        return None
    least, most = person.age_at(born, context.on)
    if most < person.LEAST_AGE_AT_WORK or least > person.OLDEST:
        return violation("birth_date" if row.birth_date else "citizen_id", age=_years(least, most))
    return None


@rule("ROSTER.LONG_AGO", reads=_DATES)
def not_long_ago(row: RosterRow, context: Context) -> list[Violation]:
    """
    No event of a person on the roster is more than eighty years ago.
    """
    return [
        violation(name, field=_LABELS[name], years=_LONG_AGO)
        for name, least, date in _past_dates(row)
        if least is not None and add_time(date.latest(), years=_LONG_AGO) < context.on
    ]


@rule("ROSTER.APPOINTMENT_ENDS", reads=("appointed_on", "appointed_until"))
def appointment_ends_after_start(row: RosterRow, _: Context) -> Violation | None:
    """
    An appointment does not end before it begins.
    """
    return violation("appointed_until") if person.surely_before(row.appointed_until, row.appointed_on) else None


@rule("ROSTER.EMAIL_PROVIDER", requires=("email",))
def email_provider(row: RosterRow, _: Context) -> Violation | None:
    """
    An e-mail domain that is almost that of a large provider is mistyped.
    """
    local, _at, domain = (row.email or "").rpartition("@")
    likely = _provider_meant(domain.lower())
    return violation("email", suggestion=f"{local}@{likely}", domain=likely) if likely else None


def _provider_meant(domain: str) -> str:
    if domain in PROVIDERS:
        return ""
    head, _dot, top = domain.rpartition(".")
    mended = f"{head}.{LAST_LABEL_SLIPS[top]}" if top in LAST_LABEL_SLIPS else domain
    # Different digits mean different providers (163, 126, 139).
    letters = not mended[:3].isdigit()
    near = [known for known in PROVIDERS if mended == known or (letters and is_one_slip(mended, known))]
    return near[0] if len(near) == 1 else mended if mended != domain else ""


@rule("ROSTER.MOJIBAKE", reads=_TEXTS)
def text_was_decoded_rightly(row: RosterRow, _: Context) -> list[Violation]:
    """
    No text is UTF-8 that was read as GBK (寮犱笁 for 张三), or a remnant of that (锟斤拷).
    """
    texts = ((name, getattr(row, name)) for name in _TEXTS)
    return [violation(name) for name, text in texts if text is not None and (_LOST in text or _reads_better(text))]


def _reads_better(text: str) -> bool:
    try:
        other = text.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return False
    return other != text and all("\u3400" <= mark <= "\u9fff" or mark in "（）·" or mark.isascii() for mark in other)


# Names may hold rare characters of every plane.
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LOST: Final = "锟斤拷"
_UNDERGRADUATE: Final = "20"
_LONG_AGO: Final = 80

PERSON_RULES: Final = (
    birth_date_agrees,
    sex_as_in_number,
    name_in_characters,
    no_future_date,
    plausible_age,
    profession_after_work,
    appointed_after_issue,
    education_order,
    graduation_order,
    degree_has_education,
    age_agrees,
    of_age_now,
    not_long_ago,
    appointment_ends_after_start,
    email_provider,
    text_was_decoded_rightly,
)
"""Rules about the person in one row."""
