"""
Headings over two and three lines: public templates as they stand, and sheets put together at random.
"""

from __future__ import annotations

import csv
import functools
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.rosters import LineKind, find_headings, match_columns
from credrules.rosters.column import Heading

FOLDER = Path(__file__).parent / "headings" / "grouped"
Range = tuple[int, int, int, int]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@functools.cache
def grouped() -> dict[str, list[dict[str, str]]]:
    """
    Return template -> its columns.
    """
    return {
        name: list(rows) for name, rows in itertools.groupby(_rows("columns.csv"), key=lambda item: item["template"])
    }


def heading_of(row: dict[str, str]) -> Heading:
    """
    Return a heading as the reader is given it: a text, or the groups above and the text.
    """
    parts = tuple(filter(None, (row["top"], row["group"], row["heading"])))
    return parts[0] if len(parts) == 1 else parts


def drawn(headings: list[Heading]) -> tuple[list[list[Any]], list[Range]]:
    """
    Return the lines of a sheet with these headings, and its merged ranges from 1: groups sideways, others downwards.
    """
    parts = [(item,) if isinstance(item, str) else item for item in headings]
    depth = max(map(len, parts))
    lines: list[list[Any]] = [[None] * len(parts) for _ in range(depth)]
    merged: list[Range] = []
    for level in range(depth):
        for _key, places in itertools.groupby(range(len(parts)), key=lambda at: _cell(parts[at], level, at)):
            first, *rest = places
            if level >= len(parts[first]):
                continue
            lines[level][first] = parts[first][level]
            bottom = depth if level == len(parts[first]) - 1 else level + 1
            if rest or bottom > level + 1:
                merged.append((level + 1, first + 1, bottom, first + 1 + len(rest)))
    return lines, merged


def _cell(parts: tuple[str, ...], level: int, at: int) -> tuple[Any, ...]:
    # Columns share a cell if they share all groups down to this line; a heading itself is shared with no one.
    return parts[: level + 1] if level < len(parts) - 1 else (at,)


def below(lines: list[list[Any]], merged: list[Range]) -> tuple[list[list[Any]], list[Range]]:
    """
    Return both, one line further down, with a title above.
    """
    return [["职工花名册"], *lines], [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merged]


@pytest.mark.parametrize("name", sorted(grouped()))
def test_a_public_template_is_read_right(name: str) -> None:
    """
    Every column of every template with groups is read as it was labelled, nobody else's as the person's own.
    """
    rows = grouped()[name]
    columns = match_columns([heading_of(row) for row in rows]).columns
    wrong = [
        (column.heading, column.field)
        for row, column in zip(rows, columns, strict=True)
        if column.field not in row["field"].split("|")
    ]

    assert [] == wrong


@pytest.mark.parametrize("with_ranges", [True, False])
@pytest.mark.parametrize("name", sorted(grouped()))
def test_a_public_template_is_found_in_its_sheet(name: str, *, with_ranges: bool) -> None:
    """
    Lines and people are told apart, with and without the merged ranges; groups that say something are kept.
    """
    rows = grouped()[name]
    headings = [heading_of(row) for row in rows]
    lines, merged = below(*drawn(headings))
    people = [[f"某{number}" for _ in rows] for number in range(3)]
    layout = find_headings([*lines, *people], merged=merged if with_ranges else ())
    found = match_columns(layout.headings)

    assert tuple(range(len(lines), len(lines) + 3)) == layout.rows
    assert [column.field for column in match_columns(headings).columns] == [column.field for column in found.columns]
    if with_ranges:
        assert tuple(headings) == layout.headings


def test_the_templates_are_told_of() -> None:
    """
    Twelve templates, two of them with three lines; as many columns as the list of templates says.
    """
    listed = {row["template"]: row for row in _rows("templates.csv")}

    assert listed.keys() == grouped().keys()
    assert [int(row["columns"]) for row in listed.values()] == [len(grouped()[name]) for name in listed]
    assert 2 <= sum(row["lines"] == "3" for row in listed.values())


