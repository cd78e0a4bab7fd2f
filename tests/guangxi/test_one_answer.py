"""
Scope, check and submit give one answer about who and what is collected.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.findings import Decision
from credrules.systems import guangxi
from credrules.systems.guangxi import PROFILE, scope, submit
from credrules.testing._samples.guangxi import person
from tests.support.cases import not_ok, ok

OUT = Decision.OUT
ON = dt.date(2012, 6, 1)
HR = "广西壮族自治区人力资源和社会保障厅"
GROUP = "广西壮族自治区职称改革工作领导小组"
OUT_OF_SCOPE = ("GX.SCOPE.RETIRED", "GX.SCOPE.IN_POST", "GX.SCOPE.BROAD")


def told(data: object) -> set[str]:
    """
    Return the codes of a check by which somebody is not collected.
    """
    return {item.code for item in guangxi.check(data, on=ON).errors} & set(OUT_OF_SCOPE)


@not_ok("GX-006", "GX-007", "GX-009")
@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"basic": {"retired_on": "2012-01-31"}}, "GX.SCOPE.RETIRED", ("basic", "retired_on")),
        ({"basic": {"employment_status": "病退"}}, "GX.SCOPE.IN_POST", ("basic", "employment_status")),
        ({"titles": [], "qualifications": []}, "GX.SCOPE.BROAD", ("titles",)),
    ],
)
def test_check_says_who_is_not_collected(changes: dict[str, Any], code: str, path: tuple[str, ...]) -> None:
    """
    Retired, or without a certificate: an error of the check, the same finding as of the scope, and no report.
    """
    data = person(**changes)
    report = submit(data, on=ON)

    assert [(code, path)] == [(item.code, item.path) for item in guangxi.check(data, on=ON).errors]
    assert code in {item.code for item in scope(data, on=ON).findings}
    assert (None, [code]) == (report.value, [item.code for item in report.errors])


@ok("GX-007", "GX-009")
def test_check_says_nothing_of_who_is_collected() -> None:
    """
    Serving, with a certificate: no such error; with the switch the retired too.
    """
    retired = person(basic={"retired_on": "2012-01-31"})

    assert set() == told(person())
    assert guangxi.check(retired, on=ON, profile=PROFILE.switch(collect_retired=True)).ok


@pytest.mark.parametrize("name", ["钓鱼协会会员证", "高级工", "执业医师"])
def test_a_certificate_that_is_out_is_no_part_of_a_report(name: str) -> None:
    """
    Out in the scope is an error of the check at that certificate, and there is no report.
    """
    data = person(titles=[{"title_name": name, "title_series": "", "title_level": "420", "route": "评审"}])
    decision = scope(data, on=ON).per_certificate[0].decision

    assert OUT is decision
    assert [("titles", 0)] == list(
        {item.path[:2] for item in guangxi.check(data, on=ON).errors if "CERT." in item.code}
    )
    assert submit(data, on=ON).value is None


def test_a_name_that_stays_open_is_reported_with_a_warning() -> None:
    """
    A name the shipped list lacks, with both seals: review in the scope, a warning of the check, and a report.
    """
    title = {"title_series": "工程", "title_name": "测井工程师", "title_level": "中级", "seals": [HR, GROUP]}
    data = person(titles=[title], basic={"current_post": "无"})
    report = submit(data, on=ON)

    assert Decision.REVIEW is scope(data, on=ON).per_certificate[0].decision
    assert ["GX.CODE.CERT_NAME"] == [item.code for item in report.warnings if item.path[-1:] == ("title_name",)]
    assert report.value is not None


CERTIFICATES = st.fixed_dictionaries(
    {"title_name": st.sampled_from(["会计师", "高级工", "测井工程师", "会员证", "技师", "政工师", "主治中医师"])},
    optional={
        "route": st.sampled_from(["考试", "评审", "认定", "重新确认", "其他"]),
        "issuer": st.sampled_from([HR, "南宁市人事局", "广东省人事厅", "某协会"]),
        "seals": st.lists(st.sampled_from([HR, GROUP, "甲县职称改革工作领导小组", "甲公司"]), max_size=2),
        "certificate_kind": st.sampled_from(["专业技术资格", "岗位培训合格证"]),
    },
)
BASICS = st.fixed_dictionaries(
    {},
    optional={
        "unit_name": st.sampled_from(["甲公司", ""]),
        "unit_kind": st.sampled_from(["机关", "其他"]),
        "retired_on": st.sampled_from(["2011-01-01", "2012", "2013-01-01", "已退"]),
        "employment_status": st.sampled_from(["在职", "退休", "辞职", "未知", "退(离)休"]),
    },
)


@settings(deadline=None, max_examples=60)
@given(BASICS, st.lists(CERTIFICATES, max_size=2), st.booleans())
def test_one_answer(basic: dict[str, Any], titles: list[dict[str, Any]], retired_too: bool) -> None:  # noqa: FBT001  # a switch
    """
    Whoever is out has an error of the scope in the check and no report; so has each certificate that is out.
    """
    profile = PROFILE.switch(collect_retired=retired_too)
    data = {"basic": basic, "titles": titles}
    answer = scope(data, on=ON, profile=profile)
    errors = guangxi.check(data, on=ON, profile=profile).errors
    places = {item.path[:2] for item in errors if item.code.startswith("GX.CERT.") and item.code != "GX.CERT.TITLE"}

    assert (answer.decision is OUT) is bool({item.code for item in errors} & set(OUT_OF_SCOPE))
    assert {item.path for item in answer.per_certificate if item.decision is OUT} == places
    if answer.decision is OUT or places:
        assert submit(data, on=ON, profile=profile).value is None
