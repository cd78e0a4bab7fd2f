"""
The four systems: each a package with the same rooms, none knows another.

`SYSTEMS` lists their `System` objects; it is the one list that schema,
documents, tests and strategies read. A system is imported when the list, or
the system itself, is first asked for.
"""

from __future__ import annotations

import functools
import importlib
from typing import Any, Final

from credrules.engine import System

# A new system is its folder, its data and its name here.
_PACKAGES: Final = ("guangxi", "guangdong_learning")

SYSTEMS: tuple[System[Any], ...]
"""The systems; what hangs on one is in its `parts`."""


@functools.cache
def _systems() -> tuple[System[Any], ...]:
    return tuple(importlib.import_module(f"{__name__}.{package}").SYSTEM for package in _PACKAGES)


def __getattr__(name: str) -> tuple[System[Any], ...]:
    if name != "SYSTEMS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _systems()
