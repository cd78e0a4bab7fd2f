"""
The rules of an applicant's file, one module per subject.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
