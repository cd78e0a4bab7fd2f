"""
Profiles: a wrong value, a misspelt name and a severity that is none are refused where they are given.
"""

from __future__ import annotations

import copy
import datetime as dt
import importlib
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from credrules import rosters
from credrules.dates import PartialDate
from credrules.engine import FieldRequirement, Profile, System, switches_of
from credrules.fields import all_fields
from credrules.findings import CredrulesError, Decision
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS, guangdong_learning, guangdong_titles, guangxi, lianyungang
from credrules.values import Evidence, FrozenMap, Severity
from tests.support.hostile import ClassLiar, ClassRaiser
from tests.support.small import ON, PROFILE, SYSTEM, ShopProfile

SHIPPED = [*SYSTEMS, ROSTERS, SYSTEM]


def refused(call: Any, *arguments: Any, **keywords: Any) -> list[tuple[str, str]]:  # noqa: ANN401  # any constructor
    """
    Return code and name of what a call refuses.
    """
    with pytest.raises(CredrulesError) as caught:
        call(*arguments, **keywords)
    return [(item.code, item.params["name"]) for item in caught.value.findings]


@pytest.mark.parametrize(
    ("switches", "names"),
    [
        ({"seal_rule": "nonsense"}, ["seal_rule"]),
        ({"catalogue": None}, ["catalogue"]),
        ({"collect_retired": 1}, ["collect_retired"]),
        ({"control_number_since": True}, ["control_number_since"]),
        ({"control_number_since": "2011", "health_boundary": 3}, ["health_boundary", "control_number_since"]),
    ],
)
def test_a_wrong_value_is_refused(switches: dict[str, Any], names: list[str]) -> None:
    """
    A switch takes values of its type, of a list only those listed; all wrong ones are told together.
    """
    assert [("PROFILE.VALUE", name) for name in names] == refused(guangxi.PROFILE.switch, **switches)


