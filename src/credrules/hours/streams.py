"""
Audits of many people in one pass over their entries, in any order.

Only four sums per person and year are kept, so memory grows with people and
not with rows. Rows ``(person, year, subject, hours)`` with whole hours, and
entries and dicts that contain nothing else, take the fast path; everything else
is read entry by entry and added to the same sums at the end. Of entries that name a
course, each different course is kept until then, because the same course counts once.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from credrules.hours.audits import Audit
from credrules.hours.entries import KEYS, Entry, read_entry, whose
from credrules.hours.ledger import Ledger, Tally, joined, unpack
from credrules.hours.packing import PART, PackedSums
from credrules.hours.requirements import Requirement
from credrules.lists import listed
from credrules.values import exact_text

__all__ = ["RequirementChoice", "Tallies", "audit_many"]
__dir__ = __all__.copy

RequirementChoice: TypeAlias = Requirement | Callable[[Hashable, int], Requirement]
"""One requirement for all, or a function of person and year."""

_FOUR: Final = ("person", "year", "subject", "hours")
# Not needed for sums.
_UNUSED: Final = frozenset({"id", "source", "date"})


def audit_many(
    entries: Iterable[object], *, requirement: RequirementChoice
) -> Iterator[tuple[Hashable, int | None, Audit]]:
    """
    Yield (person, last year of the cycle, audit), the years of a person together and ascending.

    `requirement` is one requirement, or a function of person and year (it may
    raise what `requirement()` raises). If cycles of several years have no
    `cycle_end`, a function gives each year the cycle that ends with it. Entries
    that cannot be read and name no year are listed under year None. The audits hold sums;
    only `audit` also keeps the first entries, for its explanation.

    >>> from credrules.hours import requirement
    >>> rows = [("p1", 2016, "公需", 18), ("p1", 2016, "专业", 42), ("p1", 2016, "选修", 12)]
    >>> [(who, year, it.passed) for who, year, it in audit_many(rows, requirement=requirement("广东", year=2016))]
    [('p1', 2016, True)]
    """
    packed, tallies = _gather(entries)
    one = not tallies and len(packed.years) == 1
    if one and isinstance(requirement, Requirement) and requirement.plain is not None:
        # One year and one plain requirement, the common table, needs no bookkeeping.
        for year in packed.years:
            for person, done in packed.people(year):
                yield person, year, Audit(requirement, year, person, (year, done))
    else:
        yield from _audits(requirement, packed, tallies)


def _audits(
    requirement: RequirementChoice, packed: PackedSums, tallies: Tallies
) -> Iterator[tuple[Hashable, int | None, Audit]]:
    rule, fixed = (requirement, _NONE) if callable(requirement) else (None, requirement)
    for person, years in _people(packed, tallies).items():
        cycles: dict[int, tuple[Requirement, set[int]]] = {}
        for year in sorted(years):
            wanted = fixed if rule is None else rule(person, year)
            if wanted.plain is not None and (person, year) not in tallies:
                yield person, year, Audit(wanted, year, person, packed.of(person, year))
                continue
            first, last = wanted.period(year)
            inside = {item for item in years if first <= item <= last}
            cycles.setdefault(last, (wanted, {year}))[1].update(inside, {year})
        for last, (wanted, mine) in cycles.items():
            yield person, last, Audit(wanted, last, person, _joined(person, sorted(mine), packed, tallies, wanted))
        lost = tallies.get((person, None))
        if lost is not None:
            yield person, None, Audit(fixed, None, person, lost.ledger(fixed))


def _people(packed: PackedSums, tallies: Tallies) -> dict[Hashable, list[int]]:
    people: dict[Hashable, list[int]] = {}
    for year in packed.years:
        for person, _ in packed.people(year):
            people.setdefault(person, []).append(year)
    for person, found in tallies:
        years = people.setdefault(person, [])
        if found is not None and found not in years:
            years.append(found)
    return people


_NONE: Final = Requirement("-", "-", "-")

Tallies: TypeAlias = dict[tuple[Hashable, int | None], Tally]


def _gather(entries: Iterable[Any]) -> tuple[PackedSums, Tallies]:
    packed = PackedSums()
    tallies: Tallies = {}
    start = 0
    for block in _blocks(entries):
        rows = _as_rows(block)
        rest = iter(rows)
        ready = 0
        while left := operator.length_hint(rest):
            at = len(rows) - left
            if at >= ready:
                ready = at + packed.prepare(rows, at)
            # An odd row, and the first row of a year, raises; the list's iterator still knows which row it was.
            try:
                packed.add_rows(itertools.islice(rest, ready - at))
            except Exception:  # noqa: BLE001  # foreign objects may raise anything; `_slow` reads them with care
                place = len(rows) - operator.length_hint(rest) - 1
                is_row = type(rows[place]) is tuple or type(rows[place]) is list
                _slow(block[place], start + place, packed, tallies, is_row=is_row)
        start += len(block)
    return packed, tallies


def _blocks(entries: Iterable[Any]) -> Iterator[list[Any]]:
    # A list of rows is one block, not copied; other input is read in parts, and a stream is never held whole.
    if type(entries) is list and entries and type(entries[0]) is tuple:
        yield entries
        return
    source = listed(entries)
    while block := list(itertools.islice(source, PART)):
        yield block


def _slow(row: object, place: int, packed: PackedSums, tallies: Tallies, *, is_row: bool) -> None:
    report = read_entry(row, path=("entries", place))
    entry = report.value
    if entry is None:
        tallies.setdefault(whose(row), Tally()).add(None, report.findings)
    elif is_row and not report.findings and not entry.tags and isinstance(entry.hours, int):
        packed.add(entry)
    else:
        tallies.setdefault((entry.person, entry.year), Tally()).add(entry, report.findings)


def _as_rows(chunk: list[Any]) -> list[Any]:
    # Entries and mappings with only person, year, subject and whole hours become rows; others are left unchanged.
    kind = type(chunk[0])
    try:
        if kind is Entry:
            return [(it.person, it.year, it.subject, it.hours) if _is_bare(it) else it for it in chunk]
        if kind is dict:
            return _mapped(chunk, tuple(chunk[0]))
    except Exception:  # noqa: BLE001  # foreign keys and values may raise anything; `_slow` reads them with care
        return chunk
    return chunk


def _is_bare(entry: Any) -> bool:  # noqa: ANN401  # any object
    if type(entry) is not Entry or not entry.hours or not entry.recognised:
        return False
    return not (entry.days or entry.minutes or entry.course or entry.tags)


def _mapped(chunk: list[Any], headings: tuple[object, ...]) -> list[Any]:
    names = [KEYS.get(exact_text(heading) or "") for heading in headings]
    if sorted(name for name in names if name is not None and name not in _UNUSED) != sorted(_FOUR):
        return chunk
    cells_of = operator.itemgetter(*(headings[names.index(name)] for name in _FOUR))
    rows: list[Any] = []
    for row in chunk:
        if type(row) is dict and tuple(row) == headings:
            cells = cells_of(row)
            # Rows without a person or with zero hours are read entry by entry.
            if type(cells[0]) in {str, int} and type(cells[3]) in {int, str} and cells[3] not in {0, "0"}:
                rows.append(cells)
                continue
        rows.append(row)
    return rows


def _joined(
    person: Hashable, years: list[int], packed: PackedSums, tallies: Tallies, requirement: Requirement
) -> Ledger:
    sums = [unpack(packed.of(person, year)) for year in years if person in packed.years.get(year, ())]
    return joined([*sums, *(tallies[person, it].ledger(requirement) for it in years if (person, it) in tallies)])
