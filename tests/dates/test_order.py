"""
Order of partial dates: against a slow twin that lists every day.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import Comparison, PartialDate, Precision, compare, overlaps, years_between
from credrules.findings import CredrulesError

# Few years, so that dates meet.
_DAYS = st.dates(dt.date(1999, 11, 1), dt.date(2001, 2, 28))
DATES = _DAYS.flatmap(
    lambda day: st.sampled_from(
        (PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day))
    )
)
EITHER = DATES | _DAYS


def _days(date: PartialDate | dt.date) -> list[dt.date]:
    # The twin: every day the date may mean, by its text alone.
    text = date.isoformat()
    first = dt.date(int(text[:4]), 1, 1)
    year = [first + dt.timedelta(days=number) for number in range(366)]
    return [day for day in year if day.isoformat().startswith(text)]


@given(a=DATES, b=EITHER)
def test_before_means_surely_before(a: PartialDate, b: PartialDate | dt.date) -> None:
    """
    `a < b` exactly when every day of `a` lies before every day of `b`, `a > b` the other way round.
    """
    assert (a < b) is all(x < y for x in _days(a) for y in _days(b))
    assert (a > b) is all(x > y for x in _days(a) for y in _days(b))
    assert (b > a) is (a < b)


@given(a=DATES, b=DATES)
def test_not_after_means_equal_or_surely_not_after(a: PartialDate, b: PartialDate) -> None:
    """
    `a <= b` exactly when both are the same value or no day of `a` lies after a day of `b`.
    """
    assert (a <= b) is (a == b or all(x <= y for x in _days(a) for y in _days(b)))
    assert (a >= b) is (b <= a)


@given(a=EITHER, b=EITHER)
def test_comparison_is_as_sure_as_the_days(a: PartialDate | dt.date, b: PartialDate | dt.date) -> None:
    """
    BEFORE, AFTER and SAME are said only when true of every pair of days; anything else is UNSURE.
    """
    pairs = [(x, y) for x in _days(a) for y in _days(b)]
    answers = {
        Comparison.BEFORE: all(x < y for x, y in pairs),
        Comparison.AFTER: all(x > y for x, y in pairs),
        Comparison.SAME: all(x == y for x, y in pairs),
    }

    assert [answer for answer, true in answers.items() if true] or [Comparison.UNSURE] == [compare(a, b)]
    assert compare(a, b) in [answer for answer, true in answers.items() if true] or not any(answers.values())


@given(a=EITHER, b=EITHER)
def test_overlap_means_a_common_day(a: PartialDate | dt.date, b: PartialDate | dt.date) -> None:
    """
    Two dates overlap when some day may be meant by both.
    """
    assert bool(set(_days(a)) & set(_days(b))) is overlaps(a, b) is overlaps(b, a)


@given(a=DATES, b=DATES, c=DATES)
def test_order_is_strict_and_transitive(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    """
    No date lies before itself, none before and after another, and before is passed on.
    """
    less = a < b

    assert not a < a  # noqa: PLR0124  # the law itself
    assert not (less and b < a)
    assert a < c or not (less and b < c)
    assert a <= c or not (a <= b <= c)


@given(date=DATES)
def test_span_is_the_first_and_the_last_day(date: PartialDate) -> None:
    """
    `earliest` and `latest` are the ends of the days the date may mean.
    """
    days = _days(date)

    assert (days[0], days[-1]) == (date.earliest(), date.latest())


def _full_years(start: dt.date, end: dt.date) -> int:
    # The twin counts anniversaries one by one.
    years = 0
    step = 1 if end >= start else -1
    while True:
        try:
            anniversary = start.replace(year=start.year + years + step)
        except ValueError:
            anniversary = dt.date(start.year + years + step, 2, 28)
        if step > 0 and anniversary > end:
            return years
        years += step
        if step < 0 and anniversary <= end:
            return years


_LONG = st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31)) | st.sampled_from(
    [dt.date(2000, 2, 29), dt.date(2001, 2, 28), dt.date(2004, 2, 29), dt.date(2001, 3, 1)]
)


@given(a=_LONG, b=_LONG)
def test_years_between_counts_anniversaries(a: dt.date, b: dt.date) -> None:
    """
    Between two full days the number of years is exact, also from 29 February.
    """
    years = _full_years(a, b)

    assert (years, years) == years_between(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (PartialDate(1972, 3, 15), PartialDate(1993, 3, 14), (20, 20)),
        (PartialDate(1972, 3, 15), PartialDate(1993, 3, 15), (21, 21)),
        (PartialDate(1972, 3), PartialDate(1993, 3), (20, 21)),
        (PartialDate(1972), PartialDate(1993), (20, 21)),
        (PartialDate(2000, 2, 29), dt.date(2018, 2, 28), (18, 18)),
    ],
)
def test_years_between_is_as_sure_as_the_dates(a: PartialDate, b: PartialDate, expected: tuple[int, int]) -> None:
    """
    Where a month or a day is not known, the least and the greatest number stand beside each other.
    """
    assert expected == years_between(a, b)


@pytest.mark.parametrize("compared", [operator.lt, operator.gt, operator.le, operator.ge])
def test_order_with_anything_else_is_a_type_error(compared: Callable[[object, object], bool]) -> None:
    """
    A date has no order with a text or a number.
    """
    with pytest.raises(TypeError):
        compared(PartialDate(1993), "1993")


def test_compare_refuses_what_is_no_date() -> None:
    """
    `compare` raises CredrulesError for anything but dates.
    """
    with pytest.raises(CredrulesError) as caught:
        compare(PartialDate(1993), "1993")  # type: ignore[arg-type]  # the point of the test

    assert ["DATE.NOT_A_DATE"] == [item.code for item in caught.value.findings]


def test_a_moment_counts_as_its_day() -> None:
    """
    A `datetime.datetime` is compared by its day.
    """
    assert Comparison.SAME is compare(PartialDate(1993, 7, 1), dt.datetime(1993, 7, 1, 8, tzinfo=dt.UTC))


def test_words_of_precision_and_comparison() -> None:
    """
    Precisions and comparisons have words in both languages, and the finer precision the higher rank.
    """
    assert ["年", "月", "日"] == [item.label.zh for item in Precision]
    assert [1, 2, 3] == [item.rank for item in Precision]
    assert ["早于", "晚于", "同日", "无法判断"] == [item.label.zh for item in Comparison]
