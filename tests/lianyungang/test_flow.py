"""
The four machines: the rows as the documents give them, guards open and shut, refusals in the notice's words.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from credrules.systems import lianyungang
from credrules.systems.lianyungang.calendar import Round
from credrules.systems.lianyungang.records import Registration
from credrules.systems.lianyungang.workflow import (
    AFTER_EXAMINATION,
    OFFLINE,
    REGISTRATION,
    STEPS,
    WORKER_INFORMATION,
    NumberedTransition,
    facts_of,
)
from credrules.testing._calls.lianyungang import MACHINES
from credrules.values import Evidence, Severity
from credrules.workflow import Machine
from tests.support.cases import not_ok, ok

# Machine, number: from, event, who, to; a letter for deduced or assumed. Restated from the steps of annex 1.
ROWS = """
1 01 MISSING select_or_add UNIT PARTIAL stated
1 02 PARTIAL fill UNIT PARTIAL stated
1 03 PARTIAL save UNIT SAVED stated
1 04 SAVED update_main_set UNIT COMPLETE stated
1 05 COMPLETE add_record UNIT SAVED stated
1 06 COMPLETE amend UNIT SAVED stated
1 07 SAVED add_record UNIT SAVED deduced
1 08 SAVED amend UNIT SAVED deduced
2 01 NONE new_declaration UNIT DRAFT stated
2 02 DRAFT add_person UNIT DRAFT stated
2 03 DRAFT submit UNIT AT_DEPARTMENT stated
2 04 AT_DEPARTMENT submit DEPARTMENT AT_OFFICE stated
2 05 AT_DEPARTMENT return DEPARTMENT RETURNED assumed
2 06 AT_OFFICE pass OFFICE OFFICE_PASSED stated
2 07 AT_OFFICE return OFFICE RETURNED assumed
2 08 RETURNED edit UNIT DRAFT assumed
2 09 OFFICE_PASSED print UNIT PRINTED stated
2 10 PRINTED stamp UNIT,DEPARTMENT STAMPED stated
2 11 STAMPED hand_in_paper UNIT PAPER_RECEIVED stated
2 12 OFFICE_PASSED deadline_passed CLOCK WAIVED stated
2 13 PRINTED deadline_passed CLOCK WAIVED stated
2 14 STAMPED deadline_passed CLOCK WAIVED stated
2 15 PAPER_RECEIVED confirm OFFICE CONFIRMED stated
2 16 PAPER_RECEIVED mismatch OFFICE DELETED stated
3 01 NONE send_form_and_paper UNIT FORM_SENT stated
3 02 FORM_SENT confirm OFFICE CONFIRMED deduced
3 03 FORM_SENT reject OFFICE REJECTED assumed
3 04 NONE deadline_passed CLOCK WAIVED deduced
4 01 CONFIRMED pass_training OFFICE TRAINED deduced
4 02 CONFIRMED fail OFFICE FAILED deduced
4 03 TRAINED obtain_certificate OFFICE CERTIFIED deduced
4 04 TRAINED fail OFFICE FAILED deduced
4 05 CERTIFIED enter_result UNIT RECORDED stated
"""
STATES = {
    "LYG-W1": (["MISSING"], [], "MISSING PARTIAL SAVED COMPLETE"),
    "LYG-W2": (
        ["NONE"],
        ["CONFIRMED", "WAIVED", "DELETED"],
        (
            "NONE DRAFT AT_DEPARTMENT AT_OFFICE OFFICE_PASSED PRINTED STAMPED PAPER_RECEIVED "
            "CONFIRMED WAIVED DELETED RETURNED"
        ),
    ),
    "LYG-W3": (["NONE"], ["CONFIRMED", "REJECTED", "WAIVED"], "NONE FORM_SENT CONFIRMED REJECTED WAIVED"),
    "LYG-W4": (["CONFIRMED"], ["RECORDED", "FAILED"], "CONFIRMED TRAINED CERTIFIED RECORDED FAILED"),
}
EVERY = [row for machine in lianyungang.WORKFLOW for row in machine.transitions]


def _open(machine: Machine, source: str, event: str) -> dict[str, bool]:
    row = next(row for row in machine.transitions if (row.source, row.event) == (source, event))
    return {fact.name: fact.wanted for fact in row.facts}


def test_the_rows_are_those_of_the_documents() -> None:
    """
    Ids, states, events, actors, targets and evidence, row by row.
    """
    shown = [
        f"{row.id[5]} {row.id[-2:]} {row.source} {row.event} {','.join(row.actors)} {row.target} {row.evidence.value}"
        for row in EVERY
    ]

    assert ROWS.split("\n")[1:-1] == sorted(shown)


@pytest.mark.parametrize("machine", lianyungang.WORKFLOW, ids=lambda machine: machine.id)
def test_the_states_are_those_of_the_documents(machine: Machine) -> None:
    """
    One beginning, the ends, and every state reached; none without a way out but the ends.
    """
    initial, final, names = STATES[machine.id]
    reached = {*initial, *(row.target for row in machine.transitions)}
    left = {row.source for row in machine.transitions}

    assert initial == [state.name for state in machine.states if state.initial]
    assert set(final) == {state.name for state in machine.states if state.final}
    assert names.split() == [state.name for state in machine.states]
    assert set(names.split()) == reached == left | set(final)
    assert not left & set(final)


@pytest.mark.parametrize("row", EVERY, ids=lambda row: row.id)
def test_guards_open_and_shut(row: NumberedTransition) -> None:
    """
    With every guard open the row is taken; each guard shut alone refuses, or is passed on where it only warns.
    """
    machine = MACHINES[row.id[:6]]
    open_ = {fact.name: fact.wanted for fact in row.facts}
    for actor in row.actors:
        step = machine.step(row.source, row.event, actor=actor, facts=open_)
        assert (row.target, (), row) == (step.state, step.findings, step.transition)
    for fact in row.facts:
        step = machine.step(row.source, row.event, actor=row.actors[0], facts={**open_, fact.name: not fact.wanted})
        refused = any(item.severity is Severity.ERROR for item in step.findings)
        assert [fact.code] == [item.code for item in step.findings]
        assert (row.source if refused else row.target) == step.state


@pytest.mark.parametrize("row", EVERY, ids=lambda row: row.id)
def test_unknown_is_not_yes(row: NumberedTransition) -> None:
    """
    A guard of which nothing is known refuses, unless it has a plain default.
    """
    machine = MACHINES[row.id[:6]]
    step = machine.step(row.source, row.event, actor=row.actors[0])
    asked = [fact for fact in row.facts if fact.default is None]

    assert ["FLOW.FACT_UNKNOWN"] * len(asked) == [item.code for item in step.findings]
    assert (row.source if asked else row.target) == step.state


def test_what_only_warns() -> None:
    """
    A correction that is none, no remark, a renewed application, unknown dates, liability, a city unit without it.
    """
    softer = {
        (row.id, fact.name)
        for row in EVERY
        for fact in row.facts
        if MACHINES[row.id[:6]]
        .step(
            row.source,
            row.event,
            actor=row.actors[0],
            facts={**{item.name: item.wanted for item in row.facts}, fact.name: not fact.wanted},
        )
        .ok
    }

    assert softer == {
        ("LYG-W1-T01", "listed"),
        ("LYG-W1-T06", "correction"),
        ("LYG-W1-T08", "correction"),
        ("LYG-W2-T02", "remark_missing"),
        ("LYG-W2-T03", "renewed_late"),
        ("LYG-W2-T03", "round_dates_unknown"),
        ("LYG-W2-T11", "round_dates_unknown"),
        ("LYG-W2-T16", "serious"),
        ("LYG-W3-T01", "city_unit_without_system"),
        ("LYG-W3-T01", "round_dates_unknown"),
    }


ACTORS = ("UNIT", "DEPARTMENT", "OFFICE", "CLOCK", "PERSON")


class _Walk(RuleBasedStateMachine):
    """
    Walks one machine with any event, actor and facts, beside a plain reading of its table.
    """

    machine: ClassVar[Machine]

    def __init__(self) -> None:
        super().__init__()
        self.state = self.machine.initial
        self.past: list[tuple[str, str, str]] = []
        self.facts: dict[str, bool] = {}

    @rule(data=st.data())
    def try_an_event(self, data: st.DataObject) -> None:
        """
        Any event of the machine by anyone, under any facts: the state moves only along a row.
        """
        names = sorted({fact.name for row in self.machine.transitions for fact in row.facts})
        events = sorted({row.event for row in self.machine.transitions})
        event, actor = data.draw(st.sampled_from(events)), data.draw(st.sampled_from(ACTORS))
        self._go(event, actor, data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, st.booleans()))))

    @precondition(lambda self: self.machine.events(self.state))
    @rule(data=st.data())
    def take_an_open_row(self, data: st.DataObject) -> None:
        """
        A row of the present state with its guards open is always taken.
        """
        row = data.draw(st.sampled_from([row for row in self.machine.transitions if row.source == self.state]))
        self._go(row.event, data.draw(st.sampled_from(row.actors)), {fact.name: fact.wanted for fact in row.facts})

        assert row.target == self.state

    def _go(self, event: str, actor: str, facts: dict[str, bool]) -> None:
        step = self.machine.step(self.state, event, actor=actor, facts=facts)
        again = lianyungang.act(self.machine, self.state, event, actor=actor, facts=facts)
        assert (step.state, step.ok) == (again.state, again.ok)
        if step.ok:
            row = step.transition
            assert row is not None
            assert (self.state, event, step.state) == (row.source, row.event, row.target)
            assert actor in row.actors
            assert all(item.severity is not Severity.ERROR for item in step.findings)
            self.past.append((self.state, event, step.state))
        else:
            assert self.state == step.state
            assert step.findings
            assert again.findings
        self.state = step.state

    @invariant()
    def stays_inside(self) -> None:
        """
        The state is one of the machine's; an end has no way out; the past leads to it.
        """
        known = self.machine.state(self.state)
        here = self.machine.initial
        for source, _event, target in self.past:
            assert source == here
            here = target
        assert here == self.state
        assert not (known.final and self.machine.events(self.state))

    @invariant()
    def nothing_is_bypassed(self) -> None:
        """
        CONFIRMED online comes after PAPER_RECEIVED, printed after the pass, COMPLETE after an update.
        """
        visited = [target for _source, _event, target in self.past]
        if self.machine is REGISTRATION and self.state == "CONFIRMED":
            assert "PAPER_RECEIVED" in visited
            assert visited.index("AT_DEPARTMENT") < visited.index("AT_OFFICE") < visited.index("OFFICE_PASSED")
        if self.machine is WORKER_INFORMATION and self.state == "COMPLETE":
            assert "update_main_set" == self.past[-1][1]


def _walk(machine: Machine) -> type[Any]:
    case: type[Any] = type(f"Walk{machine.id[-2:]}", (_Walk,), {"machine": machine}).TestCase  # type: ignore[attr-defined]  # Hypothesis
    case.settings = settings(stateful_step_count=16)
    return case


TestWorkerInformation = _walk(WORKER_INFORMATION)
TestRegistration = _walk(REGISTRATION)
TestOffline = _walk(OFFLINE)
TestAfterExamination = _walk(AFTER_EXAMINATION)


class PersonsApart(RuleBasedStateMachine):
    """
    Three persons of one declaration: what ends for one leaves the others as they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.states = ["OFFICE_PASSED"] * 3

    @rule(data=st.data(), person=st.integers(0, 2))
    def one_person_s_event(self, data: st.DataObject, person: int) -> None:
        """
        An open row for one person.
        """
        before = list(self.states)
        rows = [row for row in REGISTRATION.transitions if row.source == self.states[person]]
        if rows:
            row = data.draw(st.sampled_from(rows))
            facts = {fact.name: fact.wanted for fact in row.facts}
            self.states[person] = REGISTRATION.step(before[person], row.event, actor=row.actors[0], facts=facts).state

        assert [state for place, state in enumerate(before) if place != person] == [
            state for place, state in enumerate(self.states) if place != person
        ]


