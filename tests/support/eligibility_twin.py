"""
A slow, obvious second opinion on eligibility.

It reads the authored rules as text and knows only complete people: every date a
day, every condition yes or no. A question with a date that is known to the
month, or a condition that is not stated, is asked of every complete person it
may mean: all yes is IN, all no is OUT, else REVIEW.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from credrules.findings import Decision
from tests.support.source import ROOT

RULES = tuple(csv.DictReader((ROOT / "data/eligibility/rules.csv").read_text("utf-8").splitlines()))

# From the bottom to the top; who has one has those before it.
LADDER = ("初中", "高中", "大专", "本科", "硕士研究生", "博士研究生")
REACHED = {
    "LOWER_SECONDARY": 0, "UPPER_SECONDARY": 1, "COLLEGE": 2, "BACHELOR": 3, "GRADUATE_CLASS": 4, "SECOND_BACHELOR": 4,
    "MASTER": 4, "DOCTOR": 5, "VOCATIONAL": 2, "SPECIALISED": 2,
}  # fmt: skip
LEVELS = ("435", "434", "420", "412", "411")
GRADES = ("5", "4", "3", "2", "1")


def plus(day: dt.date, years: str) -> dt.date:
    """
    Return the day so many years later, month by month.
    """
    months = round(float(years) * 12)
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ends_of(row: Mapping[str, str], on: dt.date) -> tuple[dt.date, dt.date]:
    """
    Return the day to which years are counted, twice where it is sure, else the two days it may be.

    A year's last day counts as done, so the next New Year's Day; of the year before that is not said.
    """
    if row["cutoff"] == "YEAR_END":
        return dt.date(on.year + 1, 1, 1), dt.date(on.year + 1, 1, 1)
    if row["cutoff"] == "PREVIOUS_YEAR_END":
        return dt.date(on.year, 1, 1), dt.date(on.year - 1, 12, 31)
    end = on if row["cutoff"] == "DAY" else dt.date.fromisoformat(row["cutoff"])
    return end, on if row["cutoff_unsure"] else end


def holds(row: Mapping[str, str], on: dt.date) -> bool:
    """
    Whether a row that decides is in force on a day; texts of dates compare from the left.
    """
    text = on.isoformat()
    return (not row["since"] or row["since"] <= text) and (
        not row["until"] or text[: len(row["until"])] <= row["until"]
    )


def meets(row: Mapping[str, str], who: Mapping[str, Any], on: dt.date, reading: int) -> bool:
    """
    Whether a complete person meets one alternative, by one of the two readings of its cut-off.
    """
    end = ends_of(row, on)[reading]
    held = min(dt.date(on.year - 1, 12, 31) if row["cutoff"] == "PREVIOUS_YEAR_END" else ends_of(row, on)[0], on)
    years = (row["assessments"] or "last:0").partition(":")[2]
    return (
        _educated(row, who, held)
        and (not row["prior"] or _risen(row, who, (on, held, end)))
        and _worked(row, who, end)
        and (years == "0" or who["passed"])
        and all(who["conditions"][name] for name in row["conditions"].split(";") if name)
    )


def _educated(row: Mapping[str, str], who: Mapping[str, Any], held: dt.date) -> bool:
    asked = [REACHED.get(name, 99) for name in row["education"].split(";") if name]
    graduated: dt.date = who["graduated_on"]
    return not asked or (LADDER.index(who["education"]) >= min(asked) and graduated <= held)


def _risen(row: Mapping[str, str], who: Mapping[str, Any], days: tuple[dt.date, dt.date, dt.date]) -> bool:
    on, held, end = days
    start: dt.date = who["obtained_on"]
    if who["level"] != row["prior"] or start > held:
        return False
    if row["counting"] == "INCLUSIVE":
        return on.year - start.year + 1 >= int(row["level_years"])
    late = bool(row["level_by"]) and start > dt.date.fromisoformat(row["level_by"])
    return not late and plus(start, row["level_years"] or "0") <= end


def _worked(row: Mapping[str, str], who: Mapping[str, Any], end: dt.date) -> bool:
    if row["total_by"] and who["work"] > dt.date.fromisoformat(row["total_by"]):
        return False
    begun = who["specialty"] if row["after"] in {"", "MAYBE"} else max(who["specialty"], who["graduated_on"])
    asked = ((who["work"], row["total_years"]), (begun, row["specialty_years"]))
    return all(plus(start, years) <= end for start, years in asked if years)


def days_of(text: str) -> list[dt.date]:
    """
    Return every day a text of a day, a month or a year may mean.
    """
    first = dt.date.fromisoformat((text + "-01-01")[:10])
    days = [first + dt.timedelta(days=step) for step in range(366)]
    return [day for day in days if day.isoformat().startswith(text)]


def complete(facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """
    Yield every complete person that the facts may mean (of a month, its first and last day stand for all between).
    """
    dated = {key: days_of(facts[key]) for key in ("graduated_on", "obtained_on", "work", "specialty")}
    ends = {key: dict.fromkeys((days[0], days[len(days) // 2], days[-1])) for key, days in dated.items()}
    stated = facts["conditions"]
    open_ = [name for name, value in stated.items() if value is None]
    for chosen in itertools.product(*ends.values()):
        for answers in itertools.product((True, False), repeat=len(open_)):
            yield {
                **facts,
                **dict(zip(ends, chosen, strict=True)),
                "conditions": {**stated, **dict(zip(open_, answers, strict=True))},
            }


def answer(jurisdiction: str, scheme: str, target: str, facts: Mapping[str, Any], on: dt.date) -> Decision | None:
    """
    Return what the twin thinks, None where it knows too little: no row, or a row that may not decide.
    """
    rows = [
        row
        for row in RULES
        if (row["jurisdiction"], row["scheme"]) == (jurisdiction, scheme)
        and jurisdiction != "CN-unattributed"
        and target in row["targets"].split(";")
        and holds(row, on)
    ]
    hard = (
        "unknown", "ground", "special_cases", "licences", "approximate", "full_time", "trades", "over_age",
        "age_education",
    )  # fmt: skip
    if not rows or any(row["confidence"] not in {"high", "medium"} or any(row[key] for key in hard) for row in rows):
        return None
    worlds = [any(meets(row, who, on, reading) for row in rows) for who in complete(facts) for reading in (0, 1)]
    return Decision.IN if all(worlds) else Decision.REVIEW if any(worlds) else Decision.OUT
