"""
Dates of which a year, a month or a day is known, read from the cells of personnel tables.

`PartialDate` is the value, `check` reads it, `compare`, `overlaps`,
`years_between` and `add_years` calculate with it without guessing.
"""

from __future__ import annotations

from credrules.dates.order import Comparison, add_years, compare, overlaps, years_between
from credrules.dates.partial import PartialDate, Precision, check, check_precision, coarseness

__all__ = [
    "Comparison",
    "PartialDate",
    "Precision",
    "add_years",
    "check",
    "check_precision",
    "coarseness",
    "compare",
    "overlaps",
    "years_between",
]


def __dir__() -> list[str]:
    return sorted(__all__)
