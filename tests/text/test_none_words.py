"""
The words for "none": each can be met, and each kind of cell has the ones said everywhere.
"""

from __future__ import annotations

import pytest

from credrules import none_words, text

LISTS = {name: getattr(none_words, name) for name in none_words.__all__ if name.startswith("NO_")}


@pytest.mark.parametrize("name", sorted({*LISTS, "CERTIFICATE_HEADING_WORDS"}))
def test_words_are_written_as_they_are_compared(name: str) -> None:
    """
    A cell is compared as clean text in lower case, so a word in another spelling would never be met.
    """
    words = sorted(getattr(none_words, name))

    assert words == [text.normalize(word)[0].lower() for word in words]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_plain_words_are_in_every_list(name: str) -> None:
    """
    无 and 没有 say "none" wherever they stand.
    """
    assert {"无", "没有"} <= LISTS[name]


@pytest.mark.parametrize(
    ("word", "lists"),
    [
        ("缺", {"NO_NUMBER_WORDS"}),
        ("0", {"NO_DATE_WORDS"}),
        ("未评", {"NO_TITLE_WORDS"}),
        ("无学位", {"NO_DEGREE_OR_POST_WORDS"}),
        ("没有编号", {"NO_CERTIFICATE_NUMBER_WORDS"}),
    ],
)
def test_other_words_belong_to_their_cells(word: str, lists: set[str]) -> None:
    """
    A word that means something else in another kind of cell is no "none" there.
    """
    assert lists == {name for name, words in LISTS.items() if word in words}
