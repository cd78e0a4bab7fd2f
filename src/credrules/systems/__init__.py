"""
The four systems: each a package with the same rooms, none knows another.

`guangxi` is the collection of information on professional and technical
personnel, `guangdong_titles` the online application for titles,
`guangdong_learning` continuing education.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.systems import guangdong_learning, guangdong_titles, guangxi

__all__ = [
    "guangdong_learning",
    "guangdong_titles",
    "guangxi",
]

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, dict(zip(__all__, __all__, strict=True)))


def __dir__() -> list[str]:
    return sorted(__all__)
