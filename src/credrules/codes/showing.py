"""
What a table's message may show of the given text.
"""

from __future__ import annotations

from typing import Final

from credrules.codes.content import Content
from credrules.codes.names import fold
from credrules.masking import Care, shown_cell, shown_repr
from credrules.values import Label, exact_text

__all__ = ["LONGEST", "show_given", "shown_code"]
__dir__ = __all__.copy

LONGEST: Final = 120
"""A longer text is not a name of any table."""

_SHOWN: Final = 30


def show_given(content: Content, given: str) -> str | Label:
    """
    Return a text given where a code belongs, as a message may show it.
    """
    if len(given) <= LONGEST and content.named(fold(given)):  # a name of the table is no one's
        return Label(given, given)
    # A value in the wrong cell may be someone's name or number.
    masked = given if _like_a_code(content, given) else shown_cell(given[:LONGEST])
    return masked if len(masked) <= _SHOWN else masked[: _SHOWN - 1] + "…"


def shown_code(content: Content, given: object) -> str:
    """
    Return the repr of a requested code, masked unless it looks like one of the table's own.
    """
    text_or_none = exact_text(given)
    if text_or_none is not None and _like_a_code(content, text_or_none):
        return repr(text_or_none)
    return shown_repr(given, Care.CELL)


def _like_a_code(content: Content, given: str) -> bool:
    """
    Return whether a text has the digits and the beginning of the table's codes, such as a misspelt division.
    """
    return given.isascii() and given.isdecimal() and len(given) <= _LONGEST_CODE and content.resembles(given)


# Longer codes could be people's numbers.
_LONGEST_CODE: Final = 6
