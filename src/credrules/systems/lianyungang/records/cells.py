"""
Leaves of this system: a worker's grade, several stamps in one cell, an exceptional application as yes or no.

References: 连云港市转发 2018 年工勤技能岗位技师考评通知的通知, annex 1, step 2 item 1, steps 3, 5 and 7.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final

from attrs import evolve, frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.leaves import NAMES, Answer, CodeLeaf, FlagLeaf, Leaf, TextLeaf, refused
from credrules.masking import shown_cell
from credrules.systems.lianyungang.names import GRADES
from credrules.values import FrozenMap

__all__ = [
    "EXCEPTION",
    "GRADE",
    "NUMBER",
    "PRESENCE",
    "STAMPS",
    "CodesLeaf",
    "ExceptionLeaf",
    "GradeLeaf",
    "PresenceLeaf",
]
__dir__ = __all__.copy

NUMBER: Final = TextLeaf(100)
"""A certificate number: a text of unknown form (annex 1, step 2 item 6)."""


@frozen
class GradeLeaf(CodeLeaf):
    """
    One of the five grades of workers; grades added to the skill grades in 2022 are refused.

    >>> GRADE.check("高级工").value, GRADE.check("特级技师").ok, GRADE.check("工程师").ok
    ('3', False, False)
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look up the table, then the list of the five.
        """
        answer = CodeLeaf.read(self, value, on)
        if answer.value is None or answer.value in GRADES:
            return answer
        given = self.table[answer.value].name
        return refused("CODE.UNKNOWN", given=given, table=self.table.about.short, hint="")

    def schema(self) -> dict[str, Any]:
        """
        Return an enumeration of the five.
        """
        return {"type": "string", "x-code-table": self.table.name, "enum": list(GRADES)}


GRADE: Final = GradeLeaf(codes.SKILL_GRADES)
"""初级工, 中级工, 高级工, 技师, 高级技师 as codes of SKILL_GRADES."""


_LONGEST_SHOWN: Final = 30


@frozen
class CodesLeaf(Leaf):
    """
    Several codes of one table in one cell, in the table's order: a list, a set, or a text with 、 ， ； between them.

    >>> STAMPS.check("单位、主管部门").value
    ('DEPARTMENT', 'UNIT')
    """

    several: ClassVar[bool] = True
    table: CodeTable

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Split the cell, then look up each part in the table; an unknown part refuses the cell.
        """
        names = NAMES.read(_listed(value), on)
        if names.value is None:
            return names
        answers = [CodeLeaf(self.table).read(name, on) for name in names.value]
        # Do not show which word of the cell is meant; the cell is repaired as a whole.
        told = [evolve(item, suggestion=None) for answer in answers for item in answer.findings]
        together = " ".join(names.value)
        if shown_cell(together) != together:  # the words of the cell are pieces of a number
            told = [
                evolve(item, params=FrozenMap({**item.params, "given": shown_cell(together)[:_LONGEST_SHOWN]}))
                if "given" in item.params
                else item
                for item in told
            ]
        found = tuple(dict.fromkeys((*names.findings, *told)))
        changes = (*names.changes, *(change for answer in answers for change in answer.changes))
        values = {answer.value for answer in answers}
        read = tuple(entry.code for entry in self.table if entry.code in values)
        return Answer(None if None in values else read, found, changes)

    def dump(self, value: tuple[str, ...]) -> object:
        """
        Return a list of codes.
        """
        return list(value) if type(value) is tuple else value

    def schema(self) -> dict[str, Any]:
        """
        Return an array of the table's codes.
        """
        return {"type": "array", "items": CodeLeaf(self.table).schema()}


def _listed(value: object) -> object:
    kind = type(value)
    return list(value) if kind is set or kind is frozenset else value  # type: ignore[call-overload]  # as just seen


STAMPS: Final = CodesLeaf(codes.WORKER_STAMPS)
"""The stamps on the form: of the unit, of the competent department."""


@frozen
class PresenceLeaf(FlagLeaf):
    """
    Whether something is present: yes or no, or the list of what is present.

    >>> PRESENCE.check(["等级证书"]).value, PRESENCE.check("否").value
    (True, False)
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a list of names as yes, anything else as a flag.
        """
        listed = type(value) is list or type(value) is tuple
        return Answer(True) if listed and NAMES.read(value, on).value else FlagLeaf.read(self, value, on)


PRESENCE: Final = PresenceLeaf()
"""Originals and copies: yes or no, or which of them are present."""


@frozen
class ExceptionLeaf(CodeLeaf):
    """
    The ground of an exceptional application; yes means some ground, no means none.

    >>> EXCEPTION.check("BY_AWARD").value, EXCEPTION.check(False).value
    ('BY_AWARD', 'NONE')
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a truth value, else look up the table.
        """
        if value is True or value is False:
            return Answer("OTHER" if value else "NONE")
        return CodeLeaf.read(self, value, on)


EXCEPTION: Final = ExceptionLeaf(codes.WORKER_EXCEPTIONS)
"""因获奖破格, 其他破格 or none."""
