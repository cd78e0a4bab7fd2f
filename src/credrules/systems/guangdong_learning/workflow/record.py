"""
The six state machines: record, account, unit, administrator, year, request.

Every transition names its requirements. Transitions that the questions do not state
come from another source (`Evidence.OUTSIDE`) or are assumed; `Machine.without_evidence`
removes them. `refusals` lists the code that the text has for a refused event.

References: 广东省专业技术人员继续教育管理系统常见问题, A to I; the routes past the
unit's audit come from the description of the general flow (declaration, audit,
recognition).
Limitations: the document does not state what happens if the bureau returns a record
that did not come through a unit; the return is refused.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from credrules.engine import Profile
from credrules.hours import Subject
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.workflow.accounts import (
    ACCOUNT,
    ADMIN_RIGHT,
    REQUEST,
    STARRED_COMPLETE,
    UNIT_REGISTRATION,
)
from credrules.systems.guangdong_learning.workflow.roles import ACTORS, EVENTS, SPELLINGS, UNIT_ROLES
from credrules.values import Evidence, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "ACCOUNT",
    "ADMIN_RIGHT",
    "LEARNING_RECORD",
    "REQUEST",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "YEAR",
    "learning_record",
]
__dir__ = __all__.copy

_PERSON: Final = ("PERSON",)
_BUREAU: Final = ("HR_BUREAU",)
_ATTACHMENT: Final = Fact("attachment_valid", Label("附件符合要求", "the attachment is sound"), code="CE.ATT.REFUSED")
_OUTSIDE: Final = Evidence.OUTSIDE
_AWAY: Final = ("UNIT_AUDIT", "HR_RECOGNITION", "RETURNED_TO_UNIT", "RECOGNISED")

LEARNING_RECORD: Final = Machine(
    "CE-W1",
    Label("继续教育记录", "continuing-education record"),
    states=(
        State("NONE", Label("无", "none"), "not entered yet", initial=True),
        State("DRAFT", Label("编辑中", "draft"), "editable and deletable by the person"),
        State("UNIT_AUDIT", Label("单位审核中", "unit audit in progress"), "with the unit"),
        State("HR_RECOGNITION", Label("人力资源部门认定中", "recognition in progress"), "with the bureau"),
        State("RECOGNISED", Label("认定通过", "recognised"), "counts, and is locked", final=True),
        State("RETURNED_TO_UNIT", Label("退案到单位", "returned to the unit"), "the unit returns it further"),
        State("RETURNED_TO_PERSON", Label("退案到个人", "returned to the person"), "editable and deletable again"),
        State("DELETED", Label("已删除", "deleted"), "gone", final=True),
    ),
    transitions=(
        Transition(
            id="CE-W1-T01", source="NONE", event="create", actors=_PERSON, target="DRAFT", facts=(STARRED_COMPLETE,),
            basis=("CE-023",),
        ),
        Transition(id="CE-W1-T02", source="DRAFT", event="edit", actors=_PERSON, target="DRAFT", basis=("CE-026",)),
        Transition(
            id="CE-W1-T03", source="DRAFT", event="attach", actors=_PERSON, target="DRAFT", facts=(_ATTACHMENT,),
            basis=("CE-030", "CE-057", "CE-058", "CE-059", "CE-060"),
        ),
        Transition(
            id="CE-W1-T04", source="DRAFT", event="submit", actors=_PERSON, target="UNIT_AUDIT",
            facts=(
                Fact(
                    "has_errors", Label("记录有错误", "the record has errors"), wanted=False, code="CE.FLOW.ERRORS",
                    otherwise=Label("记录没有错误", "the record has no errors"),
                ),
                Fact(
                    "uploaded_by_site", Label("学习网已上传同一课程", "the learning site uploaded this course"),
                    wanted=False, code="CE.FLOW.NO_DOUBLE", severity=Severity.WARNING, default=False,
                    otherwise=Label("学习网没有上传同一课程", "the learning site did not upload this course"),
                ),
            ),
            basis=("CE-025", "CE-036"),
        ),
        Transition(id="CE-W1-T05", source="DRAFT", event="delete", actors=_PERSON, target="DELETED", basis=("CE-031",)),
        Transition(
            id="CE-W1-T06", source="NONE", event="declare_by_unit", actors=UNIT_ROLES, target="HR_RECOGNITION",
            basis=("CE-035",), evidence=_OUTSIDE,
        ),
        Transition(
            id="CE-W1-T07", source="NONE", event="declare_by_training_body", actors=("TRAINING_BODY",),
            target="HR_RECOGNITION",
            facts=(Fact("body_on_file", Label("施教机构已备案", "the training body is on file")),),
            basis=("CE-035",), evidence=_OUTSIDE,
        ),
        Transition(
            id="CE-W1-T08", source="NONE", event="upload", actors=("LEARNING_SITE",), target="HR_RECOGNITION",
            facts=(Fact("site_approved", Label("学习网经认可", "the learning site is approved")),),
            basis=("CE-035", "CE-036"), evidence=_OUTSIDE,
        ),
        Transition(
            id="CE-W1-T09", source="UNIT_AUDIT", event="approve", actors=UNIT_ROLES, target="HR_RECOGNITION",
            basis=("CE-025",),
        ),
        Transition(
            id="CE-W1-T10", source="UNIT_AUDIT", event="return", actors=UNIT_ROLES, target="RETURNED_TO_PERSON",
            basis=("CE-026", "CE-033"),
        ),
        Transition(
            id="CE-W1-T11", source="HR_RECOGNITION", event="recognise", actors=_BUREAU, target="RECOGNISED",
            basis=("CE-028",),
        ),
        Transition(
            id="CE-W1-T12", source="HR_RECOGNITION", event="return", actors=_BUREAU, target="RETURNED_TO_UNIT",
            facts=(Fact("came_through_unit", Label("记录经单位审核而来", "the record came through a unit")),),
            basis=("CE-027",),
        ),
        Transition(
            id="CE-W1-T13", source="RETURNED_TO_UNIT", event="return", actors=UNIT_ROLES, target="RETURNED_TO_PERSON",
            basis=("CE-027", "CE-033"),
        ),
        Transition(
            id="CE-W1-T14", source="RETURNED_TO_UNIT", event="resubmit", actors=UNIT_ROLES, target="HR_RECOGNITION",
            basis=("CE-027",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="CE-W1-T15", source="RETURNED_TO_PERSON", event="edit", actors=_PERSON, target="DRAFT",
            basis=("CE-026", "CE-030"),
        ),
        Transition(
            id="CE-W1-T16", source="RETURNED_TO_PERSON", event="delete", actors=_PERSON, target="DELETED",
            basis=("CE-031",),
        ),
        Transition(
            id="CE-W1-T17", source="RETURNED_TO_PERSON", event="attach", actors=_PERSON, target="DRAFT",
            facts=(_ATTACHMENT,), basis=("CE-030",),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label("认定中的记录不能一步退到个人", "no single step leads from HR_RECOGNITION to RETURNED_TO_PERSON"),
        Label("认定通过和已删除没有出路", "RECOGNISED and DELETED have no way out"),
        Label("个人申报的记录必经单位审核", "a record created by a person passes UNIT_AUDIT before HR_RECOGNITION"),
        Label("只有认定通过的记录计入年度", "only recognised records count towards the year"),
    ),
    refusals={
        ("UNIT_AUDIT", "edit"): "CE.FLOW.EDIT_AT_UNIT",
        ("HR_RECOGNITION", "edit"): "CE.FLOW.EDIT_AT_HR",
        ("RETURNED_TO_UNIT", "edit"): "CE.FLOW.EDIT_AT_UNIT",
        ("RECOGNISED", "edit"): "CE.FLOW.LOCKED_EDIT",
        **{(state, "attach"): "CE.FLOW.FORGOT_ATTACHMENT" for state in _AWAY},
        **{(state, "delete"): "CE.FLOW.DELETE" for state in _AWAY},
        ("UNIT_AUDIT", "return"): "CE.FLOW.UNIT_RETURN",
        ("RETURNED_TO_UNIT", "return"): "CE.FLOW.UNIT_RETURN",
        ("DRAFT", "recognise"): "CE.FLOW.DIRECT",
        ("UNIT_AUDIT", "recognise"): "CE.FLOW.DIRECT",
    },
)  # fmt: skip
"""
One record (CE-W1).

