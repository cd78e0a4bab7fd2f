"""
The account in the shared framework (GD-W1) and the personal basic information (GD-W2).

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 五, 六.
Limitations: the text does not say who approves a change of unit (`change_approver`); maintenance of other items
after storage is not described, so it is neither a transition nor forbidden: the answer is to ask. A fact that is
not stated never refuses a withdrawal.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from credrules.engine import Profile
from credrules.systems.guangdong_titles.names import (
    ACTORS,
    BY_HR,
    BY_PERSON,
    BY_UNIT,
    BY_UNIT_OR_POINT,
    EVENTS,
    SPELLINGS,
)
from credrules.systems.guangdong_titles.profile import PROFILE, TitlesProfile, completed
from credrules.values import Evidence, FrozenMap, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "ACCOUNT",
    "BASIC_INFORMATION",
    "NO_ERRORS",
    "PAPER_PASSED",
    "basic_information",
]
__dir__ = __all__.copy


NO_ERRORS: Final = Fact(
    "has_errors", Label("填报内容有错误", "the entries have errors"), wanted=False, code="GD.FLOW.ERRORS"
)
PAPER_PASSED: Final = Fact(
    "paper_audit_passed",
    Label("纸质材料已由真实的人事管理单位审核盖章", "the real personnel management unit audited and stamped the paper"),
    code="GD.UNIT.POINT_FOLLOWS_PAPER",
)

ACCOUNT: Final = Machine(
    "GD-W1",
    Label("一体化系统账号", "account in the integrated framework"),
    states=(
        State("NONE", Label("未注册", "not registered"), "the number is unknown to the framework", initial=True),
        State("KNOWN_ELSEWHERE", Label("已在其他系统注册", "registered elsewhere"), "in another system"),
        State("ACTIVE", Label("已注册", "registered"), "the account can be used here"),
        State("LOST", Label("遗忘", "forgotten"), "the registration is forgotten"),
    ),
    transitions=(
        Transition(
            id="GD-W1-T01", source="NONE", event="register", actors=BY_PERSON, target="ACTIVE",
            facts=(
                Fact("id_no_valid", Label("身份证号码有效", "the identity number is valid"), code="GD.ACCOUNT.ID_NO"),
                Fact(
                    "id_no_registered", Label("身份证号码已注册", "the number is registered already"), wanted=False,
                    code="GD.ACCOUNT.KNOWN",
                ),
            ),
            basis=("GD-016",),
        ),
        Transition(
            id="GD-W1-T02", source="NONE", event="register_in_other_system", actors=BY_PERSON, target="KNOWN_ELSEWHERE",
            basis=("GD-044",),
        ),
        Transition(
            id="GD-W1-T03", source="KNOWN_ELSEWHERE", event="log_in_with_existing", actors=BY_PERSON, target="ACTIVE",
            facts=(
                Fact("password_known", Label("记得原账号密码", "the password is known"), code="GD.ACCOUNT.PASSWORD"),
            ),
            basis=("GD-045",),
        ),
        Transition(
            id="GD-W1-T04", source="KNOWN_ELSEWHERE", event="forget", actors=BY_PERSON, target="LOST",
            basis=("GD-046",),
        ),
        Transition(
            id="GD-W1-T05", source="ACTIVE", event="forget", actors=BY_PERSON, target="LOST",
            basis=("GD-046",),
        ),
        Transition(
            id="GD-W1-T06", source="LOST", event="recover_at_counter", actors=BY_HR, target="ACTIVE",
            facts=(
                Fact(
                    "id_card_shown", Label("本人到窗口出示身份证", "the ID card is shown in person"),
                    code="GD.ACCOUNT.ID_CARD",
                ),
            ),
            basis=("GD-046",),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    refusals={(state, "register"): "GD.ACCOUNT.KNOWN" for state in ("KNOWN_ELSEWHERE", "ACTIVE", "LOST")},
    invariants=(Label("一个身份证号码只有一个账号", "no path creates a second account for an identity number"),),
)  # fmt: skip
"""
The account (GD-W1).

