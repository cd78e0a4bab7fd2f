"""
The record of one person: one file per form table, joined in `whole`.
"""

from __future__ import annotations

from credrules.systems.guangxi.records.whole import (
    FIELDS,
    FORM_ORDER,
    RECORD_TYPES,
    Award,
    Basic,
    Degree,
    Education,
    Honour,
    OccupationalCertificate,
    PersonalRecord,
    TitleCertificate,
)

__all__ = [
    "FIELDS",
    "FORM_ORDER",
    "RECORD_TYPES",
    "Award",
    "Basic",
    "Degree",
    "Education",
    "Honour",
    "OccupationalCertificate",
    "PersonalRecord",
    "TitleCertificate",
]
__dir__ = __all__.copy
