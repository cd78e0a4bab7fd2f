"""
Walks through the machines: Hypothesis takes any event of any actor, with guards open, shut or unknown.
"""

from __future__ import annotations

import functools
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from credrules.catalogue import RULES
from credrules.systems.guangdong_titles.names import ACTORS, EVENTS
from credrules.systems.guangdong_titles.profile import PROFILE
from credrules.systems.guangdong_titles.workflow import (
    WORKFLOW,
    Course,
    act,
    basic_information,
    paper_file,
    replay,
)
from credrules.values import Severity
from credrules.workflow import Machine

Move = tuple[str, str, dict[str, bool]]
NAMES = st.sampled_from([name for name, _ in ACTORS])
WORDS = st.sampled_from([name for name, _ in EVENTS])
EARLY = basic_information(PROFILE.switch(store_after="personnel_unit"))
VARIANTS = (
    *WORKFLOW,
    EARLY,
    basic_information(PROFILE.switch(change_approver="both", refuse_change_while_open=True)),
    paper_file(PROFILE.switch(require_generated_forms=True)),
)


def facts_of(machine: Machine) -> list[str]:
    """
    Return the names of all facts that a machine asks for.
    """
    return sorted({fact.name for row in machine.transitions for fact in row.facts})


def legal(machine: Machine, state: str, event: str, actor: str, facts: dict[str, bool]) -> str | None:
    """
    Return the target by the table's rows alone, None where no row is open: the second opinion.
    """
    for row in machine.transitions:
        if (
            (row.source, row.event) == (state, event)
            and actor in row.actors
            and all(_holds(fact, facts.get(fact.name, fact.default)) for fact in row.facts)
        ):
            return row.target
    return None


def _holds(fact: Any, given: bool | None) -> bool:  # noqa: ANN401, FBT001  # a fact and what is known of it
    return given is fact.wanted or (given is not None and _weight(fact) is not Severity.ERROR)


def _weight(fact: Any) -> Severity:  # noqa: ANN401  # a fact
    return fact.severity or RULES[fact.code].severity


@functools.cache
def paths(machine: Machine) -> tuple[tuple[Move, ...], ...]:
    """
    Return for every reachable state the shortest way to it, every guard open.
    """
    found: dict[str, tuple[Move, ...]] = {machine.initial: ()}
    for _ in machine.states:
        for row in machine.transitions:
            if row.source in found and row.target not in found:
                facts = {fact.name: fact.wanted for fact in row.facts}
                found[row.target] = (*found[row.source], (row.event, row.actors[0], facts))
    return tuple(found.values())


class Walk(RuleBasedStateMachine):
    """
    One walk: whatever is tried, the course agrees with the table, and a refused event changes nothing.
    """

    machine: ClassVar[Machine]

    @initialize(number=st.integers(0, 30))
    def begin(self, number: int) -> None:
        """
        Begin where everything begins, and go to some state with the guards open.
        """
        self.course = Course(self.machine, self.machine.initial)
        for event, actor, facts in paths(self.machine)[number % len(paths(self.machine))]:
            self._try(event, actor, facts)

    @rule(event=WORDS, actor=NAMES, known=st.data())
    def try_anything(self, event: str, actor: str, known: st.DataObject) -> None:
        """
        Try any event of any actor with any facts known.
        """
        names = facts_of(self.machine)
        facts = known.draw(st.dictionaries(st.sampled_from(names), st.booleans()) if names else st.just({}))
        self._try(event, actor, facts)

    @rule(number=st.integers(0, 30), shut=st.booleans())
    def try_a_row(self, number: int, shut: bool) -> None:  # noqa: FBT001  # drawn
        """
        Take one of the rows that start here, with its guards open or shut.
        """
        rows = [row for row in self.machine.transitions if row.source == self.course.state]
        if rows:
            row = rows[number % len(rows)]
            facts = {fact.name: fact.wanted is not shut for fact in row.facts}
            self._try(row.event, row.actors[number % len(row.actors)], facts)

    def _try(self, event: str, actor: str, facts: dict[str, bool]) -> None:
        before = self.course
        target = legal(self.machine, before.state, event, actor, facts)
        after, step = before.act(event, actor=actor, facts=facts)
        assert step.ok is (target is not None)
        assert after.state == (before.state if target is None else target)
        assert (after == before) is (target is None) or (target == before.state)
        assert step.ok or step.findings
        assert all(item.severity is not Severity.ERROR for item in step.findings) if step.ok else True
        self.course = after

    @invariant()
    def history_replays(self) -> None:
        """
        The history, replayed, gives the state.
        """
        course: Course | None = getattr(self, "course", None)
        if course is not None:
            assert course.state == replay(course.history, machine=self.machine)

    @invariant()
    def exits_are_apart(self) -> None:
        """
        A withdrawal has just led to the saved state, a rejection or a return to the returned one.
        """
        course: Course | None = getattr(self, "course", None)
        if course is not None and course.history:
            last = course.history[-1].event
            assert last != "withdraw" or course.state == "DRAFT"
            assert last not in {"reject", "return"} or course.state == "RETURNED"


