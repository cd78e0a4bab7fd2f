"""
Names that are not in a code table: roles, who does an event, the events, the chain of four.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 五.
Limitations: roles and events after the chain come from manuals and from the ministry's order 40; their rows state this.
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.values import FrozenMap, Label

__all__ = [
    "ACTORS",
    "BY_HR",
    "BY_PERSON",
    "BY_UNIT",
    "BY_UNIT_OR_POINT",
    "CHAIN",
    "EVENTS",
    "GUANGDONG",
    "OPEN_STATES",
    "PASSED_STATES",
    "SPELLINGS",
    "STORED_STATES",
    "role_of",
]
__dir__ = __all__.copy


GUANGDONG: Final = "44"
"""The first two digits of the division codes of Guangdong."""

ACTORS: Final = tuple((entry.code, entry.label) for entry in codes.TITLE_ROLES)
"""Every role with its words."""

BY_PERSON: Final = ("PERSON",)
BY_UNIT: Final = ("PERSONNEL_UNIT",)
BY_UNIT_OR_POINT: Final = ("PERSONNEL_UNIT", "APPLICATION_POINT")
BY_HR: Final = ("HR_DEPARTMENT",)

CHAIN: Final = ("PERSON", "PERSONNEL_UNIT", "COMPETENT", "HR_DEPARTMENT")
"""The chain of every business: 个人, 人事管理单位, 主管单位, 人社部门 (五)."""


def role_of(name: object) -> str | None:
    """
    Return the role a word of the text means, None if it is no role; 主管单位 and 主管部门 are the same.

    >>> role_of("主管部门"), role_of("主管单位"), role_of("甲公司")
    ('COMPETENT', 'COMPETENT', None)
    """
    return codes.TITLE_ROLES.check(name).value


EVENTS: Final = (
    ("register", Label("注册", "register")),
    ("register_in_other_system", Label("在其他系统注册", "register in another system")),
    ("log_in_with_existing", Label("用原账号登录", "log in with the existing account")),
    ("forget", Label("遗忘注册信息", "forget the registration")),
    ("recover_at_counter", Label("到窗口找回", "recover at the counter")),
    ("maintain", Label("维护个人信息", "enter the basic information")),
    ("edit", Label("修改", "edit")),
    ("submit", Label("提交", "submit")),
    ("withdraw", Label("撤回", "withdraw")),
    ("reject", Label("审核不通过", "reject")),
    ("approve_and_forward", Label("审核通过并上报", "approve and forward")),
    ("approve", Label("审核通过", "approve")),
    ("request_change", Label("申请变更人事管理单位", "request a change of the unit")),
    ("approve_change", Label("同意变更", "approve the change")),
    ("reject_change", Label("不同意变更", "reject the change")),
    ("start", Label("发起申请", "start an application")),
    ("return", Label("退回", "return")),
    ("refuse", Label("不予受理", "refuse")),
    ("accept", Label("受理", "accept")),
    ("vote_pass", Label("表决通过", "vote: passed")),
    ("vote_fail", Label("表决未通过", "vote: not passed")),
    ("publish", Label("公示结果", "post the results")),
    ("objection_upheld", Label("异议成立", "objection upheld")),
    ("confirm", Label("确认发文", "confirm")),
    ("issue", Label("发证", "issue the certificate")),
    ("fill_form", Label("填写纸质表格", "fill in the form")),
    ("submit_paper", Label("提交纸质材料", "hand in the paper")),
    ("audit_and_stamp", Label("纸质审核盖章", "audit and stamp the paper")),
    ("audit_fail", Label("纸质审核不通过", "paper audit: failed")),
)
"""Every event of the machines with its words."""

SPELLINGS: Final = FrozenMap(
    {
        "人事管理单位变更申请": "request_change",
        "变更申请": "request_change",
        "维护个人基本信息": "maintain",
        "审核盖章": "audit_and_stamp",
    }
)
"""Other names of events, in the text's own words."""

OPEN_STATES: Final = frozenset(
    {"DRAFT", "AT_UNIT", "AT_COMPETENT", "AT_HR", "AT_COMMITTEE_OFFICE", "IN_REVIEW", "PASSED", "PUBLISHED"}
    | {"CONFIRMED", "RETURNED"}
)
"""States of an application that is not finished."""

PASSED_STATES: Final = frozenset({"PASSED", "PUBLISHED", "CONFIRMED", "CERTIFIED"})
"""States of an application that has passed the review."""

STORED_STATES: Final = frozenset({"STORED", "CHANGE_PENDING"})
"""States in which the basic information is in the library."""
