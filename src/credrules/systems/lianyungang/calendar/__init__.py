"""
Dates: when the office is open, until when a round accepts declarations and paper.
"""

from __future__ import annotations

from credrules.systems.lianyungang.calendar.holidays import (
    CALENDAR_2018,
    Calendar,
    calendar_of,
    is_open,
    working_days,
)
from credrules.systems.lianyungang.calendar.rounds import ROUND_2018, Round, Window, window

__all__ = [
    "CALENDAR_2018",
    "ROUND_2018",
    "Calendar",
    "Round",
    "Window",
    "calendar_of",
    "is_open",
    "window",
    "working_days",
]
__dir__ = __all__.copy