>>> LEARNING_RECORD.step("UNIT_AUDIT", "return", actor="UNIT").state
'RETURNED_TO_PERSON'
"""

_UNLOCKED: Final = (
    Transition(
        id="CE-W1-T18",
        source="RECOGNISED",
        event="edit",
        actors=_PERSON,
        target="DRAFT",
        basis=("CE-028",),
        evidence=Evidence.ASSUMED,
    ),
    Transition(
        id="CE-W1-T19",
        source="RECOGNISED",
        event="delete",
        actors=_PERSON,
        target="DELETED",
        basis=("CE-031",),
        evidence=Evidence.ASSUMED,
    ),
)


def learning_record(profile: Profile = PROFILE, *, subject: Subject | None = None) -> Machine:
    """
    Return CE-W1 under a profile, for a record of `subject`.

    The text locks recognised records of the general and the professional
    subject (D1) and does not mention electives: with `electives_locked` off,
    they may be changed, and then go through all audits again.

    >>> open_ = learning_record(PROFILE.switch(electives_locked=False), subject=Subject.ELECTIVE)
    >>> open_.step("RECOGNISED", "edit", actor="PERSON").state
    'DRAFT'
    """
    if profile.completed(PROFILE).electives_locked or subject is not Subject.ELECTIVE:
        return LEARNING_RECORD
    states = tuple(
        evolve(state, final=False) if state.name == "RECOGNISED" else state for state in LEARNING_RECORD.states
    )
    return evolve(LEARNING_RECORD, states=states, transitions=(*LEARNING_RECORD.transitions, *_UNLOCKED))


_OWN_STAFF: Final = Fact("own_staff", Label("本单位人员", "of the own staff"), code="CE.CERT.WHO_PRINTS")
_REACHED: Final = Label("三类科目均达到要求", "all three subjects are reached")
_NOT_REACHED: Final = Label("三类科目没有都达到要求", "not all three subjects are reached")

YEAR: Final = Machine(
    "CE-W5",
    Label("年度与证书", "year and certificate"),
    states=(
        State("OPEN", Label("未达到", "open"), "at least one subject is short", initial=True),
        State("STALE", Label("待重新统计", "stale"), "records are newer than the total shown"),
        State("PASSED", Label("通过", "passed"), "all three subjects reached"),
        State("PRINTED", Label("已打印", "printed"), "printed by the person or the unit"),
        State("SEALED", Label("已盖章", "sealed"), "the print bears the seal", final=True),
    ),
    transitions=(
        Transition(
            id="CE-W5-T01", source="OPEN", event="record_recognised", actors=_BUREAU, target="STALE", basis=("CE-050",),
            evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W5-T02", source="STALE", event="recount", actors=_PERSON, target="PASSED",
            facts=(Fact("all_reached", _REACHED),), basis=("CE-046", "CE-050"),
        ),
        Transition(
            id="CE-W5-T03", source="STALE", event="recount", actors=_PERSON, target="OPEN",
            facts=(Fact("all_reached", _REACHED, wanted=False, otherwise=_NOT_REACHED),), basis=("CE-046", "CE-051"),
        ),
        Transition(
            id="CE-W5-T04", source="PASSED", event="print", actors=_PERSON, target="PRINTED",
            basis=("CE-052", "CE-053"),
        ),
        Transition(
            id="CE-W5-T05", source="PASSED", event="print", actors=UNIT_ROLES, target="PRINTED",
            facts=(_OWN_STAFF,),
            basis=("CE-053",),
        ),
        Transition(
            id="CE-W5-T06", source="PRINTED", event="print_with_seal", actors=("SYSTEM",), target="SEALED",
            facts=(Fact("city_prints_seal", Label("该市打印件自带印章", "the city's prints bear the seal")),),
            basis=("CE-054",),
        ),
        Transition(
            id="CE-W5-T07", source="PRINTED", event="seal_on_request", actors=_BUREAU, target="SEALED",
            basis=("CE-054",),
        ),
        Transition(
            id="CE-W5-T08", source="STALE", event="record_recognised", actors=_BUREAU, target="STALE",
            basis=("CE-050",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W5-T09", source="PASSED", event="record_recognised", actors=_BUREAU, target="PASSED",
            basis=("CE-050",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W5-T10", source="OPEN", event="recount", actors=_PERSON, target="OPEN",
            facts=(Fact("all_reached", _REACHED, wanted=False, otherwise=_NOT_REACHED),), basis=("CE-050", "CE-051"),
        ),
        Transition(
            id="CE-W5-T11", source="PASSED", event="recount", actors=_PERSON, target="PASSED", basis=("CE-050",),
            evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W5-T12", source="PRINTED", event="print", actors=_PERSON, target="PRINTED", basis=("CE-053",),
            evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W5-T13", source="PRINTED", event="print", actors=UNIT_ROLES, target="PRINTED", facts=(_OWN_STAFF,),
            basis=("CE-053",), evidence=Evidence.DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label("通过即三类科目均达到该年度要求", "PASSED exactly when each subject reaches the year's requirement"),
        Label("未盖章的打印件仅供查询", "a print without seal is for inquiry only"),
    ),
    refusals={("OPEN", "print"): "CE.CERT.PRINT_GUARD", ("STALE", "print"): "CE.CERT.STALE"},
)  # fmt: skip
"""A year and its certificate (CE-W5); its states follow from the records, see `year.certificate`."""

WORKFLOW: Final = (LEARNING_RECORD, ACCOUNT, UNIT_REGISTRATION, ADMIN_RIGHT, YEAR, REQUEST)
"""The six machines of the system."""
