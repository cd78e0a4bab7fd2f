"""
Runners of the code tables: reading a cell, and overlaying a table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from credrules import codes
from credrules.codes import OnClash
from credrules.findings import CredrulesError


def _check(table: str, value: object, on: dt.date | None = None) -> object:
    handle: codes.CodeTable = getattr(codes, table)
    return handle.check(value, on=on)


def _extend(table: str, rows: list[Mapping[str, Any]], on_clash: str = "raise") -> object:
    handle: codes.CodeTable = getattr(codes, table)
    try:
        handle.extend(rows, OnClash(on_clash))
    except CredrulesError as error:
        return error
    return ()


RUNNERS = {"codes.check": _check, "codes.extend": _extend}
