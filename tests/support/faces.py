"""
The public checks of the library, found by looking: what must answer any object.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from types import ModuleType

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
    for module in public_modules():
        name = module.__name__.removeprefix("credrules.")
        for verb in ("check", "is_valid", "check_row"):
            function = getattr(module, verb, None)
            if callable(function) and function.__module__.startswith("credrules"):
                found[f"{name}.{verb}"] = functools.partial(_dated, function)
        for verb in ("check_many", "check_rows"):
            function = getattr(module, verb, None)
            if callable(function):
                found[f"{name}.{verb}"] = _drain(function)
    found["dates.PartialDate.check"] = importlib.import_module("credrules.dates").PartialDate.check
    codes = importlib.import_module("credrules.codes")
    for table in codes.tables():
        found[f"codes.{table.name}.check"] = table.check
        found[f"codes.{table.name}.find"] = table.find
        found[f"codes.{table.name}.in"] = table.__contains__
    return found


def _dated(function: Callable[..., object], value: object) -> object:
    return function(value, on=ON)
