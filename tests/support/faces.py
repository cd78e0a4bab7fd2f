"""
The public checks of the library, found by looking: what must answer any object.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, TypeGuard

import credrules

ON = dt.date(2012, 6, 1)

VERBS = ("normalize", "parse", "check", "is_valid", "format", "mask")


@functools.cache
def public_modules() -> tuple[ModuleType, ...]:
    """
    Return every importable module of the installed package whose dotted name has no leading underscore.
    """
    names = [info.name for info in pkgutil.walk_packages(credrules.__path__, "credrules.")]
    shown = [name for name in names if not any(part.startswith("_") for part in name.split("."))]
    return tuple(importlib.import_module(name) for name in sorted(shown))


def identifiers() -> dict[str, ModuleType]:
    """
    Return the identifier modules by name: those that have all the verbs.
    """
    head = "credrules.identifiers."
    found = {
        module.__name__.removeprefix(head): module for module in public_modules() if module.__name__.startswith(head)
    }
    return {name: module for name, module in found.items() if hasattr(module, "is_valid")}


def _drain(function: Callable[..., Iterable[object]]) -> Callable[[object], object]:
    # A stream is asked about one odd object among none; the answer is read to its end.
    return lambda value: list(function([value], on=ON))


@functools.cache
def checks() -> dict[str, Callable[[object], object]]:
    """
    Return name -> one-argument call of every public `check`, `is_valid`, `check_*` and table check.
    """
    found: dict[str, Callable[[object], object]] = {}
    seen: list[object] = []
    for module in public_modules():
        name = module.__name__.removeprefix("credrules.")
        for verb in ("check", "is_valid", "check_row"):
            function = getattr(module, verb, None)
            if _is_new(function, seen) and _asks_one(function):
                found[f"{name}.{verb}"] = functools.partial(_dated, function)
        for verb in ("check_many", "check_rows"):
            function = getattr(module, verb, None)
            if _is_new(function, seen):
                found[f"{name}.{verb}"] = _drain(function)
    found["dates.PartialDate.check"] = importlib.import_module("credrules.dates").PartialDate.check
    codes = importlib.import_module("credrules.codes")
    for table in codes.tables():
        found[f"codes.{table.name}.check"] = table.check
        found[f"codes.{table.name}.find"] = table.find
        found[f"codes.{table.name}.in"] = table.__contains__
    return found


def _is_new(function: object, seen: list[object]) -> TypeGuard[Callable[..., Any]]:
    # A package's face shows what its rooms hold: asked once, under the shorter name.
    if not callable(function) or not function.__module__.startswith("credrules") or any(function is it for it in seen):
        return False
    seen.append(function)
    return True


def _asks_one(function: Callable[..., object]) -> bool:
    # What needs more than the value (a table's content, a date's precision) is a part of a check, not a check.
    given = inspect.signature(function).parameters.values()
    return 1 == len([item for item in given if item.default is item.empty and item.name != "on"])


def _dated(function: Callable[..., object], value: object) -> object:
    return function(value, on=ON)
