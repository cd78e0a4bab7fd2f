"""
docs/requirements.md: what every requirement is carried by, and the readings of what is ambiguous.

The same module looks every named carrier up, so that the page cannot promise
what does not exist.
"""

from __future__ import annotations

import ast
import functools
import importlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from credrules import codes
from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.workflow import Machine
from tools.documents.markdown import ROOT, code, escape, page, table

SOURCE = ROOT / "data" / "requirements"
KEYS = {"id", "zh", "en", "section", "kind", "carried_by", "host", "note", "pending"}
AMBIGUITY_KEYS = {"number", "requirements", "where", "problem", "reading", "switch", "documented", "later", "pending"}

INTRODUCTION = """
The library carries the requirements of its source documents one by one. For
each stands here what holds it: a rule of the [catalogue](findings.md), a
declared [field](fields.md), a state machine, a code table, a function or a
test; or why it belongs to the application around the library. A test looks
every name up.
"""


def systems() -> list[dict[str, Any]]:
    """
    Return the requirement files, each with its document and its requirements.
    """
    paths = [path for path in sorted(SOURCE.glob("*.toml")) if path.name != "ambiguities.toml"]
    return [{"name": path.stem, **tomllib.loads(path.read_text("utf-8"))} for path in paths]


def ambiguities() -> list[dict[str, Any]]:
    """
    Return the ambiguities in the order of their numbers.
    """
    return tomllib.loads((SOURCE / "ambiguities.toml").read_text("utf-8"))["ambiguity"]  # type: ignore[no-any-return]  # TOML


def attribute(dotted: str) -> Any:  # noqa: ANN401  # whatever stands there
    """
    Return what a dotted name leads to: a module, or something in it.
    """
    parts = dotted.split(".")
    # A name that a package exports comes before its room of the same name (`guangxi.scope`).
    for size in (*range(len(parts) - 1, 0, -1), len(parts)):
        try:
            found: object = importlib.import_module(".".join(parts[:size]))
            for name in parts[size:]:
                found = getattr(found, name)
        except (ModuleNotFoundError, AttributeError):
            continue
        return found
    raise AttributeError(dotted)


def _rule(name: str) -> bool:
    return name in RULES


def _field(name: str) -> bool:
    return field_of(name) is not None


def field_of(name: str) -> Any:  # noqa: ANN401  # a FieldSpec, or None
    """
    Return the declaration of a field: system, record, attribute.
    """
    system, record, own = name.split(".")
    kind = attribute(f"credrules.systems.{system}.records.{record}")
    specs = fields_of(kind) if isinstance(kind, type) else ()
    return next((spec for spec in specs if spec.name == own), None)


def _machine(name: str) -> bool:
    machine, _, event = name.partition("/")
    system, _, key = machine.partition(".")
    found = attribute(f"credrules.systems.{system}.workflow.{key}")
    return isinstance(found, Machine) and (not event or any(row.event == event for row in found.transitions))


def _table(name: str) -> bool:
    return isinstance(getattr(codes, name, None), codes.CodeTable)


def _api(name: str) -> bool:
    return name.startswith("credrules") and attribute(name) is not None


@functools.cache
def _tests_of(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef)))


def _test(name: str) -> bool:
    path, _, function = name.partition("::")
    home = ROOT / path
    return home.is_file() and function.rpartition("::")[2] in _tests_of(home)


def _switch(name: str) -> bool:
    system, _, key = name.partition(".")
    return key in attribute(f"credrules.systems.{system}.PROFILE").switches


LOOK_UP: dict[str, Callable[[str], bool]] = {
    "rule": _rule,
    "field": _field,
    "machine": _machine,
    "table": _table,
    "api": _api,
    "test": _test,
    "switch": _switch,
}


def exists(kind: str, name: str) -> bool:
    """
    Tell whether a carrier is really there.
    """
    try:
        return LOOK_UP[kind](name)
    except (AttributeError, KeyError, ValueError, ModuleNotFoundError):
        return False


