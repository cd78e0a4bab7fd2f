"""
Which system: decision table GD-D1, from a committee alone.
"""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import OnClash
from credrules.findings import Decision
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import Committee, Routing, results, route_system
from credrules.systems.guangdong_titles.routing.systems import committee_of
from credrules.testing import strategies
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from tests.support import hostile
from tests.support.cases import not_ok, ok

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
Row = tuple[dict[str, Any], str | None, Decision, str]

# Each row of GD-D1: committee, system, decision, number of the row.
TABLE: tuple[Row, ...] = (
    ({"level": "CITY", "division": "佛山市", "system": "省系统", "notice_ref": "通知"}, "PROVINCIAL", IN, "1"),
    ({"level": "PROVINCIAL", "system": "HEALTH", "notice_ref": "通知"}, "HEALTH", OUT, "1"),
    ({"level": "PROVINCIAL"}, "PROVINCIAL", IN, "2"),
    ({"level": "PROVINCIAL", "division": "440100"}, "PROVINCIAL", IN, "2"),
    ({"level": "PROVINCIAL", "industry": "建筑"}, "PROVINCIAL", IN, "2"),
    ({"level": "PROVINCIAL", "industry": "卫生"}, "HEALTH", OUT, "3"),
    ({"level": "省属", "industry": "电力行业"}, "POWER", OUT, "3"),
    ({"level": "CITY", "division": "440100"}, "GUANGZHOU", OUT, "3"),
    ({"level": "CITY", "division": "深圳市"}, "SHENZHEN", OUT, "3"),
    ({"level": "CITY", "division": "440106"}, "GUANGZHOU", OUT, "3"),
    ({"level": "市属", "division": "广州", "industry": "建筑"}, "GUANGZHOU", OUT, "3"),
    ({"level": "INDUSTRY", "industry": "卫生"}, "HEALTH", OUT, "3"),
    ({"level": "行业", "industry": "电力"}, "POWER", OUT, "3"),
    ({"level": "CITY", "division": "441800", "industry": "卫生"}, "HEALTH", OUT, "3"),
    ({"level": "CITY", "division": "441800"}, "PROVINCIAL", IN, "4"),
    ({"level": "CITY", "division": "441802"}, "PROVINCIAL", IN, "4"),
    ({"level": "CITY", "division": "441800", "industry": "建筑"}, "PROVINCIAL", IN, "4"),
    ({"level": "CITY", "division": "440600"}, None, REVIEW, "5"),
    ({"level": "CITY", "division": "441622"}, None, REVIEW, "5"),
    ({"level": "CITY"}, None, REVIEW, "5"),
    ({"level": "INDUSTRY", "industry": "建筑"}, None, REVIEW, "5"),
    ({"level": "INDUSTRY"}, None, REVIEW, "5"),
    ({"level": "CITY", "division": "440100", "industry": "卫生"}, None, REVIEW, "5"),
    ({"level": "CITY", "division": "450100"}, None, REVIEW, "5"),
    ({"division": "440300"}, None, REVIEW, "5"),
    ({}, None, REVIEW, "5"),
)


@pytest.mark.parametrize(("committee", "system", "decision", "row"), TABLE)
def test_the_table(committee: dict[str, Any], system: str | None, decision: Decision, row: str) -> None:
    """
    Each row of GD-D1 gives its system and its decision.
    """
    answer = route_system(committee)

    assert (system, decision, (row,)) == (answer.system, answer.decision, answer.reasons)
    assert (decision is REVIEW) is (answer.system is None)


@ok("GD-010")
@pytest.mark.parametrize("place", ["广州市", "440100", "广州"])
def test_a_listed_city_has_its_own_system(place: str) -> None:
    """
    Guangzhou has its own system, and the answer says that it stays in use.
    """
    answer = route_system({"隶属": "市属", "行政区划": place})

    assert ("GUANGZHOU", OUT) == (answer.system, answer.decision)
    assert "GD.ROUTE.LOCAL_SYSTEMS" in {item.code for item in answer.findings}


@not_ok("GD-010")
def test_the_list_is_open() -> None:
    """
    A city that no list tells of is REVIEW, not the provincial system; a host extends the list.
    """
    foshan = {"level": "CITY", "division": "440600"}
    entry = {"code": "440600", "name": "佛山市", "system": "PROVINCIAL", "scope": "place", "basis": "notice"}
    users = codes.TITLE_SYSTEM_USERS.extend([entry])

    assert not codes.TITLE_SYSTEM_USERS.about.complete
    assert REVIEW is route_system(foshan).decision
    assert "PROVINCIAL" == route_system(foshan, profile=titles.PROFILE.switch(system_users=users)).system


