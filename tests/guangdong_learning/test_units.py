"""
Units: codes, bureaux, duplicates, administrators, refused logins.
"""

from __future__ import annotations

import pytest

from credrules.findings import Report, Step
from credrules.identifiers import uscc
from credrules.leaves import Leaf
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LoginAdvice, Registration, UnitRegistration, diagnose_login
from credrules.systems.guangdong_learning.records.cells import UNIT_CODE
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from tests.support import hostile
from tests.support.cases import not_ok, ok


def unit_of(**cells: object) -> UnitRegistration:
    """
    Return that unit as it was read.
    """
    value = report_of(**cells).value
    assert value is not None
    return value


def report_of(**cells: object) -> Report[UnitRegistration]:
    """
    Return the report on the complete unit with some cells changed.
    """
    return learning.check_unit({**people.UNIT, **cells}, on=ON)


def told(**cells: object) -> list[tuple[str, Step]]:
    """
    Return code and field of what is wrong or unusual with a unit; that its invented code is one, is known.
    """
    report = report_of(**cells)
    found = (*report.errors, *report.warnings)
    return [(item.code, item.path[0]) for item in found if item.code != "ORG_CODE.SELF_DEFINED"]


# --- codes ----------------------------------------------------------------------


@ok("CE-074", "CE-096")
@pytest.mark.parametrize("code", ["PDY00001X", "PDY00001-X", " pdy00001x "])
def test_nine_characters(code: str) -> None:
    """
    Letters and an X at the end are right, with a hyphen or without.
    """
    assert "PDY00001X" == UNIT_CODE.check(code).value
    assert [] == [item for item in told(unit_code="PDY00001X") if item[1] == "unit_code"]


@not_ok("CE-074")
@pytest.mark.parametrize("code", ["PDY000018", "PDY0000!X", "甲公司"])
def test_a_wrong_code_is_an_error(code: str) -> None:
    """
    A wrong check character, and characters no code has, are errors.
    """
    assert ("CE.UNIT.CODE", "unit_code") in told(unit_code=code)
    assert unit_of(unit_code=code).unit_code is None


@not_ok("CE-096")
@pytest.mark.parametrize("code", ["12345", "1234567890"])
def test_another_length_is_a_warning(code: str) -> None:
    """
    "Normally nine" is no law: another length is kept and told.
    """
    assert [("CE.UNIT.CODE_LENGTH", "unit_code")] == [item for item in told(unit_code=code) if item[1] == "unit_code"]
    assert code == unit_of(unit_code=code).unit_code


def test_eighteen_characters_are_taken_apart() -> None:
    """
    Of a unified social credit code the places 9 to 17 are the unit code, with an information.
    """
    report = report_of(unit_code="91440000PDY00001XK")
    repaired = report.repaired().value

    assert "PDY00001X" == unit_of(unit_code="91440000PDY00001XK").unit_code
    assert ["CE.UNIT.CODE_18"] == [item.code for item in report.infos if item.code.startswith("CE.")]
    assert isinstance(repaired, UnitRegistration)
    assert "PDY00001X" == repaired.unit_code


@pytest.mark.parametrize("lead", ["91440000PDY00001XA", "91440000PDY000018"])
def test_a_wrong_long_code_is_an_error(lead: str) -> None:
    """
    Both check characters are looked at: the outer and the inner one.
    """
    code = lead if len(lead) == 18 else lead + uscc.check_digit(lead)

    assert [("CE.UNIT.CODE", "unit_code")] == [item for item in told(unit_code=code) if item[1] == "unit_code"]


# --- bureaux --------------------------------------------------------------------


@ok("CE-075", "CE-097")
@pytest.mark.parametrize(
    "account", ["441802", "清远市清城区人力资源和社会保障局", "清远市清城区人社局", "清城区人力资源社会保障局"]
)
def test_the_bureau_of_the_division(account: str) -> None:
    """
    The bureau of the unit's own district is right, whatever it is called.
    """
    assert [] == told(division="清远市清城区", hr_account=account)


