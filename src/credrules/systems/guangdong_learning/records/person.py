"""
The person who declares: account and personal information, both with starred items.

References: 广东省专业技术人员继续教育管理系统常见问题, A2, B1 to B3, C1, C6, D7.
Limitations: which items have a star is known from the screen only; it is assumed
that all of these have one.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, form_field
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import TextLeaf
from credrules.systems.guangdong_learning.records.cells import NAME

__all__ = ["AccountInfo", "PersonalInfo"]
__dir__ = __all__.copy


@frozen
class AccountInfo:
    """
    The account information (账号信息).

    >>> AccountInfo(login="chen01").login
    'chen01'
    """

    login: Annotated[str, TextLeaf(50)] | None = form_field(
        "登录账号",
        "login",
        help=(
            "本人自定，已被占用时另选；注册后不能修改。",
            "Chosen by the person; another one if it is taken. It cannot be changed afterwards.",
        ),
        requirement="CE-079",
        aliases=("user_name", "账号", "用户名", "登录名"),
        required=True,
        sensitive=True,
    )


@frozen
class PersonalInfo:
    """
    The basic information of a person (个人基本信息).

    >>> PersonalInfo(unit_city="441800").unit_city
    '441800'
    """

    name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "姓名",
        "name",
        help=("填写本人姓名；本人可自行修改。", "The person's name; the person may change it."),
        requirement="CE-080",
        required=True,
        invalid="CE.F.NAME",
        sensitive=True,
    )
    citizen_id: Annotated[CitizenId, leaves.CITIZEN_ID] | None = form_field(
        "身份证号码",
        "identity number",
        help=(
            "填写身份证号码；注册后只能书面申请修改，一个号码只能注册一次。",
            "The identity number; changed on written request only, and registered once only.",
        ),
        requirement="CE-081",
        aliases=("id_no", "id_number", "身份证号", "身份证", "公民身份号码"),
        required=True,
        invalid="CE.F.ID_NO",
        sensitive=True,
    )
    unit: Annotated[str, NAME] | None = form_field(
        "所在单位",
        "unit",
        help=("从单位列表中选择所在单位。", "The unit, chosen from the list of units."),
        requirement="CE-082",
        aliases=("unit_name", "单位", "单位名称", "工作单位"),
        entry=EntryMode.CODE,
        required=True,
    )
    unit_city: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在城市",
        "city of the unit",
        help=(
            "选择单位所在城市；选错时查不到单位。",
            "The city of the unit; with a wrong one the unit is not found.",
        ),
        requirement="CE-083",
        aliases=("city", "单位城市", "所在城市"),
        entry=EntryMode.CODE,
        required=True,
        invalid="CE.F.CITY",
    )
    major: str | None = form_field(
        "所学专业",
        "field of study",
        help=(
            "列表中没有相同的，选择最接近的一项。",
            "If the list lacks the wanted entry, the most closely related one.",
        ),
        requirement="CE-084",
        aliases=("subject studied", "专业"),
        entry=EntryMode.CODE,
        required=True,
    )
    occupation: str | None = form_field(
        "从事专业",
        "field of work",
        help=(
            "列表中没有相同的，选择最接近的一项。",
            "If the list lacks the wanted entry, the most closely related one.",
        ),
        requirement="CE-085",
        aliases=("现从事专业",),
        entry=EntryMode.CODE,
        required=True,
    )
    major_printed: str | None = form_field(
        "毕业证书所印专业",
        "subject as printed on the diploma",
        help=("证书上的原文，可与所选项不同。", "The real wording, which may differ from the entry chosen."),
        requirement="CE-016",
        entry=EntryMode.FACT,
    )
    occupation_printed: str | None = form_field(
        "实际从事专业",
        "field of work in the person's own words",
        help=("实际从事的专业，可与所选项不同。", "The real wording, which may differ from the entry chosen."),
        requirement="CE-016",
        entry=EntryMode.FACT,
    )
