"""
Accounts, roles, forms: who may register, change, recover, declare, and why somebody is not found.
"""

from __future__ import annotations

import attrs
import pytest

from credrules.findings import Finding
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import (
    ACCOUNT,
    Account,
    Consent,
    LearningFile,
    LearningRecord,
    RecoveryChannel,
    Registry,
    UnitRegistration,
)
from credrules.systems.guangdong_learning.records.whole import PersonalInfo
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from tests.support import hostile
from tests.support.cases import not_ok, ok

ID = "440000199307010012"
OTHER = "440000199307010020"


def account(login: str = "a", number: str = ID, *roles: str, unit: str | None = None) -> Account:
    """
    Return an account, of a person if no role is named.
    """
    return Account(login, number, frozenset(roles or ("PERSON",)), unit)


def codes(found: tuple[Finding, ...]) -> list[str]:
    """
    Return the codes of findings.
    """
    return [item.code for item in found]


def reasons(found: tuple[Finding, ...]) -> list[str]:
    """
    Return the reasons that findings name.
    """
    return [item.params["reason"].en for item in found]


def file_of(**sections: dict[str, object]) -> LearningFile:
    """
    Return the complete file with some cells changed, read.
    """
    value = learning.check(people.file(**sections), on=ON).value
    assert value is not None
    return value


def unit_of(**cells: object) -> UnitRegistration:
    """
    Return the complete unit with some cells changed, read.
    """
    value = learning.check_unit({**people.UNIT, **cells}, on=ON).value
    assert value is not None
    return value


# --- one number, one account ----------------------------------------------------


@ok("CE-008")
def test_a_free_login_is_registered() -> None:
    """
    A login nobody has and a number nobody registered make an account.
    """
    assert (Registry((account(),)), ()) == Registry().register(account())


@not_ok("CE-008")
def test_a_taken_login_is_refused() -> None:
    """
    A taken login is refused, and the registry stays as it was.
    """
    one = Registry((account(),))

    assert one == one.register(account("a", OTHER))[0]
    assert ["CE.ACC.LOGIN_UNIQUE"] == codes(one.register(account("a", OTHER))[1])


@ok("CE-078", "CE-018")
def test_roles_are_added_to_one_account() -> None:
    """
    A unit administrator becomes a person with the same account; others keep what they have.
    """
    both = Registry((account("a", ID, "UNIT_ADMIN", unit="甲公司"), account("b", OTHER))).add_role(ID, "PERSON")

    assert {"PERSON", "UNIT_ADMIN"} == both.accounts[0].roles
    assert "甲公司" == both.accounts[0].unit
    assert account("b", OTHER) == both.accounts[1]
    assert "PERSON_AND_ADMIN" == (
        ACCOUNT.step("ADMIN_ONLY", "complete_forms", actor="PERSON", facts={"starred_complete": True}).state
    )


@not_ok("CE-078")
def test_a_number_is_registered_once() -> None:
    """
    A second account with the same number is refused; a person of one role only is told no more.
    """
    assert ["CE.ACC.ONE_PER_ID"] == codes(Registry((account(),)).register(account("b"))[1])


@not_ok("CE-078")
def test_a_number_in_another_spelling_is_the_same() -> None:
    """
    A small x at the end or a space makes no second account, and the roles go to the one there is.
    """
    one = Registry((account("a", "44000019930701004X"),))

    assert ["CE.ACC.ONE_PER_ID"] == codes(one.register(account("b", " 44000019930701004x"))[1])
    assert {"PERSON", "UNIT_ADMIN"} == one.add_role("44000019930701004x", "UNIT_ADMIN").accounts[0].roles


@not_ok("CE-018")
def test_an_administrator_registers_no_second_time() -> None:
    """
    Who administers a unit is told to log in as a person.
    """
    known = Registry((account("a", ID, "UNIT_ADMIN"),))

    assert ["CE.ACC.ONE_PER_ID", "CE.ACC.ADMIN_AS_PERSON"] == codes(known.register(account("b"))[1])


