"""
One base of all leaves: `read` is a leaf's own, the verbs are the base's.
"""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes, leaves
from credrules.fields import all_fields
from credrules.findings import CredrulesError
from credrules.leaves import Answer, CodeLeaf, IdentifierLeaf, Leaf, TextLeaf
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS
from tests.support import hostile

ON = dt.date(2012, 6, 1)
ALL: list[Leaf] = list(
    dict.fromkeys(
        spec.leaf for system in (*SYSTEMS, ROSTERS) for record in system.records for spec in all_fields(record)
    )
)
CELLS = (
    st.sampled_from(["张三", "壮族", "1993-07", "是", "3", "450000199307010014", "x", ""]) | st.integers() | st.none()
)


@pytest.mark.parametrize("leaf", ALL, ids=lambda leaf: type(leaf).__name__)
@given(cell=CELLS)
def test_the_verbs_say_what_read_says(leaf: Leaf, cell: object) -> None:
    """
    Report, truth value and typed value are three views on one answer, and the report can be asked again.
    """
    answer, report = leaf.read(cell, ON), leaf.check(cell, on=ON)

    assert (cell, *answer) == (report.raw, report.value, report.findings, report.changes)
    assert report.ok is leaf.is_valid(cell, on=ON)
    assert report == pickle.loads(pickle.dumps(report))
    assert report.repaired().repaired() == report.repaired()
    if report.ok and report.value is not None:
        assert report.value == leaf.parse(cell, on=ON)
    else:
        with pytest.raises(CredrulesError):
            leaf.parse(cell, on=ON)


@pytest.mark.parametrize("leaf", ALL, ids=lambda leaf: type(leaf).__name__)
def test_any_object_is_answered(leaf: Leaf) -> None:
    """
    A leaf reads any object, with a day or without, and dumps what it read as plain data.
    """
    for value in hostile.everything():
        for on in (ON, None):
            assert isinstance(leaf.read(value, on), Answer)
    assert isinstance(leaf.schema(), dict)


def test_only_what_many_people_share_is_kept() -> None:
    """
    Codes, dates and flags repeat; texts, names and numbers of people do not, and nothing of them is kept.
    """
    assert {True} == {leaf.repeats for leaf in (CodeLeaf(codes.SEX), leaves.MONTH, leaves.FLAG)}
    assert {False} == {leaf.repeats for leaf in (leaves.TEXT, leaves.NAMES, leaves.COUNT, leaves.CITIZEN_ID)}
    assert not any(leaf.repeats for leaf in ALL if isinstance(leaf, (TextLeaf, IdentifierLeaf)))


def test_a_leaf_has_to_say_how_it_reads() -> None:
    """
    The base reads nothing and has no schema; cells beside a cell make no difference to most leaves.
    """
    bare: Any = Leaf()

    with pytest.raises(NotImplementedError):
        bare.read("x", None)
    with pytest.raises(NotImplementedError):
        bare.schema()
    assert "x" == bare.dump("x")
    assert leaves.FLAG.read("是", ON) == leaves.FLAG.read_among("是", {"name": "张三"}, ON)
