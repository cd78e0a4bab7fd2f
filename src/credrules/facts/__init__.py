"""
Facts that two systems share: pure functions over typed values.

No finding codes stand here; each system turns an answer into its own finding.
An answer is three-valued wherever a partial date may leave it open.
"""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return sorted(__all__)
