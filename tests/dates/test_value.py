"""
`PartialDate` as a value.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate, Precision, check, check_precision
from credrules.dates.calendar import iso, last_day
from credrules.findings import CredrulesError
from credrules.values import Lang

DATES = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        (PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day))
    )
)


@given(date=DATES)
def test_a_date_survives(date: PartialDate) -> None:
    """
    Pickling, deep copying, its ISO text, its repr and its own reading give the same date.
    """
    assert date == pickle.loads(pickle.dumps(date)) == copy.deepcopy(date)
    assert date == PartialDate.parse(date.isoformat()) == PartialDate.parse(date.text("zh")) == PartialDate.parse(date)
    assert date == eval(repr(date), {"PartialDate": PartialDate})  # noqa: S307  # a repr is code for its value
    assert hash(date) == hash(PartialDate(date.year, date.month, date.day))


@pytest.mark.parametrize(
    ("date", "precision", "text", "words"),
    [
        (PartialDate(1993), Precision.YEAR, "1993", "1993年"),
        (PartialDate(1993, 7), Precision.MONTH, "1993-07", "1993年7月"),
        (PartialDate(1993, 7, 1), Precision.DAY, "1993-07-01", "1993年7月1日"),
    ],
)
def test_a_date_shows_what_is_known(date: PartialDate, precision: Precision, text: str, words: str) -> None:
    """
    Nothing is added to what is known, in ISO notation, in words and in the precision.
    """
    languages: tuple[Lang, Lang] = ("zh", "en")

    assert precision is date.precision
    assert (text, text) == (date.isoformat(), str(date))
    assert [words, text] == [date.text(lang) for lang in languages]


def test_equality_compares_what_is_known() -> None:
    """
    Less precise dates are other values, and a `datetime.date` is never equal.
    """
    assert PartialDate(1993, 7) == PartialDate(1993, 7)
    assert PartialDate(1993, 7) != PartialDate(1993)
    assert PartialDate(1993, 7, 1) != dt.date(1993, 7, 1)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((1993, 13), "DATE.IMPOSSIBLE"),
        ((1993, 2, 29), "DATE.IMPOSSIBLE"),
        ((1993, -1), "DATE.IMPOSSIBLE"),
        ((1993, 13, 0), "DATE.IMPOSSIBLE"),
        ((1993, 0), "DATE.ZERO_PART"),
        ((1993, 7, 0), "DATE.ZERO_PART"),
        ((1799, 1), "DATE.IMPLAUSIBLE_YEAR"),
        ((1993, None, 1), "DATE.NOT_A_DATE"),
        (("1993",), "DATE.NOT_A_DATE"),
        ((1993.0,), "DATE.NOT_A_DATE"),
        ((True,), "DATE.NOT_A_DATE"),
        ((None,), "DATE.NOT_A_DATE"),
    ],
)
def test_the_constructor_refuses_what_the_calendar_has_not(parts: tuple[object, ...], code: str) -> None:
    """
    The constructor raises CredrulesError with the reason, and takes whole numbers only.
    """
    with pytest.raises(CredrulesError) as caught:
        PartialDate(*parts)  # type: ignore[arg-type]  # the point of the test

    assert [code] == [item.code for item in caught.value.findings]


@given(year=st.integers(1800, 2200), month=st.integers(1, 12))
def test_the_calendar_is_the_standard_library_s(year: int, month: int) -> None:
    """
    Months are as long as `datetime` knows them.
    """
    following = dt.date(year + month // 12, month % 12 + 1, 1)

    assert (following - dt.date(year, month, 1)).days == last_day(year, month)
    assert f"{year:04}-{month:02}" == iso((year, month, None))


@pytest.mark.parametrize(
    ("value", "precision", "codes"),
    [
        ("1993", Precision.YEAR, []),
        ("1993", Precision.MONTH, ["DATE.PRECISION"]),
        ("1993-07", Precision.MONTH, []),
        ("1993-07", Precision.DAY, ["DATE.PRECISION"]),
        ("1993-07-01", Precision.DAY, []),
        ("1993.7", Precision.DAY, ["DATE.NOTATION", "DATE.PRECISION"]),
        ("", Precision.DAY, ["DATE.EMPTY"]),
    ],
)
def test_precision_asked_for(value: str, precision: Precision, codes: list[str]) -> None:
    """
    A date known less precisely than asked for is warned of, never refused, and repairing does not lose the warning.
    """
    report = check_precision(value, precision=precision)

    assert codes == [item.code for item in report.findings]
    assert ("DATE.PRECISION" in codes) is ("DATE.PRECISION" in [item.code for item in report.repaired().findings])


@given(value=st.text() | st.integers() | st.floats() | st.decimals() | st.dates() | st.datetimes())
def test_checking_is_deterministic_and_repairing_stable(value: object) -> None:
    """
    Two checks agree, and what was repaired once needs no repair again.
    """
    report = check(value)
    once = report.repaired()

    assert (report.value, report.findings) == (check(value).value, check(value).findings)
    assert (once.value, once.findings) == (once.repaired().value, once.repaired().findings)
    assert [] == [item for item in once.findings if item.suggestion is not None and not item.asks]


def test_the_class_checks_like_the_module() -> None:
    """
    `PartialDate.check` is `dates.check`.
    """
    assert check("1993.7") == PartialDate.check("1993.7")
    assert check(32689, date1904=True) == PartialDate.check(32689, date1904=True)
