"""
The examples of the catalogue, executed with promised names alone.

A name of `call` that needs anything else is in `LEFT_OUT`, with the number of its examples in the answer of the tool.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from credrules import codes, eligibility, hours, rosters, text
from credrules.dates import PartialDate
from credrules.systems import guangdong_learning as learning
from credrules.systems import guangdong_titles as titles
from credrules.systems import guangxi, lianyungang
from tools.comparing import machines
from tools.comparing.samples import sample
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

_LEARNING, _GUANGXI = sample("guangdong_learning"), sample("guangxi")
_TITLES, _LIANYUNGANG = sample("guangdong_titles"), sample("lianyungang")
_ON: Final = dt.date(2012, 6, 1)
_ROSTER_ON: Final = dt.date(2025, 6, 30)

LEFT_OUT: Final = frozenset(
    {"converter", "dates.check_precision", "eligibility.rule", "frames.audit", "guangdong_learning.convert",
     "guangdong_learning.move", "guangdong_titles.act", "guangdong_titles.merge", "guangdong_titles.recover",
     "guangdong_titles.register", "guangdong_titles.revise", "hours.adjust", "hours.convert_all", "hours.share",
     "language", "leaves.names", "lianyungang.act", "profile", "profile.check", "systems.guangxi.on", "testing.example",
     "testing.frame", "testing.invalid", "testing.people", "testing.rosters", "testing.submissions"}
)  # fmt: skip
"""What no promised name leads to; of `guangdong_learning.convert` only the examples with a table of the host's own."""


def _file(switches: dict[str, Any] | None = None, **sections: Any) -> object:  # noqa: ANN401  # cells of a file
    profile = learning.PROFILE.switch(**(switches or {}))
    return learning.check(_LEARNING.file(**sections), on=_ON, profile=profile)


def _read(**sections: Any) -> Any:  # noqa: ANN401  # cells of a file, the file
    return learning.check(_LEARNING.file(**sections), on=_ON).value


def _unit(**cells: Any) -> Any:  # noqa: ANN401  # cells of a unit, its report
    return learning.check_unit({**_LEARNING.UNIT, **cells}, on=_ON)


def _request(kind: str, without: tuple[str, ...] = (), **cells: Any) -> object:  # noqa: ANN401  # cells of a request
    return learning.check_request(_LEARNING.request(kind, without, **cells), on=_ON)


def _sequences(numbers: list[int]) -> object:
    attached = [{"sequence": number, "file_name": "a.pdf", "size_bytes": 1} for number in numbers]
    return _file(record={"attachments": attached})


def _find_requirement(jurisdiction: str, year: int | None = None, **asked: Any) -> object:  # noqa: ANN401  # who, when
    return hours.find_requirement(jurisdiction, year=year, **asked)


_TITLES_ON: Final = dt.date(2016, 7, 1)
_WORKERS_ON: Final = dt.date(2018, 5, 3)
_UNITS: Final = _TITLES.UNITS


def _titles(data: object, on: dt.date | str = _TITLES_ON, switches: dict[str, Any] | None = None) -> object:
    day = dt.date.fromisoformat(on) if isinstance(on, str) else on
    return titles.check(data, on=day, profile=titles.PROFILE.switch(units=_UNITS, **(switches or {})))


def _title_file(
    on: dt.date | str = _TITLES_ON,
    switches: dict[str, Any] | None = None,
    local: bool = False,  # noqa: FBT001, FBT002  # the example's cell
    history: list[str] | None = None,
    **sections: Any,  # noqa: ANN401  # cells of a file
) -> object:
    more = {f"{name}s": [sections.pop(name)] for name in ("result", "education") if name in sections}
    data = {**_TITLES.file(**sections), **more}
    steps = [dict(zip(("event", "actor"), step.split(), strict=True)) for step in history or ()]
    data["basic"] |= {} if history is None else {"history": steps}
    if local:
        profile = titles.FOSHAN_CHANCHENG.switch(**(switches or {}))
        return titles.check(data, on=on if isinstance(on, dt.date) else dt.date.fromisoformat(on), profile=profile)
    return _titles(data, on, switches)


