"""
People who meet an authored rule of eligibility in everything but the one date that is looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tests.support.eligibility_twin import RULES, plus

LONG_AGO = "1975-01-01"
EDUCATION = {
    "DOCTOR": "博士研究生", "MASTER": "硕士研究生", "SECOND_BACHELOR": "第二学士学位", "GRADUATE_CLASS": "研究生班",
    "BACHELOR": "大学本科毕业", "COLLEGE": "大专", "VOCATIONAL": "职业高中毕业", "SPECIALISED": "中专",
    "UPPER_SECONDARY": "高中", "LOWER_SECONDARY": "初中",
}  # fmt: skip
DEGREES = {"DOCTOR": "博士", "MASTER": "硕士", "ENGINEERING_MASTER": "工程硕士", "ENGINEERING_DOCTOR": "工程博士"}
LICENCES = {
    "PHYSICIAN": "医师执业证书", "RESIDENCY": "住院医师规范化培训合格证书", "VETERINARIAN": "执业兽医资格",
    "ECONOMIST_EQUIVALENT": "房地产估价师", "ECONOMIST_CONDITIONAL": "税务师",
}  # fmt: skip
DECIDING = tuple(
    row for row in RULES if row["confidence"] in {"high", "medium"} and row["jurisdiction"] != "CN-unattributed"
)
Row = Mapping[str, str]


def key_of(row: Row) -> str:
    """
    Return the row's id with its part.
    """
    return f"{row['id']}.{row['part']}" if row["part"] else row["id"]


def clock_of(row: Row) -> str:
    """
    Return what waits for time in a rule: the level, work in the speciality, all work, or the education.
    """
    if row["level_years"] or row["level_by"]:
        return "level"
    if row["specialty_years"]:
        return "specialty"
    if row["total_years"] or row["total_by"]:
        return "work"
    return "education" if row["education"] else "level" if row["prior"] or row["licences"] else ""


def years_of(row: Row) -> str:
    """
    Return how many years the clock of a rule asks for.
    """
    return {
        "level": row["level_years"],
        "specialty": row["specialty_years"],
        "work": row["total_years"],
        "education": row["education_years"],
        "": "",
    }[clock_of(row)] or "0"


def decides_in(row: Row) -> range:
    """
    Return the years in which a rule may decide, up to 2030; empty where no source shows one.
    """
    if row["attested"]:
        shown = row["attested"]
        return range(int(shown[:4]), 2031 if shown.endswith("..") else int(shown[-4:]) + 1)
    if row["approximate"]:
        return range(0)
    first, last = int((row["since"] or "2000")[:4]), int((row["until"] or "2030")[:4])
    # A row that begins within a year is looked at from the next year on.
    return range(first + (len(row["since"]) > 4), last + 1)


def person_for(row: Row, start: str = LONG_AGO) -> dict[str, Any]:
    """
    Return facts that meet a rule, with `start` as the date of its clock.
    """
    dates = dict.fromkeys(("level", "specialty", "work", "education"), LONG_AGO) | {clock_of(row): start}
    class_ = row["education"].partition(";")[0]
    facts: dict[str, Any] = {
        "education": [],
        "degrees": [],
        "titles": [],
        "grades": [],
        "licences": [
            {"name": LICENCES[name], "registered_on": dates["level"]} for name in row["licences"].split(";") if name
        ],
        "specialty_started_on": dates["specialty"],
        "work_started_on": dates["work"],
        "birth_date": "1955-01-01",
        "assessments": dict.fromkeys(range(1990, 2035), "合格"),
        "conditions": {"*": True, **({row["id"]: True} if row["ground"] else {})},
    }
    if class_ in EDUCATION:
        facts["education"] = [{"level": EDUCATION[class_], "graduated_on": dates["education"], "full_time": True}]
    if class_.startswith("ENGINEERING") or row["with_degree"] or (row["after"] == "DEGREE" and class_ in DEGREES):
        facts["degrees"] = [{"degree": DEGREES[class_], "granted_on": dates["education"]}]
    if row["special_cases"]:
        facts["special_case"] = row["special_cases"].partition(";")[0]
    if row["trades"]:
        facts["trade"] = row["trades"].partition(";")[0]
    if row["prior"]:
        held = {"obtained_on": dates["level"], "appointed_on": dates["level"], "route": "考试"}
        if len(row["prior"]) == 3:
            facts["titles"] = [{"level": row["prior"], **held}]
        else:
            facts["grades"] = [{"grade": row["prior"].removeprefix("G"), **held}]
    return facts


def years_before(day: dt.date, years: str) -> dt.date:
    """
    Return the last day from which so many years have passed on `day`.
    """
    start = dt.date(day.year - int(float(years)) - 1, day.month, 1)
    while plus(start + dt.timedelta(days=1), years) <= day:
        start += dt.timedelta(days=1)
    return start
