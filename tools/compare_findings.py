"""
Show what a change does to the answers of the library: BASE against the working tree, to the last character.

``python tools/compare_findings.py BASE`` builds the wheels of the commit BASE and of the working tree, asks both the
same (the shipped samples, every example of the catalogue, 20 000 random records and rows, every step of every machine,
audits, conversions, translations, tables, frames, messages in both languages), and prints what differs, by area and
kind. It ends with 0 when nothing does, with 1 when something does, with 2 when it could not compare.

Only promised names are called, so that code may move between the two states. They run with different hash seeds: an
answer that hangs on the order of a set shows as a difference, also of a state from itself.

--only AREA (may be repeated) asks that area alone; --count N sets the number of random records and rows; --most N
shows so many cases of each kind of difference.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.comparing.building import BuildError, check_out, install  # noqa: E402  # found once the root is on the path
from tools.comparing.differences import AreaResult, compare  # noqa: E402  # as above

AREAS: Final = (
    "samples", "examples", "messages", "machines", "words", "guangxi", "learning", "units", "titles", "workers",
    "eligibility", "rosters", "frames", "audits", "conversions", "translate", "tables", "leaves",
)  # fmt: skip
COUNT: Final = 20_000
_WIDTH: Final = 1_200


def _start(package: Path, data: Path, out: Path, seed: int, asked: Sequence[str]) -> subprocess.Popen[bytes]:
    out.mkdir()
    path = os.pathsep.join((str(package), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": str(seed), "PYTHONSAFEPATH": "1"}
    command = (
        sys.executable,
        "-m",
        "tools.comparing.probe",
        *map(str, (package, data, ROOT / "examples", out)),
        *asked,
    )
    return subprocess.Popen(command, env=environment)  # noqa: S603  # our own words


def compare_installed(
    packages: tuple[Path, Path], data: Path, folder: Path, *, count: int, areas: Sequence[str], most: int
) -> tuple[list[AreaResult], dict[str, Any]]:
    """
    Ask two installed states (folders that hold `credrules`) and compare; `data` is the older state's authored data.

    Returns the results by area, and what the older state's run tells of itself. Raises BuildError when one fails.
    """
    outs = (folder / "before", folder / "after")
    asked = (str(count), *areas)
    running = [
        _start(package, data, out, seed, asked)
        for seed, (package, out) in enumerate(zip(packages, outs, strict=True), start=1)
    ]
    try:
        ended = [process.wait() for process in running]
    finally:
        for process in running:
            process.kill()
    if any(ended):
        raise BuildError("one of the two states could not be asked")
    about: dict[str, Any] = json.loads((outs[0] / "about.json").read_text("utf-8"))
    return [compare(area, *outs, most=most) for area in areas], about


def _show(result: AreaResult) -> None:
    for kind, count in result.kinds.most_common():
        print(f"\n{result.area}: {kind} ({count} {'case' if count == 1 else 'cases'})")
        for item in result.shown[kind]:
            print(f"  {item.case}\n    was {_cut(item.was)}\n    is  {_cut(item.now)}")


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]} … ({len(text)} characters)"


def _report(results: Sequence[AreaResult], about: dict[str, Any]) -> None:
    print(f"\n{'area':12}{'cases':>9}{'differ':>9}{'CPU s':>9}")
    for result in results:
        print(f"{result.area:12}{result.cases:9}{result.differing:9}{about['seconds'][result.area]:9.1f}")
    whole, differing = sum(it.cases for it in results), sum(it.differing for it in results)
    print(f"{'together':12}{whole:9}{differing:9}{sum(about['seconds'].values()):9.1f}")
    if about["left out"]:
        told = ", ".join(f"{call} ({number})" for call, number in about["left out"].items())
        print(f"examples no promised name leads to, not run: {told}")
    for result in results:
        _show(result)


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a change does to the answers of the library.")
    parser.add_argument("base", help="the commit to compare the working tree with")
    parser.add_argument("--only", action="append", choices=AREAS, metavar="AREA", help=f"one of {', '.join(AREAS)}")
    parser.add_argument("--count", type=int, default=COUNT, help="number of random records and rows")
    parser.add_argument("--most", type=int, default=3, help="how many cases of each kind of difference are shown")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str], *, root: Path = ROOT) -> int:
    """
    Compare a commit of the repository in `root` with the tree there; print; 0, 1 or 2 as said above.
    """
    asked = _arguments(arguments)
    areas = [area for area in AREAS if asked.only is None or area in asked.only]
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            check_out(root, asked.base, folder / "base")
            install(folder / "base", folder / "old")
            install(root, folder / "new")
            built = time.perf_counter()
            print(f"built in {built - begun:.0f} s; {asked.count} random records and rows", flush=True)
            packages = (folder / "old" / "installed", folder / "new" / "installed")
            data = folder / "base" / "data"
            results, about = compare_installed(packages, data, folder, count=asked.count, areas=areas, most=asked.most)
        except BuildError as error:
            sys.stderr.write(f"{error}\n")
            return 2
    _report(results, about)
    differing = sum(result.differing for result in results)
    said = f"{differing} {'case differs' if differing == 1 else 'cases differ'}" if differing else "nothing differs"
    print(f"\n{said} ({time.perf_counter() - begun:.0f} s)")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
