"""
Calls of the Guangxi collection: a record or an invented person with some cells changed; scope, roles, work place.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from credrules.systems import guangxi
from credrules.systems.guangxi.records import PersonalRecord
from credrules.systems.guangxi.scope.persons import scope
from credrules.systems.guangxi.workflow import Role, Workspace, permitted
from credrules.testing._calls.call import Call, call, direct
from credrules.testing._samples.guangxi import ON, person

__all__ = ["CALLS"]


def _person(on: dt.date = ON, switches: dict[str, Any] | None = None, **sections: Any) -> Call:  # noqa: ANN401  # cells
    profile = guangxi.PROFILE.switch(**(switches or {}))
    return call(guangxi.check, person(**sections), on=on, profile=profile)


def _many(section: str, count: int) -> Call:
    return call(guangxi.check, {section: [{}] * count}, on=ON)


def _on(day: str = "", text: str = "") -> Call:
    return call(guangxi.check, {}, on=dt.date.fromisoformat(day) if day else text)


def _award(organ: str, level: str | None = None, authorised: bool | None = None, proof: bool | None = None) -> Call:  # noqa: FBT001  # the example's cells
    award = {
        "award_organ": organ,
        "award_level": level,
        "authorised_by_city": authorised,
        "authorisation_proof": proof,
    }
    return call(guangxi.check, {"awards": [award]}, on=ON)


def _permitted(role: str, action: str, own: bool = True) -> Call:  # noqa: FBT001, FBT002  # the example's cells
    return call(permitted, Role(role), action, own=own)


def _workspace(persons: list[str], restored: str | None = None) -> Call:
    place = Workspace()
    for name in persons if restored is not None else persons[:-1]:
        place, _ = place.open(name)
    return call(place.open, persons[-1]) if restored is None else call(place.restore, restored)


def _amend(**sections: Any) -> Call:  # noqa: ANN401  # cells
    first = guangxi.submit(person(), on=ON).value
    return call(guangxi.amend, first, person(**sections), by="单位采集负责人", on=ON)


def _submit(backed_up: bool = False) -> Call:  # noqa: FBT001, FBT002  # the example's cells
    report = guangxi.check(person(), on=ON)
    backup = guangxi.dump(cast("PersonalRecord", report.value)) if backed_up else None
    return call(guangxi.submit, report.value, on=ON, backup=backup)


CALLS: dict[str, Any] = {
    "guangxi.check": direct(guangxi.check, "data", on=ON),
    "guangxi.person": _person,
    "guangxi.find_near_duplicates": direct(guangxi.find_near_duplicates, "names"),
    "systems.guangxi": direct(guangxi.check, "data", on=ON),
    "systems.guangxi.many": _many,
    "systems.guangxi.on": _on,
    "guangxi.scope": direct(scope, "data", on=ON),
    "guangxi.award": _award,
    "guangxi.permitted": _permitted,
    "guangxi.workspace": _workspace,
    "guangxi.amend": _amend,
    "guangxi.submit": _submit,
    "guangxi.load": direct(guangxi.load, "backup"),
}
