"""
When a division code was in use: the one place where identifiers look at geography.

The table covers the years from 1981 to its horizon. The police also issued
numbers with codes that appear in no list, so a code that is not found is
unknown, not wrong.
"""

from __future__ import annotations

import functools
from typing import Final

from credrules.codes import DIVISIONS
from credrules.codes.places import PREFIXES
from credrules.findings import Finding, finding

# The prefixes of all divisions in the table, not a list of our own. 83 is the prefix of the residence permits
# of Taiwan residents; 66 (the Xinjiang Production and Construction Corps) is attested by one source only, but
# one is enough not to call a number wrong.
PROVINCES: Final = frozenset(PREFIXES)

# The police went on using some codes (339005 and 410881 among them) for years
# after the lists had changed, so an ended code is reported only after this many
# years.
_SLACK: Final = 5

_FIRST_NUMBERS: Final = 1984


@functools.lru_cache(maxsize=16384)
def division_remarks(division: str, born: int) -> tuple[Finding, ...]:
    """
    Return findings about an unusual address of someone born in a given year, never an error.

    A province-level code is not the code of a county but structurally sound; an
    unknown province is reported as an error elsewhere.

    >>> [item.code for item in division_remarks("459999", 1993)], division_remarks("450000", 1993)
    (['CITIZEN_ID.DIVISION_UNKNOWN'], ())
    """
    if division.endswith("0000") or division[:2] not in PROVINCES:
        return ()
    periods = _periods(division)
    if not periods:
        return (finding("CITIZEN_ID.DIVISION_UNKNOWN", division=division),)
    given = max(born, _FIRST_NUMBERS)
    # The last year of a code that is in force, or whose end no source gives, is None.
    if any(end is None or end + _SLACK >= given for _, end in periods):
        return ()
    shown = tuple(f"{start or '?'}–{end}" for start, end in periods)
    return (finding("CITIZEN_ID.DIVISION_ENDED", division=division, periods=shown, born=born, given=given),)


_periods: Final = functools.lru_cache(maxsize=8192)(DIVISIONS.intervals)
