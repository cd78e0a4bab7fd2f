"""
What a table's data state about cells that hold more, or less, than a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from credrules.codes.names import fold
from credrules.values import EMPTY, FrozenMap, Label

__all__ = ["NO_WORDINGS", "Aside", "Wordings", "wordings_from"]
__dir__ = __all__.copy


@frozen
class Aside:
    """
    A text that may accompany a name: in full or as an ending, for codes with this prefix.
    """

    text: str
    ending: bool = False
    prefix: str = ""

    def matches(self, text: str) -> bool:
        """
        Return whether a text is this one or, for an ending, ends with it.
        """
        return text.endswith(self.text) if self.ending else text == self.text


def _aside(written: str) -> Aside:
    prefix, _, word = written.rpartition(">")
    return Aside(word.removeprefix("*"), word.startswith("*"), prefix)


@frozen
class Wordings:
    """
    What a table's data state about cells that hold more, or less, than a name.

    `asides` may accompany a name, `endings` follow it, `drops` be left out of its middle; `levels` gives the ranks
    that a word for a level may accompany; `reasons` says why a wording is not
    a name of the entry, `nothing` why a text is a name of no entry, `instead` the name that several entries share.
    """

    asides: tuple[Aside, ...] = ()
    endings: tuple[Aside, ...] = ()
    drops: tuple[str, ...] = ()
    levels: FrozenMap[str, tuple[str, ...]] = EMPTY
    specialities: bool = False
    reasons: FrozenMap[str, Label] = EMPTY
    nothing: FrozenMap[str, Label] = EMPTY
    instead: FrozenMap[str, str] = EMPTY


NO_WORDINGS: Final = Wordings()


def wordings_from(meta: Mapping[str, Any]) -> Wordings:
    """
    Return the wordings of a generated module; a table without any has none.
    """
    return Wordings(
        asides=tuple(map(_aside, meta.get("asides", ()))),
        endings=tuple(map(_aside, meta.get("endings", ()))),
        drops=tuple(meta.get("drops", ())),
        levels=FrozenMap({word: tuple(ranks) for word, ranks in meta.get("levels", {}).items()}),
        specialities=meta.get("specialities", False),
        reasons=FrozenMap({fold(name): Label(*words) for name, words in meta.get("reasons", {}).items()}),
        nothing=FrozenMap({fold(name): Label(*words) for name, words in meta.get("nothing", {}).items()}),
        instead=FrozenMap({fold(name): shared for name, shared in meta.get("instead", {}).items()}),
    )
