"""
The record of one person as a state machine (GX-W1), from the empty form to the report upwards.

A backup is possible at any time before the hand-over and in any state of the
form; the documented order is fill in, 备份, 生成报送, without 保存. The subordinate
staff of a branch are audited, amended, consolidated and reported up by the
department; at each level the record begins anew at the unit. Files, printers and
USB sticks belong to the application; here they are facts and events.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(5), 二(1) to 二(3),
二(18). Limitations: reopening a report that was not handed over yet is
assumed (`PERSONAL_RECORD.without_evidence(Evidence.ASSUMED)` removes it);
the document does not state whether the program enforces the backup: the
switch `backup_required` decides.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from credrules.engine import Profile
from credrules.systems.guangxi.profile import PROFILE
from credrules.systems.guangxi.workflow.roles import ACTORS, PERSON, WORDS
from credrules.values import Evidence, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = ["PERSONAL_RECORD", "is_audited", "is_reported", "personal_record"]
__dir__ = __all__.copy


_OFFICERS: Final = ("UNIT_OFFICER", "DEPARTMENT_OFFICER")
_HAS_ERRORS: Final = Label("记录有错误", "the record has errors")
_CLEAN: Final = Label("记录没有错误", "the record has no errors")
_NO_ERRORS: Final = Fact("has_errors", _HAS_ERRORS, wanted=False, code="GX.FLOW.REPORT", otherwise=_CLEAN)
_ERRORS: Final = Fact("has_errors", _HAS_ERRORS)
# A saved form without errors keeps its state; one with errors is reached only through new data.
_STILL_CLEAN: Final = Fact("has_errors", _HAS_ERRORS, wanted=False, otherwise=_CLEAN)
_SCOPE_OUT: Final = Label("本人不属于采集范围", "the person is outside the collection")
_NOT_OUT: Final = Label("本人属于采集范围，或者还要审核", "the person is collected, or under review")
_SAME_PERSON: Final = Fact(
    "same_person", Label("备份是本人的", "the backup is of the same person"), code="GX.FLOW.RESTORE"
)
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
            id="GX-W1-T01", source="EMPTY", event="enter", actors=PERSON, target="DRAFT",
            facts=(Fact("scope_out", _SCOPE_OUT, wanted=False, otherwise=_NOT_OUT),), basis=("GX-023", "GX-030"),
        ),
        Transition(
            id="GX-W1-T02", source="EMPTY", event="decide_scope", actors=PERSON, target="NOT_COLLECTED",
            facts=(Fact("scope_out", _SCOPE_OUT),), basis=tuple(f"GX-{number:03}" for number in range(3, 24)),
        ),
        Transition(id="GX-W1-T03", source="DRAFT", event="enter", actors=PERSON, target="DRAFT", basis=("GX-030",)),
        Transition(
            id="GX-W1-T04", source="DRAFT", event="save_and_check", actors=PERSON, target="CHECKED", facts=(_ERRORS,),
            basis=("GX-031", "GX-032"),
        ),
        Transition(
            id="GX-W1-T05", source="DRAFT", event="save_and_check", actors=PERSON, target="READY", facts=(_NO_ERRORS,),
            basis=("GX-031", "GX-033"),
        ),
        Transition(id="GX-W1-T06", source="CHECKED", event="enter", actors=PERSON, target="DRAFT", basis=("GX-032",)),
        Transition(
            id="GX-W1-T07", source="READY", event="enter", actors=PERSON, target="DRAFT", basis=("GX-030",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T08", source="READY", event="backup", actors=PERSON, target="BACKED_UP",
            basis=("GX-036", "GX-083"),
        ),
        Transition(
            id="GX-W1-T09", source="BACKED_UP", event="enter", actors=PERSON, target="DRAFT", basis=("GX-083",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T10", source="BACKED_UP", event="generate_report", actors=PERSON, target="REPORTED",
            facts=(_NO_ERRORS,), basis=("GX-083", "GX-084"),
        ),
        Transition(
            id="GX-W1-T11", source="READY", event="generate_report", actors=PERSON, target="REPORTED",
            facts=(_NO_ERRORS, _BACKED_UP), basis=("GX-083",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T12", source="DRAFT", event="restore", actors=PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",),
        ),
        Transition(
            id="GX-W1-T13", source="CHECKED", event="restore", actors=PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T14", source="READY", event="restore", actors=PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T15", source="REPORTED", event="hand_over", actors=PERSON, target="AT_UNIT",
            facts=(Fact("revision_matches", Label("报送的是当前版本", "the report is of the record's revision")),),
            basis=("GX-085",),
        ),
        Transition(
            id="GX-W1-T16", source="REPORTED", event="reopen", actors=PERSON, target="DRAFT",
            facts=(
                Fact(
                    "handed_over", Label("报送已交给单位", "the report is handed over"), wanted=False,
                    otherwise=Label("报送还没有交给单位", "the report is not handed over yet"),
                ),
            ),
            basis=("GX-086",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GX-W1-T17", source="AT_UNIT", event="amend_by_unit", actors=_OFFICERS, target="AT_UNIT",
            facts=(_TRAIL, _NO_ERRORS), basis=("GX-086",),
        ),
        Transition(
            id="GX-W1-T18", source="AT_UNIT", event="return_to_person", actors=_OFFICERS, target="DRAFT",
            basis=("GX-086",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T19", source="AT_UNIT", event="approve", actors=_OFFICERS, target="AUDITED", facts=(_NO_ERRORS,),
            basis=("GX-027", "GX-087"),
        ),
        Transition(
            id="GX-W1-T20", source="AUDITED", event="consolidate", actors=_OFFICERS, target="CONSOLIDATED",
            facts=(_ALL_AUDITED,), basis=("GX-087",),
        ),
        Transition(
            id="GX-W1-T21", source="CONSOLIDATED", event="report_up", actors=_OFFICERS, target="REPORTED_UP",
            basis=("GX-087",),
        ),
        Transition(
            id="GX-W1-T22", source="DRAFT", event="backup", actors=PERSON, target="DRAFT", basis=("GX-036", "GX-038"),
        ),
        Transition(
            id="GX-W1-T23", source="CHECKED", event="backup", actors=PERSON, target="CHECKED",
            basis=("GX-036", "GX-038"),
        ),
        Transition(
            id="GX-W1-T24", source="EMPTY", event="restore", actors=PERSON, target="DRAFT",
            basis=("GX-037", "GX-038"),
        ),
        Transition(
            id="GX-W1-T25", source="BACKED_UP", event="restore", actors=PERSON, target="DRAFT", facts=(_SAME_PERSON,),
            basis=("GX-037",),
        ),
        Transition(
            id="GX-W1-T26", source="CHECKED", event="save_and_check", actors=PERSON, target="CHECKED",
            facts=(_ERRORS,), basis=("GX-031",),
        ),
        Transition(
            id="GX-W1-T27", source="READY", event="save_and_check", actors=PERSON, target="READY",
            facts=(_STILL_CLEAN,), basis=("GX-031",),
        ),
        Transition(
            id="GX-W1-T28", source="DRAFT", event="generate_report", actors=PERSON, target="REPORTED",
            facts=(_NO_ERRORS, _BACKED_UP), basis=("GX-030", "GX-083", "GX-084"), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T29", source="BACKED_UP", event="backup", actors=PERSON, target="BACKED_UP", basis=("GX-036",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T30", source="BACKED_UP", event="save_and_check", actors=PERSON, target="BACKED_UP",
            facts=(_STILL_CLEAN,), basis=("GX-031",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T31", source="REPORTED", event="backup", actors=PERSON, target="REPORTED", basis=("GX-036",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T32", source="AT_UNIT", event="reopen", actors=PERSON, target="DRAFT", basis=("GX-086",),
            evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T33", source="DRAFT", event="decide_scope", actors=PERSON, target="NOT_COLLECTED",
            facts=(Fact("scope_out", _SCOPE_OUT),), basis=("GX-015", "GX-023"), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T34", source="AUDITED", event="amend_by_unit", actors=_OFFICERS, target="AT_UNIT",
            facts=(_TRAIL,), basis=("GX-027",), evidence=_DEDUCED,
        ),
        Transition(
            id="GX-W1-T35", source="CONSOLIDATED", event="amend_by_unit", actors=_OFFICERS, target="AT_UNIT",
            facts=(_TRAIL,), basis=("GX-027",), evidence=_DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=WORDS,
    invariants=(
        Label("有错误时不能到达“已生成报送”", "REPORTED is unreachable while an error finding exists"),
        Label(
            "报送之后的每次修改，或者有单位、主管部门负责人署名，或者回到填报中重新报送",
            "every change after REPORTED carries the officer's name or leads back through DRAFT and a new report",
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
