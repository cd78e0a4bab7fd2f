"""
Conversion between records and plain data, based on cattrs.

A declared record is read and written by its declaration (`credrules.keys`,
`credrules.engine`); cattrs handles what surrounds it: a host's own attrs class
that holds a record, a list of rows, an optional part. `structure` raises one
CredrulesError with all problems inside, each with its path.
"""

from __future__ import annotations

import functools
from typing import Any, TypeVar, cast

import attrs
from cattrs import BaseValidationError, ClassValidationError, Converter, IterableValidationError, IterableValidationNote

from credrules.dates import PartialDate
from credrules.engine import structured
from credrules.fields import fields_of, sections_of
from credrules.findings import CredrulesError, Finding, Path, finding
from credrules.keys import Labels, plain

__all__ = ["Labels", "converter", "structure", "unstructure"]
__dir__ = __all__.copy

_T = TypeVar("_T")


def structure(data: object, kind: type[_T], *, using: Converter | None = None) -> _T:
    """
    Return `data` as a `kind`, or raise CredrulesError with every problem of shape or value.

    `kind` is a record, or a class of the host's own that holds records. Keys of
    a record may be English names, labels or aliases; unknown keys are ignored.
    Rules and requiredness are not checked: a draft is a valid value. `using` is
    a converter with the host's own hooks (see `converter`).

    >>> from credrules.rosters import RosterRow
    >>> structure({"姓名": "张三", "民族": "壮族"}, RosterRow).ethnicity
    '08'
    """
    if using is None and _is_declared(kind):
        return structured(data, kind)
    try:
        return (using or _converter(None)).structure(data, kind)
    except CredrulesError:
        raise
    except Exception as error:  # noqa: BLE001  # a host's hook may raise anything
        raise CredrulesError(_findings(error, ())) from None


def unstructure(given: object, labels: Labels = None) -> dict[str, Any]:
    """
    Return a record, or a class that holds records, as plain data for JSON, empty fields left out.

    `labels="zh"` (or `"en"`) gives the labels of the form as keys of records;
    `structure` reads them back to an equal value. If a record built by
    hand holds a value of the wrong type, the value is returned unchanged.

    >>> from credrules.rosters import RosterRow
    >>> unstructure(RosterRow(name="张三", sex="1"), labels="zh")
    {'姓名': '张三', '性别': '1'}
    """
    return cast("dict[str, Any]", _converter(labels).unstructure(given))


@functools.cache
def _converter(labels: Labels) -> Converter:
    made = Converter(omit_if_default=True)
    made.register_unstructure_hook_func(_is_declared, functools.partial(plain, labels=labels))
    made.register_structure_hook_func(_is_declared, structured)
    made.register_unstructure_hook(PartialDate, PartialDate.isoformat)
    made.register_structure_hook(PartialDate, lambda value, _: PartialDate.parse(value))
    return made


def _is_declared(kind: Any) -> bool:  # noqa: ANN401  # any type that cattrs passes
    return attrs.has(kind) and bool(fields_of(kind) or sections_of(kind))


def _findings(error: BaseException, path: Path) -> list[Finding]:
    """
    Return all problems inside a cattrs error, each with its path.
    """
    if isinstance(error, CredrulesError):
        return [item.at(*path) for item in error.findings]
    if not isinstance(error, ClassValidationError | IterableValidationError):
        inner = error.exceptions if isinstance(error, BaseValidationError) else ()
        # The error's own text may contain the data that was sent.
        plainly = [finding("RECORD.UNREADABLE", path=path, kind=type(error).__name__)]
        return [found for item in inner for found in _findings(item, path)] or plainly
    noted, others = error.group_exceptions()
    steps: list[tuple[BaseException, Any]] = [
        (item, note.index if isinstance(note, IterableValidationNote) else note.name) for item, note in noted
    ]
    known = [found for item, step in steps for found in _findings(item, (*path, step))]
    return known + [found for item in others for found in _findings(item, path)]


def converter(labels: Labels = None) -> Converter:
    """
    Return a copy of the cattrs converter, to be extended with the host's own hooks and given to `structure`.

    >>> from credrules.rosters import RosterRow
    >>> converter().structure([{"name": "张三"}], list[RosterRow])[0].name
    '张三'
    """
    return _converter(labels).copy()
