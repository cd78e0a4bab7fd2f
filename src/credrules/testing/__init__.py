"""
Strategies and laws for property-based tests; needs Hypothesis.
"""

from __future__ import annotations

from credrules._lazy import loader

__all__ = [  # modules, imported on first use
    "laws",
    "strategies",
]
__getattr__ = loader(__name__, __all__)


def __dir__() -> list[str]:
    return sorted(__all__)
