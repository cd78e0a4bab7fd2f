"""
Who acts in this system, and what each may do with fields of a form.

Roles are the codes of the table LEARNING_ROLES; 主管部门 means the bureau here,
which in the application for titles it does not.

References: 广东省专业技术人员继续教育管理系统常见问题, whole; A2, B2, B3, I6.
Limitations: who edits what is told for name, login and identity number only;
the rest of the person's own items is the person's.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules import codes
from credrules.findings import Finding, finding
from credrules.systems.guangdong_learning.records import FIELDS
from credrules.values import FrozenMap, Label

ACTORS: Final = (
    *((entry.code, Label(entry.name, entry.name_en)) for entry in codes.LEARNING_ROLES),
    ("SYSTEM", Label("系统", "the system")),
)
"""Every role with its words; SYSTEM is the host itself."""


CONFIRMING: Final = frozenset({"UNIT", "UNIT_ADMIN", "INDUSTRY_BODY"})
"""Who confirms professional hours: the employer or the industry's competent department (D4)."""


def role_of(name: object) -> str | None:
    """
    Return the role a word of the text means, None for none.

    >>> role_of("人社局"), role_of("主管部门"), role_of("甲公司")
    ('HR_BUREAU', 'HR_BUREAU', None)
    """
    return codes.LEARNING_ROLES.check(name).value


@frozen
class Lock:
    """
    A field the person may not change, and the finding that says so.
    """

    field: str
    code: str


LOCKS: Final = FrozenMap(
    {
        lock.field: lock
        for lock in (
            Lock("AccountInfo.login", "CE.ACC.LOGIN_FIXED"),
            Lock("PersonalInfo.citizen_id", "CE.ACC.ID_NO_LOCKED"),
            Lock("LearningRecord.state", "CE.F.STATE_TYPED"),
            Lock("LearningRecord.audit_result", "CE.F.STATE_TYPED"),
            Lock("UnitRegistration.unit_state", "CE.F.STATE_TYPED"),
        )
    }
)
"""What nobody types over, by field id."""


def may_edit(field_id: str) -> tuple[Finding, ...]:
    """
    Tell why a person may not change a field; nothing if the person may. KeyError for no such field.

    >>> may_edit("PersonalInfo.name"), [item.code for item in may_edit("AccountInfo.login")]
    ((), ['CE.ACC.LOGIN_FIXED'])
    """
    spec = FIELDS[field_id]
    lock = LOCKS.get(field_id)
    return (finding(lock.code, path=(spec.name,), field=spec.label),) if lock is not None else ()
