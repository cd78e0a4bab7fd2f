"""
Cells of this form that no shared leaf reads: a committee with or without its details, and who permits.

References: 广东省职称网上申报说明（2016，清远市页面）, 一, 二.
Limitations: the text gives only examples of committees (省属评委会); the name shows the level only if it begins with it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from attrs import frozen

from credrules import codes
from credrules.engine import read_record
from credrules.keys import items_of, plain
from credrules.leaf import Answer, answer_of
from credrules.leaves import NamesLeaf, TextLeaf
from credrules.systems.guangdong_titles.records.registry import Committee
from credrules.values import FrozenMap, exact_text

__all__ = [
    "COMMITTEE",
    "NOBODY",
    "PERMITS",
    "CommitteeLeaf",
    "PermitsLeaf",
]
__dir__ = __all__.copy

NOBODY: Final = "无"
"""The word for "none of them permits"."""


@frozen
class CommitteeLeaf(TextLeaf):
    """
    A committee: its name or id as text, or the whole committee with level, division and notice.
    """

    longest: int = 200

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a committee; a mapping becomes a `Committee`, a text stays a text.

        >>> COMMITTEE.check({"隶属": "省属"}).value.level, COMMITTEE.check("省属评委会").value
        ('PROVINCIAL', '省属评委会')
        """
        if type(value) is not Committee and items_of(value) is None:
            return TextLeaf.read(self, value, on)
        return answer_of(read_record(value, Committee))

    def dump(self, value: Any) -> object:  # noqa: ANN401  # a Committee or a text
        """
        Return a mapping, or the text.
        """
        return plain(value) if type(value) is Committee else value

    def schema(self) -> dict[str, Any]:
        """
        Return a choice between a text and an object.
        """
        return {"anyOf": [TextLeaf.schema(self), {"type": "object"}]}


@frozen
class PermitsLeaf(NamesLeaf):
    """
    Who permits: names of roles or units, or a mapping from role to yes or no.

    Roles become codes of TITLE_ROLES; other names are left unchanged. `无` means that none of them permits.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the permits.

        >>> PERMITS.check({"personnel_unit": True, "主管单位": "是"}).value
        ('PERSONNEL_UNIT', 'COMPETENT')
        >>> PERMITS.check("人事管理单位").value, PERMITS.check({"competent": False}).value
        (('PERSONNEL_UNIT',), ('无',))
        """
        pairs = items_of(value)
        given: object = value
        if pairs is not None:
            given = [key for key, answer in pairs if _yes(answer)] or [NOBODY]
        elif value is True or value is False:
            given = ["PERSONNEL_UNIT", "COMPETENT"] if value else [NOBODY]
        names, findings, changes = NamesLeaf.read(self, given, on)
        return Answer(None if names is None else tuple(map(_role, names)), findings, changes)


def _yes(answer: object) -> bool:
    return answer is True or (exact_text(answer) or "").strip() in _YES


def _role(name: str) -> str:
    known = codes.TITLE_ROLES.check(name).value
    return known if known is not None else _KEYS.get(name, name)


_YES: Final = frozenset({"是", "同意", "已同意", "允许", "yes", "true", "1"})
_KEYS: Final = FrozenMap({"personnel_unit": "PERSONNEL_UNIT", "competent": "COMPETENT", "competent_unit": "COMPETENT"})

COMMITTEE: Final = CommitteeLeaf()
PERMITS: Final = PermitsLeaf(most=20, longest=200)
