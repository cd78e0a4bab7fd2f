"""
Hours as cells hold them: Chinese numerals, thousands' commas, and words for a requirement's own parts.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.hours import REQUIREMENTS, Subject, audit, audit_many, read, read_entry
from credrules.hours.amounts import in_digits, read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("九十", 90),
        ("1,090", 1090),
        ("十二", 12),
        ("二十四", 24),
        ("一百二十", 120),
        ("七十二", 72),
        ("三百六十", 360),
        ("一百零五", 105),
        ("一千零九十", 1090),
        ("两百", 200),
        ("12,345", 12345),
        ("１，０９０", 1090),
        ("九十学时", 90),
        ("1,090学时", 1090),
    ],
)
def test_numbers_as_people_write_them(text: str, amount: int) -> None:
    """
    Chinese numerals and thousands' commas are numbers.
    """
    report = read(text)

    assert report.value is not None
    assert amount == report.value.total
    assert (amount, ()) == read_amount(text.removesuffix("学时"))


@pytest.mark.parametrize("text", ["九十九十", "一二", "十百", "1,09", "1,0900", ",090", "九十几", "零十"])
def test_what_is_no_number(text: str) -> None:
    """
    What nobody says, and commas that part no thousands, are not read.
    """
    assert read_amount(text)[0] is None


@given(st.integers(0, 9999))
def test_every_numeral_is_read(number: int) -> None:
    """
    Written with units, every number below ten thousand is read as itself.
    """
    assert str(number) == in_digits(_spoken(number))


def _spoken(number: int) -> str:
    figures = "零一二三四五六七八九"
    if number == 0:
        return "零"
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // unit % 10
        if figure:
            text += ("零" if gap and text else "") + figures[figure] + name
            gap = False
        else:
            gap = True
    return text


def test_parts_with_numerals() -> None:
    """
    公需三十/专业六十 is read like 公需30/专业60, and 一般公需 keeps its name.
    """
    assert read("公需30/专业60").value == read("公需三十/专业六十").value
    assert {Subject.GENERAL: 18} == dict(getattr(read("一般公需十八").value, "hours", {}))


@pytest.mark.parametrize(
    ("word", "subject", "tags"),
    [
        ("必修课", None, ("compulsory",)),
        ("必修", None, ("compulsory",)),
        ("必修科目", None, ("compulsory",)),
        ("公需必修", Subject.GENERAL, ("compulsory",)),
        ("公需必修课", Subject.GENERAL, ("compulsory",)),
        ("专业必修课程", Subject.PROFESSIONAL, ("compulsory",)),
        ("专业选修", Subject.PROFESSIONAL, ()),
        ("I类", None, ("class1",)),
        ("II类", None, ("class2",)),
        ("Ⅰ类学分", None, ("class1",)),
        ("Ⅱ类学分", None, ("class2",)),
        ("一类", None, ("class1",)),
        ("职业道德", None, ("ethics",)),
    ],
)
def test_words_for_a_requirements_own_parts(word: str, subject: Subject | None, tags: tuple[str, ...]) -> None:
    """
    必修课 is the part that a requirement asks for apart, not an unknown subject.
    """
    for raw in ({"科目": word, "学时": 30, "年度": 2020}, ("p", 2020, word, 30)):
        entry = read_entry(raw).value
        assert entry is not None
        assert (subject, tags) == (entry.subject, entry.tags)


@pytest.mark.parametrize(
    ("row", "entries", "passed"),
    [
        ("CN-JZS-2010", [("必修课", 60), ("选修课", 60)], True),
        ("CN-JZS-2010", [("选修课", 120)], False),
        ("CN-CME-old", [("I类", 6), ("II类", 19)], True),
        ("CN-CME-old", [("I类学分", 4), ("II类学分", 21)], False),
        ("CN-CPA-P-2022", [("职业道德", 4), ("", 36)], True),
        ("CN-FDC", [("必修", 60), ("选修", 60)], True),
    ],
)
def test_they_count_as_those_parts(row: str, entries: list[tuple[str, int]], passed: bool) -> None:  # noqa: FBT001  # a column of the table
    """
    Compulsory 60 and elective 60 are what the rule of builders asks for, one by one and as a stream.
    """
    rule = REQUIREMENTS[row]
    rows = [{"人员": "p", "年度": 2023, "学时": hours, **({"科目": word} if word else {})} for word, hours in entries]
    year = 2023 if rule.in_force(2023) else rule.until.year if rule.until else 2023
    rows = [{**item, "年度": year} for item in rows]
    stream = [answer.passed for _, _, answer in audit_many(rows, requirement=rule.with_(year=year))]

    assert passed is audit(rows, requirement=rule, year=year).passed
    assert [passed] == stream


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("'90", 90),
        ("’90", 90),
        ("90学时。", 90),
        ("90,", 90),
        ("90；", 90),
        ("九十学时。", 90),
        (" '90 ", 90),
        ("90、", 90),
        ("90\n", 90),
        ("'1,090", 1090),
    ],
)
def test_signs_around_hours_mean_nothing(text: str, amount: int) -> None:
    """
    The apostrophe of a spreadsheet's text and a last full stop do not refuse a number.
    """
    assert amount == getattr(read(text).value, "total", None)
    assert amount == read_amount(text.replace("学时", ""))[0]


@pytest.mark.parametrize(
    "text", ["一百一", "两千三", "一百二学时", "三百六", "公需一百二", "一千五", "九百九", "二百五"]
)
def test_numerals_with_two_meanings_are_not_read(text: str) -> None:
    """
    一百一 is 110 as people say it and 101 as others write it: no figure is taken.
    """
    assert (None, ["HOURS.TEXT"]) == (read(text).value, [item.code for item in read(text).errors])


@pytest.mark.parametrize(
    ("word", "subject", "tags"),
    [
        ("必修学时", None, ("compulsory",)),
        ("必修课程", None, ("compulsory",)),
        ("专业必修", Subject.PROFESSIONAL, ("compulsory",)),
        ("公需必修课程", Subject.GENERAL, ("compulsory",)),
        ("公需选修", Subject.GENERAL, ()),
        ("Ⅰ类", None, ("class1",)),
        ("Ⅱ类", None, ("class2",)),
        ("1类学分", None, ("class1",)),
        ("二类学分", None, ("class2",)),
        ("I类学分", None, ("class1",)),
    ],
)
def test_more_words_for_parts(word: str, subject: Subject | None, tags: tuple[str, ...]) -> None:
    """
    The parts of builders and physicians are known by every usual word.
    """
    entry = read_entry({"科目": word, "学时": 30, "年度": 2020}).value

    assert entry is not None
    assert (subject, tags) == (entry.subject, entry.tags)