def test_the_error_says_what_may_stand() -> None:
    """
    The refusal shows what was given, masked, and what is allowed.
    """
    with pytest.raises(CredrulesError) as caught:
        guangxi.PROFILE.switch(seal_rule="450000199307010014")
    (found,) = caught.value.findings

    assert "450000199307010014" not in found.message("zh") + str(caught.value)
    assert "'(A or B) and C'" in found.message("en")
    with pytest.raises(CredrulesError, match=r"str \| Requirement \| None"):
        rosters.PROFILE.switch(hours=1)


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({"severities": {"ROSTER.SEX": "warning"}}, [("PROFILE.VALUE", "ROSTER.SEX")]),
        ({"requiredness": {"RosterRow.sex": True}}, [("PROFILE.VALUE", "RosterRow.sex")]),
        (
            {"requiredness": {"RosterRow.sxe": FieldRequirement(required=True, basis=Evidence.STATED)}},
            [("PROFILE.FIELD", "RosterRow.sxe")],
        ),
        ({"valid_from": "once", "valid_to": 2012}, [("PROFILE.VALUE", "valid_from"), ("PROFILE.VALUE", "valid_to")]),
    ],
)
def test_what_is_no_severity_requirement_or_date_is_refused(
    keywords: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """
    Severities are of the enum, requiredness names known fields, validity is a date; in a constructor and in `evolve`.
    """
    assert expected == refused(evolve, rosters.PROFILE, **keywords)
    assert expected == refused(type(rosters.PROFILE), "own", **keywords)


def test_misspelt_names_are_refused() -> None:
    """
    A field or a switch that does not exist is named in the error.
    """
    assert [("PROFILE.FIELD", "Basic.nmae")] == refused(guangxi.PROFILE.require, "Basic.name", "Basic.nmae")
    assert [("PROFILE.SWITCH", "seal_role")] == refused(guangxi.PROFILE.switch, seal_role=1)
    assert guangdong_learning.PROFILE.require("UnitRegistration.unit_name", "Request.kind").requiredness


@pytest.mark.parametrize("given", [["a", "b"], ("a", "b")])
def test_a_switch_that_holds_several_takes_any_list(given: Any) -> None:  # noqa: ANN401  # a list or a tuple
    """
    A list or a set becomes a tuple; None stays where it is allowed.
    """
    assert ("a", "b") == PROFILE.switch(grades=given).grades
    assert ("a",) == PROFILE.switch(grades={"a"}).grades
    assert None is PROFILE.switch(grades=None).grades
    assert [("PROFILE.VALUE", "grades")] == refused(PROFILE.switch, grades="ab")


@pytest.mark.parametrize("system", SHIPPED, ids=lambda system: system.name)
def test_every_switch_names_its_question(system: System[Any]) -> None:
    """
    A switch has words in both languages, and its default is one of its values.
    """
    for name, declared in switches_of(type(system.profile)).items():
        assert declared.about.zh
        assert declared.about.en
        assert declared.allows(getattr(system.profile, name))
        assert declared.allowed
    assert system.profile.switches.keys() == switches_of(type(system.profile)).keys()


@pytest.mark.parametrize(
    ("start", "end", "outside"),
    [
        ("", "", []),
        ("2012-06", "", []),
        ("2012-07", "", ["PROFILE.OUTSIDE"]),
        ("", "2012-06-01", []),
        ("", "2012-05", ["PROFILE.OUTSIDE"]),
        (PartialDate(2010), PartialDate(2011), ["PROFILE.OUTSIDE"]),
    ],
)
def test_a_day_outside_is_told_once(start: PartialDate | str, end: PartialDate | str, outside: list[str]) -> None:
    """
    Asked about a day outside its dates, a report says so once, as INFO, about the whole record.
    """
    profile = evolve(PROFILE, valid_from=start, valid_to=end)
    found = [item for item in SYSTEM.check({"members": [{}, {}]}, on=ON, profile=profile).infos if item.path == ()]

    assert outside == [item.code for item in found]


def test_a_roster_row_tells_it_too() -> None:
    """
    A finding about the whole row stands first and keeps its place.
    """
    profile = evolve(rosters.PROFILE, valid_from="2020")
    report = rosters.check_row({"姓名": "张三", "性别": "男的"}, on=ON, profile=profile)

    assert ("PROFILE.OUTSIDE", ()) == (report.findings[0].code, report.findings[0].path)


@pytest.mark.parametrize(
    "given", [lambda: guangdong_learning.PROFILE, lambda: 5, lambda: "PROFILE", object, ClassRaiser, ClassLiar]
)
def test_a_foreign_profile_is_told(given: Callable[[], Any]) -> None:
    """
    A profile of another system, or none at all, gives one finding and no value; a plain one has the shipped switches.
    """
    report = guangxi.check({"姓名": "张三"}, on=ON, profile=given())

    assert (None, ["PROFILE.FOREIGN"]) == (report.value, [item.code for item in report.findings])
    assert guangxi.check({}, on=ON, profile=Profile("mine")).value is not None


def test_a_profile_of_another_system_cannot_be_completed() -> None:
    """
    Its switches are others.
    """
    with pytest.raises(CredrulesError):
        guangdong_learning.PROFILE.completed(guangxi.PROFILE)


@pytest.mark.parametrize("on", ["2012-06-01", None, 5, float("nan"), object()])
def test_a_day_that_is_none_is_told(on: Any) -> None:  # noqa: ANN401  # whatever a host passes
    """
    In systems and rosters a value that is no date gives a report with one finding and no value.
    """
    row = {"姓名": "张三"}
    reports = [system.check(row, on=on) for system in SHIPPED]
    reports += [rosters.check_row(row, on=on), *rosters.check_rows([row], on=on), *guangxi.check_many([row], on=on)]

    reports.append(guangxi.submit(row, on=on))
    decided = guangxi.scope(row, on=on)

    assert (Decision.REVIEW, ["RECORD.NO_DAY"]) == (decided.decision, [item.code for item in decided.findings])
    for report in reports:
        assert (None, ["RECORD.NO_DAY"]) == (report.value, [item.code for item in report.findings])
        assert report.findings == report.repaired().findings


def test_a_moment_counts_as_its_day() -> None:
    """
    A datetime is read as the day it lies in.
    """
    late = {"members": [{"since": "2012-06-01"}]}

    assert SYSTEM.check(late, on=ON) == SYSTEM.check(late, on=dt.datetime(2012, 6, 1, 23, 59, tzinfo=dt.UTC))


def test_profiles_are_values() -> None:
    """
    A profile is short in words, equal to its copies, and never changed.
    """
    strict = PROFILE.switch(form="short").require("Owner.mobile")

    assert "<small>" == repr(PROFILE)
    assert repr(strict).startswith("<small: form='short', requiredness=")
    assert strict == copy.deepcopy(strict) == pickle.loads(pickle.dumps(strict)) != PROFILE
    assert hash(strict) == hash(copy.deepcopy(strict))
    assert isinstance(strict, ShopProfile)
    assert FrozenMap(default="", grades=None, form="short") == strict.switches
    assert Severity.INFO is rosters.PROFILE.severities["ORG_CODE.SELF_DEFINED"]


def test_requiredness_is_asked_of_the_own_profile() -> None:
    """
    A profile of another system has no say in what a form requires.
    """
    with pytest.raises(CredrulesError):
        guangxi.SYSTEM.requiredness(rosters.PROFILE)


@pytest.mark.parametrize("system", SYSTEMS, ids=repr)
def test_every_system_says_what_it_requires(system: System[Any]) -> None:
    """
    `requiredness` is one function with one answer: fields of the form, parts included, with label, basis and clause.
    """
    package = importlib.import_module(f"credrules.systems.{system.name}")
    needs = package.requiredness()
    asked = [spec for record in system.records for spec in all_fields(record) if spec.on_form]

    assert needs == system.requiredness() == system.requiredness(system.profile)
    assert {spec.id: spec.label for spec in asked} == {name: need.label for name, need in needs.items()}
    assert {spec.id: spec.declared.requirement for spec in asked} == {
        name: need.requirement for name, need in needs.items()
    }
    assert [] == [name for name, need in needs.items() if need.required and not need.clause]
    assert package.requiredness(system.profile.require(asked[-1].id))[asked[-1].id].required


@pytest.mark.parametrize(
    ("system", "field_id", "expected"),
    [
        ("guangxi", "TitleCertificate.certificate_number", (True, Evidence.STATED, "二(15)")),
        ("guangxi", "Basic.name", (True, Evidence.ASSUMED, "二(2)、二(12)")),
        ("guangdong_titles", "BasicInfo.division", (True, Evidence.STATED, "四(1)")),
        ("guangdong_titles", "Application.committee", (False, Evidence.ASSUMED, "二")),
        ("lianyungang", "SkillRecord.trade", (True, Evidence.STATED, "附件1 步骤2(5)")),
        ("lianyungang", "Declaration.contact", (True, Evidence.STATED, "附件1 步骤4")),
        ("guangdong_learning", "PersonalInfo.name", (True, Evidence.ASSUMED, "D7")),
        ("guangdong_learning", "Attachment.sequence", (True, Evidence.STATED, "G2")),
        ("guangdong_learning", "Request.old_id_no", (False, Evidence.ASSUMED, "B3")),
        ("guangdong_learning", "LearningRecord.provider", (False, Evidence.ASSUMED, "")),
    ],
)
def test_the_clause_is_that_of_the_field(system: str, field_id: str, expected: tuple[bool, Evidence, str]) -> None:
    """
    What the text says of the field itself is cited; what is assumed cites the rule on mandatory items.
    """
    need = importlib.import_module(f"credrules.systems.{system}").requiredness()[field_id]

    assert expected == (need.required, need.basis, need.clause.rpartition(", ")[2])


def test_a_code_that_no_finding_has_is_refused() -> None:
    """
    A misspelt code among the severities would do nothing, so it is refused by name, whatever object it is.
    """
    given = {"GX.F.MOBLE": Severity.ERROR, 5: Severity.INFO, "ROSTER.SEX": Severity.WARNING}

    with pytest.raises(CredrulesError) as caught:
        evolve(guangxi.PROFILE, severities=given)

    assert [("PROFILE.CODE", "GX.F.MOBLE"), ("PROFILE.CODE", "<int>")] == [
        (item.code, str(item.params["name"])) for item in caught.value.findings
    ]


@pytest.mark.parametrize("system", SHIPPED, ids=lambda system: system.name)
def test_no_switch_takes_anything(system: System[Any]) -> None:
    """
    Every switch of every system refuses an object, and an object within its list or map.
    """
    for name in switches_of(type(system.profile)):
        for wrong in (object(), (object(),), {"x": object()}, {object(): "x"}, ClassLiar()):
            assert [("PROFILE.VALUE", name)] == refused(system.profile.switch, **{name: wrong}), (name, wrong)


@pytest.mark.parametrize(
    ("keywords", "name"),
    [
        ({"name": 5}, "name"),
        ({"severities": 5}, "severities"),
        ({"severities": ["ROSTER.SEX"]}, "severities"),
        ({"requiredness": {"RosterRow.sex"}}, "requiredness"),
        ({"records": rosters.RosterRow}, "records"),
        ({"records": ("RosterRow",)}, "records"),
        ({"valid_from": "2018-03", "valid_to": "2018-02"}, "valid_to"),
    ],
)
def test_the_frame_of_a_profile_is_refused_too(keywords: dict[str, Any], name: str) -> None:
    """
    Name, dates, records and maps of a profile have their types; it cannot end before it begins.
    """
    assert [("PROFILE.VALUE", name)] == refused(Profile, **{"name": "mine", **keywords})


def test_a_profile_may_end_in_the_month_in_which_it_begins() -> None:
    """
    Partial dates overlap: 2018 to 2018-02 is no contradiction.
    """
    assert Profile("mine", valid_from="2018", valid_to="2018-02").covers(dt.date(2018, 1, 31))


@pytest.mark.parametrize(
    ("profile", "switches", "allowed"),
    [
        (guangdong_learning.PROFILE, {"sealed_cities": ["清远"]}, "tuple (DIVISIONS)"),
        (guangdong_titles.PROFILE, {"licence_division": "440000440000"}, "str | None (DIVISIONS)"),
        (guangdong_titles.PROFILE, {"hr_departments": {"441622": 5}}, "FrozenMap (str)"),
        (guangdong_titles.PROFILE, {"committees": [None]}, "tuple (Committee)"),
        (guangdong_titles.PROFILE, {"committees": [{"评委会名称": "甲评委会", "隶属": "天上"}]}, "tuple (Committee)"),
        (guangdong_titles.PROFILE, {"units": [{"编号": "m1"}, None]}, "UnitRegistry"),
        (lianyungang.PROFILE, {"trades": ["电工", None]}, "tuple | None (str)"),
        (lianyungang.PROFILE, {"enter_result_days": -1}, "int ≥ 0"),
    ],
)
def test_a_list_of_a_profile_is_whole(profile: Profile, switches: dict[str, Any], allowed: str) -> None:
    """
    One entry that is no code, no text or cannot be read refuses the list, and the refusal says what may stand there.
    """
    with pytest.raises(CredrulesError) as caught:
        profile.switch(**switches)

    assert [allowed] == [found.params["allowed"] for found in caught.value.findings]


def test_lists_of_a_profile_are_read() -> None:
    """
    Committees and units may be plain data, divisions any code the table has had.
    """
    profile = guangdong_titles.PROFILE.switch(
        committees={"评委会名称": "甲评委会", "隶属": "省属"}, units=[{"编号": "m1"}], hr_departments={"441622": "乙局"}
    )

    assert [("甲评委会", "PROVINCIAL")] == [(found.name, found.level) for found in profile.committees]
    assert (True, 1) == (profile.units.complete, len(profile.units))
    assert profile.switch(licence_division="440604").licence_division == "440604"
