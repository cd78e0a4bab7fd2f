"""
A stage after the rules looks at the raw cells it declares, and is left out where a source has none of them.
"""

from __future__ import annotations

import datetime as dt
import pickle
import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve

from credrules.engine import Pass, Stage, System, stage
from credrules.engine.stages import ALL_CELLS
from credrules.findings import Finding, finding
from credrules.rosters.records.row import RosterRow
from credrules.rosters.system import SYSTEM
from tools.measuring.people import person

ON = dt.date(2026, 11, 29)
STAGES = [item for item in SYSTEM.after if isinstance(item, Stage)]
ROWS: list[dict[str, object]] = [
    {"name": "甲市第一中学", "unit_name": "张三", "sex": "450000199307010014", "citizen_id": "男"},
    {"name": "张三", "ethnicity": "汉", "education": "硕士", "degree": "无", "unit_name": "无", "department": "同上"},
    {"name": "张三", "citizen_id": "X1234567", "ethnicity": "", "birth_date": "93.07", "issued_on": "12.07"},
    {"name": "张三", "school": "教育学", "major": "甲大学", "unit_name": "人事科", "mobile": "0771-1234567"},
]


class Watched(dict[str, object]):
    """
    A mapping that notes which keys are asked for.
    """

    seen: set[str]

    def __getitem__(self, key: str) -> object:
        self.seen.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: object = None) -> object:
        """
        Note the key, and look it up.
        """
        self.seen.add(key)
        return super().get(key, default)

    def items(self) -> Any:  # noqa: ANN401  # the view of a dict
        """
        Note that all keys are asked for.
        """
        self.seen |= {"*"}
        return super().items()


def watched(cells: Mapping[str, Any], seen: set[str]) -> Watched:
    """
    Return the cells, noting in `seen` what is looked at.
    """
    made = Watched(cells)
    made.seen = seen
    return made


def test_every_stage_of_a_roster_declares_its_cells() -> None:
    """
    No stage after the rules is a bare function.
    """
    assert len(SYSTEM.after) == len(STAGES)


@pytest.mark.parametrize("item", STAGES, ids=repr)
@pytest.mark.parametrize("row", ROWS, ids="|".join)
def test_a_stage_looks_at_what_it_declares(item: Stage, row: dict[str, object]) -> None:
    """
    A recorder watches the raw cells; a stage of all cells may look at any.
    """
    seen: set[str] = set()
    report = SYSTEM.check(row, on=ON)
    given = {name: row.get(name) for name in row}
    done = Pass(watched(given, seen), watched(given, seen), report.value, ON, SYSTEM.profile, report.findings)
    item(done)

    assert item.cells == ALL_CELLS or seen <= {*item.cells}


def test_a_stage_without_its_cells_is_left_out() -> None:
    """
    Where a source has none of the cells, the stage is not called; without a list of fields every stage is.
    """
    called: list[str] = []

    @stage(cells=("unit_name",))
    def of_units(done: Pass) -> tuple[Finding, ...]:
        called.append("unit")
        return (*done.findings, finding("ROSTER.UNIT_NONE", path=("unit_name",)))

    @stage(cells=())
    def of_findings(done: Pass) -> tuple[Finding, ...]:
        called.append("findings")
        return done.findings

    system: System[RosterRow] = evolve(SYSTEM, after=(of_units, of_findings), home="")
    system.check_present({"name": "张三"}, frozenset({"name"}), on=ON)
    assert called == ["findings"]
    report = system.check_present({"name": "张三"}, frozenset({"name", "unit_name"}), on=ON)
    system.check({"name": "张三"}, on=ON)

    assert ["findings", "unit", "findings", "unit", "findings"] == called
    assert "ROSTER.UNIT_NONE" in [item.code for item in report.findings]
    assert ("of_units", "of_findings") == system.stages[-2:]


@pytest.mark.parametrize("item", STAGES, ids=repr)
def test_a_stage_travels_by_name(item: Stage) -> None:
    """
    Pickled and read again it is itself; a stage with other cells is what it was.
    """
    other = evolve(item, cells=("name",))

    assert pickle.loads(pickle.dumps(item)) is item
    assert repr(item) == f"<stage {item.__name__}>"
    assert pickle.loads(pickle.dumps(other)) == other
    assert other != item


def _plain(done: Pass) -> tuple[Finding, ...]:
    found: tuple[Finding, ...] = done.findings
    return found


def test_a_stage_of_a_plain_function_travels_with_it() -> None:
    """
    A stage that has no name of its own takes its function along.
    """
    made = stage(cells=("name",))(_plain)

    assert pickle.loads(pickle.dumps(made)) == made


def _sound() -> Iterator[dict[str, object]]:
    rng = random.Random(1)  # noqa: S311  # the same rows every time
    for serial in range(20):
        one = person(rng, "school", serial)
        yield {"name": one["name"], "citizen_id": one["id"], "sex": one["sex"], "unit_name": one["unit"]}


def test_some_fields_or_all_say_the_same_of_the_filled_ones() -> None:
    """
    Told which fields there are, the engine says of them what it says without; of the others it says nothing.
    """
    for row in _sound():
        whole = SYSTEM.check(row, on=ON)
        some = SYSTEM.check_present(row, frozenset(row), on=ON)
        assert some.findings == tuple(item for item in whole.findings if item.path[0] in row)
        assert some.value == whole.value
