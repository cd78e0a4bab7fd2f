"""
Tables that a host makes long: many rows of a code, long chains of parents and successors, many equal names.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from typing import Any

import pytest

from credrules import codes
from credrules.codes.divisions import LEVELS
from credrules.findings import CredrulesError

ON = dt.date(2020, 1, 1)


def _day(number: int) -> str:
    return (dt.date(1950, 1, 1) + dt.timedelta(days=number)).isoformat()


def _calls(work: Callable[[], object]) -> int:
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def _periods(count: int) -> list[dict[str, str]]:
    return [{"code": "c", "name": f"甲{it}", "valid_from": _day(it), "valid_to": _day(it + 1)} for it in range(count)]


def _chain(count: int, **cells: str) -> list[dict[str, str]]:
    return [
        {
            "code": f"99{it:06}",
            "name": f"甲{it}县",
            "parent": f"99{it - 1:06}" if it else "",
            "valid_from": "1990",
            **cells,
        }
        for it in range(count)
    ]


def _following(count: int) -> list[dict[str, str]]:
    rows = [{**row, "parent": "", "valid_to": "2000"} for row in _chain(count)]
    return [{**row, "successors": f"99{it + 1:06}"} for it, row in enumerate(rows)]


def _namesakes(count: int) -> list[dict[str, str]]:
    half = count // 2
    others = [{"code": f"c{it}", "name": f"子{it}", "aliases": "甲乙丙"} for it in range(half)]
    return [*others, *({"code": f"d{it}", "name": "甲乙丙"} for it in range(half))]


def _cities(count: int) -> list[dict[str, str]]:
    cities = [
        {"code": f"45{it:05}", "name": "甲乙市", "short": "甲乙", "level": "prefecture", "parent": "450000"}
        for it in range(count)
    ]
    below = [
        {"code": f"45x{it:05}", "name": "丙丁县", "level": "county", "parent": f"45{it:05}"} for it in range(count)
    ]
    return [*cities, *below]


def _ask_place(table: codes.CodeTable) -> object:
    last = table.search("甲乙县", limit=1) or table.search("甲", limit=1)
    return [table.check(item.entry.code) for item in last], table.check("甲乙县"), table.ancestors("99000009")


WORKS: dict[str, tuple[codes.CodeTable, Callable[[int], list[dict[str, str]]], Callable[[codes.CodeTable], object]]] = {
    "rows of one code": (codes.SEX, _periods, lambda table: (table.check("c", on=ON), table.at(ON).check("甲5"))),
    "one name": (codes.SEX, _namesakes, lambda table: (table.check("男"), table.check("甲乙丙"), table.search("甲乙"))),
    "parents": (codes.DIVISIONS, _chain, _ask_place),
    "parents of one name": (codes.DIVISIONS, lambda count: _chain(count, name="甲乙县"), _ask_place),
    "successors": (
        codes.DIVISIONS,
        _following,
        lambda _: codes.translate("99000000", codes.DIVISIONS.extend(_following(9)), codes.DIVISIONS),
    ),
    "cities of one name": (codes.DIVISIONS, _cities, lambda table: table.check("广西甲乙市丙丁县")),
}


@pytest.mark.parametrize("name", WORKS)
def test_tables_are_extended_and_asked_in_linear_time(name: str) -> None:
    """
    Ten times as many further rows that agree in something take some ten times the calls, not a hundred times.
    """
    table, rows, ask = WORKS[name]

    def asked(count: int) -> int:
        given = rows(count)
        return _calls(lambda: ask(table.extend(given)))

    asked(20)  # what is read once is read now
    base, few, many = (asked(count) for count in (20, 180, 1_620))

    assert many - base < 13 * (few - base)


def test_rows_of_a_code_may_come_in_any_order() -> None:
    """
    The newest row of a code is the newest by its dates, in whatever order the host gives the rows.
    """
    rows = _periods(5)
    tables = [codes.SEX.extend(given) for given in (rows, rows[::-1], [*rows[3:], *rows[:3]])]

    assert ["甲4"] * 3 == [table["c"].name for table in tables]
    assert [[f"甲{it}" for it in range(5)]] * 3 == [[row.name for row in table.history("c")] for table in tables]


@pytest.mark.parametrize(
    ("since", "until", "clashes"),
    [
        ("1950", "1960", []),
        ("1950", "1990", [2]),
        ("1991", "1992", [2]),
        ("1985", "1985", []),
        ("1995", "1995", [2]),
        ("", "1990", [2]),
        ("", "1980", []),
        ("1985", "", [2]),
        ("", "", [2]),
        ("2000", "", []),
        ("1988", "1989", []),
    ],
)
@pytest.mark.parametrize("turned", ["as given", "turned"])
def test_rows_of_a_code_may_not_be_in_force_together(since: str, until: str, clashes: list[int], turned: str) -> None:
    """
    Each row that is in force together with an earlier one is told, whichever comes first; a common day is none.
    """
    rows = [
        {"code": "c", "name": "甲", "valid_from": "1980", "valid_to": "1985"},
        {"code": "c", "name": "乙", "valid_from": "1989", "valid_to": "2000"},
    ]
    third = {"code": "c", "name": "丙", "valid_from": since, "valid_to": until}
    given = [*rows, third] if turned == "as given" else [*rows[::-1], third]
    try:
        codes.SEX.extend(given)
        found = []
    except CredrulesError as error:
        found = [item.path[0] for item in error.findings]

    assert clashes == found


def test_all_rows_that_clash_are_told() -> None:
    """
    A row that clashes still counts for the rows after it.
    """
    days = (("1980", "1985"), ("1984", "1995"), ("1990", "1991"), ("1995", "1996"))
    rows = [{"code": "c", "name": "甲", "valid_from": since, "valid_to": until} for since, until in days]
    with pytest.raises(CredrulesError) as caught:
        codes.SEX.extend(rows)

    assert [1, 2] == [item.path[0] for item in caught.value.findings]


def test_a_chain_of_divisions_has_an_end() -> None:
    """
    The full name of a division names as many levels as there can be, however long the host's chain of parents is.
    """
    table: Any = codes.DIVISIONS.extend(_chain(3_000))
    shown = "".join(f"甲{it}县" for it in range(2_999 - LEVELS, 3_000))

    assert [shown, shown] == [table.full_name("99002999"), table.full_name("99002999", ON)]
    assert "99002999" == table.check("99002999").value
    assert 2_999 == len(table.ancestors("99002999"))


def test_parents_may_change_places() -> None:
    """
    Two divisions that were each other's parents at different times have names and are read.
    """
    first, second = "990001", "990002"
    rows = [
        {"code": first, "name": "甲县", "parent": second, "valid_from": "1950", "valid_to": "1960"},
        {"code": second, "name": "乙县", "parent": first, "valid_from": "1950", "valid_to": "1960"},
        {"code": first, "name": "甲县", "valid_from": "1970"},
        {"code": second, "name": "乙县", "valid_from": "1970"},
    ]
    table: Any = codes.DIVISIONS.extend(rows)

    assert (first, second) == (table.check("甲县").value, table.check("乙县").value)
    assert table.full_name(first, dt.date(1955, 1, 1)).endswith("乙县甲县")
