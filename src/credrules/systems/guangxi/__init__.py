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

from credrules.systems.guangxi.checking import (
    SYSTEM,
    Split,
    can_report,
    check,
    check_many,
    split,
    structure,
    unstructure,
)
from credrules.systems.guangxi.names import CATALOGUE, CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.profile import PROFILE, SEAL_RULE, SEAL_RULE_WIDE, requiredness
from credrules.systems.guangxi.records import (
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
from credrules.systems.guangxi.rules import RULES
from credrules.systems.guangxi.rules_certificates import duplicates
from credrules.systems.guangxi.rules_units import find_near_duplicates, same_unit

__all__ = [
    "CATALOGUE",
    "FIELDS",
    "FORM_ORDER",
    "PROFILE",
    "RECORD_TYPES",
    "RULES",
    "SEAL_RULE",
    "SEAL_RULE_WIDE",
    "SYSTEM",
    "Award",
    "Basic",
    "CertificateCatalogue",
    "CredentialKind",
    "Degree",
    "Education",
    "Honour",
    "OccupationalCertificate",
    "PersonalRecord",
    "Split",
    "TitleCertificate",
    "can_report",
    "check",
    "check_many",
    "duplicates",
    "find_near_duplicates",
    "requiredness",
    "same_unit",
    "split",
    "structure",
    "unstructure",
]
