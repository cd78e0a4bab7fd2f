"""
Ask one state of the library everything, and write what it answers: a line per case, an archive per area.

``python -m tools.comparing.probe PACKAGE DATA SAMPLES OUT COUNT AREA...`` is started by
`tools/compare_findings.py` with the folder of the installed state first on the path; it refuses to ask another one.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import credrules
from tools.comparing import applications, examples, figures, machines, rows, systems, texts
from tools.comparing.world import Case, World

AREAS: Final[dict[str, Callable[[World], Iterator[Case]]]] = {
    "samples": rows.samples,
    "examples": examples.every_example,
    "messages": texts.wording,
    "machines": machines.every_step,
    "words": machines.words_of_systems,
    "guangxi": systems.guangxi_records,
    "learning": systems.learning_files,
    "units": systems.units_and_requests,
    "titles": applications.title_files,
    "workers": applications.workers,
    "eligibility": applications.assessments,
    "rosters": rows.roster_rows,
    "frames": rows.frames,
    "audits": figures.audits,
    "conversions": figures.conversions,
    "translate": texts.translations,
    "tables": texts.tables,
    "leaves": texts.leaves,
}
"""What is asked, by name."""


# Where an object lies in memory is no answer; masked or not.
_ADDRESS: Final = re.compile(" at 0x[0-9a-f*]+")


def ask(area: str, world: World, out: Path) -> float:
    """
    Write the answers of one area; return the seconds of the processor it took.
    """
    begun = time.process_time()
    with gzip.open(out / f"{area}.jsonl.gz", "wt", compresslevel=1, encoding="utf-8", errors="surrogatepass") as lines:
        for key, facets in AREAS[area](world):
            lines.write(_ADDRESS.sub(" at 0x-", json.dumps([key, facets], ensure_ascii=True)) + "\n")
    return time.process_time() - begun


def main(arguments: list[str]) -> int:
    """
    Ask the areas named, or say that another state than the wanted one was imported.
    """
    package, data, samples, out = map(Path, arguments[:4])
    here = Path(credrules.__file__).resolve()
    if not here.is_relative_to(package.resolve()):
        sys.stderr.write(f"{here} was imported, not the state in {package}\n")
        return 2
    world = World(data, samples, int(arguments[4]))
    seconds = {area: ask(area, world, out) for area in arguments[5:]}
    told = {"seconds": seconds, "left out": examples.left_out(world) if "examples" in seconds else {}}
    (out / "about.json").write_text(json.dumps(told), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
