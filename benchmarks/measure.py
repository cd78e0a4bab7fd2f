"""
Timing in turns: each round runs every candidate once, so that a ratio compares like with like.

Only ratios inside one run mean anything; the machine's speed drifts between runs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping

Job = Callable[[], object]


def in_turns(jobs: Mapping[str, Job], *, rounds: int = 7, repeat: int = 1) -> dict[str, float]:
    """
    Return name -> median seconds of one call, each round all jobs in turn.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            start = time.perf_counter()
            for _ in range(repeat):
                job()
            times[name].append((time.perf_counter() - start) / repeat)
    return {name: statistics.median(taken) for name, taken in times.items()}


def processes(scripts: Mapping[str, str], *, rounds: int = 5) -> dict[str, float]:
    """
    Return name -> median seconds of what a fresh interpreter prints: each script prints its own seconds.

    The first round is not counted: it leaves the bytecode that an installation has.
    """
    times: dict[str, list[float]] = {name: [] for name in scripts}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for number in range(rounds + 1):
        for name, script in scripts.items():
            code = f"import time\nstart = time.perf_counter()\n{script}\nprint(time.perf_counter() - start)"
            done = subprocess.run(  # noqa: S603  # our own interpreter with our own script
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
            )
            if number:
                times[name].append(float(done.stdout))
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(title: str, found: Mapping[str, float], *, against: str) -> None:
    """
    Print one table: seconds and how many times faster than `against`.
    """
    print(f"\n{title}\n")
    print(f"| candidate | microseconds | times as fast as {against} |\n|---|---:|---:|")
    for name, taken in found.items():
        print(f"| {name} | {taken * 1e6:,.2f} | {found[against] / taken:,.2f} |")


def goals(rows: Iterable[tuple[str, float, float]]) -> int:
    """
    Print goal, bound and what was measured; return how many were missed (a bound is an upper limit).
    """
    missed = 0
    print("\n| goal | at most | measured | |\n|---|---:|---:|---|")
    for name, bound, measured in rows:
        kept = measured <= bound
        missed += not kept
        print(f"| {name} | {bound:g} | {measured:.3g} | {'kept' if kept else 'MISSED'} |")
    return missed
