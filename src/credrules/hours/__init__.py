"""
Continuing education: how much is required, whether it is done, how many hours a result is worth.

Requirements are dated and cited data; an audit names figure, clause and record.
What the sources do not state is reported as unknown and never filled in.

>>> from credrules.hours import Entry, audit, requirement
>>> rule = requirement("CN-GD", year=2023)
>>> audit([Entry("公需", 30, 2023), Entry("专业", 42, 2023), Entry("选修", 18, 2023)], requirement=rule).passed
True
"""

from __future__ import annotations

from credrules.hours.additions import Addition, Additions
from credrules.hours.adjustments import Adjustment, AdjustmentKind
from credrules.hours.audits import Audit, audit
from credrules.hours.conversions import Activity, Conversion, convert, convert_all, table_of
from credrules.hours.entries import Entry, read_entry
from credrules.hours.explaining import Explanation, Statement
from credrules.hours.lookup import find_requirement, requirement
from credrules.hours.reading import Written, read
from credrules.hours.requirements import Cap, CarryOver, Minimum, Requirement, ShareBase, Span, Unit
from credrules.hours.standards import STANDARDS, ConversionRule, Formula, Ranks, Standard
from credrules.hours.streams import audit_many
from credrules.hours.subjects import Subject
from credrules.hours.table import REQUIREMENTS, source_title

__all__ = [
    "REQUIREMENTS",
    "STANDARDS",
    "Activity",
    "Addition",
    "Additions",
    "Adjustment",
    "AdjustmentKind",
    "Audit",
    "Cap",
    "CarryOver",
    "Conversion",
    "ConversionRule",
    "Entry",
    "Explanation",
    "Formula",
    "Minimum",
    "Ranks",
    "Requirement",
    "ShareBase",
    "Span",
    "Standard",
    "Statement",
    "Subject",
    "Unit",
    "Written",
    "audit",
    "audit_many",
    "convert",
    "convert_all",
    "find_requirement",
    "read",
    "read_entry",
    "requirement",
    "source_title",
    "table_of",
]
__dir__ = __all__.copy
