"""
White space in texts, and the name of the unit.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import text
from credrules.findings import Report
from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)


def told(report: Report[guangxi.PersonalRecord], name: str) -> set[str]:
    """
    Return the codes at one field of the person.
    """
    return {item.code for item in report.findings if item.path == ("basic", name)}


@ok("GX-042")
def test_a_clean_text_stands() -> None:
    """
    A text without superfluous space gives nothing.
    """
    assert set() == told(guangxi.check(person(basic={"current_work": "工程师"}), on=ON), "current_work")


@not_ok("GX-042")
@pytest.mark.parametrize(
    "written", ["工程师 ", " 工程师", "工程\n师", "工程\t师", "工程\r\n师", "工程　师", "工程  师"]
)
def test_spaces_and_line_breaks_are_warned_of(written: str) -> None:
    """
    Leading, trailing, doubled and full-width spaces, tabs and line breaks: one warning with the clean text.
    """
    report = guangxi.check(person(basic={"current_work": written}), on=ON)
    found = [item for item in report.findings if item.path == ("basic", "current_work")]

    assert [("GX.TEXT.EXTRA_SPACE", Severity.WARNING, "工程师")] == [
        (item.code, item.severity, item.suggestion) for item in found
    ]
    assert report.value is not None
    assert "工程师" == report.value.basic.current_work
    assert set() == told(report.repaired(), "current_work")


@ok("GX-043")
def test_one_spelling_is_one_unit() -> None:
    """
    The same name twice is one group and nothing to tell.
    """
    assert guangxi.same_unit("甲市第一中学", "甲市第一中学")
    assert () == guangxi.find_near_duplicates(["甲市第一中学", "甲市第一中学"])


@not_ok("GX-043")
def test_one_unit_spelled_two_ways() -> None:
    """
    One extra space is a near-duplicate, told with both spellings and the clean one.
    """
    found = guangxi.find_near_duplicates(["甲市 第一中学", "乙市第一中学", "甲市第一中学"])

    assert guangxi.same_unit("甲市 第一中学", "甲市第一中学")
    assert not guangxi.same_unit("甲市第一中学", "甲市第二中学")
    assert [("GX.TEXT.UNIT_IDENTITY", ("甲市 第一中学", "甲市第一中学"), "甲市第一中学")] == [
        (item.code, item.params["names"], item.suggestion) for item in found
    ]


@ok("GX-044")
def test_the_report_does_the_layout() -> None:
    """
    A name of two characters is stored plain and shown spread.
    """
    report = guangxi.check(person(basic={"name": "张三"}), on=ON)

    assert report.value is not None
    assert "张三" == report.value.basic.name
    assert "张　三" == text.format_for_print("张三")


@not_ok("GX-044")
def test_nobody_types_the_layout() -> None:
    """
    A name of two characters spread by a space is told, read without it, and repaired.
    """
    report = guangxi.check(person(basic={"name": "张　三"}), on=ON)

    assert {"GX.F.NAME", "GX.TEXT.NO_LAYOUT_SPACES"} == told(report, "name")
    assert report.value is not None
    assert "张三" == report.value.basic.name
    assert report.repaired().ok


def test_longer_names_are_not_layout() -> None:
    """
    A space in a name of three characters is superfluous, yet no layout.
    """
    assert {"GX.F.NAME"} == told(guangxi.check(person(basic={"name": "欧阳 锋"}), on=ON), "name")


@ok("GX-050")
def test_the_name_on_the_seal() -> None:
    """
    A unit's name equal to the seal's stands, full-width brackets or not.
    """
    same = {"unit_name": "甲市(第一)中学", "seal_name": "甲市（第一）中学"}

    assert set() == told(guangxi.check(person(basic=same), on=ON), "unit_name")


def test_white_space_in_the_name_on_the_seal_is_nobody_s() -> None:
    """
    A blank somebody typed into the seal's name neither differs nor is suggested.
    """
    same = guangxi.check(person(basic={"unit_name": "ABC公司", "seal_name": "ABC 公司"}), on=ON)
    other = guangxi.check(person(basic={"unit_name": "甲公司", "seal_name": "ABC 公司"}), on=ON)

    assert set() == told(same, "unit_name")
    assert ["ABC公司"] == [item.suggestion for item in other.errors]


@not_ok("GX-050")
def test_a_short_form_is_not_the_name_on_the_seal() -> None:
    """
    区人社厅 beside the seal's full name is an error that suggests the full name.
    """
    seal = "广西壮族自治区人力资源和社会保障厅"
    report = guangxi.check(person(basic={"unit_name": "区人社厅", "seal_name": seal}), on=ON)
    found = [item for item in report.findings if item.path == ("basic", "unit_name")]

    assert [("GX.UNIT.SEAL_NAME", Severity.ERROR, seal)] == [
        (item.code, item.severity, item.suggestion) for item in found
    ]
    assert report.repaired().ok


@not_ok("GX-050")
@pytest.mark.parametrize("name", ["区人社厅", "甲市卫计委", "市教育局"])
def test_without_the_seal_short_forms_are_guessed_at(name: str) -> None:
    """
    Without the seal's name a pattern warns of a short form and refuses nothing.
    """
    report = guangxi.check(person(basic={"unit_name": name}), on=ON)

    assert {"GX.UNIT.SHORT_NAME"} == told(report, "unit_name")
    assert report.ok


@ok("GX-051")
def test_a_name_without_spaces_stands() -> None:
    """
    甲县水利局 gives nothing.
    """
    assert set() == told(guangxi.check(person(basic={"unit_name": "甲县水利局"}), on=ON), "unit_name")


@not_ok("GX-051")
@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("甲县 水利局", "甲县水利局"),
        (" 甲县水利局", "甲县水利局"),
        ("甲县\n水利局", "甲县水利局"),
        ("ABC 公司", "ABC公司"),
        ("A B", "AB"),
    ],
)
def test_white_space_in_a_unit_name_is_refused(written: str, clean: str) -> None:
    """
    Any white space in a unit's name is an error; repairing takes it out.
    """
    report = guangxi.check(person(basic={"unit_name": written}), on=ON)

    assert {"GX.UNIT.NO_SPACE"} == told(report, "unit_name")
    assert not report.ok
    repaired = report.repaired()
    assert repaired.ok
    assert repaired.value is not None
    assert clean == repaired.value.basic.unit_name


@ok("GX-052")
def test_a_body_of_the_region_carries_its_prefix() -> None:
    """
    广西壮族自治区人民医院 stands when the seal says so.
    """
    name = "广西壮族自治区人民医院"

    assert set() == told(guangxi.check(person(basic={"unit_name": name, "seal_name": name}), on=ON), "unit_name")


@not_ok("GX-052")
@pytest.mark.parametrize(
    ("seal", "codes"),
    [("甲县水利局", {"GX.UNIT.SEAL_NAME", "GX.UNIT.PREFIX_ADDED"}), (None, {"GX.UNIT.REGION_PREFIX"})],
)
def test_the_prefix_is_not_added_at_will(seal: str | None, codes: set[str]) -> None:
    """
    Against the seal the prefix is an error, without knowing the seal a warning.
    """
    given = {"unit_name": "广西壮族自治区甲县水利局", "seal_name": seal}
    report = guangxi.check(person(basic=given), on=ON)

    assert codes == told(report, "unit_name")
    assert report.ok is (seal is None)


@not_ok("GX-050")
@pytest.mark.parametrize("name", ["甲市第二中学", "甲市第一小学", "甲市第一中学（东校区）", "甲市"])
def test_the_seal_is_compared_whole(name: str) -> None:
    """
    A name that only begins like the one on the seal is another unit's: an error, with the seal's name suggested.
    """
    report = guangxi.check({"unit_name": name, "seal_name": "甲市第一中学"}, on=ON)
    found = [(item.path, item.suggestion) for item in report.errors if item.code == "GX.UNIT.SEAL_NAME"]

    assert [(("basic", "unit_name"), "甲市第一中学")] == found
