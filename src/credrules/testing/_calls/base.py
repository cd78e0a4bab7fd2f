"""
Calls of the shared floors: texts, dates, cells, machines and systems by name.
"""

from __future__ import annotations

import datetime as dt
import importlib
from typing import Any, Final

from attrs import evolve, frozen

from credrules import converter, leaves, text
from credrules.catalogue import RULES
from credrules.dates import PartialDate, Precision, check_precision
from credrules.engine import Profile
from credrules.rosters import RosterRow
from credrules.testing._calls.call import Call, call
from credrules.values import Severity

__all__ = ["CALLS", "altered"]

# The day an example is judged on when it names none.
ON: Final = dt.date(2012, 6, 1)


def _text(value: object) -> Call:
    return call(text.check, value)


def _date(value: object, **options: Any) -> Call:  # noqa: ANN401  # switches of PartialDate.check
    return call(PartialDate.check, value, **options)


def _date_precision(value: object, precision: str) -> Call:
    return call(check_precision, value, precision=Precision(precision))


def _text_leaf(value: str, times: int = 1) -> Call:
    return call(leaves.TEXT.check, value * times)


def _count(value: object) -> Call:
    return call(leaves.COUNT.check, value)


def _flag(value: object) -> Call:
    return call(leaves.FLAG.check, value)


def _names(value: object) -> Call:
    return call(leaves.NAMES.check, value)


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


def _language(lang: object) -> Call:
    return call(RULES["TEXT.EMPTY"].template, lang)


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
    "language": _language,
    "profile": _profile,
    "profile.check": _profile_check,
    "text.check": _text,
    "dates.check": _date,
    "dates.PartialDate": _date,
    "dates.check_precision": _date_precision,
    "leaves.text": _text_leaf,
    "leaves.count": _count,
    "leaves.flag": _flag,
    "leaves.names": _names,
    "workflow": _workflow,
}
