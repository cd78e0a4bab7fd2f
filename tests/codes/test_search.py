"""
Searching a table by parts of names and by names one slip away.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable, Match
from credrules.codes.haystack import Haystack
from credrules.codes.names import Via, fold
from credrules.text import is_one_slip
from tests.support.naming import shown

LISTS = [table for table in codes.tables() if table.name != "DIVISIONS"]
SHORT = st.text("甲乙丙丁", max_size=5)


def _names(table: CodeTable, query: object, limit: int = 10) -> list[str]:
    return [match.entry.name for match in table.search(query, limit=limit)]


def test_parts_of_names() -> None:
    """
    A part of a name finds every entry that has it, what begins with it first.
    """
    assert ["哈尼族", "哈萨克族"] == sorted(_names(codes.ETHNICITY, "哈"))
    assert "会计师" == _names(codes.TITLES, "会计师")[0]
    assert {"高级会计师", "助理会计师"} <= set(_names(codes.TITLES, "会计师"))


def test_exact_before_beginning_before_inside() -> None:
    """
    The exact name is best, then names that begin with the query, then those that hold it.
    """
    exact, inside = (
        {match.entry.name: match.score for match in codes.TITLES.search(query, limit=20)}
        for query in ("工程师", "工程")
    )

    assert "工程师" == max(exact, key=exact.__getitem__)
    assert inside["工程师"] > inside["高级工程师"]


def test_codes_are_found() -> None:
    """
    A code finds its entry, and says that it was the code.
    """
    assert ("code", "08") == next((m.how, m.entry.code) for m in codes.ETHNICITY.search("08"))


def test_one_slip() -> None:
    """
    A name with one letter wrong, missing, doubled or exchanged is found as a slip.
    """
    for query in ("土加族", "维吾尔尔族", "柯尔孜族", "维尔吾族"):
        assert "slip" in [match.how for match in codes.ETHNICITY.search(query)]
    assert "维吾尔族" in _names(codes.ETHNICITY, "维尔吾族")


def test_old_after_new() -> None:
    """
    Of divisions of one name that in force comes before the one that ended.
    """
    found = [match.entry for match in codes.DIVISIONS.search("横县", limit=5)]

    assert "横县" == found[0].name


@pytest.mark.parametrize("query", [None, "", "  ", 8, "长" * 61, ["哈"], object()], ids=shown)
def test_anything_may_be_asked(query: object) -> None:
    """
    What is no text, or none that a name could hold, finds nothing.
    """
    assert () == codes.ETHNICITY.search(query)


@pytest.mark.parametrize("limit", [0, -1])
def test_no_limit_no_answer(limit: int) -> None:
    """
    A limit below one asks for nothing.
    """
    assert () == codes.ETHNICITY.search("哈", limit=limit)


@given(st.sampled_from(LISTS), st.text("会计师高级员学毕业1汉", min_size=1, max_size=4), st.integers(1, 12))
def test_matches_are_ranked(table: CodeTable, query: str, limit: int) -> None:
    """
    Matches come best first, one per entry, no more than asked for; a smaller limit gives the beginning.
    """
    found = table.search(query, limit=limit)
    scores = [match.score for match in found]

    assert sorted(scores, reverse=True) == scores
    assert len({match.entry.code for match in found}) == len(found) <= limit
    assert all(isinstance(match, Match) for match in found)


@pytest.mark.parametrize("table", LISTS, ids=lambda t: t.name)
def test_every_name_finds_its_entry(table: CodeTable) -> None:
    """
    Searching for the name of an entry finds it among the first.
    """
    lost = [
        entry.code
        for entry in list(table)[:120]
        if entry.code not in [match.entry.code for match in table.search(entry.name, limit=60)]
    ]

    assert [] == lost


@given(SHORT, SHORT)
def test_slips_agree_with_the_definition(a: str, b: str) -> None:
    """
    One slip is: one letter changed, put in or left out, or two neighbours exchanged.
    """
    exchanged = {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(len(a) - 1)}
    left_out = {a[:i] + a[i + 1 :] for i in range(len(a))}
    put_in = {a[:i] + letter + a[i:] for i in range(len(a) + 1) for letter in "甲乙丙丁"}
    changed = {a[:i] + letter + a[i + 1 :] for i in range(len(a)) for letter in "甲乙丙丁"}

    assert (b in (exchanged | left_out | put_in | changed) - {a}) is is_one_slip(a, b)


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=6), max_size=12), st.text("甲乙丙丁", min_size=3, max_size=6))
def test_haystack_agrees_with_a_slow_search(names: list[str], key: str) -> None:
    """
    What the joined text finds is what looking at every name would find.
    """
    entry = codes.SEX["1"]
    stack = Haystack((name, Via.NAME, entry) for name in names)

    assert [n for n, name in enumerate(names) if key in name] == [n for n, _ in stack.occurrences(key)]
    assert [names[n].find(key) for n, _ in stack.occurrences(key)] == [at for _, at in stack.occurrences(key)]
    assert {n for n, name in enumerate(names) if is_one_slip(key, name)} == set(stack.one_slip(key))


@pytest.mark.parametrize(("query", "code"), [("广西南宁", "450100"), ("湖北省恩施", "422800"), ("廣西桂林", "450300")])
def test_paths_are_found(query: str, code: str) -> None:
    """
    A path of places is found although no name holds it; the place in force goes first.
    """
    assert ("name", code) == next((match.how, match.entry.code) for match in codes.DIVISIONS.search(query))


@pytest.mark.parametrize(
    ("query", "code"),
    [("巢湖", "340181"), ("邕宁", "450109"), ("guangxi", "450000"), ("cq", "500000"), ("shanxi", "140000")],
)
def test_what_is_meant_goes_first(query: str, code: str) -> None:
    """
    Names in force go before names given up, whole syllables before begun ones, provinces before their districts.
    """
    assert code == codes.DIVISIONS.search(query)[0].entry.code


def test_short_keys_have_no_slips() -> None:
    """
    A text of two letters is one slip from too much: nothing is looked for.
    """
    stack = Haystack([("甲乙", Via.NAME, codes.SEX["1"])])

    assert [] == list(stack.one_slip("甲丙"))


@given(st.text("甲乙（）() Aａb", max_size=8))
def test_folding_twice_is_folding_once(text: str) -> None:
    """
    What identifies a name stays what it is.
    """
    assert fold(text) == fold(fold(text))
