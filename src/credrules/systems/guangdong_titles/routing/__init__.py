"""
Where and through whom: the system of a committee (GD-D1), the unit of a person (GD-D2).
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
