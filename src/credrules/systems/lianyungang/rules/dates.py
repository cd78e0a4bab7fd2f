"""
The dates of a registration: online in time, paper in time and on an open day, paper after the online audit.

References: the notice, 一 and 二; annex 1, step 7.
Limitations: the deadlines are those of a round that the profile knows (技师 in 2018);
other grades and rounds have no findings. No hour is given, so a deadline includes its whole day.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from credrules.engine import Context, Violation, rule, violation
from credrules.systems.lianyungang.calendar import holidays
from credrules.systems.lianyungang.calendar.rounds import Round, round_of, tight
from credrules.systems.lianyungang.records.whole import Declaration, Registration
from credrules.values import FrozenMap

__all__ = [
    "BEFORE_THE_PASS",
    "DATE_RULES",
    "WAITING_FOR_PAPER",
    "calendar_is_known",
    "department_in_time",
    "office_is_open",
    "paper_after_the_pass",
    "paper_in_time",
    "paper_is_not_seen",
    "paper_or_given_up",
    "renewed_after_the_deadline",
    "round_for",
    "submitted_in_time",
    "time_is_left",
]
__dir__ = __all__.copy

BEFORE_THE_PASS: Final = frozenset({"NONE", "DRAFT", "AT_DEPARTMENT", "AT_OFFICE", "RETURNED"})
"""States in which the office has not passed the online record yet."""

WAITING_FOR_PAPER: Final = frozenset({"OFFICE_PASSED", "PRINTED", "STAMPED"})
"""States that end in WAIVED when the paper deadline passes."""

_PAPER_DATES: Final = ("form_received_on", "paper_received_on")


def round_for(registration: Registration, context: Context) -> Round | None:
    """
    Return the round whose dates apply to a registration; None if no known round is meant.
    """
    days = (registration.submitted_on, *(getattr(registration, name) for name in _PAPER_DATES))
    return round_of(registration.target_grade, registration.round, *days, rounds=context.profile.rounds)


_ROUND: Final = ("target_grade", "round", "submitted_on", *_PAPER_DATES)
"""Fields that identify the round of a registration."""


def _but(required: str) -> tuple[str, ...]:
    return tuple(name for name in _ROUND if name != required)


_DEADLINES: Final[FrozenMap[str, str]] = FrozenMap(
    submitted_on="online_until", department_submitted_on="online_until", paper_received_on="paper_until"
)


def _missed(registration: Registration, context: Context, name: str) -> dt.date | None:
    """
    Return the deadline that a date of a registration has missed; None if it is in time, or not known.
    """
    known, date = round_for(registration, context), getattr(registration, name)
    until: dt.date | None = None if known is None else getattr(known, _DEADLINES[name])
    return until if date is not None and until is not None and date.earliest() > until else None


@rule("LYG.DL.ONLINE", requires=("submitted_on",), reads=(*_but("submitted_on"), "renewed"))
def submitted_in_time(registration: Registration, context: Context) -> Violation | None:
    """
    The unit submits online by the deadline, that day included; days on which the office is closed count as well.
    """
    until = _missed(registration, context, "submitted_on")
    return violation("submitted_on", until=until) if until is not None and not registration.renewed else None


@rule("LYG.FLOW.REAPPLY_LATE", reads=(*_ROUND, "renewed"))
def renewed_after_the_deadline(registration: Registration, context: Context) -> Violation | None:
    """
    A registration renewed after a deletion comes after the deadline: whether it is still possible is not known.
    """
    if not registration.renewed:
        return None
    dates = ((name, _missed(registration, context, name)) for name in ("submitted_on", "paper_received_on"))
    return next((violation(name, until=until) for name, until in dates if until is not None), None)


@rule("LYG.DL.DEPARTMENT", requires=("department_submitted_on",), reads=_ROUND)
def department_in_time(registration: Registration, context: Context) -> Violation | None:
    """
    The department passes it on by the deadline; the deadline itself is for the unit, so this is only a warning.
    """
    until = _missed(registration, context, "department_submitted_on")
    return None if until is None else violation("department_submitted_on", until=until)


@rule("LYG.DL.PAPER", requires=("paper_received_on",), reads=(*_but("paper_received_on"), "renewed"))
def paper_in_time(registration: Registration, context: Context) -> Violation | None:
    """
    The paper is received by the deadline, that day included.
    """
    until = _missed(registration, context, "paper_received_on")
    return violation("paper_received_on", until=until) if until is not None and not registration.renewed else None


@rule("LYG.PAPER.WAIVER", reads=(*_ROUND, "renewed", "state"), reports_missing=True)
def paper_or_given_up(registration: Registration, context: Context) -> Violation | None:
    """
    A person whose paper is not handed in in time has given up; the others of the declaration continue.
    """
    late = _missed(registration, context, "paper_received_on") is not None and not registration.renewed
    overdue = _overdue(registration, context) and registration.state in WAITING_FOR_PAPER
    return violation("paper_received_on") if late or overdue else None


@rule("LYG.PAPER.NOT_SEEN", reads=(*_ROUND, "state"), reports_missing=True)
def paper_is_not_seen(registration: Registration, context: Context) -> Violation | None:
    """
    The deadline has passed and nothing shows whether the paper was received.
    """
    known = _overdue(registration, context) and registration.state is None and registration.submitted_on is not None
    return violation("paper_received_on") if known else None


def _overdue(registration: Registration, context: Context) -> bool:
    known = round_for(registration, context)
    if known is None or known.paper_until is None or registration.paper_received_on is not None:
        return False
    return context.on > known.paper_until


@rule("LYG.DL.HOLIDAYS", reads=_ROUND)
def office_is_open(registration: Registration, context: Context) -> list[Violation]:
    """
    No paper is received on a day off.
    """
    return _on_days(registration, context, is_open=False)


@rule("LYG.DL.CALENDAR", reads=_ROUND)
def calendar_is_known(registration: Registration, context: Context) -> list[Violation]:
    """
    Beyond the calendar it is unknown whether the office was open.
    """
    return _on_days(registration, context, is_open=None)


def _on_days(registration: Registration, context: Context, *, is_open: bool | None) -> list[Violation]:
    known = round_for(registration, context)
    if known is None:
        return []
    dates = ((name, getattr(registration, name)) for name in _PAPER_DATES)
    return [
        violation(name, day=date.isoformat())
        for name, date in dates
        if date is not None and date.day is not None and holidays.is_open(date, calendar=known.calendar) is is_open
    ]


@rule("LYG.FLOW.TIGHT_WINDOW", requires=("submitted_on",), reads=_but("submitted_on"))
def time_is_left(registration: Registration, context: Context) -> list[Violation] | None:
    """
    A late submission leaves one working day or less for audit, print, stamps and paper.
    """
    known = round_for(registration, context)
    if known is None or _missed(registration, context, "submitted_on") is not None:
        return None
    return [Violation(("submitted_on",), item.params) for item in tight(registration.submitted_on, known)]


@rule("LYG.FLOW.PAPER_AFTER_ONLINE", requires=("paper_received_on",), reads=("passed_on", "state"))
def paper_after_the_pass(registration: Registration, context: Context) -> Violation | None:
    """
    Paper is handed in only after the office has passed the online record.
    """
    root = context.root
    if isinstance(root, Declaration) and root.channel == "OFFLINE":
        return None
    passed, received = registration.passed_on, registration.paper_received_on
    before = passed is not None and received is not None and received < passed
    return violation("paper_received_on") if before or registration.state in BEFORE_THE_PASS else None


DATE_RULES: Final = (
    submitted_in_time,
    renewed_after_the_deadline,
    department_in_time,
    paper_in_time,
    paper_or_given_up,
    paper_is_not_seen,
    office_is_open,
    calendar_is_known,
    time_is_left,
    paper_after_the_pass,
)
"""The rules of a registration's dates."""
