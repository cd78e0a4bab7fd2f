"""
What a rule requires, in words, and the finding of a demand that is short or open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from credrules import codes
from credrules.eligibility.judging import Demand
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.terms import CONDITIONS, EDUCATION_LABELS, LICENCES, Counting, Kind
from credrules.findings import Decision, Finding, finding
from credrules.values import FrozenMap, Label

__all__ = ["BAR_WORDS", "demand_words", "finding_of", "time_words"]
__dir__ = __all__.copy


def time_words(months: int) -> Label:
    """
    Return months as years if they are whole years.

    >>> time_words(48).zh, time_words(6).en
    ('4 年', '6 months')
    """
    if months % 12:
        return Label(f"{months} 个月", f"{months} months")
    years = months // 12
    return Label(f"{years} 年", f"{years} year" + ("" if years == 1 else "s"))


def _level(code: str) -> Label:
    if code in LICENCES:
        return LICENCES[code]
    grade = code.startswith("G") or len(code) == 1
    entry = codes.SKILL_GRADES[code.removeprefix("G")] if grade else codes.TITLE_LEVELS[code]
    return Label(entry.label.zh, entry.label.en or entry.label.zh)


_UNKNOWN: Final = {
    "education": Label("学历要求（来源未载明）", "the education required, which no source states"),
    "prior": Label("原职称或等级要求（来源未载明）", "the lower title or grade required, which no source states"),
    "level_years": Label("任职年限（来源未载明）", "the years in the lower level, which no source states"),
    "total_years": Label("工作年限（来源未载明）", "the years of work, which no source states"),
    "specialty_years": Label("从事专业年限（来源未载明）", "the years in the speciality, which no source states"),
}
BAR_WORDS: Final[FrozenMap[str, Label]] = FrozenMap(
    retired=Label("未办理退休", "not retired"), civil_servant=Label("不是公务员", "not a civil servant")
)
"""What excludes a person from review, as the condition that is not met."""
_AGE: Final = Label("达到规定年龄", "of the required age")


def demand_words(demand: Demand, rule: EligibilityRule) -> Label:
    """
    Return what is required.

    >>> from credrules.eligibility import REQUIREMENTS
    >>> demand_words(Demand(Kind.LEVEL_YEARS, Decision.OUT, "434", 48), REQUIREMENTS["EL-064"]).zh
    '任助理级满 4 年'
    """
    return _UNKNOWN[demand.what] if not demand.known else _WORDS[demand.kind](demand, rule)


def _education(demand: Demand, _: EligibilityRule) -> Label:
    names = [EDUCATION_LABELS[item] for item in demand.what.split(";")]
    return Label("、".join(item.zh for item in names) + "及以上", " or ".join(item.en for item in names) + ", or above")


def _prior_level(demand: Demand, _: EligibilityRule) -> Label:
    name = _level(demand.what)
    return Label(f"具有{name.zh}", f"{name.en} held")


def _assessment(demand: Demand, _: EligibilityRule) -> Label:
    return Label(f"{demand.what} 年度考核合格及以上", f"annual assessments of {demand.what.replace('、', ', ')} passed")


def _level_years(demand: Demand, rule: EligibilityRule) -> Label:
    name, time = _level(demand.what), time_words(demand.months)
    if rule.level_by is not None:
        return Label(f"{rule.level_by} 及以前取得{name.zh}", f"{name.en} obtained by {rule.level_by}")
    if rule.counting is Counting.INCLUSIVE:
        return Label(
            f"任{name.zh}达 {time.zh}（首尾年度均计）", f"{time.en} in {name.en}, first and last calendar year counted"
        )
    return Label(f"任{name.zh}满 {time.zh}", f"{time.en} in {name.en}")


def _work_years(demand: Demand, rule: EligibilityRule) -> Label:
    time = time_words(demand.months)
    if demand.what == "total_by":
        return Label(f"{rule.total_by} 及以前参加工作", f"work begun by {rule.total_by}")
    if demand.what == "education":
        return Label(f"取得学历学位满 {time.zh}", f"{time.en} since the education")
    if demand.what == "total":
        return Label(f"工作满 {time.zh}", f"{time.en} of work")
    after = rule.after in {"EDUCATION", "DEGREE"}
    return Label(
        f"{'毕业后' if after else ''}从事本专业（工种）满 {time.zh}",
        f"{time.en} in the speciality or trade{' after the education' if after else ''}",
    )


def _condition(demand: Demand, rule: EligibilityRule) -> Label:
    named = CONDITIONS.get(demand.what) or BAR_WORDS.get(demand.what) or (_AGE if demand.what == "age" else None)
    if named is not None:
        return named
    if demand.what == rule.id:
        return Label(f"符合 {rule.id} 的破格或特殊情形", f"the ground of {rule.id}: {rule.note or 'exception'}")
    return Label(f"属于{demand.what.replace(';', '或')}", f"the special case {demand.what.replace(';', ' or ')}")


_WORDS: Final[dict[Kind, Callable[[Demand, EligibilityRule], Label]]] = {
    Kind.EDUCATION: _education,
    Kind.PRIOR_LEVEL: _prior_level,
    Kind.LEVEL_YEARS: _level_years,
    Kind.WORK_YEARS: _work_years,
    Kind.CONDITION: _condition,
    Kind.ASSESSMENT: _assessment,
}
_CODES: Final = {
    Kind.EDUCATION: "ELIGIBILITY.EDUCATION",
    Kind.PRIOR_LEVEL: "ELIGIBILITY.PRIOR_LEVEL",
    Kind.LEVEL_YEARS: "ELIGIBILITY.LEVEL_YEARS",
    Kind.WORK_YEARS: "ELIGIBILITY.WORK_YEARS",
    Kind.CONDITION: "ELIGIBILITY.CONDITION",
    Kind.ASSESSMENT: "ELIGIBILITY.ASSESSMENT",
}


def finding_of(demand: Demand, rule: EligibilityRule) -> Finding:
    """
    Return the finding of a demand that is short, open, or has an unknown figure.
    """
    words = demand_words(demand, rule)
    if not demand.known:
        return finding("ELIGIBILITY.FIGURE_UNKNOWN", id=rule.key, what=words)
    code = _CODES[demand.kind] if demand.decision is Decision.OUT else "ELIGIBILITY.OPEN"
    return finding(code, id=rule.key, what=words)
