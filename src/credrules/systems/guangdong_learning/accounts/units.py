"""
Units: personnel account, duplicates, administrators, registration, and advice on a refused login.

References: 广东省专业技术人员继续教育管理系统常见问题, C2, I1 to I3, I8, I11, I12; GB
11714-1997 (nine characters), GB 32100-2015 (eighteen).
Limitations: a unit of a higher level may belong to a bureau above its own division,
so another bureau is only a warning.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from credrules import codes, text
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Finding, finding
from credrules.identifiers import org_code
from credrules.lists import grouped, repeated
from credrules.systems.guangdong_learning.records.cells import UNIT_CODE
from credrules.systems.guangdong_learning.records.whole import UnitRegistration
from credrules.values import Label, Worded

__all__ = [
    "UNIT_RULES",
    "LoginAdvice",
    "Registration",
    "bureau",
    "city_of",
    "diagnose_login",
    "distinct_administrators",
    "find_duplicates",
    "has_administrator",
    "own_bureau",
    "register_unit",
]
__dir__ = __all__.copy


def bureau(division: str) -> str:
    """
    Return the name of the human-resources bureau of a division; the code itself if the table does not list it.

    >>> bureau("441802"), bureau("440000")
    ('清远市清城区人力资源和社会保障局', '广东省人力资源和社会保障厅')
    """
    entry = codes.DIVISIONS.get(division)
    if entry is None:
        return division
    above = [item.name for item in codes.DIVISIONS.ancestors(division) if item.parent]
    return f"{''.join(reversed(above))}{entry.name}人力资源和社会保障{'局' if entry.parent else '厅'}"


def city_of(division: str | None) -> str | None:
    """
    Return the city of a district or county; a city, a province or an unknown code is returned unchanged.

    >>> city_of("441802"), city_of("441800"), city_of("440000")
    ('441800', '441800', '440000')
    """
    above = codes.DIVISIONS.parent(division)
    return above.code if above is not None and above.parent else division


@rule("CE.UNIT.HR_ACCOUNT", requires=("hr_account", "division"))
def own_bureau(unit: UnitRegistration, _: Context) -> Violation | None:
    """
    The personnel account is the bureau of the unit's own division (I12).
    """
    return violation("hr_account", expected=bureau(unit.division or "")) if unit.hr_account != unit.division else None


@rule("CE.UNIT.ADMINS", reports_missing=True, reads=("admins",))
def has_administrator(unit: UnitRegistration, _: Context) -> Violation | None:
    """
    A unit has an administrator.
    """
    return violation("admins") if not unit.admins else None


@rule("CE.ACC.ONE_PER_ID", reads=("admins.citizen_id",))
def distinct_administrators(unit: UnitRegistration, _: Context) -> list[Violation]:
    """
    An identity number appears only once among the administrators.
    """
    numbers = [item.citizen_id.number if item.citizen_id is not None else None for item in unit.admins]
    return [violation("admins", place, "citizen_id") for place, _ in repeated(numbers)]


UNIT_RULES: Final = (
    own_bureau,
    has_administrator,
    distinct_administrators,
)
"""The rules of a unit's registration."""


def find_duplicates(units: Iterable[UnitRegistration]) -> tuple[Finding, ...]:
    """
    Return one finding per unit that is registered several times in one city (C2).

    Names that differ in layout only are the same name. The help desk decides which
    registration is right; none is chosen here.

    >>> twice = [UnitRegistration(unit_name=name, division="441800") for name in ("甲公司", "甲 公司")]
    >>> [item.params["count"] for item in find_duplicates(twice)]
    [2]
    """
    named = (unit for unit in units if unit.unit_name is not None)
    groups = grouped(((text.name_key(unit.unit_name), city_of(unit.division)), unit) for unit in named)
    return tuple(
        finding("CE.REG.DUPLICATE_UNIT", name=group[0].unit_name, count=len(group))
        for group in groups.values()
        if len(group) > 1
    )


class Registration(enum.Enum):
    """
    The result of a registration with a unit code (I3).
    """

    NEW_UNIT = "new_unit"
    ADMIN_APPLICATION = "admin_application"


def register_unit(code: str, known: Iterable[str]) -> tuple[Registration, tuple[Finding, ...]]:
    """
    Return whether a registration with this code makes a new unit or applies to administer a known one.

    Hyphens and lower case make no difference; a code of eighteen characters is compared by its places 9 to 17.

    >>> register_unit("PDY00001-X", ["PDY00001X"])[0].name
    'ADMIN_APPLICATION'
    """
    if _nine(code) in map(_nine, known):
        return Registration.ADMIN_APPLICATION, (finding("CE.UNIT.CODE_EXISTS"),)
    return Registration.NEW_UNIT, ()


def _nine(code: str) -> str:
    read: str | None = UNIT_CODE.check(code).value
    return read or org_code.normalize(code)


class LoginAdvice(Worded):
    """
    What to do if a login is refused because the right is missing (CE-D3).
    """

    CHECK_HR_ACCOUNT = (
        "check_hr_account",
        "请先核对人事户头是否正确",
        "first check whether the personnel account is right",
    )
    CHANGE_HR_ACCOUNT = "change_hr_account", "请更正人事户头", "correct the personnel account"
    ASK_BUREAU = "ask_bureau", "请当地人社局处理", "ask the local bureau"
    ASK_HELPDESK = "ask_helpdesk", "请系统客服（后台）处理", "ask the help desk (back office)"


def diagnose_login(unit_state: object, *, hr_account_ok: bool | None) -> tuple[LoginAdvice, Finding]:
    """
    Return what to do about "no right for this unit" (I8); the unit's state is a code or its name.

    If the state is unknown, the advice is to ask the help desk for it. `hr_account_ok` is None if no one has checked.

    >>> diagnose_login("PENDING", hr_account_ok=False)[0].name, diagnose_login("APPROVED", hr_account_ok=True)[0].name
    ('CHANGE_HR_ACCOUNT', 'ASK_HELPDESK')
    """
    state = codes.LEARNING_UNIT_STATES.check(unit_state).value
    if state not in {"PENDING", "REJECTED"}:
        told = None if state == "APPROVED" else _ASK_STATE
        return LoginAdvice.ASK_HELPDESK, finding("CE.UNIT.NO_RIGHT", advice=told or LoginAdvice.ASK_HELPDESK.label)
    advice = _BY_ACCOUNT[hr_account_ok] if type(hr_account_ok) is bool else LoginAdvice.CHECK_HR_ACCOUNT
    return advice, finding("CE.UNIT.NO_RIGHT", advice=advice.label)


_ASK_STATE: Final = Label("请向系统客服询问单位的审核状态", "ask the help desk for the unit's audit state")
_BY_ACCOUNT: Final = {True: LoginAdvice.ASK_BUREAU, False: LoginAdvice.CHANGE_HR_ACCOUNT}
