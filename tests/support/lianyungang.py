"""
Asking the Lianyungang system in one word: the codes at a place, the severity of a code.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.findings import Finding, Path, Report
from credrules.systems import lianyungang
from credrules.testing._samples import lianyungang as people

ON = dt.date(2018, 5, 3)


def checked(on: dt.date = ON, **cells: Any) -> Any:  # noqa: ANN401  # cells of a worker; a report with its value
    """
    Return the report on the sample worker with other cells.
    """
    return lianyungang.check(people.worker(**cells), on=on)


def unit_checked(on: dt.date = ON, **cells: Any) -> Any:  # noqa: ANN401  # cells of a declaration; a report
    """
    Return the report on the sample unit with other cells.
    """
    return lianyungang.check_unit(people.unit(**cells), on=on)


def found(report: Report[Any], code: str) -> list[Finding]:
    """
    Return the findings of a code, LYG. left out.
    """
    return [item for item in report.findings if item.code == f"LYG.{code}"]


def places(report: Report[Any], code: str) -> list[Path]:
    """
    Return where a code was found.
    """
    return [item.path for item in found(report, code)]


def level(report: Report[Any], code: str) -> str:
    """
    Return the severity of a code, in small letters; empty where it was not found.
    """
    return next((item.severity.value for item in found(report, code)), "")
