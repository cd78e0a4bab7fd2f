"""
What a row of a roster may hold: the flat record, one file a subject.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
