"""
What an identity number and dates say of a person.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate
from credrules.facts import person
from credrules.facts.person import Agreement
from credrules.identifiers import citizen_id
from credrules.testing import strategies

NUMBER = citizen_id.parse("450000199307010014")
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2010, 12, 31))


@given(day=DAYS)
def test_the_birth_date_inside_agrees_at_every_precision(day: dt.date) -> None:
    """
    Year, month and day of the number's own birth date agree; the day before does not.
    """
    number = citizen_id.parse("450000" + f"{day:%Y%m%d}001" + citizen_id.check_digit(f"450000{day:%Y%m%d}001"))
    stated: list[PartialDate | dt.date] = [
        PartialDate(day.year),
        PartialDate(day.year, day.month),
        PartialDate.from_date(day),
        day,
    ]

    assert {Agreement.AGREE} == {person.birth_agrees(number, date) for date in stated}
    assert Agreement.DIFFER is person.birth_agrees(number, day - dt.timedelta(days=1))


def test_what_is_missing_cannot_differ() -> None:
    """
    Without number, birth date or sex nothing is compared.
    """
    assert Agreement.UNKNOWN is person.birth_agrees(None, PartialDate(1993))
    assert Agreement.UNKNOWN is person.birth_agrees(NUMBER, None)
    assert Agreement.UNKNOWN is person.sex_agrees(None, "1")
    assert Agreement.UNKNOWN is person.sex_agrees(NUMBER, None)


@pytest.mark.parametrize(("sex", "other"), [("1", "2"), ("2", "1")])
@given(data=st.data())
def test_the_sex_inside(sex: str, other: str, data: st.DataObject) -> None:
    """
    The parity of the seventeenth place is the sex; 0 and 9 say nothing.
    """
    number = citizen_id.parse(data.draw(strategies.citizen_ids(sex=sex)))

    assert Agreement.AGREE is person.sex_agrees(number, sex)
    assert Agreement.DIFFER is person.sex_agrees(number, other)
    assert Agreement.UNKNOWN is person.sex_agrees(number, "9")
    assert Agreement.UNKNOWN is person.sex_agrees(number, "0")


@given(born=DAYS, years=st.integers(0, 60))
def test_ages_are_as_sure_as_the_dates(born: dt.date, years: int) -> None:
    """
    On the birthday the age is reached, the day before it is not; a year alone is unsure by one.
    """
    birthday = PartialDate(born.year + years, born.month, min(born.day, 28))
    least, most = person.age_at(PartialDate(born.year), birthday)

    assert {least, most} <= {years - 1, years}
    assert not person.surely_younger_than(born, PartialDate(born.year + years, 12, 31), years)
    assert not person.surely_younger_than(PartialDate(born.year), PartialDate(born.year + years), years)
    assert person.surely_younger_than(PartialDate(born.year), PartialDate(born.year + years), years + 1)


def test_before_and_future_are_said_only_when_sure() -> None:
    """
    The month of the check is no future, an unknown date is neither before nor after.
    """
    on = dt.date(2012, 6, 1)

    assert person.in_future(PartialDate(2012, 7), on)
    assert not person.in_future(PartialDate(2012, 6), on)
    assert not person.in_future(None, on)
    assert person.surely_before(PartialDate(1993, 7), PartialDate(1995))
    assert not person.surely_before(PartialDate(1995), PartialDate(1995, 7))
    assert not person.surely_before(PartialDate(1995), None)


def test_answers_have_words() -> None:
    """
    Each answer is named in both languages.
    """
    assert ["一致", "不一致", "无法比较"] == [answer.label.zh for answer in Agreement]
