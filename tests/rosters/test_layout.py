"""
Sheets as offices keep them: headings are found, only people are people, every other line has a kind.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.rosters import Layout, LineKind, check_table, find_headings
from tests.rosters.test_real_headings import ON

ID = "450000199307010014"
HEAD: list[object] = ["序号", "姓名", "性别", "身份证号", "学历", "职称"]
ROW: list[object] = [1, "张三", "男", ID, "本科", "工程师"]


def kinds(sheet: Sequence[Sequence[object]], **options: object) -> list[str]:
    """
    Return the kind of each row, in order.
    """
    layout = find_headings(sheet, **options)  # type: ignore[arg-type]  # only `merged`
    found = {line.row: line.kind.name for line in layout.lines} | dict.fromkeys(layout.rows, "PERSON")
    return [found[row] for row in range(len(sheet))]


STUDIES: Sequence[object] = [
    "序号",
    "姓名",
    "性别",
    "身份证号",
    "普通高等学校全日制教育",
    None,
    None,
    "在职教育",
    None,
    None,
    "联系人",
    None,
    "备注",
]
BELOW: Sequence[object] = [
    None,
    None,
    None,
    None,
    "学历",
    "学位",
    "毕业院校",
    "学历",
    "学位",
    "毕业院校",
    "姓名",
    "手机号",
    None,
]
PERSON: Sequence[object] = [
    1,
    "张三",
    "男",
    ID,
    "本科",
    "学士",
    "甲大学",
    None,
    None,
    None,
    "李四",
    "13800000001",
    None,
]
MERGED = ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:J2", "K2:L2", "M2:M3"]


@pytest.mark.parametrize("merged", [(), MERGED])
def test_two_lines_of_headings(merged: list[str]) -> None:
    """
    Own name and number are read, first and later education kept apart, and the contact's columns are the contact's.
    """
    sheet: list[Sequence[object]] = [["某校教师花名册"], STUDIES, BELOW, PERSON]
    layout = find_headings(sheet, merged=merged)

    assert (1, 2) == layout.heading_rows
    assert (3,) == layout.rows
    assert layout.title == "某校教师花名册"
    assert {
        "姓名": "name",
        "性别": "sex",
        "身份证号": "citizen_id",
        ("普通高等学校全日制教育", "学历"): "first_education",
        ("普通高等学校全日制教育", "学位"): "first_degree",
        ("普通高等学校全日制教育", "毕业院校"): "first_school",
        ("在职教育", "学历"): "later_education",
        ("在职教育", "学位"): "later_degree",
        ("在职教育", "毕业院校"): "later_school",
    } == dict(layout.columns.fields)
    assert [PERSON] == list(layout.people(sheet))


def test_merged_ranges_are_told_in_two_ways() -> None:
    """
    As texts, or as numbers (first row, first column, last row, last column) from one; anything else is no range.
    """
    sheet: list[Sequence[object]] = [["姓名", "联系人", None], [None, "姓名", "电话"], ["张三", "李四", "1"]]
    expected = ("姓名", ("联系人", "姓名"), ("联系人", "电话"))

    assert expected == find_headings(sheet, merged=["Sheet1!$B$1:$C$1", "x", 5, (1, 2)]).headings
    assert expected == find_headings(sheet, merged=[(1, 2, 1, 3)]).headings
    assert expected == find_headings(sheet, merged=[(0, 1, 0, 2)]).headings
    assert expected == find_headings([*sheet[:1], *sheet[1:]], merged=["B1:C1", "AA1"]).headings


# Heading lines as given -> how many people there are, and the fields of the columns in order.
SHEETS: tuple[tuple[list[list[object]], int, list[str]], ...] = (
    (
        [
            ["序号", "姓名", "性别", "身份证号", "联系人", None, "备注"],
            [None, None, None, None, "姓名", "手机号", None],
        ],
        7,
        ["name", "sex", "citizen_id"],
    ),
    (
        [
            ["序号", "姓名", "性别", "身份证号", "第一学历", None, None, "最高学历", None, None],
            [None, None, None, None, "学历", "毕业院校", "毕业时间", "学历", "毕业院校", "毕业时间"],
        ],
        10,
        [
            "name",
            "sex",
            "citizen_id",
            "first_education",
            "first_school",
            "first_graduated_on",
            "education",
            "school",
            "graduated_on",
        ],
    ),
    (
        [
            ["姓名", "身份证号", "性别", "配偶", None, None, "子女", None],
            [None, None, None, "姓名", "身份证号", "工作单位", "姓名", "出生日期"],
        ],
        8,
        ["name", "citizen_id", "sex"],
    ),
    (
        [
            ["基本情况", None, None, "专业技术职务", None, "备注"],
            ["姓名", "性别", "出生年月", "名称", "取得时间", None],
        ],
        6,
        ["name", "sex", "birth_date", "title_name", "issued_on"],
    ),
    (
        [
            ["姓名", "性别", "继续教育学时", None, None],
            [None, None, "2024年", None, "2025年"],
            [None, None, "公需", "专业", "公需"],
        ],
        5,
        ["name", "sex", "general_hours", "professional_hours", "general_hours"],
    ),
    (
        [["姓名", "性别", "学历", None, "职称"], [None, None, "第一学历", "最高学历", None]],
        5,
        ["name", "sex", "first_education", "education", "title_name"],
    ),
    (
        [["单位", "姓名", "紧急联系人", None, "监护人", None], [None, None, "姓名", "电话", "姓名", "身份证号"]],
        6,
        ["unit_name", "name"],
    ),
    (
        [["姓名", "现任职务", None, "拟任职务", None], [None, "职务", "任职时间", "职务", "任职时间"]],
        5,
        ["name", "position"],
    ),
    (
        [["姓名", "身份证号", "户籍", None], [None, None, "户口所在地", "户口性质"]],
        4,
        ["name", "citizen_id", "residence"],
    ),
    ([["姓名", "性别", "民族", "学历"]], 4, ["name", "sex", "ethnicity", "education"]),
    (
        [
            ["姓名", "证件", None, "职称证书", None, None],
            [None, "证件类型", "证件号码", "职称", "证书编号", "发证日期"],
        ],
        6,
        ["name", "citizen_id", "title_name", "certificate_number", "issued_on"],
    ),
)


@pytest.mark.parametrize(("heads", "width", "fields"), SHEETS, ids=lambda value: str(value)[:60])
@pytest.mark.parametrize("count", [1, 3])
def test_as_many_people_as_there_are(heads: list[list[object]], width: int, fields: list[str], count: int) -> None:
    """
    A second line of headings is no person, and nothing of the person comes from another's group.
    """
    people: list[list[object]] = [["甲", "乙丙", "x", 3, "丁", "x", "y", "z", "u", "v"][:width] for _ in range(count)]
    layout = find_headings([["名册"], *heads, *people])

    assert count == len(layout.rows)
    assert fields == list(layout.columns.fields.values())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (HEAD, "REPEATED"),
        (["序 号", "姓　名", "性别", "身份证号", "学历", "职称"], "REPEATED"),
        ([None, "姓名", "性别", "身份证号", None, None], "REPEATED"),
        (["示例：张三", "男", ID, "本科", "工程师", None], "EXAMPLE"),
        ([1, "张三（示例）", "男", ID, "本科", "工程师"], "EXAMPLE"),
        (["例", "张三", "男", ID, "本科", "工程师"], "EXAMPLE"),
        (["导入样板数据", "张三", "男", ID, "本科", "工程师"], "EXAMPLE"),
        (["样例1", "张三", "男", ID, "本科", "工程师"], "EXAMPLE"),
        (["范例", "李四", None, None, None, None], "EXAMPLE"),
        (["必填", "必填", "必填", "18位身份证号，必填", "选填", "选填"], "INSTRUCTION"),
        ([None, "必填", "男/女", "文本格式", "下拉选择", "请填写全称"], "INSTRUCTION"),
        ([None, "格式：张三", "下拉选择", "格式：18位", "如：本科", "选填"], "INSTRUCTION"),
        (["自动编号", "必填", "单选", "必填，文本", "可填", None], "INSTRUCTION"),
        (["合计", 30, None, None, None, None], "SUM"),
        (["合 计", None, None, None, None, 5], "SUM"),
        (["甲校小计", 12, None, None, None, None], "SUM"),
        ([None, "共 30 人", None, None, None, None], "SUM"),
        (["总计", None, 3, None, None, None], "SUM"),
        (["本页小计", None, 3, None, None, None], "SUM"),
        (["填表人：王五", None, None, "审核人：", None, None], "SIGNATURE"),
        (["培训机构负责人：", None, None, "填表人：", None, "盖章"], "SIGNATURE"),
        (["单位（盖章）：", None, None, None, None, None], "SIGNATURE"),
        (["制表：张三", None, "日期", None, None, None], "SIGNATURE"),
        (["审核人签字", None, None, None, None, None], "SIGNATURE"),
        (["联系电话：", None, None, None, None, None], "SIGNATURE"),
        (["注：以上人员均在编", None, None, None, None, None], "NOTE"),
        (["说明：1.本表一式两份", None, None, None, None, None], "NOTE"),
        (["填写说明", None, None, None, None, None], "NOTE"),
        (["一、在职人员", None, None, None, None, None], "SECTION"),
        ([None, None, None, None, None, None], "BLANK"),
        (["", " ", "", "", "", ""], "BLANK"),
        (ROW, "PERSON"),
        ([2, "李四", None, None, None, None], "PERSON"),
        ([2, "示凡", "女", ID, "大专", None], "PERSON"),
        ([3, "何计", "女", ID, "大专", "教授"], "PERSON"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_a_line_below_the_headings_is(line: list[object], kind: str) -> None:
    """
    Headings repeated, examples, instructions, sums, signatures and notes are left out and reported with their kind.
    """
    assert ["HEADING", "PERSON", kind, "PERSON"] == kinds([HEAD, ROW, line, ROW])
    assert kind == find_headings([HEAD, ROW]).kind(line).name


def test_what_stands_above_the_headings() -> None:
    """
    A title, then notes; a note with a colon is no group of headings.
    """
    sheet: list[list[object]] = [
        ["附件2：人员登记表"],
        [],
        ["某局人员花名册"],
        ["填报单位：某局", None, None, "日期：2025年6月"],
        HEAD,
        ROW,
    ]

    assert ["NOTE", "BLANK", "TITLE", "NOTE", "HEADING", "PERSON"] == kinds(sheet)
    assert all(kind.label.zh and kind.label.en for kind in LineKind)


def test_a_group_repeated_at_a_page_break() -> None:
    """
    Both lines of a heading that comes again are left out.
    """
    sheet: list[Sequence[object]] = [STUDIES, BELOW, PERSON, STUDIES, BELOW, PERSON]

    assert ["HEADING", "HEADING", "PERSON", "REPEATED", "REPEATED", "PERSON"] == kinds(sheet)


def test_headings_that_nobody_understands() -> None:
    """
    The first full line of words is the heading line all the same; without one there is no layout.
    """
    assert ("名称", "编号") == find_headings([["某表"], ["名称", "编号"], ["张三", ID]]).headings
    assert () == find_headings([[1, 2], [3, 4]]).headings
    assert ["BLANK", "NOTE"] == kinds([[None], [7]])
    assert Layout() == find_headings([])
    assert Layout() == find_headings(5)  # type: ignore[arg-type]  # the point of the test


def test_a_table_of_one_column() -> None:
    """
    A list of numbers is a table too.
    """
    layout = find_headings([["身份证号"], [ID], [ID]])

    assert (("身份证号",), (1, 2)) == (layout.headings, layout.rows)


def test_headings_stay_as_they_were_written() -> None:
    """
    A line break inside a heading is kept, so that findings name the heading as its author sees it.
    """
    layout = find_headings([[" 姓名 ", "身份证\n号码", 7], ["张三", ID, 1]])

    assert ("姓名", "身份证\n号码", "7") == layout.headings


def test_a_sheet_of_the_layout_is_checked_as_a_table() -> None:
    """
    Headings and people of a layout are what `check_table` takes; the path begins with group and heading.
    """
    sheet: list[Sequence[object]] = [
        ["名册"],
        ["姓名", "身份证号", "第一学历", None],
        [None, None, "学历", "毕业时间"],
        ["张三", ID, "本科", "某年"],
    ]
    layout = find_headings(sheet)
    reports = list(check_table(layout.headings, layout.people(sheet), on=ON).rows)

    assert ["(('第一学历', '毕业时间'),)"] == [repr(item.path) for item in reports[0].errors]


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=8)), max_size=5), max_size=6))
def test_any_sheet_has_a_layout(sheet: list[list[object]]) -> None:
    """
    Whatever a sheet holds, each row is either a person or has a kind.
    """
    layout = find_headings(sheet)

    assert sorted([*layout.rows, *(line.row for line in layout.lines)]) == list(range(len(sheet)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ([1, 2, 3, 4], "NUMBERS"),
        (["1", "2", "3", "4"], "NUMBERS"),
        (["(1)", "(2)", "(3)", "(4)"], "NUMBERS"),
        (["甲", "乙", 1, 2], "NUMBERS"),
        (["甲", "乙", "丙", "丁"], "NUMBERS"),
        (["栏次", 1, 2, 3], "NUMBERS"),
        (["①", "②", "③", "④"], "NUMBERS"),
        (["A", "B", "C", "D"], "NUMBERS"),
        (["①", "1", "2", "3"], "PERSON"),
        ([1, "张三", 3, 4], "PERSON"),
        ([1, "甲", "男", "13800000001"], "PERSON"),
        (["2", "3", "4", "5"], "PERSON"),
        (["甲", "乙", None, None], "PERSON"),
    ],
)
def test_a_line_that_counts_the_columns_is_nobody(line: list[object], kind: str) -> None:
    """
    Statistical forms number their columns below the headings.
    """
    sheet: list[Sequence[object]] = [
        ["姓名", "性别", "身份证号", "手机"],
        line,
        ["张三", "男", "450000199307010014", None],
    ]

    assert ["HEADING", kind, "PERSON"] == kinds(sheet)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (["李艳", None, None, None], "PERSON"),
        (["欧阳娜娜", None, None, None], "PERSON"),
        (["买买提·吐尔逊", None, None, None], "PERSON"),
        (["以上人员均已核对", None, None, None], "NOTE"),
        ([None, "李艳", None, None], "NOTE"),
        (["合计", None, None, None], "SUM"),
        (["与身份证一致", "下拉选择", "18位", "11位"], "INSTRUCTION"),
    ],
)
def test_somebody_of_whom_only_the_name_is_written(line: list[object], kind: str) -> None:
    """
    A name in the column of names is a person with all else missing, never a note that is left out.
    """
    people = [["张三", "男", "450000199307010014", None], ["王五", "女", "450000198906300027", None]]
    sheet: list[Sequence[object]] = [["姓名", "性别", "身份证号", "手机"], people[0], line, people[1]]

    assert ["HEADING", "PERSON", kind, "PERSON"] == kinds(sheet)
