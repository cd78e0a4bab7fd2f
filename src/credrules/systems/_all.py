"""
The one list of the systems. A new system is its folder, its data and its line here.
"""

from __future__ import annotations

from typing import Any, Final

from credrules.engine import System
from credrules.systems import guangdong_learning, guangxi

SYSTEMS: Final[tuple[System[Any], ...]] = (
    guangxi.SYSTEM,
    guangdong_learning.SYSTEM,
)
"""The systems; what hangs on one is in its `parts`."""
