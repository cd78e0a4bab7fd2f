"""
The reverse question: how many hours would at least suffice, of which subject, and by when.

Subjects are filled first, the total last. Before any hours are added, hours that
are planned anyway are assumed to be of the required kind (compulsory, ethics) and are
moved into the years that lack some, so that the result is minimal. The tests compare
it with a slow search through everything smaller.

Limitations: added hours are of a kind that no cap limits (face to face, for
instance), and one hour carries at most one tag.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from credrules.findings import language
from credrules.hours.amounts import Amount, as_amount, spoken
from credrules.hours.judging import Judgement
from credrules.hours.requirements import Minimum, Requirement, ShareBase, tag_label
from credrules.hours.subjects import Subject
from credrules.masking import shown_repr
from credrules.values import FrozenMap, Lang

__all__ = ["Addition", "Additions", "due", "least"]
__dir__ = __all__.copy


@frozen
class Addition:
    """
    Hours still to do: of a subject (None: any), with a tag (empty: any kind), in a year, done by a day.

    `due` is the last day of the year, or the later day that the requirement
    states for this subject.
    """

    amount: Amount
    subject: Subject | None
    tag: str
    year: int
    due: dt.date

    def text(self, lang: Lang = "zh") -> str:
        """
        Return the addition in words.

        >>> Addition(6, Subject.ELECTIVE, "", 2016, dt.date(2016, 12, 31)).text("en")
        'elective 6, by 2016-12-31'
        """
        zh = language(lang) == "zh"
        name = self.subject.label.text(lang) if self.subject else ("任意科目" if zh else "any subject")
        tag = tag_label(self.tag).text(lang) if self.tag else ""
        what = name + (f"（{tag}）" if zh else f" ({tag})") if tag else name
        until = f"，{self.due} 前" if zh else f", by {self.due}"
        return f"{what} {spoken(self.amount).text(lang)}{until}"


@frozen(eq=False)
class Additions(Mapping[Subject | None, Amount]):
    """
    The least that would suffice: amount by subject (None: any subject); empty when nothing is missing.

    `parts` also gives kind, year and day.

    >>> six = Additions((Addition(6, Subject.ELECTIVE, "", 2016, dt.date(2016, 12, 31)),))
    >>> six[Subject.ELECTIVE], six == {Subject.ELECTIVE: 6}, bool(Additions())
    (6, True, False)
    """

    parts: tuple[Addition, ...] = ()

    def __getitem__(self, subject: Subject | None) -> Amount:
        if subject not in list(self):
            raise KeyError(shown_repr(subject))
        return as_amount(sum((item.amount for item in self.parts if item.subject is subject), start=0))

    def __iter__(self) -> Iterator[Subject | None]:
        return iter(dict.fromkeys(item.subject for item in self.parts))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __eq__(self, other: object) -> bool:
        return self.parts == other.parts if isinstance(other, Additions) else Mapping.__eq__(self, other)

    def __hash__(self) -> int:
        return hash(self.parts)

    @property
    def total(self) -> Amount:
        """
        The amount in total.
        """
        return as_amount(sum((item.amount for item in self.parts), start=0))

    @property
    def by_subject(self) -> FrozenMap[Subject, Amount]:
        """
        The amount of each subject; what may be of any subject is `free`.
        """
        return FrozenMap({subject: self[subject] for subject in Subject if subject in self})

    @property
    def free(self) -> Amount:
        """
        The amount that may be of any subject.
        """
        return self.get(None, 0)

    def text(self, lang: Lang = "zh") -> str:
        """
        Return one line per addition.
        """
        if not self.parts:
            return "不需补学" if language(lang) == "zh" else "nothing is missing"
        return "\n".join(item.text(lang) for item in self.parts)


@frozen
class _Plan:
    """
    Hours planned; `year` is None as long as any year of the cycle would do.
    """

    amount: Amount
    subject: Subject | None = None
    tag: str = ""
    year: int | None = None


def least(requirement: Requirement, judgement: Judgement, *, last: int) -> Additions:
    """
    Return the least additions to what counts so far, in a cycle whose last year is `last`.
    """
    plans: list[_Plan] = []
    results = judgement.results
    # A year's subject, the cycle's subjects, required kinds, a year's total, the cycle's total.
    for item in (it for it in results if it.minimum.subjects and it.year is not None):
        _add(plans, item.short, item.minimum, item.year)
    for item in (it for it in results if it.minimum.subjects and it.year is None and not it.minimum.tag):
        _add(plans, item.short - _planned(plans, item.minimum), item.minimum, None)
    for item in (it for it in results if it.minimum.tag):
        plans = _tagged(plans, item.short, item.minimum)
    for item in (it for it in results if it.year is not None and not it.minimum.subjects):
        plans = _settle(plans, item.short, item.year)
    for item in (it for it in results if it.year is None and not it.minimum.subjects and not it.minimum.tag):
        _add(plans, item.short - _planned(plans, item.minimum), item.minimum, None)
    return Additions(tuple(_dated(requirement, _share(plans, judgement), last)))


def _planned(plans: list[_Plan], minimum: Minimum) -> Amount:
    return sum((it.amount for it in plans if minimum.counts(it.subject, (it.tag,) if it.tag else ())), start=0)


def _add(plans: list[_Plan], amount: Amount, minimum: Minimum, year: int | None) -> None:
    if amount > 0:
        plans.append(_Plan(as_amount(amount), minimum.subjects[0] if minimum.subjects else None, minimum.tag, year))


def _turned(
    plans: list[_Plan],
    wanted: Amount,
    fits: Callable[[_Plan], bool],
    **changes: Any,  # noqa: ANN401  # the fields' own types
) -> tuple[list[_Plan], Amount]:
    # As many hours planned anyway as are wanted are of another kind; how many are wanted still.
    turned: list[_Plan] = []
    for item in plans:
        taken = min(item.amount, max(wanted, 0)) if fits(item) else 0
        wanted -= taken
        turned += [evolve(item, amount=as_amount(taken), **changes)] if taken else []
        turned += [evolve(item, amount=as_amount(item.amount - taken))] if taken < item.amount else []
    return turned, wanted


def _tagged(plans: list[_Plan], short: Amount, minimum: Minimum) -> list[_Plan]:
    # Hours planned anyway may be of the required kind; only then are hours added.
    def fits(item: _Plan) -> bool:
        return not item.tag and (not minimum.subjects or item.subject in minimum.subjects)

    tagged, left = _turned(plans, short, fits, tag=minimum.tag)
    _add(tagged, left, minimum, None)
    return tagged


def _settle(plans: list[_Plan], short: Amount, year: int | None) -> list[_Plan]:
    # Hours planned without a year are moved into this year before any are added to it.
    lacking = short - sum((item.amount for item in plans if item.year == year), start=0)
    settled, left = _turned(plans, lacking, lambda item: item.year is None, year=year)
    _add(settled, left, Minimum(0), year)
    return settled


def _share(plans: list[_Plan], judgement: Judgement) -> list[_Plan]:
    share = judgement.share
    if share is None:
        return plans
    professional = share.done + _planned(plans, Minimum(0, (Subject.PROFESSIONAL,)))
    whole = sum((amount for _, amount in judgement.sums), start=0) + _planned(plans, Minimum(0))
    lacks = {
        ShareBase.REQUIRED: share.of_required - professional,
        ShareBase.DONE: share.ratio * whole - professional,
    }
    if share.base is not ShareBase.UNSTATED:
        lacks = {share.base: lacks[share.base]}
    # Hours of any subject can become professional ones without adding any.
    wanted = max(*lacks.values(), 0)
    turned, left = _turned(plans, wanted, lambda item: item.subject is None, subject=Subject.PROFESSIONAL)
    lacks = {base: lack - (wanted - left) for base, lack in lacks.items()}
    # Added hours raise the hours done, of which the share is taken.
    growing = lacks.get(ShareBase.DONE, 0) / (1 - share.ratio)
    _add(turned, max(lacks.get(ShareBase.REQUIRED, 0), growing), Minimum(0, (Subject.PROFESSIONAL,)), None)
    return turned


def due(requirement: Requirement, subject: Subject | None, year: int) -> dt.date:
    """
    Return the last day on which hours of a year may be done.

    31 December, unless the requirement states a later day for the subject.
    """
    later = (dt.date(year + 1, month, day) for name, month, day in requirement.deadlines if name is subject)
    return next(later, dt.date(year, 12, 31))


def _dated(requirement: Requirement, plans: list[_Plan], last: int) -> Iterator[Addition]:
    sums: dict[tuple[int, Subject | None, str], Amount] = {}
    for item in plans:
        key = (item.year or last, item.subject, item.tag)
        sums[key] = as_amount(sums.get(key, 0) + item.amount)
    places = {subject: place for place, subject in enumerate((*Subject, None))}
    for year, subject, tag in sorted(sums, key=lambda key: (key[0], places[key[1]], key[2])):
        yield Addition(sums[year, subject, tag], subject, tag, year, due(requirement, subject, year))
