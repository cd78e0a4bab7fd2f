"""
Scope: which certificates and which persons are collected (decision tables GX-D1 and GX-D2).
"""

from __future__ import annotations

import datetime as dt
import pickle
import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.findings import Decision
from credrules.systems import guangxi
from credrules.systems.guangxi import PROFILE, ScopeDecision, scope
from credrules.systems.guangxi.names import CERTIFICATE_NAMES
from credrules.systems.guangxi.profile import SEAL_RULE_WIDE
from credrules.systems.guangxi.scope.certificates import CERTIFICATE_TABLE
from credrules.systems.guangxi.scope.words import CERTIFICATE_ROWS, PERSON_ROWS, REASONS
from credrules.values import Severity
from tests.support.cases import not_ok, ok
from tests.support.hostile import everything

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
ON = dt.date(2012, 6, 1)
HR = "广西壮族自治区人力资源和社会保障厅"
PERSONNEL = "广西壮族自治区人事厅"
GROUP = "广西壮族自治区职称改革工作领导小组"
EXAM = {"title_name": "会计师", "route": "考试", "issuer": PERSONNEL}
SEALED = {"title_name": "工程师", "route": "评审", "seals": [PERSONNEL, GROUP]}
SAFETY = {"occupation_name": "注册安全工程师", "issuer": PERSONNEL}


def decide(
    *titles: dict[str, Any], others: tuple[dict[str, Any], ...] = (), on: dt.date = ON, **basic: object
) -> ScopeDecision:
    """
    Return the scope of a person at a school with these certificates.
    """
    data = {"basic": {"unit_name": "甲市第一中学", **basic}, "titles": list(titles), "qualifications": list(others)}
    return scope(data, on=on)


def of_title(**cells: object) -> tuple[Decision, str]:
    """
    Return decision and reason for one title certificate.
    """
    (answer,) = decide({"title_name": "工程师", **cells}).per_certificate
    return answer.decision, answer.reason


def of_occupation(**cells: object) -> tuple[Decision, str]:
    """
    Return decision and reason for one occupational certificate.
    """
    (answer,) = decide(others=({"occupation_name": "注册安全工程师", **cells},)).per_certificate
    return answer.decision, answer.reason


def codes_of(data: object) -> set[str]:
    """
    Return the codes a check finds.
    """
    return {item.code for item in guangxi.check(data, on=ON).findings}


# --- certificates: GX-D1 --------------------------------------------------------


@ok("GX-011", "GX-019")
@pytest.mark.parametrize(
    "issuer", [HR, PERSONNEL, " 广西壮族自治区 人事厅\n", "自治区人事厅", "广西区人事厅", "自治区人社厅"]
)
def test_examined_title_of_the_region(issuer: str) -> None:
    """
    An examined title of 2003 signed by one of the two departments is in; layout and short forms change nothing.
    """
    assert (IN, "EXAM_ISSUER") == of_title(title_name="会计师", route="考试", issuer=issuer, issued_on="2003-05-01")


@not_ok("GX-019")
@pytest.mark.parametrize("issuer", ["南宁市人事局", "人力资源和社会保障部", "某协会"])
def test_examined_title_signed_by_others(issuer: str) -> None:
    """
    Any other issuer of an examined title is out.
    """
    assert (OUT, "OTHER_ISSUER") == of_title(title_name="会计师", route="考试", issuer=issuer)
    assert "GX.CERT.EXAM_ISSUER" in codes_of({"titles": [{"title_name": "会计师", "route": "考试", "issuer": issuer}]})


def test_examined_title_without_issuer() -> None:
    """
    Without the issuer an examined title stays open, whoever approved it.
    """
    assert (REVIEW, "UNKNOWN") == of_title(title_name="会计师", route="考试")
    assert (REVIEW, "UNKNOWN") == of_title(title_name="会计师", route="考试", approving_organ="甲市职改办")
    assert (IN, "EXAM_ISSUER") == of_title(title_name="会计师", route="考试", approving_organ=PERSONNEL)


@not_ok("GX-011")
@pytest.mark.parametrize(
    ("cells", "expected"),
    [({}, True), ({"route": "考试"}, False), ({"acquire_mode": "晋升"}, False), ({"review_body": "认定"}, False)],
)
def test_record_of_title_without_route(cells: dict[str, str], expected: object) -> None:
    """
    A title with none of the three fields that tell its route is an error of the record.
    """
    report = guangxi.check({"titles": [{"title_name": "会计师", **cells}]}, on=ON)

    assert expected is (("GX.CERT.TITLE", ("titles", 0, "route")) in {(item.code, item.path) for item in report.errors})


@not_ok("GX-011")
def test_title_without_route() -> None:
    """
    A title without a route is not decided and says so.
    """
    answer = decide({"title_name": "会计师", "seals": [PERSONNEL, GROUP]})

    assert (REVIEW, "UNKNOWN") == (answer.per_certificate[0].decision, answer.per_certificate[0].reason)
    assert "GX.CERT.TITLE" in {item.code for item in answer.findings}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"acquire_mode": "PROMOTION", "seals": [HR, GROUP]}, (IN, "REVIEW_SEALS")),
        ({"review_body": "EXAM-420", "issuer": HR}, (IN, "EXAM_ISSUER")),
        ({"route": "OTHER", "seals": [HR, GROUP]}, (REVIEW, "UNKNOWN")),
    ],
)
def test_route_follows_from_the_form(cells: dict[str, object], expected: tuple[Decision, str]) -> None:
    """
    The route is taken from 取得方式 or 评审会 where it is not given.
    """
    assert expected == of_title(**cells)


@ok("GX-020")
@pytest.mark.parametrize("department", [HR, PERSONNEL])
def test_reviewed_title_with_both_seals(department: str) -> None:
    """
    One department's seal and the leading group's: in.
    """
    assert (IN, "REVIEW_SEALS") == of_title(route="评审", seals=[department, GROUP])


