"""
The six state machines: record, account, unit, administrator, year, request.

Every row names its requirements; what the questions do not answer comes from
outside (`Evidence.OUTSIDE`) or is assumed, and `Machine.without_evidence` takes
it out. How a refusal is worded stands in `steps`.

References: 广东省专业技术人员继续教育管理系统常见问题, A to I; the routes past the
unit's audit come from the description of the general flow (declaration, audit,
recognition).
Limitations: what happens when the bureau returns a record that came through no
unit is not told; it is refused until the host knows.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from credrules.engine import Profile
from credrules.hours import Subject
from credrules.systems.guangdong_learning.profile import PROFILE, completed
from credrules.systems.guangdong_learning.workflow.accounts import (
    ACCOUNT,
    ADMIN_RIGHT,
    REQUEST,
    STARRED_COMPLETE,
    UNIT_REGISTRATION,
)
from credrules.systems.guangdong_learning.workflow.roles import ACTORS, EVENTS
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "ACCOUNT",
    "ADMIN_RIGHT",
    "EDITABLE_STATES",
    "LEARNING_RECORD",
    "PENDING_STATES",
    "REQUEST",
    "UNIT_REGISTRATION",
    "WORKFLOW",
    "YEAR",
    "learning_record",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_PERSON: Final = ("PERSON",)
_UNIT: Final = ("UNIT",)
_BUREAU: Final = ("HR_BUREAU",)
_ATTACHMENT: Final = Fact("attachment_valid", Label("附件符合要求", "the attachment is sound"), code="CE.ATT.REFUSED")
_OUTSIDE: Final = Evidence.OUTSIDE

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
            "CE-W1-T01", "NONE", "create", _PERSON, "DRAFT",
            (STARRED_COMPLETE,), ("CE-023",),
        ),
        Transition("CE-W1-T02", "DRAFT", "edit", _PERSON, "DRAFT", (), ("CE-026",)),
        Transition(
            "CE-W1-T03", "DRAFT", "attach", _PERSON, "DRAFT", (_ATTACHMENT,),
            ("CE-030", "CE-057", "CE-058", "CE-059", "CE-060"),
        ),
        Transition(
            "CE-W1-T04", "DRAFT", "submit", _PERSON, "UNIT_AUDIT",
            (
                Fact("has_errors", Label("有错误级问题", "findings are errors"), wanted=False, code="CE.FLOW.ERRORS"),
                Fact(
                    "uploaded_by_site", Label("学习网已上传同一课程", "the learning site uploaded this course"),
                    wanted=False, code="CE.FLOW.NO_DOUBLE",
                ),
            ),
            ("CE-025", "CE-036"),
        ),
        Transition("CE-W1-T05", "DRAFT", "delete", _PERSON, "DELETED", (), ("CE-031",)),
        Transition(
            "CE-W1-T06", "NONE", "declare_by_unit", _UNIT, "HR_RECOGNITION", (), ("CE-035",), _OUTSIDE
        ),
        Transition(
            "CE-W1-T07", "NONE", "declare_by_training_body", ("TRAINING_BODY",), "HR_RECOGNITION",
            (Fact("body_on_file", Label("施教机构已备案", "the training body is on file")),), ("CE-035",), _OUTSIDE,
        ),
        Transition(
            "CE-W1-T08", "NONE", "upload", ("LEARNING_SITE",), "HR_RECOGNITION",
            (Fact("site_approved", Label("学习网经认可", "the learning site is approved")),), ("CE-035", "CE-036"),
            _OUTSIDE,
        ),
        Transition("CE-W1-T09", "UNIT_AUDIT", "approve", _UNIT, "HR_RECOGNITION", (), ("CE-025",)),
        Transition("CE-W1-T10", "UNIT_AUDIT", "return", _UNIT, "RETURNED_TO_PERSON", (), ("CE-026", "CE-033")),
        Transition("CE-W1-T11", "HR_RECOGNITION", "recognise", _BUREAU, "RECOGNISED", (), ("CE-028",)),
        Transition(
            "CE-W1-T12", "HR_RECOGNITION", "return", _BUREAU, "RETURNED_TO_UNIT",
            (Fact("came_through_unit", Label("记录经单位审核而来", "the record came through a unit")),), ("CE-027",),
        ),
        Transition("CE-W1-T13", "RETURNED_TO_UNIT", "return", _UNIT, "RETURNED_TO_PERSON", (), ("CE-027", "CE-033")),
        Transition(
            "CE-W1-T14", "RETURNED_TO_UNIT", "resubmit", _UNIT, "HR_RECOGNITION", (), ("CE-027",), Evidence.ASSUMED
        ),
        Transition("CE-W1-T15", "RETURNED_TO_PERSON", "edit", _PERSON, "DRAFT", (), ("CE-026", "CE-030")),
        Transition("CE-W1-T16", "RETURNED_TO_PERSON", "delete", _PERSON, "DELETED", (), ("CE-031",)),
        Transition(
            "CE-W1-T17", "RETURNED_TO_PERSON", "attach", _PERSON, "DRAFT", (_ATTACHMENT,), ("CE-030",)
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(
        Label("认定中的记录不能一步退到个人", "no single step leads from HR_RECOGNITION to RETURNED_TO_PERSON"),
        Label("认定通过和已删除没有出路", "RECOGNISED and DELETED have no way out"),
        Label("个人申报的记录必经单位审核", "a record created by a person passes UNIT_AUDIT before HR_RECOGNITION"),
        Label("只有认定通过的记录计入年度", "only recognised records count towards the year"),
    ),
)  # fmt: skip
"""
One record (CE-W1).

