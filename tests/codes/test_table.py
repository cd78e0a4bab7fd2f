"""
The handle on a table: look up, walk, find, stand for itself.
"""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import pickle
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable, UnknownCodeError
from credrules.codes.content import Content
from credrules.codes.entry import sort_key
from tests.support.naming import shown

TABLES = codes.tables()
TREES = [table for table in TABLES if any(entry.parent for entry in table)]


def test_a_handle_decodes_nothing() -> None:
    """
    Importing the tables loads none of their data.
    """
    program = (
        "import sys\nfrom credrules import codes\ncodes.tables()\nprint([m for m in sys.modules if '._data.' in m])"
    )
    run = subprocess.run(  # noqa: S603  # our own interpreter with our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "[]" == run.stdout.strip()


def test_tables_are_listed_once_by_name() -> None:
    """
    Every public table is listed, under its own name.
    """
    assert sorted(codes._tables.__all__) == sorted(table.name for table in TABLES)
    assert [] == [table.name for table in TABLES if getattr(codes, table.name) is not table]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_codes_are_unique_and_found(table: CodeTable) -> None:
    """
    The table iterates over each code once, in table order, and every code leads to its newest row.
    """
    entries = list(table)

    assert len({entry.code for entry in entries}) == len(entries) == len(table)
    assert [] == [e.code for e in entries if table[e.code] != e or table.get(e.code) != e or e.code not in table]
    assert [] == [entry.code for entry in entries if table.history(entry.code)[-1] != entry]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_code_reads_as_itself(table: CodeTable) -> None:
    """
    A code is read as itself, and normalising it changes nothing.
    """
    assert [] == [entry.code for entry in table if table.check(entry.code).value != entry.code]
    assert [] == [entry.code for entry in table if table.normalize(entry.code) != entry.code]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_dated_rows_of_a_code_do_not_overlap(table: CodeTable) -> None:
    """
    One code means one thing at a time; attested rows repeat what several lists say.
    """
    for entry in table:
        rows = [row for row in table.history(entry.code) if row.status is not codes.Status.ATTESTED]

        assert [] == [
            (a, b)
            for a, b in itertools.pairwise(rows)
            if a.valid_to is None or sort_key(a.valid_to) > sort_key(b.valid_from)
        ]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_about_is_filled(table: CodeTable) -> None:
    """
    A table tells its title, its sources and the day it was last compared with them, and counts as complete or not.
    """
    about = table.about

    assert table.name == about.name
    assert about.title.zh
    assert about.title.en
    assert about.sources
    assert about.verified_on == dt.date.fromisoformat(about.verified_on).isoformat()
    assert about.complete is (about.completeness is codes.Completeness.COMPLETE)


@pytest.mark.parametrize("code", ["77", "", None, 8, ["08"], {}, object()], ids=shown)
def test_unknown_code(code: object) -> None:
    """
    What is no code gets None, is not in the table, and by subscript raises a KeyError that names the table.
    """
    assert codes.ETHNICITY.get(code) is None
    assert code not in codes.ETHNICITY
    with pytest.raises(UnknownCodeError, match="ETHNICITY has no code") as caught:
        codes.ETHNICITY[code]  # type: ignore[index]  # whatever a caller may pass
    assert "ETHNICITY" == caught.value.table


def test_an_unknown_division_by_subscript() -> None:
    """
    The large table, decoded piece by piece, raises the same error.
    """
    with pytest.raises(UnknownCodeError):
        codes.DIVISIONS["999999"]


def test_error_hides_what_was_asked_for() -> None:
    """
    A number of a person asked for as a code is not printed.
    """
    with pytest.raises(UnknownCodeError) as caught:
        codes.SEX["450000199001010014"]

    assert "450000199001010014" not in f"{caught.value} {caught.value!r}"


def test_find_is_exact() -> None:
    """
    `find` takes code, name, short form, alias and former name to the letter; loose names and near ones are not found.
    """
    found = {
        text: [e.code for e in codes.ETHNICITY.find(text)] for text in ("08", "壮族", "壮", "僮族", "ZH", "Zhuang")
    }

    assert {text: ["08"] for text in found} == found
    assert () == codes.ETHNICITY.find("蒙族") == codes.ETHNICITY.find("壮 族") == codes.ETHNICITY.find("zh")


def test_find_lists_all() -> None:
    """
    A name of several entries finds all of them, in table order.
    """
    assert ["013", "023", "033"] == [entry.code for entry in codes.TITLES.find("讲师")]


@pytest.mark.parametrize("text", ["", None, 8, "长" * 200, ["壮"]], ids=shown)
def test_find_takes_anything(text: object) -> None:
    """
    What is no text, or too long for a name, finds nothing.
    """
    assert () == codes.ETHNICITY.find(text)


@pytest.mark.parametrize("table", TREES, ids=lambda t: t.name)
def test_parents_and_children(table: CodeTable) -> None:
    """
    A parent stands in the table and has its child below it; the way up ends.
    """
    for entry in table:
        above = table.parent(entry.code)
        if entry.parent and above is not None:
            assert entry in table.children(above.code)
            assert above == table.ancestors(entry.code)[0]
        assert entry.code not in [item.code for item in table.ancestors(entry.code)]


@pytest.mark.parametrize("table", [table for table in TREES if table.name != "DIVISIONS"], ids=lambda t: t.name)
def test_subsumes_is_being_an_ancestor(table: CodeTable) -> None:
    """
    An entry subsumes itself and what stands below it, nothing else.
    """
    some = list(table)[:40]
    for first in some:
        for second in some:
            expected = first.code == second.code or first in table.ancestors(second.code)

            assert expected is table.subsumes(first.code, second.code)


def test_hierarchy_of_unknown_codes() -> None:
    """
    An unknown code has no parent, no children, no rank, and subsumes nothing, not even itself.
    """
    table = codes.EDUCATION

    assert table.parent("77") is None
    assert table.parent(None) is None
    assert () == table.children("77") == table.children(None) == table.ancestors(None) == table.history(None)
    assert table.rank("77") is None
    assert table.rank(object()) is None
    assert not table.subsumes("77", "77")
    assert not table.subsumes("10", object())


def test_rank_of_an_unranked_table() -> None:
    """
    Where no order is known there is no rank.
    """
    assert codes.ETHNICITY.rank("01") is None
    assert not codes.ETHNICITY.about.ranked


def test_format() -> None:
    """
    A code is shown by its name; what is no text shows nothing.
    """
    assert ("壮族", "") == (codes.ETHNICITY.format("08"), codes.ETHNICITY.format(None))


def test_format_of_an_unknown_text() -> None:
    """
    Outer blanks go, nothing else is changed.
    """
    assert "甲乙" == codes.ETHNICITY.format(" 甲乙 ")


def test_rows() -> None:
    """
    `rows` gives one dict per code, with history one per dated row; rows make the same table again.
    """
    table = codes.ETHNICITY

    assert [entry.to_row() for entry in table] == table.rows()
    assert len(codes.OCCUPATIONAL_QUALIFICATIONS.rows(history=True)) >= len(codes.OCCUPATIONAL_QUALIFICATIONS)


def test_handles_are_values() -> None:
    """
    A shipped table is one value, whether copied, pickled or narrowed to the same day; different days differ.
    """
    table, day = codes.ETHNICITY, dt.date(2020, 1, 1)

    assert table == pickle.loads(pickle.dumps(table)) == copy.deepcopy(table)
    assert table.at(day) == pickle.loads(pickle.dumps(table.at(day)))
    assert table != table.at(day)
    assert 1 == len({table.at(day), table.at(day)})


def test_overlaid_handles_are_values() -> None:
    """
    A table with an overlay is compared, hashed and pickled by its content.
    """
    more = [codes.SEX.extend([{"code": "3", "name": "其他"}]) for _ in range(2)]

    assert more[0] == more[1] == pickle.loads(pickle.dumps(more[0]))
    assert hash(more[0]) == hash(more[1])
    assert more[0] != codes.SEX
    assert more[0].content != "SEX"


def test_content_is_no_other_kind() -> None:
    """
    A content equals a content with the same rows only.
    """
    content = codes.SEX.content

    assert content == Content(content.about, content.entries, content.ambiguous, content.elsewhere)
    assert content != Content(content.about, content.entries[:1], content.ambiguous, content.elsewhere)


def test_repr() -> None:
    """
    The repr names the table, the day and the overlay, and decodes nothing.
    """
    more = codes.SEX.extend([{"code": "3", "name": "其他"}])

    assert ["<CodeTable SEX>", "<CodeTable SEX on 2020-01-01>", "<CodeTable SEX with overlay>"] == [
        repr(codes.SEX),
        repr(codes.SEX.at(dt.date(2020, 1, 1))),
        repr(more),
    ]


def test_repr_html() -> None:
    """
    A notebook shows all of a short table, and of a long one the beginning with the counts.
    """
    short, long = codes.SEX._repr_html_(), codes.OCCUPATIONS._repr_html_()

    assert "女" in short
    assert "60 / 1675" in long
    assert "<script" not in long


def test_is_valid_and_parse() -> None:
    """
    `is_valid` is whether `check` finds no error, `parse` its value or an error with the findings.
    """
    assert codes.ETHNICITY.is_valid("汉")
    assert not codes.ETHNICITY.is_valid("火星")
    assert "01" == codes.ETHNICITY.parse("汉")
    with pytest.raises(ValueError, match="火星"):
        codes.ETHNICITY.parse("火星")


@given(st.sampled_from([table for table in TABLES if table.name != "DIVISIONS"]), st.dates(dt.date(1950, 1, 1)))
def test_at_agrees_with_a_slow_search(table: CodeTable, day: dt.date) -> None:
    """
    The table as of a day holds exactly the rows in force then that a standard lists.
    """
    slow = {
        entry.code: entry
        for entry in table.whole.entries
        if entry.status is not codes.Status.ATTESTED and entry.in_force(day)
    }

    assert slow == {entry.code: entry for entry in table.at(day)}


def test_at_keeps_the_day() -> None:
    """
    A table narrowed to a day judges by that day, and can be narrowed to another.
    """
    early, late = codes.DIVISIONS.at(dt.date(1990, 1, 1)), codes.DIVISIONS.at(dt.date(2020, 1, 1))

    assert ("110103", None) == (early.check("110103").value, late.check("110103").value)
    assert late == early.at(dt.date(2020, 1, 1))


def test_an_overlaid_table_as_of_a_day() -> None:
    """
    `at` holds for a host's own rows as well, and its history stays reachable.
    """
    more = codes.SEX.extend(
        [
            {"code": "3", "name": "旧", "valid_to": "2000"},
            {"code": "3", "name": "新", "valid_from": "2000"},
        ]
    )

    assert ("旧", "新") == tuple(more.at(dt.date(year, 6, 1))["3"].name for year in (1999, 2001))
    assert ["旧", "新"] == [row.name for row in more.at(dt.date(1999, 6, 1)).history("3")]


@pytest.mark.parametrize(("code", "shown"), [("450199", "450199"), ("999999", "9****9")])
def test_an_unknown_code_is_shown_if_it_looks_like_one(code: str, shown: str) -> None:
    """
    The error names a misspelt code whole; what is no code of the table may be somebody's number and is masked.
    """
    with pytest.raises(KeyError, match=re.escape(shown)):
        _ = codes.DIVISIONS[code]
