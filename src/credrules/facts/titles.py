"""
Which titles the name of a title may mean, and at which levels.

Two vocabularies are used: GB/T 8561-2001, and the names of the series as
reformed since 2015. A bare name may belong to several series (讲师 of a
university or of a technician school); all readings are kept, none is chosen.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from credrules import codes
from credrules.none_words import NO_TITLE_WORDS
from credrules.remembering import remembered
from credrules.text import name_key

__all__ = ["NAMES", "Meaning", "is_none", "level_beside", "level_fits", "levels", "meanings", "near"]
__dir__ = __all__.copy

NAMES: Final = (codes.TITLES, codes.TITLE_NAMES)
"""The tables of the names of titles."""
_MOST_CANDIDATES: Final = 5
_LONGEST: Final = 60


@frozen
class Meaning:
    """
    One title a name may mean: the table, the code there, level and series.

    `level` is a code of TITLE_LEVELS ("" if the source names none), `series`
    the name of the series.
    """

    table: str
    code: str
    name: str
    level: str
    series: str


def is_none(name: str) -> bool:
    """
    Return whether the cell says that there is no title.

    >>> is_none("无"), is_none("工程师")
    (True, False)
    """
    return name_key(name) in NO_TITLE_WORDS


@remembered(4096)
def meanings(name: str) -> tuple[Meaning, ...]:
    """
    Return every title `name` may mean, standard before reformed names.

    >>> [(item.code, item.level) for item in meanings("助理工程师")][0]
    ('084', '434')
    """
    found = ((table, entry) for table in NAMES for entry in table.find(name) if entry.attribute("level"))
    return tuple(
        Meaning(
            table=table.name,
            code=entry.code,
            name=entry.name,
            level=entry.attribute("level"),
            series=entry.attribute("series") or (table[entry.parent].name if entry.parent else ""),
        )
        for table, entry in found
    )


def levels(name: str) -> tuple[str, ...]:
    """
    Return the levels (codes of TITLE_LEVELS) a title of this name can have; empty if unknown.

    >>> levels("工程师")
    ('420',)
    """
    return tuple(dict.fromkeys(item.level for item in meanings(name)))


@remembered(4096)
def level_beside(name: str) -> tuple[str, str] | None:
    """
    Return the title and the level (a code of TITLE_LEVELS) that stand in one cell; None for anything else.

    >>> level_beside("工程师（中级）"), level_beside("副高/副教授"), level_beside("工程师（水利）")
    (('工程师', '420'), ('副教授', '412'), None)
    """
    parts = _TWO_PARTS.fullmatch(name) if len(name) <= _LONGEST and not meanings(name) else None
    one, other = (parts[1], parts[2] or parts[3]) if parts is not None else ("", "")
    for title, level in ((one, other), (other, one)):
        code = codes.TITLE_LEVELS.check(level).value if meanings(title) else None
        if code is not None:
            return title, code
    return None


_TWO_PARTS: Final = re.compile("(.+?)(?:[（(]([^（）()]+)[）)]|[、，,/／;；_－—-]+([^、，,/／;；_－—-]+))")


def level_fits(level: str, possible: tuple[str, ...]) -> bool:
    """
    Return whether a stated level agrees with the possible ones; a group (高级) covers its parts.

    >>> level_fits("410", ("412",)), level_fits("420", ("412",))
    (True, False)
    """
    table = codes.TITLE_LEVELS
    return any(table.subsumes(level, item) or table.subsumes(item, level) for item in possible)


def near(name: str) -> tuple[str, ...]:
    """
    Return names of titles close to an unknown one, best first, at most five.
    """
    found = [match.entry.name for table in NAMES for match in table.search(name, limit=_MOST_CANDIDATES)]
    return tuple(dict.fromkeys(found))[:_MOST_CANDIDATES]
