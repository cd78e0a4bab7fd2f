"""
The parts of a heading: whose it is, when, which study, of what, which quality.

The words are listed in ``data/headings/words.toml``. A heading is covered
with as few and as long words as possible; what no word covers is kept as the
rest, so that no heading is understood by a single word in it.

References: headings of public templates (tests/rosters/headings).

Limitations: Chinese headings only; English ones are listed as a whole or not understood.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from credrules.masking import shown_repr
from credrules.remembering import remembered
from credrules.rosters._words import WORDS
from credrules.rosters.headings.periods import time_of
from credrules.values import Worded

__all__ = [
    "Owner",
    "Parts",
    "When",
    "take_apart",
]
__dir__ = __all__.copy

_LONGEST_CORE: Final = 40


class Owner(Worded):
    """
    Whose a column is.
    """

    SELF = "self", "本人", "this person"
    SPOUSE = "spouse", "配偶", "spouse"
    CHILD = "child", "子女", "child"
    PARENT = "parent", "父母", "parent"
    RELATIVE = "relative", "家庭成员", "relative"
    CONTACT = "contact", "联系人", "contact person"
    GUARDIAN = "guardian", "监护人", "guardian"
    HEAD = "head", "负责人", "head of the unit"
    OTHER = "other", "其他人", "somebody else"


class When(Worded):
    """
    The time a column refers to.
    """

    NOW = "now", "现在的", "current"
    HIGHEST = "highest", "最高的", "highest"
    FORMER = "former", "以前的", "former"
    APPLIED = "applied", "申报或拟定的", "applied for or planned"
    FIRST = "first", "首次的", "first"
    OTHER = "other", "另一项", "another one"
    PERIOD = "period", "一段时期的", "of a period"


@frozen
class Parts:
    """
    What the words of a heading mean, and what no word covers.

    >>> parts = take_apart("配偶身份证号码")
    >>> parts.owner, parts.things, parts.qualities, parts.rest
    (<Owner.SPOUSE: 'spouse'>, ('identity',), ('number',), '')
    """

    owner: Owner = Owner.SELF
    when: When = When.NOW
    study: str = ""
    year: int | None = None
    things: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    none: str = ""
    rest: str = field(default="", repr=False)
    pieces: tuple[str, ...] = field(default=(), repr=False)
    core: str = field(default="", repr=shown_repr)

    @property
    def signature(self) -> str:
        """
        Study, things and qualities as ``data/headings/fields.toml`` writes them.
        """
        things = " ".join(sorted(dict.fromkeys(self.things)))
        return f"{self.study} {things}".lstrip() + "." + ".".join(dict.fromkeys(self.qualities))


@remembered(4096)
def take_apart(core: str) -> Parts:
    """
    Return the parts of a heading's core; a text too long for a heading is all rest.
    """
    time = time_of(core)
    bare = time.rest
    pieces = _covered(bare) if len(bare) <= _LONGEST_CORE else (bare,)
    owner, when, study = Owner.SELF, When.PERIOD if time.period else When.NOW, ""
    things: list[str] = []
    qualities: list[str] = []
    none = ""
    for word in pieces:
        kind, value = WORDS.get(word, ("", ""))
        if kind == "owner":
            owner = owner if owner is not Owner.SELF else Owner(value)
        elif kind == "when" and (when is When.NOW or value not in {"now", "highest"}):
            when = When(value)
        elif kind == "study":
            study = study or value
        elif kind == "thing":
            things.append(value)
        elif kind == "quality":
            qualities.append(value)
        elif kind == "none":
            none = none or word
    rest = "".join(piece for piece in pieces if piece not in WORDS)
    return Parts(owner, when, study, time.year, tuple(things), tuple(qualities), none, rest, pieces, core)


def _covered(core: str) -> tuple[str, ...]:
    """
    Return the core in pieces: words that cover most of it, as few as possible, and the letters they leave.
    """
    # best[i]: (letters left over, words, pieces) for core[i:]
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())] * (len(core) + 1)
    for at in range(len(core) - 1, -1, -1):
        left, count, pieces = best[at + 1]
        options = [(left + 1, count, (core[at], *pieces))]
        for end in range(at + 1, min(len(core), at + _LONGEST_WORD) + 1):
            word = core[at:end]
            if word in WORDS:
                left, count, pieces = best[end]
                options.append((left, count + 1, (word, *pieces)))
        best[at] = min(options, key=lambda option: option[:2])
    return best[0][2]


_LONGEST_WORD: Final = max(map(len, WORDS))
