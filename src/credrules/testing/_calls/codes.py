"""
Calls of the code tables by name: reading a cell, overlaying a table, translating between two.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from credrules import codes
from credrules.codes import OnClash
from credrules.testing._calls.call import Call, call

__all__ = ["CALLS"]


def _check(table: str, value: object, on: dt.date | None = None) -> Call:
    handle: codes.CodeTable = getattr(codes, table)
    return call(handle.check, value, on=on)


def _extend(table: str, rows: list[Mapping[str, Any]], on_clash: str = "raise") -> Call:
    handle: codes.CodeTable = getattr(codes, table)
    return call(handle.extend, rows, OnClash(on_clash))


def _translate(value: object, source: str, target: str) -> Call:
    return call(codes.translate, value, getattr(codes, source), getattr(codes, target))


CALLS = {"codes.check": _check, "codes.extend": _extend, "codes.translate": _translate}
