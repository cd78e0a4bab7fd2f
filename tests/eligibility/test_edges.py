"""
Every rule of high or medium confidence at its edge: the day before, the day, a month-only date, 29 February.

The expected days are reckoned from the authored row by the twin's own calendar.
A rule that holds a figure nobody knows is REVIEW where it would be IN.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from credrules.eligibility import REQUIREMENTS, Eligibility, assess
from credrules.findings import Decision
from tests.support import eligibility_people as people
from tests.support.eligibility_people import Row, decides_in, key_of, person_for, years_before, years_of
from tests.support.eligibility_twin import plus

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
ONE = dt.timedelta(days=1)


def _ask(row: Row, facts: dict[str, Any], on: dt.date) -> Eligibility:
    """
    Ask the one rule alone, so that no other alternative helps.
    """
    rule = REQUIREMENTS[key_of(row)]
    name = rule.names[0] if rule.names and not rule.names[0].startswith("!") else rule.targets[0]
    return assess(facts, target=name, on=on, jurisdiction=rule.jurisdiction, scheme=rule.scheme, rules=(rule,))


def _met(row: Row) -> Decision:
    return REVIEW if row["unknown"] else IN


def _short(row: Row) -> Decision:
    # An exception alone refuses nobody.
    return REVIEW if row["exception"] else OUT


def _to_year_end(row: Row, year: int) -> bool:
    # Guangdong from 2022 on: titles count to the end of the year.
    return row["cutoff"] == "YEAR_END" or (
        row["jurisdiction"] == "CN-GD" and row["route"] == "REVIEW" and bool(row["prior"]) and year >= 2022
    )


def _on(row: Row, year: int) -> dt.date:
    # A cut-off that a source names for another of its rows is looked at on that day.
    return dt.date.fromisoformat(row["cutoff"]) if row["cutoff_unsure"] else dt.date(year, 12, 15)


def _cases(kind: str) -> Iterator[object]:
    for row in people.DECIDING:
        if decides_in(row) and people.clock_of(row):
            plain = not row["level_by"] and not row["total_by"] and not row["counting"]
            if (kind == "by") is not plain:
                yield pytest.param(row, id=key_of(row))


def _last_start(row: Row, on: dt.date) -> dt.date:
    """
    Return the last day of beginning with which a rule is met on a day.
    """
    years = years_of(row)
    if _to_year_end(row, on.year):
        return min(years_before(dt.date(on.year + 1, 1, 1), years), on)
    if row["cutoff"] == "PREVIOUS_YEAR_END":
        # Who has the years on New Year's Day only is tested below.
        return min(years_before(dt.date(on.year - 1, 12, 31), years), dt.date(on.year - 1, 12, 31))
    end = on if row["cutoff"] == "DAY" else dt.date.fromisoformat(row["cutoff"])
    return min(years_before(end, years), on)


@pytest.mark.parametrize("row", list(_cases("years")))
def test_the_day_and_the_day_before(row: Row) -> None:
    """
    Who began on the last possible day qualifies; who began a day later does not yet.
    """
    for year in {decides_in(row)[0], decides_in(row)[-1]}:
        on = _on(row, year)
        start = _last_start(row, on)
        # Whether the last day of the year before counts as done is not said: who lacks that one day is open.
        open_ = row["cutoff"] == "PREVIOUS_YEAR_END" and years_of(row) != "0"
        late = start + (2 if open_ else 1) * ONE

        assert _met(row) is _ask(row, person_for(row, start.isoformat()), on).decision
        assert _short(row) is _ask(row, person_for(row, late.isoformat()), on).decision
        assert not open_ or REVIEW is _ask(row, person_for(row, (start + ONE).isoformat()), on).decision


@pytest.mark.parametrize("row", list(_cases("years")))
def test_a_month_only_date(row: Row) -> None:
    """
    A date known to the month qualifies when its last day does, not when its first day does not, else it is open.
    """
    on = _on(row, decides_in(row)[-1])
    start = _last_start(row, on)
    month = start.isoformat()[:7]
    last = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    # One day more where the last day of the year before is left open.
    before, after = start.replace(day=1) - ONE, last + (40 if row["cutoff"] == "PREVIOUS_YEAR_END" else 1) * ONE
    expected = _met(row) if last == start else REVIEW

    assert expected is _ask(row, person_for(row, month), on).decision
    assert _met(row) is _ask(row, person_for(row, before.isoformat()[:7]), on).decision
    assert _short(row) is _ask(row, person_for(row, after.isoformat()[:7]), on).decision


LEAP = [
    pytest.param(row, day, id=f"{key_of(row)}-{day}")
    for row in people.DECIDING
    if row["cutoff"] == "DAY" and row["counting"] == "" and float(years_of(row)) >= 1
    for day in [
        next(
            (
                d
                for d in (dt.date(year, 2, 29) for year in range(2000, 2028, 4))
                if plus(d, years_of(row)).year in decides_in(row)
            ),
            None,
        )
    ]
    if day is not None and not _to_year_end(row, plus(day, years_of(row)).year)
]


@pytest.mark.parametrize(("row", "day"), LEAP)
def test_29_february(row: Row, day: dt.date) -> None:
    """
    Who began on 29 February has the years on the 28th of a common year, on the 29th of a leap year.
    """
    due = plus(day, years_of(row))
    answer = _ask(row, person_for(row, day.isoformat()), due - ONE)

    assert (2, 29 if due.year % 4 == 0 else 28) == (due.month, due.day)
    assert _met(row) is _ask(row, person_for(row, day.isoformat()), due).decision
    assert _short(row) is answer.decision
    assert answer.earliest == (due if _met(row) is IN else None)


def _last_named(row: Row, year: int) -> dt.date:
    """
    Return the day named by a row; 达5年 counts calendar years, the first and the last included.
    """
    if row["counting"]:
        return dt.date(year + 1 - int(row["level_years"]), 12, 31)
    return dt.date.fromisoformat(row["level_by"] or row["total_by"])


@pytest.mark.parametrize("row", list(_cases("by")))
def test_a_day_named_by_the_row(row: Row) -> None:
    """
    A certificate obtained, or work begun, by the day named counts; a day later it does not, and waiting does not help.

    A month or a year counts when its last day does.
    """
    year = decides_in(row)[-1]
    on, last = dt.date(year, 12, 31), _last_named(row, year)
    late = _ask(row, person_for(row, (last + ONE).isoformat()), on)

    assert _met(row) is _ask(row, person_for(row, last.isoformat()), on).decision
    assert _met(row) is _ask(row, person_for(row, last.isoformat()[:4]), on).decision
    assert _met(row) is _ask(row, person_for(row, last.isoformat()[:7]), on).decision
    assert _short(row) is _ask(row, person_for(row, (last + ONE).isoformat()[:7]), on).decision
    assert (_short(row), None) == (late.decision, late.earliest)


LEAP_DAYS = tuple(dt.date(year, 2, 29) for year in range(1948, 2041, 4))


@pytest.mark.parametrize("row", [*_cases("years"), *_cases("by")])
def test_leap_days_around_the_edge(row: Row) -> None:
    """
    Who began on the last 29 February before the edge qualifies, who began on the next one does not.
    """
    year = decides_in(row)[-1]
    named = row["level_by"] or row["total_by"] or row["counting"]
    on = dt.date(year, 12, 31) if named else _on(row, year)
    last = _last_named(row, year) if named else _last_start(row, on)
    before, after = max(day for day in LEAP_DAYS if day <= last), min(day for day in LEAP_DAYS if day > last)

    assert _met(row) is _ask(row, person_for(row, before.isoformat()), on).decision
    assert _met(row) is _ask(row, person_for(row, before.isoformat()[:7]), on).decision
    assert _short(row) is _ask(row, person_for(row, after.isoformat()), on).decision


ASKED_ON_A_LEAP_DAY = [
    pytest.param(row, max(days), id=key_of(row))
    for row in people.DECIDING
    if people.clock_of(row) and not (row["level_by"] or row["total_by"] or row["counting"] or row["cutoff_unsure"])
    if (days := [day for day in LEAP_DAYS if day.year in decides_in(row)])
]


@pytest.mark.parametrize(("row", "on"), ASKED_ON_A_LEAP_DAY)
def test_asked_on_29_february(row: Row, on: dt.date) -> None:
    """
    On 29 February itself the edge is where it is on any other day.
    """
    start = _last_start(row, on)
    late = start + (2 if row["cutoff"] == "PREVIOUS_YEAR_END" else 1) * ONE

    assert _met(row) is _ask(row, person_for(row, start.isoformat()), on).decision
    assert _short(row) is _ask(row, person_for(row, late.isoformat()), on).decision


@pytest.mark.parametrize("row", [pytest.param(row, id=key_of(row)) for row in people.DECIDING if not decides_in(row)])
def test_a_row_that_no_source_shows_in_a_year(row: Row) -> None:
    """
    Where no source shows the year of an approximate period, who has the years and who has not are both open.
    """
    for year in (2010, 2018, 2024):
        on = dt.date(year, 12, 15)
        start = years_before(on, years_of(row))
        dates = (start, start + ONE, dt.date(2000, 2, 29))
        texts = [*(day.isoformat() for day in dates), start.isoformat()[:7]]
        assert {REVIEW} == {_ask(row, person_for(row, text), on).decision for text in texts}


@pytest.mark.parametrize("row", [pytest.param(row, id=key_of(row)) for row in people.DECIDING])
def test_the_first_and_the_last_day_in_force(row: Row) -> None:
    """
    A rule is among those compared on its first and its last day, not the day before and the day after.
    """
    rule = REQUIREMENTS[key_of(row)]
    inside = [rule.since.earliest()] if rule.since else []
    inside += [rule.until.latest()] if rule.until else []
    outside = [rule.since.earliest() - ONE] if rule.since else []
    outside += [rule.until.latest() + ONE] if rule.until else []

    assert {True} >= {bool(_ask(row, person_for(row), day).verdicts) for day in inside}
    assert {False} >= {bool(_ask(row, person_for(row), day).verdicts) for day in outside}


def test_every_sure_rule_has_every_kind_of_case() -> None:
    """
    Every rule of high or medium confidence has its day before, its day, a month-only date and 29 February above.

    The others ask for nothing that takes time (their first and last day in force are looked at), or no source shows a
    year in which they decide (that they do not is looked at).
    """
    tested = {key_of(case.values[0]) for kind in ("years", "by") for case in _cases(kind)}  # type: ignore[attr-defined]  # parameters
    timeless = {key_of(row) for row in people.DECIDING if not people.clock_of(row)}
    undated = {key_of(row) for row in people.DECIDING if not decides_in(row)}
    every = {key_of(row) for row in people.DECIDING}

    assert (244, 198) == (len(every), len(tested))
    assert every - tested == timeless | undated
    assert {"EL-024", "EL-030", "EL-031", "EL-034", "EL-035", "EL-256", "EL-278"} == timeless - undated
