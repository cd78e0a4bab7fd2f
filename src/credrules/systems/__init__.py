"""
The four systems: each is a package of the same layout, and none imports another.

`SYSTEMS` lists their `System` objects; it is the one list that schema,
documents, tests and strategies read. A system is imported when the list, or
the system itself, is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.systems import guangdong_learning, guangdong_titles, guangxi, lianyungang
    from credrules.systems._all import SYSTEMS

__all__ = [
    "SYSTEMS",
    "guangdong_learning",
    "guangdong_titles",
    "guangxi",
    "lianyungang",
]
__dir__ = __all__.copy

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, {name: "_all" if name == "SYSTEMS" else name for name in __all__})
