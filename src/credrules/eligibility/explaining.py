"""
The answer as a tree: verdict, every alternative with its clause, every demand, what the host would have to state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from credrules.eligibility.judging import Demand, Verdict
from credrules.eligibility.places import place_name
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.table import source_title
from credrules.eligibility.terms import Cutoff
from credrules.eligibility.wording import demand_words
from credrules.findings import Decision, Finding
from credrules.hours import Step
from credrules.values import Confidence, Label

__all__ = ["VERDICTS", "alternative_step", "finding_step", "verdict_step"]


def __dir__() -> list[str]:
    return sorted(__all__)


VERDICTS: Final = {
    Decision.IN: Label("符合申报条件", "qualifies"),
    Decision.OUT: Label("不符合申报条件", "does not qualify"),
    Decision.REVIEW: Label("不能确定，须人工核定", "undecided, to be reviewed"),
}
_MARKS: Final = {
    Decision.IN: Label("符合", "met"),
    Decision.OUT: Label("不符合", "short"),
    Decision.REVIEW: Label("待核", "open"),
}
_SURE: Final = {
    Confidence.HIGH: Label("高", "high"),
    Confidence.MEDIUM: Label("中", "medium"),
    Confidence.LOW: Label("低，不作决定", "low, does not decide"),
    None: Label("无，不作决定", "none, does not decide"),
}


def verdict_step(
    decision: Decision, asked: Label, steps: Sequence[Step], *, on: dt.date, earliest: dt.date | None
) -> Step:
    """
    Return the root: what was asked, the verdict, and the day from which it would be met.
    """
    verdict = VERDICTS[decision]
    waits = decision is not Decision.IN and earliest is not None
    zh, en = (f"；最早 {earliest}", f"; from {earliest} on") if waits else ("", "")
    label = Label(f"{asked.zh}，{on}：{verdict.zh}{zh}", f"{asked.en}, {on}: {verdict.en}{en}")
    return Step("verdict", label, steps=tuple(steps))


def alternative_step(verdict: Verdict, says: Decision, earliest: dt.date | None) -> Step:
    """
    Return one alternative: what it says, its clause, its demands, its dates and sources.
    """
    rule = verdict.rule
    mark = _MARKS[says]
    zh, en = ("", "") if earliest is None else (f"，最早 {earliest}", f", from {earliest} on")
    label = Label(
        f"{rule.key}（{place_name(rule.jurisdiction)}，{rule.route.label.zh}）：{mark.zh}{zh}",
        f"{rule.key} ({rule.jurisdiction}, {rule.route.label.en}): {mark.en}{en}",
    )
    demands = [demand_step(item, rule) for item in verdict.demands]
    return Step("alternative", label, (), rule.citation, (*demands, *_about(rule)))


def demand_step(demand: Demand, rule: EligibilityRule) -> Step:
    """
    Return one demand: met, short or open.
    """
    words, mark = demand_words(demand, rule), _MARKS[demand.decision]
    figures = (("months", demand.months),) if demand.months else ()
    kind = demand.kind.value.lower()
    return Step(
        kind,
        Label(f"{demand.kind.label.zh}：{words.zh}（{mark.zh}）", f"{demand.kind.label.en}: {words.en} ({mark.en})"),
        figures,
    )


def _about(rule: EligibilityRule) -> list[Step]:
    dates, sure = rule.dates, _SURE[rule.confidence]
    cutoff = rule.cutoff
    day = cutoff.label if isinstance(cutoff, Cutoff) else Label(f"算至 {cutoff}", f"counted to {cutoff}")
    told = [Step("source", _source(key)) for key in rule.sources]
    confidence = Label(f"来源可靠程度：{sure.zh}", f"confidence: {sure.en}")
    return [
        Step("dates", Label(f"适用时间：{dates.zh}；年限{day.zh}", f"in force: {dates.en}; years {day.en}")),
        Step("source", confidence, steps=tuple(told)),
    ]


def _source(key: str) -> Label:
    title = source_title(key)
    return Label(key, key) if title == key else Label(f"{key}：{title}", f"{key}: {title}")


def finding_step(item: Finding) -> Step:
    """
    Return one finding.
    """
    return Step("finding", Label(item.message("zh"), item.message("en")))
