"""
Lists as hosts give them: what cannot be iterated, and what is only the beginning of more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeGuard, TypeVar

__all__ = ["Cut", "is_cut", "is_mapping", "like", "listed"]


def __dir__() -> list[str]:
    return sorted(__all__)


_T = TypeVar("_T")


class Cut(tuple[_T, ...]):
    """
    The beginning of a longer list: equal to a tuple of the same entries, but what judges it knows that more was given.

    >>> Cut((1, 2)) == (1, 2), is_cut(Cut()), is_cut(())
    (True, True, False)
    """

    __slots__ = ()


def is_cut(entries: object) -> TypeGuard[Cut[Any]]:
    """
    Tell whether entries are the beginning of a longer list only.
    """
    return type(entries) is Cut


def listed(given: object) -> Iterator[Any]:
    """
    Iterate over what can be iterated; anything else is the one thing given.

    >>> list(listed((1, 2))), list(listed(7)), list(listed(None))
    ([1, 2], [7], [None])
    """
    try:
        return iter(given)  # type: ignore[call-overload,no-any-return]  # any object may be asked
    except Exception:  # noqa: BLE001  # what cannot be iterated, or refuses to be
        return iter((given,))


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """
    Tell whether an object's type is a mapping, whatever its metaclass does.

    >>> is_mapping({}), is_mapping([])
    (True, False)
    """
    try:
        return issubclass(type(value), Mapping)
    except Exception:  # noqa: BLE001  # to ask for a base class hashes the type
        return False


def like(given: object, entries: Iterable[_T]) -> tuple[_T, ...]:
    """
    Return entries that came out of a list: a `Cut` where that was one, else a tuple as it is.

    >>> is_cut(like(Cut((1, 2)), [1])), like((1, 2), [1])
    (True, (1,))
    """
    if is_cut(given):
        return Cut(entries)
    return entries if isinstance(entries, tuple) else tuple(entries)
