"""
Who may be registered for which grade: the order of grades, special cases, and the figures if they are known.
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