TestPersonsApart = PersonsApart.TestCase
TestPersonsApart.settings = settings(stateful_step_count=12)


@pytest.mark.parametrize(
    ("machine", "state", "event", "actor", "code"),
    [
        pytest.param("LYG-W2", "DRAFT", "submit", "PERSON", "FLOW.UNIT_SUBMIT", marks=not_ok("LYG-046")),
        pytest.param("LYG-W2", "AT_DEPARTMENT", "submit", "UNIT", "FLOW.DEPT_SUBMIT", marks=not_ok("LYG-047")),
        pytest.param("LYG-W2", "DRAFT", "pass", "OFFICE", "FLOW.DEPT_SUBMIT"),
        pytest.param("LYG-W2", "AT_OFFICE", "print", "UNIT", "PRINT.AFTER_PASS", marks=not_ok("LYG-049")),
        pytest.param(
            "LYG-W2", "AT_DEPARTMENT", "hand_in_paper", "UNIT", "FLOW.PAPER_AFTER_ONLINE", marks=not_ok("LYG-007")
        ),
        pytest.param("LYG-W2", "OFFICE_PASSED", "confirm", "OFFICE", "FLOW.FINAL", marks=not_ok("LYG-054")),
        pytest.param("LYG-W2", "DELETED", "edit", "UNIT", "FLOW.DELETED", marks=not_ok("LYG-056")),
        pytest.param("LYG-W2", "网上审核通过", "确认资格", "工考办", "FLOW.FINAL"),
    ],
)
def test_refusals_speak_the_notice_s_words(machine: str, state: str, event: str, actor: str, code: str) -> None:
    """
    What the text says about a wrong order is what the refusal says.
    """
    step = lianyungang.act(MACHINES[machine], state, event, actor=actor)

    assert not step.ok
    assert [f"LYG.{code}"] == [item.code for item in step.findings]


