"""
The roster as the engine needs it: the flat record, its rules, its code for empty cells.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import RecordSystem
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.hours import HOURS_RULES
from credrules.rosters.rules.person import PERSON_RULES
from credrules.rosters.rules.titles import TITLE_RULES

__all__ = ["SYSTEM"]


def __dir__() -> list[str]:
    return sorted(__all__)


SYSTEM: Final = RecordSystem(RosterRow, rules=(*PERSON_RULES, *HOURS_RULES, *TITLE_RULES), mandatory="ROSTER.REQUIRED")
"""The roster as a system: one flat record."""
