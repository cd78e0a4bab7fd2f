"""
The rules of a person's file, one module per form; `system` lists them.
"""

from __future__ import annotations

from credrules.systems.guangdong_learning.rules.attachments import LIMIT_KB, SAMPLE, TYPES, check_attachment

__all__ = [
    "LIMIT_KB",
    "SAMPLE",
    "TYPES",
    "check_attachment",
]
__dir__ = __all__.copy
