"""
The way of the information: machines GD-W1 to GD-W4, their refusals, and what a file says about its state.
"""

from __future__ import annotations

import copy
import itertools
import pickle
from typing import Any

import pytest

from credrules import codes
from credrules.findings import Finding
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import workflow
from credrules.systems.guangdong_titles.names import CHAIN, EVENTS, role_of
from credrules.systems.guangdong_titles.records import BasicInfo, HistoryStep
from credrules.systems.guangdong_titles.results import revise
from credrules.systems.guangdong_titles.routing.chain import chain_of, same_unit
from credrules.systems.guangdong_titles.workflow import (
    ACCOUNT,
    BASIC_INFORMATION,
    PAPER_FILE,
    REVIEW_APPLICATION,
    WORKFLOW,
    Course,
    act,
    basic_information,
    course_of,
    paper_file,
    replay,
    when_possible,
)
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from credrules.values import Evidence, Severity
from credrules.workflow import Machine, Step
from tests.support import hostile
from tests.support.cases import not_ok, ok

BASIC, REVIEW = BASIC_INFORMATION, REVIEW_APPLICATION
MACHINES = [pytest.param(machine, id=machine.id) for machine in WORKFLOW]
OPEN = {"personnel_unit_chosen": True, "has_errors": False}


def told(answer: Any) -> list[str]:  # noqa: ANN401  # a step or a report
    """
    Return the codes of the findings.
    """
    return [item.code for item in answer.findings]


def found(profile: titles.profile.TitlesProfile = PROFILE, **sections: Any) -> dict[str, Finding]:  # noqa: ANN401  # cells
    """
    Return code -> finding of the sample file with some cells changed.
    """
    report = titles.check(people.file(**sections), on=ON, profile=profile)
    return {item.code: item for item in report.findings}


def history(*steps: str) -> list[dict[str, str]]:
    """
    Return a history from texts such as "submit PERSON".
    """
    return [dict(zip(("event", "actor"), step.split(), strict=True)) for step in steps]


# --- the machines as described ---------------------------------------------------

PERSON, UNIT, POINT, COMPETENT, HR = (
    ("PERSON",),
    ("PERSONNEL_UNIT",),
    ("APPLICATION_POINT",),
    ("COMPETENT",),
    ("HR_DEPARTMENT",),
)
EITHER, OFFICE, COMMITTEE = ("PERSONNEL_UNIT", "APPLICATION_POINT"), ("COMMITTEE_OFFICE",), ("COMMITTEE",)
S, D, A, O = Evidence.STATED, Evidence.DEDUCED, Evidence.ASSUMED, Evidence.OUTSIDE  # noqa: E741  # short columns
# source, event, actors, target, facts that are asked for, evidence
ROWS: dict[str, tuple[tuple[Any, ...], ...]] = {
    "GD-W1": (
        ("NONE", "register", PERSON, "ACTIVE", 2, S),
        ("NONE", "register_in_other_system", PERSON, "KNOWN_ELSEWHERE", 0, S),
        ("KNOWN_ELSEWHERE", "log_in_with_existing", PERSON, "ACTIVE", 1, S),
        ("KNOWN_ELSEWHERE", "forget", PERSON, "LOST", 0, S),
        ("ACTIVE", "forget", PERSON, "LOST", 0, S),
        ("LOST", "recover_at_counter", HR, "ACTIVE", 1, S),
    ),
    "GD-W2": (
        ("NEW", "maintain", PERSON, "DRAFT", 0, S),
        ("DRAFT", "edit", PERSON, "DRAFT", 0, S),
        ("DRAFT", "submit", PERSON, "AT_UNIT", 2, S),
        ("AT_UNIT", "withdraw", PERSON, "DRAFT", 0, S),
        ("AT_UNIT", "reject", EITHER, "RETURNED", 0, S),
        ("AT_UNIT", "approve_and_forward", UNIT, "AT_COMPETENT", 0, S),
        ("AT_COMPETENT", "approve", COMPETENT, "STORED", 0, S),
        ("AT_COMPETENT", "reject", COMPETENT, "RETURNED", 0, A),
        ("RETURNED", "edit", PERSON, "DRAFT", 0, S),
        ("STORED", "request_change", PERSON, "CHANGE_PENDING", 1, S),
        ("CHANGE_PENDING", "approve_change", UNIT, "STORED", 1, A),
        ("CHANGE_PENDING", "reject_change", UNIT, "STORED", 0, A),
        ("AT_UNIT", "approve_and_forward", POINT, "AT_COMPETENT", 1, S),
    ),
    "GD-W3": (
        ("NONE", "start", PERSON, "DRAFT", 2, S),
        ("DRAFT", "submit", PERSON, "AT_UNIT", 1, S),
        ("AT_UNIT", "withdraw", PERSON, "DRAFT", 0, D),
        ("AT_UNIT", "return", EITHER, "RETURNED", 0, O),
        ("AT_UNIT", "approve", UNIT, "AT_COMPETENT", 1, S),
        ("AT_COMPETENT", "return", COMPETENT, "RETURNED", 0, O),
        ("AT_COMPETENT", "approve", COMPETENT, "AT_HR", 0, S),
        ("AT_HR", "return", HR, "RETURNED", 0, O),
        ("AT_HR", "approve", HR, "AT_COMMITTEE_OFFICE", 0, O),
        ("AT_COMMITTEE_OFFICE", "return", OFFICE, "RETURNED", 1, O),
        ("AT_COMMITTEE_OFFICE", "refuse", OFFICE, "REJECTED", 1, O),
        ("AT_COMMITTEE_OFFICE", "accept", OFFICE, "IN_REVIEW", 0, O),
        ("IN_REVIEW", "vote_pass", COMMITTEE, "PASSED", 2, O),
        ("IN_REVIEW", "vote_fail", COMMITTEE, "NOT_PASSED", 0, O),
        ("PASSED", "publish", OFFICE, "PUBLISHED", 0, O),
        ("PUBLISHED", "objection_upheld", OFFICE, "NOT_PASSED", 0, A),
        ("PUBLISHED", "confirm", HR, "CONFIRMED", 2, O),
        ("CONFIRMED", "issue", HR, "CERTIFIED", 1, S),
        ("RETURNED", "edit", PERSON, "DRAFT", 0, O),
        ("AT_UNIT", "approve", POINT, "AT_COMPETENT", 1, S),
    ),
    "GD-W4": (
        ("NONE", "fill_form", PERSON, "PREPARED", 1, S),
        ("PREPARED", "submit_paper", PERSON, "SUBMITTED", 2, S),
        ("SUBMITTED", "audit_and_stamp", UNIT, "AUDIT_PASSED", 1, S),
        ("SUBMITTED", "audit_fail", UNIT, "AUDIT_FAILED", 1, D),
        ("AUDIT_FAILED", "fill_form", PERSON, "PREPARED", 0, A),
    ),
}


