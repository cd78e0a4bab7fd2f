"""
Dates of which a year, a month or a day is known, read from the cells of personnel tables.

`PartialDate` is the value, `check` reads it, `compare`, `overlaps`,
`years_between` and `add_time` calculate with it without guessing.
"""

from __future__ import annotations

from credrules.dates.elapsed import add_time, full_years, years_between
from credrules.dates.order import Comparison, compare, overlaps
from credrules.dates.partial import PartialDate, Precision, check, check_precision

__all__ = [
    "Comparison",
    "PartialDate",
    "Precision",
    "add_time",
    "check",
    "check_precision",
    "compare",
    "full_years",
    "overlaps",
    "years_between",
]
__dir__ = __all__.copy
