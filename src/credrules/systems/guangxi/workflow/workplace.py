"""
A computer with one personal edition, which holds one open person at a time (GX-W2).

The next person may begin once the previous one is reported, or is not
collected and so has nothing to report.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(1), 二(3).
"""

from __future__ import annotations

from typing import Final

from attrs import evolve, field, frozen

from credrules.findings import Finding, finding
from credrules.masking import shown_repr
from credrules.systems.guangxi.workflow.record import PERSONAL_RECORD, is_reported
from credrules.systems.guangxi.workflow.roles import ACTORS, PERSON, WORDS
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State, Transition

__all__ = ["WORKFLOW", "WORKPLACE", "Workspace"]
__dir__ = __all__.copy


WORKPLACE: Final = Machine(
    "GX-W2",
    Label("装有一个个人版的电脑", "work place with one personal edition"),
    states=(
        State("FREE", Label("空闲", "free"), "no open person", initial=True),
        State("OPEN", Label("录入中", "open"), "one person open"),
        State("DONE", Label("已生成报送", "done"), "the open person is reported"),
    ),
    transitions=(
        Transition(
            id="GX-W2-T01", source="FREE", event="open_person", actors=PERSON, target="OPEN",
            basis=("GX-028", "GX-029"),
        ),
        Transition(
            id="GX-W2-T02", source="OPEN", event="person_reported", actors=PERSON, target="DONE",
            facts=(
                Fact("record_reported", Label("该人员已生成报送", "the person is reported"), code="GX.FLOW.SEQUENTIAL"),
            ),
            basis=("GX-029",),
        ),
        Transition(id="GX-W2-T03", source="DONE", event="open_next", actors=PERSON, target="OPEN", basis=("GX-029",)),
        Transition(
            id="GX-W2-T04", source="DONE", event="close", actors=PERSON, target="FREE", basis=("GX-029",),
            evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="GX-W2-T05", source="OPEN", event="not_collected", actors=PERSON, target="FREE",
            facts=(Fact("record_not_collected", Label("该人员不采集", "the person is not collected")),),
            basis=("GX-023", "GX-029"), evidence=Evidence.DEDUCED,
        ),
    ),
    actors=ACTORS[:1],
    words=WORDS,
    invariants=(Label("录入中不能打开另一人", "no transition OPEN to OPEN with another person"),),
)  # fmt: skip
"""The computer with one personal edition (GX-W2)."""

WORKFLOW: Final = (PERSONAL_RECORD, WORKPLACE)
"""Both machines of the system."""


@frozen
class Workspace:
    """
    A work place with at most one open person; `person` is the host's name for the record.

    >>> busy, _ = Workspace().open("A")
    >>> [item.code for item in busy.open("B")[1]]
    ['GX.FLOW.SEQUENTIAL']
    """

    state: str = field(default=WORKPLACE.initial, repr=shown_repr)
    person: str | None = field(default=None, repr=shown_repr)

    def open(self, person: str) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the work place with `person` open, or unchanged with the reason: another person is not finished yet.
        """
        event = "open_next" if self.state == "DONE" else "open_person"
        step = WORKPLACE.step(self.state, event, actor="INDIVIDUAL")
        if not step.ok:
            return self, (finding("GX.FLOW.SEQUENTIAL"),)
        return Workspace(step.state, person), ()

    def restore(self, person: str) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the work place with `person` open from a backup: on a free computer, or if the person is already open.

        If another person's record is open, nothing is restored and the reason is given.

        >>> home, found = Workspace().restore("A")
        >>> home.person, found, [item.code for item in home.restore("B")[1]]
        ('A', (), ['GX.FLOW.RESTORE'])
        """
        if self.state != "OPEN":
            return self.open(person)
        return self, () if person == self.person else (finding("GX.FLOW.RESTORE"),)

    def report(self, record_state: str) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the work place with its person finished, given the state of that person's record.

        A person who is not collected leaves it free: there is nothing to report.

        >>> place, _ = Workspace().open("A")
        >>> place.report("REPORTED")[0].state, place.report("NOT_COLLECTED")[0].state
        ('DONE', 'FREE')
        """
        if record_state == "NOT_COLLECTED":
            step = WORKPLACE.step(self.state, "not_collected", actor="INDIVIDUAL", facts={"record_not_collected": True})
            return (Workspace() if step.ok else self), step.findings
        facts = {"record_reported": is_reported(record_state)}
        step = WORKPLACE.step(self.state, "person_reported", actor="INDIVIDUAL", facts=facts)
        return evolve(self, state=step.state), step.findings

    def close(self) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the free work place, or unchanged with the reason.
        """
        step = WORKPLACE.step(self.state, "close", actor="INDIVIDUAL")
        return (Workspace() if step.ok else self), step.findings