@ok("CE-019")
def test_a_unit_s_account_takes_the_person_in() -> None:
    """
    The account of a unit registered with one's own number serves as a person's.
    """
    known = Registry((account("a", ID, "UNIT"),))

    assert {"UNIT", "PERSON"} == known.add_role(ID, "PERSON").accounts[0].roles


@not_ok("CE-019")
def test_no_new_account_beside_the_unit_s() -> None:
    """
    A new account with the number of a unit's registration is refused, with the advice to use that one.
    """
    known = Registry((account("a", ID, "UNIT"),))

    assert ["CE.ACC.ONE_PER_ID", "CE.ACC.UNIT_AS_PERSON"] == codes(known.register(account("b"))[1])


def test_a_person_s_account_takes_the_unit_in() -> None:
    """
    Who has a personal account and wants to administer a unit is told to use it; who has none is told no such thing.
    """
    wanted = account("b", ID, "UNIT_ADMIN")
    admin = Registry((account("a", ID, "UNIT_ADMIN"),))

    assert ["CE.ACC.ONE_PER_ID", "CE.ACC.PERSON_AS_UNIT"] == codes(Registry((account(),)).register(wanted)[1])
    assert ["CE.ACC.ONE_PER_ID"] == codes(admin.register(wanted)[1])


def test_all_reasons_of_a_registration_together() -> None:
    """
    A taken login and a known number are told together; the registry is searched by number.
    """
    known = Registry((account(),))

    assert ["CE.ACC.LOGIN_UNIQUE", "CE.ACC.ONE_PER_ID"] == codes(known.register(account())[1])
    assert known.accounts[0] == known.find(ID)
    assert known.find(OTHER) is None
    assert "Registry(1 account)" == repr(known)
    assert "Registry(0 accounts)" == repr(Registry())


# --- unit registration by a person ----------------------------------------------


@ok("CE-020")
def test_a_person_registers_a_unit() -> None:
    """
    With both consents and a valid code the administrator's role is added.
    """
    told = learning.check_consents(frozenset(Consent))
    facts = {"consents_given": not told, "unit_code_valid": unit_of(unit_code="PDY00001-X").unit_code == "PDY00001X"}

    assert () == told
    assert "PERSON_AND_ADMIN" == ACCOUNT.step("PERSON_READY", "register_unit", actor="PERSON", facts=facts).state


@not_ok("CE-020")
def test_the_truth_is_declared() -> None:
    """
    Without the declaration of truth nothing is registered.
    """
    told = learning.check_consents(frozenset({Consent.AGREEMENT}))
    facts = {"consents_given": not told, "unit_code_valid": True}

    assert ["CE.ACC.CONSENT"] == codes(told)
    assert ["CE.ACC.CONSENT"] == codes(
        ACCOUNT.step("PERSON_READY", "register_unit", actor="PERSON", facts=facts).findings
    )


def test_consents_are_asked_of_any_object() -> None:
    """
    A list of consents is as good as a set; what is no consent gives none, and nothing raises.
    """
    assert () == learning.check_consents([Consent.TRUTH, Consent.AGREEMENT])
    for value in hostile.everything():
        assert ["CE.ACC.CONSENT", "CE.ACC.CONSENT"] == codes(learning.check_consents(value))
        assert 2 == len(learning.check_consents([value]))


# --- what may be changed, and passwords -----------------------------------------


@ok("CE-009")
def test_a_login_stays() -> None:
    """
    The same login is no change.
    """
    assert () == learning.change_login(account(), "a")


@not_ok("CE-009", "CE-079")
def test_a_login_is_not_changed() -> None:
    """
    Any other login is refused, and the field is locked.
    """
    assert ["CE.ACC.LOGIN_FIXED"] == codes(learning.change_login(account(), "b"))
    assert ["CE.ACC.LOGIN_FIXED"] == codes(learning.may_edit("AccountInfo.login"))


@ok("CE-012")
def test_the_person_changes_the_name() -> None:
    """
    The name is the person's to change.
    """
    assert () == learning.may_edit("PersonalInfo.name")


