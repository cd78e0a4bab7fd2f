"""
Run the library under an audit hook and print what it touched, as JSON.

Started by tests/laws/test_no_world.py in a process of its own, because a hook
cannot be taken away again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

# Events of the world; everything else (import, compile, object.__getattr__) is Python at work.
WORLD = (
    "open", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "ctypes.", "sqlite3.", "webbrowser.",
    "http.", "ftplib.", "smtplib.", "ssl.", "glob.", "pathlib.", "mmap.", "signal.", "syslog.", "time.", "fcntl.",
    "winreg.", "msvcrt.", "builtins.input", "builtins.breakpoint",
)  # fmt: skip
# While modules are being loaded, the import system lists folders and reads code.
LOADING = {"os.listdir", "os.scandir", "os.chdir"}
WRITING = frozenset("wax+")


class Listener:
    """
    Collects the world's events while `phase` is set.
    """

    def __init__(self) -> None:
        self.phase = ""
        self.events: dict[str, set[str]] = {"first": set(), "second": set()}

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """
        Note one event of the interpreter.
        """
        if self.phase and event.startswith(WORLD) and not self._loading(event, arguments):
            self.events[self.phase].add(f"{event} {arguments!r}"[:300])

    def _loading(self, event: str, arguments: tuple[object, ...]) -> bool:
        if self.phase == "second":
            return False
        reading = event == "open" and not WRITING & set(str(arguments[1] or ""))
        return event in LOADING or (reading and str(arguments[0]).endswith((".py", ".pyc", ".so", ".pyd")))


def _round(tasks: Iterable[tuple[object, object]]) -> int:
    count = 0
    for count, (function, value) in enumerate(tasks, 1):  # noqa: B007  # counted for the law
        function(value)  # type: ignore[operator]  # a check of the public face
    return count


def main() -> None:
    """
    Two rounds over the same calls; print events and number of calls.
    """
    # Loaded before the hook listens; Hypothesis looks for plug-ins of its own when it is imported, Narwhals when it is
    # first asked about an object it does not know, and polars brings machine code along.
    import hypothesis  # noqa: F401, PLC0415  # as just said
    import narwhals  # noqa: PLC0415  # as just said
    import polars as pl  # noqa: F401, PLC0415  # as just said

    narwhals.from_native(0, pass_through=True)

    from tests.support import faces, hostile, runners  # noqa: PLC0415  # as just said

    listener = Listener()
    sys.addaudithook(listener)
    calls = 0
    for phase in ("first", "second"):
        values = tuple(hostile.plain())
        listener.phase = phase
        calls = _round((function, value) for function in faces.checks().values() for value in values)
        calls += runners.run_all()
        listener.phase = ""
    answer = {"events": {key: sorted(value) for key, value in listener.events.items()}, "calls": calls}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
