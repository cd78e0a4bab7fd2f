"""
Machines of who takes part: account, unit registration, administrator right, written request.

References: 广东省专业技术人员继续教育管理系统常见问题, A to C, I.
Limitations: a refused administrator and the last administrator of a unit are
not spoken of; those rows and facts are assumed.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.guangdong_learning.workflow.roles import ACTORS, EVENTS
from credrules.values import Evidence, Label, Severity
from credrules.workflow import Fact, Machine, State, Transition

__all__ = ["ACCOUNT", "ADMIN_RIGHT", "REQUEST", "STARRED_COMPLETE", "UNIT_REGISTRATION"]


def __dir__() -> list[str]:
    return sorted(__all__)


STARRED_COMPLETE: Final = Fact(
    "starred_complete", Label("填完带*项目", "starred items filled in"), code="CE.REG.NOT_READY"
)
"""What a person needs before declaring (D7)."""

_PERSON: Final = ("PERSON",)
_BUREAU: Final = ("HR_BUREAU",)
_ADMIN: Final = ("UNIT_ADMIN",)
_HELPDESK: Final = ("HELPDESK",)
_DELETED: Final = State("DELETED", Label("已删除", "deleted"), "gone", final=True)

_LOGIN_FREE: Final = Fact("login_unused", Label("账号未被占用", "the login is free"), code="CE.ACC.LOGIN_UNIQUE")
_ID_FREE: Final = Fact(
    "id_unused", Label("身份证号码未注册", "the ID number is not registered"), code="CE.ACC.ONE_PER_ID"
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
            "CE-W2-T01", "NONE", "register_person", _PERSON, "PERSON_INCOMPLETE", (_LOGIN_FREE, _ID_FREE),
            ("CE-008", "CE-078"),
        ),
        Transition(
            "CE-W2-T02", "NONE", "register_as_admin", _PERSON, "ADMIN_ONLY", (_CONSENTS, _ID_FREE),
            ("CE-018", "CE-019"),
        ),
        Transition("CE-W2-T03", "NONE", "register_wrong_kind", _PERSON, "WRONG_KIND", (), ("CE-022",)),
        Transition(
            "CE-W2-T04", "PERSON_INCOMPLETE", "complete_forms", _PERSON, "PERSON_READY", (STARRED_COMPLETE,),
            ("CE-023",),
        ),
        Transition(
            "CE-W2-T05", "ADMIN_ONLY", "complete_forms", _PERSON, "PERSON_AND_ADMIN", (STARRED_COMPLETE,),
            ("CE-018", "CE-019"),
        ),
        Transition(
            "CE-W2-T06", "PERSON_READY", "register_unit", _PERSON, "PERSON_AND_ADMIN", (_CONSENTS, _CODE_VALID),
            ("CE-020",),
        ),
        Transition("CE-W2-T07", "PERSON_AND_ADMIN", "revoke_admin", _ADMIN, "PERSON_READY", (), ("CE-067",)),
        Transition("CE-W2-T08", "WRONG_KIND", "delete_on_request", _HELPDESK, "DELETED", (_COMPLETE,), ("CE-022",)),
        Transition(
            "CE-W2-T09", "PERSON_INCOMPLETE", "delete_on_request", _HELPDESK, "DELETED", (_COMPLETE,), ("CE-021",)
        ),
        Transition("CE-W2-T10", "PERSON_READY", "delete_on_request", _HELPDESK, "DELETED", (_COMPLETE,), ("CE-021",)),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(
        Label("登录账号不变", "the login never changes"),
        Label("身份证号码只因办结的书面申请改变", "the ID number changes through a completed request only"),
    ),
)  # fmt: skip
"""An account and its roles (CE-W2): one ID number, one account, roles are added."""

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
            "CE-W3-T01", "NONE", "register", _PERSON, "PENDING",
            (
                _CODE_VALID,
                Fact(
                    "unit_code_known", Label("法人码已有注册", "the unit code is registered"), wanted=False,
                    code="CE.UNIT.CODE_EXISTS", severity=Severity.ERROR,
                ),
                Fact("hr_account_chosen", Label("已选人事户头", "the personnel account is chosen")),
            ),
            ("CE-069", "CE-074", "CE-075"),
        ),
        Transition("CE-W3-T02", "PENDING", "approve", _BUREAU, "APPROVED", (), ("CE-073",)),
        Transition("CE-W3-T03", "PENDING", "reject", _BUREAU, "REJECTED", (), ("CE-073",)),
        Transition(
            "CE-W3-T04", "REJECTED", "correct_hr_account", _ADMIN, "PENDING", (_COMPLETE,), ("CE-071", "CE-073")
        ),
        Transition("CE-W3-T05", "PENDING", "correct_hr_account", _ADMIN, "PENDING", (_COMPLETE,), ("CE-071",)),
        Transition("CE-W3-T06", "PENDING", "delete_on_request", _HELPDESK, "DELETED", (_COMPLETE,), ("CE-066",)),
        Transition("CE-W3-T07", "REJECTED", "delete_on_request", _HELPDESK, "DELETED", (_COMPLETE,), ("CE-066",)),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(Label("审核通过的单位不能删除", "an approved unit has no way to be deleted"),),
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
            "CE-W4-T01", "NONE", "apply", _PERSON, "REQUESTED",
            (
                Fact("unit_code_known", Label("法人码已有注册", "the unit code is registered")),
                Fact(
                    "old_right_revoked", Label("原管理员权限已取消", "the old right is revoked"),
                    code="CE.UNIT.REPLACE_ADMIN", default=True,
                ),
            ),
            ("CE-068", "CE-069"),
        ),
        Transition("CE-W4-T02", "REQUESTED", "approve", _BUREAU, "ACTIVE", (), ("CE-068",)),
        Transition("CE-W4-T03", "REQUESTED", "reject", _BUREAU, "REVOKED", (), ("CE-068",), Evidence.ASSUMED),
        Transition(
            "CE-W4-T04", "ACTIVE", "revoke", _ADMIN, "REVOKED",
            (
                Fact("same_unit", Label("同一单位的管理员", "of the same unit"), code="CE.UNIT.REVOKE_ADMIN"),
                Fact(
                    "last_admin", Label("单位最后一名管理员", "the unit's last administrator"), wanted=False,
                    code="CE.UNIT.LAST_ADMIN", default=False,
                ),
            ),
            ("CE-067",),
        ),
        Transition("CE-W4-T05", "ACTIVE", "revoke", _BUREAU, "REVOKED", (), ("CE-067", "CE-068")),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(
        Label(
            "除人社局办理外，单位至少保留一名有效管理员（建议）",
            "a unit keeps at least one active right unless the bureau acts (recommended)",
        ),
    ),
)  # fmt: skip
"""The right to administer a unit (CE-W4); a replacement takes three steps in this order."""

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
            "CE-W6-T01", "DRAFT", "check_parts", _PERSON, "INCOMPLETE", (Fact("parts_missing", _PARTS_MISSING),),
            ("CE-010", "CE-013", "CE-021", "CE-022", "CE-066", "CE-070"),
        ),
        Transition(
            "CE-W6-T02", "DRAFT", "send", _PERSON, "SENT",
            (Fact("parts_missing", _PARTS_MISSING, wanted=False, code="CE.REQ.INCOMPLETE"),),
            ("CE-010", "CE-013", "CE-021", "CE-022", "CE-066", "CE-070"),
        ),
        Transition(
            "CE-W6-T03", "INCOMPLETE", "complete", _PERSON, "DRAFT", (), ("CE-010", "CE-070"), Evidence.DEDUCED
        ),
        Transition("CE-W6-T04", "SENT", "process", _HELPDESK, "DONE", (), ("CE-010", "CE-070")),
        Transition("CE-W6-T05", "SENT", "refuse", _HELPDESK, "REFUSED", (), ("CE-065",), Evidence.DEDUCED),
    ),
    actors=ACTORS,
    words=EVENTS,
    invariants=(
        Label("本库只检查材料是否齐全，发送由应用负责", "only completeness is checked; sending is the application's"),
    ),
)  # fmt: skip
"""A written request (CE-W6); its kinds differ in the parts they need, see `requests`."""
