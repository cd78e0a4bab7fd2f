"""
Trying an event in the words of the text, and the history of what happened.

A refusal has the system's own code if the text mentions it, and states who
could do the event and when. Withdrawal and rejection end in different states,
and the history records which of them it was.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 五.
Limitations: maintenance of other items after storage is not described; the answer is to ask, not a prohibition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from credrules.findings import Finding, finding
from credrules.masking import shown_cell
from credrules.systems.guangdong_titles.names import ACTORS, role_of
from credrules.systems.guangdong_titles.records import HistoryStep
from credrules.systems.guangdong_titles.workflow.basic import BASIC_INFORMATION
from credrules.text import name_key
from credrules.values import FrozenMap, Label, exact_text
from credrules.workflow import Machine, Step

__all__ = [
    "Course",
    "act",
    "course_of",
    "event_code",
    "replay",
    "state_code",
    "when_possible",
]
__dir__ = __all__.copy


def act(
    machine: Machine, state: object, event: object, *, actor: object, facts: Mapping[str, Any] | None = None
) -> Step:
    """
    Try one event; states, events and actors may be given in the text's words. Never raises.

    >>> step = act(BASIC_INFORMATION, "主管单位审核中", "撤回", actor="申报人")
    >>> step.state, [item.code for item in step.findings]
    ('AT_COMPETENT', ['GD.FLOW.WITHDRAW', 'GD.FLOW.WHEN'])
    """
    here = state_code(machine, state)
    wish = event_code(machine, event, here)
    who = (exact_text(actor) and role_of(actor)) or actor
    step = machine.step(here, wish, actor=who, facts=facts)
    event_name = exact_text(wish) or ""
    known_here = any((row.source, row.event) == (step.state, event_name) for row in machine.transitions)
    if step.ok or known_here or _UNKNOWN_STATE in {item.code for item in step.findings}:
        return step
    return evolve(step, findings=(*step.findings, *when_possible(machine, event_name)))


_UNKNOWN_STATE: Final = "FLOW.UNKNOWN_STATE"


def when_possible(machine: Machine, event: str) -> tuple[Finding, ...]:
    """
    Return who can do an event and in which states; empty for an event that the machine does not know.

    >>> when_possible(BASIC_INFORMATION, "withdraw")[0].message("en")
    '"withdraw" is done by applicant and is possible in these states: with the personnel management unit'
    """
    rows = [row for row in machine.transitions if row.event == event]
    if not rows:
        return ()
    actors = tuple(dict.fromkeys(_ROLES[name] for row in rows for name in row.actors))
    states = tuple(dict.fromkeys(machine.state(row.source).label for row in rows))
    return (finding("GD.FLOW.WHEN", event=_word(machine, event), actors=actors, states=states),)


_ROLES: Final = FrozenMap(dict(ACTORS))


def _word(machine: Machine, event: str) -> Label:
    return dict(machine.words).get(event, Label(shown_cell(event), shown_cell(event)))


def state_code(machine: Machine, state: object) -> object:
    """
    Return the state a word means; the word itself if the machine has no such state.

    >>> state_code(BASIC_INFORMATION, "已入库"), state_code(BASIC_INFORMATION, "某状态")
    ('STORED', '某状态')
    """
    key = name_key(exact_text(state)) if exact_text(state) is not None else ""
    for item in machine.states:
        if key and key in {item.name, name_key(item.label.zh), *map(name_key, item.label.zh.split("，"))}:
            return item.name
    return state


def event_code(machine: Machine, event: object, state: object = None) -> object:
    """
    Return the event a word means in a state; the word itself if the machine has no such event.

    The text also says 审核通过 for the first audit, which the machine calls forwarding.

    >>> event_code(BASIC_INFORMATION, "撤回"), event_code(BASIC_INFORMATION, "withdraw")
    ('withdraw', 'withdraw')
    """
    key = name_key(exact_text(event)) if exact_text(event) is not None else ""
    known = {row.event for row in machine.transitions}
    spoken = _SPOKEN.get((machine.id, exact_text(state) or "", key))
    if spoken is not None:
        return spoken
    for name, label in machine.words:
        if key and key in {name, name_key(label.zh)} and name in known:
            return name
    return event


_SPOKEN: Final = FrozenMap(
    {
        ("GD-W2", "AT_UNIT", "审核通过"): "approve_and_forward",
        ("GD-W3", "AT_UNIT", "审核不通过"): "return",
        ("GD-W3", "AT_COMPETENT", "审核不通过"): "return",
        ("GD-W3", "AT_HR", "审核不通过"): "return",
        ("GD-W2", "NEW", "保存"): "maintain",
        ("GD-W2", "DRAFT", "保存"): "edit",
    }
)


@frozen
class Course:
    """
    A machine in progress: its state, and the history that led to it.

    >>> course, _ = Course(BASIC_INFORMATION, "AT_UNIT").act("撤回", actor="申报人")
    >>> course.state, course.last_exit
    ('DRAFT', 'WITHDRAWN')
    """

    machine: Machine
    state: str
    history: tuple[HistoryStep, ...] = ()

    def act(self, event: object, *, actor: object, facts: Mapping[str, Any] | None = None) -> tuple[Course, Step]:
        """
        Try one event; if it is refused, the course is returned unchanged.
        """
        step = act(self.machine, self.state, event, actor=actor, facts=facts)
        if step.transition is None:
            return self, step
        done = HistoryStep(step.transition.event, role_of(actor) or exact_text(actor))
        return evolve(self, state=step.state, history=(*self.history, done)), step

    @property
    def last_exit(self) -> str | None:
        """
        How it last came back to the applicant: WITHDRAWN by the applicant, REJECTED by a unit, RETURNED; None if never.
        """
        exits = (_EXITS.get(item.event or "") for item in reversed(self.history))
        return next((name for name in exits if name is not None), None)


_EXITS: Final = FrozenMap({"withdraw": "WITHDRAWN", "reject": "REJECTED", "return": "RETURNED"})


def replay(history: Iterable[HistoryStep], *, machine: Machine = BASIC_INFORMATION) -> str | None:
    """
    Return the state to which a history leads; None if one of its events was impossible.

    Conditions are not checked again: what happened was allowed when it happened.

    >>> replay([HistoryStep("maintain", "PERSON"), HistoryStep("提交", "申报人")])
    'AT_UNIT'
    >>> replay([HistoryStep("approve", "COMPETENT")]) is None
    True
    """
    return [machine.initial, *(state for _, state in course_of(history, machine=machine))][-1]


def course_of(
    history: Iterable[HistoryStep], *, machine: Machine = BASIC_INFORMATION
) -> Iterator[tuple[object, str | None]]:
    """
    Return for each step of a history its event and the state after it; no state from the first impossible one on.

    >>> list(course_of([HistoryStep("维护个人信息", "申报人"), HistoryStep("撤回", "申报人")]))
    [('maintain', 'DRAFT'), ('withdraw', None)]
    """
    state: str | None = machine.initial
    for item in history:
        event, actor = event_code(machine, item.event, state), role_of(item.actor) or item.actor
        rows = (row for row in machine.transitions if (row.source, row.event) == (state, event))
        state = next((row.target for row in rows if actor in row.actors), None)
        yield event, state
