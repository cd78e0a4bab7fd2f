"""
What follows from the records of a worker: the latest certificate, the highest grade, the present post.

Nothing here is a finding; rules and decisions use it.
"""

from __future__ import annotations

from credrules.lists import is_cut
from credrules.systems.lianyungang.names import rank_of
from credrules.systems.lianyungang.records.whole import Post, SkillRecord, Worker

__all__ = [
    "all_read",
    "held",
    "highest",
    "latest_records",
    "present_posts",
]
__dir__ = __all__.copy


def all_read(worker: Worker) -> bool:
    """
    Return whether all certificates were read: of the beginning of a longer list neither latest nor highest is known.

    >>> from credrules.lists import Cut
    >>> all_read(Worker(skills=(SkillRecord("4"),))), all_read(Worker(skills=Cut([SkillRecord("4")])))
    (True, False)
    """
    return not is_cut(worker.skills)


def latest_records(worker: Worker) -> tuple[SkillRecord, ...]:
    """
    Return the records that may be the latest: one if the dates decide, else all that no other surely follows.

    >>> from credrules.dates import PartialDate
    >>> first, second = SkillRecord("4", obtained_on=PartialDate(2010)), SkillRecord("3", obtained_on=PartialDate(2015))
    >>> [record.grade for record in latest_records(Worker(skills=(second, first)))]
    ['3']
    """
    return tuple(
        record
        for record in worker.skills
        if record.obtained_on is None
        or not any(other.obtained_on is not None and other.obtained_on > record.obtained_on for other in worker.skills)
    )


def held(worker: Worker) -> frozenset[str]:
    """
    Return the grades the records show; the main set's if there is no record.

    >>> sorted(held(Worker(skills=(SkillRecord("4"), SkillRecord("3")))))
    ['3', '4']
    """
    grades = frozenset(record.grade for record in worker.skills if record.grade is not None)
    return grades if grades or worker.person.main_grade is None else frozenset({worker.person.main_grade})


def highest(worker: Worker) -> str | None:
    """
    Return the highest grade held; None if none is known.
    """
    return max(held(worker), key=rank_of, default=None)


def present_posts(worker: Worker) -> tuple[Post, ...]:
    """
    Return the posts that may be the present one: those marked, else those not ended that none surely follows.

    >>> [item.post for item in present_posts(Worker(posts=(Post("技术工四级", current=False), Post("技术工三级"))))]
    ['技术工三级']
    """
    marked = tuple(item for item in worker.posts if item.current)
    if marked:
        return marked
    going_on = [item for item in worker.posts if item.ended_on is None and item.current is not False]
    return tuple(
        item
        for item in going_on
        if item.started_on is None
        or not any(other.started_on is not None and other.started_on > item.started_on for other in going_on)
    )
