"""
Calls of the Guangdong continuing-education system: files, units, requests, steps, the year.
"""

from __future__ import annotations

from typing import Any, cast

from credrules.hours import Activity, ConversionRule, Formula, Standard, Subject
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LearningRecord, UnitRegistration
from credrules.testing._calls.call import Call, call, direct
from credrules.testing._samples import guangdong_learning as people

__all__ = ["CALLS"]

ON = people.ON
ID = "440000199307010012"


def _file(switches: dict[str, Any] | None = None, **sections: Any) -> Call:  # noqa: ANN401  # cells of a file
    profile = learning.PROFILE.switch(**(switches or {}))
    return call(learning.check, people.file(**sections), on=ON, profile=profile)


def _can_declare(**sections: Any) -> Call:  # noqa: ANN401  # cells of a file
    return call(learning.can_declare, _read(people.file(**sections)))


def _read(data: object) -> learning.LearningFile:
    return cast("learning.LearningFile", learning.check(data, on=ON).value)


def _unit(**cells: Any) -> Call:  # noqa: ANN401  # cells of a unit
    return call(learning.check_unit, {**people.UNIT, **cells}, on=ON)


def _registration(**cells: Any) -> UnitRegistration:  # noqa: ANN401  # cells of a unit
    return cast("UnitRegistration", learning.check_unit({**people.UNIT, **cells}, on=ON).value)


def _request(kind: str, without: tuple[str, ...] = (), **cells: Any) -> Call:  # noqa: ANN401  # cells of a request
    return call(learning.check_request, people.request(kind, without, **cells), on=ON)


def _sequences(numbers: list[int]) -> Call:
    files = [{"sequence": number, "file_name": "a.pdf", "size_bytes": 1} for number in numbers]
    return _file(record={"attachments": files})


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> Call:
    return call(learning.act, getattr(learning.workflow, machine), state, event, actor=actor, facts=facts)


def _register(
    login: str, number: str, roles: tuple[str, ...] = ("PERSON",), known: tuple[str, ...] = ("PERSON",)
) -> Call:
    registry = learning.Registry((learning.Account("a", ID, frozenset(known)),))
    return call(registry.register, learning.Account(login, number, frozenset(roles)))


def _consents(given: list[str]) -> Call:
    return call(learning.check_consents, frozenset(learning.Consent[name] for name in given))


def _reset(unit: str) -> Call:
    person = learning.Account("a", ID, frozenset({"PERSON"}), "甲公司")
    return call(learning.reset_password, person, by=learning.Account("b", "x", frozenset({"UNIT_ADMIN"}), unit))


def _unit_missing(city: str = "441800") -> Call:
    return call(learning.explain_unit_missing, _read(people.file(person={"unit_city": city})), (_registration(),))


def _person_missing(city: str = "441800") -> Call:
    return call(learning.explain_person_missing, _read(people.file(person={"unit_city": city})), _registration())


def _units(names: list[str]) -> Call:
    return call(learning.find_duplicates, tuple(_registration(unit_name=name) for name in names))


def _move(state: str) -> Call:
    return call(learning.accounts.move, _read(people.file(record={"state": state})), unit="乙公司", city="440100")


def _select(result: str) -> Call:
    return call(learning.select, [LearningRecord(state="RETURNED_TO_UNIT")], result=result)


def _courses(names: list[str], route: str | None = None) -> list[LearningRecord]:
    return [LearningRecord(course=name, route=route) for name in names]


def _merge(typed: list[str], uploaded: list[str]) -> Call:
    return call(learning.merge_site_records, _courses(typed, "PERSON"), _courses(uploaded))


def _reconcile(site: list[Any], system: list[Any]) -> Call:
    here, there = ([LearningRecord(course=name, hours=hours) for name, hours in side] for side in (site, system))
    return call(learning.reconcile, here, there)


def _convert(compulsory_done: bool | None = None, hours: int | None = None) -> Call:  # noqa: FBT001  # the example's cell
    rule = ConversionRule("X-1", "paper", "论文", Formula.FIXED, value=hours, subject=Subject.PROFESSIONAL)
    table = None if hours is None else Standard("X", rules=(rule,))
    profile = learning.PROFILE.switch(conversion_table=table)
    return call(learning.convert_result, Activity("paper", compulsory_done=compulsory_done), profile=profile)


def _print(hours: list[int], sealed: tuple[str, ...] = (), **options: Any) -> Call:  # noqa: ANN401  # who, where
    profile = learning.PROFILE.switch(sealed_cities=tuple(sealed))
    return call(learning.can_print_certificate, people.year_of(*hours), year=2012, profile=profile, **options)


CALLS: dict[str, Any] = {
    "guangdong_learning.file": _file,
    "guangdong_learning.can_declare": _can_declare,
    "guangdong_learning.unit": _unit,
    "guangdong_learning.request": _request,
    "guangdong_learning.attachment": direct(learning.check_attachment, "name", "size_bytes", seq=None, on=ON),
    "guangdong_learning.sequences": _sequences,
    "guangdong_learning.act": _act,
    "guangdong_learning.register": _register,
    "guangdong_learning.consents": _consents,
    "guangdong_learning.reset_password": _reset,
    "guangdong_learning.may_edit": direct(learning.may_edit, "field_id"),
    "guangdong_learning.unit_missing": _unit_missing,
    "guangdong_learning.person_missing": _person_missing,
    "guangdong_learning.units": _units,
    "guangdong_learning.register_unit": direct(learning.register_unit, "code", "known"),
    "guangdong_learning.diagnose": direct(learning.diagnose_login, "unit_state"),
    "guangdong_learning.move": _move,
    "guangdong_learning.ask": direct(learning.whom_to_ask, "state"),
    "guangdong_learning.select": _select,
    "guangdong_learning.merge": _merge,
    "guangdong_learning.reconcile": _reconcile,
    "guangdong_learning.convert": _convert,
    "guangdong_learning.print": _print,
}
