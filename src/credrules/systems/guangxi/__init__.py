"""
Collection of information on professional and technical personnel, Guangxi 2012.

`check` reports all findings on a person's record at once; the parts are
`records`, `rules`, `profile`, `scope` and `workflow`.

References: 广西专业技术人员信息采集常见问题解答 (2012-03).
Limitations: annex 1 (the names of certificates) and the code lists of the
program were not published; the profile states how this is handled.

>>> import datetime
>>> from credrules.systems import guangxi
>>> report = guangxi.check({"姓名": "张 三"}, on=datetime.date(2012, 6, 1))
>>> report.value.basic.name
'张三'
"""

from __future__ import annotations

from credrules.systems.guangxi import names, profile, records, rules, workflow
from credrules.systems.guangxi.profile import PROFILE
from credrules.systems.guangxi.records.whole import FIELDS, PersonalRecord
from credrules.systems.guangxi.rules import AwardDecision, classify_award, find_near_duplicates, same_unit
from credrules.systems.guangxi.scope import CertificateDecision, ScopeDecision, scope
from credrules.systems.guangxi.system import (
    SYSTEM,
    Split,
    can_report,
    check,
    check_many,
    requiredness,
    split,
    structure,
    unstructure,
)
from credrules.systems.guangxi.workflow import (
    PERSONAL_RECORD,
    WORKFLOW,
    Amendment,
    Difference,
    Role,
    Roster,
    Submission,
    Workspace,
    amend,
    diff,
    dump,
    load,
    permitted,
    roster,
    submit,
)

__all__ = [
    "FIELDS",
    "PERSONAL_RECORD",
    "PROFILE",
    "SYSTEM",
    "WORKFLOW",
    "Amendment",
    "AwardDecision",
    "CertificateDecision",
    "Difference",
    "PersonalRecord",
    "Role",
    "Roster",
    "ScopeDecision",
    "Split",
    "Submission",
    "Workspace",
    "amend",
    "can_report",
    "check",
    "check_many",
    "classify_award",
    "diff",
    "dump",
    "find_near_duplicates",
    "load",
    "names",
    "permitted",
    "profile",
    "records",
    "requiredness",
    "roster",
    "rules",
    "same_unit",
    "scope",
    "split",
    "structure",
    "submit",
    "unstructure",
    "workflow",
]
__dir__ = __all__.copy
