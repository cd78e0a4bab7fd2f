"""
Rules about the person: what the identity number says, dates and ages, the post, languages.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4), 二(8), 二(9);
GB 11643-1999 for birth date and sex in the identity number.
Limitations: the least ages are assumed and only warned of; a date of which only
the year or the month is known is judged where the answer is sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules import codes
from credrules.dates import PartialDate, Precision
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts import person
from credrules.facts.person import Agreement
from credrules.systems.guangxi.records.whole import FIELDS, Basic, PersonalRecord
from credrules.systems.guangxi.rules import ranks
from credrules.values import Label

__all__ = [
    "BASIC_RULES",
    "born",
    "first_language_first",
    "identity_agrees",
    "language_with_level",
    "languages_differ",
    "plausible_age",
    "post_is_appointment",
    "post_within_qualification",
    "profession_after_work",
    "profession_is_past",
    "unit_in_region",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_THIS_YEAR: Final = Label(
    "只填了当前年份，应填开始从事的年月", "only the present year is given, not year and month of the beginning"
)
_BEFORE_BIRTH: Final = Label(
    "早于出生，如填的是年数，应改填年月", "before the birth; a number of years is not year and month of the beginning"
)
_LEAST_AGES: Final = (
    ("work_start", person.LEAST_AGE_AT_WORK),
    ("prof_start", person.LEAST_AGE_AT_PROFESSION),
)
_LANGUAGES: Final = (("language_1", "language_1_level"), ("language_2", "language_2_level"))


def identity_agrees(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    Birth date and sex are those in the identity number.
    """
    number = basic.citizen_id
    if number is not None and person.birth_agrees(number, basic.birth_date) is Agreement.DIFFER:
        yield violation("birth_date", field=FIELDS["Basic.birth_date"].label, in_number=number.birth_date)
    if number is not None and person.sex_agrees(number, basic.sex) is Agreement.DIFFER:
        yield violation("sex", field=FIELDS["Basic.sex"].label, in_number=codes.SEX[str(number.sex)].label)


def born(basic: Basic) -> PartialDate | None:
    """
    Return the date of birth as entered, else the one in the identity number.
    """
    if basic.birth_date is None and basic.citizen_id is not None and basic.citizen_id.birth_date is not None:
        return PartialDate.from_date(basic.citizen_id.birth_date)
    return basic.birth_date


def plausible_age(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    Nobody begins to work before fourteen, or professional work before sixteen.
    """
    birth = born(basic)
    for name, least in _LEAST_AGES:
        date: PartialDate | None = getattr(basic, name)
        if birth is not None and date is not None and person.surely_younger_than(birth, date, least):
            yield violation(name, field=FIELDS[f"Basic.{name}"].label, least=least)


def profession_is_past(basic: Basic, context: Context) -> Iterator[Violation]:
    """
    The start of professional work lies in the past and is a start, not the present year.
    """
    start = basic.prof_start
    if person.in_future(start, context.on):
        yield violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause="GX.F.FUTURE", on=context.on)
    elif start is not None and start.precision is Precision.YEAR and start.year == context.on.year:
        yield violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause=_THIS_YEAR)
    elif person.surely_before(start, born(basic)):
        # A number cell with the years of service (19) is a day of January 1900.
        yield violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause=_BEFORE_BIRTH)


def profession_after_work(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    Professional work normally does not begin before work does.
    """
    if person.surely_before(basic.prof_start, basic.work_start):
        yield violation("prof_start")


def post_is_appointment(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    The present post is the one of the letter of appointment, where that is known.
    """
    if not ranks.posts_of(basic.current_post) & ranks.posts_of(basic.appointed_post):
        yield violation(
            "current_post",
            suggestion=basic.appointed_post,
            given=codes.CURRENT_POSTS.format(basic.current_post),
            appointed=codes.CURRENT_POSTS.format(basic.appointed_post),
        )


def post_within_qualification(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    Nobody is normally appointed above the highest title held.
    """
    post = ranks.of_post(record.basic.current_post)
    held = [rank for rank in map(ranks.of_title, record.titles) if rank is not None]
    if post is not None and held and post > max(held):
        yield violation("basic", "current_post", post=codes.CURRENT_POSTS.format(record.basic.current_post))


def language_with_level(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    A language has its level, a level its language.
    """
    for language, level in _LANGUAGES:
        given = getattr(basic, language), getattr(basic, level)
        if None in given and given != (None, None):
            empty, filled = (language, level) if given[0] is None else (level, language)
            yield violation(empty, field=FIELDS[f"Basic.{empty}"].label, other=FIELDS[f"Basic.{filled}"].label)


def languages_differ(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    The second foreign language is another one than the first.
    """
    if basic.language_1 == basic.language_2:
        yield violation("language_2", name=codes.LANGUAGES[str(basic.language_2)].label)


def first_language_first(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    A second foreign language stands beside a first one.
    """
    if basic.language_1 is None:
        yield violation("language_1")


def unit_in_region(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    The unit normally lies in Guangxi (45).
    """
    if basic.unit_place is not None and not basic.unit_place.startswith("45"):
        yield violation("unit_place", place=codes.DIVISIONS.format(basic.unit_place))


BASIC_RULES: Final = (
    RecordRule("GX.F.ID_MISMATCH", Basic, identity_agrees, ("citizen_id",)),
    RecordRule("GX.F.AGE", Basic, plausible_age),
    RecordRule("GX.FIELD.PROF_START", Basic, profession_is_past, ("prof_start",)),
    RecordRule("GX.FIELD.PROF_BEFORE_WORK", Basic, profession_after_work, ("prof_start", "work_start")),
    RecordRule("GX.FIELD.CURRENT_POST", Basic, post_is_appointment, ("current_post", "appointed_post")),
    RecordRule("GX.FIELD.POST_ABOVE_QUALIFICATION", PersonalRecord, post_within_qualification),
    RecordRule("GX.F.LANG_PAIR", Basic, language_with_level, reports_missing=True),
    RecordRule("GX.F.LANG_SAME", Basic, languages_differ, ("language_1", "language_2")),
    RecordRule("GX.F.LANG_ORDER", Basic, first_language_first, ("language_2",), reports_missing=True),
    RecordRule("GX.F.UNIT_PLACE", Basic, unit_in_region, ("unit_place",)),
)
"""The rules of the first table."""