@not_ok("CE-012")
def test_no_request_changes_a_name() -> None:
    """
    No written request is for a name.
    """
    report = learning.check_request({"申请类别": "修改姓名"}, on=ON)

    assert [] == [kind for kind in learning.KINDS if "NAME" in kind]
    assert [("kind",)] == [item.path for item in report.errors]


def test_a_field_must_exist() -> None:
    """
    Asking about a field nobody has is a mistake of the caller.
    """
    with pytest.raises(KeyError):
        learning.may_edit("PersonalInfo.price")


@ok("CE-006")
def test_recovery_by_oneself_is_offered() -> None:
    """
    Everybody has the recovery page; people of a unit can also ask its administrator.
    """
    assert (RecoveryChannel.SELF,) == learning.recovery(account())
    assert (RecoveryChannel.SELF, RecoveryChannel.UNIT) == learning.recovery(account(unit="甲公司"))


@not_ok("CE-006")
def test_the_library_mails_nothing() -> None:
    """
    A channel is a name; it sends nothing and holds no password.
    """
    assert [] == [name for name in dir(RecoveryChannel.SELF) if "send" in name or "mail" in name]
    assert "password" not in attrs.fields_dict(Account)


@ok("CE-007", "CE-072")
def test_the_own_administrator_resets() -> None:
    """
    An administrator of the person's unit resets the password.
    """
    admin = account("b", OTHER, "UNIT_ADMIN", unit="甲公司")

    assert () == learning.reset_password(account(unit="甲公司"), by=admin)


@not_ok("CE-007", "CE-072")
@pytest.mark.parametrize(
    "by",
    [
        account("b", OTHER, "UNIT_ADMIN", unit="乙公司"),
        account("b", OTHER, "PERSON", unit="甲公司"),
        account("b", OTHER, "UNIT_ADMIN"),
    ],
)
def test_nobody_else_resets(by: Account) -> None:
    """
    Another unit's administrator, a colleague and an administrator without a unit do not.
    """
    assert ["CE.ACC.RECOVER_UNIT"] == codes(learning.reset_password(account(unit="甲公司"), by=by))


def test_an_account_hides_its_numbers() -> None:
    """
    The picture of an account shows no login and no number.
    """
    assert ID not in repr(account("chen01"))
    assert "chen01" not in repr(account("chen01"))


# --- forms ----------------------------------------------------------------------


@ok("CE-023")
def test_complete_forms_may_declare() -> None:
    """
    With both forms complete a record is created.
    """
    found = learning.can_declare(file_of())
    facts = {"starred_complete": not found}

    assert () == found
    assert "DRAFT" == learning.LEARNING_RECORD.step("NONE", "create", actor="PERSON", facts=facts).state


@not_ok("CE-023")
def test_an_incomplete_account_stops_the_declaration() -> None:
    """
    A complete basic form does not make up for an empty login.
    """
    found = learning.can_declare(file_of(account={"login": ""}))

    assert [("CE.REG.NOT_READY", ("account", "login"))] == [(item.code, item.path) for item in found]
    assert "填写登录账号" == found[0].params["fact"].zh
    assert "NONE" == (
        learning.LEARNING_RECORD.step("NONE", "create", actor="PERSON", facts={"starred_complete": not found}).state
    )
    assert ["CE.REG.STARRED"] == codes(learning.check(people.file(account={"login": ""}), on=ON).errors)


def test_stars_are_the_profile_s() -> None:
    """
    What the host's profile does not star keeps nobody from declaring, and is no reason for anything.
    """
    file = file_of(person={"occupation": ""})
    mild = learning.PROFILE.require("PersonalInfo.occupation", required=False)

    assert ["CE.REG.NOT_READY"] == codes(learning.can_declare(file))
    assert () == learning.can_declare(file, profile=mild)
    assert () == learning.accounts.starred_missing(file, profile=mild)
    assert () == learning.explain_unit_missing(file, (unit_of(),), profile=mild)
    assert () == learning.explain_person_missing(file, unit_of(), profile=mild)


