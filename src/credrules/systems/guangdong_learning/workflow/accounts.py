"""
State machines of account, unit registration, administrator right and written request.

References: 广东省专业技术人员继续教育管理系统常见问题, A to C, I.
Limitations: the document does not mention a refused administrator or a unit's last
administrator; those transitions and facts are assumed.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.guangdong_learning.workflow.roles import ACTORS, EVENTS, SPELLINGS, UNIT_ROLES
from credrules.values import Evidence, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = ["ACCOUNT", "ADMIN_RIGHT", "REQUEST", "STARRED_COMPLETE", "UNIT_REGISTRATION"]
__dir__ = __all__.copy

STARRED_COMPLETE: Final = Fact(
    "starred_complete", Label("填完带*项目", "all starred items filled in"), code="CE.REG.NOT_READY"
)
"""The condition before a person may declare (D7)."""

_PERSON: Final = ("PERSON",)
_BUREAU: Final = ("HR_BUREAU",)
_HELPDESK: Final = ("HELPDESK",)
_DELETED: Final = State("DELETED", Label("已删除", "deleted"), "gone", final=True)

_LOGIN_FREE: Final = Fact("login_unused", Label("账号未被占用", "the login is free"), code="CE.ACC.LOGIN_UNIQUE")
_ID_FREE: Final = Fact(
    "id_unused", Label("身份证号码未注册", "the identity number is not registered"), code="CE.ACC.ONE_PER_ID"
)
_CONSENTS: Final = Fact("consents_given", Label("同意协议并声明属实", "both consents given"), code="CE.ACC.CONSENT")
_COMPLETE: Final = Fact("request_complete", Label("申请材料齐全", "the request is complete"), code="CE.REQ.INCOMPLETE")
_CODE_VALID: Final = Fact("unit_code_valid", Label("法人码有效", "the unit code is valid"))

ACCOUNT: Final = Machine(
    "CE-W2",
    Label("账号与角色", "account and roles"),
    states=(
        State("NONE", Label("未注册", "not registered"), "", initial=True),
        State("PERSON_INCOMPLETE", Label("个人资料不完整", "personal data incomplete"), "cannot declare yet"),
        State("PERSON_READY", Label("可申报", "ready to declare"), "starred items of both forms complete"),
        State("ADMIN_ONLY", Label("仅单位管理员", "administrator only"), "no personal data yet"),
        State("PERSON_AND_ADMIN", Label("个人兼管理员", "person and administrator"), "one account, two roles"),
        State("WRONG_KIND", Label("误注册为人社局", "registered as a bureau by mistake"), "to be deleted on request"),
        _DELETED,
    ),
    transitions=(
        Transition(
            id="CE-W2-T01", source="NONE", event="register_person", actors=_PERSON, target="PERSON_INCOMPLETE",
            facts=(_LOGIN_FREE, _ID_FREE), basis=("CE-008", "CE-078"),
        ),
        Transition(
            id="CE-W2-T02", source="NONE", event="register_as_admin", actors=_PERSON, target="ADMIN_ONLY",
            facts=(_CONSENTS, _LOGIN_FREE, _ID_FREE), basis=("CE-008", "CE-018", "CE-019"),
        ),
        Transition(
            id="CE-W2-T03", source="NONE", event="register_wrong_kind", actors=_PERSON, target="WRONG_KIND",
            basis=("CE-022",),
        ),
        Transition(
            id="CE-W2-T04", source="PERSON_INCOMPLETE", event="complete_forms", actors=_PERSON, target="PERSON_READY",
            facts=(STARRED_COMPLETE,), basis=("CE-023",),
        ),
        Transition(
            id="CE-W2-T05", source="ADMIN_ONLY", event="complete_forms", actors=_PERSON, target="PERSON_AND_ADMIN",
            facts=(STARRED_COMPLETE,), basis=("CE-018", "CE-019"),
        ),
        Transition(
            id="CE-W2-T06", source="PERSON_READY", event="register_unit", actors=_PERSON, target="PERSON_AND_ADMIN",
            facts=(_CONSENTS, _CODE_VALID), basis=("CE-020",),
        ),
        Transition(
            id="CE-W2-T07", source="PERSON_AND_ADMIN", event="revoke_admin", actors=(*UNIT_ROLES, *_BUREAU),
            target="PERSON_READY", basis=("CE-067", "CE-068"),
        ),
        Transition(
            id="CE-W2-T08", source="WRONG_KIND", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-022",),
        ),
        Transition(
            id="CE-W2-T09", source="PERSON_INCOMPLETE", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-021",),
        ),
        Transition(
            id="CE-W2-T10", source="PERSON_READY", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-021",),
        ),
        Transition(
            id="CE-W2-T11", source="PERSON_INCOMPLETE", event="register_unit", actors=_PERSON, target="ADMIN_ONLY",
            facts=(_CONSENTS, _CODE_VALID), basis=("CE-020",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W2-T12", source="ADMIN_ONLY", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-021",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W2-T13", source="PERSON_AND_ADMIN", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-021",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W2-T14", source="ADMIN_ONLY", event="revoke_admin", actors=(*UNIT_ROLES, *_BUREAU),
            target="PERSON_INCOMPLETE", basis=("CE-067", "CE-068"), evidence=Evidence.DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label("登录账号不变", "the login never changes"),
        Label("身份证号码只因办结的书面申请改变", "the identity number changes through a completed request only"),
    ),
)  # fmt: skip
"""An account and its roles (CE-W2): one account per identity number, to which roles are added."""

UNIT_REGISTRATION: Final = Machine(
    "CE-W3",
    Label("单位注册", "unit registration"),
    states=(
        State("NONE", Label("未注册", "not registered"), "", initial=True),
        State("PENDING", Label("未审核", "not audited"), "waits for the bureau"),
        State("REJECTED", Label("审核不通过", "rejected"), "often for a wrong personnel account"),
        State("APPROVED", Label("审核通过", "approved"), "cannot be deleted", final=True),
        _DELETED,
    ),
    transitions=(
        Transition(
            id="CE-W3-T01", source="NONE", event="register", actors=_PERSON, target="PENDING",
            facts=(
                _CODE_VALID,
                Fact(
                    "unit_code_known", Label("法人码已有注册", "the unit code is registered"), wanted=False,
                    code="CE.UNIT.CODE_EXISTS", severity=Severity.ERROR,
                    otherwise=Label("法人码还没有注册过", "the unit code is not registered yet"),
                ),
                Fact("hr_account_chosen", Label("已选人事户头", "the personnel account is chosen")),
            ),
            basis=("CE-069", "CE-074", "CE-075"),
        ),
        Transition(
            id="CE-W3-T02", source="PENDING", event="approve", actors=_BUREAU, target="APPROVED", basis=("CE-073",),
        ),
        Transition(
            id="CE-W3-T03", source="PENDING", event="reject", actors=_BUREAU, target="REJECTED", basis=("CE-073",),
        ),
        Transition(
            id="CE-W3-T04", source="REJECTED", event="correct_hr_account", actors=UNIT_ROLES, target="PENDING",
            facts=(_COMPLETE,), basis=("CE-071", "CE-073"), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W3-T05", source="PENDING", event="correct_hr_account", actors=UNIT_ROLES, target="PENDING",
            facts=(_COMPLETE,), basis=("CE-071",),
        ),
        Transition(
            id="CE-W3-T06", source="PENDING", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-066",),
        ),
        Transition(
            id="CE-W3-T07", source="REJECTED", event="delete_on_request", actors=_HELPDESK, target="DELETED",
            facts=(_COMPLETE,), basis=("CE-066",),
        ),
        Transition(
            id="CE-W3-T08", source="REJECTED", event="approve", actors=_BUREAU, target="APPROVED",
            facts=(Fact("hr_account_right", Label("人事户头正确", "the personnel account is right")),),
            basis=("CE-073",), evidence=Evidence.DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label("审核通过的单位不能删除", "an approved unit has no way to be deleted"),
        Label(
            "法人码、人事户头在任何状态下都可按申请更改，审核通过的单位状态不变",
            "unit code and personnel account change on request in every state; an approved unit stays so",
        ),
    ),
    refusals={("APPROVED", "delete_on_request"): "CE.UNIT.DELETE_APPROVED"},
)  # fmt: skip
"""The registration of a unit (CE-W3)."""

ADMIN_RIGHT: Final = Machine(
    "CE-W4",
    Label("单位管理员权限", "administrator right of a unit"),
    states=(
        State("NONE", Label("无", "none"), "", initial=True),
        State("REQUESTED", Label("已申请", "requested"), "the unit exists, so an account is applied for"),
        State("ACTIVE", Label("有效", "active"), "audited by the bureau"),
        State("REVOKED", Label("已取消", "revoked"), "cancelled or refused", final=True),
    ),
    transitions=(
        Transition(
            id="CE-W4-T01", source="NONE", event="apply", actors=_PERSON, target="REQUESTED",
            facts=(
                Fact("unit_code_known", Label("法人码已有注册", "the unit code is registered")),
                Fact(
                    "old_right_revoked", Label("原管理员权限已取消", "the old right is revoked"),
                    code="CE.UNIT.REPLACE_ADMIN", default=True,
                ),
            ),
            basis=("CE-068", "CE-069"),
        ),
        Transition(
            id="CE-W4-T02", source="REQUESTED", event="approve", actors=_BUREAU, target="ACTIVE", basis=("CE-068",),
        ),
        Transition(
            id="CE-W4-T03", source="REQUESTED", event="reject", actors=_BUREAU, target="REVOKED", basis=("CE-068",),
            evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="CE-W4-T04", source="ACTIVE", event="revoke", actors=UNIT_ROLES, target="REVOKED",
            facts=(
                Fact("same_unit", Label("同一单位的管理员", "of the same unit"), code="CE.UNIT.REVOKE_ADMIN"),
                Fact(
                    "last_admin", Label("单位最后一名管理员", "the unit's last administrator"), wanted=False,
                    code="CE.UNIT.LAST_ADMIN", default=False,
                    otherwise=Label("单位还有其他管理员", "the unit has another administrator"),
                ),
            ),
            basis=("CE-067",),
        ),
        Transition(
            id="CE-W4-T05", source="ACTIVE", event="revoke", actors=_BUREAU, target="REVOKED",
            basis=("CE-067", "CE-068"),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label(
            "除人社局办理外，单位至少保留一名有效管理员（建议）",
            "a unit keeps at least one active right unless the bureau acts (recommended)",
        ),
    ),
    refusals={("ACTIVE", "revoke"): "CE.UNIT.REVOKE_ADMIN", ("NONE", "approve"): "CE.UNIT.REPLACE_ADMIN"},
)  # fmt: skip
"""The right to administer a unit (CE-W4); a replacement follows three steps in this order."""

_SENDERS: Final = (*_PERSON, *UNIT_ROLES)
_PARTS_MISSING: Final = Label("缺少材料", "a part is missing")

REQUEST: Final = Machine(
    "CE-W6",
    Label("书面申请（传真）", "written request (fax)"),
    states=(
        State("DRAFT", Label("起草", "draft"), "", initial=True),
        State("INCOMPLETE", Label("材料不全", "incomplete"), "a required part is missing"),
        State("SENT", Label("已传真", "sent"), "with the help desk"),
        State("DONE", Label("已处理", "done"), "carried out", final=True),
        State("REFUSED", Label("不予处理", "refused"), "cannot be carried out", final=True),
    ),
    transitions=(
        Transition(
            id="CE-W6-T01", source="DRAFT", event="check_parts", actors=_SENDERS, target="INCOMPLETE",
            facts=(Fact("parts_missing", _PARTS_MISSING),),
            basis=("CE-010", "CE-013", "CE-021", "CE-022", "CE-066", "CE-070"),
        ),
        Transition(
            id="CE-W6-T02", source="DRAFT", event="send", actors=_SENDERS, target="SENT",
            facts=(Fact(
                    "parts_missing", _PARTS_MISSING, wanted=False, code="CE.REQ.INCOMPLETE",
                    otherwise=Label("申请材料齐全", "no part of the request is missing"),
                ),),
            basis=("CE-010", "CE-013", "CE-021", "CE-022", "CE-066", "CE-070"),
        ),
        Transition(
            id="CE-W6-T03", source="INCOMPLETE", event="complete", actors=_SENDERS, target="DRAFT",
            basis=("CE-010", "CE-070"), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="CE-W6-T04", source="SENT", event="process", actors=_HELPDESK, target="DONE", basis=("CE-010", "CE-070"),
        ),
        Transition(
            id="CE-W6-T05", source="SENT", event="refuse", actors=_HELPDESK, target="REFUSED", basis=("CE-065",),
            evidence=Evidence.DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label("本库只检查材料是否齐全，发送由应用负责", "only completeness is checked; sending is the application's"),
        Label("单位的事项由单位发送，个人的事项由本人发送", "the unit sends its own matters, a person theirs"),
    ),
)  # fmt: skip
"""A written request (CE-W6); for the parts that each kind requires see `accounts.requests`."""
