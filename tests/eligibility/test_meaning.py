"""
What rows mean, by hand: cut-offs, conventions, exceptions, floors, weak rows, each with the row it speaks of.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules import hours
from credrules.eligibility import Eligibility, Kind, assess, requirements
from credrules.findings import Decision

IN, OUT, REVIEW = "IN", "OUT", "REVIEW"
ALL = {"*": True}
NOBODY: dict[str, Any] = {
    "education": [],
    "degrees": [],
    "titles": [],
    "grades": [],
    "licences": [],
    "conditions": ALL,
}


def _ask(where: str, scheme: str, target: object, on: str, **facts: Any) -> Eligibility:  # noqa: ANN401  # facts
    who = {**NOBODY, **facts}
    return assess(who, target=target, on=dt.date.fromisoformat(on), jurisdiction=where, scheme=scheme)


def _school(level: str, day: str = "2000-07-01", **more: object) -> list[dict[str, object]]:
    return [{"level": level, "graduated_on": day, **more}]


def _title(level: str, **more: object) -> list[dict[str, object]]:
    return [{"level": level, **more}]


def _grade(grade: str, day: str, **more: object) -> list[dict[str, object]]:
    return [{"grade": grade, "obtained_on": day, **more}]


GOOD = dict.fromkeys(range(2008, 2026), "合格")
GD = ("CN-GD", "ENGINEERING", "高级工程师")
JS = ("CN-JS", "WORKER_GRADES")
BACHELOR = {"education": _school("本科")}


def _reviewed(**title: object) -> dict[str, Any]:
    return {**BACHELOR, "titles": _title("工程师", **title)}


JS_MIDDLE = {
    "education": _school("初中"),
    "grades": _grade("初级工", "2015-06-01"),
    "work_started_on": "2008-01-01",
    "assessments": GOOD,
}
JS_SENIOR = {"grades": _grade("高级工", "2016-12-31"), "assessments": GOOD}
CLERK = {"education": _school("本科"), "specialty_started_on": "2017-12-31"}
DOCTOR = {"education": _school("博士研究生", "2024-06-30", full_time=True)}
PHYSICIAN = {"name": "执业医师", "registered_on": "2023-12-31"}
RESIDENT = {"name": "住院医师规范化培训合格证书", "registered_on": "2023-08-01"}

CASES: list[tuple[str, tuple[str, str, object], str, dict[str, Any], str, str]] = [
    # Guangdong counts titles to the end of the year: who was reviewed in 2022 has five years at the end of 2027.
    ("EL-161 met", GD, "2027-01-01", _reviewed(review_year=2022), IN, "EL-244"),
    ("EL-161 a year before", GD, "2026-12-31", _reviewed(review_year=2022), OUT, ""),
    (
        "EL-161 the day alone leaves the review year open",
        GD,
        "2026-06-01",
        _reviewed(route="评审", obtained_on="2022-05-01"),
        REVIEW,
        "",
    ),
    ("EL-161 no route is said", GD, "2026-06-01", _reviewed(obtained_on="2022-05-01"), REVIEW, ""),
    ("EL-161 nothing is said", GD, "2026-06-01", _reviewed(), REVIEW, ""),
    ("EL-162 met", GD, "2024-01-01", _reviewed(review_year="2020年度"), IN, "EL-244"),
    ("EL-162 a year before", GD, "2023-12-31", _reviewed(review_year=2020), OUT, ""),
    ("EL-163 recognised", GD, "2024-01-01", _reviewed(route="认定", obtained_on="2019-12-31"), IN, "EL-244"),
    ("EL-164 passed an examination", GD, "2027-01-01", _reviewed(route="考试", obtained_on="2022-11-30"), IN, "EL-244"),
    (
        "EL-164 recognised on New Year's Day",
        GD,
        "2026-12-31",
        _reviewed(route="认定", obtained_on="2022-01-01"),
        REVIEW,
        "",
    ),
    (
        "EL-244 the year applied for is stated",
        GD,
        "2027-02-01",
        {**_reviewed(review_year=2022), "application_year": 2026},
        OUT,
        "",
    ),
    ("EL-244 in Guangzhou", ("广州市", "工程", "副高"), "2027-02-01", _reviewed(review_year=2022), IN, "EL-244"),
    ("EL-244 not surely in force in 2020", GD, "2020-06-01", _reviewed(obtained_on="2010-01-01"), REVIEW, ""),
    (
        "EL-242 a master's degree that may be professional",
        ("CN-GD", "05", "工程师"),
        "2024-06-01",
        {"degrees": [{"degree": "硕士"}], "titles": _title("助理级", route="考试", obtained_on="2023-03-01")},
        REVIEW,
        "",
    ),
    (
        "EL-242 a master of engineering",
        ("CN-GD", "05", "工程师"),
        "2024-06-01",
        {"degrees": [{"degree": "工程硕士"}], "titles": _title("助理级", route="考试", obtained_on="2023-03-01")},
        IN,
        "EL-242",
    ),
    (
        "EL-242 a master of science",
        ("CN-GD", "05", "工程师"),
        "2024-06-01",
        {"degrees": [{"degree": "理学硕士"}], "titles": _title("助理级", route="考试", obtained_on="2023-03-01")},
        OUT,
        "",
    ),
    (
        "EL-246 a weak row for a graduate class",
        ("CN-GD", "05", "工程师"),
        "2024-06-01",
        {"education": _school("研究生班"), "titles": _title("助理级", route="考试", obtained_on="2022-03-01")},
        REVIEW,
        "",
    ),
    (
        "EL-238 half a year",
        ("CN-GD", "05", "工程师"),
        "2024-12-30",
        {**DOCTOR, "specialty_started_on": "2024-07-01"},
        OUT,
        "",
    ),
    (
        "EL-238 half a year done",
        ("CN-GD", "05", "工程师"),
        "2025-01-01",
        {**DOCTOR, "specialty_started_on": "2024-07-01"},
        IN,
        "EL-238",
    ),
    # National rules: the country, a floor in a province, a national examination.
    ("EL-062 the country", ("CN", "工程系列", "中级"), "2024-06-30", DOCTOR, IN, "EL-062"),
    ("EL-062 a floor", ("广西", "工程系列", "中级"), "2024-06-30", DOCTOR, REVIEW, ""),
    (
        "EL-064 a floor refuses",
        ("广西", "工程系列", "中级"),
        "2024-06-30",
        {**BACHELOR, "titles": _title("助理级", obtained_on="2020-07-01")},
        OUT,
        "",
    ),
    ("EL-062 before the degree", ("CN", "工程系列", "中级"), "2024-06-29", DOCTOR, OUT, ""),
    ("EL-075 an examination", ("广西", "会计", "中级"), "2021-01-01", CLERK, IN, "EL-075"),
    (
        "EL-078 review is a floor",
        ("广西", "会计", "高级会计师"),
        "2024-01-01",
        {**BACHELOR, "titles": _title("会计师", obtained_on="2015-01-01")},
        REVIEW,
        "",
    ),
    (
        "EL-081 accounting counts for economics",
        ("广西", "经济", "高级经济师"),
        "2024-01-01",
        {**BACHELOR, "titles": _title("会计师", obtained_on="2015-01-01")},
        IN,
        "EL-081",
    ),
    (
        "EL-081 engineering does not",
        ("广西", "经济", "高级经济师"),
        "2024-01-01",
        {**BACHELOR, "titles": _title("工程师", obtained_on="2015-01-01")},
        OUT,
        "",
    ),
    (
        "EL-081 a series nobody reads",
        ("CN", "经济", "高级经济师"),
        "2024-01-01",
        {**BACHELOR, "titles": _title("中级", series="某系列", obtained_on="2015-01-01")},
        REVIEW,
        "",
    ),
    (
        "EL-081 the series is said",
        ("CN", "经济", "高级经济师"),
        "2024-01-01",
        {**BACHELOR, "titles": _title("中级", series="统计", obtained_on="2015-01-01")},
        IN,
        "EL-081",
    ),
    (
        "EL-203 a weak row for a graduate class",
        ("CN", "经济", "中级"),
        "2024-01-01",
        {"education": _school("研究生班"), "specialty_started_on": "2023-01-01"},
        REVIEW,
        "",
    ),
    (
        "EL-203 is not for a bachelor",
        ("CN", "经济", "中级"),
        "2024-01-01",
        {**BACHELOR, "specialty_started_on": "2023-01-01"},
        OUT,
        "",
    ),
    (
        "EL-206 a qualification",
        ("CN", "经济", "经济师"),
        "2024-01-01",
        {"licences": [{"name": "房地产估价师"}]},
        IN,
        "EL-206",
    ),
    (
        "EL-207 only with the years",
        ("CN", "经济", "经济师"),
        "2020-01-01",
        {**CLERK, "specialty_started_on": "2016-01-01", "licences": ["税务师"]},
        IN,
        "EL-202",
    ),
    (
        "EL-181 the licence counts as the title",
        ("CN", "农业", "助理兽医师"),
        "2024-01-01",
        {"licences": ["执业兽医资格证书"]},
        IN,
        "EL-181",
    ),
    (
        "EL-181 is for veterinarians",
        ("CN", "农业", "助理农艺师"),
        "2024-01-01",
        {"licences": ["执业兽医资格证书"]},
        OUT,
        "",
    ),
    (
        "EL-186 weak rows only",
        ("CN", "农业", "副高级"),
        "2024-01-01",
        {**DOCTOR, "titles": _title("农艺师", obtained_on="2010-01-01")},
        REVIEW,
        "",
    ),
    ("EL-122 retired", ("CN", "工程系列", "中级"), "2024-07-01", {**DOCTOR, "retired_on": "2024-06-30"}, OUT, ""),
    (
        "EL-122 retires in the month",
        ("CN", "工程系列", "中级"),
        "2024-07-15",
        {**DOCTOR, "retired_on": "2024-07"},
        REVIEW,
        "",
    ),
    (
        "EL-122 not before the order",
        ("CN", "工程系列", "中级"),
        "2019-08-31",
        {"education": _school("博士"), "retired_on": "2019-01-01"},
        IN,
        "EL-062",
    ),
    (
        "EL-122 examinations are open",
        ("CN", "会计", "中级"),
        "2021-01-01",
        {**CLERK, "retired_on": "2020-06-30"},
        IN,
        "EL-075",
    ),
    (
        "EL-277 retired within the year",
        ("广西", "工程系列", "中级"),
        "2019-12-01",
        {"education": _school("博士"), "retired_on": "2019-06-30"},
        REVIEW,
        "",
    ),
    (
        "EL-277 retired before the year",
        ("广西", "工程系列", "中级"),
        "2019-12-01",
        {"education": _school("博士"), "retired_on": "2018-12-31"},
        OUT,
        "",
    ),
    (
        "EL-277 a civil servant",
        ("广西", "工程系列", "中级"),
        "2019-12-01",
        {"education": _school("博士"), "position_level": "县处级副职"},
        OUT,
        "",
    ),
    (
        "EL-277 a civil servant, in a series without rules",
        ("广西", "卫生", "副高级"),
        "2019-12-01",
        {"position_level": "131"},
        OUT,
        "",
    ),
    (
        "EL-277 nobody else is refused there",
        ("广西", "卫生", "副高级"),
        "2019-12-01",
        {"position_level": "412"},
        REVIEW,
        "",
    ),
    ("EL-277 is of 2019", ("广西", "卫生", "副高级"), "2020-12-01", {"position_level": "131"}, REVIEW, ""),
    (
        "EL-122 retired, in a series without rules",
        ("四川", "艺术", "中级"),
        "2024-12-01",
        {"retired_on": "2020"},
        OUT,
        "",
    ),
    ("EL-122 retirees may be recognised", ("四川", "初定", "中级"), "2024-12-01", {"retired_on": "2020"}, REVIEW, ""),
    (
        "EL-070 a technician's class",
        ("CN", "工程系列", "技术员"),
        "2024-01-01",
        {"education": [{"skilled_class": "预备技师班"}]},
        IN,
        "EL-174",
    ),
    (
        "EL-070 elsewhere nobody says so",
        ("CN", "会计", "中级"),
        "2024-01-01",
        {"education": [{"level": "技校", "skilled_class": "高级工班"}], "specialty_started_on": "2000-01-01"},
        REVIEW,
        "",
    ),
    # Exceptions: the ground is stated by the row's id, or is open.
    (
        "EL-068 no ground",
        ("CN", "工程系列", "副高"),
        "2024-01-01",
        {**_reviewed(obtained_on="2020-01-01"), "conditions": {"*": True, "EL-068": False}},
        OUT,
        "",
    ),
    (
        "EL-068 nothing is said",
        ("CN", "工程系列", "副高"),
        "2024-01-01",
        _reviewed(obtained_on="2020-01-01"),
        REVIEW,
        "",
    ),
    (
        "EL-068 the details are set locally",
        ("CN", "工程系列", "副高"),
        "2024-01-01",
        {**_reviewed(obtained_on="2020-01-01"), "conditions": {"*": True, "EL-068": True}},
        REVIEW,
        "",
    ),
    (
        "EL-034 the ground alone",
        ("重庆", "WORKER_GRADES", 3),
        "2024-01-01",
        {"conditions": {"EL-034": True}},
        IN,
        "EL-034",
    ),
    (
        "EL-018 the ground",
        (*JS, "高级技师"),
        "2007-06-01",
        {"grades": _grade("技师", "2007-01-01"), "conditions": {"EL-018": True}},
        IN,
        "EL-018",
    ),
    ("EL-018 * is no ground", (*JS, "高级技师"), "2007-06-01", {"grades": _grade("技师", "2007-01-01")}, REVIEW, ""),
    (
        "EL-017 at 46",
        (*JS, "高级技师"),
        "2007-06-01",
        {
            "grades": _grade("技师", "2004-01-01"),
            "birth_date": "1961-06-01",
            "specialty_started_on": "1980-01",
            "conditions": {"EL-017": True},
        },
        IN,
        "EL-017",
    ),
    (
        "EL-041 five years less",
        ("陕西", "WORKER_GRADES", "技师"),
        "2015-06-01",
        {
            "education": _school("初中"),
            "grades": _grade("高级工", "2015-01-01"),
            "assessments": GOOD,
            "conditions": {"EL-041": True},
        },
        IN,
        "EL-041.5",
    ),
    (
        "EL-249 a doctor",
        ("广东", "GENERAL", "副高级"),
        "2024-07-01",
        {**DOCTOR, "conditions": {"*": True, "EL-249": True}},
        IN,
        "EL-249",
    ),
    ("EL-249 refuses nobody else", ("广东", "GENERAL", "副高级"), "2024-07-01", BACHELOR, REVIEW, ""),
    (
        "EL-054 a discharged soldier",
        ("德阳市", "WORKER_GRADES", "高级工"),
        "2021-05-01",
        {"work_started_on": "2001-05-01", "special_case": "退役军人"},
        IN,
        "EL-054",
    ),
    (
        "EL-054 says nothing of others",
        ("德阳市", "WORKER_GRADES", "高级工"),
        "2021-05-01",
        {"work_started_on": "2001-05-01", "special_case": "无"},
        REVIEW,
        "",
    ),
    ("EL-023 no rule is known", (*JS, "高级工"), "2020-05-01", {"special_case": "退伍兵初定"}, REVIEW, ""),
    # Workers' grades in Jiangsu.
    ("EL-003 five full years", ("连云港", "机关事业单位工人技术等级", "中级工"), "2020-06-01", JS_MIDDLE, IN, "EL-003"),
    ("EL-003 a day before", ("320700", "WORKER_GRADES", "四级"), "2020-05-31", JS_MIDDLE, OUT, ""),
    (
        "EL-003 assessments are not answered by *",
        (*JS, "中级工"),
        "2020-06-01",
        {key: cell for key, cell in JS_MIDDLE.items() if key != "assessments"},
        REVIEW,
        "",
    ),
    (
        "EL-003 one assessment is not known",
        (*JS, "中级工"),
        "2020-06-01",
        {**JS_MIDDLE, "assessments": {"2019": "称职", 2018: "优秀"}},
        REVIEW,
        "",
    ),
    (
        "EL-003 one assessment was not passed",
        (*JS, "中级工"),
        "2020-06-01",
        {**JS_MIDDLE, "assessments": {**GOOD, "2017年": "基本合格"}},
        OUT,
        "",
    ),
    (
        "EL-003 another trade",
        (*JS, "中级工"),
        "2020-06-01",
        {**JS_MIDDLE, "trade": "汽车修理", "grades": _grade("初级工", "2015-06-01", trade="烹饪")},
        OUT,
        "",
    ),
    ("EL-005 达5年 counts calendar years", (*JS, "技师"), "2020-06-01", JS_SENIOR, REVIEW, ""),
    (
        "EL-005 the years fall short",
        (*JS, "技师"),
        "2020-06-01",
        {**JS_SENIOR, "grades": _grade("高级工", "2017-01-01")},
        OUT,
        "",
    ),
    (
        "EL-011 the years are not known",
        (*JS, "技师"),
        "2026-06-01",
        {"grades": _grade("高级工", "2000"), "assessments": GOOD},
        REVIEW,
        "",
    ),
    ("EL-011 no lower grade", (*JS, "技师"), "2026-06-01", {}, OUT, ""),
    ("EL-001 nothing is known", (*JS, "技师"), "2018-05-01", {}, REVIEW, ""),
    (
        "EL-012 five years since 2015",
        (*JS, "高级技师"),
        "2016-06-01",
        {"grades": _grade("技师", "2011-06-02")},
        OUT,
        "",
    ),
    ("EL-012 three until 2014", (*JS, "高级技师"), "2014-06-01", {"grades": _grade("技师", "2011-06-01")}, REVIEW, ""),
    (
        "EL-013 another trade, but EL-012 is open",
        (*JS, "高级技师"),
        "2007-06-01",
        {
            "grades": _grade("技师", "2000-01-01"),
            "trade": "木工",
            "conditions": {"*": True, **{f"EL-0{n}": False for n in range(14, 22)}},
        },
        REVIEW,
        "",
    ),
    (
        "EL-037 under 35 without upper secondary",
        ("青岛", "WORKER_GRADES", "中级工"),
        "2020-06-01",
        {
            "education": _school("初中"),
            "grades": _grade("初级工", "2000"),
            "work_started_on": "1990",
            "specialty_started_on": "1990",
            "birth_date": "1985-06-02",
        },
        OUT,
        "",
    ),
    (
        "EL-037 at 35 the years in the grade are not known",
        ("青岛", "WORKER_GRADES", "中级工"),
        "2020-06-01",
        {
            "education": _school("初中"),
            "grades": _grade("初级工", "2000"),
            "work_started_on": "1990",
            "specialty_started_on": "1990",
            "birth_date": "1985-06-01",
        },
        REVIEW,
        "",
    ),
    (
        "EL-026 a post counts from the appointment",
        ("CN", "工勤技能岗位", "一级"),
        "2024-06-01",
        {"grades": [{"grade": "技师", "obtained_on": "2010", "appointed_on": "2019-06-01"}]},
        IN,
        "EL-026",
    ),
    (
        "EL-026 the appointment is not said",
        ("CN", "工勤技能岗位", "一级"),
        "2024-06-01",
        {"grades": _grade("技师", "2010")},
        REVIEW,
        "",
    ),
    (
        "EL-026 appointed, obtained is not said",
        ("CN-CQ", "WORKER_GRADES", "中级工"),
        "2024-06-01",
        {"work_started_on": "2000", "grades": [{"grade": "初级工", "appointed_on": "2015"}]},
        IN,
        "EL-033",
    ),
    (
        "EL-033 a higher grade holds the lower",
        ("CN-CQ", "WORKER_GRADES", "中级工"),
        "2024-06-01",
        {"work_started_on": "2000", "grades": _grade("特级技师", "2015")},
        IN,
        "EL-033",
    ),
    (
        "EL-033 an apprentice holds none",
        ("CN-CQ", "WORKER_GRADES", "中级工"),
        "2024-06-01",
        {"work_started_on": "2000", "grades": _grade("学徒工", "2015")},
        OUT,
        "",
    ),
    (
        "EL-119 workers' grades for titles",
        ("CN", "技能人才贯通", "助理工程师"),
        "2024-06-01",
        {"grades": _grade("高级工", "2022-06-01")},
        IN,
        "EL-119",
    ),
    (
        "EL-119 a day before, an engineer",
        ("CN", "技能人才贯通", "助理工程师"),
        "2024-05-31",
        {"grades": _grade("高级工", "2022-06-01")},
        OUT,
        "",
    ),
    (
        "EL-274 a weak row for other titles",
        ("CN", "技能人才贯通", "助理级"),
        "2024-05-31",
        {"grades": _grade("高级工", "2022-06-01")},
        REVIEW,
        "",
    ),
    # Examinations in health count to the end of the year before.
    (
        "EL-106 to the end of the year before",
        ("CN-GX", "HEALTH_EXAM", "主管护师"),
        "2020-05-01",
        {**BACHELOR, "titles": _title("护师", obtained_on="2015-12-31")},
        IN,
        "EL-106",
    ),
    (
        "EL-106 whether the last day counts as done is not said",
        ("CN-GX", "HEALTH_EXAM", "主管护师"),
        "2020-05-01",
        {**BACHELOR, "titles": _title("护师", obtained_on="2016-01-01")},
        REVIEW,
        "",
    ),
    (
        "EL-106 a day short",
        ("CN-GX", "HEALTH_EXAM", "主管护师"),
        "2020-12-31",
        {**BACHELOR, "titles": _title("护师", obtained_on="2016-01-02")},
        OUT,
        "",
    ),
    (
        "EL-106 no rule since 2022",
        ("CN-GX", "HEALTH_EXAM", "主管护师"),
        "2023-05-01",
        {**BACHELOR, "titles": _title("护师", obtained_on="2016-01-02")},
        REVIEW,
        "",
    ),
    (
        "EL-115 registered two years",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {**BACHELOR, "licences": [PHYSICIAN]},
        OUT,
        "",
    ),
    (
        "EL-116 with the residency",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {**BACHELOR, "licences": [PHYSICIAN, RESIDENT]},
        IN,
        "EL-116",
    ),
    (
        "EL-116 residency after registration leaves it open",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {**BACHELOR, "licences": [PHYSICIAN, {**RESIDENT, "registered_on": "2024-08-01"}]},
        REVIEW,
        "",
    ),
    (
        "EL-116 licences are not said",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {**BACHELOR, "licences": None},
        REVIEW,
        "",
    ),
    (
        "EL-118 a doctor with the residency",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {**DOCTOR, "licences": [{"name": "执业医师"}, RESIDENT]},
        IN,
        "EL-118",
    ),
    (
        "EL-113 an assistant physician",
        ("CN", "HEALTH_EXAM", "主治医师"),
        "2026-05-01",
        {"education": _school("中专"), "licences": [{"name": "执业助理医师", "registered_on": "2000"}]},
        OUT,
        "",
    ),
    # Teachers.
    (
        "EL-102 in a primary school",
        ("CN", "中小学教师", "高级教师"),
        "2024-06-01",
        {
            "education": _school("大专"),
            "titles": _title("一级教师", obtained_on="2019-06-01"),
            "conditions": {"primary": True},
        },
        IN,
        "EL-102",
    ),
    (
        "EL-102 in an upper secondary school",
        ("CN", "中小学教师", "高级教师"),
        "2024-06-01",
        {
            "education": _school("大专"),
            "titles": _title("一级教师", obtained_on="2019-06-01"),
            "conditions": {"primary_or_lower_secondary": False},
        },
        OUT,
        "",
    ),
    (
        "EL-094 not in a primary school",
        ("CN", "中小学教师", "二级教师"),
        "2024-06-01",
        {
            "education": _school("中师"),
            "titles": _title("三级教师", obtained_on="2019-06-01"),
            "conditions": {"primary_or_lower_secondary": False},
        },
        OUT,
        "",
    ),
    # First recognition.
    (
        "EL-140 after graduation",
        ("广州", "初定", "中级"),
        "2024-07-01",
        {"education": _school("硕士研究生", "2021-07-01", full_time=True), "specialty_started_on": "2015-01-01"},
        IN,
        "EL-140",
    ),
    (
        "EL-140 not full time",
        ("广州", "初定", "中级"),
        "2024-07-01",
        {"education": _school("硕士研究生", "2021-07-01", full_time="非全日制"), "specialty_started_on": "2015-01-01"},
        OUT,
        "",
    ),
    (
        "EL-140 the mode is not said",
        ("广州", "初定", "中级"),
        "2024-07-01",
        {"education": _school("硕士研究生", "2021-07-01"), "specialty_started_on": "2015-01-01"},
        REVIEW,
        "",
    ),
    (
        "EL-140 a degree says no mode",
        ("广州", "初定", "中级"),
        "2024-07-01",
        {
            "education": None,
            "degrees": [{"degree": "硕士", "granted_on": "2021-07-01"}],
            "specialty_started_on": "2015-01-01",
        },
        REVIEW,
        "",
    ),
    (
        "EL-140 the period is not shown for 2025",
        ("广州", "初定", "中级"),
        "2025-07-01",
        {"education": _school("硕士研究生", "2021-07-01", full_time=True), "specialty_started_on": "2015-01-01"},
        REVIEW,
        "",
    ),
    (
        "EL-059 worked before the degree",
        ("CN", "工程", "助理工程师"),
        "2024-06-01",
        {"education": _school("本科", "2023-07-01"), "specialty_started_on": "2015-01-01"},
        REVIEW,
        "",
    ),
    (
        "EL-251 after the degree",
        ("深圳", "港澳台", "副高级"),
        "2024-07-01",
        {
            "education": _school("硕士研究生", "2016-06-30"),
            "degrees": [{"degree": "硕士", "granted_on": "2017-07-01"}],
            "specialty_started_on": "2010-01-01",
        },
        IN,
        "EL-251",
    ),
    (
        "EL-251 a day before",
        ("深圳", "港澳台", "副高级"),
        "2024-06-30",
        {
            "education": _school("硕士研究生", "2016-06-30"),
            "degrees": [{"degree": "硕士", "granted_on": "2017-07-01"}],
            "specialty_started_on": "2010-01-01",
        },
        OUT,
        "",
    ),
    (
        "EL-230 about 2021",
        ("黑龙江", "定职", "中级"),
        "2021-07-01",
        {
            "education": _school("硕士研究生", "2019-07-01", full_time=True),
            "degrees": ["硕士"],
            "specialty_started_on": "2019-07-01",
        },
        REVIEW,
        "",
    ),
    (
        "EL-214 an unnamed place",
        ("CN-unattributed", "HEALTH", "副高级"),
        "2021-07-01",
        {"education": _school("博士"), "titles": _title("中级", appointed_on="2000")},
        REVIEW,
        "",
    ),
    (
        "EL-265 no year is shown",
        ("吉林", "高校教师", "讲师"),
        "2015-06-01",
        {"education": _school("本科", "2009-07-01"), "titles": _title("助教", appointed_on="2010-07-01")},
        REVIEW,
        "",
    ),
    (
        "EL-064 a series that is said",
        ("CN", "工程", "中级"),
        "2024-06-01",
        {"education": _school("本科"), "titles": _title("助理级", series="建筑工程类", obtained_on="2020-06-01")},
        IN,
        "EL-064",
    ),
    (
        "EL-242 the code of a degree",
        ("CN-GD", "05", "工程师"),
        "2024-06-01",
        {"degrees": [{"degree": 343}], "titles": _title("助理级", route="考试", obtained_on="2023-03-01")},
        IN,
        "EL-242",
    ),
    ("no rule at all", ("四川", "GENERAL", "中级"), "2024-07-01", DOCTOR, REVIEW, ""),
]


@pytest.mark.parametrize(
    ("asked", "on", "facts", "decision", "met"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_a_row_means(asked: tuple[str, str, object], on: str, facts: dict[str, Any], decision: str, met: str) -> None:
    """
    The answer is the one the row's words give.
    """
    answer = _ask(*asked, on, **facts)

    assert (decision, met) == (answer.decision.name, answer.met_by.key if answer.met_by else "")


def test_an_audit_answers_for_continuing_education() -> None:
    """
    An audit of hours may stand for the condition: passed is yes, not passed is no, undecided is unknown.
    """
    rule = hours.requirement("CN-GD", year=2023)
    passed = hours.audit([("p", 2023, "公需", 30), ("p", 2023, "专业", 42), ("p", 2023, "选修", 18)], requirement=rule)
    short = hours.audit([("p", 2023, "公需", 30)], requirement=rule)
    open_ = hours.audit(
        [], requirement=rule.with_(general=None, professional=None, elective=None, total=None), year=2023
    )
    decided = [
        _ask(
            "江苏",
            "初定",
            "助理级",
            "2025-08-01",
            education=_school("本科", "2024-07-01"),
            specialty_started_on="2024-07-01",
            conditions={"continuing_education": audit},
        ).decision.name
        for audit in (passed, short, open_, Decision.IN, Decision.OUT)
    ]

    assert [IN, OUT, REVIEW, IN, OUT] == decided


def test_what_is_missing_is_said_by_alternative() -> None:
    """
    Each alternative has its shortfalls and its day; what is open is what the host would have to state.
    """
    who = {**BACHELOR, "titles": _title("助理级", obtained_on="2021-08-01"), "conditions": {}}
    answer = _ask("CN", "ENGINEERING", "工程师", "2025-03-01", **who)
    by_rule = {item.rule.id: item for item in answer.missing}

    assert [Kind.LEVEL_YEARS] == [item.kind for item in by_rule["EL-064"].shortfalls]
    assert [Kind.EDUCATION] == [item.kind for item in by_rule["EL-063"].shortfalls]
    assert (dt.date(2025, 8, 1), None) == (by_rule["EL-064"].earliest, by_rule["EL-063"].earliest)
    assert answer.earliest == dt.date(2025, 8, 1)
    assert "任助理级满 4 年" == str(by_rule["EL-064"].shortfalls[0])
    first = _ask(
        "CN", "ENGINEERING", "助理工程师", "2024-03-01", **BACHELOR, specialty_started_on="2023-07-01", conditions={}
    )
    probation = next(item for item in first.missing if item.rule.id == "EL-059")
    assert (dt.date(2024, 7, 1), None) == (probation.earliest, first.earliest)
    assert ["见习期满（转正）并考核合格"] == [item.zh for item in probation.to_state]


def test_who_waits_for_nothing() -> None:
    """
    Where only a condition is open, waiting does not help: no day is named.
    """
    ready = _ask(
        "CN", "ENGINEERING", "助理工程师", "2024-09-01", **BACHELOR, specialty_started_on="2023-07-01", conditions={}
    )

    assert (REVIEW, None) == (ready.decision.name, ready.earliest)
    assert {None} == {item.earliest for item in ready.missing}


def test_rules_of_ones_own() -> None:
    """
    A host may ask "what if" with rules of its own; anything else among them is not looked at.
    """
    import attrs  # noqa: PLC0415  # only this test changes a rule

    shipped = requirements(jurisdiction="CN", scheme="ENGINEERING", target="工程师")
    milder = tuple(attrs.evolve(rule, level_months=24) for rule in shipped)
    who = {**NOBODY, **BACHELOR, "titles": _title("助理级", obtained_on="2021-08-01")}
    asked: dict[str, Any] = {"target": "工程师", "on": dt.date(2024, 3, 1), "jurisdiction": "CN", "scheme": "工程"}

    mixed: Any = (*milder, "x")

    assert OUT == assess(who, **asked).decision.name
    assert "EL-064" == getattr(assess(who, **asked, rules=mixed).met_by, "id", None)
    assert REVIEW == assess(who, **asked, rules=()).decision.name
