"""
Every machine of every system: all states, events, actors and settings of facts.

Each state of the library is asked what its own machines know: a fact or an actor that
only one of them has shows as an answer the other does not give.
"""

from __future__ import annotations

import importlib
import itertools
import re
from collections.abc import Iterator
from typing import Any, Final

from credrules.systems import SYSTEMS
from tools.comparing import told
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

_ROW: Final = re.compile(r"^ +(\S+) --> (\S+)(?: : (\S+) \[(.*)\])?$", re.MULTILINE)


def machines(system: str) -> tuple[Any, ...]:
    """
    Return the machines of a system.
    """
    found = importlib.import_module(f"credrules.systems.{system}").WORKFLOW
    return found if isinstance(found, tuple) else (found,)


def states_of(machine: Any) -> list[str]:  # noqa: ANN401  # a machine
    """
    Return the states of a machine, as its diagram has them.
    """
    names = [name for row in _ROW.findall(machine.mermaid()) for name in row[:2]]
    return [name for name in dict.fromkeys(names) if name != "[*]"]


def facts_of(machine: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401  # a machine
    """
    Return the facts that each event asks for.
    """
    found: dict[str, dict[str, None]] = {}
    for row in machine.transitions:
        found.setdefault(row.event, {}).update(dict.fromkeys(fact.name for fact in row.facts))
    return {event: tuple(names) for event, names in found.items()}


def actors_of(machine: Any) -> list[str]:  # noqa: ANN401  # a machine
    """
    Return who may do anything.
    """
    return sorted({actor for row in machine.transitions for actor in row.actors})


def settings(names: tuple[str, ...]) -> Iterator[dict[str, bool]]:
    """
    Yield every way in which facts may be given: each true, false or not at all.
    """
    for values in itertools.product((True, False, None), repeat=len(names)):
        yield {name: value for name, value in zip(names, values, strict=True) if value is not None}


def _step(step: Any) -> object:  # noqa: ANN401  # the answer of a machine
    return {"state": step.state, "ok": step.ok, "findings": told.findings(step.findings)}


def every_step(_: World) -> Iterator[Case]:
    """
    Ask every machine for every step, and what it shows of itself.
    """
    for system in (item.name for item in SYSTEMS):
        module = importlib.import_module(f"credrules.systems.{system}")
        for number, machine in enumerate(machines(system)):
            states, facts, actors = states_of(machine), facts_of(machine), actors_of(machine)
            events = list(dict.fromkeys(event for state in states for event in machine.events(state)))
            name = f"{system} {number}"
            facets = Facets()
            facets.ask("mermaid", machine.mermaid)
            facets.ask("html", machine._repr_html_)  # what a notebook calls
            yield name, facets
            for state in (*states, "NOWHERE"):
                facets = Facets()
                for actor in (None, *actors):
                    facets.ask(f"events {actor}", lambda: machine.events(state, actor))
                yield f"{name} {state}", facets
                for event, actor in itertools.product((*events, "no_event"), (*actors, "NOBODY")):
                    yield f"{name} {state} {event} {actor}", _steps(machine, module, state, event, actor, facts)


def _steps(  # what makes a step
    machine: Any,  # noqa: ANN401  # a machine
    module: Any,  # noqa: ANN401  # a system's package
    state: str,
    event: str,
    actor: str,
    facts: dict[str, tuple[str, ...]],
) -> Facets:
    facets = Facets()
    for known in settings(facts.get(event, ())):
        said = ", ".join(f"{name}: {value}" for name, value in known.items()) or "nothing known"
        facets.ask(f"step, {said}", lambda: machine.step(state, event, actor=actor, facts=known), _step)
        if hasattr(module, "act"):
            facets.ask(f"act, {said}", lambda: module.act(machine, state, event, actor=actor, facts=known), _step)
    return facets


def words_of_systems(world: World) -> Iterator[Case]:
    """
    Ask the systems what they know of states, roles and fields.
    """
    guangxi = importlib.import_module("credrules.systems.guangxi")
    learning = importlib.import_module("credrules.systems.guangdong_learning")
    for role, own in itertools.product(guangxi.Role, (True, False)):
        for action in ("enter", "save_and_check", "backup", "restore", "generate_report", "audit", "amend", "roster"):
            facets = Facets()
            facets.ask("permitted", lambda: guangxi.permitted(role, action, own=own))
            yield f"{role.name} {action} {own}", facets
    for state in [row["code"] for row in world.codes("learning_states")] + ["NONE", "-"]:
        facets = Facets()
        facets.ask("responsible", lambda: learning.responsible(state))
        facets.ask("whom_to_ask", lambda: learning.whom_to_ask(state))
        yield f"state {state}", facets
    for row in world.codes("learning_roles"):
        facets = Facets()
        for name in (row["code"], row["name"], *row["aliases"].split(";")):
            facets.ask(name, lambda: learning.role_of(name))
        yield f"role {row['code']}", facets
    facets = Facets()
    facets.ask("requiredness", lambda: {name: repr(item.required) for name, item in guangxi.requiredness().items()})
    facets.ask("fields", lambda: list(guangxi.FIELDS))
    facets.ask("kinds", lambda: {code: list(kind.parts) for code, kind in learning.KINDS.items()})
    facets.ask("sample", lambda: learning.SAMPLE)
    for name in ("PersonalInfo.name", "AccountInfo.login", "PersonalInfo.citizen_id", "LearningRecord.state"):
        facets.ask(f"may_edit {name}", lambda: learning.may_edit(name))
    yield "systems", facets
