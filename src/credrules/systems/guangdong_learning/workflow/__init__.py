"""
Who does what and when: the machines and their steps.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.workflow.record import (
    ACCOUNT,
    ADMIN_RIGHT,
    EDITABLE_STATES,
    LEARNING_RECORD,
    PENDING_STATES,
    REQUEST,
    UNIT_REGISTRATION,
    WORKFLOW,
    YEAR,
    learning_record,
)
from credrules.systems.guangdong_learning.workflow.roles import may_edit, role_of
from credrules.systems.guangdong_learning.workflow.steps import act, act_on, responsible, select, whom_to_ask

__all__ = [
    "ACCOUNT",
    "ADMIN_RIGHT",
    "EDITABLE_STATES",
    "LEARNING_RECORD",
    "PENDING_STATES",
    "REQUEST",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "YEAR",
    "act",
    "act_on",
    "learning_record",
    "may_edit",
    "responsible",
    "role_of",
    "select",
    "whom_to_ask",
]
