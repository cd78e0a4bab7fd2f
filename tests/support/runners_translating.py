"""
Runner of the catalogue's examples of translation: tables by name.
"""

from __future__ import annotations

from credrules import codes


def _translate(value: object, source: str, target: str) -> object:
    return codes.translate(value, getattr(codes, source), getattr(codes, target))


RUNNERS = {"codes.translate": _translate}
