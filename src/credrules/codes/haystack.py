"""
All names of a table in one text, so that the search runs at the speed of `str.find`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from typing import Final

from credrules.codes.entry import Entry
from credrules.codes.names import Via

# A character no folded name contains.
_BETWEEN: Final = "\n"


class Haystack:
    """
    Folded names with what they mean, joined into one text.

    >>> from credrules import codes
    >>> names = codes.ETHNICITY.content.haystack
    >>> sorted({names.item(number)[2].code for number, _ in names.occurrences("哈")})
    ['16', '17']
    """

    def __init__(self, items: Iterable[tuple[str, Via, Entry]]) -> None:
        self._items = tuple(items)
        self._text = _BETWEEN + _BETWEEN.join(name for name, _, _ in self._items) + _BETWEEN
        self._starts: list[int] = []
        place = 1
        for name, _, _ in self._items:
            self._starts.append(place)
            place += len(name) + 1

    def item(self, number: int) -> tuple[str, Via, Entry]:
        """
        Return name, kind of name and entry of one item.
        """
        return self._items[number]

    def occurrences(self, needle: str) -> Iterator[tuple[int, int]]:
        """
        Yield (item number, offset in its name), the first place of each name only.
        """
        at = self._text.find(needle)
        while at >= 0:
            number = bisect.bisect_right(self._starts, at) - 1
            yield number, at - self._starts[number]
            at = self._text.find(needle, self._starts[number] + len(self._items[number][0]))

    def one_slip(self, key: str) -> Iterator[int]:
        """
        Yield the items whose name differs from `key` by one letter or two exchanged neighbours.

        One slip leaves one half of the text whole (an exchange across the
        middle leaves what is left and right of it), so only names that hold a
        half are compared.
        """
        if len(key) < 3:
            return
        middle = len(key) // 2
        seen: set[int] = set()
        for part in {key[:middle], key[middle:], key[: middle - 1], key[middle + 1 :]} - {""}:
            for number, _ in self.occurrences(part):
                if number not in seen:
                    seen.add(number)
                    if is_one_slip(key, self._items[number][0]):
                        yield number


def is_one_slip(a: str, b: str) -> bool:
    """
    Tell whether two texts differ by exactly one letter, or by two exchanged neighbours.

    >>> is_one_slip("土家族", "士家族"), is_one_slip("家土族", "土家族"), is_one_slip("壮族", "壮族")
    (True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        places = [i for i in range(len(a)) if a[i] != b[i]]
        if len(places) == 1:
            return True
        return (
            len(places) == 2
            and places[1] == places[0] + 1
            and a[places[0]] == b[places[1]]
            and a[places[1]] == b[places[0]]
        )
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