@pytest.mark.parametrize("machine", MACHINES)
def test_transitions_are_those_of_the_document(machine: Machine) -> None:
    """
    Source, event, actors, target, number of conditions and evidence of each row are as described, in order.
    """
    rows = [
        (row.source, row.event, row.actors, row.target, len(row.facts), row.evidence) for row in machine.transitions
    ]

    assert list(ROWS[machine.id]) == rows
    assert [f"{machine.id}-T{number:02}" for number in range(1, len(rows) + 1)] == [
        row.id for row in machine.transitions
    ]


@pytest.mark.parametrize("machine", MACHINES)
def test_a_machine_is_sound(machine: Machine) -> None:
    """
    One beginning; every state is reached; only final ones have no way out; all names have words.
    """
    names = [state.name for state in machine.states]
    rows = machine.transitions
    reached = {machine.initial}
    for _ in names:
        reached |= {row.target for row in rows if row.source in reached}

    assert set(names) == reached
    assert {state.name for state in machine.states if not state.final} == {row.source for row in rows}
    assert {name for row in rows for name in row.actors} <= {name for name, _ in machine.actors}
    assert {row.event for row in rows} <= {name for name, _ in EVENTS}
    assert all(row.basis for row in rows)


def test_states_of_machines_and_tables_agree() -> None:
    """
    The code lists of states are those of the machines, by code and by name.
    """
    for machine, table in ((BASIC, codes.TITLE_BASIC_STATES), (REVIEW, codes.TITLE_APPLICATION_STATES)):
        assert {(state.name, state.label.zh) for state in machine.states} == {
            (entry.code, entry.name) for entry in table
        }
    assert {entry.code for entry in codes.TITLE_BUSINESSES} == {
        "REVIEW", "ASSESSMENT_RECOGNITION", "CHANGE_UNIT", "CONFIRM_OTHER_PROVINCE", "REISSUE_CERTIFICATE",
        "ENTRUSTED_REVIEW",
    }  # fmt: skip


def test_diagrams_are_drawn() -> None:
    """
    Each machine draws itself.
    """
    assert "AT_UNIT --> DRAFT : withdraw [PERSON]" in BASIC.mermaid()
    assert all(machine._repr_html_().startswith("<") for machine in WORKFLOW)


# --- first entry and storage ----------------------------------------------------


@ok("GD-016")
def test_register_then_maintain() -> None:
    """
    After registering, the basic information is entered.
    """
    assert (
        "ACTIVE"
        == act(
            ACCOUNT, "NONE", "register", actor="PERSON", facts={"id_no_valid": True, "id_no_registered": False}
        ).state
    )
    assert "DRAFT" == act(BASIC, "NEW", "维护个人信息", actor="申报人").state
    assert ("maintain",) == BASIC.events("NEW")


