"""
Every requirement has its OK and its Not OK case among the tests.
"""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

from tools.documents import requirements

TESTS = Path(__file__).resolve().parent.parent
ENTRIES = [entry for data in requirements.systems() for entry in data["requirement"]]
# A case the source does not give: no counter-example is written for these.
NO_COUNTER_CASE: frozenset[str] = frozenset()


@functools.cache
def marked() -> dict[str, frozenset[str]]:
    """
    Return side -> ids that a mark of that side names, read from the tests' source.
    """
    found: dict[str, set[str]] = {"ok": set(), "not_ok": set()}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in found:
                texts = [item.value for item in node.args if isinstance(item, ast.Constant)]
                found[node.func.id].update(text for text in texts if isinstance(text, str))
    return {side: frozenset(ids) for side, ids in found.items()}


@pytest.mark.parametrize("requirement", [entry["id"] for entry in ENTRIES])
def test_requirement_has_both_cases(requirement: str) -> None:
    """
    What must pass and what must not are both executed.
    """
    assert requirement in marked()["ok"]
    assert requirement in marked()["not_ok"] | NO_COUNTER_CASE


def test_marks_name_known_requirements() -> None:
    """
    A mark names a requirement that exists.
    """
    known = {entry["id"] for entry in ENTRIES}
    heads = {name.partition("-")[0] for name in known}
    named = {name for names in marked().values() for name in names if name.partition("-")[0] in heads}

    assert set() == named - known
