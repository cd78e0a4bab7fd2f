"""
The subset of certificates: six items, new records, the main set, the order of grades.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules import codes
from credrules.systems import lianyungang
from credrules.systems.lianyungang.names import GRADES, convention_of, name_of, next_below
from credrules.systems.lianyungang.records import SkillRecord, Worker
from credrules.testing._samples import lianyungang as people
from tests.support.cases import not_ok, ok
from tests.support.lianyungang import ON, checked, found, level, places

LAST = ("skills", 1)


def test_the_sample_is_fine() -> None:
    """
    The worker that every test starts from is complete: nothing at all is found.
    """
    assert () == checked().findings


@pytest.mark.parametrize(
    ("skills", "main_grade", "missing"),
    [
        pytest.param([people.JUNIOR_SKILL], "中级工", False, marks=ok("LYG-022")),
        pytest.param([], "中级工", True, marks=not_ok("LYG-022")),
        pytest.param([], "", False),
    ],
)
def test_who_holds_a_grade_has_a_record(skills: list[Any], main_grade: str, missing: bool) -> None:  # noqa: FBT001  # expected
    """
    The subset is filled in by whoever claims a grade; who claims none has nothing to enter.
    """
    report = checked(person={"main_grade": main_grade}, skills=skills)

    assert missing is bool(found(report, "SKILL.SUBSET"))


@pytest.mark.parametrize("label", ["专技资格", "专业技术职称", "skills"])
def test_the_subset_has_two_names(label: str) -> None:
    """
    For staff attached to organs the subset is called 专业技术职称.
    """
    worker = {**people.worker(without=("skills",)), label: [people.JUNIOR_SKILL, people.SKILL]}

    assert () == lianyungang.check(worker, on=ON).findings


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(["中级工"], ["中级工", "高级工"], [], marks=ok("LYG-023")),
        pytest.param([], ["高级工"], []),
        pytest.param(["中级工"], ["高级工"], [("LYG.SKILL.APPEND", ("skills", 0, "grade"))], marks=not_ok("LYG-023")),
        pytest.param(["中级工", "高级工"], ["技师", "高级工"], [("LYG.SKILL.APPEND", ("skills", 0, "grade"))]),
        pytest.param(["中级工"], [], [("LYG.SKILL.RECORD_LOST", ("skills",))]),
        pytest.param(["中级工"], [""], [("LYG.SKILL.RECORD_LOST", ("skills",))]),
        pytest.param([""], ["中级工"], []),
    ],
)
def test_a_new_certificate_is_a_new_record(before: list[str], after: list[str], expected: list[Any]) -> None:
    """
    A grade is not written over; a first record, and one more, are as they should be.
    """
    old, new = ({"专技资格": [{"等级": grade, "工种": "电工"} for grade in side]} for side in (before, after))

    assert expected == [(item.code, item.path) for item in lianyungang.revise(old, new)]


def test_a_correction_changes_a_record() -> None:
    """
    A number, a date or a trade corrected is the same record; all three anew are another certificate.
    """
    before = Worker(skills=(SkillRecord("3", "EXAM", "甲", None, "电工", "001"),))
    corrected = Worker(skills=(SkillRecord("3", "EXAM", "甲", None, "电工", "0001"),))
    old, new = (
        people.SKILL,
        {**people.SKILL, "obtained_on": "2016-08-31", "trade": "钳工", "certificate_no": "16080009"},
    )

    assert () == lianyungang.revise(before, corrected)
    assert ["LYG.SKILL.APPEND"] == [item.code for item in lianyungang.revise({"skills": [old]}, {"skills": [new]})]


def test_like_records_are_matched_first() -> None:
    """
    Two certificates of one grade: each is matched with the one it resembles, whatever their order.
    """
    first, second = people.SKILL, {**people.SKILL, "trade": "钳工", "certificate_no": "15080002"}

    assert () == lianyungang.revise({"skills": [first, second]}, {"skills": [second, first]})


@pytest.mark.parametrize(
    ("grade", "fine"),
    [
        pytest.param("高级工", True, marks=ok("LYG-024", "LYG-068")),
        pytest.param("3", True),
        pytest.param("工程师", False, marks=not_ok("LYG-024", "LYG-068")),
        ("首席技师", False),
        ("", False),
    ],
)
def test_the_grade_is_a_worker_s(grade: str, fine: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    The grade held is one of the five of the group 工人.
    """
    report = checked(skill={"grade": grade})

    assert ([] if fine else [(*LAST, "grade")]) == places(report, "SKILL.NAME")
    assert ("" if fine else "error") == level(report, "SKILL.NAME")


