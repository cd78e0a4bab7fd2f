"""
The person: start of professional work, the post, ages, what the identity number says.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.findings import Report
from credrules.systems import guangxi
from credrules.systems.guangxi.rules import ranks
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)


def check(**basic: object) -> Report[guangxi.PersonalRecord]:
    """
    Check the invented person with other cells of the first table.
    """
    return guangxi.check(person(basic=basic), on=ON)


def told(report: Report[guangxi.PersonalRecord], name: str) -> set[str]:
    """
    Return the codes at one field of the person.
    """
    return {item.code for item in report.findings if item.path == ("basic", name)}


@ok("GX-045")
def test_the_teacher_of_1993() -> None:
    """
    The document's example: who began to teach in July 1993 enters 1993-07.
    """
    report = check(prof_start="1993年7月")

    assert report.ok
    assert report.value is not None
    assert report.value.basic.prof_start is not None
    assert "1993-07" == report.value.basic.prof_start.isoformat()


@not_ok("GX-045")
@pytest.mark.parametrize("written", ["2012", 2012, "19", "19年", 19, 3, "2012年", "2093-07"])
def test_no_number_of_years_and_not_the_present_year(written: object) -> None:
    """
    The present year, a number of years (as text or as a number cell) or a day to come is no beginning.
    """
    assert "GX.FIELD.PROF_START" in {item.code for item in check(prof_start=written).errors}


def test_a_year_alone_is_kept_and_warned_of() -> None:
    """
    Old papers often tell no more than a year: kept, with a warning.
    """
    report = check(prof_start="1993")

    assert {"GX.F.DATE_COARSE"} == told(report, "prof_start")
    assert report.ok


@not_ok("GX-045")
@pytest.mark.parametrize(("name", "written"), [("prof_start", "1988-02"), ("work_start", "1986-02")])
def test_ages_are_plausible(name: str, written: str) -> None:
    """
    Born in March 1972: under fourteen at work or under sixteen in a profession is looked at.
    """
    report = check(**{name: written})

    assert "GX.F.AGE" in told(report, name)
    assert report.ok


@pytest.mark.parametrize(("name", "written"), [("prof_start", "1988-03"), ("work_start", "1986-03")])
def test_ages_that_may_be_reached_are_left_alone(name: str, written: str) -> None:
    """
    In the month of the birthday the age may be reached.
    """
    assert "GX.F.AGE" not in told(check(**{name: written}), name)


def test_the_age_comes_from_the_number_if_need_be() -> None:
    """
    Without a birth date the one in the identity number serves; a broken number says nothing.
    """
    assert "GX.F.AGE" in told(check(birth_date="", work_start="1985-02"), "work_start")
    assert set() == told(check(birth_date="", citizen_id="", work_start="1985-02"), "work_start")


@ok("GX-046")
def test_profession_after_work() -> None:
    """
    Work 1990-08, profession 1993-07.
    """
    assert set() == told(check(work_start="1990-08", prof_start="1993-07"), "prof_start")


@not_ok("GX-046")
def test_profession_before_work() -> None:
    """
    Work 1995-08, profession 1993-07: a warning.
    """
    report = check(work_start="1995-08", prof_start="1993-07")

    assert {"GX.FIELD.PROF_BEFORE_WORK"} == told(report, "prof_start")
    assert report.ok


@ok("GX-047")
def test_the_post_is_the_appointment() -> None:
    """
    Qualified 高级工程师, appointed 工程师: the post is 工程师.
    """
    data = person(
        basic={"current_post": "工程师", "appointed_post": "工程师"},
        titles=[{"title_name": "高级工程师", "title_level": "副高级", "title_series": "工程"}],
    )

    assert "GX.FIELD.CURRENT_POST" not in {item.code for item in guangxi.check(data, on=ON).findings}


@not_ok("GX-047")
def test_the_post_is_not_the_qualification() -> None:
    """
    高级工程师 although the appointment says 工程师 is an error; the appointment is suggested.
    """
    title = {"title_name": "高级工程师", "title_level": "副高级", "title_series": "工程"}
    data = person(basic={"current_post": "高级工程师", "appointed_post": "工程师"}, titles=[title])
    report = guangxi.check(data, on=ON)
    found = [item for item in report.errors if item.code == "GX.FIELD.CURRENT_POST"]

    assert [("basic", "current_post")] == [item.path for item in found]
    assert "GX.FIELD.CURRENT_POST" not in {item.code for item in report.repaired().findings}


@pytest.mark.parametrize(
    ("post", "appointed"), [("讲师", "高校讲师"), ("中学一级教师", "一级教师"), ("未聘任", "无"), ("某职", "某职")]
)
def test_a_post_written_shorter_is_the_same(post: str, appointed: str) -> None:
    """
    A name that several series share differs from none of them.
    """
    report = check(current_post=post, appointed_post=appointed)

    assert "GX.FIELD.CURRENT_POST" not in told(report, "current_post")


@ok("GX-048")
def test_who_is_not_appointed_says_so() -> None:
    """
    无 is an answer.
    """
    report = check(current_post="无")

    assert "GX.FIELD.CURRENT_POST_NONE" not in told(report, "current_post")
    assert report.ok


@not_ok("GX-048")
def test_an_empty_post_is_missing() -> None:
    """
    Empty is not 无.
    """
    assert {"GX.FIELD.CURRENT_POST_NONE"} == told(check(current_post=""), "current_post")


@ok("GX-049")
@pytest.mark.parametrize("post", ["工程师", "高级工程师", "无", "讲师"])
def test_posts_up_to_the_qualification(post: str) -> None:
    """
    With an associate senior title a post up to that level stands.
    """
    data = person(basic={"current_post": post}, titles=[{"title_name": "082", "title_level": "副高级"}])
    codes = {item.code for item in guangxi.check(data, on=ON).findings}

    assert "GX.FIELD.POST_ABOVE_QUALIFICATION" not in codes


@not_ok("GX-049")
def test_a_post_above_the_qualification() -> None:
    """
    An intermediate title and an associate senior post: a warning.
    """
    report = check(current_post="052")
    found = [item for item in report.findings if item.code == "GX.FIELD.POST_ABOVE_QUALIFICATION"]

    assert [(("basic", "current_post"), Severity.WARNING)] == [(item.path, item.severity) for item in found]


def test_ranks_are_generous_and_honest() -> None:
    """
    A group counts as its highest level; what has several levels or none has no rank.
    """
    title = guangxi.records.TitleCertificate

    assert 5 == ranks.of_title(title(title_level="410"))
    assert 3 == ranks.of_title(title(title_name="讲师"))
    assert None is ranks.of_title(title())
    assert None is ranks.of_post("没有这个职务")


def test_what_the_identity_number_says() -> None:
    """
    Birth date and sex are compared with the number; a month agrees with the day in it.
    """
    report = check(birth_date="1973-03-15", sex="女")

    assert {"GX.F.ID_MISMATCH"} == told(report, "birth_date") == told(report, "sex")
    assert {"GX.F.DATE_COARSE"} == told(check(birth_date="1972-03"), "birth_date")


@not_ok("GX-045")
@pytest.mark.parametrize(("written", "named"), [("19年", "1919"), ("93.07", "1993-07"), ("05年", "1905、2005")])
def test_no_future_date_is_offered_for_the_past(written: str, named: str) -> None:
    """
    A year of two digits is refused; of what it may mean the dates up to the day of the check are named.
    """
    (found,) = guangxi.check(person(basic={"prof_start": written}), on=ON).errors

    assert ("GX.FIELD.PROF_START", ("basic", "prof_start")) == (found.code, found.path)
    assert f"可能是：{named}，" in found.message("zh")
