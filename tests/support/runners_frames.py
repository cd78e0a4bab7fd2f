"""
Runners of whole frames; the examples give columns, polars makes the frame.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from credrules.findings import CredrulesError
from credrules.frames import audit_frame, check_frame
from credrules.hours import REQUIREMENTS

ON = dt.date(2025, 6, 30)


def _check(columns: Any) -> object:  # noqa: ANN401  # a dict of columns, or what is none
    found: Any = check_frame(pl.DataFrame(columns) if isinstance(columns, dict) else columns, on=ON)
    return list(found["code"])


def _audit(columns: dict[str, Any]) -> object:
    try:
        return list(audit_frame(pl.DataFrame(columns), requirement=REQUIREMENTS["CN-GD-2021"])["findings"])
    except CredrulesError as error:
        return error.findings


RUNNERS = {"frames.check": _check, "frames.audit": _audit}
