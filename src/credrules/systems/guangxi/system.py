"""
Checking a person's record: completeness and legality in one pass, all findings at once.

Pressing "save" asks whether everything is filled and whether what is filled is
legal (广西专业技术人员信息采集常见问题解答, 二(2), 二(12)); `split` gives the two
lists of the prompt.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from credrules.engine import System
from credrules.findings import Finding, Report
from credrules.systems.guangxi.profile import PROFILE
from credrules.systems.guangxi.records.whole import PersonalRecord
from credrules.systems.guangxi.rules.awards import AWARD_RULES
from credrules.systems.guangxi.rules.basic import BASIC_RULES
from credrules.systems.guangxi.rules.cells import CELL_RULES
from credrules.systems.guangxi.rules.certificates import CERTIFICATE_RULES
from credrules.systems.guangxi.rules.education import EDUCATION_RULES
from credrules.systems.guangxi.rules.titles import TITLE_RULES
from credrules.systems.guangxi.rules.units import UNIT_RULES
from credrules.systems.guangxi.scope.rules import SCOPE_RULES
from credrules.values import Severity

__all__ = [
    "SYSTEM",
    "Split",
    "can_report",
    "check",
    "check_many",
    "requiredness",
    "split",
    "structure",
    "unstructure",
]
__dir__ = __all__.copy

SYSTEM: Final = System(
    "guangxi",
    PersonalRecord,
    rules=(
        *BASIC_RULES,
        *UNIT_RULES,
        *CELL_RULES,
        *EDUCATION_RULES,
        *TITLE_RULES,
        *CERTIFICATE_RULES,
        *SCOPE_RULES,
        *AWARD_RULES,
    ),
    profile=PROFILE,
    mandatory="GX.REQ.MANDATORY",
    optional="GX.REQ.OPTIONAL",
    renames={
        "TEXT.EXTRA_SPACE": "GX.TEXT.EXTRA_SPACE",
        "TEXT.LINE_BREAK": "GX.TEXT.EXTRA_SPACE",
        "CERTIFICATE_NUMBER.PLACEHOLDER": "GX.CERTNO.SENTINEL",
        "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER": "GX.CERTNO.SENTINEL_MISTYPED",
    },
    home=__name__,
)
"""
The record of one person. Saving has one step here: there is no second data set to be updated (二(2)).

>>> import datetime
>>> report = SYSTEM.check({"姓名": "张三", "性别": "男的"}, on=datetime.date(2012, 6, 1))
>>> [item.path for item in report.errors if item.code == "GX.F.CODE"]
[('basic', 'sex')]
>>> SYSTEM.unstructure(SYSTEM.structure({"basic": {"name": "张三"}}), labels="zh")
{'基本信息': {'姓名': '张三'}}
"""

check, check_many = SYSTEM.check, SYSTEM.check_many
structure, unstructure = SYSTEM.structure, SYSTEM.unstructure
requiredness = SYSTEM.requiredness


class Split(NamedTuple):
    """
    The prompt's lists: empty mandatory items, empty optional items, and doubtful entries.
    """

    mandatory_missing: tuple[Finding, ...]
    optional_missing: tuple[Finding, ...]
    invalid: tuple[Finding, ...]


def split(findings: Iterable[Finding]) -> Split:
    """
    Sort findings into the prompt's groups, each in the order given (form order).

    A first or highest education that is missing is an empty mandatory item
    (二(13)). Remarks on filled fields that ask for nothing (INFO) are in no group.

    >>> import datetime
    >>> report = check({"姓名": "张三"}, on=datetime.date(2012, 6, 1))
    >>> [item.path[-1] for item in split(report.findings).mandatory_missing][:2]
    ['citizen_id', 'sex']
    """
    given = tuple(findings)
    empty = tuple(item for item in given if "basis" in item.params)  # how requiredness is known: only on empty items
    return Split(
        tuple(item for item in empty if item.code != SYSTEM.optional),
        tuple(item for item in empty if item.code == SYSTEM.optional),
        tuple(item for item in given if "basis" not in item.params and item.severity is not Severity.INFO),
    )


def can_report(report: Report[PersonalRecord]) -> bool:
    """
    Whether a report file may be produced: no mandatory item empty and no other error (二(2)).
    """
    return report.ok
