"""
The parts of the four machines: numbered transitions, and the conditions they share.

A transition keeps the number of its step in annex 1 (1 to 8 through all parts).
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.values import Label, Severity
from credrules.workflow import Fact, Transition

__all__ = [
    "DATES_UNKNOWN",
    "FAULTLESS",
    "OFFICE_OPEN",
    "ONLINE_LATE",
    "PAPER_LATE",
    "PAPER_OVERDUE",
    "STEPS",
    "NumberedTransition",
]
__dir__ = __all__.copy

STEPS: Final = (
    Label("一、录入基本信息：步骤1至3", "entry: steps 1 to 3"),
    Label("二、报名与审核：步骤4至7", "registration and audit: steps 4 to 7"),
    Label("三、考后维护：步骤8", "maintenance after the examination: step 8"),
)
"""The three parts of annex 1 and their steps, numbered continuously."""


@frozen
class NumberedTransition(Transition):
    """
    A transition with the number of its step in annex 1; 0 for a transition that no step describes.
    """

    step: int = 0


ONLINE_LATE: Final = Fact(
    "online_deadline_passed",
    Label("已过网上申报截止日", "the online deadline has passed"),
    wanted=False,
    code="LYG.DL.ONLINE",
)
PAPER_LATE: Final = Fact(
    "paper_deadline_passed",
    Label("已过纸质材料截止日", "the paper deadline has passed"),
    wanted=False,
    code="LYG.DL.PAPER",
)
PAPER_OVERDUE: Final = Fact(
    "paper_deadline_passed",
    Label("已过纸质材料截止日", "the paper deadline has passed"),
)
OFFICE_OPEN: Final = Fact("office_open", Label("工考办当天办公", "the office is open that day"), code="LYG.DL.HOLIDAYS")
DATES_UNKNOWN: Final = Fact(
    "round_dates_unknown",
    Label("该轮次的截止日期未知", "the dates of the round are not known"),
    wanted=False,
    code="LYG.DL.UNKNOWN",
    severity=Severity.INFO,
    default=False,
)
FAULTLESS: Final = Fact("audit_without_faults", Label("审核无误", "the audit found no fault"))
