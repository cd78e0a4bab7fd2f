"""
Try an event, with this system's codes for a refusal; replay the history of a record; search records.

References: 广东省专业技术人员继续教育管理系统常见问题, D1 to D5, F1, I1 to I3, I9.
Limitations: the document does not state that the province unlocks recognised records;
it is only named as the office to ask if in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from credrules.codes import LEARNING_STATES
from credrules.engine import Profile
from credrules.findings import Finding, finding
from credrules.hours import Subject
from credrules.keys import items_of
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.cells import EVERYTHING
from credrules.systems.guangdong_learning.records.whole import HistoryStep, LearningRecord
from credrules.systems.guangdong_learning.workflow.record import LEARNING_RECORD, learning_record
from credrules.systems.guangdong_learning.workflow.roles import ACTORS, UNIT_ROLES
from credrules.values import FrozenMap
from credrules.workflow import Machine, Step

__all__ = ["Selection", "act", "act_on", "can_change", "replay", "responsible", "select", "subject_of", "whom_to_ask"]
__dir__ = __all__.copy

_RESPONSIBLE: Final = FrozenMap(
    {
        "DRAFT": "PERSON",
        "UNIT_AUDIT": "UNIT_ADMIN",
        "HR_RECOGNITION": "HR_BUREAU",
        "RETURNED_TO_UNIT": "UNIT_ADMIN",
        "RETURNED_TO_PERSON": "PERSON",
        "RECOGNISED": "PROVINCE",
    }
)


def responsible(state: str) -> str | None:
    """
    Return the role that knows why a record is in this state (F1), None if there is no one to ask.

    The state is a code or its name. For a recognised record it is the province.

    >>> responsible("UNIT_AUDIT"), responsible("人力资源部门认定中"), responsible("DELETED")
    ('UNIT_ADMIN', 'HR_BUREAU', None)
    """
    return _RESPONSIBLE.get(_state_code(state))


def _state_code(state: str) -> str:
    return LEARNING_STATES.check(state).value or LEARNING_RECORD.read_state(state) or ""


def whom_to_ask(state: str, *, actor: object = None) -> tuple[Finding, ...]:
    """
    Return the advice whom to ask about a record in `state`; empty if the next step is the person's own.

    `actor` is the role that asks; no one is sent to themselves. An unknown state is a finding.

    >>> [item.code for item in whom_to_ask("RECOGNISED")]
    ['CE.FLOW.PROVINCE']
    """
    if not _state_code(state):
        return (finding("FLOW.UNKNOWN_STATE"),)
    role, asking = responsible(state), LEARNING_RECORD.read_actor(actor)
    if role is None or role in {"PERSON", asking} or {role, asking} <= set(UNIT_ROLES):
        return ()
    if role == "PROVINCE":
        return (finding("CE.FLOW.PROVINCE"),)
    label = LEARNING_RECORD.state(_state_code(state)).label
    return (finding("CE.FLOW.WHOM_TO_ASK", state=label, role=dict(ACTORS)[role]),)


def act(
    machine: Machine, state: object, event: object, *, actor: object, facts: Mapping[str, Any] | None = None
) -> Step:
    """
    Try one event; a refusal that the text states has this system's code, with the advice whom to ask.

    >>> from credrules.systems.guangdong_learning import LEARNING_RECORD
    >>> step = act(LEARNING_RECORD, "RECOGNISED", "edit", actor="PERSON")
    >>> step.state, [item.code for item in step.findings]
    ('RECOGNISED', ['CE.FLOW.LOCKED_EDIT', 'CE.FLOW.PROVINCE'])
    """
    step = machine.step(state, event, actor=actor, facts=facts)
    refusal = machine.refusals.get((step.state, machine.read_event(event) or ""))
    if machine.id != LEARNING_RECORD.id or all(item.code != refusal for item in step.findings):
        return step
    return evolve(step, findings=(*step.findings, *whom_to_ask(step.state, actor=actor)))


def act_on(
    record: LearningRecord,
    event: str,
    *,
    actor: str,
    facts: Mapping[str, Any] | None = None,
    profile: Profile = PROFILE,
) -> tuple[LearningRecord, Step]:
    """
    Try one event on a record; return the record with its new state and the event in its history.

    If the event is refused, the record is returned unchanged. Its route decides
    whether it came through a unit. The host adds the day of the event.

    >>> moved, step = act_on(LearningRecord(state="UNIT_AUDIT"), "return", actor="UNIT")
    >>> moved.state, moved.history[-1].event
    ('RETURNED_TO_PERSON', 'return')
    """
    machine = learning_record(profile, subject=subject_of(record))
    known = {"came_through_unit": record.route in _THROUGH_UNIT, **_named(facts)}
    step = act(machine, record.state or machine.initial, event, actor=actor, facts=known)
    if not step.ok:
        return record, step
    past = (*record.history, HistoryStep(machine.read_event(event), machine.read_actor(actor)))
    return evolve(record, state=step.state, history=past), step


_THROUGH_UNIT: Final = frozenset({None, "PERSON", "UNIT"})


def _named(facts: object) -> dict[str, Any]:
    # A foreign mapping may raise, and so may its keys.
    return {key: value for key, value in items_of(facts) or () if type(key) is str}


def subject_of(record: LearningRecord) -> Subject | None:
    """
    Return the subject of a record as `credrules.hours` names it.

    >>> subject_of(LearningRecord(subject="GENERAL"))
    <Subject.GENERAL: 'general'>
    """
    return None if record.subject is None else Subject[record.subject]


def can_change(record: LearningRecord, *, profile: Profile = PROFILE) -> bool:
    """
    Return whether the person may change or delete the record now (CE-D1); a profile may unlock electives.

    >>> can_change(LearningRecord(state="RETURNED_TO_PERSON")), can_change(LearningRecord(state="UNIT_AUDIT"))
    (True, False)
    """
    if record.state is None:
        return True
    return "edit" in learning_record(profile, subject=subject_of(record)).events(record.state, "PERSON")


def replay(history: Iterable[HistoryStep], *, machine: Machine = LEARNING_RECORD) -> str | None:
    """
    Return the state to which a history leads; None if one of its events was impossible.

    Conditions are not checked again; those of past events are taken as met.

    >>> replay([HistoryStep("create", "PERSON"), HistoryStep("submit", "PERSON")])
    'UNIT_AUDIT'
    >>> replay([HistoryStep("create", "PERSON"), HistoryStep("recognise", "HR_BUREAU")]) is None
    True
    """
    return machine.replay((item.event, item.actor) for item in history)


@frozen
class Selection:
    """
    The records that a search shows, the number of returned records it hides, and the finding about them.
    """

    shown: tuple[LearningRecord, ...]
    hidden: int
    findings: tuple[Finding, ...]


def select(records: Iterable[LearningRecord], *, result: str | None = None) -> Selection:
    """
    Return the records with an audit result, by default all of them (全部).

    If the filter hides records returned to the unit, a finding reports it (D5).

    >>> select([LearningRecord(state="RETURNED_TO_UNIT")], result="通过").hidden
    1
    """
    everything = tuple(item for item in records)  # an iterable's word about its length is not asked for
    wanted = None if result == EVERYTHING else result
    shown = tuple(item for item in everything if wanted is None or item.audit_result == wanted)
    hidden = sum(item.state == "RETURNED_TO_UNIT" for item in everything) - sum(
        item.state == "RETURNED_TO_UNIT" for item in shown
    )
    return Selection(shown, hidden, (finding("CE.FLOW.RETURNED_VISIBLE", count=hidden),) if hidden else ())
