"""
Rules of a worker, one module per table of the form; `system` lists them.
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