def test_other_refusals_stay_plain() -> None:
    """
    A state that is none, an event of which the text says nothing, a guard: as the machine tells them.
    """
    assert ["FLOW.UNKNOWN_STATE"] == [
        i.code for i in lianyungang.act(REGISTRATION, "甲", "submit", actor="UNIT").findings
    ]
    assert ["FLOW.NO_EVENT"] == [i.code for i in lianyungang.act(REGISTRATION, "WAIVED", 5, actor="UNIT").findings]
    assert ["FLOW.FACT_UNKNOWN"] == [
        i.code for i in lianyungang.act(REGISTRATION, "OFFICE_PASSED", "print", actor="UNIT").findings
    ]


@pytest.mark.parametrize(
    ("source", "event", "actor", "target"),
    [
        pytest.param("DRAFT", "submit", "UNIT", "AT_DEPARTMENT", marks=ok("LYG-046")),
        pytest.param("AT_DEPARTMENT", "submit", "DEPARTMENT", "AT_OFFICE", marks=ok("LYG-047")),
        pytest.param("OFFICE_PASSED", "print", "UNIT", "PRINTED", marks=ok("LYG-049")),
        pytest.param("STAMPED", "hand_in_paper", "UNIT", "PAPER_RECEIVED", marks=ok("LYG-007", "LYG-052")),
        pytest.param("PAPER_RECEIVED", "confirm", "OFFICE", "CONFIRMED", marks=ok("LYG-054")),
        pytest.param("PAPER_RECEIVED", "mismatch", "OFFICE", "DELETED", marks=ok("LYG-056")),
        pytest.param("STAMPED", "deadline_passed", "CLOCK", "WAIVED", marks=ok("LYG-053")),
    ],
)
def test_the_way_of_a_registration(source: str, event: str, actor: str, target: str) -> None:
    """
    Unit, department, office, print, stamps, paper, and the three ends.
    """
    facts = _open(REGISTRATION, source, event)

    assert target == REGISTRATION.step(source, event, actor=actor, facts=facts).state


