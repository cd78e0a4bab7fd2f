"""
Cells of which a blank or a line break may separate several entries: titles, qualifications, posts, schools, units.

White space inside a text is layout and is removed (credrules.text), but not where what stands before and after it
is complete in itself: 工程师 会计师 is not a title 工程师会计师, and a repair may not make one of two.

References: the tables TITLES, TITLE_NAMES, OCCUPATIONAL_QUALIFICATIONS and SKILL_GRADES; the last words of names.

Limitations: entries of which the tables know none, or that end in an unusual word, count as one text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import evolve, frozen

from credrules import codes
from credrules.facts import titles
from credrules.findings import finding
from credrules.leaves import Answer, TextLeaf
from credrules.text import normalize
from credrules.values import exact_text

__all__ = ["DEPARTMENTS", "MAJORS", "POSTS", "QUALIFICATIONS", "SCHOOLS", "TITLES", "UNITS", "EntriesLeaf"]
__dir__ = __all__.copy

_MOST: Final = 10
_LAYOUT: Final = frozenset({"TEXT.EXTRA_SPACE", "TEXT.LINE_BREAK"})


@frozen
class EntriesLeaf(TextLeaf):
    """
    A text; white space between entries that are complete in themselves is not layout, and they are kept apart with 、.

    `pattern` is what an entry of this column looks like; without it an entry is a name that a table of titles,
    qualifications or grades knows.

    >>> SCHOOLS.read("甲市大学 乙市学院", None).value, SCHOOLS.read("甲市 大学", None).value
    ('甲市大学、乙市学院', '甲市大学')
    """

    pattern: str = ""
    is_reported: bool = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the text, then look whether its white space separates entries.
        """
        answer = super().read(value, on)
        if answer.value is None or not any(item.code in _LAYOUT for item in answer.findings):
            return answer
        entries = [normalize(part)[0] for part in (exact_text(value) or "").split()]
        if not 1 < len(entries) <= _MOST or not all(map(self._is_entry, entries)) or _is_one(answer.value):
            return answer
        others = tuple(evolve(it, suggestion=None) for it in answer.findings if it.code not in _LAYOUT)
        told = (finding("ROSTER.SEVERAL_ENTRIES", entries=tuple(entries)),) if self.is_reported else ()
        return Answer("、".join(entries), (*others, *told), answer.changes)

    def _is_entry(self, text: str) -> bool:
        if self.pattern:
            return re.fullmatch(self.pattern, text) is not None
        return bool(titles.meanings(text)) or any(table.check(text).value is not None for table in _TABLES)


def _is_one(text: str) -> bool:
    return bool(titles.meanings(text)) or codes.QUALIFICATION_TITLES.check(text).value is not None


_TABLES: Final = (
    codes.OCCUPATIONAL_QUALIFICATIONS,
    codes.QUALIFICATION_TITLES,
    codes.SKILL_GRADES,
    codes.TITLE_LEVELS,
)

# The rule about two titles in a cell reports these (ROSTER.TWO_TITLES).
TITLES: Final = EntriesLeaf(is_reported=False)
QUALIFICATIONS: Final = EntriesLeaf()
SCHOOLS: Final = EntriesLeaf(pattern=".{2,}(?:大学|学院|学校|[中小]学|党校|电大)")
UNITS: Final = EntriesLeaf(pattern=".{2,}(?:局|委员会|公司|医院|卫生院|大学|学院|学校|[中小]学|中心|厂|研究所|站|馆)")
DEPARTMENTS: Final = EntriesLeaf(pattern=".+(?:科|室|部|处|组|股|中心|站|队|系|办)")
POSTS: Final = EntriesLeaf(
    pattern=".*(?:[校院站所科处局股镇乡部组队园厂馆]长|书记|主任|主席|经理|委员|会计|出纳|干事|科员|教师)"
)
MAJORS: Final = EntriesLeaf(pattern=".+学|.{2,}(?:工程|技术|管理|教育|专业)")
