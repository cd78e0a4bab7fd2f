"""
Strategies and laws for property-based tests; needs Hypothesis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.testing import laws, strategies

__all__ = [
    "laws",
    "strategies",
]
__dir__ = __all__.copy

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, dict(zip(__all__, __all__, strict=True)))
