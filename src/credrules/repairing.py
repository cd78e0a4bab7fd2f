"""
Applying suggestions: a copy of the input with every safe suggestion applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from credrules.lists import Cut, is_cut, is_mapping
from credrules.masking import shown_key
from credrules.wording import Path

__all__ = ["apply_suggestions"]
__dir__ = __all__.copy


def apply_suggestions(raw: object, findings: Iterable[Any]) -> object:
    """
    Return a copy of `raw` with each finding's suggestion put at its path.

    Mappings and sequences are copied, never changed. A path that does not
    exist in `raw` is ignored: nothing is invented. A suggestion that is a
    question (`Finding.asks`) is shown to people but not applied.
    """
    for item in findings:
        if item.suggestion is not None and not item.asks:
            raw = _put(raw, item.path, item.suggestion)
    return raw


def _put(node: object, path: Path, value: object) -> object:
    if not path:
        return value
    head, *rest = path
    try:
        if is_mapping(node):
            cells = dict(node)
            # A heading that holds an identifier is masked in the path.
            key = head if head in cells else next(key for key in cells if type(key) is str and shown_key(key) == head)
            return {**cells, key: _put(cells[key], tuple(rest), value)}
        if issubclass(type(node), (list, tuple)) and type(head) is int and head >= 0:
            entries: list[object] = list(node)  # type: ignore[call-overload]  # as its type has shown
            entries[head] = _put(entries[head], tuple(rest), value)
            # The beginning of a longer list stays one.
            return Cut(entries) if is_cut(node) else entries
    except Exception:  # noqa: BLE001  # no such place, or a host's object that raises
        return node
    return node
