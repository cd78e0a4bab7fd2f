"""
Which of the sums count, and whether they are enough.

One pass from a requirement and a person's sums to results: first caps, then
each minimum separately, then the share of the professional subject. Surplus of
one subject never fills another, unless the requirement says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from credrules.findings import Decision, Finding, finding
from credrules.hours.amounts import Amount, as_amount, show, spoken
from credrules.hours.ledger import Bucket, Sums, order_of
from credrules.hours.requirements import Minimum, Requirement, ShareBase, Span
from credrules.hours.subjects import Subject
from credrules.values import Confidence, Label, Severity

__all__ = ["Judgement", "Result", "ShareResult", "findings_of", "judge"]
__dir__ = __all__.copy


@frozen
class Result:
    """
    One minimum and what was done towards it; `year` is set for minima of a single year.
    """

    minimum: Minimum
    need: Amount
    done: Amount
    year: int | None = None

    @property
    def short(self) -> Amount:
        """
        What is missing, zero when it is enough.
        """
        return as_amount(max(self.need - self.done, 0))


@frozen
class ShareResult:
    """
    The share of the professional subject: what was done, and what each of the two bases would require.
    """

    ratio: Fraction
    base: ShareBase
    done: Amount
    of_required: Amount
    of_done: Amount

    @property
    def needs(self) -> tuple[Amount, ...]:
        """
        The amounts that the base requires (both bases, if the source does not state one).
        """
        wanted = {ShareBase.REQUIRED: (self.of_required,), ShareBase.DONE: (self.of_done,)}
        return wanted.get(self.base, (self.of_required, self.of_done))

    @property
    def decision(self) -> Decision:
        """
        IN if enough on every possible base, OUT if on none, else REVIEW.
        """
        enough = {self.done >= need for need in self.needs}
        if len(enough) != 1:
            return Decision.REVIEW
        return Decision.IN if enough == {True} else Decision.OUT


@frozen
class Judgement:
    """
    Everything judged: the sums that count, the results, the share, and how much each cap removed.
    """

    sums: tuple[tuple[Bucket, Amount], ...]
    results: tuple[Result, ...]
    share: ShareResult | None
    capped: tuple[tuple[Label, Amount, Amount], ...]

    @property
    def decision(self) -> Decision:
        """
        OUT when anything is short, REVIEW when something is undecided or no figure is known, else IN.
        """
        share = Decision.IN if self.share is None else self.share.decision
        if share is Decision.OUT or any(item.done < item.need for item in self.results):
            return Decision.OUT
        return share if self.results or self.share else Decision.REVIEW

    @property
    def share_may_fall(self) -> bool:
        """
        Whether adding hours of another subject could make the share too small.
        """
        return self.share is not None and self.share.base is not ShareBase.REQUIRED

    @property
    def unsaid(self) -> Amount:
        """
        The hours without a subject that could belong to the subjects that are short; zero if they could not suffice.
        """
        if self.decision is not Decision.OUT:
            return 0
        free = [(year, tags, amount) for (year, subject, tags), amount in self.sums if subject is None]
        whole = as_amount(sum((amount for _, _, amount in free), start=0))
        short = [item for item in self.results if item.short]
        if not all(item.minimum.subjects and item.short <= _room(item, free) for item in short):
            return 0
        # An hour that fills one subject fills no other.
        apart = (it.short for it in short if len(it.minimum.subjects) == 1 and not it.minimum.tag and it.year is None)
        return whole if max(sum(apart, start=0), _lacks(self.share)) <= whole else 0


def _lacks(share: ShareResult | None) -> Amount:
    return 0 if share is None or share.decision is not Decision.OUT else min(share.needs) - share.done


def _room(item: Result, free: Sequence[tuple[int, tuple[str, ...], Amount]]) -> Amount:
    tag = item.minimum.tag
    found = (amount for year, tags, amount in free if item.year in {None, year} and (not tag or tag in tags))
    return sum(found, start=0)


def judge(requirement: Requirement, sums: Sums, *, first: int, last: int) -> Judgement:
    """
    Judge sums of the years `first` to `last`.
    """
    counted, capped = _cap(requirement, sums)
    results: list[Result] = []
    for minimum in requirement.minima:
        if minimum.span is Span.CYCLE:
            results.append(Result(minimum, minimum.amount, _done(requirement, minimum, counted)))
        else:
            years = range(first, last + 1) if minimum.span is Span.EACH_YEAR else (last,)
            results += [Result(minimum, minimum.amount, _amount(minimum, counted, year), year) for year in years]
    return Judgement(tuple(counted.items()), tuple(results), _share(requirement, counted), capped)


def _amount(minimum: Minimum, sums: Sums, year: int | None = None) -> Amount:
    return as_amount(
        sum(
            (
                amount
                for (when, subject, tags), amount in sums.items()
                if minimum.counts(subject, tags) and (year is None or year == when)
            ),
            start=0,
        )
    )


def _done(requirement: Requirement, minimum: Minimum, sums: Sums) -> Amount:
    done = _amount(minimum, sums)
    if requirement.surplus is not None:
        tag, subject = requirement.surplus
        if minimum.subjects == (subject,) and not minimum.tag:
            # Hours of the subject itself that carry the tag are counted there already.
            apart = {key: amount for key, amount in sums.items() if key[1] is not subject}
            parts = [other for other in requirement.further if other.tag == tag]
            done += sum((max(_amount(other, apart) - other.amount, 0) for other in parts), start=0)
    return as_amount(done)


def _share(requirement: Requirement, sums: Sums) -> ShareResult | None:
    if requirement.share is None:
        return None
    total = sum(sums.values(), start=0)
    required = requirement.total
    return ShareResult(
        requirement.share,
        # Without a required total, the hours done are the only possible base.
        ShareBase.DONE if required is None else requirement.share_base,
        _amount(Minimum(0, (Subject.PROFESSIONAL,)), sums),
        as_amount(requirement.share * (required or 0)),
        as_amount(requirement.share * total),
    )


def _cap(requirement: Requirement, sums: Sums) -> tuple[Sums, tuple[tuple[Label, Amount, Amount], ...]]:
    counted = dict(sums)
    capped: list[tuple[Label, Amount, Amount]] = []
    for cap in requirement.caps:
        years = sorted({bucket[0] for bucket in counted}) if cap.span is Span.EACH_YEAR else [None]
        for year in years:
            inside = [key for key in counted if cap.counts(key[1], key[2]) and year in (None, key[0])]
            excess = as_amount(sum((counted[key] for key in inside), start=0) - cap.amount)
            if excess > 0:
                capped.append((cap.label, cap.amount, excess))
            # Remove first what serves no other rule: fewest tags, latest year; of these, the first subject.
            for key in sorted(inside, key=lambda it: (len(it[2]), -it[0], it[2], order_of(it))):
                taken = min(counted[key], max(excess, 0))
                counted[key] = as_amount(counted[key] - taken)
                excess = as_amount(excess - taken)
    return counted, tuple(capped)


_CODES: Final[dict[tuple[Subject, ...], str]] = {
    (Subject.GENERAL,): "HOURS.GENERAL",
    (Subject.PROFESSIONAL,): "HOURS.PROFESSIONAL",
    (Subject.ELECTIVE,): "HOURS.ELECTIVE",
}


def findings_of(judgement: Judgement, requirement: Requirement, *, more: Amount) -> tuple[Finding, ...]:
    """
    Return one finding per missed minimum, per share and per cap, in that order.

    `more` is how many more professional hours would satisfy the share. A row of low confidence decides nothing,
    so a shortage is then a warning.
    """
    unit = requirement.unit.label
    found: list[Finding] = []
    for item in judgement.results:
        if item.short:
            figures = {"need": spoken(item.need), "done": spoken(item.done), "short": spoken(item.short), "unit": unit}
            found.append(_short(item, figures))
    share = judgement.share
    if share is not None and share.decision is not Decision.IN:
        figures = {"ratio": show(share.ratio), "done": spoken(share.done), "unit": unit}
        if share.decision is Decision.OUT:
            figures |= {"need": spoken(min(share.needs)), "more": spoken(more)}
            found.append(finding("HOURS.SHARE", path=("professional",), **figures))
        else:
            figures |= {"required": spoken(share.of_required), "actual": spoken(share.of_done)}
            found.append(finding("HOURS.SHARE_BASE", path=("professional",), **figures))
    if requirement.confidence is Confidence.LOW:
        found = [evolve(item, severity=Severity.WARNING) for item in found]
    found += [
        finding("HOURS.CAPPED", what=what, cap=spoken(cap), excess=spoken(excess), unit=unit)
        for what, cap, excess in judgement.capped
    ]
    return tuple(found)


def _short(item: Result, figures: Mapping[str, object]) -> Finding:
    minimum = item.minimum
    if item.year is not None:
        return finding("HOURS.YEAR_IN_CYCLE", path=(str(item.year),), year=item.year, what=minimum.label, **figures)
    if minimum.tag:
        return finding("HOURS.PART", path=(minimum.tag,), what=minimum.label, **figures)
    if len(minimum.subjects) > 1:
        return finding("HOURS.COMBINED", path=tuple(it.value for it in minimum.subjects), what=minimum.label, **figures)
    code = _CODES.get(minimum.subjects, "HOURS.TOTAL")
    return finding(code, path=(minimum.subjects[0].value if minimum.subjects else "total",), **figures)
