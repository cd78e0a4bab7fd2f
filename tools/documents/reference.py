"""
docs/fields.md, docs/workflows.md: what the declarations and machines say of themselves.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from types import ModuleType

from credrules import systems
from credrules.fields import FieldSpec, fields_of
from credrules.rosters.records.row import RosterRow
from credrules.workflow import Machine
from tools.documents.markdown import code, escape, page, table


def faces() -> list[tuple[str, ModuleType]]:
    """
    Return the systems by name.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(systems.__path__) if not info.name.startswith("_"))
    return [(name, importlib.import_module(f"credrules.systems.{name}")) for name in names]


def _field_row(prefix: str, spec: FieldSpec) -> tuple[str, ...]:
    declared = spec.declared
    needed = f"yes ({declared.basis.value})" if declared.required else ""
    tables = ", ".join(item.name for item in spec.tables)
    what = f"table {tables}" if tables else type(spec.leaf).__name__.removesuffix("Leaf").lower()
    anchor = f'<a id="{prefix}.{spec.id}"></a>'
    return (
        f"{anchor}{code(spec.name)}",
        f"{escape(spec.label.zh)}<br>{escape(spec.label.en)}",
        declared.entry.label.en,
        escape(what),
        needed,
        f"{escape(declared.help.zh)}<br>{escape(declared.help.en)}",
    )


def _title(record: type) -> str:
    said = (inspect.getdoc(record) or "").partition("\n")[0].rstrip(".")
    return f"{record.__name__}: {escape(said)}"


def _record(prefix: str, title: str, record: type) -> str:
    headings = ("key", "label", "entry", "holds", "required", "help")
    return f"### {title}\n\n" + table(headings, [_field_row(prefix, spec) for spec in fields_of(record)])


def fields() -> str:
    """
    Return the page of declared fields.
    """
    parts = []
    for name, face in faces():
        records = [_record(name, _title(kind), kind) for kind in face.records.RECORD_TYPES]
        parts.append("\n\n".join([f"## {name}", *records]))
    parts.append("## rosters\n\n" + _record("rosters", "RosterRow (花名册的一行)", RosterRow))
    introduction = """
Every field is declared once, on its record; conversion, findings of missing
values, recognition of headings, JSON Schema and this page read the
declaration. *required* says how that is known.
"""
    return page("Fields", introduction, *parts)


def machines() -> list[tuple[str, Machine]]:
    """
    Return every state machine as (system.NAME, machine).
    """
    found = []
    for name, face in faces():
        for key in sorted(face.workflow.__all__):
            value = getattr(face.workflow, key)
            if isinstance(value, Machine):
                found.append((f"{name}.{key}", value))
    return found


def workflows() -> str:
    """
    Return the page of state machines.
    """
    parts = []
    for name, machine in machines():
        rows = [
            (
                row.source,
                code(row.event),
                ", ".join(row.actors),
                "<br>".join(escape(fact.condition.en) for fact in row.facts),
                row.target,
                row.evidence.value,
            )
            for row in machine.transitions
        ]
        headings = ("state", "event", "who", "facts asked for", "to", "evidence")
        title = f'<a id="{name}"></a>\n\n## {name}: {machine.label.zh}, {machine.label.en}'
        parts.append(f"{title}\n\n```mermaid\n{machine.mermaid()}```\n\n" + table(headings, rows))
    introduction = """
State machines are tables; the diagrams are drawn from them. An event that is
not listed for a state is refused and changes nothing.
"""
    return page("Workflows", introduction, *parts)
