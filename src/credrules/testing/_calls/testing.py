"""
Calls of the strategies themselves: what they refuse.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from credrules.catalogue import Example
from credrules.testing import strategies
from credrules.testing._calls.call import Call, call
from credrules.testing._calls.frames import frame_of
from credrules.testing.calls import call_of
from credrules.values import FrozenMap

__all__ = ["CALLS"]

ON: Final = dt.date(2025, 6, 30)


def _people(on: dt.date) -> Call:
    return call(strategies.people, on=on)


def _submissions(system: str) -> Call:
    return call(strategies.submissions, system)


def _rosters(faults: list[str]) -> Call:
    return call(strategies.rosters, on=ON, faults=faults)


def _invalid(code: str) -> Call:
    return call(strategies.invalid, code)


def _example(name: str) -> Call:
    return call(call_of, Example(name, FrozenMap(value="甲")))


def _frame(libraries: list[str]) -> Call:
    return call(frame_of, {"姓名": ["张三"]}, libraries=tuple(libraries))


CALLS: Mapping[str, Any] = {
    "testing.people": _people,
    "testing.submissions": _submissions,
    "testing.rosters": _rosters,
    "testing.invalid": _invalid,
    "testing.example": _example,
    "testing.frame": _frame,
}
