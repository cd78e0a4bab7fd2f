"""
The three-part rule on frames and on rows: credrules beside pandas, polars and DuckDB, each in a fresh process.

``python -m benchmarks.frames [--large]`` (needs the dependency group ``bench``,
the extra ``frames`` and pyarrow) prints, for 100,000 and 1,000,000 entries
(``--large``: and 10,000,000), the median seconds over the rounds and the most
memory the process ever held, and exits with 1 when a goal was missed. In every
round each candidate runs once, in turn, in an interpreter of its own: there it
prepares its data, runs three times (ten million entries: once) and tells the
median. Seconds do not hold the preparing. Memory is measured apart, with rows
that come one at a time. Everybody's verdicts are counted and must be the same.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from benchmarks.measure import goals
from credrules.hours import REQUIREMENTS, audit_many

RULE = REQUIREMENTS["CN-GD-2021"]
SUBJECTS = ("公需", "专业", "选修")
HOURS = (2, 4, 8, 16)
NEEDS = {"公需": 30, "专业": 42, "选修": 18}
TOTAL = 90
YEAR = 2023
NAMES = ["person", "year", "subject", "hours"]
PER_PERSON = 45
SIZES = (100_000, 1_000_000)
LARGE = 10_000_000
ROUNDS = 5
# How many times as fast as pandas `audit_many` is to be, from rows.
FASTER = {100_000: 3.5, 1_000_000: 1.8, 10_000_000: 2.0}

Data: TypeAlias = Any
"""Rows, a frame, or a connection: whatever a candidate works on."""
Verdict: TypeAlias = tuple[int, int]
"""How many people and years, and how many of them passed."""


def rows(count: int) -> Iterator[tuple[str, int, str, int]]:
    """Yield entries of invented people, in no order."""
    people = [f"P{number:07}" for number in range(max(count // PER_PERSON, 1))]
    for number in range(count):
        mixed = number * 2654435761 & 0xFFFFFFFF
        mixed = (mixed ^ mixed >> 15) * 2246822519 & 0xFFFFFFFF
        mixed ^= mixed >> 13
        yield people[mixed % len(people)], YEAR, SUBJECTS[(mixed >> 16) % 3], HOURS[mixed >> 8 & 3]


def _polars(count: int) -> Data:
    # The same entries as `rows`, reckoned by polars: all verdicts are compared.
    import polars as pl  # noqa: PLC0415  # each candidate loads what it needs

    people = max(count // PER_PERSON, 1)
    mixed = pl.int_range(count, dtype=pl.UInt64, eager=True) * 2654435761 & 0xFFFFFFFF
    mixed = (mixed ^ mixed // 2**15) * 2246822519 & 0xFFFFFFFF
    mixed = mixed ^ mixed // 2**13
    columns = (
        pl.Series([f"P{number:07}" for number in range(people)]).gather(mixed % people),
        pl.repeat(YEAR, count, dtype=pl.Int64, eager=True),
        pl.Series(SUBJECTS).gather(mixed // 2**16 % 3),
        pl.Series(HOURS).gather(mixed // 2**8 % 4),
    )
    return pl.DataFrame([column.alias(name) for name, column in zip(NAMES, columns, strict=True)])


def _pandas(count: int) -> Data:
    return _polars(count).to_pandas()


def _duckdb(count: int) -> Data:
    import duckdb  # noqa: PLC0415  # each candidate loads what it needs

    base = duckdb.connect()
    base.execute("SET enable_progress_bar = false")  # it would be printed among the figures
    base.register("frame", _polars(count).to_arrow())
    base.execute("CREATE TABLE entries AS FROM frame")
    base.unregister("frame")
    return base


def _counted(passed: Iterable[bool]) -> Verdict:
    verdicts = list(passed)
    return len(verdicts), sum(verdicts)


def many(entries: Iterable[object]) -> Verdict:
    """Audit rows with credrules."""
    return _counted(audit.passed for _, _, audit in audit_many(entries, requirement=RULE))


def pandas_rows(entries: Iterable[object]) -> Verdict:
    """Audit rows with pandas."""
    import pandas as pd  # noqa: PLC0415  # each candidate loads what it needs

    given = entries if isinstance(entries, list) else list(entries)
    return pandas_frame(pd.DataFrame(given, columns=NAMES))


def polars_rows(entries: Iterable[object]) -> Verdict:
    """Audit rows with polars."""
    import polars as pl  # noqa: PLC0415  # each candidate loads what it needs

    given: Data = entries if isinstance(entries, list) else list(entries)
    return polars_filter(pl.DataFrame(given, schema=NAMES, orient="row"))


def pandas_frame(frame: Data) -> Verdict:
    """Audit a ready frame with pandas."""
    sums = frame.groupby(["person", "year", "subject"], sort=False)["hours"].sum().unstack(fill_value=0)  # noqa: PD010  # groupby gives one sum per cell
    passed = sums.sum(axis=1) >= TOTAL
    for name, need in NEEDS.items():
        passed &= sums[name] >= need
    return len(passed), int(passed.sum())


def polars_filter(frame: Data) -> Verdict:
    """Audit a ready frame with polars, by filtered sums."""
    import polars as pl  # noqa: PLC0415  # each candidate loads what it needs

    of = {name: pl.col("hours").filter(pl.col("subject") == name).sum() for name in SUBJECTS}
    enough = [of[name] >= need for name, need in NEEDS.items()]
    found = frame.group_by("person", "year").agg(
        pl.all_horizontal(*enough, pl.col("hours").sum() >= TOTAL).alias("passed")
    )
    return len(found), found["passed"].sum()


def polars_when(frame: Data) -> Verdict:
    """Audit a ready frame with polars, by sums of when and then."""
    import polars as pl  # noqa: PLC0415  # each candidate loads what it needs

    of = [pl.when(pl.col("subject") == name).then(pl.col("hours")).otherwise(0).sum().alias(name) for name in SUBJECTS]
    sums = frame.lazy().group_by("person", "year").agg(*of, pl.col("hours").sum().alias("total"))
    enough = [pl.col(name) >= need for name, need in NEEDS.items()]
    found = sums.with_columns(pl.all_horizontal(*enough, pl.col("total") >= TOTAL).alias("passed")).collect()
    return len(found), found["passed"].sum()


def duckdb_table(base: Data) -> Verdict:
    """Audit a table with DuckDB."""
    parts = [f"coalesce(sum(hours) FILTER (subject = '{name}'), 0) >= {need}" for name, need in NEEDS.items()]
    query = f"SELECT sum(hours) >= {TOTAL} AND {' AND '.join(parts)} p FROM entries GROUP BY person, year"  # noqa: S608  # our own constants
    found = base.execute(f"SELECT count(*), count(*) FILTER (p) FROM ({query})").fetchone()  # noqa: S608  # as above
    return int(found[0]), int(found[1])


def frame_path(frame: Data) -> Verdict:
    """Audit a ready pandas or polars frame with credrules."""
    from credrules.frames import audit_frame  # noqa: PLC0415  # each candidate loads what it needs

    found = audit_frame(frame, requirement=RULE)
    return len(found), int(found["passed"].sum())


def arrow_path(frame: Data) -> Verdict:
    """Audit a ready PyArrow table with credrules."""
    from credrules.frames import audit_frame  # noqa: PLC0415  # each candidate loads what it needs

    found = audit_frame(frame, requirement=RULE)
    return len(found), sum(found["passed"].to_pylist())


def relation_path(base: Data) -> Verdict:
    """Audit a relation of DuckDB with credrules."""
    from credrules.frames import audit_frame  # noqa: PLC0415  # each candidate loads what it needs

    found = audit_frame(base.table("entries"), requirement=RULE)
    return tuple(map(int, found.aggregate("count(*), count(*) FILTER (passed)").fetchall()[0]))  # type: ignore[return-value]  # two


CANDIDATES: dict[str, tuple[Callable[[int], Data], Callable[[Data], Verdict]]] = {
    "rows: credrules": (rows, many),
    "rows: pandas": (rows, pandas_rows),
    "rows: polars": (rows, polars_rows),
    "polars: by hand, filter": (_polars, polars_filter),
    "polars: by hand, when": (_polars, polars_when),
    "polars: credrules": (_polars, frame_path),
    "pandas: by hand": (_pandas, pandas_frame),
    "pandas: credrules": (_pandas, frame_path),
    "PyArrow: credrules": (lambda count: _polars(count).to_arrow(), arrow_path),
    "DuckDB: by hand": (_duckdb, duckdb_table),
    "DuckDB: credrules": (_duckdb, relation_path),
}


def one(name: str, count: int, *, memory: bool) -> None:
    """Run one candidate in this process and print what came of it."""
    prepare, run = CANDIDATES[name]
    data = prepare(count)
    taken = []
    if isinstance(data, Iterator) and not memory:
        data = list(data)
    for _ in range(1 if memory or count >= LARGE else 3):
        start = time.perf_counter()
        verdict = run(data)
        taken.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([statistics.median(taken), peak, verdict]))


def _fresh(name: str, count: int, *, memory: bool) -> tuple[float, float, list[int]]:
    script = f"from benchmarks.frames import one\none({name!r}, {count}, memory={memory})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter with our own script
    seconds, peak, verdict = json.loads(done.stdout)
    return seconds, peak, verdict


def compare(count: int, rounds: int) -> list[tuple[str, float, float]]:
    """Print the table of one size and return its goals."""
    times: dict[str, list[float]] = {name: [] for name in CANDIDATES}
    verdicts = set()
    for _ in range(rounds):
        for name, taken in times.items():
            seconds, _, verdict = _fresh(name, count, memory=False)
            taken.append(seconds)
            verdicts.add(tuple(verdict))
    peaks = {name: _fresh(name, count, memory=True)[1] for name in CANDIDATES}
    assert len(verdicts) == 1, verdicts
    people, passed = verdicts.pop()
    print(f"\n{count:,} entries, {people:,} people, {passed:,} passed; {rounds} rounds\n")
    print("| candidate | seconds | ns an entry | peak MiB |\n|---|---:|---:|---:|")
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"| {name} | {middle:.3f} | {middle / count * 1e9:,.0f} | {peaks[name]:,.0f} |")

    def ratio(name: str, *others: str) -> float:
        # Round by round, as the machine's speed drifts between rounds.
        best = [min(times[other][number] for other in others) for number in range(rounds)]
        return statistics.median(mine / other for mine, other in zip(times[name], best, strict=True))

    path = ratio("polars: credrules", "polars: by hand, filter", "polars: by hand, when")
    if count < LARGE:
        print(f"\nFrame path / best polars by hand: {path:.2f}; some four milliseconds are the same at any size.")
    own = _base()
    memory = (peaks["rows: credrules"] - own["credrules"]) / (peaks["rows: pandas"] - own["pandas"])
    return [
        *([(f"{count:,}: frame path / best polars by hand", 1.3, path)] if count >= LARGE else []),
        (f"{count:,}: rows / pandas from rows", 1 / FASTER[count], ratio("rows: credrules", "rows: pandas")),
        (f"{count:,}: memory of rows / of pandas, interpreter and imports apart", 0.1, memory),
    ]


def _base() -> dict[str, float]:
    script = "import {}, resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    found = {}
    for name, module in (("credrules", "credrules.hours.streams"), ("pandas", "pandas")):
        done = subprocess.run(  # noqa: S603  # our own interpreter with our own script
            [sys.executable, "-c", script.format(module)], capture_output=True, text=True, check=True
        )
        found[name] = float(done.stdout)
    return found


def main(arguments: list[str]) -> int:
    """Compare all sizes; return how many goals were missed."""
    sizes = [*SIZES, *([LARGE] if "--large" in arguments else [])]
    measured = [row for count in sizes for row in compare(count, ROUNDS)]
    return goals(measured)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
