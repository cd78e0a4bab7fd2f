"""
``python -m roster_audit``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from sheets.program import run


def _load() -> Callable[[Sequence[str]], int]:
    from roster_audit.cli import main  # noqa: PLC0415  # an interrupt while this is imported is met, too

    return main


if __name__ == "__main__":
    sys.exit(run(_load, sys.argv[1:]))
