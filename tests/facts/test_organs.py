"""
Organs by their names: the listed, the patterned, place and office, and what stays open.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.facts.organ_patterns import OrganKind
from credrules.facts.organs import classify
from credrules.findings import Decision
from credrules.values import Confidence, Evidence
from tests.support.hostile import everything

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
CITY, PROVINCE, NATIONAL = "CITY_DEPARTMENT", "PROVINCE_MINISTRY", "NATIONAL"

NAMED = (
    # The three levels as the text gives them.
    ("中央人民政府", OrganKind.CENTRAL, NATIONAL, IN),
    ("国务院", OrganKind.CENTRAL, NATIONAL, IN),
    ("自治区人民政府", OrganKind.PROVINCE_GOVERNMENT, PROVINCE, IN),
    ("广西自治区人民政府", OrganKind.PROVINCE_GOVERNMENT, PROVINCE, IN),
    ("教育部", OrganKind.MINISTRY, PROVINCE, IN),
    ("中华人民共和国教育部", OrganKind.MINISTRY, PROVINCE, IN),
    ("卫生部", OrganKind.MINISTRY, PROVINCE, IN),
    ("铁道部", OrganKind.MINISTRY, PROVINCE, IN),
    ("中华人民共和国第一机械工业部", OrganKind.MINISTRY, PROVINCE, IN),
    ("自治区教育厅", OrganKind.PROVINCE_DEPARTMENT, CITY, IN),
    ("广西卫生厅", OrganKind.PROVINCE_DEPARTMENT, CITY, IN),
    ("广西市场监督管理局", OrganKind.PROVINCE_DEPARTMENT, CITY, IN),
    ("自治区物价局", OrganKind.PROVINCE_DEPARTMENT, CITY, IN),
    ("南宁市人民政府", OrganKind.CITY_GOVERNMENT, CITY, IN),
    ("广西壮族自治区北海市人民政府", OrganKind.CITY_GOVERNMENT, CITY, IN),
    ("甲市人民政府", OrganKind.CITY_GOVERNMENT, CITY, IN),
    ("市人民政府", OrganKind.CITY_GOVERNMENT, CITY, IN),
    # A city's bureau is not the city.
    ("甲市教育局", OrganKind.CITY_BUREAU, "", OUT),
    ("市卫生局", OrganKind.CITY_BUREAU, "", OUT),
    ("南宁市城市管理局", OrganKind.CITY_BUREAU, "", OUT),
    ("南宁市人民政府办公室", OrganKind.CITY_BUREAU, "", OUT),
    ("桂平市教育局", OrganKind.CITY_BUREAU, "", OUT),
    ("无名市教育局", OrganKind.CITY_BUREAU, "", OUT),
    ("广州市教育局", OrganKind.CITY_BUREAU, "", OUT),
    # Counties, districts and townships are below the lowest level.
    ("南宁市青秀区教育局", OrganKind.COUNTY, "", OUT),
    ("三江侗族自治县人民政府", OrganKind.COUNTY, "", OUT),
    ("甲县人民政府", OrganKind.COUNTY, "", OUT),
    ("县人民政府", OrganKind.COUNTY, "", OUT),
    ("南宁市江南区某镇人民政府", OrganKind.COUNTY, "", OUT),
    ("北京市海淀区教育委员会", OrganKind.COUNTY, "", OUT),
    # Social bodies, whatever their names claim.
    ("全国某协会", OrganKind.SOCIAL_BODY, "", OUT),
    ("中国某学会专业委员会", OrganKind.SOCIAL_BODY, "", OUT),
    ("某论坛", OrganKind.SOCIAL_BODY, "", OUT),
    ("广西教育研究院", OrganKind.SOCIAL_BODY, "", OUT),
    ("某杂志社", OrganKind.SOCIAL_BODY, "", OUT),
    ("某期刊社", OrganKind.SOCIAL_BODY, "", OUT),
    # What the text leaves open.
    ("桂平市人民政府", OrganKind.COUNTY_CITY, "", REVIEW),
    ("桂林市荔浦市人民政府", OrganKind.COUNTY_CITY, "", REVIEW),
    ("无名市人民政府", OrganKind.COUNTY_CITY, "", REVIEW),
    ("南宁地区行政公署", OrganKind.PREFECTURE_OFFICE, "", REVIEW),
    ("凉山彝族自治州人民政府", OrganKind.PREFECTURE_OFFICE, "", REVIEW),
    ("某自治州人民政府", OrganKind.PREFECTURE_OFFICE, "", REVIEW),
    ("某军区政治部", OrganKind.MILITARY, "", REVIEW),
    ("自治区党委宣传部", OrganKind.PARTY, "", REVIEW),
    ("甲市总工会", OrganKind.PEOPLES_ORGANISATION, "", REVIEW),
    ("自治区人大常委会", OrganKind.STATE_BODY, "", REVIEW),
    ("教育部师范教育司", OrganKind.MINISTRY_BUREAU, "", REVIEW),
    ("国务院办公厅", OrganKind.MINISTRY_BUREAU, "", REVIEW),
    ("国家统计局", OrganKind.VICE_MINISTRY, "", REVIEW),
    ("自治区教育厅办公室", OrganKind.PROVINCE_BODY, "", REVIEW),
    ("自治区职称改革工作领导小组办公室", OrganKind.PROVINCE_BODY, "", REVIEW),
    ("广西大学", OrganKind.PROVINCE_BODY, "", REVIEW),
    ("广东省人民政府", OrganKind.PROVINCE_GOVERNMENT, "", REVIEW),
    ("广东省教育厅", OrganKind.PROVINCE_DEPARTMENT, "", REVIEW),
    ("广东省某学校", OrganKind.PROVINCE_BODY, "", REVIEW),
    ("广州市人民政府", OrganKind.CITY_GOVERNMENT, "", REVIEW),
    ("甲市第一中学", OrganKind.UNKNOWN, "", REVIEW),
    ("甲公司", OrganKind.UNKNOWN, "", REVIEW),
    ("中华人民共和国某组织委员会", OrganKind.UNKNOWN, "", REVIEW),
)


@pytest.mark.parametrize(("name", "kind", "level", "scope"), NAMED, ids=[row[0] for row in NAMED])
def test_named_organ(name: str, kind: OrganKind, level: str, scope: Decision) -> None:
    """
    A name gives kind, level and scope; a level only comes with IN.
    """
    verdict = classify(name)

    assert (kind, level, scope) == (verdict.kind, verdict.level, verdict.scope)


def test_layout_changes_nothing() -> None:
    """
    Blanks inside a name say nothing about the organ.
    """
    assert classify("自治区教育厅") == classify(" 自治区 教育厅\n")


@pytest.mark.parametrize(
    ("name", "level", "scope"),
    [
        ("自治区教育厅、自治区科技厅", CITY, IN),
        ("甲市教育局；甲市卫生局", "", OUT),
        ("教育部、自治区教育厅", "", REVIEW),
        ("自治区教育厅、甲市教育局", "", REVIEW),
    ],
)
def test_joint_award(name: str, level: str, scope: Decision) -> None:
    """
    Several organs are one verdict where they agree; where they do not, a person decides.
    """
    assert (level, scope) == (classify(name).level, classify(name).scope)


@pytest.mark.parametrize("value", ["", " ", "、", "长" * 61, "长、" * 400, "GX-03", "PAT-SOCIAL-1"])
def test_what_is_no_name(value: str) -> None:
    """
    Empty, overlong and code texts are no organ's name and stay open.
    """
    assert (OrganKind.UNKNOWN, REVIEW) == (classify(value).kind, classify(value).scope)


def test_hostile_objects() -> None:
    """
    Any object is answered.
    """
    assert {Decision} == {type(classify(value).scope) for value in everything()}


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("广东省人事厅", "44"),
        ("自治区人事厅", "45"),
        ("柳州市人事局", "45"),
        ("内蒙古自治区教育厅", "15"),
        ("人事部", ""),
    ],
)
def test_region(name: str, region: str) -> None:
    """
    The province is told from the name: by itself, by the bare 自治区, or by its city.
    """
    assert region == classify(name).region


def test_evidence_follows_the_row() -> None:
    """
    What the text only lets one guess says so.
    """
    assert Evidence.STATED is classify("教育部").evidence
    assert Evidence.DEDUCED is classify("国务院").evidence
    assert Evidence.ASSUMED is classify("海关总署").evidence


LISTED = [row for row in codes.GRANTING_ORGANS if not row.code.startswith("PAT-")]


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row.code)
def test_listed_organs_answer_by_all_their_names(row: codes.Entry) -> None:
    """
    Each row of the list answers by name, alias, former and full name with its own level; a weak one is REVIEW.
    """
    scope = "review" if row.confidence is Confidence.LOW else row.attribute("scope")
    wanted = (row.code, row.attribute("award_level"), scope)
    names = (row.name, *row.aliases, *row.former, *row.loose)
    verdicts = [classify(name) for name in names]

    assert [wanted] * len(names) == [(item.row, item.level, item.scope.value) for item in verdicts]


@given(st.text("自治区广西市县教育厅局人民政府部委协会长", max_size=12))
def test_a_level_means_in(name: str) -> None:
    """
    A level and IN come together, whatever the name.
    """
    verdict = classify(name)

    assert (verdict.scope is IN) is (verdict.level != "")


@given(
    st.sampled_from(["教育局", "卫生局", "教育委员会", "人事局", "经委", "扶贫办公室"]),
    st.text("甲乙丙丁", min_size=1, max_size=3),
)
def test_no_bureau_of_a_city_is_the_city(office: str, place: str) -> None:
    """
    Under whatever name of a city: its bureaus are OUT.
    """
    assert OUT is classify(f"{place}市{office}").scope


def test_every_kind_has_its_words() -> None:
    """
    Each kind is told in both languages.
    """
    assert all(kind.label.zh and kind.label.en for kind in OrganKind)


@pytest.mark.parametrize(
    "name",
    [
        "市科委", "市科学技术委员会", "甲市科学技术委员会", "市国资委", "市国有资产监督管理委员会",
        "南宁市人民政府国有资产监督管理委员会", "市发展和改革委员会", "市教育委员会", "市经济和信息化委员会",
        "市人口和计划生育委员会", "市城乡建设委员会", "市城市管理委员会", "市民族宗教事务委员会", "市人民政府办公室",
        "市外事侨务办公室", "市扶贫开发领导小组办公室", "市民政局", "市统计局",
    ],
)  # fmt: skip
def test_the_commissions_and_offices_of_a_city_in_full(name: str) -> None:
    """
    A city's 委、办、局 are out, written short or in full.
    """
    verdict = classify(name)

    assert (OrganKind.CITY_BUREAU, OUT) == (verdict.kind, verdict.scope)


@pytest.mark.parametrize(
    "name",
    [
        "南宁市高新技术产业开发区管理委员会",
        "市科学技术奖励委员会",
        "市教师职务评审委员会",
        "市精神文明建设指导委员会",
        "市职业技能竞赛组织委员会",
    ],
)
def test_committees_that_are_no_office_of_a_city(name: str) -> None:
    """
    A committee for prizes, reviews, contests or a zone is no commission of a city: it stays open.
    """
    assert REVIEW is classify(name).scope
