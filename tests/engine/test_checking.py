"""
One pass over a record: shape, cells and rules are told together, in form order.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any, cast

import pytest
from attrs import evolve, frozen
from hypothesis import given

from credrules.catalogue import RULES
from credrules.dates import PartialDate
from credrules.engine import (
    Context,
    FieldRequirement,
    Profile,
    System,
    Violation,
    form_order,
    read_record,
    rule,
    violation,
)
from credrules.fields import fields_of, form_field, sections_of
from credrules.findings import CredrulesError, Finding, Path, Report
from credrules.identifiers.citizen_id import check_digit
from credrules.systems import guangdong_learning, guangxi, lianyungang
from credrules.testing import laws, strategies
from credrules.values import Evidence, Severity
from tests.support import hostile
from tests.support.small import ON, PROFILE, SYSTEM, WHOLE, Member, Owner, Shop, optional, owned, shop_of


def check(data: object, *, profile: Profile = PROFILE) -> Report[Any]:
    """
    Check a shop.
    """
    return SYSTEM.check(data, on=ON, profile=profile)


def told(report: Report[Any]) -> list[tuple[str, Path]]:
    """
    Return code and path of the findings.
    """
    return [(item.code, item.path) for item in report.findings]


def test_a_sound_record() -> None:
    """
    A whole and sound record gives its typed value and no finding.
    """
    report = check(WHOLE)

    assert (True, ()) == (report.ok, report.findings)
    assert PartialDate(1993, 7) == shop_of(report).members[0].since
    assert report.raw is WHOLE


def test_everything_is_told_at_once_in_form_order() -> None:
    """
    Unknown keys, broken sections, unreadable cells, empty cells and rules come in one pass, in form order.
    """
    report = check(
        {
            "星座": "白羊",
            "members": [{"name": "张三", "since": "2020"}, {"count": "三"}, 5],
            "owner": {"name": "张三", "血型": "O", "citizen_id": "450000199307010013"},
        }
    )

    assert [
        ("ROSTER.REQUIRED", ("sign",)),
        ("CITIZEN_ID.CHECK_DIGIT", ("owner", "citizen_id")),
        ("RECORD.UNKNOWN_KEY", ("owner", "血型")),
        ("VALUE.NOT_A_FLAG", ("members", 0, "name")),
        ("DATE.IMPOSSIBLE", ("members", 0, "since")),
        ("ROSTER.REQUIRED", ("members", 1, "name")),
        ("VALUE.NOT_A_NUMBER", ("members", 1, "count")),
        ("RECORD.NOT_A_MAPPING", ("members", 2)),
        ("ROSTER.REQUIRED", ("members", 2, "name")),
        ("RECORD.UNKNOWN_KEY", ("星座",)),
    ] == told(report)
    assert None is shop_of(report).owner.citizen_id


def test_any_object_is_answered() -> None:
    """
    Whatever is given, at the top or in any place, the engine answers with a report that can be repaired.
    """
    for value in hostile.everything():
        for data in (
            value,
            {"owner": value},
            {"members": value},
            {"members": [value]},
            owned(name=value),
            {"sign": value},
        ):
            report = check(data)

            assert report.raw is data
            assert isinstance(report.repaired(), Report)


@given(strategies.records(Shop))
def test_a_record_and_its_data_are_judged_alike(shop: Shop) -> None:
    """
    A record, its plain data and its form under either language's labels give the same findings.
    """
    laws.record_and_data_agree(check, shop)
    laws.report_travels(check(shop))
    laws.repairing_is_stable(check, shop)


def test_neighbours_help_to_read_a_cell() -> None:
    """
    A narrowed cell is read after the cells that help it, wherever it stands on the form.
    """
    assert ["08", "01"] == [
        shop_of(check(owned(ethnicity="同", name=name))).owner.ethnicity for name in ("韦一", "张三")
    ]
    assert None is shop_of(check(owned(ethnicity="火星族"))).owner.ethnicity


# --- codes of fields, systems and profiles ------------------------------------


def test_a_field_names_its_own_codes() -> None:
    """
    An unreadable cell gets the field's code with its cause, an empty one the field's, else the system's.
    """
    wrong = check(owned(mobile="138"))
    empty = check(owned(mobile=None, name=None), profile=PROFILE.require("Owner.mobile"))

    assert [("VALUE.NOT_NAMES", "MOBILE.LENGTH")] == [(item.code, item.params["cause"]) for item in wrong.findings]
    assert [("ROSTER.REQUIRED", ("owner", "name")), ("TEXT.EMPTY", ("owner", "mobile"))] == told(empty)


def test_findings_take_the_names_of_field_and_system() -> None:
    """
    A field's rename goes before the system's; both keep path and suggestion, and name the field.
    """
    spaced = check(owned(name="张 三")).findings
    body = "45000019930701017"
    assert "X" == check_digit(body)
    cased = check(owned(citizen_id=f"{body}x")).findings

    assert [("TEXT.NOTATION", "张三", "full name")] == [
        (item.code, item.suggestion, item.params["field"].en) for item in spaced
    ]
    assert ["TEXT.PUNCTUATION"] == [item.code for item in cased]


def test_two_repairs_of_one_name_are_told_once() -> None:
    """
    Repairs that bear one name in the system are one finding; each stays listed as a change with its path.
    """
    report = check({**WHOLE, "sign": "甲 店\u2f08"})

    assert [("TEXT.NOTATION", ("sign",))] == told(report)
    assert ["NOTATION", "SPACE"] == [change.kind.name for change in report.changes]
    assert {("sign",)} == {change.path for change in report.changes}


def test_paths_below_a_cell() -> None:
    """
    A leaf's own path goes on below the field's.
    """
    report = check({**WHOLE, "members": [{"name": "李四", "nicknames": ["小 李"]}]})

    assert [("TEXT.NOTATION", ("members", 0, "nicknames"))] == told(report)
    assert () == report.repaired().findings


def test_optional_cells_may_be_told_too() -> None:
    """
    A system may have a code for empty optional cells; a fact outside the form is never missing.
    """
    report = optional(SYSTEM).check(WHOLE, on=ON)

    assert [("ROSTER.BLANK_ROW", ("members", 1, name)) for name in ("since", "count", "nicknames")] == told(report)
    assert {"assumed"} == {item.params["basis"] for item in report.findings}


def test_a_profile_changes_what_is_required() -> None:
    """
    Requiredness is injected with its basis; the profile itself never changes.
    """
    loose = PROFILE.require("Shop.sign", required=False)
    strict = PROFILE.require("Member.count", basis=Evidence.ASSUMED)
    without = {**WHOLE, "sign": None}

    assert [("ROSTER.REQUIRED", ("sign",))] == told(check(without))
    assert [] == told(check(without, profile=loose))
    assert [("ROSTER.REQUIRED", ("members", 1, "count"))] == told(check(WHOLE, profile=strict))
    assert "assumed" == check(WHOLE, profile=strict).findings[0].params["basis"]
    assert FieldRequirement(required=True, basis=Evidence.STATED) == PROFILE.requirement(fields_of(Owner)[1])
    assert {} == PROFILE.requiredness


@pytest.mark.parametrize("wrong", ["Owner.nmae", "owner.name", "Shop.owner", "name"])
def test_a_profile_knows_its_fields(wrong: str) -> None:
    """
    A misspelt field id is refused by a profile that knows its record; without one it is taken.
    """
    with pytest.raises(CredrulesError) as caught:
        PROFILE.require("Shop.sign", wrong)
    assert [("PROFILE.FIELD", wrong)] == [(item.code, item.params["name"]) for item in caught.value.findings]
    assert wrong in Profile("free").require(wrong).requiredness


def test_a_profile_has_its_switches() -> None:
    """
    A reading may be changed, not invented.
    """
    switched = PROFILE.switch(default="2012-05")
    late = {**WHOLE, "members": [{"name": "李四", "since": "2020"}]}

    assert "2012-05" == check(late, profile=switched).findings[0].suggestion
    assert PartialDate(2012, 5) == shop_of(check(late, profile=switched).repaired()).members[0].since
    assert None is check(late).findings[0].suggestion
    with pytest.raises(CredrulesError, match="no_such") as caught:
        PROFILE.switch(no_such=1, form="long", nor_this=2)
    assert ["PROFILE.SWITCH", "PROFILE.SWITCH"] == [item.code for item in caught.value.findings]
    assert ("default", "grades", "form") == caught.value.findings[0].params["known"]


def test_a_profile_weighs_findings() -> None:
    """
    An error made a warning leaves the report ok, the value still unread; a warning may be made an error.
    """
    bad = owned(citizen_id="450000199307010013")
    code = "CITIZEN_ID.CHECK_DIGIT"
    mild = evolve(PROFILE, severities={code: Severity.WARNING})
    harsh = evolve(PROFILE, severities={"TEXT.NOTATION": Severity.ERROR})

    assert (False, [code]) == (check(bad).ok, [item.code for item in check(bad).errors])
    assert (True, [code]) == (check(bad, profile=mild).ok, [item.code for item in check(bad, profile=mild).warnings])
    assert None is shop_of(check(bad, profile=mild)).owner.citizen_id
    assert RULES["TEXT.NOTATION"].severity is not Severity.ERROR
    assert ("张三", False) == (
        shop_of(check(owned(name="张 三"), profile=harsh)).owner.name,
        check(owned(name="张 三"), profile=harsh).ok,
    )


# --- rules --------------------------------------------------------------------


def test_a_rule_needs_its_cells() -> None:
    """
    A rule whose cells are empty or unreadable is not applicable; the day decides where it looks at the day.
    """
    late = {**WHOLE, "members": [{"name": "李四", "since": "2013"}, {"name": "王五", "since": "不知道"}]}

    assert ("DATE.IMPOSSIBLE", ("members", 0, "since")) in told(check(late))
    later = SYSTEM.check(late, on=dt.date(2014, 1, 1))
    assert ("DATE.IMPOSSIBLE", ("members", 0, "since")) not in told(later)


@rule("TEXT.EMPTY", reports_missing=True, reads=("since",))
def _has_date(member: Member, _: Context) -> Violation | None:
    return violation("since") if member.since is None else None


@rule("TEXT.EMPTY", reports_missing=True, reads=("members",))
def _has_members(shop: Shop, _: Context) -> Violation | None:
    return None if shop.members else violation("members")


ASKING = evolve(SYSTEM, rules=(_has_date, _has_members))


def test_what_could_not_be_read_is_not_missing() -> None:
    """
    A rule that asks for a filled place speaks of an empty one, and not of one whose error has been told.
    """

    def asked(data: object, profile: Profile = PROFILE) -> list[tuple[str, Path]]:
        return told(ASKING.check({**WHOLE, **cast("dict[str, object]", data)}, on=ON, profile=profile))

    unread = {"members": [{"name": "李四", "since": "不知道"}]}
    place = ("members", 0, "since")

    assert [("TEXT.EMPTY", place)] == asked({"members": [{"name": "李四", "since": ""}]})
    assert [("DATE.UNKNOWN_WORD", place)] == asked(unread)
    assert [("TEXT.EMPTY", ("members",))] == asked({"members": []})
    assert [("RECORD.NOT_A_LIST", ("members",))] == asked({"members": 5})
    # Where the host makes no error of it, nothing else would keep the record from passing.
    light = evolve(PROFILE, severities={"DATE.UNKNOWN_WORD": Severity.WARNING})
    assert [("DATE.UNKNOWN_WORD", place), ("TEXT.EMPTY", place)] == asked(unread, light)


def test_a_rule_that_does_not_ask_speaks_of_any_place() -> None:
    """
    What a rule knows from elsewhere it says of a cell that could not be read as well.
    """
    system = evolve(SYSTEM, rules=(evolve(_has_date, reports_missing=False),))
    data = {**WHOLE, "members": [{"name": "李四", "since": "不知道"}]}
    report = system.check(data, on=ON)

    assert ["DATE.UNKNOWN_WORD", "TEXT.EMPTY"] == [item.code for item in report.findings]


def test_rules_are_sorted_by_record() -> None:
    """
    The plan holds the rules of each record in their order, none for a record without rules.
    """
    whole = SYSTEM.plan
    parts = {part.section.name: part.plan for part in whole.parts}

    assert SYSTEM.rules[1:] == whole.rules
    assert SYSTEM.rules[:1] == parts["members"].rules
    assert (("since",), (), Owner) == (parts["members"].required, parts["owner"].rules, parts["owner"].record)


def test_a_hit_holds_what_a_finding_needs() -> None:
    """
    Path, parameters and suggestion of a violation go into the finding as they are.
    """
    answer = violation("a", 0, suggestion="b", least=1)

    assert ("a", 0) == answer.path
    assert {"least": 1} == dict(answer.params)
    assert "b" == answer.suggestion


# --- order, repair, travel ----------------------------------------------------


def _slow_order(record: type, path: Path) -> tuple[int, ...]:
    # The obvious twin: count the names in front.
    if not path:
        return ()
    head, *rest = path
    if isinstance(head, int):
        return (head, *_slow_order(record, tuple(rest)))
    parts = {part.name: part.record for part in sections_of(record)}
    names = [*(spec.name for spec in fields_of(record)), *parts]
    place = names.index(head) if head in names else len(names)
    inner = parts.get(str(head))
    if inner is None:
        return (place, *(step if isinstance(step, int) else 0 for step in rest))
    return (place, *_slow_order(inner, tuple(rest)))


@pytest.mark.parametrize(
    "path",
    [
        (), ("sign",), ("owner",), ("owner", "mobile"), ("owner", "血型"), ("members", 7, "count"), ("members", 0),
        ("members", 0, "nicknames", 3), ("星座",), ("星座", "x"),
    ],
)  # fmt: skip
def test_form_order(path: Path) -> None:
    """
    Paths are ordered as the form is read; what is not on the form comes after what is beside it.
    """
    assert _slow_order(Shop, path) == form_order(Shop, path)


def test_repairing_applies_every_suggestion() -> None:
    """
    A repaired report is what checking the repaired data gives; the data given is not changed.
    """
    data = {"店名": "甲 店", "owner": {"姓名": "张 三", "手机": "138 0000 0001"}, "员工": [{"姓名": "李 四"}]}
    kept = copy.deepcopy(data)
    once = check(data).repaired()

    assert kept == data
    assert (True, ()) == (once.ok, once.findings)
    assert check(once.raw) == once
    assert ("甲店", "张三", "13800000001") == (shop_of(once).sign, shop_of(once).owner.name, shop_of(once).owner.mobile)


def test_reports_travel() -> None:
    """
    Systems, profiles and reports pickle and copy, and a report that came back can still be repaired.
    """
    report = check(owned(name="张 三"))
    again = pickle.loads(pickle.dumps(report))

    assert (SYSTEM, PROFILE) == pickle.loads(pickle.dumps((SYSTEM, PROFILE)))
    assert report == again == copy.deepcopy(report)
    assert () == again.repaired().findings
    assert hash(PROFILE) == hash(pickle.loads(pickle.dumps(PROFILE)))


def test_reading_judges_nothing() -> None:
    """
    Without a system cells are read and shapes told; nothing is missing, no rule is asked.
    """
    report = read_record({"members": [{"name": "张 三", "since": "2020"}]}, Shop)

    assert ["TEXT.EXTRA_SPACE"] == [item.code for item in report.findings]
    assert Member(name="张三", since=PartialDate(2020)) == shop_of(report).members[0]
    assert () == report.repaired().findings


def test_reading_asks_for_nothing() -> None:
    """
    A required field is not missing from a draft, not even one with a code of its own for the empty cell.
    """

    @frozen
    class Strict:
        cell: str | None = form_field("格", "cell", help=("格", "cell"), required=True, missing="TEXT.EMPTY")

    system = System("strict", Strict, mandatory="ROSTER.REQUIRED")

    assert () == read_record({}, Strict).findings
    assert [("TEXT.EMPTY", ("cell",))] == told(system.check({}, on=ON))


def test_no_message_shows_an_identifier() -> None:
    """
    Neither findings nor the report's repr show the identity number that was refused.
    """
    number = "450000199307010013"
    report = check(owned(citizen_id=number))

    assert report.findings
    assert number not in repr(report) + str(report.to_dict("zh")) + report.to_text("en") + repr(report.findings)
    assert all(isinstance(item, Finding) for item in report.findings)


@pytest.mark.parametrize("name", ["=1+1", "张3（"])
def test_one_sentence_is_said_once(name: str) -> None:
    """
    Two faults of one cell that the system says in the same words are one finding; each cause in its own words stays.
    """
    same = [item for item in guangxi.check({"姓名": name}, on=ON).findings if item.path == ("basic", "name")]
    worker = [item for item in lianyungang.check({"姓名": name}, on=ON).findings if item.path == ("person", "name")]
    apart = guangdong_learning.check({"姓名": name}, on=ON).findings

    assert ["GX.F.NAME"] == [item.code for item in same]
    assert ["LYG.ENTRY.NAME"] == [item.code for item in worker]
    assert 2 == len({item.message() for item in apart if item.code == "CE.F.NAME"})
