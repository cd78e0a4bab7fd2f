"""
The three-part rule over rows of study, by credrules and by pandas, polars and DuckDB, in one run.

``python -m benchmarks.hours [ENTRIES] [ROUNDS]`` prints the median seconds of
each candidate from plain rows ``(person, year, subject, hours)`` to a verdict
per person and year, and the peak of memory that Python itself allocated in an
extra round (DuckDB and polars also allocate outside Python, which that does not
see). Every candidate runs in every round, in turn, and all verdicts are
compared before anything is printed. The peers are the dependency group
``bench``; one that is not installed is left out.
"""

from __future__ import annotations

import functools
import importlib.util
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

from benchmarks.measure import in_turns
from credrules.hours import REQUIREMENTS, Entry, audit_many

Row = tuple[str, int, str, int]
Verdicts = dict[tuple[str, int], bool]

RULE = REQUIREMENTS["CN-GD-2021"]
SUBJECTS = ("公需", "专业", "选修")
NEEDS = {"公需": 30, "专业": 42, "选修": 18}
TOTAL = 90
PER_PERSON = 45
YEARS = (2023,)
HEADINGS = ("人员", "年度", "科目", "学时")
FEW = 20_000


def rows(count: int) -> list[Row]:
    """Return entries of invented people, in no order."""
    rng = random.Random(7)  # noqa: S311  # invented rows
    people = [f"P{number:07}" for number in range(max(count // PER_PERSON, 1))]
    return [
        (rng.choice(people), rng.choice(YEARS), rng.choice(SUBJECTS), rng.choice((2, 4, 8, 16))) for _ in range(count)
    ]


def ours(entries: list[Row]) -> Verdicts:
    """Audit with credrules."""
    return {(person, year): audit.passed for person, year, audit in audit_many(entries, requirement=RULE)}  # type: ignore[misc]  # every row has a person and a year


def with_pandas(entries: list[Row]) -> Verdicts:
    """Audit with pandas."""
    import pandas as pd  # noqa: PLC0415  # optional peer

    frame = pd.DataFrame(entries, columns=["person", "year", "subject", "hours"])
    sums = frame.pivot_table(index=["person", "year"], columns="subject", values="hours", aggfunc="sum", fill_value=0)
    passed = (sums.sum(axis=1) >= TOTAL) & (sums["公需"] >= 30) & (sums["专业"] >= 42) & (sums["选修"] >= 18)
    return dict(zip(passed.index, passed.tolist(), strict=True))


def with_pandas_groupby(entries: list[Row]) -> Verdicts:
    """Audit with pandas, by groupby and unstack, usually its fastest way."""
    import pandas as pd  # noqa: PLC0415  # optional peer

    frame = pd.DataFrame(entries, columns=["person", "year", "subject", "hours"])
    sums = frame.groupby(["person", "year", "subject"], sort=False)["hours"].sum().unstack(fill_value=0)  # noqa: PD010  # groupby gives one sum per cell
    passed = (sums.sum(axis=1) >= TOTAL) & (sums["公需"] >= 30) & (sums["专业"] >= 42) & (sums["选修"] >= 18)
    return dict(zip(passed.index, passed.tolist(), strict=True))


def with_polars(entries: list[Row]) -> Verdicts:
    """Audit with polars."""
    import polars as pl  # noqa: PLC0415  # optional peer

    frame = pl.DataFrame(entries, schema=["person", "year", "subject", "hours"], orient="row")
    of = {name: pl.col("hours").filter(pl.col("subject") == name).sum() for name in SUBJECTS}
    enough = [of[name] >= need for name, need in NEEDS.items()]
    sums = frame.group_by("person", "year").agg(
        pl.all_horizontal(*enough, pl.col("hours").sum() >= TOTAL).alias("passed")
    )
    return {(person, year): passed for person, year, passed in sums.iter_rows()}


def with_duckdb(entries: list[Row]) -> Verdicts:
    """Audit with DuckDB, which takes Python rows through a pandas frame."""
    import duckdb  # noqa: PLC0415  # optional peer
    import pandas as pd  # noqa: PLC0415  # optional peer

    frame = pd.DataFrame(entries, columns=["person", "year", "subject", "hours"])
    query = """
        SELECT person, year, sum(hours) >= 90
            AND coalesce(sum(hours) FILTER (subject = '公需'), 0) >= 30
            AND coalesce(sum(hours) FILTER (subject = '专业'), 0) >= 42
            AND coalesce(sum(hours) FILTER (subject = '选修'), 0) >= 18
        FROM frame GROUP BY person, year
    """
    with duckdb.connect() as base:
        base.register("frame", frame)
        return {(person, year): passed for person, year, passed in base.execute(query).fetchall()}


CANDIDATES: dict[str, tuple[Callable[[list[Row]], Verdicts], tuple[str, ...]]] = {
    "credrules": (ours, ()),
    "pandas, pivot": (with_pandas, ("pandas",)),
    "pandas, groupby": (with_pandas_groupby, ("pandas",)),
    "polars": (with_polars, ("polars",)),
    "DuckDB": (with_duckdb, ("duckdb", "pandas")),
}


def peak(function: Callable[[list[Row]], Verdicts], entries: list[Row]) -> float:
    """Return the peak of Python's own allocations in MiB."""
    tracemalloc.start()
    function(entries)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return top / 2**20


def in_forms(rounds: int) -> dict[str, float]:
    """Return the median seconds of the same entries in each form that `audit_many` reads."""
    entries = rows(FEW)
    forms: dict[str, list[Any]] = {
        "rows": entries,
        "rows of texts": [(who, str(year), subject, str(hours)) for who, year, subject, hours in entries],
        "Entry": [Entry(subject, hours, year, who) for who, year, subject, hours in entries],
        "dicts": [dict(zip(HEADINGS, row, strict=True)) for row in entries],
        "dicts, course named": [{**dict(zip(HEADINGS, row, strict=True)), "课程": "甲"} for row in entries],
    }
    jobs = {name: functools.partial(ours, some) for name, some in forms.items()}
    return in_turns(jobs, rounds=rounds)


def main(count: int, rounds: int) -> None:
    """Run all candidates in turn and print one line each."""
    entries = rows(count)
    here = {
        name: function
        for name, (function, needs) in CANDIDATES.items()
        if all(importlib.util.find_spec(need) for need in needs)
    }
    expected = ours(entries)
    for name, function in here.items():
        assert function(entries) == expected, name
    seconds: dict[str, list[float]] = {name: [] for name in here}
    for _ in range(rounds):
        for name, function in here.items():
            start = time.perf_counter()
            function(entries)
            seconds[name].append(time.perf_counter() - start)
    own = statistics.median(seconds["credrules"])
    print(f"\n{count:,} entries, {len(expected):,} person-years, {rounds} rounds\n")
    print("| candidate | seconds | times as long as credrules | peak MiB |\n|---|---:|---:|---:|")
    for name, function in here.items():
        middle = statistics.median(seconds[name])
        print(f"| {name} | {middle:.3f} | {middle / own:.2f} | {peak(function, entries):,.1f} |")
    forms = in_forms(rounds)
    print(f"\n{FEW:,} entries in other forms\n\n| form | times as long as rows |\n|---|---:|")
    for name, middle in forms.items():
        print(f"| {name} | {middle / forms['rows']:.2f} |")


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    main(*numbers, *(100_000, 5)[len(numbers) :])
