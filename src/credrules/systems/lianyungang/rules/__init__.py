"""
Rules of a worker, one file a form table; `system` lists them.
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
