"""
Keys: from the keys of the input to the record's own names, and from a record back to plain data.

A form may come with English names, labels of either language or aliases, with
its one-record sections laid flat, with unknown keys and keys given twice.
Nothing is dropped: what does not fit is kept separately and reported.
"""

from __future__ import annotations

import contextlib
from collections.abc import Container, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from credrules.fields import FieldSpec, RecordSpec, SectionSpec, fields_of, heading_key, sections_of, spec_of
from credrules.findings import Finding, Path, finding, language
from credrules.leaf import is_blank, is_sequence
from credrules.lists import Cut, is_cut
from credrules.masking import shown_key, type_name
from credrules.values import Lang, exact_text
from credrules.wording import place_text

__all__ = ["Keyed", "Labels", "RecordForm", "dumped", "items_of", "keyed_of", "plain", "sent_path"]
__dir__ = __all__.copy


@frozen
class Keyed:
    """
    Data under the record's own names, what did not fit, and what was wrong with the keys.

    `written` maps each name to the key that was sent, `loose` lists the keys of
    a one-record section that were at the top level.
    """

    found: dict[str, Any]
    rest: dict[Any, Any]
    problems: list[Finding]
    written: dict[str, Any] = field(factory=dict)
    loose: dict[str, list[Any]] = field(factory=dict)


@frozen
class _Pairs:
    """
    A section collected from a flat form; a key may appear twice.
    """

    items: list[tuple[Any, Any]]


def keyed_of(record: type, data: object) -> Keyed:
    """
    Sort `data` under the record's own names; never raises.

    Keys may be English names, labels in either language, or aliases. Keys of
    the one-record sections may be at the top level (a flat form).

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
    Return the items of a mapping; None for another object or an unreadable mapping.

    >>> items_of({"a": 1}), items_of([1])
    ([('a', 1)], None)
    """
    # The type decides, not the object: a hostile object lies about its class.
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
    written = keyed.written
    loose: dict[str, list[tuple[Any, Any]]] = {}
    for key, value in items:
        name = own.get(key) if type(key) is str else None
        reduced = "" if name is not None else heading_key(key)
        name = name or names.get(reduced)
        if name is None and reduced in flat and spec.parts[flat[reduced]].many and _are_records(value):
            name = flat[reduced]  # a label that heads a field of the list heads the list here
        if name is None and reduced in flat:
            loose.setdefault(flat[reduced], []).append((key, value))
        elif name is None:
            keyed.problems.append(finding("RECORD.UNKNOWN_KEY", path=(_shown(key),), key=_shown(key)))
            _keep(keyed.rest, key, value)
        elif name not in keyed.found or is_blank(keyed.found[name]):
            keyed.found[name], written[name] = value, key
        elif not is_blank(value):
            keyed.problems.append(finding("RECORD.TWICE_GIVEN", path=(name,), key=_shown(key)))
            # It is kept where the next reading finds it again, after the value that counts.
            _keep(keyed.rest, written[name] if exact_text(key) == name else key, value)
    for name, pairs in loose.items():
        part = spec.parts[name]
        given = keyed.found.get(name)
        if part.many:
            keyed.found[name] = _with_loose(part, given, pairs)
            continue
        inner = items_of(plain(given) if type(given) is part.record else given)
        if inner is None and not is_blank(given):
            keyed.problems.append(finding("RECORD.NOT_A_MAPPING", path=(name,), kind=type_name(given)[:40]))
        keyed.found[name] = _Pairs([*(inner or ()), *pairs])
        nested = {exact_text(key) for key, _ in inner or ()}
        keyed.loose[name] = [key for key, _ in pairs if exact_text(key) not in nested]
    return keyed


def sent_path(nodes: Mapping[Path, Keyed], path: Path, single: Container[Path]) -> Path:
    """
    Return a path in the keys that were sent, as sorted at each place; own names where nothing was sent.

    `single` holds the paths of lists for which a single record was given.
    """
    sent: list[str | int] = []
    for place, step in enumerate(path):
        node = path[:place]
        if isinstance(step, int):
            sent += [] if node in single else [step]
            continue
        keyed, above = nodes.get(node), nodes.get(node[:-1]) if node else None
        key = keyed.written.get(str(step), step) if keyed is not None else step
        if above is not None and any(key is loose for loose in above.loose.get(str(node[-1]), ())):
            sent.pop()
        sent.append(exact_text(key) or str(step))
    return tuple(sent)


