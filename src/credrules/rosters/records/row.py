"""
One row of a personnel roster: the fields such tables have, declared once.

Headings differ from office to office; the aliases here are the spellings that
are exact. What a heading merely suggests is left to `rosters.columns`.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.hours import Written
from credrules.leaves import CERTIFICATE_NUMBER, EMAIL, LANDLINE, MOBILE, MONTH, TEXT, AnyCodeLeaf
from credrules.rosters.records.cells import PHONE, SERIES
from credrules.rosters.records.hours import ELECTIVE, GENERAL, PROFESSIONAL, TOTAL, YEAR_OF_STUDY
from credrules.rosters.records.person import PersonCells, same

MODE_OR_ROUTE: Final = AnyCodeLeaf((codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES))


@frozen(kw_only=True)
class RosterRow(PersonCells):
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

    title_name: Annotated[str, TEXT] | None = form_field(
        "专业技术资格",
        "professional title",
        help=same("资格证书上的名称，如工程师。", "The name on the certificate, such as 工程师."),
        aliases=(
            "职称",
            "资格名称",
            "职称名称",
            "专业技术职称",
            "专业技术资格名称",
            "现职称",
            "现有职称",
            "技术职称",
            "职称资格",
            "专业技术任职资格",
            "任职资格",
            "专业技术职务任职资格",
            "专业技术职务",
            "专业技术职务名称",
            "现专业技术职务",
            "现任专业技术职务",
            "现任专业技术资格",
            "现有专业技术资格",
            "职称证书名称",
            "任职资格名称",
            "专业技术职务资格",
            "现专业技术职称",
            "title",
            "title_name",
            "professional qualification",
        ),
    )
    title_level: Annotated[str, codes.TITLE_LEVELS] | None = form_field(
        "职称等级",
        "title level",
        help=same("员级至正高级。", "From 员级 to 正高级."),
        aliases=(
            "职称级别",
            "资格等级",
            "资格级别",
            "专业技术资格等级",
            "专业技术资格级别",
            "技术等级",
            "职称层级",
            "职称层次",
            "现有职称等级",
            "现职称级别",
            "title_level",
        ),
        entry=EntryMode.CODE,
    )
    title_series: Annotated[str, SERIES] | None = form_field(
        "职称系列",
        "title series",
        help=same("如工程、卫生。", "Such as 工程 or 卫生."),
        aliases=("系列", "职称系列名称", "专业技术职务系列", "资格系列", "专业技术资格系列", "title_series"),
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
        invalid="ROSTER.NAME_UNLISTED",
    )
    title_major: Annotated[str, TEXT] | None = form_field(
        "职称专业",
        "title speciality",
        help=same("资格证书上的专业。", "The speciality on the certificate."),
        aliases=("资格专业", "专业技术资格专业", "申报专业", "评审专业", "title_major"),
    )
    acquire_mode: Annotated[str, MODE_OR_ROUTE] | None = form_field(
        "取得方式",
        "mode of acquisition",
        help=same("如晋升、考试取得、认定。", "Such as 晋升, 考试取得 or 认定."),
        aliases=("资格取得方式", "职称取得方式", "取得途径", "取得资格途径", "获取方式", "评审方式", "acquire_mode"),
        entry=EntryMode.CODE,
        invalid="ROSTER.NAME_UNLISTED",
    )
    issued_on: Annotated[PartialDate, MONTH] | None = form_field(
        "签发时间",
        "issued on",
        help=same("证书的签发（取得）时间。", "The date of the certificate."),
        aliases=(
            "取得时间",
            "资格取得时间",
            "职称取得时间",
            "取得资格时间",
            "取得职称时间",
            "取得现职称时间",
            "发证时间",
            "发证日期",
            "签发日期",
            "批准时间",
            "取得日期",
            "获得时间",
            "评审时间",
            "评定时间",
            "评审通过时间",
            "职称证书取得时间",
            "issue date",
            "date of issue",
        ),
        entry=EntryMode.DATE,
    )
    appointed_on: Annotated[PartialDate, MONTH] | None = form_field(
        "聘任时间",
        "appointed on",
        help=same("聘任现职务的时间。", "When the person was appointed."),
        aliases=("聘任日期", "聘用时间", "任职时间", "聘任年月", "受聘时间", "appointment date"),
        entry=EntryMode.DATE,
    )
    appointed_until: Annotated[PartialDate, MONTH] | None = form_field(
        "聘任截止时间",
        "appointed until",
        help=same("聘期届满的时间，可以晚于检查日期。", "When the appointment ends; it may lie ahead."),
        aliases=("聘期截止时间", "聘任结束时间", "聘期结束时间", "聘任到期时间"),
        entry=EntryMode.DATE,
    )
    certificate_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=same("证书上没有编号时填八个1（11111111）。", "Enter eight ones (11111111) if the certificate has none."),
        aliases=(
            "证书号",
            "证书号码",
            "资格证书编号",
            "资格证书号",
            "职称证书编号",
            "职称证书号",
            "专业技术资格证书编号",
            "证件编号",
            "职称证号",
            "certificate no",
            "certificate_no",
            "certificate id",
        ),
        sensitive=True,
    )
    control_number: Annotated[str, TEXT] | None = form_field(
        "证书管理号",
        "control number",
        help=same("没有则留空。", "Leave empty if there is none."),
        aliases=("管理号", "证书管理编号", "control no", "control_no"),
        sensitive=True,
    )
    approving_organ: Annotated[str, TEXT] | None = form_field(
        "批准机关",
        "approving organ",
        help=same("批准或发证的机关。", "The organ that approved or issued it."),
        aliases=(
            "批准籍贯",
            "发证单位",
            "发证机关",
            "签发单位",
            "审批单位",
            "审批机关",
            "批准单位",
            "批准部门",
            "审批部门",
            "发证部门",
            "颁发机关",
            "发证机构",
            "评审机关",
            "issuer",
            "issuing authority",
            "issued by",
        ),
    )
    review_body: Annotated[str, TEXT] | None = form_field(
        "评审会",
        "review body",
        help=same("评审委员会名称。", "The name of the review committee."),
        aliases=("评委会", "评审委员会", "评审委员会名称", "评审组织", "评审机构", "评审机构名称", "评委会名称"),
    )
    qualification: Annotated[str, TEXT] | None = form_field(
        "职业资格",
        "occupational qualification",
        help=same("职业资格证书的名称。", "The name of the occupational qualification."),
        aliases=("职业资格名称", "职业资格证书", "执业资格", "职业资格证书名称"),
    )
    qualification_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "职业资格证书编号",
        "qualification number",
        help=same("职业资格证书上的编号。", "The number on the qualification certificate."),
        aliases=("职业资格证书号", "执业资格证书编号", "执业证书编号", "执业资格证号", "职业资格证号"),
        sensitive=True,
    )
    qualified_on: Annotated[PartialDate, MONTH] | None = form_field(
        "职业资格取得时间",
        "qualified on",
        help=same("取得职业资格的年月。", "The month of the occupational qualification."),
        aliases=("取得职业资格时间", "执业资格取得时间", "职业资格证书取得时间"),
        entry=EntryMode.DATE,
    )
    skill_grade: Annotated[str, codes.SKILL_GRADES] | None = form_field(
        "技术等级",
        "skill grade",
        help=same("工人技术等级，如高级工。", "The worker's grade, such as 高级工."),
        aliases=("工人技术等级", "技能等级", "职业技能等级", "工勤技能等级", "工种等级"),
        entry=EntryMode.CODE,
    )
    mobile: Annotated[str, MOBILE] | None = form_field(
        "手机号码",
        "mobile",
        help=same("11位手机号码。", "Eleven digits."),
        aliases=(
            "手机",
            "手机号",
            "本人手机号",
            "本人手机号码",
            "个人手机",
            "移动电话",
            "联系手机",
            "本人手机",
            "联系电话手机",
            "mobile phone",
            "cell phone",
            "mobile number",
        ),
        sensitive=True,
    )
    phone: Annotated[str, PHONE] | None = form_field(
        "联系电话",
        "phone",
        help=same("手机或固定电话。", "Mobile or landline."),
        aliases=(
            "电话",
            "联系方式",
            "电话号码",
            "本人联系电话",
            "本人电话",
            "个人联系电话",
            "phone number",
            "contact",
            "tel",
            "telephone",
        ),
        sensitive=True,
    )
    landline: Annotated[str, LANDLINE] | None = form_field(
        "固定电话",
        "landline",
        help=same("区号-号码。", "Area code, hyphen, number."),
        aliases=("座机", "办公电话", "单位电话", "办公室电话", "单位联系电话", "office phone"),
        sensitive=True,
    )
    email: Annotated[str, EMAIL] | None = form_field(
        "电子邮箱",
        "e-mail",
        help=same("常用邮箱。", "An address in use."),
        aliases=(
            "邮箱",
            "电子邮件",
            "邮箱地址",
            "电子信箱",
            "邮件地址",
            "邮件",
            "email地址",
            "电子邮箱地址",
            "电子邮件地址",
            "email",
            "mail",
            "e-mail address",
        ),
        sensitive=True,
    )
    address: Annotated[str, TEXT] | None = form_field(
        "通讯地址",
        "address",
        help=same("能收到信件的地址。", "An address that mail reaches."),
        aliases=("地址", "联系地址", "家庭住址", "住址", "家庭地址", "现住址", "户籍地址", "居住地址"),
        sensitive=True,
    )
    general_hours: Annotated[Written, GENERAL] | None = form_field(
        "公需科目学时",
        "general hours",
        help=same("公需科目的学时数。", "Hours of the general subjects."),
        aliases=("公需学时", "公需课学时", "公需课", "公需科目"),
    )
    professional_hours: Annotated[Written, PROFESSIONAL] | None = form_field(
        "专业科目学时",
        "professional hours",
        help=same("专业科目的学时数。", "Hours of the professional subjects."),
        aliases=("专业学时", "专业课学时", "专业课", "专业科目"),
    )
    elective_hours: Annotated[Written, ELECTIVE] | None = form_field(
        "选修科目学时",
        "elective hours",
        help=same("个人选修的学时数。", "Hours of electives."),
        aliases=("选修学时", "选修课学时", "个人选修学时", "选修课", "选修科目"),
    )
    total_hours: Annotated[Written, TOTAL] | None = form_field(
        "学时合计",
        "total hours",
        help=same("公需、专业、选修学时之和。", "The sum of general, professional and elective hours."),
        aliases=("总学时", "合计学时", "学时总计", "学时", "继续教育学时", "继续教育总学时", "学时总数"),
    )
    hours_year: Annotated[int, YEAR_OF_STUDY] | None = form_field(
        "年度",
        "year of study",
        help=same("学时所属的年度。", "The year the hours belong to."),
        aliases=("年份", "学习年度", "学时年度", "继续教育年度", "所属年度", "year"),
    )
