"""
The four systems: each a package with the same rooms, none knows another.

So far `guangxi`, the collection of information on professional and technical
personnel of Guangxi.
"""

from __future__ import annotations

from credrules._lazy import loader

__all__ = [  # modules, imported on first use
    "guangdong_learning",
    "guangxi",
]
__getattr__ = loader(__name__, __all__)


def __dir__() -> list[str]:
    return sorted(__all__)
