"""
One person's registration: the grade applied for, the paper, and how far it has come.

References: the notice, 一 and 二; annex 1, steps 5, 7 and 8.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import NumberLeaf
from credrules.systems.lianyungang.records.cells import EXCEPTION, GRADE, PRESENCE, STAMPS

__all__ = [
    "Registration",
]
__dir__ = __all__.copy

_YEAR: Final = NumberLeaf(least=Decimal(1990), most=Decimal(2200))
_FACT: Final = EntryMode.FACT


@frozen
class Registration:
    """
    The registration of one person; an empty one means that nothing is registered.

    >>> Registration(target_grade="2", trade="电工").target_grade
    '2'
    """

    name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "姓名",
        "name",
        help=("申报人员的姓名，与人员信息一致。", "The person's name, as in the data of the worker."),
        requirement="LYG-044",
        aliases=("申报人", "申报人员", "人员姓名"),
        entry=_FACT,
        sensitive=True,
    )
    target_grade: Annotated[str, GRADE] | None = form_field(
        "申报等级",
        "grade applied for",
        help=(
            "申报的等级，一般比现有最高等级高一级。",
            "The grade applied for, usually the next above the highest held.",
        ),
        requirement="LYG-081",
        aliases=("target", "拟申报等级", "申报技术等级", "申报资格"),
        entry=EntryMode.CODE,
        invalid="LYG.DECL.TARGET",
    )
    trade: str | None = form_field(
        "工种",
        "trade",
        help=("申报的工种。", "The trade applied for."),
        requirement="LYG-080",
        aliases=("申报工种", "工种名称"),
    )
    remark: str | None = form_field(
        "备注",
        "remark",
        help=(
            "有特殊情况的填写，如转岗、退伍兵初定；没有的可以不填。",
            "Special cases such as 转岗 or 退伍兵初定; empty otherwise.",
        ),
        requirement="LYG-080",
        aliases=("特殊情况", "备注说明", "special_case"),
    )
    exceptional: Annotated[str, EXCEPTION] | None = form_field(
        "破格申报",
        "exceptional application",
        help=("因获奖等破格申报的填写理由。", "The ground of an exceptional application, such as an award."),
        requirement="LYG-040",
        aliases=("破格", "是否破格", "破格情况", "破格条件"),
        entry=_FACT,
    )
    round: Annotated[int, _YEAR] | None = form_field(
        "考评年度",
        "year of the round",
        help=("考评的年度；不填时按提交或送达的年份。", "The year of the round; by the dates where it is not given."),
        requirement="LYG-002",
        aliases=("轮次", "申报年度", "报名年度"),
        entry=_FACT,
    )
    state: Annotated[str, codes.DECLARATION_STATES] | None = form_field(
        "办理情况",
        "state",
        help=("网上申报办到了哪一步。", "How far the registration has come."),
        requirement="LYG-007",
        aliases=("状态", "网上状态", "申报状态", "审核状态"),
        entry=_FACT,
    )
    submitted_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "网上申报日期",
        "submitted online on",
        help=("单位提交申报的日期。", "The day on which the unit submitted."),
        requirement="LYG-003",
        aliases=("提交日期", "提交时间", "申报日期", "申报时间", "网上申报时间", "提交申报日期"),
        entry=_FACT,
    )
    department_submitted_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "主管部门提交日期",
        "passed on by the department on",
        help=("主管部门提交工考办的日期。", "The day on which the department passed it on to the office."),
        requirement="LYG-003",
        aliases=("主管部门提交时间", "主管部门报送日期"),
        entry=_FACT,
    )
    passed_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "网上审核通过日期",
        "passed online on",
        help=("工考办网上审核通过的日期。", "The day on which the office passed it online."),
        requirement="LYG-007",
        aliases=("审核通过日期", "网上审核通过时间", "审核通过时间"),
        entry=_FACT,
    )
    form_received_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "审批表送达日期",
        "form received on",
        help=("报名审批表送到工考办的日期。", "The day on which the office received the form."),
        requirement="LYG-052",
        aliases=("报名审批表送达日期", "表格送达日期", "审批表报送日期"),
        entry=_FACT,
    )
    paper_received_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "纸质材料送达日期",
        "paper received on",
        help=("纸质材料送到工考办的日期。", "The day on which the office received the paper material."),
        requirement="LYG-004",
        aliases=("纸质材料报送日期", "材料送达日期", "纸质材料送达时间", "材料报送日期", "纸质材料报送时间"),
        entry=_FACT,
    )
    originals: Annotated[bool, PRESENCE] | None = form_field(
        "原件",
        "originals shown",
        help=("证书、证件原件是否交验。", "Whether the originals were shown."),
        requirement="LYG-012",
        aliases=("original_seen", "原件已验", "有原件"),
        entry=_FACT,
    )
    copies: Annotated[bool, PRESENCE] | None = form_field(
        "复印件",
        "copies filed",
        help=("复印件是否已交。", "Whether copies were filed."),
        requirement="LYG-012",
        aliases=("copy_filed", "复印件已交", "有复印件"),
        entry=_FACT,
    )
    stamps: Annotated[tuple[str, ...], STAMPS] | None = form_field(
        "盖章",
        "stamps on the form",
        help=(
            "报名审批表上有谁的公章：申报单位、主管部门。",
            "Whose stamps are on the form: the unit's, the department's.",
        ),
        requirement="LYG-051",
        aliases=("印章", "公章", "报名审批表盖章", "审批表盖章"),
        entry=_FACT,
    )
    print_batch: str | None = form_field(
        "打印批次",
        "print batch",
        help=("同一批打印的填同一批次号。", "The same for those printed together."),
        requirement="LYG-050",
        aliases=("批次", "打印批号"),
        entry=_FACT,
    )
    manual_training: Annotated[tuple[str, ...], leaves.NAMES] | None = form_field(
        "手工填写的培训",
        "training typed by hand",
        help=(
            "编外人员不能自动提取的培训，在申报时手工填写。",
            "Training of staff off the establishment, typed where it cannot be extracted.",
        ),
        requirement="LYG-042",
        aliases=("手填培训", "手工填写项目", "manual_items"),
        entry=_FACT,
    )
    renewed: Annotated[bool, leaves.FLAG] | None = form_field(
        "重新申报",
        "renewed after a deletion",
        help=("原记录因与纸质材料不一致被删除后重新申报的填“是”。", "Yes where the earlier record was deleted."),
        requirement="LYG-056",
        aliases=("删除后重报", "重报"),
        entry=_FACT,
    )
    liability_review: Annotated[bool, leaves.FLAG] | None = form_field(
        "情节严重",
        "the office calls it serious",
        help=("是否情节严重，由工考办认定。", "Whether the case is serious; the office says so."),
        requirement="LYG-057",
        aliases=("追究责任", "严重"),
        entry=_FACT,
    )
    certified_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "取得证书日期",
        "certificate obtained on",
        help=("考评合格后证书上的日期。", "The date of the certificate after the examination."),
        requirement="LYG-059",
        aliases=("新证书日期", "取得证书时间"),
        entry=_FACT,
    )
    recorded_on: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "信息录入日期",
        "entered in the system on",
        help=("培训和证书信息录入系统的日期。", "The day on which training and certificate were entered."),
        requirement="LYG-059",
        aliases=("录入日期", "录入时间"),
        entry=_FACT,
    )
