"""
How a catalogue example is run: the name in `call` leads to a function that answers finding codes.

Each area adds a file ``runners_<area>.py`` beside this one with a dict
`RUNNERS`; a name that stands in two files is refused. A runner takes the
example's arguments as keywords and returns anything that carries findings: a
Report, a Step, a Finding, codes, or an iterable of these.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from credrules.catalogue import RULES, Example, thaw
from credrules.findings import Finding

Runner = Callable[..., object]


@functools.cache
def runners() -> dict[str, Runner]:
    """
    Return every named runner.
    """
    found: dict[str, Runner] = {}
    for path in sorted(Path(__file__).parent.glob("runners_*.py")):
        module = importlib.import_module(f"tests.support.{path.stem}")
        for name, runner in module.RUNNERS.items():
            if name in found:
                message = f"two runners called {name}, the second in {path.name}"
                raise ValueError(message)
            found[name] = runner
    return found


def codes_of(answer: object) -> frozenset[str]:
    """
    Return the finding codes an answer carries, whatever its shape.
    """
    if isinstance(answer, str):
        return frozenset({answer})
    if isinstance(answer, Finding):
        return frozenset({answer.code})
    findings = getattr(answer, "findings", None)
    if findings is not None:
        return frozenset(item.code for item in findings)
    if isinstance(answer, Iterable):
        return frozenset().union(*(codes_of(item) for item in answer))
    message = f"a runner returned {type(answer).__name__}, which carries no findings"
    raise TypeError(message)


def _resolve(call: str) -> Runner | None:
    named = runners().get(call)
    if named is not None:
        return named
    area, _, rest = call.partition(".")
    if area == "identifiers" and rest:
        return importlib.import_module(f"credrules.identifiers.{rest}").check  # type: ignore[no-any-return]  # a module's verb
    if area == "codes" and rest:
        return getattr(importlib.import_module("credrules.codes"), rest).check  # type: ignore[no-any-return]  # a table's verb
    return None


def run(call: str, arguments: Mapping[str, Any]) -> frozenset[str]:
    """
    Run one example and return the codes it found; KeyError for a name nobody runs.
    """
    return codes_of(_answer(call, arguments))


def _answer(call: str, arguments: Mapping[str, Any]) -> object:
    runner = _resolve(call)
    if runner is None:
        raise KeyError(call)
    plain = {key: thaw(value) for key, value in arguments.items()}
    if isinstance(plain.get("on"), str):
        plain["on"] = importlib.import_module("datetime").date.fromisoformat(plain["on"])
    return runner(**plain)


def findings_in(call: str, arguments: Mapping[str, Any]) -> tuple[Finding, ...]:
    """
    Run one example and return the findings in its answer; none where a runner answers codes only.
    """
    return tuple(_findings_of(_answer(call, arguments)))


def _findings_of(answer: object) -> Iterable[Finding]:
    if isinstance(answer, Finding):
        yield answer
    elif not isinstance(answer, str):
        inner = getattr(answer, "findings", None)
        for item in answer if inner is None and isinstance(answer, Iterable) else inner or ():
            yield from _findings_of(item)


def examples() -> list[tuple[str, bool, int, Example]]:
    """
    Return (code, whether it fails, number, example) of every row.
    """
    found = []
    for code, row in RULES.items():
        found += [(code, False, number, example) for number, example in enumerate(row.passes)]
        found += [(code, True, number, example) for number, example in enumerate(row.fails)]
    return found


def run_all() -> int:
    """
    Run every example, for laws that watch from outside; return how many.
    """
    rows = examples()
    for _, _, _, example in rows:
        run(example.call, example.arguments)
    return len(rows)