@not_ok("GD-016")
def test_no_application_of_a_new_user() -> None:
    """
    A new user who applies at once is told to enter the basic information first.
    """
    assert "GD.FLOW.MAINTAIN_FIRST" in found(basic={"state": "NEW"})
    assert ["GD.FLOW.MAINTAIN_FIRST", "GD.FLOW.WHEN"] == told(act(BASIC, "NEW", "submit", actor="PERSON", facts=OPEN))
    assert "GD.FLOW.MAINTAIN_FIRST" not in found(basic={"state": "NEW"}, applications=[])


@ok("GD-017")
def test_two_approvals_store() -> None:
    """
    Approved by the unit and by the competent unit: stored; the history shows both.
    """
    both = history("maintain PERSON", "submit PERSON", "approve_and_forward PERSONNEL_UNIT", "approve COMPETENT")
    first = BASIC.step("AT_UNIT", "approve_and_forward", actor="PERSONNEL_UNIT")

    assert ("AT_COMPETENT", "STORED") == (first.state, BASIC.step(first.state, "approve", actor="COMPETENT").state)
    assert {"GD.FLOW.TWO_AUDITS", "GD.FLOW.HISTORY"}.isdisjoint(found(basic={"history": both}))


@not_ok("GD-017")
def test_one_approval_does_not_store() -> None:
    """
    With the first approval alone nothing is stored, and a file that says so is refused.
    """
    one = history("maintain PERSON", "submit PERSON", "approve_and_forward PERSONNEL_UNIT")

    assert "STORED" not in {row.target for row in BASIC.transitions if row.source == "AT_UNIT"}
    assert "GD.FLOW.TWO_AUDITS" in found(basic={"history": one})
    assert ["GD.FLOW.TWO_AUDITS", "GD.FLOW.WHEN"] == told(act(BASIC, "AT_UNIT", "approve", actor="COMPETENT"))


@ok("GD-017")
def test_the_other_reading_of_storage() -> None:
    """
    Under the switch the first approval stores, by unit and by point, and the file's history is read so.
    """
    early = PROFILE.switch(store_after="personnel_unit")
    machine = basic_information(early)
    one = history("maintain PERSON", "submit PERSON", "approve_and_forward PERSONNEL_UNIT")

    assert "STORED" == machine.step("AT_UNIT", "approve_and_forward", actor="PERSONNEL_UNIT").state
    paper = {"paper_audit_passed": True}
    assert "STORED" == machine.step("AT_UNIT", "approve_and_forward", actor="APPLICATION_POINT", facts=paper).state
    assert {"GD.FLOW.TWO_AUDITS", "GD.FLOW.HISTORY"}.isdisjoint(found(early, basic={"history": one}))
    assert BASIC == basic_information(PROFILE)


@ok("GD-018")
@pytest.mark.parametrize("state", ["STORED", "已入库", "CHANGE_PENDING", ""])
def test_stored_information_allows_businesses(state: str) -> None:
    """
    With stored information a review may be started; a state that nobody stated refuses nothing.
    """
    assert "GD.FLOW.BUSINESS_AFTER_STORE" not in found(basic={"state": state})
    facts = {"basic_stored": True, "committee_uses_system": True}
    assert "DRAFT" == REVIEW.step("NONE", "start", actor="PERSON", facts=facts).state


@not_ok("GD-018")
@pytest.mark.parametrize("state", ["DRAFT", "AT_UNIT", "AT_COMPETENT", "RETURNED"])
def test_no_business_before_storage(state: str) -> None:
    """
    Before storage every business is refused, with the state named.
    """
    refused = found(basic={"state": state}, application={"business": "考核认定"})["GD.FLOW.BUSINESS_AFTER_STORE"]
    step = REVIEW.step("NONE", "start", actor="PERSON", facts={"basic_stored": False, "committee_uses_system": True})

    assert ("applications", 0, "business") == refused.path
    assert codes.TITLE_BASIC_STATES[state].name in refused.message("zh")
    assert ("NONE", ["GD.FLOW.STORE_FIRST"]) == (step.state, told(step))


@ok("GD-020", "GD-053")
def test_a_chosen_unit_may_be_submitted() -> None:
    """
    With a unit chosen and no error the information is submitted.
    """
    assert "AT_UNIT" == BASIC.step("DRAFT", "submit", actor="PERSON", facts=OPEN).state
    assert "GD.BASIC.UNIT_REQUIRED" not in found()


@not_ok("GD-020", "GD-053")
def test_no_unit_no_submission() -> None:
    """
    Without a unit neither the file nor the submission passes.
    """
    step = BASIC.step("DRAFT", "submit", actor="PERSON", facts={**OPEN, "personnel_unit_chosen": False})

    assert Severity.ERROR is found(basic={"personnel_unit": ""})["GD.BASIC.UNIT_REQUIRED"].severity
    assert "GD.BASIC.UNIT_REQUIRED" in found(basic={"personnel_unit": "随便写的单位"})
    assert ("DRAFT", ["GD.FLOW.UNIT_FIRST"]) == (step.state, told(step))


