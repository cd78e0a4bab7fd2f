"""
Calls of the Guangxi collection: a record as it stands, or an invented person with some cells changed.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.systems import guangxi
from credrules.testing._calls.call import Call, call
from credrules.testing._samples.guangxi import person

__all__ = ["CALLS"]

# The day an example is judged on when it names none.
ON = dt.date(2012, 6, 1)


def _check(data: object, on: dt.date = ON) -> Call:
    return call(guangxi.check, data, on=on)


def _person(on: dt.date = ON, switches: dict[str, Any] | None = None, **sections: Any) -> Call:  # noqa: ANN401  # cells
    profile = guangxi.PROFILE.switch(**(switches or {}))
    return call(guangxi.check, person(**sections), on=on, profile=profile)


def _many(section: str, count: int) -> Call:
    return call(guangxi.check, {section: [{}] * count}, on=ON)


def _on(day: str = "", text: str = "") -> Call:
    return call(guangxi.check, {}, on=dt.date.fromisoformat(day) if day else text)


def _units(names: list[str]) -> Call:
    return call(guangxi.find_near_duplicates, names)


CALLS = {
    "guangxi.check": _check,
    "guangxi.person": _person,
    "guangxi.find_near_duplicates": _units,
    "systems.guangxi": _check,
    "systems.guangxi.many": _many,
    "systems.guangxi.on": _on,
}
