"""
Collection of information on professional and technical personnel, Guangxi 2012.

`check` answers a person's record with all findings at once; the rooms are
`records`, `rules`, `profile`, `scope` and `workflow`.

References: 广西专业技术人员信息采集常见问题解答 (2012-03).
Limitations: annex 1 (the names of certificates) and the code lists of the
program were not published; the profile says how that is read.

>>> import datetime
>>> from credrules.systems import guangxi
>>> report = guangxi.check({"姓名": "张 三"}, on=datetime.date(2012, 6, 1))
>>> report.value.basic.name
'张三'
"""

from __future__ import annotations

from credrules.systems.guangxi.names import CATALOGUE, CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.profile import PROFILE, SEAL_RULE, SEAL_RULE_WIDE, requiredness
from credrules.systems.guangxi.records.whole import (
    FIELDS,
    FORM_ORDER,
    RECORD_TYPES,
    Award,
    Basic,
    Degree,
    Education,
    Honour,
    OccupationalCertificate,
    PersonalRecord,
    TitleCertificate,
)
from credrules.systems.guangxi.rules.awards import (
    AwardDecision,
    classify_award,
)
from credrules.systems.guangxi.rules.certificates import duplicates
from credrules.systems.guangxi.rules.units import find_near_duplicates, same_unit
from credrules.systems.guangxi.scope.certificates import (
    REASONS,
    CertificateDecision,
)
from credrules.systems.guangxi.scope.persons import (
    ScopeDecision,
    scope,
)
from credrules.systems.guangxi.system import (
    RULES,
    SYSTEM,
    Split,
    can_report,
    check,
    check_many,
    split,
    structure,
    unstructure,
)
from credrules.systems.guangxi.workflow.backup import (
    Difference,
    diff,
    dump,
    load,
)
from credrules.systems.guangxi.workflow.record import (
    PERSONAL_RECORD,
    WORKFLOW,
    WORKPLACE,
    Edition,
    Role,
    Workspace,
    is_audited,
    is_reported,
    permitted,
    personal_record,
)
from credrules.systems.guangxi.workflow.submission import (
    ROSTER_COLUMNS,
    Amendment,
    Roster,
    Submission,
    amend,
    roster,
    submit,
)

__all__ = [
    "CATALOGUE",
    "FIELDS",
    "FORM_ORDER",
    "PERSONAL_RECORD",
    "PROFILE",
    "REASONS",
    "RECORD_TYPES",
    "ROSTER_COLUMNS",
    "RULES",
    "SEAL_RULE",
    "SEAL_RULE_WIDE",
    "SYSTEM",
    "WORKFLOW",
    "WORKPLACE",
    "Amendment",
    "Award",
    "AwardDecision",
    "Basic",
    "CertificateCatalogue",
    "CertificateDecision",
    "CredentialKind",
    "Degree",
    "Difference",
    "Edition",
    "Education",
    "Honour",
    "OccupationalCertificate",
    "PersonalRecord",
    "Role",
    "Roster",
    "ScopeDecision",
    "Split",
    "Submission",
    "TitleCertificate",
    "Workspace",
    "amend",
    "can_report",
    "check",
    "check_many",
    "classify_award",
    "diff",
    "dump",
    "duplicates",
    "find_near_duplicates",
    "is_audited",
    "is_reported",
    "load",
    "permitted",
    "personal_record",
    "requiredness",
    "roster",
    "same_unit",
    "scope",
    "split",
    "structure",
    "submit",
    "unstructure",
]
