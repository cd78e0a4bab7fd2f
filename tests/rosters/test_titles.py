"""
A title against its level, its series, the way it was obtained, its dates and its certificate.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.rosters import check_row
from credrules.values import Severity

ON = dt.date(2025, 6, 30)


def codes(title: str, **cells: object) -> set[str]:
    """
    Return what is found, remarks included, in a row with a title and a certificate.
    """
    row = {"姓名": "张三", "职称": title, "证书编号": "0312345", **cells}
    return {item.code for item in check_row(row, on=ON).findings if not item.code.startswith(("CODE", "DATE"))}


@pytest.mark.parametrize(
    "title",
    [
        "工程师",
        "高级工程师",
        "一级教师",
        "小学高级教师",
        "主管护师",
        "副主任医师",
        "讲师",
        "研究馆员",
        "二级演员",
        "推广研究员",
    ],
)
def test_known_titles_pass(title: str) -> None:
    """
    Titles of the standard and of the reformed series need no remark.
    """
    assert codes(title) == set()


@pytest.mark.parametrize(
    "title",
    [
        "住院医师",
        "水利工程师",
        "幼儿园高级教师",
        "助理工程师（水利）",
        "助理工程师(水利)",
        "社会工作师",
        "中医师",
    ],
)
def test_other_names_are_remarked_upon(title: str) -> None:
    """
    A speciality with a known title, and a title no table lists, are genuine: INFO, never more.
    """
    assert codes(title) == {"ROSTER.TITLE_UNLISTED"}


@pytest.mark.parametrize(
    ("title", "near"),
    [
        ("高级工程帅", "高级工程师"),
        ("助里工程师", "助理工程师"),
        ("副主人医师", "副主任医师"),
        ("高级工程", "高级工程师"),
        ("讲帅", ""),
        ("11111111", ""),
        ("abc", ""),
    ],
)
def test_slips_are_asked_about(title: str, near: str) -> None:
    """
    One wrong character, or a name like no other, is a warning that offers what is near.
    """
    report = check_row({"姓名": "张三", "职称": title, "证书编号": "0312345"}, on=ON)
    found = next(item for item in report.findings if item.code == "ROSTER.TITLE_UNKNOWN")

    assert found.severity is Severity.WARNING
    assert near in "".join(found.params["candidates"])


@pytest.mark.parametrize(
    ("title", "level", "fits"),
    [
        ("工程师", "中级", True),
        ("工程师", "副高级", False),
        ("高级教师", "副高", True),
        ("助理工程师", "初级", True),
        ("高级工程师", "高级", True),
        ("高级工程师", "正高级", False),
        ("住院医师", "正高级", True),
    ],
)
def test_level_belongs_to_the_title(title: str, level: str, fits: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    A group (高级, 初级) covers its parts; of a name in no table nothing is known.
    """
    assert ("ROSTER.TITLE_LEVEL" not in codes(title, 职称等级=level)) is fits


@pytest.mark.parametrize(
    ("title", "series", "fits"),
    [
        ("主管护师", "卫生", True),
        ("主管护师", "工程", False),
        ("高级教师", "小学教师", True),
        ("工程师", "工程系列", True),
        ("会计师", "会计专业人员", True),
        ("主管护师", "海关", True),
        ("住院医师", "工程", True),
    ],
)
def test_series_belongs_to_the_title(title: str, series: str, fits: bool) -> None:  # noqa: FBT001  # the answer
    """
    Series before and after the reform are one; where the table knows no groups, nothing is said.
    """
    assert ("ROSTER.TITLE_SERIES" not in codes(title, 职称系列=series)) is fits


def test_a_former_series_is_genuine() -> None:
    """
    A certificate keeps the series of its time: a remark, no warning.
    """
    assert codes("小学高级教师", 职称系列="小学教师") == {"ROSTER.FORMER_NAME"}


def test_an_unlisted_series_is_no_error() -> None:
    """
    Places have series of their own; the warning says why and lets it stand.
    """
    report = check_row({"姓名": "张三", "职称系列": "工程糸列"}, on=ON)

    assert report.ok
    assert report.warnings[0].message().startswith("“职称系列”：“工程糸列”不是")


