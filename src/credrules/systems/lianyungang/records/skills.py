"""
The subset 专技资格 (for staff attached to organs: 专业技术职称): one record per certificate, with six items.

References: annex 1, step 2, items 1 to 6.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.systems.lianyungang.records.cells import GRADE, NUMBER
from credrules.values import Evidence

__all__ = [
    "SkillRecord",
]
__dir__ = __all__.copy


@frozen
class SkillRecord:
    """
    One grade held, as on its certificate.

    >>> SkillRecord(grade="3", trade="电工").trade
    '电工'
    """

    grade: Annotated[str, GRADE] | None = form_field(
        "专业技术资格名称",
        "grade held",
        help=(
            "在代码末尾的“工人”一组中选择现有等级，不是要申报的等级。",
            "The grade held now, from the group 工人 at the end of the list; not the one applied for.",
        ),
        requirement="LYG-068",
        aliases=("现有等级", "技术等级", "等级", "资格名称", "现有技术等级", "工人技术等级", "技能等级", "现等级"),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        invalid="LYG.SKILL.NAME",
        missing="LYG.SKILL.NAME",
    )
    route: Annotated[str, codes.ACQUISITION_ROUTES] | None = form_field(
        "取得资格途径",
        "way of obtaining",
        help=(
            "技师、高级技师选“评审”，初级工、中级工、高级工选“考试”。",
            "评审 for 技师 and 高级技师, 考试 for 初级工, 中级工 and 高级工.",
        ),
        requirement="LYG-069",
        aliases=("取得途径", "资格取得途径", "途径"),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        invalid="LYG.SKILL.ROUTE",
        missing="LYG.SKILL.ROUTE",
    )
    approver: str | None = form_field(
        "资格审批单位",
        "approving organ",
        help=(
            "技师、高级技师填“江苏省人社厅”，初级工、中级工、高级工填“连云港市工考办”。",
            "江苏省人社厅 for 技师 and 高级技师, 连云港市工考办 for the three lower grades.",
        ),
        requirement="LYG-070",
        aliases=("审批单位", "资格审批部门", "批准单位", "发证单位"),
        required=True,
        basis=Evidence.STATED,
        missing="LYG.SKILL.APPROVER",
    )
    obtained_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "取得资格时间",
        "date of the certificate",
        help=(
            "填写等级证书上的日期，格式 XXXX-MM-DD。",
            "The date on the certificate, written XXXX-MM-DD.",
        ),
        requirement="LYG-071",
        aliases=("取得时间", "资格取得时间", "取得资格日期", "发证日期", "发证时间"),
        entry=EntryMode.DATE,
        required=True,
        basis=Evidence.STATED,
        invalid="LYG.SKILL.DATE",
        missing="LYG.SKILL.DATE",
        renames={"DATE.NOTATION": "LYG.SKILL.DATE_FORMAT"},
    )
    trade: str | None = form_field(
        "工种",
        "trade",
        help=("与等级证书一致。", "As on the certificate."),
        requirement="LYG-072",
        aliases=("工种名称", "职业工种", "证书工种", "职业（工种）"),
        required=True,
        basis=Evidence.STATED,
        missing="LYG.SKILL.TRADE",
    )
    certificate_no: Annotated[str, NUMBER] | None = form_field(
        "证书号码",
        "certificate number",
        help=("与等级证书一致，前面的零也要填。", "As on the certificate, leading zeros included."),
        requirement="LYG-073",
        aliases=("certificate_number", "number", "证书编号", "证书号", "证号"),
        required=True,
        basis=Evidence.STATED,
        missing="LYG.SKILL.NUMBER",
        sensitive=True,
    )
    transferred: Annotated[bool, leaves.FLAG] | None = form_field(
        "外地证书",
        "certificate from elsewhere",
        help=(
            "证书不是在本市取得的填“是”；审批单位按证书。",
            "Yes for a certificate of another place; the organ is then that of the certificate.",
        ),
        requirement="LYG-026",
        aliases=("外地取得", "外市证书", "外省证书"),
        entry=EntryMode.FACT,
    )
