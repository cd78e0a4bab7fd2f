"""
What every leaf can do: one base that reads a cell, checks, parses.

A custom leaf derives from `Leaf` and defines `read` (and `schema`); `check`,
`is_valid` and `parse` are inherited. Engine and base call the same `read`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple, TypeGuard

from attrs import frozen

from credrules import text
from credrules.findings import Change, Finding, Report, Rerun, finding, value_or_raise
from credrules.values import FrozenMap, exact_text, is_missing

__all__ = ["Answer", "Leaf", "answer_of", "is_blank", "is_sequence", "refused"]
__dir__ = __all__.copy


class Answer(NamedTuple):
    """
    A leaf's answer for one cell: the typed value (or None), the findings, the repairs.
    """

    value: Any
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()


def answer_of(report: Report[Any]) -> Answer:
    """
    Return the content of a report as a leaf's answer.
    """
    return Answer(report.value, report.findings, report.changes)


def refused(code: str, **params: Any) -> Answer:  # noqa: ANN401  # whatever fills the wording
    """
    Return the answer for an unreadable cell, with one finding.

    >>> refused("VALUE.NOT_A_FLAG").findings[0].code
    'VALUE.NOT_A_FLAG'
    """
    return Answer(None, (finding(code, **params),))


@frozen
class Leaf:
    """
    What every leaf can do. A custom leaf defines `read`, `dump` and `schema`.

    `repeats` states that different people often have the same cell (codes,
    dates, flags), so that the engine may keep the answer to a text for the next
    record. Names and numbers of people do not repeat and are not kept.
    `several` states that a cell holds a list: an empty list that is given says
    that there is none, unlike an empty cell, which is unknown.
    """

    repeats: ClassVar[bool] = False
    several: ClassVar[bool] = False

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read one cell as of a day; never raise.
        """
        raise NotImplementedError

    def read_among(self, value: object, known: Mapping[str, Any], on: dt.date | None) -> Answer:
        """
        Read one cell, given the typed values of other cells of the record; most leaves ignore them.
        """
        del known
        return self.read(value, on)

    def dump(self, value: Any) -> object:  # noqa: ANN401  # each leaf dumps its own type
        """
        Return the typed value as plain data that `read` reads back; most are plain data already.
        """
        return value

    def schema(self) -> dict[str, Any]:
        """
        Return the JSON Schema (2020-12) of the plain data.
        """
        raise NotImplementedError

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Return the report of one cell; never raises.

        >>> from credrules.leaves import FLAG
        >>> FLAG.check("是").value, FLAG.check("也许").ok
        (True, False)
        """
        return Report(value, *self.read(value, on), Rerun(self.check, FrozenMap(on=on)))

    def is_valid(self, value: object, *, on: dt.date | None = None) -> bool:
        """
        Return whether `check` finds no error.
        """
        return self.check(value, on=on).ok

    def parse(self, value: object, *, on: dt.date | None = None) -> Any:  # noqa: ANN401  # the leaf's own type
        """
        Return the typed value, or raise CredrulesError with the findings.
        """
        return value_or_raise(self.check(value, on=on))


def is_blank(value: object) -> bool:
    """
    Return whether a cell holds nothing: None, NaN, a missing-value marker, an empty list, or no visible character.

    >>> is_blank(" \u3000"), is_blank(float("nan")), is_blank([]), is_blank(0)
    (True, True, True, False)
    """
    if value is None:
        return True
    written = exact_text(value)
    if written is None:
        return is_missing(value) or (is_sequence(value) and not value)
    return not written[:1].isalnum() and not text.normalize(written)[0]


def is_sequence(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """
    Return whether an object is exactly a list or a tuple, whatever class it claims to be.

    >>> is_sequence([1]), is_sequence("1")
    (True, False)
    """
    return type(value) is list or type(value) is tuple
