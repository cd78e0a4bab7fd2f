"""
Exemptions, pro-rata reductions, postponed shortages and hours carried in: explicit and cited.

None of these is ever assumed. A host that has the decision of an office states
it as an `Adjustment` and names the clause or decision, which the explanation
shows again.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve, field, frozen

from credrules.findings import CredrulesError, Finding, finding
from credrules.hours.amounts import Amount, as_amount, exact, show
from credrules.hours.requirements import CarryOver, Requirement
from credrules.hours.subjects import Subject, subject_or_none
from credrules.masking import shown_cell, type_name
from credrules.values import Worded, exact_text

__all__ = ["Adjustment", "AdjustmentKind", "adjust"]
__dir__ = __all__.copy


class AdjustmentKind(Worded):
    """
    What an adjustment does.

    EXEMPT: nothing is required. SCALE: every minimum is multiplied by `amount`
    (pro-rata). TARGET: the total becomes `amount` and the minima of subjects
    are waived. POSTPONED: `amount` of an earlier shortage is added to the
    total. CARRIED: `amount` of earlier surplus counts, where the requirement
    carries over. COMPLETE: an equivalent (a degree) counts as the whole.
    """

    EXEMPT = "exempt", "免予学习", "exempt"
    SCALE = "scale", "按比例减免", "pro rata"
    TARGET = "target", "调整目标", "other target"
    POSTPONED = "postponed", "顺延补学", "postponed shortage"
    CARRIED = "carried", "结转学时", "carried in"
    COMPLETE = "complete", "视同完成", "deemed complete"


_LONGEST: Final = 40


def _kind(value: object) -> AdjustmentKind:
    if isinstance(value, AdjustmentKind):
        return value
    written = (exact_text(value) or "").strip().lower()
    kind = next((kind for kind in AdjustmentKind if kind.value == written), None)
    if kind is None:
        given = shown_cell(written[:_LONGEST]) or type_name(value)
        raise CredrulesError([finding("HOURS.ADJUSTMENT", given=given, known=tuple(it.value for it in AdjustmentKind))])
    return kind


def _cited(_instance: object, _attribute: object, value: object) -> None:
    if not (exact_text(value) or "").strip():
        raise CredrulesError([finding("HOURS.UNCITED")])


@frozen
class Adjustment:
    """
    One decision that changes what is required or what counts.

    `basis` names the clause or decision and may not be empty; `subject` narrows
    CARRIED to a subject. Raises CredrulesError for an invalid kind or subject, a
    missing basis, or an amount that is not an exact number.

    >>> Adjustment(AdjustmentKind.SCALE, Fraction(1, 2), basis="某局批复").kind.label.zh
    '按比例减免'
    """

    kind: AdjustmentKind = field(converter=_kind)
    amount: Amount = field(default=0, converter=exact)
    subject: Subject | None = field(default=None, converter=subject_or_none)
    basis: str = field(default="", validator=_cited, kw_only=True)


def adjust(
    requirement: Requirement, adjustments: Sequence[Adjustment]
) -> tuple[Requirement, tuple[Adjustment, ...], tuple[Finding, ...]]:
    """
    Return the adjusted requirement, the hours carried in, and what was refused.

    >>> from credrules.hours import REQUIREMENTS
    >>> half = Adjustment(AdjustmentKind.SCALE, Fraction(1, 2), basis="某局批复")
    >>> adjust(REQUIREMENTS["CN-GD-2021"], [half])[0].professional
    21
    """
    carried: list[Adjustment] = []
    found: list[Finding] = []
    limit = requirement.carry_limit if requirement.carry_over is CarryOver.LIMITED else 0
    left = limit
    for item in adjustments:
        if item.kind is AdjustmentKind.CARRIED:
            # The limit applies to the sum of all hours carried in.
            amount = item.amount if left is None else min(item.amount, left)
            left = None if left is None else left - amount
            carried += [evolve(item, amount=amount)] if amount else []
            if limit is not None and amount < item.amount:
                found.append(finding("HOURS.CARRY_OVER", amount=show(item.amount), limit=show(limit)))
        else:
            requirement = _changed(requirement, item)
    return requirement, tuple(carried), tuple(found)


def _changed(requirement: Requirement, item: Adjustment) -> Requirement:
    if item.kind is AdjustmentKind.POSTPONED:
        return requirement.with_(total=(requirement.total or 0) + item.amount)
    if item.kind is AdjustmentKind.SCALE:
        return _scaled(requirement, item.amount)
    if item.kind is AdjustmentKind.TARGET:
        return evolve(_scaled(requirement, 0), total=item.amount, share=None)
    return evolve(_scaled(requirement, 0), total=0, share=None)


def _scaled(requirement: Requirement, factor: Amount) -> Requirement:
    def times(amount: Amount | None) -> Amount | None:
        return None if amount is None else as_amount(amount * Fraction(factor))

    return requirement.with_(
        total=times(requirement.total),
        general=times(requirement.general),
        professional=times(requirement.professional),
        elective=times(requirement.elective),
        further=tuple(evolve(item, amount=times(item.amount)) for item in requirement.further),
    )
