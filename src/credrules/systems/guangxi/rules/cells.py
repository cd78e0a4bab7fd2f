"""
Rules about single cells that need the day, a code list or the person beside them.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4); 党政机关公文格式
(GB/T 9704) for the form of a document number.
Limitations: the code lists of the program were not published; what the lists
here do not hold is refused unless the profile's switch `open_lists` is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from credrules import codes
from credrules.codes import Status
from credrules.dates import PartialDate
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts import person
from credrules.fields import FieldSpec, fields_of
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
    "in_code_list",
    "not_in_future",
    "undisputed_ethnicity",
]


def __dir__() -> list[str]:
    return sorted(__all__)


# Dates that speak of the past; the start of professional work has a rule of its own.
_PAST: Final[Mapping[type, tuple[str, ...]]] = {
    Basic: ("birth_date", "work_start"),
    Education: ("graduated_on",),
    Degree: ("conferred_on",),
    TitleCertificate: ("issued_on",),
    OccupationalCertificate: ("issued_on",),
}
# Fields whose list is open because it was not published; names of certificates have rules of their own.
_OPEN: Final[Mapping[type, tuple[str, ...]]] = {
    Basic: ("personal_status", "current_post", "english_exam"),
    TitleCertificate: ("title_series",),
    Honour: ("honour_title",),
}
_DOCUMENT_NO: Final = re.compile(r"[^〔〕﹝﹞\[\]［］（）()【】\s]{1,30}〔[12][0-9]{3}〕第?[0-9]{1,6}号")
_BRACKETS: Final = re.compile(r"[﹝\[［（(【]([12][0-9]{3})[﹞\]］）)】]")
_NOT_LISTED: Final = Label("代码表中没有这一项", "the code list has no such entry")
_DISPUTED: Final = Label(
    "标准代码表中没有这一项，各系统含义不一", "the standard has no such entry, and systems give it different meanings"
)
_BEFORE_BIRTH: Final = Label("早于出生年份", "before the year of birth")


def not_in_future(record: Any, context: Context) -> Iterator[Violation]:  # noqa: ANN401  # any record of the table above
    """
    A date of the past does not lie after the day of the check.
    """
    for name in _PAST[type(record)]:
        if person.in_future(getattr(record, name), context.on):
            yield violation(name, field=FIELDS[f"{type(record).__name__}.{name}"].label, on=context.on)


def honour_is_past(honour: Honour, context: Context) -> Iterator[Violation]:
    """
    An honour was conferred already.
    """
    if person.in_future(honour.honour_date, context.on):
        yield violation("honour_date", field=FIELDS["Honour.honour_date"].label, cause="GX.F.FUTURE", on=context.on)


def award_year_fits(record: PersonalRecord, context: Context) -> Iterator[Violation]:
    """
    An award was won between the year of birth and the year of the check.
    """
    birth = born(record.basic)
    for place, award in enumerate(record.awards):
        year: PartialDate | None = award.award_year
        if year is None:
            continue
        if year.year > context.on.year:
            yield _award_hit(place, "GX.F.FUTURE", context)
        elif birth is not None and year.year < birth.year:
            yield _award_hit(place, _BEFORE_BIRTH, context)


def _award_hit(place: int, cause: object, context: Context) -> Violation:
    return violation("awards", place, "award_year", field=FIELDS["Award.award_year"].label, cause=cause, on=context.on)


def grade_is_no_level(award: Award, _: Context) -> Iterator[Violation]:
    """
    The typed grade of the prize (二等奖) is not the coded level of the organ (省部级).
    """
    found = codes.AWARD_LEVELS.check(award.award_grade)
    if found.value is not None:
        yield violation("award_grade", given=codes.AWARD_LEVELS.format(found.value))


def document_number_form(honour: Honour, _: Context) -> Iterator[Violation]:
    """
    A document number has the form 机关代字〔年〕序号号.
    """
    given = honour.document_no or ""
    if not _DOCUMENT_NO.fullmatch(given):
        better = _BRACKETS.sub(r"〔\1〕", given)
        yield violation("document_no", suggestion=better if _DOCUMENT_NO.fullmatch(better) else None)


def in_code_list(record: Any, context: Context) -> Iterator[Violation]:  # noqa: ANN401  # any record of the table above
    """
    A field picked from a code list holds a code of it, or a name several codes share.
    """
    if context.profile.switches["open_lists"]:
        return
    for spec in fields_of(type(record)):
        value = getattr(record, spec.name)
        if spec.name in _OPEN[type(record)] and value is not None and not _listed(spec, value):
            yield violation(spec.name, field=spec.label, cause=_NOT_LISTED)


def _listed(spec: FieldSpec, value: str) -> bool:
    return spec.table is not None and bool(value in spec.table or spec.table.find(value))


def undisputed_ethnicity(basic: Basic, _: Context) -> Iterator[Violation]:
    """
    A code that each system gives another meaning (99) is no code of the standard.
    """
    entry = codes.ETHNICITY.get(basic.ethnicity)
    if entry is not None and entry.status is Status.DISPUTED:
        yield violation("ethnicity", field=FIELDS["Basic.ethnicity"].label, cause=_DISPUTED)


CELL_RULES: Final = (
    *(RecordRule("GX.F.FUTURE", kind, not_in_future) for kind in _PAST),
    *(RecordRule("GX.F.CODE", kind, in_code_list) for kind in _OPEN),
    RecordRule("GX.F.CODE", Basic, undisputed_ethnicity, ("ethnicity",)),
    RecordRule("GX.F.AWARD_YEAR", PersonalRecord, award_year_fits),
    RecordRule("GX.FIELD.AWARD_LEVEL_TWICE", Award, grade_is_no_level, ("award_grade",)),
    RecordRule("GX.F.DOC_NO", Honour, document_number_form, ("document_no",)),
    RecordRule("GX.F.HONOUR_DATE", Honour, honour_is_past, ("honour_date",)),
)
"""The rules of single cells."""
