"""
State machines as tables: total, and a refused event changes nothing.
"""

from __future__ import annotations

import copy
import pickle
from collections import UserDict
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from credrules.values import EMPTY, Evidence, FrozenMap, Label, Severity
from credrules.workflow import Fact, Machine, State, Step, Transition
from tests.support import hostile

COMPLETE = Fact("complete", Label("资料齐全", "all papers are there"))
LATE = Fact(
    "late", Label("逾期", "late"), wanted=False, code="FLOW.FACT_UNMET", severity=Severity.WARNING, default=False
)
MACHINE = Machine(
    "test",
    Label("办理", "handling"),
    (
        State("DRAFT", Label("草稿", "draft"), initial=True),
        State("SENT", Label("已提交", "sent")),
        State("DONE", Label("办结", "done"), final=True),
    ),
    (
        Transition(id="T1", source="DRAFT", event="send", actors=("PERSON",), target="SENT", facts=(COMPLETE, LATE)),
        Transition(id="T2", source="SENT", event="accept", actors=("OFFICER",), target="DONE", facts=(COMPLETE,)),
        Transition(
            id="T3",
            source="SENT",
            event="accept",
            actors=("OFFICER", "CHIEF"),
            target="DRAFT",
            facts=(evolve(COMPLETE, wanted=False),),
        ),
        Transition(
            id="T4",
            source="SENT",
            event="withdraw",
            actors=("PERSON", "NOBODY"),
            target="DRAFT",
            evidence=Evidence.ASSUMED,
        ),
    ),
    (
        ("PERSON", Label("个人", "the person")),
        ("OFFICER", Label("经办人", "the officer")),
        ("CHIEF", Label("负责人", "the chief")),
    ),
    spellings={"报出": "send"},
)


@pytest.mark.parametrize(
    ("state", "event", "actor", "facts", "after", "codes"),
    [
        ("DRAFT", "send", "PERSON", {"complete": True, "late": False}, "SENT", []),
        ("DRAFT", "send", "PERSON", {"complete": True}, "SENT", ["FLOW.FACT_ASSUMED"]),
        ("草稿", "send", "个人", {"complete": True, "late": False}, "SENT", []),
        ("draft", "报出", "the person", {"complete": True, "late": False}, "SENT", []),
        ("DRAFT", "send", "PERSON", {"complete": True, "late": True}, "SENT", ["FLOW.FACT_UNMET"]),
        ("DRAFT", "send", "PERSON", {"complete": False}, "DRAFT", ["FLOW.FACT_UNMET"]),
        ("DRAFT", "send", "PERSON", {}, "DRAFT", ["FLOW.FACT_UNKNOWN"]),
        ("DRAFT", "send", "PERSON", None, "DRAFT", ["FLOW.FACT_UNKNOWN"]),
        ("DRAFT", "send", "PERSON", {"complete": 1}, "DRAFT", ["FLOW.FACT_UNKNOWN"]),
        ("DRAFT", "send", "PERSON", {"complete": "yes"}, "DRAFT", ["FLOW.FACT_UNKNOWN"]),
        ("DRAFT", "send", "PERSON", {"complete": True, "late": None}, "DRAFT", ["FLOW.FACT_UNKNOWN"]),
        ("DRAFT", "send", "OFFICER", {"complete": True}, "DRAFT", ["FLOW.ACTOR"]),
        ("DRAFT", "accept", "OFFICER", {}, "DRAFT", ["FLOW.NO_EVENT"]),
        ("DONE", "accept", "OFFICER", {}, "DONE", ["FLOW.NO_EVENT"]),
        ("NOWHERE", "send", "PERSON", {}, "NOWHERE", ["FLOW.UNKNOWN_STATE"]),
        ("SENT", "accept", "OFFICER", {"complete": True}, "DONE", []),
        ("SENT", "accept", "OFFICER", {"complete": False}, "DRAFT", []),
        ("SENT", "accept", "CHIEF", {"complete": True}, "SENT", ["FLOW.FACT_UNMET"]),
        ("SENT", "accept", "OFFICER", {}, "SENT", ["FLOW.FACT_UNKNOWN"]),
        ("SENT", "withdraw", "PERSON", {}, "DRAFT", []),
    ],
)
def test_a_step_answers_with_state_and_reasons(
    state: str, event: str, actor: str, facts: dict[str, Any] | None, after: str, codes: list[str]
) -> None:
    """
    An event goes through when its facts are known and met, or unmet with less than an error; else all reasons are told.
    """
    step = MACHINE.step(state, event, actor=actor, facts=facts)

    assert (after, codes) == (step.state, [item.code for item in step.findings])
    assert step.ok is (step.transition is not None)
    assert step.ok or after == state


