"""
"Do I qualify, and if not, from which day?": the answer and what it rests on.

>>> import datetime as dt
>>> facts = {"学历": [{"学历": "本科", "毕业时间": "2020-07"}], "职称": [{"级别": "助理级", "取得时间": "2021-08-01"}]}
>>> answer = assess(facts, target="工程师", on=dt.date(2025, 3, 1), jurisdiction="CN", scheme="ENGINEERING")
>>> answer.decision.name, answer.earliest.isoformat()
('OUT', '2025-08-01')
>>> [item.kind.name for item in answer.missing[-1].shortfalls]
['LEVEL_YEARS']
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from credrules.answers import Answered
from credrules.eligibility.barred import Bar
from credrules.eligibility.deciding import answer_on, first_day, ready_day, rule_says, turning_days
from credrules.eligibility.explaining import DOUBTS, unasked_step, verdict_step
from credrules.eligibility.facts import Person
from credrules.eligibility.judging import Verdict
from credrules.eligibility.lookup import Question, ask
from credrules.eligibility.places import place_name
from credrules.eligibility.reading import read_facts
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.targets import word_of
from credrules.eligibility.terms import Kind
from credrules.eligibility.wording import BAR_WORDS, demand_words, finding_of
from credrules.findings import Decision, Finding, finding, language
from credrules.hours import Explanation
from credrules.hours.places import NOWHERE
from credrules.masking import shown_cell, type_name
from credrules.values import Label, Lang, exact_day

__all__ = ["Eligibility", "Missing", "Shortfall", "assess"]
__dir__ = __all__.copy


@frozen
class Shortfall:
    """
    One demand that is short (OUT) or open (REVIEW), and what was required.
    """

    kind: Kind
    decision: Decision
    what: Label

    def __str__(self) -> str:
        return self.what.zh


@frozen
class Missing:
    """
    What one alternative lacks, and the first day on which it would be met.

    `earliest` is the first day on which everything that depends on time is met;
    None when waiting does not help.
    """

    rule: EligibilityRule
    shortfalls: tuple[Shortfall, ...]
    earliest: dt.date | None = None

    @property
    def to_state(self) -> tuple[Label, ...]:
        """
        What the host would still have to state: demands that are open, not short.
        """
        return tuple(item.what for item in self.shortfalls if item.decision is Decision.REVIEW)


@frozen(repr=False)
class Eligibility(Answered):
    """
    The answer to one question about one person on one day.

    `met_by` is the alternative that is met, `verdicts` all of them with their
    demands. `missing`, `earliest`, `findings` and `explain` are computed on
    request.
    """

    decision: Decision
    met_by: EligibilityRule | None = None
    on: dt.date | None = None
    verdicts: tuple[Verdict, ...] = ()
    question: Question | None = field(default=None, repr=False)
    person: Person = field(default=Person(), repr=False)
    problems: tuple[Finding, ...] = ()
    kept_out: tuple[Bar, ...] = ()

    @functools.cached_property
    def _days(self) -> tuple[dt.date, ...]:
        # Every day on which the answer may change.
        return () if self.question is None else tuple(turning_days(self.question, self.person))

    @functools.cached_property
    def missing(self) -> tuple[Missing, ...]:
        """
        What is short, one per alternative; empty when one is met.
        """
        question, on = self.question, self.on
        if self.decision is Decision.IN or question is None or on is None:
            return ()
        return tuple(
            Missing(
                item.rule,
                tuple(
                    Shortfall(it.kind, it.decision, demand_words(it, item.rule))
                    for it in item.demands
                    if it.decision is not Decision.IN
                ),
                ready_day(item, question, self.person, days=self._days, on=on),
            )
            for item in self._shown
        )

    @property
    def _shown(self) -> tuple[Verdict, ...]:
        # Rows that cannot decide are shown if they are about this person, or if there are no others.
        return tuple(item for item in self.verdicts if item.concerns or item.rule.decides) or self.verdicts

    @functools.cached_property
    def earliest(self) -> dt.date | None:
        """
        The first day on which the answer is IN with the same facts; None when waiting does not help.
        """
        if self.question is None or self.on is None:
            return None
        after = None if self.decision is Decision.IN else self.on
        return first_day(self.question, self.person, days=self._days, after=after)

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """
        What could not be read, and what is met, short, open, or unsure about a rule.
        """
        return tuple(dict.fromkeys((*self.problems, *self.person.findings, *self._found())))

    def _found(self) -> Iterator[Finding]:
        question, on = self.question, self.on
        if question is None or on is None:
            return
        if self.met_by is not None:
            yield finding("ELIGIBILITY.MET", id=self.met_by.key, citation=self.met_by.citation)
            return
        for bar in self.kept_out:
            yield finding("ELIGIBILITY.CONDITION", id=bar.row, what=BAR_WORDS[bar.what])
        if question.places[0] == NOWHERE:
            yield finding("ELIGIBILITY.UNATTRIBUTED")
        if not self.verdicts:
            yield finding(
                "ELIGIBILITY.NO_RULE",
                place=place_name(question.places[0]),
                scheme=question.scheme.label,
                target=question.target.label,
                on=on.isoformat(),
            )
        for item in self._shown:
            rule = item.rule
            if not rule.decides:
                yield finding("ELIGIBILITY.LOW_ROW", id=rule.key, citation=rule.citation)
            elif not item.sure_period:
                yield finding("ELIGIBILITY.PERIOD_UNSURE", id=rule.key, dates=rule.dates)
            elif item.decision is Decision.IN:
                yield finding("ELIGIBILITY.NATIONAL_FLOOR", id=rule.key, place=place_name(question.places[0]))
            yield from (finding_of(it, rule) for it in item.demands if it.decision is not Decision.IN)

    @property
    def reasons(self) -> tuple[str, ...]:
        """
        The codes that decide: that a rule is met, or what is short or open, each once.
        """
        return tuple(dict.fromkeys(item.code for item in self._found()))

    def explain(self, lang: Lang = "zh") -> Explanation:
        """
        Return the reasons: a tree of alternatives, demands and clauses, with HTML for notebooks.
        """
        question, on, lang = self.question, self.on, language(lang)
        notes = (*self.problems, *self.person.findings)
        if question is None or on is None:
            return Explanation(unasked_step(self.decision, notes), (), lang)
        waits = {item.rule.key: item.earliest for item in self.missing}
        shown = [item for item in self._shown if self.met_by in {None, item.rule}]
        alternatives = [(item, rule_says(item, question), waits.get(item.rule.key)) for item in shown]
        kept_out = {bar.row for bar in self.kept_out}
        doubts = tuple(item for item in self._found() if item.code in DOUBTS or item.params.get("id") in kept_out)
        earliest = None if self.decision is Decision.IN else self.earliest
        root = verdict_step(
            self.decision, question, alternatives=alternatives, notes=(*notes, *doubts), on=on, earliest=earliest
        )
        return Explanation(root, (), lang)

    def _repr_html_(self) -> str:
        return self.explain().html()

    def __repr__(self) -> str:
        question = self.question
        where = () if question is None else (question.places[0], question.scheme.code, "/".join(question.target.codes))
        asked = f", {' '.join(where)}" if where else ""
        by = "" if self.met_by is None else f", met by {self.met_by.key}"
        return f"Eligibility({self.decision.name}{asked}, {self.on}{by})"


def assess(
    facts: object,
    *,
    target: object,
    on: dt.date,
    jurisdiction: object,
    scheme: object,
    rules: Iterable[EligibilityRule] | None = None,
) -> Eligibility:
    """
    Return whether a person qualifies for a title or grade on a day; never raises.

    `facts` is a mapping (English keys or Chinese labels) or a record: an absent
    key is unknown, an empty list means none. `target` is a level of titles, a
    title's name or a grade; `scheme` a code, a label or a series;
    `jurisdiction` a code, a division code or a name. `rules` replace the
    shipped ones. The alternatives are the rules of the nearest place that has
    one in force.

    >>> facts = {"education": [{"level": "博士研究生"}], "titles": []}
    >>> assess(facts, target="中级", on=dt.date(2024, 5, 1), jurisdiction="CN", scheme="工程系列").met_by.id
    'EL-062'
    >>> assess(facts, target="中级", on=dt.date(2024, 5, 1), jurisdiction="广西", scheme="工程系列").decision.name
    'REVIEW'
    """
    question, problems = ask(jurisdiction=jurisdiction, scheme=scheme, target=target, rules=rules)
    person = read_facts(facts, None if question is None else question.scheme)
    day = exact_day(on)
    if day is None:
        given = shown_cell(word_of(on)) or type_name(on)
        problems = (*problems, finding("ELIGIBILITY.DAY", path=("on",), given=given))
        return Eligibility(Decision.REVIEW, person=person, problems=problems)
    if question is None:
        return Eligibility(Decision.REVIEW, on=day, person=person, problems=problems)
    decision, verdicts, kept_out = answer_on(question, person, day)
    met = next((item.rule for item in verdicts if rule_says(item, question) is Decision.IN), None)
    return Eligibility(decision, met, day, verdicts, question, person, problems, kept_out)
