"""
The four machines, one file a subject, and what a step needs to know.
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
