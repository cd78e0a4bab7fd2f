"""
When a division code was in use: the one place where identifiers look at geography.

The table reaches from 1981 to its horizon; a code given to people by the
police need not stand in any list, so what is not found is unknown, not wrong.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any, Final, TypeAlias

Periods: TypeAlias = tuple[tuple[int | None, int | None], ...]

# Every province-level prefix GB/T 2260 has had since 1980, and 83, the prefix
# of the residence permits of Taiwan residents.
PROVINCES: Final = frozenset(
    {"11", "12", "13", "14", "15", "21", "22", "23"}
    | {"31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46"}
    | {"50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"}
)


@functools.lru_cache(maxsize=8192)
def division_history(code: str) -> Periods | None:
    """
    Return the (first year, last year) periods of a six-digit code, None if no list has it.

    A first year None is unknown, a last year None means still in force (or no
    source says when it ended).
    """
    return _lookup()(code) or None


@functools.cache
def _lookup() -> Callable[[str], Periods]:
    table: Any = importlib.import_module("credrules.codes").DIVISIONS
    intervals: Callable[[str], Periods] = table.intervals
    return intervals
