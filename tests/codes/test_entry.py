"""
Entries: dates as exact as their source, attributes, sources.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest
from attrs import evolve
from hypothesis import given as drawn
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import About, Entry, Source, Status, entry
from credrules.codes.content import entries_in
from credrules.dates import PartialDate
from credrules.findings import CredrulesError
from credrules.values import FrozenMap

DAYS = st.dates(dt.date(1981, 1, 1), dt.date(2027, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """
    An ISO year, month or day.
    """
    return draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))]


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


@drawn(dates(), dates(), DAYS)
def test_in_force_excludes_before_and_after(since: str, until: str, day: dt.date) -> None:
    """
    What is in force has neither surely ended nor surely not begun.
    """
    entry = Entry("1", "甲", valid_from=since, valid_to=until)

    assert not (entry.in_force(day) and (entry.ended_before(day) or entry.begins_after(day)))


@drawn(dates(), DAYS)
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
    An entry's dates are dates as exact as the table has them, None where it has none; its row has the texts.
    """
    entry = Entry("1", "甲", valid_from="1983", valid_to="2005-03-01")
    row = entry.to_row()

    assert (PartialDate(1983), PartialDate(2005, 3, 1)) == (entry.valid_from, entry.valid_to)
    assert ("1983", "2005-03-01") == (row["valid_from"], row["valid_to"])
    assert (None, None) == (Entry("1", "甲").valid_from, Entry("1", "甲").valid_to)
    assert all(str(row.valid_from or "") == row.to_row()["valid_from"] for row in codes.TITLES.whole.entries)


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("1983", PartialDate(1983)),
        ("1983年5月", PartialDate(1983, 5)),
        (PartialDate(1983, 5, 1), PartialDate(1983, 5, 1)),
        ("1988-02-29", PartialDate(1988, 2, 29)),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_given_as_text_or_date(given: str | PartialDate | None, date: PartialDate | None) -> None:
    """
    However a date is written, entries of one date are equal, hash alike, and come back from a pickle or a change.
    """
    entry = Entry("1", "甲", valid_to=given)
    same = Entry("1", "甲", valid_to=date)

    assert date == entry.valid_to
    assert (same, hash(same)) == (entry, hash(entry))
    assert entry == pickle.loads(pickle.dumps(entry)) == evolve(evolve(entry, valid_to="1999"), valid_to=given)
    assert f"valid_to={str(date or '')!r}, status" in repr(entry)


@pytest.mark.parametrize("given", ["once", "2001-02-30", "2001-13", "93.7"])
def test_no_date_is_refused(given: str) -> None:
    """
    What is no date is refused where it is given.
    """
    with pytest.raises(CredrulesError):
        Entry("1", "甲", valid_from=given)


def test_a_table_is_decoded_without_reading_its_dates() -> None:
    """
    Dates are read when someone asks for one.
    """
    asked: list[str] = []

    def note(written: str) -> PartialDate:
        asked.append(written)
        return PartialDate.parse(written)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entry, "date_of", note)
        rows = entries_in(("code", "name", "valid_from"), {}, "1|甲|1983\n2|乙|1984-05")

        assert [] == asked
        assert [PartialDate(1983), PartialDate(1984, 5)] == [row.valid_from for row in rows]
    assert ["1983", "1984-05"] == asked
