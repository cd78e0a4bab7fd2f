"""
A slow, obvious second opinion on eligibility.

It reads the authored rules as text and knows only complete people: every date a
day, every condition yes or no. A question with something unknown is asked of every
complete person it may mean: all yes is IN, all no is OUT, else REVIEW. It shares no
code with the library and has its own small tables of what an education includes.

A person is a mapping: `education` (a name of HAS, None for none), `full_time`,
`graduated_on`, `degree` (a name of DEGREES, None), `granted_on`, `title` (a level, None),
`title_on`, `route`, `review_year`, `grade` (None), `grade_on`, `licences` (kind -> day),
`trade`, `birth`, `retired`, `work`, `specialty`, `case`, `passed`, `year` and `conditions`
(id -> True, False, None). Dates are texts of a day, a month or a year, or None.
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
Row = Mapping[str, str]
Who = Mapping[str, Any]

SECONDARY = {"LOWER_SECONDARY", "UPPER_SECONDARY", "VOCATIONAL", "SPECIALISED"}
COLLEGE = {*SECONDARY, "COLLEGE"}
BACHELOR = {*COLLEGE, "BACHELOR"}
MASTER = {*BACHELOR, "GRADUATE_CLASS", "SECOND_BACHELOR", "MASTER"}
DOCTOR = {*MASTER, "DOCTOR"}
HAS: dict[str, set[str]] = {
    "小学": set(), "初中": {"LOWER_SECONDARY"}, "高中": {"LOWER_SECONDARY", "UPPER_SECONDARY"}, "中专": SECONDARY,
    "大专": COLLEGE, "本科": BACHELOR, "研究生班": {*BACHELOR, "GRADUATE_CLASS"},
    "第二学士学位": {*BACHELOR, "SECOND_BACHELOR"}, "硕士研究生": MASTER, "博士研究生": DOCTOR,
}  # fmt: skip
DEGREES: dict[str, set[str]] = {
    "学士": BACHELOR, "工学硕士": MASTER, "工程硕士": {*MASTER, "ENGINEERING_MASTER"}, "理学博士": DOCTOR,
    "工程博士": {*DOCTOR, "ENGINEERING_DOCTOR"},
}  # fmt: skip
# What an education or a degree is called itself; the highest one tells which weak rows are about the person.
OWN: dict[str, set[str]] = {
    "小学": set(), "初中": {"LOWER_SECONDARY"}, "高中": {"UPPER_SECONDARY"},
    "中专": {"SPECIALISED", "VOCATIONAL", "UPPER_SECONDARY"}, "大专": {"COLLEGE"}, "本科": {"BACHELOR"},
    "学士": {"BACHELOR"}, "研究生班": {"GRADUATE_CLASS"}, "第二学士学位": {"SECOND_BACHELOR"}, "硕士研究生": {"MASTER"},
    "工学硕士": {"MASTER"}, "工程硕士": {"MASTER", "ENGINEERING_MASTER"}, "博士研究生": {"DOCTOR"},
    "理学博士": {"DOCTOR"}, "工程博士": {"DOCTOR", "ENGINEERING_DOCTOR"},
}  # fmt: skip
HEIGHT: tuple[set[str], ...] = (
    {"小学"}, {"初中"}, {"高中", "中专"}, {"大专"}, {"本科", "学士"}, {"研究生班", "第二学士学位"},
    {"硕士研究生", "工学硕士", "工程硕士"}, {"博士研究生", "理学博士", "工程博士"},
)  # fmt: skip
LEVELS = ("435", "434", "420", "412", "411")
GRADES = ("5", "4", "3", "2", "1")
DATES = ("graduated_on", "granted_on", "title_on", "grade_on", "birth", "retired", "work", "specialty")
BY_REVIEW = {"REVIEW", "EXAM_REVIEW"}
# National examinations decide everywhere, and by these schemes one may also come without a review.
EXAMINED = {"ECONOMICS", "HEALTH_EXAM"}
NOT_ONLY_REVIEW = {*EXAMINED, "ACCOUNTING", "FIRST_RECOGNITION"}


def plus(day: dt.date, years: str) -> dt.date:
    """
    Return the day so many years later, month by month.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + round(float(years) * 12), 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def holds(row: Row, year: int, on: dt.date) -> bool:
    """
    Whether a row may be in force: on the day, or in the year applied for if that is another one.
    """
    text = on.isoformat() if year == on.year else str(year)
    since, until = row["since"][: len(text)], row["until"][: len(text)]
    return (not since or since <= text) and (not until or text[: len(until)] <= until)


