"""
The first half of a roster row: the person, the unit, and what was studied.

Headings differ from office to office; the spellings of each field are listed
in ``data/headings/fields.toml``.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import CERTIFICATE_NUMBER, MONTH, ORG_CODE, PERSON_NAME, USCC
from credrules.rosters._words import ALIASES
from credrules.rosters.records.cells import AGE, BIRTH, CITIZEN_ID_CELL, RESIDENCE
from credrules.rosters.records.entries import DEPARTMENTS, MAJORS, POSTS, SCHOOLS, UNITS

__all__ = ["PersonCells"]
__dir__ = __all__.copy


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
        help=("居民身份证上的姓名，不加空格。", "The name on the identity card, without spaces."),
        aliases=ALIASES["name"],
        required=True,
        sensitive=True,
    )
    citizen_id: Annotated[CitizenId, CITIZEN_ID_CELL] | None = form_field(
        "身份证号",
        "identity number",
        help=("18位公民身份号码，单元格设为文本格式。", "The 18-digit identity number, in a cell formatted as text."),
        aliases=ALIASES["citizen_id"],
        required=True,
        sensitive=True,
    )
    sex: Annotated[str, codes.SEX] | None = form_field(
        "性别",
        "sex",
        help=("男或女，与身份证号一致。", "Male or female, as the identity number says."),
        aliases=ALIASES["sex"],
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    birth_date: Annotated[PartialDate, BIRTH] | None = form_field(
        "出生日期",
        "date of birth",
        help=("年月日或年月，与身份证号一致。", "Day or month of birth, as the identity number says."),
        aliases=ALIASES["birth_date"],
        entry=EntryMode.DATE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    age: Annotated[int, AGE] | None = form_field(
        "年龄",
        "age",
        help=("周岁，与出生日期一致。", "Full years, as the birth date says."),
        aliases=ALIASES["age"],
    )
    ethnicity: Annotated[str, codes.ETHNICITY] | None = form_field(
        "民族",
        "ethnicity",
        help=("如汉族、壮族。", "Such as 汉族 or 壮族."),
        aliases=ALIASES["ethnicity"],
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    native_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "籍贯",
        "native place",
        help=("祖居地的行政区划。", "The division of the family's native place."),
        aliases=ALIASES["native_place"],
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
    )
    birth_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "出生地",
        "place of birth",
        help=("出生地的行政区划。", "The division where the person was born."),
        aliases=ALIASES["birth_place"],
        entry=EntryMode.CODE,
        renames={"CODE.ENDED": "ROSTER.FORMER_NAME"},
    )
    residence: Annotated[str, RESIDENCE] | None = form_field(
        "户口所在地",
        "registered residence",
        help=("户籍登记地的行政区划或地址。", "The division or the address of the household registration."),
        aliases=ALIASES["residence"],
        sensitive=True,
    )
    political_status: Annotated[str, codes.POLITICAL_STATUS] | None = form_field(
        "政治面貌",
        "political status",
        help=("如中共党员、群众。", "Such as 中共党员 or 群众."),
        aliases=ALIASES["political_status"],
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    work_start: Annotated[PartialDate, MONTH] | None = form_field(
        "参加工作时间",
        "start of work",
        help=("精确到月。", "Precise to the month."),
        aliases=ALIASES["work_start"],
        entry=EntryMode.DATE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    joined_on: Annotated[PartialDate, MONTH] | None = form_field(
        "入职时间",
        "joined on",
        help=("到本单位工作的年月。", "The month in which work at this unit began."),
        aliases=ALIASES["joined_on"],
        entry=EntryMode.DATE,
    )
    party_joined_on: Annotated[PartialDate, MONTH] | None = form_field(
        "入党时间",
        "joined the party on",
        help=("加入党派的年月。", "The month of joining a party."),
        aliases=ALIASES["party_joined_on"],
        entry=EntryMode.DATE,
    )
    prof_start: Annotated[PartialDate, MONTH] | None = form_field(
        "从事专业技术工作时间",
        "start of professional work",
        help=("开始从事专业技术工作的年月。", "The month in which professional-technical work began."),
        aliases=ALIASES["prof_start"],
        entry=EntryMode.DATE,
    )
    unit_name: Annotated[str, UNITS] | None = form_field(
        "单位名称",
        "name of the unit",
        help=("与公章一致的全称。", "The full name on the official seal."),
        aliases=ALIASES["unit_name"],
        required=True,
        missing="ROSTER.EMPTY",
    )
    department: Annotated[str, DEPARTMENTS] | None = form_field(
        "部门",
        "department",
        help=("单位内的部门。", "The department within the unit."),
        aliases=ALIASES["department"],
    )
    position: Annotated[str, POSTS] | None = form_field(
        "职务",
        "position",
        help=("行政职务，没有则留空。", "The administrative position; empty if there is none."),
        aliases=ALIASES["position"],
    )
    unit_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在地",
        "place of the unit",
        help=("单位所在的行政区划。", "The division where the unit is."),
        aliases=ALIASES["unit_place"],
        entry=EntryMode.CODE,
    )
    unit_code: Annotated[str, USCC] | None = form_field(
        "统一社会信用代码",
        "unified social credit code",
        help=("单位的18位统一社会信用代码。", "The unit's 18-character unified social credit code."),
        aliases=ALIASES["unit_code"],
    )
    org_code: Annotated[str, ORG_CODE] | None = form_field(
        "组织机构代码",
        "organisation code",
        help=("单位的9位组织机构代码。", "The unit's nine-character code."),
        aliases=ALIASES["org_code"],
    )
    education: Annotated[str, codes.EDUCATION] | None = form_field(
        "最高学历",
        "highest education",
        help=("学历，不是学位。", "The level of education, not the degree."),
        aliases=ALIASES["education"],
        entry=EntryMode.CODE,
        required=True,
        missing="ROSTER.EMPTY",
    )
    degree: Annotated[str, codes.DEGREE] | None = form_field(
        "最高学位",
        "highest degree",
        help=("学位，没有则留空。", "The degree; empty if there is none."),
        aliases=ALIASES["degree"],
        entry=EntryMode.CODE,
    )
    first_education: Annotated[str, codes.EDUCATION] | None = form_field(
        "第一学历",
        "first education",
        help=("首次毕业并就业时的学历。", "The education of the first graduation."),
        aliases=ALIASES["first_education"],
        entry=EntryMode.CODE,
    )
    later_education: Annotated[str, codes.EDUCATION] | None = form_field(
        "在职学历",
        "education while in work",
        help=("工作后取得的学历，没有则留空。", "What was studied while in work; empty if nothing."),
        aliases=ALIASES["later_education"],
        entry=EntryMode.CODE,
    )
    degree_on: Annotated[PartialDate, MONTH] | None = form_field(
        "学位授予时间",
        "degree awarded on",
        help=("学位证书上的年月。", "The month on the degree certificate."),
        aliases=ALIASES["degree_on"],
        entry=EntryMode.DATE,
    )
    school: Annotated[str, SCHOOLS] | None = form_field(
        "毕业院校",
        "school",
        help=("毕业学校全称。", "The full name of the school."),
        aliases=ALIASES["school"],
    )
    major: Annotated[str, MAJORS] | None = form_field(
        "所学专业",
        "field of study",
        help=("毕业证书上的专业。", "The major on the diploma."),
        aliases=ALIASES["major"],
    )
    graduated_on: Annotated[PartialDate, MONTH] | None = form_field(
        "毕业时间",
        "date of graduation",
        help=("毕业证书上的年月。", "The month on the diploma."),
        aliases=ALIASES["graduated_on"],
        entry=EntryMode.DATE,
    )
    diploma_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "毕业证书编号",
        "diploma number",
        help=("毕业证书上的编号。", "The number on the diploma."),
        aliases=ALIASES["diploma_number"],
        sensitive=True,
    )
    degree_number: Annotated[str, CERTIFICATE_NUMBER] | None = form_field(
        "学位证书编号",
        "degree certificate number",
        help=("学位证书上的编号。", "The number on the degree certificate."),
        aliases=ALIASES["degree_number"],
        sensitive=True,
    )