@pytest.mark.parametrize("between", ["+", "＋", "和", "与", " ", "/", "", "、"])
def test_two_seals_in_one_text(between: str) -> None:
    """
    人事厅 + 领导小组 written as one text are two seals, whatever stands between them.
    """
    assert (IN, "REVIEW_SEALS") == of_title(route="评审", seals=f"{PERSONNEL}{between}{GROUP}")


@not_ok("GX-019", "GX-020")
@pytest.mark.parametrize(
    "seals",
    [
        ["广西壮族自治区财政厅", GROUP],
        ["广西壮族自治区教育厅", GROUP],
        [PERSONNEL, "广西壮族自治区科学技术厅"],
        ["广西师范大学", "广西大学"],
    ],
)
def test_seals_are_compared_whole(seals: list[str]) -> None:
    """
    Seals that only begin alike (广西…) are other organs' seals: they do not pass the test.
    """
    assert IN is not of_title(route="评审", seals=seals)[0]
    assert IN is not of_title(route="考试", issuer=seals[0] if seals[0] != PERSONNEL else seals[1])[0]


@not_ok("GX-020")
@pytest.mark.parametrize("seal", [GROUP, HR, PERSONNEL, GROUP + "办公室"])
def test_reviewed_title_with_one_seal(seal: str) -> None:
    """
    One of the seals alone leaves the title open.
    """
    assert (REVIEW, "SEALS_INCOMPLETE") == of_title(route="评审", seals=[seal])


@ok("GX-020")
@not_ok("GX-020")
@pytest.mark.parametrize(
    ("seals", "plain", "wide"),
    [([HR], REVIEW, IN), ([PERSONNEL], REVIEW, REVIEW), ([PERSONNEL, GROUP], IN, IN), ([HR, GROUP], IN, IN)],
)
def test_seal_rule_is_a_switch(seals: list[str], plain: Decision, wide: Decision) -> None:
    """
    "(A or B) and C" by default; the other reading, "A or (B and C)", by switch.
    """
    data = {"unit_name": "甲公司", "titles": [{"title_name": "工程师", "route": "评审", "seals": seals}]}

    assert plain is scope(data, on=ON).decision
    assert wide is scope(data, on=ON, profile=PROFILE.switch(seal_rule=SEAL_RULE_WIDE)).decision


@ok("GX-021")
@pytest.mark.parametrize(
    "seal", ["甲县职称改革工作领导小组", "南宁市职改办", "甲市人事局", "自治区教育厅职称改革领导小组"]
)
def test_title_approved_below_the_region(seal: str) -> None:
    """
    A lower leading group leaves the title open, with a warning.
    """
    answer = decide({"title_name": "助理工程师", "route": "评审", "seals": [seal]})

    assert (REVIEW, ("CERTIFICATE_REVIEW",)) == (answer.decision, answer.reasons)
    assert [Severity.WARNING] == [item.severity for item in answer.findings if item.code == "GX.CERT.LOCAL_APPROVAL"]


@not_ok("GX-021")
def test_no_error_for_a_prefecture_s_title() -> None:
    """
    A title approved by a prefecture is no error of the record.
    """
    data = {"titles": [{"title_name": "工程师", "route": "评审", "approving_organ": "甲市职称改革工作领导小组"}]}

    assert (REVIEW, "LOCAL_APPROVAL") == of_title(route="评审", approving_organ="甲市职称改革工作领导小组")
    assert set() == {code for code in codes_of(data) if code.startswith("GX.CERT.")}


@ok("GX-022")
@pytest.mark.parametrize(
    "cells",
    [{"seals": ["某协会"]}, {"issuer": "某协会"}, {"seals": ["甲公司"]}, {"issuer": "中国某集团职称改革领导小组"}],
)
def test_title_of_somebody_else(cells: dict[str, object]) -> None:
    """
    A certificate of an association or a firm is out and must not be entered.
    """
    title = {"title_name": "工程师", "route": "评审", **cells}

    assert (OUT, "OTHER_ISSUER") == of_title(route="评审", **cells)
    assert "GX.CERT.OTHER_ISSUER" in codes_of({"titles": [title]})


@ok("GX-022")
@pytest.mark.parametrize("name", ["培训合格证", "网络工程师"])
def test_training_certificate_of_an_association(name: str) -> None:
    """
    An association's training certificate is out in either table, under a listed name too.
    """
    assert OUT is of_title(title_name=name, route="评审", issuer="某培训协会")[0]
    assert OUT is of_title(title_name=name, route="考试", issuer="某培训协会")[0]
    assert OUT is of_occupation(occupation_name=name, issuer="某培训协会")[0]


@not_ok("GX-022")
def test_the_last_row_never_says_in() -> None:
    """
    What no row knows is out; the default is no IN.
    """
    assert OUT is CERTIFICATE_TABLE[-1].decision


@ok("GX-154")
@pytest.mark.parametrize("route", ["认定", "重新确认"])
def test_other_routes_by_the_seal_test(route: str) -> None:
    """
    Recognised and re-confirmed titles pass by the seals of reviewed ones.
    """
    assert (IN, "REVIEW_SEALS") == of_title(route=route, seals=[HR, GROUP])


@not_ok("GX-154")
def test_other_routes_are_not_rejected() -> None:
    """
    Where the seals fail, a recognised title is open and not out.
    """
    assert (REVIEW, "NO_TEST") == of_title(route="认定", seals=["甲公司"])
    assert (REVIEW, "NO_TEST") == of_title(route="认定")


@ok("GX-014")
def test_certificate_of_guangxi() -> None:
    """
    A title issued in Nanning is not of another province.
    """
    assert (IN, "REVIEW_SEALS") == of_title(route="评审", seals=[HR, GROUP], issuer_region="南宁市")
    assert (IN, "REVIEW_SEALS") == of_title(route="评审", seals=[HR, GROUP], issuer_region="450000")


