"""
The audit of one person and one year or cycle.

>>> from credrules.hours import Entry, Subject, audit, requirement
>>> rule = requirement("广东", year=2016)
>>> done = [Entry("公需", 24, 2016), Entry("专业", 42, 2016), Entry("选修", 6, 2016)]
>>> year = audit(done, requirement=rule)
>>> year.total, year.passed, dict(year.shortfalls)
(72, False, {<Subject.ELECTIVE: 'elective'>: 6})
>>> print(year.least_additions().text("en"))
elective 6, by 2016-12-31
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from credrules.answers import FoundAnswer
from credrules.findings import Decision, Finding, finding, language
from credrules.hours.additions import Additions, least
from credrules.hours.adjustments import Adjustment, adjust
from credrules.hours.amounts import Amount, as_amount, show, spoken
from credrules.hours.entries import read_entry
from credrules.hours.explaining import (
    VERDICTS,
    Explanation,
    Statement,
    adjustment_statement,
    bars,
    finding_statement,
    further,
    loose,
    requirement_statement,
    result_statement,
    share_statement,
    told,
)
from credrules.hours.judging import Judgement, findings_of, judge
from credrules.hours.ledger import Ledger, Packed, Tally, reaches, unpack
from credrules.hours.listing import LISTED, Listed, Listing
from credrules.hours.requirements import Requirement
from credrules.hours.subjects import Subject
from credrules.lists import listed
from credrules.masking import shown_repr, shown_text
from credrules.values import Confidence, FrozenMap, Label, Lang, Severity

__all__ = ["Audit", "audit"]
__dir__ = __all__.copy

if TYPE_CHECKING:
    from credrules.hours.ledger import Sums

_NOTHING: Final = Judgement((), (), None, ())


@frozen(repr=False)
class Audit(FoundAnswer):
    """
    What was required, what was done, and whether it is enough.

    `year` is the last year of the cycle (None when no entry states a year),
    `entered` the sums, `adjustments` the decisions that were applied. Everything
    else is computed from these on request. `listed` are the first entries, which
    `explain` names one by one; it is not compared.
    """

    requirement: Requirement
    year: int | None
    person: Hashable = None
    entered: Ledger | Packed = field(default=Ledger(), eq=unpack, hash=False)
    adjustments: tuple[Adjustment, ...] = ()
    several: bool = False
    listed: Listed = field(default=Listed(), eq=False)

    @functools.cached_property
    def ledger(self) -> Ledger:
        """
        The sums that were entered.
        """
        return unpack(self.entered)

    @functools.cached_property
    def _applied(self) -> tuple[Requirement, tuple[Adjustment, ...], tuple[Finding, ...]]:
        return adjust(self.requirement, self.adjustments)

    @functools.cached_property
    def _period(self) -> tuple[int, int]:
        return (0, 0) if self.year is None else self.requirement.period(self.year)

    @functools.cached_property
    def _inside(self) -> tuple[Ledger, tuple[int, ...]]:
        return self.ledger.only(*self._period)

    def _judged(self, *, pending: bool) -> Judgement:
        if self.year is None:
            return _NOTHING
        requirement, carried, _ = self._applied
        first, last = self._period
        sums = self._inside[0].sums(requirement, pending=pending)
        for item in carried:
            _carry(sums, item, last)
        return judge(requirement, sums, first=first, last=last)

    @functools.cached_property
    def judgement(self) -> Judgement:
        """
        The result of each minimum, from recognised entries only.
        """
        return self._judged(pending=False)

    @functools.cached_property
    def decision(self) -> Decision:
        """
        IN, OUT, or REVIEW when the requirement or an entry leaves it open.
        """
        return self._decided(self.judgement)

    def _decided(self, judgement: Judgement) -> Decision:
        if self.year is None or self.several or not self._covers() or self.requirement.confidence is Confidence.LOW:
            return Decision.REVIEW
        unread = any(item.severity is Severity.ERROR for item, _ in self.ledger.problems)
        # Entries that are not added up might fill what is short, or lower a share of the hours done.
        open_ = judgement.decision is Decision.OUT or judgement.share_may_fall
        if open_ and (unread or self._inside[0].lacks_rate(self.requirement)):
            return Decision.REVIEW
        return Decision.REVIEW if judgement.unsaid else judgement.decision

    def _covers(self) -> bool:
        return self.requirement.window is not None or self.requirement.in_force(self._period[1])

    @property
    def passed(self) -> bool:
        """
        Whether everything required is done and recognised.
        """
        entered, plain = self.entered, self.requirement.plain
        if type(entered) is tuple and plain is not None and not self.adjustments:
            # The common case of `audit_many`, computed without building values; the tests compare it with `decision`.
            first, last, needs = plain
            year, done = entered
            return first <= year <= last and reaches(done, needs)
        return self.decision is Decision.IN

    @property
    def would_pass(self) -> bool:
        """
        Whether it would be enough if the pending records were recognised.
        """
        return self._decided(self._judged(pending=True)) is Decision.IN

    @property
    def totals(self) -> FrozenMap[Subject, Amount]:
        """
        The hours that count per subject, after caps.
        """
        sums: dict[Subject, Amount] = dict.fromkeys(Subject, 0)
        for (_, subject, _), amount in self.judgement.sums:
            if subject is not None:
                sums[subject] = as_amount(sums[subject] + amount)
        return FrozenMap(sums)

    @property
    def total(self) -> Amount:
        """
        The hours that count in total, including entries without a subject.
        """
        return as_amount(sum((amount for _, amount in self.judgement.sums), start=0))

    @property
    def pending(self) -> Amount:
        """
        The hours entered but not recognised yet; courses that count already are not included.
        """
        with_pending = self._judged(pending=True).sums
        return as_amount(sum((amount for _, amount in with_pending), start=0) - self.total)

    @property
    def shortfalls(self) -> FrozenMap[Subject, Amount]:
        """
        What is missing per subject; subjects that lack nothing are left out.

        If a share of the professional subject is required and something is short, the professional part is that
        of `least_additions`: added hours raise the hours of which the share is taken.
        """
        short: dict[Subject, Amount] = {}
        for item in self.judgement.results:
            if item.short and item.year is None and not item.minimum.tag and len(item.minimum.subjects) == 1:
                short[item.minimum.subjects[0]] = item.short
        if self.judgement.share is not None and self.judgement.decision is Decision.OUT:
            short[Subject.PROFESSIONAL] = self.least_additions().get(Subject.PROFESSIONAL, 0)
        return FrozenMap({subject: short[subject] for subject in Subject if short.get(subject)})

    @property
    def short(self) -> Amount:
        """
        What is missing from the total.
        """
        whole = [it.short for it in self.judgement.results if it.year is None and not it.minimum.subjects]
        return max(whole, default=0)

    @property
    def surplus(self) -> Amount:
        """
        What is done beyond the required total; zero when no total is known.
        """
        total = self._applied[0].total
        return 0 if total is None else as_amount(max(self.total - total, 0))

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """
        All findings: what is missing, what was capped or left out, what is unsure about the requirement.
        """
        judgement = self.judgement
        requirement, _, refused = self._applied
        found: list[Finding] = []
        if self.year is None:
            found.append(finding("HOURS.NO_YEAR"))
        elif not self._covers():
            found.append(finding("HOURS.NOT_IN_FORCE", id=requirement.id, year=self._period[1]))
        if self.several:
            found.append(finding("HOURS.SEVERAL_PERSONS"))
        if not requirement.known:
            found.append(finding("HOURS.FIGURE_UNKNOWN", id=requirement.id))
        extra = self.shortfalls.get(Subject.PROFESSIONAL, 0)
        found += [*findings_of(judgement, requirement, more=extra), *refused]
        found += [evolve(first, params=FrozenMap({**first.params, "count": n})) for first, n in self.ledger.problems]
        inside, others = self._inside
        if inside.lacks_rate(requirement):
            found.append(finding("HOURS.RATE_UNKNOWN", id=requirement.id))
        if judgement.unsaid:
            found.append(finding("HOURS.SUBJECT_UNSAID", amount=spoken(judgement.unsaid), unit=requirement.unit.label))
        if others and self.year is not None:
            found.append(finding("HOURS.OTHER_YEAR", years=tuple(str(year) for year in others)))
        found += [finding("HOURS.DUPLICATE_COURSE", course=shown_text(course)) for _, course in inside.twice]
        if self.pending:
            found.append(finding("HOURS.NOT_RECOGNISED", amount=spoken(self.pending), unit=requirement.unit.label))
        # A row of low confidence is reported, however it was obtained.
        weak = requirement.doubts[:1] if requirement.confidence is Confidence.LOW else ()
        more = (*weak, *(item for item in self._remarks if item not in weak))
        return (*found, *(item for item in more if item not in found))

    @property
    def _remarks(self) -> tuple[Finding, ...]:
        # An assumed date stands on the requirement; an answer repeats it only where another day could change it.
        told = self.requirement.remarks
        if self.year is None or self.requirement.turns_on_assumed_date(*self._period):
            return told
        return tuple(item for item in told if item.code != "HOURS.DATE_ASSUMED")

    def least_additions(self) -> Additions:
        """
        Return the least that would suffice, per subject, and by when.

        Whether a day has passed already is for the caller to check: the library knows no current date.
        """
        return least(self._applied[0], self.judgement, last=self._period[1])

    def explain(self, lang: Lang = "zh") -> Explanation:
        """
        Return the reasons: a tree of figures, clauses and records, with a picture for notebooks.

        The first thousand entries are listed one by one; the others are added up per
        year, subject and tags, and the explanation says so.
        """
        requirement, judgement, lang = self._applied[0], self.judgement, language(lang)
        verdict = VERDICTS[self.decision]
        when = "" if self.year is None else "-".join(str(year) for year in dict.fromkeys(self._period))
        unit, total = requirement.unit.label, spoken(self.total)
        cycle = self._cycle()
        root = Label(
            f"{when} 继续教育{cycle.zh}：{verdict.zh}（已完成 {total.text('zh')} {unit.zh}）",
            f"{when} continuing education{cycle.en}: {verdict.en} (done: {total.text('en')} {unit.en})",
        )
        unread = (item for record in self.listed.records if record.entry is None for item in record.findings)
        shown = {code for item in judgement.results if item.short for code in _SHORT}
        # An error belongs to a record that could not be read, and is listed with it.
        shown |= {item.code for item in unread if item.severity is Severity.ERROR}
        records = told(self.listed, self._period)
        findings = [it for it in self.findings if it.code not in shown and it not in self.requirement.remarks]
        share = judgement.share
        steps = (
            requirement_statement(evolve(self.requirement, remarks=self._remarks)),
            *(adjustment_statement(item) for item in self.adjustments),
            *(result_statement(item, requirement, records) for item in judgement.results),
            *(() if share is None else (share_statement(share, requirement, records),)),
            *(item.statement for item in loose(records, judgement)),
            *(finding_statement(item) for item in findings[:LISTED]),
            *further("条提示", "findings", len(findings) - LISTED),
        )
        return Explanation(
            Statement("verdict", root, (("total", self.total),), "", steps), bars(judgement, requirement), lang
        )

    def _cycle(self) -> Label:
        """
        Return the years that count together, if they are more than one.
        """
        first, last = self._period
        years = last - first + 1
        if years == 1:
            return Label("", "")
        return Label(f"（{years} 年为一个周期，合计计算）", f" ({years} years count together)")

    def _repr_html_(self) -> str:
        return self.explain().html()

    def __repr__(self) -> str:
        who = "" if self.person is None else f", person={shown_repr(self.person)}"
        return f"Audit({self.requirement.id}, {self.year}{who}, {self.decision.name}, total={show(self.total)})"


# These are listed in the minimum's own step.
_SHORT: Final = frozenset(
    {"HOURS.TOTAL", "HOURS.GENERAL", "HOURS.PROFESSIONAL", "HOURS.ELECTIVE", "HOURS.COMBINED", "HOURS.PART",
     "HOURS.YEAR_IN_CYCLE"}
)  # fmt: skip


def _carry(sums: Sums, item: Adjustment, last: int) -> None:
    bucket = (last, item.subject, ("carried",))
    sums[bucket] = as_amount(sums.get(bucket, 0) + item.amount)


def audit(
    entries: Iterable[object],
    *,
    requirement: Requirement,
    year: int | None = None,
    person: Hashable = None,
    adjustments: Sequence[Adjustment] = (),
) -> Audit:
    """
    Audit the entries of one person.

    `entries` are `Entry` values, mappings or rows ``(person, year, subject,
    hours)``. The cycle ends with `year`; by default with the year the requirement
    was asked for, or else the latest year of the entries. Entries of other years
    and entries that cannot be read are reported in the findings and never raise.

    The memory does not grow with the number of entries, but with that of the
    different courses that they name, because the same course counts once.
    """
    tally, listing = Tally(requirement), Listing()
    people: set[Hashable] = {person} - {None}
    years: set[int] = set()
    for place, raw in enumerate(listed(entries)):
        report = read_entry(raw, path=("entries", place))
        again = tally.add(report.value, report.findings)
        listing.add(report.value, report.findings, again=again)
        if report.value is not None:
            years.add(report.value.year)
            if report.value.person is not None and len(people) < 2:
                people.add(report.value.person)
    last = next((item for item in (year, requirement.year, max(years, default=None)) if item is not None), None)
    if last is not None:
        last = requirement.period(last)[1]
    who = next(iter(people)) if len(people) == 1 else None
    first = listing.listed(tally, requirement)
    return Audit(requirement, last, who, tally.ledger(requirement), tuple(adjustments), len(people) > 1, first)
