"""
The tables of the form, in form order, and the whole record of a person.

The 61 fields of 广西专业技术人员信息采集常见问题解答, 二(4), each declared once.
How they are spread over tables is deduced from their order there; requiredness
is assumed everywhere but for 证书编号 (二(15)) and may be changed by the profile.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field, section, sections
from credrules.leaves import NumberLeaf, OpenCodeLeaf
from credrules.systems.guangxi.names import RivalCodeLeaf, TitleNameLeaf
from credrules.systems.guangxi.records_basic import COARSE, Basic
from credrules.values import Evidence

# An education level is no degree and the other way round (二(13)).
_EDUCATION_LEVEL: Final = RivalCodeLeaf(codes.EDUCATION, rival=codes.DEGREE, code="GX.EDU.NOT_DEGREE")
_DEGREE_LEVEL: Final = RivalCodeLeaf(codes.DEGREE, rival=codes.EDUCATION, code="GX.EDU.NOT_DEGREE")
_STUDY_YEARS: Final = NumberLeaf(least=Decimal("0.5"), most=Decimal(8), whole=False)
_SEQ: Final = NumberLeaf(least=Decimal(1), most=Decimal(999))
_RANK: Final = NumberLeaf(least=Decimal(1), most=Decimal(999))


@frozen
class Education:
    """
    One record of schooling: the first or the highest education.

    Whoever has a single education enters it twice, once as 第一学历 and once
    as 最高学历 (二(13)).

    >>> Education(education_item="FIRST", education_level="31").education_level
    '31'
    """

    seq: Annotated[int, _SEQ] | None = form_field(
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
        "education level",
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
    graduated_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
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

    Who has no degree has no record here.

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
    conferred_on: Annotated[PartialDate, leaves.MONTH] | None = form_field(
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


@frozen
class TitleCertificate:
    """
    One certificate of a professional title (专业技术资格证书, 职称证书).

    The last fields are facts that only the scope of collection needs.

    >>> TitleCertificate(title_name="243", certificate_number="11111111").title_name
    '243'
    """

    title_series: Annotated[str, OpenCodeLeaf(codes.TITLE_SERIES)] | None = form_field(
        "职称系列",
        "title series",
        help=(
            "选择资格所属的系列，如卫生、工程、中学教师。",
            "The series the title belongs to, such as health, engineering, secondary school teachers.",
        ),
        requirement="GX-136",
        aliases=("series", "系列", "职称系列名称", "专业技术资格系列"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    title_level: Annotated[str, codes.TITLE_LEVELS] | None = form_field(
        "职称等级",
        "title level",
        help=(
            "选择资格的等级：员级、助理级、中级、副高级、正高级；应与资格名称一致。",
            "The level of the title: technician, assistant, intermediate, associate senior, full senior; it must agree with the name.",
        ),
        requirement="GX-135",
        aliases=("level", "职称级别", "等级", "资格等级", "资格级别", "专业技术资格等级"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    title_name: Annotated[str, TitleNameLeaf(codes.QUALIFICATION_TITLES)] | None = form_field(
        "资格名称",
        "name of the title",
        help=(
            "选择证书上的资格名称，如主管护师；表中没有的不属采集范围，不要用相近的名称代替。",
            "The name on the certificate, such as 主管护师; what the list does not offer is outside the collection, a similar name must not be taken instead.",
        ),
        requirement="GX-138",
        aliases=(
            "title",
            "qualification_name",
            "职称名称",
            "职称",
            "专业技术资格名称",
            "专业技术资格",
            "专业技术职务任职资格",
        ),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.CODE.CERT_NAME",
        narrowed_by=("title_series", "title_level"),
    )
    title_major: str | None = form_field(
        "专业",
        "speciality of the title",
        help=(
            "填写证书上的专业，如中学数学；不是毕业证书上的所学专业。",
            "The speciality on the title certificate, such as 中学数学; not the field of study.",
        ),
        requirement="GX-101",
        aliases=("speciality", "specialty", "资格专业", "职称专业", "专业技术资格专业"),
    )
    acquire_mode: Annotated[str, codes.ACQUISITION_MODES] | None = form_field(
        "取得方式",
        "mode of acquisition",
        help=(
            "评审取得的选晋升、转评或第二职称，考试取得的选考试取得，其余选重新确认或认定。“评审”不是本栏的值。",
            "For reviewed titles promotion, conversion or second title; for examinations 考试取得; else re-confirmation or recognition. 评审 is no value of this field.",
        ),
        requirement="GX-139",
        aliases=("acquisition_mode", "取得资格方式", "资格取得方式"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.CODE.ACQUIRE_VALUES",
    )
    review_body: Annotated[str, OpenCodeLeaf(codes.REVIEW_BODIES)] | None = form_field(
        "评审会",
        "review body",
        help=(
            "评审取得的选评审委员会；考试取得的选与等级相应的“XX考试取得”；重新确认、认定的选相应各项，不能空着。",
            "The committee for reviewed titles; for examinations the entry XX考试取得 of the title's level; for re-confirmation and recognition their own entries; never empty.",
        ),
        requirement="GX-137",
        aliases=("committee", "review_committee", "评审委员会", "评委会", "评审会名称", "评审组织"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.CODE.REVIEW_BODY",
        missing="GX.CODE.REVIEW_BODY",
    )
    approving_organ: str | None = form_field(
        "批准机关",
        "approving organ",
        help=(
            "填写批准资格的机关。原表印作“批准籍贯”，是“批准机关”之误，不填籍贯。",
            "The organ that approved the title. The form prints 批准籍贯, a slip for 批准机关: no native place belongs here.",
        ),
        requirement="GX-102",
        aliases=("approved_by", "批准籍贯", "批准单位", "审批机关", "审批单位", "批准部门"),
    )
    issued_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "签发时间",
        "date of issue",
        help=("填写证书上的签发日期。", "The date of issue on the certificate."),
        requirement="GX-148",
        aliases=(
            "issue_date",
            "date_of_issue",
            "发证时间",
            "签发日期",
            "发证日期",
            "批准时间",
            "资格取得时间",
            "取得资格时间",
            "取得时间",
        ),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.ISSUED",
        renames=COARSE,
    )
    certificate_number: Annotated[str, leaves.CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=(
            "填写证书上的编号，必填；证书上确实没有编号的填 8 个 1（11111111）。",
            "The number on the certificate, mandatory; if the certificate bears none, eight digits one (11111111).",
        ),
        requirement="GX-103",
        aliases=("certificate_no", "证书号", "证书号码", "资格证书编号", "资格证书号", "职称证书编号"),
        required=True,
        basis=Evidence.STATED,
        invalid="GX.F.CERTIFICATE_NUMBER",
        missing="GX.CERTNO.REQUIRED",
        sensitive=True,
    )
    control_number: Annotated[str, leaves.CERTIFICATE_NUMBER] | None = form_field(
        "证书管理号",
        "control number",
        help=(
            "2011 年起的新版证书上有管理号，有则填，没有就空着，不填 8 个 1。",
            "Certificates of the new edition since 2011 bear one: fill it in if there, leave empty if not; never eight digits one.",
        ),
        requirement="GX-104",
        aliases=("control_no", "管理号", "证书管理号码", "资格证书管理号"),
        invalid="GX.F.CONTROL_NUMBER",
        sensitive=True,
    )
    route: Annotated[str, codes.ACQUISITION_ROUTES] | None = form_field(
        "取得途径",
        "route",
        help=(
            "资格由考试、评审、认定还是重新确认取得；一般由取得方式推出。",
            "Whether by examination, review, recognition or re-confirmation; usually follows from the mode of acquisition.",
        ),
        requirement="GX-004",
        aliases=("acquisition_route", "资格取得途径", "取得资格途径"),
        entry=EntryMode.FACT,
        invalid="GX.CODE.ACQUIRE_ROUTE",
    )
    issuer: str | None = form_field(
        "签发单位",
        "issuer",
        help=("证书上的签发单位，用来判断是否属采集范围。", "The issuer on the certificate; decides about the scope."),
        requirement="GX-019",
        aliases=("issued_by", "发证单位", "发证机关", "签发机关"),
        entry=EntryMode.FACT,
    )
    issuer_region: Annotated[str, codes.DIVISIONS] | None = form_field(
        "签发地区",
        "region of issue",
        help=(
            "签发证书的省级行政区划代码，广西为 450000。",
            "The provincial division code of the place of issue; Guangxi is 450000.",
        ),
        requirement="GX-014",
        aliases=("region", "签发地", "发证地区", "证书签发地区"),
        entry=EntryMode.FACT,
        invalid="GX.F.CODE",
    )
    seals: Annotated[tuple[str, ...], leaves.NAMES] | None = form_field(
        "证书编号栏印章",
        "seals",
        help=(
            "证书编号一页上的各枚印章的名称，用顿号分隔。",
            "The names of all seals on the page with the certificate number, separated by commas.",
        ),
        requirement="GX-020",
        aliases=("stamps", "印章", "盖章单位", "公章"),
        entry=EntryMode.FACT,
    )
    certificate_kind: str | None = form_field(
        "证书种类",
        "kind of certificate",
        help=(
            "专业技术资格、职业资格、工人技能等级、执业资格、政工系列等；用来判断是否属采集范围。",
            "Title, occupational qualification, worker's grade, practice qualification, political work and so on; decides about the scope.",
        ),
        requirement="GX-005",
        aliases=("kind", "credential_kind", "证书类型", "证书类别"),
        entry=EntryMode.FACT,
    )
    printed_name: str | None = form_field(
        "证书所印名称",
        "name as printed",
        help=(
            "证书上印的资格名称原文，用来核对所选的资格名称。",
            "The name exactly as the certificate prints it, to compare the chosen name with.",
        ),
        requirement="GX-015",
        aliases=("name_on_certificate", "证书印制名称", "证书原文名称"),
        entry=EntryMode.FACT,
    )


@frozen
class OccupationalCertificate:
    """
    One occupational certificate (职业资格证书), obtained in a nationwide examination.

    >>> OccupationalCertificate(certificate_number="A-0001").certificate_number
    'A-0001'
    """

    occupation_name: Annotated[str, OpenCodeLeaf(codes.OCCUPATIONAL_QUALIFICATIONS)] | None = form_field(
        "专业名称",
        "name of the qualification",
        help=(
            "选择职业资格的名称，如注册安全工程师；表中没有的不属采集范围。",
            "The name of the occupational qualification, such as registered safety engineer; what the list does not offer is outside the collection.",
        ),
        requirement="GX-140",
        aliases=("occupation", "qualification", "职业资格名称", "职业资格", "执业资格名称"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.CODE.CERT_NAME",
    )
    category: str | None = form_field(
        "专业类别",
        "category",
        help=(
            "填写证书上的专业类别，如房屋建筑；没有的不填。",
            "The category on the certificate, such as 房屋建筑; empty if there is none.",
        ),
        requirement="GX-105",
        aliases=("speciality", "specialty", "职业资格专业类别", "类别"),
    )
    issuer: str | None = form_field(
        "签发单位",
        "issuer",
        help=(
            "填写证书上的签发单位全称；须为自治区人力资源和社会保障厅，合并前为自治区人事厅。",
            "The issuer's full name on the certificate: the region's department of human resources and social security or, before the merger, of personnel.",
        ),
        requirement="GX-106",
        aliases=("issued_by", "发证单位", "发证机关", "签发机关"),
        required=True,
    )
    issued_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "签发时间",
        "date of issue",
        help=("填写证书上的签发日期。", "The date of issue on the certificate."),
        requirement="GX-148",
        aliases=("issue_date", "date_of_issue", "发证时间", "签发日期", "发证日期", "批准时间", "取得时间"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.ISSUED",
        renames=COARSE,
    )
    certificate_number: Annotated[str, leaves.CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=(
            "填写证书上的编号，必填；证书上确实没有编号的填 8 个 1（11111111）。",
            "The number on the certificate, mandatory; if the certificate bears none, eight digits one (11111111).",
        ),
        requirement="GX-107",
        aliases=("certificate_no", "证书号", "证书号码", "资格证书编号", "职业资格证书编号"),
        required=True,
        basis=Evidence.STATED,
        invalid="GX.F.CERTIFICATE_NUMBER",
        missing="GX.CERTNO.REQUIRED",
        sensitive=True,
    )
    control_number: Annotated[str, leaves.CERTIFICATE_NUMBER] | None = form_field(
        "证书管理号",
        "control number",
        help=(
            "证书上有管理号的填写，没有就空着，不填 8 个 1。",
            "The control number if the certificate bears one, else empty; never eight digits one.",
        ),
        requirement="GX-108",
        aliases=("control_no", "管理号", "证书管理号码", "资格证书管理号"),
        invalid="GX.F.CONTROL_NUMBER",
        sensitive=True,
    )
    route: Annotated[str, codes.ACQUISITION_ROUTES] | None = form_field(
        "取得途径",
        "route",
        help=("职业资格只由全国统一考试取得。", "Occupational qualifications come from nationwide examinations only."),
        requirement="GX-012",
        aliases=("acquisition_route", "资格取得途径", "取得资格途径", "取得方式"),
        entry=EntryMode.FACT,
        invalid="GX.CODE.ACQUIRE_ROUTE",
    )
    issuer_region: Annotated[str, codes.DIVISIONS] | None = form_field(
        "签发地区",
        "region of issue",
        help=(
            "签发证书的省级行政区划代码，广西为 450000。",
            "The provincial division code of the place of issue; Guangxi is 450000.",
        ),
        requirement="GX-014",
        aliases=("region", "签发地", "发证地区", "证书签发地区"),
        entry=EntryMode.FACT,
        invalid="GX.F.CODE",
    )
    certificate_kind: str | None = form_field(
        "证书种类",
        "kind of certificate",
        help=(
            "职业资格、执业资格、工人技能等级等；用来判断是否属采集范围。",
            "Occupational qualification, practice qualification, worker's grade and so on; decides about the scope.",
        ),
        requirement="GX-005",
        aliases=("kind", "credential_kind", "证书类型"),
        entry=EntryMode.FACT,
    )
    printed_name: str | None = form_field(
        "证书所印名称",
        "name as printed",
        help=(
            "证书上印的名称原文，用来核对所选的专业名称。",
            "The name exactly as the certificate prints it, to compare the chosen name with.",
        ),
        requirement="GX-015",
        aliases=("name_on_certificate", "证书印制名称", "证书原文名称"),
        entry=EntryMode.FACT,
    )


@frozen
class Award:
    """
    One award (奖励); only those of 市厅级 and above are collected (二(10)).

    The form has 奖励等级 twice: `award_grade` is the typed grade of the prize,
    `award_level` the coded level of the awarding organ.

    >>> Award(award_grade="二等奖", award_level="PROVINCE_MINISTRY").award_grade
    '二等奖'
    """

    award_name: str | None = form_field(
        "获奖名称",
        "name of the award",
        help=(
            "填写获奖证书上的奖项名称，如科技进步奖。",
            "The name of the award on the certificate, such as 科技进步奖.",
        ),
        requirement="GX-109",
        aliases=("award", "奖励名称", "获奖项目", "奖项名称"),
        required=True,
    )
    award_grade: str | None = form_field(
        "奖励等级",
        "grade of the award",
        help=(
            "填写奖项本身的等次，如一等奖、二等奖；授奖机关的级别另填。",
            "The grade of the prize itself, such as 一等奖; the level of the awarding organ has a field of its own.",
        ),
        requirement="GX-110",
        aliases=("grade", "获奖等次", "奖励等次", "获奖等级", "奖项等级"),
    )
    award_level: Annotated[str, codes.AWARD_LEVELS] | None = form_field(
        "奖励级别",
        "level of the awarding organ",
        help=(
            "按证书上授奖机关选择国家级、省部级或市厅级；市厅级以下不采集。原表也印作“奖励等级”（代码）。",
            "By the awarding organ on the certificate: national, provincial or ministerial, city or department; below is not collected. The form prints this label too as 奖励等级 (coded).",
        ),
        requirement="GX-141",
        aliases=("level", "奖励等级代码", "奖励等级（代码）", "授奖级别", "获奖级别", "授奖机关级别"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.CODE.AWARD_LEVEL",
    )
    award_organ: str | None = form_field(
        "授奖机关",
        "awarding organ",
        help=(
            "填写证书上盖章的授奖机关全称；协会、学会、研究所、杂志社以及市各委办局的奖励不采集。",
            "The full name of the organ whose seal is on the certificate; awards of associations, institutes, magazines and city bureaus are not collected.",
        ),
        requirement="GX-111",
        aliases=("organ", "awarded_by", "授奖单位", "授奖部门", "颁奖单位", "颁奖机关", "奖励机关"),
        required=True,
    )
    award_rank: Annotated[int, _RANK] | None = form_field(
        "获奖排序",
        "place among the winners",
        help=(
            "填写本人在获奖人中的名次，第一完成人填 1。",
            "The person's place among those named on the certificate; the first one enters 1.",
        ),
        requirement="GX-112",
        aliases=("rank", "获奖排名", "排名", "本人排名", "获奖名次"),
        invalid="GX.F.AWARD_RANK",
    )
    award_year: Annotated[PartialDate, leaves.YEAR] | None = form_field(
        "获得年度",
        "year of the award",
        help=("填写获奖的四位年份，如 2009。", "The year of the award in four digits, such as 2009."),
        requirement="GX-113",
        aliases=("year", "获奖年度", "获奖年份", "获得年份", "获奖时间"),
        invalid="GX.F.AWARD_YEAR",
    )
    authorised_by_city: Annotated[bool, leaves.FLAG] | None = form_field(
        "市人民政府授权",
        "authorised by the city government",
        help=(
            "授奖机关是否经市人民政府授权；授权的奖励算市厅级，须附授权证明。",
            "Whether a city government authorised the awarding body; such awards count as city level and need the proof.",
        ),
        requirement="GX-056",
        aliases=("authorised", "authorized_by_city", "是否授权", "市政府授权"),
        entry=EntryMode.FACT,
    )
    authorisation_proof: Annotated[bool, leaves.FLAG] | None = form_field(
        "授权证明",
        "proof of the authorisation",
        help=(
            "是否已附市人民政府授权的证明材料。",
            "Whether the proof of the city government's authorisation is attached.",
        ),
        requirement="GX-056",
        aliases=("authorization_proof", "proof", "授权证明材料", "有无授权证明"),
        entry=EntryMode.FACT,
    )


@frozen
class Honour:
    """
    One honour (荣誉称号).

    >>> Honour(document_no="某字〔2009〕1号").document_no
    '某字〔2009〕1号'
    """

    honour_title: Annotated[str, OpenCodeLeaf(codes.HONOUR_TITLES)] | None = form_field(
        "荣誉称号",
        "honour",
        help=(
            "选择荣誉称号，如劳动模范、优秀教师；软件的代码表未公布，以软件所列为准。",
            "The honour, such as 劳动模范 or 优秀教师; the program's own list was not published and prevails.",
        ),
        requirement="GX-142",
        aliases=("honour", "honor_title", "荣誉称号名称", "称号"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    approval_title: str | None = form_field(
        "批准文件名称",
        "title of the approving document",
        help=("填写批准授予荣誉称号的文件标题。", "The title of the document that conferred the honour."),
        requirement="GX-114",
        aliases=("document_title", "批准文件", "文件名称", "批准文件标题"),
    )
    document_no: str | None = form_field(
        "文件字号",
        "document number",
        help=(
            "填写文件的发文字号，如 某字〔2009〕1号，年份用六角括号。",
            "The number of the document, such as 某字〔2009〕1号, the year in tortoise-shell brackets.",
        ),
        requirement="GX-115",
        aliases=("document_number", "文号", "发文字号", "批准文号", "文件号", "文件编号"),
    )
    certificate_number: Annotated[str, leaves.CERTIFICATE_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=(
            "荣誉证书上有编号的填写，没有的不填。",
            "The number on the certificate of the honour, empty if there is none.",
        ),
        requirement="GX-116",
        aliases=("certificate_no", "证书号", "证书号码", "荣誉证书编号", "荣誉证书号"),
        invalid="GX.F.CERTIFICATE_NUMBER",
        sensitive=True,
    )
    honour_date: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "时间",
        "date of the honour",
        help=(
            "填写授予荣誉称号的日期。原表只印“时间”，由所在位置推断为授予时间。",
            "The date on which the honour was conferred. The form prints only 时间 (time); that it means this date is deduced from its place.",
        ),
        requirement="GX-149",
        aliases=("date", "conferred_on", "授予时间", "荣誉时间", "授予荣誉时间", "获得荣誉时间", "批准时间"),
        entry=EntryMode.DATE,
        basis=Evidence.DEDUCED,
        invalid="GX.F.HONOUR_DATE",
        renames=COARSE,
    )


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
