"""
Trying an event in the notice's own words, and what the data show about its conditions.

References: the notice, 二; annex 1, steps 4 to 8.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from credrules.engine import Context, Profile
from credrules.systems.lianyungang.calendar.holidays import is_open
from credrules.systems.lianyungang.profile import PROFILE
from credrules.systems.lianyungang.records.whole import Registration
from credrules.systems.lianyungang.rules.dates import round_for
from credrules.systems.lianyungang.workflow.registration import OFFLINE, REGISTRATION
from credrules.systems.lianyungang.workflow.worker import AFTER_EXAMINATION, WORKER_INFORMATION
from credrules.values import FrozenMap
from credrules.workflow import Machine, Step

__all__ = [
    "WORKFLOW",
    "act",
    "facts_of",
]
__dir__ = __all__.copy

WORKFLOW: Final = (WORKER_INFORMATION, REGISTRATION, OFFLINE, AFTER_EXAMINATION)
"""The four machines of the system: LYG-W1 to LYG-W4."""


def act(
    machine: Machine, state: object, event: object, *, actor: object, facts: Mapping[str, Any] | None = None
) -> Step:
    """
    Try one event; states, events and actors may be given in Chinese.

    >>> step = act(REGISTRATION, "工考办审核中", "打印报名审批表", actor="申报单位")
    >>> step.state, [item.code for item in step.findings]
    ('AT_OFFICE', ['LYG.PRINT.AFTER_PASS'])
    """
    return machine.step(state, event, actor=actor, facts=facts)


def facts_of(registration: Registration, *, on: dt.date, profile: Profile = PROFILE) -> FrozenMap[str, bool]:
    """
    Return what a registration and the day show about the machines' conditions; what is not known is left out.

    >>> facts_of(Registration(target_grade="2", round=2018), on=dt.date(2018, 5, 3))["online_deadline_passed"]
    True
    """
    known = round_for(registration, Context(on, (PROFILE.own(profile) or PROFILE), registration))
    found: dict[str, bool | None] = {
        "originals_and_copies": _all_of(registration.originals, registration.copies),
        "stamped_by_unit": None if registration.stamps is None else "UNIT" in registration.stamps,
        "stamped_by_department": None if registration.stamps is None else "DEPARTMENT" in registration.stamps,
        "serious": registration.liability_review,
        "office_open": True if known is None else is_open(on, calendar=known.calendar),
    }
    if known is None or known.online_until is None or known.paper_until is None:
        # If a round's dates are not known, the guards are open, and this is reported.
        found |= {"online_deadline_passed": False, "paper_deadline_passed": False, "round_dates_unknown": True}
    else:
        late = on > known.online_until
        found |= {
            "online_deadline_passed": late and not registration.renewed,
            "renewed_late": late and bool(registration.renewed),
            "paper_deadline_passed": on > known.paper_until,
            "round_dates_unknown": False,
        }
    return FrozenMap({name: value for name, value in found.items() if value is not None})


def _all_of(*answers: bool | None) -> bool | None:
    return None if None in answers else all(answers)
