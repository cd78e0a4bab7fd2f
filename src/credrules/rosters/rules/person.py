"""
What can be wrong inside one row.

Every rule is a small generator over the typed row; its words, severity and
norm stand in the catalogue. A rule speaks only when all its cells could be read.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Final

from credrules import codes
from credrules.dates import Comparison, PartialDate, compare
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts import person
from credrules.facts.person import Agreement
from credrules.fields import fields_of
from credrules.rosters.records.row import RosterRow
from credrules.values import Label

__all__ = [
    "PAST_DATES",
    "PERSON_RULES",
    "age_agrees",
    "appointed_after_issue",
    "appointment_ends_after_start",
    "birth_date_agrees",
    "degree_has_education",
    "education_order",
    "email_provider",
    "no_future_date",
    "not_long_ago",
    "of_age_now",
    "partial_day",
    "plausible_age",
    "profession_after_work",
    "sex_agrees",
    "text_was_decoded_rightly",
]


def __dir__() -> list[str]:
    return sorted(__all__)


# Dates that speak of the past, each with the least age at which it is plausible.
PAST_DATES: Final = (
    ("birth_date", None),
    ("work_start", person.LEAST_AGE_AT_WORK),
    ("prof_start", person.LEAST_AGE_AT_PROFESSION),
    ("graduated_on", person.LEAST_AGE_AT_GRADUATION),
    ("issued_on", person.LEAST_AGE_AT_PROFESSION),
    ("appointed_on", person.LEAST_AGE_AT_PROFESSION),
    ("joined_on", person.LEAST_AGE_AT_WORK),
    ("party_joined_on", person.LEAST_AGE_AT_WORK),
    ("degree_on", person.LEAST_AGE_AT_PROFESSION),
    ("qualified_on", person.LEAST_AGE_AT_PROFESSION),
)
_LABELS: Final = {spec.name: spec.label for spec in fields_of(RosterRow)}


def birth_date_agrees(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    The birth date is the one in the citizen number.
    """
    number = row.citizen_id
    if number and number.birth_date and person.birth_agrees(number, row.birth_date) is Agreement.DIFFER:
        yield violation("birth_date", in_number=number.birth_date.isoformat())


