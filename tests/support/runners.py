"""
The executed examples of the catalogue: each is a call of the library (`credrules.testing.calls`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credrules.catalogue import RULES, Example, freeze
from credrules.findings import Finding
from credrules.testing.calls import call_of
from credrules.values import FrozenMap


def run(call: str, arguments: Mapping[str, Any]) -> frozenset[str]:
    """
    Run one example and return the codes it found; CredrulesError for a name that leads nowhere.
    """
    return frozenset(call_of(_example(call, arguments)).codes())


def findings_in(call: str, arguments: Mapping[str, Any]) -> tuple[Finding, ...]:
    """
    Run one example and return the findings in its answer; none where the answer is a frame.
    """
    return call_of(_example(call, arguments)).findings()


def _example(call: str, arguments: Mapping[str, Any]) -> Example:
    return Example(call, FrozenMap({key: freeze(value) for key, value in arguments.items()}))


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
