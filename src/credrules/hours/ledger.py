"""
The sums of one person: what was entered, before it is decided what counts.

A `Tally` gathers entries in any order, in memory that does not grow with their
number; a `Ledger` is the result, as a value. Whether days can be counted, what is
capped and what is enough is decided with the requirement (`judging`).

Only what cannot be summed is kept one by one: entries that name their course
(the same course counts once), and the first finding of each code.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from credrules.findings import Finding
from credrules.hours.amounts import Amount, as_amount
from credrules.hours.entries import Entry
from credrules.hours.requirements import Requirement
from credrules.hours.subjects import Subject

__all__ = [
    "ORDER",
    "Bucket",
    "CourseEntry",
    "Ledger",
    "Packed",
    "Record",
    "Sums",
    "Tally",
    "Time",
    "add_time",
    "ordered",
    "reaches",
    "unpack",
    "worth",
]
__dir__ = __all__.copy

Bucket: TypeAlias = tuple[int, Subject | None, tuple[str, ...]]
"""Year, subject and tags."""
Time: TypeAlias = tuple[Amount, int, Amount]
"""Hours, full days and minutes."""
Sums: TypeAlias = dict[Bucket, Amount]
"""Bucket to amount in the requirement's unit."""


def _order(bucket: Bucket) -> tuple[int, str, tuple[str, ...]]:
    year, subject, tags = bucket
    return year, "" if subject is None else str(tuple(Subject).index(subject)), tags


@frozen
class CourseEntry:
    """
    An entry of a named course, and how often it was entered identically.
    """

    bucket: Bucket
    time: Time
    recognised: bool
    times: int = 1


@frozen
class Record:
    """
    One entry as it was given, and its findings; `entry` is None when it could not be read.
    """

    entry: Entry | None
    findings: tuple[Finding, ...] = ()


@frozen
class Ledger:
    """
    Sums per bucket, courses apart, and problems counted.

    `done` and `pending` (not recognised) are sorted pairs; `problems` holds
    the first finding of each code and how often it occurred; `records` are the
    entries themselves if they were kept, and are not compared.
    """

    done: tuple[tuple[Bucket, Time], ...] = ()
    pending: tuple[tuple[Bucket, Time], ...] = ()
    courses: tuple[tuple[str, tuple[CourseEntry, ...]], ...] = ()
    problems: tuple[tuple[Finding, int], ...] = ()
    records: tuple[Record, ...] = field(default=(), eq=False, repr=False)

    def sums(self, requirement: Requirement, *, pending: bool = False) -> tuple[Sums, tuple[str, ...]]:
        """
        Return the amount per bucket at the requirement's rates, and the courses that were entered twice.

        With `pending`, the records not recognised yet are included.
        """
        total: Sums = {}
        for bucket, time in (*self.done, *self.pending) if pending else self.done:
            _add(total, bucket, worth(time, requirement))
        twice: list[str] = []
        for course, entries in self.courses:
            if sum(item.times for item in entries) > 1:
                twice.append(course)
            best = max(entries, key=lambda item: (item.recognised, worth(item.time, requirement), _order(item.bucket)))
            if best.recognised or pending:
                _add(total, best.bucket, worth(best.time, requirement))
        return total, tuple(twice)

    def lacks_rate(self, requirement: Requirement) -> bool:
        """
        Whether there are days or minutes whose rate the requirement does not state.
        """
        times = [time for _, time in (*self.done, *self.pending)]
        times += [item.time for _, entries in self.courses for item in entries]
        return any(
            (days and requirement.hours_per_day is None) or (minutes and requirement.minutes_per_hour is None)
            for _, days, minutes in times
        )

    def only(self, first: int, last: int) -> tuple[Ledger, tuple[int, ...]]:
        """
        Return the part of the years `first` to `last`, and the other years that have entries.
        """
        years = {bucket[0] for bucket, _ in (*self.done, *self.pending)}
        years |= {item.bucket[0] for _, entries in self.courses for item in entries}
        others = tuple(sorted(year for year in years if not first <= year <= last))
        if not others:
            return self, ()

        def inside(bucket: Bucket) -> bool:
            return first <= bucket[0] <= last

        kept = [(name, tuple(it for it in entries if inside(it.bucket))) for name, entries in self.courses]
        return evolve(
            self,
            done=tuple(pair for pair in self.done if inside(pair[0])),
            pending=tuple(pair for pair in self.pending if inside(pair[0])),
            courses=tuple(pair for pair in kept if pair[1]),
        ), others


ORDER: Final = (*Subject, None)
"""What the four sums of `Packed` belong to."""

Packed: TypeAlias = tuple[int, tuple[int, int, int, int]]
"""Year, and sums of whole hours: of the three subjects, and of no subject."""


