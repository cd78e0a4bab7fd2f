"""
The four machines, one module per subject; trying an event, and what the data show about its conditions.
"""

from __future__ import annotations

from credrules.systems.lianyungang.workflow.registration import OFFLINE, REGISTRATION
from credrules.systems.lianyungang.workflow.rows import STEPS, NumberedTransition
from credrules.systems.lianyungang.workflow.steps import WORKFLOW, act, facts_of
from credrules.systems.lianyungang.workflow.worker import AFTER_EXAMINATION, WORKER_INFORMATION

__all__ = [
    "AFTER_EXAMINATION",
    "OFFLINE",
    "REGISTRATION",
    "STEPS",
    "WORKER_INFORMATION",
    "WORKFLOW",
    "NumberedTransition",
    "act",
    "facts_of",
]
__dir__ = __all__.copy
