"""
Who does what: the two editions of the program, the roles that work with them, what each of them does.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(3) to 一(5), 二(1), 二(18).
"""

from __future__ import annotations

import enum
from typing import Final

from credrules.findings import Finding, finding
from credrules.values import FrozenMap, Label

__all__ = ["ACTIONS", "ACTORS", "PERSON", "WORDS", "Edition", "Role", "permitted"]
__dir__ = __all__.copy


class Edition(enum.Enum):
    """
    The two editions of the program (一(3)); where to get them is left to the host.
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


PERSON: Final = ("INDIVIDUAL",)

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
    ("decide_scope", Label("判断采集范围", "decide on scope"), Edition.PERSONAL),
    ("hand_over", Label("交单位审核", "hand over"), Edition.PERSONAL),
    ("reopen", Label("重新打开", "reopen"), Edition.PERSONAL),
    ("open_person", Label("打开人员", "open a person"), Edition.PERSONAL),
    ("open_next", Label("打开下一人", "open the next person"), Edition.PERSONAL),
    ("person_reported", Label("该人员已报送", "the person is reported"), Edition.PERSONAL),
    ("not_collected", Label("该人员不采集", "the person is not collected"), Edition.PERSONAL),
    ("close", Label("关闭", "close"), Edition.PERSONAL),
    ("audit", Label("审核", "audit"), Edition.MANAGEMENT),
    ("approve", Label("审核通过", "approve"), Edition.MANAGEMENT),
    ("amend", Label("修改数据", "amend"), Edition.MANAGEMENT),
    ("amend_by_unit", Label("单位或主管部门修改", "amend by the unit or the department"), Edition.MANAGEMENT),
    ("return_to_person", Label("退回本人", "return"), Edition.MANAGEMENT),
    ("consolidate", Label("汇总", "consolidate"), Edition.MANAGEMENT),
    ("report_up", Label("上报", "report upwards"), Edition.MANAGEMENT),
    ("roster", Label("打印名册表", "print the roster"), Edition.MANAGEMENT),
)
"""
What each edition does: name, words, edition (一(5), 二(18)).

They include the events of both machines, so that `permitted` and the machines
never disagree. The text calls amend_by_unit and approve 修改数据 and 审核.
"""

WORDS: Final = tuple((name, label) for name, label, _ in ACTIONS)
"""The words of every event."""


def permitted(role: Role, action: str, *, own: bool = True) -> tuple[Finding, ...]:
    """
    Return the reason why `role` may not do `action` (or an event of the machines); empty if it may.

    `own` states whether the record is the person's own, of the officer's own
    unit, or of the department's subordinate staff of its branch (一(5)).
    KeyError for an unknown action.

    >>> [item.code for item in permitted(Role.INDIVIDUAL, "roster")]
    ['GX.ROLE.PERSONAL']
    >>> permitted(Role.UNIT_OFFICER, "amend")
    ()
    """
    label, edition = FrozenMap({name: (label, edition) for name, label, edition in ACTIONS})[action]
    if role.edition is edition and own:
        return ()
    return (finding("GX.ROLE.PERSONAL" if role is Role.INDIVIDUAL else "GX.ROLE.MANAGEMENT", action=label),)