def _changing(switches: dict[str, Any] | None = None) -> object:
    data = _TITLES.file()
    data["applications"].append({"business": "CHANGE_UNIT", "personnel_unit": "m-heyuan"})
    return _titles(data, switches=switches)


def _declared(check: Callable[..., object], form: Callable[..., object]) -> Callable[..., object]:
    def run(on: dt.date = _WORKERS_ON, switches: dict[str, Any] | None = None, **cells: Any) -> object:  # noqa: ANN401  # cells
        return check(form(**cells), on=on, profile=lianyungang.PROFILE.switch(**(switches or {})))

    return run


def _worker_eligibility(target: str, remark: str = "", requirements: list[str] | None = None) -> object:
    rules = None if requirements is None else [eligibility.REQUIREMENTS[name] for name in requirements]
    worker = _LIANYUNGANG.worker(registration={"remark": remark})
    return lianyungang.eligibility(worker, target=target, on=_WORKERS_ON, requirements=rules)


def _window(on: str | None = None, known: bool = True) -> object:  # noqa: FBT001, FBT002  # the example's cell
    other: Any = type(lianyungang.ROUND_2018)
    return lianyungang.window(lianyungang.ROUND_2018 if known else other("2019-2", 2019, "2"), on=on)


def _reconcile(online: object, paper: object, serious: object = None) -> object:
    answer: Any = lianyungang.reconcile(online, paper)
    return answer.called_serious() if serious else answer


def _assess(*, facts: object, jurisdiction: object = "CN", **asked: Any) -> object:  # noqa: ANN401  # options of assess
    asked["on"] = asked.pop("day", asked.get("on"))
    return eligibility.assess(facts, jurisdiction=jurisdiction, **asked)


def _eligible(row: object, on: dt.date, target: str = "工程师") -> object:
    profile = rosters.PROFILE.switch(jurisdiction="CN", scheme="ENGINEERING", target=target or None)
    return rosters.check_row(row, on=on, profile=profile)


_ID: Final = "440000199307010012"


def _register(login: str, number: str, roles: Any = ("PERSON",), known: Any = ("PERSON",)) -> object:  # noqa: ANN401  # names of roles
    registry = learning.Registry((learning.Account("a", _ID, frozenset(known)),))
    return registry.register(learning.Account(login, number, frozenset(roles)))[1]


def _reset(unit: str) -> object:
    person = learning.Account("a", _ID, frozenset({"PERSON"}), "甲公司")
    return learning.reset_password(person, by=learning.Account("b", "x", frozenset({"UNIT_ADMIN"}), unit))


def _courses(names: list[str], route: str | None = None) -> list[Any]:
    return [learning.LearningRecord(course=name, route=route) for name in names]


def _sides(site: list[Any], system: list[Any]) -> object:
    here, there = ([learning.LearningRecord(course=name, hours=it) for name, it in side] for side in (site, system))
    return learning.reconcile(here, there)


def _print(hours: list[int], sealed: tuple[str, ...] = (), **options: Any) -> object:  # noqa: ANN401  # who, where
    profile = learning.PROFILE.switch(sealed_cities=tuple(sealed))
    records = _LEARNING.year_of(*hours)
    return learning.can_print_certificate(records, year=2012, profile=profile, **options)


def _result(compulsory_done: bool | None = None) -> object:  # noqa: FBT001  # the example's cell
    return learning.convert_result(hours.Activity("paper", compulsory_done=compulsory_done))


