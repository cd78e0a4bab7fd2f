"""
Between records and plain data, on cattrs.

The hooks are made from the declarations: keys are field names or, with
``labels="zh"``, the labels of the form; leaves dump and read themselves.
`structure` raises with every problem at once; drafts with empty fields are
legal values.
"""

from __future__ import annotations

import functools
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter

from credrules.engine import structured
from credrules.fields import fields_of, sections_of
from credrules.keys import Labels, plain

__all__ = ["Labels", "converter", "structure", "unstructure"]

__all__ = ["Labels", "converter", "structure", "unstructure"]


def __dir__() -> list[str]:
    return sorted(__all__)


_T = TypeVar("_T")


def structure(data: object, record: type[_T]) -> _T:
    """
    Return `data` as a `record`, or raise CredrulesError with every problem of shape or value.

    Keys may be English names, labels or aliases; keys that no field has are
    passed over. Rules and requiredness are not asked: a draft is a value too.

    >>> from credrules.rosters import RosterRow
    >>> structure({"姓名": "张三", "民族": "壮族"}, RosterRow).ethnicity
    '08'
    """
    return structured(data, record)


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
    return cast("dict[str, Any]", plain(record, labels))


@functools.cache
def _converter(labels: Labels) -> Converter:
    made = Converter(omit_if_default=True)
    made.register_unstructure_hook_func(_is_declared, functools.partial(plain, labels=labels))
    made.register_structure_hook_func(_is_declared, structured)
    return made


def _is_declared(kind: Any) -> bool:  # noqa: ANN401  # whatever cattrs is asked about
    return attrs.has(kind) and bool(fields_of(kind) or sections_of(kind))


def converter(labels: Labels = None) -> Converter:
    """
    Return a copy of the cattrs converter, to be extended with the host's own hooks.

    >>> from credrules.rosters import RosterRow
    >>> converter().structure([{"name": "张三"}], list[RosterRow])[0].name
    '张三'
    """
    return _converter(labels).copy()
