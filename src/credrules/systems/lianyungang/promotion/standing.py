"""
What a worker has towards a grade: the grade below, special cases, exceptional applications.

That grades are climbed one by one is deduced; it is written nowhere. So no one is
refused for it while a special case or an exceptional application is open.

References: annex 1, step 3 no. 4 and step 5.
"""

from __future__ import annotations

from credrules import codes
from credrules.findings import Decision
from credrules.systems.lianyungang.names import next_below, rank_of
from credrules.systems.lianyungang.records.whole import Registration, Worker
from credrules.systems.lianyungang.rules.latest import all_read, held, highest

__all__ = [
    "has_grade_below",
    "is_next",
    "is_open",
    "order_of_grades",
    "special_case",
]
__dir__ = __all__.copy


def is_open(registration: Registration) -> bool:
    """
    Return whether a special case or an exceptional application is open.

    >>> is_open(Registration(remark="转岗")), is_open(Registration(exceptional="NONE"))
    (True, False)
    """
    return registration.remark is not None or registration.exceptional not in {None, "NONE"}


def special_case(remark: str | None) -> str | None:
    """
    Return the special case a remark names (WORKER_SPECIAL_CASES); OTHER for any other words, None without a remark.

    >>> special_case("转岗"), special_case("退伍兵"), special_case("见附页"), special_case(None)
    ('TRANSFER', 'VETERAN', 'OTHER', None)
    """
    return None if remark is None else codes.WORKER_SPECIAL_CASES.check(remark).value or "OTHER"


def has_grade_below(worker: Worker, target: str) -> bool:
    """
    Return whether the grade directly below the target is held; always True for 初级工.

    >>> from credrules.systems.lianyungang.records import SkillRecord
    >>> has_grade_below(Worker(skills=(SkillRecord("3"),)), "2"), has_grade_below(Worker(), "5")
    (True, True)
    """
    below = next_below(target)
    return below is None or below in held(worker)


def order_of_grades(worker: Worker, registration: Registration, target: str) -> Decision:
    """
    Decide by the order of grades alone: OUT without the grade below, REVIEW if an exception is open.

    If not all certificates were read, the grade below may be among the rest: REVIEW.
    Someone who already holds the target or a higher grade is REVIEW: a person asks why.

    >>> order_of_grades(Worker(), Registration(), "2").name
    'OUT'
    >>> order_of_grades(Worker(), Registration(remark="转岗"), "2").name
    'REVIEW'
    """
    top = highest(worker)
    if top is not None and rank_of(top) >= rank_of(target):
        return Decision.REVIEW
    if has_grade_below(worker, target):
        return Decision.IN
    # The grade may stand in the part of a long list that was not read.
    return Decision.REVIEW if is_open(registration) or not all_read(worker) else Decision.OUT


def is_next(worker: Worker, target: str) -> bool | None:
    """
    Return whether the target is the next grade above the highest held; None if the highest is not known.
    """
    top = highest(worker) if all_read(worker) else None
    return None if top is None else rank_of(target) == rank_of(top) + 1
