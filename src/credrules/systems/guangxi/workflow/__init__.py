"""
Who does what and when: the state machines, backups, reports.
"""

from __future__ import annotations

from credrules.systems.guangxi.workflow.backup import Difference, diff, dump, load
from credrules.systems.guangxi.workflow.record import PERSONAL_RECORD, is_audited, is_reported, personal_record
from credrules.systems.guangxi.workflow.roles import Edition, Role, permitted
from credrules.systems.guangxi.workflow.submission import (
    ROSTER_COLUMNS,
    Amendment,
    Roster,
    Submission,
    amend,
    roster,
    submit,
)
from credrules.systems.guangxi.workflow.workplace import WORKFLOW, WORKPLACE, Workspace

__all__ = [
    "PERSONAL_RECORD",
    "ROSTER_COLUMNS",
    "WORKFLOW",
    "WORKPLACE",
    "Amendment",
    "Difference",
    "Edition",
    "Role",
    "Roster",
    "Submission",
    "Workspace",
    "amend",
    "diff",
    "dump",
    "is_audited",
    "is_reported",
    "load",
    "permitted",
    "personal_record",
    "roster",
    "submit",
]
__dir__ = __all__.copy
