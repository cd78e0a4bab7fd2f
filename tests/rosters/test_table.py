"""
A table as a whole: what is said of it, what of its rows, and what its counts may claim.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from credrules.rosters import PROFILE, ColumnMatch, check_row, check_rows, check_table, match_columns, summarize
from credrules.rosters.check import hold_back

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"
SECOND = "450000198906300027"


def said(headings: list[object], rows: list[object] | None = None) -> dict[str, tuple[object, ...]]:
    """
    Return code -> path of what is said of a table.
    """
    return {item.code: item.path for item in check_table(headings, rows or [], on=ON).table}


def test_nothing_recognised_is_an_error_of_the_table() -> None:
    """
    A table without a name and without a number names its headings and the nearest fields; it never passes.
    """
    report = check_table(["名称", "编号"], [["张三", ID]], on=ON)
    error = report.table[0]

    assert not report.ok
    assert ("ROSTER.NOT_RECOGNISED", ()) == (error.code, error.path)
    assert all(word in error.message() for word in ("名称、编号", "姓名"))
    assert "names" in error.message("en")
    assert [None] == [item.value for item in report.rows]
    assert not report.summary.all_passed
    assert "没有找到姓名列" in report.summary.verdict()


@pytest.mark.parametrize(
    "headings",
    [
        ["名称", "编号"],
        ["配偶姓名", "配偶身份证号"],
        ["星座"],
        ["联系人姓名", "联系人电话"],
        ["原姓名"],
        ["备注", "序号"],
        [""],
        ["身份证后四位"],
        ["性别", "民族"],
        ["职称", "取得时间", "证书编号"],
        [("联系人", "姓名"), ("联系人", "手机号")],
    ],
)
def test_a_table_of_nobody(headings: list[object]) -> None:
    """
    However many columns are understood, without a name and a number nobody can be told apart.
    """
    assert "ROSTER.NOT_RECOGNISED" in said(headings)


def test_a_row_alone_in_which_nothing_is_understood() -> None:
    """
    It is an error and no blank row; only blank rows are called blank, and a row with a known column is judged.
    """
    nothing = check_row({"名称": "张三", "编号": ID}, on=ON)

    assert ["ROSTER.NOT_RECOGNISED"] == [item.code for item in nothing.findings]
    assert not nothing.ok
    assert ["ROSTER.BLANK_ROW"] == [item.code for item in check_row({"名称": "", "编号": None}, on=ON).findings]
    assert () == check_row({"性别": "男", "星座": "x"}, on=ON).findings
    assert ["ROSTER.REQUIRED"] == [item.code for item in check_row({"姓名": "", "备注": "x"}, on=ON).findings]


def test_what_is_absent_is_told_once() -> None:
    """
    A missing name, a missing number, and a column the host requires.
    """
    strict = PROFILE.require("RosterRow.sex", "RosterRow.title_name")
    report = check_table(["姓名", "职称"], [["张三", "工程师"]] * 2, on=ON, profile=strict)

    assert ["身份证号", "性别"] == [item.params["field"].zh for item in report.table]
    assert {"ROSTER.COLUMN_ABSENT"} == {item.code for item in report.table}
    assert [[], []] == [[item.code for item in row.errors] for row in report.rows]
    assert report.summary.verdict().endswith("表中没有“性别”这一列，该项没有核对")
    assert said(["姓名", "身份证号"]) == {}


def test_what_is_not_understood_is_told_by_column() -> None:
    """
    An unknown heading, a column without one that holds something, and a heading unlike its values.
    """
    rows: list[object] = [
        ["张三", ID, "x", "y", "男"],
        ["李四", SECOND, "x", None, "女"],
        ["王五", None, "x", None, "男"],
    ]

    assert said(["姓名", "身份证号", "星座", "", "出生日期"], rows) == {
        "ROSTER.COLUMN_UNKNOWN": ("",),
        "ROSTER.COLUMN_DISAGREES": ("出生日期",),
    }
    assert said(["姓名", "身份证号", "", "备注"], [["张三", ID, None, "x"]]) == {}


def test_four_digits_are_no_identity_number() -> None:
    """
    The case of a table whose rows would otherwise all be errors.
    """
    rows: list[object] = [["张三", "0014"], ["李四", "0027"], ["王五", "123X"]]
    report = check_table(["姓名", "身份证"], rows, on=ON)

    assert [("ROSTER.COLUMN_ABSENT", ()), ("ROSTER.COLUMN_DISAGREES", ("身份证",))] == [
        (item.code, item.path) for item in report.table
    ]
    assert [()] * 3 == [item.findings for item in report.rows]


def test_a_number_is_found_by_its_values() -> None:
    """
    Under any heading the identity numbers are checked, and it is told.
    """
    rows: list[object] = [
        ["张三", ID],
        ["李四", SECOND],
        ["王五", "450000197501010035"],
        ["赵六", "450000198002020022"],
        ["钱七", "45000019930701001"],
    ]
    report = check_table(["姓名", "号码"], rows, on=ON)

    assert ["ROSTER.COLUMN_BY_VALUES"] == [item.code for item in report.table]
    assert [0, 0, 0, 0, 1] == [len(item.errors) for item in report.rows]


def test_rows_may_be_sequences_or_mappings() -> None:
    """
    Both give the same findings; what is neither is no row, and a short sequence has blanks at its end.
    """
    headings = ["姓名", "身份证号", "性别"]
    rows = [["张三", ID, "女"], ["李四"], "x"]
    mappings = [dict(zip(headings, row, strict=False)) for row in rows[:2]]
    by_place = list(check_table(headings, rows, on=ON).rows)
    by_name = list(check_table(headings, mappings, on=ON).rows)

    assert [item.findings for item in by_place[:2]] == [item.findings for item in by_name]
    assert ["ROSTER.NOT_A_ROW"] == [item.code for item in by_place[2].findings]
    assert ["ROSTER.SEX"] == [item.code for item in by_place[0].errors]


def test_two_columns_with_one_heading_are_told_apart_by_place() -> None:
    """
    In a table of sequences a heading may stand twice.
    """
    reports = list(check_table(["姓名", "身份证号", "身份证号"], [["张三", ID, "4500"]], on=ON).rows)

    assert ["CITIZEN_ID.LENGTH"] == [item.code for item in reports[0].errors]


@pytest.mark.parametrize("rows", [None, 5, object(), [None], [object()], "张三"])
@pytest.mark.parametrize("headings", [None, 5, [], ["姓名"], [None]])
def test_any_table_is_answered(headings: object, rows: object) -> None:
    """
    Whatever is given, a table is reported on and never raises.
    """
    report = check_table(headings, rows, on=ON)  # type: ignore[arg-type]  # the point of the test

    assert report.summary.total == len(list(check_table(headings, rows, on=ON).rows))  # type: ignore[arg-type]  # as said


def test_a_confirmed_match_is_held_against_the_table() -> None:
    """
    With `columns` the rows are read as confirmed, and what differs is told of the table.
    """
    kept = ColumnMatch({"甲": "name", "乙": "citizen_id"})
    report = check_table(["甲", "丙"], [{"甲": "张三", "乙": ID}], on=ON, columns=kept)

    assert ["ROSTER.COLUMN_GONE", "ROSTER.COLUMN_NEW"] == [item.code for item in report.table]
    assert [True] == [item.ok for item in report.rows]
    assert kept is report.columns


def test_the_summary_reads_the_rows_that_are_left() -> None:
    """
    Rows already asked for are counted once; the report can be shown at any time.
    """
    report = check_table(["姓名", "身份证号", "星座"], [["张三", ID, "x"], ["李四", SECOND, "x"]], on=ON)
    first = next(report.rows)
    summary = report.summary

    assert first.ok
    assert (2, 2) == (summary.total, report.summary.total)
    assert repr(report) == "TableReport(ColumnMatch(2 matched, 1 unmatched, missing=()), 1 findings on the table)"
    assert summary.to_dict("zh")["columns"][2]["fate"] == "not_understood"
    assert ["ROSTER.COLUMN_UNKNOWN"] == [item["code"] for item in summary.to_dict()["table"]]
    assert "星座" in summary._repr_html_()


def test_never_all_passed_where_a_column_was_not_understood() -> None:
    """
    A clean table passes; one unknown column, an error, or no row at all, and it does not.
    """
    rows: list[object] = [["张三", ID], ["李四", SECOND]]
    clean = check_table(["姓名", "身份证号"], rows, on=ON).summary
    unknown = check_table(["姓名", "身份证号", "星座"], [["张三", ID, "x"]], on=ON).summary
    wrong = check_table(["姓名", "身份证号"], [["张三", "4500"]], on=ON).summary
    none = check_table(["姓名", "身份证号"], [], on=ON).summary

    assert ["2 行全部通过", "all 2 rows passed"] == [clean.verdict(), clean.verdict("en")]
    assert [True, False, False, False] == [item.all_passed for item in (clean, unknown, wrong, none)]
    assert unknown.verdict() == "检查了 1 行，0 行有问题或疑点；有 1 列没有看懂、没有检查：星座"
    assert "1 columns were not understood" in unknown.verdict("en")
    assert "1 rows checked, 1 with" in wrong.verdict("en")
    assert ["没有检查任何行", "no row was checked"] == [none.verdict(), none.verdict("en")]
    assert () == summarize([]).unchecked


def test_a_contact_s_columns_do_not_make_a_person() -> None:
    """
    The table that once read the contact's name, no number at all, and answered "all passed".
    """
    headings = ["序号", "姓名", "身份证号", ("联系人", "姓名"), ("联系人", "手机号")]
    report = check_table(headings, [[1, "张三", "450000199307010013", "李四", "1"]], on=ON)
    row = next(report.rows)

    assert row.value is not None
    assert row.value.name == "张三"
    assert [("CITIZEN_ID.CHECK_DIGIT", ("身份证号",))] == [(item.code, item.path) for item in row.errors]


def test_in_a_stream_the_table_comes_with_the_first_report() -> None:
    """
    `check_rows` says of the table what `check_table` says, once; with a match it holds nothing back.
    """
    rows = [{"姓名": "张三", "星座": "x"}] * 2
    reports = list(check_rows(rows, on=ON))
    asked: list[int] = []

    def endless() -> Iterator[object]:
        while True:
            asked.append(1)
            yield rows[0]

    next(check_rows(endless(), on=ON, columns=match_columns(["姓名"])))

    assert [["ROSTER.COLUMN_ABSENT", "ROSTER.COLUMN_UNKNOWN"], []] == [
        [item.code for item in report.findings] for report in reports
    ]
    assert len(asked) == 1
    assert [["ROSTER.NOT_A_ROW"]] * 2 == [
        [item.code for item in report.findings] for report in check_rows("张三", on=ON)
    ]


def test_findings_of_a_grouped_heading_in_words() -> None:
    """
    A path that begins with group and heading is one name in text, repr and plain data.
    """
    row = {("最高学历", "毕业时间"): "某年", "姓名": "张三"}
    report = check_row(row, on=ON)
    item = report.errors[0]

    assert repr(item.path) == "(('最高学历', '毕业时间'),)"
    assert "最高学历·毕业时间：" in report.to_text()
    assert "最高学历·毕业时间" in repr(item)
    assert [["最高学历", "毕业时间"]] == item.to_dict()["path"]
    assert report.repaired().findings == report.findings


def test_rows_given_as_lists_are_repaired() -> None:
    """
    Each cell at its place, short rows too; of two columns with one heading neither is touched.
    """
    headings = ["姓名", "身份证号", "手机", "手机"]
    rows: list[list[object]] = [[" 张三", f"{ID} ", "138 0013 8000", None], ["李 四", SECOND]]
    repaired = [report.repaired() for report in check_table(headings, rows, on=ON).rows]

    assert [["张三", ID, "138 0013 8000", None], ["李四", SECOND]] == [report.raw for report in repaired]
    assert "姓名：" in next(iter(check_table(headings, rows, on=ON).rows)).to_text()


def test_a_sample_of_long_cells_is_short() -> None:
    """
    Of rows with very long cells few are held back, and every row is answered all the same.
    """
    rows = iter([{"姓名": "张三", "备注": "甲" * 1_000_000} for _ in range(20)])
    held, stream = hold_back(rows)

    assert (4, 20) == (len(held), len(list(stream)))
    assert 3 == len(hold_back(iter([7, ["x"], None]))[0])
