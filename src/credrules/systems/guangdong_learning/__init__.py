"""
Continuing education in Guangdong: learning records, units, accounts, the year and its certificate.

`check` answers a person's file with all findings at once, `check_unit` and
`check_request` a unit's registration and a written request; `annual_result`
and `can_print_certificate` count with `credrules.hours`. The rooms are
`records`, `rules`, `profile`, `workflow`, and one per subject.

References: 广东省专业技术人员继续教育管理系统常见问题.
Limitations: two questions are printed without an answer; one is answered from
outside (routes past the unit's audit), the other stays open. No courses, no
payment, no telephone numbers, no web addresses.

>>> import datetime
>>> from credrules.systems import guangdong_learning
>>> record = {"课程名称": "课程甲", "科目": "公共课", "学时": 6, "年度": 2012}
>>> report = guangdong_learning.check({"records": [record]}, on=datetime.date(2012, 6, 1))
>>> [item.path for item in report.errors if item.code == "CE.CODE.SUBJECT"]
[('records', 0, 'subject')]
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.accounts.people import (
    CONSENTS,
    Account,
    Consent,
    MissingReason,
    RecoveryChannel,
    Registry,
    can_declare,
    change_login,
    check_consents,
    explain_person_missing,
    explain_unit_missing,
    move,
    recovery,
    reset_password,
    starred_missing,
)
from credrules.systems.guangdong_learning.accounts.requests import (
    KINDS,
    RequestKind,
    check_request,
    missing_parts,
    read_subject_line,
)
from credrules.systems.guangdong_learning.accounts.units import (
    LoginAdvice,
    Registration,
    bureau,
    check_unit,
    diagnose_login,
    find_duplicates,
    register_unit,
)
from credrules.systems.guangdong_learning.profile import (
    PROFILE,
)
from credrules.systems.guangdong_learning.records.whole import (
    FIELDS,
    RECORD_TYPES,
    AccountInfo,
    Administrator,
    Attachment,
    HistoryStep,
    LearningFile,
    LearningRecord,
    PersonalInfo,
    Request,
    UnitRegistration,
)
from credrules.systems.guangdong_learning.rules.attachments import (
    LIMIT_KB,
    SAMPLE,
    TYPES,
    check_attachment,
)
from credrules.systems.guangdong_learning.system import (
    RULES,
    SYSTEM,
    check,
    check_many,
    structure,
    unstructure,
)
from credrules.systems.guangdong_learning.workflow.record import (
    ACCOUNT,
    ADMIN_RIGHT,
    EDITABLE_STATES,
    LEARNING_RECORD,
    PENDING_STATES,
    REQUEST,
    UNIT_REGISTRATION,
    WORKFLOW,
    YEAR,
    learning_record,
)
from credrules.systems.guangdong_learning.workflow.roles import (
    ACTORS,
    LOCKS,
    Lock,
    may_edit,
    role_of,
)
from credrules.systems.guangdong_learning.workflow.steps import (
    Selection,
    act,
    act_on,
    can_change,
    replay,
    responsible,
    select,
    subject_of,
    whom_to_ask,
)
from credrules.systems.guangdong_learning.year.certificate import (
    AnnualResult,
    PrintDecision,
    Usage,
    annual_result,
    can_print_certificate,
    entries_of,
    recount,
)
from credrules.systems.guangdong_learning.year.merging import (
    Merge,
    Reconciliation,
    duplicates_of,
    merge_site_records,
    reconcile,
    same_course,
)
from credrules.systems.guangdong_learning.year.results import (
    ResultDecision,
    convert_result,
)

__all__ = [
    "ACCOUNT",
    "ACTORS",
    "ADMIN_RIGHT",
    "CONSENTS",
    "EDITABLE_STATES",
    "FIELDS",
    "KINDS",
    "LEARNING_RECORD",
    "LIMIT_KB",
    "LOCKS",
    "PENDING_STATES",
    "PROFILE",
    "RECORD_TYPES",
    "REQUEST",
    "RULES",
    "SAMPLE",
    "SYSTEM",
    "TYPES",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "YEAR",
    "Account",
    "AccountInfo",
    "Administrator",
    "AnnualResult",
    "Attachment",
    "Consent",
    "HistoryStep",
    "LearningFile",
    "LearningRecord",
    "Lock",
    "LoginAdvice",
    "Merge",
    "MissingReason",
    "PersonalInfo",
    "PrintDecision",
    "Reconciliation",
    "RecoveryChannel",
    "Registration",
    "Registry",
    "Request",
    "RequestKind",
    "ResultDecision",
    "Selection",
    "UnitRegistration",
    "Usage",
    "act",
    "act_on",
    "annual_result",
    "bureau",
    "can_change",
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
    "duplicates_of",
    "entries_of",
    "explain_person_missing",
    "explain_unit_missing",
    "find_duplicates",
    "learning_record",
    "may_edit",
    "merge_site_records",
    "missing_parts",
    "move",
    "read_subject_line",
    "reconcile",
    "recount",
    "recovery",
    "register_unit",
    "replay",
    "reset_password",
    "responsible",
    "role_of",
    "same_course",
    "select",
    "starred_missing",
    "structure",
    "subject_of",
    "unstructure",
    "whom_to_ask",
]
