"""
The round of 2018 and its window: the deadlines for online declarations and for paper, and what is late.

The dates are those of the notice and apply to the assessment of 技师 only: annex 1
describes the system for every grade, but the deadlines are for this round alone
(the notice, title and 一).

References: the notice, 一 and its date; annex 1, step 7.
Limitations: no hour is given, so a deadline includes its whole day; no other round's dates are known.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import field, frozen

from credrules.dates import PartialDate
from credrules.findings import Finding, finding
from credrules.systems.lianyungang.calendar.holidays import (
    CALENDAR_2018,
    Calendar,
    day_of,
    days_between,
    working_days,
)
from credrules.systems.lianyungang.names import TECHNICIAN
from credrules.values import FrozenMap, exact_text

__all__ = [
    "ROUND_2018",
    "Round",
    "Window",
    "round_of",
    "tight",
    "window",
]
__dir__ = __all__.copy

_WORDS: Final = FrozenMap(
    {"online": "online", "网上": "online", "paper": "paper", "纸质": "paper", "纸质材料": "paper"}
)


@frozen
class Round:
    """
    One round: its year, the grade it is for, the day of the notice and the two deadlines (None: not known).

    >>> ROUND_2018.online_until.isoformat(), ROUND_2018.paper_until.isoformat()
    ('2018-05-02', '2018-05-03')
    """

    id: str
    year: int
    target: str
    notice_on: dt.date | None = None
    online_until: dt.date | None = None
    paper_until: dt.date | None = None
    calendar: Calendar = CALENDAR_2018
    source: str = ""


# The notice, date line and 一; the target is 技师 of SKILL_GRADES.
ROUND_2018: Final = Round(
    "2018-2",
    2018,
    TECHNICIAN,
    notice_on=dt.date(2018, 4, 23),
    online_until=dt.date(2018, 5, 2),
    paper_until=dt.date(2018, 5, 3),
    source="连云港市转发苏人社发〔2018〕98号的通知，落款日期及一",
)
"""技师 in 2018: notice of 23 April, online until 2 May, paper until 3 May."""


@frozen
class Window:
    """
    How long a round is open: working days until each deadline, and the days off between.

    `online_days` and `paper_days` count from the day of the notice, both ends
    included; None if a date or the calendar is not known. `findings` report
    the length, and how little is left on the day asked about.
    """

    round: Round | None
    online_days: int | None
    paper_days: int | None
    closed: tuple[dt.date, ...]
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    def late(self, day: object, what: object = "online") -> bool | None:
        """
        Return whether a day is after the deadline of `what` (`"online"` or `"paper"`); None if the deadline is unknown.

        The day of the deadline itself is in time. Whether the office is open is decided separately.

        >>> window().late(dt.date(2018, 5, 2)), window().late(dt.date(2018, 5, 3), "paper")
        (False, False)
        >>> window().late(dt.date(2018, 5, 4), "paper"), window().late("soon")
        (True, None)
        """
        kind = _WORDS.get(exact_text(what) or "")
        date = PartialDate.check(day).value
        if self.round is None or kind is None or date is None:
            return None
        until = self.round.online_until if kind == "online" else self.round.paper_until
        if until is None:
            return None
        if date.earliest() > until:
            return True
        return False if date.latest() <= until else None


def window(round: object = ROUND_2018, *, on: object = None) -> Window:  # noqa: A002  # the notice's own word
    """
    Return the window of a round; with `on`, also whether it has become tight on that day. Never raises.

    >>> answer = window()
    >>> answer.online_days, answer.paper_days, [day.isoformat() for day in answer.closed]
    (7, 8, ['2018-04-29', '2018-04-30', '2018-05-01'])
    >>> [item.code for item in window(on=dt.date(2018, 5, 2)).findings]
    ['LYG.DL.WINDOW', 'LYG.FLOW.TIGHT_WINDOW']
    """
    if type(round) is not Round:
        return Window(None, None, None, (), (finding("LYG.DL.UNKNOWN"),))
    online = working_days(round.notice_on, round.online_until, calendar=round.calendar)
    paper = working_days(round.notice_on, round.paper_until, calendar=round.calendar)
    days = days_between(round.notice_on, round.paper_until, calendar=round.calendar)
    if online is None or paper is None or days is None:
        return Window(round, _count(online), _count(paper), (), (finding("LYG.DL.UNKNOWN"),))
    told = finding("LYG.DL.WINDOW", since=round.notice_on, online=len(online), paper=len(paper))
    closed = tuple(day for day in days if day not in paper)
    return Window(round, len(online), len(paper), closed, (told, *tight(on, round)))


def _count(days: tuple[dt.date, ...] | None) -> int | None:
    return None if days is None else len(days)


def tight(day: object, round: Round = ROUND_2018) -> tuple[Finding, ...]:  # noqa: A002  # as in `window`
    """
    Return a finding if submitting on a day leaves one working day or less for audit, print, stamps and paper.
    """
    known = day_of(day)
    if known is None or round.paper_until is None or known > round.paper_until:
        return ()
    left = working_days(known + dt.timedelta(days=1), round.paper_until, calendar=round.calendar)
    if left is None or len(left) > 1:
        return ()
    return (finding("LYG.FLOW.TIGHT_WINDOW", day=known, count=len(left), until=round.paper_until),)


def round_of(
    target: str | None, year: int | None, *days: PartialDate | None, rounds: tuple[Round, ...] = (ROUND_2018,)
) -> Round | None:
    """
    Return the round a registration belongs to, if its dates are known: 技师 in 2018, else None.

    The year is the one given, else that of the first date given.

    >>> round_of("2", None, PartialDate(2018, 5, 3)) == ROUND_2018, round_of("4", 2018) is None
    (True, True)
    """
    years = [year] if year is not None else [date.year for date in days if date is not None]
    for item in rounds:
        if years and (item.target, item.year) == (target, years[0]):
            return item
    return None
