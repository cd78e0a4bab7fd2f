"""
Calls of the strategies themselves: what they refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credrules.catalogue import Example
from credrules.testing import strategies
from credrules.testing._calls.call import ON, Call, call, direct
from credrules.testing._calls.frames import frame_of
from credrules.testing.calls import call_of
from credrules.values import FrozenMap

__all__ = ["CALLS"]


def _example(name: str) -> Call:
    return call(call_of, Example(name, FrozenMap(value="甲")))


def _frame(libraries: list[str]) -> Call:
    return call(frame_of, {"姓名": ["张三"]}, libraries=tuple(libraries))


CALLS: Mapping[str, Any] = {
    "testing.people": direct(strategies.people),
    "testing.submissions": direct(strategies.submissions, "system"),
    "testing.rosters": direct(strategies.rosters, on=ON),
    "testing.invalid": direct(strategies.invalid, "code"),
    "testing.example": _example,
    "testing.frame": _frame,
}
