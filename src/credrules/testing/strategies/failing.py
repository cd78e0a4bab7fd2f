"""
Inputs with a finding that is asked for: the failing examples of the catalogue, with what may vary varied.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, Final

from attrs import frozen
from hypothesis import strategies as st

from credrules.catalogue import RULES, Example
from credrules.findings import CredrulesError, finding
from credrules.masking import shown_key
from credrules.testing._calls.call import Call
from credrules.testing.calls import call_of
from credrules.testing.strategies.variations import KINDS, Edit, edited
from credrules.values import Label

__all__ = ["Invalid", "invalid"]
__dir__ = __all__.copy


@frozen(repr=False)
class Invalid:
    """
    An input that has the finding `code`, with the call that shows it.

    `call` is the function of the library and its arguments: `call.name` says
    what is called, `call.answer()` calls it, `call.codes()` lists what was
    found. A repr shows no argument.

    >>> from hypothesis import find
    >>> drawn = find(invalid("GX.F.ID_MISMATCH"), bool)
    >>> drawn, drawn.value["basic"]["name"], drawn.on
    (<invalid GX.F.ID_MISMATCH: credrules.systems.guangxi.check>, '张三', datetime.date(2012, 6, 1))
    >>> "GX.F.ID_MISMATCH" in drawn.call.codes()
    True
    """

    code: str
    call: Call

    @property
    def value(self) -> Any:  # noqa: ANN401  # a text, a form, a row, a table
        """
        What is judged: the first argument, such as the text, the form or the row; None if there is none.
        """
        return self.call.args[0] if self.call.args else None

    @property
    def on(self) -> dt.date | None:
        """
        The day it is judged on; None if the call takes none.
        """
        day = self.call.kwargs.get("on")
        return day if isinstance(day, dt.date) else None

    def __repr__(self) -> str:
        return f"<invalid {self.code}: {self.call.name}>"


_PROBLEMS: Final = (
    Label("没有这个代码", "there is no such code"),
    Label("这个代码没有不通过的示例", "the code has no failing example"),
)


def invalid(code: str) -> st.SearchStrategy[Invalid]:
    """
    Return inputs that have the finding `code`, each with the call that shows it.

    They begin with the failing examples of the code's row in the catalogue;
    people, words, characters, dates, numbers, headings and steps are then
    exchanged as far as the findings stay those of the example. So every input
    drawn has the finding, and a finding that one input alone can have is drawn
    with that input.

    Raises CredrulesError for a code that is not in the catalogue or has no failing example.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(invalid("MOBILE.LENGTH"))
    ... def is_found(drawn):
    ...     assert "MOBILE.LENGTH" in [item.code for item in drawn.call.answer().findings]
    >>> is_found()
    """
    # Anything may be asked for; only a text is a code.
    row = RULES.get(code) if type(code) is str else None
    if row is None or not row.fails:
        raise CredrulesError([finding("TESTING.NO_EXAMPLE", code=shown_key(code), problem=_PROBLEMS[row is not None])])
    edits = st.lists(st.tuples(st.integers(0, len(KINDS) - 1), st.integers(0, 400), st.integers(0, 400)), max_size=4)
    return st.builds(functools.partial(_varied, code), st.sampled_from(row.fails), edits)


@functools.lru_cache(maxsize=4096)
def _codes(example: Example) -> frozenset[str]:
    return frozenset(call_of(example).codes())


def _varied(code: str, example: Example, edits: list[Edit]) -> Invalid:
    call = call_of(example)
    for edit in edits:
        # A change that makes the findings others is left out; a second of its kind may do.
        for other in (edited(call, edit), edited(call, (edit[0], edit[1] + 1, edit[2] + 29))):
            if _found(other) == _codes(example):
                call = other
                break
    return Invalid(code, call)


def _found(call: Call) -> frozenset[str]:
    try:
        return frozenset(call.codes())
    except KeyError:  # a changed name of a field, an action or a table that the function does not know
        return frozenset()
