"""
``python -m learning_year``: see `learning_year.cli`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from sheets.program import run


def _load() -> Callable[[Sequence[str]], int]:
    from learning_year.cli import main  # noqa: PLC0415  # an interrupt while this is imported is met, too

    return main


if __name__ == "__main__":
    raise SystemExit(run(_load, sys.argv[1:]))
