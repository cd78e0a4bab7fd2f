"""
Workers of the Lianyungang promotion of skill grades: certificates, posts, education, training, a registration.

References: 连云港市转发 2018 年工勤技能岗位技师考评通知的通知, 一, 二; its annex 1, steps 2 to 5.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from credrules.systems.lianyungang.names import GRADES, convention_of, name_of
from credrules.testing.strategies.identifiers import person_names

__all__ = ["lianyungang_forms"]
__dir__ = __all__.copy

_TRADES: Final = ("电工", "汽车驾驶员", "收银审核员", "园林绿化工")
# The posts of the five grades, the lowest first.
_POSTS: Final = ("技术工五级", "技术工四级", "技术工三级", "技术工二级", "技术工一级")
_AWARDS: Final = ("市技术能手", "市五一劳动奖章")
# Between two grades lie five years and some time to sit the examination.
_GAPS: Final = st.integers(6, 9)


@st.composite
def lianyungang_forms(draw: st.DrawFn, on: dt.date) -> dict[str, Any]:
    """
    Return workers with one to four grades, each obtained as its convention says; some are registered for the next.

    >>> from hypothesis import find
    >>> form = find(lianyungang_forms(dt.date(2018, 5, 3)), bool)
    >>> form["person"]["main_grade"], len(form["skills"]), "registration" in form
    ('初级工', 1, False)
    """
    trade = draw(st.sampled_from(_TRADES))
    held = draw(st.integers(1, 4))
    years = draw(_years_of_grades(held, on))
    form: dict[str, Any] = {
        "person": {
            "name": draw(person_names()),
            "personal_identity": "TECHNICAL_WORKER",
            "establishment": draw(st.sampled_from(("ON", "OFF"))),
            "main_grade": name_of(GRADES[held - 1]),
            "main_post": _POSTS[held - 1],
        },
        "skills": [draw(_skills(grade, year, trade)) for grade, year in zip(GRADES, years, strict=False)],
        "posts": _posts(years),
        "education": [_education(years[0], trade)],
        "training": draw(_trainings(on)),
        "awards": draw(st.lists(_awards(on), max_size=1)),
    }
    if draw(st.booleans()):
        form["registration"] = draw(_registrations(GRADES[held], trade))
    return form


@st.composite
def _registrations(draw: st.DrawFn, target: str, trade: str) -> dict[str, Any]:
    paper = {"originals": True, "copies": True, "stamps": ["UNIT", "DEPARTMENT"]}
    return {"target_grade": name_of(target), "trade": trade, **draw(st.sampled_from(({}, paper)))}


@st.composite
def _years_of_grades(draw: st.DrawFn, held: int, on: dt.date) -> tuple[int, ...]:
    # Counted back from the last certificate.
    years = [on.year - draw(st.integers(1, 5))]
    while len(years) < held:
        years.insert(0, years[0] - draw(_GAPS))
    return tuple(years)


@st.composite
def _skills(draw: st.DrawFn, grade: str, year: int, trade: str) -> dict[str, Any]:
    usual = convention_of(grade)
    return {
        "grade": name_of(grade),
        "route": usual.route,
        "approver": usual.approver,
        "obtained_on": f"{year}-{usual.usual_date}",
        "trade": trade,
        "certificate_no": f"{year % 100:02}{grade}{draw(st.integers(1, 99999)):05}",
    }


def _posts(years: tuple[int, ...]) -> list[dict[str, str]]:
    # Whoever is appointed to the next post leaves the one before in the same month.
    starts = [f"{year + 1}-01" for year in years]
    ends: list[str | None] = [*starts[1:], None]
    return [
        {"post": post, "started_on": start, **({} if end is None else {"ended_on": end})}
        for post, start, end in zip(_POSTS, starts, ends, strict=False)
    ]


def _education(first: int, trade: str) -> dict[str, str]:
    return {
        "level": "中等专科毕业",
        "school": "甲市职业学校",
        "major": trade,
        "entered_on": f"{first - 6}-09",
        "graduated_on": f"{first - 3}-07",
    }


@st.composite
def _trainings(draw: st.DrawFn, on: dt.date) -> list[dict[str, Any]]:
    years = range(on.year - draw(st.integers(1, 3)), on.year)
    return [{"course": "继续教育公需科目", "year": year, "hours": draw(st.integers(12, 90))} for year in years]


@st.composite
def _awards(draw: st.DrawFn, on: dt.date) -> dict[str, str]:
    return {
        "award": draw(st.sampled_from(_AWARDS)),
        "organ": "某市人民政府",
        "awarded_on": str(on.year - draw(st.integers(1, 5))),
    }
