"""
How a rule is written here: a plain function with its code beside it.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from credrules.engine import Context, RecordRule, Violation

__all__ = [
    "Judge",
    "rule",
]


def __dir__() -> list[str]:
    return sorted(__all__)


Judge: TypeAlias = Callable[[Any, Context], Violation | Iterable[Violation] | None]


@frozen
class _Answers:
    judge: Judge

    def __call__(self, record: object, context: Context) -> Iterator[Violation]:
        answer = self.judge(record, context)
        if answer is None:
            return
        if isinstance(answer, Violation):
            yield answer
        else:
            yield from answer


def rule(code: str, *, requires: tuple[str, ...] = (), reports_missing: bool = False) -> Callable[[Judge], RecordRule]:
    """
    Make a rule of a function ``(record, context) -> Violation | Iterable[Violation] | None``.

    The record type is the annotation of its first parameter.
    """

    def made(judge: Judge) -> RecordRule:
        hints = typing.get_type_hints(judge)
        record = next(kind for name, kind in hints.items() if name != "return")
        return RecordRule(code, record, _Answers(judge), requires, reports_missing)

    return made
