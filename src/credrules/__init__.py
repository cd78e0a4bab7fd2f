"""
Rules and code tables for the credentials of China's professional and technical personnel.
"""

from __future__ import annotations

from credrules.findings import Change, CredrulesError, Decision, Finding, Report
from credrules.values import Severity

__version__ = "0.1.0"

__all__ = ["Change", "CredrulesError", "Decision", "Finding", "Report", "Severity"]