def sex_agrees(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    The sex is the one in the citizen number.
    """
    number = row.citizen_id
    if number and number.sex and person.sex_agrees(number, row.sex) is not Agreement.AGREE:
        yield violation("sex", in_number=_sex_label(number.sex))


def _sex_label(code: str) -> Label:
    entry = codes.SEX[code]
    return Label(entry.short or entry.name, entry.name_en or entry.name)


def no_future_date(row: RosterRow, context: Context) -> Iterator[Violation]:
    """
    Birth, graduation, certificates and the like do not lie after the day of the check.
    """
    for name, _ in PAST_DATES:
        date: PartialDate | None = getattr(row, name)
        if date is not None and date.earliest() > context.on:
            yield violation(name, field=_LABELS[name], on=context.on)


def plausible_age(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    Work, graduation and certificates come at a plausible age.
    """
    born = _born(row)
    if born is None:
        return
    for name, least in PAST_DATES:
        date: PartialDate | None = getattr(row, name)
        if date is not None and least is not None and person.surely_younger_than(born, date, least):
            yield violation(name, field=_LABELS[name], least=least)


def _born(row: RosterRow) -> PartialDate | None:
    if row.citizen_id is not None and row.citizen_id.birth_date is not None:
        return partial_day(row.citizen_id.birth_date)
    return row.birth_date


@functools.lru_cache(maxsize=64)
def partial_day(day: dt.date) -> PartialDate:
    """
    Return a day as the dates of a row are; several rules ask for the same one in turn.
    """
    return PartialDate.from_date(day)


def profession_after_work(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    Professional work does not begin before work does.
    """
    if row.prof_start and row.work_start and compare(row.prof_start, row.work_start) is Comparison.BEFORE:
        yield violation("prof_start")


def appointed_after_issue(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    A person is not appointed before the qualification was obtained.
    """
    if row.appointed_on and row.issued_on and compare(row.appointed_on, row.issued_on) is Comparison.BEFORE:
        yield violation("appointed_on")


def education_order(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    Neither the first education nor that while in work ranks above the highest.
    """
    highest = codes.EDUCATION.rank(row.education or "")
    for code in (row.first_education, row.later_education):
        rank = codes.EDUCATION.rank(code or "")
        if rank is not None and highest is not None and rank > highest:
            yield violation("education")
            return


def degree_has_education(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    Who has a degree has studied at a university at least as an undergraduate.
    """
    rank = codes.EDUCATION.rank(row.education or "")
    if rank is not None and rank < (codes.EDUCATION.rank(_UNDERGRADUATE) or 0):
        yield violation("degree")


def age_agrees(row: RosterRow, context: Context) -> Iterator[Violation]:
    """
    The age is the one the birth date gives, or was when the table was made.
    """
    born = _born(row)
    if born is None or row.age is None or born.earliest() > context.on:
        return
    least, most = person.age_at(born, context.on)
    # A table may be two years older than the day it is checked on, and some count the year begun.
    if not least - 2 <= row.age <= most + 1:
        yield violation("age", least=least, most=most)


def of_age_now(row: RosterRow, context: Context) -> Iterator[Violation]:
    """
    Nobody in a table of personnel is a child or older than a hundred.
    """
    born = _born(row)
    if born is None or born.earliest() > context.on:
        return
    least, most = person.age_at(born, context.on)
    if most < person.LEAST_AGE_AT_WORK or least > _OLDEST:
        yield violation("birth_date" if row.birth_date else "citizen_id", least=least, most=most)


def not_long_ago(row: RosterRow, context: Context) -> Iterator[Violation]:
    """
    What happened to somebody on the roster did not happen more than eighty years ago.
    """
    for name, least in PAST_DATES:
        date: PartialDate | None = getattr(row, name)
        if least is not None and date is not None and context.on.year - date.latest().year > _LONG_AGO:
            yield violation(name, field=_LABELS[name], years=_LONG_AGO)


def appointment_ends_after_start(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    An appointment does not end before it begins.
    """
    if person.surely_before(row.appointed_until, row.appointed_on):
        yield violation("appointed_until")


def email_provider(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    An address at nearly the name of a large provider is mistyped.
    """
    local, _at, domain = (row.email or "").rpartition("@")
    likely = _provider_meant(domain.lower())
    if likely:
        yield violation("email", suggestion=f"{local}@{likely}", domain=likely)


def _provider_meant(domain: str) -> str:
    if domain in _PROVIDERS:
        return ""
    head, _dot, top = domain.rpartition(".")
    mended = f"{head}.{_TOPS[top]}" if top in _TOPS else domain
    near = [known for known in _PROVIDERS if mended == known or _one_apart(mended, known)]
    return near[0] if len(near) == 1 else mended if mended != domain else ""


def _one_apart(one: str, other: str) -> bool:
    """
    Whether one letter was left out, added, exchanged or turned with the next.

    Digits make other providers (163, 126, 139).
    """
    if one.isdigit() or one[:3].isdigit() or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, more = one[start:], other[start:]
    turned = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == more[1:] or rest == more[1:] or rest[1:] == more or turned == more


def text_was_decoded_rightly(row: RosterRow, _: Context) -> Iterator[Violation]:
    """
    No text is UTF-8 that was read as GBK (寮犱笁 for 张三), or the trace of such an accident (锟斤拷).
    """
    for name in _TEXTS:
        text: str | None = getattr(row, name)
        if text is not None and (_LOST in text or _reads_better(text)):
            yield violation(name)


def _reads_better(text: str) -> bool:
    try:
        other = text.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return False
    return other != text and all("\u3400" <= mark <= "\u9fff" or mark in "（）·" or mark.isascii() for mark in other)


_TEXTS: Final = (
    "name", "unit_name", "department", "position", "school", "major", "title_name", "title_major", "approving_organ",
    "review_body", "qualification", "address",
)  # fmt: skip
_LOST: Final = "锟斤拷"
_UNDERGRADUATE: Final = "20"
_OLDEST: Final = 100
_LONG_AGO: Final = 80
_PROVIDERS: Final = (
    "qq.com", "vip.qq.com", "163.com", "126.com", "139.com", "189.cn", "yeah.net", "sina.com", "sina.cn", "sohu.com",
    "foxmail.com", "gmail.com", "hotmail.com", "outlook.com", "aliyun.com", "example.org", "example.com",
)  # fmt: skip
# Slips of the last part that are no top-level domain.
_TOPS: Final = {
    **dict.fromkeys(("c", "con", "cpm", "cmo", "ocm", "vom", "xom", "comm", "coom", "conm", "c0m"), "com"),
    **dict.fromkeys(("ogr", "orgg", "rog", "0rg"), "org"),
    **dict.fromkeys(("nte", "ent", "nett"), "net"),
    **dict.fromkeys(("cnn", "cm.cn"), "cn"),
}

PERSON_RULES: Final = (
    RecordRule("ROSTER.BIRTH_DATE", RosterRow, birth_date_agrees, ("citizen_id", "birth_date")),
    RecordRule("ROSTER.SEX", RosterRow, sex_agrees, ("citizen_id", "sex")),
    RecordRule("ROSTER.DATE_FUTURE", RosterRow, no_future_date),
    RecordRule("ROSTER.AGE", RosterRow, plausible_age),
    RecordRule("ROSTER.PROFESSION_BEFORE_WORK", RosterRow, profession_after_work, ("prof_start", "work_start")),
    RecordRule("ROSTER.APPOINTED_BEFORE_ISSUE", RosterRow, appointed_after_issue, ("appointed_on", "issued_on")),
    RecordRule("ROSTER.EDUCATION_ORDER", RosterRow, education_order, ("education",)),
    RecordRule("ROSTER.DEGREE_WITHOUT_EDUCATION", RosterRow, degree_has_education, ("degree", "education")),
    RecordRule("ROSTER.AGE_STATED", RosterRow, age_agrees, ("age",)),
    RecordRule("ROSTER.AGE_NOW", RosterRow, of_age_now),
    RecordRule("ROSTER.LONG_AGO", RosterRow, not_long_ago),
    RecordRule("ROSTER.APPOINTMENT_ENDS", RosterRow, appointment_ends_after_start),
    RecordRule("ROSTER.EMAIL_PROVIDER", RosterRow, email_provider, ("email",)),
    RecordRule("ROSTER.MOJIBAKE", RosterRow, text_was_decoded_rightly),
)
"""Rules about the person in one row."""
