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
from typing import Any, Literal, TypeAlias, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from credrules.engine import read_record
from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.findings import CredrulesError
from credrules.keys import dumped
from credrules.values import Label

__all__ = ["Labels", "T", "converter", "structure", "unstructure"]


def __dir__() -> list[str]:
    return sorted(__all__)


T = TypeVar("T")

Labels: TypeAlias = Literal["zh", "en"] | None


def structure(data: object, record: type[T]) -> T:
    """
    Return `data` as a `record`, or raise CredrulesError with every problem of shape or value.

    Keys may be English names, labels or aliases; keys that no field has are
    passed over. Rules and requiredness are not asked: a draft is a value too.

    >>> from credrules.rosters import RosterRow
    >>> structure({"姓名": "张三", "民族": "壮族"}, RosterRow).ethnicity
    '08'
    """
    report = read_record(data, record)
    if report.errors:
        raise CredrulesError(report.errors)
    return cast("T", report.value)


def unstructure(record: object, labels: Labels = None) -> dict[str, Any]:
    """
    Return a record as plain data for JSON, empty fields left out.

    `labels="zh"` (or `"en"`) gives the labels of the form as keys; `structure`
    reads them back to an equal record. What a record built by hand holds in
    the wrong place is handed on as it is.

    >>> from credrules.rosters import RosterRow
    >>> unstructure(RosterRow(name="张三", sex="1"), labels="zh")
    {'姓名': '张三', '性别': '1'}
    """
    return cast("dict[str, Any]", _converter(labels).unstructure(record))


@functools.cache
def _converter(labels: Labels) -> Converter:
    made = Converter(omit_if_default=True)
    made.register_unstructure_hook_factory(
        _is_declared, functools.partial(_unstructure_hook, labels=labels, converter=made)
    )
    made.register_structure_hook_func(_is_declared, structure)
    return made


def _is_declared(kind: Any) -> bool:  # noqa: ANN401  # whatever cattrs is asked about
    return attrs.has(kind) and bool(fields_of(kind) or sections_of(kind))


def _unstructure_hook(kind: type, *, labels: Labels, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    overrides: dict[str, Any] = {
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
    return None if value is None else dumped(spec, value)


def _dump_section(value: Any, *, converter: Converter, many: bool) -> Any:  # noqa: ANN401  # records of any type
    return [converter.unstructure(item) for item in value] if many else converter.unstructure(value)


def converter(labels: Labels = None) -> Converter:
    """
    Return a copy of the cattrs converter, to be extended with the host's own hooks.

    >>> from credrules.rosters import RosterRow
    >>> converter().structure([{"name": "张三"}], list[RosterRow])[0].name
    '张三'
    """
    return _converter(labels).copy()