@pytest.mark.parametrize(
    ("state", "event", "key", "wanted"),
    [("DRAFT", "send", "complete", "yes"), ("SENT", "accept", "complete", "yes or no")],
)
def test_an_unknown_fact_is_named_with_its_direction(state: str, event: str, key: str, wanted: str) -> None:
    """
    A refusal for a fact nobody stated carries the fact's key and says what it must be, or that either leads on.
    """
    (found,) = MACHINE.step(state, event, actor={"send": "PERSON", "accept": "OFFICER"}[event]).findings

    assert (key, wanted) == (found.params["key"], found.params["wanted"].en)
    assert key in found.message("zh")


def test_a_machine_has_words_of_its_own_for_a_refusal() -> None:
    """
    An event that is not possible in a state, or not for this actor, is refused with the machine's own finding.
    """
    own = evolve(MACHINE, refusals={("DONE", "accept"): "FLOW.UNKNOWN_STATE", ("SENT", "accept"): "TEXT.EMPTY"})

    assert ["FLOW.UNKNOWN_STATE"] == [item.code for item in own.step("DONE", "accept", actor="OFFICER").findings]
    assert ["TEXT.EMPTY"] == [item.code for item in own.step("SENT", "accept", actor="PERSON").findings]
    assert own.step("SENT", "accept", actor="OFFICER", facts={"complete": True}).ok
    assert ["FLOW.NO_EVENT"] == [item.code for item in own.step("DONE", "send", actor="PERSON").findings]


@pytest.mark.parametrize(
    ("history", "state"),
    [
        ([], "DRAFT"),
        ([("send", "PERSON"), ("accept", "CHIEF")], "DRAFT"),
        ([("send", "PERSON"), ("accept", "OFFICER")], "DONE"),
        ([("accept", "OFFICER")], None),
        ([("send", "OFFICER")], None),
    ],
)
def test_a_history_is_replayed(history: list[tuple[str, str]], state: str | None) -> None:
    """
    What happened leads from the first state on, conditions not asked again; an impossible step leads nowhere.
    """
    assert state == MACHINE.replay(history)


def test_a_policy_may_soften_a_fact() -> None:
    """
    A fact's own severity replaces the one of the catalogue row.
    """
    step = MACHINE.step("DRAFT", "send", actor="PERSON", facts={"complete": True, "late": True})

    assert [Severity.WARNING] == [item.severity for item in step.findings]


NAMES = st.sampled_from(["DRAFT", "SENT", "DONE", "send", "accept", "withdraw", "PERSON", "OFFICER", "CHIEF", ""])
ANYTHING = NAMES | st.none() | st.integers() | st.text(max_size=3) | st.builds(object)
FACTS = st.dictionaries(st.sampled_from(["complete", "late"]), st.booleans() | st.none()) | ANYTHING


@given(state=ANYTHING, event=ANYTHING, actor=ANYTHING, facts=FACTS)
def test_a_refused_event_changes_nothing(state: object, event: object, actor: object, facts: Any) -> None:  # noqa: ANN401  # whatever a host may pass
    """
    Whatever is passed, a step answers; refused, it keeps the state and gives a reason; accepted, it follows a row.
    """
    step = MACHINE.step(state, event, actor=actor, facts=facts)

    if step.transition is None:
        assert step.state == (state if type(state) is str else step.state)
        assert step.findings
    else:
        assert step.transition in MACHINE.transitions
        assert (step.transition.source, step.transition.target) == (state, step.state)
    assert step.ok is (not any(item.severity is Severity.ERROR for item in step.findings))


def test_hostile_objects_are_answered() -> None:
    """
    Objects whose every method raises are no state, no event, no actor and tell no fact.
    """
    for item in hostile.everything():
        given_facts: Any = item
        steps: tuple[Step, ...] = (
            MACHINE.step(item, item, actor=item, facts=given_facts),
            MACHINE.step("DRAFT", item, actor="PERSON"),
            MACHINE.step("DRAFT", "send", actor=item),
            MACHINE.step("DRAFT", "send", actor="PERSON", facts=given_facts),
            MACHINE.step("DRAFT", "send", actor="PERSON", facts={"complete": item}),
        )
        assert not any(step.ok for step in steps[:4])
        assert steps[4].ok is (item is True)
        assert all(found.message() for step in steps for found in step.findings)