@ok("CE-015")
def test_another_city_is_the_first_reason() -> None:
    """
    The unit is registered in another city than the person chose: that is told before all else.
    """
    elsewhere: dict[str, object] = {"unit_city": "440100"}

    assert ["the cities differ"] == reasons(learning.explain_unit_missing(file_of(person=elsewhere), (unit_of(),)))
    assert ["the cities differ", "starred items are empty"] == reasons(
        learning.explain_unit_missing(file_of(person={**elsewhere, "major": ""}), (unit_of(),))
    )


def test_a_district_lies_in_its_city() -> None:
    """
    A unit registered in a district is found in the district's city, and sees its people; in another city it is not.
    """
    district = unit_of(division="441802", hr_account="441802")

    assert () == learning.explain_unit_missing(file_of(), (district,))
    assert () == learning.explain_person_missing(file_of(), district)
    assert ["the cities differ"] == reasons(
        learning.explain_person_missing(file_of(person={"unit_city": "440103"}), district)
    )


@not_ok("CE-015", "CE-075")
def test_the_bureau_of_the_city_is_not_that_of_the_district() -> None:
    """
    The personnel account is the bureau of the unit's own division: a district's unit under its city's bureau is wrong.
    """
    district = unit_of(division="441802", hr_account="441800")

    assert ["the unit's personnel account is wrong"] == reasons(learning.explain_unit_missing(file_of(), (district,)))


@not_ok("CE-015")
def test_a_missing_unit_is_explained_in_order() -> None:
    """
    Each reason is told by itself, in the order of the answer; a unit that should be found has none.
    """
    wrong = unit_of(hr_account="440100", unit_state="PENDING")
    incomplete = file_of(person={"major": ""})

    assert [
        "starred items are empty",
        "the unit is not registered successfully",
        "the unit's personnel account is wrong",
    ] == reasons(learning.explain_unit_missing(incomplete, (wrong,)))
    assert ["the unit is not registered successfully"] == reasons(learning.explain_unit_missing(file_of(), ()))
    assert () == learning.explain_unit_missing(file_of(), (unit_of(),))


@ok("CE-024", "CE-083")
def test_a_person_of_another_city_is_explained() -> None:
    """
    The unit does not see a person who chose another city; one that fits is seen.
    """
    assert ["the cities differ"] == reasons(
        learning.explain_person_missing(file_of(person={"unit_city": "440100"}), unit_of())
    )
    assert () == learning.explain_person_missing(file_of(), unit_of())


@not_ok("CE-024", "CE-083")
def test_the_answer_is_never_unspecific() -> None:
    """
    Whatever is wrong is named.
    """
    nobody = LearningFile()

    assert ["the person chose another unit", "the cities differ", "starred items are empty"] == reasons(
        learning.explain_person_missing(nobody, unit_of())
    )


@ok("CE-011")
def test_a_move_keeps_the_records() -> None:
    """
    A record of the old unit stays, with the unit that audited it, and still counts.
    """
    old = people.learnt("GENERAL", 18, course="甲", audited_by="甲公司")
    file = LearningFile(person=PersonalInfo(unit="甲公司", unit_city="441800"), records=(old,))

    moved, found = learning.accounts.move(file, unit="乙公司", city="440100")

    assert ("乙公司", "440100") == (moved.person.unit, moved.person.unit_city)
    assert (old,) == moved.records
    assert 18 == learning.recount(moved, year=2012)
    assert () == found


@not_ok("CE-011")
def test_no_record_is_lost_by_a_move() -> None:
    """
    A record that waits for the old unit stays too, and is told.
    """
    waiting = LearningRecord(course="甲", year=2012, state="UNIT_AUDIT")

    moved, found = learning.accounts.move(LearningFile(records=(waiting,)), unit="乙公司", city="440100")

    assert (waiting,) == moved.records
    assert [("CE.REQ.MOVE_KEEPS_HOURS", ("records", 0))] == [(item.code, item.path) for item in found]
