"""
Calls of the promotion of workers' grades: workers, units, steps, days, paper.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.eligibility import REQUIREMENTS
from credrules.systems import lianyungang
from credrules.systems.lianyungang.calendar import Round
from credrules.testing._calls.call import Call, call, direct
from credrules.testing._samples import lianyungang as people
from credrules.workflow import Machine

__all__ = ["CALLS"]

ON = people.ON
MACHINES: dict[str, Machine] = {machine.id: machine for machine in lianyungang.WORKFLOW}


def _profile(switches: dict[str, Any] | None) -> Any:  # noqa: ANN401  # the system's profile
    return lianyungang.PROFILE.switch(**(switches or {}))


def _worker(on: dt.date = ON, switches: dict[str, Any] | None = None, **cells: Any) -> Call:  # noqa: ANN401  # cells
    return call(lianyungang.check, people.worker(**cells), on=on, profile=_profile(switches))


def _unit(on: dt.date = ON, switches: dict[str, Any] | None = None, **cells: Any) -> Call:  # noqa: ANN401  # cells
    return call(lianyungang.check_unit, people.unit(**cells), on=on, profile=_profile(switches))


def _bare_unit(on: dt.date = ON, **cells: Any) -> Call:  # noqa: ANN401  # cells
    return call(lianyungang.check_unit, cells, on=on)


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> Call:
    return call(lianyungang.act, MACHINES[machine], state, event, actor=actor, facts=facts)


def _window(on: str | None = None, known: bool = True) -> Call:  # noqa: FBT001, FBT002  # the example's cell
    return call(lianyungang.window, lianyungang.ROUND_2018 if known else Round("2019-2", 2019, "2"), on=on)


def _reconcile(online: object, paper: object, serious: object = None) -> Call:
    if serious:
        return call(lianyungang.reconcile(online, paper).called_serious)
    return call(lianyungang.reconcile, online, paper)


def _eligibility(target: str, remark: str = "", requirements: list[str] | None = None) -> Call:
    rules = None if requirements is None else [REQUIREMENTS[id_] for id_ in requirements]
    worker = people.worker(registration={"remark": remark})
    return call(lianyungang.eligibility, worker, target=target, on=ON, requirements=rules)


CALLS: dict[str, Any] = {
    "lianyungang.worker": _worker,
    "lianyungang.unit": _unit,
    "lianyungang.bare_unit": _bare_unit,
    "lianyungang.act": _act,
    "lianyungang.window": _window,
    "lianyungang.compare": direct(lianyungang.compare, "record", "document"),
    "lianyungang.reconcile": _reconcile,
    "lianyungang.revise": direct(lianyungang.revise, "before", "after"),
    "lianyungang.eligibility": _eligibility,
}
