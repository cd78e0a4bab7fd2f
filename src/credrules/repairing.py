"""
Suggestions put in place: a copy of what was given, with every safe one applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from credrules.wording import Path

__all__ = ["apply_suggestions"]


def __dir__() -> list[str]:
    return sorted(__all__)


def apply_suggestions(raw: object, findings: Iterable[Any]) -> object:
    """
    Return a copy of `raw` with each finding's suggestion put at its path.

    Mappings and sequences are copied, never changed. A path that does not
    exist in `raw` is left alone: nothing is invented. A suggestion that asks
    (`Finding.asks`) is shown to people and not put in place.
    """
    for item in findings:
        if item.suggestion is not None and not item.asks:
            raw = _put(raw, item.path, item.suggestion)
    return raw


def _put(node: object, path: Path, value: object) -> object:
    if not path:
        return value
    head, *rest = path
    if isinstance(node, Mapping) and head in node:
        return {**node, head: _put(node[head], tuple(rest), value)}
    if isinstance(node, (list, tuple)) and isinstance(head, int) and 0 <= head < len(node):
        copy = list(node)
        copy[head] = _put(copy[head], tuple(rest), value)
        return copy
    return node
