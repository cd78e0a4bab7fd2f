"""
Keys: from what somebody gives to the record's own names, and from a record back to plain data.

A form may come with English names, labels of either language or aliases, with
its one-record sections laid flat, with keys nobody knows and keys given twice.
Nothing is dropped on the way: what does not fit is kept beside and told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import frozen

from credrules.fields import FieldSpec, SectionSpec, fields_of, heading_key, sections_of, spec_of
from credrules.findings import Finding, finding
from credrules.leaves import is_blank
from credrules.masking import mask_text, type_name
from credrules.values import Lang, exact_text

__all__ = ["Keyed", "Labels", "Prepare", "dumped", "items_of", "keyed_of", "plain"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class Keyed:
    """
    Data under the record's own names, what did not fit, and what was wrong with the keys.
    """

    found: dict[str, Any]
    rest: dict[Any, Any]
    problems: list[Finding]


@frozen
class _Pairs:
    """
    A section put together from a flat form; a key may stand twice.
    """

    items: list[tuple[Any, Any]]


def keyed_of(record: type, data: object) -> Keyed:
    """
    Sort `data` under the record's own names; never raises.

    Keys may be English names, labels in either language, or aliases. Keys of
    the one-record sections may stand at the top (a flat form).

    >>> from credrules.rosters import RosterRow
    >>> keyed = keyed_of(RosterRow, {"姓名": "张三", "星座": "白羊"})
    >>> keyed.found, [item.code for item in keyed.problems]
    ({'name': '张三'}, ['RECORD.UNKNOWN_KEY'])
    """
    if type(data) is record:
        return Keyed(plain(data), {}, [])
    items = items_of(data)
    if items is None:
        wrong = [] if is_blank(data) else [finding("RECORD.NOT_A_MAPPING", kind=type_name(data)[:40])]
        return Keyed({}, {}, wrong)
    return _sort_keys(record, items)


def items_of(data: object) -> list[tuple[Any, Any]] | None:
    """
    Return the items of a mapping, None for what is none or cannot be read.

    >>> items_of({"a": 1}), items_of([1])
    ([('a', 1)], None)
    """
    # The type is asked, not the object: a hostile object lies about its class.
    if type(data) is _Pairs:
        return data.items
    try:
        known = issubclass(type(data), Mapping)
        return [(key, value) for key, value in data.items()] if known else None  # type: ignore[attr-defined]  # a Mapping
    except Exception:  # noqa: BLE001  # a hostile mapping is as unreadable as a number
        return None


def _sort_keys(record: type, items: list[tuple[Any, Any]]) -> Keyed:
    spec = spec_of(record)
    names, flat, own = spec.names, spec.flat_names, spec.exact_names
    keyed = Keyed({}, {}, [])
    written: dict[str, Any] = {}
    loose: dict[str, list[tuple[Any, Any]]] = {}
    for key, value in items:
        name = own.get(key) if type(key) is str else None
        reduced = "" if name is not None else heading_key(key)
        name = name or names.get(reduced)
        if name is None and reduced in flat:
            loose.setdefault(flat[reduced], []).append((key, value))
        elif name is None:
            keyed.problems.append(finding("RECORD.UNKNOWN_KEY", path=(_shown(key),), key=_shown(key)))
            _keep(keyed.rest, key, value)
        elif name not in keyed.found or is_blank(keyed.found[name]):
            keyed.found[name], written[name] = value, key
        elif not is_blank(value):
            keyed.problems.append(finding("RECORD.TWICE_GIVEN", path=(name,), key=_shown(key)))
            # It stays where the next reading finds it again, after the one that counts.
            _keep(keyed.rest, written[name] if exact_text(key) == name else key, value)
    for name, pairs in loose.items():
        part = spec.parts[name]
        given = keyed.found.get(name)
        inner = items_of(plain(given) if type(given) is part.record else given)
        if inner is None and not is_blank(given):
            keyed.problems.append(finding("RECORD.NOT_A_MAPPING", path=(name,), kind=type_name(given)[:40]))
        keyed.found[name] = _Pairs([*(inner or ()), *pairs])
    return keyed


def _keep(rest: dict[Any, Any], key: object, value: object) -> None:
    try:
        rest[key] = value
    except Exception:  # noqa: BLE001  # a key that cannot be hashed came from no dict
        return


def _shown(key: object) -> str:
    # A row of data taken for headings puts identifiers where keys belong.
    return mask_text((exact_text(key) or f"<{type_name(key)[:40]}>")[:60])


Labels: TypeAlias = Lang | None
"""The language of the labels that stand as keys; None for the English names of the fields."""


def plain(value: Any, labels: Labels = None) -> Any:  # noqa: ANN401  # any record
    """
    Return a record as plain data, empty fields left out; the keys are English names, or labels of the form.

    What a record built by hand holds in the wrong place is handed on as it is.

    >>> from credrules.rosters import RosterRow
    >>> plain(RosterRow(name="张三")), plain(RosterRow(name="张三"), "zh")
    ({'name': '张三'}, {'姓名': '张三'})
    """
    data: dict[str, Any] = {}
    for spec in fields_of(type(value)):
        inner = getattr(value, spec.name)
        if inner is not None:
            data[spec.label.text(labels) if labels else spec.name] = dumped(spec, inner)
    for part in sections_of(type(value)):
        inner = getattr(value, part.name)
        if part.many and (type(inner) is list or type(inner) is tuple):
            shown: object = [_plain_entry(part, item, labels) for item in inner]
        else:
            shown = _plain_entry(part, inner, labels)
        if not is_blank(shown) and not (type(shown) is dict and not shown):
            data[part.label.text(labels) if labels else part.name] = shown
    return data


def _plain_entry(part: SectionSpec, value: object, labels: Labels) -> object:
    return plain(value, labels) if type(value) is part.record else value


def dumped(spec: FieldSpec, value: object) -> object:
    """
    Return a field's typed value as plain data; what is not of the field's type stays as it is.
    """
    try:
        return spec.leaf.dump(value)
    except Exception:  # noqa: BLE001  # a record built by hand may hold anything; the check will say so
        return value


@frozen
class Prepare:
    """
    Brings raw input to the record's own keys, so that suggestions find their place.
    """

    record: type

    def __call__(self, data: object) -> object:
        """
        Return `data` keyed like the record; unknown keys and second values are kept.
        """
        return _prepared(self.record, data)


def _prepared(record: type, data: object) -> object:
    if type(data) is record:
        return plain(data)
    items = items_of(data)
    if items is None:
        return data
    keyed = _sort_keys(record, items)
    for part in sections_of(record):
        inner = keyed.found.get(part.name)
        if part.many and (type(inner) is part.record or items_of(inner) is not None):
            inner = [inner]
        if type(inner) is list or type(inner) is tuple:
            keyed.found[part.name] = [_prepared(part.record, item) for item in inner]
        elif inner is not None:
            keyed.found[part.name] = _prepared(part.record, inner)
    return {**keyed.found, **keyed.rest}
