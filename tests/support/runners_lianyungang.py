"""
Runners of the promotion of workers' grades: workers, units, steps, days, paper.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.eligibility import REQUIREMENTS
from credrules.systems import lianyungang
from credrules.systems.lianyungang.calendar import Round
from credrules.workflow import Machine
from tests.support import people_lianyungang as people

ON = dt.date(2018, 5, 3)
MACHINES: dict[str, Machine] = {machine.id: machine for machine in lianyungang.WORKFLOW}


def _profile(switches: dict[str, Any] | None) -> Any:  # noqa: ANN401  # the system's profile
    return lianyungang.PROFILE.switch(**(switches or {}))


def _worker(on: dt.date = ON, switches: dict[str, Any] | None = None, **cells: Any) -> object:  # noqa: ANN401  # cells
    return lianyungang.check(people.worker(**cells), on=on, profile=_profile(switches))


def _unit(on: dt.date = ON, switches: dict[str, Any] | None = None, **cells: Any) -> object:  # noqa: ANN401  # cells
    return lianyungang.check_unit(people.unit(**cells), on=on, profile=_profile(switches))


def _bare_unit(on: dt.date = ON, **cells: Any) -> object:  # noqa: ANN401  # cells
    return lianyungang.check_unit(cells, on=on)


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> object:
    return lianyungang.act(MACHINES[machine], state, event, actor=actor, facts=facts)


def _window(on: str | None = None, known: bool = True) -> object:  # noqa: FBT001, FBT002  # the example's cell
    return lianyungang.window(lianyungang.ROUND_2018 if known else Round("2019-2", 2019, "2"), on=on)


def _reconcile(online: object, paper: object, serious: object = None) -> object:
    answer = lianyungang.reconcile(online, paper)
    return answer.called_serious() if serious else answer


def _eligibility(target: str, remark: str = "", requirements: list[str] | None = None) -> object:
    rules = None if requirements is None else [REQUIREMENTS[id_] for id_ in requirements]
    worker = people.worker(registration={"remark": remark})
    return lianyungang.eligibility(worker, target=target, on=ON, requirements=rules)


RUNNERS: dict[str, Any] = {
    "lianyungang.worker": _worker,
    "lianyungang.unit": _unit,
    "lianyungang.bare_unit": _bare_unit,
    "lianyungang.act": _act,
    "lianyungang.window": _window,
    "lianyungang.compare": lianyungang.compare,
    "lianyungang.reconcile": _reconcile,
    "lianyungang.revise": lianyungang.revise,
    "lianyungang.eligibility": _eligibility,
}
