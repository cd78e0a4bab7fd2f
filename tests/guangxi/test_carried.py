"""
Fields and rules that carry a requirement, each asked where its requirement speaks of it.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        pytest.param("basic", "current_work", "中学数学教学", marks=ok("GX-092")),
        pytest.param("titles", "title_major", "中学数学", marks=ok("GX-101")),
        pytest.param("qualifications", "category", "房屋建筑", marks=ok("GX-105")),
        pytest.param("honours", "approval_title", "关于表彰优秀教师的决定", marks=ok("GX-114")),
    ],
)
def test_a_typed_text_is_kept(section: str, name: str, value: str) -> None:
    """
    A typed text stands in the record as it was entered, and nothing is found at it.
    """
    cells = {name: value}
    data = person(**{section: cells if section == "basic" else [cells]})
    report = guangxi.check(data, on=ON)
    assert report.value is not None
    part = getattr(report.value, section)

    assert value == getattr(part if section == "basic" else part[0], name)
    assert [] == [item for item in report.findings if item.path[-1:] == (name,)]


@pytest.mark.parametrize(
    ("section", "name", "value", "code"),
    [
        pytest.param("basic", "language_1_level", "还可以吧", "GX.F.CODE", marks=not_ok("GX-128")),
        pytest.param("basic", "language_2", "火星语", "GX.F.CODE", marks=not_ok("GX-129")),
        pytest.param("basic", "language_2_level", "还可以吧", "GX.F.CODE", marks=not_ok("GX-130")),
        pytest.param("titles", "title_name", True, "GX.F.CODE", marks=not_ok("GX-138")),
        pytest.param("qualifications", "occupation_name", True, "GX.F.CODE", marks=not_ok("GX-140")),
        pytest.param("basic", "prof_start", "1983-01", "GX.F.AGE", marks=not_ok("GX-145")),
        pytest.param("honours", "certificate_number", "", "GX.REQ.OPTIONAL", marks=not_ok("GX-116")),
    ],
)
def test_what_is_found_at_a_field(section: str, name: str, value: object, code: str) -> None:
    """
    What is no code, too early, or empty is found at its own cell.
    """
    cells = {name: value}
    report = guangxi.check(person(**{section: cells if section == "basic" else [cells]}), on=ON)

    assert code in {item.code for item in report.findings if item.path[-1:] == (name,)}


@not_ok("GX-090")
@pytest.mark.parametrize(("name", "value"), [("birth_date", "1972-03-16"), ("sex", "2")])
def test_what_differs_from_the_identity_number(name: str, value: str) -> None:
    """
    Birth date and sex that are not those of the number are told at their own cells.
    """
    report = guangxi.check(person(basic={name: value}), on=ON)

    assert [("basic", name)] == [item.path for item in report.errors if item.code == "GX.F.ID_MISMATCH"]
