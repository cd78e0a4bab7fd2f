"""
Reading headings: the parts of a heading, and what its neighbours and the values below it add.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
