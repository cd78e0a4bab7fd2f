"""
Full years between two days are those of relativedelta, the slow and obvious twin.
"""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from credrules.dates import years_between

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@given(start=DAYS, end=DAYS)
@example(start=dt.date(1992, 2, 29), end=dt.date(2013, 2, 28))
@example(start=dt.date(1992, 2, 29), end=dt.date(2013, 2, 27))
@example(start=dt.date(2013, 3, 1), end=dt.date(2013, 2, 28))
def test_full_years_are_those_of_relativedelta(start: dt.date, end: dt.date) -> None:
    """
    Adding the years found does not pass the end, adding one more does (民法典, 第二百零二条).
    """
    least, most = years_between(start, end)

    assert least == most
    assert start + relativedelta(years=least) <= end < start + relativedelta(years=least + 1)
