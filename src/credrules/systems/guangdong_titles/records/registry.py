"""
What a host knows besides the applicant: units, committees, and the case of a person who looks for a unit.

Each is a value with declared fields, so that a mapping with English keys or
labels is read like any record. None of them contains the applicant's identity.

References: 广东省职称网上申报说明（2016，清远市页面）, 二, 四.
Limitations: the official lists of units and committees were not published with the text.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, form_field
from credrules.leaves import NamesLeaf, OpenCodeLeaf, TextLeaf

__all__ = [
    "NAME",
    "PROFESSIONS",
    "Committee",
    "ManagementUnit",
    "UnitCase",
]
__dir__ = __all__.copy

NAME: Final = TextLeaf(200)
PROFESSIONS: Final = NamesLeaf(most=60, longest=60)


@frozen
class ManagementUnit:
    """
    One entry of the list of personnel management units.

    >>> point = ManagementUnit(id="p1", kind="APPLICATION_POINT", division="441622")
    >>> point.real_relation, ManagementUnit(id="m1", kind="TALENT_MARKET").real_relation
    (False, True)
    """

    id: Annotated[str, NAME] | None = form_field(
        "单位编号",
        "id of the unit",
        help=("名单中的编号；没有编号时用单位名称。", "The id in the list; without one, the name."),
        requirement="GD-053",
        aliases=("编号", "unit_id", "code"),
    )
    name: Annotated[str, NAME] | None = form_field(
        "单位名称",
        "name of the unit",
        help=("名单中的单位名称。", "The name in the list."),
        requirement="GD-053",
        aliases=("名称", "单位"),
    )
    kind: Annotated[str, codes.TITLE_UNIT_KINDS] | None = form_field(
        "单位类别",
        "kind of the unit",
        help=("用人单位、人才市场、企业或非公申报点。", "Employer, talent market, enterprise or application point."),
        requirement="GD-036",
        aliases=("类别", "unit_kind"),
        entry=EntryMode.CODE,
    )
    division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "行政区划",
        "administrative division",
        help=("单位列在哪个行政区划的名单中。", "The division in whose list the unit stands."),
        requirement="GD-033",
        aliases=("所在行政区划",),
        entry=EntryMode.CODE,
    )
    competent: Annotated[str, NAME] | None = form_field(
        "主管单位",
        "competent unit",
        help=("选定单位后由系统带出的主管单位。", "The competent unit that the system brings up with it."),
        requirement="GD-021",
        aliases=("主管部门",),
    )
    professions: Annotated[tuple[str, ...], PROFESSIONS] | None = form_field(
        "受理专业",
        "professions",
        help=(
            "申报点只受理部分专业时填写；不填为不限专业。",
            "For a point that takes some professions only; empty: all.",
        ),
        requirement="GD-035",
        aliases=("专业",),
    )

    @property
    def key(self) -> str | None:
        """
        The id, or the name if the unit has no id.
        """
        return self.id or self.name

    @property
    def real_relation(self) -> bool | None:
        """
        Whether the unit follows the real personnel relation; False for an application point, None for an unknown kind.
        """
        return None if self.kind is None else self.kind != "APPLICATION_POINT"


@frozen
class Committee:
    """
    A review committee, with what the choice of a system depends on.

    >>> Committee(level="CITY", division="440300").industry is None
    True
    """

    name: Annotated[str, NAME] | None = form_field(
        "评委会名称",
        "name of the committee",
        help=("评审通知中的评委会名称。", "The name in the review notice."),
        requirement="GD-058",
        aliases=("名称", "评委会", "id", "committee"),
    )
    level: Annotated[str, codes.TITLE_COMMITTEE_LEVELS] | None = form_field(
        "隶属",
        "level of the committee",
        help=(
            "省属、市属或行业；县（区）的评委会填市属。",
            "Of the province, a city or an industry; a county's is CITY.",
        ),
        requirement="GD-013",
        aliases=("级别", "层级", "评委会级别", "评委会隶属", "隶属关系", "类别"),
        entry=EntryMode.CODE,
    )
    division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "行政区划",
        "administrative division",
        help=("评委会所属的行政区划。", "The division to which the committee belongs."),
        requirement="GD-014",
        aliases=("所属行政区划", "city", "地区", "城市", "所在市", "所属地区"),
        entry=EntryMode.CODE,
    )
    industry: Annotated[str, TextLeaf(60)] | None = form_field(
        "所属行业",
        "industry",
        help=("卫生、电力等；没有所属行业的不填。", "Health, electric power and so on; empty without one."),
        requirement="GD-010",
        aliases=("行业", "行业名称", "行业系统"),
    )
    system: Annotated[str, OpenCodeLeaf(codes.TITLE_SYSTEMS)] | None = form_field(
        "通知指定的系统",
        "system named by the notice",
        help=("评审通知写明使用的申报系统。", "The system that the review notice names."),
        requirement="GD-015",
        aliases=("申报系统", "系统"),
        entry=EntryMode.CODE,
    )
    notice_ref: Annotated[str, NAME] | None = form_field(
        "评审通知",
        "review notice",
        help=("评审通知的名称或文号。", "Title or number of the review notice."),
        requirement="GD-015",
        aliases=("通知", "notice", "通知文号"),
    )


@frozen
class UnitCase:
    """
    What decides a person's personnel management unit: the employer, and who keeps the personnel file.

    >>> UnitCase(work_unit="甲公司", employment="NON_PUBLIC").archive_keeper is None
    True
    """

    work_unit: Annotated[str, NAME] | None = form_field(
        "工作单位",
        "work unit",
        help=("本人所在的工作单位。", "The employer."),
        requirement="GD-024",
        aliases=("所在单位",),
    )
    work_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "工作单位所在行政区划",
        "division of the work unit",
        help=("工作单位所在的行政区划。", "The division in which the employer is."),
        requirement="GD-029",
        aliases=("工作单位所在地", "单位所在地", "行政区划", "administrative division"),
        entry=EntryMode.CODE,
    )
    employment: Annotated[str, codes.TITLE_EMPLOYMENTS] | None = form_field(
        "人员性质",
        "employment",
        help=("体制内或非公。", "State system or non-public."),
        requirement="GD-026",
        aliases=("单位性质", "用工性质"),
        entry=EntryMode.CODE,
    )
    unit_keeps_archives: Annotated[bool, leaves.FLAG] | None = form_field(
        "本单位是否管理人事档案",
        "whether the employer keeps the file",
        help=("本人的人事档案是否由本单位管理。", "Whether the employer itself keeps the person's file."),
        requirement="GD-028",
        aliases=("本单位管理人事档案", "单位管档", "keeps_archives"),
    )
    archive_keeper: Annotated[str, NAME] | None = form_field(
        "人事档案保管部门",
        "keeper of the personnel file",
        help=("保管本人人事档案的单位。", "Who keeps the personnel file."),
        requirement="GD-032",
        aliases=("档案保管部门", "人事档案保管单位", "档案保管单位", "人事档案所在地", "keeper"),
    )
    keeper_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "档案保管部门所在行政区划",
        "division of the keeper",
        help=("档案保管部门所在的行政区划。", "The division in which the keeper is."),
        requirement="GD-033",
        aliases=("档案所在地", "人事档案保管部门所在行政区划"),
        entry=EntryMode.CODE,
    )
    junior_issuer_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "初级证书发证部门所在行政区划",
        "division that issues the unit's junior certificates",
        help=(
            "本单位的初级职称证书由哪一级人社部门发放。",
            "The division whose department issues the unit's junior certificates.",
        ),
        requirement="GD-030",
        aliases=("初级证书发证行政区划", "初级职称发证部门所在行政区划"),
        entry=EntryMode.CODE,
    )
    profession: Annotated[str, TextLeaf(60)] | None = form_field(
        "申报专业",
        "profession",
        help=("拟申报的专业。", "The profession applied for."),
        requirement="GD-035",
        aliases=("专业",),
    )
    target_level: Annotated[str, OpenCodeLeaf(codes.TITLE_LEVELS)] | None = form_field(
        "申报级别",
        "level applied for",
        help=("拟申报的级别；不影响单位的选择。", "The level applied for; it does not decide the unit."),
        requirement="GD-031",
        aliases=("级别", "拟申报级别"),
        entry=EntryMode.CODE,
    )
