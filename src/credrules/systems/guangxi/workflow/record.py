"""
The two state machines of the collection, the roles, and the work place.

GX-W1: one record per person, from the empty form to the report upwards. GX-W2:
a computer with one personal edition, which holds one open person at a time.
Files, printers and sticks are the application's; here they are facts and events.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(3) to 一(5), 二(1) to
二(3), 二(18). Limitations: reopening a report that was not handed over yet is
assumed (`PERSONAL_RECORD.without_evidence(Evidence.ASSUMED)` takes it out);
whether the program enforces the backup is not told, the switch
`backup_required` decides.
"""

from __future__ import annotations

import enum
from typing import Final

from attrs import evolve, frozen

from credrules.engine import Profile
from credrules.findings import Finding, finding
from credrules.systems.guangxi.profile import PROFILE
from credrules.values import Evidence, FrozenMap, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "ACTIONS",
    "ACTORS",
    "PERSONAL_RECORD",
    "WORKFLOW",
    "WORKPLACE",
    "Edition",
    "Role",
    "Workspace",
    "is_audited",
    "is_reported",
    "permitted",
    "personal_record",
]


def __dir__() -> list[str]:
    return sorted(__all__)


class Edition(enum.Enum):
    """
    The two editions of the program (一(3)); which one to fetch where is the host's.
    """

    PERSONAL = "personal"
    MANAGEMENT = "management"


class Role(enum.Enum):
    """
    Who acts: the person, the unit's officer, the officer of a department above it.
    """

    INDIVIDUAL = "INDIVIDUAL"
    UNIT_OFFICER = "UNIT_OFFICER"
    DEPARTMENT_OFFICER = "DEPARTMENT_OFFICER"

    @property
    def edition(self) -> Edition:
        """
        The edition the role works with (一(5)).

        >>> Role.INDIVIDUAL.edition.value
        'personal'
        """
        return Edition.PERSONAL if self is Role.INDIVIDUAL else Edition.MANAGEMENT


ACTORS: Final = (
    ("INDIVIDUAL", Label("专业技术人员本人", "the person")),
    ("UNIT_OFFICER", Label("单位采集负责人", "the unit's officer")),
    ("DEPARTMENT_OFFICER", Label("主管部门", "the department above the unit")),
)

ACTIONS: Final = (
    ("enter", Label("录入", "enter"), Edition.PERSONAL),
    ("save_and_check", Label("保存并检查", "save and check"), Edition.PERSONAL),
    ("backup", Label("备份", "back up"), Edition.PERSONAL),
    ("restore", Label("恢复", "restore"), Edition.PERSONAL),
    ("generate_report", Label("生成报送", "produce the report"), Edition.PERSONAL),
    ("audit", Label("审核", "audit"), Edition.MANAGEMENT),
    ("amend", Label("修改数据", "amend"), Edition.MANAGEMENT),
    ("return_to_person", Label("退回本人", "return"), Edition.MANAGEMENT),
    ("consolidate", Label("汇总", "consolidate"), Edition.MANAGEMENT),
    ("report_up", Label("上报", "report upwards"), Edition.MANAGEMENT),
    ("roster", Label("打印名册表", "print the roster"), Edition.MANAGEMENT),
)
"""What each edition does: name, words, edition (一(5), 二(18))."""


def permitted(role: Role, action: str, *, own: bool = True) -> tuple[Finding, ...]:
    """
    Tell why `role` may not do `action`; nothing if it may.

    `own` says whether the record is the person's own, of the officer's own
    unit, or of a unit of the department's branch. KeyError for an unknown action.

    >>> [item.code for item in permitted(Role.INDIVIDUAL, "roster")]
    ['GX.ROLE.PERSONAL']
    >>> permitted(Role.UNIT_OFFICER, "amend")
    ()
    """
    label, edition = FrozenMap({name: (label, edition) for name, label, edition in ACTIONS})[action]
    if role.edition is edition and own:
        return ()
    code = "GX.ROLE.PERSONAL" if role is Role.INDIVIDUAL else "GX.ROLE.MANAGEMENT"
    return (finding(code, action=label),)


