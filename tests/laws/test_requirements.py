"""
Every requirement is carried by something that exists, and every open point has its reading.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules.catalogue import RULES
from tools.documents import requirements

SYSTEMS = {data["name"]: data["requirement"] for data in requirements.systems()}
ENTRIES = [entry for entries in SYSTEMS.values() for entry in entries]
AMBIGUITIES = requirements.ambiguities()


def test_guangxi_is_whole() -> None:
    """
    The requirements of the Guangxi collection run from GX-001 to GX-156, in order.
    """
    assert [f"GX-{number:03}" for number in range(1, 157)] == [entry["id"] for entry in SYSTEMS["guangxi"]]


def test_guangdong_learning_is_whole() -> None:
    """
    The requirements of the Guangdong continuing-education system run from CE-001 to CE-099, in order.
    """
    assert [f"CE-{number:03}" for number in range(1, 100)] == [entry["id"] for entry in SYSTEMS["guangdong_learning"]]


def test_lianyungang_is_whole() -> None:
    """
    The requirements of the Lianyungang promotion of workers' grades run from LYG-001 to LYG-082, in order.
    """
    assert [f"LYG-{number:03}" for number in range(1, 83)] == [entry["id"] for entry in SYSTEMS["lianyungang"]]


def test_guangdong_titles_is_whole() -> None:
    """
    The requirements of the online title application run from GD-001 to GD-061, in order.
    """
    assert [f"GD-{number:03}" for number in range(1, 62)] == [entry["id"] for entry in SYSTEMS["guangdong_titles"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_requirement_is_carried(entry: dict[str, Any]) -> None:
    """
    A requirement names carriers that exist, or says why it is the host's.
    """
    assert [] == requirements.problems(entry)


@pytest.mark.parametrize("entry", AMBIGUITIES, ids=lambda entry: str(entry["number"]))
def test_ambiguity_has_its_reading(entry: dict[str, Any]) -> None:
    """
    An open point is a switch, a documented reading, or waits for a system not built yet.
    """
    assert [] == requirements.ambiguity_problems(entry)


def test_ambiguities_are_whole() -> None:
    """
    The 50 open points are listed; those that touch a system that is built are not put off.
    """
    assert list(range(1, 51)) == [entry["number"] for entry in AMBIGUITIES]
    assert [] == [
        entry["number"]
        for entry in AMBIGUITIES
        if any(name.startswith(("GX-", "CE-", "GD-", "LYG-")) for name in entry["requirements"]) and entry.get("later")
    ]


def test_rules_name_known_requirements() -> None:
    """
    A requirement id on a catalogue row stands in data/requirements, as far as its system is there.
    """
    known = {entry["id"] for entry in ENTRIES}
    heads = {entry["id"].partition("-")[0] for entry in ENTRIES}
    named = {name for row in RULES.values() for name in row.requirements}

    assert set() == {name for name in named if name.partition("-")[0] in heads} - known


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("rule", "GX.NO.SUCH"),
        ("field", "guangxi.records.Basic.no_such"),
        ("field", "nowhere.Basic.name"),
        ("field", "name"),
        ("machine", "guangxi.PROFILE"),
        ("table", "NO_SUCH"),
        ("table", "tables"),
        ("api", "credrules.nowhere"),
        ("api", "os.path"),
        ("test", "tests/laws/test_requirements.py::test_no_such"),
        ("test", "tests/no_such.py::test_x"),
        ("switch", "guangxi.no_such"),
        ("wish", "anything"),
    ],
)
def test_what_is_missing_is_seen(kind: str, name: str) -> None:
    """
    A carrier that is not there is noticed.
    """
    assert not requirements.exists(kind, name)


def test_what_is_there_is_seen() -> None:
    """
    A carrier that is there is found.
    """
    assert requirements.exists("rule", "TEXT.EXTRA_SPACE")
    assert requirements.exists("api", "credrules.text.check")
    assert requirements.exists("test", "tests/laws/test_requirements.py::test_what_is_there_is_seen")
