"""
The subset of certificates: six items each, in the order of grades, and consistent with the main set.

References: annex 1, step 2, items 1 to 6 and its note; step 8.
Limitations: the text does not mention certificates of other places and from before
the ministries were merged; for their organ there is only a warning.
"""

from __future__ import annotations

import re
from typing import Final

from credrules import text
from credrules.dates import PartialDate, Precision
from credrules.engine import Context, Violation, rule, violation
from credrules.systems.lianyungang.names import convention_of, name_of, rank_of
from credrules.systems.lianyungang.records.whole import SkillRecord, Worker
from credrules.systems.lianyungang.rules.latest import all_read, held, latest_records

__all__ = [
    "SKILL_RULES",
    "grades_are_climbed",
    "main_set_is_updated",
    "new_grade_has_its_record",
    "not_later_than_today",
    "off_establishment_too",
    "organ_follows_grade",
    "route_follows_grade",
    "subset_is_filled",
    "trade_is_listed",
    "usual_date",
]
__dir__ = __all__.copy

# An organ that names another city or province.
_ELSEWHERE: Final = re.compile("(?!连云港市|江苏省)[\u4e00-\u9fff]{2,8}?(?:市|省|自治区|州|盟)[\u4e00-\u9fff]")


@rule("LYG.SKILL.SUBSET", reads=("skills", "person.main_grade"), reports_missing=True)
def subset_is_filled(worker: Worker, _: Context) -> Violation | None:
    """
    A worker who holds a grade has its record in the subset.
    """
    if worker.skills or worker.person.main_grade is None:
        return None
    return violation("skills", grade=name_of(worker.person.main_grade))


@rule("LYG.OFF.ROUTE", reads=("skills", "person.main_grade", "person.establishment"), reports_missing=True)
def off_establishment_too(worker: Worker, _: Context) -> Violation | None:
    """
    Staff off the establishment fill in the same subsets; without any record, the question is whether a grade is held.
    """
    nothing = not worker.skills and worker.person.main_grade is None
    return violation("skills") if nothing and worker.person.establishment == "OFF" else None


@rule("LYG.SKILL.ROUTE", requires=("grade", "route"))
def route_follows_grade(record: SkillRecord, _: Context) -> Violation | None:
    """
    技师 and 高级技师 by 评审, the three lower grades by 考试.
    """
    expected = convention_of(record.grade or "").route
    return violation("route", suggestion=expected) if record.route != expected else None


_ORGANS: Final = (
    "person.transferred",
    "skills.grade",
    "skills.approver",
    "skills.obtained_on",
    "skills.transferred",
)


def _is_current(worker: Worker, record: SkillRecord, context: Context) -> bool:
    date = record.obtained_on
    older = date is not None and date.latest().year < context.profile.organs_since
    elsewhere = _ELSEWHERE.match(text.name_key(record.approver)) is not None
    return not (older or elsewhere or record.transferred or worker.person.transferred)


@rule("LYG.SKILL.APPROVER", "LYG.SKILL.APPROVER_ELSEWHERE", reads=_ORGANS)
def organ_follows_grade(worker: Worker, context: Context) -> list[Violation]:
    """
    The organ of a current local grade is written exactly as the text gives it.

    That of an older certificate, or of one from elsewhere, may be another: a person checks it.
    """
    found = []
    for place, record in enumerate(worker.skills):
        grade = record.grade
        organ = None if grade is None else convention_of(grade).approver
        if grade is not None and record.approver not in {None, organ}:
            current = _is_current(worker, record, context)
            code, hint = ("LYG.SKILL.APPROVER", organ) if current else ("LYG.SKILL.APPROVER_ELSEWHERE", None)
            params = {"grade": name_of(grade), "organ": organ}
            found.append(violation("skills", place, "approver", code=code, suggestion=hint, **params))
    return found


@rule("LYG.SKILL.DATE", requires=("obtained_on",))
def not_later_than_today(record: SkillRecord, context: Context) -> Violation | None:
    """
    A certificate does not have a date in the future.
    """
    date = record.obtained_on
    return violation("obtained_on") if date is not None and date > context.on else None


@rule("LYG.SKILL.USUAL_DATE", requires=("grade", "obtained_on"))
def usual_date(record: SkillRecord, _: Context) -> Violation | None:
    """
    The usual month and day of the grade; the certificate decides, so this is only a warning.
    """
    date = record.obtained_on
    if date is None or date.precision is not Precision.DAY:
        return None
    usual = convention_of(record.grade or "").usual_date
    if date.isoformat().endswith(usual):
        return None
    return violation("obtained_on", grade=name_of(record.grade or ""), usual=usual, date=date.isoformat())


@rule("LYG.SKILL.TRADE_UNLISTED", requires=("trade",))
def trade_is_listed(record: SkillRecord, context: Context) -> Violation | None:
    """
    If the host has a list of trades, the trade is in it.
    """
    trades = context.profile.trades
    return violation("trade", trade=record.trade) if trades is not None and record.trade not in trades else None


@rule("LYG.SKILL.SAVE_UPDATE", reads=("person.main_grade", "skills.grade", "skills.obtained_on"))
def main_set_is_updated(worker: Worker, _: Context) -> Violation | None:
    """
    After saving, the record is transferred to the main set: it shows the grade of the latest certificate.
    """
    shown = worker.person.main_grade
    grades = tuple(record.grade for record in latest_records(worker) if record.grade is not None)
    if shown is None or not grades or shown in grades or not all_read(worker):
        return None
    hint = grades[0] if len(grades) == 1 else None
    return violation("person", "main_grade", suggestion=hint, shown=name_of(shown), latest=name_of(grades[0]))


@rule("LYG.POST.SAME_RULES", reads=("person.main_grade", "skills.grade"))
def new_grade_has_its_record(worker: Worker, _: Context) -> Violation | None:
    """
    A new grade is not typed into the main set: its certificate is added in the subset first.
    """
    shown = worker.person.main_grade
    if shown is None or not worker.skills or not all_read(worker):
        return None
    recorded = any(rank_of(grade) >= rank_of(shown) for grade in held(worker))
    return None if recorded else violation("person", "main_grade", grade=name_of(shown))


@rule("LYG.SKILL.ORDER", reads=("skills.grade", "skills.obtained_on"))
def grades_are_climbed(worker: Worker, _: Context) -> list[Violation]:
    """
    Of two records, the higher grade has the later date.
    """
    dated = [
        (place, item.grade, item.obtained_on)
        for place, item in enumerate(worker.skills)
        if item.grade is not None and item.obtained_on is not None
    ]
    late = (
        (place, grade, next((low for _, low, day in dated if _comes_after(low, day, grade, date)), None))
        for place, grade, date in dated
    )
    return [
        violation("skills", place, "obtained_on", grade=name_of(grade), lower=name_of(low))
        for place, grade, low in late
        if low is not None
    ]


def _comes_after(low: str, day: PartialDate, grade: str, date: PartialDate) -> bool:
    return rank_of(low) < rank_of(grade) and date.latest() <= day.earliest()


SKILL_RULES: Final = (
    subset_is_filled,
    off_establishment_too,
    route_follows_grade,
    organ_follows_grade,
    not_later_than_today,
    usual_date,
    trade_is_listed,
    main_set_is_updated,
    new_grade_has_its_record,
    grades_are_climbed,
)
"""The rules of the subset of certificates."""
