"""
The records of the system: one module per form; `whole` joins them into the file of one person.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.records.whole import (
    FIELDS,
    RECORD_TYPES,
    AccountInfo,
    Administrator,
    Attachment,
    HistoryStep,
    LearningFile,
    LearningRecord,
    PersonalInfo,
    Request,
    UnitRegistration,
)

__all__ = [
    "FIELDS",
    "RECORD_TYPES",
    "AccountInfo",
    "Administrator",
    "Attachment",
    "HistoryStep",
    "LearningFile",
    "LearningRecord",
    "PersonalInfo",
    "Request",
    "UnitRegistration",
]
__dir__ = __all__.copy
