"""
Rules and code tables for the credentials of China's professional and technical personnel.

The packages are imported on first use, so a program loads only what it needs:

>>> import credrules
>>> credrules.codes.SEX["1"].name
'男性'

`frames` needs the extra ``frames``, `testing.strategies` the extra ``testing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader
from credrules.findings import CredrulesError, Decision, Finding, Report
from credrules.values import Severity

if TYPE_CHECKING:
    from credrules import (
        catalogue,
        codes,
        dates,
        eligibility,
        findings,
        frames,
        hours,
        identifiers,
        rosters,
        schema,
        systems,
        testing,
        text,
        workflow,
    )
__version__ = "0.1.0"

__all__ = [
    "CredrulesError",
    "Decision",
    "Finding",
    "Report",
    "Severity",
    "catalogue",
    "codes",
    "dates",
    "eligibility",
    "findings",
    "frames",
    "hours",
    "identifiers",
    "rosters",
    "schema",
    "systems",
    "testing",
    "text",
    "workflow",
]

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, {name: name for name in __all__ if name.islower()})


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
