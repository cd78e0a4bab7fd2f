"""
The answer as a tree: verdict, every alternative with its clause, every demand, what the host would have to state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from credrules.eligibility.judging import Demand, Verdict
from credrules.eligibility.lookup import Question
from credrules.eligibility.places import place_name
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.table import source_title
from credrules.eligibility.terms import Cutoff
from credrules.eligibility.wording import demand_words
from credrules.findings import Decision, Finding
from credrules.hours.explaining import Statement, finding_statement, source_statement
from credrules.values import Confidence, FrozenMap, Label

__all__ = ["DOUBTS", "VERDICTS", "unasked_step", "verdict_step"]
__dir__ = __all__.copy

VERDICTS: Final = FrozenMap(
    {
        Decision.IN: Label("符合申报条件", "qualifies"),
        Decision.OUT: Label("不符合申报条件", "does not qualify"),
        Decision.REVIEW: Label("不能确定，须人工核定", "undecided, to be reviewed"),
    }
)
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


DOUBTS: Final = frozenset(
    {"ELIGIBILITY.NO_RULE", "ELIGIBILITY.UNATTRIBUTED", "ELIGIBILITY.LOW_ROW", "ELIGIBILITY.PERIOD_UNSURE",
     "ELIGIBILITY.NATIONAL_FLOOR"}
)  # fmt: skip
"""What is unsure about a rule: listed beside the demands, which have steps of their own."""


def verdict_step(
    decision: Decision,
    question: Question,
    *,
    alternatives: Sequence[tuple[Verdict, Decision, dt.date | None]],
    notes: Sequence[Finding],
    on: dt.date,
    earliest: dt.date | None,
) -> Statement:
    """
    Return the root: the question, the verdict, the first day on which it would be met, and what it rests on.
    """
    place, target, scheme = question.places[0], question.target.label, question.scheme.label
    verdict = VERDICTS[decision]
    zh, en = ("", "") if earliest is None else (f"；最早 {earliest}", f"; from {earliest} on")
    label = Label(
        f"{place_name(place)}·{scheme.zh}·{target.zh}，{on}：{verdict.zh}{zh}",
        f"{place}, {scheme.en or scheme.zh}, {target.en}, {on}: {verdict.en}{en}",
    )
    steps = [*map(finding_statement, notes), *(_alternative_step(*item) for item in alternatives)]
    return Statement("verdict", label, steps=tuple(steps))


def unasked_step(decision: Decision, notes: Sequence[Finding]) -> Statement:
    """
    Return the root for a question that could not be read.
    """
    return Statement("verdict", VERDICTS[decision], steps=tuple(map(finding_statement, notes)))


def _alternative_step(verdict: Verdict, says: Decision, earliest: dt.date | None) -> Statement:
    rule = verdict.rule
    mark = _MARKS[says]
    zh, en = ("", "") if earliest is None else (f"，最早 {earliest}", f", from {earliest} on")
    label = Label(
        f"{rule.key}（{place_name(rule.jurisdiction)}，{rule.route.label.zh}）：{mark.zh}{zh}",
        f"{rule.key} ({rule.jurisdiction}, {rule.route.label.en}): {mark.en}{en}",
    )
    demands = [_demand_step(item, rule) for item in verdict.demands]
    return Statement("alternative", label, (), rule.citation, (*demands, *_about(rule)))


def _demand_step(demand: Demand, rule: EligibilityRule) -> Statement:
    words, mark = demand_words(demand, rule), _MARKS[demand.decision]
    figures = (("months", demand.months),) if demand.months else ()
    kind = demand.kind.value.lower()
    return Statement(
        kind,
        Label(f"{demand.kind.label.zh}：{words.zh}（{mark.zh}）", f"{demand.kind.label.en}: {words.en} ({mark.en})"),
        figures,
    )


def _about(rule: EligibilityRule) -> list[Statement]:
    dates, sure = rule.dates, _SURE[rule.confidence]
    cutoff = rule.cutoff
    day = cutoff.label if isinstance(cutoff, Cutoff) else Label(f"算至 {cutoff}", f"counted to {cutoff}")
    note = rule.document_note
    document = [Statement("source", Label(f"文件说明：{note.zh}", f"the document: {note.en}"))] if note.en else []
    told = [*document, *(source_statement(key, source_title) for key in rule.sources)]
    confidence = Label(f"来源可靠程度：{sure.zh}", f"confidence: {sure.en}")
    return [
        Statement("dates", Label(f"适用时间：{dates.zh}；年限{day.zh}", f"in force: {dates.en}; years {day.en}")),
        Statement("source", confidence, steps=tuple(told)),
    ]