@not_ok("GX-014")
@pytest.mark.parametrize(
    "cells", [{"issuer_region": "440000"}, {"issuer": "广东省人事厅"}, {"seals": ["广州市人事局"]}]
)
def test_certificate_of_another_province(cells: dict[str, object]) -> None:
    """
    A title issued by Guangdong is out, told by the region or by the signer.
    """
    assert (OUT, "OTHER_PROVINCE") == of_title(route="评审", **cells)
    assert OUT is decide({"title_name": "工程师", "route": "评审", **cells}, unit_place="450100").decision


def test_national_examination_signed_by_guangxi() -> None:
    """
    A national examination's certificate signed by Guangxi is in, wherever it was sat.
    """
    assert (IN, "EXAM_ISSUER") == of_occupation(issuer=PERSONNEL, issuer_region="440000")


@not_ok("GX-014")
def test_reconfirmed_certificate_of_another_province() -> None:
    """
    After 重新确认 the Guangxi certificate is collected, the first one not.
    """
    first = {"title_name": "工程师", "route": "评审", "issuer_region": "440000"}
    second = {"title_name": "工程师", "route": "重新确认", "seals": [HR, GROUP], "issuer_region": "450000"}
    answer = decide(first, second)

    assert [OUT, IN] == [item.decision for item in answer.per_certificate]
    assert IN is answer.decision


# --- exclusions and names -------------------------------------------------------


@ok("GX-016")
@pytest.mark.parametrize(
    "cells",
    [
        {"title_name": "高级工"},
        {"title_name": "电工高级工"},
        {"title_name": "高级技师"},
        {"title_name": "高级工证书"},
        {"title_name": "汽车驾驶员高级工（三级）"},
        {"title_name": "技师", "certificate_kind": "工人技能等级"},
        {"title_name": "某工种", "certificate_kind": "职业资格三级"},
        {"title_name": "工程师", "certificate_kind": "三级职业资格", "route": "评审", "seals": [HR, GROUP]},
        {"title_name": "会计师", "printed_name": "技术等级证书"},
    ],
)
def test_workers_grades_are_out(cells: dict[str, object]) -> None:
    """
    Workers' skill grades are excluded, by name, kind or print.
    """
    assert (OUT, "EXCLUDED_KIND") == of_title(**cells)


@not_ok("GX-016", "GX-005")
def test_exclusion_comes_before_the_issuer() -> None:
    """
    高级工 is out although the human-resources department signed it, and no title.
    """
    title = {"title_name": "高级工", "route": "考试", "issuer": HR, "seals": [HR, GROUP]}

    assert OUT is decide(title).decision
    assert "GX.CERT.EXCLUDED.WORKER" in codes_of({"titles": [title]})


def test_technician_of_health_or_of_workers() -> None:
    """
    技师 of the health series is a title; without its series nobody knows.
    """
    cells = {"title_name": "技师", "route": "评审", "seals": [HR, GROUP]}

    assert (IN, "REVIEW_SEALS") == of_title(**cells, title_series="卫生")
    assert (REVIEW, "UNKNOWN_KIND") == of_title(**cells)


def test_names_that_only_begin_like_a_grade() -> None:
    """
    高级工艺美术师 and 高级工程师 are titles.
    """
    assert (IN, "REVIEW_SEALS") == of_title(title_name="高级工艺美术师", route="评审", seals=[HR, GROUP])
    assert (IN, "REVIEW_SEALS") == of_title(title_name="高级工程师", route="评审", seals=[HR, GROUP])


@ok("GX-017")
def test_physician_s_title_is_in() -> None:
    """
    主治医师 by examination, signed by Guangxi, is in.
    """
    assert (IN, "EXAM_ISSUER") == of_title(title_name="主治医师", route="考试", issuer=PERSONNEL)


@not_ok("GX-017")
@pytest.mark.parametrize("name", ["执业医师", "执业医师资格", "执业医师资格证书", "执业助理医师"])
def test_physician_s_practice_qualification_is_out(name: str) -> None:
    """
    The practice qualification of physicians is excluded and an error where it is entered.
    """
    assert (OUT, "EXCLUDED_KIND") == of_occupation(occupation_name=name, issuer=PERSONNEL)
    assert "GX.CERT.EXCLUDED.PHYSICIAN" in codes_of({"qualifications": [{"occupation_name": name}]})


@ok("GX-018")
@pytest.mark.parametrize(
    "cells",
    [
        {"title_name": "高级政工师"},
        {"title_name": "982"},
        {"certificate_kind": "政工系列"},
        {"title_series": "政工系列", "route": "评审", "seals": [HR, GROUP]},
    ],
)
def test_political_work_is_out(cells: dict[str, object]) -> None:
    """
    Titles of political work are excluded.
    """
    assert (OUT, "EXCLUDED_KIND") == of_title(**cells)


@not_ok("GX-016", "GX-018")
@pytest.mark.parametrize(
    "cells",
    [
        {"title_name": "高级技师"},
        {"title_name": "电工高级技师"},
        {"certificate_kind": "高级技师证书"},
        {"certificate_kind": "思想政治工作"},
        {"title_series": "思想政治工作人员"},
        {"title_name": "高级思想政治工作师"},
        *({"title_name": entry.code} for entry in codes.QUALIFICATION_TITLES.children("980")),
        *({"title_name": entry.code} for entry in codes.QUALIFICATION_TITLES.children("EXT-WORKER")),
    ],
    ids=str,
)
def test_excluded_by_name_by_kind_and_by_code(cells: dict[str, str]) -> None:
    """
    高级技师 and 思想政治工作 are excluded in words, and every code of the workers' and the political series too.
    """
    passing = {"route": "评审", "seals": [HR, GROUP], "issuer": HR, **cells}

    assert (OUT, "EXCLUDED_KIND") == of_title(**passing)


@not_ok("GX-018")
def test_the_list_of_exclusions_is_open() -> None:
    """
    A kind nobody named is open, not in; a post office's engineer is no political worker.
    """
    assert (REVIEW, "UNKNOWN_KIND") == of_title(route="评审", seals=[HR, GROUP], certificate_kind="岗位培训合格证")
    assert (IN, "REVIEW_SEALS") == of_title(route="评审", seals=[HR, GROUP], certificate_kind="专业技术资格")
    assert (REVIEW, "NAME_UNSURE") == of_title(title_name="邮政工程师", route="评审", seals=[HR, GROUP])


