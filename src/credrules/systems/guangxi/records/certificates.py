"""
The third and fourth table of the form: titles and occupational certificates.

专业技术资格信息 and 职业资格证书 are two tables with their own fields; 专业,
专业类别 and 专业名称 are three different things
(广西专业技术人员信息采集常见问题解答, 二(4), 二(14), 二(15)).
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import OpenCodeLeaf
from credrules.systems.guangxi.records.basic import COARSE
from credrules.systems.guangxi.records.cells import CONTROL_NUMBER, PAST_DAY, TitleNameLeaf, UndatedCodeLeaf
from credrules.values import Evidence

__all__ = ["OccupationalCertificate", "TitleCertificate"]
__dir__ = __all__.copy


@frozen
class TitleCertificate:
    """
    One certificate of a professional title (专业技术资格证书, 职称证书).

    The last fields are facts needed only for the scope of collection.

    >>> TitleCertificate(title_name="243", certificate_number="11111111").title_name
    '243'
    """

    title_series: Annotated[str, UndatedCodeLeaf(codes.TITLE_SERIES)] | None = form_field(
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
        invalid="GX.F.CODE",
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
    issued_on: Annotated[PartialDate, PAST_DAY] | None = form_field(
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
    control_number: Annotated[str, CONTROL_NUMBER] | None = form_field(
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

    occupation_name: Annotated[str, UndatedCodeLeaf(codes.OCCUPATIONAL_QUALIFICATIONS)] | None = form_field(
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
        invalid="GX.F.CODE",
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
    issued_on: Annotated[PartialDate, PAST_DAY] | None = form_field(
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
    control_number: Annotated[str, CONTROL_NUMBER] | None = form_field(
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
