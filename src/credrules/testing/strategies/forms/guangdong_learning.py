"""
Files of the Guangdong continuing-education system: a person's account and information, and records of some years.

References: 广东省专业技术人员继续教育管理系统常见问题, C1, C6, D1 to D5, G1 to G3.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from credrules.testing.strategies.persons import people

__all__ = ["guangdong_learning_forms"]
__dir__ = __all__.copy

_CITIES: Final = ("441800", "440600", "441300", "445100")
_SUBJECTS: Final = (("GENERAL", "公需科目"), ("PROFESSIONAL", "专业科目"), ("ELECTIVE", "选修科目"))
_FILES: Final = ("证明.pdf", "结业证书.jpg", "学时登记表.doc")
# The system began in 2010.
_FIRST_YEAR: Final = 2010


@st.composite
def guangdong_learning_forms(draw: st.DrawFn, on: dt.date) -> dict[str, Any]:
    """
    Return files with up to six records, each with its proofs; no course is there twice.

    >>> from hypothesis import find
    >>> find(guangdong_learning_forms(dt.date(2012, 6, 1)), bool)["records"]
    []
    """
    person = draw(people(on=on))
    count = draw(st.integers(0, 6))
    return {
        "account": {"login": f"{draw(st.text('abcdefgh', min_size=3, max_size=8))}{draw(st.integers(1, 99)):02}"},
        "person": {
            "name": person.name,
            "citizen_id": person.citizen_id,
            "unit": person.unit_name,
            "unit_city": draw(st.sampled_from(_CITIES)),
            "major": person.highest.major,
            "occupation": person.work,
        },
        "records": [draw(_learnt(on, number)) for number in range(1, count + 1)],
    }


@st.composite
def _learnt(draw: st.DrawFn, on: dt.date, number: int) -> dict[str, Any]:
    subject, name = draw(st.sampled_from(_SUBJECTS))
    year = draw(st.integers(min(_FIRST_YEAR, on.year), on.year))
    # In the running year a course ends before the day itself.
    month = draw(st.integers(1, 12 if year < on.year else on.month))
    files = draw(st.integers(1, 3))
    return {
        **({"confirmed_by": "UNIT_ADMIN"} if subject == "PROFESSIONAL" else {}),
        "course": f"{name}课程第{number}期",
        "subject": subject,
        "hours": draw(st.integers(1, 24)),
        "year": year,
        "assessment": "PASSED",
        "provider": "甲市继续教育基地",
        "start_date": f"{year}-{month:02}",
        "end_date": f"{year}-{month:02}",
        "attachments": [
            {
                "sequence": place,
                "file_name": draw(st.sampled_from(_FILES)),
                "size_bytes": draw(st.integers(1_000, 2_000_000)),
            }
            for place in range(1, files + 1)
        ],
    }
