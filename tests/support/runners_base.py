"""
Runners of the shared floors: texts, dates, cells, machines and systems by name.
"""

from __future__ import annotations

import datetime as dt
import importlib
from typing import Any

from attrs import evolve, frozen

from credrules import converter, leaves, text
from credrules.catalogue import RULES
from credrules.dates import PartialDate, Precision, check_precision
from credrules.findings import CredrulesError
from credrules.rosters import RosterRow

# The day an example is judged on when it names none.
ON = dt.date(2012, 6, 1)


def _text(value: object) -> object:
    return text.check(value)


def _date(value: object, **options: Any) -> object:  # noqa: ANN401  # switches of PartialDate.check
    return PartialDate.check(value, **options)


def _date_precision(value: object, precision: str) -> object:
    return check_precision(value, precision=Precision(precision))


def _text_leaf(value: str, times: int = 1) -> object:
    return leaves.TEXT.check(value * times)


def _count(value: object) -> object:
    return leaves.COUNT.check(value)


def _flag(value: object) -> object:
    return leaves.FLAG.check(value)


def _names(value: object) -> object:
    return leaves.NAMES.check(value)


def _workflow(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> object:
    system, _, name = machine.partition(".")
    found = getattr(importlib.import_module(f"credrules.systems.{system}.workflow"), name)
    return found.step(state, event, actor=actor, facts=facts)


def _system(name: str) -> Any:  # noqa: ANN401  # a package with the rooms of a system
    return importlib.import_module(f"credrules.systems.{name}")


def _profile(
    system: str,
    switches: dict[str, Any] | None = None,
    require: list[str] | None = None,
    severities: dict[str, Any] | None = None,
) -> object:
    profile = _system(system).PROFILE
    try:
        evolve(profile.switch(**(switches or {})).require(*(require or ())), severities=severities or {})
    except CredrulesError as error:
        return error
    return ()


def _profile_check(system: str, profile: str, on: dt.date = ON) -> object:
    return _system(system).check({}, on=on, profile=_system(profile).PROFILE)


def _language(lang: Any) -> object:  # noqa: ANN401  # the fault shown
    try:
        RULES["TEXT.EMPTY"].template(lang)
    except CredrulesError as error:
        return error
    return ()


def _check(system: str, data: object, on: dt.date | None = None, switches: dict[str, Any] | None = None) -> object:
    package = _system(system)
    start = package.PROFILE.valid_from
    day = on or (start.earliest() if start is not None else ON)
    return package.check(data, on=day, profile=package.PROFILE.switch(**(switches or {})))


@frozen
class _Pile:
    number: int
    rows: list[RosterRow]


def _converter(rows: list[dict[str, Any]], number: object) -> object:
    try:
        converter.structure({"rows": rows, "number": number}, _Pile)
    except CredrulesError as error:
        return error
    return ()


RUNNERS = {
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
