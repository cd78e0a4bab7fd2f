"""
What a host may change: interpretations of ambiguous rules, required fields, dates of rounds, figures of eligibility.

The shipped profile is the round of 2018 under the provincial notice
苏人社发〔2018〕98号, whose text and figures are not known.

References: the notice, 一 and 二; annex 1, steps 2 to 8.
Limitations: which fields the red frame contains is not known (the screenshot is
missing); the fields required here are those the text itself names. A host that
has the form adds the others with `PROFILE.require`.
"""

from __future__ import annotations

from types import NoneType
from typing import Final

from attrs import frozen

from credrules.dates import PartialDate
from credrules.engine import Profile, switch
from credrules.systems.lianyungang.calendar.rounds import ROUND_2018, Round
from credrules.systems.lianyungang.records.whole import Declaration, Worker

__all__ = [
    "PROFILE",
    "LianyungangProfile",
]
__dir__ = __all__.copy


@frozen(kw_only=True, repr=False)
class LianyungangProfile(Profile):
    """
    The switches of the system, and its provincial notice, the only source of the figures of eligibility.
    """

    records: tuple[type, ...] = (Worker, Declaration)
    parent: str = "jiangsu-2018"
    rounds: tuple[Round, ...] = switch(
        (ROUND_2018,),
        "哪些轮次的截止日期已知（通知一）；使用方可加自己的轮次",
        "the rounds whose dates are known (the notice, 一); a host adds its own",
        of=Round,
    )
    trades: tuple[str, ...] | None = switch(
        None,
        "工种目录；未知时不检查（步骤2）",
        "the trades a certificate may name; no list is known unless the host has one (step 2)",
        kinds=(tuple, NoneType),
        of=str,
    )
    senior_technicians: str = switch(
        "own",
        "高级技师单独打印，还是与技师一起打印；原文没有写明（步骤7）",
        "高级技师 are printed in a batch of their own or with 技师; the text does not name them (step 7)",
        one_of=("own", "with_technicians"),
    )
    organs_since: int = switch(
        2010,
        "从哪一年起审批单位统一为现名；以前的证书只提示（步骤2）",
        "from which year the two organs hold; of earlier certificates another organ is only a warning (step 2)",
    )
    enter_result_days: int = switch(
        30,
        "取得证书多少天后仍未录入即提示；原文只说“尽快”（步骤8）",
        "after how many days a certificate that is not entered is reported; the text says only soon (step 8)",
        least=0,
    )


PROFILE: Final = LianyungangProfile(name="lianyungang-2018", valid_from=PartialDate(2018))
"""The profile of 2018, with the recommended interpretation of everything ambiguous."""
