"""
The subsets on the right of the dialogue: posts, education and degree, training, awards.

The items of each were shown on screenshots that are missing; the items here are those
that the text mentions (annex 1, step 3), and what it leaves open is assumed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import NumberLeaf
from credrules.values import Evidence

__all__ = [
    "Award",
    "Education",
    "Post",
    "Training",
]
__dir__ = __all__.copy

_HOURS: Final = NumberLeaf(most=Decimal(10_000), whole=False)
_GAP: Final = "LYG.EDU.NO_GAPS"


@frozen
class Post:
    """
    One post by actual appointment (简历职务信息).

    >>> Post(post="技术工三级").post
    '技术工三级'
    """

    post: str | None = form_field(
        "职务",
        "position",
        help=("按实际聘任的职务（岗位）填写。", "The position by actual appointment."),
        requirement="LYG-035",
        aliases=(
            "岗位",
            "职务名称",
            "岗位名称",
            "岗位等级",
            "聘任岗位",
            "聘任职务",
            "现任职务",
            "现任岗位",
            "position",
            "职务（岗位）",
            "title",
            "name",
        ),
        required=True,
        basis=Evidence.DEDUCED,
        missing="LYG.POST.ACTUAL",
    )
    started_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "任职时间",
        "appointed on",
        help=("实际聘任的日期。", "The day of the appointment."),
        requirement="LYG-035",
        aliases=("聘任时间", "任职日期", "起始时间", "开始时间", "from", "appointed_on"),
        entry=EntryMode.DATE,
    )
    ended_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "免职时间",
        "ended on",
        help=("现任的不填。", "Empty for the present post."),
        requirement="LYG-035",
        aliases=("任职截止时间", "结束时间", "终止时间", "until"),
        entry=EntryMode.FACT,
    )
    current: Annotated[bool, leaves.FLAG] | None = form_field(
        "是否现任",
        "present post",
        help=("现任的填“是”。", "Yes for the present post."),
        requirement="LYG-035",
        aliases=("现任", "现职"),
        entry=EntryMode.FACT,
    )


@frozen
class Education:
    """
    One education (学历学位信息); all items are filled in, and what does not exist is not a gap.

    >>> Education(level="60").level
    '60'
    """

    level: Annotated[str, codes.EDUCATION] | None = form_field(
        "学历",
        "education",
        help=(
            "参加专业证书班并取得证书的，选“专业证书班”。",
            "Who attended a 专业证书班 and has its certificate picks 专业证书班.",
        ),
        requirement="LYG-075",
        aliases=("学历层次", "文化程度", "education"),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        missing=_GAP,
    )
    school: str | None = form_field(
        "毕业院校",
        "school",
        help=("填写毕业证书上的学校全称。", "The school as on the diploma."),
        requirement="LYG-036",
        aliases=("毕业学校", "学校", "院校", "毕业学校名称"),
    )
    major: str | None = form_field(
        "所学专业",
        "field of study",
        help=(
            "填写毕业证书上的专业；初中及以下没有专业，不填。",
            "The major as on the diploma; there is none up to 初中.",
        ),
        requirement="LYG-036",
        aliases=("专业", "专业名称"),
    )
    entered_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "入学时间",
        "entered on",
        help=("入学的年月。", "When the study began."),
        requirement="LYG-036",
        aliases=("入学日期", "入校时间"),
        entry=EntryMode.DATE,
    )
    graduated_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "毕业时间",
        "date of graduation",
        help=("毕业证书上的日期。", "The date on the diploma."),
        requirement="LYG-036",
        aliases=("毕业日期", "毕（肄）业时间"),
        entry=EntryMode.DATE,
    )
    degree: str | None = form_field(
        "学位",
        "degree",
        help=("有学位的填写，没有的不填。", "The degree, if there is one."),
        requirement="LYG-036",
        aliases=("学位名称",),
    )
    certificate_obtained: Annotated[bool, leaves.FLAG] | None = form_field(
        "取得专业证书",
        "speciality certificate obtained",
        help=("参加专业证书班的，是否取得了证书。", "Whether the certificate of the 专业证书班 was obtained."),
        requirement="LYG-037",
        aliases=("取得证书", "是否取得证书", "专业证书班证书"),
        entry=EntryMode.FACT,
    )


@frozen
class Training:
    """
    One training (教育培训信息); the declaration takes it over automatically.

    >>> Training(year=2017).year
    2017
    """

    course: str | None = form_field(
        "培训名称",
        "course",
        help=("培训班或继续教育课程的名称。", "The course or training."),
        requirement="LYG-076",
        aliases=("培训内容", "课程名称", "课程", "培训班名称", "培训项目", "name"),
    )
    year: Annotated[int, NumberLeaf(least=Decimal(1950), most=Decimal(2200))] | None = form_field(
        "年度",
        "year",
        help=("培训的年度，如 2017。", "The year, such as 2017."),
        requirement="LYG-076",
        aliases=("培训年度", "年份"),
    )
    hours: Annotated[Decimal, _HOURS] | None = form_field(
        "学时",
        "hours",
        help=("培训的学时。", "The hours."),
        requirement="LYG-076",
        aliases=("培训学时", "课时"),
    )


@frozen
class Award:
    """
    One award (奖惩信息); an exceptional application by award rests on it.

    >>> Award(award="市技术能手").award
    '市技术能手'
    """

    award: str | None = form_field(
        "奖励名称",
        "award",
        help=("证书上的奖励名称。", "The award as on its certificate."),
        requirement="LYG-077",
        aliases=("获奖名称", "奖项", "奖惩名称", "名称", "name", "award_name"),
    )
    organ: str | None = form_field(
        "授奖机关",
        "awarding organ",
        help=("证书上盖章的机关。", "The organ whose seal is on the certificate."),
        requirement="LYG-077",
        aliases=("授奖单位", "颁奖单位", "批准机关"),
    )
    awarded_on: Annotated[PartialDate, leaves.YEAR] | None = form_field(
        "获奖时间",
        "awarded on",
        help=("获奖的年份或日期。", "When it was awarded."),
        requirement="LYG-077",
        aliases=("奖励时间", "授奖时间", "获奖年度", "year", "date"),
        entry=EntryMode.DATE,
    )
