"""
The state machines, their steps, and the roles.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.workflow.record import (
    ACCOUNT,
    ADMIN_RIGHT,
    LEARNING_RECORD,
    REQUEST,
    UNIT_REGISTRATION,
    WORKFLOW,
    YEAR,
    learning_record,
)
from credrules.systems.guangdong_learning.workflow.roles import ACTORS, LOCKS, Lock, may_edit, role_of
from credrules.systems.guangdong_learning.workflow.steps import (
    Selection,
    act,
    act_on,
    can_change,
    replay,
    responsible,
    select,
    subject_of,
    whom_to_ask,
)

__all__ = [
    "ACCOUNT",
    "ACTORS",
    "ADMIN_RIGHT",
    "LEARNING_RECORD",
    "LOCKS",
    "REQUEST",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "YEAR",
    "Lock",
    "Selection",
    "act",
    "act_on",
    "can_change",
    "learning_record",
    "may_edit",
    "replay",
    "responsible",
    "role_of",
    "select",
    "subject_of",
    "whom_to_ask",
]
__dir__ = __all__.copy