@ok("GD-021", "GD-054")
def test_the_competent_unit_is_brought_up() -> None:
    """
    The unit's competent unit comes from the list: said, offered as a repair, and part of the chain.
    """
    report = titles.check(people.file(basic={"主管部门": "", "competent": ""}), on=ON, profile=PROFILE)
    repaired = report.repaired().value

    assert "GD.BASIC.COMPETENT_BROUGHT" in told(report)
    assert repaired is not None
    assert "c-longchuan" == repaired.basic.competent == chain_of(repaired.basic, profile=PROFILE).competent


@not_ok("GD-021", "GD-054")
def test_a_typed_competent_unit_is_refused() -> None:
    """
    Another competent unit than the list's is an error; of a unit that no list has, nothing can be said.
    """
    assert Severity.ERROR is found(basic={"主管单位": "丙局", "competent": ""})["GD.BASIC.COMPETENT_DERIVED"].severity
    assert (
        "c-longchuan" == chain_of(BasicInfo(personnel_unit="m-longchuan", competent="丙局"), profile=PROFILE).competent
    )
    unlisted = BasicInfo(personnel_unit="某单位", competent="丙局", division="441622")
    assert "丙局" == chain_of(unlisted, profile=PROFILE.switch(hr_departments={"441622": "县局"})).competent
    assert "县局" == chain_of(unlisted, profile=PROFILE.switch(hr_departments={"441622": "县局"})).hr_department


@ok("GD-022")
def test_a_business_uses_the_stored_chain() -> None:
    """
    The stored unit, by id or by name, or a new one with a change application: no objection.
    """
    change = [{"business": "CHANGE_UNIT", "personnel_unit": "m-heyuan"}]
    review = {"business": "REVIEW", "committee": "省属评委会", "target_level": "420", "personnel_unit": "m-heyuan"}

    assert "GD.BASIC.CHAIN_FIXED" not in found(application={"personnel_unit": "龙川县人才市场"})
    assert "GD.BASIC.CHAIN_FIXED" not in found(applications=[review, *change])
    assert "GD.BASIC.CHAIN_FIXED" not in found(applications=[review, {"business": "CHANGE_UNIT"}])


@not_ok("GD-022")
def test_another_unit_needs_a_change_application() -> None:
    """
    A business with another unit and no change application is an error at that unit.
    """
    assert ("applications", 0, "personnel_unit") == found(application={"personnel_unit": "m-heyuan"})[
        "GD.BASIC.CHAIN_FIXED"
    ].path


@ok("GD-023")
@pytest.mark.parametrize("word", ["主管单位", "主管部门", "COMPETENT"])
def test_both_words_mean_one_role(word: str) -> None:
    """
    主管单位 and 主管部门 are the role COMPETENT, and either heads the field.
    """
    assert "COMPETENT" == role_of(word)
    record = titles.check({"基本信息": {word: "丙局"}}, on=ON).value if word != "COMPETENT" else None
    assert record is None or "丙局" == record.basic.competent


@not_ok("GD-023")
def test_there_are_not_two_roles() -> None:
    """
    Of all roles exactly one is called so.
    """
    assert 1 == len([entry for entry in codes.TITLE_ROLES if {"主管单位", "主管部门"} & {entry.name, *entry.aliases}])


# --- withdrawal, rejection, change ----------------------------------------------


@ok("GD-039")
@pytest.mark.parametrize("actor", ["PERSONNEL_UNIT", "APPLICATION_POINT", "人事管理单位"])
def test_a_rejection_returns_the_data(actor: str) -> None:
    """
    The unit chooses 审核不通过, the data are editable again and another unit can be chosen.
    """
    step = act(BASIC, "人事管理单位审核中", "审核不通过", actor=actor)

    assert "RETURNED" == step.state
    assert "DRAFT" == BASIC.step("RETURNED", "edit", actor="PERSON").state
    assert () == revise({"personnel_unit": "m-heyuan", "state": "RETURNED"}, {"personnel_unit": "m-longchuan"})


@not_ok("GD-039")
def test_a_rejected_record_is_not_locked() -> None:
    """
    RETURNED is no final state; while the unit has the data, though, the person does not edit.
    """
    assert not BASIC.state("RETURNED").final
    assert ["GD.FLOW.EDIT_SUBMITTED", "GD.FLOW.WHEN"] == told(act(BASIC, "AT_UNIT", "edit", actor="PERSON"))


