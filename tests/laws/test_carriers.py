"""
Every carrier of a requirement really carries it: disabled, at least one executed case changes its outcome.

What "disabled" means is defined for each kind in `tests.support.disabling`; the
cases are the tests marked with the requirement and the examples of the rows
that name it (`tests.support.executed`). A system whose requirements stand in
data/requirements takes part of itself.
"""

from __future__ import annotations

import pytest

from tests.support.disabling import DISABLERS, disabled
from tests.support.executed import cases
from tools.documents import requirements

ENTRIES = [entry for data in requirements.systems() for entry in data["requirement"]]
PAIRS = [(entry["id"], kind, name) for entry in ENTRIES for kind, name in requirements.carriers(entry)]
CARRIERS: dict[tuple[str, str], list[str]] = {}
for _id, _kind, _name in PAIRS:
    CARRIERS.setdefault((_kind, _name), []).append(_id)

# Requirements carried by nothing that can be disabled, and why.
NOTHING_TO_DISABLE = {
    "GX-066": "the document's example is a fixture, and no rule may be derived from it",
    "GX-025": "installing is the host's: there is nothing in the library, and a test that there is not",
    "GD-002": "the page's news teasers are no material: a test that nothing of them is here",
    "GD-047": "a counter's address is the host's: a test that none is shipped",
    "GD-050": "logins and passwords are never stored here: a test that no field holds one",
    "LYG-013": "contact data are the host's: a test that none is shipped",
    "LYG-014": "what only the missing annexes show is not known: a test that nothing is invented",
    "LYG-038": "that education has one step is what is not there: a test that it is only saved",
    "LYG-063": "menus belong to the program: a test that none is here",
    "LYG-064": "a duty of the addressees, nothing on data: a test that no rule is made of it",
    "CE-001": "how the source is numbered and cited: a test reads every citation",
    "CE-005": "contact data are the host's: a test that none is shipped",
    "CE-048": "the arithmetic of the figures: a test that the three parts are the whole",
    "CE-055": "a web address and a manual on the screen are the host's: a test that none is shipped",
    "CE-061": "a web address is the host's: a test that none is shipped",
    "CE-076": "a question without an answer: a test that nothing answers it",
}


@pytest.fixture(scope="module", autouse=True)
def everything_holds() -> None:
    """
    With nothing disabled every case holds; afterwards the caches of the library are known.
    """
    assert [] == sorted({case.name for held in cases().values() for case in held if not case.holds()})


@pytest.mark.parametrize(("kind", "name"), [pair for pair in CARRIERS if pair[0] in DISABLERS], ids=str)
def test_a_disabled_carrier_is_noticed(kind: str, name: str) -> None:
    """
    With the carrier disabled, some case of each requirement it carries fails.
    """
    with disabled(kind, name):
        silent = [
            requirement
            for requirement in CARRIERS[kind, name]
            if all(case.holds() for case in cases().get(requirement, ()))
        ]

    assert [] == silent


def test_every_kind_can_be_disabled() -> None:
    """
    Every kind of carrier has a meaning of "disabled"; a test is itself the case.
    """
    assert {kind for kind, _ in CARRIERS} - DISABLERS.keys() == {"test"}


def test_what_cannot_be_disabled_is_listed() -> None:
    """
    Every requirement has a carrier that can be disabled; those that have none are listed with the reason.
    """
    proved = {requirement for requirement, kind, _ in PAIRS if kind in DISABLERS}

    assert set(NOTHING_TO_DISABLE) == {entry["id"] for entry in ENTRIES} - proved


def test_nothing_stays_disabled() -> None:
    """
    After all this every case holds again.
    """
    with disabled("rule", "GX.F.SEQ"), disabled("table", "SEX"), disabled("api", "credrules.systems.guangxi.scope"):
        pass

    assert [] == sorted({case.name for held in cases().values() for case in held if not case.holds()})
