"""
The switches of a host: readings of ambiguous rules, policies of cities, lists that were not published.

The shipped profile follows the text of the questions (years 2010 to 2020); the
hours required in a year come from `credrules.hours`.

References: 广东省专业技术人员继续教育管理系统常见问题, D1, D4, E1 to E3, G3, C6.
Limitations: the document does not state which cities print a seal, which options
the lists of 专业 offer, or how many hours a result gives; these switches are
empty until the host fills them.
"""

from __future__ import annotations

from types import NoneType
from typing import Final

from attrs import frozen

from credrules import codes
from credrules.engine import Profile, switch
from credrules.hours import Standard
from credrules.systems.guangdong_learning.records.whole import LearningFile, Request, UnitRegistration

__all__ = ["PROFILE", "LearningProfile"]
__dir__ = __all__.copy


@frozen(kw_only=True, repr=False)
class LearningProfile(Profile):
    """
    The switches of the system: one for every question its text leaves open.
    """

    records: tuple[type, ...] = (LearningFile, UnitRegistration, Request)
    jurisdiction: str = switch(
        "CN-GD",
        "年度审核按哪里的学时要求；有的市另有规定（E1）",
        "whose requirement the annual audit takes; a city may have its own (E1)",
    )
    electives_locked: bool = switch(
        True,
        "选修课认定后是否与另两类一样锁定（D1）",
        "whether electives are locked once recognised, as the other two subjects are (D1)",
    )
    treat_jpeg_as_jpg: bool = switch(
        False,
        "扩展名 .jpeg 可否当作表中的 .jpg（G3）",
        "whether a file called .jpeg passes for .jpg, which the list has (G3)",
    )
    kb: int = switch(
        1024,
        "1KB 按 1024 字节还是 1000 字节（G3）",
        "bytes of a KB: 1024, or 1000 in the strict reading (G3)",
        one_of=(1024, 1000),
    )
    carry_over: bool = switch(
        False,
        "上一年度多出的学时可否计入；原文为“每年”（E1）",
        "whether surplus hours of the year before may count; the text says each year (E1)",
    )
    sealed_cities: tuple[str, ...] = switch(
        (),
        "哪些地方的打印件自带印章，填行政区划代码（E3）",
        "codes of the divisions whose prints bear the seal already (E3)",
        of=codes.DIVISIONS,
    )
    majors: tuple[str, ...] | None = switch(
        None,
        "“所学专业”可选哪些；未知时不检查（C6）",
        "what the list of 所学专业 offers; nobody knows unless the host says (C6)",
        kinds=(tuple, NoneType),
        of=str,
    )
    occupations: tuple[str, ...] | None = switch(
        None,
        "“从事专业”可选哪些；未知时不检查（C6）",
        "what the list of 从事专业 offers; nobody knows unless the host says (C6)",
        kinds=(tuple, NoneType),
        of=str,
    )
    conversion_table: Standard | None = switch(
        None,
        "论文、专利等成果按哪个学时折算表（D4）",
        "the employer's or industry's table of hours for results (D4)",
        kinds=(Standard, NoneType),
    )


PROFILE: Final = LearningProfile(name="guangdong-learning-2010", valid_from="2010")
"""The profile of the questions, with the recommended reading of everything ambiguous."""
