"""
The year: which records count, whether they are enough, and the certificate.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.year.certificate import (
    AnnualResult,
    PrintDecision,
    Usage,
    annual_result,
    can_print_certificate,
    entries_of,
    recount,
)
from credrules.systems.guangdong_learning.year.merging import (
    Merge,
    Reconciliation,
    duplicates_of,
    merge_site_records,
    reconcile,
    same_course,
)
from credrules.systems.guangdong_learning.year.results import ResultDecision, convert_result

__all__ = [
    "AnnualResult",
    "Merge",
    "PrintDecision",
    "Reconciliation",
    "ResultDecision",
    "Usage",
    "annual_result",
    "can_print_certificate",
    "convert_result",
    "duplicates_of",
    "entries_of",
    "merge_site_records",
    "reconcile",
    "recount",
    "same_course",
]
__dir__ = __all__.copy
