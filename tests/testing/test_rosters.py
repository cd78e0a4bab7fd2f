"""
Drawn rosters are sound but for the faults put in, and those are found where they were put.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credrules import rosters
from credrules.catalogue import RULES
from credrules.findings import CredrulesError
from credrules.testing import strategies
from credrules.testing.strategies import FAULTS, Roster
from credrules.testing.strategies.tables import spellings

ON = dt.date(2025, 6, 30)
BIG = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@BIG
@given(st.sampled_from([ON, dt.date(2012, 6, 1)]).flatmap(lambda on: st.tuples(st.just(on), strategies.rosters(on=on))))
def test_a_sound_roster_is_accepted(drawn: tuple[dt.date, Roster]) -> None:
    """
    Neither the table nor a row has anything above a remark, and every column is read.
    """
    on, roster = drawn
    answer = rosters.check_table(roster.headings, roster.rows, on=on)
    reports = list(answer.rows)

    assert () == answer.table
    assert len(roster.rows) == len(reports) == len(roster.people)
    assert [] == [item.code for report in reports for item in (*report.errors, *report.warnings)]
    assert len(roster.headings) == len(rosters.match_columns(roster.headings).fields)


@pytest.mark.parametrize("code", FAULTS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_each_fault_is_found(code: str, data: st.DataObject) -> None:
    """
    A fault is found in its row, at its heading, by its code; it is the row's only one, and no other row has an error.
    """
    roster = data.draw(strategies.rosters(on=ON, faults=[code]))
    reports = list(rosters.check_table(roster.headings, roster.rows, on=ON).rows)
    fault = roster.faults[0]
    told = {
        (row, item.code, item.path) for row, report in enumerate(reports) for item in (*report.errors, *report.warnings)
    }

    assert 1 == len(roster.faults)
    assert {(fault.row, code, (fault.heading,))} == told


@BIG
@given(st.integers(0, 6).flatmap(lambda count: st.tuples(st.just(count), strategies.rosters(on=ON, faults=count))))
def test_as_many_faults_as_asked(drawn: tuple[int, Roster]) -> None:
    """
    So many rows have a fault, each one; a program that finds them all finds exactly these.
    """
    count, roster = drawn
    reports = list(rosters.check_table(roster.headings, roster.rows, on=ON).rows)
    told = {(row, item.code) for row, report in enumerate(reports) for item in (*report.errors, *report.warnings)}

    assert count == len(roster.faults) == len({fault.row for fault in roster.faults})
    assert {(fault.row, fault.code) for fault in roster.faults} == told


@given(strategies.rosters(on=ON, least=2, most=4))
def test_size_and_shape(roster: Roster) -> None:
    """
    There are as many rows as asked, each with a cell for each heading, and the mappings hold the same cells.
    """
    assert 2 <= len(roster.rows) <= 4
    assert {len(roster.headings)} == {len(row) for row in roster.rows}
    assert list(roster.rows) == [tuple(row.values()) for row in roster.mappings()]
    assert [roster.headings] * len(roster.rows) == [tuple(row) for row in roster.mappings()]


def test_no_more_room_than_needed() -> None:
    """
    The least wins over the most, and faults over both: every fault has its row.
    """
    seen: set[int] = set()

    @settings(max_examples=20, database=None)
    @given(strategies.rosters(on=ON, least=3, most=1, faults=["ROSTER.SEX"] * 4))
    def look(roster: Roster) -> None:
        seen.add(len(roster.rows))

    look()

    assert {4} == seen


def test_rosters_differ() -> None:
    """
    Columns come in many orders and numbers, headings in many spellings, dates in more than one notation.
    """
    seen: list[Roster] = []

    @settings(max_examples=100, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.rosters(on=ON))
    def look(roster: Roster) -> None:
        seen.append(roster)

    look()
    headings = {heading for roster in seen for heading in roster.headings}

    assert len({len(roster.headings) for roster in seen}) > 5
    assert len({roster.headings for roster in seen}) > 20
    assert len(headings & set(spellings("name"))) > 3
    assert any(roster.headings[0] not in spellings("name") for roster in seen)
    assert {"1", "2"} == {person.sex for roster in seen for person in roster.people}


@pytest.mark.parametrize("name", ["name", "title_name", "unit_name"])
def test_spellings_are_read_as_their_field(name: str) -> None:
    """
    Each spelling is that field alone, the label first.
    """
    known = spellings(name)

    assert len(known) > 10
    assert {name} == {field for text in known for field in rosters.match_columns([text]).fields.values()}


def test_faults_are_rows_of_the_catalogue() -> None:
    """
    The code of every fault is in the catalogue, and none of them is a mere remark.
    """
    assert {"error", "warning"} == {RULES[code].severity.value for code in FAULTS}


@given(strategies.rosters(on=ON, faults=1))
def test_rosters_are_values(roster: Roster) -> None:
    """
    A roster compares, hashes, pickles and copies, and its repr shows nobody.
    """
    again = pickle.loads(pickle.dumps(roster))

    assert roster == again == copy.deepcopy(roster)
    assert hash(roster) == hash(again)
    assert f"<roster of {len(roster.rows)} rows, {len(roster.headings)} columns, 1 faults>" == repr(roster)


@pytest.mark.parametrize("faults", [["ROSTER.SEXES"], ["ROSTER.SEX", "GX.F.AGE"]])
def test_unknown_faults(faults: Any) -> None:  # noqa: ANN401  # codes
    """
    A fault that no row can be given is refused when the strategy is made.
    """
    with pytest.raises(CredrulesError) as caught:
        strategies.rosters(on=ON, faults=faults)

    assert ["TESTING.NO_EXAMPLE"] == [item.code for item in caught.value.findings]
    assert faults[-1] in caught.value.findings[0].message("zh")
