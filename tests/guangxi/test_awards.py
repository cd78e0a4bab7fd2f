"""
Awards: their level by the organ printed on the certificate (decision table GX-D4).
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.findings import Decision
from credrules.systems import guangxi
from credrules.systems.guangxi import classify_award
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok
from tests.support.hostile import everything

ON = dt.date(2012, 6, 1)
IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW


def codes_of(organ: str, level: str = "市厅级", **cells: object) -> set[str]:
    """
    Return the award codes a check finds.
    """
    award = {"award_organ": organ, "award_level": level, **cells}
    found = guangxi.check({"awards": [award]}, on=ON).findings
    return {item.code for item in found if item.code.startswith(("GX.AWARD", "GX.CODE.AWARD"))}


@ok("GX-054")
@pytest.mark.parametrize(
    ("organ", "level"),
    [("自治区教育厅", "CITY_DEPARTMENT"), ("自治区人民政府", "PROVINCE_MINISTRY"), ("国务院", "NATIONAL")],
)
def test_three_levels(organ: str, level: str) -> None:
    """
    A department of the region, the region, the state.
    """
    assert (IN, level) == (classify_award(organ).decision, classify_award(organ).level)


@not_ok("GX-054")
def test_department_is_not_the_region() -> None:
    """
    自治区教育厅 does not give a 省部级 award; the right level is suggested.
    """
    report = guangxi.check({"awards": [{"award_organ": "自治区教育厅", "award_level": "省部级"}]}, on=ON)
    (found,) = [item for item in report.findings if item.code == "GX.AWARD.BY_CERTIFICATE"]

    assert (("awards", 0, "award_level"), "CITY_DEPARTMENT") == (found.path, found.suggestion)


@ok("GX-053")
def test_provincial_award() -> None:
    """
    A 省部级 second prize is collected.
    """
    assert set() == codes_of("广西壮族自治区人民政府", "省部级", award_grade="二等奖")


@not_ok("GX-053")
def test_county_award() -> None:
    """
    A county's award is out: by its organ, and no level of that name can be picked.
    """
    assert {"GX.AWARD.MIN_LEVEL"} == codes_of("甲县人民政府")
    assert "GX.CODE.AWARD_LEVEL" in codes_of("甲县人民政府", "县级")


@ok("GX-055")
def test_organ_on_the_certificate() -> None:
    """
    A certificate of 甲市人民政府 is 市厅级.
    """
    assert set() == codes_of("甲市人民政府")


@not_ok("GX-055")
def test_headline_decides_nothing() -> None:
    """
    "全国" or "国家级" in the award's name does not lift the organ's level.
    """
    assert {"GX.AWARD.BY_CERTIFICATE"} == codes_of("甲市人民政府", "国家级", award_name="全国优秀成果国家级奖")


@ok("GX-056")
@pytest.mark.parametrize("organ", ["甲市教育局", "某协会", "甲单位"])
def test_authorised_with_proof(organ: str) -> None:
    """
    Whoever the city authorised grants a 市厅级 award, with the proof attached.
    """
    assert set() == codes_of(organ, authorised_by_city="是", authorisation_proof="是")
    assert "CITY_DEPARTMENT" == classify_award(organ, authorised=True, proof=True).level


@not_ok("GX-056")
@pytest.mark.parametrize("proof", ["否", ""])
def test_authorised_without_proof(proof: str) -> None:
    """
    Without the proof the flag is an error.
    """
    assert {"GX.AWARD.AUTHORISATION"} == codes_of("甲市教育局", authorised_by_city="是", authorisation_proof=proof)


def test_authorisation_adds_nothing_to_a_department() -> None:
    """
    An organ that counts by itself keeps its own level and needs no proof.
    """
    assert "PROVINCE_MINISTRY" == classify_award("教育部", authorised=True).level


@ok("GX-057")
@not_ok("GX-057")
@pytest.mark.parametrize("organ", ["甲市教育局", "市卫生局", "南宁市教育局"])
def test_city_bureau(organ: str) -> None:
    """
    Awards of a city's bureaus are out, not 市厅级.
    """
    assert (OUT, "") == (classify_award(organ).decision, classify_award(organ).level)
    assert {"GX.AWARD.CITY_BUREAU"} == codes_of(organ)


@ok("GX-058")
@not_ok("GX-058")
@pytest.mark.parametrize("organ", ["某协会", "全国某学会", "某论坛", "某研究所", "某杂志社"])
def test_social_body(organ: str) -> None:
    """
    Awards of social bodies are out, also when 全国 stands in the name.
    """
    assert OUT is classify_award(organ).decision
    assert {"GX.AWARD.SOCIAL_BODY"} == codes_of(organ)


@ok("GX-059")
@not_ok("GX-059")
@pytest.mark.parametrize("organ", ["桂平市人民政府", "某军区政治部", "自治区党委宣传部", "教育部师范教育司", "甲单位"])
def test_doubtful_award(organ: str) -> None:
    """
    What the text leaves open is REVIEW and only an information.
    """
    found = [
        item
        for item in guangxi.check({"awards": [{"award_organ": organ, "award_level": "市厅级"}]}, on=ON).findings
        if item.code.startswith("GX.AWARD")
    ]

    assert (REVIEW, "") == (classify_award(organ).decision, classify_award(organ).level)
    assert [("GX.AWARD.CITY_REVIEW", Severity.INFO)] == [(item.code, item.severity) for item in found]


def test_interpreted_level_is_asked_about() -> None:
    """
    A level that only follows by interpretation neither refuses another one nor stays silent.
    """
    assert REVIEW is classify_award("海关总署").decision
    assert {"GX.AWARD.CITY_REVIEW"} == codes_of("海关总署", "市厅级")


def test_empty_organ_is_no_rule_s_business() -> None:
    """
    Without an organ the missing field speaks, no rule of awards.
    """
    assert set() == codes_of("")


def test_clean_award() -> None:
    """
    The invented person's award gives no finding.
    """
    assert [] == [item for item in guangxi.check(person(), on=ON).findings if item.code.startswith("GX.AWARD")]


def test_hostile_objects() -> None:
    """
    Any object is answered.
    """
    assert {Decision} == {type(classify_award(value).decision) for value in everything()}
