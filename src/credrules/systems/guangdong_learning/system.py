"""
The three records of the system and their rules: a person's file, a unit's registration, a written request.

References: 广东省专业技术人员继续教育管理系统常见问题, D7 and the questions that the rules name.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import System
from credrules.systems.guangdong_learning.accounts.requests import REQUEST_RULES
from credrules.systems.guangdong_learning.accounts.units import UNIT_RULES
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.whole import LearningFile, Request, UnitRegistration
from credrules.systems.guangdong_learning.rules.attachments import ATTACHMENT_RULES
from credrules.systems.guangdong_learning.rules.learning import FILE_RULES, LEARNING_RULES

__all__ = [
    "REQUESTS",
    "SYSTEM",
    "UNITS",
    "check",
    "check_many",
    "check_request",
    "check_unit",
    "requiredness",
    "structure",
    "unstructure",
]
__dir__ = __all__.copy

UNITS: Final = System(
    "guangdong_learning.unit",
    UnitRegistration,
    rules=UNIT_RULES,
    profile=PROFILE,
    mandatory="CE.F.REQUIRED",
    home=__name__,
)
"""The registration of a unit."""

REQUESTS: Final = System(
    "guangdong_learning.request",
    Request,
    rules=REQUEST_RULES,
    profile=PROFILE,
    mandatory="CE.F.REQUIRED",
    home=__name__,
)
"""A written request: every missing part is reported."""

SYSTEM: Final = System(
    "guangdong_learning",
    LearningFile,
    rules=(*LEARNING_RULES, *ATTACHMENT_RULES, *FILE_RULES),
    profile=PROFILE,
    mandatory="CE.REG.STARRED",
    parts=(UNITS, REQUESTS),
    home=__name__,
)
"""
A person's file; units and requests are its parts. `annual_result` decides whether a year's hours are enough.

>>> import datetime
>>> record = {"课程名称": "课程甲", "科目": "公修课", "学时": "6", "年度": 2012, "考核结果": "合格"}
>>> report = SYSTEM.check({"姓名": "张三", "继续教育记录": [record]}, on=datetime.date(2012, 6, 1))
>>> report.value.records[0].subject
'GENERAL'
"""

check, check_many = SYSTEM.check, SYSTEM.check_many
structure, unstructure = SYSTEM.structure, SYSTEM.unstructure
check_unit, check_request = UNITS.check, REQUESTS.check
requiredness = SYSTEM.requiredness
