"""
One person's registration: the grade applied for, dates, paper, remarks, the result.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.systems import lianyungang
from credrules.systems.lianyungang.calendar import Round
from credrules.testing._samples import lianyungang as people
from tests.support.cases import not_ok, ok
from tests.support.lianyungang import ON, checked, found, level, places


def registered(*, on: dt.date = ON, **cells: Any) -> Any:  # noqa: ANN401  # a report
    """
    Return the report on a worker whose registration has other cells.
    """
    return checked(on=on, registration=cells)


def test_the_sample_is_fine() -> None:
    """
    The registration that every test starts from is in order.
    """
    assert () == registered().findings


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param({"submitted_on": "2018-05-02"}, "", marks=ok("LYG-003", "LYG-002")),
        pytest.param({"submitted_on": "2018-05-03"}, "error", marks=not_ok("LYG-003")),
        pytest.param({"submitted_on": "2018-05-03", "target_grade": "中级工"}, "", marks=not_ok("LYG-002")),
        ({"submitted_on": "2018-05-03", "target_grade": "高级技师"}, ""),
        ({"submitted_on": "2018-05-01"}, ""),
        ({"submitted_on": "2018-05"}, ""),
        ({"submitted_on": "2019-05-03", "paper_received_on": ""}, ""),
        pytest.param({"submitted_on": "2019-01-03", "round": 2018}, "error", marks=not_ok("LYG-002")),
        ({"submitted_on": "", "paper_received_on": "", "form_received_on": ""}, ""),
    ],
)
def test_online_by_the_deadline(cells: dict[str, Any], told: str) -> None:
    """
    技师 of 2018 are submitted online by 2 May, on closed days too; of other grades and rounds nothing is said.
    """
    assert told == level(registered(**cells), "DL.ONLINE")


@pytest.mark.parametrize(("day", "told"), [("2018-05-02", ""), ("2018-05-03", "warning"), ("", "")])
def test_the_department_s_act_is_a_warning_at_most(day: str, told: str) -> None:
    """
    The deadline is the unit's; the department's passing on afterwards only warns.
    """
    report = registered(department_submitted_on=day)

    assert told == level(report, "DL.DEPARTMENT")
    assert report.ok
    assert "" == level(registered(department_submitted_on="2018-05-03", target_grade="中级工"), "DL.DEPARTMENT")


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        pytest.param({"paper_received_on": "2018-05-03"}, [], marks=ok("LYG-004", "LYG-053")),
        pytest.param(
            {"paper_received_on": "2018-05-04"}, ["DL.PAPER", "PAPER.WAIVER"], marks=not_ok("LYG-004", "LYG-053")
        ),
        ({"paper_received_on": "2018-05-04", "target_grade": "初级工"}, []),
        pytest.param({"paper_received_on": "2018-05-01"}, ["DL.HOLIDAYS"], marks=not_ok("LYG-005")),
        pytest.param({"paper_received_on": "2018-04-28"}, [], marks=ok("LYG-005")),
        ({"paper_received_on": "2018-05-01", "target_grade": "初级工"}, []),
    ],
)
def test_paper_by_the_deadline_on_an_open_day(cells: dict[str, Any], codes: list[str]) -> None:
    """
    Paper comes by 3 May and on an open day; late paper means given up.
    """
    cells = {"form_received_on": "", **cells}

    assert codes == [item.code.removeprefix("LYG.") for item in registered(**cells).errors]


@pytest.mark.parametrize(
    ("on", "state", "told"),
    [
        pytest.param(dt.date(2018, 5, 3), "OFFICE_PASSED", {}, marks=ok("LYG-053")),
        pytest.param(dt.date(2018, 5, 4), "OFFICE_PASSED", {"PAPER.WAIVER": "error"}, marks=not_ok("LYG-053")),
        (dt.date(2018, 5, 4), "已盖章", {"PAPER.WAIVER": "error"}),
        (dt.date(2018, 5, 4), "", {"PAPER.NOT_SEEN": "warning"}),
        (dt.date(2018, 5, 3), "", {}),
        (dt.date(2018, 5, 4), "WAIVED", {}),
    ],
)
def test_without_paper_the_registration_is_given_up(on: dt.date, state: str, told: dict[str, str]) -> None:
    """
    Passed online and no paper by the deadline: given up. Where the state is not known a person looks.
    """
    report = registered(on=on, state=state, paper_received_on="", form_received_on="")

    assert told == {code: level(report, code) for code in ("PAPER.WAIVER", "PAPER.NOT_SEEN") if found(report, code)}


def test_an_unreadable_paper_date_is_not_a_missing_one() -> None:
    """
    The cell's own error is told, not that the paper never came.
    """
    report = registered(on=dt.date(2018, 6, 1), state="PRINTED", paper_received_on="昨天", form_received_on="")

    assert [] == found(report, "PAPER.WAIVER")
    assert not report.ok


def test_beyond_the_calendar_it_says_so() -> None:
    """
    A receipt on a day no calendar knows: an information.
    """
    report = registered(round=2018, paper_received_on="2019-01-02", form_received_on="")

    assert "info" == level(report, "DL.CALENDAR")
    assert [] == found(report, "DL.HOLIDAYS")
    assert [] == found(registered(paper_received_on="2018-05", form_received_on=""), "DL.CALENDAR")


def test_another_round_is_the_host_s() -> None:
    """
    A host injects the dates of its round; without dates nothing is late.
    """
    worker = people.worker(registration={"submitted_on": "2019-05-06", "paper_received_on": "", "form_received_on": ""})
    known = Round("2019-2", 2019, "2", dt.date(2019, 4, 22), dt.date(2019, 5, 5), dt.date(2019, 5, 6))
    open_ended = Round("2019-2", 2019, "2")

    for rounds, late in (((known,), True), ((open_ended,), False), ((), False)):
        profile = lianyungang.PROFILE.switch(rounds=rounds)
        assert late is bool(found(lianyungang.check(worker, on=ON, profile=profile), "DL.ONLINE"))


@pytest.mark.parametrize(
    ("day", "told"), [("2018-05-02", True), ("2018-04-28", False), ("2018-05-03", False), ("2018-05", False)]
)
def test_the_tight_window_is_told(day: str, told: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    What is submitted on the last day leaves one working day: an information.
    """
    report = registered(submitted_on=day)

    assert ("info" if told else "") == level(report, "FLOW.TIGHT_WINDOW")
    assert "" == level(registered(submitted_on=day, target_grade="中级工"), "FLOW.TIGHT_WINDOW")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param({"passed_on": "2018-05-02", "paper_received_on": "2018-05-03"}, False, marks=ok("LYG-007")),
        pytest.param({"state": "主管部门审核中"}, True, marks=not_ok("LYG-007")),
        ({"passed_on": "2018-05-03", "paper_received_on": "2018-05-02"}, True),
        ({"passed_on": "", "state": "PAPER_RECEIVED"}, False),
    ],
)
def test_paper_after_the_online_audit(cells: dict[str, Any], told: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    Paper is handed in only after the office has passed the online record.
    """
    assert told is bool(found(registered(**cells), "FLOW.PAPER_AFTER_ONLINE"))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({"form_received_on": "2018-05-03", "paper_received_on": "2018-05-03"}, "", marks=ok("LYG-052")),
        pytest.param(
            {"form_received_on": "2018-05-02", "paper_received_on": "2018-05-03"},
            "PAPER.TOGETHER",
            marks=not_ok("LYG-052"),
        ),
        ({"form_received_on": "2018-05-03", "paper_received_on": "2018-05-02"}, "PAPER.TOGETHER"),
        pytest.param({"originals": True, "copies": "是"}, "", marks=ok("LYG-012")),
        pytest.param({"originals": False}, "PAPER.ORIGINALS", marks=not_ok("LYG-012")),
        ({"copies": "否"}, "PAPER.ORIGINALS"),
        pytest.param({"stamps": ["单位", "主管部门"]}, "", marks=ok("LYG-051", "LYG-082")),
        pytest.param({"stamps": "单位"}, "PAPER.STAMPS", marks=not_ok("LYG-051", "LYG-082")),
        ({"stamps": ["DEPARTMENT"]}, "PAPER.STAMPS"),
    ],
)
def test_paper_is_complete(cells: dict[str, Any], code: str) -> None:
    """
    Form and documents together, originals and copies, two stamps: each lack is an error.
    """
    report = registered(**cells)

    assert ([f"LYG.{code}"] if code else []) == [item.code for item in report.errors]


def test_a_missing_stamp_is_named() -> None:
    """
    The finding holds which stamp is lacking.
    """
    (item,) = found(registered(stamps="单位"), "PAPER.STAMPS")

    assert ["主管部门"] == [label.zh for label in item.params["lacking"]]


def test_what_is_not_said_of_the_paper_is_asked() -> None:
    """
    Unknown is no fault: where paper came and nothing tells what was in it, it is only asked.
    """
    report = registered(originals="", copies="", stamps="")

    assert ["originals", "copies", "stamps"] == [path[-1] for path in places(report, "PAPER.UNSAID")]
    assert report.ok
    assert [] == found(
        checked(registration={key: "" for key in people.REGISTRATION if key != "target_grade"}), "PAPER.UNSAID"
    )


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        pytest.param({"submitted_on": "2018-05-07", "renewed": True}, ["REAPPLY_LATE"], marks=ok("LYG-056")),
        ({"paper_received_on": "2018-05-09", "form_received_on": "", "renewed": "是"}, ["REAPPLY_LATE"]),
        ({"renewed": True}, []),
    ],
)
def test_a_renewed_registration_is_never_refused(cells: dict[str, Any], codes: list[str]) -> None:
    """
    After a deletion, whether the deadlines hold is not told: a warning, and the office decides.
    """
    report = registered(**cells)

    assert codes == [item.code.removeprefix("LYG.FLOW.") for item in report.warnings]
    assert report.ok


@pytest.mark.parametrize(
    ("flag", "told"),
    [pytest.param(True, "warning", marks=ok("LYG-057")), pytest.param(False, "", marks=not_ok("LYG-057")), ("", "")],
)
def test_liability_is_the_office_s_flag(flag: object, told: str) -> None:
    """
    The library only passes on what the office says; it calls nothing serious by itself.
    """
    assert told == level(registered(liability_review=flag), "FLOW.LIABILITY")


@pytest.mark.parametrize(
    ("target", "extra", "told"),
    [
        pytest.param("技师", {}, "", marks=ok("LYG-081")),
        pytest.param("高级技师", {}, "warning", marks=not_ok("LYG-081")),
        ("高级工", {}, "warning"),
        ("高级技师", {"remark": "转岗"}, ""),
        ("高级技师", {"exceptional": "OTHER"}, ""),
    ],
)
def test_the_target_is_the_next_grade(target: str, extra: dict[str, Any], told: str) -> None:
    """
    Another than the next grade is a warning; nothing with a special case or an exceptional application.
    """
    report = registered(target_grade=target, **extra)

    assert told == level(report, "DECL.TARGET_STEP")
    assert report.ok


def test_without_any_grade_nothing_is_next() -> None:
    """
    Where no grade is known the step is not judged; the main set alone will do.
    """
    cells: dict[str, Any] = {"skills": [], "registration": {"target_grade": "高级技师"}}

    assert "" == level(checked(person={"main_grade": ""}, **cells), "DECL.TARGET_STEP")
    assert "warning" == level(checked(person={"main_grade": "高级工"}, **cells), "DECL.TARGET_STEP")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"target_grade": "工程师"}, True),
        ({"target_grade": ""}, True),
        ({key: "" for key in people.REGISTRATION if key not in {"trade", "remark"}}, False),
    ],
)
def test_a_registration_names_its_grade(cells: dict[str, Any], told: bool) -> None:  # noqa: FBT001  # expected
    """
    One of the five grades is applied for; a trade alone is no registration.
    """
    assert told is bool(found(registered(**cells), "DECL.TARGET"))


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param({"trade": "电工"}, False, marks=ok("LYG-045", "LYG-080")),
        pytest.param({"trade": "汽车驾驶与管理"}, True, marks=not_ok("LYG-045", "LYG-080")),
        ({"trade": "汽车驾驶与管理", "remark": "转岗"}, False),
        ({"trade": ""}, False),
    ],
)
def test_a_changed_trade_is_remarked(cells: dict[str, Any], told: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    A trade other than that of the last certificate expects a remark; an ordinary case needs none.
    """
    report = registered(**cells)

    assert ([("registration", "remark")] if told else []) == places(report, "DECL.REMARK")
    assert report.ok


@pytest.mark.parametrize(
    ("on", "recorded", "told"),
    [
        pytest.param(dt.date(2019, 6, 30), "2018-11-30", "", marks=ok("LYG-059")),
        pytest.param(dt.date(2019, 6, 30), "", "warning", marks=not_ok("LYG-059")),
        (dt.date(2018, 12, 15), "", ""),
        (dt.date(2019, 6, 30), "2019-05-01", "warning"),
        (dt.date(2019, 6, 30), "2018-12-30", ""),
    ],
)
def test_the_result_is_entered_soon(on: dt.date, recorded: str, told: str) -> None:
    """
    A certificate that is not entered is told after the days of the profile; the text says only "soon".
    """
    cells: dict[str, Any] = {"certified_on": "2018-11-30", "recorded_on": recorded}

    assert told == level(registered(on=on, **cells), "POST.ENTER_RESULT")
    patient = lianyungang.PROFILE.switch(enter_result_days=400)
    worker = people.worker(registration=cells)
    assert [] == found(lianyungang.check(worker, on=on, profile=patient), "POST.ENTER_RESULT")
