"""
What is spotted in a text as a reader sees it.
"""

from __future__ import annotations

import pytest

from credrules.masking import Care
from credrules.spotting import as_read, read_as, spots


@pytest.mark.parametrize(
    ("token", "seen"),
    [
        ("ⓐ", "@"), ("&nbsp;", " "), ("&#52;", "4"), ("&amp;", "&"), ("%34", "4"), ("\\u0034", "4"), ("\\U0040", "@"),
        ("\\n", " "), ("<br>", " "), ("④", "4"), ("\u200b", ""), ("\u115f", ""), ("４", "4"), ("\x07", " "),
        ("%e5", " "),
    ],
)  # fmt: skip
def test_one_sign_however_it_is_written(token: str, seen: str) -> None:
    """
    An entity, an escape, a tag or an odd form is the sign that a reader takes it for.
    """
    assert seen.strip() == read_as(token).strip()


def test_a_number_of_entities_is_read_whole() -> None:
    """
    Each character keeps the place of what it was written as.
    """
    seen, begins, ends = as_read("a&#52;b")

    assert ("a4b", [0, 1, 6], [1, 6, 7]) == (seen, list(begins), list(ends))


@pytest.mark.parametrize("text", ["12 Renmin Road, Nanning", "No. 5 Zhongshan Street"])
def test_a_road_with_its_number_is_an_address(text: str) -> None:
    """
    A house in a road written in Latin letters is spotted in a cell of another kind.
    """
    assert [] != list(spots(text, Care.CELL))


@pytest.mark.parametrize(
    ("text", "hidden"), [("Zhang Xiaoming", True), ("Senior Engineer", False), ("Guangxi University", False)]
)
def test_two_latin_words_are_a_name_unless_they_are_words_of_the_trade(text: str, hidden: bool) -> None:  # noqa: FBT001  # one case a line
    """
    A personal name in Latin letters is masked; a title or an institution is not.
    """
    assert hidden is bool(list(spots(text, Care.CELL)))
