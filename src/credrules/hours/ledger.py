"""
The sums of one person: what was entered, before it is decided what counts.

A `Tally` gathers entries in any order; a `Ledger` is the result, as a value.
Whether days can be counted, what is capped and what is enough is decided with the
requirement (`judging`).

Memory: sums per year, subject and tags, and the first finding of each code. Only
entries that name their course need more, because the same course counts once: one
entry per different course, however often it is entered. If the requirement is not
known yet, a course entered in different lengths keeps one entry per subject, tags,
days and minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "Sums",
    "Tally",
    "Time",
    "added",
    "joined",
    "order_of",
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


def order_of(bucket: Bucket) -> tuple[int, str, tuple[str, ...]]:
    """
    Return a key that sorts buckets by year, subject and tags.
    """
    year, subject, tags = bucket
    return year, "" if subject is None else str(tuple(Subject).index(subject)), tags


@frozen
class CourseEntry:
    """
    An entry of a named course.
    """

    bucket: Bucket
    time: Time
    recognised: bool

    def weight(self, requirement: Requirement) -> tuple[object, ...]:
        """
        Return a key: of the entries of one course the greatest counts, the others do not.
        """
        return self.recognised, worth(self.time, requirement), order_of(self.bucket)

    @property
    def kind(self) -> tuple[Bucket, bool, int, Amount]:
        """
        Everything but the hours: of two entries of one kind the longer one counts, at any rates.
        """
        return self.bucket, self.recognised, self.time[1], self.time[2]


@frozen
class Ledger:
    """
    Sums per bucket, in which each course is contained once, and problems counted.

    `done` and `pending` (not recognised) are sorted pairs; `twice` are the courses
    that were entered more than once, with their years; `in_days` and `in_minutes`
    are the years with an entry in days or minutes; `problems` holds the first finding of
    each code and how often it occurred.
    """

    done: tuple[tuple[Bucket, Time], ...] = ()
    pending: tuple[tuple[Bucket, Time], ...] = ()
    twice: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    in_days: tuple[int, ...] = ()
    in_minutes: tuple[int, ...] = ()
    problems: tuple[tuple[Finding, int], ...] = ()

    def sums(self, requirement: Requirement, *, pending: bool = False) -> Sums:
        """
        Return the amount per bucket at the requirement's rates; with `pending`, also what is not recognised yet.
        """
        total: Sums = {}
        for bucket, time in (*self.done, *self.pending) if pending else self.done:
            total[bucket] = as_amount(total.get(bucket, 0) + worth(time, requirement))
        return total

    def lacks_rate(self, requirement: Requirement) -> bool:
        """
        Whether there are days or minutes whose rate the requirement does not state.
        """
        days = self.in_days and requirement.hours_per_day is None
        return bool(days or (self.in_minutes and requirement.minutes_per_hour is None))

    def only(self, first: int, last: int) -> tuple[Ledger, tuple[int, ...]]:
        """
        Return the part of the years `first` to `last`, and the other years that have entries.
        """
        years = {bucket[0] for bucket, _ in (*self.done, *self.pending)}
        others = tuple(sorted(year for year in years if not first <= year <= last))
        if not others:
            return self, ()
        return evolve(
            self,
            done=tuple(pair for pair in self.done if first <= pair[0][0] <= last),
            pending=tuple(pair for pair in self.pending if first <= pair[0][0] <= last),
            twice=tuple(pair for pair in self.twice if first <= pair[0] <= last),
            in_days=tuple(year for year in self.in_days if first <= year <= last),
            in_minutes=tuple(year for year in self.in_minutes if first <= year <= last),
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
    return Ledger(_ordered({(year, subject, ()): (amount, 0, 0) for subject, amount in pairs if amount}))


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


_Same: TypeAlias = CourseEntry | dict[tuple[Bucket, bool, int, Amount], CourseEntry]
# Courses of the same subject and length share one object, as long as there are not too many lengths.
_SHARED: Final = 1024


class Tally:
    """
    Gathers the entries of one person, for `Ledger`. With the requirement, each course keeps one entry.
    """

    __slots__ = ("_courses", "_done", "_in_days", "_in_minutes", "_pending", "_problems", "_rule", "_shared", "_twice")

    def __init__(self, rule: Requirement | None = None) -> None:
        self._rule = rule
        self._done: dict[Bucket, Time] = {}
        self._pending: dict[Bucket, Time] = {}
        self._courses: dict[int, dict[str, _Same]] = {}
        self._shared: dict[CourseEntry, CourseEntry] = {}
        self._twice: dict[int, set[str]] = {}
        self._in_days: set[int] = set()
        self._in_minutes: set[int] = set()
        self._problems: dict[str, tuple[Finding, int]] = {}

    def add(self, entry: Entry | None, findings: tuple[Finding, ...]) -> bool:
        """
        Add one entry and its findings; return whether its course was entered before.
        """
        for item in findings:
            _count(self._problems, item, 1)
        if entry is None:
            return False
        if entry.days:
            self._in_days.add(entry.year)
        if entry.minutes:
            self._in_minutes.add(entry.year)
        bucket, time = (entry.year, entry.subject, entry.tags), (entry.hours, entry.days, entry.minutes)
        if not entry.course:
            _add(self._done if entry.recognised else self._pending, bucket, time)
            return False
        return self._name(entry.year, entry.course, CourseEntry(bucket, time, entry.recognised))

    def _name(self, year: int, course: str, new: CourseEntry) -> bool:
        if len(self._shared) < _SHARED:
            self._shared.setdefault(new, new)
        new = self._shared.get(new, new)
        courses = self._courses.setdefault(year, {})
        if course not in courses:
            courses[course] = new
            return False
        self._twice.setdefault(year, set()).add(course)
        courses[course] = self._greater(courses[course], new)
        return True

    def _greater(self, known: _Same, new: CourseEntry) -> _Same:
        rule = self._rule
        if known is new:
            return known
        if isinstance(known, CourseEntry):
            if rule is not None:
                return max(known, new, key=lambda item: item.weight(rule))
            if known.kind == new.kind:
                return max(known, new, key=_hours)
            known = {known.kind: known}
        known[new.kind] = max(known.get(new.kind, new), new, key=_hours)
        return known

    def counted(self, year: int, course: str, rule: Requirement) -> CourseEntry:
        """
        Return the entry of a course that counts.
        """
        return _counted(self._courses[year][course], rule)

    def ledger(self, rule: Requirement) -> Ledger:
        """
        Return what was gathered; the requirement's rates decide which of a course's entries counts.
        """
        done, pending = dict(self._done), dict(self._pending)
        for courses in self._courses.values():
            for same in courses.values():
                best = _counted(same, rule)
                _add(done if best.recognised else pending, best.bucket, best.time)
        return Ledger(
            done=_ordered(done),
            pending=_ordered(pending),
            twice=tuple((year, course) for year in sorted(self._twice) for course in sorted(self._twice[year])),
            in_days=tuple(sorted(self._in_days)),
            in_minutes=tuple(sorted(self._in_minutes)),
            problems=_by_code(self._problems),
        )


def _hours(entry: CourseEntry) -> Amount:
    return entry.time[0]


def _counted(same: _Same, rule: Requirement) -> CourseEntry:
    return same if isinstance(same, CourseEntry) else max(same.values(), key=lambda item: item.weight(rule))


def joined(ledgers: Sequence[Ledger]) -> Ledger:
    """
    Return the ledgers of several years, or of different entries of one year, as one.
    """
    done: dict[Bucket, Time] = {}
    pending: dict[Bucket, Time] = {}
    problems: dict[str, tuple[Finding, int]] = {}
    for item in ledgers:
        for bucket, time in item.done:
            _add(done, bucket, time)
        for bucket, time in item.pending:
            _add(pending, bucket, time)
        for first, count in item.problems:
            _count(problems, first, count)
    return Ledger(
        done=_ordered(done),
        pending=_ordered(pending),
        twice=tuple(sorted(pair for item in ledgers for pair in item.twice)),
        in_days=tuple(sorted({year for item in ledgers for year in item.in_days})),
        in_minutes=tuple(sorted({year for item in ledgers for year in item.in_minutes})),
        problems=_by_code(problems),
    )


def _count(problems: dict[str, tuple[Finding, int]], first: Finding, count: int) -> None:
    known, so_far = problems.get(first.code, (first, 0))
    problems[first.code] = (known, so_far + count)


def _by_code(problems: Mapping[str, tuple[Finding, int]]) -> tuple[tuple[Finding, int], ...]:
    return tuple(problems[code] for code in sorted(problems))


def added(one: Time, other: Time) -> Time:
    """
    Return the sum of two times.

    >>> added((6, 1, 0), (0, 2, 90))
    (6, 3, 90)
    """
    return as_amount(one[0] + other[0]), one[1] + other[1], as_amount(one[2] + other[2])


def _add(sums: dict[Bucket, Time], bucket: Bucket, time: Time) -> None:
    sums[bucket] = added(sums[bucket], time) if bucket in sums else time


def _ordered(sums: Mapping[Bucket, Time]) -> tuple[tuple[Bucket, Time], ...]:
    return tuple(sorted(sums.items(), key=lambda pair: order_of(pair[0])))
