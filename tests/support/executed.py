"""
The executed cases of each requirement: tests marked `ok` and `not_ok`, and examples of the catalogue's rows.

A marked test is called as pytest would call it, once for every set of its
parameters; tests that need a fixture or that draw their own values (Hypothesis)
are left out. An example is run by its runner; where its row names many
requirements, it is a case of one that a field carries only if it fills that field.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from _pytest.mark.structures import ParameterSet

from credrules.catalogue import RULES, thaw
from tests.support.runners import run
from tools.documents import requirements

__all__ = ["Case", "cases"]

TESTS = Path(__file__).resolve().parent.parent
# What the marked tests of the laws ask is the law's own business.
HOMES = (
    "guangxi",
    "guangdong_learning",
    "guangdong_titles",
    "lianyungang",
    "facts",
    "hours",
    "text",
    "fields",
    "identifiers",
)


# A row that names more requirements than these is one that many fields share, such as "not in its code list".
FEW = 3


class Case(NamedTuple):
    """
    One executed case: the requirements it is marked with, its name, and how it is run; it raises when it fails.
    """

    ids: frozenset[str]
    name: str
    call: Callable[[], object]

    def holds(self) -> bool:
        """
        Run it; tell whether it passed.
        """
        try:
            self.call()
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001  # pytest's own failures are no exceptions of the usual kind
            return False
        return True


@functools.cache
def cases() -> dict[str, tuple[Case, ...]]:
    """
    Return requirement id -> its cases, examples first since they are the fastest.
    """
    found: dict[str, list[Case]] = {}
    for case in itertools.chain(_examples(), *map(_marked, _modules())):
        for name in case.ids:
            found.setdefault(name, []).append(case)
    return {name: tuple(items) for name, items in found.items()}


def _examples() -> Iterator[Case]:
    for code, row in RULES.items():
        for wanted, examples in ((False, row.passes), (True, row.fails)):
            for number, example in enumerate(examples):
                name = f"{code} {'fails' if wanted else 'passes'} {number}"
                ids = frozenset(_about(row.requirements, example))
                yield Case(ids, name, functools.partial(_run, code, example, wanted=wanted))


def _about(ids: tuple[str, ...], example: Any) -> Iterator[str]:  # noqa: ANN401  # an Example
    filled = set(_keys(thaw(example.arguments)))
    for name in ids:
        own = _fields().get(name)
        if len(ids) <= FEW or own is None or filled & own:
            yield name


def _keys(data: object) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, inner in data.items():
            yield str(key)
            yield from _keys(inner)
    elif isinstance(data, (list, tuple)):
        for inner in data:
            yield from _keys(inner)


@functools.cache
def _fields() -> dict[str, set[str]]:
    """
    Return requirement id -> names and labels of the fields that carry it, of those that a field carries.
    """
    found: dict[str, set[str]] = {}
    for data in requirements.systems():
        for entry in data["requirement"]:
            for kind, name in requirements.carriers(entry):
                if kind == "field":
                    spec = requirements.field_of(name)
                    found.setdefault(entry["id"], set()).update({spec.name, spec.label.zh, *spec.declared.aliases})
    return found


def _run(code: str, example: Any, *, wanted: bool) -> None:  # noqa: ANN401  # an Example
    assert wanted is (code in run(example.call, example.arguments))


def _modules() -> Iterator[ModuleType]:
    for home in HOMES:
        for path in sorted((TESTS / home).glob("test_*.py")):
            yield importlib.import_module(f"tests.{home}.{path.stem}")


def _marked(module: ModuleType) -> Iterator[Case]:
    for name, function in vars(module).items():
        if name.startswith("test_") and inspect.isfunction(function) and function.__module__ == module.__name__:
            yield from _of_test(function)


def _of_test(function: Any) -> Iterator[Case]:  # noqa: ANN401  # a test with its marks
    if hasattr(function, "hypothesis"):
        return
    marks = getattr(function, "pytestmark", [])
    own = _ids(marks)
    rounds = [_parameters(mark) for mark in marks if mark.name == "parametrize"]
    needed = set(inspect.signature(function).parameters)
    for chosen in itertools.product(*rounds):
        values = {key: value for part, _ in chosen for key, value in part.items()}
        ids = own | frozenset().union(*(more for _, more in chosen))
        if ids and needed <= values.keys():
            yield Case(ids, f"{function.__module__}.{function.__name__}", functools.partial(function, **values))


def _ids(marks: Any) -> frozenset[str]:  # noqa: ANN401  # pytest's marks
    return frozenset(name for mark in marks if mark.name == "requirement" for name in mark.args)


def _parameters(mark: Any) -> list[tuple[dict[str, Any], frozenset[str]]]:  # noqa: ANN401  # a parametrize mark
    names, values = mark.args[0], mark.args[1]
    keys = [part.strip() for part in names.split(",")] if isinstance(names, str) else list(names)
    found = []
    for value in values:
        several = ParameterSet.extract_from(value, force_tuple=len(keys) == 1)
        found.append((dict(zip(keys, several.values, strict=True)), _ids(several.marks)))
    return found