_EVENTS: Final = (
    *((name, label) for name, label, _ in ACTIONS),
    ("decide_scope", Label("判断采集范围", "decide on scope")),
    ("hand_over", Label("交单位审核", "hand over")),
    ("reopen", Label("重新打开", "reopen")),
    ("amend_by_unit", Label("单位修改", "amend by the unit")),
    ("approve", Label("审核通过", "approve")),
    ("open_person", Label("打开人员", "open a person")),
    ("open_next", Label("打开下一人", "open the next person")),
    ("person_reported", Label("该人员已报送", "the person is reported")),
    ("close", Label("关闭", "close")),
)

# --- GX-W1 ----------------------------------------------------------------------

_PERSON: Final = ("INDIVIDUAL",)
_UNIT: Final = ("UNIT_OFFICER",)
_HAS_ERRORS: Final = Label("有错误级问题", "there are findings that are errors")
_NO_ERRORS: Final = Fact("has_errors", _HAS_ERRORS, wanted=False, code="GX.FLOW.REPORT")
_ERRORS: Final = Fact("has_errors", _HAS_ERRORS)
_SCOPE_OUT: Final = Label("采集范围判断为不采集", "the decision on scope is OUT")
_SAME_PERSON: Final = Fact("same_person", Label("备份是本人的", "the backup is of the same person"))
_BACKED_UP: Final = Fact(
    "backed_up",
    Label("本版本已备份", "this revision is backed up"),
    code="GX.FLOW.BACKUP_FIRST",
    default=False,
)
_TRAIL: Final = Fact(
    "trail_kept",
    Label("修改留有修改人的记录", "the change is on record with its author"),
    code="GX.FLOW.UNIT_FIX",
)
_ALL_AUDITED: Final = Fact(
    "all_audited", Label("本批记录均已审核", "all records of the batch are audited"), code="GX.FLOW.UPWARD"
)
_DEDUCED: Final = Evidence.DEDUCED