@pytest.mark.parametrize("grade", GRADES)
def test_what_follows_from_the_grade(grade: str) -> None:
    """
    LYG-D1: 评审 and 江苏省人社厅 for 技师 and 高级技师, else 考试 and 连云港市工考办.
    """
    high = name_of(grade) in {"技师", "高级技师"}
    usual = {"技师": "11-30", "高级技师": "05-30"}.get(name_of(grade), "08-31")
    answer = convention_of(grade)

    assert ("REVIEW" if high else "EXAM") == answer.route
    assert ("江苏省人社厅" if high else "连云港市工考办") == answer.approver
    assert usual == answer.usual_date


def test_grades_stand_in_their_order() -> None:
    """
    初级工 < 中级工 < 高级工 < 技师 < 高级技师.
    """
    assert ["初级工", "中级工", "高级工", "技师", "高级技师"] == [name_of(grade) for grade in GRADES]
    assert [None, *GRADES[:4]] == [next_below(grade) for grade in GRADES]
    assert list(GRADES) == sorted(GRADES, key=lambda grade: codes.SKILL_GRADES[grade].rank or 0)


@pytest.mark.parametrize(
    ("grade", "route", "hint"),
    [
        pytest.param("技师", "评审", None, marks=ok("LYG-025")),
        pytest.param("高级工", "考试", None, marks=ok("LYG-069")),
        pytest.param("高级工", "评审", "EXAM", marks=not_ok("LYG-025")),
        pytest.param("技师", "考试", "REVIEW", marks=not_ok("LYG-069")),
    ],
)
def test_the_way_follows_the_grade(grade: str, route: str, hint: str | None) -> None:
    """
    技师 and 高级技师 by 评审, the others by 考试; the right way is suggested.
    """
    answers = found(checked(skill={"grade": grade, "route": route}), "SKILL.ROUTE")

    assert ([] if hint is None else [("error", (*LAST, "route"), hint)]) == [
        (item.severity.value, item.path, item.suggestion) for item in answers
    ]


@pytest.mark.parametrize(
    ("cells", "hint"),
    [
        pytest.param({"grade": "高级技师", "approver": "江苏省人社厅"}, None, marks=ok("LYG-026", "LYG-070")),
        pytest.param({"grade": "技师", "approver": "连云港市工考办"}, "江苏省人社厅", marks=not_ok("LYG-026")),
        pytest.param({"grade": "中级工", "approver": "连云港市工考办公室"}, "连云港市工考办", marks=not_ok("LYG-026")),
        pytest.param(
            {"grade": "技师", "approver": "江苏省人力资源和社会保障厅"}, "江苏省人社厅", marks=not_ok("LYG-070")
        ),
        ({"grade": "中级工", "approver": "江苏省人事厅"}, "连云港市工考办"),
    ],
)
def test_the_organ_follows_the_grade(cells: dict[str, str], hint: str | None) -> None:
    """
    Of a current local certificate the organ is written exactly; the short form is suggested.
    """
    report = checked(skill=cells)

    assert ([] if hint is None else [((*LAST, "approver"), hint)]) == [
        (item.path, item.suggestion) for item in found(report, "SKILL.APPROVER")
    ]
    assert [] == found(report, "SKILL.APPROVER_ELSEWHERE")


@pytest.mark.parametrize(
    ("person", "skill"),
    [
        ({}, {"approver": "连云港市人事局", "obtained_on": "2009-08-31"}),
        ({}, {"approver": "徐州市工考办"}),
        ({}, {"approver": "安徽省人社厅"}),
        pytest.param({}, {"approver": "某工考办", "transferred": True}, marks=ok("LYG-026")),
        ({"transferred": "是"}, {"approver": "某工考办"}),
    ],
)
def test_an_older_or_foreign_organ_is_a_warning(person: dict[str, Any], skill: dict[str, Any]) -> None:
    """
    Before the ministries were merged, of another place, or of someone transferred: a warning with the reason.
    """
    report = checked(person=person, skill=skill)

    assert [] == found(report, "SKILL.APPROVER")
    assert "warning" == level(report, "SKILL.APPROVER_ELSEWHERE")


