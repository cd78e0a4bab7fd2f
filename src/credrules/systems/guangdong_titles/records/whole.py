"""
The file of one applicant: account, basic information, applications, paper, results, and the facts for eligibility.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.fields import FieldSpec, fields_of, section, sections
from credrules.systems.guangdong_titles.records.applications import (
    Application,
    EducationProof,
    Paper,
    Result,
    TitleProof,
)
from credrules.systems.guangdong_titles.records.basic import AccountInfo, BasicInfo, HistoryStep
from credrules.systems.guangdong_titles.records.registry import Committee, ManagementUnit, UnitCase
from credrules.values import FrozenMap

__all__ = ["FIELDS", "RECORD_TYPES", "TitleFile"]
__dir__ = __all__.copy


@frozen
class TitleFile:
    """
    Everything one applicant has in the system, and the paper file.

    >>> TitleFile(basic=BasicInfo(work_unit="甲公司")).applications
    ()
    """

    account: AccountInfo = section("账号信息", "account information", AccountInfo, aliases=("account", "账号", "账户"))
    basic: BasicInfo = section(
        "个人基本信息", "basic information", BasicInfo, aliases=("基本信息", "个人信息", "person")
    )
    applications: tuple[Application, ...] = sections(
        "业务申请", "applications", aliases=("申报业务列表", "申请", "application", "businesses"), flat=True
    )
    paper: Paper = section("纸质材料", "paper material", Paper, aliases=("纸质", "纸质申报材料", "纸质申报"))
    results: tuple[Result, ...] = sections("评审结果", "results", aliases=("结果", "result"), flat=True)
    educations: tuple[EducationProof, ...] = sections("毕业证书", "educations", aliases=("学历证书", "学历信息"))
    titles: tuple[TitleProof, ...] = sections("现有职称", "titles held", aliases=("已有职称", "职称"))


RECORD_TYPES: Final = (
    AccountInfo,
    BasicInfo,
    HistoryStep,
    Application,
    Paper,
    Result,
    EducationProof,
    TitleProof,
    Committee,
    ManagementUnit,
    UnitCase,
)
"""All record types of the system, flat."""

FIELDS: Final[FrozenMap[str, FieldSpec]] = FrozenMap(
    {spec.id: spec for kind in RECORD_TYPES for spec in fields_of(kind)}
)
"""Every field of the system by id: ``FIELDS["BasicInfo.personnel_unit"].label.zh``."""
