"""
The registration of a unit and its administrators.

References: 广东省专业技术人员继续教育管理系统常见问题, I1 to I12.
Limitations: the items of the unit's form are known from the answers only.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes, leaves
from credrules.fields import EntryMode, form_field, sections
from credrules.identifiers.citizen_id import CitizenId
from credrules.systems.guangdong_learning.records.cells import CONTACT, NAME, UNIT_CODE, BureauLeaf

__all__ = ["Administrator", "UnitRegistration"]
__dir__ = __all__.copy


@frozen
class Administrator:
    """
    One administrator of a unit (单位管理员), who is a person as well.

    >>> Administrator(name="张三").name
    '张三'
    """

    name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "管理员姓名",
        "name of the administrator",
        help=("填写管理员姓名。", "The name of the administrator."),
        requirement="CE-098",
        aliases=("admin_name", "姓名"),
        required=True,
        invalid="CE.F.NAME",
        sensitive=True,
    )
    citizen_id: Annotated[CitizenId, leaves.CITIZEN_ID] | None = form_field(
        "管理员身份证号码",
        "identity number of the administrator",
        help=("填写管理员身份证号码。", "The identity number of the administrator."),
        requirement="CE-098",
        aliases=("id_no", "id_number", "身份证号码", "身份证号"),
        required=True,
        invalid="CE.F.ID_NO",
        sensitive=True,
    )
    contact: Annotated[str, CONTACT] | None = form_field(
        "管理员联系方式",
        "contact of the administrator",
        help=("填写电话或邮箱。", "A telephone number or e-mail address."),
        requirement="CE-098",
        aliases=("phone", "联系方式", "联系电话"),
        required=True,
        sensitive=True,
    )


@frozen
class UnitRegistration:
    """
    The registration of a unit (法人单位注册信息).

    >>> UnitRegistration(unit_name="甲公司", unit_code="PDY00001X").unit_code
    'PDY00001X'
    """

    unit_name: Annotated[str, NAME] | None = form_field(
        "单位名称",
        "name of the unit",
        help=("填写与公章一致的单位全称。", "The full name as on the seal."),
        requirement="CE-095",
        aliases=("name", "unit", "单位", "单位全称"),
        required=True,
    )
    unit_code: Annotated[str, UNIT_CODE] | None = form_field(
        "法人码",
        "unit code",
        help=(
            "组织机构代码证上的代码，通常为9位；18位统一社会信用代码取第9至17位。",
            "The code of the organisation-code certificate, normally nine characters; of an 18-character code, places 9 to 17.",
        ),
        requirement="CE-096",
        aliases=("code", "组织机构代码", "法人代码", "统一社会信用代码"),
        required=True,
        invalid="CE.UNIT.CODE",
    )
    division: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在行政区划",
        "division of the unit",
        help=("选择单位所在的市、县（区）。", "The city, county or district of the unit."),
        requirement="CE-075",
        aliases=("city", "unit_city", "单位所在城市", "行政区划", "所在地区"),
        entry=EntryMode.CODE,
        required=True,
        invalid="CE.F.CITY",
    )
    hr_account: Annotated[str, BureauLeaf(codes.DIVISIONS)] | None = form_field(
        "人事户头",
        "personnel account",
        help=(
            "选择单位所在行政区划的人力资源和社会保障局。",
            "The human-resources bureau of the division to which the unit belongs.",
        ),
        requirement="CE-097",
        aliases=("人事户口", "主管人社局"),
        entry=EntryMode.CODE,
        required=True,
        invalid="CE.F.HR_ACCOUNT",
    )
    unit_state: Annotated[str, codes.LEARNING_UNIT_STATES] | None = form_field(
        "单位审核状态",
        "state of the registration",
        help=("由系统给出：未审核、审核不通过、审核通过。", "Given by the system: not audited, rejected, approved."),
        requirement="CE-099",
        aliases=("state", "审核状态"),
        entry=EntryMode.FACT,
        invalid="CE.F.UNIT_STATE",
    )
    admins: tuple[Administrator, ...] = sections(
        "单位管理员", "administrators", aliases=("administrators", "管理员", "管理员列表")
    )
