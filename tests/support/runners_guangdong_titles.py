"""
Runners of the online title application: files, routing, units, years, steps.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import accounts, results, workflow
from tests.support import people_guangdong_titles as people

ON = dt.date(2016, 7, 1)
PROFILE = titles.PROFILE.switch(units=people.UNITS)


def _history(steps: list[str]) -> list[dict[str, str]]:
    return [dict(zip(("event", "actor"), step.split(), strict=True)) for step in steps]


def _file(  # one keyword for each part of an example
    on: dt.date | str = ON,
    switches: dict[str, Any] | None = None,
    local: bool = False,  # noqa: FBT001, FBT002  # the example's cell
    history: list[str] | None = None,
    result: dict[str, Any] | None = None,
    education: dict[str, Any] | None = None,
    **sections: Any,  # noqa: ANN401  # cells of a file
) -> object:
    profile = titles.FOSHAN_CHANCHENG if local else PROFILE
    data = people.file(**sections)
    data["basic"] |= {"history": _history(history)} if history is not None else {}
    data |= {"results": [result]} if result is not None else {}
    data |= {"educations": [education]} if education is not None else {}
    day = dt.date.fromisoformat(on) if isinstance(on, str) else on
    return titles.check(data, on=day, profile=profile.switch(**(switches or {})))


def _hospital(basic: dict[str, Any] | None = None) -> object:
    return titles.check({"basic": {**people.HOSPITAL, **(basic or {})}}, on=ON, profile=PROFILE)


def _changing(switches: dict[str, Any] | None = None) -> object:
    data = people.file()
    data["applications"].append({"business": "CHANGE_UNIT", "personnel_unit": "m-heyuan"})
    return titles.check(data, on=ON, profile=PROFILE.switch(**(switches or {})))


def _check(data: object, on: str = "2016-07-01") -> object:
    return titles.check(data, on=dt.date.fromisoformat(on), profile=PROFILE)


def _route(committee: object) -> object:
    return titles.route_system(committee)


def _choose(case: object, units: object = people.UNITS) -> object:
    return titles.choose_unit(case, units=units)


def _register(id_no: str, accounts: dict[str, Any]) -> object:
    return titles.accounts.register(id_no, framework_accounts=accounts)


def _recover(evidence: list[str], channel: str = "in_person") -> object:
    return accounts.recover(evidence, channel=channel)


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> object:
    return workflow.act(getattr(workflow, machine), state, event, actor=actor, facts=facts)


RUNNERS: dict[str, Any] = {
    "guangdong_titles.file": _file,
    "guangdong_titles.hospital": _hospital,
    "guangdong_titles.changing": _changing,
    "guangdong_titles.check": _check,
    "guangdong_titles.policy": titles.policy,
    "guangdong_titles.route": _route,
    "guangdong_titles.choose": _choose,
    "guangdong_titles.register": _register,
    "guangdong_titles.recover": _recover,
    "guangdong_titles.merge": results.merge,
    "guangdong_titles.revise": results.revise,
    "guangdong_titles.act": _act,
}
