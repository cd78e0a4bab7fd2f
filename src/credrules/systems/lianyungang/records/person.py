"""
The worker's own data (基本信息), as far as the text names it.

Which other fields the form frames in red is not known: the screenshot is
missing (annex 1, step 2). A host adds them with `PROFILE.require`.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, form_field
from credrules.leaves import OpenCodeLeaf
from credrules.systems.lianyungang.records.cells import GRADE
from credrules.values import Evidence, FrozenMap

__all__ = [
    "NAME_SPACES",
    "Person",
]
__dir__ = __all__.copy

# The form prints what is typed: a blank inside a name is a fault, as in the other texts that must agree.
NAME_SPACES: Final = FrozenMap({"TEXT.EXTRA_SPACE": "LYG.ENTRY.NAME", "TEXT.LINE_BREAK": "LYG.ENTRY.NAME"})


@frozen
class Person:
    """
    Who the worker is, and what the main set shows of grade and post.

    >>> Person(name="李某", personal_identity="TECHNICAL_WORKER").name
    '李某'
    """

    name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "姓名",
        "name",
        help=("填写姓名，字间不留空格。", "The name, without blanks between the characters."),
        requirement="LYG-065",
        aliases=("人员姓名", "职工姓名"),
        required=True,
        basis=Evidence.DEDUCED,
        invalid="LYG.ENTRY.NAME",
        renames=NAME_SPACES,
        sensitive=True,
    )
    personal_identity: Annotated[str, OpenCodeLeaf(codes.WORKER_IDENTITIES)] | None = form_field(
        "本人身份",
        "personal identity",
        help=(
            "申报技术等级的，本人身份应为“技术工人”。",
            "Whoever is to be promoted has the identity 技术工人 (technical worker).",
        ),
        requirement="LYG-066",
        aliases=("identity", "个人身份", "身份"),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
    )
    establishment: Annotated[str, codes.WORKER_ESTABLISHMENTS] | None = form_field(
        "在编/编外",
        "establishment",
        help=(
            "在编人员在单位名册中选取，编外人员在编外名册中新增。",
            "Staff on the establishment stand in the unit's roster, staff off it in the list 编外名册.",
        ),
        requirement="LYG-067",
        aliases=("编制", "编制情况", "人员类别", "是否在编", "在编或编外"),
        entry=EntryMode.CODE,
        required=True,
        basis=Evidence.STATED,
        missing="LYG.ENTRY.TWO_GROUPS",
    )
    main_grade: Annotated[str, GRADE] | None = form_field(
        "主集技术等级",
        "grade in the main set",
        help=(
            "主集显示的现有等级；由“更新到主集”带入，不直接填写。",
            "The grade the main set shows; it comes from the update and is not typed.",
        ),
        requirement="LYG-032",
        aliases=("主集等级", "主集中的等级", "人员主信息等级", "main grade"),
        entry=EntryMode.FACT,
        invalid="LYG.SKILL.NAME",
    )
    main_post: str | None = form_field(
        "主集职务",
        "post in the main set",
        help=(
            "主集显示的现任职务（岗位）；由“更新人员主信息”带入。",
            "The present post the main set shows; it comes from the update.",
        ),
        requirement="LYG-035",
        aliases=("主集岗位", "主集现任职务", "人员主信息职务", "main post"),
        entry=EntryMode.FACT,
    )
    transferred: Annotated[bool, leaves.FLAG] | None = form_field(
        "外地调入",
        "came from elsewhere",
        help=(
            "证书在调入本市以前取得的填“是”；审批单位按证书。",
            "Yes for those whose certificates come from before they moved to the city; the organ is then that of the certificate.",
        ),
        requirement="LYG-026",
        aliases=("调入", "调入人员", "外单位调入"),
        entry=EntryMode.FACT,
    )
    verified_against_original: Annotated[bool, leaves.FLAG] | None = form_field(
        "已核对原件",
        "checked against the originals",
        help=(
            "录入时是否核对了证书、证件原件。",
            "Whether certificates and documents were checked in the original when the data were entered.",
        ),
        requirement="LYG-058",
        aliases=("核对原件", "原件已核对"),
        entry=EntryMode.FACT,
    )
