"""
The paper of a registration: originals and copies, stamps, form and documents together; and what follows.

References: the notice, 二; annex 1, steps 7 and 8.
Limitations: the office decides what is serious; the profile decides how soon "soon" is.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from credrules import codes
from credrules.dates import add_time
from credrules.engine import Context, Violation, rule, violation
from credrules.systems.lianyungang.records.whole import Registration

__all__ = [
    "PAPER_RULES",
    "form_and_documents_together",
    "originals_and_copies",
    "paper_is_described",
    "result_is_entered_soon",
    "two_stamps",
    "unit_is_liable",
]
__dir__ = __all__.copy


@rule("LYG.PAPER.ORIGINALS", reads=("originals", "copies"))
def originals_and_copies(registration: Registration, _: Context) -> list[Violation]:
    """
    The originals are shown and copies are filed: both are needed.
    """
    return [violation(name) for name in ("originals", "copies") if getattr(registration, name) is False]


@rule("LYG.PAPER.UNSAID", reads=("paper_received_on", "originals", "copies", "stamps"), reports_missing=True)
def paper_is_described(registration: Registration, _: Context) -> list[Violation] | None:
    """
    If paper was received, it is stated whether originals, copies and stamps were present.
    """
    if registration.paper_received_on is None and registration.originals is None and registration.copies is None:
        return None
    return [violation(name) for name in ("originals", "copies", "stamps") if getattr(registration, name) is None]


@rule("LYG.PAPER.STAMPS", requires=("stamps",))
def two_stamps(registration: Registration, _: Context) -> Violation | None:
    """
    The form bears the stamps of the unit and of the competent department.
    """
    lacking = tuple(entry.label for entry in codes.WORKER_STAMPS if entry.code not in (registration.stamps or ()))
    return violation("stamps", lacking=lacking) if lacking else None


@rule("LYG.PAPER.TOGETHER", requires=("form_received_on", "paper_received_on"))
def form_and_documents_together(registration: Registration, _: Context) -> Violation | None:
    """
    Form and documents are handed in together.
    """
    form, paper = registration.form_received_on, registration.paper_received_on
    apart = form is not None and paper is not None and (form < paper or paper < form)
    return violation("paper_received_on") if apart else None


@rule("LYG.FLOW.LIABILITY", requires=("liability_review",))
def unit_is_liable(registration: Registration, _: Context) -> Violation | None:
    """
    If the office calls a case serious, the unit is held responsible; the library only passes the flag on.
    """
    return violation("liability_review") if registration.liability_review else None


@rule("LYG.POST.ENTER_RESULT", requires=("certified_on",), reads=("recorded_on",))
def result_is_entered_soon(registration: Registration, context: Context) -> Violation | None:
    """
    Training and certificate are entered soon after the certificate is issued.
    """
    certified, recorded = registration.certified_on, registration.recorded_on
    days = context.profile.enter_result_days
    limit = dt.date.max if certified is None else add_time(certified.latest(), days=days)
    entered = context.on if recorded is None else recorded.earliest()
    return violation("recorded_on", days=days) if entered > limit else None


PAPER_RULES: Final = (
    originals_and_copies,
    paper_is_described,
    two_stamps,
    form_and_documents_together,
    unit_is_liable,
    result_is_entered_soon,
)
"""The rules of the paper and of the result."""
