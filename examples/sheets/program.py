"""
What every program at a desk does alike: it says why in words, prints on any terminal, and ends clean.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130


def run(load: Callable[[], Callable[[Sequence[str]], int]], arguments: Sequence[str]) -> int:
    """
    Load a program and run it; an interrupt or an end asked for from outside, at any moment, leaves nothing behind.

    `load` imports the program: that may take a second, in which somebody may press Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        # A Chinese message must not end the program on a terminal that cannot show it.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # text streams of a process have it
    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGTERM, _end)
    try:
        return load()(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("已中断，没有留下任何结果。\n")
        return INTERRUPTED


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    # As an interrupt, so that what was begun is taken back.
    raise KeyboardInterrupt