@ok("GD-040")
@pytest.mark.parametrize("facts", [None, {}, {"forwarded_to_competent": True}, {"anything": None}])
def test_a_withdrawal_is_never_refused_at_the_unit(facts: dict[str, Any] | None) -> None:
    """
    While the unit has not forwarded the data, 撤回 works, whatever facts are stated or not.
    """
    assert "DRAFT" == BASIC.step("AT_UNIT", "withdraw", actor="PERSON", facts=facts).state
    assert "DRAFT" == act(REVIEW, "AT_UNIT", "撤回", actor="个人", facts=facts).state


@not_ok("GD-040")
@pytest.mark.parametrize("state", ["AT_COMPETENT", "STORED"])
def test_no_withdrawal_after_forwarding(state: str) -> None:
    """
    Forwarded data are not withdrawn; the refusal says who could, and when.
    """
    step = act(BASIC, state, "withdraw", actor="PERSON")

    assert (state, ["GD.FLOW.WITHDRAW", "GD.FLOW.WHEN"]) == (step.state, told(step))
    assert "申报人" in step.findings[1].message("zh")
    assert "人事管理单位审核中" in step.findings[1].message("zh")


@ok("GD-041")
def test_the_chain_has_four_links() -> None:
    """
    Person, unit, competent unit, department: an approval moves one link, a rejection back to the person.
    """
    states = ["AT_UNIT", "AT_COMPETENT", "AT_HR", "AT_COMMITTEE_OFFICE"]
    approvals = {(row.source, row.target) for row in REVIEW.transitions if row.event == "approve"}

    assert ("PERSON", "PERSONNEL_UNIT", "COMPETENT", "HR_DEPARTMENT") == CHAIN
    assert set(itertools.pairwise(states)) == approvals
    assert {"RETURNED"} == {row.target for row in REVIEW.transitions if row.event == "return"}
    chain = chain_of(BasicInfo(division="441622", personnel_unit="m-longchuan"), profile=PROFILE)
    assert ("m-longchuan", "c-longchuan", "441622") == (chain.personnel_unit, chain.competent, chain.hr_division)


@not_ok("GD-041")
def test_no_link_is_passed_over() -> None:
    """
    From the person straight to the department, or past the competent unit: refused.
    """
    assert ["GD.FLOW.CHAIN", "GD.FLOW.WHEN"] == told(act(REVIEW, "DRAFT", "approve", actor="HR_DEPARTMENT"))
    assert ["FLOW.ACTOR"] == told(act(REVIEW, "AT_UNIT", "approve", actor="HR_DEPARTMENT"))
    assert ["GD.FLOW.ERRORS"] == told(act(REVIEW, "DRAFT", "submit", actor="PERSON", facts={"has_errors": True}))


@ok("GD-042")
def test_a_change_of_unit_is_applied_for() -> None:
    """
    A change application leads to a new chain.
    """
    pending = BASIC.step("STORED", "request_change", actor="PERSON")
    stored = BASIC.step(pending.state, "approve_change", actor="PERSONNEL_UNIT")
    before, after = (
        {"personnel_unit": "m-heyuan", "state": "CHANGE_PENDING"},
        {"personnel_unit": "e-1", "state": "STORED"},
    )

    assert ("CHANGE_PENDING", "STORED") == (pending.state, stored.state)
    assert "STORED" == BASIC.step("CHANGE_PENDING", "reject_change", actor="PERSONNEL_UNIT").state
    assert () == revise(before, after, profile=PROFILE)
    assert () == revise(
        {"人事管理单位": "m-longchuan", "状态": "已入库"}, {"人事管理单位": "龙川县人才市场"}, profile=PROFILE
    )


@not_ok("GD-042")
def test_the_unit_is_not_overwritten() -> None:
    """
    Overwriting the unit of stored information is an error; other items are asked about, never forbidden.
    """
    stored = {"personnel_unit": "m-heyuan", "work_unit": "甲公司", "state": "STORED"}

    assert [("GD.FLOW.CHANGE_UNIT", Severity.ERROR)] == [
        (item.code, item.severity) for item in revise(stored, {**stored, "personnel_unit": "e-1"}, profile=PROFILE)
    ]
    assert [("GD.FLOW.EDIT_STORED", Severity.WARNING)] == [
        (item.code, item.severity) for item in revise(stored, {**stored, "work_unit": "乙公司"}, profile=PROFILE)
    ]
    step = act(BASIC, "STORED", "edit", actor="PERSON")
    assert [("GD.FLOW.EDIT_STORED", Severity.WARNING)] == [(item.code, item.severity) for item in step.findings[:1]]


