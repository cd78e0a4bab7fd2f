"""
One row of a personnel roster: the fields such tables have, declared once.

Headings differ from office to office; the spellings of each field are listed in
``data/headings/fields.toml``, and headings are read in `rosters.headings`.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.hours import Written
from credrules.leaves import CERTIFICATE_NUMBER, LANDLINE, MOBILE, MONTH, TEXT, AnyCodeLeaf
from credrules.rosters._words import ALIASES
from credrules.rosters.records.cells import EMAIL_CELL, PHONE, SERIES
from credrules.rosters.records.entries import QUALIFICATIONS, TITLES
from credrules.rosters.records.hours import ELECTIVE, GENERAL, PROFESSIONAL, TOTAL, YEAR_OF_STUDY
from credrules.rosters.records.studies import StudyCells

__all__ = ["MODE_OR_ROUTE", "RosterRow"]
__dir__ = __all__.copy

MODE_OR_ROUTE: Final = AnyCodeLeaf((codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES))


@frozen(kw_only=True)
class RosterRow(StudyCells):
    """
    What one row says about one person, as far as it could be read.

    Coded fields hold codes, dates are partial dates, free cells are
    normalised text; a cell that could not be read is None.

    >>> from datetime import date
    >>> from credrules.rosters import check_row
    >>> row = {"姓名": "张三", "性别": "男", "民族": "壮族"}
    >>> check_row(row, on=date(2026, 1, 1)).value.ethnicity
    '08'
    """

    title_name: Annotated[str, TITLES] | None = form_field(
        "专业技术资格",
        "professional title",
        help=("资格证书上的名称，如工程师。", "The name on the certificate, such as 工程师."),
        aliases=ALIASES["title_name"],
    )
    title_level: Annotated[str, codes.TITLE_LEVELS] | None = form_field(
        "职称等级",
        "title level",
        help=("员级至正高级。", "From 员级 to 正高级."),
        aliases=ALIASES["title_level"],
        entry=EntryMode.CODE,
    )
    title_series: Annotated[str, SERIES] | None = form_field(
        "职称系列",
        "title series",
        help=("如工程、卫生。", "Such as 工程 or 卫生."),
        aliases=ALIASES["title_series"],
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
        invalid="ROSTER.NAME_UNLISTED",
    )
    title_major: Annotated[str, TEXT] | None = form_field(
        "职称专业",
        "title speciality",
        help=("资格证书上的专业。", "The speciality on the certificate."),
        aliases=ALIASES["title_major"],
    )
    acquire_mode: Annotated[str, MODE_OR_ROUTE] | None = form_field(
        "取得方式",
        "mode of acquisition",
        help=("如晋升、考试取得、认定。", "Such as 晋升, 考试取得 or 认定."),
        aliases=ALIASES["acquire_mode"],
        entry=EntryMode.CODE,
        invalid="ROSTER.NAME_UNLISTED",
    )
    issued_on: Annotated[PartialDate, MONTH] | None = form_field(
        "签发时间",
        "date of issue",
        help=("证书的签发（取得）时间。", "The date of the certificate."),
        aliases=ALIASES["issued_on"],
        entry=EntryMode.DATE,
    )
    appointed_on: Annotated[PartialDate, MONTH] | None = form_field(
        "聘任时间",
        "date of appointment",
        help=("聘任现职务的时间。", "When the person was appointed."),
        aliases=ALIASES["appointed_on"],
        entry=EntryMode.DATE,
    )
    appointed_until: Annotated[PartialDate, MONTH] | None = form_field(
        "聘任截止时间",
        "appointed until",
        help=("聘期届满的时间，可以晚于检查日期。", "When the appointment ends; it may lie ahead."),
        aliases=ALIASES["appointed_until"],
        entry=EntryMode.DATE,
    )
    post_grade: Annotated[str, codes.POST_GRADES] | None = form_field(
        "岗位等级",
        "post grade",
        help=("聘任岗位的等级，如专业技术七级。", "The grade of the post held, such as 专业技术七级."),
        aliases=ALIASES["post_grade"],
        entry=EntryMode.CODE,
        invalid="ROSTER.NAME_UNLISTED",
    )
    certificate_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=("证书上没有编号时填八个1（11111111）。", "Enter eight ones (11111111) if the certificate has none."),
        aliases=ALIASES["certificate_number"],
        sensitive=True,
    )
    control_number: Annotated[str, TEXT] | None = form_field(
        "证书管理号",
        "control number",
        help=("没有则留空。", "Leave empty if there is none."),
        aliases=ALIASES["control_number"],
        sensitive=True,
    )
    approving_organ: Annotated[str, TEXT] | None = form_field(
        "批准机关",
        "approving organ",
        help=("批准或发证的机关。", "The organ that approved or issued it."),
        aliases=ALIASES["approving_organ"],
    )
    review_body: Annotated[str, TEXT] | None = form_field(
        "评审会",
        "review body",
        help=("评审委员会名称。", "The name of the review committee."),
        aliases=ALIASES["review_body"],
    )
    qualification: Annotated[str, QUALIFICATIONS] | None = form_field(
        "职业资格",
        "occupational qualification",
        help=("职业资格证书的名称。", "The name of the occupational qualification."),
        aliases=ALIASES["qualification"],
    )
    qualification_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "职业资格证书编号",
        "qualification number",
        help=("职业资格证书上的编号。", "The number on the qualification certificate."),
        aliases=ALIASES["qualification_number"],
        sensitive=True,
    )
    qualified_on: Annotated[PartialDate, MONTH] | None = form_field(
        "职业资格取得时间",
        "qualified on",
        help=("取得职业资格的年月。", "The month of the occupational qualification."),
        aliases=ALIASES["qualified_on"],
        entry=EntryMode.DATE,
    )
    skill_grade: Annotated[str, codes.SKILL_GRADES] | None = form_field(
        "技术等级",
        "skill grade",
        help=("工人技术等级，如高级工。", "The worker's grade, such as 高级工."),
        aliases=ALIASES["skill_grade"],
        entry=EntryMode.CODE,
    )
    mobile: Annotated[str, MOBILE] | None = form_field(
        "手机号码",
        "mobile number",
        help=("11位手机号码。", "Eleven digits."),
        aliases=ALIASES["mobile"],
        sensitive=True,
    )
    phone: Annotated[str, PHONE] | None = form_field(
        "联系电话",
        "telephone",
        help=("手机或固定电话。", "Mobile or landline."),
        aliases=ALIASES["phone"],
        sensitive=True,
    )
    landline: Annotated[str, LANDLINE] | None = form_field(
        "固定电话",
        "landline",
        help=("区号-号码。", "Area code, hyphen, number."),
        aliases=ALIASES["landline"],
        sensitive=True,
    )
    email: Annotated[str, EMAIL_CELL] | None = form_field(
        "电子邮箱",
        "e-mail address",
        help=("常用邮箱。", "An address in use."),
        aliases=ALIASES["email"],
        sensitive=True,
    )
    address: Annotated[str, TEXT] | None = form_field(
        "通讯地址",
        "postal address",
        help=("能收到信件的地址。", "An address that mail reaches."),
        aliases=ALIASES["address"],
        sensitive=True,
    )
    general_hours: Annotated[Written, GENERAL] | None = form_field(
        "公需科目学时",
        "general hours",
        help=("公需科目的学时数。", "Hours of the general subjects."),
        aliases=ALIASES["general_hours"],
    )
    professional_hours: Annotated[Written, PROFESSIONAL] | None = form_field(
        "专业科目学时",
        "professional hours",
        help=("专业科目的学时数。", "Hours of the professional subjects."),
        aliases=ALIASES["professional_hours"],
    )
    elective_hours: Annotated[Written, ELECTIVE] | None = form_field(
        "选修科目学时",
        "elective hours",
        help=("个人选修的学时数。", "Hours of electives."),
        aliases=ALIASES["elective_hours"],
    )
    total_hours: Annotated[Written, TOTAL] | None = form_field(
        "学时合计",
        "total hours",
        help=("公需、专业、选修学时之和。", "The sum of general, professional and elective hours."),
        aliases=ALIASES["total_hours"],
    )
    hours_year: Annotated[int, YEAR_OF_STUDY] | None = form_field(
        "年度",
        "year",
        help=("学时所属的年度。", "The year the hours belong to."),
        aliases=ALIASES["hours_year"],
    )
