"""
Reading a function's argument: a worker or a registration, as far as it can be read.
"""

from __future__ import annotations

from typing import cast

from credrules.engine import read_record
from credrules.systems.lianyungang.records.whole import Registration, Worker

__all__ = [
    "registration_of",
    "worker_of",
]
__dir__ = __all__.copy


def worker_of(data: object) -> Worker:
    """
    Return a worker from a mapping (English keys or labels) or a `Worker`; what cannot be read is empty. Never raises.

    >>> worker_of({"姓名": "李某"}).person.name, worker_of(5) == Worker()
    ('李某', True)
    """
    return data if type(data) is Worker else cast("Worker", read_record(data, Worker).value)


def registration_of(data: object) -> Registration:
    """
    Return a registration from a mapping, a `Registration`, or a worker that has one. Never raises.

    >>> registration_of({"申报等级": "技师"}).target_grade, registration_of({"target_grade": "2"}).target_grade
    ('2', '2')
    """
    if type(data) is Registration:
        return data
    own = worker_of(data).registration
    return cast("Registration", read_record(data, Registration).value) if own == Registration() else own
