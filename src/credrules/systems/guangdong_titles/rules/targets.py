"""
The level applied for, compared with the conditions of eligibility.

References: the dated rows of `credrules.eligibility`.
Limitations: only what is known to fail is reported; what is open stays open (see `routing.targets.eligibility_of`).
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.engine import Context, Violation, rule, violation
from credrules.systems.guangdong_titles.records import TitleFile
from credrules.systems.guangdong_titles.routing.targets import facts_of, judged, what_is_short

__all__ = ["TARGET_RULES", "conditions_met"]
__dir__ = __all__.copy

_JUDGED: Final = frozenset({"REVIEW", "ASSESSMENT_RECOGNITION"})
_READ: Final = (
    "applications.business",
    "applications.series",
    "applications.target_level",
    "basic.education",
    "basic.birth_date",
    "basic.specialty_started_on",
    "educations.level",
    "educations.graduated_on",
    "educations.full_time",
    "titles.level",
    "titles.series",
    "titles.obtained_on",
    "titles.appointed_on",
    "titles.route",
)


@rule("GD.TARGET.NOT_ELIGIBLE", reads=_READ)
def conditions_met(file: TitleFile, context: Context) -> list[Violation]:
    """
    An application for a level whose conditions are known to fail is reported.
    """
    if not context.profile.assess_eligibility or not facts_of(file):
        return []
    found: list[Violation] = []
    for index, item in enumerate(file.applications):
        if item.business not in _JUDGED or item.target_level is None:
            continue
        short = what_is_short(judged(file, item, on=context.on, profile=context.profile))
        if short:
            level = codes.TITLE_LEVELS[item.target_level].label
            found.append(violation("applications", index, "target_level", level=level, reason=short))
    return found


TARGET_RULES: Final = (conditions_met,)
"""Every rule of the level applied for."""
