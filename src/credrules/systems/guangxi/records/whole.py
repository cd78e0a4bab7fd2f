"""
The whole record of a person: the tables of the form, in form order.

The 61 fields of 广西专业技术人员信息采集常见问题解答, 二(4), are each declared once in
the modules beside this one. Their division into tables is deduced from their
order there; requiredness is assumed for all except 证书编号 (二(15)) and may be
changed by the profile.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.fields import FieldSpec, fields_of, section, sections
from credrules.systems.guangxi.records.awards import Award, Honour
from credrules.systems.guangxi.records.basic import Basic
from credrules.systems.guangxi.records.certificates import OccupationalCertificate, TitleCertificate
from credrules.systems.guangxi.records.education import Degree, Education
from credrules.values import FrozenMap

__all__ = [
    "FIELDS",
    "FORM_ORDER",
    "RECORD_TYPES",
    "Award",
    "Basic",
    "Degree",
    "Education",
    "Honour",
    "OccupationalCertificate",
    "PersonalRecord",
    "TitleCertificate",
]
__dir__ = __all__.copy


@frozen
class PersonalRecord:
    """
    The whole record of one person, the tables in form order.

    >>> PersonalRecord(Basic(name="张三")).basic.name
    '张三'
    """

    basic: Basic = section(
        "基本信息", "basic information", Basic, aliases=("person", "基本情况", "个人基本信息", "个人信息")
    )
    educations: tuple[Education, ...] = sections(
        "学历信息", "educations", aliases=("education", "education_records", "学历", "学历情况", "教育经历")
    )
    degrees: tuple[Degree, ...] = sections(
        "学位信息", "degrees", aliases=("degree", "degree_records", "学位", "学位情况")
    )
    titles: tuple[TitleCertificate, ...] = sections(
        "专业技术资格信息",
        "title certificates",
        aliases=(
            "title",
            "title_certificates",
            "专业技术资格",
            "专业技术资格证书",
            "职称信息",
            "职称证书",
            "专业技术职务资格",
        ),
    )
    qualifications: tuple[OccupationalCertificate, ...] = sections(
        "职业资格证书",
        "occupational certificates",
        aliases=("qualification", "occupational_certificates", "occupational", "职业资格", "职业资格信息", "执业资格"),
    )
    awards: tuple[Award, ...] = sections(
        "奖励信息", "awards", aliases=("award", "奖励", "获奖信息", "获奖情况", "奖励情况")
    )
    honours: tuple[Honour, ...] = sections(
        "荣誉信息", "honours", aliases=("honour", "honors", "荣誉", "荣誉称号", "荣誉情况", "荣誉称号信息")
    )


FORM_ORDER: Final = (Basic, (Education, Degree), TitleCertificate, OccupationalCertificate, Award, Honour)
"""The tables as the form has them; 专业技术资格信息 is the third (二(14)), the order of the last four is deduced."""

RECORD_TYPES: Final = (Basic, Education, Degree, TitleCertificate, OccupationalCertificate, Award, Honour)
"""All record types of the form, flat."""

FIELDS: Final[FrozenMap[str, FieldSpec]] = FrozenMap(
    {spec.id: spec for kind in RECORD_TYPES for spec in fields_of(kind) if spec.on_form}
)
"""The fields the form asks for, in form order, by id: ``FIELDS["Basic.unit_name"].declared.help.en``."""