@pytest.mark.parametrize(
    ("machine", "source", "event", "target"),
    [
        pytest.param("W1", "MISSING", "select_or_add", "PARTIAL", marks=ok("LYG-015", "LYG-019", "LYG-041")),
        pytest.param("W1", "PARTIAL", "save", "SAVED", marks=ok("LYG-022")),
        pytest.param("W1", "SAVED", "update_main_set", "COMPLETE", marks=ok("LYG-032")),
        pytest.param("W1", "COMPLETE", "add_record", "SAVED", marks=ok("LYG-023")),
        pytest.param("W1", "COMPLETE", "amend", "SAVED", marks=ok("LYG-023")),
        pytest.param("W2", "NONE", "new_declaration", "DRAFT", marks=ok("LYG-016", "LYG-043")),
        pytest.param("W2", "DRAFT", "add_person", "DRAFT", marks=ok("LYG-044")),
        pytest.param("W2", "AT_OFFICE", "pass", "OFFICE_PASSED", marks=ok("LYG-047")),
        pytest.param("W2", "PRINTED", "stamp", "STAMPED", marks=ok("LYG-051")),
        pytest.param("W3", "NONE", "send_form_and_paper", "FORM_SENT", marks=ok("LYG-010")),
        pytest.param("W3", "FORM_SENT", "confirm", "CONFIRMED", marks=ok("LYG-054")),
        pytest.param("W4", "CERTIFIED", "enter_result", "RECORDED", marks=ok("LYG-015", "LYG-059", "LYG-060")),
    ],
)
def test_what_the_requirements_name(machine: str, source: str, event: str, target: str) -> None:
    """
    The events that requirements speak of lead where they say, with every guard open.
    """
    found = {"W1": WORKER_INFORMATION, "W2": REGISTRATION, "W3": OFFLINE, "W4": AFTER_EXAMINATION}[machine]
    row = next(row for row in found.transitions if (row.source, row.event) == (source, event))

    assert target == found.step(source, event, actor=row.actors[0], facts=_open(found, source, event)).state


