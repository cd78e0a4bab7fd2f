"""
``python -m worker_grades``: see `worker_grades.cli`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from sheets.program import run


def _load() -> Callable[[Sequence[str]], int]:
    from worker_grades.cli import main  # noqa: PLC0415  # an interrupt while this is imported is met, too

    return main


if __name__ == "__main__":
    raise SystemExit(run(_load, sys.argv[1:]))