def shown(row: Row, year: int) -> bool:
    """
    Whether a source shows a row of an approximate period in a year.
    """
    if not row["approximate"]:
        return True
    years = row["attested"].rstrip(".")
    return bool(years) and int(years[:4]) <= year and (row["attested"].endswith("..") or year <= int(years[-4:]))


def ends_of(row: Row, year: int, on: dt.date) -> tuple[dt.date, dt.date]:
    """
    Return the day to which years are counted, twice where it is sure, else the two days it may be.

    A year's last day counts as done, so the next New Year's Day; of the year before that is not said.
    """
    if row["cutoff"] == "YEAR_END":
        return dt.date(year + 1, 1, 1), dt.date(year + 1, 1, 1)
    if row["cutoff"] == "PREVIOUS_YEAR_END":
        return dt.date(year, 1, 1), dt.date(year - 1, 12, 31)
    end = on if row["cutoff"] == "DAY" else dt.date.fromisoformat(row["cutoff"])
    return end, on if row["cutoff_unsure"] else end


def meets(row: Row, who: Who, on: dt.date) -> bool:
    """
    Whether a complete person meets one alternative.
    """
    if row["unknown"] and not who["luck"]:
        return False  # a figure nobody knows may be met or not
    year: int = who["year"] or on.year
    end = ends_of(row, year, on)[who["reading"]]
    years = {"YEAR_END": year, "PREVIOUS_YEAR_END": year - 1}
    named = row["cutoff"] in years
    last = dt.date(years[row["cutoff"]], 12, 31) if named else ends_of(row, year, on)[0]
    days = {"on": on, "end": end, "held": min(last, on), "year": dt.date(year, 1, 1)}
    return (
        any(_worked(row, who, school, days) for school in _schools(row, who, days["held"]))
        and _risen(row, who, days)
        and _licensed(row, who, days)
        and _stated(row, who)
        and _aged(row, who, on)
        and not (row["route"] in BY_REVIEW and not who["by_grade"] and is_retired(who, on))
    )


def is_retired(who: Who, on: dt.date) -> bool:
    """
    Whether retirement shuts a person out: by order 40 from September 2019, in Guangxi in 2019 who retired before.
    """
    if who["retired"] is None:
        return False
    year = who["year"] or on.year
    if "CN-GX" in who["places"] and year == 2019:
        return bool(who["retired"] < dt.date(2019, 1, 1))
    return bool("CN" in who["places"] and who["retired"] <= on and on >= dt.date(2019, 9, 1))


def _schools(row: Row, who: Who, held: dt.date) -> list[dt.date | None]:
    """
    Return the day of every education that is enough, [None] where none is asked for.
    """
    asked = {name for name in row["education"].split(";") if name}
    if not asked:
        return [None]
    degree = who["degree"] is not None and bool(asked & DEGREES[who["degree"]])
    school = who["education"] is not None and bool(asked & HAS[who["education"]])
    if row["full_time"]:
        school, degree_counts = school and who["full_time"], False
    else:
        degree_counts = degree
    if row["with_degree"]:
        school, degree_counts = school and degree, False
    if row["after"] == "DEGREE" and degree_counts:
        school = False
    found = [who["graduated_on"]] * school + [who["granted_on"]] * degree_counts
    return [day for day in found if day <= held]


def _worked(row: Row, who: Who, school: dt.date | None, days: Mapping[str, dt.date]) -> bool:
    late = row["total_by"] and who["work"] > dt.date.fromisoformat(row["total_by"])
    if late or (row["total_by"] and who["work_from"] > days["on"]):
        return False  # begun after the day named, or not yet begun
    after = row["after"] in {"EDUCATION", "DEGREE"} or (row["after"] == "MAYBE" and who["strict"])
    begun = max(who["specialty"], school) if after and school is not None else who["specialty"]
    asked = (
        (who["work"], row["total_years"]), (begun, row["specialty_years"]), (school, row["education_years"]),
    )  # fmt: skip
    return all(plus(start, years) <= days["end"] for start, years in asked if years and start is not None)


