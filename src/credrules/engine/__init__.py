"""
The one engine: profiles, rules and systems as values, and the pass that reads and judges a record.
"""

from __future__ import annotations

from credrules.engine.judging import check_record, form_order, read_record
from credrules.engine.profile import FieldRequirement, Profile
from credrules.engine.reading import MOST_ENTRIES
from credrules.engine.rules import Context, RecordRule, Violation, violation
from credrules.engine.system import RecordSystem

__all__ = [
    "MOST_ENTRIES",
    "Context",
    "FieldRequirement",
    "Profile",
    "RecordRule",
    "RecordSystem",
    "Violation",
    "check_record",
    "form_order",
    "read_record",
    "violation",
]


def __dir__() -> list[str]:
    return sorted(__all__)
