"""
JSON Schema and data dictionary, generated from the declarations.
"""

from __future__ import annotations

import inspect
from typing import Any, Final

from credrules.fields import FieldSpec, all_fields, fields_of, sections_of
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS
from credrules.values import Evidence

__all__ = ["DIALECT", "RECORDS", "data_dictionary", "json_schema"]
__dir__ = __all__.copy

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Final[tuple[type, ...]] = tuple(record for system in (*SYSTEMS, ROSTERS) for record in system.records)
"""The whole records the library knows: those of the systems, then a roster's row."""


def json_schema(record: type, *, draft: bool = False) -> dict[str, Any]:
    """
    Return the JSON Schema (2020-12) of the plain form of a record type.

    The schema describes single cells; how cells must agree is checked by the
    rules that the catalogue lists. ``required`` lists the fields that a
    document requires; a field required only by assumption is not listed, but
    its basis is given as ``x-required``. With `draft`, nothing is required,
    because every draft is a valid value.

    >>> from credrules.rosters import RosterRow
    >>> json_schema(RosterRow)["properties"]["sex"]["enum"]
    ['0', '1', '2', '9']
    """
    definitions: dict[str, Any] = {}
    body = _object(record, definitions, draft=draft)
    schema = {"$schema": DIALECT, "title": record.__name__, **body}
    return {**schema, "$defs": definitions} if definitions else schema


def _object(record: type, definitions: dict[str, Any], *, draft: bool) -> dict[str, Any]:
    properties = {spec.name: _property(spec) for spec in fields_of(record)}
    for part in sections_of(record):
        name = part.record.__name__
        if name not in definitions:
            definitions[name] = _object(part.record, definitions, draft=draft)
        reference = {"$ref": f"#/$defs/{name}"}
        properties[part.name] = (
            {"type": "array", "items": reference, "maxItems": part.most, "title": part.label.zh}
            if part.many
            else reference
        )
    demanded = [] if draft else [spec.name for spec in fields_of(record) if _is_demanded(spec)]
    return {
        "type": "object",
        "description": (inspect.getdoc(record) or record.__name__).partition("\n\n")[0].replace("\n", " "),
        "properties": properties,
        **({"required": demanded} if demanded else {}),
        "additionalProperties": False,
    }


def _is_demanded(spec: FieldSpec) -> bool:
    return spec.declared.required and spec.declared.basis in {Evidence.STATED, Evidence.DEDUCED}


def _property(spec: FieldSpec) -> dict[str, Any]:
    declared = spec.declared
    extra: dict[str, Any] = {"x-required": declared.basis.value} if declared.required else {}
    if declared.sensitive:
        extra["x-sensitive"] = True
    return {**spec.leaf.schema(), "title": spec.label.zh, "description": declared.help.en, **extra}


def data_dictionary(*records: type) -> list[dict[str, Any]]:
    """
    Return one plain row per field of the records (of all known ones by default).

    >>> data_dictionary()[0]["label_zh"]
    '姓名'
    """
    return [_row(spec) for record in records or RECORDS for spec in all_fields(record)]


def _row(spec: FieldSpec) -> dict[str, Any]:
    declared = spec.declared
    return {
        "record": spec.owner,
        "field": spec.name,
        "requirement": declared.requirement,
        "label_zh": spec.label.zh,
        "label_en": spec.label.en,
        "aliases": "; ".join(declared.aliases),
        "entry": declared.entry.value,
        "table": "; ".join(table.name for table in spec.tables),
        "required": declared.required,
        "basis": declared.basis.value if declared.required else "",
        "sensitive": declared.sensitive,
        "help_zh": declared.help.zh,
        "help_en": declared.help.en,
    }
