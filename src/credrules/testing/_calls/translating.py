"""
Calls of translations between tables by name.
"""

from __future__ import annotations

from credrules import codes
from credrules.testing._calls.call import Call, call

__all__ = ["CALLS"]


def _translate(value: object, source: str, target: str) -> Call:
    return call(codes.translate, value, getattr(codes, source), getattr(codes, target))


CALLS = {"codes.translate": _translate}
