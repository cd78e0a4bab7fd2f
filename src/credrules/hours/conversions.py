"""
Results into hours: papers, books, patents, projects, teaching, study, exams.

`convert` answers for a single result, `convert_all` for all results of one
person and year: caps of a year, a path or a cycle, and results claimed twice,
can only be seen there. What the standard does not decide is REVIEW with the
reason, never a figure.

>>> from credrules.hours import STANDARDS
>>> paper = Activity("paper", level="core", rank=1, year=2025)
>>> convert(paper, standard=STANDARDS["CN-ZJ-HZ"])
Conversion(HZ-14, IN, 35 of 35)
>>> convert(Activity("paper", year=2023), standard="CN-GD").decision.name
'REVIEW'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from fractions import Fraction
from typing import Final

from attrs import evolve, field, frozen

from credrules.answers import FoundAnswer
from credrules.findings import CredrulesError, Decision, Finding, finding
from credrules.hours.amounts import Amount, as_amount, exact, exact_or_none, show, spoken
from credrules.hours.entries import Entry, exact_year
from credrules.hours.requirements import weakness
from credrules.hours.standards import STANDARDS, ConversionRule, Formula, Standard
from credrules.hours.subjects import Subject, subject_or_none
from credrules.masking import Care, shown_cell, shown_repr, shown_text
from credrules.values import Confidence, Label, exact_text

__all__ = ["Activity", "Conversion", "convert", "convert_all", "table_of"]
__dir__ = __all__.copy

# Words of a standard are short.
_LONGEST: Final = 60


def _place(value: object) -> int:
    rank = exact(value)
    if not isinstance(rank, int) or rank < 1:
        raise CredrulesError([finding("HOURS.RANK", given=show(rank))])
    return rank


def _word(value: object) -> str:
    word = exact_text(value)
    if word is None or len(word) > _LONGEST:
        raise CredrulesError([finding("HOURS.WORD", given=shown_repr(value, Care.CELL))])
    return word


def _year(value: object) -> int | None:
    return None if value is None else exact_year(value)


@frozen
class Activity:
    """
    A result that someone wants counted.

    `kind` as in the standard (``paper``, ``book``, ``patent``, ``project``,
    ``teaching``), or `rule` names the row itself. `quantity` counts `measure`
    (pieces, hours, minutes, days, characters); `days` is over how many days the
    hours were spread; `rank` the place among the authors; `level` as the
    standard distinguishes levels; `bonus` what the standard adds extra hours for;
    `item` identifies the same result when it is claimed again; `compulsory_done`
    whether the compulsory part is done (None: unknown). Raises CredrulesError
    for a quantity that is not an exact number, a rank that is not a whole number
    from 1 on, an invalid year or subject, and words that are not short texts.
    """

    kind: str = field(default="", converter=_word, repr=shown_repr)
    quantity: Amount = field(default=1, converter=exact, repr=lambda given: shown_text(repr(given)))
    measure: str = field(default="", converter=_word, repr=shown_repr)
    level: str = field(default="", converter=_word, repr=shown_repr)
    rank: int = field(default=1, converter=_place)
    year: int | None = field(default=None, converter=_year)
    rule: str = field(default="", converter=_word, repr=shown_repr)
    bonus: str = field(default="", converter=_word, repr=shown_repr)
    days: Amount | None = field(default=None, converter=exact_or_none)
    subject: Subject | None = field(default=None, converter=subject_or_none)
    item: Hashable = field(default=None, repr=shown_repr)
    compulsory_done: bool | None = field(default=None, repr=shown_repr)


@frozen(repr=False)
class Conversion(FoundAnswer):
    """
    What one result gives: `hours` that count, `claimed` before caps, the rule with its citation.

    `decision` is IN for a figure (including zero), OUT when the precondition is
    not met, and REVIEW when the standard leaves it open; `hours` is then zero.
    """

    activity: Activity
    rule: ConversionRule | None
    decision: Decision
    hours: Amount = 0
    claimed: Amount = 0
    citation: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def subject(self) -> Subject | None:
        """
        The subject the hours belong to: the rule's, or the declared one.
        """
        return self.activity.subject if self.rule is None or self.rule.subject is None else self.rule.subject

    def entry(self, year: int, person: Hashable = None) -> Entry:
        """
        Return the hours as an entry of a year, with the citation as its source.

        If the rule is of low confidence, the entry is not recognised, so that it counts apart and decides nothing.
        """
        tags = (self.rule.tag,) if self.rule is not None and self.rule.tag else ()
        sure = self.rule is None or self.rule.confidence is not Confidence.LOW
        return Entry(self.subject, self.hours, year, person, tags=tags, source=self.citation, recognised=sure)

    def __repr__(self) -> str:
        name = "-" if self.rule is None else self.rule.id
        return f"Conversion({name}, {self.decision.name}, {show(self.hours)} of {show(self.claimed)})"


def convert(activity: Activity, *, standard: Standard | str) -> Conversion:
    """
    Return what one result gives by a standard, or by the shipped standard of that name.

    Raises KeyError for an unknown name.
    """
    book = STANDARDS[standard] if isinstance(standard, str) else standard
    rule, found = _rule_for(activity, book)
    if rule is None:
        return Conversion(activity, None, Decision.REVIEW, findings=found)
    cite = book.citation(rule)
    refused = _precondition(rule, activity)
    if refused is not None:
        return Conversion(activity, rule, refused[0], citation=cite, findings=(refused[1],))
    claimed, problem = _claimed(rule, activity)
    if claimed is None:
        return Conversion(activity, rule, Decision.REVIEW, citation=cite, findings=problem)
    hours, capped = _cap_one(rule, activity, claimed)
    return Conversion(activity, rule, Decision.IN, hours, claimed, cite, (*capped, *_doubts(rule, activity.year)))


def _doubts(rule: ConversionRule, year: int | None) -> Iterator[Finding]:
    yield from weakness(rule.confidence, rule.id, rule.sources)
    since = rule.since
    if since is not None and since.year == year and since.latest() > dt.date(since.year, 1, 1):
        yield finding("HOURS.PART_YEAR", id=rule.id, since=since.isoformat(), year=year)


def _rule_for(activity: Activity, standard: Standard) -> tuple[ConversionRule | None, tuple[Finding, ...]]:
    held = [rule for rule in standard.rules if rule.in_force(activity.year)]
    if activity.rule:
        named = [rule for rule in held if rule.id == activity.rule]
    else:
        # Guangdong lists papers, books, patents and seminars together: the rule holds for results of any kind.
        kind = [rule for rule in held if rule.kind == activity.kind] or (
            [rule for rule in held if rule.kind == _ANY_RESULT and rule.measure == "item"]
            if activity.kind in _RESULTS
            else []
        )
        named = [rule for rule in kind if rule.at_level(activity.level)] or (
            [rule for rule in kind if rule.at_level("")] if activity.level else kind
        )
    if len(named) == 1:
        return named[0], ()
    what = shown_cell((activity.rule or activity.kind)[:_LONGEST])
    if not named:
        return None, (finding("HOURS.CONVERSION_NONE", standard=standard.id, what=what),)
    ids = tuple(rule.id for rule in named)
    return None, (finding("HOURS.CONVERSION_SEVERAL", standard=standard.id, what=what, rules=ids),)


_ANY_RESULT: Final = "output"
_RESULTS: Final = frozenset({"paper", "book", "patent", "seminar"})


def _precondition(rule: ConversionRule, activity: Activity) -> tuple[Decision, Finding] | None:
    if not rule.after_compulsory or activity.compulsory_done:
        return None
    if activity.compulsory_done is None:
        return Decision.REVIEW, finding("HOURS.COMPULSORY_UNKNOWN", rule=rule.id)
    return Decision.OUT, finding("HOURS.COMPULSORY_FIRST", rule=rule.id)


# The size of the first unit, in the second.
_MEASURES: Final[dict[tuple[str, str], Amount]] = {
    ("hour", "minute"): 60,
    ("minute", "hour"): Fraction(1, 60),
    ("day", "half_day"): 2,
}
_MEASURE_LABELS: Final = {
    "item": Label("项", "item"),
    "hour": Label("小时", "hour"),
    "day": Label("天", "day"),
    "half_day": Label("半天", "half-day"),
    "minute": Label("分钟", "minute"),
    "character": Label("字", "character"),
    "year": Label("年", "year"),
    "half_year": Label("半年", "half-year"),
    "credit": Label("学分", "credit"),
}


def _quantity(rule: ConversionRule, activity: Activity) -> Amount | None:
    measure = activity.measure or rule.measure
    factor = 1 if measure == rule.measure else _MEASURES.get((measure, rule.measure))
    return None if factor is None else as_amount(activity.quantity * factor)


_UNDECIDED: Final = frozenset({Formula.AUTHORITY_DECIDES, Formula.RANGE, Formula.REDUCED_TARGET})


def _claimed(rule: ConversionRule, activity: Activity) -> tuple[Amount | None, tuple[Finding, ...]]:
    amount = _quantity(rule, activity)
    if amount is None:
        measure = _MEASURE_LABELS.get(rule.measure, Label(rule.measure, rule.measure))
        return None, (finding("HOURS.CONVERSION_MEASURE", rule=rule.id, measure=measure),)
    hours = None if rule.formula in _UNDECIDED else _formula(rule, activity, amount)
    if hours is None:
        return None, (finding("HOURS.CONVERSION_UNKNOWN", rule=rule.id, condition=_condition(rule)),)
    return as_amount(hours + rule.bonuses.get(activity.bonus, 0)), ()


def _condition(rule: ConversionRule) -> Label:
    # The data state conditions in English only; in Chinese the result itself is named.
    return Label(rule.label, rule.condition or rule.label)


def _formula(rule: ConversionRule, activity: Activity, amount: Amount) -> Amount | None:
    formula, value, least = rule.formula, rule.value, rule.least or 0
    if formula is Formula.RANK_TABLE:
        table = rule.ranks.get(activity.level) or rule.ranks.get("")
        each = None if table is None else table.of(activity.rank)
        return None if each is None else each * amount
    if formula is Formula.CAP:
        value = amount if rule.measure != "item" else None
    elif formula is Formula.THRESHOLD:
        value = value if amount > least else 0
    elif formula is Formula.STEP:
        value = 0 if amount < least else value if amount <= (rule.most or least) else None
    elif value is not None and formula is not Formula.EQUIVALENT_FULL:
        value = value * amount / Fraction(rule.per)
    return value


def _cap_one(rule: ConversionRule, activity: Activity, claimed: Amount) -> tuple[Amount, tuple[Finding, ...]]:
    days = 1 if activity.days is None else activity.days
    caps = [rule.item_cap, None if rule.day_cap is None else rule.day_cap * days]
    caps += [rule.year_cap, rule.path_cap, rule.cycle_cap]
    least = min(cap for cap in (claimed, *caps) if cap is not None)
    return as_amount(least), () if least == claimed else (_capped(rule, claimed, least),)


def _capped(rule: ConversionRule, claimed: Amount, counted: Amount) -> Finding:
    return finding(
        "HOURS.CONVERSION_CAPPED", rule=rule.id, claimed=spoken(as_amount(claimed)), counted=spoken(as_amount(counted))
    )


def convert_all(activities: Iterable[Activity], *, standard: Standard | str) -> tuple[Conversion, ...]:
    """
    Return what the results of one person give together, in their order.

    Caps of a year, a path and a cycle are applied in that order. A result
    (`item`) that counts once is counted at its highest value; every other claim
    of it is zero, with a finding.
    """
    single = [convert(activity, standard=standard) for activity in activities]
    best: dict[Hashable, int] = {}
    for place, one in enumerate(single):
        if one.rule is not None and one.activity.item is not None:
            first = best.get(one.activity.item)
            if first is None or one.hours > single[first].hours:
                best[one.activity.item] = place
    used: dict[tuple[object, ...], Amount] = {}
    return tuple(
        _together(one, used, again=best.get(one.activity.item, place) != place) for place, one in enumerate(single)
    )


def _together(one: Conversion, used: dict[tuple[object, ...], Amount], *, again: bool) -> Conversion:
    rule = one.rule
    if rule is None or one.decision is not Decision.IN:
        return one
    if again:
        return evolve(one, hours=0, findings=(*one.findings, finding("HOURS.CONVERSION_ONCE", rule=rule.id)))
    year = one.activity.year
    pools = (
        (rule.year_cap, ("year", rule.id, year)),
        (rule.path_cap, ("path", rule.path, rule.kind, year)),
        (rule.cycle_cap, ("cycle", rule.tag or rule.id)),
    )
    left = [cap - used.get(pool, 0) for cap, pool in pools if cap is not None]
    hours = as_amount(max(min(one.hours, *left), 0)) if left else one.hours
    for cap, pool in pools:
        if cap is not None:
            used[pool] = used.get(pool, 0) + hours
    if hours == one.hours:
        return one
    kept = [item for item in one.findings if item.code != "HOURS.CONVERSION_CAPPED"]
    return evolve(one, hours=hours, findings=(*kept, _capped(rule, one.claimed, hours)))


def table_of(standard_id: str, rules: Iterable[ConversionRule], *, document: str) -> Standard:
    """
    Return a standard of the host's own; `document` names the decision it rests on and may not be empty.

    >>> from credrules.hours import ConversionRule, Formula
    >>> rule = ConversionRule("UNIT-1", "paper", "论文", Formula.FIXED, value=20)
    >>> convert(Activity("paper"), standard=table_of("unit", [rule], document="某单位规定")).hours
    20
    """
    if not document.strip():
        raise CredrulesError([finding("HOURS.UNCITED")])
    return Standard(standard_id, tuple(rules), document=document)
