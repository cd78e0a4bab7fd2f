"""
The one engine: systems, profiles and rules as values, and the pass that reads and judges a record.
"""

from __future__ import annotations

from credrules.engine.judging import form_order
from credrules.engine.plan import Codes, Plan
from credrules.engine.profile import FieldRequirement, Profile, Switch, switch, switches_of
from credrules.engine.rules import Context, Found, RecordRule, Violation, rule, violation
from credrules.engine.stages import Stage, stage
from credrules.engine.system import Pass, System, read_record, structured
from credrules.fields import MOST_ENTRIES

__all__ = [
    "MOST_ENTRIES",
    "Codes",
    "Context",
    "FieldRequirement",
    "Found",
    "Pass",
    "Plan",
    "Profile",
    "RecordRule",
    "Stage",
    "Switch",
    "System",
    "Violation",
    "form_order",
    "read_record",
    "rule",
    "stage",
    "structured",
    "switch",
    "switches_of",
    "violation",
]
__dir__ = __all__.copy
