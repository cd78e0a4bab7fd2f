"""
Two states of one worker's certificates: a new certificate is a new record, a correction changes one.

References: annex 1, step 2 (subset 专技资格) and step 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from credrules.findings import Finding, finding
from credrules.systems.lianyungang.names import name_of, rank_of
from credrules.systems.lianyungang.reading import worker_of
from credrules.systems.lianyungang.records.whole import SkillRecord, Worker

__all__ = [
    "revise",
]
__dir__ = __all__.copy


def revise(before: object, after: object) -> tuple[Finding, ...]:
    """
    Report what a change of a worker did wrong: a grade overwritten, a record lost, a grade typed into the main set.

    Both are mappings (English keys or labels) or `Worker` values. Never raises.

    >>> junior, senior = {"专技资格": [{"等级": "中级工"}]}, {"专技资格": [{"等级": "高级工"}]}
    >>> [(item.code, item.path) for item in revise(junior, senior)]
    [('LYG.SKILL.APPEND', ('skills', 0, 'grade'))]
    >>> revise(junior, {"专技资格": [{"等级": "中级工"}, {"等级": "高级工"}]})
    ()
    """
    old, new = worker_of(before), worker_of(after)
    return (*_records(old, new), *_main_set(old, new))


def _records(old: Worker, new: Worker) -> Iterator[Finding]:
    kept, lost = _matched(old.skills, new.skills)
    added = [place for place in range(len(new.skills)) if place not in kept]
    for record in lost:
        place = next((place for place in added if new.skills[place].grade is not None), None)
        if place is None:
            yield finding("LYG.SKILL.RECORD_LOST", path=("skills",), grade=_grade(record))
        else:
            added.remove(place)
            yield finding(
                "LYG.SKILL.APPEND", path=("skills", place, "grade"), before=_grade(record),
                after=_grade(new.skills[place]),
            )  # fmt: skip


def _grade(record: SkillRecord) -> str:
    return name_of(record.grade) if record.grade is not None else "…"


def _matched(
    old: tuple[SkillRecord, ...], new: tuple[SkillRecord, ...]
) -> tuple[dict[int, SkillRecord], list[SkillRecord]]:
    """
    Return which new records continue which old ones, and the old ones that none continues.
    """
    kept: dict[int, SkillRecord] = {}
    lost: list[SkillRecord] = []
    for record in old:
        candidates = [place for place in range(len(new)) if place not in kept and _continues(record, new[place])]
        place = max(candidates, key=lambda place: _likeness(record, new[place]), default=None)
        if place is None:
            lost.append(record)
        else:
            kept[place] = record
    return kept, lost


def _continues(record: SkillRecord, other: SkillRecord) -> bool:
    # The same grade, or a grade that was empty. If number, date and trade all differ, it is another certificate.
    if record.grade is not None and record.grade != other.grade:
        return False
    pairs = [(getattr(record, name), getattr(other, name)) for name in ("certificate_no", "obtained_on", "trade")]
    return not all(a is not None and b is not None and a != b for a, b in pairs)


def _likeness(record: SkillRecord, other: SkillRecord) -> int:
    names = ("certificate_no", "obtained_on", "trade", "approver", "route")
    return sum(getattr(record, name) == getattr(other, name) for name in names)


def _main_set(old: Worker, new: Worker) -> Iterator[Finding]:
    was, shown = old.person.main_grade, new.person.main_grade
    recorded = [record.grade for record in new.skills if record.grade is not None]
    if shown is not None and shown != was and not any(rank_of(grade) >= rank_of(shown) for grade in recorded):
        yield finding("LYG.POST.SAME_RULES", path=("person", "main_grade"), grade=name_of(shown))
