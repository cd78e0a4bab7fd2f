"""
Names of persons: rare characters, middle dots, letters, and what is no name.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import person_name
from credrules.identifiers.person_name import PersonName
from tests.support.cases import not_ok, ok

# First and last assigned character of each block of Han characters (Unicode 17).
BLOCKS = {
    "A": (0x3400, 0x4DBF),
    "basic": (0x4E00, 0x9FFF),
    "B": (0x20000, 0x2A6DF),
    "C": (0x2A700, 0x2B73F),
    "D": (0x2B740, 0x2B81D),
    "E": (0x2B820, 0x2CEAD),
    "F": (0x2CEB0, 0x2EBE0),
    "I": (0x2EBF0, 0x2EE5D),
    "G": (0x30000, 0x3134A),
    "H": (0x31350, 0x323AF),
    "J": (0x323B0, 0x33479),
    "compatibility": (0xF900, 0xFAD9),
    "compatibility supplement": (0x2F800, 0x2FA1D),
}


@pytest.mark.parametrize("point", [point for pair in BLOCKS.values() for point in pair])
def test_characters_of_every_block_pass(point: int) -> None:
    """
    No extension is left out, whatever the version of Unicode that Python knows.
    """
    name = f"李{chr(point)}"

    assert () == person_name.check(name).findings
    assert PersonName(name) == person_name.parse(name)


@pytest.mark.parametrize("dot", [*"·•‧・･∙⋅․·᛫●˙⸱⸰⸳ꞏ◦.．。\U00010101", " · ", "··"])
def test_every_dot_is_read_as_the_one(dot: str) -> None:
    """
    Between Han characters, any middle dot or full stop is U+00B7, and the change is listed.
    """
    report = person_name.check(f"买买提{dot}吐尔逊")

    assert PersonName("买买提·吐尔逊") == report.value
    assert (dot == "·") is not bool(report.changes)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("张三", marks=ok("GX-089")),
        "欧阳修",
        "李〇",
        "阿·买买提",
        "阿不都热合曼·买买提",
        "买买提·吐尔逊·阿不都拉",
        "Anna Li",
        "O'Brien",
        "O’Brien",
        "D‘Arc",
        "Jean-Luc",
        "José",
        "MARIA DE LA CRUZ",
        "Smith, John",
        "J. R. Smith",
        "Ngô Bảo Châu",
        "Null",
        "No",
        "李\ufe00䶮",
    ],
)
def test_genuine_name_passes_silently(name: str) -> None:
    """
    Han and Latin names of every shape have no finding.
    """
    assert () == person_name.check(name).findings
    assert name == person_name.format(name)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        ("张\n三", "张三"),
        ("\u200b张三", "张三"),
        ("Ａｎｎａ Ｌｉ", "Anna Li"),
        ("Anna  Li", "Anna Li"),
    ],
)
def test_layout_is_repaired_and_listed(value: str, expected: str) -> None:
    """
    Blanks, breaks, hidden characters and width carry nothing.
    """
    report = person_name.check(value)

    assert PersonName(expected) == report.value
    assert bool(report.changes)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("张3", ["DIGIT"], marks=not_ok("GX-089")),
        ("张三（曾用名）", ["BRACKET"]),
        ("张三?", ["LOST_CHARACTER"]),
        ("王□", ["LOST_CHARACTER"]),
        ("张三；", ["CHARACTER"]),
        ("张三、李四", ["CHARACTER"]),
        ("张三,李四", ["CHARACTER"]),
        ("买买提-吐尔逊", ["CHARACTER"]),
        ("李*", ["CHARACTER"]),
        ("·张三", ["CHARACTER"]),
        ("张三·", ["CHARACTER"]),
        ("'", ["CHARACTER"]),
        ("- -", ["CHARACTER"]),
        ("-", ["PLACEHOLDER"]),
        ("无", ["PLACEHOLDER"]),
        ("不详", ["PLACEHOLDER"]),
        ("", ["EMPTY"]),
        (None, ["EMPTY"]),
        ({}, ["NOT_TEXT"]),
        (12, ["DIGIT"]),
    ],
)
def test_what_is_no_name_is_refused_with_its_reason(value: object, expected: list[str]) -> None:
    """
    Digits, brackets, lost characters, other signs and words for nothing are told apart.
    """
    assert expected == [item.code.partition(".")[2] for item in person_name.check(value).errors]
    assert not person_name.is_valid(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("张", ["ONE_CHARACTER"]),
        ("空", ["ONE_CHARACTER"]),
        ("丽\ufe00", ["ONE_CHARACTER"]),
        ("阿不都热合曼买买提", ["LONG"]),
        ("a" * 51, ["LONG"]),
        ("李\ue000", ["STAND_IN"]),
        ("王⿰火丙", ["STAND_IN"]),
        ("张X", ["MIXED"]),
        ("Анна", ["OTHER_SCRIPT"]),
        ("김철수", ["OTHER_SCRIPT"]),
        ("བསོད་ནམས", ["OTHER_SCRIPT"]),
    ],
)
def test_what_is_unusual_is_only_remarked(value: str, expected: list[str]) -> None:
    """
    One character, many, stand-ins and other scripts may be right.
    """
    report = person_name.check(value)

    assert expected == [item.code.partition(".")[2] for item in report.findings]
    assert report.ok


def test_wrong_signs_are_named_by_code_point() -> None:
    """
    At most five signs, each once, as U+ numbers.
    """
    found = person_name.check("张；三；＃").errors[0]

    assert ("U+0023", "U+FF1B") == found.params["characters"]


def test_mask_keeps_the_first_character() -> None:
    """
    The rest of a name is hidden; a name of letters says that it is one.
    """
    assert "欧**" == person_name.mask("欧阳锋")
    assert "PersonName('李䶮')" == repr(person_name.parse("李䶮"))


@given(
    parts=st.lists(
        st.text(
            st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF, exclude_characters="无不没暂缺未待空"),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_names_of_han_parts_pass(parts: list[str]) -> None:
    """
    Han characters in parts joined by middle dots are a name, but for words that say there is none.
    """
    name = "·".join(parts)

    assert () == person_name.check(name).findings
