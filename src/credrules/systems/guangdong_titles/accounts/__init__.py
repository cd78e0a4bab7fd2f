"""
Accounts in the shared framework: registering a number, recovering a registration.
"""

from __future__ import annotations

from credrules.systems.guangdong_titles.accounts.framework import (
    EVIDENCE_NEEDED,
    AccountRegistration,
    Recovery,
    RecoveryChannel,
    already_registered,
    recover,
    register,
)

__all__ = [
    "EVIDENCE_NEEDED",
    "AccountRegistration",
    "Recovery",
    "RecoveryChannel",
    "already_registered",
    "recover",
    "register",
]
__dir__ = __all__.copy
