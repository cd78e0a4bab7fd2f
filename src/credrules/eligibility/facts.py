"""
The facts of a person, read from a mapping or a record: dates as spans, names as codes.

An absent key is unknown (None), an empty list means none. What cannot be read is
unknown and has a finding. Education and degrees complete each other: a host
that gives either list has stated what the person has.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Mapping
from typing import Any, Final

import attrs
from attrs import field, frozen

from credrules.eligibility.schooling import Schooling
from credrules.eligibility.spans import Span
from credrules.findings import Finding
from credrules.values import EMPTY, FrozenMap

__all__ = ["Grade", "Licence", "Person", "Title", "cells", "sequence"]
__dir__ = __all__.copy

_MOST: Final = 100_000
"""More cells than anyone fills in are not read, because a mapping may never end."""


@frozen
class Title:
    """
    A title held: the levels its name may mean, its series, when obtained and appointed, by which route.
    """

    levels: tuple[str, ...]
    series: frozenset[str] | None = None
    series_read: bool = True
    obtained: Span | None = None
    appointed: Span | None = None
    route: str = ""
    review_year: int | None = None


@frozen
class Grade:
    """
    A worker's grade held.
    """

    code: str
    obtained: Span | None = None
    appointed: Span | None = None
    trade: str = ""


@frozen
class Licence:
    """
    A licence or certificate, by the kinds that rules require.
    """

    kinds: frozenset[str]
    registered: Span | None = None


@frozen
class Person:
    """
    What a host has stated about one person; None is unknown.

    `unread` names the lists that have an item that could not be read.
    """

    schooling: tuple[Schooling, ...] | None = None
    education_given: bool = False
    degrees_given: bool = False
    titles: tuple[Title, ...] | None = None
    grades: tuple[Grade, ...] | None = None
    licences: tuple[Licence, ...] | None = None
    trade: str = ""
    birth: Span | None = None
    retired: Span | None = None
    work: Span | None = None
    specialty: Span | None = None
    civil_servant: bool | None = None
    assessments: FrozenMap[int, bool] | None = None
    special_case: str | None = None
    application_year: int | None = None
    conditions: FrozenMap[str, bool | None] = field(default=EMPTY)
    unread: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = field(default=(), eq=False)


def sequence(value: Any) -> list[object] | None:  # noqa: ANN401  # any object, asked by its type
    """
    Return the items of a list or tuple unchanged, None for anything else.

    >>> sequence((1, 2)), sequence("ab")
    ([1, 2], None)
    """
    # Methods of a subclass are not called.
    kind = type(value)
    if issubclass(kind, tuple):
        return list(tuple.__getitem__(value, slice(None)))
    return list.copy(value) if issubclass(kind, list) else None


def cells(value: object) -> list[tuple[object, object]] | None:
    """
    Return the pairs of a mapping, or the fields of a record that state something; None for anything else.

    So is a mapping with more cells than anyone fills in: its beginning decides nothing.
    A section of a record that is empty because nobody filled it (its default) states nothing.

    >>> cells({"a": 1}), cells(1)
    ([('a', 1)], None)
    """
    kind = type(value)
    try:
        if issubclass(kind, Mapping):
            pairs = [(key, cell) for key, cell in itertools.islice(value.items(), _MOST + 1)]  # type: ignore[attr-defined]  # a mapping
            return pairs if len(pairs) <= _MOST else None
        if attrs.has(kind) or dataclasses.is_dataclass(kind):
            declared: Any = attrs.fields if attrs.has(kind) else dataclasses.fields
            named = [(item, getattr(value, item.name)) for item in declared(kind)]
            return [(item.name, cell) for item, cell in named if cell is not None and not _is_unfilled(cell, item)]
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        return None
    return None


def _is_unfilled(cell: object, declared: Any) -> bool:  # noqa: ANN401  # a field of either kind of record
    return type(cell) is tuple and not cell and type(declared.default) is tuple
