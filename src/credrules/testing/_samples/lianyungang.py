"""
An invented worker of Lianyungang with all subsets, a registration, and a unit's declaration.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

ON: Final = dt.date(2018, 5, 3)
"""The day on which it is complete."""

PERSON: dict[str, Any] = {
    "name": "李某",
    "personal_identity": "TECHNICAL_WORKER",
    "establishment": "ON",
    "main_grade": "高级工",
    "main_post": "技术工三级",
}

JUNIOR_SKILL: dict[str, Any] = {
    "grade": "中级工",
    "route": "EXAM",
    "approver": "连云港市工考办",
    "obtained_on": "2010-08-31",
    "trade": "电工",
    "certificate_no": "10080001",
}

SKILL: dict[str, Any] = {**JUNIOR_SKILL, "grade": "高级工", "obtained_on": "2015-08-31", "certificate_no": "15080001"}

POSTS: list[dict[str, Any]] = [
    {"post": "技术工四级", "started_on": "2010-10", "ended_on": "2015-10"},
    {"post": "技术工三级", "started_on": "2015-10"},
]

EDUCATION: dict[str, Any] = {
    "level": "中等专科毕业",
    "school": "甲市职业学校",
    "major": "电工",
    "entered_on": "1998-09",
    "graduated_on": "2001-07",
}

TRAINING: dict[str, Any] = {"course": "继续教育公需科目", "year": 2017, "hours": 40}

AWARD: dict[str, Any] = {"award": "市技术能手", "organ": "某市人民政府", "awarded_on": "2016"}

REGISTRATION: dict[str, Any] = {
    "target_grade": "技师",
    "trade": "电工",
    "submitted_on": "2018-04-26",
    "passed_on": "2018-04-28",
    "form_received_on": "2018-05-02",
    "paper_received_on": "2018-05-02",
    "originals": True,
    "copies": True,
    "stamps": ["UNIT", "DEPARTMENT"],
}

UNIT: dict[str, Any] = {
    "level": "CITY",
    "installed": True,
    "channel": "ONLINE",
    "contact": "王某",
    "phone": "0518-00000000",
}


def worker(  # one keyword a subset
    person: dict[str, Any] | None = None,
    skill: dict[str, Any] | None = None,
    education: dict[str, Any] | None = None,
    registration: dict[str, Any] | None = None,
    without: tuple[str, ...] = (),
    **sections: Any,  # noqa: ANN401  # whole sections
) -> dict[str, Any]:
    """
    Return a complete worker with other cells (of the latest certificate, of the education), some sections left out.

    A registration is there only when cells of it are given.
    """
    whole: dict[str, Any] = {
        "person": {**PERSON, **(person or {})},
        "skills": [JUNIOR_SKILL, {**SKILL, **(skill or {})}],
        "posts": POSTS,
        "education": [{**EDUCATION, **(education or {})}],
        "training": [TRAINING],
        **({} if registration is None else {"registration": {**REGISTRATION, **registration}}),
        **sections,
    }
    return {name: section for name, section in whole.items() if name not in without}


def unit(
    registrations: list[dict[str, Any]] | None = None,
    workers: list[dict[str, Any]] | None = None,
    without: tuple[str, ...] = (),
    **cells: Any,  # noqa: ANN401  # cells of the declaration
) -> dict[str, Any]:
    """
    Return a unit that registers its one worker, with other cells; each registration has the cells of the sample.
    """
    whole = {
        **UNIT,
        "workers": [worker()] if workers is None else workers,
        "registrations": [
            {**REGISTRATION, "name": "李某", **item} for item in ([{}] if registrations is None else registrations)
        ],
        **cells,
    }
    return {name: cell for name, cell in whole.items() if name not in without}
