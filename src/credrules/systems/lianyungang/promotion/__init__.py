"""
Who may be registered for which grade: the order of grades, special cases, and the figures if they are known.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