@ok("GD-042")
def test_a_change_while_a_business_is_open() -> None:
    """
    A warning, in the machine and in the file; refused under the switch only; a fact not stated refuses nothing.
    """
    strict = PROFILE.switch(refuse_change_while_open=True)
    change = {"business": "CHANGE_UNIT", "personnel_unit": "m-heyuan"}
    review = people.FILE["applications"][0]
    warned = BASIC.step("STORED", "request_change", actor="PERSON", facts={"open_business": True})

    assert ("CHANGE_PENDING", ["GD.FLOW.CHANGE_OPEN"]) == (warned.state, told(warned))
    assert ["FLOW.FACT_ASSUMED"] == told(BASIC.step("STORED", "request_change", actor="PERSON"))
    assert (
        not basic_information(strict).step("STORED", "request_change", actor="PERSON", facts={"open_business": True}).ok
    )
    assert basic_information(strict).step("STORED", "request_change", actor="PERSON").ok
    assert Severity.WARNING is found(applications=[review, change])["GD.FLOW.CHANGE_OPEN"].severity
    assert Severity.ERROR is found(strict, applications=[review, change])["GD.FLOW.CHANGE_REFUSED"].severity
    done = {**review, "state": "CERTIFIED"}
    assert {"GD.FLOW.CHANGE_OPEN", "GD.FLOW.CHANGE_REFUSED"}.isdisjoint(found(strict, applications=[done, change]))
    other = {"business": "挂靠", "state": "AT_UNIT"}
    assert "挂靠" in found(strict, applications=[other, {"state": ""}, change])["GD.FLOW.CHANGE_REFUSED"].message("zh")


@ok("GD-042")
@pytest.mark.parametrize(
    ("approver", "facts"),
    [("old", ("by_old_unit",)), ("new", ("by_new_unit",)), ("both", ("by_old_unit", "by_new_unit"))],
)
def test_who_approves_a_change_can_be_set(approver: str, facts: tuple[str, ...]) -> None:
    """
    The old unit, the new one or both approve a change, as the profile says.
    """
    machine = basic_information(PROFILE.switch(change_approver=approver))
    agreed = dict.fromkeys(facts, True)

    assert machine.step("CHANGE_PENDING", "approve_change", actor="PERSONNEL_UNIT", facts=agreed).ok
    for name in facts:
        refused = machine.step(
            "CHANGE_PENDING", "approve_change", actor="PERSONNEL_UNIT", facts={**agreed, name: False}
        )
        assert ["GD.FLOW.CHANGE_APPROVER"] == told(refused)


@ok("GD-043")
def test_history_shows_a_withdrawal() -> None:
    """
    Withdrawn data are in the saved state, and the history says WITHDRAWN.
    """
    course, _ = Course(BASIC, "AT_UNIT").act("withdraw", actor="PERSON")
    steps = history("maintain PERSON", "submit PERSON", "withdraw PERSON")

    assert ("DRAFT", "WITHDRAWN") == (course.state, course.last_exit)
    assert {"GD.FLOW.REJECT_VS_WITHDRAW", "GD.FLOW.HISTORY"}.isdisjoint(
        found(basic={"state": "DRAFT", "history": steps})
    )


@not_ok("GD-043")
@pytest.mark.parametrize(("last", "state"), [("withdraw PERSON", "RETURNED"), ("reject PERSONNEL_UNIT", "DRAFT")])
def test_both_are_not_written_as_returned(last: str, state: str) -> None:
    """
    A withdrawal that stands as a return, or a rejection as saved, is looked at.
    """
    steps = history("maintain PERSON", "submit PERSON", last)
    rejected, _ = Course(BASIC, "AT_UNIT").act("reject", actor="PERSONNEL_UNIT")

    assert "GD.FLOW.REJECT_VS_WITHDRAW" in found(basic={"state": state, "history": steps})
    assert ("RETURNED", "REJECTED") == (rejected.state, rejected.last_exit)


def test_a_history_leads_to_the_state() -> None:
    """
    A state that the history does not lead to is an error; histories in the text's words are read.
    """
    words = [
        {"事件": "维护个人信息", "办理人": "申报人"},
        {"事件": "提交", "办理人": "个人"},
        {"事件": "审核通过", "办理人": "人事管理单位"},
    ]

    assert "GD.FLOW.HISTORY" in found(basic={"state": "AT_UNIT", "history": history("maintain PERSON")})
    assert "GD.FLOW.HISTORY" in found(basic={"state": "AT_UNIT", "history": history("approve COMPETENT")})
    assert "GD.FLOW.HISTORY" not in found(basic={"state": "AT_COMPETENT", "history": words}, applications=[])
    assert "GD.FLOW.HISTORY" not in found(basic={"state": "", "history": words})


# --- paper and points -----------------------------------------------------------

POINT_FILE = {"archive_keeper": "长沙市人才市场", "personnel_unit": "p-longchuan"}


