"""
Entries: dates as exact as their source, attributes, sources.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import About, Entry, Source, Status
from credrules.codes.entry import earliest, latest
from credrules.dates import PartialDate
from credrules.values import FrozenMap

DAYS = st.dates(dt.date(1981, 1, 1), dt.date(2027, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """
    An ISO year, month or day.
    """
    return draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1983", dt.date(1983, 1, 1), dt.date(1983, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2026-03-26", dt.date(2026, 3, 26), dt.date(2026, 3, 26)),
    ],
)
def test_bounds_of_a_date(text: str, first: dt.date, last: dt.date) -> None:
    """
    A year or month stands for all its days; nothing is completed by guessing.
    """
    assert (first, last) == (earliest(text), latest(text))


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("", "", dt.date(1900, 1, 1), True),
        ("1990", "", dt.date(1990, 12, 30), False),
        ("1990", "", dt.date(1990, 12, 31), True),
        ("", "2005", dt.date(2005, 12, 30), True),
        ("", "2005", dt.date(2005, 12, 31), False),
        ("1990-05-01", "1995-05-01", dt.date(1990, 5, 1), True),
        ("1990-05-01", "1995-05-01", dt.date(1995, 5, 1), False),
    ],
)
def test_in_force(since: str, until: str, day: dt.date, *, expected: bool) -> None:
    """
    An entry holds from the end of the year it began in to the end of the year it ceased in; the last day excluded.
    """
    assert expected is Entry("1", "甲", valid_from=since, valid_to=until).in_force(day)


@given(dates(), dates(), DAYS)
def test_in_force_excludes_before_and_after(since: str, until: str, day: dt.date) -> None:
    """
    What is in force has neither surely ended nor surely not begun.
    """
    entry = Entry("1", "甲", valid_from=since, valid_to=until)

    assert not (entry.in_force(day) and (entry.ended_before(day) or entry.begins_after(day)))


@given(dates(), DAYS)
def test_open_ends(date: str, day: dt.date) -> None:
    """
    Without an end nothing has ended, without a beginning everything has begun.
    """
    assert not Entry("1", "甲", valid_from=date).ended_before(day)
    assert not Entry("1", "甲", valid_to=date).begins_after(day)


def test_attributes() -> None:
    """
    A further column is read by subscript, or with a default where the table has no such column.
    """
    entry = Entry("1", "甲", attributes=FrozenMap({"alpha": "A"}))

    assert ("A", "A", "", "x") == (
        entry["alpha"],
        entry.attribute("alpha"),
        entry.attribute("roman"),
        entry.attribute("roman", "x"),
    )
    with pytest.raises(KeyError):
        entry["roman"]


def test_rank() -> None:
    """
    The rank is a number, and absent where the column is missing or empty.
    """
    ranks = [Entry("1", "甲", attributes=FrozenMap({"rank": text})).rank for text in ("30", "")]

    assert [30, None, None] == [*ranks, Entry("1", "甲").rank]


def test_label_falls_back() -> None:
    """
    Where no English name is known, the Chinese one stands in both languages.
    """
    assert ("甲", "A") == (Entry("1", "甲", "A").label.zh, Entry("1", "甲", "A").label.en)
    assert "甲" == Entry("1", "甲").label.en


def test_every_status_has_words() -> None:
    """
    Each status can be told in both languages.
    """
    assert [] == [status for status in Status if not (status.label.zh and status.label.en)]


def test_row_is_plain() -> None:
    """
    An entry as a row holds texts only, lists joined by semicolons, attributes as columns.
    """
    entry = Entry("1", "甲", aliases=("乙", "丙"), status=Status.EXTENSION, attributes=FrozenMap({"rank": "3"}))
    row = entry.to_row()

    assert ("1", "乙;丙", "extension", "high", "3") == tuple(
        row[column] for column in ("code", "aliases", "status", "confidence", "rank")
    )


def test_sources_of_an_entry() -> None:
    """
    The keys of an entry lead to the table's sources; an unknown key stands for itself.
    """
    about = About("X", Entry("1", "甲").label, sources=(Source("a", "甲书", "MIT"),))

    assert (Source("a", "甲书", "MIT"), Source("b", "b")) == about.source(Entry("1", "甲", source="a b"))


def test_entries_are_values() -> None:
    """
    Entries are compared and hashed by value and survive pickling.
    """
    entry = Entry("1", "甲", attributes=FrozenMap({"rank": "3"}))

    assert entry == pickle.loads(pickle.dumps(entry))
    assert 1 == len({entry, Entry("1", "甲", attributes=FrozenMap({"rank": "3"}))})


def test_columns_of_a_table_are_public() -> None:
    """
    The codes in an entry's columns are shown whole, in its own repr too; the map is a value as any.
    """
    entry = codes.DIVISIONS["452100"]

    assert f"'successors': '{entry['successors']}'" in repr(entry)
    assert f"'successors': '{entry['successors']}'" in repr(entry.attributes)
    assert entry.attributes == pickle.loads(pickle.dumps(entry.attributes)) == copy.deepcopy(entry.attributes)
    assert hash(entry.attributes) == hash(FrozenMap(entry.attributes))
    assert repr(pickle.loads(pickle.dumps(entry))) == repr(entry)


def test_dates_of_an_entry() -> None:
    """
    An entry's dates are dates as exact as the table has them, None where it has none.
    """
    entry = Entry("1", "甲", valid_from="1983", valid_to="2005-03-01")

    assert (PartialDate(1983), PartialDate(2005, 3, 1)) == (entry.begins, entry.ends)
    assert (None, None) == (Entry("1", "甲").begins, Entry("1", "甲").ends)
    assert all(row.begins is None or row.begins.isoformat() == row.valid_from for row in codes.TITLES.whole.entries)
