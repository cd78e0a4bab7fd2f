"""
Names are found by how they sound: whole syllables and initials, read as places and professions are.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable
from credrules.codes.pinyin import Spoken, letters, syllables


def _found(table: CodeTable, query: str, limit: int = 10) -> list[tuple[str, str]]:
    return [(match.entry.name, match.how) for match in table.search(query, limit=limit)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("重庆市", "chong qing shi"),
        ("长春市", "chang chun shi"),
        ("长子县", "zhang zi xian"),
        ("朝阳区", "chao yang qu"),
        ("成都市", "cheng du shi"),
        ("六安市", "lu an shi"),
        ("东莞市", "dong guan shi"),
        ("乐清市", "yue qing shi"),
        ("吕梁市", "lv liang shi"),
        ("会计师", "kuai ji shi"),
        ("会宁县", "hui ning xian"),
        ("重新确认", "chong xin que ren"),
        ("藏族", "zang zu"),
        ("讲师（高校）", "jiang shi gao xiao"),
    ],
)
def test_names_are_read_as_people_read_them(name: str, expected: str) -> None:
    """
    A character with several readings has the one of its name.
    """
    assert tuple(expected.split()) == syllables(name)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("gcs", "gcs"),
        ("Gong Cheng", "gongcheng"),
        ("xi'an", "xian"),
        ("lǘ", "lv"),
        ("gōng", "gong"),
        ("工c", ""),
        ("8", ""),
    ],
)
def test_letters_of_a_query(written: str, expected: str) -> None:
    """
    Tones, blanks, capitals and apostrophes carry nothing; what is no pinyin is none.
    """
    assert expected == letters(written)


@pytest.mark.parametrize(
    ("table", "query", "name", "how"),
    [
        (codes.TITLES, "gcs", "工程师", "initials"),
        (codes.TITLES, "gongchengshi", "工程师", "pinyin"),
        (codes.TITLES, "zhuren yi", "主任医师", "pinyin"),
        (codes.ETHNICITY, "zhuangzu", "壮族", "pinyin"),
        (codes.ETHNICITY, "WWEZ", "维吾尔族", "initials"),
        (codes.DIVISIONS, "chongqing", "重庆市", "pinyin"),
        (codes.DIVISIONS, "qingxiuqu", "青秀区", "pinyin"),
        (codes.DIVISIONS, "lvliang", "吕梁市", "pinyin"),
    ],
)
def test_search_by_sound(table: CodeTable, query: str, name: str, how: str) -> None:
    """
    What sounds like the query comes first, and says so.
    """
    assert (name, how) == _found(table, query)[0]


def test_a_hit_begins_with_a_syllable() -> None:
    """
    Letters from the middle of a syllable are no hit: `an` is in 满 (man) and finds no 满族.
    """
    spoken = Spoken(codes.ETHNICITY)
    whole, part = (
        {entry.name for how, _, entry, _, _ in spoken.find(query) if how == "pinyin"} for query in ("man", "an")
    )

    assert "满族" in whole
    assert "满族" not in part


def test_a_later_syllable_counts_when_an_earlier_one_does_not() -> None:
    """
    The same letters inside an earlier syllable do not hide the hit.
    """
    table = codes.SEX.extend([{"code": "X", "name": "满安"}])

    assert "pinyin" in [how for how, _, entry, _, _ in Spoken(table).find("an") if entry.code == "X"]


def test_characters_of_no_table_are_not_read() -> None:
    """
    A name with a character whose reading is not stored is found by its characters only.
    """
    table = codes.SEX.extend([{"code": "X", "name": "龘龘"}])

    assert () == syllables("龘龘")
    assert [("龘龘", "name")] == _found(table, "龘")
    assert [] == list(Spoken(table).find("da"))


def test_letters_as_written_come_before_letters_as_spoken() -> None:
    """
    A letter code of the table is better than a name that only sounds so.
    """
    assert ("code", "ZH") == next((m.how, m.entry.code) for m in codes.ETHNICITY_LETTERS.search("ZH"))


def test_every_entry_in_chinese_sounds() -> None:
    """
    All names of the shipped tables have stored readings, one syllable per character.
    """
    silent = [
        (table.name, entry.name)
        for table in codes.tables()
        for entry in table
        if any("\u4e00" <= sign <= "\u9fff" for sign in entry.name) and not syllables(entry.name)
    ]

    assert [] == silent


@given(entry=st.sampled_from([entry for table in (codes.TITLES, codes.ETHNICITY) for entry in table]))
def test_whole_pinyin_finds_the_entry(entry: codes.Entry) -> None:
    """
    A name spelled out in pinyin finds its entry in its own table.
    """
    table = codes.TITLES if entry.code in codes.TITLES and codes.TITLES[entry.code] == entry else codes.ETHNICITY

    assert entry.code in [match.entry.code for match in table.search("".join(syllables(entry.name)), limit=50)]


def test_nothing_sounds_like_nothing() -> None:
    """
    No letters find no sound.
    """
    assert [] == list(Spoken(codes.SEX).find(""))
