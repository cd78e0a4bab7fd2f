"""
A unit's declaration: contact, channel, all workers complete, persons found by name.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules.findings import Decision
from credrules.systems import lianyungang
from credrules.systems.lianyungang.channel import REASONS, channel_of
from credrules.systems.lianyungang.promotion.rules import registered
from credrules.systems.lianyungang.promotion.standing import has_grade_below, is_next, order_of_grades, special_case
from credrules.systems.lianyungang.records import Declaration, Person, Registration, SkillRecord, Worker
from credrules.testing._samples import lianyungang as people
from tests.support import hostile
from tests.support.cases import not_ok, ok
from tests.support.lianyungang import ON, found, level, places, unit_checked


def bare(**cells: Any) -> Any:  # noqa: ANN401  # a report
    """
    Return the report on a declaration with these cells and no others.
    """
    return lianyungang.check_unit(cells, on=ON)


def test_the_sample_is_fine() -> None:
    """
    The unit that every test starts from is in order; so is one that nothing is known of.
    """
    assert () == unit_checked().findings
    assert () == bare().findings


def test_labels_of_the_form_are_keys() -> None:
    """
    The declaration is read by its labels as well.
    """
    sheet = {
        "单位层级": "市直",
        "已安装系统": "是",
        "申报方式": "网上申报",
        "联系人": "王某",
        "联系电话": "0518-00000000",
        "工勤人员": [people.worker()],
        "申报人员": [{"姓名": "李某", "申报等级": "技师", "工种": "电工"}],
    }

    assert () == lianyungang.check_unit(sheet, on=ON).findings


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        pytest.param({"contact": "王某", "phone": "0518-00000000"}, "", marks=ok("LYG-043", "LYG-078", "LYG-079")),
        pytest.param({"phone": ""}, "phone", marks=not_ok("LYG-043", "LYG-079")),
        pytest.param({"contact": ""}, "contact", marks=not_ok("LYG-078")),
        ({"联系人": " "}, "contact"),
    ],
)
def test_contact_and_telephone(cells: dict[str, str], fault: str) -> None:
    """
    Both are filled in; one that is not mentioned at all is unknown.
    """
    assert ([(fault,)] if fault else []) == places(bare(**cells), "DECL.CONTACT")


@pytest.mark.parametrize(("phone", "told"), [("0518-00000000", ""), ("13800000001", ""), ("0518 0000转1", "warning")])
def test_a_telephone_number_has_digits(phone: str, told: str) -> None:
    """
    Other signs than digits and hyphens are a warning.
    """
    report = bare(phone=phone)

    assert told == level(report, "DECL.PHONE_FORM")
    assert report.ok


@pytest.mark.parametrize(
    ("cells", "decision", "told"),
    [
        pytest.param({"level": "CITY", "installed": True, "channel": "ONLINE"}, "IN", {}, marks=ok("LYG-008")),
        pytest.param(
            {"level": "市直", "installed": True, "channel": "OFFLINE"}, "OUT", {"SYS.CITY_MUST": "error"},
            marks=not_ok("LYG-008", "LYG-011"),
        ),
        pytest.param(
            {"level": "CITY", "installed": False, "channel": "OFFLINE"}, "IN", {"SYS.MUST_CONFLICT": "warning"},
            marks=ok("LYG-011"),
        ),
        ({"level": "CITY", "channel": "OFFLINE"}, "REVIEW", {"SYS.REVIEW": "warning"}),
        ({"installed": True, "channel": "OFFLINE"}, "REVIEW", {"SYS.REVIEW": "warning"}),
        ({"level": "CITY", "installed": True}, "REVIEW", {}),
        pytest.param({"level": "县区", "channel": "OFFLINE"}, "IN", {"SYS.COUNTY_SHOULD": "info"}, marks=ok("LYG-009")),
        pytest.param(
            {"level": "COUNTY", "installed": True, "channel": "线下"}, "IN", {"SYS.COUNTY_SHOULD": "info"},
            marks=not_ok("LYG-009"),
        ),
        ({"level": "开发区", "channel": "OFFLINE"}, "IN", {"SYS.COUNTY_SHOULD": "info"}),
        (
            {"level": "COUNTY", "channel": "OFFLINE", "registrations": [{"target_grade": "技师"}]}, "IN",
            {"SYS.COUNTY_SHOULD": "info"},
        ),
        (
            {"level": "COUNTY", "channel": "OFFLINE", "registrations": [{"target_grade": "高级工"}]}, "REVIEW",
            {"SYS.COUNTY_SHOULD": "info", "SYS.GRADE_WORKER": "warning"},
        ),
        (
            {"level": "CITY", "installed": True, "channel": "OFFLINE", "registrations": [{"target_grade": "高级工"}]},
            "OUT",
            {"SYS.CITY_MUST": "error", "SYS.GRADE_WORKER": "warning"},
        ),
    ],
)  # fmt: skip
def test_who_may_go_offline(cells: dict[str, Any], decision: str, told: dict[str, str]) -> None:
    """
    A city unit that has the system: error; without: warning; unknown or 等级工: review; a county: a remark.
    """
    report = bare(**cells)
    answer = channel_of(report.value)
    codes = ("SYS.CITY_MUST", "SYS.MUST_CONFLICT", "SYS.COUNTY_SHOULD", "SYS.REVIEW", "SYS.GRADE_WORKER")

    assert told == {code: level(report, code) for code in codes if found(report, code)}
    assert Decision[decision] is answer.decision
    assert [REASONS[reason].zh for reason in answer.reasons] == list(answer.explain("zh"))
    assert all(answer.explain("en"))
    assert {item.code for item in answer.findings} == {f"LYG.{code}" for code in told}


PAPER = {"target_grade": "技师", "paper_received_on": "2018-05-02"}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({"form": "USB", "registrations": [PAPER]}, "", marks=ok("LYG-010")),
        ({"form": "电子邮件", "paper": True}, ""),
        ({"form": "EMAIL", "registrations": [{"target_grade": "技师", "copies": True, "originals": True}]}, ""),
        pytest.param(
            {"form": "U盘", "registrations": [{"target_grade": "技师", "originals": False}]},
            "SYS.OFFLINE",
            marks=not_ok("LYG-010"),
        ),
        ({"form": "USB", "paper": False}, "SYS.OFFLINE"),
        ({"form": "USB", "registrations": [{"target_grade": "技师"}]}, "SYS.PAPER_UNSAID"),
        ({"form": "USB"}, ""),
        ({"registrations": [PAPER]}, "SYS.FORM_UNSAID"),
    ],
)
def test_form_and_paper_together(cells: dict[str, Any], code: str) -> None:
    """
    Offline the form of annex 2 comes with the paper; online neither is asked.
    """
    report = bare(level="COUNTY", channel="OFFLINE", **cells)
    codes = {item.code.removeprefix("LYG.") for item in report.findings if item.code.startswith("LYG.SYS.")}

    assert ({code} if code else set()) == codes - {"SYS.COUNTY_SHOULD"}
    assert [] == [
        i for i in bare(channel="ONLINE", **cells).findings if i.code in {"LYG.SYS.OFFLINE", "LYG.SYS.FORM_UNSAID"}
    ]


def test_offline_paper_waits_for_no_online_audit() -> None:
    """
    That paper comes after the online audit concerns those who declare online.
    """
    early = {**PAPER, "state": "NONE"}

    assert [] == found(bare(channel="OFFLINE", registrations=[early]), "FLOW.PAPER_AFTER_ONLINE")
    assert found(bare(channel="ONLINE", registrations=[early]), "FLOW.PAPER_AFTER_ONLINE")


@pytest.mark.parametrize(
    ("others", "told"),
    [
        pytest.param(
            [people.worker(person={"name": f"{family}某"}) for family in "王赵钱孙周吴郑冯陈"], [], marks=ok("LYG-016")
        ),
        pytest.param([{"姓名": "王某"}], [("workers",)], marks=not_ok("LYG-016")),
        ([people.worker(person={"name": "王某", "personal_identity": "普通工"})], []),
        ([people.worker(person={"name": "王某"}, registration={"target_grade": "工程师"})], []),
        ([people.worker(person={"name": "王某", "main_grade": "中级工"})], [("workers",)]),
        ([5], [("workers",)]),
    ],
)
def test_all_workers_are_complete_first(others: list[Any], told: list[Any]) -> None:
    """
    Before anyone is declared all workers are complete; 普通工 and faults of a registration do not count.
    """
    report = unit_checked(workers=[people.worker(), *others])

    assert told == places(report, "ENTRY.ALL_WORKERS")


def test_workers_that_are_not_given_are_unknown() -> None:
    """
    Registrations without any worker: whether all are complete cannot be told.
    """
    assert "warning" == level(unit_checked(without=("workers",)), "ENTRY.WORKERS_UNSAID")
    assert "" == level(unit_checked(without=("workers", "registrations")), "ENTRY.WORKERS_UNSAID")
    assert not unit_checked(workers="李某").ok


def test_one_person_s_late_paper_is_that_person_s() -> None:
    """
    Given up is who is late, not the declaration.
    """
    workers = [people.worker(), people.worker(person={"name": "王某"})]
    late = {"name": "王某", "paper_received_on": "2018-05-04", "form_received_on": "2018-05-04"}
    report = unit_checked(workers=workers, registrations=[{}, late])

    assert {("registrations", 1)} == {item.path[:2] for item in report.errors}
    assert ["LYG.DL.PAPER", "LYG.PAPER.WAIVER"] == sorted(item.code for item in report.errors)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param({"target_grade": "技师"}, "", marks=ok("LYG-044")),
        pytest.param({"target_grade": "高级技师"}, "error", marks=not_ok("LYG-044")),
        ({"target_grade": "高级技师", "remark": "转岗"}, ""),
        ({"target_grade": "高级技师", "exceptional": "BY_AWARD"}, ""),
        ({"target_grade": "中级工"}, ""),
        ({"target_grade": "技师", "name": "赵某"}, ""),
    ],
)
def test_nobody_is_added_without_the_grade_below(cells: dict[str, str], told: str) -> None:
    """
    Without the next lower grade, and with no exception open, a person cannot be added.
    """
    assert told == level(unit_checked(registrations=[cells]), "DECL.ADD_PERSON")


def test_a_worker_s_own_registration_counts_too() -> None:
    """
    A registration that stands with its worker is one of the declaration.
    """
    worker = people.worker(registration={"target_grade": "高级技师"})
    report = unit_checked(workers=[worker], registrations=[])

    assert [("workers", 0, "registration", "target_grade")] == places(report, "DECL.ADD_PERSON")
    assert [("workers", 0, "registration", "target_grade")] == places(report, "DECL.TARGET_STEP")


@pytest.mark.parametrize(
    ("cells", "code", "path"),
    [
        ({"trade": "汽车驾驶与管理"}, "DECL.REMARK", "remark"),
        ({"exceptional": "BY_AWARD"}, "AWARD.EXCEPTION", "exceptional"),
        ({"target_grade": "高级技师"}, "DECL.TARGET_STEP", "target_grade"),
        ({"manual_training": "岗位培训"}, "OFF.MANUAL", "manual_training"),
        ({"manual_training": "继续教育公需科目"}, "TRAIN.AUTO", "manual_training"),
        ({"target_grade": ""}, "DECL.TARGET", "target_grade"),
    ],
)
def test_persons_are_judged_beside_their_worker(cells: dict[str, str], code: str, path: str) -> None:
    """
    Registrations of a declaration find their worker by name, and are judged as a worker's own.
    """
    assert [("registrations", 0, path)] == places(unit_checked(registrations=[cells]), code)


@pytest.mark.parametrize(
    ("names", "registered_name", "told"),
    [
        (["李某"], "李某", False),
        (["李某", "李某"], "李某", True),
        (["李某"], "赵某", True),
        (["李某"], "", False),
        ([], "赵某", False),
    ],
)
def test_persons_are_selected_from_the_workers(names: list[str], registered_name: str, told: bool) -> None:  # noqa: FBT001  # expected
    """
    A name that no worker or several workers bear is a warning.
    """
    workers = [people.worker(person={"name": name}) for name in names]
    report = unit_checked(workers=workers, registrations=[{"name": registered_name}])

    assert told is bool(found(report, "DECL.NOT_LISTED"))
    assert "" == level(report, "DECL.NOT_LISTED") or "warning" == level(report, "DECL.NOT_LISTED")


def test_same_names_are_not_guessed() -> None:
    """
    Of two workers of one name none is taken.
    """
    twins = Declaration(workers=(Worker(Person("李某")), Worker(Person("李某"))), registrations=(Registration("李某"),))

    assert [None] == [worker for _, _, worker in registered(twins)]


HELD = {grade: Worker(skills=(SkillRecord(grade),)) for grade in "54321"}


@pytest.mark.parametrize(
    ("worker", "registration", "target", "decision"),
    [
        (HELD["3"], Registration(), "2", "IN"),
        (HELD["4"], Registration(), "2", "OUT"),
        (HELD["4"], Registration(remark="退伍兵初定"), "2", "REVIEW"),
        (HELD["4"], Registration(exceptional="OTHER"), "2", "REVIEW"),
        (HELD["4"], Registration(exceptional="NONE"), "2", "OUT"),
        (HELD["2"], Registration(), "2", "REVIEW"),
        (Worker(), Registration(), "5", "IN"),
        (Worker(), Registration(), "4", "OUT"),
        (Worker(Person(main_grade="3")), Registration(), "2", "IN"),
    ],
)
def test_the_order_of_grades(worker: Worker, registration: Registration, target: str, decision: str) -> None:
    """
    Never IN without the grade below; OUT only where nothing is open; who holds it already is looked at.
    """
    assert Decision[decision] is order_of_grades(worker, registration, target)
    assert (decision != "IN") or has_grade_below(worker, target)


@ok("LYG-045")
def test_a_remark_names_its_case() -> None:
    """
    转岗 and 退伍兵初定 are known, other words are another case, an empty remark is none.
    """
    assert ["TRANSFER", "VETERAN", "OTHER", None] == [
        special_case(remark) for remark in ("转岗", "退伍兵初定", "见说明", None)
    ]


def test_the_next_grade() -> None:
    """
    The target is the next grade, is not, or nothing is known.
    """
    assert (True, False, None) == (is_next(HELD["3"], "2"), is_next(HELD["4"], "2"), is_next(Worker(), "2"))


def test_a_unit_is_answered_whatever_it_is() -> None:
    """
    Odd declarations, odd workers and odd registrations give a report and never raise.
    """
    for value in hostile.everything():
        for data in (value, {"workers": value, "registrations": value}, {"workers": [value], "registrations": [value]}):
            report = lianyungang.check_unit(data, on=ON)
            assert report.raw is data
            assert report.to_text("zh")
            assert report.repaired().findings is not None


def test_a_unit_s_report_repairs() -> None:
    """
    Suggestions deep inside a declaration find their place.
    """
    worker = people.worker(skill={"approver": "连云港市工考办公室"})
    report = unit_checked(workers=[worker])

    assert found(report, "SKILL.APPROVER")
    assert () == report.repaired().findings


def test_a_large_unit_is_read_whole() -> None:
    """
    A unit of several hundred workers is judged to its last worker, as a small one is.
    """
    workers = [people.worker() for _ in range(301)]
    report = bare(workers=workers)

    assert 301 == len(report.value.workers)
    assert "RECORD.TOO_MANY" not in {item.code for item in report.findings}


@not_ok("LYG-065")
@pytest.mark.parametrize(
    ("registration", "told"),
    [
        ({"name": "", "target_grade": "技师"}, True),
        ({"姓名": None, "申报等级": "技师"}, True),
        ({"target_grade": "技师"}, False),
        ({"name": "李某", "target_grade": "技师"}, False),
    ],
)
def test_an_empty_name_of_a_registration_is_told(registration: dict[str, object], *, told: bool) -> None:
    """
    A name that is there and empty is a fault; a key that is absent is unknown.
    """
    report = lianyungang.check_unit({"level": "CITY", "registrations": [registration]}, on=ON)
    places = {item.path for item in report.errors if item.code == "LYG.ENTRY.RED_FRAME"}

    assert told == (("registrations", 0, "name") in places)
