"""
Continuing education in Guangdong: learning records, units, accounts, the year and its certificate.

`check` reports all findings of a person's file at once; `check_unit` and
`check_request` do so for a unit's registration and a written request.
`annual_result` and `can_print_certificate` count with `credrules.hours`. The
subpackages are `records`, `rules`, `profile`, `workflow`, `accounts` and `year`.

References: 广东省专业技术人员继续教育管理系统常见问题.
Limitations: two questions are printed without an answer. One (routes without the
unit's audit) is answered from another source, the other stays open. Courses,
payment, telephone numbers and web addresses are not included.

>>> import datetime
>>> from credrules.systems import guangdong_learning
>>> record = {"课程名称": "课程甲", "科目": "公共课", "学时": 6, "年度": 2012}
>>> report = guangdong_learning.check({"records": [record]}, on=datetime.date(2012, 6, 1))
>>> [item.path for item in report.errors if item.code == "CE.CODE.SUBJECT"]
[('records', 0, 'subject')]
"""

from __future__ import annotations

from credrules.systems.guangdong_learning import accounts, profile, records, rules, workflow, year
from credrules.systems.guangdong_learning.accounts import (
    KINDS,
    Account,
    Consent,
    LoginAdvice,
    MissingReason,
    RecoveryChannel,
    Registration,
    Registry,
    RequestKind,
    Sending,
    can_declare,
    change_login,
    check_consents,
    diagnose_login,
    explain_person_missing,
    explain_unit_missing,
    find_duplicates,
    read_subject_line,
    recovery,
    register_unit,
    reset_password,
    what_to_send,
)
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.whole import (
    Attachment,
    LearningFile,
    LearningRecord,
    Request,
    UnitRegistration,
)
from credrules.systems.guangdong_learning.rules import (
    SAMPLE,
    check_attachment,
)
from credrules.systems.guangdong_learning.system import (
    SYSTEM,
    check,
    check_many,
    check_request,
    check_unit,
    requiredness,
    structure,
    unstructure,
)
from credrules.systems.guangdong_learning.workflow import (
    ACCOUNT,
    ADMIN_RIGHT,
    LEARNING_RECORD,
    UNIT_REGISTRATION,
    WORKFLOW,
    Selection,
    act,
    act_on,
    may_edit,
    responsible,
    role_of,
    select,
    whom_to_ask,
)
from credrules.systems.guangdong_learning.year import (
    AnnualResult,
    Merge,
    PrintDecision,
    Reconciliation,
    ResultDecision,
    annual_result,
    can_print_certificate,
    convert_result,
    merge_site_records,
    reconcile,
    recount,
)

__all__ = [
    "ACCOUNT",
    "ADMIN_RIGHT",
    "KINDS",
    "LEARNING_RECORD",
    "PROFILE",
    "SAMPLE",
    "SYSTEM",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "Account",
    "AnnualResult",
    "Attachment",
    "Consent",
    "LearningFile",
    "LearningRecord",
    "LoginAdvice",
    "Merge",
    "MissingReason",
    "PrintDecision",
    "Reconciliation",
    "RecoveryChannel",
    "Registration",
    "Registry",
    "Request",
    "RequestKind",
    "ResultDecision",
    "Selection",
    "Sending",
    "UnitRegistration",
    "accounts",
    "act",
    "act_on",
    "annual_result",
    "can_declare",
    "can_print_certificate",
    "change_login",
    "check",
    "check_attachment",
    "check_consents",
    "check_many",
    "check_request",
    "check_unit",
    "convert_result",
    "diagnose_login",
    "explain_person_missing",
    "explain_unit_missing",
    "find_duplicates",
    "may_edit",
    "merge_site_records",
    "profile",
    "read_subject_line",
    "reconcile",
    "records",
    "recount",
    "recovery",
    "register_unit",
    "requiredness",
    "reset_password",
    "responsible",
    "role_of",
    "rules",
    "select",
    "structure",
    "unstructure",
    "what_to_send",
    "whom_to_ask",
    "workflow",
    "year",
]
__dir__ = __all__.copy
