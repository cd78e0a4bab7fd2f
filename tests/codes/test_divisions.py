"""
Divisions in time: what a code meant on a day, what became of it, where it came from.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import pickle
from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import DivisionTable, Entry, Status
from credrules.codes.divisions import DivisionContent
from credrules.codes.entry import sort_key
from credrules.dates import PartialDate

TABLE = codes.DIVISIONS
NOW = dt.date(2026, 10, 6)
ROWS = [row for row in TABLE.content.entries if row.status is not Status.ATTESTED]
ATTESTED = [row for row in TABLE.content.entries if row.status is Status.ATTESTED]
DAYS = st.dates(dt.date(1981, 1, 1), NOW)


def _codes(rows: tuple[Entry, ...]) -> list[str]:
    return [row.code for row in rows]


def test_counts() -> None:
    """
    6,696 rows of 6,453 codes from 1981 on and 936 attested rows of 863 codes.
    """
    assert (6696, 6453) == (len(ROWS), len({row.code for row in ROWS}))
    assert (936, 863) == (len(ATTESTED), len({row.code for row in ATTESTED}))


def test_in_force_at_the_horizon() -> None:
    """
    3,214 divisions in force: 34 of province, 333 of prefecture, 2,847 of county level.
    """
    levels = Counter(entry["level"] for entry in TABLE.at(NOW))

    assert {"province": 34, "prefecture": 333, "county": 2847} == levels
    assert 3214 == len(TABLE.at(NOW))


def test_abolished_codes() -> None:
    """
    191 abolished prefectures, 3,048 abolished counties, no abolished province.
    """
    gone = Counter(TABLE[code]["level"] for code in {row.code for row in ROWS} if TABLE[code].valid_to)

    assert {"prefecture": 191, "county": 3048} == gone


def test_renames_and_returns() -> None:
    """
    206 renames under the same code; 37 codes came back after a gap.
    """
    rows = defaultdict(list)
    for row in ROWS:
        rows[row.code].append(row)
    pairs = [pair for same in rows.values() for pair in itertools.pairwise(same)]

    assert (206, 37) == (
        sum(a.valid_to == b.valid_from for a, b in pairs),
        sum(a.valid_to is not None and b.valid_from is not None and a.valid_to < b.valid_from for a, b in pairs),
    )


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("419001", dt.date(1989, 1, 1), "义马市"),
        ("419001", dt.date(2000, 1, 1), "济源市"),
        ("511402", dt.date(1996, 6, 1), "枳城区"),
        ("511402", dt.date(2001, 6, 1), "东坡区"),
    ],
)
def test_a_code_used_for_another_unit(code: str, day: dt.date, name: str) -> None:
    """
    A code given out again means another unit: the name needs code and day.
    """
    assert name == TABLE.at(day)[code].name


def test_between_two_uses() -> None:
    """
    In the gap between two uses a code means nothing.
    """
    assert TABLE.row("419001", dt.date(1993, 1, 1)) is None
    assert "" == TABLE.full_name("419001", dt.date(1993, 1, 1))
    assert "419001" not in TABLE.at(dt.date(1993, 1, 1))
    assert () == TABLE.successors("419001", dt.date(1993, 1, 1)) == TABLE.predecessors("419001", dt.date(1993, 1, 1))
    assert () == TABLE.current("419001", dt.date(1993, 1, 1))


@given(st.sampled_from(ROWS), DAYS)
def test_row_agrees_with_a_slow_search(row: Entry, day: dt.date) -> None:
    """
    The row of a day is the only one whose interval holds it.
    """
    slow = [item for item in ROWS if item.code == row.code and item.in_force(day)]

    assert len(slow) <= 1
    assert (slow[0] if slow else None) == TABLE.row(row.code, day)


@settings(max_examples=12, deadline=None)
@given(DAYS)
def test_at_agrees_with_a_slow_search(day: dt.date) -> None:
    """
    The table as of a day holds the rows whose interval holds the day, and no attested ones.
    """
    assert {row.code: row for row in ROWS if row.in_force(day)} == {entry.code: entry for entry in TABLE.at(day)}


@pytest.mark.parametrize("year", [1981, 1984, 1990, 1997, 2000, 2015])
def test_parents_at_a_time(year: int) -> None:
    """
    Every division of a year stands under one of the same year, every county under a province at last.
    """
    table = TABLE.at(dt.date(year, 12, 31))
    tops = {row.code: (table.ancestors(row.code) or (row,))[-1]["level"] for row in table}

    assert {"province"} == set(tops.values())
    assert [] == [row.code for row in table if row.parent and row.parent not in table]


def test_counties_without_a_prefecture() -> None:
    """
    118 counties hang directly under a province; their parents are stored, not sliced off the digits.
    """
    table = TABLE.at(NOW)
    direct = [row for row in table if row["level"] == "county" and row.parent.endswith("0000")]

    assert 118 == len(direct)
    assert "429004" in _codes(tuple(direct))


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("110103", None, ["110101"]),
        ("452122", None, ["450127"]),
        ("440100", None, []),
        ("999999", None, []),
        ("511402", dt.date(1996, 6, 1), ["500102"]),
    ],
)
def test_successors(code: str, on: dt.date | None, expected: list[str]) -> None:
    """
    A merged or renumbered unit has one successor, one in force none; of a reused code the day decides.
    """
    assert expected == _codes(TABLE.successors(code, on))


def test_one_two_and_many_successors() -> None:
    """
    A split unit has all its receivers: of the ended rows 206 have two and 101 three or more, none has none.
    """
    counts = Counter(min(len(row["successors"].split()), 3) for row in ROWS if row.valid_to)

    assert {1: 3175, 2: 206, 3: 101} == counts


def test_successors_across_levels() -> None:
    """
    A county can become part of a prefecture-level city, a prefecture part of a province: levels may change.
    """
    levels = {(row["level"], after["level"]) for row in ROWS for after in TABLE._divisions.successors(row)}

    assert {("county", "county"), ("county", "prefecture"), ("prefecture", "province")} <= levels


def test_every_successor_existed_later() -> None:
    """
    Every row that ended has successors, and each of them was in force right when it ended.
    """
    wrong = [
        (row.code, row.valid_to, after.code)
        for row in ROWS
        if row.valid_to
        for after in TABLE._divisions.successors(row) or (row,)
        if not sort_key(after.valid_from) <= sort_key(row.valid_to) < sort_key(after.valid_to or PartialDate(2200))
    ]

    assert [] == wrong


def test_predecessors_are_the_inverse() -> None:
    """
    A row is among the predecessors of each of its successors, and the other way round.
    """
    forward = {(row, after) for row in ROWS for after in TABLE._divisions.successors(row)}
    backward = {(before, row) for row, found in TABLE._divisions.predecessors.items() for before in found}

    assert forward == backward


def test_predecessors_of_a_day() -> None:
    """
    The predecessors are those of the row a day means.
    """
    assert ["452122"] == _codes(TABLE.predecessors("450127", dt.date(2010, 1, 1)))
    assert ["110103"] == _codes(TABLE.predecessors("110101"))
    assert () == TABLE.predecessors("999999") == TABLE.predecessors(None) == TABLE.predecessors("440000")


@given(st.sampled_from(ROWS))
def test_current_ends_in_force(row: Entry) -> None:
    """
    Followed to the end, every unit since 1981 lies in divisions that are in force; one that never ended is its own.
    """
    day = (row.valid_from or PartialDate(1981)).latest()
    found = TABLE.current(row.code, day if row.in_force(day) else None)

    assert found
    assert {None} == {item.valid_to for item in found}
    if not TABLE[row.code].valid_to:
        assert (TABLE[row.code],) == TABLE.current(row.code)


def test_current_through_a_chain() -> None:
    """
    Chains of renumberings are followed to their end: 452122 became 450127 and then 450181.
    """
    assert ["450181"] == _codes(TABLE.current("452122"))


@given(st.sampled_from(ROWS))
def test_lineage_holds_before_and_after(row: Entry) -> None:
    """
    The lineage of a code holds its rows, all its successors and all its predecessors, by time, each once.
    """
    found = TABLE.lineage(row.code)

    assert set(TABLE.history(row.code)) <= set(found)
    assert set(TABLE._divisions.successors(row)) <= set(found)
    assert set(TABLE._divisions.predecessors.get(row, ())) <= set(found)
    assert sorted(found, key=lambda item: (str(item.valid_from or ""), item.code)) == list(found)
    assert len(set(found)) == len(found)


def test_lineage_of_nothing() -> None:
    """
    An unknown code comes from nowhere.
    """
    assert () == TABLE.lineage("999999") == TABLE.lineage(object())


def test_successors_on_a_narrowed_table() -> None:
    """
    A table as of a day still knows what became of its divisions: the day tells which row is meant.
    """
    table = TABLE.at(dt.date(1996, 6, 1))
    assert isinstance(table, DivisionTable)

    assert ["500102"] == _codes(table.successors("511402"))
    assert TABLE.lineage("511402") == table.lineage("511402")
    assert "枳城区" == getattr(table.row("511402"), "name", None)
    assert "四川省涪陵市枳城区" == table.full_name("511402")


def test_full_name_at_a_day() -> None:
    """
    A full name is made of the names of that day.
    """
    assert ["四川省重庆市江北区", "重庆市江北区", "", ""] == [
        TABLE.full_name("510211", dt.date(1990, 1, 1)),
        TABLE.full_name("500105", dt.date(2005, 1, 1)),
        TABLE.full_name("500105", dt.date(1990, 1, 1)),
        TABLE.full_name("999999"),
    ]


def test_full_name_of_an_ended_unit() -> None:
    """
    Without a day an ended unit has the names of its last time.
    """
    assert "北京市崇文区" == TABLE.full_name("110103")


@pytest.mark.parametrize(
    ("code", "intervals"),
    [
        ("419001", ((1987, 1990), (1996, None))),
        ("110101", ((1981, None),)),
        ("110103", ((1981, 2010),)),
        ("999999", ()),
        (None, ()),
        (110101, ()),
    ],
)
def test_intervals(code: object, intervals: tuple[tuple[int | None, int | None], ...]) -> None:
    """
    The years of a code: renames make no gap, a return does; an unknown code has none.
    """
    assert intervals == TABLE.intervals(code)


@given(st.sampled_from(ROWS + ATTESTED))
def test_intervals_agree_with_the_rows(row: Entry) -> None:
    """
    The intervals of a code cover each of its rows, and begin and end with one of them.
    """
    rows, found = TABLE.history(row.code), TABLE.intervals(row.code)
    firsts = {item.valid_from.year if item.valid_from else None for item in rows}
    lasts = {item.valid_to.year if item.valid_to else None for item in rows}

    assert {first for first, _ in found} <= firsts
    assert {last for _, last in found} <= lasts
    for item in rows:
        assert any(
            (first is None or (item.valid_from and first <= item.valid_from.year))
            and (last is None or (item.valid_to and item.valid_to.year <= last))
            for first, last in found
        )


@pytest.mark.parametrize("code", ["450101", "139002", "830000"])
def test_attested_codes_are_accepted(code: str) -> None:
    """
    Codes that only documents attest are read with a note, never refused, and do not count as divisions in force.
    """
    report = TABLE.check(code)

    assert (code, True) == (report.value, report.ok)
    assert "CODE.EXTENSION" in [found.code for found in report.findings]
    assert code not in TABLE.at(NOW)


def test_attested_codes_point_to_the_standard() -> None:
    """
    An attested code leads to the standard's code of the same unit, or to today's.
    """
    for row in ATTESTED:
        wanted = (row["same_unit"] or row["today"]).split()
        found = [item.code for item in TABLE._divisions.successors(row)]

        assert [code for code in wanted if code in TABLE] == found


def test_beyond_the_horizon() -> None:
    """
    Asked for a day after the data end or before they begin, a check says so.
    """
    assert ["CODE.HORIZON"] == [found.code for found in TABLE.check("450103", on=dt.date(2027, 1, 1)).findings]
    assert ["CODE.BEFORE_RECORDS"] == [found.code for found in TABLE.check("450000", on=dt.date(1975, 1, 1)).findings]


def test_provinces_are_split_one_by_one() -> None:
    """
    Rows read province by province are the rows of the whole, and an unknown prefix has none.
    """
    content = TABLE._divisions
    by_province = [
        row for prefix in sorted({row.code[:2] for row in content.entries}) for row in content.province(prefix)
    ]

    assert list(content.entries) == by_province
    assert [] == list(content.province("99")) == list(content.province(""))


def test_divisions_as_a_host_has_them() -> None:
    """
    A host may add a division; places, history and successors work on the new table as on the shipped one.
    """
    rows = [{"code": "450199", "name": "新设区", "parent": "450100", "short": "新设", "level": "county"}]
    table = TABLE.extend(rows)
    assert isinstance(table, DivisionTable)

    assert "450199" == table.check("广西南宁新设区").value
    assert "广西壮族自治区南宁市新设区" == table.full_name("450199")
    assert TABLE.successors("110103") == table.successors("110103")
    assert table == pickle.loads(pickle.dumps(table))


def test_a_division_without_a_row_above() -> None:
    """
    A parent that a narrowed content does not hold is no parent; the name stands alone.
    """
    content = TABLE._divisions
    alone = DivisionContent(content.about, content.rows("450103"))

    assert "青秀区" == alone.shown(content.rows("450103")[-1])
    assert () == alone.successors(content.rows("110103")[-1])


@functools.cache
def _names() -> dict[str, set[str]]:
    names = defaultdict(set)
    for row in TABLE.at(NOW):
        names[TABLE.full_name(row.code, NOW)].add(row.code)
    return dict(names)


def test_full_names_are_unique() -> None:
    """
    No two divisions in force bear the same full name.
    """
    assert [] == [name for name, found in _names().items() if len(found) > 1]


@given(st.sampled_from(sorted(_names().items())))
def test_full_names_read_as_their_code(item: tuple[str, set[str]]) -> None:
    """
    The full name of a division in force is read as its code, without a word.
    """
    name, (code,) = item
    report = TABLE.check(name, on=NOW)

    assert (code, ()) == (report.value, report.findings)


@settings(deadline=None)
@given(st.sampled_from([row for row in ROWS if not row.valid_to]))
def test_names_read_as_their_code_or_are_listed(row: Entry) -> None:
    """
    The bare name of a division in force is read as its code, or all it may mean is listed, itself among it.
    """
    report = TABLE.check(row.name, on=NOW)
    if report.value is None:
        assert row.code in report.findings[0].params["codes"]
    else:
        wider = TABLE[report.value]
        assert row == wider or TABLE._divisions.is_below(row, wider)


def test_a_look_up_on_a_day_unpacks_one_code_alone() -> None:
    """
    A code as of a day is answered from its own rows; the rows of all codes agree with it once they are asked for.
    """
    table = codes.DIVISIONS.at(dt.date(1989, 7, 3))

    assert ("义马市", None) == (table["419001"].name, table.get("110199"))
    assert "entries" not in vars(table.content)
    assert table["419001"] == next(entry for entry in table if entry.code == "419001")
    assert [entry.code for entry in table] == [
        code for code in dict.fromkeys(entry.code for entry in codes.DIVISIONS.whole.entries) if table.get(code)
    ]
    assert table.content == pickle.loads(pickle.dumps(table.content))
    assert table.content.wordings == codes.DIVISIONS.content.wordings


def test_the_decoded_divisions_travel() -> None:
    """
    The content of the shipped table comes back from a pickle as an equal one.
    """
    content = TABLE.content
    again = pickle.loads(pickle.dumps(content))

    assert content == again
    assert hash(content) == hash(again)


def test_a_text_that_is_no_code_leaves_nothing_behind() -> None:
    """
    Whatever is asked of a table narrowed to a day, only rows of its codes are kept.
    """
    table = codes.DIVISIONS.at(dt.date(2001, 2, 3))
    for number in range(200):
        assert table.check(f"不是地名{number}").value is None
        assert table.get(f"9{number:05}") is None

    assert set() == set(vars(table.content)["_rows"]) - {entry.code for entry in codes.DIVISIONS.whole.entries}