>>> ACCOUNT.step("KNOWN_ELSEWHERE", "log_in_with_existing", actor="PERSON", facts={"password_known": True}).state
'ACTIVE'
"""

_ENTITLED: Final = Fact(
    "entitled_unit",
    Label("由有权同意变更的单位办理", "done by the unit that is entitled to approve the change"),
    code="GD.FLOW.CHANGE_APPROVER",
    default=True,
)
_BY_OLD: Final = Fact(
    "by_old_unit", Label("由原人事管理单位办理", "approved by the old unit"), code="GD.FLOW.CHANGE_APPROVER"
)
_BY_NEW: Final = Fact(
    "by_new_unit", Label("由新人事管理单位办理", "approved by the new unit"), code="GD.FLOW.CHANGE_APPROVER"
)
_OPEN_BUSINESS: Final = Fact(
    "open_business",
    Label("有未办结的业务", "a business is open"),
    wanted=False,
    code="GD.FLOW.CHANGE_OPEN",
    default=False,
)

BASIC_INFORMATION: Final = Machine(
    "GD-W2",
    Label("个人基本信息", "personal basic information"),
    states=(
        State("NEW", Label("新用户", "new user"), "registered, nothing entered", initial=True),
        State("DRAFT", Label("保存", "saved"), "saved, editable"),
        State("AT_UNIT", Label("人事管理单位审核中", "with the personnel management unit"), "submitted"),
        State("AT_COMPETENT", Label("主管单位审核中", "with the competent unit"), "forwarded by the unit"),
        State("RETURNED", Label("审核不通过，已退回", "returned after rejection"), "editable again"),
        State("STORED", Label("已入库", "stored"), "the chain is fixed, businesses are possible"),
        State("CHANGE_PENDING", Label("变更申请中", "change requested"), "a change of the unit is requested"),
    ),
    transitions=(
        Transition(
            id="GD-W2-T01", source="NEW", event="maintain", actors=BY_PERSON, target="DRAFT",
            basis=("GD-016",),
        ),
        Transition(
            id="GD-W2-T02", source="DRAFT", event="edit", actors=BY_PERSON, target="DRAFT",
            basis=("GD-016",),
        ),
        Transition(
            id="GD-W2-T03", source="DRAFT", event="submit", actors=BY_PERSON, target="AT_UNIT",
            facts=(
                Fact(
                    "personnel_unit_chosen", Label("已选择人事管理单位", "a personnel management unit is chosen"),
                    code="GD.FLOW.UNIT_FIRST",
                ),
                NO_ERRORS,
            ),
            basis=("GD-020",),
        ),
        Transition(
            id="GD-W2-T04", source="AT_UNIT", event="withdraw", actors=BY_PERSON, target="DRAFT",
            basis=("GD-040",),
        ),
        Transition(
            id="GD-W2-T05", source="AT_UNIT", event="reject", actors=BY_UNIT_OR_POINT, target="RETURNED",
            basis=("GD-039",),
        ),
        Transition(
            id="GD-W2-T06", source="AT_UNIT", event="approve_and_forward", actors=BY_UNIT, target="AT_COMPETENT",
            basis=("GD-017",),
        ),
        Transition(
            id="GD-W2-T07", source="AT_COMPETENT", event="approve", actors=("COMPETENT",), target="STORED",
            basis=("GD-017",),
        ),
        Transition(
            id="GD-W2-T08", source="AT_COMPETENT", event="reject", actors=("COMPETENT",), target="RETURNED",
            basis=("GD-017",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GD-W2-T09", source="RETURNED", event="edit", actors=BY_PERSON, target="DRAFT",
            basis=("GD-039", "GD-040"),
        ),
        Transition(
            id="GD-W2-T10", source="STORED", event="request_change", actors=BY_PERSON, target="CHANGE_PENDING",
            facts=(_OPEN_BUSINESS,),
            basis=("GD-042",),
        ),
        Transition(
            id="GD-W2-T11", source="CHANGE_PENDING", event="approve_change", actors=BY_UNIT, target="STORED",
            facts=(_ENTITLED,),
            basis=("GD-042",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GD-W2-T12", source="CHANGE_PENDING", event="reject_change", actors=BY_UNIT, target="STORED",
            basis=("GD-042",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GD-W2-T13", source="AT_UNIT", event="approve_and_forward", actors=("APPLICATION_POINT",),
            target="AT_COMPETENT", facts=(PAPER_PASSED,),
            basis=("GD-038",),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    refusals={
        **{("NEW", event): "GD.FLOW.MAINTAIN_FIRST" for event in ("submit", "edit", "request_change")},
        **{(state, "withdraw"): "GD.FLOW.WITHDRAW" for state in ("AT_COMPETENT", "STORED", "CHANGE_PENDING")},
        ("AT_UNIT", "approve"): "GD.FLOW.TWO_AUDITS",
        ("DRAFT", "approve"): "GD.FLOW.CHAIN",
        ("DRAFT", "approve_and_forward"): "GD.FLOW.CHAIN",
        ("AT_UNIT", "edit"): "GD.FLOW.EDIT_SUBMITTED",
        ("AT_COMPETENT", "edit"): "GD.FLOW.EDIT_SUBMITTED",
        ("STORED", "edit"): "GD.FLOW.EDIT_STORED",
        ("CHANGE_PENDING", "edit"): "GD.FLOW.EDIT_STORED",
    },
    invariants=(
        Label("入库前须经人事管理单位（或申报点）和主管单位审核", "STORED needs the approvals of both units"),
        Label("主管单位审核中不能撤回", "withdraw is impossible in AT_COMPETENT"),
        Label("人事管理单位只在保存状态或经变更申请改变", "the unit changes only in DRAFT or through CHANGE_PENDING"),
    ),
)  # fmt: skip
"""
The basic information (GD-W2).

>>> BASIC_INFORMATION.step("AT_UNIT", "withdraw", actor="PERSON").state
'DRAFT'
"""

_BY_APPROVER: Final = FrozenMap({"old": (_BY_OLD,), "new": (_BY_NEW,), "both": (_BY_OLD, _BY_NEW)})


def basic_information(profile: Profile = PROFILE) -> Machine:
    """
    Return GD-W2 in a profile: the moment of storage, the approver of a change, open businesses.

    >>> early = basic_information(PROFILE.switch(store_after="personnel_unit"))
    >>> early.step("AT_UNIT", "approve_and_forward", actor="PERSONNEL_UNIT").state
    'STORED'
    """
    switches = completed(profile)
    return evolve(BASIC_INFORMATION, transitions=tuple(_under(row, switches) for row in BASIC_INFORMATION.transitions))


def _under(row: Transition, switches: TitlesProfile) -> Transition:
    if row.event == "approve_and_forward" and switches.store_after == "personnel_unit":
        return evolve(row, target="STORED")
    if row.event == "approve_change" and switches.change_approver is not None:
        return evolve(row, facts=_BY_APPROVER[switches.change_approver])
    if row.event == "request_change" and switches.refuse_change_while_open:
        return evolve(row, facts=(evolve(_OPEN_BUSINESS, severity=Severity.ERROR),))
    return row
