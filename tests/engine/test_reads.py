"""
A rule looks at what it declares: a recorder watches every field it touches.
"""

from __future__ import annotations

import datetime as dt
import inspect
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credrules.engine import Context, RecordRule, System, Violation
from credrules.fields import spec_of
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS
from credrules.systems.guangdong_learning.rules import attachments
from credrules.testing import strategies
from tests.support.small import SYSTEM as SMALL

ON = dt.date(2012, 6, 1)
ALL: tuple[System[Any], ...] = (
    *(part for system in SYSTEMS for part in (system, *system.parts)),
    attachments._ALONE,
    ROSTERS,
    SMALL,
)
RULES = [(system, rule) for system in ALL for rule in system.rules]


def _paths(record: type, head: str = "") -> Iterator[tuple[type, str, str]]:
    """
    Yield (record type, field or section, its path) of a record and all below it.
    """
    spec = spec_of(record)
    yield from ((record, name, head + name) for name in spec.places)
    for part in spec.sections:
        yield from _paths(part.record, f"{head}{part.name}.")


@contextmanager
def recorded(kinds: set[type], seen: set[tuple[type, str]]) -> Iterator[None]:
    """
    Note every field of the record types that is looked at.
    """
    patch = pytest.MonkeyPatch()
    for kind in kinds:

        def get(self: object, name: str, kind: type = kind) -> object:
            seen.add((kind, name))
            return object.__getattribute__(self, name)

        patch.setattr(kind, "__getattribute__", get)
    try:
        yield
    finally:
        patch.undo()


def undeclared(rule: RecordRule, record: Any, context: Context) -> set[str]:  # noqa: ANN401  # any record
    """
    Return the paths a rule looked at without having declared them.
    """
    paths = {(kind, name): path for kind, name, path in _paths(type(record))}
    seen: set[tuple[type, str]] = set()
    with recorded({kind for kind, _ in paths}, seen):
        answer = rule(record, context)
        assert not inspect.isgenerator(answer)
        found = (answer,) if isinstance(answer, Violation) else tuple(answer or ())
    assert all(not item.code or item.code in rule.codes for item in found)
    declared = {*rule.requires, *rule.reads}
    allowed = declared | {path[: -len(path.partition(".")[2]) - 1] for path in declared if "." in path}
    return {paths[place] for place in seen & paths.keys()} - allowed


@pytest.mark.parametrize(("system", "rule"), RULES, ids=lambda value: getattr(value, "name", ""))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_rule_reads_what_it_declares(system: System[Any], rule: RecordRule, data: st.DataObject) -> None:
    """
    Whatever the record holds, a rule looks at the fields it requires and at those it says it reads.
    """
    for kind in rule.records:
        record = data.draw(strategies.records(kind, complete=data.draw(st.booleans())))
        if all(getattr(record, name) is not None for name in rule.requires):
            assert set() == undeclared(rule, record, Context(ON, system.profile, record))


@pytest.mark.parametrize(("system", "rule"), RULES, ids=lambda value: getattr(value, "name", ""))
def test_what_is_declared_exists(system: System[Any], rule: RecordRule) -> None:
    """
    Required fields are the record's own, those read are paths below it; a rule names a function and its record.

    A rule that a system shares with one of its parts may also look at the part's whole record.
    """
    assert rule.codes
    assert inspect.getdoc(rule.function)
    kinds = spec_of(system.record).kinds
    assert set(kinds) & set(rule.records)
    assert set(rule.records) <= {*kinds, *(part.record for part in system.parts)}
    for kind in rule.records:
        assert set(rule.requires) <= set(spec_of(kind).by_name)
    paths = {path for kind in rule.records for _, _, path in _paths(kind)}
    assert set(rule.reads) <= paths
    assert not set(rule.reads) & set(rule.requires)


@pytest.mark.parametrize(("system", "rule"), RULES, ids=lambda value: getattr(value, "name", ""))
def test_rules_travel_by_name(system: System[Any], rule: RecordRule) -> None:
    """
    A rule and its system come back as themselves.
    """
    assert pickle.loads(pickle.dumps(rule)) is rule
    assert not system.home or pickle.loads(pickle.dumps(system)) is system