@not_ok("CE-075", "CE-097")
def test_the_bureau_of_another_city() -> None:
    """
    Another city's bureau is a warning that names the expected one; what is no bureau is an error.
    """
    found = report_of(hr_account="广州市人社局").warnings

    assert ["清远市人力资源和社会保障局"] == [
        item.params["expected"] for item in found if item.code == "CE.UNIT.HR_ACCOUNT"
    ]
    assert [("CE.F.HR_ACCOUNT", "hr_account")] == told(hr_account="甲公司")


@pytest.mark.parametrize(
    ("division", "name"),
    [
        ("441802", "清远市清城区人力资源和社会保障局"),
        ("440100", "广州市人力资源和社会保障局"),
        ("440000", "广东省人力资源和社会保障厅"),
        ("000000", "000000"),
    ],
)
def test_names_of_bureaux(division: str, name: str) -> None:
    """
    A bureau is named by its division and those above it below the province; an unknown code stays.
    """
    assert name == learning.accounts.bureau(division)


# --- the registration -----------------------------------------------------------


@ok("CE-095", "CE-098", "CE-099")
def test_a_complete_unit() -> None:
    """
    A unit with name, code, bureau, an administrator and an audited state has no error and no warning.
    """
    assert [] == told()
    assert ["PENDING", "REJECTED", "APPROVED"] == [
        unit_of(unit_state=name).unit_state for name in ("未审核", "审核不通过", "审核通过")
    ]


@not_ok("CE-095")
def test_a_unit_has_a_name() -> None:
    """
    An empty name is an error.
    """
    assert [("CE.F.REQUIRED", "unit_name")] == told(unit_name="")


@not_ok("CE-098")
def test_a_unit_has_an_administrator() -> None:
    """
    Without one it is an error; each has name, identity number and contact, and a number stands once among them.
    """
    twice = [people.UNIT["admins"][0], people.UNIT["admins"][0]]
    lacking = [[{**people.UNIT["admins"][0], cell: None}] for cell in ("name", "citizen_id", "contact")]

    assert [("CE.UNIT.ADMINS", "admins")] == told(admins=[])
    assert [("CE.ACC.ONE_PER_ID", "admins")] == told(admins=twice)
    assert [[("CE.F.REQUIRED", "admins")]] * 3 == [told(admins=admins) for admins in lacking]


@not_ok("CE-099")
def test_states_are_the_system_s() -> None:
    """
    A state the system does not have is refused, and nobody types one.
    """
    assert [("CE.F.UNIT_STATE", "unit_state")] == told(unit_state="审核一半")
    assert ["CE.F.STATE_TYPED"] == [item.code for item in learning.may_edit("UnitRegistration.unit_state")]


@ok("CE-017")
def test_a_name_registered_twice() -> None:
    """
    Two registrations of one name in one city are told with their number; in two cities they are two units.
    """
    here = [UnitRegistration(unit_name=name, division="441800") for name in ("甲公司", "甲 公司", "乙公司")]
    there = UnitRegistration(unit_name="甲公司", division="440100")
    district = UnitRegistration(unit_name="乙公司", division="441802")

    assert [("甲公司", 2)] == [
        (item.params["name"], item.params["count"]) for item in learning.find_duplicates([*here, there])
    ]
    assert [("甲公司", 2), ("乙公司", 2)] == [
        (item.params["name"], item.params["count"]) for item in learning.find_duplicates([*here, district])
    ]


@not_ok("CE-017")
def test_no_registration_is_chosen() -> None:
    """
    The finding suggests none of them; units without a name are no duplicates.
    """
    twice = [UnitRegistration(unit_name="甲公司"), UnitRegistration(unit_name="甲公司")]

    assert [None] == [item.suggestion for item in learning.find_duplicates(twice)]
    assert () == learning.find_duplicates([UnitRegistration(), UnitRegistration()])


@ok("CE-069")
def test_a_known_code_is_applied_for() -> None:
    """
    A known code leads to an administrator's application, a new one to a new unit.
    """
    applied, found = learning.register_unit("PDY00001X", ["PDY00001X"])

    assert Registration.ADMIN_APPLICATION is applied
    assert ["CE.UNIT.CODE_EXISTS"] == [item.code for item in found]
    assert (Registration.NEW_UNIT, ()) == learning.register_unit("PDY00001X", [])


