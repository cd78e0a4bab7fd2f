"""
The result of reading a date, before it becomes a value.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from credrules.dates.calendar import Parts, problem
from credrules.findings import Finding, finding

__all__ = ["Outcome", "accepted", "refused", "undecided"]
__dir__ = __all__.copy


@frozen
class Outcome:
    """
    The parts that were read (None if no reading is accepted) and the findings.
    """

    parts: Parts | None
    findings: tuple[Finding, ...] = ()


def accepted(year: int, month: int | None = None, day: int | None = None, *found: Finding) -> Outcome:
    """
    Return the date if the calendar has it, else the finding that gives the reason.
    """
    parts = (year, month, day)
    wrong = problem(parts)
    return Outcome(parts, found) if wrong is None else Outcome(None, (wrong,))


def refused(code: str, **params: Any) -> Outcome:  # noqa: ANN401  # whatever fills the wording
    """
    Return an outcome without a date.
    """
    return Outcome(None, (finding(code, **params),))


def undecided(candidates: tuple[str, ...], code: str = "DATE.AMBIGUOUS") -> Outcome:
    """
    Refuse with the candidates, or as no date at all if there are none.
    """
    if not candidates:
        return refused("DATE.NOT_A_DATE")
    # A finding asks about the only possible candidate; no reading is accepted.
    only = candidates[0] if code == "DATE.TWO_DIGIT_YEAR" and len(candidates) == 1 else None
    return Outcome(None, (finding(code, suggestion=only, candidates=candidates),))