def test_an_industry_that_came_to_use_the_provincial_system() -> None:
    """
    A host's table may say that an industry uses the provincial system; then so do its committees.
    """
    row = {"code": "EXT-POWER", "name": "电力", "system": "PROVINCIAL", "scope": "industry", "basis": "notice"}
    users = codes.TITLE_SYSTEM_USERS.extend([row], on_clash=OnClash.REPLACE)
    profile = titles.PROFILE.switch(system_users=users)

    assert "PROVINCIAL" == route_system({"level": "INDUSTRY", "industry": "电力"}, profile=profile).system
    assert (
        "SHENZHEN" == route_system({"level": "CITY", "division": "440300", "industry": "电力"}, profile=profile).system
    )


@ok("GD-011")
def test_the_own_system_is_enough() -> None:
    """
    A Shenzhen committee needs no provincial record: an information, no finding that one is missing.
    """
    report = titles.check(
        people.file(application={"committee": {"level": "CITY", "division": "深圳市"}}), on=ON, profile=PROFILE
    )

    assert report.ok
    assert ["GD.ROUTE.NOT_REQUIRED"] == [item.code for item in report.infos if item.code.startswith("GD.ROUTE")]


@not_ok("GD-011")
def test_the_provincial_record_is_not_asked_for() -> None:
    """
    Made in its own system, the application gets no word about the provincial one.
    """
    own = {"committee": {"level": "CITY", "division": "深圳市"}, "applied_in": "SHENZHEN"}
    report = titles.check(people.file(application=own), on=ON, profile=PROFILE)

    assert [] == [item for item in report.findings if item.code.startswith("GD.ROUTE")]


@ok("GD-012")
def test_an_imported_result_adds_the_number() -> None:
    """
    A result from another system adds the certificate number; the applicant enters nothing again.
    """
    joined = results.merge({"是否通过评审": "是"}, {"证书号码": "粤0000001", "是否通过评审": "是"})

    assert ("粤0000001", True) == (joined.value.certificate_no, joined.value.review_passed)
    assert ["GD.ROUTE.EXCHANGE"] == [item.code for item in joined.findings]


@not_ok("GD-012")
def test_a_conflict_is_told_and_not_settled() -> None:
    """
    Two different numbers: the provincial one stays, the difference is told without showing either.
    """
    joined = results.merge({"证书号码": "粤0000002"}, {"证书号码": "粤0000001"})

    assert "粤0000002" == joined.value.certificate_no
    assert ["GD.ROUTE.EXCHANGE_DIFFERS"] == [item.code for item in joined.findings]
    assert "0000001" not in joined.findings[0].message("zh")


@ok("GD-013")
@pytest.mark.parametrize("city", ["440100", "440300", "441800"])
def test_a_provincial_committee_is_provincial(city: str) -> None:
    """
    Whatever the applicant's city, an application to a provincial committee is made in the provincial system.
    """
    data = people.file(basic={"division": city}, application={"applied_in": "省系统"})

    assert "PROVINCIAL" == route_system({"level": "PROVINCIAL"}).system
    assert "GD.ROUTE.PROVINCIAL_COMMITTEE" not in {item.code for item in titles.check(data, on=ON).findings}


@not_ok("GD-013")
def test_not_the_city_s_system() -> None:
    """
    A Guangzhou applicant's application to a provincial committee in Guangzhou's system is an error.
    """
    data = people.file(basic={"division": "440100"}, application={"applied_in": "GUANGZHOU"})
    found = next(item for item in titles.check(data, on=ON).errors if item.code.startswith("GD.ROUTE"))

    assert ("GD.ROUTE.PROVINCIAL_COMMITTEE", ("applications", 0, "applied_in")) == (found.code, found.path)


@ok("GD-014")
@given(city=strategies.division_codes(on=ON), committee=st.sampled_from(TABLE))
def test_nothing_about_the_applicant_goes_in(city: str, committee: Row) -> None:
    """
    No parameter takes the applicant, and what a file says about the system does not change with its place.
    """
    application = {"committee": committee[0]}
    here, there = (
        titles.check({"basic": {"division": place, "work_unit": "甲公司"}, "applications": [application]}, on=ON)
        for place in ("441622", city)
    )

    assert {"committee", "profile"} == set(inspect.signature(route_system).parameters)
    assert _routes(here) == _routes(there)


def _routes(report: Any) -> list[tuple[str, object]]:  # noqa: ANN401  # a report of a file
    return [(item.code, item.path) for item in report.findings if item.code.startswith("GD.ROUTE")]


