"""
The calculator and its slow, obvious twin give the same answers.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.eligibility import CONDITIONS, assess
from tests.support import eligibility_twin as twin

QUESTIONS = sorted(
    {(row["jurisdiction"], row["scheme"], target) for row in twin.RULES for target in row["targets"].split(";")}
)
GROUNDS = sorted({row["id"] for row in twin.RULES if row["ground"]})
# A place of its own, a city of each, and the country.
ABOVE = {
    "CN": ("CN",), "CN-central": ("CN-central", "CN"), "CN-unattributed": ("CN-unattributed",),
    "320582": ("320582", "320500", "CN-JS", "CN"), "330800": ("330800", "CN-ZJ", "CN"),
    "370200": ("370200", "CN-SD", "CN"), "421300": ("421300", "CN-HB", "CN"), "440100": ("440100", "CN-GD", "CN"),
    "440300": ("440300", "CN-GD", "CN"), "510600": ("510600", "CN-SC", "CN"), "611000": ("611000", "CN-SN", "CN"),
}  # fmt: skip
LICENCES = {
    "PHYSICIAN": "医师执业证书", "RESIDENCY": "住院医师规范化培训合格证书", "VETERINARIAN": "执业兽医资格",
    "ECONOMIST_EQUIVALENT": "房地产估价师", "ECONOMIST_CONDITIONAL": "税务师",
}  # fmt: skip


def dates_for(row: twin.Row, on: dt.date) -> st.SearchStrategy[str]:
    """
    Return days, many of them at the edge of what a row asks: so many years before the day, or a cut-off, give or take.
    """
    figures = ("level_years", "total_years", "specialty_years", "education_years")
    years = {round(float(row[key])) for key in figures if row[key]} | {0}
    year = on.year
    named = [row[key] for key in ("level_by", "total_by", "cutoff") if row[key][:1].isdigit()]
    ends = [on, dt.date(year + 1, 1, 1), dt.date(year, 1, 1), *(dt.date.fromisoformat(day) for day in named)]
    edges = [end.replace(year=end.year - back, day=min(end.day, 28)) for end in ends for back in years]
    edges += [dt.date(1980, 1, 1)] * len(edges)
    near = st.tuples(st.sampled_from(edges), st.integers(-2, 3)).map(lambda pair: pair[0] + dt.timedelta(days=pair[1]))
    return (near | st.dates(dt.date(1985, 1, 1), dt.date(2026, 12, 31))).map(dt.date.isoformat)


@st.composite
def people(draw: st.DrawFn, row: twin.Row, on: dt.date) -> dict[str, Any]:
    """
    One person, mostly with what a row asks for; some dates known to the month or the year, some conditions not stated.
    """
    day = dates_for(row, on)
    date = st.sampled_from((10, 10, 10, 7, 4)).flatmap(lambda length: day.map(lambda text: text[:length]))
    conditions: dict[str, bool | None] = dict.fromkeys((*CONDITIONS, *GROUNDS), True)
    conditions |= dict.fromkeys(GROUNDS, draw(st.sampled_from((False, False, True, None))))
    told = draw(st.sets(st.sampled_from(sorted(CONDITIONS)), max_size=1))
    if not told & {"primary", "primary_or_lower_secondary"}:  # one follows from the other
        conditions |= {name: draw(st.sampled_from((True, False, None))) for name in told}
    route = draw(st.sampled_from(("评审", "考试", "认定")))
    asked = {name for name in row["education"].split(";") if name}
    fitting = [name for name, classes in twin.HAS.items() if classes & asked]
    wise = draw(st.integers(0, 4)) > 0 and bool(row["prior"])
    prior = row["prior"].removeprefix("G") if wise else ""
    grade, level = (prior, "") if len(row["prior"]) < 3 else ("", prior)
    held = row["licences"].split(";") if row["licences"] else sorted(LICENCES)[:1]
    return {
        "education": draw(st.sampled_from((*(fitting or ["本科"]) * 3, None, *twin.HAS))),
        "full_time": draw(st.sampled_from((True, True, False, None))),
        "graduated_on": draw(date),
        "degree": draw(st.sampled_from((None, None, None, *twin.DEGREES))),
        "granted_on": draw(day),
        "title": level or draw(st.sampled_from((None, *twin.LEVELS))),
        # The day of a review or a recognition is sharp here: what its year means is left open by the sources.
        "title_on": draw(date if route == "考试" else day),
        "route": route,
        "review_year": draw(st.integers(on.year - 7, on.year)) if route == "评审" else None,
        "grade": grade or draw(st.sampled_from((None, *twin.GRADES))),
        "grade_on": draw(date),
        "licences": {name: draw(day) for name in draw(st.sampled_from((held, held, held[:1], [])))},
        "trade": draw(st.sampled_from((None, "电工", "瓦工"))),
        "birth": draw(st.dates(dt.date(1945, 1, 1), dt.date(2000, 12, 31)).map(dt.date.isoformat)),
        "retired": draw(st.sampled_from((None,) * 8 + ("2018-03", "2019-05", "2023-07-01", "2024"))),
        "work": draw(date),
        "specialty": draw(day),
        "case": draw(st.sampled_from((None, "", "退伍兵初定", "转岗"))),
        "passed": draw(st.sampled_from((True, True, True, False))),
        "year": draw(st.sampled_from((None, None, None, None, None, None, on.year - 1, on.year + 1))),
        "conditions": conditions,
    }


def facts_of(who: dict[str, Any]) -> dict[str, Any]:
    """
    The same person as the library's facts; what is not there is known to be none.
    """
    title = {"level": who["title"], "obtained_on": who["title_on"], "appointed_on": who["title_on"]}
    title |= {"route": who["route"]} | ({"review_year": who["review_year"]} if who["review_year"] else {})
    grade = {"grade": who["grade"], "obtained_on": who["grade_on"], "appointed_on": who["grade_on"]}
    school = {"level": who["education"], "graduated_on": who["graduated_on"], "full_time": who["full_time"]}
    facts = {
        "education": [school] if who["education"] else [],
        "degrees": [{"degree": who["degree"], "granted_on": who["granted_on"]}] if who["degree"] else [],
        "titles": [title] if who["title"] else [],
        "grades": [grade] if who["grade"] else [],
        "licences": [{"name": LICENCES[kind], "registered_on": day} for kind, day in who["licences"].items()],
        "work_started_on": who["work"],
        "specialty_started_on": who["specialty"],
        "birth_date": who["birth"],
        "assessments": dict.fromkeys(range(1990, 2045), "合格" if who["passed"] else "不合格"),
        "conditions": who["conditions"],
    }
    named = {"retired": "retired_on", "trade": "trade", "year": "application_year"}
    facts |= {name: who[key] for key, name in named.items() if who[key] is not None}
    return facts | ({} if who["case"] is None else {"special_case": who["case"] or "无"})


@settings(max_examples=max(600, settings().max_examples))
@given(question=st.sampled_from(QUESTIONS), data=st.data())
def test_the_twin_agrees(question: tuple[str, str, str], data: st.DataObject) -> None:
    """
    Both give the same decision on any day, at any place: by rows that decide and rows that do not.

    Covered: education and degrees, full time, titles and grades (higher ones too), licences, exceptions and their
    grounds, special cases, approximate periods, figures nobody knows, ages, national floors, the retired.
    """
    jurisdiction, scheme, target = question
    places = ABOVE.get(jurisdiction, (jurisdiction, "CN"))
    if jurisdiction == "CN" and data.draw(st.integers(0, 3)) == 0:
        places = data.draw(st.sampled_from((("CN-YN", "CN"), ("CN-GD", "CN"), ("440300", "CN-GD", "CN"))))
    rows = [row for row in twin.RULES if (row["jurisdiction"], row["scheme"]) == (jurisdiction, scheme)]
    row = data.draw(st.sampled_from([row for row in rows if target in row["targets"].split(";")]))
    first, last = int((row["since"] or "2016")[:4]), int((row["until"] or "2026")[:4])
    on = data.draw(st.dates(dt.date(min(first, last) - 1, 1, 1), dt.date(max(first, last) + 1, 12, 31)))
    who = data.draw(people(row, on))
    asked: dict[str, Any] = {"target": target, "on": on, "jurisdiction": places[0], "scheme": scheme}
    assert twin.answer(places, scheme, target, who, on) is assess(facts_of(who), **asked).decision