@pytest.mark.parametrize("machine", VARIANTS, ids=lambda machine: machine.id)
def test_walks(machine: Machine) -> None:
    """
    No illegal path is accepted, and a refused event changes nothing.
    """
    walk = type(f"Walk{machine.id}", (Walk,), {"machine": machine})
    run_state_machine_as_test(walk, settings=settings(max_examples=40, stateful_step_count=25, deadline=None))


@pytest.mark.parametrize("machine", VARIANTS, ids=lambda machine: machine.id)
def test_every_state_is_reached(machine: Machine) -> None:
    """
    Every reachable state is reached from the beginning, event by event, with the guards open.
    """
    reached = set()
    for path in paths(machine):
        course = Course(machine, machine.initial)
        for event, actor, facts in path:
            course, step = course.act(event, actor=actor, facts=facts)
            assert step.ok
        reached.add(course.state)
    # Where the first approval stores, nothing is forwarded.
    lost = {"AT_COMPETENT"} if machine == EARLY else set()

    assert {state.name for state in machine.states} - lost == reached


@pytest.mark.parametrize("machine", VARIANTS, ids=lambda machine: machine.id)
def test_every_row_open_and_shut(machine: Machine) -> None:
    """
    Each row goes through with its facts as wanted; a shut fact refuses, or warns where its row says so.
    """
    for row in machine.transitions:
        wanted = {fact.name: fact.wanted for fact in row.facts}
        for actor in row.actors:
            assert row.target == act(machine, row.source, row.event, actor=actor, facts=wanted).state
            for fact in row.facts:
                step = act(machine, row.source, row.event, actor=actor, facts={**wanted, fact.name: not fact.wanted})
                assert (_weight(fact) is not Severity.ERROR) is step.ok
                assert fact.code in {item.code for item in step.findings}


def test_storage_takes_two_approvals() -> None:
    """
    No path to STORED has fewer than an approval of unit or point and one of the competent unit.
    """
    machine = WORKFLOW[1]
    without = [row for row in machine.transitions if row.event not in {"approve", "approve_and_forward"}]
    half = [row for row in machine.transitions if row.event != "approve"]
    for rows in (without, half):
        reached = {machine.initial}
        for _ in machine.states:
            reached |= {row.target for row in rows if row.source in reached}
        assert "STORED" not in reached


def test_final_states_stay() -> None:
    """
    No event of any actor leads out of a final state.
    """
    for machine in WORKFLOW:
        for state in (item.name for item in machine.states if item.final):
            assert () == machine.events(state)


@pytest.mark.parametrize(
    ("state", "event", "actor"), [("已入库", "人事管理单位变更申请", "申报人"), ("STORED", "变更申请", "PERSON")]
)
def test_the_text_s_own_words_for_acts_are_read(state: str, event: str, actor: str) -> None:
    """
    An act is found under the name that the text gives it.
    """
    machine = basic_information(PROFILE)
    row = next(row for row in machine.transitions if row.event == "request_change")
    facts = {fact.name: fact.wanted for fact in row.facts}

    assert row.target == machine.step(state, event, actor=actor, facts=facts).state
