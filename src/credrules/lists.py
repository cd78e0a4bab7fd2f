"""
Lists as hosts give them, that may not be iterable or be only the beginning of a longer one; and entries in groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeGuard, TypeVar

__all__ = ["Cut", "entries_of", "first_of", "grouped", "is_cut", "is_mapping", "like", "listed", "repeated"]
__dir__ = __all__.copy

_K = TypeVar("_K")
_T = TypeVar("_T")


class Cut(tuple[_T, ...]):
    """
    The beginning of a longer list: equal to a tuple of the same entries, but rules can see that more was given.

    >>> Cut((1, 2)) == (1, 2), is_cut(Cut()), is_cut(())
    (True, True, False)
    """

    __slots__ = ()


def is_cut(entries: object) -> TypeGuard[Cut[Any]]:
    """
    Return whether entries are only the beginning of a longer list.
    """
    return type(entries) is Cut


def listed(given: object) -> Iterator[Any]:
    """
    Iterate over an iterable; any other object is the only entry.

    >>> list(listed((1, 2))), list(listed(7)), list(listed(None))
    ([1, 2], [7], [None])
    """
    try:
        return iter(given)  # type: ignore[call-overload,no-any-return]  # any object is tried
    except Exception:  # noqa: BLE001  # not iterable, or raises when iterated
        return iter((given,))


def first_of(given: object, most: int | None = None) -> list[Any]:
    """
    Return the entries of an iterable, at most so many; empty for any other object, or if iterating raises.

    >>> first_of("abc", 2), first_of(7)
    (['a', 'b'], [])
    """
    try:
        return list(islice(given, most))  # type: ignore[call-overload]  # any object is tried
    except Exception:  # noqa: BLE001  # not iterable, or raises when iterated
        return []


def entries_of(given: object, most: int) -> list[Any]:
    """
    Return the entries of an iterable; none of a stream that goes on after `most`: its beginning decides nothing.

    >>> entries_of([1, 2], 1), entries_of(iter("ab"), 2), entries_of(iter("ab"), 1)
    ([1, 2], ['a', 'b'], [])
    """
    if issubclass(type(given), (list, tuple, set, frozenset)):
        return first_of(given)
    found = first_of(given, most + 1)
    return found if len(found) <= most else []


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """
    Return whether an object's type is a mapping, whatever its metaclass does.

    >>> is_mapping({}), is_mapping([])
    (True, False)
    """
    try:
        return issubclass(type(value), Mapping)
    except Exception:  # noqa: BLE001  # the test for a base class hashes the type
        return False


def like(given: object, entries: Iterable[_T]) -> tuple[_T, ...]:
    """
    Return entries taken from `given` as a tuple, or as a `Cut` if `given` is a `Cut`.

    >>> is_cut(like(Cut((1, 2)), [1])), like((1, 2), [1])
    (True, (1,))
    """
    if is_cut(given):
        return Cut(entries)
    return entries if isinstance(entries, tuple) else tuple(entries)


def grouped(pairs: Iterable[tuple[_K, _T]]) -> dict[_K, tuple[_T, ...]]:
    """
    Return the entries of each key, keys and entries in their order of appearance.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    found: dict[_K, list[_T]] = {}
    for key, entry in pairs:
        found.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def repeated(keys: Iterable[object]) -> Iterator[tuple[int, int]]:
    """
    Yield the place of every key that an earlier one equals, with the place of the first of them; None is no key.

    >>> list(repeated(["a", None, "b", "a", None]))
    [(3, 0)]
    """
    first: dict[object, int] = {}
    for place, key in enumerate(keys):
        if key is not None and first.setdefault(key, place) != place:
            yield place, first[key]
