"""
What the name of a title says.
"""

from __future__ import annotations

import pytest

from credrules import codes
from credrules.facts import titles


@pytest.mark.parametrize("written", ["无", " 无 ", "无职称", "None", "/", "——", "暂无"])
def test_words_for_no_title(written: str) -> None:
    """
    People without a title write 无 in several ways; letter case is no matter of the words known.
    """
    assert titles.is_none(written.lower())


@pytest.mark.parametrize("written", ["工程师", "", "无线电工程师"])
def test_names_are_no_words_for_none(written: str) -> None:
    """
    A name, an empty cell and a name that begins with 无 do not say that there is no title.
    """
    assert not titles.is_none(written)


def test_a_name_keeps_all_its_meanings() -> None:
    """
    讲师 belongs to several series; the standard's readings come first and none is chosen.
    """
    found = titles.meanings("讲师")

    assert {"013", "023", "033"} <= {item.code for item in found}
    assert ("420",) == titles.levels("讲师")
    assert "TITLES" == found[0].table
    assert all(item.series for item in found)


def test_an_unknown_name_means_nothing() -> None:
    """
    A name neither vocabulary has gives no meaning and no level.
    """
    assert () == titles.meanings("钓鱼大师")
    assert () == titles.levels("钓鱼大师")


def test_a_series_is_no_title() -> None:
    """
    The name of a series has no level and is no meaning.
    """
    assert () == titles.meanings("工程技术人员")


@pytest.mark.parametrize(
    ("level", "possible", "fits"),
    [
        ("420", ("420",), True),
        ("410", ("411",), True),
        ("411", ("410",), True),
        ("411", ("412",), False),
        ("430", ("434", "435"), True),
        ("420", (), False),
        ("没有", ("420",), False),
    ],
)
def test_a_group_covers_its_parts(level: str, possible: tuple[str, ...], fits: bool) -> None:  # noqa: FBT001  # the answer
    """
    高级 goes with 正高级 and 副高级, both ways; 正高级 does not go with 副高级.
    """
    assert fits is titles.level_fits(level, possible)


def test_names_near_an_unknown_one() -> None:
    """
    At most five names, each once, all of the two vocabularies.
    """
    found = titles.near("高级工程帅")
    known = {entry.name for table in (codes.TITLES, codes.TITLE_NAMES) for entry in table}

    assert "高级工程师" in found
    assert len(found) == len(set(found)) <= 5
    assert set(found) <= known
