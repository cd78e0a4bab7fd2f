"""
Training for a declaration: taken from the subset, in whatever order it was entered.

References: annex 1, step 3 no. 3 and step 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from credrules.lists import entries_of
from credrules.systems.lianyungang.reading import worker_of
from credrules.systems.lianyungang.records.whole import Training
from credrules.values import exact_int

__all__ = [
    "extract_training",
]
__dir__ = __all__.copy

_MOST: Final = 1000


def extract_training(worker: object, years: Iterable[int] | None = None) -> tuple[Training, ...]:
    """
    Return a worker's training (of some years) by year and name; the order of entry is ignored. Never raises.

    >>> entries = [{"培训名称": "乙", "年度": 2017}, {"培训名称": "甲", "年度": 2016}]
    >>> [item.course for item in extract_training({"教育培训信息": entries})]
    ['甲', '乙']
    >>> [item.course for item in extract_training({"教育培训信息": entries}, [2017])]
    ['乙']
    """
    entries = worker_of(worker).training
    wanted = None if years is None else {exact_int(year) for year in entries_of(years, _MOST)} - {None}
    kept = [item for item in entries if item != Training() and (wanted is None or item.year in wanted)]
    return tuple(sorted(kept, key=lambda item: (item.year or 0, item.course or "", item.hours or 0)))
