"""
Who and what is collected: decisions with their reasons.
"""

from __future__ import annotations

from credrules.systems.guangxi.scope.certificates import CertificateDecision
from credrules.systems.guangxi.scope.persons import ScopeDecision, scope
from credrules.systems.guangxi.scope.words import REASONS

__all__ = [
    "REASONS",
    "CertificateDecision",
    "ScopeDecision",
    "scope",
]
__dir__ = __all__.copy