PERSONAL_RECORD: Final = Machine(
    "GX-W1",
    Label("个人信息采集记录", "personal record of the collection"),
    states=(
        State("EMPTY", Label("空", "empty"), "no data yet", initial=True),
        State("DRAFT", Label("填报中", "draft"), "data entered, saved by itself"),
        State("CHECKED", Label("已检查", "checked"), "checked; something mandatory is empty or wrong"),
        State("READY", Label("可报送", "ready"), "checked, no error"),
        State("BACKED_UP", Label("已备份", "backed up"), "ready, and a backup of this revision exists"),
        State("REPORTED", Label("已生成报送", "reported"), "the report, a snapshot, is produced"),
        State("AT_UNIT", Label("单位审核中", "at the unit"), "the report is with the unit's officer"),
        State("AUDITED", Label("审核通过", "audited"), "the unit found no fault"),
        State("CONSOLIDATED", Label("已汇总", "consolidated"), "part of the unit's consolidation"),
        State("REPORTED_UP", Label("已上报", "reported upwards"), "handed to the next level", final=True),
        State("NOT_COLLECTED", Label("不采集", "not collected"), "the decision on scope is OUT", final=True),
    ),
    transitions=(
        Transition(
            id="GX-W1-T01", source="EMPTY", event="enter", actors=_PERSON, target="DRAFT",
            facts=(Fact("scope_out", _SCOPE_OUT, wanted=False),), basis=("GX-023", "GX-030"),
        ),
        Transition(
            id="GX-W1-T02", source="EMPTY", event="decide_scope", actors=_PERSON, target="NOT_COLLECTED",
            facts=(Fact("scope_out", _SCOPE_OUT),), basis=tuple(f"GX-{number:03}" for number in range(3, 24)),
        ),
        Transition(id="GX-W1-T03", source="DRAFT", event="enter", actors=_PERSON, target="DRAFT", basis=("GX-030",)),
        Transition(
            id="GX-W1-T04", source="DRAFT", event="save_and_check", actors=_PERSON, target="CHECKED", facts=(_ERRORS,),
            basis=("GX-031", "GX-032"),
        ),
        Transition(
            id="GX-W1-T05", source="DRAFT", event="save_and_check", actors=_PERSON, target="READY", facts=(_NO_ERRORS,),
            basis=("GX-031", "GX-033"),
        ),
        Transition(id="GX-W1-T06", source="CHECKED", event="enter", actors=_PERSON, target="DRAFT", basis=("GX-032",)),
        Transition(
            id="GX-W1-T07", source="READY", event="enter", actors=_PERSON, target="DRAFT", basis=("GX-030",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T08", source="READY", event="backup", actors=_PERSON, target="BACKED_UP",
            basis=("GX-036", "GX-083"),
        ),
        Transition(
            id="GX-W1-T09", source="BACKED_UP", event="enter", actors=_PERSON, target="DRAFT", basis=("GX-083",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T10", source="BACKED_UP", event="generate_report", actors=_PERSON, target="REPORTED",
            facts=(_NO_ERRORS,), basis=("GX-083", "GX-084"),
        ),
        Transition(
            id="GX-W1-T11", source="READY", event="generate_report", actors=_PERSON, target="REPORTED",
            facts=(_NO_ERRORS, _BACKED_UP), basis=("GX-083",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T12", source="DRAFT", event="restore", actors=_PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",),
        ),
        Transition(
            id="GX-W1-T13", source="CHECKED", event="restore", actors=_PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T14", source="READY", event="restore", actors=_PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T15", source="REPORTED", event="hand_over", actors=_PERSON, target="AT_UNIT",
            facts=(Fact("revision_matches", Label("报送的是当前版本", "the report is of the record's revision")),),
            basis=("GX-085",),
        ),
        Transition(
            id="GX-W1-T16", source="REPORTED", event="reopen", actors=_PERSON, target="DRAFT",
            facts=(Fact("handed_over", Label("已交单位", "the report is handed over"), wanted=False),),
            basis=("GX-086",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GX-W1-T17", source="AT_UNIT", event="amend_by_unit", actors=_UNIT, target="AT_UNIT",
            facts=(_TRAIL, _NO_ERRORS), basis=("GX-086",),
        ),
        Transition(
            id="GX-W1-T18", source="AT_UNIT", event="return_to_person", actors=_UNIT, target="DRAFT",
            facts=(Fact("reason_given", Label("写明退回原因", "a reason is given")),), basis=("GX-086",),
        ),
        Transition(
            id="GX-W1-T19", source="AT_UNIT", event="approve", actors=_UNIT, target="AUDITED", facts=(_NO_ERRORS,),
            basis=("GX-027", "GX-087"),
        ),
        Transition(
            id="GX-W1-T20", source="AUDITED", event="consolidate", actors=_UNIT, target="CONSOLIDATED",
            facts=(_ALL_AUDITED,), basis=("GX-087",),
        ),
        Transition(
            id="GX-W1-T21", source="CONSOLIDATED", event="report_up", actors=_UNIT, target="REPORTED_UP",
            basis=("GX-087",),
        ),
    ),
    actors=ACTORS,
    words=_EVENTS,
    invariants=(
        Label("有错误时不能到达“已生成报送”", "REPORTED is unreachable while an error finding exists"),
        Label(
            "报送之后的每次修改，或者有单位采集负责人署名，或者回到填报中重新报送",
            "every change after REPORTED carries the unit officer's name or leads back through DRAFT and a new report",
        ),
        Label(
            "不采集只由证书和退休决定，与单位性质、个人身份无关",
            "NOT_COLLECTED is decided from certificates and retirement only, never from unit kind or status",
        ),
    ),
)  # fmt: skip
"""
The record of one person (GX-W1).

>>> PERSONAL_RECORD.step("READY", "generate_report", actor="INDIVIDUAL", facts={"has_errors": False}).state
'REPORTED'
"""


def personal_record(profile: Profile = PROFILE) -> Machine:
    """
    Return GX-W1 under a profile: with `backup_required` a report without a backup is refused.

    >>> strict = personal_record(PROFILE.switch(backup_required=True))
    >>> strict.step("READY", "generate_report", actor="INDIVIDUAL", facts={"has_errors": False}).state
    'READY'
    """
    if not profile.completed(PROFILE).backup_required:
        return PERSONAL_RECORD
    strict = evolve(_BACKED_UP, severity=Severity.ERROR)
    rows = tuple(
        evolve(row, facts=tuple(strict if fact is _BACKED_UP else fact for fact in row.facts))
        for row in PERSONAL_RECORD.transitions
    )
    return evolve(PERSONAL_RECORD, transitions=rows)


_REPORTED: Final = frozenset({"REPORTED", "AT_UNIT", "AUDITED", "CONSOLIDATED", "REPORTED_UP"})
_AUDITED: Final = frozenset({"AUDITED", "CONSOLIDATED", "REPORTED_UP"})


def is_reported(state: str) -> bool:
    """
    Whether the report is produced: the person is finished for the work place (二(1)).

    >>> is_reported("AT_UNIT"), is_reported("READY")
    (True, False)
    """
    return state in _REPORTED


def is_audited(state: str) -> bool:
    """
    Whether the unit's audit is passed: the record is finished for the unit (二(18)).

    >>> is_audited("AUDITED"), is_audited("REPORTED")
    (True, False)
    """
    return state in _AUDITED


# --- GX-W2 ----------------------------------------------------------------------

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
            id="GX-W2-T01", source="FREE", event="open_person", actors=_PERSON, target="OPEN",
            basis=("GX-028", "GX-029"),
        ),
        Transition(
            id="GX-W2-T02", source="OPEN", event="person_reported", actors=_PERSON, target="DONE",
            facts=(
                Fact("record_reported", Label("该人员已生成报送", "the person is reported"), code="GX.FLOW.SEQUENTIAL"),
            ),
            basis=("GX-029",),
        ),
        Transition(id="GX-W2-T03", source="DONE", event="open_next", actors=_PERSON, target="OPEN", basis=("GX-029",)),
        Transition(
            id="GX-W2-T04", source="DONE", event="close", actors=_PERSON, target="FREE", basis=("GX-029",),
            evidence=_DEDUCED,
        ),
    ),
    actors=ACTORS[:1],
    words=_EVENTS,
    invariants=(Label("录入中不能打开另一人", "no transition OPEN to OPEN with another person"),),
)  # fmt: skip
"""The computer with one personal edition (GX-W2)."""

