"""
Steps of the machines, fields and words that carry a requirement, each asked where its requirement speaks of it.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import ACCOUNT, LEARNING_RECORD, UNIT_REGISTRATION, LearningFile
from credrules.systems.guangdong_learning.accounts import starred_missing
from credrules.systems.guangdong_learning.records import HistoryStep, LearningRecord, PersonalInfo
from credrules.systems.guangdong_learning.workflow import ACTORS, YEAR
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from credrules.values import Severity
from credrules.workflow import Machine
from tests.support.cases import not_ok, ok


@pytest.mark.parametrize(
    ("machine", "state", "event", "actor", "facts", "after"),
    [
        pytest.param(
            ACCOUNT, "NONE", "register_person", "PERSON", {"login_unused": True, "id_unused": True},
            "PERSON_INCOMPLETE", marks=ok("CE-008"),
        ),
        pytest.param(ACCOUNT, "NONE", "register_wrong_kind", "PERSON", {}, "WRONG_KIND", marks=ok("CE-022")),
        pytest.param(
            ACCOUNT, "PERSON_READY", "delete_on_request", "HELPDESK", {"request_complete": True}, "DELETED",
            marks=ok("CE-021"),
        ),
        pytest.param(LEARNING_RECORD, "NONE", "declare_by_unit", "UNIT", {}, "HR_RECOGNITION", marks=ok("CE-002")),
        pytest.param(UNIT_REGISTRATION, "PENDING", "approve", "HR_BUREAU", {}, "APPROVED", marks=ok("CE-065")),
        pytest.param(
            UNIT_REGISTRATION, "REJECTED", "correct_hr_account", "UNIT_ADMIN", {"request_complete": True}, "PENDING",
            marks=ok("CE-071"),
        ),
        pytest.param(YEAR, "STALE", "recount", "PERSON", {"all_reached": True}, "PASSED", marks=ok("CE-046", "CE-050")),
        pytest.param(
            YEAR, "STALE", "recount", "PERSON", {"all_reached": False}, "OPEN", marks=not_ok("CE-046", "CE-050"),
        ),
        pytest.param(YEAR, "PASSED", "print", "UNIT", {"own_staff": True}, "PRINTED", marks=ok("CE-053")),
    ],
)  # fmt: skip
def test_steps(machine: Machine, state: str, event: str, actor: str, facts: dict[str, Any], after: str) -> None:
    """
    The step that the answer describes is possible, and leads where it says.
    """
    step = machine.step(state, event, actor=actor, facts=facts)

    assert (after, ()) == (step.state, step.findings)


@ok("CE-025")
@pytest.mark.parametrize(("word", "code"), [("单位审核中", "UNIT_AUDIT"), ("人力资源部门认定中", "HR_RECOGNITION")])
def test_the_two_pending_states_are_read(word: str, code: str) -> None:
    """
    A record bears the state in the words of the list.
    """
    assert code == learning.structure({"records": [{"state": word}]}).records[0].state


@ok("CE-003")
def test_the_bureau_is_an_actor() -> None:
    """
    The bureau, whatever it is called, is one of the actors of the machines.
    """
    assert learning.role_of("主管部门") in dict(ACTORS)


@not_ok("CE-023")
def test_the_starred_items_are_named() -> None:
    """
    What keeps a person from declaring is named item by item, in the order of the form.
    """
    missing = [spec.name for spec in starred_missing(LearningFile())]

    assert ["login", "name"] == missing[:2]
    assert [] == [spec.name for spec in starred_missing(learning.structure(people.file()))]


@ok("CE-011")
def test_the_unit_that_audited_stays_on_the_record() -> None:
    """
    After a move an audited record names the unit that audited it; one that waits or was uploaded names none.
    """
    audited = LearningRecord(state="HR_RECOGNITION", history=(HistoryStep("submit"), HistoryStep("approve")))
    named = learning.structure({"records": [{"state": "认定通过", "审核单位": "丙公司"}]}).records[0]
    others = (LearningRecord(state="UNIT_AUDIT"), LearningRecord(state="RECOGNISED", route="SITE"))
    file = LearningFile(person=PersonalInfo(unit="甲公司"), records=(audited, named, *others))
    moved, _ = learning.accounts.move(file, unit="乙公司", city="440100")

    assert ["甲公司", "丙公司", None, None] == [item.audited_by for item in moved.records]


@ok("CE-016")
@not_ok("CE-016")
@pytest.mark.parametrize(
    ("chosen", "real", "names"),
    [("major", "major_printed", "majors"), ("occupation", "occupation_printed", "occupations")],
)
def test_the_nearest_option_is_for_what_the_list_lacks(chosen: str, real: str, names: str) -> None:
    """
    软件技术 entered as 计算机应用 is right where the list lacks it; where the list has it, that one is suggested.
    """
    data = people.file(person={chosen: "计算机应用", real: "软件技术"})

    def found(*offered: str) -> list[tuple[Severity, tuple[object, ...], object]]:
        report = learning.check(data, on=ON, profile=learning.PROFILE.switch(**{names: offered}))
        return [
            (item.severity, item.path, item.suggestion) for item in report.findings if item.path == ("person", chosen)
        ]

    assert [] == found("计算机应用")
    assert [(Severity.INFO, ("person", chosen), "软件技术")] == found("计算机应用", "软件技术")