def _risen(row: Row, who: Who, days: Mapping[str, dt.date]) -> bool:
    if not row["prior"]:
        return True
    grade = who["by_grade"] or row["prior"].startswith("G")
    order, wanted = (GRADES, row["prior"].removeprefix("G")) if grade else (LEVELS, row["prior"])
    has, start = (who["grade"], who["grade_on"]) if grade else (who["title"], who["title_on"])
    if has is None or order.index(has) < order.index(wanted):
        return False
    if has != wanted and who["early"]:
        start = dt.date(1900, 1, 1)  # the lower one was obtained some day before the higher one
    if start > days["held"]:
        return False
    if row["counting"] == "INCLUSIVE":
        return bool(days["year"].year - start.year + 1 >= int(row["level_years"]))
    if row["level_by"]:
        return bool(start <= dt.date.fromisoformat(row["level_by"]))
    end = days["end"]
    guangdong = "CN-GD" in who["places"] and days["year"].year >= 2022
    if guangdong and not grade and row["route"] == "REVIEW" and row["cutoff"] == "DAY":
        end = dt.date(days["year"].year + 1, 1, 1)
        start = start if has != wanted and who["early"] else _counted_from(who, start)
    return plus(start, row["level_years"] or "0") <= end


def _counted_from(who: Who, start: dt.date) -> dt.date:
    # EL-161 to EL-164: reviews count by years, examinations by the day; of recognition from 2021 on the pages disagree.
    if who["review_year"] is not None:
        return dt.date(who["review_year"] + (who["review_year"] >= 2021), 1, 1)
    return dt.date(start.year + 1, 1, 1) if who["route"] == "认定" and start.year >= 2021 and who["strict"] else start


def _licensed(row: Row, who: Who, days: Mapping[str, dt.date]) -> bool:
    names = [name for name in row["licences"].split(";") if name]
    if not all(name in who["licences"] and who["licences"][name] <= days["held"] for name in names):
        return False
    # Whether practice counts from the registration or from the residency certificate is not said.
    counted = names if who["strict"] else names[:1]
    return all(plus(who["licences"][name], row["level_years"] or "0") <= days["end"] for name in counted)


def _stated(row: Row, who: Who) -> bool:
    conditions = who["conditions"]
    for name in filter(None, row["conditions"].split(";")):
        trade = name == "trade_in_range" and row["trades"] and who["trade"]
        if not (who["trade"] in row["trades"].split(";") if trade else conditions[name]):
            return False
    case = who["case"]
    return (
        (not row["assessments"] or who["passed"])
        and (not row["ground"] or conditions[row["id"]])
        and (not row["special_cases"] or case in row["special_cases"].split(";") or (case is None and who["luck"]))
    )


def _aged(row: Row, who: Who, on: dt.date) -> bool:
    if row["over_age"] and plus(who["birth"], str(int(row["over_age"]) + who["strict"])) > on:
        return False  # "over 45": whether 45 itself is meant, or 46, is not said
    age, _, class_ = row["age_education"].partition(":")
    schools = HAS.get(who["education"], set()) | DEGREES.get(who["degree"], set())
    return not age or plus(who["birth"], age) <= on or class_ in schools


def days_of(text: str) -> list[dt.date]:
    """
    Return every day a text of a day, a month or a year may mean.
    """
    first = dt.date.fromisoformat((text + "-01-01")[:10])
    days = [first + dt.timedelta(days=step) for step in range(366)]
    return [day for day in days if day.isoformat().startswith(text)]


def left_open(rows: list[Row]) -> dict[str, list[Any]]:
    """
    Return what the sources of some rows leave open, one way and the other.

    `luck`: a figure nobody knows; `reading`: the day to which years count; `early`: when the title below was
    obtained; `strict`: the other doubts of counting.
    """
    doubts = {
        "luck": any(row["unknown"] or row["special_cases"] for row in rows),
        "reading": any(row["cutoff"] == "PREVIOUS_YEAR_END" or row["cutoff_unsure"] for row in rows),
        "early": any(row["prior"] for row in rows),
        "strict": any(row["after"] == "MAYBE" or row["licences"] or row["over_age"] or row["prior"] for row in rows),
    }
    return {name: [0, 1] if doubt else [0] for name, doubt in doubts.items()}


