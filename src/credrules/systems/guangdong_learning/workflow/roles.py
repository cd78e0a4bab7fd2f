"""
The roles of this system, its events in words, and the fields that no one may change in a form.

Roles are the codes of the table LEARNING_ROLES. 主管部门 means the bureau here,
unlike in the application for titles.

References: 广东省专业技术人员继续教育管理系统常见问题, whole; A2, B2, B3, I6.
Limitations: the document states who edits name, login and identity number only;
a field without a lock is taken as the person's to edit.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules import codes
from credrules.findings import Finding, finding
from credrules.systems.guangdong_learning.records.whole import FIELDS
from credrules.values import FrozenMap, Label

__all__ = ["ACTORS", "CONFIRMING", "EVENTS", "LOCKS", "SPELLINGS", "UNIT_ROLES", "Lock", "may_edit", "role_of"]
__dir__ = __all__.copy

ACTORS: Final = (
    *((entry.code, Label(entry.name, entry.name_en)) for entry in codes.LEARNING_ROLES),
    ("SYSTEM", Label("系统", "the system")),
)
"""Every role with its name; SYSTEM is the host itself."""


EVENTS: Final = (
    ("create", Label("新增记录", "add a record")),
    ("edit", Label("修改", "edit")),
    ("attach", Label("上传附件", "attach a file")),
    ("submit", Label("提交", "submit")),
    ("delete", Label("删除", "delete")),
    ("declare_by_unit", Label("单位申报", "declare by the unit")),
    ("declare_by_training_body", Label("施教机构申报", "declare by a training body")),
    ("upload", Label("学习网上传", "upload by a learning site")),
    ("approve", Label("审核通过", "approve")),
    ("reject", Label("审核不通过", "reject")),
    ("return", Label("退案", "return")),
    ("resubmit", Label("重新报送", "send again")),
    ("recognise", Label("认定", "recognise")),
    ("register_person", Label("注册个人账号", "register as a person")),
    ("register_as_admin", Label("注册为单位管理员", "register as an administrator")),
    ("register_wrong_kind", Label("注册为人社局", "register as a bureau")),
    ("complete_forms", Label("补全资料", "complete the forms")),
    ("register_unit", Label("用个人账号注册单位", "register a unit with the own account")),
    ("revoke_admin", Label("取消管理员权限", "revoke the administrator's right")),
    ("register", Label("注册单位", "register a unit")),
    ("correct_hr_account", Label("更正人事户头", "correct the personnel account")),
    ("delete_on_request", Label("按申请删除", "delete on request")),
    ("apply", Label("申请管理员权限", "apply for the right")),
    ("revoke", Label("取消权限", "revoke the right")),
    ("record_recognised", Label("记录认定通过", "recognise a record")),
    ("recount", Label("重新统计学时", "count anew")),
    ("print", Label("打印证书", "print the certificate")),
    ("print_with_seal", Label("打印带印章的证书", "print with the seal")),
    ("seal_on_request", Label("按申请盖章", "seal on request")),
    ("check_parts", Label("核对材料", "check the parts")),
    ("complete", Label("补齐材料", "complete the parts")),
    ("send", Label("发送传真", "send the fax")),
    ("process", Label("办理申请", "carry out the request")),
    ("refuse", Label("不予办理", "refuse the request")),
)
"""Every event of the machines with its name."""

UNIT_ROLES: Final = ("UNIT", "UNIT_ADMIN")
"""One role under two names: the administrator acts for the unit."""

SPELLINGS: Final = FrozenMap(
    {
        spelled: entry.code
        for table in (codes.LEARNING_STATES, codes.LEARNING_UNIT_STATES, codes.LEARNING_ROLES)
        for entry in table
        for spelled in entry.aliases
    }
    | {"退回": "return", "退件": "return", "审核": "approve", "通过": "approve", "打印": "print", "重新统计": "recount"}
)
"""Other names of states, roles and events."""

CONFIRMING: Final = frozenset({"UNIT", "UNIT_ADMIN", "INDUSTRY_BODY"})
"""Who confirms professional hours: the employer or the industry's competent department (D4)."""


def role_of(name: object) -> str | None:
    """
    Return the role that a word of the text means; None if it means none.

    >>> role_of("人社局"), role_of("主管部门"), role_of("甲公司")
    ('HR_BUREAU', 'HR_BUREAU', None)
    """
    return codes.LEARNING_ROLES.check(name).value


@frozen
class Lock:
    """
    A field that cannot be changed in the form, the code of the finding, and the way to change it if there is one.
    """

    field: str
    code: str
    way: Label | None = None


_BY_FAX: Final = Label("书面申请，传真给系统客服", "send a written request to the help desk by fax")
_BY_TELEPHONE: Final = Label(
    "电话或在线联系系统客服，并报单位法人码", "ask the help desk by telephone or chat, giving the unit code"
)

LOCKS: Final = FrozenMap(
    {
        lock.field: lock
        for lock in (
            Lock("AccountInfo.login", "CE.ACC.LOGIN_FIXED"),
            Lock("PersonalInfo.citizen_id", "CE.ACC.ID_NO_LOCKED"),
            Lock("LearningRecord.state", "CE.F.STATE_TYPED"),
            Lock("LearningRecord.audit_result", "CE.F.STATE_TYPED"),
            Lock("UnitRegistration.unit_state", "CE.F.STATE_TYPED"),
            Lock("PersonalInfo.unit_city", "CE.ACC.ON_REQUEST", _BY_FAX),
            Lock("UnitRegistration.unit_code", "CE.ACC.ON_REQUEST", _BY_FAX),
            Lock("UnitRegistration.hr_account", "CE.ACC.ON_REQUEST", _BY_TELEPHONE),
        )
    }
)
"""The fields that no one may change in a form, by field id."""


def may_edit(field_id: str) -> tuple[Finding, ...]:
    """
    Return why a person may not change a field; empty if the person may. KeyError if the field is unknown.

    >>> may_edit("PersonalInfo.name"), [item.code for item in may_edit("AccountInfo.login")]
    ((), ['CE.ACC.LOGIN_FIXED'])
    """
    spec = FIELDS[field_id]
    lock = LOCKS.get(field_id)
    if lock is None:
        return ()
    way = {} if lock.way is None else {"way": lock.way}
    return (finding(lock.code, path=(spec.name,), field=spec.label, **way),)
