"""
A call as a value: a function with its arguments, and how its answer's findings are found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from attrs import field, frozen

from credrules.engine import System
from credrules.findings import CredrulesError, Finding
from credrules.rosters import TableReport
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = ["ON", "Call", "call", "direct", "findings_of"]


ON: Final = dt.date(2025, 6, 30)
"""The day on which rows and frames are judged if an example names none."""


@frozen(repr=False)
class Call:
    """
    A function of the library with its arguments, ready to be called.

    >>> from credrules.identifiers import mobile
    >>> Call(mobile.check, ("1380000000",)).codes()
    ('MOBILE.LENGTH',)
    """

    function: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)

    @property
    def name(self) -> str:
        """
        What is called, as one would import it.

        >>> from credrules.systems import guangxi
        >>> Call(guangxi.check, ({},)).name
        'credrules.systems.guangxi.check'
        """
        owner = getattr(self.function, "__self__", None)
        if isinstance(owner, System):
            return f"credrules.systems.{owner.name}.{self.function.__name__}"
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def answer(self) -> object:
        """
        Call it; a CredrulesError is an answer, too.
        """
        try:
            return self.function(*self.args, **self.kwargs)
        except CredrulesError as error:
            return error

    def findings(self) -> tuple[Finding, ...]:
        """
        Call it and return every finding of the answer.
        """
        return tuple(findings_of(self.answer()))

    def codes(self) -> tuple[str, ...]:
        """
        Call it and return the codes that were found, each once, in the order of the findings.
        """
        answer = self.answer()
        codes = _of_frame(answer) or [item.code for item in findings_of(answer)]
        return tuple(dict.fromkeys(codes))

    def __repr__(self) -> str:
        return f"<call of {self.name}>"


def call(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Call:  # noqa: ANN401  # arguments of any function
    """
    Return the call of a function with these arguments.
    """
    return Call(function, args, FrozenMap(kwargs))


def direct(function: Callable[..., Any], *first: str, **usual: Any) -> Callable[..., Call]:  # noqa: ANN401  # arguments of any function
    """
    Return a maker of calls that passes the parts of an example on as they are.

    The parts named in `first` are passed by place; `usual` are the arguments of an example that does not name them.

    >>> from credrules.codes import SEX
    >>> direct(SEX.check, "value", on=None)(value="男").args
    ('男',)
    """

    def make(**parts: Any) -> Call:  # noqa: ANN401  # the parts of an example
        args = tuple(parts.pop(name) for name in first if name in parts)
        return Call(function, args, FrozenMap({**usual, **parts}))

    return make


def findings_of(answer: object) -> Iterator[Finding]:
    """
    Yield the findings an answer holds, whatever its shape: a report, a step, an error, a table, or items of these.

    >>> from credrules.text import check
    >>> [item.code for item in findings_of([check(" 甲"), (7, check("").findings)])]
    ['TEXT.EXTRA_SPACE', 'TEXT.EMPTY']
    """
    if isinstance(answer, Finding):
        yield answer
    elif isinstance(answer, TableReport):
        yield from answer.table
        yield from findings_of(answer.rows)
    elif not isinstance(answer, (str, Call)):
        inner = getattr(answer, "findings", None)
        for item in answer if inner is None and isinstance(answer, Iterable) else inner or ():
            yield from findings_of(item)


def _of_frame(answer: Any) -> list[str]:  # noqa: ANN401  # a frame of any library, a dict of columns, or something else
    # A frame has the codes of its findings in a column; what has columns of another kind is no frame.
    names: Any = getattr(answer, "column_names", getattr(answer, "columns", answer if isinstance(answer, dict) else ()))
    return list(map(str, answer["code"])) if isinstance(names, Iterable) and "code" in set(names) else []
