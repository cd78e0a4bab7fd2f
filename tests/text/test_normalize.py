"""
What `normalize` repairs, and what it leaves alone.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credrules.findings import ChangeKind
from credrules.text import normalize
from tests.support.naming import shown

# Every character that Unicode calls white space, apart from the line breaks.
SPACES = [char for char in map(chr, range(0x110000)) if unicodedata.category(char) == "Zs"]
BREAKS = ["\n", "\r\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
HIDDEN = ["\x00", "\x1f", "\x7f", "\xad", "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2060", "\u2066",
          "\u3164", "\ufeff", "\ufff9", "\U000e0001"]  # fmt: skip


@pytest.mark.parametrize("space", SPACES, ids=lambda char: f"U+{ord(char):04X}")
def test_every_white_space_is_one(space: str) -> None:
    """
    A blank of any kind goes at the ends and between Han characters, and is one space between words.
    """
    assert ("张三", "Li Ming", "甲乙") == tuple(
        normalize(text)[0] for text in (f"{space}张三{space}", f"Li{space}{space}Ming", f"甲{space}乙")
    )


@pytest.mark.parametrize("line", BREAKS, ids=shown)
def test_line_breaks_go(line: str) -> None:
    """
    Line breaks and tabs inside a cell go, as one change of their own kind.
    """
    text, changes = normalize(f"工程{line}师")

    assert "工程师" == text
    assert [ChangeKind.LINE_BREAK] == [item.kind for item in changes]
    assert "Li Ming" == normalize(f"Li{line}Ming")[0]


@pytest.mark.parametrize("hidden", HIDDEN, ids=shown)
def test_what_prints_nothing_goes(hidden: str) -> None:
    """
    Zero-width characters, direction marks, controls, fillers and tags go.
    """
    text, changes = normalize(f"{hidden}工程{hidden}师")

    assert "工程师" == text
    assert [ChangeKind.INVISIBLE] == [item.kind for item in changes]


@pytest.mark.parametrize(
    ("text", "expected", "kinds"),
    [
        ("ＰＤＹ００００１", "PDY00001", [ChangeKind.FULL_WIDTH]),
        ("１．５％", "1.5%", [ChangeKind.FULL_WIDTH]),
        ("ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｏｒｇ", "zhang@example.org", [ChangeKind.FULL_WIDTH]),
        ("甲市（一中）", "甲市（一中）", []),
        ("甲市 （ 一中 ）", "甲市（一中）", [ChangeKind.SPACE]),
        ("阿 · 买买提", "阿·买买提", [ChangeKind.SPACE]),
        ("第 1 中学", "第 1 中学", []),
        ("⼯程师", "工程师", [ChangeKind.NOTATION]),
        ("e\u0301cole", "école", [ChangeKind.NOTATION]),
        ("L\xfc\u0304", "L\u01d6", [ChangeKind.NOTATION]),
        ("oﬃce", "office", [ChangeKind.NOTATION]),
        ("𝟏𝟗𝟗𝟑", "1993", [ChangeKind.NOTATION]),
        ("①②Ⅳ㎡℃½", "①②Ⅳ㎡℃½", []),
        ("“引号”—～！，：；？［］｛｝", "“引号”—～！，：；？［］｛｝", []),
        ("Ａ\u200b\nＢ", "A B", [ChangeKind.INVISIBLE, ChangeKind.FULL_WIDTH, ChangeKind.LINE_BREAK]),
        ("", "", []),
    ],
)  # fmt: skip
def test_repairs_are_listed(text: str, expected: str, kinds: list[ChangeKind]) -> None:
    """
    Each kind of repair is one change; Chinese punctuation, circled digits, Roman numerals and units stay.
    """
    clean, changes = normalize(text)

    assert expected == clean
    assert kinds == [item.kind for item in changes]


@given(
    text=st.text()
    | st.text(alphabet=" \u3000\n\t\u200b张三（）·Ａ１a1e\u0301⼯\ufeff")
    | st.text(alphabet="ﬁﬀﬃﬆĳǆ\u0301\u0300\u0323\u0308e¨´㎏①Ⅻ½ｶﾞﾟガ가ᄀ\u1161\u11a8")
)
@example(text="ﬁ\u0301")
@example(text="ﬃ\u0323\u0307")
def test_normalising_twice_changes_nothing(text: str) -> None:
    """
    A clean text is clean.
    """
    clean, _ = normalize(text)

    assert (clean, ()) == normalize(clean)


@given(text=st.text(alphabet=" \u3000\n\u200b张三Ａ１e\u0301⼯"))
def test_changes_lead_from_the_text_to_the_clean_one(text: str) -> None:
    """
    The changes form a chain: each begins where the last one ended, and none is empty.
    """
    clean, changes = normalize(text)
    ends = [text, *(item.after for item in changes)]

    assert ends[:-1] == [item.before for item in changes]
    assert clean == ends[-1]
    assert all(item.before != item.after for item in changes)
    assert len({item.kind for item in changes}) == len(changes)


BLOCKS = {
    "unified": (0x4E00, 0x9FFF), "A": (0x3400, 0x4DBF), "B": (0x20000, 0x2A6DF), "C": (0x2A700, 0x2B739),
    "D": (0x2B740, 0x2B81D), "E": (0x2B820, 0x2CEA1), "F": (0x2CEB0, 0x2EBE0), "G": (0x30000, 0x3134A),
    "H": (0x31350, 0x323AF), "I": (0x2EBF0, 0x2EE5D), "compatibility": (0xF900, 0xFAD9),
    "compatibility supplement": (0x2F800, 0x2FA1D),
}  # fmt: skip


@pytest.mark.parametrize("block", BLOCKS)
def test_rare_characters_are_never_touched(block: str) -> None:
    """
    No character of any CJK extension and no compatibility ideograph is changed: it is part of somebody's name.
    """
    first, last = BLOCKS[block]
    text = "".join(map(chr, range(first, last + 1)))

    assert (text, ()) == normalize(text)
    assert "".join(text.split()) == normalize(" ".join(text[:200]))[0] + text[200:]


def test_a_chosen_glyph_stays() -> None:
    """
    A variation selector chooses the glyph of a name and stays.
    """
    assert ("葛\U000e0100城", ()) == normalize("葛\U000e0100城")
