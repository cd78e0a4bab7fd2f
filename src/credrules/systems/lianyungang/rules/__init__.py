"""
Rules of a worker, one module per table of the form; `system` lists them.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
