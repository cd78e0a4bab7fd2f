"""
Words of the notice that are not in a code table: roles, events, kinds of print batches, and what follows from a grade.

References: 连云港市转发 2018 年工勤技能岗位技师考评通知的通知, 二; its annex 1, steps 2 to 8.
Limitations: the screenshots of annex 1 are missing, so what only they show is not here.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules import codes
from credrules.values import FrozenMap, Label, WordedText

__all__ = [
    "ACTORS",
    "CERTIFICATE_CLASS",
    "EVENTS",
    "GRADES",
    "GRADE_WORKERS",
    "SENIOR_TECHNICIAN",
    "SPELLINGS",
    "TECHNICIAN",
    "Convention",
    "PrintKind",
    "convention_of",
    "name_of",
    "next_below",
    "rank_of",
]
__dir__ = __all__.copy

ACTORS: Final = (
    ("UNIT", Label("申报单位", "the declaring unit")),
    ("DEPARTMENT", Label("主管部门", "the competent department")),
    ("OFFICE", Label("工考办", "the worker-examination office")),
    ("CLOCK", Label("期限", "the deadline")),
)
"""Who acts; CLOCK is an event that the host triggers when a day has passed."""

EVENTS: Final = (
    ("select_or_add", Label("选取或新增人员", "select or add a worker")),
    ("fill", Label("填写信息", "fill in")),
    ("save", Label("保存", "save")),
    ("update_main_set", Label("更新到主集", "update to the main set")),
    ("add_record", Label("新增资格记录", "add a record")),
    ("amend", Label("修改记录", "amend a record")),
    ("new_declaration", Label("新增申报", "start a declaration")),
    ("add_person", Label("添加申报人员", "add a person")),
    ("submit", Label("提交申报", "submit")),
    ("return", Label("退回", "return")),
    ("pass", Label("审核通过", "pass")),
    ("edit", Label("修改申报", "edit the declaration")),
    ("print", Label("打印报名审批表", "print the form")),
    ("stamp", Label("盖章", "stamp the form")),
    ("hand_in_paper", Label("报送纸质材料", "hand in the paper")),
    ("deadline_passed", Label("逾期", "the deadline passes")),
    ("confirm", Label("确认资格", "confirm")),
    ("mismatch", Label("纸质与网上不一致", "paper and online record differ")),
    ("send_form_and_paper", Label("报送表格和纸质材料", "send form and paper")),
    ("reject", Label("不予确认", "reject")),
    ("pass_training", Label("培训合格", "pass the training")),
    ("fail", Label("未合格", "fail")),
    ("obtain_certificate", Label("取得证书", "obtain the certificate")),
    ("enter_result", Label("录入培训和证书", "enter training and certificate")),
)
"""Every event of the machines with its words."""

SPELLINGS: Final = FrozenMap(
    {
        "录入": "fill",
        "更新": "update_main_set",
        "添加": "add_person",
        "申报": "submit",
        "打印": "print",
        "报送": "hand_in_paper",
        "确认": "confirm",
    }
)
"""Other names of events, in the notice's own words."""


class PrintKind(WordedText):
    """
    What is printed together; its value is the word of the notice.

    >>> PrintKind.TECHNICIAN == "技师", PrintKind.TECHNICIAN.label.en
    (True, 'technicians')
    """

    TECHNICIAN = "技师", "技师", "technicians"
    SENIOR_TECHNICIAN = "高级技师", "高级技师", "senior technicians"
    GRADE_WORKER = "等级工", "等级工", "workers of the three grades"
    UNKNOWN = "等级不明", "等级不明", "target grade unknown"


TECHNICIAN: Final = "2"
SENIOR_TECHNICIAN: Final = "1"
GRADE_WORKERS: Final = frozenset({"3", "4", "5"})
"""Codes of SKILL_GRADES: 技师, 高级技师, and 等级工 (高级工, 中级工, 初级工)."""

GRADES: Final = ("5", "4", "3", "2", "1")
"""The five grades of workers, the lowest first (codes of SKILL_GRADES)."""

CERTIFICATE_CLASS: Final = "EXT-ZYZSB"
"""专业证书班 in EDUCATION: an option of 学历 here, and not a level to be compared with others."""


@frozen
class Convention:
    """
    What follows from a grade: way of obtaining it, approving organ, usual month and day (MM-DD).
    """

    route: str
    approver: str
    usual_date: str


def convention_of(grade: str) -> Convention:
    """
    Return what follows from a grade (WORKER_GRADE_CONVENTIONS, from annex 1, step 2, items 2 to 4).

    >>> convention_of("2")
    Convention(route='REVIEW', approver='江苏省人社厅', usual_date='11-30')
    """
    entry = codes.WORKER_GRADE_CONVENTIONS[grade]
    return Convention(entry["route"], entry["approver"], entry["usual_date"])


def rank_of(grade: str) -> int:
    """
    Return the rank of a grade: 0 for 初级工 to 4 for 高级技师.

    >>> rank_of("2") > rank_of("3")
    True
    """
    return GRADES.index(grade)


def name_of(grade: str) -> str:
    """
    Return the name of a grade.

    >>> name_of("2")
    '技师'
    """
    return codes.SKILL_GRADES[grade].name


def next_below(grade: str) -> str | None:
    """
    Return the grade directly below; None below 初级工.

    >>> next_below("2"), next_below("5")
    ('3', None)
    """
    place = rank_of(grade)
    return GRADES[place - 1] if place else None
