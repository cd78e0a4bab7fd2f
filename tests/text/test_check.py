"""
Reading cells as text, and telling names apart.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.findings import Change, ChangeKind
from credrules.text import check, findings_for, format_for_print, name_key, near_duplicates, read_text, same_name
from tests.support import hostile


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("工程师", "工程师"), (" 工程师 ", "工程师"), (12, "12"), (12.0, "12"), (-3, "-3"), (1.5, "1.5"),
        (Decimal("1.50"), "1.50"), (None, ""), (float("nan"), ""), (" \n", ""), (True, None), ([], None),
        (10**40, None), (float("inf"), None), (b"12", None), (hostile.EndlessText("甲"), "甲"),
    ],
)  # fmt: skip
def test_a_cell_is_read(value: object, expected: str | None) -> None:
    """
    Texts and numbers are read as text, empty cells as an empty one, anything else as none.
    """
    assert expected == read_text(value).text


def test_a_number_cell_is_a_change_of_notation() -> None:
    """
    Reading a number digit by digit is listed.
    """
    assert (Change(ChangeKind.NOTATION, 12.0, "12"),) == read_text(12.0).changes


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("工程师", []),
        (" 工程师", ["TEXT.EXTRA_SPACE"]),
        ("工程\n师", ["TEXT.LINE_BREAK"]),
        ("工程\u200b师", ["TEXT.INVISIBLE"]),
        ("第１中学", ["TEXT.FULL_WIDTH"]),
        (12, ["TEXT.NOTATION"]),
        ("", ["TEXT.EMPTY"]),
        (" ", ["TEXT.EMPTY"]),
        (None, ["TEXT.EMPTY"]),
        ([], ["TEXT.NOT_TEXT"]),
    ],
)
def test_a_text_is_checked(value: object, codes: list[str]) -> None:
    """
    What is empty or no text is refused; every repair is a finding that suggests the clean text.
    """
    report = check(value)

    assert codes == [item.code for item in report.findings]
    assert report.ok is not any(code in {"TEXT.EMPTY", "TEXT.NOT_TEXT"} for code in codes)
    assert all(item.suggestion == report.value for item in report.findings)
    assert not report.ok or () == report.repaired().findings


def test_a_name_replaced_by_its_code_is_no_fault_of_the_text() -> None:
    """
    Every kind of change has its finding, apart from the name that became a code.
    """
    changes = [Change(kind, "a", "b") for kind in ChangeKind]
    found = findings_for([*changes, *changes], "b")

    assert len(ChangeKind) - 1 == len(found) == len({item.code for item in found})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("甲市 第一中学", "甲市第一中学"),
        ("甲市（第一）中学", "甲市(第一)中学"),
        ("甲市【第一】中学", "甲市〔第一〕中学"),
        ("甲市\n第一中学", "甲市第一中学\u200b"),
        ("第１中学", "第1中学"),
        ("阿·买买提", "阿•买买提"),
        ("阿・买买提", "阿‧买买提"),
        ("\uf92c", "\u90ce"),
        ("葛\U000e0100城", "葛城"),
        ("第 1 中学", "第1中学"),
    ],
)
def test_layout_makes_no_other_name(a: str, b: str) -> None:
    """
    Names that differ in white space, width, kinds of brackets or dots, or the glyph of a character are one.
    """
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("甲市一中", "甲市二中"), ("Li Ming", "LI MING"), ("阿·买买提", "阿买买提"), ("", ""), (None, None), ([], [])],
)
def test_anything_else_makes_another_name(a: object, b: object) -> None:
    """
    Letter case and the dot itself are part of a name, and nothing is no name.
    """
    assert not same_name(a, b)


NAMES = st.text(alphabet="甲乙 \u3000\n（(）)·•１1Aa", max_size=6)


@given(a=NAMES, b=NAMES, c=NAMES)
def test_being_one_name_is_an_equivalence(a: str, b: str, c: str) -> None:
    """
    Names with content are the same as themselves, both ways, and across a third.
    """
    assert same_name(a, a) is bool(name_key(a))
    assert same_name(a, b) is same_name(b, a)
    assert same_name(a, c) or not (same_name(a, b) and same_name(b, c))


@given(names=st.lists(NAMES | st.none() | st.integers(), max_size=8))
def test_near_duplicates_are_the_spellings_of_one_name(names: list[object]) -> None:
    """
    A group holds at least two spellings of one name, each once, and no name is in two groups (slow twin: pairs).
    """
    groups = near_duplicates(names)
    texts = list(dict.fromkeys(item for item in names if isinstance(item, str)))
    pairs = {(a, b) for a in texts for b in texts if a != b and same_name(a, b)}

    assert pairs == {(a, b) for group in groups for a in group for b in group if a != b}
    assert all(len(group) > 1 for group in groups)
    assert [item for group in groups for item in group if item in texts] == [item for group in groups for item in group]


def test_near_duplicates_keep_the_order_of_the_table() -> None:
    """
    Groups and spellings stand in the order of first appearance.
    """
    names = [
        "乙市一中",
        "甲市一中",
        "甲市 一中",
        "丙校",
        "乙市（一中）",
        "乙市 一中",
        "甲市一中",
        3,
        None,
        "乙市(一中)",
    ]

    assert (("乙市一中", "乙市 一中"), ("甲市一中", "甲市 一中"), ("乙市（一中）", "乙市(一中)")) == near_duplicates(
        names
    )


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("张三", 3, "张　三"),
        ("张 三", 4, "张　　三"),
        ("张三", 1, "张三"),
        ("欧阳锋", 3, "欧阳锋"),
        ("Li", 3, "Li"),
        ("", 3, ""),
    ],
)
def test_names_are_spread_for_print_only(name: str, width: int, expected: str) -> None:
    """
    A name of two Han characters is spread by the layout, and what is spread is the same name.
    """
    shown = format_for_print(name, width=width)

    assert expected == shown
    assert same_name(name, shown) or not name