def unpack(entered: Ledger | Packed) -> Ledger:
    """
    Return packed sums as a ledger, a ledger unchanged.

    >>> unpack((2016, (18, 0, 0, 0))).done
    (((2016, <Subject.GENERAL: 'general'>, ()), (18, 0, 0)),)
    """
    if isinstance(entered, Ledger):
        return entered
    year, sums = entered
    pairs = zip(ORDER, sums, strict=True)
    return Ledger(ordered({(year, subject, ()): (amount, 0, 0) for subject, amount in pairs if amount}))


def reaches(sums: tuple[int, int, int, int], needs: tuple[Amount, Amount, Amount, Amount]) -> bool:
    """
    Whether packed sums reach a total and the minimum of each subject.

    >>> reaches((18, 0, 0, 0), (18, 18, 0, 0)), reaches((18, 0, 0, 0), (20, 0, 0, 0))
    (True, False)
    """
    one, two, three, rest = sums
    total, general, professional, elective = needs
    return one >= general and two >= professional and three >= elective and one + two + three + rest >= total


def worth(time: Time, requirement: Requirement) -> Amount:
    """
    Return hours, days and minutes as one amount; what has no rate counts zero.

    >>> from credrules.hours import REQUIREMENTS
    >>> worth((2, 1, 90), REQUIREMENTS["CN-GD-2021"])
    12
    """
    hours, days, minutes = time
    if days:
        hours += days * (requirement.hours_per_day or 0)
    if minutes and requirement.minutes_per_hour:
        hours += minutes / (requirement.minutes_per_hour + Fraction())
    return as_amount(hours)


def _add(sums: Sums, bucket: Bucket, amount: Amount) -> None:
    sums[bucket] = as_amount(sums.get(bucket, 0) + amount)


class Tally:
    """
    Gathers the entries of one person, for `Ledger`.
    """

    __slots__ = ("courses", "done", "pending", "problems", "records")

    def __init__(self, *, keep: bool = False) -> None:
        self.done: dict[Bucket, Time] = {}
        self.pending: dict[Bucket, Time] = {}
        self.courses: dict[tuple[int, str], dict[CourseEntry, int]] = {}
        self.problems: dict[str, tuple[Finding, int]] = {}
        self.records: list[Record] | None = [] if keep else None

    def add(self, entry: Entry | None, findings: tuple[Finding, ...]) -> None:
        """
        Add one entry and its findings.
        """
        if self.records is not None:
            self.records.append(Record(entry, findings))
        for item in findings:
            first, count = self.problems.get(item.code, (item, 0))
            self.problems[item.code] = (first, count + 1)
        if entry is None:
            return
        bucket = (entry.year, entry.subject, entry.tags)
        time = (entry.hours, entry.days, entry.minutes)
        if entry.course:
            same = self.courses.setdefault((entry.year, entry.course), {})
            key = CourseEntry(bucket, time, entry.recognised)
            same[key] = same.get(key, 0) + 1
        else:
            add_time(self.done if entry.recognised else self.pending, bucket, time)

    def absorb(self, other: Tally) -> None:
        """
        Add what another tally has gathered.
        """
        for mine, theirs in ((self.done, other.done), (self.pending, other.pending)):
            for bucket, time in theirs.items():
                add_time(mine, bucket, time)
        for course, same in other.courses.items():
            own = self.courses.setdefault(course, {})
            for item, count in same.items():
                own[item] = own.get(item, 0) + count
        for code, (first, count) in other.problems.items():
            known, so_far = self.problems.get(code, (first, 0))
            self.problems[code] = (known, so_far + count)

    def ledger(self) -> Ledger:
        """
        Return what was gathered.
        """
        return Ledger(
            done=ordered(self.done),
            pending=ordered(self.pending),
            courses=tuple((key[1], _counted(same)) for key, same in sorted(self.courses.items())),
            problems=tuple(self.problems[code] for code in sorted(self.problems)),
            records=tuple(self.records or ()),
        )


def _counted(same: Mapping[CourseEntry, int]) -> tuple[CourseEntry, ...]:
    entries = [evolve(item, times=count) for item, count in same.items()]
    return tuple(sorted(entries, key=lambda item: (_order(item.bucket), item.time, item.recognised)))


def add_time(sums: dict[Bucket, Time], bucket: Bucket, time: Time) -> None:
    """
    Add one time to a bucket.
    """
    hours, days, minutes = sums.get(bucket, (0, 0, 0))
    sums[bucket] = (as_amount(hours + time[0]), days + time[1], as_amount(minutes + time[2]))


def ordered(sums: Mapping[Bucket, Time]) -> tuple[tuple[Bucket, Time], ...]:
    """
    Return sums as sorted pairs.
    """
    return tuple(sorted(sums.items(), key=lambda pair: _order(pair[0])))
