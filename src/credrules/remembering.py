"""
A cache that is bounded by the size of its content, not only by the number of entries.

`functools.lru_cache` limits the number of answers, whatever their size: a few
thousand cells of half a million characters are gigabytes. Here only short texts
are remembered; for a long one, the function is called each time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

__all__ = ["LONGEST_KEPT", "remembered"]
__dir__ = __all__.copy

_P = ParamSpec("_P")
_T = TypeVar("_T")

LONGEST_KEPT: Final = 200
"""Texts up to this length are remembered."""
_MOST_KEPT: Final = 4_000
# So many characters and entries of a tuple, such as the headings of a table.


def _size(item: object) -> int:
    if type(item) is str:
        return len(item)
    return 1 + sum(map(_size, item)) if type(item) is tuple else 1


def remembered(most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """
    Remember the last `most` answers of a function; calls with a long text or tuple among the arguments are not kept.

    >>> asked = []
    >>> note = remembered(8)(lambda text: asked.append(len(text)))
    >>> for text in ("a", "a", "a" * 1000, "a" * 1000):
    ...     note(text)
    >>> asked
    [1, 1000, 1000]
    """

    def make(function: Callable[_P, _T]) -> Callable[_P, _T]:
        known = functools.lru_cache(maxsize=most)(function)

        @functools.wraps(function)
        def ask(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            for item in (*args, *kwargs.values()) if kwargs else args:
                long = type(item) is str and len(item) > LONGEST_KEPT
                if long or (type(item) is tuple and _size(item) > _MOST_KEPT):
                    return function(*args, **kwargs)
            return known(*args, **kwargs)  # type: ignore[arg-type]  # an unhashable argument raises, as it should

        return ask

    return make
