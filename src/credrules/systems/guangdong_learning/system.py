"""
Checking a person's file: all findings of account, person, records and attachments in one pass.

References: 广东省专业技术人员继续教育管理系统常见问题, D7 and the blocks the rules name.
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
from credrules.systems.guangdong_learning.profile import PROFILE, completed
from credrules.systems.guangdong_learning.records.whole import LearningFile
from credrules.systems.guangdong_learning.rules.attachments import ATTACHMENT_RULES
from credrules.systems.guangdong_learning.rules.learning import FILE_RULES, LEARNING_RULES
from credrules.values import FrozenMap

__all__ = ["RULES", "SYSTEM", "check", "check_many", "structure", "unstructure"]


def __dir__() -> list[str]:
    return sorted(__all__)


RULES: Final[tuple[RecordRule, ...]] = (*LEARNING_RULES, *ATTACHMENT_RULES, *FILE_RULES)
"""Every rule of the file."""

SYSTEM: Final = RecordSystem(LearningFile, rules=RULES, mandatory="CE.REG.STARRED")
"""The file as the engine needs it: the record, its rules, its code for empty cells."""


def check(data: object, *, on: dt.date, profile: Profile = PROFILE) -> Report[LearningFile]:
    """
    Check the file of one person; accepts any object and never raises.

    `data` is a mapping (English keys, labels of the form, aliases; the fields
    of account and person may stand at the top) or a `LearningFile`. `on` is
    the day that counts as today. Units and requests have `check_unit` and
    `check_request`; whether a year is enough says `annual_result`.

    >>> import datetime
    >>> record = {"课程名称": "课程甲", "科目": "公修课", "学时": "6", "年度": 2012, "考核结果": "合格"}
    >>> report = check({"姓名": "张三", "继续教育记录": [record]}, on=datetime.date(2012, 6, 1))
    >>> report.value.records[0].subject
    'GENERAL'
    """
    report: Report[LearningFile] = check_record(data, system=SYSTEM, on=on, profile=completed(profile))
    # A report that travels carries its day and profile, not the whole table of rules.
    again = Rerun(check, FrozenMap(on=on, profile=profile), prepare=Prepare(LearningFile))
    return evolve(report, rerun=again)


def check_many(items: Iterable[object], *, on: dt.date, profile: Profile = PROFILE) -> Iterator[Report[LearningFile]]:
    """
    Check a stream of files, one report each, in order; holds one file at a time.
    """
    for item in items:
        yield check(item, on=on, profile=profile)


def structure(data: object) -> LearningFile:
    """
    Return `data` as a `LearningFile`, or raise CredrulesError with every problem of shape or value.

    A draft with empty fields is a legal value; rules are not asked.

    >>> structure({"person": {"name": "张三"}}).person.name
    '张三'
    """
    return converter.structure(data, LearningFile)


def unstructure(record: LearningFile, labels: Labels = None) -> dict[str, Any]:
    """
    Return a file as plain data, empty fields left out; `labels="zh"` or `"en"` gives the form's labels as keys.

    >>> unstructure(structure({"姓名": "张三"}), labels="zh")
    {'个人基本信息': {'姓名': '张三'}}
    """
    return converter.unstructure(record, labels)
