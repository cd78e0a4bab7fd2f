"""
Promotion of workers' skill grades, Lianyungang 2018.

`check` answers for a worker with all findings at once, `check_unit` for a unit's
declaration; `window`, `is_open` and `working_days` give the dates of the round of 2018;
`compare` and `reconcile` compare records with documents. The subpackages are
`records`, `calendar`, `rules`, `promotion`, `profile` and `workflow`.

References: 连云港市转发 2018 年机关事业单位工勤技能岗位技师考评通知的通知, and its annex 1.
Limitations: annex 2 and all screenshots are missing, and so is the provincial
notice with its figures: the fields framed in red and the years of service are unknown.
>>> import datetime
>>> from credrules.systems import lianyungang
>>> report = lianyungang.check({"姓名": "李某", "本人身份": "普通工"}, on=datetime.date(2018, 4, 24))
>>> [item.path for item in report.errors if item.code == "LYG.ENTRY.IDENTITY"]
[('person', 'personal_identity')]
"""

from __future__ import annotations

from credrules.systems.lianyungang import calendar, names, profile, promotion, records, rules, workflow
from credrules.systems.lianyungang.calendar import (
    CALENDAR_2018,
    ROUND_2018,
    Window,
    is_open,
    window,
    working_days,
)
from credrules.systems.lianyungang.paper import Reconciliation, compare, reconcile
from credrules.systems.lianyungang.printing import PrintGroup, print_groups
from credrules.systems.lianyungang.profile import PROFILE
from credrules.systems.lianyungang.promotion.deciding import eligibility
from credrules.systems.lianyungang.records.whole import FIELDS, Declaration, Worker
from credrules.systems.lianyungang.revising import revise
from credrules.systems.lianyungang.system import (
    SYSTEM,
    check,
    check_many,
    check_unit,
    requiredness,
    structure,
    unstructure,
)
from credrules.systems.lianyungang.workflow.steps import WORKFLOW, act

__all__ = [
    "CALENDAR_2018",
    "FIELDS",
    "PROFILE",
    "ROUND_2018",
    "SYSTEM",
    "WORKFLOW",
    "Declaration",
    "PrintGroup",
    "Reconciliation",
    "Window",
    "Worker",
    "act",
    "calendar",
    "check",
    "check_many",
    "check_unit",
    "compare",
    "eligibility",
    "is_open",
    "names",
    "print_groups",
    "profile",
    "promotion",
    "reconcile",
    "records",
    "requiredness",
    "revise",
    "rules",
    "structure",
    "unstructure",
    "window",
    "workflow",
    "working_days",
]
__dir__ = __all__.copy
