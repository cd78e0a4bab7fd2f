"""
The first half of a roster row: the person, the unit, and what was studied.

Headings differ from office to office; the aliases here are the spellings that
are exact. What a heading merely suggests is left to `rosters.columns`.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import CERTIFICATE_NUMBER, CITIZEN_ID, MONTH, ORG_CODE, PERSON_NAME, TEXT, USCC
from credrules.rosters.records.cells import AGE


def same(zh: str, en: str) -> tuple[str, str]:
    """
    Return one help text in both languages, as `form_field` takes it.

    >>> same("男或女。", "Male or female.")
    ('男或女。', 'Male or female.')
    """
    return zh, en


@frozen(kw_only=True)
class PersonCells:
    """
    The cells of a row before those about titles; see `RosterRow`.

    >>> PersonCells(sex="1").sex
    '1'
    """

    name: Annotated[str, PERSON_NAME] | None = form_field(
        "姓名",
        "name",
        help=same("居民身份证上的姓名，不加空格。", "The name on the identity card, without spaces."),
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
        help=same(
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
            "national id",
            "identity card no",
        ),
        required=True,
        sensitive=True,
    )
    sex: Annotated[str, codes.SEX] | None = form_field(
        "性别",
        "sex",
        help=same("男或女，与身份证号一致。", "Male or female, as the citizen number says."),
        aliases=("gender",),
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    birth_date: PartialDate | None = form_field(
        "出生日期",
        "birth date",
        help=same("年月日或年月，与身份证号一致。", "Day or month of birth, as the citizen number says."),
        aliases=("出生年月", "出生年月日", "出生时间", "生日", "date of birth", "birthday", "born", "dob"),
        entry=EntryMode.DATE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    age: Annotated[int, AGE] | None = form_field(
        "年龄",
        "age",
        help=same("周岁，与出生日期一致。", "Full years, as the birth date says."),
        aliases=("周岁", "实际年龄", "现年龄", "年纪"),
    )
    ethnicity: Annotated[str, codes.ETHNICITY] | None = form_field(
        "民族",
        "ethnicity",
        help=same("如汉族、壮族。", "Such as 汉族 or 壮族."),
        aliases=("族别", "ethnic group", "ethnic_group", "nationality"),
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    native_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "籍贯",
        "native place",
        help=same("祖居地的行政区划。", "The division of the family's native place."),
        aliases=("祖籍",),
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
    )
    birth_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "出生地",
        "birth place",
        help=same("出生地的行政区划。", "The division where the person was born."),
        aliases=("place of birth",),
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
    )
    political_status: Annotated[str, codes.POLITICAL_STATUS] | None = form_field(
        "政治面貌",
        "political status",
        help=same("如中共党员、群众。", "Such as 中共党员 or 群众."),
        aliases=("政治面目", "党派", "政治身份"),
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    work_start: Annotated[PartialDate, MONTH] | None = form_field(
        "参加工作时间",
        "start of work",
        help=same("精确到月。", "Precise to the month."),
        aliases=("参加工作年月", "参加工作日期", "工作时间", "参工时间", "开始工作时间", "date of first employment"),
        entry=EntryMode.DATE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    joined_on: Annotated[PartialDate, MONTH] | None = form_field(
        "入职时间",
        "joined on",
        help=same("到本单位工作的年月。", "The month in which work at this unit began."),
        aliases=(
            "入职日期",
            "进本单位时间",
            "到本单位时间",
            "来校时间",
            "进校时间",
            "入校时间",
            "来院时间",
            "到岗时间",
            "date of joining",
            "hire date",
        ),
        entry=EntryMode.DATE,
    )
    party_joined_on: Annotated[PartialDate, MONTH] | None = form_field(
        "入党时间",
        "joined the party on",
        help=same("加入党派的年月。", "The month of joining a party."),
        aliases=("入党日期", "入党年月", "加入党派时间", "参加党派时间"),
        entry=EntryMode.DATE,
    )
    prof_start: Annotated[PartialDate, MONTH] | None = form_field(
        "从事专业技术工作时间",
        "start of professional work",
        help=same("开始从事专业技术工作的年月。", "The month in which professional-technical work began."),
        aliases=("开始从事专业技术工作时间", "从事本专业时间", "从事专业工作时间"),
        entry=EntryMode.DATE,
    )
    unit_name: Annotated[str, TEXT] | None = form_field(
        "单位名称",
        "unit name",
        help=same("与公章一致的全称。", "The full name on the official seal."),
        aliases=(
            "单位",
            "工作单位",
            "编制单位",
            "服务单位",
            "编制所在单位",
            "人事关系所在单位",
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
        required=True,
        missing="ROSTER.EMPTY",
    )
    department: Annotated[str, TEXT] | None = form_field(
        "部门",
        "department",
        help=same("单位内的部门。", "The department within the unit."),
        aliases=("科室", "所在部门", "所在科室", "内设机构", "部门名称", "处室", "department name"),
    )
    position: Annotated[str, TEXT] | None = form_field(
        "职务",
        "position",
        help=same("行政职务，没有则留空。", "The administrative position; empty if there is none."),
        aliases=("行政职务", "现任职务", "现任行政职务", "担任职务", "职务名称", "position title"),
    )
    unit_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在地",
        "unit place",
        help=same("单位所在的行政区划。", "The division where the unit is."),
        aliases=("单位所在地区", "单位所属地区"),
        entry=EntryMode.CODE,
    )
    unit_code: Annotated[str, USCC] | None = form_field(
        "统一社会信用代码",
        "unified social credit code",
        help=same("单位的18位统一社会信用代码。", "The unit's 18-character unified social credit code."),
        aliases=("社会信用代码", "信用代码", "单位统一社会信用代码", "统一信用代码", "uscc", "credit code"),
    )
    org_code: Annotated[str, ORG_CODE] | None = form_field(
        "组织机构代码",
        "organisation code",
        help=same("单位的9位组织机构代码。", "The unit's nine-character code."),
        aliases=("机构代码", "法人码", "单位组织机构代码", "organization code"),
    )
    education: Annotated[str, codes.EDUCATION] | None = form_field(
        "最高学历",
        "highest education",
        help=same("学历，不是学位。", "The level of education, not the degree."),
        aliases=("学历", "文化程度", "学历层次", "现有学历", "education", "education level", "education_level"),
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    degree: Annotated[str, codes.DEGREE] | None = form_field(
        "最高学位",
        "highest degree",
        help=same("学位，没有则留空。", "The degree; empty if there is none."),
        aliases=("学位", "degree", "degree_level"),
        entry=EntryMode.CODE,
    )
    first_education: Annotated[str, codes.EDUCATION] | None = form_field(
        "第一学历",
        "first education",
        help=same("首次毕业并就业时的学历。", "The education of the first graduation."),
        aliases=("初始学历", "全日制学历", "全日制教育学历", "全日制教育"),
        entry=EntryMode.CODE,
    )
    later_education: Annotated[str, codes.EDUCATION] | None = form_field(
        "在职学历",
        "education while in work",
        help=same("工作后取得的学历，没有则留空。", "What was studied while in work; empty if nothing."),
        aliases=("在职教育学历", "在职教育", "后取学历"),
        entry=EntryMode.CODE,
    )
    degree_on: Annotated[PartialDate, MONTH] | None = form_field(
        "学位授予时间",
        "degree awarded on",
        help=same("学位证书上的年月。", "The month on the degree certificate."),
        aliases=("授予学位时间", "获得学位时间", "学位取得时间", "取得学位时间"),
        entry=EntryMode.DATE,
    )
    school: Annotated[str, TEXT] | None = form_field(
        "毕业院校",
        "school",
        help=same("毕业学校全称。", "The full name of the school."),
        aliases=(
            "毕业学校",
            "毕业院校名称",
            "最高学历毕业院校",
            "院校",
            "学校",
            "学校名称",
            "毕业学校名称",
            "graduated from",
            "university",
        ),
    )
    major: Annotated[str, TEXT] | None = form_field(
        "所学专业",
        "major",
        help=same("毕业证书上的专业。", "The major on the diploma."),
        aliases=("毕业专业", "学历专业", "最高学历专业", "就读专业", "专业", "专业名称", "field of study"),
    )
    graduated_on: Annotated[PartialDate, MONTH] | None = form_field(
        "毕业时间",
        "graduated on",
        help=same("毕业证书上的年月。", "The month on the diploma."),
        aliases=("毕业年月", "毕业日期", "最高学历毕业时间", "graduation date", "date of graduation"),
        entry=EntryMode.DATE,
    )
    diploma_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "毕业证书编号",
        "diploma number",
        help=same("毕业证书上的编号。", "The number on the diploma."),
        aliases=("毕业证号", "毕业证书号", "毕业证编号", "学历证书编号", "学历证书号", "学历证号"),
        sensitive=True,
    )
    degree_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "学位证书编号",
        "degree certificate number",
        help=same("学位证书上的编号。", "The number on the degree certificate."),
        aliases=("学位证号", "学位证书号", "学位证编号"),
        sensitive=True,
    )