OWN = ("序号", "姓名", "性别", "民族", "身份证号", "出生年月", "籍贯", "政治面貌", "参加工作时间", "工作单位", "备注")
OF_OTHERS = ("姓名", "性别", "身份证号", "出生日期", "手机号", "工作单位", "联系电话", "政治面貌")
OTHERS = ("配偶", "子女", "联系人", "紧急联系人", "家庭成员", "监护人", "父亲", "单位负责人")
STUDIES = {"全日制教育": "first", "在职教育": "later", "第一学历": "first", "普通高等学校全日制教育": "first"}
OF_STUDY = {
    "学历": "education",
    "学位": "degree",
    "毕业院校": "school",
    "所学专业": "major",
    "毕业时间": "graduated_on",
}
OF_TITLE = {"名称": "title_name", "级别": "title_level", "取得时间": "issued_on", "证书编号": "certificate_number"}
TITLES = ("专业技术职务", "职称", "专业技术资格")
PAST = ("原职称", "拟聘职称", "申报职称", "原专业技术职务")
EMPTY_GROUPS = ("基本信息", "个人信息", "基本情况")


@st.composite
def groups(draw: st.DrawFn) -> list[tuple[tuple[str, ...], str]]:
    """
    Draw one group of columns: (heading, the field it means; "" for none).
    """
    kind = draw(st.sampled_from(["other", "study", "title", "past", "plain", "deep"]))
    if kind == "other":
        owner = draw(st.sampled_from(OTHERS))
        return [((owner, text), "") for text in draw(_some(OF_OTHERS))]
    if kind == "deep":
        owner = draw(st.sampled_from(OTHERS))
        return [(("家庭情况", owner, text), "") for text in draw(_some(OF_OTHERS))]
    if kind == "study":
        study = draw(st.sampled_from(sorted(STUDIES)))
        return [((study, text), f"{STUDIES[study]}_{OF_STUDY[text]}") for text in draw(_some(tuple(OF_STUDY)))]
    if kind == "title":
        title = draw(st.sampled_from(TITLES))
        return [((title, text), OF_TITLE[text]) for text in draw(_some(tuple(OF_TITLE)))]
    if kind == "past":
        past = draw(st.sampled_from(PAST))
        return [((past, text), "") for text in ("名称", "级别")[: draw(st.integers(1, 2))]]
    return [((draw(st.sampled_from(EMPTY_GROUPS)), "联系电话"), "phone")]


def _some(texts: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(texts), min_size=1, max_size=4, unique=True)


@st.composite
def sheets(draw: st.DrawFn) -> list[tuple[Heading, str]]:
    """
    Draw the columns of a table: the person's own, and groups among them, each at most once.
    """
    own: dict[str, str] = {"姓名": "name", "性别": "sex", "民族": "ethnicity", "身份证号": "citizen_id"}
    more = {
        "序号": "",
        "出生年月": "birth_date",
        "籍贯": "native_place",
        "政治面貌": "political_status",
        "参加工作时间": "work_start",
        "备注": "",
    }
    chosen = draw(st.lists(st.sampled_from(sorted(more)), max_size=4, unique=True))
    columns: list[tuple[Heading, str]] = [*own.items(), *((text, more[text]) for text in chosen)]
    seen: set[str] = set()
    for found in draw(st.lists(groups(), min_size=1, max_size=3)):
        names = {heading[0] for heading, _ in found} | {name.partition("_")[0] for _, name in found if name}
        if seen & names:
            continue
        seen |= names
        columns += found
    return columns


@settings(max_examples=150, deadline=None)
@given(sheets(), st.booleans(), st.integers(1, 3))
def test_groups_at_random(columns: list[tuple[Heading, str]], ranged: bool, count: int) -> None:  # noqa: FBT001  # drawn
    """
    One to three lines, groups merged or written once: whose, of when and of what each column is, and who is there.
    """
    headings = [heading for heading, _ in columns]
    lines, merged = below(*drawn(headings))
    people = [[f"某{number}" for _ in columns] for number in range(count)]
    layout = find_headings([*lines, *people], merged=merged if ranged else ())
    found = match_columns(layout.headings)

    assert [name for _, name in columns] == [column.field for column in found.columns]
    assert tuple(range(len(lines), len(lines) + count)) == layout.rows
    assert {LineKind.TITLE, LineKind.HEADING} == {line.kind for line in layout.lines}
