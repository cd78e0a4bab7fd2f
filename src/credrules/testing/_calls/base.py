"""
Calls of the shared floors: texts, dates, cells, machines and systems by name.
"""

from __future__ import annotations

import datetime as dt
import importlib
from typing import Any

from attrs import evolve, frozen

from credrules import converter, leaves, text
from credrules.catalogue import RULES
from credrules.dates import PartialDate, Precision, check_precision
from credrules.engine import Profile
from credrules.rosters import RosterRow
from credrules.testing._calls.call import Call, call, direct
from credrules.testing._samples.guangxi import ON
from credrules.values import Severity

__all__ = ["CALLS", "altered"]


def _date_precision(value: object, precision: str) -> Call:
    return call(check_precision, value, precision=Precision(precision))


def _text_leaf(value: str, times: int = 1) -> Call:
    return call(leaves.TEXT.check, value * times)


def _workflow(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> Call:
    system, _, name = machine.partition(".")
    found = getattr(importlib.import_module(f"credrules.systems.{system}.workflow"), name)
    return call(found.step, state, event, actor=actor, facts=facts)


def _system(name: str) -> Any:  # noqa: ANN401  # a package with the rooms of a system
    return importlib.import_module(f"credrules.systems.{name}")


def altered(
    profile: Profile, *, switches: dict[str, Any], require: tuple[str, ...], severities: dict[str, Any]
) -> Profile:
    """
    Return a profile with other switches, other required fields and other severities.
    """
    return evolve(profile.switch(**switches).require(*require), severities=severities)


def _profile(
    system: str,
    switches: dict[str, Any] | None = None,
    require: list[str] | None = None,
    severities: dict[str, Any] | None = None,
    errors: list[str] | None = None,
) -> Call:
    profile = _system(system).PROFILE
    weighed = {**(severities or {}), **dict.fromkeys(errors or (), Severity.ERROR)}
    return call(altered, profile, switches=switches or {}, require=tuple(require or ()), severities=weighed)


def _profile_check(system: str, profile: str, on: dt.date = ON) -> Call:
    return call(_system(system).check, {}, on=on, profile=_system(profile).PROFILE)


def _check(system: str, data: object, on: dt.date | None = None, switches: dict[str, Any] | None = None) -> Call:
    package = _system(system)
    start = package.PROFILE.valid_from
    day = on or (start.earliest() if start is not None else ON)
    return call(package.check, data, on=day, profile=package.PROFILE.switch(**(switches or {})))


@frozen
class _Pile:
    number: int
    rows: list[RosterRow]


def _converter(rows: list[dict[str, Any]], number: object) -> Call:
    return call(converter.structure, {"rows": rows, "number": number}, _Pile)


CALLS = {
    "converter": _converter,
    "systems.check": _check,
    "language": direct(RULES["TEXT.EMPTY"].template, "lang"),
    "profile": _profile,
    "profile.check": _profile_check,
    "text.check": direct(text.check, "value"),
    "dates.check": direct(PartialDate.check, "value"),
    "dates.PartialDate": direct(PartialDate.check, "value"),
    "dates.check_precision": _date_precision,
    "leaves.text": _text_leaf,
    "leaves.count": direct(leaves.COUNT.check, "value"),
    "leaves.flag": direct(leaves.FLAG.check, "value"),
    "leaves.names": direct(leaves.NAMES.check, "value"),
    "workflow": _workflow,
}
