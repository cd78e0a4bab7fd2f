"""
Rules about single cells that need the day, a code list or the person's data.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4); 党政机关公文格式
(GB/T 9704) for the form of a document number.
Limitations: the code lists of the program were not published; a name that is not
listed here is a warning (for a post: an error), unless the profile's switch
`open_lists` is set.
"""

from __future__ import annotations

import re
from typing import Final

from credrules import codes
from credrules.codes import Status
from credrules.dates import PartialDate
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.fields import FieldSpec, spec_of
from credrules.systems.guangxi.records.whole import (
    FIELDS,
    Award,
    Basic,
    Degree,
    Education,
    Honour,
    OccupationalCertificate,
    PersonalRecord,
    TitleCertificate,
)
from credrules.systems.guangxi.rules.basic import born
from credrules.values import Label

__all__ = [
    "CELL_RULES",
    "award_year_fits",
    "document_number_form",
    "grade_is_no_level",
    "honour_is_past",
    "in_list_known_here",
    "not_in_future",
    "post_in_code_list",
    "undisputed_ethnicity",
]
__dir__ = __all__.copy

# Dates of past events; the start of professional work has its own rule.
_PAST: Final = ("birth_date", "work_start", "graduated_on", "conferred_on", "issued_on")
# Fields whose list the text does not give; names of certificates and posts have their own rules.
_UNPUBLISHED: Final = ("personal_status", "english_exam", "title_series", "honour_title")
_DOCUMENT_NO: Final = re.compile(r"[^〔〕﹝﹞\[\]［］（）()【】\s]{1,30}〔[12][0-9]{3}〕第?[0-9]{1,6}号")
_BRACKETS: Final = re.compile(r"[﹝\[［（(【]([12][0-9]{3})[﹞\]］）)】]")
_NOT_LISTED: Final = Label("代码表中没有这一项", "the code list has no such entry")
_DISPUTED: Final = Label(
    "标准代码表中没有这一项，各系统含义不一", "the standard has no such entry, and systems give it different meanings"
)
_BEFORE_BIRTH: Final = Label("早于出生年份", "before the year of birth")


@rule("GX.F.FUTURE", reads=_PAST)
def not_in_future(
    record: Basic | Education | Degree | TitleCertificate | OccupationalCertificate, context: Context
) -> list[Violation]:
    """
    The date of a past event is not after the day of the check.
    """
    return [
        violation(spec.name, field=spec.label, on=context.on)
        for spec in _own(record, _PAST)
        if person.in_future(getattr(record, spec.name), context.on)
    ]


def _own(record: object, names: tuple[str, ...]) -> list[FieldSpec]:
    by_name = spec_of(type(record)).by_name
    return [by_name[name] for name in names if name in by_name]


@rule("GX.F.HONOUR_DATE", requires=("honour_date",))
def honour_is_past(honour: Honour, context: Context) -> Violation | None:
    """
    The honour has already been conferred.
    """
    if person.in_future(honour.honour_date, context.on):
        return violation("honour_date", field=FIELDS["Honour.honour_date"].label, cause="GX.F.FUTURE", on=context.on)
    return None


@rule("GX.F.AWARD_YEAR", reads=("basic.citizen_id", "basic.birth_date", "awards.award_year"))
def award_year_fits(record: PersonalRecord, context: Context) -> list[Violation]:
    """
    An award was won between the year of birth and the year of the check.
    """
    birth, label = born(record.basic), FIELDS["Award.award_year"].label
    years = ((place, award.award_year) for place, award in enumerate(record.awards))
    causes = ((place, _fault_of_year(year, birth, context)) for place, year in years if year is not None)
    return [
        violation("awards", place, "award_year", field=label, cause=cause, on=context.on)
        for place, cause in causes
        if cause is not None
    ]


def _fault_of_year(year: PartialDate, birth: PartialDate | None, context: Context) -> object:
    if year.year > context.on.year:
        return "GX.F.FUTURE"
    return _BEFORE_BIRTH if birth is not None and year.year < birth.year else None


@rule("GX.FIELD.AWARD_LEVEL_TWICE", requires=("award_grade",))
def grade_is_no_level(award: Award, _: Context) -> Violation | None:
    """
    The typed grade of the prize (二等奖) is not the coded level of the organ (省部级).
    """
    level = codes.AWARD_LEVELS.check(award.award_grade).value
    return violation("award_grade", given=codes.AWARD_LEVELS.format(level)) if level is not None else None


@rule("GX.F.DOC_NO", requires=("document_no",))
def document_number_form(honour: Honour, _: Context) -> Violation | None:
    """
    A document number has the form 机关代字〔年〕序号号.
    """
    given = honour.document_no or ""
    if not _DOCUMENT_NO.fullmatch(given):
        better = _BRACKETS.sub(r"〔\1〕", given)
        return violation("document_no", suggestion=better if _DOCUMENT_NO.fullmatch(better) else None)
    return None


@rule("GX.F.NOT_LISTED", reads=_UNPUBLISHED)
def in_list_known_here(record: Basic | TitleCertificate | Honour, context: Context) -> list[Violation] | None:
    """
    Only part of an unpublished list is known: another name may well be in it.
    """
    if context.profile.open_lists:
        return None
    return [
        violation(spec.name, field=spec.label, value=getattr(record, spec.name))
        for spec in _own(record, _UNPUBLISHED)
        if not _listed(spec, getattr(record, spec.name))
    ]


@rule("GX.F.CODE", requires=("current_post",))
def post_in_code_list(basic: Basic, context: Context) -> Violation | None:
    """
    The present post is 无, a listed post, or a name that several posts share.
    """
    spec = FIELDS["Basic.current_post"]
    if context.profile.open_lists or _listed(spec, basic.current_post):
        return None
    return violation("current_post", field=spec.label, cause=_NOT_LISTED)


def _listed(spec: FieldSpec, value: str | None) -> bool:
    return value is None or (spec.table is not None and bool(value in spec.table or spec.table.find(value)))


@rule("GX.F.CODE", requires=("ethnicity",))
def undisputed_ethnicity(basic: Basic, _: Context) -> Violation | None:
    """
    A code whose meaning differs from system to system (99) is not a code of the standard.
    """
    entry = codes.ETHNICITY.get(basic.ethnicity)
    if entry is not None and entry.status is Status.DISPUTED:
        return violation("ethnicity", field=FIELDS["Basic.ethnicity"].label, cause=_DISPUTED)
    return None


CELL_RULES: Final = (
    not_in_future,
    in_list_known_here,
    post_in_code_list,
    undisputed_ethnicity,
    award_year_fits,
    grade_is_no_level,
    document_number_form,
    honour_is_past,
)
"""The rules of single cells."""
