"""
Cells in the wrong column are named as such, each with the other's content as the repair.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from credrules.findings import Finding
from credrules.rosters import check_row
from credrules.rosters.stages.misplaced import looks_like_unit
from credrules.values import Severity

ON = dt.date(2025, 6, 30)
ID = "450000199307010014"


def found(row: Mapping[str, object]) -> list[Finding]:
    """
    Return what is above a remark.
    """
    return [item for item in check_row(row, on=ON).findings if item.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("one", "cell", "other", "content"),
    [
        ("姓名", "甲市第一中学", "单位", "张三"),
        ("姓名", "乙县一中", "单位", "李四光"),
        ("姓名", "丙县水利局", "单位", "𬭎子轩"),
        ("性别", "汉族", "民族", "男"),
        ("民族", "群众", "政治面貌", "壮族"),
        ("手机", ID, "身份证号", "13800000001"),
        ("联系电话", ID, "身份证号", "13800000001"),
        ("学历", "工学学士", "学位", "大学本科"),
        ("手机", "a@example.org", "邮箱", "13800000001"),
        ("毕业院校", "汉语言文学", "所学专业", "甲省师范大学"),
        ("单位", "内一科（心血管）", "科室", "甲市人民医院"),
        ("单位", "办公室", "部门", "甲市水利局"),
    ],
)
def test_two_cells_are_exchanged(one: str, cell: str, other: str, content: str) -> None:
    """
    Both cells get the finding and nothing else, and putting them back repairs the row.
    """
    row = {"姓名": "张三", one: cell, other: content}
    report = check_row(row, on=ON)

    assert {("ROSTER.SWAPPED", (one,)), ("ROSTER.SWAPPED", (other,))} == {(item.code, item.path) for item in found(row)}
    assert {**row, one: content, other: cell} == report.repaired().raw
    assert report.repaired().ok


@pytest.mark.parametrize(
    "row",
    [
        {"姓名": "张三", "单位": "甲市第一中学"},
        {"姓名": "欧阳建中", "单位": "高新区"},
        {"姓名": "李中", "单位": "乙县一中"},
        {"姓名": "丙水厂", "单位": "丙市自来水公司"},
        {"姓名": "戊镇", "单位": "张三"},
        {"姓名": "王公园", "单位": "丙公司"},
        {"姓名": "张三", "毕业院校": "甲省师范大学", "所学专业": "汉语言文学"},
        {"姓名": "张三", "所学专业": "甲省师范大学"},
    ],
)
def test_names_that_end_like_units_are_names(row: dict[str, object]) -> None:
    """
    A person may be called 李中 and a unit 高新区.
    """
    assert found(row) == []


def test_a_unit_in_place_of_the_name() -> None:
    """
    Where the unit's column holds a unit too, nothing is exchanged, but no person is called so.
    """
    (item,) = found({"姓名": "甲市第一中学", "单位": "甲市第一中学"})

    assert (item.code, item.suggestion) == ("ROSTER.NAME_IS_UNIT", None)
    assert [("ROSTER.NAME_IS_UNIT", ("姓名",))] == [(x.code, x.path) for x in found({"姓名": "甲市第一中学"})]


def test_a_unit_and_what_is_no_name_are_not_exchanged() -> None:
    """
    Cells are only put back where the other one fits.
    """
    assert "ROSTER.SWAPPED" not in {item.code for item in found({"姓名": "甲市第一中学", "单位": "12?"})}


def test_each_cell_is_exchanged_once() -> None:
    """
    Three numbers in a ring give one pair, not three.
    """
    row = {"姓名": "张三", "手机": ID, "联系电话": ID, "身份证号": "13800000001"}

    assert {"身份证号", "手机"} == {item.path[0] for item in found(row) if item.code == "ROSTER.SWAPPED"}


def test_units_are_told_by_their_end() -> None:
    """
    Five characters and the last word of a unit; anything may be asked.
    """
    assert looks_like_unit("丙市建筑设计院有限公司")
    assert not looks_like_unit("王学")
    assert not looks_like_unit(None)


@pytest.mark.parametrize(
    "row",
    [
        {"单位": "甲市委办公室", "部门": "秘书科"},
        {"单位": "甲市公安局法制科", "部门": "甲市公安局"},
        {"单位": "国家实验室", "部门": "学院办公室"},
        {"单位": "甲大学", "部门": "附属医院"},
    ],
)
def test_a_unit_and_its_part_are_left_alone(row: dict[str, str]) -> None:
    """
    Only a bare part of a unit beside a unit of its own is an exchange.
    """
    assert [] == found({"姓名": "张三", **row})


@pytest.mark.parametrize(
    ("heading", "cell", "severity"),
    [
        ("身份证号", "450000198007014000", Severity.INFO),
        ("身份证号", 450000198007014000, Severity.WARNING),
        ("身份证号", f"'{ID}", Severity.WARNING),
        ("身份证号", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", Severity.WARNING),
        ("邮箱", "a@example。org", Severity.WARNING),
        ("邮箱", "<a@example.org>", Severity.WARNING),
    ],
)
def test_marks_and_zeros_have_the_weight_of_a_table(heading: str, cell: object, severity: Severity) -> None:
    """
    Marks in a number are mended and told; three zeros at the end of a sound text are only remarked on.
    """
    report = check_row({"姓名": "张三", heading: cell}, on=ON)
    worst = max((item.severity for item in report.findings), key=[*Severity][::-1].index)

    assert report.ok
    assert severity is worst


def test_eight_ones_are_no_telephone() -> None:
    """
    The stand-in of certificates does not pass for a local number.
    """
    assert [("联系电话",)] == [item.path for item in found({"姓名": "张三", "联系电话": "11111111"})]
