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
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import (
    CERTIFICATE_NUMBER,
    CITIZEN_ID,
    EMAIL,
    LANDLINE,
    MOBILE,
    MONTH,
    ORG_CODE,
    PERSON_NAME,
    TEXT,
    USCC,
    AnyCodeLeaf,
)

MODE_OR_ROUTE: Final = AnyCodeLeaf((codes.ACQUISITION_MODES, codes.ACQUISITION_ROUTES))


def _same(zh: str, en: str) -> tuple[str, str]:
    return zh, en


@frozen(kw_only=True)
class RosterRow:
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

    name: Annotated[str, PERSON_NAME] | None = form_field(
        "姓名",
        "name",
        help=_same("居民身份证上的姓名，不加空格。", "The name on the identity card, without spaces."),
        aliases=(
            "名字",
            "人员姓名",
            "员工姓名",
            "职工姓名",
            "教师姓名",
            "学员姓名",
            "申报人",
            "申报人姓名",
            "full name",
        ),
        required=True,
        sensitive=True,
    )
    citizen_id: Annotated[CitizenId, CITIZEN_ID] | None = form_field(
        "身份证号",
        "citizen id",
        help=_same(
            "18位公民身份号码，单元格设为文本格式。", "The 18-digit citizen number, in a cell formatted as text."
        ),
        aliases=(
            "身份证",
            "身份证号码",
            "居民身份证号",
            "居民身份证号码",
            "公民身份号码",
            "公民身份证号码",
            "证件号",
            "证件号码",
            "身份证件号码",
            "身份号码",
            "id number",
            "id card",
            "id no",
            "identity number",
            "id card number",
            "id_no",
        ),
        required=True,
        sensitive=True,
    )
    sex: Annotated[str, codes.SEX] | None = form_field(
        "性别",
        "sex",
        help=_same("男或女，与身份证号一致。", "Male or female, as the citizen number says."),
        aliases=("gender",),
        entry=EntryMode.CODE,
    )
    birth_date: PartialDate | None = form_field(
        "出生日期",
        "birth date",
        help=_same("年月日或年月，与身份证号一致。", "Day or month of birth, as the citizen number says."),
        aliases=("出生年月", "出生年月日", "出生时间", "生日", "date of birth", "birthday", "born", "dob"),
        entry=EntryMode.DATE,
    )
    ethnicity: Annotated[str, codes.ETHNICITY] | None = form_field(
        "民族",
        "ethnicity",
        help=_same("如汉族、壮族。", "Such as 汉族 or 壮族."),
        aliases=("族别", "ethnic group", "ethnic_group", "nationality"),
        entry=EntryMode.CODE,
    )
    native_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "籍贯",
        "native place",
        help=_same("祖居地的行政区划。", "The division of the family's native place."),
        aliases=("祖籍",),
        entry=EntryMode.CODE,
    )
    birth_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "出生地",
        "birth place",
        help=_same("出生地的行政区划。", "The division where the person was born."),
        aliases=("place of birth",),
        entry=EntryMode.CODE,
    )
    political_status: Annotated[str, codes.POLITICAL_STATUS] | None = form_field(
        "政治面貌",
        "political status",
        help=_same("如中共党员、群众。", "Such as 中共党员 or 群众."),
        aliases=("政治面目", "党派", "政治身份"),
        entry=EntryMode.CODE,
    )
    work_start: Annotated[PartialDate, MONTH] | None = form_field(
        "参加工作时间",
        "start of work",
        help=_same("精确到月。", "Precise to the month."),
        aliases=("参加工作年月", "参加工作日期", "工作时间", "参工时间", "开始工作时间", "date of first employment"),
        entry=EntryMode.DATE,
    )
    prof_start: Annotated[PartialDate, MONTH] | None = form_field(
        "从事专业技术工作时间",
        "start of professional work",
        help=_same("开始从事专业技术工作的年月。", "The month in which professional-technical work began."),
        aliases=("开始从事专业技术工作时间", "从事本专业时间", "从事专业工作时间"),
        entry=EntryMode.DATE,
    )
    unit_name: Annotated[str, TEXT] | None = form_field(
        "单位名称",
        "unit name",
        help=_same("与公章一致的全称。", "The full name on the official seal."),
        aliases=(
            "单位",
            "工作单位",
            "所在单位",
            "现工作单位",
            "用人单位",
            "任职单位",
            "工作单位名称",
            "所在单位名称",
            "单位全称",
            "申报单位",
            "employer",
            "work unit",
            "organisation",
            "organization",
            "unit",
            "company",
        ),
    )
    unit_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在地",
        "unit place",
        help=_same("单位所在的行政区划。", "The division where the unit is."),
        aliases=("单位所在地区", "单位所属地区"),
        entry=EntryMode.CODE,
    )
    unit_code: Annotated[str, USCC] | None = form_field(
        "统一社会信用代码",
        "unified social credit code",
        help=_same("单位的18位统一社会信用代码。", "The unit's 18-character unified social credit code."),
        aliases=("社会信用代码", "信用代码", "单位统一社会信用代码", "统一信用代码", "uscc", "credit code"),
    )
    org_code: Annotated[str, ORG_CODE] | None = form_field(
        "组织机构代码",
        "organisation code",
        help=_same("单位的9位组织机构代码。", "The unit's nine-character code."),
        aliases=("机构代码", "法人码", "单位组织机构代码", "organization code"),
    )
    education: Annotated[str, codes.EDUCATION] | None = form_field(
        "最高学历",
        "highest education",
        help=_same("学历，不是学位。", "The level of education, not the degree."),
        aliases=("学历", "文化程度", "学历层次", "现有学历", "education", "education level", "education_level"),
        entry=EntryMode.CODE,
    )
    degree: Annotated[str, codes.DEGREE] | None = form_field(
        "最高学位",
        "highest degree",
        help=_same("学位，没有则留空。", "The degree; empty if there is none."),
        aliases=("学位", "degree", "degree_level"),
        entry=EntryMode.CODE,
    )
    first_education: Annotated[str, codes.EDUCATION] | None = form_field(
        "第一学历",
        "first education",
        help=_same("首次毕业并就业时的学历。", "The education of the first graduation."),
        aliases=("初始学历", "全日制学历", "全日制教育学历"),
        entry=EntryMode.CODE,
    )
    school: Annotated[str, TEXT] | None = form_field(
        "毕业院校",
        "school",
        help=_same("毕业学校全称。", "The full name of the school."),
        aliases=("毕业学校", "毕业院校名称", "最高学历毕业院校", "院校", "学校", "graduated from", "university"),
    )
    major: Annotated[str, TEXT] | None = form_field(
        "所学专业",
        "major",
        help=_same("毕业证书上的专业。", "The major on the diploma."),
        aliases=("毕业专业", "学历专业", "最高学历专业", "就读专业", "field of study"),
    )
    graduated_on: Annotated[PartialDate, MONTH] | None = form_field(
        "毕业时间",
        "graduated on",
        help=_same("毕业证书上的年月。", "The month on the diploma."),
        aliases=("毕业年月", "毕业日期", "最高学历毕业时间", "graduation date", "date of graduation"),
        entry=EntryMode.DATE,
    )
    title_name: Annotated[str, TEXT] | None = form_field(
        "专业技术资格",
        "professional title",
        help=_same("资格证书上的名称，如工程师。", "The name on the certificate, such as 工程师."),
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
            "title",
            "title_name",
            "professional qualification",
        ),
    )
    title_level: Annotated[str, codes.TITLE_LEVELS] | None = form_field(
        "职称等级",
        "title level",
        help=_same("员级至正高级。", "From 员级 to 正高级."),
        aliases=(
            "职称级别",
            "资格等级",
            "资格级别",
            "专业技术资格等级",
            "专业技术资格级别",
            "技术等级",
            "职称层级",
            "title_level",
        ),
        entry=EntryMode.CODE,
    )
    title_series: Annotated[str, codes.TITLE_SERIES] | None = form_field(
        "职称系列",
        "title series",
        help=_same("如工程、卫生。", "Such as 工程 or 卫生."),
        aliases=("系列", "专业技术职务系列", "资格系列", "专业技术资格系列", "title_series"),
        entry=EntryMode.CODE,
    )
    title_major: Annotated[str, TEXT] | None = form_field(
        "职称专业",
        "title speciality",
        help=_same("资格证书上的专业。", "The speciality on the certificate."),
        aliases=("资格专业", "专业技术资格专业", "申报专业", "评审专业", "title_major"),
    )
    acquire_mode: Annotated[str, MODE_OR_ROUTE] | None = form_field(
        "取得方式",
        "mode of acquisition",
        help=_same("如晋升、考试取得、认定。", "Such as 晋升, 考试取得 or 认定."),
        aliases=("资格取得方式", "职称取得方式", "取得途径", "取得资格途径", "获取方式", "acquire_mode"),
        entry=EntryMode.CODE,
    )
    issued_on: Annotated[PartialDate, MONTH] | None = form_field(
        "签发时间",
        "issued on",
        help=_same("证书的签发（取得）时间。", "The date of the certificate."),
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
        help=_same("聘任现职务的时间。", "When the person was appointed."),
        aliases=("聘任日期", "聘用时间", "任职时间", "聘任年月", "受聘时间"),
        entry=EntryMode.DATE,
    )
    certificate_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=_same("证书上没有编号时填八个1（11111111）。", "Enter eight ones (11111111) if the certificate has none."),
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
        help=_same("没有则留空。", "Leave empty if there is none."),
        aliases=("管理号", "证书管理编号", "control no", "control_no"),
        sensitive=True,
    )
    approving_organ: Annotated[str, TEXT] | None = form_field(
        "批准机关",
        "approving organ",
        help=_same("批准或发证的机关。", "The organ that approved or issued it."),
        aliases=(
            "批准籍贯",
            "发证单位",
            "发证机关",
            "签发单位",
            "审批单位",
            "审批机关",
            "批准单位",
            "颁发机关",
            "发证机构",
            "issuer",
            "issued by",
        ),
    )
    review_body: Annotated[str, TEXT] | None = form_field(
        "评审会",
        "review body",
        help=_same("评审委员会名称。", "The name of the review committee."),
        aliases=("评委会", "评审委员会", "评审组织", "评委会名称"),
    )
    qualification: Annotated[str, TEXT] | None = form_field(
        "职业资格",
        "occupational qualification",
        help=_same("职业资格证书的名称。", "The name of the occupational qualification."),
        aliases=("职业资格名称", "职业资格证书", "执业资格", "职业资格证书名称"),
    )
    skill_grade: Annotated[str, codes.SKILL_GRADES] | None = form_field(
        "技术等级",
        "skill grade",
        help=_same("工人技术等级，如高级工。", "The worker's grade, such as 高级工."),
        aliases=("工人技术等级", "技能等级", "职业技能等级", "工勤技能等级", "工种等级"),
        entry=EntryMode.CODE,
    )
    mobile: Annotated[str, MOBILE] | None = form_field(
        "手机号码",
        "mobile",
        help=_same("11位手机号码。", "Eleven digits."),
        aliases=(
            "手机",
            "手机号",
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
    landline: Annotated[str, LANDLINE] | None = form_field(
        "固定电话",
        "landline",
        help=_same("区号-号码。", "Area code, hyphen, number."),
        aliases=("座机", "办公电话", "单位电话", "电话号码", "telephone"),
        sensitive=True,
    )
    email: Annotated[str, EMAIL] | None = form_field(
        "电子邮箱",
        "e-mail",
        help=_same("常用邮箱。", "An address in use."),
        aliases=("邮箱", "电子邮件", "邮箱地址", "电子信箱", "email", "mail", "e-mail address"),
        sensitive=True,
    )
    address: Annotated[str, TEXT] | None = form_field(
        "通讯地址",
        "address",
        help=_same("能收到信件的地址。", "An address that mail reaches."),
        aliases=("地址", "联系地址", "家庭住址", "住址", "家庭地址", "现住址"),
        sensitive=True,
    )
