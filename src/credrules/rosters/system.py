"""
The roster as a system: one flat record, its rules, its stages.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import System
from credrules.rosters.profile import PROFILE
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.eligibility import ELIGIBILITY_RULES
from credrules.rosters.rules.hours import HOURS_RULES
from credrules.rosters.rules.person import PERSON_RULES
from credrules.rosters.rules.title_words import TITLE_WORD_RULES
from credrules.rosters.rules.titles import TITLE_RULES
from credrules.rosters.stages.centuries import centuries
from credrules.rosters.stages.ditto import ditto_marks, without_blanks_of_foreigners, without_ditto_marks
from credrules.rosters.stages.misplaced import cells_out_of_place
from credrules.rosters.stages.nothing import none_words, without_none_words
from credrules.rosters.stages.short_names import other_names

__all__ = ["SYSTEM"]
__dir__ = __all__.copy

SYSTEM: Final = System(
    "rosters",
    RosterRow,
    rules=(*PERSON_RULES, *HOURS_RULES, *TITLE_RULES, *TITLE_WORD_RULES, *ELIGIBILITY_RULES),
    profile=PROFILE,
    mandatory="ROSTER.REQUIRED",
    before=(without_ditto_marks, without_none_words),
    after=(centuries, without_blanks_of_foreigners, cells_out_of_place, none_words, other_names, ditto_marks),
    home=__name__,
)
"""One row: words for none are emptied before the cells are read, misplaced cells are reported after the rules."""
