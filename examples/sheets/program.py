"""
What every program at a desk does alike: it says why in words, prints on any terminal, and ends clean.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Final, NoReturn

INTERRUPTED: Final = 130
CANNOT_PRINT: Final = 13


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
        for number in _ENDS:
            signal.signal(number, _end)
    try:
        code = load()(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("已中断，没有留下任何结果。")
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads the answer has seen enough.
        _let_go()
        return CANNOT_PRINT
    except OSError as error:
        _let_go()
        _say(f"无法输出（{error.strerror or type(error).__name__}）。")
        return CANNOT_PRINT
    return code


_ENDS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def _say(line: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(line + "\n")


def _let_go() -> None:
    # What could not be printed is not tried again when the interpreter ends.
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    # As an interrupt, so that what was begun is taken back; a second one does not disturb that.
    for number in _ENDS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
