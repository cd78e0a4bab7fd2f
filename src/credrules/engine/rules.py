"""
A rule: which record it looks at, what it may see, and what it answers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from attrs import field, frozen

from credrules.engine.profile import Profile
from credrules.findings import Path
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = ["Context", "RecordRule", "RuleFunction", "Violation", "violation"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class Context:
    """
    What a rule may look at beside its record.
    """

    on: dt.date
    profile: Profile
    root: Any


@frozen
class Violation:
    """
    A rule's answer: where below its record, with which words' parameters.
    """

    path: Path = ()
    params: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    suggestion: object = None


def violation(*path: str | int, suggestion: object = None, **params: object) -> Violation:
    """
    Make a hit at `path`.
    """
    return Violation(path, FrozenMap(params), suggestion)


RuleFunction: TypeAlias = Callable[[Any, Context], Iterable[Violation]]


@frozen
class RecordRule:
    """
    One rule: the catalogue code, the record type it looks at, and the function.

    `requires` names the fields that must hold a value; if one of them is empty,
    the rule does not apply. A rule with `reports_missing` reports an empty place;
    it is silent about an unreadable cell, whose error is already reported.
    """

    code: str
    record: type
    function: RuleFunction
    requires: tuple[str, ...] = ()
    reports_missing: bool = False
