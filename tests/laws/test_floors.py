"""
Imports only point down (docs/architecture.md), never in a circle, and a module holds one idea.
"""

from __future__ import annotations

import graphlib

import pytest

from tests.support.source import Module, authored, imports, modules

# The first part of a name after `credrules.` (or the longest match) -> floor. A module that is not
# here has no place in the house yet: give it one in docs/architecture.md and in this table.
FLOORS = {
    "_lazy": 0,
    "data_version": 0,
    "values": 0,
    "masking": 0,
    "plain_words": 0,
    "care": 0,
    "spotting": 0,
    "lists": 0,
    "remembering": 0,
    "markup": 0,
    "_catalogue": 1,
    "catalogue": 1,
    "answers": 1,
    "findings": 1,
    "repairing": 1,
    "wording": 1,
    "none_words": 2,
    "text": 2,
    "dates": 2,
    "codes": 3,
    "identifiers": 3,
    "leaf": 4,
    "leaves": 4,
    "measures": 4,
    "keys": 4,
    "fields": 4,
    "engine": 4,
    "converter": 4,
    "workflow": 4,
    "facts": 5,
    "hours": 5,
    "eligibility": 5,
    "systems": 6,
    "rosters": 7,
    "display": 7,
    "schema": 7,
    "frames": 7,
    "testing": 7,
}
TOP = 7
SOFT_LIMIT = 500


def _tail(name: str) -> str:
    return name.removeprefix("credrules").removeprefix(".")


def _floor(name: str) -> int | None:
    # The face (`credrules` itself) stands on the roof: it may look at all floors, none may look at it.
    tail = _tail(name)
    return TOP + 1 if not tail else FLOORS.get(tail.partition(".")[0])


def _own(module: Module) -> set[str]:
    return {name for name in imports(module) if name == "credrules" or name.startswith("credrules.")}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_module_has_a_floor(module: Module) -> None:
    """
    Every module stands on a floor of docs/architecture.md.
    """
    assert _floor(module.name) is not None


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_imports_do_not_point_up(module: Module) -> None:
    """
    An import points to the same floor or to one below, inside functions too.
    """
    here = _floor(module.name)
    floors = {name: _floor(name) for name in _own(module)}
    assert here is not None
    upward = {name for name, floor in floors.items() if floor is None or floor > here}

    assert set() == upward


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_systems_do_not_know_one_another(module: Module) -> None:
    """
    A system imports its own rooms and the floors below, never another system.
    """
    parts = module.name.split(".")
    if parts[1:2] != ["systems"] or len(parts) < 3:
        return
    home = ".".join(parts[:3])
    others = {
        n for n in _own(module) if n.startswith("credrules.systems.") and n != home and not n.startswith(home + ".")
    }

    assert set() == others


def test_no_circles() -> None:
    """
    The modules can be put in an order in which each imports only earlier ones.
    """
    graph = {module.name: _own(module) - {module.name} for module in modules()}
    for name, needed in graph.items():
        # A package's face imports its rooms; a room that imports a sibling does not thereby import the face.
        graph[name] = {other for other in needed if other in graph}

    order = list(graphlib.TopologicalSorter(graph).static_order())

    assert sorted(order) == sorted(graph)


@pytest.mark.parametrize("module", authored(), ids=lambda module: module.name)
def test_module_holds_one_idea(module: Module) -> None:
    """
    At most 500 lines, generated modules apart, and a docstring that says what the idea is.
    """
    assert len(module.text.splitlines()) <= SOFT_LIMIT
    first = module.tree.body[0] if module.tree.body else None
    assert first is not None, "an empty module has no idea"
