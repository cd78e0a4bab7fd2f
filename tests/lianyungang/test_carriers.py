"""
Every carrier of every requirement is proved: without it, one of the requirement's cases turns out otherwise.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from credrules.catalogue import RULES
from credrules.systems import lianyungang
from tests.support.carriers import cases_of, disabled, examples_of, outcome
from tools.documents import requirements

HERE = Path(__file__).resolve().parent
MODULES = [
    importlib.import_module(f"tests.lianyungang.{path.stem}")
    for path in sorted(HERE.glob("test_*.py"))
    if path.stem != "test_carriers"
]
ENTRIES = next(data for data in requirements.systems() if data["name"] == "lianyungang")["requirement"]
CARRIERS = [
    (entry["id"], kind, name)
    for entry in ENTRIES
    for carrier in entry["carried_by"]
    for kind, name in carrier.items()
    if kind != "test"
]
# Requirements that nothing carries that could be taken away, with the reason.
EXCEPTIONS = {
    "LYG-013": "contact data belong to the host: the test is that there are none",
    "LYG-014": "says which annexes exist: the test is that no red frame is invented",
    "LYG-038": "education is only saved: the test is that nothing of it is ever stale",
    "LYG-063": "menus belong to the host's program: the test is that there are none",
    "LYG-064": "a duty of the addressees: the test is that no rule speaks of it",
}

_CASES = cases_of(MODULES)
for _name, _found in examples_of({code: row for code, row in RULES.items() if code.startswith("LYG.")}).items():
    _CASES.setdefault(_name, []).extend(_found)


def test_only_tests_carry_what_cannot_be_taken_away() -> None:
    """
    Requirements without a carrier to take away are listed with their reason, and each has its test.
    """
    proved = {name for name, _, _ in CARRIERS}

    assert EXCEPTIONS.keys() == {entry["id"] for entry in ENTRIES} - proved
    assert all(
        carrier.keys() == {"test"} for entry in ENTRIES if entry["id"] in EXCEPTIONS for carrier in entry["carried_by"]
    )


@pytest.mark.slow
@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda carrier: f"{carrier[0]} {carrier[1]} {carrier[2]}")
def test_a_carrier_is_missed(carrier: tuple[str, str, str]) -> None:
    """
    Disabled, a carrier changes the outcome of at least one case of its requirement.
    """
    requirement, kind, name = carrier
    cases: list[Any] = _CASES[requirement]

    with disabled(kind, name, lianyungang.SYSTEM):
        assert any(not outcome(call) for _, call in cases)


@pytest.mark.slow
@pytest.mark.parametrize("requirement", sorted(_CASES))
def test_all_cases_pass_as_they_are(requirement: str) -> None:
    """
    With every carrier in its place, every case passes.
    """
    assert [] == [label for label, call in _CASES[requirement] if not outcome(call)]
