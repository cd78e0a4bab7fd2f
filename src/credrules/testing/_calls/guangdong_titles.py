"""
Calls of the online title application: files, routing, units, years, steps.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import accounts, results, workflow
from credrules.testing._calls.call import Call, call, direct
from credrules.testing._samples import guangdong_titles as people

__all__ = ["CALLS"]

ON, PROFILE = people.ON, people.PROFILE


def _history(steps: list[str]) -> list[dict[str, str]]:
    return [dict(zip(("event", "actor"), step.split(), strict=True)) for step in steps]


def _file(  # one keyword for each part of an example
    on: dt.date = ON,
    switches: dict[str, Any] | None = None,
    local: bool = False,  # noqa: FBT001, FBT002  # the example's cell
    history: list[str] | None = None,
    result: dict[str, Any] | None = None,
    education: dict[str, Any] | None = None,
    **sections: Any,  # noqa: ANN401  # cells of a file
) -> Call:
    profile = titles.FOSHAN_CHANCHENG if local else PROFILE
    data = people.file(**sections)
    data["basic"] |= {"history": _history(history)} if history is not None else {}
    data |= {"results": [result]} if result is not None else {}
    data |= {"educations": [education]} if education is not None else {}
    return call(titles.check, data, on=on, profile=profile.switch(**(switches or {})))


def _hospital(basic: dict[str, Any] | None = None) -> Call:
    return call(titles.check, {"basic": {**people.HOSPITAL, **(basic or {})}}, on=ON, profile=PROFILE)


def _changing(switches: dict[str, Any] | None = None) -> Call:
    data = people.file()
    data["applications"].append({"business": "CHANGE_UNIT", "personnel_unit": "m-heyuan"})
    return call(titles.check, data, on=ON, profile=PROFILE.switch(**(switches or {})))


def _register(id_no: str, accounts: dict[str, Any]) -> Call:
    return call(titles.accounts.register, id_no, framework_accounts=accounts)


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> Call:
    return call(workflow.act, getattr(workflow, machine), state, event, actor=actor, facts=facts)


CALLS: dict[str, Any] = {
    "guangdong_titles.file": _file,
    "guangdong_titles.hospital": _hospital,
    "guangdong_titles.changing": _changing,
    "guangdong_titles.policy": direct(titles.policy, "year"),
    "guangdong_titles.route": direct(titles.route_system, "committee"),
    "guangdong_titles.choose": direct(titles.choose_unit, "case", units=people.UNITS),
    "guangdong_titles.register": _register,
    "guangdong_titles.recover": direct(accounts.recover, "evidence", channel="in_person"),
    "guangdong_titles.merge": direct(results.merge, "provincial", "imported"),
    "guangdong_titles.revise": direct(results.revise, "before", "after"),
    "guangdong_titles.act": _act,
}
