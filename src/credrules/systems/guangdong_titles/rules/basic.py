"""
Rules of account and basic information: one account, archive facts, the derived unit, the state and its history.

Each rule is a plain function of a record and its context. A fact that is not stated decides nothing.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 五, 六; GB 11643-1999.
Limitations: the contents of the archive are compared only with the file itself.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from credrules import codes
from credrules.dates import PartialDate
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.systems.guangdong_titles.names import GUANGDONG, STORED_STATES
from credrules.systems.guangdong_titles.records import AccountInfo, BasicInfo, TitleFile
from credrules.systems.guangdong_titles.routing.chain import chosen, same_unit
from credrules.systems.guangdong_titles.routing.unit_words import place_label
from credrules.systems.guangdong_titles.workflow import basic_information, course_of, replay
from credrules.values import Label

__all__ = [
    "age_of_number",
    "birth_of_number",
    "competent_of_list",
    "education_of_certificates",
    "existing_account",
    "exits_apart",
    "guangdong_division",
    "history_leads_here",
    "licensed_here",
    "not_born_in_future",
    "registered_elsewhere",
    "stored_after_audits",
]
__dir__ = __all__.copy

HISTORY: Final = ("state", "history", "history.event", "history.actor")
"""What a rule of the state's history reads."""

_IN_USE: Final = frozenset({"DRAFT", "AT_UNIT", "AT_COMPETENT", "RETURNED", "STORED", "CHANGE_PENDING"})


@rule("GD.ACCOUNT.SHARED", reads=("account.registered_in", "basic.state"))
def registered_elsewhere(file: TitleFile, _: Context) -> Violation | None:
    """
    A number registered in another system of the framework gets no second account.

    Once the basic information has been started, the account is evidently in use.
    """
    origins = file.account.registered_in
    if origins is None or file.basic.state in _IN_USE:
        return None
    return violation("account", "registered_in", systems=origins)


@rule("GD.ACCOUNT.REUSE", reads=("registered_in",))
def existing_account(account: AccountInfo, _: Context) -> Violation | None:
    """
    The account and password registered earlier are used.
    """
    return None if account.registered_in is None else violation("registered_in", systems=account.registered_in)


@rule("GD.F.DIVISION_OUTSIDE", reads=("division",))
def guangdong_division(basic: BasicInfo, _: Context) -> Violation | None:
    """
    The division lies in Guangdong.
    """
    if basic.division is None or basic.division.startswith(GUANGDONG):
        return None
    return violation("division", division=place_label(basic.division))


@rule(
    "GD.BASIC.COMPETENT_DERIVED", "GD.BASIC.COMPETENT_BROUGHT",
    reads=("personnel_unit", "division", "competent"), reports_missing=True,
)  # fmt: skip
def competent_of_list(basic: BasicInfo, context: Context) -> Violation | None:
    """
    The competent unit is the one that the list gives for the chosen unit; an empty one is filled in from the list.
    """
    unit = chosen(basic.personnel_unit, basic.division, context.profile.units)
    if unit is None or unit.competent is None:
        return None
    if basic.competent is not None and same_unit(unit.competent, basic.competent, context.profile.units):
        return None
    code = "GD.BASIC.COMPETENT_BROUGHT" if basic.competent is None else "GD.BASIC.COMPETENT_DERIVED"
    name = unit.name or unit.id
    return violation("competent", code=code, unit=name, competent=unit.competent, suggestion=unit.competent)


@rule("GD.F.ARCHIVE_BIRTH", reads=("account.id_no", "basic.birth_date"))
def birth_of_number(file: TitleFile, _: Context) -> Violation | None:
    """
    The date of birth in the archive is that of the identity number.
    """
    if person.birth_agrees(file.account.id_no, file.basic.birth_date) is not person.Agreement.DIFFER:
        return None
    return violation("basic", "birth_date")


@rule("GD.F.ARCHIVE_AGE", reads=("account.id_no", "basic.birth_date", "basic.age"))
def age_of_number(file: TitleFile, context: Context) -> Violation | None:
    """
    The age agrees with the date of birth.
    """
    age, born = file.basic.age, _born(file)
    if age is None or born is None:
        return None
    least, most = person.age_at(born, context.on)
    # An age may be counted in years begun, or be copied from last year's form.
    return None if least - 1 <= age <= most + 1 else violation("basic", "age", age=age)


