"""
One pass over a record: read every cell, judge every rule, lose nothing.

`check_record` is the only engine: faces of systems, streams and rosters call
it. Problems of shape, unreadable cells and broken rules are collected
together, in form order.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from credrules.engine.profile import Profile
from credrules.engine.reading import Reading, read
from credrules.engine.rules import Context
from credrules.engine.system import RecordSystem
from credrules.fields import fields_of, sections_of
from credrules.findings import Path, Report, Rerun, finding
from credrules.keys import Prepare
from credrules.values import FrozenMap, day_of

__all__ = ["check_record", "form_order", "read_record"]


def __dir__() -> list[str]:
    return sorted(__all__)


def _walk(record: Any, path: Path) -> Iterator[tuple[Any, Path]]:  # noqa: ANN401  # any record
    yield record, path
    for part in sections_of(type(record)):
        inner = getattr(record, part.name)
        if part.many:
            for index, item in enumerate(inner):
                yield from _walk(item, (*path, part.name, index))
        else:
            yield from _walk(inner, (*path, part.name))


def _judge(record: Any, reading: Reading, on: dt.date) -> None:  # noqa: ANN401  # any record
    context = Context(on, reading.profile, record)
    for inner, path in _walk(record, ()):
        empty = {name for name in reading.system.required_by_rules(type(inner)) if getattr(inner, name) is None}
        for rule in reading.system.rules_for(type(inner)):
            if empty.isdisjoint(rule.requires):
                for answer in rule.function(inner, context):
                    where = (*path, *answer.path)
                    if not rule.reports_missing or where not in reading.unread:
                        reading.add(finding(rule.code, path=where, suggestion=answer.suggestion, **answer.params))


def form_order(record: type, path: Path) -> tuple[int, ...]:
    """
    Return a sort key that puts paths in the order of the form.

    A path that leaves the form (an unknown key) comes after everything beside it.
    """
    key: list[int] = []
    current: type | None = record
    for step in path:
        if isinstance(step, int):
            key.append(step)
            continue
        places = _places_of(current) if current is not None else _NOWHERE
        place, current = places.get(step, (len(places), None))
        key.append(place)
    return tuple(key)


_NOWHERE: Final[FrozenMap[str, tuple[int, type | None]]] = FrozenMap()


@functools.cache
def _places_of(record: type) -> Mapping[str, tuple[int, type | None]]:
    """
    Return name -> (place on the form, the section's record) for fields, then sections.
    """
    inner: dict[str, type | None] = {spec.name: None for spec in fields_of(record)}
    inner |= {part.name: part.record for part in sections_of(record)}
    return MappingProxyType({name: (place, kind) for place, (name, kind) in enumerate(inner.items())})


def check_record(data: object, *, system: RecordSystem, on: dt.date, profile: Profile) -> Report[Any]:
    """
    Read and judge one record; never raises, whatever `data` is.

    `data` is a mapping (English keys, labels of either language, aliases) or
    a record of the system. The report's value is the record as far as it
    could be read.
    """
    on = day_of(on)
    reading = Reading(system, profile, on)
    record = read(system.record, data, (), reading)
    _judge(record, reading, on)
    ordered = sorted(reading.findings, key=lambda item: form_order(system.record, item.path))
    rerun = Rerun(_check_again, FrozenMap(system=system, on=on, profile=profile), prepare=Prepare(system.record))
    return Report(data, record, tuple(ordered), tuple(reading.changes), rerun)


def read_record(data: object, record: type) -> Report[Any]:
    """
    Read one record without judging it: shape and values only, no rule, no day.
    """
    reading = Reading(RecordSystem(record, rules=(), mandatory=""), _UNJUDGED, None)
    value = read(record, data, (), reading)
    ordered = sorted(reading.findings, key=lambda item: form_order(record, item.path))
    rerun = Rerun(read_record, FrozenMap(record=record), prepare=Prepare(record))
    return Report(data, value, tuple(ordered), tuple(reading.changes), rerun)


_UNJUDGED: Final = Profile("unjudged")


def _check_again(data: object, *, system: RecordSystem, on: dt.date, profile: Profile) -> Report[Any]:
    return check_record(data, system=system, on=on, profile=profile)
