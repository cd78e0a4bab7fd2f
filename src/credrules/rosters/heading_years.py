"""
Hours of another time than the one asked for, as their heading says: three years together, or another year.

Such a column is read and added up; whether its hours are enough for the year
asked for is not said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from credrules.engine import Profile
from credrules.findings import Finding, finding
from credrules.masking import mask_text
from credrules.rosters.profile import RosterProfile
from credrules.rosters.records.hours import BY_FIELD
from credrules.rosters.records.row import RosterRow
from credrules.values import Label

__all__ = ["judged_by_heading", "names_another_time"]


def __dir__() -> list[str]:
    return sorted(__all__)


_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_PERIOD: Final = re.compile("[二两三四五六七八九十2-9](?:个?年|年度|个年度)|历年|累计|周期|任期|任现职以来|聘期|多年")
_SHORT: Final = "ROSTER.HOURS_SHORT"
_NOT_JUDGED: Final = "ROSTER.HOURS_NOT_JUDGED"


def names_another_time(heading: str, asked: int | None) -> bool:
    """
    Whether a heading speaks of several years, or of other years than the one asked for.

    >>> names_another_time("近三年总学时", 2023), names_another_time("2023年公需", 2023)
    (True, False)
    """
    years = {int(text) for text in _YEAR.findall(heading)}
    # 2022-2023 are two years, whichever is asked for.
    return bool(_PERIOD.search(_YEAR.sub("", heading))) or (bool(years) and years != {asked})


def judged_by_heading(
    findings: Iterable[Finding],
    headings: Mapping[str, str],
    record: RosterRow | None,
    profile: Profile,
    on: dt.date,
) -> Iterator[Finding]:
    """
    Yield the findings of a row; hours under a heading of another time are not judged, and that is said.

    `headings` maps fields to the headings of the table.
    """
    other = _of_another_time(headings, record, profile, on)
    if other is None:
        yield from findings
        return
    shown = mask_text(headings[other][:_LONGEST])
    reason = Label(f"标题“{shown}”说的是另一时段", f"the heading {shown} speaks of another time")
    yield from (item for item in findings if item.code not in {_SHORT, _NOT_JUDGED})
    yield finding(_NOT_JUDGED, path=(other,), reason=reason)


def _of_another_time(
    headings: Mapping[str, str], record: RosterRow | None, profile: Profile, on: dt.date
) -> str | None:
    # Without a requirement nothing is judged anyway.
    if record is None or not isinstance(profile, RosterProfile) or profile.hours is None:
        return None
    named = profile.hours
    own = None if isinstance(named, str) else named.year or on.year
    asked = record.hours_year or profile.hours_year or own
    filled = (name for name in BY_FIELD if name in headings and getattr(record, name) is not None)
    return next((name for name in filled if names_another_time(headings[name], asked)), None)


_LONGEST: Final = 40
