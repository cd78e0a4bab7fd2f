"""
Backup and restore as values: a record to plain data and back without loss, and what differs.

Files, names and folders are the application's. A restore replaces the whole
draft and never merges field by field; `diff` lets the application warn before.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(3).
Limitations: a record built by hand with values of another type than declared
(a text where a date belongs) comes back with the declared type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from attrs import frozen

from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.findings import CredrulesError, Path, finding, path_text
from credrules.keys import items_of, plain
from credrules.masking import masked_repr
from credrules.systems.guangxi.records.whole import PersonalRecord
from credrules.values import exact_text

__all__ = ["FORMAT", "Difference", "diff", "dump", "load"]
__dir__ = __all__.copy

FORMAT: Final = "credrules.guangxi"


def dump(record: PersonalRecord, *, after: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """
    Return a backup of a record: plain data for JSON with a revision that only increases.

    `after` is the previous backup; an unchanged record keeps its revision, a
    changed one gets the next. Without it the revision is 1.

    >>> from credrules.systems.guangxi.records.whole import Basic
    >>> first = dump(PersonalRecord(Basic(name="张三")))
    >>> first["revision"], dump(PersonalRecord(Basic(name="李四")), after=first)["revision"]
    (1, 2)
    """
    data: dict[str, Any] = plain(record)
    revision = 1
    if after is not None:
        load(after)  # what is no backup is refused
        revision = after["revision"] + (after["record"] != data)
    return {"format": FORMAT, "revision": revision, "record": data}


def load(backup: object) -> PersonalRecord:
    """
    Return the record of a backup, exactly as it was; CredrulesError if it is not a backup.

    >>> from credrules.systems.guangxi.records.whole import Basic
    >>> record = PersonalRecord(Basic(name="张三"))
    >>> load(dump(record)) == record
    True
    """
    data = dict(_named(backup))
    if exact_text(data.get("format")) != FORMAT:
        raise CredrulesError([finding("GX.IO.BACKUP")])
    try:
        record: PersonalRecord = _build(PersonalRecord, data["record"])
    except Exception:  # noqa: BLE001  # foreign data may raise anything; they are not a backup
        raise CredrulesError([finding("GX.IO.BACKUP")]) from None
    return record


def _named(data: object) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in items_of(data) or () if type(key) is str]


def _build(kind: type, data: object) -> Any:  # noqa: ANN401  # the record's type
    given = dict(_named(data))
    values: dict[str, Any] = {spec.name: _read(spec, given.pop(spec.name, None)) for spec in fields_of(kind)}
    for part in sections_of(kind):
        inner = given.pop(part.name, None)
        if part.many:
            values[part.name] = tuple(_build(part.record, item) for item in (() if inner is None else inner))
        else:
            values[part.name] = _build(part.record, {} if inner is None else inner)
    if given or items_of(data) is None:
        raise TypeError(kind.__name__)  # what has no field here would be lost
    return kind(**values)


def _read(spec: FieldSpec, stored: object) -> object:
    # A value that reading would correct is kept as it was: a draft may contain errors.
    value = spec.leaf.check(stored).value
    if value is not None and spec.leaf.dump(value) == stored:
        return value
    return tuple(stored) if isinstance(stored, list) else stored


@frozen(repr=False)
class Difference:
    """
    One field that differs: its path, the value before and the value after (None for none).
    """

    path: Path
    before: object
    after: object

    def __repr__(self) -> str:
        where = path_text(self.path).removesuffix(": ")
        return f"Difference({where}, {_shown(self.before)} -> {_shown(self.after)})"


def _shown(value: object) -> str:
    # Addresses and names have no digits to mask, so only whether there is a value is shown.
    return "None" if value is None else masked_repr("…" if isinstance(value, str) else value)


def diff(
    before: PersonalRecord | Mapping[str, Any], after: PersonalRecord | Mapping[str, Any]
) -> tuple[Difference, ...]:
    """
    Return the fields in which two records (or backups) differ, in form order.

    >>> from credrules.systems.guangxi.records.whole import Basic
    >>> one, other = PersonalRecord(Basic(name="张三")), PersonalRecord(Basic(name="李四"))
    >>> [item.path for item in diff(one, other)], diff(one, dump(one))
    ([('basic', 'name')], ())
    """
    return tuple(_differences(PersonalRecord, _record(before), _record(after), ()))


def _record(given: PersonalRecord | Mapping[str, Any]) -> PersonalRecord:
    return cast("PersonalRecord", given) if issubclass(type(given), PersonalRecord) else load(given)


def _differences(kind: type, before: object, after: object, path: Path) -> list[Difference]:
    found: list[Difference] = []
    for spec in fields_of(kind):
        old, new = getattr(before, spec.name, None), getattr(after, spec.name, None)
        if old != new:
            found.append(Difference((*path, spec.name), old, new))
    for part in sections_of(kind):
        old, new = getattr(before, part.name), getattr(after, part.name)
        if not part.many:
            found += _differences(part.record, old, new, (*path, part.name))
            continue
        for index in range(max(len(old), len(new))):
            one = old[index] if index < len(old) else None
            other = new[index] if index < len(new) else None
            found += _differences(part.record, one, other, (*path, part.name, index))
    return found
