"""
When a division code was in use: the one place where identifiers look at geography.

The table reaches from 1981 to its horizon; a code given to people by the
police need not stand in any list, so what is not found is unknown, not wrong.
"""

from __future__ import annotations

import functools
from typing import Final, TypeAlias

from credrules.codes import DIVISIONS
from credrules.codes.places import PREFIXES
from credrules.findings import Finding, finding

Periods: TypeAlias = tuple[tuple[int | None, int | None], ...]

# The prefixes of all divisions of the table, and no list of our own: 83 is that of the residence permits of Taiwan
# residents, and 66 (the Xinjiang Production and Construction Corps) is attested by one source only, which is too
# much to call a number wrong.
PROVINCES: Final = frozenset(PREFIXES)

# Police went on using some codes for years after the lists had changed
# (339005 and 410881 among them), so an end is noticed only after this many.
_SLACK: Final = 5

_FIRST_NUMBERS: Final = 1984


@functools.lru_cache(maxsize=16384)
def division_remarks(division: str, born: int) -> tuple[Finding, ...]:
    """
    Return what is unusual about the address of somebody born in a year, never an error.

    A province-level code is no county's but structurally sound; an unknown
    province is an error elsewhere.

    >>> [item.code for item in division_remarks("459999", 1993)], division_remarks("450000", 1993)
    (['CITIZEN_ID.DIVISION_UNKNOWN'], ())
    """
    if division.endswith("0000") or division[:2] not in PROVINCES:
        return ()
    periods = division_history(division)
    if periods is None:
        return (finding("CITIZEN_ID.DIVISION_UNKNOWN", division=division),)
    last = _last_year(periods)
    given = max(born, _FIRST_NUMBERS)
    if last is None or last + _SLACK >= given:
        return ()
    shown = tuple(f"{start or '?'}–{end}" for start, end in periods)
    return (finding("CITIZEN_ID.DIVISION_ENDED", division=division, periods=shown, born=born, given=given),)


def _last_year(periods: Periods) -> int | None:
    """
    Return the year a code ended; None while it is in force or no source says.
    """
    ends = [end for _, end in periods]
    return None if None in ends else max(end for end in ends if end is not None)


@functools.lru_cache(maxsize=8192)
def division_history(code: str) -> Periods | None:
    """
    Return the (first year, last year) periods of a six-digit code, None if no list has it.

    A first year None is unknown, a last year None means still in force (or no
    source says when it ended).
    """
    return DIVISIONS.intervals(code) or None
