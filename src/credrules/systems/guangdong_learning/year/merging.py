"""
Hours uploaded by the learning site and hours entered by the person: merged, compared, never overwritten.

Two records are of the same course if person, subject, year, name of the course
(apart from layout) and the dates agree; a date that one of them lacks is ignored.

References: 广东省专业技术人员继续教育管理系统常见问题, D6, D8.
Limitations: a course entered under a different name is not recognised as the same.
If hours differ, nothing is corrected: the site uploads again, or its help desk
resolves the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import evolve, frozen

from credrules import text
from credrules.dates import Comparison, PartialDate, compare
from credrules.findings import Finding, finding
from credrules.lists import is_cut, like
from credrules.systems.guangdong_learning.records.whole import LearningRecord

__all__ = [
    "Key",
    "Merge",
    "Reconciliation",
    "course_key",
    "duplicates_of",
    "merge_site_records",
    "not_counted",
    "reconcile",
    "same_course",
]
__dir__ = __all__.copy

_SITE: Final = "LEARNING_SITE"
_RECOGNISED: Final = "RECOGNISED"
_DELETED: Final = "DELETED"

Key: TypeAlias = tuple[str | None, str | None, int | None, str]
_Beginning: TypeAlias = tuple[int, ...]
_Mark: TypeAlias = tuple[_Beginning, bool, _Beginning, bool]


def course_key(record: LearningRecord) -> Key:
    """
    Return what identifies a course: person, subject, year, name.

    >>> one, two = (LearningRecord(course=name, year=2012) for name in ("课程 甲", "课程甲"))
    >>> course_key(one) == course_key(two)
    True
    """
    return record.person, record.subject, record.year, text.name_key(record.course)


def _same_period(one: LearningRecord, other: LearningRecord) -> bool:
    pairs = ((one.start_date, other.start_date), (one.end_date, other.end_date))
    return all(a is None or b is None or compare(a, b) in {Comparison.SAME, Comparison.UNSURE} for a, b in pairs)


def same_course(one: LearningRecord, other: LearningRecord) -> bool:
    """
    Return whether two records are of the same course; a record without a name matches no other.

    >>> one = LearningRecord(course="课程甲", year=2012, hours=6)
    >>> other = LearningRecord(course="课程甲", year=2012, hours=8)
    >>> same_course(one, other), same_course(one, LearningRecord(year=2012))
    (True, False)
    """
    return bool(text.name_key(one.course)) and course_key(one) == course_key(other) and _same_period(one, other)


def duplicates_of(records: Sequence[LearningRecord]) -> tuple[int, ...]:
    """
    Return the positions of the records that repeat an upload of the learning site; deleted records are ignored.

    >>> site = LearningRecord(course="课程甲", route="LEARNING_SITE")
    >>> duplicates_of((site, LearningRecord(course="课程甲", route="PERSON")))
    (1,)
    """
    uploaded = _marks(item for item in records if item.route == _SITE and item.state != _DELETED)
    return tuple(
        place
        for place, item in enumerate(records)
        if item.route != _SITE and item.state != _DELETED and _among(item, uploaded)
    )


def not_counted(records: Sequence[LearningRecord]) -> frozenset[int]:
    """
    Return the positions of the records that do not count, because another record of the same course does.

    The learning site's record counts, unless the bureau has recognised the
    person's record and not the upload: recognised hours are not taken away.

    >>> site = LearningRecord(course="课程甲", route="LEARNING_SITE")
    >>> not_counted((site, LearningRecord(course="课程甲", route="PERSON", state="RECOGNISED")))
    frozenset({0})
    """
    twice = duplicates_of(records)
    uploaded = _marks(item for item in records if item.route == _SITE and item.state == _RECOGNISED)
    stand = {place for place in twice if records[place].state == _RECOGNISED and not _among(records[place], uploaded)}
    standing = _marks(records[place] for place in stand)
    repeated = (place for place, item in enumerate(records) if item.route == _SITE and _among(item, standing))
    return frozenset(twice) - stand | frozenset(repeated)


def _beginnings(date: PartialDate | None) -> list[_Beginning]:
    # All beginnings of a date, the whole date last: (), (2012,), (2012, 3).
    parts = () if date is None else (date.year, date.month, date.day)
    known = tuple(part for part in parts if part is not None)
    return [known[:length] for length in range(len(known) + 1)]


def _marks(records: Iterable[LearningRecord]) -> dict[Key, set[_Mark]]:
    # An index of the records, so that not every pair is compared; True marks the whole date.
    found: dict[Key, set[_Mark]] = {}
    for item in records:
        found.setdefault(course_key(item), set()).update(_marks_of(item))
    return found


def _marks_of(record: LearningRecord) -> Iterator[_Mark]:
    starts, ends = _beginnings(record.start_date), _beginnings(record.end_date)
    return ((start, start == starts[-1], end, end == ends[-1]) for start in starts for end in ends)


def _asked(record: LearningRecord) -> list[_Mark]:
    # Two dates may be the same if one is a beginning of the other.
    starts, ends = (
        [*((part, True) for part in parts), (parts[-1], False)]
        for parts in (_beginnings(record.start_date), _beginnings(record.end_date))
    )
    return [(*start, *end) for start in starts for end in ends]


def _among(record: LearningRecord, marks: dict[Key, set[_Mark]]) -> bool:
    """
    Return whether one of the marked records is of the same course; the time does not depend on their number.
    """
    here = marks.get(course_key(record))
    if here is None or not text.name_key(record.course):
        return False
    return any(mark in here for mark in _asked(record))


@frozen
class Reconciliation:
    """
    The site's records compared with the system's: missing in the system, surplus in it, different hours.

    `differing` holds (the site's record, the system's record).
    """

    missing: tuple[LearningRecord, ...]
    surplus: tuple[LearningRecord, ...]
    differing: tuple[tuple[LearningRecord, LearningRecord], ...]

    @property
    def agrees(self) -> bool:
        """
        Whether both sides agree.
        """
        return not (self.missing or self.surplus or self.differing)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        One finding with the three counts if the sides differ.
        """
        if self.agrees:
            return ()
        missing, surplus, differing = map(len, (self.missing, self.surplus, self.differing))
        return (finding("CE.FLOW.RECONCILE", missing=missing, surplus=surplus, differing=differing),)


