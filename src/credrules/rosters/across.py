"""
What is kept of a stream of rows: which row had a number first, how a unit was spelled.

Numbers are kept as digests of eight bytes beside their row numbers, in two
plain arrays, so a million rows with four keys each take some 130 megabytes
(16 bytes a place, two thirds of the places in use at most). Two different
numbers share a digest in fewer than one of a million such streams.
"""

from __future__ import annotations

from array import array
from hashlib import blake2b
from typing import Final

from attrs import define, field

from credrules.values import Label

__all__ = ["MOST_UNITS", "RowIndex", "Seen", "neat"]
__dir__ = __all__.copy

MOST_UNITS: Final = 100_000
"""Spellings of more units than this are not compared; a roster has fewer."""

_LEAST_SIZE: Final = 1024
_BRACKETS: Final = str.maketrans("(（[［〔【{〖)）]］〕】}〗•・‧･∙⋅", "（（（（（（（（））））））））······")


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1


class RowIndex:
    """
    First row by text: an open-addressing table of digests.

    >>> index = RowIndex()
    >>> index.first("a", 1), index.first("b", 2), index.first("a", 3)
    (1, 2, 1)
    """

    __slots__ = ("_count", "_digests", "_rows")

    def __init__(self) -> None:
        self._count = 0
        self._digests = array("Q", bytes(8 * _LEAST_SIZE))
        self._rows = array("Q", bytes(8 * _LEAST_SIZE))

    def __len__(self) -> int:
        return self._count

    def first(self, text: str, row: int) -> int:
        """
        Return the row in which `text` appeared first: an earlier one, or `row` itself, which is then kept.
        """
        digest = _digest(text)
        place = self._place(digest)
        if self._digests[place] == digest:
            return self._rows[place]
        self._digests[place], self._rows[place] = digest, row
        self._count += 1
        if 3 * self._count > 2 * len(self._digests):
            self._grow()
        return row

    def get(self, text: str) -> int | None:
        """
        Return the row in which `text` appeared first, None if it has not appeared.
        """
        return self._rows[self._place(_digest(text))] or None

    def _place(self, digest: int) -> int:
        mask = len(self._digests) - 1
        place = digest & mask
        while self._digests[place] not in {0, digest}:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        digests, rows = self._digests, self._rows
        self._digests = array("Q", bytes(16 * len(digests)))
        self._rows = array("Q", bytes(16 * len(rows)))
        for digest, row in zip(digests, rows, strict=True):
            if digest:
                place = self._place(digest)
                self._digests[place], self._rows[place] = digest, row


@define
class Seen:
    """
    What is kept of earlier rows.

    `units` maps a unit's key to the spelling that later rows are compared
    with, `above` a field to the last filled cell as it may be shown, `filled`
    to the cell itself (for fields where a ditto mark may appear), `unit` is the
    unit of the row before, `reasons` why hours were not judged.
    """

    index: RowIndex = field(factory=RowIndex)
    units: dict[str, str] = field(factory=dict)
    above: dict[str, str] = field(factory=dict)
    filled: dict[str, object] = field(factory=dict)
    unit: str = ""
    reasons: set[Label] = field(factory=set)


def neat(name: str) -> str:
    """
    Return a unit's name with the brackets and dots that Chinese texts use.

    >>> neat("甲公司(本部)")
    '甲公司（本部）'
    """
    return name.translate(_BRACKETS)
