"""
What only shows across rows: the same person, certificate or unit, and blanks under merged cells.
"""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.rosters import check_row, check_rows, match_columns
from credrules.rosters.across import MOST_UNITS, RowIndex
from credrules.values import Severity

ON = dt.date(2025, 6, 30)
ID, OTHER = "450000199307010014", "450000198906300027"


def across(*rows: object) -> list[list[str]]:
    """
    Return for each row what is above a remark.
    """
    return [[item.code for item in report.findings if item.severity is not Severity.INFO]
            for report in check_rows(rows, on=ON)]  # fmt: skip


def test_the_same_number_twice() -> None:
    """
    The later row is told the earlier one's place, counted from one.
    """
    rows = [{"姓名": "张三", "身份证号": ID}, {"姓名": "李四", "身份证号": OTHER}, {"姓名": "张三丰", "身份证号": ID}]
    *_, last = check_rows(rows, on=ON)

    assert [[], [], ["ROSTER.DUPLICATE_PERSON"]] == across(*rows)
    assert last.errors[0].params["first"] == 1
    assert last.errors[0].path == ("身份证号",)


def test_fifteen_and_eighteen_digits_are_one_number() -> None:
    """
    Who stands there with the old number and with the new one stands there twice.
    """
    assert "ROSTER.DUPLICATE_PERSON" in across({"身份证号": "450000930701001"}, {"身份证号": ID})[1]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"出生日期": "1993-07-01"}, {"出生日期": "1993-07-01"}, True),
        ({"出生日期": "1993-07"}, {"出生日期": "1993-07"}, True),
        ({"出生日期": "1993-07", "单位": "甲校"}, {"出生日期": "1993-07", "单位": "乙校"}, False),
        ({"出生日期": "1993-07-01", "单位": "甲校"}, {"出生日期": "1993-07-01", "单位": "乙校"}, True),
        ({"出生日期": "1993-07-01"}, {"出生日期": "1993-07-02"}, True),
        ({"出生日期": "1993-07-01", "单位": "甲校"}, {"出生日期": "1993-07-02", "单位": "甲 校"}, True),
        ({"出生日期": "1993-07-01"}, {"出生日期": "1994-07-01"}, False),
        ({"出生日期": "1993"}, {"出生日期": "1993"}, False),
        ({"身份证号": ID, "出生日期": ""}, {"身份证号": "", "出生日期": "1993-07-01"}, True),
        ({"身份证号": ID, "出生日期": ""}, {"身份证号": "", "出生日期": "1993.07"}, True),
        ({"身份证号": "", "出生日期": "1993.07"}, {"身份证号": ID}, True),
        ({"身份证号": ID}, {"身份证号": "450000199307210032"}, False),
    ],
)
def test_the_same_name_and_birth(one: dict[str, str], other: dict[str, str], found: bool) -> None:  # noqa: FBT001  # the answer
    """
    Name and day, or name, month and unit, make one person likely; a year or another month does not.
    """
    *_, last = across({"姓名": "张三", **one}, {"姓名": "张 三", **other})

    assert ("ROSTER.SAME_NAME_AND_BIRTH" in last) is found


def test_one_fault_one_finding() -> None:
    """
    A row copied whole is a duplicate person, not one by name as well.
    """
    row = {"姓名": "张三", "身份证号": ID, "出生日期": "1993-07-01"}

    assert [[], ["ROSTER.DUPLICATE_PERSON"]] == across(row, row)


def test_certificates_repeat_but_the_placeholder_does_not() -> None:
    """
    11111111 is no number and may stand in every row; case does not make another number.
    """

    def rows(*numbers: str) -> list[dict[str, str]]:
        return [{"姓名": name, "职称": "工程师", "证书编号": number}
                for name, number in zip("甲乙丙", numbers, strict=False)]  # fmt: skip

    def repeats(*numbers: str) -> list[bool]:
        return ["ROSTER.DUPLICATE_CERTIFICATE" in found for found in across(*rows(*numbers))]

    assert [False, False, False] == repeats("11111111", "11111111", "11111111")
    assert [False, True, False] == repeats("b012", "B012", "B013")


def test_one_unit_two_spellings() -> None:
    """
    The spelling Chinese texts use is right; the other is found, whichever came first.
    """
    full, half = {"姓名": "张甲", "单位": "甲公司（本部）"}, {"姓名": "张乙", "单位": "甲公司(本部)"}

    def spelled(*rows: dict[str, str]) -> list[list[str]]:
        return [[item.code for item in report.findings if item.code.startswith("ROSTER.UNIT")]
                for report in check_rows(rows, on=ON)]  # fmt: skip

    assert [[], [], ["ROSTER.UNIT_SPELLING"], []] == spelled(full, full, half, full)
    assert [[], ["ROSTER.UNIT_SPELLED_BEFORE"], [], ["ROSTER.UNIT_SPELLING"]] == spelled(half, full, full, half)
    assert [[], []] == spelled(half, half)
    *_, last = check_rows([full, half], on=ON)
    assert last.warnings[0].suggestion == "甲公司（本部）"


