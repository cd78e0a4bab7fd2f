"""
Lines of a sheet that are no person: groups of rows, page numbers, other tables, and names that look like them.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import codes
from credrules.rosters import check_table, find_headings, lines

ON = dt.date(2025, 6, 30)
HEAD: list[object] = ["姓名", "性别", "身份证号"]
ONE: list[object] = ["张三", "男", "450000199307010014"]
TWO: list[object] = ["李四", "女", "450000198906300027"]


def _kinds(*below: list[object], merged: tuple[str, ...] = ()) -> list[str]:
    layout = find_headings([HEAD, ONE, *below], merged=merged)
    kinds = {line.row: line.kind.name for line in layout.lines} | dict.fromkeys(layout.rows, "PERSON")
    return [kinds[row] for row in range(2, len(below) + 2)]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["一、教师"], "SECTION"),
        (["（二）离退休"], "SECTION"),
        (["第二部分退休"], "SECTION"),
        (["二", "后勤（3人）"], "SECTION"),
        (["单位：乙校"], "SECTION"),
        (["教研组: 语文"], "SECTION"),
        (["语文组"], "SECTION"),
        (["退休人员（2人）"], "SECTION"),
        (["第 1 页 共 2 页"], "NOTE"),
        (["第2页/共2页"], "NOTE"),
        (["2025年6月30日"], "NOTE"),
        (["以下空白"], "NOTE"),
        (["——————"], "NOTE"),
        (["平均", None, "41"], "SUM"),
        (["本页小计", None, "2"], "SUM"),
        (["李登科"], "PERSON"),
        (["文科组"], "PERSON"),
        (["丁一"], "PERSON"),
        (["丁一", "女"], "PERSON"),
        (["王五", "男", "第二部分"], "PERSON"),
    ],
)
def test_lines_of_a_narrow_table(cells: list[object], kind: str) -> None:
    """
    A line that says what group, page or figure it is of is no person; whoever may be one is.
    """
    assert [kind] == _kinds(cells)


def test_a_line_merged_across_the_sheet_is_no_person() -> None:
    """
    What its words leave open the merged cell decides: nobody's name is as wide as the table.
    """
    assert ["PERSON", "PERSON"] == _kinds(["甲班"], TWO)
    assert ["SECTION", "PERSON"] == _kinds(["甲班"], TWO, merged=("A3:C3",))


def test_a_label_below_the_headings_is_no_heading() -> None:
    """
    单位：甲校 in the first row below the headings is not a second line of headings.
    """
    layout = find_headings([HEAD, ["单位：甲校"], ONE])

    assert (tuple(HEAD), (2,)) == (layout.headings, layout.rows)


def test_another_table_below_is_not_read_as_this_one() -> None:
    """
    What follows other headings belongs to them, until the first headings come again.
    """
    other: list[object] = ["身份证号", "姓名", "性别"]

    assert ["OTHER_TABLE", "OTHER_TABLE", "BLANK", "OTHER_TABLE", "REPEATED", "PERSON"] == _kinds(
        other, ["450000198906300027", "李四", "女"], [None], ["450000197501010035", "王五", "男"], HEAD, TWO
    )


def test_the_same_headings_in_another_language() -> None:
    """
    Headings whose fields stand in the same columns are the same, and so are headings below headings.
    """
    english: list[object] = ["Name", "Gender", "ID No."]

    assert ["REPEATED", "PERSON"] == _kinds(english, TWO)
    assert (2,) == find_headings([HEAD, ["Name", "Sex", "Work Unit"], ONE]).rows


def test_a_long_table_is_read_line_by_line() -> None:
    """
    Who cannot keep the rows asks for one line after the other, and hears the same.
    """
    sheet: list[list[object]] = [
        HEAD,
        ONE,
        ["一、教师"],
        TWO,
        ["姓名", "身份证号", "职称"],
        ["王五", "450000197501010035", "教授"],
    ]
    layout = find_headings(sheet)
    kind = layout.reader()

    assert [1, 3] == list(layout.rows)
    assert ["PERSON", "SECTION", "PERSON", "OTHER_TABLE", "OTHER_TABLE"] == [
        kind(cells, row).name for row, cells in enumerate(sheet[1:], start=1)
    ]
    assert [True, True] == [it.ok for it in check_table(layout.headings, layout.people(sheet), on=ON).rows]
    assert "PERSON" == lines.Below().kind(["某人"]).name


@pytest.mark.parametrize(
    ("headings", "people"),
    [
        (["姓名", "身份证号", "姓名", "身份证号"], 2),
        (["序号", "姓名", "性别"] * 3, 3),
        (["姓名", "姓名", "身份证号"], 0),
        (["姓名", "身份证号", "联系人", "联系人电话"], 0),
    ],
)
def test_people_side_by_side(headings: list[str], people: int) -> None:
    """
    A printed list with the same columns again beside the first ones is an error of the table: one was checked.
    """
    found = [it.params["people"] for it in check_table(headings, [], on=ON).table if it.code == "ROSTER.SIDE_BY_SIDE"]

    assert ([people] if people else []) == found


@pytest.mark.parametrize(
    "unit", ["甲县示范幼儿园", "样例公司", "国家示范高职院校", "市级样板社区", "北京举例科技有限公司", "示范中学"]
)
def test_units_with_an_example_in_their_name(unit: str) -> None:
    """
    Nobody is left out because of the unit they work for.
    """
    sheet: list[list[object]] = [
        ["序号", "姓名", "单位", "身份证号"],
        [1, "张三", unit, ONE[2]],
        [2, "李四", unit, TWO[2]],
    ]

    assert (1, 2) == find_headings(sheet).rows


@pytest.mark.parametrize(
    "cell", ["示例", "示例：张三", "张三（示例）", "例", "样例1", "导入样板数据", "（例）", "Sample"]
)
def test_examples_are_no_people(cell: str) -> None:
    """
    The word alone, with a label, or as a remark says that the line is one.
    """
    assert ["EXAMPLE"] == _kinds([cell, "男", ONE[2]])


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["张三", "部门负责人", None, None], "PERSON"),
        (["张三", "校级领导", None, None], "PERSON"),
        (["李审核", None, TWO[2], None], "PERSON"),
        (["王联系", "主管", None, None], "PERSON"),
        (["负责人：张三", None, None, "审核人："], "SIGNATURE"),
        (["盖章", None, None, None], "SIGNATURE"),
        (["制表人", None, "李某", None], "SIGNATURE"),
        (["经办人签字", "负责人签字：", None, None], "SIGNATURE"),
    ],
)
def test_chiefs_are_people(cells: list[object], kind: str) -> None:
    """
    A post that signatures have, too, and a name like one leave a person a person.
    """
    sheet: list[list[object]] = [["姓名", "职务", "身份证号", "备注"], ["丁某", "科员", ONE[2], None], cells]
    layout = find_headings(sheet)

    assert [kind] == [line.kind.name for line in layout.lines if line.row] + ["PERSON"] * (len(layout.rows) - 1)


@pytest.mark.parametrize(
    "head", [("单位", "姓名", "职称"), ("姓名", "职务", "手机", "身份证号", "民族"), ("职业资格", "姓名", "性别")]
)
def test_no_name_of_a_table_hides_a_person(head: tuple[str, ...]) -> None:
    """
    Whatever title, qualification, occupation, organ or place stands beside a name, the line is a person.
    """
    below = lines.Below((head,), len(head))
    names = {entry.name for table in codes.tables() for entry in table if len(table) < 2000}
    place = 1 if head[0] == "姓名" else 0
    rows = ([name, "张三"] if not place else ["张三", name] for name in sorted(names))

    assert [] == [row for row in rows if below.kind([*row, *[""] * (len(head) - 2)]) is not lines.LineKind.PERSON]


def test_a_smaller_table_above_is_not_lost() -> None:
    """
    Where a later table has more columns, the people above its headings are reported as another table's.
    """
    wide: list[object] = [*HEAD, "单位", "职称"]
    sheet: list[list[object]] = [["某表"], HEAD, ONE, [], wide, [*TWO, "甲校", "教师"]]
    layout = find_headings(sheet)
    kinds = [(line.row, line.kind.name) for line in layout.lines]

    assert (5,) == layout.rows
    assert [(0, "TITLE"), (1, "OTHER_TABLE"), (2, "OTHER_TABLE"), (3, "BLANK"), (4, "HEADING")] == kinds


def test_headings_alone_above_headings_are_no_table() -> None:
    """
    Without rows there is no other table: Name, Sex, ID above 姓名, 性别, 身份证号, 单位.
    """
    layout = find_headings([["Name", "Sex", "ID No."], [*HEAD, "单位", "职称"], [*TWO, "甲校", "教师"]])

    assert "OTHER_TABLE" not in [line.kind.name for line in layout.lines]