@ok("LYG-026")
def test_the_year_of_the_organs_is_a_switch() -> None:
    """
    From which year on the two organs hold is the profile's to say.
    """
    worker = people.worker(skill={"approver": "连云港市人事局", "obtained_on": "2012-08-31"})
    profile = lianyungang.PROFILE.switch(organs_since=2013)

    assert found(lianyungang.check(worker, on=ON), "SKILL.APPROVER")
    assert [] == found(lianyungang.check(worker, on=ON, profile=profile), "SKILL.APPROVER")


@pytest.mark.parametrize(
    ("date", "code"),
    [
        pytest.param("2015-08-31", "", marks=ok("LYG-027", "LYG-071")),
        pytest.param("2018-05-04", "SKILL.DATE", marks=not_ok("LYG-027")),
        pytest.param("2016-11-31", "SKILL.DATE", marks=not_ok("LYG-071")),
        ("", "SKILL.DATE"),
        ("去年", "SKILL.DATE"),
    ],
)
def test_the_date_is_a_real_day_that_has_come(date: str, code: str) -> None:
    """
    No day of the calendar, a day to come and an empty cell are errors.
    """
    report = checked(skill={"obtained_on": date})

    assert ([(*LAST, "obtained_on")] if code else []) == places(report, "SKILL.DATE")
    assert code == "" or not report.ok