@ok("GD-038")
def test_the_point_approves_after_the_paper() -> None:
    """
    Paper audited and stamped: the point approves; an ordinary unit is not tied to the paper.
    """
    passed = {"paper_audit_passed": True}
    stamped = {"stamps": ["长沙市人才市场"]}

    assert "AT_COMPETENT" == BASIC.step("AT_UNIT", "approve_and_forward", actor="APPLICATION_POINT", facts=passed).state
    assert "AT_COMPETENT" == REVIEW.step("AT_UNIT", "approve", actor="APPLICATION_POINT", facts=passed).state
    assert "AT_COMPETENT" == BASIC.step("AT_UNIT", "approve_and_forward", actor="PERSONNEL_UNIT").state
    assert {"GD.UNIT.POINT_FOLLOWS_PAPER", "GD.UNIT.POINT_NEEDS_PAPER"}.isdisjoint(
        found(basic=POINT_FILE, paper=stamped)
    )
    assert "GD.UNIT.POINT_FOLLOWS_PAPER" not in found(paper={"audit": "FAILED"})


@not_ok("GD-038")
@pytest.mark.parametrize("facts", [{}, None, {"paper_audit_passed": False}, {"paper_audit_passed": "yes"}])
def test_the_point_does_not_approve_without_the_paper(facts: dict[str, Any] | None) -> None:
    """
    No result of the paper audit, or a failed one: the point cannot approve.
    """
    for machine, event in ((BASIC, "approve_and_forward"), (REVIEW, "approve")):
        step = machine.step("AT_UNIT", event, actor="APPLICATION_POINT", facts=facts)
        assert ("AT_UNIT", False) == (step.state, step.ok)
    assert Severity.ERROR is found(basic=POINT_FILE, paper={"audit": "FAILED"})["GD.UNIT.POINT_FOLLOWS_PAPER"].severity
    assert Severity.WARNING is found(basic=POINT_FILE, paper={"audit": ""})["GD.UNIT.POINT_NEEDS_PAPER"].severity
    assert "GD.UNIT.POINT_NEEDS_PAPER" not in found(basic={**POINT_FILE, "state": "AT_UNIT"}, paper={"audit": ""})


@ok("GD-037", "GD-061")
@pytest.mark.parametrize("stamp", ["龙川县人才市场", "m-longchuan", ["龙川县人才市场", "c-longchuan"]])
def test_the_keeper_stamps(stamp: object) -> None:
    """
    The stamp of the market that keeps the file is what the paper needs.
    """
    assert {"GD.UNIT.STAMP_BY_REAL", "GD.UNIT.STAMP_OF_POINT"}.isdisjoint(found(paper={"stamps": stamp}))
    assert PAPER_FILE.step("SUBMITTED", "audit_and_stamp", actor="PERSONNEL_UNIT", facts={"real_unit": True}).ok


@not_ok("GD-037", "GD-061")
@pytest.mark.parametrize("stamp", ["龙川县非公申报点", "p-longchuan", "甲镇非公申报点", "河源市人才市场"])
def test_a_point_s_stamp_does_not_count(stamp: str) -> None:
    """
    Without the real unit's stamp the paper is refused; a point's stamp beside it is a warning.
    """
    beside = found(paper={"stamps": ["龙川县人才市场", "p-longchuan"]})

    assert Severity.ERROR is found(paper={"stamps": [stamp]})["GD.UNIT.STAMP_BY_REAL"].severity
    assert "GD.UNIT.STAMP_BY_REAL" not in beside
    assert Severity.WARNING is beside["GD.UNIT.STAMP_OF_POINT"].severity
    assert ["GD.UNIT.STAMP_NOT_REAL"] == told(
        PAPER_FILE.step("SUBMITTED", "audit_fail", actor="PERSONNEL_UNIT", facts={"real_unit": False})
    )


def test_who_the_real_unit_is() -> None:
    """
    The keeper; else the employer that keeps the file; else a chosen unit that is no point; else points alone are wrong.
    """
    own = {"archive_keeper": "", "unit_keeps_archives": True}
    point = {"archive_keeper": "", "personnel_unit": "p-longchuan"}

    assert "GD.UNIT.STAMP_BY_REAL" not in found(basic=own, paper={"stamps": ["甲公司"]})
    assert "GD.UNIT.STAMP_BY_REAL" in found(basic=own, paper={"stamps": ["乙集团"]})
    assert "GD.UNIT.STAMP_BY_REAL" not in found(basic={"archive_keeper": "本单位"}, paper={"stamps": ["甲公司"]})
    assert "GD.UNIT.STAMP_BY_REAL" not in found(basic={"archive_keeper": ""})
    assert "GD.UNIT.STAMP_BY_REAL" in found(basic=point, paper={"stamps": ["p-longchuan"]})
    assert "GD.UNIT.STAMP_BY_REAL" not in found(basic=point, paper={"stamps": ["某人才市场"]})
    assert "GD.UNIT.STAMP_OF_POINT" in found(basic=point, paper={"stamps": ["某人才市场", "p-longchuan"]})
    assert "GD.UNIT.STAMP_BY_REAL" not in found(paper={"stamps": "", "audit": ""})
    assert same_unit("甲公司", "甲公司 ", PROFILE.units)


