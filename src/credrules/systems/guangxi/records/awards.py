"""
The last two tables of the form: awards and honours (奖励信息, 荣誉信息).

Only awards of 市厅级 and above are collected; 奖励等级 is printed twice and is
two fields, and a field called only 时间 is read as the date of the honour
(广西专业技术人员信息采集常见问题解答, 二(4), 二(10)).
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import OpenCodeLeaf
from credrules.systems.guangxi.records.basic import COARSE
from credrules.systems.guangxi.records.cells import HONOUR_NUMBER, PAST_MONTH, PAST_YEAR, SERIAL
from credrules.values import Evidence

__all__ = ["Award", "Honour"]
__dir__ = __all__.copy


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
        aliases=(
            "level",
            "奖励等级代码",
            "奖励等级（代码）",
            "奖励等级(代码)",
            "授奖级别",
            "获奖级别",
            "授奖机关级别",
        ),
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
    award_rank: Annotated[int, SERIAL] | None = form_field(
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
    award_year: Annotated[PartialDate, PAST_YEAR] | None = form_field(
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
    certificate_number: Annotated[str, HONOUR_NUMBER] | None = form_field(
        "证书编号",
        "certificate number",
        help=(
            "荣誉证书上有编号的填写，没有的不填。",
            "The number on the certificate of the honour, empty if there is none.",
        ),
        requirement="GX-116",
        aliases=("certificate_no", "证书号", "证书号码", "荣誉证书编号", "荣誉证书号"),
        invalid="GX.F.HONOUR_NUMBER",
        sensitive=True,
    )
    honour_date: Annotated[PartialDate, PAST_MONTH] | None = form_field(
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
