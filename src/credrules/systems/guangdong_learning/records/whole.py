"""
The records of the system: a person's file, a unit's registration, a written request.

Each of the 21 fields named in the questions is defined once, in the modules beside
this one (广东省专业技术人员继续教育管理系统常见问题, A to I). Fields that only the
answers mention (dates, provider, route, confirmation) are there too, marked as such.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.fields import FieldSpec, fields_of, section, sections
from credrules.systems.guangdong_learning.records.learning import Attachment, HistoryStep, LearningRecord
from credrules.systems.guangdong_learning.records.person import AccountInfo, PersonalInfo
from credrules.systems.guangdong_learning.records.request import Request
from credrules.systems.guangdong_learning.records.unit import Administrator, UnitRegistration
from credrules.values import FrozenMap

__all__ = [
    "FIELDS",
    "RECORD_TYPES",
    "AccountInfo",
    "Administrator",
    "Attachment",
    "HistoryStep",
    "LearningFile",
    "LearningRecord",
    "PersonalInfo",
    "Request",
    "UnitRegistration",
]
__dir__ = __all__.copy

# Enough for a person's records of all years. Of a longer list only the first 10,000 are read.
MOST_RECORDS: Final = 10_000


@frozen
class LearningFile:
    """
    The file of one person: account, basic information, learning records.

    >>> LearningFile(person=PersonalInfo(name="张三")).records
    ()
    """

    account: AccountInfo = section("账号信息", "account information", AccountInfo, aliases=("账号", "账号信息维护"))
    person: PersonalInfo = section(
        "个人基本信息", "basic information", PersonalInfo, aliases=("basic", "基本信息", "个人信息")
    )
    records: tuple[LearningRecord, ...] = sections(
        "继续教育记录", "learning records", aliases=("record", "学习记录", "课程"), most=MOST_RECORDS
    )


RECORD_TYPES: Final = (
    AccountInfo,
    PersonalInfo,
    LearningRecord,
    Attachment,
    HistoryStep,
    UnitRegistration,
    Administrator,
    Request,
)
"""All record types of the system, flat."""

FIELDS: Final[FrozenMap[str, FieldSpec]] = FrozenMap(
    {spec.id: spec for kind in RECORD_TYPES for spec in fields_of(kind)}
)
"""Every field of the system by id: ``FIELDS["LearningRecord.course"].label.zh``."""
