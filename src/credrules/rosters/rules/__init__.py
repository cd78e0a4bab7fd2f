"""
Rules about one row, one file a subject.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
