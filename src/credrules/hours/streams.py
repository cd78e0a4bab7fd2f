"""
Audits of many people in one pass over their entries, in any order.

What is kept are sums per person and year, packed into one whole number each,
so memory grows with people and not with rows. Rows ``(person, year, subject,
hours)`` with whole hours take the fast path; everything else is read entry by
entry and meets the same sums at the end. Entries that name a course are kept
until then, because the same course counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, TypeAlias

from credrules.hours.audits import Audit
from credrules.hours.entries import read_entry, whose
from credrules.hours.ledger import Ledger, Tally, add_time
from credrules.hours.requirements import Requirement
from credrules.hours.subjects import NAMES, Subject

Rule: TypeAlias = Requirement | Callable[[Hashable, int], Requirement]
"""One requirement for all, or a function of person and year."""

# Three sums side by side. A row adds less than 2**14 hours to a lane of 40 bits,
# so 67 million rows of one person and year fit.
_LANE: Final = 40
_LOW: Final = (1 << _LANE) - 1
_MOST: Final = 1 << 14
_YEARS: Final = frozenset(range(1900, 2200))
_LANES: Final = tuple((place * _LANE, subject) for place, subject in enumerate((None, *Subject)))
_UNITS: Final[dict[object, int]] = {
    **{subject: 1 << shift for shift, subject in _LANES},
    **{name: 1 << shift for name, named in NAMES.items() for shift, subject in _LANES if subject is named},
}


def audit_many(entries: Iterable[object], *, requirement: Rule) -> Iterator[tuple[Hashable, int | None, Audit]]:
    """
    Yield (person, last year of the cycle, audit), the years of a person together and ascending.

    `requirement` is one requirement, or a function of person and year (it may
    raise what `requirement()` raises). Where cycles of several years have no
    `cycle_end`, a function gives each year the cycle that ends with it. Entries
    that cannot be read and name no year stand under year None. The audits hold sums, not
    records; `audit` keeps them.

    >>> from credrules.hours import requirement
    >>> rows = [("p1", 2016, "公需", 18), ("p1", 2016, "专业", 42), ("p1", 2016, "选修", 12)]
    >>> [(who, year, it.passed) for who, year, it in audit_many(rows, requirement=requirement("广东", year=2016))]
    [('p1', 2016, True)]
    """
    packed, tallies = _gather(entries)
    people: dict[Hashable, list[int]] = {}
    for person, year in {**packed, **tallies}:
        years = people.setdefault(person, [])
        if year is not None:
            years.append(year)
    rule, fixed = (requirement, _NONE) if callable(requirement) else (None, requirement)
    for person, years in people.items():
        cycles: dict[int, tuple[Requirement, set[int]]] = {}
        for year in sorted(years):
            wanted = fixed if rule is None else rule(person, year)
            first, last = wanted.period(year)
            inside = {item for item in years if first <= item <= last} if first < last else set[int]()
            cycles.setdefault(last, (wanted, {year}))[1].update(inside, {year})
        for last, (wanted, mine) in cycles.items():
            yield person, last, Audit(wanted, last, person, _joined(person, sorted(mine), packed, tallies))
        lost = tallies.get((person, None))
        if lost is not None:
            yield person, None, Audit(fixed, None, person, lost.ledger())


_NONE: Final = Requirement("-", "-", "-")

Key: TypeAlias = tuple[Hashable, int | None]


def _gather(entries: Iterable[object]) -> tuple[dict[Key, int], dict[Key, Tally]]:
    packed: defaultdict[Key, int] = defaultdict(int)
    tallies: dict[Key, Tally] = {}
    units, valid, place = _UNITS, _YEARS, -1
    for row in entries:
        place += 1
        if type(row) is tuple and len(row) == 4:
            person, year, subject, hours = row
            if hours.__class__ is int and 0 <= hours < _MOST and year.__class__ is int and year in valid:
                try:
                    packed[person, year] += units[subject] * hours
                except Exception:  # noqa: BLE001, S110  # an unknown subject, or a foreign object's hash
                    pass
                else:
                    continue
        _slow(row, place, tallies)
    return packed, tallies


def _slow(row: object, place: int, tallies: dict[Key, Tally]) -> None:
    report = read_entry(row, path=("entries", place))
    entry = report.value
    key = whose(row) if entry is None else (entry.person, entry.year)
    tallies.setdefault(key, Tally()).add(entry, report.findings)


def _joined(person: Hashable, years: list[int], packed: dict[Key, int], tallies: dict[Key, Tally]) -> Ledger:
    buckets = tuple(
        ((year, subject, ()), (hours, 0, 0))
        for year in years
        if (sums := packed.get((person, year)))
        for shift, subject in _LANES
        if (hours := sums >> shift & _LOW)
    )
    others = [tallies[person, year] for year in years if (person, year) in tallies]
    if not others:
        return Ledger(buckets)
    whole = Tally()
    for bucket, time in buckets:
        add_time(whole.done, bucket, time)
    for tally in others:
        whole.absorb(tally)
    return whole.ledger()
