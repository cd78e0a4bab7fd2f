"""
The second table of the form: schooling and degrees (学历信息, 学位信息).

First and highest education, first and highest degree; a person with only one
enters it under both (广西专业技术人员信息采集常见问题解答, 二(4), 二(13)).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import NumberLeaf
from credrules.systems.guangxi.records.basic import COARSE
from credrules.systems.guangxi.records.cells import PAST_MONTH, SERIAL, RivalCodeLeaf

__all__ = ["Degree", "Education"]
__dir__ = __all__.copy

# An education level is not a degree, and a degree is not an education level (二(13)).
_EDUCATION_LEVEL: Final = RivalCodeLeaf(codes.EDUCATION, rival=codes.DEGREE, code="GX.EDU.NOT_DEGREE")
_DEGREE_LEVEL: Final = RivalCodeLeaf(codes.DEGREE, rival=codes.EDUCATION, code="GX.EDU.NOT_DEGREE")
_STUDY_YEARS: Final = NumberLeaf(least=Decimal("0.5"), most=Decimal(8), whole=False)


@frozen
class Education:
    """
    One record of schooling: the first or the highest education.

    A person with only one education enters it twice, once as 第一学历 and
    once as 最高学历 (二(13)).

    >>> Education(education_item="FIRST", education_level="31").education_level
    '31'
    """

    seq: Annotated[int, SERIAL] | None = form_field(
        "序号",
        "serial number",
        help=("学历记录的顺序号，从 1 开始，不重复。", "The number of the education record, from 1 on, none twice."),
        requirement="GX-097",
        aliases=("serial", "no", "顺序号", "编号"),
        required=True,
        invalid="GX.F.SEQ",
    )
    education_item: Annotated[str, codes.EDUCATION_ITEMS] | None = form_field(
        "学历项目",
        "education item",
        help=(
            "选择“第一学历”或“最高学历”；只有一个学历的，两项各填一条，内容相同。",
            "First or highest education; with a single education both are entered, with the same content.",
        ),
        requirement="GX-131",
        aliases=("item", "学历类别", "学历项"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    education_level: Annotated[str, _EDUCATION_LEVEL] | None = form_field(
        "学历",
        "education",
        help=(
            "从 GB/T 4658 代码表选择，如大学本科毕业；学士、硕士、博士是学位，不是学历。",
            "Picked from the list of GB/T 4658, such as graduated undergraduate study; bachelor, master and doctor are degrees and do not belong here.",
        ),
        requirement="GX-132",
        aliases=("level", "education", "学历层次", "学历名称", "文化程度"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
        renames={"GX.EDU.NOT_DEGREE": "GX.EDU.NOT_DEGREE"},
    )
    school: str | None = form_field(
        "毕业院校",
        "school",
        help=("填写毕业证书上的学校全称。", "The full name of the school as on the certificate of graduation."),
        requirement="GX-098",
        aliases=("college", "university", "毕业学校", "学校", "毕业院校名称", "院校"),
        required=True,
    )
    major: str | None = form_field(
        "所学专业",
        "field of study",
        help=(
            "填写毕业证书上的专业名称；与专业技术资格的“专业”不是一回事。",
            "The field of study as on the certificate of graduation; not the speciality of a title.",
        ),
        requirement="GX-099",
        aliases=("field_of_study", "学习专业", "所学专业名称"),
        required=True,
    )
    study_years: Annotated[Decimal, _STUDY_YEARS] | None = form_field(
        "学制",
        "years of study",
        help=(
            "填写学制年数，可有半年，如 3、2.5。",
            "The regular length of study in years, half years allowed, such as 3 or 2.5.",
        ),
        requirement="GX-100",
        aliases=("length_of_study", "学制（年）", "学制年数"),
        invalid="GX.F.STUDY_YEARS",
    )
    graduated_on: Annotated[PartialDate, PAST_MONTH] | None = form_field(
        "毕业时间",
        "date of graduation",
        help=(
            "填写毕业证书上的年月，如 1989-07。",
            "Year and month on the certificate of graduation, such as 1989-07.",
        ),
        requirement="GX-146",
        aliases=("graduation", "graduation_date", "毕业日期", "毕业年月", "毕（结）业时间"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.GRADUATED",
        renames=COARSE,
    )


@frozen
class Degree:
    """
    One record of a degree: the first or the highest; filled like the educations (二(13)).

    A person without a degree has no record here.

    >>> Degree(degree_item="HIGHEST", degree_level="4").degree_level
    '4'
    """

    degree_item: Annotated[str, codes.DEGREE_ITEMS] | None = form_field(
        "学位项目",
        "degree item",
        help=(
            "选择“第一学位”或“最高学位”；只有一个学位的，两项各填一条。",
            "First or highest degree; a single degree is entered under both.",
        ),
        requirement="GX-133",
        aliases=("item", "学位类别", "学位项"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    degree_level: Annotated[str, _DEGREE_LEVEL] | None = form_field(
        "学位",
        "degree",
        help=(
            "从 GB/T 6864 代码表选择，如工学学士；研究生、本科是学历，不是学位。",
            "Picked from the list of GB/T 6864, such as bachelor of engineering; 研究生 and 本科 are education levels and do not belong here.",
        ),
        requirement="GX-134",
        aliases=("level", "degree", "学位名称", "学位层次"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
        renames={"GX.EDU.NOT_DEGREE": "GX.EDU.NOT_DEGREE"},
    )
    conferred_on: Annotated[PartialDate, PAST_MONTH] | None = form_field(
        "授予时间",
        "date of conferral",
        help=(
            "填写学位证书上的年月，如 1996-12。",
            "Year and month on the certificate of the degree, such as 1996-12.",
        ),
        requirement="GX-147",
        aliases=("conferral_date", "学位授予时间", "授予日期", "授予学位时间", "学位授予日期"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.CONFERRED",
        renames=COARSE,
    )
