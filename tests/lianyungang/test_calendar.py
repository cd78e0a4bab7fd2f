"""
Days: the arrangement of 2018, the window of the round, late and in time.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.systems import lianyungang
from credrules.systems.lianyungang.calendar import CALENDAR_2018, ROUND_2018, Calendar, Round, calendar_of
from credrules.systems.lianyungang.calendar.holidays import days_between
from credrules.systems.lianyungang.calendar.rounds import tight
from tests.support import hostile
from tests.support.cases import not_ok, ok

DAYS = st.dates(dt.date(2017, 6, 1), dt.date(2019, 6, 30))
IN_2018 = st.dates(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
# The arrangement as the document gives it: days off, and weekend days that are worked.
OFF = {
    "01-01",
    *(f"02-{day}" for day in range(15, 22)),
    "04-05",
    "04-06",
    "04-07",
    "04-29",
    "04-30",
    "05-01",
    "06-18",
    "09-24",
}
OFF |= {f"10-0{day}" for day in range(1, 8)}
# The arrangement of the next year reaches into this one.
OFF |= {"12-30", "12-31"}
WORKED = {"02-11", "02-24", "04-08", "04-28", "09-29", "09-30", "12-29"}


@given(day=IN_2018)
def test_the_year_is_the_week_and_its_exceptions(day: dt.date) -> None:
    """
    Open from Monday to Friday but for the days off, and on the weekend days that are worked.
    """
    key = f"{day:%m-%d}"

    assert (key in WORKED or (day.isoweekday() <= 5 and key not in OFF)) is lianyungang.is_open(day)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        pytest.param("2018-04-28", True, marks=ok("LYG-005")),
        pytest.param("2018-04-29", False, marks=not_ok("LYG-005")),
        pytest.param("2018-04-30", False, marks=not_ok("LYG-005")),
        pytest.param("2018-05-01", False, marks=not_ok("LYG-005")),
        ("2018-05-02", True),
        ("2018-05-05", False),
        ("2017-12-31", None),
        ("2019-01-01", None),
        ("2018-05", None),
        ("明天", None),
    ],
)
def test_days_around_labour_day(day: str, is_open: bool | None) -> None:  # noqa: FBT001  # the expected answer
    """
    The Saturday is worked, the three days off are closed; beyond 2018, and of no day, nobody knows.
    """
    assert is_open is lianyungang.is_open(day)


@ok("LYG-005")
def test_the_arrangement_tells_its_source() -> None:
    """
    The calendar is that of the table of days, and names the documents it comes from.
    """
    assert calendar_of(codes.HOLIDAYS_2018) == CALENDAR_2018
    assert "国办发明电〔2017〕12号" in CALENDAR_2018.source
    assert (dt.date(2018, 1, 1), dt.date(2018, 12, 31)) == (CALENDAR_2018.first, CALENDAR_2018.last)


@ok("LYG-006")
def test_seven_and_eight_working_days() -> None:
    """
    From 23 April, both ends counted: 7 until the online deadline, 8 until the paper deadline.
    """
    start = dt.date(2018, 4, 23)
    online = lianyungang.working_days(start, dt.date(2018, 5, 2))
    paper = lianyungang.working_days(start, dt.date(2018, 5, 3))
    window = lianyungang.window()

    assert (7, 8) == (len(online or ()), len(paper or ()))
    assert [23, 24, 25, 26, 27, 28, 2] == [day.day for day in online or ()]
    assert (7, 8) == (window.online_days, window.paper_days)
    assert (dt.date(2018, 4, 29), dt.date(2018, 4, 30), dt.date(2018, 5, 1)) == window.closed
    assert ["LYG.DL.WINDOW"] == [item.code for item in window.findings]


@not_ok("LYG-006")
def test_without_the_worked_saturday_one_day_is_missing() -> None:
    """
    A calendar that forgets the make-up day counts 6 and 7.
    """
    forgetful = Calendar("X", CALENDAR_2018.first, CALENDAR_2018.last, CALENDAR_2018.closed, frozenset())
    answer = lianyungang.window(
        Round("X", 2018, "2", ROUND_2018.notice_on, ROUND_2018.online_until, ROUND_2018.paper_until, forgetful)
    )

    assert (6, 7) == (answer.online_days, answer.paper_days)


def test_beyond_the_calendar_is_none() -> None:
    """
    A day beyond makes the count unknown; an end before the start counts nothing.
    """
    assert lianyungang.working_days(dt.date(2018, 12, 30), dt.date(2019, 1, 3)) is None
    assert lianyungang.working_days(None, dt.date(2018, 5, 3)) is None
    assert () == lianyungang.working_days(dt.date(2018, 5, 3), dt.date(2018, 5, 2))
    assert days_between(dt.date(2018, 5, 2), dt.date(2018, 5, 3), calendar="2018") is None
    assert lianyungang.is_open(dt.date(2018, 5, 3), calendar=None) is None
    assert lianyungang.is_open(dt.date(2019, 5, 3)) is None


@given(start=DAYS, end=DAYS)
def test_counting_is_adding_up(start: dt.date, end: dt.date) -> None:
    """
    The working days of a span are its open days, none lost and none twice.
    """
    answer = lianyungang.working_days(start, end)
    known = all(day.year == 2018 for day in (start, end))
    length = max((end - start).days + 1, 0)
    every = [start + dt.timedelta(days=place) for place in range(length)]

    assert known is (answer is not None)
    assert answer is None or [day for day in every if lianyungang.is_open(day)] == list(answer)


@pytest.mark.parametrize(
    ("day", "what", "late"),
    [
        pytest.param("2018-05-02", "online", False, marks=ok("LYG-003")),
        pytest.param("2018-05-03", "online", True, marks=not_ok("LYG-003")),
        pytest.param("2018-05-03", "paper", False, marks=ok("LYG-004", "LYG-052")),
        pytest.param("2018-05-04", "纸质", True, marks=not_ok("LYG-004")),
        ("2018-05-01", "online", False),
        ("2018-05", "online", None),
        ("2018", "paper", None),
        ("2018-06", "paper", True),
        ("2018-04", "paper", False),
        ("2018-05-01", "fax", None),
        (None, "online", None),
    ],
)
def test_late_and_in_time(day: object, what: str, late: bool | None) -> None:  # noqa: FBT001  # the expected answer
    """
    The deadline's own day is in time; a date that may be both is unknown.
    """
    assert late is lianyungang.window().late(day, what)


@given(first=DAYS, second=DAYS, what=st.sampled_from(["online", "paper"]))
def test_deadlines_are_monotone(first: dt.date, second: dt.date, what: str) -> None:
    """
    If a day is in time, every earlier day is.
    """
    window = lianyungang.window()
    earlier, later = sorted((first, second))

    assert window.late(later, what) or not window.late(earlier, what)


@pytest.mark.parametrize(
    ("on", "left"),
    [
        ("2018-04-27", None),
        ("2018-05-01", None),
        ("2018-05-02", 1),
        ("2018-05-03", 0),
        ("2018-05-04", None),
        ("x", None),
    ],
)
def test_the_tight_window_is_told(on: str, left: int | None) -> None:
    """
    On the last day one working day is left for audit, print, stamps and paper.
    """
    told = [item for item in lianyungang.window(on=on).findings if item.code == "LYG.FLOW.TIGHT_WINDOW"]

    assert ([] if left is None else [left]) == [item.params["count"] for item in told]


@pytest.mark.parametrize(
    "known",
    [
        Round("2019-2", 2019, "2"),
        Round("2019-2", 2019, "2", paper_until=dt.date(2019, 5, 3)),
        Round("2018-1", 2018, "1", dt.date(2018, 4, 23), dt.date(2018, 5, 2)),
        "2018",
        None,
    ],
)
def test_a_round_without_dates_is_unknown(known: object) -> None:
    """
    Where a date or the calendar is missing nothing is counted, nothing is late, and that is told.
    """
    answer = lianyungang.window(known, on="2018-05-02")

    assert answer.paper_days is None
    assert ["LYG.DL.UNKNOWN"] == [item.code for item in answer.findings]
    assert answer.late(dt.date(2018, 5, 2), "paper") in {None, False}


def test_what_is_left_needs_the_calendar() -> None:
    """
    Of days beyond the calendar nothing is called tight.
    """
    known = Round("2019-2", 2019, "2", dt.date(2019, 4, 23), dt.date(2019, 5, 2), dt.date(2019, 5, 3))

    assert () == tight(dt.date(2019, 5, 2), known)


def test_days_never_raise() -> None:
    """
    Whatever object stands for a day, a calendar or a round is answered.
    """
    window = lianyungang.window()
    for value in hostile.everything():
        answers: list[Any] = [
            lianyungang.is_open(value),
            lianyungang.working_days(value, value),
            window.late(value, value),
            window.late(dt.date(2018, 5, 1), value),
            lianyungang.window(value, on=value).online_days,
            lianyungang.is_open(dt.date(2018, 5, 1), calendar=value),
        ]

        assert all(item is None or isinstance(item, (bool, tuple)) for item in answers)
