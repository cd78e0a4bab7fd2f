"""
The shipped tables of rows: what a column holds, and a table of what the rows say.

A generated row has no empty cells: a column that is not there is empty.
"""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TypeVar

from credrules.dates import PartialDate
from credrules.hours.amounts import Amount, exact
from credrules.masking import Care, shown_key

__all__ = ["Row", "Rows", "covers", "day", "figure", "partial", "parts"]
__dir__ = __all__.copy

Row = Mapping[str, str]
_T = TypeVar("_T")


class Rows(Mapping[str, _T]):
    """
    What the rows of a table say, by the rows' names; an unknown name raises `KeyError`.
    """

    @abstractmethod
    def _rows(self) -> Mapping[str, _T]:
        """
        Return the rows, read when they are first asked for.
        """

    def __getitem__(self, name: str) -> _T:
        row = self._rows().get(name)
        if row is None:
            raise KeyError(shown_key(name, Care.CELL))
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows())

    def __len__(self) -> int:
        return len(self._rows())


def parts(row: Row, column: str) -> tuple[str, ...]:
    """
    Return the words of a cell.

    >>> parts({"grades": "a;b"}, "grades"), parts({}, "grades")
    (('a', 'b'), ())
    """
    return tuple(row[column].split(";")) if column in row else ()


def partial(row: Row, column: str) -> PartialDate | None:
    """
    Return the date of a cell, as precise as it is.
    """
    return PartialDate.parse(row[column]) if column in row else None


def day(row: Row, column: str) -> dt.date | None:
    """
    Return the day of a cell.
    """
    return dt.date.fromisoformat(row[column]) if column in row else None


def figure(row: Row, column: str) -> Amount | None:
    """
    Return the number of a cell.
    """
    return exact(row[column]) if column in row else None


def covers(since: PartialDate | None, until: PartialDate | None, year: int) -> bool:
    """
    Return whether two dates cover any part of a year; an unknown end is open.

    >>> covers(None, PartialDate(2020, 5), 2020), covers(PartialDate(2021), None, 2020)
    (True, False)
    """
    return (since is None or since.year <= year) and (until is None or year <= until.year)
