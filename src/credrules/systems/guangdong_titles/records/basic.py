"""
The applicant: account, personal basic information, and the archive facts that the audits examine.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 四, 六.
Limitations: the form itself was not published with the text; only the items that the text mentions are here.
Login and password are never stored (GD-050).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field, sections
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import NamesLeaf, NumberLeaf, TextLeaf
from credrules.systems.guangdong_titles.records.registry import NAME
from credrules.values import Evidence

__all__ = [
    "AccountInfo",
    "BasicInfo",
    "HistoryStep",
]
__dir__ = __all__.copy

_SYSTEMS: Final = NamesLeaf(most=20, longest=100)
_AGE: Final = NumberLeaf(least=Decimal(0), most=Decimal(150))


@frozen
class AccountInfo:
    """
    The account in the province's shared framework: one identity number, one account.

    >>> AccountInfo(registered_in=("专项资金申报系统",)).id_no is None
    True
    """

    id_no: Annotated[CitizenId, leaves.CITIZEN_ID] | None = form_field(
        "身份证号码",
        "identity number",
        help=("填写本人身份证号码；一个号码只有一个账号。", "The identity number; one number has one account."),
        requirement="GD-049",
        aliases=("身份证号", "公民身份号码", "id_number", "citizen_id"),
        required=True,
        basis=Evidence.STATED,
        invalid="GD.F.ID_NO",
        sensitive=True,
    )
    registered_in: Annotated[tuple[str, ...], _SYSTEMS] | None = form_field(
        "已注册的其他系统",
        "other systems in which the number is registered",
        help=(
            "注册时提示“已注册”的，写明此前注册过的系统，如专项资金申报系统、劳动力转移申报系统。",
            "Where the number is said to be registered already: in which systems of the framework it was registered.",
        ),
        requirement="GD-044",
        aliases=("已注册系统", "已在其他系统注册", "原注册系统"),
        entry=EntryMode.FACT,
    )


@frozen
class HistoryStep:
    """
    One event that happened, and who did it.

    >>> HistoryStep("withdraw", "PERSON").actor
    'PERSON'
    """

    event: Annotated[str, TextLeaf(60)] | None = form_field(
        "事件",
        "event",
        help=("办理的事项，如提交、撤回、审核通过。", "What was done, such as submit, withdraw, approve."),
        requirement="GD-043",
        aliases=("办理事项", "操作"),
        entry=EntryMode.FACT,
    )
    actor: Annotated[str, TextLeaf(60)] | None = form_field(
        "办理人",
        "actor",
        help=("由谁办理。", "Who did it."),
        requirement="GD-043",
        aliases=("角色", "办理角色"),
        entry=EntryMode.FACT,
    )


@frozen
class BasicInfo:
    """
    The personal basic information, which is audited twice and then stored.

    >>> BasicInfo(work_unit="甲公司", state="STORED").competent is None
    True
    """

    work_unit: Annotated[str, NAME] | None = form_field(
        "工作单位",
        "work unit",
        help=("填写本人所在的工作单位。", "The employer."),
        requirement="GD-051",
        aliases=("所在单位",),
        required=True,
        basis=Evidence.DEDUCED,
    )
    division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "行政区划",
        "administrative division",
        help=(
            "选择行政区划：一般是工作单位所在地，以本单位初级证书的发证部门所在地为准。",
            "The division: normally that of the work unit, in doubt that whose department issues its junior certificates.",
        ),
        requirement="GD-052",
        aliases=("所在行政区划",),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        invalid="GD.F.DIVISION",
    )
    personnel_unit: Annotated[str, NAME] | None = form_field(
        "人事管理单位",
        "personnel management unit",
        help=(
            "从名单中选择管理本人人事关系（人事档案）的单位；年龄、学历等档案信息由其审核。",
            "The unit that manages the personnel relation and audits archive facts such as age and education, from the list.",
        ),
        requirement="GD-053",
        aliases=("人事单位",),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        missing="GD.BASIC.UNIT_REQUIRED",
    )
    competent: Annotated[str, NAME] | None = form_field(
        "主管单位",
        "competent unit",
        help=("选定人事管理单位后由系统带出，本人不填。", "Brought up by the system with the unit, not typed."),
        requirement="GD-054",
        aliases=("主管部门", "competent_unit"),
        entry=EntryMode.FACT,
    )
    archive_keeper: Annotated[str, NAME] | None = form_field(
        "人事档案保管部门",
        "keeper of the personnel file",
        help=("填写保管本人人事档案的单位。", "Who keeps the personnel file."),
        requirement="GD-055",
        aliases=("档案保管部门", "人事档案保管单位", "档案保管单位"),
    )
    birth_date: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "出生日期",
        "date of birth",
        help=("档案记载的出生日期。", "The date of birth in the file."),
        requirement="GD-056",
        aliases=("出生年月", "出生年月日"),
        entry=EntryMode.DATE,
        invalid="GD.F.ARCHIVE_DATE",
    )
    age: Annotated[int, _AGE] | None = form_field(
        "年龄",
        "age",
        help=("周岁。", "In full years."),
        requirement="GD-056",
        aliases=("周岁",),
    )
    education: Annotated[str, codes.EDUCATION] | None = form_field(
        "学历",
        "education",
        help=("档案记载的学历，与毕业证书一致。", "The education in the file, as on the certificate."),
        requirement="GD-056",
        aliases=("最高学历", "文化程度"),
        entry=EntryMode.CODE,
    )
    state: Annotated[str, codes.TITLE_BASIC_STATES] | None = form_field(
        "信息状态",
        "state of the information",
        help=("由系统给出。", "Given by the system."),
        requirement="GD-018",
        aliases=("状态", "个人信息状态", "基本信息状态"),
        entry=EntryMode.FACT,
        invalid="GD.F.STATE",
    )
    employment: Annotated[str, codes.TITLE_EMPLOYMENTS] | None = form_field(
        "人员性质",
        "employment",
        help=("体制内或非公。", "State system or non-public."),
        requirement="GD-026",
        aliases=("单位性质", "用工性质"),
        entry=EntryMode.FACT,
    )
    unit_keeps_archives: Annotated[bool, leaves.FLAG] | None = form_field(
        "本单位是否管理人事档案",
        "whether the employer keeps the file",
        help=("本人的人事档案是否由本单位管理。", "Whether the employer itself keeps the person's file."),
        requirement="GD-028",
        aliases=("本单位管理人事档案", "单位管档"),
        entry=EntryMode.FACT,
    )
    work_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "工作单位所在行政区划",
        "division of the work unit",
        help=("工作单位所在的行政区划。", "Where the employer is."),
        requirement="GD-029",
        aliases=("工作单位所在地", "单位所在地"),
        entry=EntryMode.FACT,
    )
    junior_issuer_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "初级证书发证部门所在行政区划",
        "division that issues the unit's junior certificates",
        help=(
            "本单位初级职称证书的发证部门所在的行政区划。",
            "Whose department issues the unit's junior certificates.",
        ),
        requirement="GD-030",
        aliases=("初级证书发证行政区划",),
        entry=EntryMode.FACT,
    )
    keeper_division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "档案保管部门所在行政区划",
        "division of the keeper",
        help=("档案保管部门所在的行政区划。", "Where the keeper of the file is."),
        requirement="GD-034",
        aliases=("档案所在地",),
        entry=EntryMode.FACT,
    )
    registered_by: Annotated[str, codes.DIVISIONS] | None = form_field(
        "营业执照发照机关所在行政区划",
        "division whose bureau issued the business licence",
        help=(
            "工作单位为企业时，营业执照的发照机关所在的行政区划。",
            "For an enterprise: whose bureau issued its licence.",
        ),
        requirement="GD-048",
        aliases=("发照机关所在地", "营业执照登记机关"),
        entry=EntryMode.FACT,
    )
    specialty_started_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "从事专业时间",
        "start of work in the speciality",
        help=("开始从事本专业工作的时间。", "When the work in the speciality began."),
        aliases=("从事专业工作时间",),
        entry=EntryMode.FACT,
    )
    history: tuple[HistoryStep, ...] = sections("办理记录", "history", aliases=("办理过程", "流程记录"))
