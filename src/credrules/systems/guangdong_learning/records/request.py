"""
A written request (传真): one form; its kind decides which parts are required.

References: 广东省专业技术人员继续教育管理系统常见问题, B1, B3, C5, C7, I1, I4, I5.
Limitations: the subject lines that the document prints are in `accounts.requests`.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, form_field
from credrules.leaves import TextLeaf
from credrules.systems.guangdong_learning.records.cells import CONTACT, NAME, UNIT_CODE

__all__ = ["Request"]
__dir__ = __all__.copy


@frozen
class Request:
    """
    One written request with its parts; most kinds require only some of them.

    >>> Request(kind="CHANGE_ID_NO").kind
    'CHANGE_ID_NO'
    """

    kind: Annotated[str, codes.LEARNING_REQUESTS] | None = form_field(
        "申请类别",
        "kind of request",
        help=("申请办理的事项。", "What is asked for."),
        requirement="CE-014",
        aliases=("申请事项", "类别"),
        entry=EntryMode.CODE,
        required=True,
    )
    subject_line: Annotated[str, NAME] | None = form_field(
        "主题",
        "subject line",
        help=("系统名称写不写“管理”二字都可以。", "The system may be named with or without 管理."),
        requirement="CE-014",
        aliases=("subject", "标题", "传真主题"),
    )
    id_card_copy: Annotated[bool, leaves.FLAG] | None = form_field(
        "身份证复印件（正反面）",
        "copy of both sides of the ID card",
        help=("是否附身份证正反面复印件。", "Whether a copy of both sides is enclosed."),
        requirement="CE-010",
        aliases=("身份证正反面复印件",),
    )
    id_card_note: Annotated[str, NAME] | None = form_field(
        "复印件上的注明",
        "note on the copy",
        help=("写在身份证复印件上的说明。", "The note written on the copy of the ID card."),
        requirement="CE-022",
        aliases=("注明",),
    )
    code_certificate_copy: Annotated[bool, leaves.FLAG] | None = form_field(
        "组织机构代码证复印件",
        "copy of the organisation-code certificate",
        help=("是否附组织机构代码证复印件。", "Whether a copy is enclosed."),
        requirement="CE-066",
        aliases=("代码证复印件",),
    )
    old_unit: Annotated[str, NAME] | None = form_field(
        "原单位",
        "former unit",
        help=("调动前的单位。", "The unit before the move."),
        requirement="CE-010",
        aliases=("原工作单位",),
    )
    old_city: Annotated[str, codes.DIVISIONS] | None = form_field(
        "原单位所在城市",
        "city of the former unit",
        help=("调动前单位所在城市。", "The city of the unit before the move."),
        requirement="CE-010",
        aliases=("原城市",),
        entry=EntryMode.CODE,
    )
    new_unit: Annotated[str, NAME] | None = form_field(
        "现单位",
        "present unit",
        help=("现在的单位。", "The present unit."),
        requirement="CE-010",
        aliases=("现工作单位",),
    )
    new_city: Annotated[str, codes.DIVISIONS] | None = form_field(
        "现单位所在城市",
        "city of the present unit",
        help=("现单位所在城市。", "The city of the present unit."),
        requirement="CE-010",
        aliases=("现城市",),
        entry=EntryMode.CODE,
    )
    old_id_no: Annotated[str, CONTACT] | None = form_field(
        "原错误身份证号码",
        "former wrong identity number",
        help=("系统里的错误号码，照原样填写。", "The wrong number as it stands in the system."),
        requirement="CE-013",
        aliases=("原身份证号码",),
        sensitive=True,
    )
    old_code: Annotated[str, CONTACT] | None = form_field(
        "原错误法人码",
        "former wrong unit code",
        help=("系统里的错误代码，照原样填写。", "The wrong code as it stands in the system."),
        requirement="CE-070",
        aliases=("原法人码", "原组织机构代码"),
    )
    new_code: Annotated[str, UNIT_CODE] | None = form_field(
        "正确法人码",
        "right unit code",
        help=("代码证上的代码。", "The code on the certificate."),
        requirement="CE-070",
        aliases=("新法人码",),
        invalid="CE.UNIT.CODE",
    )
    unit_name: Annotated[str, NAME] | None = form_field(
        "单位名称",
        "name of the unit",
        help=("申请所涉单位的名称。", "The unit the request is about."),
        requirement="CE-066",
        aliases=("单位",),
    )
    unit_code: Annotated[str, UNIT_CODE] | None = form_field(
        "法人码",
        "unit code",
        help=("申请所涉单位的法人码。", "The code of the unit the request is about."),
        requirement="CE-071",
        aliases=("组织机构代码",),
        invalid="CE.UNIT.CODE",
    )
    admin_id_no: Annotated[str, CONTACT] | None = form_field(
        "管理员身份证号码",
        "identity number of the administrator",
        help=("注册单位时所用的管理员身份证号码。", "The administrator's number as used at the registration."),
        requirement="CE-066",
        sensitive=True,
    )
    admin_name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "单位管理员姓名",
        "name of the unit administrator",
        help=("单位管理员的姓名。", "The name of the unit's administrator."),
        requirement="CE-077",
        aliases=("管理员姓名",),
        invalid="CE.F.NAME",
        sensitive=True,
    )
    admin_contact: Annotated[str, CONTACT] | None = form_field(
        "单位管理员联系方式",
        "contact details of the unit administrator",
        help=("单位管理员的联系方式。", "How to reach the unit's administrator."),
        requirement="CE-077",
        aliases=("contact of the unit administrator", "管理员联系方式", "管理员联系电话"),
        sensitive=True,
    )
    reason: Annotated[str, TextLeaf()] | None = form_field(
        "理由",
        "reason",
        help=("申请的理由。", "Why it is asked for."),
        requirement="CE-021",
        aliases=("原因", "申请理由", "删除原因"),
    )
    contact_name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "联系人",
        "contact person",
        help=("办理时联系的人。", "Whom to call."),
        requirement="CE-013",
        invalid="CE.F.NAME",
        sensitive=True,
    )
    contact: Annotated[str, CONTACT] | None = form_field(
        "联系电话",
        "telephone",
        help=("本人或联系人的电话。", "The telephone of the person or the contact person."),
        requirement="CE-010",
        aliases=("phone", "own contact", "联系方式", "本人电话", "电话"),
        sensitive=True,
    )
    unit_seal: Annotated[bool, leaves.FLAG] | None = form_field(
        "现单位公章",
        "seal of the present unit",
        help=("是否加盖现单位公章。", "Whether the present unit's seal is on it."),
        requirement="CE-010",
        aliases=("公章", "单位公章"),
    )