@not_ok("LYG-053")
def test_a_deadline_that_has_not_passed_ends_nothing() -> None:
    """
    Only after the paper deadline a registration is given up.
    """
    step = REGISTRATION.step("OFFICE_PASSED", "deadline_passed", actor="CLOCK", facts={"paper_deadline_passed": False})

    assert "OFFICE_PASSED" == step.state


@ok("LYG-048")
@not_ok("LYG-048")
def test_ways_back_are_assumed() -> None:
    """
    Returning before the paper is marked as assumed, and can be taken out.
    """
    back = [row for row in REGISTRATION.transitions if row.event in {"return", "edit"}]
    official = REGISTRATION.without_evidence(Evidence.ASSUMED)

    assert [Evidence.ASSUMED] * 3 == [row.evidence for row in back]
    assert not official.step("AT_OFFICE", "return", actor="OFFICE").ok


@ok("LYG-015", "LYG-061")
@not_ok("LYG-061")
def test_steps_keep_their_numbers() -> None:
    """
    Steps 1 to 3 are entry, 4 to 7 registration, 8 maintenance; each row keeps its number.
    """
    numbers = {row.id: row.step for row in EVERY if isinstance(row, NumberedTransition)}

    assert len(EVERY) == len(numbers)
    assert 3 == len(STEPS)
    assert (1, 2, 2) == (numbers["LYG-W1-T01"], numbers["LYG-W1-T03"], numbers["LYG-W1-T05"])
    assert (4, 5, 6, 6, 7) == tuple(numbers[f"LYG-W2-T{n}"] for n in ("01", "02", "03", "04", "11"))
    assert {8} == {step for id_, step in numbers.items() if id_.startswith("LYG-W4")}
    assert {0} == {step for id_, step in numbers.items() if id_.startswith("LYG-W3")}


@not_ok("LYG-015")
def test_no_registration_before_the_entry_is_complete() -> None:
    """
    ENTRY comes before REGISTRATION.
    """
    facts = {"all_workers_complete": False, "contact_given": True}

    assert ["LYG.ENTRY.ALL_WORKERS"] == [
        item.code for item in REGISTRATION.step("NONE", "new_declaration", actor="UNIT", facts=facts).findings
    ]


@pytest.mark.parametrize(
    ("cells", "on", "wanted"),
    [
        (
            {"target_grade": "2", "round": 2018},
            dt.date(2018, 5, 2),
            {
                "online_deadline_passed": False,
                "paper_deadline_passed": False,
                "renewed_late": False,
                "office_open": True,
            },
        ),
        (
            {"target_grade": "2", "round": 2018},
            dt.date(2018, 5, 4),
            {"online_deadline_passed": True, "paper_deadline_passed": True, "renewed_late": False},
        ),
        (
            {"target_grade": "2", "round": 2018, "renewed": True},
            dt.date(2018, 5, 4),
            {"online_deadline_passed": False, "renewed_late": True},
        ),
        ({"target_grade": "2", "round": 2018}, dt.date(2018, 5, 1), {"office_open": False}),
        ({"target_grade": "4"}, dt.date(2018, 5, 4), {"online_deadline_passed": False, "round_dates_unknown": True}),
        ({"originals": True, "copies": False, "stamps": ("UNIT",)}, dt.date(2018, 5, 4),
         {"originals_and_copies": False, "stamped_by_unit": True, "stamped_by_department": False}),
        ({"originals": True, "copies": True, "liability_review": True}, dt.date(2018, 5, 4),
         {"originals_and_copies": True, "serious": True}),
    ],
)  # fmt: skip
def test_facts_follow_from_the_data(cells: dict[str, Any], on: dt.date, wanted: dict[str, bool]) -> None:
    """
    What a registration and the day say of the guards; where the round's dates are unknown they are open.
    """
    facts = facts_of(Registration(**cells), on=on)

    assert wanted == {name: facts.get(name) for name in wanted}


def test_what_is_not_known_is_left_out() -> None:
    """
    Nothing is said of paper nobody described, nor of a day beyond the calendar.
    """
    known = Round("2019-2", 2019, "2", dt.date(2019, 4, 22), dt.date(2019, 5, 5), dt.date(2019, 5, 6))
    facts = facts_of(
        Registration(target_grade="2", round=2019, originals=True),
        on=dt.date(2019, 5, 6),
        profile=lianyungang.PROFILE.switch(rounds=(known,)),
    )

    assert {"office_open", "originals_and_copies", "stamped_by_unit", "serious"}.isdisjoint(facts)
    assert facts["online_deadline_passed"]
    assert not facts["paper_deadline_passed"]
