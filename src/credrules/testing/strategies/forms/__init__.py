"""
Forms of the systems, one file a system: each is drawn from a person and is accepted.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
