"""
The records: one module per table of the form; `whole` joins them to a worker and to a unit's declaration.
"""

from __future__ import annotations

from credrules.systems.lianyungang.records.whole import (
    FIELDS,
    FORM_ORDER,
    RECORD_TYPES,
    Award,
    Declaration,
    Education,
    Person,
    Post,
    Registration,
    SkillRecord,
    Training,
    Worker,
)

__all__ = [
    "FIELDS",
    "FORM_ORDER",
    "RECORD_TYPES",
    "Award",
    "Declaration",
    "Education",
    "Person",
    "Post",
    "Registration",
    "SkillRecord",
    "Training",
    "Worker",
]
__dir__ = __all__.copy
