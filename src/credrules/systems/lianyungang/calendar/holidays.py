"""
On which days the office is open: the week, and what the year's arrangement of holidays changes.

References: the notice, 一 (节假日正常休息); 国务院办公厅关于2018年部分节假日安排的通知;
for the last three days of the year, the arrangement of 2019.
Limitations: only the arrangement of 2018 is shipped; a day outside it is unknown,
and the answer is None. The sources do not say whether the office was closed on other days.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import field, frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.dates import PartialDate, Precision

__all__ = [
    "CALENDAR_2018",
    "Calendar",
    "calendar_of",
    "day_of",
    "days_between",
    "is_open",
    "working_days",
]
__dir__ = __all__.copy

_SATURDAY: Final = 5
_DAY: Final = dt.timedelta(days=1)


@frozen
class Calendar:
    """
    A calendar from `first` to `last`: `closed` weekdays without work, `open` weekend days with work.

    >>> CALENDAR_2018.first.isoformat(), len(CALENDAR_2018.open)
    ('2018-01-01', 7)
    """

    name: str
    first: dt.date
    last: dt.date
    closed: frozenset[dt.date] = field(repr=False)
    open: frozenset[dt.date] = field(repr=False)
    source: str = ""

    def covers(self, day: dt.date) -> bool:
        """
        Return whether the calendar covers the day.
        """
        return self.first <= day <= self.last


def calendar_of(table: CodeTable) -> Calendar:
    """
    Return the calendar in a table of days such as HOLIDAYS_2018; its limits are those of the table.

    >>> calendar_of(codes.HOLIDAYS_2018) == CALENDAR_2018
    True
    """
    about, read = table.about, dt.date.fromisoformat
    days = {kind: frozenset(read(row.code) for row in table if row["kind"] == kind) for kind in ("CLOSED", "OPEN")}
    source = "；".join(item.title for item in about.sources)
    return Calendar(table.name, read(about.since), read(about.horizon), days["CLOSED"], days["OPEN"], source)


CALENDAR_2018: Final = calendar_of(codes.HOLIDAYS_2018)
"""The arrangement of 2018, with its source."""


def day_of(value: object) -> dt.date | None:
    """
    Return the day an object means, None if it is not a full date; never raises.

    >>> day_of("2018-05-01"), day_of("2018-05"), day_of(None)
    (datetime.date(2018, 5, 1), None, None)
    """
    date = PartialDate.check(value).value
    return date.earliest() if date is not None and date.precision is Precision.DAY else None


def is_open(day: object, *, calendar: object = CALENDAR_2018) -> bool | None:
    """
    Return whether the office receives paper on a day; None beyond the calendar, or if it is not a day. Never raises.

    >>> is_open(dt.date(2018, 4, 28)), is_open(dt.date(2018, 5, 1)), is_open(dt.date(2019, 5, 1))
    (True, False, None)
    """
    known = day_of(day)
    if known is None or type(calendar) is not Calendar or not calendar.covers(known):
        return None
    return known in calendar.open or (known.weekday() < _SATURDAY and known not in calendar.closed)


def working_days(start: object, end: object, *, calendar: object = CALENDAR_2018) -> tuple[dt.date, ...] | None:
    """
    Return the open days from `start` to `end`, both counted; None if one lies beyond the calendar. Never raises.

    >>> len(working_days(dt.date(2018, 4, 23), dt.date(2018, 5, 2)))
    7
    >>> working_days(dt.date(2018, 12, 31), dt.date(2019, 1, 2)) is None
    True
    """
    days = days_between(start, end, calendar=calendar)
    return None if days is None else tuple(day for day in days if is_open(day, calendar=calendar))


def days_between(start: object, end: object, *, calendar: object = CALENDAR_2018) -> tuple[dt.date, ...] | None:
    """
    Return every day from `start` to `end`, both counted; empty if `end` is before `start`, None beyond the calendar.
    """
    first, last = day_of(start), day_of(end)
    if first is None or last is None or type(calendar) is not Calendar:
        return None
    if not (calendar.covers(first) and calendar.covers(last)):
        return None
    return tuple(first + _DAY * place for place in range((last - first).days + 1))
