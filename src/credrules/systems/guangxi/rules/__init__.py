"""
Rules of the record, one file per form table; listed in `system`.
"""

from __future__ import annotations

from credrules.systems.guangxi.rules.awards import AwardDecision, classify_award
from credrules.systems.guangxi.rules.units import find_near_duplicates, same_unit

__all__ = [
    "AwardDecision",
    "classify_award",
    "find_near_duplicates",
    "same_unit",
]
__dir__ = __all__.copy