@pytest.mark.parametrize(
    ("title", "way", "issued", "found"),
    [
        ("主管护师", "晋升", "2010-05", True),
        ("主管护师", "评审", "2010-05", True),
        ("主管护师", "晋升", "1999-05", False),
        ("主管护师", "晋升", "2001-05", False),
        ("主管护师", "晋升", "2002-12", False),
        ("主管护师", "晋升", "2003-01", True),
        ("主管护师", "考试取得", "2010-05", False),
        ("主管护师", "认定", "2010-05", False),
        ("副主任护师", "晋升", "2010-05", False),
        ("工程师", "晋升", "2010-05", False),
        ("会计师", "晋升", "2010-05", True),
        ("abc", "晋升", "2010-05", False),
    ],
)
def test_review_ended_where_examinations_began(title: str, way: str, issued: str, found: bool) -> None:  # noqa: FBT001  # the answer
    """
    Junior and middle titles of some series come by examination; the years of change are not judged.
    """
    assert ("ROSTER.EXAM_IN_LIEU" in codes(title, 取得方式=way, 取得时间=issued)) is found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"职称": "会计师"}, True),
        ({"职称": "助理会计师"}, False),
        ({"职称": "abc", "职称等级": "中级"}, True),
        ({"职称": "abc", "职称等级": "初级"}, False),
        ({"职称": "abc"}, False),
        ({"职称": "会计师", "取得时间": "2015-07"}, False),
    ],
)
def test_a_middle_title_does_not_come_before_work(cells: dict[str, str], found: bool) -> None:  # noqa: FBT001  # the answer
    """
    Students may pass a junior examination; what is higher takes years of work.
    """
    row = {"姓名": "张三", "证书编号": "0312345", "取得时间": "2010-05", "参加工作时间": "2015-07", **cells}
    got = {item.code for item in check_row(row, on=ON).findings}

    assert ("ROSTER.ISSUED_BEFORE_WORK" in got) is found


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("11111111", "CERTIFICATE_NUMBER.PLACEHOLDER"),
        ("1111111", "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER"),
        ("111111111", "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER"),
        ("00000000", "CERTIFICATE_NUMBER.FILLER"),
        ("123456", "ROSTER.CERTIFICATE_STAND_IN"),
        ("工程师", "CERTIFICATE_NUMBER.WORDS"),
        ("ABC", "ROSTER.CERTIFICATE_STAND_IN"),
        ("", "ROSTER.CERTIFICATE_MISSING"),
        ("桂职改字2012第7号", ""),
        ("B00012", ""),
        ("桂职改字第二十三号", ""),
    ],
)
def test_certificate_numbers_are_numbers(number: str, code: str) -> None:
    """
    Eight ones stand for no number; anything else that is none is asked about.
    """
    assert codes("工程师", 证书编号=number) == ({code} if code else set())


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"职称等级": "中级"}, True),
        ({"证书编号": "0312345"}, True),
        ({"证书编号": "0312345", "职业资格": "执业药师"}, False),
        ({"职称等级": "中级", "职业资格": "执业药师"}, True),
        ({}, False),
    ],
)
def test_a_certificate_needs_its_title(cells: dict[str, str], found: bool) -> None:  # noqa: FBT001  # the answer
    """
    A level, or a number that no qualification explains, needs the title it belongs to.
    """
    got = {item.code for item in check_row({"姓名": "张三", "职称": "", **cells}, on=ON).findings}

    assert ("ROSTER.TITLE_MISSING" in got) is found


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"职称": "工程师", "证书编号": "1.23457E+11"}, "CERTIFICATE_NUMBER.DAMAGED"),
        ({"职称": ["工程师"], "证书编号": "0312345"}, "TEXT.NOT_TEXT"),
    ],
)
def test_what_cannot_be_read_is_not_missing(cells: dict[str, object], code: str) -> None:
    """
    A title or a certificate number that cannot be read is told as such, and not as an empty cell.
    """
    assert [code] == [item.code for item in check_row({"姓名": "张三", **cells}, on=ON).errors]
    assert not {"ROSTER.TITLE_MISSING", "ROSTER.CERTIFICATE_MISSING"} & {
        item.code for item in check_row({"姓名": "张三", **cells}, on=ON).findings
    }


@pytest.mark.parametrize(
    ("title", "cells", "code"),
    [
        ("高级工程师（建筑）", {"职称等级": "副高级", "职称系列": "工程"}, ""),
        ("高级工程师（建筑）", {"职称等级": "中级"}, "ROSTER.TITLE_LEVEL"),
        ("电气工程师", {"职称等级": "初级"}, "ROSTER.TITLE_LEVEL"),
        ("助理电气工程师", {"职称等级": "初级"}, ""),
        ("助理电气工程师", {"职称系列": "卫生"}, "ROSTER.TITLE_SERIES"),
        ("水利工程师", {"职称系列": "会计"}, "ROSTER.TITLE_SERIES"),
        ("高级技师", {"职称等级": "高级"}, "ROSTER.NOT_A_TITLE"),
        ("某某人", {"职称等级": "高级"}, "ROSTER.TITLE_UNKNOWN"),
    ],
)
def test_a_speciality_does_not_hide_the_title(title: str, cells: dict[str, str], code: str) -> None:
    """
    Level and series are held against the title within; what may change the level is not taken away.
    """
    got = codes(title, **cells) - {"ROSTER.TITLE_UNLISTED"}

    assert ({code} if code else set()) == got


@pytest.mark.parametrize(
    ("series", "code"),
    [
        ("政工", "ROSTER.SERIES_UNLISTED"),
        ("水利工程", "ROSTER.SERIES_UNLISTED"),
        ("建筑工程系列", "ROSTER.SERIES_UNLISTED"),
        ("工程糸列", "ROSTER.NAME_UNLISTED"),
        ("火", "ROSTER.NAME_UNLISTED"),
        ("某" * 20 + "工程", "ROSTER.NAME_UNLISTED"),
    ],
)
def test_local_series_are_remarked_on(series: str, code: str) -> None:
    """
    Specialities and series of one place are genuine; what holds no series is asked about.
    """
    report = check_row({"姓名": "张三", "职称系列": series}, on=ON)

    assert [code] == [item.code for item in report.findings]
    assert report.value is not None
    assert report.value.title_series is None


def test_names_are_offered_only_where_there_are_some() -> None:
    """
    No empty bracket where nothing is near.
    """
    far, near = (
        next(
            it for it in check_row({"姓名": "张三", "职称": title}, on=ON).findings if it.code == "ROSTER.TITLE_UNKNOWN"
        )
        for title in ("某某（经济帅）", "高级工程帅")
    )

    assert "相近" not in far.message() + near.message().replace("相近的有：高级工程师", "")
    assert "similar" not in far.message("en")
    assert "高级工程师" in near.message("en")
