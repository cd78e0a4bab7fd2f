"""
The one list of the systems. A new system needs its folder, its data and a line here.
"""

from __future__ import annotations

import importlib
from typing import Any, Final

from credrules.engine import System

_PACKAGES: Final = (
    "guangxi",
    "guangdong_titles",
    "lianyungang",
    "guangdong_learning",
)

SYSTEMS: Final[tuple[System[Any], ...]] = tuple(
    importlib.import_module(f"credrules.systems.{package}").SYSTEM for package in _PACKAGES
)
"""The systems; the smaller systems of each are in its `parts`."""
