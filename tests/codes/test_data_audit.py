"""
What the audit of 2026-11-29 found is mended, each thing with its own confidence.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import codes
from credrules.values import Confidence

GROUPS = codes.OCCUPATION_GROUPS
OCCUPATIONS = codes.OCCUPATIONS


def test_groups_of_occupations_are_complete() -> None:
    """
    The edition of 2022 has 8 major, 79 middle and 450 minor groups.
    """
    levels = [entry["level"] for entry in GROUPS]

    assert (8, 79, 450) == tuple(levels.count(level) for level in ("major", "middle", "minor"))
    assert GROUPS.about.completeness is codes.Completeness.COMPLETE


@pytest.mark.parametrize(("code", "name"), [("2-10-01", "记者"), ("2-10-02", "编辑")])
def test_names_without_a_code_stuck_to_them(code: str, name: str) -> None:
    """
    2-10-01 is 记者 and 2-10-02 is 编辑; no group's name holds a digit.
    """
    assert name == GROUPS[code].name
    assert [] == [entry.code for entry in GROUPS if any(sign.isdecimal() for sign in entry.name)]


def test_a_group_lies_in_the_group_of_its_code() -> None:
    """
    The code of a group is the code of the group above it and two digits.
    """
    assert [] == [entry.code for entry in GROUPS if entry.parent != entry.code.rpartition("-")[0]]


@pytest.mark.parametrize(
    ("code", "name", "since"),
    [
        ("2-05-07-17", "口腔卫生技师", "2024-07"),
        ("4-13-01-10", "网络主播", "2024-07"),
        ("4-04-05-13", "生成式人工智能系统应用员", "2024-07"),
        ("2-07-11-04", "养老服务师", "2025-07"),
        ("4-01-06-03", "跨境电商运营管理师", "2025-07"),
        ("4-06-02-04", "装修管家", "2025-07"),
    ],
)
def test_new_occupations_have_their_month(code: str, name: str, since: str) -> None:
    """
    The occupations published in July 2024 and July 2025 are read by name and begin in that month.
    """
    entry = OCCUPATIONS[code]
    before = OCCUPATIONS.check(name, on=dt.date(2023, 12, 31))

    assert (name, since, code) == (entry.name, str(entry.valid_from), OCCUPATIONS.check(name).value)
    assert "CODE.NOT_YET" in [item.code for item in before.findings]


def test_nineteen_and_seventeen_new_occupations() -> None:
    """
    19 were published in 2024 and 17 in 2025; 1639 are of the edition of 2022.
    """
    since = [str(entry.valid_from) for entry in OCCUPATIONS]

    assert (19, 17, 1639) == (since.count("2024-07"), since.count("2025-07"), since.count("None"))


def test_a_doubtful_code_says_so() -> None:
    """
    Of 网络安全等级保护测评师 only the name is sure: the code is of low confidence and never passes in silence.
    """
    report = OCCUPATIONS.check("网络安全等级保护测评师")

    assert Confidence.LOW is OCCUPATIONS["4-04-04-07"].confidence
    assert ["CODE.LOW_CONFIDENCE", "CODE.EXTENSION"] == [item.code for item in report.findings]
    assert {"2-02-32-02", "4-05-02-02"} == {
        e.code for e in OCCUPATIONS if e.valid_from and e.confidence.value == "medium"
    }


@pytest.mark.parametrize(
    ("name", "level", "beside"),
    [("电影放映主任技师", "412", "362"), ("电影放映技师", "420", "363"), ("电影放映技术员", "434", "364")],
)
@pytest.mark.parametrize("table", [codes.TITLE_NAMES, codes.QUALIFICATION_TITLES, codes.CURRENT_POSTS])
def test_film_projection_titles(table: codes.CodeTable, name: str, level: str, beside: str) -> None:
    """
    The titles of film projection have a rank, no official code, and medium confidence.
    """
    entry = table[table.check(name).value or ""]

    assert (level, codes.TITLES.rank(beside), "medium") == (entry["level"], entry.rank, entry.confidence.value)
    assert ["CODE.EXTENSION"] == [item.code for item in table.check(name).findings]


def test_the_aviation_series_is_marked_incomplete() -> None:
    """
    Of the civil aviation series one level is listed, which the row says; the reform has all levels.
    """
    assert codes.TITLE_SERIES["EXT-AVIATION"].note.startswith("INCOMPLETE")
    assert "not known" in codes.TITLE_SERIES["EXT-TECHSCHOOL"].note


@pytest.mark.parametrize(
    ("qualification", "title", "confidence"), [("执业兽医", "104", "high"), ("2021-P41", "123", "medium")]
)
def test_titles_of_qualifications(qualification: str, title: str, confidence: str) -> None:
    """
    A licensed veterinarian is 助理兽医师 by the opinion on the series, an agent of registration 经济师 by a copy.
    """
    found = codes.translate(qualification, codes.OCCUPATIONAL_QUALIFICATIONS, codes.TITLES)

    assert [(title, confidence)] == [(item.entry.code, item.confidence.value) for item in found.counterparts]


@pytest.mark.parametrize("code", ["2021-P37", "2021-P38", "2021-P40", "2021-P48", "2021-P49", "2021-P53"])
def test_examinations_that_give_the_title_themselves(code: str) -> None:
    """
    Social work, accounting, economics, health, audit and statistics have no row in the map, and say why.
    """
    assert "the examination itself gives the title" in codes.OCCUPATIONAL_QUALIFICATIONS[code].note
    assert not codes.translate(code, codes.OCCUPATIONAL_QUALIFICATIONS, codes.TITLES).counterparts


@pytest.mark.parametrize(("letters", "number"), [("CQ", "81"), ("QT", "97"), ("WG", "98")])
def test_local_letters_of_ethnic_groups(letters: str, number: str) -> None:
    """
    CQ, QT and WG are local letters of 81, 97 and 98: marked, of medium confidence, one entry in both tables.
    """
    entry = codes.ETHNICITY_LETTERS[letters]

    assert (number, "medium", "extension") == (entry["number"], entry.confidence.value, entry.status.value)
    assert letters == codes.ETHNICITY[number]["alpha"]
    assert number == codes.ETHNICITY.check(letters).value


def test_the_two_grade_tables_run_against_each_other() -> None:
    """
    Code 1 is the highest of five grades and the lowest of eight; the second table says that its numbers are ours.
    """
    notes = codes.SKILL_GRADES_2022.about.notes

    assert ("高级技师", "学徒工") == (codes.SKILL_GRADES["1"].name, codes.SKILL_GRADES_2022["1"].name)
    assert "本库自定" in notes.zh
    assert "SKILL_GRADES" in notes.zh