@ok("GX-013")
def test_name_in_the_catalogue() -> None:
    """
    A listed name is no ground to leave a certificate out; the shipped list says that it is not complete.
    """
    assert guangxi.names.CERTIFICATE_NAMES.complete is False
    assert guangxi.names.CERTIFICATE_NAMES.lookup("会计师")
    assert (IN, "EXAM_ISSUER") == of_title(title_name="会计师", route="考试", issuer=PERSONNEL)


@ok("GX-015")
@not_ok("GX-013")
def test_name_that_cannot_be_picked() -> None:
    """
    What neither list offers is outside the collection and must not be entered; it is not called invalid.
    """
    answer = decide({"title_name": "钓鱼协会会员证", "route": "考试"})

    assert (OUT, "NOT_IN_CATALOGUE") == (answer.per_certificate[0].decision, answer.per_certificate[0].reason)
    assert {"GX.CERT.NOT_IN_TABLES"} == {
        item.code
        for item in guangxi.check({"titles": [{"title_name": "钓鱼协会会员证"}]}, on=ON).errors
        if item.path[-1:] == ("title_name",)
    }


@not_ok("GX-013")
@pytest.mark.parametrize("name", ["物业管理师", "价格鉴证师", "企业法律顾问"])
def test_a_name_that_only_the_shipped_list_lacks(name: str) -> None:
    """
    Signed by the region's department, a name that annex 1 may well have is open; signed by others it is out (2a, 3).
    """
    complete = guangxi.names.CertificateCatalogue(complete=True)
    item = {"occupation_name": name, "issuer": PERSONNEL}
    unlisted = not complete.lookup(name)

    assert (REVIEW if unlisted else IN) is of_occupation(**item)[0]
    assert OUT is of_occupation(occupation_name=name, issuer="某协会")[0]
    assert (OUT if unlisted else IN) is scope({"qualifications": [item]}, on=ON, catalogue=complete).decision


@not_ok("GX-013", "GX-015")
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"route": "评审", "seals": [HR, GROUP]}, (REVIEW, "NAME_UNSURE")),
        ({"route": "考试", "issuer": PERSONNEL}, (REVIEW, "NAME_UNSURE")),
        ({"route": "重新确认", "seals": [PERSONNEL, GROUP]}, (REVIEW, "NAME_UNSURE")),
        ({"route": "评审", "seals": [GROUP]}, (OUT, "NOT_IN_CATALOGUE")),
        ({"route": "评审", "seals": ["甲县职称改革工作领导小组"]}, (OUT, "NOT_IN_CATALOGUE")),
        ({"route": "考试", "issuer": "南宁市人事局"}, (OUT, "NOT_IN_CATALOGUE")),
        ({"route": "评审"}, (REVIEW, "UNKNOWN")),
        ({}, (REVIEW, "UNKNOWN")),
    ],
)
def test_an_unlisted_name_that_ends_like_a_title(cells: dict[str, Any], expected: tuple[Decision, str]) -> None:
    """
    测井工程师: open where signer or seals pass, or are not known; out where they are known and do not pass.
    """
    assert expected == of_title(title_name="测井工程师", **cells)


def test_an_unlisted_name_that_ends_like_none() -> None:
    """
    A name that is neither listed nor ends like a listed one is out, unless signer or seals pass.
    """
    assert (OUT, "NOT_IN_CATALOGUE") == of_title(title_name="钓鱼大师", route="评审")
    assert (REVIEW, "NAME_UNSURE") == of_title(title_name="钓鱼大师", route="评审", seals=[HR, GROUP])


@not_ok("GX-015")
def test_no_similar_name_instead() -> None:
    """
    A code whose name the certificate does not print is an error; a speciality before the title is none.
    """
    data = {"titles": [{"title_name": "工程师", "printed_name": "某协会高级会员"}]}
    other = {"qualifications": [{"occupation_name": "注册安全工程师", "printed_name": "安全评价师会员"}]}

    assert "GX.CERT.FORCED_MATCH" in codes_of(data)
    assert "GX.CERT.FORCED_MATCH" in codes_of(other)
    assert "GX.CERT.FORCED_MATCH" not in codes_of({"titles": [{"title_name": "工程师", "printed_name": "电气工程师"}]})


@pytest.mark.parametrize(
    ("section", "name", "printed"),
    [
        ("titles", "工程师", "工程师任职资格"),
        ("titles", "工程师", "工程师 资格证书"),
        ("titles", "主管护师", "主管护师（护理）"),
        ("titles", "会计师", "中级会计师"),
        ("titles", "一级教师", "中学一级教师"),
        ("titles", "讲师", "高校讲师"),
        ("qualifications", "注册安全工程师", "中华人民共和国注册安全工程师执业资格证书"),
        ("qualifications", "监理工程师", "注册监理工程师"),
    ],
)
def test_what_a_certificate_prints_around_the_name(section: str, name: str, printed: str) -> None:
    """
    资格, 证书, the speciality and another spelling of the same name do not make it another one.
    """
    field = "title_name" if section == "titles" else "occupation_name"

    assert "GX.CERT.FORCED_MATCH" not in codes_of({section: [{field: name, "printed_name": printed}]})


def test_a_name_with_what_is_printed_around_it_is_not_out() -> None:
    """
    注册安全工程师执业资格证书 and 主管药师资格 end like listed names: open, not out; 工程师资格 is read as 工程师.
    """
    assert (REVIEW, "NAME_UNSURE") == of_occupation(occupation_name="注册安全工程师执业资格证书", issuer=PERSONNEL)
    assert (REVIEW, "NAME_UNSURE") == of_title(title_name="主管药师资格", route="评审", seals=[HR, GROUP])
    assert (IN, "REVIEW_SEALS") == of_title(title_name="工程师资格", route="评审", seals=[HR, GROUP])


