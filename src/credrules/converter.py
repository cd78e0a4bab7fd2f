"""
Between records and plain data, on cattrs.

The hooks are made from the declarations: keys are field names or, with
``labels="zh"``, the labels of the form; leaves dump and read themselves.
`structure` raises with every problem at once; drafts with empty fields are
legal values.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Literal, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from credrules.engine import read_record
from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.findings import CredrulesError
from credrules.values import Label

T = TypeVar("T")

Labels = Literal["zh", "en"] | None


def structure(data: object, record: type[T]) -> T:
    """
    Return `data` as a `record`, or raise CredrulesError with every problem of shape or value.

    Keys may be English names, labels or aliases. Rules and requiredness are
    not asked: a draft is a value too.
    """
    report = read_record(data, record)
    if report.errors:
        raise CredrulesError(report.errors)
    return cast("T", report.value)


def unstructure(record: object, labels: Labels = None) -> dict[str, Any]:
    """
    Return a record as plain data for JSON, empty fields left out.

    `labels="zh"` (or `"en"`) gives the labels of the form as keys; `structure`
    reads them back to an equal record.
    """
    return cast("dict[str, Any]", _converter(labels).unstructure(record))


@functools.cache
def _converter(labels: Labels) -> Converter:
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook_factory(
        lambda kind: attrs.has(kind) and bool(fields_of(kind) or sections_of(kind)),
        functools.partial(_unstructure_hook, labels=labels, converter=converter),
    )
    converter.register_structure_hook_func(
        lambda kind: attrs.has(kind) and bool(fields_of(kind) or sections_of(kind)), structure
    )
    return converter


def _unstructure_hook(kind: type, *, labels: Labels, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    overrides = {
        spec.name: override(rename=_name(spec.label, labels), unstruct_hook=functools.partial(_dump, spec))
        for spec in fields_of(kind)
    }
    for part in sections_of(kind):
        inner: Callable[[Any], Any] = functools.partial(_dump_section, converter=converter, many=part.many)
        overrides[part.name] = override(rename=_name(part.label, labels), unstruct_hook=inner)
    hook: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True, **overrides
    )
    return hook


def _name(label: Label, labels: Labels) -> str | None:
    return label.text(labels) if labels else None


def _dump(spec: FieldSpec, value: object) -> object:
    return None if value is None else spec.leaf.dump(value)


def _dump_section(value: Any, *, converter: Converter, many: bool) -> Any:  # noqa: ANN401  # records of any type
    return [converter.unstructure(item) for item in value] if many else converter.unstructure(value)


def converter(labels: Labels = None) -> Converter:
    """
    Return a copy of the cattrs converter, to be extended with the host's own hooks.
    """
    return _converter(labels).copy()