WORKFLOW: Final = (PERSONAL_RECORD, WORKPLACE)
"""Both machines of the system."""


@frozen
class Workspace:
    """
    A work place with at most one open person; `person` is whatever the host calls the record.

    >>> busy, _ = Workspace().open("A")
    >>> [item.code for item in busy.open("B")[1]]
    ['GX.FLOW.SEQUENTIAL']
    """

    state: str = WORKPLACE.initial
    person: str | None = None

    def open(self, person: str) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the work place with `person` open, or unchanged with the reason: somebody is not finished yet.
        """
        event = "open_next" if self.state == "DONE" else "open_person"
        step = WORKPLACE.step(self.state, event, actor="INDIVIDUAL")
        if not step.ok:
            return self, (finding("GX.FLOW.SEQUENTIAL"),)
        return Workspace(step.state, person), ()

    def report(self, record_state: str) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the work place with its person done, given the state of that person's record.
        """
        facts = {"record_reported": is_reported(record_state)}
        step = WORKPLACE.step(self.state, "person_reported", actor="INDIVIDUAL", facts=facts)
        return evolve(self, state=step.state), step.findings

    def close(self) -> tuple[Workspace, tuple[Finding, ...]]:
        """
        Return the free work place, or unchanged with the reason.
        """
        step = WORKPLACE.step(self.state, "close", actor="INDIVIDUAL")
        return (Workspace() if step.ok else self), step.findings
