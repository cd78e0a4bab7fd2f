"""
The machines GX-W1 and GX-W2, the roles, and the work place.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.systems import guangxi
from credrules.systems.guangxi import PERSONAL_RECORD, PROFILE, WORKFLOW, Role, Workspace, permitted
from credrules.systems.guangxi.workflow import WORKPLACE, Edition, is_audited, is_reported, personal_record
from credrules.systems.guangxi.workflow.roles import ACTIONS
from credrules.values import Evidence, Severity
from credrules.workflow import Machine, Step
from tests.support.cases import not_ok, ok

MACHINES = [pytest.param(machine, id=machine.id) for machine in WORKFLOW]
CLEAN = {
    "scope_out": False,
    "has_errors": False,
    "same_person": True,
    "revision_matches": True,
    "handed_over": False,
    "trail_kept": True,
    "all_audited": True,
}


def person(state: str, event: str, **facts: bool) -> Step:
    """
    Let the person do an event.
    """
    return PERSONAL_RECORD.step(state, event, actor="INDIVIDUAL", facts=facts)


def officer(state: str, event: str, **facts: bool) -> Step:
    """
    Let the unit's officer do an event.
    """
    return PERSONAL_RECORD.step(state, event, actor="UNIT_OFFICER", facts=facts)


# --- machines as tables ---------------------------------------------------------


@pytest.mark.parametrize("machine", MACHINES)
def test_one_beginning(machine: Machine) -> None:
    """
    A machine has one initial state and no state twice.
    """
    names = [state.name for state in machine.states]

    assert 1 == sum(state.initial for state in machine.states)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("machine", MACHINES)
def test_every_state_is_reached(machine: Machine) -> None:
    """
    From the initial state every state can be reached.
    """
    reached = {machine.initial}
    for _ in machine.states:
        reached |= {row.target for row in machine.transitions if row.source in reached}

    assert {state.name for state in machine.states} == reached


@pytest.mark.parametrize("machine", MACHINES)
def test_only_final_states_have_no_way_out(machine: Machine) -> None:
    """
    Final states have no way out, every other state has one.
    """
    sources = {row.source for row in machine.transitions}

    assert {state.name for state in machine.states if not state.final} == sources


@pytest.mark.parametrize("machine", MACHINES)
def test_transitions_are_distinct_and_numbered(machine: Machine) -> None:
    """
    No two transitions are the same; ids run on; states and actors are declared; each names its requirements.
    """
    rows = [(row.source, row.event, row.target, row.actors) for row in machine.transitions]
    names = {state.name for state in machine.states}
    actors = {name for name, _ in machine.actors}

    assert len(rows) == len(set(rows))
    assert [f"{machine.id}-T{number:02}" for number in range(1, len(rows) + 1)] == [
        row.id for row in machine.transitions
    ]
    assert {name for row in machine.transitions for name in (row.source, row.target)} <= names
    assert {name for row in machine.transitions for name in row.actors} <= actors
    assert all(row.basis for row in machine.transitions)


def test_tables_are_whole() -> None:
    """
    GX-W1 has eleven states, 35 transitions and three invariants, GX-W2 three, five and one.
    """
    assert [(11, 35, 3), (3, 5, 1)] == [
        (len(machine.states), len(machine.transitions), len(machine.invariants)) for machine in WORKFLOW
    ]
    assert [Evidence.ASSUMED] == [
        row.evidence for row in PERSONAL_RECORD.transitions if row.evidence not in {Evidence.STATED, Evidence.DEDUCED}
    ]


def test_an_event_is_refused_in_words() -> None:
    """
    Every event has a name that people use, and a refusal is told with it.
    """
    refused = PERSONAL_RECORD.step("AUDITED", "reopen", actor="INDIVIDUAL").findings[0]

    assert "当前状态“审核通过”下不能进行“重新打开”" == refused.message("zh")
    for machine in WORKFLOW:
        assert {row.event for row in machine.transitions} <= {name for name, _ in machine.words}


def test_a_condition_is_told_as_it_is_wanted() -> None:
    """
    What must be known is asked straight: that there is no error, not that there is one and the contrary is wanted.
    """
    unknown = person("READY", "generate_report").findings[0]
    either = person("DRAFT", "save_and_check").findings[0]
    unmet = person("DRAFT", "decide_scope", scope_out=False).findings[0]

    assert "“生成报送”前请先确认：记录没有错误（has_errors：否）" == unknown.message("zh")
    assert (
        'before "produce the report", please make sure: the record has no errors (has_errors: no)'
        == unknown.message("en")
    )
    assert "“保存并检查”前请先确认：是不是“记录有错误”（has_errors：是或否）" == either.message("zh")
    assert "现在不能“判断采集范围”，须先满足：本人不属于采集范围" == unmet.message("zh")


def test_diagram_shows_every_transition() -> None:
    """
    The diagram is drawn from the rows.
    """
    text = PERSONAL_RECORD.mermaid()

    assert "[*] --> EMPTY" in text
    assert "AT_UNIT --> AT_UNIT : amend_by_unit [UNIT_OFFICER, DEPARTMENT_OFFICER]" in text
    assert 35 + 1 + 2 == text.count("-->")


# --- the record -----------------------------------------------------------------


def test_way_of_a_record() -> None:
    """
    From the empty form to the report upwards, with every fact as it should be.
    """
    state = PERSONAL_RECORD.initial
    way = [
        ("enter", "INDIVIDUAL", "DRAFT"),
        ("save_and_check", "INDIVIDUAL", "READY"),
        ("backup", "INDIVIDUAL", "BACKED_UP"),
        ("generate_report", "INDIVIDUAL", "REPORTED"),
        ("hand_over", "INDIVIDUAL", "AT_UNIT"),
        ("approve", "UNIT_OFFICER", "AUDITED"),
        ("consolidate", "UNIT_OFFICER", "CONSOLIDATED"),
        ("report_up", "UNIT_OFFICER", "REPORTED_UP"),
    ]
    for event, actor, target in way:
        step = PERSONAL_RECORD.step(state, event, actor=actor, facts=CLEAN)
        assert (target, ()) == (step.state, step.findings)
        state = step.state


def test_scope_decides_at_the_beginning() -> None:
    """
    Who is not collected cannot enter data and goes to NOT_COLLECTED.
    """
    assert "NOT_COLLECTED" == person("EMPTY", "decide_scope", scope_out=True).state
    assert not person("EMPTY", "enter", scope_out=True).ok
    assert not person("EMPTY", "decide_scope", scope_out=False).ok
    assert not person("EMPTY", "enter").ok


def test_checking_leads_two_ways() -> None:
    """
    Saving and checking leads to CHECKED with errors and to READY without.
    """
    assert "CHECKED" == person("DRAFT", "save_and_check", has_errors=True).state
    assert "READY" == person("DRAFT", "save_and_check", has_errors=False).state


@ok("GX-083", "GX-084")
def test_backup_then_report() -> None:
    """
    With a backup the report is produced without a finding.
    """
    assert "BACKED_UP" == person("READY", "backup").state
    assert ("REPORTED", ()) == (
        person("BACKED_UP", "generate_report", has_errors=False).state,
        person("BACKED_UP", "generate_report", has_errors=False).findings,
    )


@not_ok("GX-083")
def test_report_without_backup() -> None:
    """
    Without a backup the report goes through with a warning; by switch it is refused.
    """
    draft = person("DRAFT", "generate_report", has_errors=False)
    step = person("READY", "generate_report", has_errors=False)
    assert (step.state, step.findings) == (draft.state, draft.findings)
    strict = personal_record(PROFILE.switch(backup_required=True))
    refused = strict.step("READY", "generate_report", actor="INDIVIDUAL", facts={"has_errors": False})

    assert ("REPORTED", [Severity.WARNING]) == (step.state, [item.severity for item in step.findings])
    assert ("READY", ["GX.FLOW.BACKUP_FIRST"]) == (refused.state, [item.code for item in refused.findings])
    assert personal_record() is PERSONAL_RECORD
    assert () == person("READY", "generate_report", has_errors=False, backed_up=True).findings


@not_ok("GX-084")
@pytest.mark.parametrize("state", ["DRAFT", "READY", "BACKED_UP"])
def test_no_report_with_errors(state: str) -> None:
    """
    An error, or not knowing of errors, stops the report.
    """
    assert ["GX.FLOW.REPORT"] == [
        item.code
        for item in person(state, "generate_report", has_errors=True).findings
        if item.severity is Severity.ERROR
    ]
    assert not person(state, "generate_report").ok


@ok("GX-037", "GX-038")
@pytest.mark.parametrize("state", ["DRAFT", "CHECKED", "READY", "BACKED_UP"])
def test_restore_gives_a_draft(state: str) -> None:
    """
    A backup of the same person may be restored wherever the record can be edited; one of another person is told.
    """
    other = person(state, "restore", same_person=False)

    assert ("DRAFT", ()) == (
        person(state, "restore", same_person=True).state,
        person(state, "restore", same_person=True).findings,
    )
    assert (state, ["GX.FLOW.RESTORE"]) == (other.state, [item.code for item in other.findings])
    assert not person(state, "restore").ok


@ok("GX-037", "GX-038")
def test_restore_on_a_computer_at_home() -> None:
    """
    Into an empty form any backup is restored: there is no one whose record it could replace.
    """
    assert ("DRAFT", ()) == (person("EMPTY", "restore").state, person("EMPTY", "restore").findings)


@ok("GX-036", "GX-038")
@pytest.mark.parametrize(
    ("state", "after"),
    [
        ("DRAFT", "DRAFT"),
        ("CHECKED", "CHECKED"),
        ("READY", "BACKED_UP"),
        ("BACKED_UP", "BACKED_UP"),
        ("REPORTED", "REPORTED"),
    ],
)
def test_backup_at_any_time(state: str, after: str) -> None:
    """
    A backup needs nothing: an unfinished form may be carried home, a reported one kept.
    """
    assert (after, ()) == (person(state, "backup").state, person(state, "backup").findings)


@ok("GX-031")
def test_saving_again() -> None:
    """
    Saving what was saved changes nothing: with errors CHECKED stays, without them READY and BACKED_UP.
    """
    for state, errors in (("CHECKED", True), ("READY", False), ("BACKED_UP", False)):
        step = person(state, "save_and_check", has_errors=errors)
        assert (state, ()) == (step.state, step.findings)
        assert not person(state, "save_and_check", has_errors=not errors).ok


@ok("GX-030", "GX-084")
def test_report_without_saving() -> None:
    """
    Fill in, back up, produce the report: data are saved by themselves, 保存 need not be pressed before.
    """
    step = person("DRAFT", "generate_report", has_errors=False, backed_up=True)

    assert ("REPORTED", ()) == (step.state, step.findings)


@ok("GX-015", "GX-023")
def test_scope_decides_when_the_certificates_are_entered() -> None:
    """
    Who turns out not to be collected while filling in leaves the collection.
    """
    assert "NOT_COLLECTED" == person("DRAFT", "decide_scope", scope_out=True).state
    assert not person("DRAFT", "decide_scope", scope_out=False).ok


@ok("GX-085")
def test_hand_over() -> None:
    """
    The report goes to the unit as an event, if it is of the record's revision.
    """
    assert "AT_UNIT" == person("REPORTED", "hand_over", revision_matches=True).state
    assert not person("REPORTED", "hand_over", revision_matches=False).ok


@not_ok("GX-085")
def test_no_files_are_copied() -> None:
    """
    The library has no event and no name for copying a file.
    """
    events = {row.event for row in PERSONAL_RECORD.transitions}

    assert set() == {name for name in (*events, *guangxi.__all__) if {"copy", "file"} & set(name.split("_"))}


@ok("GX-086")
def test_two_ways_to_correct() -> None:
    """
    The officer amends on record, or returns the record; the person reopens it. No reason is a condition.
    """
    assert "AT_UNIT" == officer("AT_UNIT", "amend_by_unit", trail_kept=True, has_errors=False).state
    assert ("DRAFT", ()) == (
        officer("AT_UNIT", "return_to_person").state,
        officer("AT_UNIT", "return_to_person").findings,
    )
    assert ("DRAFT", ()) == (person("AT_UNIT", "reopen").state, person("AT_UNIT", "reopen").findings)
    assert ["GX.FLOW.UNIT_FIX"] == [
        item.code for item in officer("AT_UNIT", "amend_by_unit", trail_kept=False, has_errors=False).findings
    ]


@ok("GX-027")
@pytest.mark.parametrize("state", ["AUDITED", "CONSOLIDATED"])
def test_amending_after_the_audit(state: str) -> None:
    """
    In the management edition data can be amended in whatever state, on record; the audit begins anew.
    """
    nameless = officer(state, "amend_by_unit", trail_kept=False)

    assert "AT_UNIT" == officer(state, "amend_by_unit", trail_kept=True).state
    assert (state, ["GX.FLOW.UNIT_FIX"]) == (nameless.state, [item.code for item in nameless.findings])


@ok("GX-027", "GX-087")
@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        ("AT_UNIT", "amend_by_unit", "AT_UNIT"),
        ("AT_UNIT", "return_to_person", "DRAFT"),
        ("AT_UNIT", "approve", "AUDITED"),
        ("AUDITED", "consolidate", "CONSOLIDATED"),
        ("AUDITED", "amend_by_unit", "AT_UNIT"),
        ("CONSOLIDATED", "report_up", "REPORTED_UP"),
        ("CONSOLIDATED", "amend_by_unit", "AT_UNIT"),
    ],
)
def test_department_for_its_branch(state: str, event: str, after: str) -> None:
    """
    The department audits, amends, returns, consolidates and reports up for the subordinate staff of its branch.
    """
    assert after == PERSONAL_RECORD.step(state, event, actor="DEPARTMENT_OFFICER", facts=CLEAN).state


@not_ok("GX-086")
def test_no_amended_draft_without_a_new_report() -> None:
    """
    From DRAFT the unit is only reached through REPORTED; whatever else leads there is the officer's.
    """
    rows = [row for row in PERSONAL_RECORD.transitions if row.target == "AT_UNIT"]

    assert ["REPORTED"] == [row.source for row in rows if "INDIVIDUAL" in row.actors]
    assert {"AT_UNIT", "AUDITED", "CONSOLIDATED"} == {row.source for row in rows if "INDIVIDUAL" not in row.actors}
    assert not person("DRAFT", "hand_over", revision_matches=True).ok


@ok("GX-087")
def test_audited_record_is_consolidated() -> None:
    """
    An audited record enters the consolidation of an audited batch.
    """
    assert "CONSOLIDATED" == officer("AUDITED", "consolidate", all_audited=True).state


@not_ok("GX-087")
def test_unaudited_record_is_not_consolidated() -> None:
    """
    A record not audited, or a batch with such records, is refused.
    """
    assert not officer("AT_UNIT", "consolidate", all_audited=True).ok
    assert ["GX.FLOW.UPWARD"] == [item.code for item in officer("AUDITED", "consolidate", all_audited=False).findings]


# --- roles and editions ---------------------------------------------------------


@ok("GX-024")
def test_two_editions() -> None:
    """
    A personal and a management edition; roles work with one of them.
    """
    assert ["PERSONAL", "MANAGEMENT"] == [edition.name for edition in Edition]
    assert Edition.PERSONAL is Role.INDIVIDUAL.edition
    assert Edition.MANAGEMENT is Role.DEPARTMENT_OFFICER.edition


@not_ok("GX-024", "GX-025")
def test_no_download_and_no_installer() -> None:
    """
    Neither a download helper nor installer logic belongs to the library.
    """
    assert set() == {name for name in guangxi.__all__ if "download" in name.lower() or "install" in name.lower()}


@ok("GX-025")
def test_installation_is_no_event() -> None:
    """
    Installing is nothing the machines know.
    """
    assert "install" not in {row.event for machine in WORKFLOW for row in machine.transitions}


@ok("GX-026")
@pytest.mark.parametrize("action", ["enter", "save_and_check", "backup", "restore", "generate_report"])
def test_person_s_actions(action: str) -> None:
    """
    The person enters, checks, backs up, restores and reports the own record.
    """
    assert () == permitted(Role.INDIVIDUAL, action)


@not_ok("GX-026")
@pytest.mark.parametrize("action", ["audit", "amend", "return_to_person", "consolidate", "report_up", "roster"])
def test_person_does_not_do_the_unit_s_work(action: str) -> None:
    """
    The person neither audits nor prints the roster, nor acts on another's record.
    """
    assert ["GX.ROLE.PERSONAL"] == [item.code for item in permitted(Role.INDIVIDUAL, action)]
    assert ["GX.ROLE.PERSONAL"] == [item.code for item in permitted(Role.INDIVIDUAL, "enter", own=False)]


@ok("GX-027")
@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.DEPARTMENT_OFFICER])
@pytest.mark.parametrize("action", ["audit", "amend", "consolidate", "report_up", "roster"])
def test_officers_actions(role: Role, action: str) -> None:
    """
    Officers audit, amend, consolidate, report upwards and print the roster.
    """
    assert () == permitted(role, action)


@not_ok("GX-027")
def test_officer_of_another_unit() -> None:
    """
    The officer of unit A does not amend a record of unit B, nor enter in the person's place.
    """
    assert ["GX.ROLE.MANAGEMENT"] == [item.code for item in permitted(Role.UNIT_OFFICER, "amend", own=False)]
    assert ["GX.ROLE.MANAGEMENT"] == [item.code for item in permitted(Role.DEPARTMENT_OFFICER, "enter")]


def test_unknown_action() -> None:
    """
    An action nobody named is a programmer's slip.
    """
    with pytest.raises(KeyError):
        permitted(Role.INDIVIDUAL, "install")


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("role", list(Role))
def test_machine_and_roles_agree(machine: Machine, role: Role) -> None:
    """
    For every role and every event: permitted exactly if the machine has a row with this actor.
    """
    events = {row.event for row in machine.transitions}
    stepping = {row.event for row in machine.transitions if role.name in row.actors}

    assert stepping == {event for event in events if permitted(role, event) == ()}
    assert {name for name, _, _ in ACTIONS} >= events


# --- the work place -------------------------------------------------------------


@ok("GX-028")
def test_none_or_one_person() -> None:
    """
    A work place holds nobody or one person.
    """
    place, found = Workspace().open("A")

    assert (None, "A", ()) == (Workspace().person, place.person, found)


@not_ok("GX-028", "GX-029")
def test_second_person_while_the_first_is_open() -> None:
    """
    With A in DRAFT, B cannot be opened and A stays.
    """
    place, _ = Workspace().open("A")
    same, found = place.open("B")

    assert (place, ["GX.FLOW.SEQUENTIAL"]) == (same, [item.code for item in found])
    assert (place, ["GX.FLOW.SEQUENTIAL"]) == (
        place.report("DRAFT")[0],
        [item.code for item in place.report("DRAFT")[1]],
    )


@ok("GX-155")
def test_the_place_was_free_although_the_record_came_back() -> None:
    """
    A is reported, B opened, then A returned by the unit: B stays open, and A is finished for nobody.
    """
    place, _ = Workspace().open("A")
    place, _ = place.report(person("BACKED_UP", "generate_report", has_errors=False).state)
    place, found = place.open("B")
    returned = officer("AT_UNIT", "return_to_person").state

    assert ("OPEN", "B", ()) == (place.state, place.person, found)
    assert ("DRAFT", False, False) == (returned, is_reported(returned), is_audited(returned))


@ok("GX-029")
def test_next_person_after_the_report() -> None:
    """
    With A reported, B is opened.
    """
    place, _ = Workspace().open("A")
    done, found = place.report("REPORTED")
    after, more = done.open("B")

    assert ((), ()) == (found, more)
    assert ("OPEN", "B") == (after.state, after.person)
    assert Workspace() == done.close()[0]
    assert (place, False) == (place.close()[0], place.close()[1] == ())


@not_ok("GX-155")
def test_work_place_does_not_wait_for_the_audit() -> None:
    """
    For the work place reported is finished, for the unit only audited is.
    """
    reported = {state.name for state in PERSONAL_RECORD.states if is_reported(state.name)}
    audited = {state.name for state in PERSONAL_RECORD.states if is_audited(state.name)}

    assert {"REPORTED", "AT_UNIT"} == reported - audited
    assert audited < reported
    assert "DONE" == Workspace("OPEN", "A").report("REPORTED")[0].state


# --- laws -----------------------------------------------------------------------

EVENTS = sorted({row.event for row in PERSONAL_RECORD.transitions})
FACTS = st.fixed_dictionaries({}, optional={name: st.booleans() for name in (*CLEAN, "backed_up")})
MOVES = st.lists(st.tuples(st.sampled_from(EVENTS), st.sampled_from([role.name for role in Role]), FACTS), max_size=30)


@given(MOVES)
def test_closure(moves: list[tuple[str, str, dict[str, bool]]]) -> None:
    """
    Whatever happens, the state is a listed one; a refused event changes nothing and says why.
    """
    names = {state.name for state in PERSONAL_RECORD.states}
    state = PERSONAL_RECORD.initial
    for event, actor, facts in moves:
        step = PERSONAL_RECORD.step(state, event, actor=actor, facts=facts)
        assert step.state in names
        assert step.ok or (step.state == state and any(item.severity is Severity.ERROR for item in step.findings))
        state = step.state


@given(MOVES)
def test_no_report_while_errors_exist(moves: list[tuple[str, str, dict[str, bool]]]) -> None:
    """
    REPORTED is only entered when it is known that there is no error.
    """
    state = PERSONAL_RECORD.initial
    for event, actor, facts in moves:
        step = PERSONAL_RECORD.step(state, event, actor=actor, facts=facts)
        if step.state == "REPORTED" and state != "REPORTED":
            assert facts.get("has_errors") is False
        state = step.state


@given(MOVES)
def test_changes_after_the_report(moves: list[tuple[str, str, dict[str, bool]]]) -> None:
    """
    After REPORTED a step is an officer's, a mere hand-over or backup, or leads back to DRAFT.
    """
    state = PERSONAL_RECORD.initial
    for event, actor, facts in moves:
        step = PERSONAL_RECORD.step(state, event, actor=actor, facts=facts)
        if step.ok and is_reported(state):
            assert actor != "INDIVIDUAL" or step.state == "DRAFT" or event in {"hand_over", "backup"}
        state = step.state


@given(st.sampled_from(["REPORTED_UP", "NOT_COLLECTED"]), MOVES)
def test_final_states_stay(state: str, moves: list[tuple[str, str, dict[str, bool]]]) -> None:
    """
    No event changes a final state.
    """
    for event, actor, facts in moves:
        assert state == PERSONAL_RECORD.step(state, event, actor=actor, facts=facts).state


@given(MOVES)
def test_replay(moves: list[tuple[str, str, dict[str, bool]]]) -> None:
    """
    The accepted events alone lead to the same state again.
    """
    state, accepted = PERSONAL_RECORD.initial, []
    for event, actor, facts in moves:
        step = PERSONAL_RECORD.step(state, event, actor=actor, facts=facts)
        accepted += [(event, actor, facts)] if step.ok else []
        state = step.state
    again = PERSONAL_RECORD.initial
    for event, actor, facts in accepted:
        again = PERSONAL_RECORD.step(again, event, actor=actor, facts=facts).state

    assert state == again


@given(st.lists(st.tuples(st.sampled_from(["open", "report", "close"]), st.sampled_from("ABC")), max_size=20))
def test_work_place_holds_one_person(moves: list[tuple[str, str]]) -> None:
    """
    While somebody is open nobody else takes the place.
    """
    place = Workspace()
    for move, name in moves:
        after = (
            place.open(name)[0]
            if move == "open"
            else place.report("REPORTED")[0]
            if move == "report"
            else place.close()[0]
        )
        if place.state == "OPEN":
            assert place.person == after.person
        place = after


def test_workplace_machine_has_no_second_opening() -> None:
    """
    There is no transition from OPEN to OPEN.
    """
    assert [] == [row for row in WORKPLACE.transitions if (row.source, row.target) == ("OPEN", "OPEN")]


@ok("GX-029")
def test_someone_not_collected_does_not_block_the_computer() -> None:
    """
    Who is not collected has nothing to report: the place is free for the next person.
    """
    place, _ = Workspace().open("A")
    free, found = place.report("NOT_COLLECTED")
    after, more = free.open("B")

    assert (Workspace(), (), ()) == (free, found, more)
    assert "B" == after.person
    assert ["FLOW.NO_EVENT"] == [item.code for item in Workspace().report("NOT_COLLECTED")[1]]
    assert not WORKPLACE.step("OPEN", "not_collected", actor="INDIVIDUAL", facts={"record_not_collected": False}).ok


@ok("GX-037", "GX-038")
def test_a_backup_on_a_fresh_computer() -> None:
    """
    A backup opens its person on a free computer, or after the last person is reported; again for the same person.
    """
    home, found = Workspace().restore("A")
    again, more = home.restore("A")
    done, _ = home.report("REPORTED")

    assert (("OPEN", "A"), (), ()) == ((home.state, home.person), found, more)
    assert home == again
    assert "B" == done.restore("B")[0].person


@not_ok("GX-028", "GX-037")
def test_a_backup_of_somebody_else_is_told() -> None:
    """
    Into the open record of A nothing of B is restored, and the reason is given.
    """
    place, _ = Workspace().open("A")
    same, found = place.restore("B")

    assert (place, ["GX.FLOW.RESTORE"]) == (same, [item.code for item in found])