>>> LEARNING_RECORD.step("UNIT_AUDIT", "return", actor="UNIT").state
'RETURNED_TO_PERSON'
"""

_UNLOCKED: Final = (
    Transition("CE-W1-T18", "RECOGNISED", "edit", _PERSON, "DRAFT", (), ("CE-028",), Evidence.ASSUMED),
    Transition("CE-W1-T19", "RECOGNISED", "delete", _PERSON, "DELETED", (), ("CE-031",), Evidence.ASSUMED),
)

EDITABLE_STATES: Final = frozenset(
    row.source for row in LEARNING_RECORD.transitions if row.event == "edit" and "PERSON" in row.actors
)
"""The states in which the person may change a record (CE-D1)."""

PENDING_STATES: Final = frozenset({"UNIT_AUDIT", "HR_RECOGNITION", "RETURNED_TO_UNIT"})
"""The states in which an office has the record."""


def learning_record(profile: Profile = PROFILE, *, subject: Subject | None = None) -> Machine:
    """
    Return CE-W1 under a profile, for a record of `subject`.

    The text locks recognised records of the general and the professional
    subject (D1) and is silent about electives: with `electives_locked` off,
    those may be changed again, and then go through all audits anew.

    >>> open_ = learning_record(PROFILE.switch(electives_locked=False), subject=Subject.ELECTIVE)
    >>> open_.step("RECOGNISED", "edit", actor="PERSON").state
    'DRAFT'
    """
    if completed(profile).switches["electives_locked"] or subject is not Subject.ELECTIVE:
        return LEARNING_RECORD
    states = tuple(
        evolve(state, final=False) if state.name == "RECOGNISED" else state for state in LEARNING_RECORD.states
    )
    return evolve(LEARNING_RECORD, states=states, transitions=(*LEARNING_RECORD.transitions, *_UNLOCKED))


_REACHED: Final = Label("三类科目均达到要求", "all three subjects reached")

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
            "CE-W5-T01", "OPEN", "record_recognised", _BUREAU, "STALE", (), ("CE-050",), Evidence.DEDUCED
        ),
        Transition(
            "CE-W5-T02", "STALE", "recount", _PERSON, "PASSED", (Fact("all_reached", _REACHED),),
            ("CE-046", "CE-050"),
        ),
        Transition(
            "CE-W5-T03", "STALE", "recount", _PERSON, "OPEN", (Fact("all_reached", _REACHED, wanted=False),),
            ("CE-046", "CE-051"),
        ),
        Transition("CE-W5-T04", "PASSED", "print", _PERSON, "PRINTED", (), ("CE-052", "CE-053")),
        Transition(
            "CE-W5-T05", "PASSED", "print", _UNIT, "PRINTED",
            (Fact("own_staff", Label("本单位人员", "of the own staff"), code="CE.CERT.WHO_PRINTS"),), ("CE-053",),
        ),
        Transition(
            "CE-W5-T06", "PRINTED", "print_with_seal", ("SYSTEM",), "SEALED",
            (Fact("city_prints_seal", Label("该市打印件自带印章", "the city's prints bear the seal")),), ("CE-054",),
        ),
        Transition("CE-W5-T07", "PRINTED", "seal_on_request", _BUREAU, "SEALED", (), ("CE-054",)),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(
        Label("通过即三类科目均达到该年度要求", "PASSED exactly when each subject reaches the year's requirement"),
        Label("未盖章的打印件仅供查询", "a print without seal is for inquiry only"),
    ),
)  # fmt: skip
"""A year and its certificate (CE-W5); its states follow from the records, see `certificate`."""

WORKFLOW: Final = (LEARNING_RECORD, ACCOUNT, UNIT_REGISTRATION, ADMIN_RIGHT, YEAR, REQUEST)
"""The six machines of the system."""
