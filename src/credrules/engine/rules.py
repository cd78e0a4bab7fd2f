"""
A rule: its code, its function, the records it looks at, the context it may use, and the violations it returns.
"""

from __future__ import annotations

import datetime as dt
import importlib
import typing
from collections.abc import Callable, Iterable
from operator import attrgetter
from types import SimpleNamespace, UnionType
from typing import Any, TypeAlias

import attrs
from attrs import field, frozen

from credrules.findings import Path, Step
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = ["Context", "Found", "RecordRule", "RuleFunction", "Violation", "pickled_by_name", "rule", "violation"]
__dir__ = __all__.copy


@frozen
class Context:
    """
    What a rule may look at beside its record: the day, the profile (of the system's own class), the whole record.
    """

    on: dt.date
    profile: Any
    root: Any


@frozen
class Violation:
    """
    What a rule finds: the place below its record, the parameters of the message, and `code` if the rule has several.
    """

    path: Path = ()
    params: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    suggestion: object = None
    code: str = ""


def violation(*path: Step, suggestion: object = None, code: str = "", **params: object) -> Violation:
    """
    Make a violation at `path`; `code` is needed only if the rule has several.

    >>> violation("titles", 0, "issued_on", year=2012).path
    ('titles', 0, 'issued_on')
    """
    return Violation(path, FrozenMap(params) if params else EMPTY, suggestion, code)


Found: TypeAlias = Violation | Iterable[Violation] | None
"""What a rule returns: nothing, a violation, or several of them."""

RuleFunction: TypeAlias = Callable[[Any, Context], Found]


@frozen(repr=False)
class RecordRule:
    """
    One rule: its catalogue codes, its function, the fields it needs and the fields it looks at.

    `requires` names the fields that must hold a value; if one of them is empty,
    the rule does not apply. `reads` names what else it looks at below its
    record (``"titles.issued_on"``). A rule with `reports_missing` reports an
    empty place; it is silent about an unreadable cell, whose error is already
    reported. Calling the rule calls its function.
    """

    function: RuleFunction
    codes: tuple[str, ...]
    requires: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    reports_missing: bool = False

    @property
    def code(self) -> str:
        """
        The first of its codes; most rules have one.
        """
        return self.codes[0]

    @property
    def name(self) -> str:
        """
        Where the rule is defined: module and name.
        """
        return f"{self.function.__module__}.{self.function.__qualname__}"

    @property
    def records(self) -> tuple[type, ...]:
        """
        The record types it looks at: the annotation of its first parameter.
        """
        return _records_of(self.function)

    def __call__(self, record: Any, context: Context) -> Found:  # noqa: ANN401  # any record
        """
        Apply the rule to one record.
        """
        return self.function(record, context)

    def __repr__(self) -> str:
        return f"<rule {'/'.join(self.codes)} {self.function.__qualname__}>"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return pickled_by_name(self)


def pickled_by_name(item: Any) -> tuple[Callable[..., object], tuple[object, ...]]:  # noqa: ANN401  # a rule or a stage
    """
    Return how a rule or a stage is pickled: by the name of its function, which the decorator gave to the item.

    A variant of a named one (`attrs.evolve`) is pickled with its changes.
    """
    place = item.function.__module__, item.function.__qualname__
    named = _found(*place)
    if named is item:
        return _found, place
    own = named if type(named) is type(item) and named.function is item.function else item.function
    return _variant, (type(item), own, *attrs.astuple(item, recurse=False)[1:])


def _found(module: str, name: str) -> Any:  # noqa: ANN401  # what the module has under the name
    return attrgetter(name)(importlib.import_module(module)) if "<" not in name else None


def _variant(kind: Any, own: Any, *parts: Any) -> object:  # noqa: ANN401  # a class, one of its items or a function
    return kind(own.function if isinstance(own, kind) else own, *parts)


def _records_of(function: RuleFunction) -> tuple[type, ...]:
    # Only the first annotation is evaluated, in the module that defines the function.
    written = next(iter(function.__annotations__.values()))
    scope = vars(importlib.import_module(function.__module__))
    holder = SimpleNamespace(__annotations__={"record": written})
    kind = typing.get_type_hints(holder, scope)["record"] if isinstance(written, str) else written
    return typing.get_args(kind) if isinstance(kind, UnionType) or typing.get_origin(kind) else (kind,)


def rule(
    *codes: str, requires: tuple[str, ...] = (), reads: tuple[str, ...] = (), reports_missing: bool = False
) -> Callable[[RuleFunction], RecordRule]:
    """
    Make a rule of a function `(record, context)` that returns None, a violation or several.

    The record's type is the annotation of the first parameter; a union means
    several types. Nothing is registered: a system lists its rules. A rule
    with several codes names the one it means in `Violation.code`.
    """

    def make(function: RuleFunction) -> RecordRule:
        return RecordRule(function, codes, requires, reads, reports_missing)

    return make
