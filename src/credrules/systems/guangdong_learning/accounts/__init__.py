"""
Accounts of people and units, and the written requests about them.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.accounts.people import (
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
    Channel,
    RequestKind,
    Sending,
    missing_parts,
    read_subject_line,
    what_to_send,
)
from credrules.systems.guangdong_learning.accounts.units import (
    LoginAdvice,
    Registration,
    bureau,
    diagnose_login,
    find_duplicates,
    register_unit,
)

__all__ = [
    "KINDS",
    "Account",
    "Channel",
    "Consent",
    "LoginAdvice",
    "MissingReason",
    "RecoveryChannel",
    "Registration",
    "Registry",
    "RequestKind",
    "Sending",
    "bureau",
    "can_declare",
    "change_login",
    "check_consents",
    "diagnose_login",
    "explain_person_missing",
    "explain_unit_missing",
    "find_duplicates",
    "missing_parts",
    "move",
    "read_subject_line",
    "recovery",
    "register_unit",
    "reset_password",
    "starred_missing",
    "what_to_send",
]
__dir__ = __all__.copy
