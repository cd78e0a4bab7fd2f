"""
Day numbers of spreadsheets, against the table that Excel itself shows.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate, check
from credrules.dates.serial import LARGEST, from_serial


@pytest.mark.parametrize(
    ("number", "date1904", "expected"),
    [
        (1, False, "1900-01-01"), (59, False, "1900-02-28"), (60, False, None), (61, False, "1900-03-01"),
        (367, False, "1901-01-01"), (34151, False, "1993-07-01"), (36526, False, "2000-01-01"),
        (36585, False, "2000-02-29"), (41061, False, "2012-06-01"), (0, False, None), (-1, False, None),
        (0, True, "1904-01-01"), (60, True, "1904-03-01"), (32689, True, "1993-07-01"), (-1, True, None),
        (LARGEST + 1, False, None), (LARGEST + 1, True, None),
    ],
)  # fmt: skip
def test_day_number(number: int, date1904: bool, expected: str | None) -> None:  # noqa: FBT001  # a column of the table
    """
    Number 1 is 1 January 1900, number 60 the 29 February 1900 that never was; the 1904 system begins at 0.
    """
    day = from_serial(number, date1904=date1904)

    assert expected == (None if day is None else day.isoformat())


@given(day=st.dates(dt.date(1910, 2, 1), dt.date(2173, 1, 1)))
def test_a_day_number_leads_back_to_its_day(day: dt.date) -> None:
    """
    The number a spreadsheet stores for a day, counted day by day, is read as that day in both systems.
    """
    number = (day - dt.date(1899, 12, 30)).days

    assert PartialDate.from_date(day) == check(number).value
    assert PartialDate.from_date(day) == check(number - 1462, date1904=True).value


def test_small_numbers_are_warned_of() -> None:
    """
    A number such as 25 is more likely years of service than a day of January 1900.
    """
    assert ["DATE.SMALL_NUMBER"] == [item.code for item in check(366).warnings]
    assert "1900-12-31" == str(check(366).value)
    assert ("1900-12-31",) == check(366).warnings[0].params["candidates"]


@pytest.mark.parametrize(
    ("number", "read", "others"),
    [
        (93, "1900-04-02", ("1993",)),
        (25, "1900-01-25", ("1925", "2025")),
        (9307, "1925-06-24", ("1993-07",)),
        (2212, "1906-01-20", ("1922-12", "2022-12")),
    ],
)
def test_two_digits_of_year_are_among_the_candidates(number: int, read: str, others: tuple[str, ...]) -> None:
    """
    What may be a year of two digits, alone or with a month, is warned of with every reading.
    """
    report = check(number)

    assert read == str(report.value)
    assert ["DATE.SMALL_NUMBER"] == [item.code for item in report.warnings]
    assert (read, *others) == report.warnings[0].params["candidates"]


@pytest.mark.parametrize("number", [9313, 34151, 10001])
def test_other_numbers_of_four_and_five_digits_are_days(number: int) -> None:
    """
    A number that is no year with a month is a day number without a word more.
    """
    assert () == check(number).warnings


def test_the_phantom_day_is_named() -> None:
    """
    Number 60 is refused with the day that only spreadsheets know.
    """
    assert "没有 1900-02-29 这个日期，请对照证件核对年、月、日" == check(60).findings[0].message()
    assert "1904-03-01" == str(check(60, date1904=True).value)


def test_rerun_keeps_the_system_of_the_workbook() -> None:
    """
    A repaired report counts from the same first day.
    """
    report = check("32689", date1904=True)

    assert "1993-07-01" == str(report.value) == str(report.repaired().value)
