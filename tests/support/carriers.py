"""
Carriers taken away: whatever carries a requirement is disabled, and the requirement's cases are run again.

What *disabled* means depends on the kind of a carrier:

- rule: its finding is never made;
- field: its cell is never read;
- table: it has no entry;
- machine: it has no row of the event (of any event, where none is named);
- switch: it cannot be set;
- api: the name holds something that refuses every use.

A test is no carrier that can be taken away; it is the proof itself.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NoReturn

import pytest
from attrs import evolve

from credrules.codes import CodeTable
from credrules.engine import Profile, System
from credrules.engine import system as engine_system
from credrules.engine.plan import Plan
from credrules.engine.reading import Reading
from credrules.findings import Finding, Report, finding
from credrules.values import Severity
from credrules.workflow import Machine
from tests.support.runners import run

Case = tuple[str, Callable[[], object]]
OFF = "OFF"


# --- cases ----------------------------------------------------------------------


def cases_of(modules: list[ModuleType]) -> dict[str, list[Case]]:
    """
    Return requirement id -> the marked tests of these modules, each with its parameters; drawn ones are left out.
    """
    found: dict[str, list[Case]] = {}
    for module in modules:
        for name, function in vars(module).items():
            if name.startswith("test_") and not hasattr(function, "is_hypothesis_test"):
                for ids, label, call in _expanded(name, function):
                    for requirement in ids:
                        found.setdefault(requirement, []).append((label, call))
    return found


def _expanded(name: str, function: Callable[..., object]) -> Iterator[tuple[set[str], str, Callable[[], object]]]:
    marks = getattr(function, "pytestmark", [])
    own = {item for mark in marks if mark.name == "requirement" for item in mark.args}
    axes = [_axis(mark) for mark in marks if mark.name == "parametrize"]
    for number, chosen in enumerate(itertools.product(*axes)):
        ids = own.union(*(ids for ids, _ in chosen))
        given = {key: value for _, values in chosen for key, value in values.items()}
        if ids:
            yield ids, f"{name}[{number}]", functools.partial(function, **given)


def _axis(mark: Any) -> list[tuple[set[str], dict[str, Any]]]:  # noqa: ANN401  # a mark of pytest
    names = mark.args[0] if not isinstance(mark.args[0], str) else [part.strip() for part in mark.args[0].split(",")]
    rows = []
    for item in mark.args[1]:
        ids = {name for inner in getattr(item, "marks", ()) if inner.name == "requirement" for name in inner.args}
        values = getattr(item, "values", item) if hasattr(item, "marks") else item
        values = values if len(names) > 1 or hasattr(item, "marks") else (values,)
        rows.append((ids, dict(zip(names, values, strict=True))))
    return rows


def examples_of(rules: Mapping[str, Any]) -> dict[str, list[Case]]:
    """
    Return requirement id -> the examples of the catalogue rows that name it, as calls that raise when they fail.
    """
    found: dict[str, list[Case]] = {}
    for code, row in rules.items():
        for fails, group in ((True, row.fails), (False, row.passes)):
            for number, example in enumerate(group):

                def call(code: str = code, fails: bool = fails, example: Any = example) -> None:  # noqa: ANN401, FBT001  # bound here
                    assert fails is (code in run(example.call, example.arguments))

                for requirement in row.requirements:
                    found.setdefault(requirement, []).append((f"{code} {fails} {number}", call))
    return found


def outcome(call: Callable[[], object]) -> bool:
    """
    Tell whether a case passes.
    """
    try:
        call()
    except (Exception, pytest.fail.Exception):  # noqa: BLE001  # whatever a disabled carrier makes of it
        return False
    return True


# --- taking away ----------------------------------------------------------------


class _Nothing:
    """
    What stands in for a name that is taken away: every use is refused.
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise LookupError(OFF)

    __call__ = __getattr__ = __getitem__ = __iter__ = __len__ = __eq__ = __hash__ = __bool__ = _refuse


NOTHING = _Nothing()


