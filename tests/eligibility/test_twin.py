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
    {
        (row["jurisdiction"], row["scheme"], target)
        for row in twin.RULES
        for target in row["targets"].split(";")
        if twin.answer(
            row["jurisdiction"],
            row["scheme"],
            target,
            {
                "education": "初中", "level": "", "passed": True, "conditions": dict.fromkeys(CONDITIONS, True),
                **dict.fromkeys(("graduated_on", "obtained_on", "work", "specialty"), "2000-07-01"),
            },
            dt.date(int((row["since"] or "2020")[:4]), 12, 31),
        )
        is not None
    }
)  # fmt: skip
DAY = st.dates(dt.date(1996, 1, 1), dt.date(2024, 12, 31))
DATE = DAY.map(dt.date.isoformat) | DAY.map(lambda day: day.isoformat()[:7]) | DAY.map(lambda day: day.isoformat()[:4])


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """
    One person, some dates known to the day, the month or the year; some conditions not stated.
    """
    conditions: dict[str, bool | None] = dict.fromkeys(CONDITIONS, True)
    conditions |= {
        name: draw(st.sampled_from((True, False, None)))
        for name in draw(st.sets(st.sampled_from(sorted(CONDITIONS)), max_size=1))
    }
    if conditions["primary"] is not True or conditions["primary_or_lower_secondary"] is not True:
        # One follows from the other; the twin takes them apart.
        conditions |= {"primary": True, "primary_or_lower_secondary": True}
    graduated = draw(DATE)
    return {
        "education": draw(st.sampled_from(twin.LADDER)),
        "graduated_on": graduated,
        "level": draw(st.sampled_from((*twin.LEVELS, *twin.GRADES))),
        "obtained_on": draw(DATE),
        "work": draw(DATE),
        # Work in the speciality begins after the education here: rules that leave this open are tested apart.
        "specialty": max(draw(DAY), twin.days_of(graduated)[-1]).isoformat(),
        "passed": draw(st.booleans()),
        "conditions": conditions,
    }


def facts_of(person: dict[str, Any]) -> dict[str, Any]:
    """
    The same person as the library's facts, everything else known to be none.
    """
    grade = len(person["level"]) == 1
    held = {"obtained_on": person["obtained_on"], "appointed_on": person["obtained_on"]}
    return {
        "education": [{"level": person["education"], "graduated_on": person["graduated_on"]}],
        "degrees": [],
        "titles": [] if grade else [{"level": person["level"], **held}],
        "grades": [{"grade": person["level"], **held}] if grade else [],
        "licences": [],
        "work_started_on": person["work"],
        "specialty_started_on": person["specialty"],
        "assessments": dict.fromkeys(range(1990, 2030), "合格" if person["passed"] else "不合格"),
        "conditions": person["conditions"],
    }


@settings(max_examples=600, deadline=None)
@given(question=st.sampled_from(QUESTIONS), person=people(), data=st.data())
def test_the_twin_agrees(question: tuple[str, str, str], person: dict[str, Any], data: st.DataObject) -> None:
    """
    For people whose lower title or grade is exactly the one asked for, both give the same decision on any day.
    """
    jurisdiction, scheme, target = question
    years = [
        int(row[key][:4])
        for row in twin.RULES
        for key in ("since", "until")
        if row[key] and (row["jurisdiction"], row["scheme"]) == (jurisdiction, scheme)
    ]
    on = data.draw(
        st.dates(dt.date(min(years), 1, 1), dt.date(max(*years, 2019) + (12 if max(years) >= 2014 else 0), 12, 31))
    )
    order = twin.GRADES if len(target) == 1 else twin.LEVELS
    asked = {row["prior"] for row in twin.RULES if row["scheme"] == scheme and target in row["targets"].split(";")} - {
        ""
    }
    if person["level"] in order and asked:
        person["level"] = data.draw(st.sampled_from(sorted(asked)))
    elif person["level"] not in order:
        person["level"] = order[0]
    expected = twin.answer(jurisdiction, scheme, target, person, on)
    if expected is None or "430" in asked or any(name.startswith("G") for name in asked):
        return
    if order.index(person["level"]) > min(order.index(name) for name in asked or {order[-1]}):
        return  # a higher title than asked: the library knows more
    assert expected is assess(facts_of(person), target=target, on=on, jurisdiction=jurisdiction, scheme=scheme).decision
