"""
Sums of whole hours for many people, kept small and added to fast.

`streams` can add a row ``(person, year, subject, hours)`` directly only if its
hours are whole and of a plausible size. Everything else raises here and is read
entry by entry there.

Limitations: which of the two forms is faster depends on the processor's memory;
the number of people at which the form changes was measured on one machine.
"""

from __future__ import annotations

import contextlib
import functools
import operator
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Final, TypeAlias, cast

from credrules.hours.entries import Entry
from credrules.hours.ledger import ORDER, Packed
from credrules.hours.subjects import SUBJECT_NAMES

__all__ = ["PART", "PackedSums"]
__dir__ = __all__.copy

PART: Final = 8192
"""How many rows are processed at a time."""
_AHEAD: Final = 256
# One look-up reads whole hours of a plausible size, or their text; the rest is read entry by entry.
_HOURS: Final[list[int]] = [*range(512)]
_TEXTS: Final[dict[object, int]] = {str(hours): hours for hours in _HOURS}
_LANES: Final[dict[object, int]] = {
    name: ORDER.index(subject) for name, subject in (*zip(ORDER, ORDER, strict=True), *SUBJECT_NAMES.items())
}
# Sums side by side in one number: no stream of rows is long enough for one to overflow into the next.
_BITS: Final = 48
_MASK: Final = 2**_BITS - 1
_WEIGHT: Final = [[hours << place * _BITS for hours in _HOURS] for place in range(len(ORDER))]
_WEIGHTS: Final[dict[object, list[int]]] = {name: _WEIGHT[place] for name, place in _LANES.items()}
# With more people than this, the processor's caches cannot hold all sums.
_NEAR: Final = 50_000
_PERSON: Final = operator.itemgetter(0)


_Lane: TypeAlias = list[int]
_Places: TypeAlias = defaultdict[Hashable, int]


def _place(one: _Lane, two: _Lane, three: _Lane, rest: _Lane) -> int:
    one.append(0)
    two.append(0)
    three.append(0)
    rest.append(0)
    return len(rest) - 1


class PackedSums:
    """
    Four sums for each person and year, in one of two forms; `written` finds those of a year as written.

    Near: one list per subject, and each person's index in the lists. Far, for
    many people: one number for all four sums, which is slower to add to, but needs
    fewer accesses to memory outside the caches.
    """

    __slots__ = ("far", "lanes", "named", "written", "years")

    def __init__(self) -> None:
        self.far = False
        self.lanes: tuple[_Lane, _Lane, _Lane, _Lane] = ([], [], [], [])
        self.named: dict[object, _Lane] = {name: self.lanes[place] for name, place in _LANES.items()}
        self.years: dict[int, _Places] = {}
        self.written: dict[object, _Places] = {}

    def prepare(self, rows: list[Any], at: int) -> int:
        """
        Prepare for the rows that follow, and return for how many.
        """
        if not self.far:
            if len(self.lanes[0]) <= _NEAR:
                return PART
            self._go_far()
        # Look up all keys at once, found or not, so that they are in the cache when they are looked up again.
        with contextlib.suppress(Exception):
            places = self.written[rows[at][1]]
            deque(map(places.get, map(_PERSON, rows[at : at + _AHEAD])), 0)
        return _AHEAD

    def _go_far(self) -> None:
        numbers = list(map(_pack, *self.lanes))
        for year, places in self.years.items():
            self._set(year, defaultdict(int, {person: numbers[place] for person, place in places.items()}))
        self.far, self.lanes, self.named = True, ([], [], [], []), {}

    def _set(self, year: int, places: _Places) -> None:
        self.years[year] = self.written[year] = self.written[str(year)] = places

    def add_rows(self, rows: Iterable[Any]) -> None:
        """
        Add rows with whole hours of a known year; raise at the first that is anything else.
        """
        years = self.written
        last: object = None
        places: dict[Hashable, int] = {}
        texts = _TEXTS
        if self.far:
            weights = _WEIGHTS
            for person, year, subject, hours in rows:
                if year is not last:
                    places, last = years[year], year
                if type(hours) is int and hours >= 0:
                    weight = weights[subject][hours]
                else:
                    weight = weights[subject][texts[hours if type(hours) is str else None]]
                # Last, so that a row that cannot be added creates no person.
                places[person] += weight
            return
        amounts, lanes = _HOURS, self.named
        for person, year, subject, hours in rows:
            if year is not last:
                places, last = years[year], year
            if type(hours) is int and hours >= 0:
                amount = amounts[hours]
            else:
                amount = texts[hours if type(hours) is str else None]
            lanes[subject][places[person]] += amount

    def add(self, entry: Entry) -> None:
        """
        Add an entry that contains only whole hours.
        """
        if entry.year not in self.years:
            self._set(entry.year, defaultdict(int if self.far else functools.partial(_place, *self.lanes)))
        place = ORDER.index(entry.subject)
        hours = cast("int", entry.hours)
        if self.far:
            self.years[entry.year][entry.person] += hours << place * _BITS
        else:
            self.lanes[place][self.years[entry.year][entry.person]] += hours

    def people(self, year: int) -> Iterator[tuple[Hashable, tuple[int, int, int, int]]]:
        """
        Yield the people of a year in order of first appearance, each with the four sums.
        """
        places = self.years[year]
        one, two, three, rest = self.lanes
        if self.far:
            for person, number in places.items():
                yield person, _unpack(number)
        else:
            for person, place in places.items():
                yield person, (one[place], two[place], three[place], rest[place])

    def of(self, person: Hashable, year: int) -> Packed:
        """
        Return year and sums of a person who has any.
        """
        place = self.years[year][person]
        return year, _unpack(place) if self.far else cast("Any", tuple(lane[place] for lane in self.lanes))


def _pack(one: int, two: int, three: int, rest: int) -> int:
    return one | two << _BITS | three << 2 * _BITS | rest << 3 * _BITS


def _unpack(number: int) -> tuple[int, int, int, int]:
    return number & _MASK, number >> _BITS & _MASK, number >> 2 * _BITS & _MASK, number >> 3 * _BITS
