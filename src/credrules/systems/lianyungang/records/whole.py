"""
A worker with all subsets, and a unit's declaration with all its workers.

References: annex 1, parts 一 and 二.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, FieldSpec, fields_of, form_field, section, sections
from credrules.systems.lianyungang.records.person import Person
from credrules.systems.lianyungang.records.registration import Registration
from credrules.systems.lianyungang.records.skills import SkillRecord
from credrules.systems.lianyungang.records.subsets import Award, Education, Post, Training
from credrules.values import Evidence, FrozenMap

__all__ = [
    "FIELDS",
    "FORM_ORDER",
    "MOST_WORKERS",
    "RECORD_TYPES",
    "Award",
    "Declaration",
    "Education",
    "Person",
    "Post",
    "Registration",
    "SkillRecord",
    "Training",
    "Worker",
]
__dir__ = __all__.copy

MOST_WORKERS: Final = 10_000
"""More workers than any unit of the city has; a longer list is cut and reported."""


@frozen
class Worker:
    """
    One worker, on the establishment or not: the same subsets for both.

    >>> Worker(Person(name="李某"), skills=(SkillRecord(grade="3"),)).skills[0].grade
    '3'
    """

    person: Person = section(
        "基本信息", "basic information", Person, aliases=("basic", "basic data", "人员信息", "个人信息", "人员基本信息")
    )
    skills: tuple[SkillRecord, ...] = sections(
        "专技资格",
        "grades held",
        aliases=("skill", "专技资格信息", "专业技术职称", "专业技术资格", "资格信息", "技术等级信息", "等级证书"),
    )
    posts: tuple[Post, ...] = sections("简历职务信息", "posts", aliases=("post", "职务信息", "简历信息", "岗位信息"))
    education: tuple[Education, ...] = sections(
        "学历学位信息", "educations", aliases=("educations", "学历信息", "学历学位", "学历情况")
    )
    training: tuple[Training, ...] = sections(
        "教育培训信息", "trainings", aliases=("trainings", "培训信息", "教育培训", "继续教育信息", "培训")
    )
    awards: tuple[Award, ...] = sections("奖惩信息", "awards", aliases=("award", "奖励信息", "奖惩", "奖励"))
    registration: Registration = section(
        "申报信息", "registration", Registration, aliases=("报名信息", "申报", "报名", "登记信息")
    )


@frozen
class Declaration:
    """
    A unit's declaration: who declares, how, its workers and those it registers.

    >>> Declaration(level="CITY", channel="ONLINE").channel
    'ONLINE'
    """

    unit_name: str | None = form_field(
        "单位名称",
        "name of the unit",
        help=("申报单位的全称。", "The declaring unit's full name."),
        requirement="LYG-043",
        aliases=("单位", "申报单位"),
        entry=EntryMode.FACT,
    )
    level: Annotated[str, codes.WORKER_UNIT_LEVELS] | None = form_field(
        "单位层级",
        "level of the unit",
        help=("市直单位或县区单位。", "Directly under the city, or of a county or district."),
        requirement="LYG-008",
        aliases=("单位级别", "单位类别", "层级", "隶属关系"),
        entry=EntryMode.FACT,
    )
    installed: Annotated[bool, leaves.FLAG] | None = form_field(
        "已安装系统",
        "system installed",
        help=("单位是否安装了综合管理信息系统。", "Whether the unit has the management system."),
        requirement="LYG-010",
        aliases=("是否安装系统", "安装系统", "系统已安装", "已安装"),
        entry=EntryMode.FACT,
    )
    channel: Annotated[str, codes.DECLARATION_CHANNELS] | None = form_field(
        "申报方式",
        "channel",
        help=("网上申报，或报送附件2的报名审批表。", "Online, or with the form of annex 2."),
        requirement="LYG-008",
        aliases=("申报渠道", "报名方式"),
        entry=EntryMode.FACT,
    )
    contact: str | None = form_field(
        "联系人",
        "contact person",
        help=("新增申报时认真填写。", "To be filled in carefully with a new declaration."),
        requirement="LYG-078",
        aliases=("contact_person", "经办人"),
        required=True,
        basis=Evidence.STATED,
        missing="LYG.DECL.CONTACT",
        sensitive=True,
    )
    phone: str | None = form_field(
        "联系电话",
        "telephone",
        help=("新增申报时认真填写。", "To be filled in carefully with a new declaration."),
        requirement="LYG-079",
        aliases=("电话", "telephone", "联系人电话"),
        required=True,
        basis=Evidence.STATED,
        missing="LYG.DECL.CONTACT",
        sensitive=True,
    )
    form: Annotated[str, codes.FORM_CARRIERS] | None = form_field(
        "报名审批表报送方式",
        "how the form is handed in",
        help=("没有安装系统的单位：U盘或电子邮件。", "For units without the system: USB stick or e-mail."),
        requirement="LYG-010",
        aliases=("附件2", "form_annex2", "报送方式", "报名审批表"),
        entry=EntryMode.FACT,
    )
    paper: Annotated[bool, leaves.FLAG] | None = form_field(
        "纸质材料",
        "paper material",
        help=("是否同时报送了纸质材料。", "Whether the paper material came with the form."),
        requirement="LYG-010",
        aliases=("paper handed in", "纸质材料已报送", "有纸质材料"),
        entry=EntryMode.FACT,
    )
    workers: tuple[Worker, ...] = sections(
        "工勤人员", "workers", aliases=("worker", "人员", "工勤人员信息", "人员名单", "职工"), most=MOST_WORKERS
    )
    registrations: tuple[Registration, ...] = sections(
        "申报人员",
        "registrations",
        aliases=("registration", "申报人员名单", "报名人员", "申报名单", "报名"),
        most=MOST_WORKERS,
    )


RECORD_TYPES: Final = (Person, SkillRecord, Post, Education, Training, Award, Registration, Declaration)
"""All record types with fields of their own, flat."""

FORM_ORDER: Final = (Person, SkillRecord, Post, Education, Training, Award, Registration)
"""The tables in the order of step 2, step 3 and step 5."""

FIELDS: Final[FrozenMap[str, FieldSpec]] = FrozenMap(
    {spec.id: spec for kind in RECORD_TYPES for spec in fields_of(kind) if spec.on_form}
)
"""The fields that the form contains, by id: ``FIELDS["SkillRecord.trade"].declared.help.en``."""
