"""
A host's own entries on a shipped table.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable, Entry, OnClash, Source, Status
from credrules.findings import CredrulesError
from credrules.values import Confidence, FrozenMap
from tests.support.naming import shown

LOCAL = Source("local", "added by the host application")


def _problems(make: object, *arguments: object, **options: object) -> list[tuple[str, tuple[object, ...]]]:
    with pytest.raises(CredrulesError) as caught:
        make(*arguments, **options)  # type: ignore[operator]  # a bound method of a table
    return [(found.code, found.path) for found in caught.value.findings]


def test_a_new_table() -> None:
    """
    `extend` makes a new table; the shipped one stays as it was.
    """
    more = codes.SEX.extend([{"code": "3", "name": "其他", "name_en": "other"}])

    assert ("其他", "3", False) == (more["3"].name, more.check("其他").value, "3" in codes.SEX)
    assert [*(entry.code for entry in codes.SEX), "3"] == [entry.code for entry in more]


def test_every_entry_keeps_its_source() -> None:
    """
    Shipped entries keep their source, added ones have their own, those that name none are local.
    """
    more = codes.SEX.extend(
        [{"code": "3", "name": "甲", "source": "本局"}, Entry("4", "乙"), Entry("5", "丙", source="x")]
    )

    assert [codes.SEX["1"].source, "本局", "local", "x"] == [more[code].source for code in "1345"]
    assert (LOCAL,) == more.about.source(more["4"])
    assert (Source("本局", "本局"),) == more.about.source(more["3"])


def test_extending_twice_names_the_local_source_once() -> None:
    """
    The source of local rows is listed once, however often a table is extended.
    """
    more = codes.SEX.extend([{"code": "3", "name": "甲"}]).extend([{"code": "4", "name": "乙"}])

    assert 1 == more.about.sources.count(LOCAL)


def test_clash_is_refused_with_its_place() -> None:
    """
    RAISE refuses the whole overlay and points at every clashing row.
    """
    rows = [{"code": "3", "name": "甲"}, {"code": "1", "name": "男人"}, {"code": "2", "name": "女人"}]

    assert [("CODE.CLASH", (1,)), ("CODE.CLASH", (2,))] == _problems(codes.SEX.extend, rows)


@pytest.mark.parametrize(("policy", "name"), [(OnClash.REPLACE, "男人"), (OnClash.KEEP, "男性")])
def test_clash_is_a_choice(policy: OnClash, name: str) -> None:
    """
    REPLACE takes the new entry, KEEP the old; both take what does not clash.
    """
    more = codes.SEX.extend([{"code": "1", "name": "男人"}, {"code": "3", "name": "甲"}], policy)

    assert (name, "甲") == (more["1"].name, more["3"].name)
    assert [entry.code for entry in codes.SEX] + ["3"] == [entry.code for entry in more]


ROWS = st.lists(
    st.builds(
        lambda code, name: {"code": code, "name": name}, st.sampled_from("0123456789"), st.sampled_from("甲乙丙丁")
    ),
    unique_by=lambda row: row["code"],
    max_size=5,
)


@given(ROWS, st.sampled_from(list(OnClash)))
def test_extend_is_a_union(rows: list[dict[str, str]], policy: OnClash) -> None:
    """
    The new table has all codes of both; on a common code the policy decides; without a common code none is needed.
    """
    common = {row["code"] for row in rows} & {entry.code for entry in codes.SEX}
    if common and policy is OnClash.RAISE:
        assert len(common) == len(_problems(codes.SEX.extend, rows, policy))
        return
    more = codes.SEX.extend(rows, policy)
    expected = {entry.code: entry.name for entry in codes.SEX}
    for row in rows:
        if policy is OnClash.REPLACE or row["code"] not in common:
            expected[row["code"]] = row["name"]

    assert expected == {entry.code: entry.name for entry in more}
    assert more == more.extend([], OnClash.RAISE)


def test_two_rows_of_one_code_need_dates() -> None:
    """
    Several rows of one code stand beside each other in time; in force together they clash, whatever the policy.
    """
    together = [{"code": "3", "name": "甲", "valid_to": "2001"}, {"code": "3", "name": "乙", "valid_from": "2000"}]
    apart = [{"code": "3", "name": "甲", "valid_to": "2000"}, {"code": "3", "name": "乙", "valid_from": "2000"}]

    for policy in OnClash:
        assert [("CODE.CLASH", (1,))] == _problems(codes.SEX.extend, together, policy)
    assert ["甲", "乙"] == [row.name for row in codes.SEX.extend(apart).history("3")]
    assert "乙" == codes.SEX.extend(apart)["3"].name


@pytest.mark.parametrize(
    "row",
    [
        {"code": "3"},
        {"name": "甲"},
        {"code": "", "name": "甲"},
        {"code": "3", "name": None},
        {"code": "3", "name": "甲", "status": "neu"},
        {"code": "3", "name": "甲", "confidence": "sure"},
        {"code": "3", "name": "甲", "valid_from": "1.1.2000"},
        {"code": "3", "name": "甲", "valid_to": "2023-02-30"},
        {"code": "3", "name": "甲", "rank": "hoch"},
        Entry("", "甲"),
        {"code": "3", "name": "甲", "valid_from": "2023-13"},
        ["3", "甲"],
        "3,甲",
        None,
    ],
    ids=shown,
)
def test_rows_that_are_none(row: object) -> None:
    """
    A row that cannot be an entry is refused with its place.
    """
    assert [("CODE.BAD_ROW", (1,))] == _problems(codes.SEX.extend, [{"code": "4", "name": "乙"}, row])


def test_all_problems_at_once() -> None:
    """
    Every bad row is told, not the first only.
    """
    assert [("CODE.BAD_ROW", (0,)), ("CODE.CLASH", (1,))] == _problems(
        codes.SEX.extend, [{"code": "3"}, {"code": "1", "name": "甲"}]
    )


@pytest.mark.parametrize(
    "row",
    [{"code": "15", "name": "甲", "parent": "1X"}, {"code": "X", "name": "甲", "parent": "X"}],
    ids=["unknown", "itself"],
)
def test_parents_hold(row: Mapping[str, str]) -> None:
    """
    A parent stands in the table, and nothing stands above itself.
    """
    assert [("CODE.PARENT", ())] == _problems(codes.EDUCATION.extend, [row], OnClash.REPLACE)


def test_a_circle_is_refused() -> None:
    """
    Two entries above each other are both refused.
    """
    rows = [{"code": "X", "name": "甲", "parent": "Y"}, {"code": "Y", "name": "乙", "parent": "X"}]

    assert 2 == len(_problems(codes.EDUCATION.extend, rows))


def test_rows_as_readers_give_them() -> None:
    """
    Rows come from CSV readers, TOML readers or as entries: texts, lists, enums, numbers and None are taken.
    """
    text = "code,name,aliases,status,valid_from\n7,甲,乙;丙,extension,2001\n"
    from_csv = codes.SEX.extend(csv.DictReader(io.StringIO(text)))["7"]
    from_toml = codes.SEX.extend(
        [
            {
                "code": 7,
                "name": " 甲 ",
                "aliases": ["乙", "丙"],
                "status": Status.EXTENSION,
                "valid_from": 2001,
                "note": None,
            }
        ]
    )["7"]
    as_entry = Entry(
        "7",
        "甲",
        aliases=("乙", "丙"),
        status=Status.EXTENSION,
        confidence=Confidence.LOW,
        valid_from="2001",
        source="local",
    )

    assert as_entry == from_csv == from_toml == codes.SEX.extend([as_entry])["7"]


def test_attributes_of_rows() -> None:
    """
    Columns the library does not know are attributes, given flat or as a mapping.
    """
    flat = codes.SEX.extend([{"code": "7", "name": "甲", "rank": "3", "area": "东"}])["7"]
    nested = codes.SEX.extend([{"code": "7", "name": "甲", "attributes": {"rank": 3, "area": "东"}}])["7"]
    own = Entry(
        "7",
        "甲",
        status=Status.EXTENSION,
        confidence=Confidence.LOW,
        attributes=FrozenMap({"rank": "3", "area": "东"}),
    )

    assert flat == nested == codes.SEX.extend([own])["7"]
    assert 3 == flat.rank


def test_an_unstated_row_is_an_extension() -> None:
    """
    A row that does not say how it stands is no entry of the standard and not sure; what it does say stays.
    """
    plain, stated = (
        codes.SEX.extend([{"code": "7", "name": "甲", **more}])["7"]
        for more in ({}, {"status": "standard", "confidence": "high"})
    )

    assert (Status.EXTENSION, Confidence.LOW) == (plain.status, plain.confidence)
    assert (Status.STANDARD, Confidence.HIGH) == (stated.status, stated.confidence)
    assert ["CODE.EXTENSION"] == [
        item.code for item in codes.SEX.extend([{"code": "7", "name": "甲"}]).check("7").findings
    ]


@pytest.mark.parametrize("nothing", [None, "", float("nan"), Decimal("nan")], ids=repr)
def test_an_empty_cell_of_a_frame_is_empty(nothing: object) -> None:
    """
    NaN and its like are empty cells, no text.
    """
    row = {"code": "7", "name": "甲", "short": nothing, "aliases": nothing}

    assert ("", ()) == ((entry := codes.SEX.extend([row])["7"]).short, entry.aliases)
    assert [("CODE.BAD_ROW", (0,))] == _problems(codes.SEX.extend, [{"code": "7", "name": nothing}])


@pytest.mark.parametrize("column", ["nmae_en", "name_em", "staus", "Valid-From", "parnt", "shorT"])
def test_a_misspelt_column_is_refused(column: str) -> None:
    """
    A column that is nearly one of the table's is a slip, not an attribute of the host's own.
    """
    with pytest.raises(CredrulesError) as caught:
        codes.SEX.extend([{"code": "7", "name": "甲", column: "x"}])

    assert [("CODE.BAD_ROW", column)] == [(item.code, item.params["column"]) for item in caught.value.findings]


@pytest.mark.parametrize("given", [pd.DataFrame({"code": ["7"], "name": ["甲"]}), {"code": "7"}, "7", 7], ids=type)
def test_what_is_not_given_row_by_row_is_told(given: Any) -> None:  # noqa: ANN401  # the fault
    """
    A frame, a single mapping, a text: one finding says how entries are given.
    """
    assert [("CODE.NOT_ROWS", ())] == _problems(codes.SEX.extend, given)


@pytest.mark.parametrize("table", codes.tables(), ids=lambda t: t.name)
def test_rows_make_the_table_again(table: CodeTable) -> None:
    """
    What `rows` gives, `extend` takes: replacing every entry by its own row changes nothing.
    """
    assert table.rows() == table.extend(table.rows(), OnClash.REPLACE).rows()


def test_replace() -> None:
    """
    `replace` changes columns of one entry, whose source tells both origins.
    """
    table = codes.EDUCATION.replace("11", name="博士", rank="90").replace("11", note="更正")

    assert ("博士", "更正", 90) == (table["11"].name, table["11"].note, table["11"].rank)
    assert f"{codes.EDUCATION['11'].source} local" == table["11"].source
    assert codes.EDUCATION["12"] == table["12"]
    assert LOCAL in table.about.sources
    assert "本局" == codes.SEX.replace("1", name="男", source="本局")["1"].source


def test_replace_the_newest_row_only() -> None:
    """
    Of a code with history the newest row is changed.
    """
    table = codes.DIVISIONS.replace("419001", name="济源")

    assert ["义马市", "济源"] == [row.name for row in table.history("419001")]


@pytest.mark.parametrize(
    ("code", "changes", "found"),
    [
        ("7", {"name": "甲"}, "CODE.UNKNOWN"),
        ("1", {"colour": "red"}, "CODE.BAD_ROW"),
        ("1", {"code": "7"}, "CODE.BAD_ROW"),
        ("1", {"name": ""}, "CODE.BAD_ROW"),
        ("1", {"valid_to": "gestern"}, "CODE.BAD_ROW"),
        ("1", {"parent": "7"}, "CODE.PARENT"),
    ],
)
def test_replace_refuses(code: str, changes: dict[str, str], found: str) -> None:
    """
    An unknown code or column, another code, and a row that would not stand are refused.
    """
    assert [found] == [item for item, _ in _problems(codes.SEX.replace, code, **changes)]


def test_without() -> None:
    """
    `without` leaves codes out; all of them are named if unknown, and none whose children stay.
    """
    assert ["0", "1", "2"] == [entry.code for entry in codes.SEX.without("9")]
    assert ["CODE.UNKNOWN"] * 2 == [item for item, _ in _problems(codes.SEX.without, "7", "8")]
    assert {"CODE.PARENT"} == {item for item, _ in _problems(codes.EDUCATION.without, "10")}
    assert "10" not in codes.EDUCATION.without(*(f"1{last}" for last in range(10)))


def test_extend_then_without_is_the_table() -> None:
    """
    Taking out what was added leaves the entries of the shipped table.
    """
    again = codes.SEX.extend([{"code": "3", "name": "甲"}]).without("3")

    assert codes.SEX.rows() == again.rows()


def test_own_review_bodies() -> None:
    """
    An office adds its own board, and it is read by its name as any other.
    """
    table = codes.REVIEW_BODIES.extend(
        [{"code": "PDY-01", "name": "甲市工程系列中级评审委员会", "status": "extension"}]
    )
    report = table.check("甲市工程系列中级评审委员会")

    assert ("PDY-01", ["CODE.EXTENSION"]) == (report.value, [found.code for found in report.findings])


def test_declared_ambiguities_stay() -> None:
    """
    What the shipped table declares ambiguous stays so in a table made of it.
    """
    table = codes.TITLES.extend([{"code": "999", "name": "无"}])

    assert table.check("讲师").value is None
    assert "999" == table.check("无").value


def test_a_long_chain_of_parents_is_walked_once() -> None:
    """
    Twenty thousand entries, each below the one before, are added in linear time; a ring and an orphan are found.
    """
    rows = [{"code": f"c{number}", "name": f"甲{number}", "parent": f"c{number - 1}"} for number in range(1, 20_000)]
    start = time.process_time()
    longer = codes.SEX.extend([{"code": "c0", "name": "甲"}, *rows])

    assert time.process_time() - start < 5
    assert "c19999" in longer

    ring = [{"code": "a", "name": "甲", "parent": "b"}, {"code": "b", "name": "乙", "parent": "a"}]
    below = [
        {"code": "c", "name": "丙", "parent": "a"},
        {"code": "d", "name": "丁", "parent": "x"},
        {"code": "e", "name": "戊", "parent": "d"},
    ]
    with pytest.raises(CredrulesError) as caught:
        codes.SEX.extend([*ring, *below])

    assert ["a", "b", "c", "d"] == [item.params["code"] for item in caught.value.findings]


def test_cells_that_cannot_be_written_make_a_bad_row() -> None:
    """
    A list in a list without end and a number of thousands of digits are no cells; an array without dimension no rows.
    """
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    rows: list[Any] = [{"code": "7", "name": 10**5_000}, {"code": "8", "name": deep}]

    assert [("CODE.BAD_ROW", (0,)), ("CODE.BAD_ROW", (1,))] == _problems(codes.SEX.extend, rows)
    assert [("CODE.NOT_ROWS", ())] == _problems(codes.SEX.extend, np.array(5))