@not_ok("GX-015")
@pytest.mark.parametrize("printed", ["助理工程师", "高级工程师资格证书", "工程师（高级）", "资格证书"])
def test_another_level_is_another_name(printed: str) -> None:
    """
    工程师 does not stand for a title of another level, nor for one whose name is not printed.
    """
    assert "GX.CERT.FORCED_MATCH" in codes_of({"titles": [{"title_name": "工程师", "printed_name": printed}]})


@ok("GX-013")
@not_ok("GX-013")
def test_complete_catalogue_decides() -> None:
    """
    With the shipped list an unlisted engineer is open; a host's complete list says out, its own names in.
    """
    data = {"unit_name": "甲公司", "titles": [{**EXAM, "title_name": "测井工程师"}]}
    complete = guangxi.names.CertificateCatalogue(complete=True)

    assert REVIEW is scope(data, on=ON).decision
    assert OUT is scope(data, on=ON, catalogue=complete).decision
    assert OUT is scope(data, on=ON, profile=PROFILE.switch(catalogue=complete)).decision
    assert IN is scope(data, on=ON, catalogue=complete.with_names(titles=["测井工程师"])).decision


def test_nameless_certificate_is_open() -> None:
    """
    A certificate without a name is never in.
    """
    assert (REVIEW, "NAME_UNSURE") == of_title(title_name="", route="评审", seals=[HR, GROUP])


@ok("GX-012")
def test_national_examination() -> None:
    """
    注册安全工程师 by the national examination, signed by the region.
    """
    assert (IN, "EXAM_ISSUER") == of_occupation(issuer=HR)
    assert (IN, "EXAM_ISSUER") == of_occupation(issuer=HR, 取得方式="考试取得")


@not_ok("GX-012")
def test_qualification_by_review() -> None:
    """
    An occupational qualification by review is an error.
    """
    data = {"qualifications": [{"occupation_name": "注册安全工程师", "route": "评审"}]}

    found = [item for item in guangxi.check(data, on=ON).errors if item.code == "GX.CERT.ROUTE_NOT_EXAM"]

    assert [("qualifications", 0, "route")] == [item.path for item in found]
    assert (REVIEW, "UNKNOWN") == of_occupation(route="评审", issuer="南宁市人事局")


@ok("GX-004")
def test_named_routes_and_others() -> None:
    """
    重新确认 is one of the four; another route is told as an information.
    """
    named = guangxi.check({"titles": [{"route": "重新确认"}]}, on=ON)
    other = guangxi.check({"titles": [{"route": "其他"}]}, on=ON)

    assert named.value is not None
    assert "RECONFIRM" == named.value.titles[0].route
    assert [Severity.INFO] == [item.severity for item in other.findings if item.code == "GX.CERT.ROUTE_OTHER"]


@not_ok("GX-004")
def test_bought_title() -> None:
    """
    购买 is no route.
    """
    assert "GX.CODE.ACQUIRE_ROUTE" in codes_of({"titles": [{"route": "购买"}]})


@ok("GX-005")
def test_two_families() -> None:
    """
    工程师 is a title, 注册建筑师 an occupational qualification; each in its table.
    """
    data = {"titles": [{"title_name": "工程师"}], "qualifications": [{"occupation_name": "注册建筑师"}]}
    kinds = [guangxi.names.CERTIFICATE_NAMES.kind_of(name) for name in ("工程师", "注册建筑师")]

    assert [guangxi.names.CredentialKind.TITLE, guangxi.names.CredentialKind.OCCUPATIONAL] == kinds
    assert "GX.CODE.CREDENTIAL_KIND" not in codes_of(data)
    assert "GX.CODE.CREDENTIAL_KIND" in codes_of({"titles": [{"title_name": "注册建筑师"}]})
    assert "GX.CODE.CREDENTIAL_KIND" in codes_of({"qualifications": [{"occupation_name": "主管护师"}]})


@ok("GX-005", "GX-013", "GX-138", "GX-140")
def test_a_listed_name_belongs_where_its_list_has_it() -> None:
    """
    A title in the titles and a qualification in the qualifications say nothing; each in the other table is told.
    """

    def found(section: str, field: str, name: str) -> set[str]:
        report = guangxi.check({section: [{field: name}]}, on=ON)
        return {item.code for item in report.findings if item.path == (section, 0, field)} & {
            "GX.CODE.CREDENTIAL_KIND",
            "GX.CODE.CERT_NAME",
            "GX.CERT.NOT_IN_TABLES",
        }

    assert set() == found("titles", "title_name", "工程师") == found("qualifications", "occupation_name", "注册建筑师")
    assert "GX.CODE.CREDENTIAL_KIND" in found("titles", "title_name", "注册建筑师")
    assert "GX.CODE.CREDENTIAL_KIND" in found("qualifications", "occupation_name", "工程师")
    assert {"GX.CERT.NOT_IN_TABLES"} == found("titles", "title_name", "钓鱼大师")


# --- persons: GX-D2 -------------------------------------------------------------


@ok("GX-003", "GX-006")
def test_serving_teacher() -> None:
    """
    A serving teacher of a city school with a Guangxi title is in.
    """
    answer = decide(SEALED, employment_status="在职", unit_kind="事业单位")

    assert (IN, ("CERTIFICATE_IN",)) == (answer.decision, answer.reasons)


@not_ok("GX-003")
@pytest.mark.parametrize(
    "basic", [{"unit_name": ""}, {"unit_kind": "民办非企业单位"}, {"unit_name": "", "unit_kind": "其他"}]
)
def test_empty_unit(basic: dict[str, Any]) -> None:
    """
    Neither an empty unit nor the kind of unit leaves anybody out or in review.
    """
    answer = decide(SEALED, **basic)

    assert (IN, ("CERTIFICATE_IN",), ()) == (answer.decision, answer.reasons, answer.findings)
    assert ("basic", "unit_name") in {item.path for item in guangxi.check({"单位": ""}, on=ON).errors}


