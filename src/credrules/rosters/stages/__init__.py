"""
What is done to the raw cells of a row before and after the rules, one file a subject.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
