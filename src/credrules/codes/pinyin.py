"""
How names are pronounced: syllables and initials, for people who type pinyin.

References: the readings are stored data (see `_pinyin.ORIGIN`); place names as
in the romanised lists of GB/T 2260.

Limitations: one reading per name, without tones; ü is v. A character that
occurs in no name of the shipped tables has no reading, so a name with one is
found only by its characters.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from credrules.codes import _pinyin
from credrules.codes.entry import Entry
from credrules.codes.haystack import Haystack
from credrules.codes.names import Via, spellings
from credrules.values import FrozenMap

__all__ = ["Spoken", "letters", "syllables"]
__dir__ = __all__.copy

_MOST: Final = 60
_NOT_SPOKEN: Final = frozenset({Via.CODE, Via.LOOSE})


@functools.cache
def _usual() -> Mapping[str, str]:
    lines = (line.split(" ") for line in _pinyin.USUAL.split("\n"))
    return FrozenMap({character: syllable for syllable, characters in lines for character in characters})


@functools.cache
def _otherwise() -> Mapping[str, tuple[str, ...]]:
    lines = (line.split(" ") for line in _pinyin.OTHERWISE.split("\n"))
    return FrozenMap({name: tuple(syllables) for name, *syllables in lines})


def syllables(name: str) -> tuple[str, ...]:
    """
    Return the syllables of the Chinese characters of a name; other characters are skipped.

    Empty if a character's reading is not known.

    >>> syllables("重庆市"), syllables("高级工程师（正高级）")[-3:], syllables("甲龘")
    (('chong', 'qing', 'shi'), ('zheng', 'gao', 'ji'), ())
    """
    found: list[str] = []
    for han, run in itertools.groupby(name[:_MOST], key=_is_han):
        if not han:
            continue
        text = "".join(run)
        known = _otherwise().get(text) or tuple(_usual().get(character, "") for character in text)
        if "" in known:
            return ()
        found.extend(known)
    return tuple(found)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def letters(query: str) -> str:
    """
    Return the plain letters of a query in pinyin; empty if it is something else.

    Tones, apostrophes and blanks are ignored.

    >>> letters("Xī'ān"), letters("lü"), letters("gcs"), letters("工cs")
    ('xian', 'lv', 'gcs', '')
    """
    parts = unicodedata.normalize("NFD", query.casefold()).replace("u\u0308", "v")
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign) and sign not in "'’ ")
    return plain if plain.isascii() and plain.isalpha() else ""


class Spoken:
    """
    The names of a table by pronunciation: two texts to search, whole syllables and initials.

    >>> from credrules import codes
    >>> spoken = Spoken(codes.ETHNICITY)
    >>> sorted({(how, entry.name) for how, _, entry, _, _ in spoken.find("hn")})
    [('initials', '哈尼族')]
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        named = ((via, name, entry) for entry in entries for via, name in spellings(entry) if via not in _NOT_SPOKEN)
        spoken = ((syllables(name), via, entry) for via, name, entry in named if name != entry.name_en)
        self._names = tuple(item for item in spoken if item[0])
        self._whole = Haystack(("".join(parts), via, entry) for parts, via, entry in self._names)
        self._initials = Haystack(("".join(part[0] for part in parts), via, entry) for parts, via, entry in self._names)

    def find(self, key: str) -> Iterator[tuple[str, Via, Entry, int, int]]:
        """
        Yield (how, kind of name, entry, syllables before, syllables after) for each name that holds `key`.

        A match begins with a syllable and may end inside one, because people may still be typing.
        """
        if not key:
            return
        for number, _ in self._whole.occurrences(key):
            parts, via, entry = self._names[number]
            text, starts = "".join(parts), list(itertools.accumulate((len(part) for part in parts[:-1]), initial=0))
            place = next((place for place, start in enumerate(starts) if text.startswith(key, start)), None)
            if place is not None:
                end = starts[place] + len(key)
                spoken = sum(start + len(part) <= end for start, part in zip(starts, parts, strict=True))
                yield "pinyin", via, entry, place, len(parts) - spoken
        for number, offset in self._initials.occurrences(key):
            parts, via, entry = self._names[number]
            yield "initials", via, entry, offset, len(parts) - offset - len(key)
