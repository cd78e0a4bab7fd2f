"""
A system as a value: its stages, its parts, its names; shipped ones travel by name.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from credrules import systems
from credrules.engine import Context, Pass, RecordRule, System, Violation, rule, violation
from credrules.findings import CredrulesError, Finding, finding
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS, guangdong_learning, guangxi
from tests.support.small import ON, SYSTEM, Member, Owner, Shop, joined_before_today


def without_sign(cells: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    A stage before the rules: the sign is not read.
    """
    return {name: cell for name, cell in cells.items() if name != "sign"}


def remark(done: Pass) -> tuple[Finding, ...]:
    """
    A stage after the rules: what was given and not read is remarked.
    """
    gone = sorted(set(done.given) - set(done.cells))
    return (*done.findings, *(finding("ROSTER.NONE_WORD", path=(name,)) for name in gone))


STAGED = evolve(SYSTEM, before=(without_sign,), after=(remark,))


def test_stages_stand_around_the_rules() -> None:
    """
    A stage before sees the cells under the record's names, one after sees what became of them.
    """
    report = STAGED.check({"店名": "甲店"}, on=ON)

    assert ("keys", "without_sign", "cells", "rules", "remark") == STAGED.stages
    assert report.value is not None
    assert None is report.value.sign
    assert ("ROSTER.NONE_WORD", ("sign",)) == (report.findings[-1].code, report.findings[-1].path)
    assert ("店名",) == report.findings[-1].sent_path


@pytest.mark.parametrize("system", [*SYSTEMS, *guangdong_learning.SYSTEM.parts, ROSTERS, SYSTEM], ids=repr)
def test_a_shipped_system_travels_by_name(system: System[Any]) -> None:
    """
    It comes back as itself, and so does a report's way to check again.
    """
    report = system.check({}, on=ON)

    assert pickle.loads(pickle.dumps(system)) is system
    assert copy.deepcopy(system) is system
    assert len(pickle.dumps(system)) < 200
    assert pickle.loads(pickle.dumps(report)).repaired() == report.repaired()


def test_a_variant_travels_by_its_parts() -> None:
    """
    A system a host has changed is equal to its copy, with the rules by name.
    """
    again = pickle.loads(pickle.dumps(STAGED))

    assert STAGED == again == copy.deepcopy(STAGED) != SYSTEM
    assert again.rules[0] is joined_before_today
    assert again.check({"店名": "甲店"}, on=ON) == STAGED.check({"店名": "甲店"}, on=ON)
    assert "<system small: Shop, 2 rules>" == repr(STAGED)


def test_a_variant_of_a_rule_travels() -> None:
    """
    A rule that differs from the named one keeps what it changes; one made in a function has no name to travel by.
    """
    loud = evolve(joined_before_today, codes=("VALUE.NOT_NAMES",), requires=())
    again = pickle.loads(pickle.dumps(loud))

    assert isinstance(again, RecordRule)
    assert (loud, ("VALUE.NOT_NAMES",)) == (again, again.codes)
    assert "<rule VALUE.NOT_NAMES joined_before_today>" == repr(again)

    @rule("TEXT.EMPTY")
    def local(shop: Shop, _: Context) -> Violation | None:
        return None if shop.sign else violation("sign")

    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(local)


def test_the_list_of_systems() -> None:
    """
    There is one list; what hangs on a system is in its parts, and each knows its records.
    """
    assert [guangxi.SYSTEM, guangdong_learning.SYSTEM] == [
        system for system in systems.SYSTEMS if system.name in {"guangxi", "guangdong_learning"}
    ]
    assert ["guangdong_learning.unit", "guangdong_learning.request"] == [
        part.name for part in guangdong_learning.SYSTEM.parts
    ]
    assert (guangxi.PersonalRecord,) == guangxi.SYSTEM.records
    assert len(guangdong_learning.SYSTEM.records) == 3
    assert len({system.name for system in systems.SYSTEMS}) == len(systems.SYSTEMS)


@rule("TEXT.EMPTY", "VALUE.NOT_NAMES", requires=("name",))
def _named(person: Owner | Member, _: Context) -> list[Violation]:
    return [violation("name"), violation("name", code="VALUE.NOT_NAMES", suggestion=person.name)]


def test_a_rule_may_look_at_several_records_under_several_codes() -> None:
    """
    A union stands for several types; a violation without a code has the rule's first.
    """
    own = evolve(SYSTEM, rules=(_named,))
    report = own.check({"sign": "甲", "owner": {"name": "张三"}, "members": [{"name": "李四"}, {}]}, on=ON)

    assert (Owner, Member) == _named.records
    assert [
        ("TEXT.EMPTY", ("owner", "name")),
        ("VALUE.NOT_NAMES", ("owner", "name")),
        ("TEXT.EMPTY", ("members", 0, "name")),
        ("VALUE.NOT_NAMES", ("members", 0, "name")),
        ("ROSTER.REQUIRED", ("members", 1, "name")),
    ] == [(item.code, item.path) for item in report.findings]


def test_structure_and_back() -> None:
    """
    A draft is a value; what cannot be read raises with every problem; labels are of either language.
    """
    shop = SYSTEM.structure({"店名": "甲店", "店员": [{"姓名": "李四"}]})

    assert Shop(sign="甲店", members=(Member(name="李四"),)) == shop
    assert {"sign": "甲店", "members": [{"name": "李四"}]} == SYSTEM.unstructure(shop)
    assert {"店名": "甲店", "店员": [{"姓名": "李四"}]} == SYSTEM.unstructure(shop, "zh")
    assert shop == SYSTEM.structure(SYSTEM.unstructure(shop, "en"))
    with pytest.raises(CredrulesError) as caught:
        SYSTEM.structure({"members": [{"count": "x", "since": "y"}]})
    assert 2 == len(caught.value.findings)
    with pytest.raises(CredrulesError):
        SYSTEM.unstructure(shop, "fr")  # type: ignore[arg-type]  # the fault