@contextmanager
def disabled(kind: str, name: str, system: System[Any]) -> Iterator[None]:
    """
    Take a carrier away for a while.
    """
    patch = pytest.MonkeyPatch()
    _forget(system)
    try:
        _DISABLE[kind](name, patch)
        yield
    finally:
        patch.undo()
        _forget(system)


def _forget(system: System[Any]) -> None:
    # What a leaf said of a text is kept for the next record.
    engine_system._unjudged.cache_clear()
    _forget_plan(system.plan)


def _forget_plan(plan: Plan) -> None:
    for cell in plan.cells:
        clear = getattr(cell._again, "cache_clear", None)
        if clear is not None:
            clear()
    for part in plan.parts:
        _forget_plan(part.plan)


def _modules() -> list[ModuleType]:
    heads = ("credrules", "tests.")
    return [module for name, module in list(sys.modules.items()) if name.startswith(heads) and module is not None]


def _rule(name: str, patch: pytest.MonkeyPatch) -> None:
    made = finding  # this module's own name is patched on the way

    def unless(code: str, /, **params: Any) -> Finding:  # noqa: ANN401  # as the function it stands for
        return Finding(OFF, Severity.INFO) if code == name else made(code, **params)

    add = Reading.add
    patch.setattr(Reading, "add", lambda self, item: None if item.code in {name, OFF} else add(self, item))
    for module in _modules():
        if getattr(module, "finding", None) is made:
            patch.setattr(module, "finding", unless)


def _field(name: str, patch: pytest.MonkeyPatch) -> None:
    _, record, field = name.split(".")
    reading = importlib.import_module("credrules.engine.reading")
    read_cells = reading.read_cells

    def without(plan: Plan, cells: Mapping[str, Any], *rest: Any) -> Any:  # noqa: ANN401  # as the function it stands for
        if plan.record.__name__ == record:
            cells = {key: value for key, value in cells.items() if key != field}
        return read_cells(plan, cells, *rest)

    for module in (reading, engine_system):
        patch.setattr(module, "read_cells", without)


def _table(name: str, patch: pytest.MonkeyPatch) -> None:
    def unless(method: str, empty: Callable[..., object]) -> None:
        real = getattr(CodeTable, method)

        def asked(self: CodeTable, *args: Any, **options: Any) -> Any:  # noqa: ANN401  # any method
            return empty(*args, **options) if self.name == name else real(self, *args, **options)

        patch.setattr(CodeTable, method, asked)

    unless("check", lambda value, **_: Report(value, None, (finding("TEXT.EMPTY"),)))
    unless("get", lambda *_: None)
    unless("find", lambda *_: ())
    unless("__contains__", lambda *_: False)
    unless("__iter__", lambda *_: iter(()))
    unless("__getitem__", NOTHING._refuse)


def _machine(name: str, patch: pytest.MonkeyPatch) -> None:
    where, _, event = name.partition("/")
    system, _, key = where.partition(".")
    machine: Machine = getattr(importlib.import_module(f"credrules.systems.{system}.workflow"), key)
    kept = tuple(row for row in machine.transitions if event and row.event != event)
    less = evolve(machine, transitions=kept)
    for module in _modules():
        for attribute, value in list(vars(module).items()):
            if value is machine:
                patch.setattr(module, attribute, less)


def _switch(name: str, patch: pytest.MonkeyPatch) -> None:
    _, _, key = name.partition(".")
    real = Profile.switch

    def stuck(self: Profile, **readings: Any) -> Profile:  # noqa: ANN401  # each switch has its own type
        return real(self, **{given: value for given, value in readings.items() if given != key})

    patch.setattr(Profile, "switch", stuck)


def _api(name: str, patch: pytest.MonkeyPatch) -> None:
    parts = name.split(".")
    owner = importlib.import_module(".".join(parts[:-1]))
    value = getattr(owner, parts[-1])
    for module in _modules():
        for attribute, held in list(vars(module).items()):
            if held is value:
                patch.setattr(module, attribute, NOTHING)


_DISABLE: dict[str, Callable[[str, pytest.MonkeyPatch], None]] = {
    "rule": _rule,
    "field": _field,
    "table": _table,
    "machine": _machine,
    "switch": _switch,
    "api": _api,
}