def _are_records(value: object) -> bool:
    return is_sequence(value) and all(items_of(item) is not None for item in value)


def _with_loose(part: SectionSpec, given: object, pairs: list[tuple[Any, Any]]) -> list[object]:
    entries: list[object] = list(given) if is_sequence(given) else [] if is_blank(given) else [given]
    only = items_of(plain(entries[0]) if type(entries[0]) is part.record else entries[0]) if len(entries) == 1 else None
    # If there is a single entry, loose labels belong to it.
    return [*entries, _Pairs(pairs)] if only is None else [_Pairs([*only, *pairs])]


def _keep(rest: dict[Any, Any], key: object, value: object) -> None:
    with contextlib.suppress(Exception):  # an unhashable key did not come from a dict
        rest[key] = value


def _shown(key: object) -> str:
    # If a row of data is taken for the headings, identifiers are used as keys.
    return shown_key(key) or "<str>"


Labels: TypeAlias = Lang | None
"""The language of the labels used as keys; None for the English names of the fields."""


def plain(value: Any, labels: Labels = None) -> Any:  # noqa: ANN401  # any record
    """
    Return a record as plain data, empty fields left out; the keys are English names, or labels of the form.

    If a record built by hand holds a value of the wrong type, the value is returned unchanged.

    >>> from credrules.rosters import RosterRow
    >>> plain(RosterRow(name="张三")), plain(RosterRow(name="张三"), "zh")
    ({'name': '张三'}, {'姓名': '张三'})
    """
    data: dict[str, Any] = {}
    if labels is not None:
        language(labels)
    for spec in fields_of(type(value)):
        inner = getattr(value, spec.name)
        if inner is not None:
            data[spec.label.text(labels) if labels else spec.name] = dumped(spec, inner)
    for part in sections_of(type(value)):
        inner = getattr(value, part.name)
        shown: object = _plain_entry(part, inner, labels)
        if part.many and (is_sequence(inner) or is_cut(inner)):
            # The plain list of a cut one is also only the beginning of a longer one.
            shown = (Cut if is_cut(inner) else list)(_plain_entry(part, item, labels) for item in inner)
        if not is_blank(shown) and not (type(shown) is dict and not shown):
            data[part.label.text(labels) if labels else part.name] = shown
    return data


def _plain_entry(part: SectionSpec, value: object, labels: Labels) -> object:
    return plain(value, labels) if type(value) is part.record else value


def dumped(spec: FieldSpec, value: object) -> object:
    """
    Return a field's typed value as plain data; a value of another type is returned unchanged.
    """
    try:
        return spec.leaf.dump(value)
    except Exception:  # noqa: BLE001  # a record built by hand may hold anything; the check reports it
        return value


@frozen
class RecordForm:
    """
    What a report must know about the form of a record: how raw input is keyed and how its places are named.
    """

    record: type

    def __call__(self, data: object) -> object:
        """
        Return `data` keyed like the record; unknown keys and second values are kept.
        """
        return _prepared(self.record, data)

    def place(self, path: Path, lang: Lang) -> str:
        """
        Return a path in the labels of the form, numbers counted from one.

        >>> from credrules.systems.guangxi.records import PersonalRecord
        >>> RecordForm(PersonalRecord).place(("educations", 0, "graduated_on"), "zh")
        '学历信息 第1条 毕业时间'
        """
        words: list[str] = []
        spec: RecordSpec | None = spec_of(self.record)
        for step in path:
            named = spec.named.get(step) if spec is not None else None
            words.append(place_text((step,), lang) if named is None else named.label.text(lang))
            if type(step) is str:
                spec = spec_of(named.record) if isinstance(named, SectionSpec) else None
        return " ".join(words)


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
        if is_cut(inner) or is_sequence(inner):
            keyed.found[part.name] = (Cut if is_cut(inner) else list)(_prepared(part.record, item) for item in inner)
        elif inner is not None:
            keyed.found[part.name] = _prepared(part.record, inner)
    whole: dict[Any, Any] = dict(keyed.found)
    for key, value in keyed.rest.items():
        _keep(whole, key, value)
    return whole
