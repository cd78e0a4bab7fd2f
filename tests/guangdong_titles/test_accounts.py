"""
Accounts in the shared framework, and the local rule of Chancheng.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles.accounts import (
    AccountRegistration,
    Recovery,
    RecoveryChannel,
    recover,
    register,
)
from credrules.systems.guangdong_titles.workflow import ACCOUNT, act
from credrules.testing._samples.guangdong_titles import ON
from credrules.values import Severity
from tests.support import hostile
from tests.support.cases import not_ok, ok

NUMBER, OTHER = "440000198002290039", "440000199307010012"
FRAMEWORK = {NUMBER: ["专项资金申报系统", "劳动力转移申报系统"], "x": "某系统"}


def told(answer: Any) -> list[str]:  # noqa: ANN401  # any answer
    """
    Return the codes of the findings.
    """
    return [item.code for item in answer.findings]


@ok("GD-044", "GD-049")
def test_a_new_number_is_registered() -> None:
    """
    A valid number that the framework does not know gets an account.
    """
    answer = register(OTHER, framework_accounts=FRAMEWORK)

    assert (True, (), ()) == (answer.ok, answer.origins, answer.findings)
    assert register(f" {OTHER} ").ok


@not_ok("GD-044")
def test_no_second_account() -> None:
    """
    A known number is refused with the systems in which it was registered; a file says the same.
    """
    answer = register(NUMBER, framework_accounts=FRAMEWORK)
    report = titles.check({"账号": {"身份证号码": NUMBER, "已注册的其他系统": "专项资金申报系统"}}, on=ON)
    found = next(item for item in report.errors if item.code == "GD.ACCOUNT.SHARED")

    assert "KNOWN_ELSEWHERE" == ACCOUNT.step("NONE", "register_in_other_system", actor="PERSON").state
    assert (False, ("专项资金申报系统", "劳动力转移申报系统")) == (answer.ok, answer.origins)
    assert "专项资金申报系统" in answer.findings[0].message("zh")
    assert (("account", "registered_in"), True) == (found.path, "专项资金申报系统" in found.message("zh"))


@pytest.mark.parametrize("accounts", [[NUMBER], {NUMBER}, {NUMBER: None}, {NUMBER: 5}, {NUMBER: [7]}])
def test_the_origin_may_be_unknown(accounts: object) -> None:
    """
    A known number without a named system is refused all the same.
    """
    answer = register(NUMBER, framework_accounts=accounts)

    assert (False, ()) == (answer.ok, answer.origins)
    assert "框架内的其他系统" in answer.findings[0].message("zh")


@not_ok("GD-049")
def test_a_wrong_number_is_not_registered() -> None:
    """
    A wrong check digit stops the registration and the file.
    """
    report = titles.check({"account": {"id_no": "440000198002290030"}}, on=ON)

    assert not register("440000198002290030").ok
    assert ["GD.F.ID_NO"] == told(report)
    assert "440000198002290030" not in report.to_text("zh") + repr(report)


@ok("GD-045")
def test_the_existing_account_is_used() -> None:
    """
    The advice is the existing account; with its password it works here.
    """
    answer = register(NUMBER, framework_accounts=FRAMEWORK)
    step = ACCOUNT.step("KNOWN_ELSEWHERE", "log_in_with_existing", actor="PERSON", facts={"password_known": True})

    assert [("GD.ACCOUNT.REUSE", Severity.INFO)] == [(item.code, item.severity) for item in answer.findings[1:]]
    assert "ACTIVE" == step.state
    in_use = titles.check(
        {"account": {"id_no": NUMBER, "registered_in": ["甲系统"]}, "basic": {"state": "DRAFT"}}, on=ON
    )
    assert ("GD.ACCOUNT.SHARED" in told(in_use), "GD.ACCOUNT.REUSE" in told(in_use)) == (False, True)


@not_ok("GD-045")
def test_nobody_is_told_to_register_again() -> None:
    """
    No advice says to register again, and the machine refuses it.
    """
    words = " ".join(item.message("zh") for item in register(NUMBER, framework_accounts=FRAMEWORK).findings)

    assert "不必重新注册" in words
    for state in ("KNOWN_ELSEWHERE", "ACTIVE", "LOST"):
        assert "GD.ACCOUNT.KNOWN" == told(act(ACCOUNT, state, "register", actor="PERSON"))[0]


@ok("GD-046")
@pytest.mark.parametrize("evidence", [["身份证"], "身份证", ("ID_CARD", "户口簿"), {"居民身份证"}])
def test_recovery_in_person(evidence: object) -> None:
    """
    In person with the ID card; nothing else is needed.
    """
    answer = recover(evidence)

    assert (True, RecoveryChannel.IN_PERSON, frozenset({"ID_CARD"})) == (answer.ok, answer.channel, answer.evidence)
    assert (
        "ACTIVE"
        == ACCOUNT.step("LOST", "recover_at_counter", actor="HR_DEPARTMENT", facts={"id_card_shown": True}).state
    )
    assert "窗口" in answer.channel.label.zh


@not_ok("GD-046")
@pytest.mark.parametrize(
    ("evidence", "channel"), [([], "in_person"), (["户口簿"], "in_person"), (["身份证"], "email"), (5, None)]
)
def test_no_recovery_by_mail(evidence: object, channel: object) -> None:
    """
    Without the card, or by e-mail, there is no recovery.
    """
    assert not recover(evidence, channel=channel).ok
    assert ["email"] != [item.value for item in RecoveryChannel]


def test_any_object_is_answered() -> None:
    """
    `register` and `recover` answer any object.
    """
    for value in hostile.everything():
        assert isinstance(register(value, framework_accounts=value), AccountRegistration)
        assert isinstance(register(NUMBER, framework_accounts=value), AccountRegistration)
        assert isinstance(recover(value, channel=value), Recovery)