def test_a_blank_below_a_merged_cell() -> None:
    """
    The blank unit is one fault; what every row of a unit has is missed where the unit is the same.
    """
    rows = [
        {"姓名": "张甲", "单位": "甲市一中", "单位所在地": "广西南宁", "职称": "", "批准机关": "甲局"},
        {"姓名": "张乙", "单位": "", "单位所在地": "", "职称": "", "批准机关": ""},
        {"姓名": "张丙", "单位": "乙市一中", "单位所在地": "", "职称": "", "批准机关": ""},
        {"姓名": "张丁", "单位": "乙市一中", "单位所在地": "", "职称": "工程师", "批准机关": ""},
    ]
    gaps = [
        [item.path[0] for item in report.findings if item.code == "ROSTER.GAP"] for report in check_rows(rows, on=ON)
    ]

    assert [[], ["单位", "单位所在地"], [], ["单位所在地", "批准机关"]] == gaps
    assert "ROSTER.EMPTY" not in across(*rows)[1]


def test_a_blank_first_unit_is_just_empty() -> None:
    """
    Where nothing stands above, nothing was merged.
    """
    assert [["ROSTER.EMPTY"]] == across({"姓名": "张甲", "单位": ""})


def test_a_number_in_the_cell_above_is_masked() -> None:
    """
    What stands above may be somebody's number in the wrong column.
    """
    *_, last = check_rows([{"姓名": "张甲", "单位": ID}, {"姓名": "张乙", "单位": ""}], on=ON)

    assert ID not in str(last.to_dict("zh"))


def test_a_row_alone_and_in_a_stream_say_the_same() -> None:
    """
    The stream adds what other rows tell and changes nothing else.
    """
    rows: list[dict[str, Any]] = [
        {"姓名": "张三", "性别": "女", "身份证号": ID},
        {"姓名": "", "性别": "x", "身份证号": "1"},
    ]

    assert [check_row(row, on=ON).findings for row in rows] == [item.findings for item in check_rows(rows, on=ON)]


def test_rows_that_are_none_do_not_stop_the_stream() -> None:
    """
    Blank rows and strangers are answered in their place and counted.
    """
    rows: list[object] = [
        None,
        {},
        {"姓名": "张三", "身份证号": ID},
        7,
        {"姓名": "", "身份证号": ""},
        {"姓名": "张三", "身份证号": ID},
    ]
    reports = list(check_rows(rows, on=ON))

    assert len(rows) == len(reports)
    assert reports[-1].errors[0].params["first"] == 3
    assert [item.findings[0].code for item in reports[:2]] == ["ROSTER.NOT_A_ROW", "ROSTER.BLANK_ROW"]


@pytest.mark.parametrize("rows", [None, 7, object()])
def test_what_is_no_table_is_answered(rows: Any) -> None:  # noqa: ANN401  # the point of the test
    """
    One report says that there are no rows.
    """
    assert ["ROSTER.NOT_A_ROW"] == [item.code for report in check_rows(rows, on=ON) for item in report.findings]


def test_the_hosts_own_error_is_not_swallowed() -> None:
    """
    When reading the file fails half-way, the reader's error reaches the caller.
    """

    def broken() -> Iterator[object]:
        yield {"姓名": "张三"}
        raise OSError

    stream = check_rows(broken(), on=ON)
    next(stream)
    with pytest.raises(OSError, match=r"^$"):
        next(stream)


def test_the_stream_is_lazy() -> None:
    """
    A report comes before the next row is asked for, so an endless table can be read.
    """
    endless = ({"姓名": "张三", "证书编号": f"{number}号"} for number in itertools.count())

    assert len(list(itertools.islice(check_rows(endless, on=ON, columns=match_columns(["姓名"])), 5))) == 5


@given(st.lists(st.text(max_size=3), max_size=60))
def test_the_index_is_a_dict_of_first_rows(texts: list[str]) -> None:
    """
    For every text the index answers the row that brought it first.
    """
    index = RowIndex()
    first: dict[str, int] = {}

    for row, text in enumerate(texts, start=1):
        assert index.first(text, row) == first.setdefault(text, row)
    assert len(first) == len(index)


def test_the_index_grows_and_stays_small() -> None:
    """
    Fifty thousand numbers are found again, in at most forty-eight bytes each.
    """
    index = RowIndex()
    numbers = range(1, 50_001)

    assert list(numbers) == [index.first(str(number), number) for number in numbers]
    assert list(numbers) == [index.first(str(number), 99) for number in numbers]
    size = sum(sys.getsizeof(part) for part in (index._digests, index._rows))
    assert size <= 48 * len(index)


def test_units_beyond_the_limit_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A table with a new unit in every row does not fill the memory.
    """
    assert MOST_UNITS == 100_000
    monkeypatch.setattr("credrules.rosters.check.MOST_UNITS", 1)
    names = ("甲（校）", "乙（校）", "乙(校)", "甲(校)")
    rows = [{"姓名": "张甲", "单位": name} for name in names]

    assert [[], [], [], ["ROSTER.UNIT_SPELLING"]] == across(*rows)
