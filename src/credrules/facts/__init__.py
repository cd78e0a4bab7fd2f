"""
Facts that two systems share: pure functions over typed values.

There are no finding codes here; each system turns an answer into its own
finding. An answer has three values if a partial date may leave it undecided.
"""

from __future__ import annotations

__all__: list[str] = []
__dir__ = __all__.copy
