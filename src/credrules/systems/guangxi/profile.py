"""
What a host may change: readings of ambiguous rules, requiredness, severities.

The shipped profile is the state of March 2012
(广西专业技术人员信息采集常见问题解答, 一(3)); `PROFILE.switch`, `PROFILE.require` and
`attrs.evolve` give another one.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(12), 二(14), 二(15), 二(17).
Limitations: the document states only that 证书编号 must be filled, so the shipped
requiredness of every other field is ASSUMED.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.engine import Profile, switch
from credrules.systems.guangxi.names import CERTIFICATE_NAMES, CertificateCatalogue
from credrules.systems.guangxi.records.whole import PersonalRecord

__all__ = ["PROFILE", "SEAL_RULE", "SEAL_RULE_WIDE", "GuangxiProfile"]
__dir__ = __all__.copy

SEAL_RULE: Final = "(A or B) and C"
"""The seal of either department, and the seal of the leading group (二(17)); the likely reading."""

SEAL_RULE_WIDE: Final = "A or (B and C)"
"""The other reading of the same words: the first department's seal alone is enough."""


@frozen(kw_only=True, repr=False)
class GuangxiProfile(Profile):
    """
    The switches of the collection: one for every question its text leaves open.
    """

    records: tuple[type, ...] = (PersonalRecord,)
    catalogue: CertificateCatalogue = switch(
        CERTIFICATE_NAMES,
        "软件提供哪些证书名称；有附件1的单位换上自己的（一(2)）",
        "which names of certificates the program offers; a host that has annex 1 injects its own (一(2))",
    )
    seal_rule: str = switch(
        SEAL_RULE,
        "判断资格证书看哪几枚印章（二(17)）",
        "which seals a title certificate must bear (二(17))",
        one_of=(SEAL_RULE, SEAL_RULE_WIDE),
    )
    collect_retired: bool = switch(
        False,
        "“暂不采集”的退休人员是否采集（一(1)）",
        "whether retired people, not collected for the time being, are collected (一(1))",
    )
    backup_required: bool = switch(
        False,
        "没有备份时拒绝报送还是只提醒（二(18)）",
        "whether a report without a backup is refused or only warned of (二(18))",
    )
    health_boundary: str = switch(
        "warn",
        "卫生系列评审与考试交替的年份从宽还是从严（二(14)）",
        "whether the years between review and examination of health titles are warned of or judged strictly (二(14))",
        one_of=("warn", "strict"),
    )
    control_number_since: int = switch(
        2011,
        "证书管理号从哪一年起有；“2011年以后”含2011年（二(15)）",
        "the first year of certificates with a control number; after 2011 is taken as including 2011 (二(15))",
    )
    open_lists: bool = switch(
        False,
        "未公布的代码表之外的名称可否填写（二(4)）",
        "whether a name outside a code list that was never published may stand (二(4))",
    )


PROFILE: Final = GuangxiProfile(name="guangxi-2012", valid_from="2012-03")
"""The profile of March 2012, with the recommended reading of everything ambiguous."""
