"""
The records of the system: an applicant's file, the lists beside it, and the case of a person who looks for a unit.

Items of the form that the text mentions cite their requirement; what only a rule needs in addition
(employment, division of the work unit, states, history) is marked as a fact outside the form.
"""

from __future__ import annotations

from credrules.systems.guangdong_titles.records.applications import (
    Application,
    EducationProof,
    Paper,
    Result,
    TitleProof,
)
from credrules.systems.guangdong_titles.records.basic import AccountInfo, BasicInfo, HistoryStep
from credrules.systems.guangdong_titles.records.cells import NOBODY
from credrules.systems.guangdong_titles.records.listing import SHIPPED_UNITS, UnitRegistry, read_units
from credrules.systems.guangdong_titles.records.registry import Committee, ManagementUnit, UnitCase
from credrules.systems.guangdong_titles.records.whole import FIELDS, RECORD_TYPES, TitleFile

__all__ = [
    "FIELDS",
    "NOBODY",
    "RECORD_TYPES",
    "SHIPPED_UNITS",
    "AccountInfo",
    "Application",
    "BasicInfo",
    "Committee",
    "EducationProof",
    "HistoryStep",
    "ManagementUnit",
    "Paper",
    "Result",
    "TitleFile",
    "TitleProof",
    "UnitCase",
    "UnitRegistry",
    "read_units",
]
__dir__ = __all__.copy