@ok("GX-003")
@pytest.mark.parametrize(
    ("kind", "expected"),
    [("机关", []), ("事业单位", []), ("国有企业", []), ("民办非企业单位", [Severity.INFO]), ("社团", [Severity.INFO])],
)
def test_kind_of_unit_is_put_on_record(kind: str, expected: list[Severity]) -> None:
    """
    A kind that the text does not name is remarked: it decides nothing.
    """
    report = guangxi.check({"单位性质": kind}, on=ON)

    assert expected == [item.severity for item in report.findings if item.path == ("basic", "unit_kind")]
    assert {"GX.SCOPE.UNIT_KIND"} >= {item.code for item in report.findings if item.path == ("basic", "unit_kind")}


@ok("GX-007")
@pytest.mark.parametrize(
    ("title", "basic"),
    [
        (
            {**EXAM, "title_name": "经济师"},
            {"unit_kind": "机关", "personal_status": "国家公务员", "current_work": "行政管理"},
        ),
        ({**SEALED, "title_name": "助理工程师"}, {"unit_name": "甲公司", "unit_kind": "私营企业"}),
        (EXAM, {"unit_kind": "民办非企业单位"}),
    ],
)
def test_any_unit_and_any_status(title: dict[str, Any], basic: dict[str, Any]) -> None:
    """
    A civil servant with 经济师, a private firm's 助理工程师: in, whatever the unit, status and present work.
    """
    assert IN is decide(title, **basic).decision


@not_ok("GX-007")
def test_nobody_without_certificate() -> None:
    """
    Without a certificate a person is out.
    """
    assert (OUT, ("NO_CERTIFICATE",)) == (decide().decision, decide().reasons)


@ok("GX-008")
def test_central_unit() -> None:
    """
    A central unit's engineer with a Guangxi title is in; a qualification counts too and is remarked.
    """
    qualified = decide(others=(SAFETY,), unit_level="中央")

    assert IN is decide(SEALED, unit_level="中央").decision
    assert IN is qualified.decision
    assert ["GX.SCOPE.CENTRAL_UNIT"] == [item.code for item in qualified.findings]


@not_ok("GX-008")
def test_title_of_a_ministry_s_own_committee() -> None:
    """
    A title of the central ministry's own committee is out.
    """
    assert (OUT, "OTHER_ISSUER") == of_title(route="评审", seals=["交通运输部职称改革领导小组"])
    answer = decide({**SEALED, "seals": ["某部职称改革领导小组"]}, unit_level="中央")
    assert OUT is answer.decision
    assert "GX.CERT.OTHER_ISSUER" in {item.code for item in answer.findings}


@not_ok("GX-009", "GX-006")
@pytest.mark.parametrize(
    "basic", [{"retired_on": "2012-05-31"}, {"retired_on": "2012-06-01"}, {"employment_status": "退休"}]
)
def test_retired_person(basic: dict[str, Any]) -> None:
    """
    Completed retirement formalities exclude, on the day itself too.
    """
    assert (OUT, ("RETIRED",)) == (decide(EXAM, **basic).decision, decide(EXAM, **basic).reasons)


@ok("GX-009")
def test_past_the_age_but_not_retired() -> None:
    """
    Aged 61 without formalities: in, with an information; a later date of retirement excludes nobody today.
    """
    answer = decide(EXAM, birth_date="1951-03-15")

    assert IN is answer.decision
    assert [("GX.SCOPE.PAST_AGE", Severity.INFO)] == [(item.code, item.severity) for item in answer.findings]
    assert IN is decide(EXAM, retired_on="2012-06-02", employment_status="退休").decision


def test_coarse_date_of_retirement() -> None:
    """
    "2012" may lie before or after the day: open.
    """
    assert ("RETIREMENT_UNSURE",) == decide(EXAM, retired_on="2012").reasons


@pytest.mark.parametrize(
    ("written", "status", "expected"),
    [
        ("已退", "在职", (REVIEW, ("RETIREMENT_UNSURE",))),
        ("已退", "退休", (OUT, ("RETIRED",))),
        ("无", "在职", (IN, ("CERTIFICATE_IN",))),
        ("/", "", (IN, ("CERTIFICATE_IN",))),
    ],
)
def test_unreadable_date_of_retirement(written: str, status: str, expected: tuple[Decision, tuple[str, ...]]) -> None:
    """
    A date nobody can read leaves the person open, a word for "none" says that there is none.
    """
    answer = decide(EXAM, retired_on=written, employment_status=status)

    assert expected == (answer.decision, answer.reasons)


def test_collecting_retired_people_is_a_switch() -> None:
    """
    "For the time being": with the switch a retired person's certificates decide.
    """
    data = {"unit_name": "甲公司", "titles": [EXAM]}
    profile = PROFILE.switch(collect_retired=True)

    assert IN is scope({**data, "retired_on": "2011-01-01"}, on=ON, profile=profile).decision
    assert IN is scope({**data, "retired_on": "2012"}, on=ON, profile=profile).decision


@not_ok("GX-006")
@pytest.mark.parametrize(
    "status",
    ["病退", "提前退休", "退(离)休", "退（离）休", "离(退)休", "因病退休", "已办理退休手续", "已退休人员", "返聘"],
)
def test_words_of_retirement(status: str) -> None:
    """
    病退, 提前退休 and 退(离)休 are completed retirements: out, and the reason says so.
    """
    answer = decide(EXAM, employment_status=status)

    assert (OUT, ("RETIRED",)) == (answer.decision, answer.reasons)
    assert [("GX.SCOPE.IN_POST", ("basic", "employment_status"))] == [
        (item.code, item.path) for item in answer.findings
    ]


@ok("GX-006")
@pytest.mark.parametrize("status", ["在职", "在岗", "内退", "退养", "未退休", "未办退休手续", "延迟退休", "退居二线"])
def test_words_that_are_no_retirement(status: str) -> None:
    """
    内退, 退养 and 未退休 are no completed retirement: the certificates decide.
    """
    assert (IN, ("CERTIFICATE_IN",)) == (
        decide(EXAM, employment_status=status).decision,
        decide(EXAM, employment_status=status).reasons,
    )