@not_ok("GD-014")
def test_another_system_than_the_committee_s() -> None:
    """
    An application to Shenzhen's committee in the provincial system is an error that names the right one.
    """
    data = people.file(application={"committee": {"level": "CITY", "division": "深圳市"}, "applied_in": "PROVINCIAL"})
    found = next(item for item in titles.check(data, on=ON).errors if item.code == "GD.ROUTE.BY_COMMITTEE")

    assert "深圳市职称申报系统" in found.message("zh")


@ok("GD-015")
def test_the_notice_decides() -> None:
    """
    A notice that names a system settles what no list tells; against a list it is followed, with a warning.
    """
    settled = route_system({"level": "CITY", "division": "440600", "system": "省系统", "notice_ref": "通知"})
    against = route_system({"level": "PROVINCIAL", "system": "深圳系统", "notice_ref": "通知"})

    assert ("PROVINCIAL", IN, ()) == (settled.system, settled.decision, settled.findings)
    assert ("SHENZHEN", OUT) == (against.system, against.decision)
    assert "GD.ROUTE.NOTICE_DIFFERS" in {item.code for item in against.findings}


@not_ok("GD-015")
@pytest.mark.parametrize(
    "committee", [{}, {"name": "某评委会"}, "某评委会", {"notice_ref": "通知"}, {"system": "新系统"}, None]
)
def test_an_unknown_system_is_not_guessed(committee: object) -> None:
    """
    Without level or system the answer is open, and a file says where to look.
    """
    answer = route_system(committee)

    assert (None, REVIEW) == (answer.system, answer.decision)
    assert answer.findings


@ok("GD-015", "GD-058")
def test_a_file_points_to_the_notice() -> None:
    """
    A committee known by name only leads to its notice; with a list of committees the name is enough.
    """
    data = people.file(application={"committee": "甲系列评委会"})
    others = [{"name": "乙系列评委会", "level": "市属"}, {"level": "行业"}]
    listed = PROFILE.switch(committees=[*others, {"name": "甲系列评委会", "level": "省属"}])

    assert "GD.ROUTE.NOTICE" in {item.code for item in titles.check(data, on=ON, profile=PROFILE).warnings}
    assert [] == _routes(titles.check(data, on=ON, profile=listed))
    assert "PROVINCIAL" == route_system("甲系列评委会", profile=listed).system
    assert "PROVINCIAL" == route_system({"评委会": "甲系列评委会"}, profile=listed).system


def test_a_name_says_its_level_at_most() -> None:
    """
    省属, 市属 and 行业 at the beginning of a name are its level; nothing else is read out of a name.
    """
    assert ("PROVINCIAL", "CITY", "INDUSTRY", None) == tuple(
        committee_of(name).level for name in ("省属评委会", "市属评委会", "行业评委会", "广东省评委会")
    )
    assert Committee() == committee_of("")
    assert "HEALTH" == route_system({"name": "省属评委会", "industry": "卫生"}).system
    assert "CITY" == committee_of({"name": "省属评委会", "level": "CITY"}).level


def test_a_name_that_speaks_of_an_industry() -> None:
    """
    A provincial committee whose name speaks of health, with no industry given, is asked about.
    """
    answer = route_system({"name": "卫生系列高级评委会", "level": "PROVINCIAL"})

    assert (REVIEW, ["GD.ROUTE.INDUSTRY_UNSURE"]) == (answer.decision, [item.code for item in answer.findings])
    assert "PROVINCIAL" == route_system({"name": "卫生装备评委会", "level": "PROVINCIAL", "industry": "机械"}).system


def test_an_industry_that_begins_with_a_listed_one() -> None:
    """
    卫生计生 is health; a place among the users is no industry.
    """
    assert "HEALTH" == route_system({"level": "INDUSTRY", "industry": "卫生计生"}).system
    assert None is route_system({"level": "INDUSTRY", "industry": "广州市"}).system


def test_the_steps_say_why_and_what_would_change_them() -> None:
    """
    Each step has its rule, what it rests on and what would change it, in both languages.
    """
    answer = route_system({"level": "CITY", "division": "440300"})

    assert ("GD-010", "GD-014") == tuple(step.rule for step in answer.steps)
    assert 3 == answer.steps[0].row
    assert "会改变结论的情况：评审通知指定其他系统" in answer.explain()[0]
    assert "would change with: a notice that names another system" in answer.explain("en")[0]


def test_any_object_is_a_committee() -> None:
    """
    `route_system` answers any object.
    """
    for value in hostile.everything():
        assert isinstance(route_system(value), Routing)


def test_an_answer_travels() -> None:
    """
    A routing compares, hashes, pickles and copies.
    """
    answer = route_system(Committee(level="CITY", division="440300"))

    assert answer == pickle.loads(pickle.dumps(answer)) == copy.deepcopy(answer)
    assert isinstance(hash(answer), int)
    assert "SHENZHEN" in repr(answer)
