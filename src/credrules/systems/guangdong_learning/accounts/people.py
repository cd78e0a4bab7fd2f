"""
Accounts: one per identity number, a login that never changes, roles that are added.

A `Registry` is a frozen value; a refused registration returns it unchanged, with findings.

References: 广东省专业技术人员继续教育管理系统常见问题, A1, A2, B1, C1, C3, C4, D7, H1,
I6, I7, I10. One principle underlies all: an identity number is registered once.
Limitations: I7 (the administrator forgot the account) is printed without an answer,
and none is given here. Nothing is mailed, no password is kept.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Final, cast

from attrs import evolve, field, frozen

from credrules import text
from credrules.engine import Profile
from credrules.fields import FieldSpec, fields_of
from credrules.findings import Finding, finding
from credrules.identifiers.citizen_id import normalize
from credrules.masking import mask, shown_text
from credrules.systems.guangdong_learning.accounts.units import city_of
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.whole import LearningFile, LearningRecord, UnitRegistration
from credrules.systems.guangdong_learning.workflow.roles import UNIT_ROLES
from credrules.values import Label, Worded

__all__ = [
    "Account",
    "Consent",
    "MissingReason",
    "RecoveryChannel",
    "Registry",
    "can_declare",
    "change_login",
    "check_consents",
    "explain_person_missing",
    "explain_unit_missing",
    "move",
    "recovery",
    "reset_password",
    "starred_missing",
]
__dir__ = __all__.copy


class RecoveryChannel(enum.Enum):
    """
    The two ways to a forgotten password (A1): the recovery page, or the unit's administrator.
    """

    SELF = "self"
    UNIT = "unit"


class Consent(Worded):
    """
    The two boxes to tick when a unit is registered; both are required (I10).
    """

    AGREEMENT = "agreement", "勾选服务协议", "the service agreement ticked"
    TRUTH = "truth", "勾选信息真实声明", "the declaration of truth ticked"


def _roles(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


@frozen(repr=False)
class Account:
    """
    One account: login, identity number, its roles, the unit it belongs to or administers.

    >>> Account("chen01", "440000198002290039", frozenset({"PERSON"}))
    Account('c****1', roles=PERSON)
    """

    login: str
    citizen_id: str
    roles: frozenset[str] = field(converter=_roles)
    unit: str | None = None

    def __repr__(self) -> str:
        return f"Account({mask(self.login)!r}, roles={shown_text('+'.join(sorted(self.roles)))})"


@frozen(repr=False)
class Registry:
    """
    All accounts.

    >>> registry, found = Registry().register(Account("a", "440000198002290039", {"PERSON"}))
    >>> registry, [item.code for item in registry.register(Account("a", "440000199307010020", {"PERSON"}))[1]]
    (Registry(1 account), ['CE.ACC.LOGIN_UNIQUE'])
    """

    accounts: tuple[Account, ...] = ()

    def __repr__(self) -> str:
        return f"Registry({len(self.accounts)} account{'' if len(self.accounts) == 1 else 's'})"

    def find(self, citizen_id: str) -> Account | None:
        """
        Return the account of an identity number; None if there is none.
        """
        return next((item for item in self.accounts if _same_number(item.citizen_id, citizen_id)), None)

    def register(self, account: Account) -> tuple[Registry, tuple[Finding, ...]]:
        """
        Return the registry with a new account, or unchanged with the reasons.

        Someone who has an account already is advised to use it: an administrator
        logs in as a person with the same account, a person adds the unit to it.
        """
        found: list[Finding] = []
        if any(item.login == account.login for item in self.accounts):
            found.append(finding("CE.ACC.LOGIN_UNIQUE", path=("login",)))
        known = self.find(account.citizen_id)
        if known is not None:
            found.append(finding("CE.ACC.ONE_PER_ID", path=("citizen_id",)))
            found += [finding(code) for code in _advice(known, account)]
        return (self, tuple(found)) if found else (Registry((*self.accounts, account)), ())

    def add_role(self, citizen_id: str, role: str, *, unit: str | None = None) -> Registry:
        """
        Return the registry with one more role on the account of an identity number; unchanged if it has no account.

        >>> one = Registry((Account("a", "440000198002290039", {"UNIT_ADMIN"}),))
        >>> sorted(one.add_role("440000198002290039", "PERSON").accounts[0].roles)
        ['PERSON', 'UNIT_ADMIN']
        """
        return Registry(
            tuple(
                evolve(item, roles=item.roles | {role}, unit=unit or item.unit)
                if _same_number(item.citizen_id, citizen_id)
                else item
                for item in self.accounts
            )
        )


def _same_number(one: str, other: str) -> bool:
    # A lower-case x at the end and spaces do not make a different number.
    return normalize(one) == normalize(other)


def _advice(known: Account, wanted: Account) -> Iterator[str]:
    if wanted.roles & _OF_UNITS:
        if "PERSON" in known.roles:
            yield "CE.ACC.PERSON_AS_UNIT"
    elif "UNIT_ADMIN" in known.roles:
        yield "CE.ACC.ADMIN_AS_PERSON"
    elif "UNIT" in known.roles:
        yield "CE.ACC.UNIT_AS_PERSON"


_OF_UNITS: Final = frozenset(UNIT_ROLES)


def check_consents(given: object) -> tuple[Finding, ...]:
    """
    Return the consents missing for the registration of a unit (I10); never raises.

    `given` is a set, list or tuple of `Consent`; anything else counts as no consent.

    >>> [item.params["fact"].en for item in check_consents(frozenset({Consent.AGREEMENT}))]
    ['the declaration of truth ticked']
    """
    plain = any(type(given) is kind for kind in (frozenset, set, tuple, list))
    ticked = [item for item in cast("Iterable[object]", given) if type(item) is Consent] if plain else []
    return tuple(finding("CE.ACC.CONSENT", fact=item.label) for item in Consent if item not in ticked)


def change_login(account: Account, login: str) -> tuple[Finding, ...]:
    """
    Report that a login cannot be changed; empty if it is the same.

    >>> me = Account("a", "440000198002290039", {"PERSON"})
    >>> change_login(me, "a"), [item.code for item in change_login(me, "b")]
    ((), ['CE.ACC.LOGIN_FIXED'])
    """
    return () if login == account.login else (finding("CE.ACC.LOGIN_FIXED", path=("login",)),)


def recovery(account: Account) -> tuple[RecoveryChannel, ...]:
    """
    Return the ways to recover a person's password; the way through the unit requires a unit.

    Empty for an account that is not a person's: the document gives no answer (I7).

    >>> [item.name for item in recovery(Account("a", "440000198002290039", {"PERSON"}, "U1"))]
    ['SELF', 'UNIT']
    """
    if "PERSON" not in account.roles:
        return ()
    return tuple(RecoveryChannel) if account.unit else (RecoveryChannel.SELF,)


def reset_password(person: Account, *, by: Account) -> tuple[Finding, ...]:
    """
    Return why `by` may not reset the password of `person`; empty if it may (A1, I6).

    >>> person = Account("a", "440000198002290039", {"PERSON"}, "U1")
    >>> admin = Account("b", "440000199307010020", {"UNIT_ADMIN"}, "U2")
    >>> [item.code for item in reset_password(person, by=admin)]
    ['CE.ACC.RECOVER_UNIT']
    """
    allowed = bool(by.roles & _OF_UNITS) and by.unit is not None and by.unit == person.unit
    return () if allowed else (finding("CE.ACC.RECOVER_UNIT"),)


# --- forms ----------------------------------------------------------------------


def _starred(file: LearningFile, profile: Profile) -> Iterator[tuple[str, FieldSpec]]:
    for section in ("account", "person"):
        part = getattr(file, section)
        for spec in fields_of(type(part)):
            if profile.requirement(spec).required and getattr(part, spec.name) is None:
                yield section, spec


def starred_missing(file: LearningFile, *, profile: Profile = PROFILE) -> tuple[FieldSpec, ...]:
    """
    Return the starred items that are still empty, in the account and in the basic information.

    >>> [spec.name for spec in starred_missing(LearningFile())][:2]
    ['login', 'name']
    """
    return tuple(spec for _, spec in _starred(file, profile))


def can_declare(file: LearningFile, *, profile: Profile = PROFILE) -> tuple[Finding, ...]:
    """
    Return one finding per starred item missing before a person may declare (D7); empty if both forms are complete.

    >>> can_declare(LearningFile())[0].message("en")
    'records cannot be declared yet; this is needed first: the login filled in'
    """
    return tuple(
        finding(
            "CE.REG.NOT_READY",
            path=(section, spec.name),
            fact=Label(f"填写{spec.label.zh}", f"the {spec.label.en} filled in"),
        )
        for section, spec in _starred(file, profile)
    )


class MissingReason(Worded):
    """
    Why a unit or a person is not found, most likely first.
    """

    UNIT_MISMATCH = "unit_mismatch", "本人选择的不是该单位", "the person chose another unit"
    CITY_MISMATCH = "city_mismatch", "单位所在城市不一致", "the cities differ"
    STARRED_EMPTY = "starred_empty", "带*项目未填完", "starred items are empty"
    NOT_REGISTERED = "not_registered", "单位没有注册成功", "the unit is not registered successfully"
    HR_ACCOUNT_WRONG = "hr_account_wrong", "单位的人事户头有误", "the unit's personnel account is wrong"


def explain_unit_missing(
    file: LearningFile, registry: tuple[UnitRegistration, ...], *, profile: Profile = PROFILE
) -> tuple[Finding, ...]:
    """
    Return the possible reasons, in order, why a person does not find their unit (C1); empty if it should be there.

    A unit of a district counts as one of the district's city.

    >>> unit = UnitRegistration(unit_name="甲公司", division="441800", hr_account="441800", unit_state="APPROVED")
    >>> from credrules.systems.guangdong_learning.records import PersonalInfo
    >>> file = LearningFile(person=PersonalInfo(unit="甲公司", unit_city="440100"))
    >>> [item.params["reason"].en for item in explain_unit_missing(file, (unit,))]
    ['the cities differ', 'starred items are empty']
    """
    same = [unit for unit in registry if text.same_name(unit.unit_name, file.person.unit)]
    here = [unit for unit in same if city_of(unit.division) == city_of(file.person.unit_city)]
    reasons = [
        (MissingReason.CITY_MISMATCH, bool(same) and not here),
        (MissingReason.STARRED_EMPTY, any(_starred(file, profile))),
        (MissingReason.NOT_REGISTERED, all(unit.unit_state != "APPROVED" for unit in same)),
        (MissingReason.HR_ACCOUNT_WRONG, any(unit.hr_account != unit.division for unit in here)),
    ]
    return tuple(finding("CE.REG.UNIT_NOT_FOUND", reason=reason.label) for reason, holds in reasons if holds)


def explain_person_missing(
    file: LearningFile, unit: UnitRegistration, *, profile: Profile = PROFILE
) -> tuple[Finding, ...]:
    """
    Return the possible reasons, in order, why a unit does not see a person (H1).

    Empty if none applies; then the help desk is asked.

    >>> unit = UnitRegistration(unit_name="甲公司", division="441800")
    >>> [item.params["reason"].en for item in explain_person_missing(LearningFile(), unit)]
    ['the person chose another unit', 'the cities differ', 'starred items are empty']
    """
    reasons = [
        (MissingReason.UNIT_MISMATCH, not text.same_name(unit.unit_name, file.person.unit)),
        (MissingReason.CITY_MISMATCH, city_of(unit.division) != city_of(file.person.unit_city)),
        (MissingReason.STARRED_EMPTY, any(_starred(file, profile))),
    ]
    return tuple(finding("CE.REG.NOT_IN_UNIT_LIST", reason=reason.label) for reason, holds in reasons if holds)


def move(file: LearningFile, *, unit: str, city: str) -> tuple[LearningFile, tuple[Finding, ...]]:
    """
    Return the file of a person who moved to another unit: all records stay (B1); `city` is a division code.

    A record audited by a unit keeps that unit: if `audited_by` is empty, the old
    unit is entered. For records that wait for a unit's audit, a finding recommends
    the audit by the new unit; the text does not state it.

    >>> from credrules.systems.guangdong_learning.records import LearningRecord, PersonalInfo
    >>> old = LearningFile(person=PersonalInfo(unit="甲公司"), records=(LearningRecord(audited_by="甲公司"),))
    >>> moved, _ = move(old, unit="乙公司", city="440100")
    >>> moved.person.unit, moved.records[0].audited_by
    ('乙公司', '甲公司')
    """
    waiting = tuple(
        finding("CE.REQ.MOVE_KEEPS_HOURS", path=("records", place))
        for place, item in enumerate(file.records)
        if item.state in _AT_A_UNIT
    )
    records = tuple(
        evolve(item, audited_by=file.person.unit) if item.audited_by is None and _audited(item) else item
        for item in file.records
    )
    return evolve(file, person=evolve(file.person, unit=unit, unit_city=city), records=records), waiting


def _audited(record: LearningRecord) -> bool:
    # What the person declared came to the bureau by the unit's audit.
    return record.state in _AT_THE_BUREAU and any(step.event == "approve" for step in record.history)


_AT_THE_BUREAU: Final = frozenset({"HR_RECOGNITION", "RECOGNISED"})
_AT_A_UNIT: Final = frozenset({"UNIT_AUDIT", "RETURNED_TO_UNIT"})
