"""
The four systems: each a package with the same rooms, none knows another.

So far `guangxi`, the collection of information on professional and technical
personnel of Guangxi.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.systems import guangdong_learning, guangxi

__all__ = [
    "guangdong_learning",
    "guangxi",
]

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, dict(zip(__all__, __all__, strict=True)))


def __dir__() -> list[str]:
    return sorted(__all__)
