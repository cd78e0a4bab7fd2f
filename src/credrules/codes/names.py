"""
By what names an entry goes, and when two spellings are one name.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from credrules.codes.entry import Entry
from credrules.text import name_key

# Further columns that are names of the entry as well.
_NAMING_COLUMNS: Final = ("alpha", "roman")


class Via(enum.IntEnum):
    """
    By what a text was found to mean an entry; the smaller, the surer.
    """

    CODE = 0
    NAME = 1
    SHORT = 2
    ALIAS = 3
    FORMER = 4
    LOOSE = 5


@frozen
class Named:
    """
    An entry a text may mean, and by what.
    """

    via: Via
    entry: Entry


def fold(name: str) -> str:
    """
    Return what identifies a name: layout, brackets' shapes and letter case taken away.

    >>> fold("讲师（ 高校）") == fold("讲师(高校)")
    True
    """
    return name_key(name).casefold()


def names_of(entry: Entry) -> Iterable[tuple[Via, str]]:
    """
    Yield every way an entry may be written, the surest first.

    The official short form is as good as the name.
    """
    yield Via.CODE, entry.code
    yield Via.NAME, entry.name
    if entry.short:
        yield Via.NAME, entry.short
    for alias in entry.aliases:
        yield Via.ALIAS, alias
    for name in (entry.name_en, *(entry.attribute(column) for column in _NAMING_COLUMNS)):
        if name:
            yield Via.ALIAS, name
    for name in entry.former:
        yield Via.FORMER, name
    for name in entry.loose:
        yield Via.LOOSE, name
