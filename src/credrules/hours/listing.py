"""
The entries that an explanation names one by one, and the sums of all others.

The first entries are listed in full, as many as anyone reads; of the others, only
how many there are and their sum is kept, per year, subject and tags. So the memory
of an audit does not grow with the number of its entries.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.findings import Finding
from credrules.hours.entries import Entry
from credrules.hours.ledger import Bucket, CourseEntry, Tally, Time, added, order_of
from credrules.hours.requirements import Requirement
from credrules.values import EMPTY, FrozenMap

__all__ = ["LISTED", "TEXT", "Listed", "Listing", "Record", "Rest"]
__dir__ = __all__.copy

LISTED: Final = 1_000
"""How many entries an explanation lists one by one."""
TEXT: Final = 500_000
"""How many characters the texts of these entries have at most."""


@frozen
class Record:
    """
    One entry as it was given, and its findings; `entry` is None when it could not be read.
    """

    entry: Entry | None
    findings: tuple[Finding, ...] = ()


@frozen
class Rest:
    """
    Entries that are not listed one by one: how many, what they add up to, and how many name a course entered before.
    """

    bucket: Bucket
    recognised: bool
    count: int = 0
    time: Time = (0, 0, 0)
    again: int = 0


@frozen
class Listed:
    """
    The first entries, the sums of the others, and how many of the others could not be read.

    `counted` holds the entry that counts of each course among the first entries.
    """

    records: tuple[Record, ...] = ()
    rest: tuple[Rest, ...] = ()
    unread: int = 0
    counted: FrozenMap[tuple[int, str], CourseEntry] = EMPTY


class Listing:
    """
    Gathers the entries of one person, for `Listed`.
    """

    __slots__ = ("_records", "_rest", "_text", "_unread")

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._text = 0
        self._rest: dict[tuple[Bucket, bool], Rest] = {}
        self._unread = 0

    def add(self, entry: Entry | None, findings: tuple[Finding, ...], *, again: bool) -> None:
        """
        Add one entry and its findings; `again` says that its course was entered before.
        """
        length = 0 if entry is None else _length(entry)
        if len(self._records) < LISTED and self._text + length <= TEXT:
            self._text += length
            self._records.append(Record(entry, findings))
        elif entry is None:
            self._unread += 1
        else:
            key = (entry.year, entry.subject, entry.tags), entry.recognised
            known = self._rest.get(key) or Rest(*key)
            time = added(known.time, (entry.hours, entry.days, entry.minutes))
            self._rest[key] = Rest(*key, known.count + 1, time, known.again + again)

    def listed(self, tally: Tally, rule: Requirement) -> Listed:
        """
        Return what was gathered; `tally` has gathered the same entries.
        """
        named = {(it.entry.year, it.entry.course) for it in self._records if it.entry is not None and it.entry.course}
        counted = {(year, course): tally.counted(year, course, rule) for year, course in named}
        rest = sorted(self._rest.values(), key=lambda item: (order_of(item.bucket), not item.recognised))
        return Listed(tuple(self._records), tuple(rest), self._unread, FrozenMap(counted))


def _length(entry: Entry) -> int:
    texts = (entry.course, entry.id, entry.source, *entry.tags)
    return sum(len(text) for text in texts if text)