def test_facts_come_as_any_mapping() -> None:
    """
    Facts may be a dict, a frozen map or any other mapping.
    """
    kinds: tuple[Mapping[str, Any], ...] = ({"complete": True}, FrozenMap(complete=True), UserDict(complete=True))

    for facts in kinds:
        assert MACHINE.step("DRAFT", "send", actor="PERSON", facts=facts).ok
    assert not MACHINE.step("DRAFT", "send", actor="PERSON", facts=EMPTY).ok


def test_a_refusal_says_who_may() -> None:
    """
    A refused actor learns by name who may do it.
    """
    step = MACHINE.step("SENT", "accept", actor="PERSON", facts={})

    assert "“accept”只能由经办人、负责人进行" == step.findings[0].message()
    assert 'only the officer, the chief may do "accept"' == step.findings[0].message("en")


def test_an_unnamed_actor_is_told_by_its_key() -> None:
    """
    An actor without a name in the machine is told as the table writes it.
    """
    assert "“withdraw”只能由个人、NOBODY进行" == MACHINE.step("SENT", "withdraw", actor="CHIEF").findings[0].message()


@pytest.mark.parametrize(
    ("state", "actor", "expected"),
    [
        ("SENT", None, ("accept", "withdraw")),
        ("SENT", "CHIEF", ("accept",)),
        ("SENT", "PERSON", ("withdraw",)),
        ("DONE", None, ()),
        ("NOWHERE", None, ()),
    ],
)
def test_possible_events(state: str, actor: str | None, expected: tuple[str, ...]) -> None:
    """
    `events` lists what may happen in a state, for one actor or for anyone, each event once.
    """
    assert expected == MACHINE.events(state, actor)


def test_states_are_found_by_name() -> None:
    """
    A state is found by its name, the first one is marked, an unknown name is a KeyError.
    """
    assert ("DRAFT", "已提交") == (MACHINE.initial, MACHINE.state("SENT").label.zh)
    with pytest.raises(KeyError):
        MACHINE.state("NOWHERE")


def test_what_is_assumed_can_be_left_out() -> None:
    """
    `without_evidence` gives a machine without such transitions and leaves the first one as it is.
    """
    strict = MACHINE.without_evidence(Evidence.ASSUMED)

    assert ["T1", "T2", "T3"] == [row.id for row in strict.transitions]
    assert 4 == len(MACHINE.transitions)


def test_the_diagram_is_drawn_from_the_table() -> None:
    """
    Mermaid text has the beginning, one line per transition and the ends.
    """
    expected = [
        "stateDiagram-v2",
        "    [*] --> DRAFT",
        "    DRAFT --> SENT : send [PERSON]",
        "    SENT --> DONE : accept [OFFICER]",
        "    SENT --> DRAFT : accept [OFFICER, CHIEF]",
        "    SENT --> DRAFT : withdraw [PERSON, NOBODY]",
        "    DONE --> [*]",
    ]

    assert "\n".join(expected) + "\n" == MACHINE.mermaid()


def test_notebooks_see_a_table() -> None:
    """
    The HTML table tells every transition in Chinese, a condition that must not hold as such.
    """
    page = MACHINE._repr_html_()

    assert "<caption>办理</caption>" in page
    assert (
        "<tr><td>草稿</td><td>send</td><td>个人</td><td>资料齐全；不是：逾期</td><td>已提交</td><td>stated</td></tr>"
        in page
    )


def test_a_machine_is_a_value() -> None:
    """
    Machines and steps compare, hash, pickle and copy; the repr leaves the table out.
    """
    step = MACHINE.step("DRAFT", "send", actor="PERSON", facts={"complete": True})

    assert MACHINE == pickle.loads(pickle.dumps(MACHINE)) == copy.deepcopy(MACHINE)
    assert hash(MACHINE) == hash(copy.deepcopy(MACHINE))
    assert step == pickle.loads(pickle.dumps(step))
    assert "T1" not in repr(MACHINE)


def test_an_event_of_another_machine_is_named_in_both_languages() -> None:
    """
    A word for an event that only other machines have is named in the reader's language.
    """
    machine = evolve(MACHINE, words=(*MACHINE.words, ("elsewhere", Label("别处办理", "handle elsewhere"))))
    (told,) = machine.step("DRAFT", "别处办理", actor="PERSON").findings

    assert "FLOW.NO_EVENT" == told.code
    assert ("别处办理" in told.message("zh"), "handle elsewhere" in told.message("en")) == (True, True)