def complete(who: Who, rows: list[Row]) -> Iterator[dict[str, Any]]:
    """
    Yield every complete person that the facts may mean (of a month, the first and the last day stand for all).
    """
    dated = {key: days_of(who[key]) for key in DATES if who[key] is not None}
    ways: dict[str, list[Any]] = {key: list(dict.fromkeys((days[0], days[-1]))) for key, days in dated.items()}
    ways |= left_open(rows)
    if who["full_time"] is None:
        ways["full_time"] = [True, False]
    told = who["conditions"]
    asked = {name for row in rows for name in (*row["conditions"].split(";"), row["id"])}
    open_ = [name for name, value in told.items() if value is None and name in asked]
    licences = {kind: dt.date.fromisoformat(day) for kind, day in who["licences"].items()}
    for chosen in itertools.product(*ways.values()):
        for answers in itertools.product((True, False), repeat=len(open_)):
            conditions = {**told, **dict(zip(open_, answers, strict=True))}
            man = {**who, **dict(zip(ways, chosen, strict=True)), "licences": licences, "conditions": conditions}
            yield {**man, "work_from": days_of(who["work"])[0]}


def is_about(row: Row, who: Who) -> bool:
    """
    Whether a row that may not decide is about a person: it names the highest education, or none at all.
    """
    if row["ground"] and who["conditions"][row["id"]] is False:
        return False
    has = {who["education"], who["degree"]} - {None}
    highest = next((names & has for names in reversed(HEIGHT) if names & has), set[str]())
    own = set[str]().union(*(OWN[name] for name in highest))
    return not row["education"] or bool(own & set(row["education"].split(";")))


def rows_for(places: tuple[str, ...], scheme: str, target: str, who: Who, on: dt.date) -> list[Row]:
    """
    Return the rows of the nearest place that has one.
    """
    year = who["year"] or on.year
    for place in places:
        rows: list[Row] = [
            row
            for row in RULES
            if (row["jurisdiction"], row["scheme"]) == (place, scheme)
            and target in row["targets"].split(";")
            and holds(row, year, on)
            # A row that names a special case and nothing else is for those who state it.
            and (
                row["confidence"] != "none"
                or not row["special_cases"]
                or who["case"] in row["special_cases"].split(";")
            )
        ]
        if rows:
            return rows
    return []


def answer(places: tuple[str, ...], scheme: str, target: str, who: Who, on: dt.date) -> Decision:
    """
    Return what the twin thinks; `places` are the place and those above it.
    """
    year = who["year"] or on.year
    rows = rows_for(places, scheme, target, who, on)
    may = [row for row in rows if row["confidence"] in {"high", "medium"} and row["jurisdiction"] != "CN-unattributed"]
    weak = [row for row in rows if row not in may and is_about(row, who)]
    unshown = [row for row in may if not shown(row, year)]
    sure = [row for row in may if shown(row, year)]
    # Where every way is a review, the retired are shut out whatever else is open.
    reviewed = all(row["route"] in {*BY_REVIEW, "RECONFIRM", ""} for row in rows)
    shut = target not in GRADES and scheme not in NOT_ONLY_REVIEW and reviewed
    worlds: set[tuple[bool, bool]] = set()
    for man in complete({**who, "by_grade": target in GRADES, "places": places}, sure):
        worlds.add((any(meets(row, man, on) for row in sure), is_retired(man, on)))
        if len({yes for yes, _ in worlds}) == 2 and (not shut or (False, False) in worlds or (True, False) in worlds):
            break  # nothing more can change
    if shut and all(retired for _, retired in worlds):
        return Decision.OUT
    floor = bool(rows) and rows[0]["jurisdiction"] == "CN" != places[0] and scheme not in EXAMINED
    if scheme == "ACCOUNTING" and target in {"435", "434", "420"}:
        floor = False
    if all(yes for yes, _ in worlds):
        return Decision.REVIEW if floor else Decision.IN
    usual = any(not row["exception"] for row in may)
    if weak or unshown or not usual or any(yes for yes, _ in worlds):
        return Decision.REVIEW
    return Decision.OUT
