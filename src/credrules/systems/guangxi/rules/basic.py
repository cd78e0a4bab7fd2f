"""
Rules about the person: the identity number, dates and ages, the post, languages.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4), 二(8), 二(9);
GB 11643-1999 for birth date and sex in the identity number.
Limitations: the least ages are assumed and give only warnings; a date of which
only the year or the month is known is judged if the answer is certain.
"""

from __future__ import annotations

from typing import Final, cast

from credrules import codes
from credrules.dates import PartialDate, Precision
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.facts.organs import GUANGXI
from credrules.facts.person import Agreement
from credrules.identifiers.citizen_id import CitizenId
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
__dir__ = __all__.copy

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


@rule("GX.F.ID_MISMATCH", requires=("citizen_id",), reads=("sex", "birth_date"))
def identity_agrees(basic: Basic, _: Context) -> list[Violation]:
    """
    Birth date and sex are those in the identity number.
    """
    number, found = cast("CitizenId", basic.citizen_id), []
    if person.birth_agrees(number, basic.birth_date) is Agreement.DIFFER:
        found += [violation("birth_date", field=FIELDS["Basic.birth_date"].label, in_number=number.birth_date)]
    if person.sex_agrees(number, basic.sex) is Agreement.DIFFER:
        found += [violation("sex", field=FIELDS["Basic.sex"].label, in_number=codes.SEX[str(number.sex)].label)]
    return found


def born(basic: Basic) -> PartialDate | None:
    """
    Return the date of birth as entered, else the one in the identity number.
    """
    if basic.birth_date is None and basic.citizen_id is not None and basic.citizen_id.birth_date is not None:
        return PartialDate.from_date(basic.citizen_id.birth_date)
    return basic.birth_date


@rule("GX.F.AGE", reads=("citizen_id", "birth_date", "work_start", "prof_start"))
def plausible_age(basic: Basic, _: Context) -> list[Violation] | None:
    """
    No one begins to work before fourteen, or professional work before sixteen.
    """
    birth = born(basic)
    if birth is None:
        return None
    dates = ((name, getattr(basic, name), least) for name, least in _LEAST_AGES)
    return [
        violation(name, field=FIELDS[f"Basic.{name}"].label, least=least)
        for name, date, least in dates
        if date is not None and person.surely_younger_than(birth, date, least)
    ]


@rule("GX.FIELD.PROF_START", requires=("prof_start",), reads=("citizen_id", "birth_date"))
def profession_is_past(basic: Basic, context: Context) -> Violation | None:
    """
    The start of professional work lies in the past and is a start, not the present year.
    """
    start = basic.prof_start
    if person.in_future(start, context.on):
        return violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause="GX.F.FUTURE", on=context.on)
    if start is not None and start.precision is Precision.YEAR and start.year == context.on.year:
        return violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause=_THIS_YEAR)
    if person.surely_before(start, born(basic)):
        # A number cell with the years of service (19) is a day of January 1900.
        return violation("prof_start", field=FIELDS["Basic.prof_start"].label, cause=_BEFORE_BIRTH)
    return None


@rule("GX.FIELD.PROF_BEFORE_WORK", requires=("prof_start", "work_start"))
def profession_after_work(basic: Basic, _: Context) -> Violation | None:
    """
    Professional work normally does not begin before work does.
    """
    return violation("prof_start") if person.surely_before(basic.prof_start, basic.work_start) else None


@rule("GX.FIELD.CURRENT_POST", requires=("current_post", "appointed_post"))
def post_is_appointment(basic: Basic, _: Context) -> Violation | None:
    """
    The present post is the one in the letter of appointment, if that is known.
    """
    if not ranks.posts_of(basic.current_post) & ranks.posts_of(basic.appointed_post):
        return violation(
            "current_post",
            suggestion=basic.appointed_post,
            given=codes.CURRENT_POSTS.format(basic.current_post),
            appointed=codes.CURRENT_POSTS.format(basic.appointed_post),
        )
    return None


@rule("GX.FIELD.POST_ABOVE_QUALIFICATION", reads=("basic.current_post", "titles.title_level", "titles.title_name"))
def post_within_qualification(record: PersonalRecord, _: Context) -> Violation | None:
    """
    No one is normally appointed above the highest title held.
    """
    post = ranks.of_post(record.basic.current_post)
    held = [rank for rank in map(ranks.of_title, record.titles) if rank is not None]
    if post is not None and held and post > max(held):
        return violation("basic", "current_post", post=codes.CURRENT_POSTS.format(record.basic.current_post))
    return None


@rule(
    "GX.F.LANG_PAIR", reports_missing=True, reads=("language_1", "language_1_level", "language_2", "language_2_level")
)
def language_with_level(basic: Basic, _: Context) -> list[Violation]:
    """
    A language requires its level, a level its language.
    """
    pairs = (*_LANGUAGES, *((level, language) for language, level in _LANGUAGES))
    return [
        violation(empty, field=FIELDS[f"Basic.{empty}"].label, other=FIELDS[f"Basic.{filled}"].label)
        for empty, filled in pairs
        if getattr(basic, empty) is None and getattr(basic, filled) is not None
    ]


@rule("GX.F.LANG_SAME", requires=("language_1", "language_2"))
def languages_differ(basic: Basic, _: Context) -> Violation | None:
    """
    The second foreign language differs from the first.
    """
    if basic.language_1 == basic.language_2:
        return violation("language_2", name=codes.LANGUAGES[str(basic.language_2)].label)
    return None


@rule("GX.F.LANG_ORDER", requires=("language_2",), reports_missing=True, reads=("language_1",))
def first_language_first(basic: Basic, _: Context) -> Violation | None:
    """
    A second foreign language requires a first one.
    """
    return violation("language_1") if basic.language_1 is None else None


@rule("GX.F.UNIT_PLACE", requires=("unit_place",))
def unit_in_region(basic: Basic, _: Context) -> Violation | None:
    """
    The unit normally lies in Guangxi (45).
    """
    if basic.unit_place is not None and not basic.unit_place.startswith(GUANGXI):
        return violation("unit_place", place=codes.DIVISIONS.format(basic.unit_place))
    return None


BASIC_RULES: Final = (
    identity_agrees,
    plausible_age,
    profession_is_past,
    profession_after_work,
    post_is_appointment,
    post_within_qualification,
    language_with_level,
    languages_differ,
    first_language_first,
    unit_in_region,
)
"""The rules of the first table."""
