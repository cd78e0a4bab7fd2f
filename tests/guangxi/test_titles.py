"""
How a title was obtained: mode and review body, examination level, health titles.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules import codes
from credrules.systems import guangxi
from credrules.systems.guangxi.rules.titles import route_of_body, route_of_mode
from credrules.testing._samples.guangxi import person
from credrules.values import Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)
NURSE: dict[str, Any] = {
    "title_series": "卫生",
    "title_level": "中级",
    "title_name": "主管护师",
    "title_major": "护理",
    "review_body": "某市卫生系列中级评审委员会",
    "acquire_mode": "晋升",
    "issued_on": "1998-12-30",
}
JUNIOR_NURSE: dict[str, Any] = {**NURSE, "title_level": "助理级", "title_name": "护师"}
BY_EXAM: dict[str, Any] = {"acquire_mode": "考试取得", "review_body": "中级考试取得"}


def told(switches: dict[str, Any] | None = None, **title: object) -> dict[str, Severity]:
    """
    Return code -> severity of what is found on the title, above INFO.
    """
    profile = guangxi.PROFILE.switch(**(switches or {}))
    data = person(basic={"current_post": "无"}, titles=[title])
    found = guangxi.check(data, on=ON, profile=profile).findings
    return {item.code: item.severity for item in found if item.severity is not Severity.INFO}


# The decision table GX-D3: route, mode, entry of the 评审会 list.
AGREEING = [
    ("晋升", "BOARD"),
    ("转评", "某系列中级评审委员会"),
    ("第二职称", "某系列中级评委会"),
    ("考试取得", "中级考试取得"),
    ("重新确认", "重新确认"),
    ("认定", "认定"),
]


@ok("GX-068", "GX-069", "GX-070")
@pytest.mark.parametrize(("mode", "body"), AGREEING)
def test_mode_and_body_of_one_route(mode: str, body: str) -> None:
    """
    Each mode stands with the body of its own route.
    """
    assert {} == told(acquire_mode=mode, review_body=body)


@not_ok("GX-070")
@pytest.mark.parametrize(
    ("mode", "body"),
    [
        (mode, body)
        for mode, own in AGREEING
        for _, body in AGREEING
        if route_of_body(codes.REVIEW_BODIES.check(body).value or body)
        != route_of_body(codes.REVIEW_BODIES.check(own).value or own)
    ],
)
def test_mode_and_body_of_two_routes(mode: str, body: str) -> None:
    """
    Every pair of two routes is refused, 晋升 with 中级考试取得 among them.
    """
    assert {"GX.TITLE.MODE_BODY": Severity.ERROR} == told(acquire_mode=mode, review_body=body)


@not_ok("GX-068")
def test_the_review_body_is_never_empty() -> None:
    """
    Without a committee one of the other entries is chosen; empty is an error.
    """
    assert {"GX.CODE.REVIEW_BODY": Severity.ERROR} == told(acquire_mode="认定", review_body="")


@not_ok("GX-068")
@pytest.mark.parametrize("written", ["无", "没有", "/", "无评审会", "没有评审委员会"])
def test_a_word_for_no_committee_is_no_entry(written: str) -> None:
    """
    A word for "none" is as good as empty.
    """
    assert {"GX.CODE.REVIEW_BODY": Severity.ERROR} == told(acquire_mode="认定", review_body=written)


@not_ok("GX-069")
def test_the_route_is_no_mode() -> None:
    """
    评审 is the name of a route and no value of 取得方式.
    """
    assert {"GX.CODE.ACQUIRE_VALUES": Severity.ERROR} == told(acquire_mode="评审")


@pytest.mark.parametrize(
    ("mode", "route", "found"),
    [
        ("第二职称", "评审", {}),
        ("晋升", "", {}),
        ("晋升", "考试", {"GX.TITLE.MODE_ROUTE": Severity.WARNING}),
        ("认定", "重新确认", {"GX.TITLE.MODE_ROUTE": Severity.WARNING}),
    ],
)
def test_the_mode_is_one_of_the_route(mode: str, route: str, found: dict[str, Severity]) -> None:
    """
    A mode leads to one route; another one stated beside it is looked at.
    """
    body = "认定" if mode == "认定" else "某系列中级评委会"

    assert found == told(acquire_mode=mode, review_body=body, route=route)


def test_modes_and_routes() -> None:
    """
    Six values lead to four routes.
    """
    modes = {entry.name: entry.attribute("route") for entry in codes.ACQUISITION_MODES}

    assert {
        "晋升": "REVIEW", "转评": "REVIEW", "第二职称": "REVIEW",
        "考试取得": "EXAM", "重新确认": "RECONFIRM", "认定": "RECOGNISE",
    } == modes  # fmt: skip
    assert None is route_of_mode(None)
    assert None is route_of_body(None)


@ok("GX-071")
@pytest.mark.parametrize(
    ("name", "level", "body"),
    [
        ("053", "中级", "中级考试取得"),
        ("054", "初级", "初级考试取得"),
        ("054", "助理级", "初级考试取得"),
        ("052", "副高级", "高级考试取得"),
    ],
)
def test_the_examination_entry_of_the_level(name: str, level: str, body: str) -> None:
    """
    The entry of the title's level, or of the group the level belongs to.
    """
    assert {} == told(title_name=name, title_level=level, acquire_mode="考试取得", review_body=body)


@not_ok("GX-071")
def test_the_examination_entry_of_another_level() -> None:
    """
    A junior title with 中级考试取得.
    """
    found = told(title_name="054", title_level="初级", acquire_mode="考试取得", review_body="中级考试取得")

    assert {"GX.TITLE.EXAM_LEVEL": Severity.ERROR} == found


def test_the_level_comes_from_the_name_if_need_be() -> None:
    """
    Without a level the name's own level is compared.
    """
    found = told(title_name="054", title_level="", acquire_mode="考试取得", review_body="中级考试取得")

    assert {"GX.TITLE.EXAM_LEVEL", "GX.REQ.MANDATORY"} == set(found)


def test_a_committee_of_another_level() -> None:
    """
    A listed committee for associate senior titles does not review intermediate ones: a warning.
    """
    assert {"GX.TITLE.BODY_LEVEL": Severity.WARNING} == told(review_body="BOARD-02")


@ok("GX-072")
def test_a_health_title_of_1998_was_reviewed() -> None:
    """
    主管护师 1998, 晋升, a committee.
    """
    assert {} == told(**NURSE)


@not_ok("GX-072")
def test_a_health_title_of_1998_was_not_examined() -> None:
    """
    主管护师 1998, 考试取得.
    """
    assert {"GX.TITLE.HEALTH_REVIEW": Severity.ERROR} == told(**{**NURSE, **BY_EXAM})


@ok("GX-073")
def test_a_health_title_of_2005_was_examined() -> None:
    """
    护师 2005, 考试取得, 初级考试取得.
    """
    given = {"issued_on": "2005-05-20", "acquire_mode": "考试取得", "review_body": "初级考试取得"}

    assert {} == told(**{**JUNIOR_NURSE, **given})


@not_ok("GX-073")
def test_a_health_title_of_2005_was_not_reviewed() -> None:
    """
    护师 2005, 晋升.
    """
    assert {"GX.TITLE.HEALTH_EXAM": Severity.ERROR} == told(**{**JUNIOR_NURSE, "issued_on": "2005-05-20"})


@not_ok("GX-073")
def test_the_committee_tells_the_route_where_the_mode_does_not() -> None:
    """
    护师 2005 with a committee and without a mode was reviewed.
    """
    found = told(**{**JUNIOR_NURSE, "issued_on": "2005-05-20", "acquire_mode": ""})

    assert {"GX.REQ.MANDATORY": Severity.ERROR, "GX.TITLE.HEALTH_EXAM": Severity.ERROR} == found


@ok("GX-074")
@pytest.mark.parametrize(
    ("issued", "given"), [("2001-12-01", BY_EXAM), ("2000-12-01", {}), ("2002-12-01", BY_EXAM), ("1999-12-01", {})]
)
def test_the_inclusive_reading(issued: str, given: dict[str, Any]) -> None:
    """
    Review up to 2000 and examination from 2001 on give nothing.
    """
    assert {} == told(**{**NURSE, **given, "issued_on": issued})


@not_ok("GX-074")
@pytest.mark.parametrize(("issued", "given"), [("2001-12-01", {}), ("2000-12-01", BY_EXAM)])
def test_the_boundary_years_are_looked_at(issued: str, given: dict[str, Any]) -> None:
    """
    In 2000 and 2001 the other route is a warning; a strict profile refuses it.
    """
    title = {**NURSE, **given, "issued_on": issued}
    strict = "GX.TITLE.HEALTH_EXAM" if issued.startswith("2001") else "GX.TITLE.HEALTH_REVIEW"

    assert {"GX.TITLE.HEALTH_BOUNDARY": Severity.WARNING} == told(**title)
    assert {strict: Severity.ERROR} == told({"health_boundary": "strict"}, **title)


@not_ok("GX-074")
@pytest.mark.parametrize(
    ("name", "major", "found"),
    [
        ("主治医师", "中医内科", {"GX.TITLE.HEALTH_BOUNDARY": Severity.WARNING}),
        ("主管药师", "中药学", {"GX.TITLE.HEALTH_BOUNDARY": Severity.WARNING}),
        ("主管护师", "护理", {"GX.TITLE.HEALTH_EXAM": Severity.ERROR}),
    ],
)
def test_chinese_medicine_followed_in_2002(name: str, major: str, found: dict[str, Severity]) -> None:
    """
    A review of 2002 is genuine in Chinese medicine, and only there.
    """
    assert found == told(**{**NURSE, "title_name": name, "title_major": major, "issued_on": "2002-06-01"})


def test_the_printed_name_tells_chinese_medicine_too() -> None:
    """
    主管中药师 is coded 主管药师; the name as printed keeps the difference.
    """
    title = {
        **NURSE,
        "title_name": "主管中药师",
        "printed_name": "主管中药师",
        "title_major": "",
        "issued_on": "2002-06-01",
    }

    assert {"GX.TITLE.HEALTH_BOUNDARY": Severity.WARNING} == told(**title)


@ok("GX-075")
@pytest.mark.parametrize(("name", "level"), [("副主任医师", "副高级"), ("主任医师", "正高级")])
def test_senior_health_titles_are_reviewed_still(name: str, level: str) -> None:
    """
    副主任医师 2005, 晋升.
    """
    given = {"title_name": name, "title_level": level, "issued_on": "2005-05-20", "review_body": "某系列高级评委会"}

    assert {} == told(**{**NURSE, **given})


@not_ok("GX-075")
def test_senior_health_titles_are_not_forced_to_the_examination() -> None:
    """
    The boundary rule asks nothing of senior titles, in no year and under no reading.
    """
    for year in (1998, 2000, 2001, 2002, 2005):
        given = {"title_name": "副主任医师", "title_level": "副高级", "issued_on": f"{year}-05-20"}
        found = told({"health_boundary": "strict"}, **{**NURSE, **given, "review_body": "某系列高级评委会"})

        assert {} == found, year


@pytest.mark.parametrize(
    "given", [{"acquire_mode": "认定", "review_body": "认定"}, {"acquire_mode": "重新确认", "review_body": "重新确认"}]
)
def test_the_boundary_asks_reviewed_and_examined_titles_only(given: dict[str, Any]) -> None:
    """
    Recognised and re-confirmed health titles stand in every year.
    """
    assert {} == told(**{**NURSE, **given, "issued_on": "2005-05-20"})


def test_other_series_know_no_boundary() -> None:
    """
    A teacher's title of 2005 by review, whatever stands in the mode.
    """
    assert {} == told(issued_on="2005-05-20")


@ok("GX-156")
def test_the_examination_entry_is_found_by_code() -> None:
    """
    The entry of a level is a code; its name leads to it.
    """
    assert "EXAM-420" == codes.REVIEW_BODIES.check("中级考试取得").value
    assert {} == told(acquire_mode="考试取得", review_body="EXAM-420")


@not_ok("GX-156")
@pytest.mark.parametrize("written", ["XX考试取得", "卫生考试取得", "护理考试取得"])
def test_the_letters_xx_are_a_pattern(written: str) -> None:
    """
    The pattern itself, or its words with a field, is told with the code of the title's level.
    """
    data = person(titles=[{"acquire_mode": "考试取得", "review_body": written}])
    report = guangxi.check(data, on=ON)
    found = [item for item in report.findings if item.code == "GX.TITLE.LITERAL_PATTERN"]

    assert [("EXAM-420", Severity.INFO)] == [(item.suggestion, item.severity) for item in found]
    assert report.ok
    assert "GX.TITLE.LITERAL_PATTERN" not in {item.code for item in report.repaired().findings}


def test_a_pattern_without_a_level_suggests_nothing() -> None:
    """
    Where the level is not known no entry is chosen.
    """
    report = guangxi.check({"titles": [{"review_body": "XX考试取得"}]}, on=ON)
    found = [item for item in report.findings if item.code == "GX.TITLE.LITERAL_PATTERN"]

    assert [None] == [item.suggestion for item in found]


def test_level_and_series_are_those_of_the_name() -> None:
    """
    A level or series the name cannot have is refused; which of the two is wrong is not guessed.
    """
    report = guangxi.check(person(titles=[{"title_level": "副高级", "title_series": "工程"}]), on=ON)
    found = {item.code: (item.path[-1], item.suggestion) for item in report.errors}

    assert {"GX.F.TITLE_LEVEL": ("title_level", None), "GX.F.SERIES": ("title_series", None)} == found


def test_the_series_singles_out_a_shared_name() -> None:
    """
    讲师 is read with its series or its level beside it; without them, or against them, it stays a name.
    """
    names = [
        guangxi.structure({"titles": [title]}).titles[0].title_name
        for title in (
            {"title_name": "讲师", "title_series": "高校教师"},
            {"title_name": "讲师"},
            {"title_name": "讲师", "title_series": "工程"},
            {"title_name": "高级教师", "title_level": "中级"},
        )
    ]

    assert ["013", "讲师", "讲师", "413"] == names


@ok("GX-074")
@pytest.mark.parametrize("name", ["主治中医师", "主管中药师"])
def test_chinese_medicine_of_2002(name: str) -> None:
    """
    Chinese medicine was examined from 2002 on: a title reviewed in 2002 is warned of, in 2003 refused.
    """

    def found(year: int) -> set[str]:
        title = {"title_name": name, "title_series": "卫生", "issued_on": f"{year}-12", "acquire_mode": "晋升"}
        report = guangxi.check({"titles": [title]}, on=ON)
        return {item.code for item in report.findings if item.code.startswith("GX.TITLE.HEALTH")}

    assert {"GX.TITLE.HEALTH_BOUNDARY"} == found(2002) == found(2001)
    assert {"GX.TITLE.HEALTH_EXAM"} == found(2003)


@pytest.mark.parametrize("name", ["主治中医师", "主管中药师"])
def test_the_printed_name_is_kept(name: str) -> None:
    """
    主治中医师 stays as printed, in the record and in its plain data; level and series are those of its title.
    """
    data = {"titles": [{"title_name": name, "title_series": "卫生", "title_level": "中级"}]}
    record = guangxi.structure(data)

    assert name == record.titles[0].title_name
    assert record == guangxi.structure(guangxi.unstructure(record))
    assert guangxi.check(record, on=ON).errors == guangxi.check(data, on=ON).errors
    assert {"GX.F.SERIES", "GX.F.TITLE_LEVEL", "GX.CODE.CERT_NAME", "CODE.ASSUMED"}.isdisjoint(
        item.code for item in guangxi.check(data, on=ON).findings
    )


@ok("GX-072", "GX-073")
@pytest.mark.parametrize(("year", "mode"), [(1998, "重新确认"), (1998, "认定"), (2005, "重新确认"), (2005, "认定")])
def test_other_routes_are_no_wrong_route(year: int, mode: str) -> None:
    """
    重新确认 and 认定 are two of the four ways of the same answer: the boundary does not touch them.
    """
    title = {"title_name": "主管护师", "issued_on": f"{year}-05", "acquire_mode": mode, "review_body": mode}
    report = guangxi.check({"titles": [title]}, on=ON)

    assert [] == [item.code for item in report.findings if item.code.startswith("GX.TITLE.")]


@not_ok("GX-072", "GX-073", "GX-074")
def test_the_mode_is_the_cell_at_fault() -> None:
    """
    A health title of the wrong route is told at 取得方式, the cell that says so.
    """
    early = {"title_name": "主管护师", "issued_on": "1998-05", "acquire_mode": "考试取得"}
    late = {"title_name": "护师", "issued_on": "2005-05", "acquire_mode": "晋升"}
    between = {"title_name": "护师", "issued_on": "2001-05", "acquire_mode": "晋升"}
    found = [
        (item.code, item.path)
        for item in guangxi.check({"titles": [early, late, between]}, on=ON).findings
        if item.code.startswith("GX.TITLE.HEALTH")
    ]

    assert [
        ("GX.TITLE.HEALTH_REVIEW", ("titles", 0, "acquire_mode")),
        ("GX.TITLE.HEALTH_EXAM", ("titles", 1, "acquire_mode")),
        ("GX.TITLE.HEALTH_BOUNDARY", ("titles", 2, "acquire_mode")),
    ] == found


@not_ok("GX-070")
def test_the_review_body_is_the_cell_to_be_picked_anew() -> None:
    """
    Where mode and review body disagree, the entry of the list is told, since the mode is printed on the certificate.
    """
    title = {"acquire_mode": "晋升", "review_body": "中级考试取得"}
    found = [item for item in guangxi.check({"titles": [title]}, on=ON).findings if item.code == "GX.TITLE.MODE_BODY"]

    assert [("titles", 0, "review_body")] == [item.path for item in found]


@ok("GX-068")
@pytest.mark.parametrize(
    ("name", "route"), [("中级考试取得", "EXAM"), ("重新确认", "RECONFIRM"), ("认定", "RECOGNISE")]
)
def test_routes_without_a_committee_have_entries(name: str, route: str) -> None:
    """
    评审会 lists entries for examination, re-confirmation and recognition beside the committees.
    """
    (entry,) = codes.REVIEW_BODIES.find(name)

    assert route == entry.attribute("route")