@not_ok("CE-069")
@pytest.mark.parametrize("code", ["PDY00001-X", " pdy00001x ", "91440000PDY00001XK"])
def test_another_spelling_is_no_second_unit(code: str) -> None:
    """
    A hyphen, small letters and the eighteen characters around it make no other code, on either side.
    """
    assert Registration.ADMIN_APPLICATION is learning.register_unit(code, ["PDY00001X"])[0]
    assert Registration.ADMIN_APPLICATION is learning.register_unit("PDY00001X", [code])[0]
    assert Registration.NEW_UNIT is learning.register_unit(code, ["12345"])[0]


# --- refused logins (CE-D3) -----------------------------------------------------


@pytest.mark.parametrize(
    ("state", "right", "advice"),
    [
        pytest.param("PENDING", False, LoginAdvice.CHANGE_HR_ACCOUNT, marks=ok("CE-073")),
        ("REJECTED", False, LoginAdvice.CHANGE_HR_ACCOUNT),
        ("PENDING", True, LoginAdvice.ASK_BUREAU),
        ("REJECTED", True, LoginAdvice.ASK_BUREAU),
        ("APPROVED", False, LoginAdvice.ASK_HELPDESK),
        pytest.param("APPROVED", True, LoginAdvice.ASK_HELPDESK, marks=not_ok("CE-073")),
        pytest.param("审核通过", True, LoginAdvice.ASK_HELPDESK, marks=not_ok("CE-073")),
        ("未审核", True, LoginAdvice.ASK_BUREAU),
        ("审核不通过", False, LoginAdvice.CHANGE_HR_ACCOUNT),
    ],
)
def test_no_right_for_this_unit(state: str, right: bool, advice: LoginAdvice) -> None:  # noqa: FBT001  # the fact
    """
    What to do follows from the unit's state (code or name) and its account; who is approved never asks the bureau.
    """
    answer, found = diagnose_login(state, hr_account_ok=right)

    assert advice is answer
    assert advice.label == found.params["advice"]


# --- cells ----------------------------------------------------------------------


def test_cells_answer_anything() -> None:
    """
    The leaves of this form answer any object and keep it.
    """
    leaves = {spec.id: spec.leaf for spec in learning.records.FIELDS.values()}
    chosen: list[Leaf] = [leaves[name] for name in ("UnitRegistration.unit_code", "UnitRegistration.hr_account")]
    for leaf in (*chosen, leaves["LearningRecord.audit_result"]):
        for value in hostile.everything():
            report = leaf.check(value, on=ON)
            assert report.raw is value
            assert isinstance(report.repaired(), Report)


@ok("CE-073")
@pytest.mark.parametrize(
    ("state", "account", "advice", "words"),
    [
        ("PENDING", False, "CHANGE_HR_ACCOUNT", "更正"),
        ("REJECTED", True, "ASK_BUREAU", "人社局"),
        ("未审核", None, "CHECK_HR_ACCOUNT", "核对"),
        ("APPROVED", None, "ASK_HELPDESK", "后台"),
        ("不清楚", True, "ASK_HELPDESK", "审核状态"),
        (None, None, "ASK_HELPDESK", "审核状态"),
    ],
)
def test_an_unknown_state_asks_first(state: str | None, account: object, advice: str, words: str) -> None:
    """
    What is unknown is asked first: the help desk for the audit state, the unit for its personnel account (CE-D3).
    """
    told, found = diagnose_login(state, hr_account_ok=account if isinstance(account, bool) else None)

    assert advice == told.name
    assert words in found.message("zh")


@not_ok("CE-075")
@pytest.mark.parametrize(
    ("division", "bureau", "told"),
    [("441802", "441802", False), ("441802", "441800", True), ("441800", "441802", True), ("441802", "440100", True)],
)
def test_the_bureau_is_that_of_the_own_division(division: str, bureau: str, *, told: bool) -> None:
    """
    A district's unit belongs to the district's bureau: that of its city, or of another district, is doubted.
    """
    report = learning.check_unit({"division": division, "hr_account": bureau}, on=ON)

    assert told == ("CE.UNIT.HR_ACCOUNT" in {item.code for item in report.warnings})