@pytest.mark.parametrize(
    ("status", "reason"),
    [("退职", "STATUS_UNSURE"), ("未知", "STATUS_UNSURE"), ("不详", "STATUS_UNSURE"), ("去世", "NOT_EMPLOYED")],
)
def test_words_that_leave_it_open(status: str, reason: str) -> None:
    """
    退职, 去世 and 未知 say neither serving nor retired: open, with the reason and a finding at the cell.
    """
    answer = decide(EXAM, employment_status=status)

    assert (REVIEW, (reason,)) == (answer.decision, answer.reasons)
    assert [(f"GX.SCOPE.{reason}", ("basic", "employment_status"))] == [
        (item.code, item.path) for item in answer.findings
    ]


@ok("GX-010")
@not_ok("GX-010")
@pytest.mark.parametrize("status", ["辞职", "失业", "无业人员", "下岗职工", "被辞退"])
def test_between_jobs(status: str) -> None:
    """
    An engineer neither employed nor retired is open: neither out nor in.
    """
    answer = decide(SEALED, employment_status=status)

    assert (REVIEW, ("NOT_EMPLOYED",)) == (answer.decision, answer.reasons)


@ok("GX-023")
@not_ok("GX-023")
def test_one_certificate_out_does_not_reject() -> None:
    """
    高级工 is not entered, 经济师 is; the person is in.
    """
    answer = decide({"title_name": "高级工"}, {**EXAM, "title_name": "经济师"})

    assert IN is answer.decision
    assert [OUT, IN] == [item.decision for item in answer.per_certificate]


def test_paths_lead_to_the_certificate() -> None:
    """
    Each decision carries its place and kind.
    """
    answer = decide(EXAM, others=(SAFETY,))

    assert [("titles", 0), ("qualifications", 0)] == [item.path for item in answer.per_certificate]
    assert ["TITLE", "OCCUPATIONAL"] == [item.kind.name for item in answer.per_certificate]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"approving_organ": "甲市职改办"}, "approving_organ"),
        ({"seals": ["甲市职改办"]}, "seals"),
        ({"issuer": "某协会"}, "issuer"),
        ({"issuer_region": "440000"}, "issuer_region"),
        ({"approving_organ": "广东省人事厅"}, "approving_organ"),
        ({"title_name": "高级工"}, "title_name"),
        ({"seals": ["某章"], "route": ""}, "route"),
    ],
)
def test_findings_point_at_what_decided(cells: dict[str, Any], field: str) -> None:
    """
    The path of a finding leads to the cell that decided.
    """
    title = {"title_name": "工程师", "route": "评审", **cells}

    assert [("titles", 0, field)] == [item.path for item in decide(title).per_certificate[0].findings]


def test_record_and_mapping_agree() -> None:
    """
    A record gives the same answer as the mapping it was read from.
    """
    data = {"unit_name": "甲公司", "titles": [EXAM], "qualifications": [SAFETY]}

    assert scope(data, on=ON) == scope(guangxi.structure(data), on=ON)


def test_hostile_objects() -> None:
    """
    Any object is answered; what is no record has no certificate.
    """
    assert {OUT} == {scope(value, on=ON).decision for value in everything()}


def test_decisions_are_values() -> None:
    """
    A decision pickles, compares and hashes.
    """
    answer = decide(EXAM, others=(SAFETY,))

    assert answer == pickle.loads(pickle.dumps(answer))
    assert {answer} == {decide(EXAM, others=(SAFETY,))}


def test_every_reason_has_words() -> None:
    """
    Each reason code and each row of the tables is explained in both languages.
    """
    assert {row.reason for row in CERTIFICATE_TABLE} <= set(REASONS)
    assert {row.id for row in CERTIFICATE_TABLE} == set(CERTIFICATE_ROWS)
    assert all(re.search("[\u4e00-\u9fff]", label.zh) for label in (*CERTIFICATE_ROWS.values(), *PERSON_ROWS.values()))


def test_a_decision_is_explained() -> None:
    """
    Which row of which table decided, why, and by which words of the document; each certificate likewise.
    """
    answer = decide(EXAM, {"title_name": "高级工"}, employment_status="退休")
    person, exam, worker, worker_found = answer.explain()

    assert ("GX-D2 第1行，不采集：已办理退休手续", "一(1)：已经办理了退休手续的，暂不采集") == tuple(person.split("；"))
    assert exam.startswith("GX-D1 第4行，采集：考试取得，自治区人社（人事）厅签发；二(17)：")
    assert worker.startswith("GX-D1 第1a行，不采集：证书种类不在采集范围；二(17)：工人技能等级证书")
    assert "工人技能等级证书不属于采集范围，请不要录入" == worker_found
    assert answer.explain("en")[0].startswith("GX-D2 row 1, not collected: retirement formalities completed; 一(1): ")
    assert answer.per_certificate[0].explain() == (exam,)


@pytest.mark.parametrize(
    ("titles", "basic", "row"),
    [
        ([EXAM], {"retired_on": "2012-01-31"}, "1"),
        ([EXAM], {"retired_on": "2012"}, "1a"),
        ([], {}, "2"),
        ([EXAM], {"employment_status": "辞职"}, "3"),
        ([EXAM], {"employment_status": "未知"}, "3a"),
        ([EXAM], {}, "4"),
        ([{"title_name": "会计师", "route": "评审"}], {}, "5"),
    ],
)
def test_rows_of_the_person_s_table(titles: list[dict[str, Any]], basic: dict[str, Any], row: str) -> None:
    """
    The row of GX-D2 that decided is on the answer, and has its words.
    """
    answer = decide(*titles, **basic)

    assert row == answer.row
    assert PERSON_ROWS[row].zh in answer.explain()[0]