@ok("GD-006", "GD-007", "GD-008")
def test_paper_in_either_order() -> None:
    """
    The paper machine asks for the order's permission, refuses with wrong information online, and knows both forms.
    """
    facts = {"order_permitted": True}

    assert PAPER_FILE.step("PREPARED", "submit_paper", actor="PERSON", facts=facts).ok
    assert ["GD.YEAR.ORDER"] == told(
        PAPER_FILE.step("PREPARED", "submit_paper", actor="PERSON", facts={"order_permitted": False})
    )
    wrong = PAPER_FILE.step("PREPARED", "submit_paper", actor="PERSON", facts={**facts, "basic_info_wrong": True})
    assert ("PREPARED", ["GD.YEAR.DECOUPLED"]) == (wrong.state, told(wrong))
    strict = paper_file(PROFILE.switch(require_generated_forms=True))
    assert PAPER_FILE.step("NONE", "fill_form", actor="PERSON").ok
    assert strict.step("NONE", "fill_form", actor="PERSON", facts={"form_generated": True}).ok
    assert "AUDIT_FAILED" in {row.source for row in strict.transitions}
    assert PAPER_FILE == paper_file(PROFILE)


# --- words and courses ----------------------------------------------------------


def test_words_of_the_text_are_read() -> None:
    """
    States, events and actors in Chinese mean the same; an unknown state or event is a finding.
    """
    assert "AT_COMPETENT" == act(BASIC, "人事管理单位审核中", "审核通过", actor="人事管理单位").state
    assert "STORED" == act(BASIC, "主管单位审核中", "审核通过", actor="主管部门").state
    assert "RETURNED" == act(REVIEW, "主管单位审核中", "审核不通过", actor="主管单位").state
    assert "DRAFT" == act(BASIC, "审核不通过", "修改", actor="申报人").state
    assert ["FLOW.UNKNOWN_STATE"] == told(act(BASIC, "某状态", "撤回", actor="申报人"))
    assert ["FLOW.NO_EVENT"] == told(act(BASIC, "DRAFT", "挂起", actor="申报人"))
    assert () == when_possible(BASIC, "挂起")


def test_any_object_is_answered() -> None:
    """
    `act` answers any state, event, actor and facts.
    """
    for value in hostile.everything():
        assert isinstance(act(BASIC, value, value, actor=value, facts=value), Step)  # type: ignore[arg-type]  # any object
        assert isinstance(act(BASIC, "AT_UNIT", value, actor=value), Step)
        assert isinstance(revise(value, value), tuple)


def test_a_course_keeps_its_history() -> None:
    """
    A refused event changes nothing; the history of accepted ones, replayed, gives the state.
    """
    course = Course(BASIC, BASIC.initial)
    for event, actor in (
        ("maintain", "PERSON"),
        ("submit", "PERSON"),
        ("reject", "PERSONNEL_UNIT"),
        ("edit", "PERSON"),
    ):
        course, step = course.act(event, actor=actor, facts=OPEN)
        assert step.ok
    refused, step = course.act("approve", actor="COMPETENT")

    assert (course, False) == (refused, step.ok)
    assert "REJECTED" == course.last_exit
    assert None is Course(BASIC, BASIC.initial).last_exit
    assert course.state == replay(course.history)
    assert (HistoryStep("maintain", "PERSON"), 4) == (course.history[0], len(course.history))
    assert None is replay([HistoryStep("submit", "PERSON")])
    assert course == pickle.loads(pickle.dumps(course)) == copy.deepcopy(course)


def test_the_host_s_own_actor_is_kept() -> None:
    """
    The reconstructed machine says so, and what is outside or assumed can be taken out.
    """
    stated = REVIEW.without_evidence(Evidence.OUTSIDE, Evidence.ASSUMED)

    assert "reconstructed" == workflow.EVIDENCE
    assert ("withdraw", "approve") == stated.events("AT_UNIT")


def test_a_course_is_replayed_once() -> None:
    """
    The states along a history are those that its beginnings lead to, one after the other.
    """
    steps = [
        *(HistoryStep(event, "申报人") for event in ("维护个人信息", "修改", "提交", "撤回", "提交")),
        HistoryStep("审核通过", "人事管理单位"),
        HistoryStep("撤回", "申报人"),
        HistoryStep("提交", "申报人"),
    ]
    course = list(course_of(steps))

    assert [replay(steps[:length]) for length in range(1, len(steps) + 1)] == [state for _, state in course]
    assert ["maintain", "edit", "submit", "withdraw", "submit", "approve_and_forward", "withdraw", "submit"] == [
        event for event, _ in course
    ]
