"""
An invented person of the Guangxi collection, complete and without a finding above INFO.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

ON: Final = dt.date(2012, 6, 1)
"""The day on which it is complete."""

PERSON: dict[str, Any] = {
    "basic": {
        "name": "张三",
        "citizen_id": "450000197203150013",
        "sex": "1",
        "ethnicity": "08",
        "birth_date": "1972-03-15",
        "birth_place": "450103",
        "native_place": "450103",
        "political_status": "13",
        "returnee": "0",
        "personal_status": "13",
        "unit_name": "甲市第一中学",
        "unit_place": "450102",
        "work_start": "1990-08",
        "prof_start": "1993-07",
        "current_work": "中学数学教学",
        "current_post": "053",
        "english_exam": "212",
        "language_1": "英语",
        "language_1_level": "3",
        "address": "甲市乙路1号",
        "landline": "0771-0000000",
        "mobile": "13800000000",
        "email": "a@example.org",
    },
    "educations": [
        {
            "seq": 1,
            "education_item": "FIRST",
            "education_level": "31",
            "school": "甲师范学校",
            "major": "数学教育",
            "study_years": "3",
            "graduated_on": "1989-07",
        },
        {
            "seq": 2,
            "education_item": "HIGHEST",
            "education_level": "21",
            "school": "乙师范大学",
            "major": "数学教育",
            "study_years": "2.5",
            "graduated_on": "1996-12",
        },
    ],
    "degrees": [
        {"degree_item": "FIRST", "degree_level": "4", "conferred_on": "1996-12"},
        {"degree_item": "HIGHEST", "degree_level": "4", "conferred_on": "1996-12"},
    ],
    "titles": [
        {
            "title_series": "中学教师",
            "title_level": "420",
            "title_name": "053",
            "title_major": "中学数学",
            "acquire_mode": "PROMOTION",
            "review_body": "甲市中学教师系列中级评审委员会",
            "approving_organ": "甲市职称改革工作领导小组",
            "issued_on": "1998-12-30",
            "certificate_number": "0312345",
        }
    ],
    "qualifications": [
        {
            "occupation_name": "注册安全工程师",
            "category": "其他安全",
            "issuer": "广西壮族自治区人事厅",
            "issued_on": "2005-11-01",
            "certificate_number": "A-0001",
            "control_number": "09000001",
        }
    ],
    "awards": [
        {
            "award_name": "科技进步奖",
            "award_grade": "二等奖",
            "award_level": "PROVINCE_MINISTRY",
            "award_organ": "广西壮族自治区人民政府",
            "award_rank": 1,
            "award_year": "2009",
        }
    ],
    "honours": [
        {
            "honour_title": "02",
            "approval_title": "关于表彰劳动模范的决定",
            "document_no": "某字〔2009〕1号",
            "certificate_number": "R-001",
            "honour_date": "2009-05-01",
        }
    ],
}


def person(**sections: Any) -> dict[str, Any]:  # noqa: ANN401  # sections of a form, plain data
    """
    Return the person with other sections; what is given of `basic` and of a list's first record is laid over it.

    A list is replaced whole when it is empty or has several records.
    """
    data = {name: _copy(section) for name, section in PERSON.items()}
    for name, given in sections.items():
        if name == "basic":
            data[name].update(given)
        elif len(given) == 1 and name not in {"educations", "degrees"}:
            data[name][0].update(given[0])
        else:
            data[name] = given
    return data


def _copy(section: Any) -> Any:  # noqa: ANN401  # sections of a form, plain data
    return dict(section) if isinstance(section, dict) else [dict(item) for item in section]