@pytest.mark.parametrize(
    ("grade", "date", "told"),
    [
        pytest.param("技师", "2016-11-30", False, marks=ok("LYG-028")),
        pytest.param("技师", "2016-08-31", True, marks=not_ok("LYG-028")),
        ("高级技师", "2016-05-30", False),
        ("高级技师", "2016-05-31", True),
        ("高级工", "2016-08-31", False),
        ("高级工", "2016-08", False),
    ],
)
def test_an_unusual_date_is_a_warning(grade: str, date: str, told: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    The usual month and day only warns, for the certificate decides; a month alone says nothing.
    """
    report = checked(skill={"grade": grade, "obtained_on": date})

    assert ("warning" if told else "") == level(report, "SKILL.USUAL_DATE")
    assert [] == found(report, "SKILL.DATE")


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        pytest.param("2018-05-30", None, marks=ok("LYG-029")),
        pytest.param("2018.5.30", "2018-05-30", marks=not_ok("LYG-029")),
        ("2018年5月30日", "2018-05-30"),
    ],
)
def test_another_notation_is_read_with_a_warning(date: str, hint: str | None) -> None:
    """
    XXXX-MM-DD is the pattern; another notation is read, and the pattern suggested.
    """
    report = checked(skill={"obtained_on": date})

    assert ([] if hint is None else [("warning", hint)]) == [
        (item.severity.value, item.suggestion) for item in found(report, "SKILL.DATE_FORMAT")
    ]
    assert report.value.skills[1].obtained_on.isoformat() == "2018-05-30"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({"trade": "电工"}, "", marks=ok("LYG-072")),
        pytest.param({"trade": ""}, "SKILL.TRADE", marks=not_ok("LYG-072")),
        pytest.param({"certificate_no": "16110001"}, "", marks=ok("LYG-073")),
        pytest.param({"certificate_no": ""}, "SKILL.NUMBER", marks=not_ok("LYG-073")),
    ],
)
def test_trade_and_number_are_filled(cells: dict[str, str], code: str) -> None:
    """
    Trade and number are entered as on the certificate.
    """
    report = checked(skill=cells)

    assert ([] if not code else [(*LAST, *cells)]) == (
        places(report, code) if code else [i.path for i in report.errors]
    )


def test_a_list_of_trades_is_the_host_s() -> None:
    """
    With a list of trades, one that is not in it is a warning; without, nothing is said.
    """
    profile = lianyungang.PROFILE.switch(trades=("汽车驾驶与管理",))
    report = lianyungang.check(people.worker(), on=ON, profile=profile)

    assert [("skills", 0, "trade"), ("skills", 1, "trade")] == places(report, "SKILL.TRADE_UNLISTED")
    assert "warning" == level(report, "SKILL.TRADE_UNLISTED")


@pytest.mark.parametrize(
    ("main_grade", "stale", "typed"),
    [
        pytest.param("高级工", False, False, marks=ok("LYG-032", "LYG-060")),
        pytest.param("中级工", True, False, marks=not_ok("LYG-032")),
        pytest.param("技师", True, True, marks=not_ok("LYG-060")),
        ("", False, False),
    ],
)
def test_the_main_set_shows_the_latest_record(main_grade: str, stale: bool, typed: bool) -> None:  # noqa: FBT001  # expected
    """
    After saving, the main set is updated; a grade without a record was typed there.
    """
    report = checked(person={"main_grade": main_grade})

    assert stale is bool(found(report, "SKILL.SAVE_UPDATE"))
    assert typed is bool(found(report, "POST.SAME_RULES"))


def test_the_latest_record_is_the_latest_by_date() -> None:
    """
    Of certificates whose order the dates do not tell, the main set may show any, and nothing is suggested.
    """
    undated = [{**people.JUNIOR_SKILL, "obtained_on": ""}, people.SKILL]
    report = checked(person={"main_grade": "初级工"}, skills=undated)

    assert [] == found(checked(person={"main_grade": "中级工"}, skills=undated), "SKILL.SAVE_UPDATE")
    assert [None] == [item.suggestion for item in found(report, "SKILL.SAVE_UPDATE")]
    assert ["3"] == [item.suggestion for item in found(checked(person={"main_grade": "中级工"}), "SKILL.SAVE_UPDATE")]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(("2010-08-31", "2015-08-31"), [], marks=ok("LYG-033")),
        pytest.param(("2015-08-31", "2010-08-31"), [(*LAST, "obtained_on")], marks=not_ok("LYG-033")),
        (("2010-08-31", "2010-08-31"), [(*LAST, "obtained_on")]),
        (("2010", "2010-08-31"), []),
        (("", "2010-08-31"), []),
    ],
)
def test_grades_are_climbed_in_order(dates: tuple[str, str], expected: list[Any]) -> None:
    """
    The higher grade bears the later date; where the order is not sure nothing is said.
    """
    skills = [
        {**cells, "obtained_on": date} for cells, date in zip((people.JUNIOR_SKILL, people.SKILL), dates, strict=True)
    ]
    report = checked(skills=skills)

    assert expected == places(report, "SKILL.ORDER")
    assert level(report, "SKILL.ORDER") in {"", "warning"}


def test_cells_that_are_missing_leave_the_rules_silent() -> None:
    """
    Without grade, organ or date the rules that need them say nothing beside the empty cell.
    """
    report = checked(skills=[{"trade": "电工"}], person={"main_grade": ""})

    assert {"LYG.SKILL.NAME", "LYG.SKILL.ROUTE", "LYG.SKILL.APPROVER", "LYG.SKILL.DATE", "LYG.SKILL.NUMBER"} == {
        item.code for item in report.errors
    }


@ok("LYG-060")
def test_an_added_record_passes_all_six_items() -> None:
    """
    The new certificate is added by the rules of step 2, and the main set follows.
    """
    new = {
        "专业技术资格名称": "技师",
        "取得资格途径": "评审",
        "资格审批单位": "江苏省人社厅",
        "取得资格时间": "2018-11-30",
        "工种": "电工",
        "证书号码": "18110001",
    }
    before = people.worker()
    after = people.worker(person={"main_grade": "技师"}, skills=[*before["skills"], new])

    assert () == lianyungang.revise(before, after)
    assert () == lianyungang.check(after, on=ON.replace(year=2019)).findings


@not_ok("LYG-060")
def test_a_grade_typed_into_the_main_set_is_noticed() -> None:
    """
    The main set is raised without a record: told by `revise` as well.
    """
    after = people.worker(person={"main_grade": "技师"})

    assert ["LYG.POST.SAME_RULES"] == [item.code for item in lianyungang.revise(people.worker(), after)]