def reconcile(site_records: Iterable[LearningRecord], records: Iterable[LearningRecord]) -> Reconciliation:
    """
    Compare a learning site's records with its uploads in the system (D8); nothing is corrected.

    >>> one = LearningRecord(course="课程甲", hours=6)
    >>> reconcile([one], []).missing == (one,), reconcile([one], [LearningRecord(course="课程甲", hours=6)]).agrees
    (True, True)
    """
    pool = _Pool(item for item in records if item.route in {_SITE, None})
    missing: list[LearningRecord] = []
    differing: list[tuple[LearningRecord, LearningRecord]] = []
    for item in site_records:
        partner = pool.take(item)
        if partner is None:
            missing.append(item)
        elif _amount(item) != _amount(partner):
            differing.append((item, partner))
    return Reconciliation(tuple(missing), pool.rest(), tuple(differing))


def _amount(record: LearningRecord) -> tuple[object, object]:
    return record.hours or 0, record.days or 0


class _Pool:
    """
    Records to be matched one by one: those of the same amount first, each taken once.

    Records are indexed by course and compatible dates, so that not every pair
    is compared.
    """

    def __init__(self, records: Iterable[LearningRecord]) -> None:
        self._records = tuple(records)
        self._taken = [False] * len(self._records)
        self._places: dict[tuple[object, ...], list[int]] = {}
        # From the last to the first, so that the first one is at the end of each list, where it is taken away.
        for place in reversed(range(len(self._records))):
            key, amount = course_key(self._records[place]), _amount(self._records[place])
            for mark in _marks_of(self._records[place]):
                self._places.setdefault((key, mark), []).append(place)
                self._places.setdefault((key, mark, amount), []).append(place)

    def take(self, record: LearningRecord) -> LearningRecord | None:
        """
        Take the first record of the same course, preferring one of the same amount; None if there is none left.
        """
        if not text.name_key(record.course):
            return None
        key, amount = course_key(record), _amount(record)
        asked = _asked(record)
        place = self._first((key, mark, amount) for mark in asked)
        if place is None:
            place = self._first((key, mark) for mark in asked)
        if place is None:
            return None
        self._taken[place] = True
        return self._records[place]

    def _first(self, keys: Iterable[tuple[object, ...]]) -> int | None:
        heads: list[int] = []
        for key in keys:
            places = self._places.get(key, [])
            while places and self._taken[places[-1]]:
                places.pop()
            heads += places[-1:]
        return min(heads, default=None)

    def rest(self) -> tuple[LearningRecord, ...]:
        """
        Return the records that were not taken, grouped by course.
        """
        groups: dict[Key, list[LearningRecord]] = {}
        for item, taken in zip(self._records, self._taken, strict=True):
            groups.setdefault(course_key(item), []).extend([] if taken else [item])
        return tuple(item for group in groups.values() for item in group)


@frozen
class Merge:
    """
    The records that count, the repeated ones set aside, and the comparison with the site's records.
    """

    records: tuple[LearningRecord, ...]
    set_aside: tuple[LearningRecord, ...]
    reconciliation: Reconciliation
    findings: tuple[Finding, ...]


def merge_site_records(records: Iterable[LearningRecord], site_records: Iterable[LearningRecord]) -> Merge:
    """
    Add the learning site's records so that no course counts twice (D6).

    New uploads are added as `LEARNING_SITE`. An upload that the system has already
    is left as it is; different hours are reported, not corrected. The person's own
    record of the same course is set aside, so that the course counts once; if that
    record is recognised, it stays and counts until the upload is recognised too.
    If one of the lists is the beginning of a longer one (`credrules.lists.Cut`),
    so is the merged one.

    >>> typed = LearningRecord(course="课程甲", hours=6, route="PERSON")
    >>> merged = merge_site_records([typed], [LearningRecord(course="课程甲", hours=6)])
    >>> [item.route for item in merged.records], merged.set_aside == (typed,)
    (['LEARNING_SITE'], True)
    """
    own, site = (given if is_cut(given) else tuple(item for item in given) for given in (records, site_records))
    uploads = _once(evolve(item, route=_SITE) for item in site)
    compared = reconcile(uploads, (item for item in own if item.route == _SITE))
    everything = (*own, *compared.missing)
    twice = duplicates_of(everything)
    dropped = not_counted(everything) & frozenset(twice)
    kept = like(own, like(site, (item for place, item in enumerate(everything) if place not in dropped)))
    told = tuple(finding("CE.FLOW.NO_DOUBLE", path=("records", place)) for place in twice)
    differing = evolve(compared, missing=(), surplus=())
    return Merge(kept, tuple(everything[place] for place in sorted(dropped)), compared, (*told, *differing.findings))


def _once(records: Iterable[LearningRecord]) -> tuple[LearningRecord, ...]:
    # The same record uploaded twice by the site is one record.
    return tuple(dict.fromkeys(records))