def _born(file: TitleFile) -> PartialDate | dt.date | None:
    number = file.account.id_no
    return file.basic.birth_date or (None if number is None else number.birth_date)


@rule("GD.F.ARCHIVE_EDUCATION", reads=("basic.education", "educations.level"))
def education_of_certificates(file: TitleFile, _: Context) -> Violation | None:
    """
    The education in the archive is one that a certificate shows.
    """
    stated = file.basic.education
    shown = [item.level for item in file.educations if item.level is not None]
    if stated is None or not shown or any(_one_level(stated, level) for level in shown):
        return None
    names = tuple(codes.EDUCATION[level].label for level in dict.fromkeys(shown))
    return violation("basic", "education", education=codes.EDUCATION[stated].label, certificates=names)


def _one_level(one: str, other: str) -> bool:
    return codes.EDUCATION.subsumes(one, other) or codes.EDUCATION.subsumes(other, one)


@rule("GD.F.ARCHIVE_FUTURE", reads=("birth_date",))
def not_born_in_future(basic: BasicInfo, context: Context) -> Violation | None:
    """
    No one is born after the day of the check.
    """
    return violation("birth_date") if person.in_future(basic.birth_date, context.on) else None


# --- state and history ----------------------------------------------------------


@rule("GD.FLOW.HISTORY", reads=HISTORY)
def history_leads_here(basic: BasicInfo, context: Context) -> Violation | None:
    """
    The history, when replayed, ends in the state.
    """
    if basic.state is None or not basic.history or _exit_confused(basic) or _one_audit_missing(basic, context):
        return None
    machine = basic_information(context.profile)
    return violation("state") if replay(basic.history, machine=machine) != basic.state else None


@rule("GD.FLOW.REJECT_VS_WITHDRAW", reads=HISTORY)
def exits_apart(basic: BasicInfo, _: Context) -> Violation | None:
    """
    A withdrawal leads to the saved state, a rejection to the returned one.
    """
    return violation("state") if _exit_confused(basic) else None


def _exit_confused(basic: BasicInfo) -> bool:
    last = next(reversed(_events(basic)), None)
    return (last, basic.state) in {("withdraw", "RETURNED"), ("reject", "DRAFT")}


@rule("GD.FLOW.TWO_AUDITS", reads=HISTORY)
def stored_after_audits(basic: BasicInfo, context: Context) -> Violation | None:
    """
    Stored information was approved by the personnel management unit and by the competent unit.
    """
    return violation("state") if _one_audit_missing(basic, context) else None


def _one_audit_missing(basic: BasicInfo, context: Context) -> bool:
    if basic.state not in STORED_STATES or not basic.history:
        return False
    events = set(_events(basic))
    both = context.profile.store_after == "competent"
    return "approve_and_forward" not in events or (both and "approve" not in events)


def _events(basic: BasicInfo) -> tuple[object, ...]:
    return tuple(event for event, _ in course_of(basic.history))


# --- the local ending -----------------------------------------------------------


@rule("GD.ACCOUNT.CHANCHENG_LICENCE", reads=("registered_by", "division", "work_unit"))
def licensed_here(basic: BasicInfo, context: Context) -> Violation | None:
    """
    In the Chancheng profile, an enterprise of the district has its licence from the district's bureau.
    """
    wanted = context.profile.licence_division
    if wanted is None or basic.registered_by is None or basic.registered_by == wanted:
        return None
    if basic.division not in {None, wanted}:
        return None
    return violation("registered_by", unit=basic.work_unit or _UNIT, division=place_label(wanted))


_UNIT: Final = Label("工作单位", "the employer")


BASIC_RULES: Final = (
    registered_elsewhere,
    existing_account,
    guangdong_division,
    competent_of_list,
    birth_of_number,
    age_of_number,
    education_of_certificates,
    not_born_in_future,
    history_leads_here,
    exits_apart,
    stored_after_audits,
    licensed_here,
)
"""Every rule of account and basic information."""