def test_what_is_not_decided_is_explained_too() -> None:
    """
    Without a day nothing is decided, and that is what the explanation says; a list that is cut stays open.
    """
    no_day = scope({"titles": [EXAM]}, on="2012-06-01")  # type: ignore[arg-type]  # a caller's slip
    cut = decide(*[{"title_name": "高级工"}] * 201)

    assert tuple(item.message("zh") for item in no_day.findings) == no_day.explain()
    assert (REVIEW, ("LIST_CUT",)) == (cut.decision, cut.reasons)
    assert PERSON_ROWS[cut.row].zh in cut.explain()[0]
    assert "GX.SCOPE.BROAD" not in codes_of({"titles": [{"title_name": "高级工"}] * 201})


# --- laws -----------------------------------------------------------------------

CERTIFICATES = st.fixed_dictionaries(
    {"title_name": st.sampled_from(["会计师", "高级工", "测井工程师", "会员证", "技师", "政工师"])},
    optional={
        "route": st.sampled_from(["考试", "评审", "认定", "重新确认", "其他"]),
        "issuer": st.sampled_from([HR, PERSONNEL, "南宁市人事局", "广东省人事厅", "某协会"]),
        "seals": st.lists(st.sampled_from([HR, PERSONNEL, GROUP, "甲县职称改革工作领导小组", "甲公司"]), max_size=3),
        "issuer_region": st.sampled_from(["450000", "440000"]),
        "certificate_kind": st.sampled_from(["专业技术资格", "岗位培训合格证"]),
    },
)
BASICS = st.fixed_dictionaries(
    {"unit_name": st.sampled_from(["甲公司", ""])},
    optional={
        "retired_on": st.sampled_from(["2011-01-01", "2012", "2013-01-01"]),
        "employment_status": st.sampled_from(["在职", "退休", "辞职"]),
    },
)
ORDER = {OUT: 0, REVIEW: 1, IN: 2}


@given(BASICS, st.lists(CERTIFICATES, max_size=3), CERTIFICATES)
def test_another_certificate_never_takes_away(
    basic: dict[str, Any], certificates: list[dict[str, Any]], more: dict[str, Any]
) -> None:
    """
    One more certificate never makes a person less collected, unless it only opens the question of the unit.
    """
    fewer = scope({"basic": basic, "titles": certificates}, on=ON)
    answer = scope({"basic": basic, "titles": [*certificates, more]}, on=ON)

    assert ORDER[answer.decision] >= ORDER[fewer.decision]


@given(
    BASICS,
    st.lists(CERTIFICATES, max_size=3),
    st.sampled_from(["机关", "企业", "事业单位", "其他"]),
    st.sampled_from(["国家公务员", "工人", "农民", "自由职业者"]),
)
def test_unit_kind_and_status_never_decide(
    basic: dict[str, Any], certificates: list[dict[str, Any]], kind: str, status: str
) -> None:
    """
    GX-D2 does not depend on the kind of unit or the person's status (GX-007).
    """
    data = {"basic": basic, "titles": certificates}
    other = {"basic": {**basic, "unit_kind": kind, "personal_status": status}, "titles": certificates}

    assert scope(data, on=ON) == scope(other, on=ON)


@given(
    BASICS, st.lists(CERTIFICATES, max_size=2), st.dates(dt.date(2009, 1, 1), dt.date(2015, 1, 1)), st.integers(0, 900)
)
def test_who_is_retired_stays_so(
    basic: dict[str, Any], certificates: list[dict[str, Any]], day: dt.date, later: int
) -> None:
    """
    Out by retirement on one day is out on every later day.
    """
    data = {"basic": basic, "titles": certificates}
    if scope(data, on=day).reasons == ("RETIRED",):
        assert ("RETIRED",) == scope(data, on=day + dt.timedelta(later)).reasons


@given(st.lists(CERTIFICATES, min_size=1, max_size=3))
def test_no_certificate_in_without_the_region(certificates: list[dict[str, Any]]) -> None:
    """
    No certificate is in unless one of the region's departments stands on it.
    """
    answer = scope({"titles": certificates}, on=ON)
    for given_title, decided in zip(certificates, answer.per_certificate, strict=True):
        if decided.decision is IN:
            assert {HR, PERSONNEL} & {given_title.get("issuer"), *given_title.get("seals", ())}


def test_a_list_of_certificates_that_was_cut_is_reviewed() -> None:
    """
    Among certificates that were not read may be one that is collected: REVIEW, with the reason.
    """
    title = {"资格名称": "会计师", "取得途径": "考试", "签发单位": "广东省人事厅"}
    few, many = (scope({"单位": "甲公司", "专业技术资格信息": [title] * count}, on=ON) for count in (3, 201))

    assert (Decision.OUT, Decision.REVIEW) == (few.decision, many.decision)
    assert (("LIST_CUT",), 200) == (many.reasons, len(many.per_certificate))
    assert "RECORD.TOO_MANY" in {item.code for item in many.findings}
    assert "证书太多，只看了前面的" in many.explain("zh")[0]


@pytest.mark.parametrize(
    ("name", "decision", "row"),
    [
        ("2017-P01", "IN", "4"),
        ("注册会计师", "IN", "4"),
        ("注册机械工程师", "REVIEW", "2a"),
        ("2017-P15-10", "REVIEW", "2a"),
    ],
)
def test_rows_of_low_confidence_do_not_decide(name: str, decision: str, row: str) -> None:
    """
    A name that only rows of low confidence have is as unsure as one that only annex 1 may have.
    """
    signed = {"专业名称": name, "签发单位": "广西壮族自治区人力资源和社会保障厅"}
    answer = guangxi.scope({"职业资格证书": [signed]}, on=ON).per_certificate[0]
    elsewhere = guangxi.scope({"职业资格证书": [{**signed, "签发单位": "甲市人事局"}]}, on=ON).per_certificate[0]
    complete = evolve(CERTIFICATE_NAMES, complete=True)
    listed = guangxi.scope({"职业资格证书": [signed]}, on=ON, catalogue=complete).per_certificate[0]

    assert (decision, row) == (answer.decision.name, answer.row)
    assert ("OUT", "5") == (elsewhere.decision.name, elsewhere.row)
    assert ("IN", "4") == (listed.decision.name, listed.row)
