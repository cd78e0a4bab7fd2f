"""
Runners of the Guangxi scope, awards, roles, work place and report.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.findings import CredrulesError, Finding
from credrules.systems import guangxi
from credrules.systems.guangxi.scope.persons import scope
from credrules.systems.guangxi.workflow import Role, Workspace, permitted
from tests.support.people_guangxi import person

ON = dt.date(2012, 6, 1)


def _scope(data: object, on: dt.date = ON) -> object:
    return scope(data, on=on)


def _award(organ: str, level: str | None = None, authorised: bool | None = None, proof: bool | None = None) -> object:  # noqa: FBT001  # the example's cells
    award = {
        "award_organ": organ,
        "award_level": level,
        "authorised_by_city": authorised,
        "authorisation_proof": proof,
    }
    return guangxi.check({"awards": [award]}, on=ON)


def _permitted(role: str, action: str, own: bool = True) -> object:  # noqa: FBT001, FBT002  # the example's cells
    return permitted(Role(role), action, own=own)


def _workspace(persons: list[str], restored: str | None = None) -> object:
    place = Workspace()
    found: list[Finding] = []
    for name in persons:
        place, findings = place.open(name)
        found.extend(findings)
    if restored is not None:
        found.extend(place.restore(restored)[1])
    return found


def _amend(**sections: Any) -> object:  # noqa: ANN401  # cells
    first = guangxi.submit(person(), on=ON).value
    assert first is not None
    return guangxi.amend(first, person(**sections), by="单位采集负责人", on=ON)


def _submit(backed_up: bool = False) -> object:  # noqa: FBT001, FBT002  # the example's cells
    report = guangxi.check(person(), on=ON)
    assert report.value is not None
    backup = guangxi.dump(report.value) if backed_up else None
    return guangxi.submit(report.value, on=ON, backup=backup)


def _load(backup: object) -> object:
    try:
        guangxi.load(backup)
    except CredrulesError as error:
        return error.findings
    return ()


RUNNERS: dict[str, Any] = {
    "guangxi.scope": _scope,
    "guangxi.award": _award,
    "guangxi.permitted": _permitted,
    "guangxi.workspace": _workspace,
    "guangxi.amend": _amend,
    "guangxi.submit": _submit,
    "guangxi.load": _load,
}