def carriers(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """
    Return kind and name of everything that carries a requirement.
    """
    return [(kind, name) for carrier in entry.get("carried_by", ()) for kind, name in carrier.items()]


def problems(entry: dict[str, Any]) -> list[str]:
    """
    Return what is wrong with one requirement.
    """
    found = [f"unknown key {key}" for key in sorted(entry.keys() - KEYS)]
    named = carriers(entry)
    if entry.get("pending"):
        found.append("pending")
    elif not named and not entry.get("host"):
        found.append("carried by nothing, and no word on why it is the host's")
    found += [f"no such {kind}: {name}" for kind, name in named if not exists(kind, name)]
    return found


def ambiguity_problems(entry: dict[str, Any]) -> list[str]:
    """
    Return what is wrong with one ambiguity.
    """
    found = [f"unknown key {key}" for key in sorted(entry.keys() - AMBIGUITY_KEYS)]
    if entry.get("pending"):
        found.append("pending")
    elif sum(bool(entry.get(key)) for key in ("switch", "documented", "later")) == 0:
        found.append("neither a switch nor a documented reading nor a later system")
    if switch := entry.get("switch"):
        found += [] if exists("switch", switch) else [f"no such switch: {switch}"]
    if documented := entry.get("documented"):
        kind, _, name = documented.partition(":")
        found += [] if exists(kind, name) else [f"no such {kind}: {name}"]
    return found


def _link(kind: str, name: str) -> str:
    if kind == "rule":
        return f"[{name}](findings.md#{name})"
    if kind == "test":
        return f"test [{name.rpartition('::')[2]}](../{name.partition('::')[0]})"
    if kind == "field":
        return f"[field {name.partition('.')[2]}](fields.md#{name})"
    if kind == "table":
        return f"[table {name}](codetables.md#{name})"
    if kind == "machine":
        return f"[machine {name}](workflows.md#{name.partition('/')[0]})"
    return code(name)


def _row(entry: dict[str, Any]) -> tuple[str, ...]:
    held = [_link(kind, name) for kind, name in carriers(entry)]
    if entry.get("host"):
        held.append(f"host: {escape(entry['host'])}")
    if entry.get("note"):
        held.append(f"*{escape(entry['note'])}*")
    title = f"{escape(entry['zh'])}<br>{escape(entry['en'])}"
    anchor = f'<a id="{entry["id"].lower()}"></a>{entry["id"]}'
    return anchor, title, escape(entry["section"]), ", ".join(entry["kind"]), "<br>".join(held) or "pending"


def _system(data: dict[str, Any]) -> str:
    rows = [_row(entry) for entry in data["requirement"]]
    title = f"## {data['name']}: {data['document']['title']}"
    return f"{title}\n\n" + table(("id", "requirement", "section", "kind", "carried by"), rows)


def _resolution(entry: dict[str, Any]) -> str:
    parts = []
    if entry.get("switch"):
        parts.append(f"switch {code(entry['switch'])}")
    if entry.get("documented"):
        kind, _, name = entry["documented"].partition(":")
        parts.append(_link(kind, name))
    if entry.get("later"):
        parts.append(f"later, with `{entry['later']}`")
    return "<br>".join(parts) or "pending"


def _ambiguities() -> str:
    rows = [
        (
            str(entry["number"]),
            f"{', '.join(entry['requirements'])} ({escape(entry['where'])})",
            escape(entry["problem"]),
            escape(entry["reading"]),
            _resolution(entry),
        )
        for entry in ambiguities()
    ]
    head = "## Contradictions and open points\n\nWhat the documents leave open, the reading taken, where it stands.\n\n"
    return head + table(("no.", "where", "problem", "reading", "stands in"), rows)


def render() -> str:
    """
    Return the page.
    """
    return page("Requirements", INTRODUCTION, *(_system(data) for data in systems()), _ambiguities())
