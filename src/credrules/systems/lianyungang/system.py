"""
Checking a worker and a unit's declaration: all findings at once.

References: the notice and annex 1, whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import evolve

from credrules import converter
from credrules.converter import Labels
from credrules.engine import Profile, RecordRule, RecordSystem, check_record
from credrules.findings import Report, Rerun
from credrules.keys import Prepare
from credrules.systems.lianyungang.profile import PROFILE, completed
from credrules.systems.lianyungang.promotion.rules import PROMOTION_RULES
from credrules.systems.lianyungang.records.whole import Worker
from credrules.systems.lianyungang.rules.dates import DATE_RULES
from credrules.systems.lianyungang.rules.papers import PAPER_RULES
from credrules.systems.lianyungang.rules.skills import SKILL_RULES
from credrules.systems.lianyungang.rules.subsets import SUBSET_RULES
from credrules.values import FrozenMap

__all__ = [
    "RULES",
    "SYSTEM",
    "check",
    "check_many",
    "structure",
    "unstructure",
]


def __dir__() -> list[str]:
    return sorted(__all__)


RULES: Final[tuple[RecordRule, ...]] = (*SUBSET_RULES, *SKILL_RULES, *DATE_RULES, *PAPER_RULES, *PROMOTION_RULES)
"""Every rule of a worker and of a registration."""

SYSTEM: Final = RecordSystem(Worker, rules=RULES, mandatory="LYG.ENTRY.RED_FRAME")
"""The system as the engine needs it: the worker, the rules, the code for empty cells."""


def check(data: object, *, on: dt.date, profile: Profile = PROFILE) -> Report[Worker]:
    """
    Check one worker with all subsets; accepts any object and never raises.

    `data` is a mapping (English keys or labels of the form; the fields of the
    person and of the registration may stand at the top) or a `Worker`.

    >>> import datetime
    >>> skill = {"专业技术资格名称": "高级工", "取得资格途径": "评审"}
    >>> report = check({"姓名": "李某", "专技资格": [skill]}, on=datetime.date(2018, 4, 24))
    >>> [(item.path, item.suggestion) for item in report.errors if item.code == "LYG.SKILL.ROUTE"]
    [(('skills', 0, 'route'), 'EXAM')]
    """
    report: Report[Worker] = check_record(data, system=SYSTEM, on=on, profile=completed(profile))
    again = Rerun(check, FrozenMap(on=on, profile=profile), prepare=Prepare(Worker))
    return evolve(report, rerun=again)


def check_many(items: Iterable[object], *, on: dt.date, profile: Profile = PROFILE) -> Iterator[Report[Worker]]:
    """
    Check a stream of workers, one report each, in order; holds one worker at a time.
    """
    for item in items:
        yield check(item, on=on, profile=profile)


def structure(data: object) -> Worker:
    """
    Return `data` as a `Worker`, or raise CredrulesError with every problem of shape or value.

    >>> structure({"person": {"name": "李某"}}).person.name
    '李某'
    """
    return converter.structure(data, Worker)


def unstructure(record: Worker, labels: Labels = None) -> dict[str, Any]:
    """
    Return a worker as plain data, empty fields left out; `labels="zh"` or `"en"` gives the form's labels as keys.

    >>> unstructure(structure({"person": {"name": "李某"}}), labels="zh")
    {'基本信息': {'姓名': '李某'}}
    """
    return converter.unstructure(record, labels)