def _workflow(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> object:
    system, _, name = machine.partition(".")
    step = _machine(system, name).step(state, event, actor=actor, facts=facts)
    return {"state": step.state, "ok": step.ok, "findings": list(step.findings)}


_PLACE: Final = {"WORKPLACE": 1, "YEAR": 4, "REQUEST": 5}


def _machine(system: str, name: str) -> Any:  # noqa: ANN401  # a machine
    if name in _PLACE:
        return machines.machines(system)[_PLACE[name]]
    return getattr(importlib.import_module(f"credrules.systems.{system}"), name)


def _act(machine: str, state: str, event: str, actor: str, facts: dict[str, Any] | None = None) -> object:
    return learning.act(_machine("guangdong_learning", machine), state, event, actor=actor, facts=facts)


def _person(on: dt.date = _ON, switches: dict[str, Any] | None = None, **sections: Any) -> object:  # noqa: ANN401  # cells
    return guangxi.check(_GUANGXI.person(**sections), on=on, profile=guangxi.PROFILE.switch(**(switches or {})))


def _guangxi(data: object, on: dt.date = _ON) -> object:
    return guangxi.check(data, on=on)


def _award(**cells: Any) -> object:  # noqa: ANN401  # cells of an award
    given = {
        "award_organ": cells["organ"],
        "award_level": cells.get("level"),
        "authorised_by_city": cells.get("authorised"),
        "authorisation_proof": cells.get("proof"),
    }
    return guangxi.check({"awards": [given]}, on=_ON)


def _workspace(persons: list[str], restored: str | None = None) -> object:
    place: Any = guangxi.Workspace()
    found = []
    for name in persons:
        place, findings = place.open(name)
        found.append(findings)
    # A state from before the method could only refuse the second person.
    return found if restored is None else [*found, getattr(place, "restore", place.open)(restored)[1]]


def _amend(**sections: Any) -> object:  # noqa: ANN401  # the example's cells
    first: Any = guangxi.submit(_GUANGXI.person(), on=_ON).value
    return guangxi.amend(first, _GUANGXI.person(**sections), by="单位采集负责人", on=_ON).findings


def _submit(backed_up: bool = False) -> object:  # noqa: FBT001, FBT002  # the example's cell
    record: Any = guangxi.check(_GUANGXI.person(), on=_ON).value
    backup = guangxi.dump(record) if backed_up else None
    return guangxi.submit(record, on=_ON, backup=backup).findings


def _entries(given: Any, year: int) -> list[object]:  # noqa: ANN401  # rows of an example
    return [{"subject": item[0] or None, "hours": item[1], "year": year, "tags": ";".join(item[2:])} for item in given]


def _audit(rule: str, year: int, entries: Any, profession: str | None = None) -> object:  # noqa: ANN401  # rows of an example
    return hours.audit(_entries(entries, year), requirement=hours.requirement(rule, year=year, profession=profession))


def _row(id: str, entries: Any, year: int | None = None) -> object:  # noqa: A002, ANN401  # the column's name; rows
    names = ("person", "year", "subject", "hours")
    rows = [
        item if isinstance(item, dict) else {**dict(zip(names, item, strict=False)), "tags": ";".join(item[4:])}
        for item in entries
    ]
    return hours.audit([{**row, "subject": row.get("subject") or None} for row in rows],
                       requirement=hours.REQUIREMENTS[id], year=year)  # fmt: skip


def _combined(entries: Any) -> object:  # noqa: ANN401  # rows of an example
    both = hours.Minimum(60, (hours.Subject.PROFESSIONAL, hours.Subject.ELECTIVE))
    return hours.audit(_entries(entries, 2023), requirement=hours.Requirement("X", "CN", "全国", further=(both,)))


def _roster_hours(row: object, jurisdiction: str, year: int) -> object:
    profile = rosters.PROFILE.switch(hours=jurisdiction, hours_year=year or None)
    return rosters.check_row(row, on=_ROSTER_ON, profile=profile)


def _column(subject: str, text: object) -> object:
    return rosters.check_row({"姓名": "张三", f"{subject}学时": text}, on=_ROSTER_ON)


def _frame(columns: Any) -> object:  # noqa: ANN401  # a dict of columns, or what is none
    import polars as pl  # noqa: PLC0415  # heavy, and only needed here

    from credrules.frames import check_frame  # noqa: PLC0415  # loads Narwhals

    found: Any = check_frame(pl.DataFrame(columns) if isinstance(columns, dict) else columns, on=_ROSTER_ON)
    return found if isinstance(found, dict) else found.to_dicts()


def _text(value: object) -> object:
    # What is no text only a field can be asked about.
    return text.normalize(value) if type(value) is str else guangxi.check({"通讯地址": value}, on=_ON)


def _table(name: str) -> Any:  # noqa: ANN401  # a code table
    return getattr(codes, name)


RUNNERS: Final[dict[str, Callable[..., object]]] = {
    "codes.check": lambda table, value, on=None: _table(table).check(value, on=on),
    "codes.extend": lambda table, rows, on_clash="raise": _table(table).extend(rows, codes.OnClash(on_clash)).rows(),
    "codes.translate": lambda value, source, target: codes.translate(value, _table(source), _table(target)),
    "dates.check": PartialDate.check,
    "dates.PartialDate": PartialDate.check,
    "frames.check": _frame,
    "guangdong_learning.act": _act,
    "guangdong_learning.ask": learning.whom_to_ask,
    "guangdong_learning.attachment": lambda name, size_bytes, seq=None: learning.check_attachment(
        name, size_bytes, seq, on=_ON
    ),
    "guangdong_learning.can_declare": lambda **sections: learning.can_declare(_read(**sections)),
    "guangdong_learning.consents": lambda given: learning.check_consents({learning.Consent[name] for name in given}),
    "guangdong_learning.convert": _result,
    "guangdong_learning.diagnose": lambda unit_state, hr_account_ok: learning.diagnose_login(
        unit_state, hr_account_ok=hr_account_ok
    ),
    "guangdong_learning.file": _file,
    "guangdong_learning.may_edit": learning.may_edit,
    "guangdong_learning.merge": lambda typed, uploaded: learning.merge_site_records(
        _courses(typed, "PERSON"), _courses(uploaded)
    ),
    "guangdong_learning.person_missing": lambda city="441800": learning.explain_person_missing(
        _read(person={"unit_city": city}), _unit().value
    ),
    "guangdong_learning.print": _print,
    "guangdong_learning.reconcile": _sides,
    "guangdong_learning.register": _register,
    "guangdong_learning.register_unit": learning.register_unit,
    "guangdong_learning.request": _request,
    "guangdong_learning.reset_password": _reset,
    "guangdong_learning.select": lambda result: learning.select(
        [learning.LearningRecord(state="RETURNED_TO_UNIT")], result=result
    ),
    "guangdong_learning.sequences": _sequences,
    "guangdong_learning.unit": _unit,
    "guangdong_learning.unit_missing": lambda city="441800": learning.explain_unit_missing(
        _read(person={"unit_city": city}), (_unit().value,)
    ),
    "guangdong_learning.units": lambda names: learning.find_duplicates(_unit(unit_name=name).value for name in names),
    "guangdong_titles.changing": _changing,
    "guangdong_titles.check": _titles,
    "guangdong_titles.choose": lambda case, units=_UNITS: titles.choose_unit(case, units=units),
    "guangdong_titles.file": _title_file,
    "guangdong_titles.hospital": lambda basic=None: _titles({"basic": {**_TITLES.HOSPITAL, **(basic or {})}}),
    "guangdong_titles.policy": titles.policy,
    "guangdong_titles.route": titles.route_system,
    "guangxi.amend": _amend,
    "guangxi.award": _award,
    "guangxi.check": _guangxi,
    "guangxi.find_near_duplicates": guangxi.find_near_duplicates,
    "guangxi.load": guangxi.load,
    "guangxi.permitted": lambda role, action, own=True: guangxi.permitted(guangxi.Role(role), action, own=own),
    "guangxi.person": _person,
    "guangxi.scope": lambda data, on=_ON: guangxi.scope(data, on=on),
    "guangxi.submit": _submit,
    "guangxi.workspace": _workspace,
    "hours.activity": hours.Activity,
    "hours.audit": _audit,
    "hours.column": _column,
    "hours.combined": _combined,
    "hours.convert": lambda standard, **fields: hours.convert(hours.Activity(**fields), standard=standard),
    "hours.entry": lambda value: hours.audit([value], requirement=hours.REQUIREMENTS["CN-GD-2010"], year=2016),
    "hours.find": _find_requirement,
    "hours.read": hours.read,
    "hours.row": _row,
    "eligibility.assess": _assess,
    "lianyungang.bare_unit": _declared(lianyungang.check_unit, dict),
    "lianyungang.compare": lianyungang.compare,
    "lianyungang.eligibility": _worker_eligibility,
    "lianyungang.reconcile": _reconcile,
    "lianyungang.revise": lianyungang.revise,
    "lianyungang.unit": _declared(lianyungang.check_unit, _LIANYUNGANG.unit),
    "lianyungang.window": _window,
    "lianyungang.worker": _declared(lianyungang.check, _LIANYUNGANG.worker),
    "leaves.count": lambda value: guangxi.check({"awards": [{"award_rank": value}]}, on=_ON),
    "leaves.flag": lambda value: guangxi.check({"awards": [{"authorised_by_city": value}]}, on=_ON),
    "leaves.text": lambda value, times=1: guangxi.check({"通讯地址": value * times}, on=_ON),
    "rosters.eligible": _eligible,
    "rosters.hold": lambda before, headings: rosters.match_columns(before).hold(headings),
    "rosters.hours": _roster_hours,
    "rosters.table": lambda headings, rows: rosters.check_table(headings, rows, on=_ROSTER_ON).table,
    "rosters.row": lambda row, on=_ROSTER_ON: rosters.check_row(row, on=on),
    "rosters.rows": lambda rows, on=_ROSTER_ON: list(rosters.check_rows(rows, on=on)),
    "systems.guangxi": _guangxi,
    "systems.guangxi.many": lambda section, count: guangxi.check({section: [{}] * count}, on=_ON),
    "text.check": _text,
    "workflow": _workflow,
}
"""How a call of the catalogue is executed."""


def runner(example: dict[str, Any]) -> Callable[..., object] | None:
    """
    Return what executes an example, None where no promised name does.
    """
    call: str = example["call"]
    area, _, name = call.partition(".")
    if call == "guangdong_learning.convert" and "hours" in example:
        return None  # a table of the host's own
    if area == "identifiers":
        return importlib.import_module(f"credrules.identifiers.{name}").check  # type: ignore[no-any-return]  # a module's verb
    return RUNNERS.get(call)


def every_example(world: World) -> Iterator[Case]:
    """
    Run every example of the older state's catalogue.
    """
    for row in world.rules():
        for side in ("passes", "fails"):
            for number, example in enumerate(row.get(side, ())):
                run = runner(example)
                if run is None:
                    continue
                cells = {key: cell for key, cell in example.items() if key != "call"}
                if isinstance(cells.get("on"), str):
                    cells["on"] = dt.date.fromisoformat(cells["on"])
                facets = Facets()
                answer = facets.ask("answer", lambda: run(**cells))
                if hasattr(answer, "repaired"):
                    facets.ask("repaired", answer.repaired)
                yield f"{row['code']} {side} {number}", facets


def left_out(world: World) -> dict[str, int]:
    """
    Return the calls that are not executed, with the number of their examples.
    """
    found: dict[str, int] = {}
    for row in world.rules():
        for example in (*row.get("passes", ()), *row.get("fails", ())):
            if runner(example) is None:
                found[example["call"]] = found.get(example["call"], 0) + 1
    return dict(sorted(found.items()))
