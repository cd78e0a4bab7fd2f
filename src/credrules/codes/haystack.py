"""
All names of a table in one text, so that the search runs at the speed of `str.find`.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator
from typing import Final

from credrules.codes.entry import Entry
from credrules.codes.names import Via
from credrules.text import is_one_slip

__all__ = ["Haystack"]
__dir__ = __all__.copy

# A character no folded name contains.
_BETWEEN: Final = "\n"


class Haystack:
    """
    Folded names with what they mean, joined into one text; `items` has name, kind of name and entry of each.

    >>> from credrules import codes
    >>> names = codes.ETHNICITY.content.haystack
    >>> sorted({names.items[number][2].code for number, _ in names.occurrences("哈")})
    ['16', '17']
    """

    def __init__(self, items: Iterable[tuple[str, Via, Entry]]) -> None:
        self.items: Final = tuple(items)
        self._text = _BETWEEN + _BETWEEN.join(name for name, _, _ in self.items) + _BETWEEN
        self._starts = list(itertools.accumulate((len(name) + 1 for name, _, _ in self.items), initial=1))

    def occurrences(self, needle: str) -> Iterator[tuple[int, int]]:
        """
        Yield (item number, offset in its name), only the first place in each name.
        """
        at = self._text.find(needle)
        while at >= 0:
            number = bisect.bisect_right(self._starts, at) - 1
            yield number, at - self._starts[number]
            at = self._text.find(needle, self._starts[number] + len(self.items[number][0]))

    def one_slip(self, key: str) -> Iterator[int]:
        """
        Yield the items whose name differs from `key` by one letter or two exchanged neighbours, in their order.

        One slip leaves the first or the second half of a name unchanged, except
        for an exchange across the middle, so only names that begin or end with
        a half are compared.
        """
        if len(key) < 3:
            return
        middle = len(key) // 2
        crossed = key[: middle - 1] + key[middle] + key[middle - 1] + key[middle + 1 :]
        halves = (_BETWEEN + key[:middle], key[middle:] + _BETWEEN, _BETWEEN + crossed + _BETWEEN)
        for number in sorted({number for half in halves for number in self._holding(half)}):
            name = self.items[number][0]
            if -2 < len(name) - len(key) < 2 and is_one_slip(key, name):
                yield number

    def _holding(self, needle: str) -> Iterator[int]:
        """
        Yield the items that begin or end with `needle`, which includes the separator between names.
        """
        at = self._text.find(needle)
        while at >= 0:
            yield bisect.bisect_right(self._starts, at + 1) - 1
            at = self._text.find(needle, at + 1)
