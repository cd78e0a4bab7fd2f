"""
Labels at the top level: which section of an applicant's file each belongs to, and which parts were begun.

The engine lays the fields of one-record sections flat; here those of the lists
(applications, results) follow: what stands loose at the top makes one entry.
"""

from __future__ import annotations

import functools
from typing import Any, Final

from credrules.engine import Profile
from credrules.fields import fields_of, heading_key, names_of, sections_of
from credrules.keys import Prepare, items_of, plain
from credrules.leaves import is_blank
from credrules.systems.guangdong_titles.records import Application, TitleFile
from credrules.values import FrozenMap

__all__ = [
    "Gathered",
    "begun",
    "exact_sequence",
    "gathered",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_LISTS: Final = ("applications", "results")
_FIRST_PARTS: Final = ("account", "basic")


@functools.cache
def _places() -> FrozenMap[str, str]:
    """
    Return reduced heading -> section, for headings of one-record sections, then of the lists.
    """
    parts = sections_of(TitleFile)
    ordered = [part for part in parts if not part.many] + [part for part in parts if part.name in _LISTS]
    found = dict(names_of(TitleFile))
    for part in ordered:
        found |= {key: part.name for key in names_of(part.record) if key not in found}
    return FrozenMap(found)


@functools.cache
def _business_words() -> frozenset[str]:
    return frozenset(key for key, name in names_of(Application).items() if name == "business")


def gathered(data: object) -> object:
    """
    Return `data` with loose fields of the lists put into one entry; anything else as it is. Never raises.

    >>> gathered({"业务": "评审", "申报级别": "中级"})
    {'applications': [{'业务': '评审', '申报级别': '中级'}]}
    """
    items = None if type(data) is TitleFile else items_of(data)
    if items is None:
        return data
    placed = [(key, value, _home(key)) for key, value in items]
    if all(name is None for _, _, name in placed):
        return data
    kept: dict[Any, Any] = {}
    loose: dict[str, dict[Any, Any]] = {}
    for key, value, name in placed:
        if name is None:
            kept[key] = value
        elif heading_key(key) in _business_words() and exact_sequence(value):
            kept.setdefault(name, value)  # 业务 may head the whole list as well as the one business
        else:
            loose.setdefault(name, {})[key] = value
    joined = {name: _joined(kept, name, entry) for name, entry in loose.items()}
    return {**kept, **joined}


def _home(key: object) -> str | None:
    word = heading_key(key)
    name = None if word in names_of(TitleFile) else _places().get(word)
    return name if name in _LISTS else None


def exact_sequence(value: object) -> bool:
    """
    Tell whether a value is a list of records or one record, not a single cell.

    >>> exact_sequence([{}]), exact_sequence({}), exact_sequence("评审")
    (True, True, False)
    """
    return type(value) is list or type(value) is tuple or items_of(value) is not None


def _joined(kept: dict[Any, Any], name: str, entry: dict[Any, Any]) -> list[Any]:
    written = next((key for key in kept if names_of(TitleFile).get(heading_key(key)) == name), None)
    given = None if written is None else kept.pop(written)
    entries = list(given) if type(given) is list or type(given) is tuple else [] if is_blank(given) else [given]
    only = items_of(entries[0]) if len(entries) == 1 else None
    # Beside a single entry, loose labels are those of that entry.
    return [*entries, entry] if only is None else [dict([*only, *entry.items()])]


class Gathered(Prepare):
    """
    Brings raw input to the record's own keys, loose fields of the lists included.
    """

    def __call__(self, data: object) -> object:
        """
        Return `data` keyed like the file.
        """
        return Prepare.__call__(self, gathered(data))


def begun(data: object, profile: Profile) -> Profile:
    """
    Return the profile for what was given: a part that nobody began has no missing items.

    An absent key is unknown, so a host may check the paper alone; a file in
    which nothing stands misses everything.
    """
    items = items_of(plain(data)) if type(data) is TitleFile else items_of(data)
    given = {_places().get(heading_key(key)) for key, _ in items or ()} - {None}
    if not given:
        return profile
    absent = [
        spec.id
        for part in sections_of(TitleFile)
        if part.name in _FIRST_PARTS and part.name not in given
        for spec in fields_of(part.record)
        if spec.id not in profile.requiredness and spec.declared.required
    ]
    return profile.require(*absent, required=False) if absent else profile
