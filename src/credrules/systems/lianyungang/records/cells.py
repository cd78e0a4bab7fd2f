"""
Leaves of this system: a worker's grade, several stamps in one cell, an exceptional application as yes or no.

References: 连云港市转发 2018 年工勤技能岗位技师考评通知的通知, annex 1, step 2 item 1, steps 3, 5 and 7.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from attrs import evolve, frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.findings import Finding, Report, Rerun, finding
from credrules.leaves import NAMES, CodeLeaf, TextLeaf
from credrules.systems.lianyungang.names import GRADES
from credrules.values import FrozenMap

__all__ = [
    "EXCEPTION",
    "GRADE",
    "NUMBER",
    "STAMPS",
    "CodesLeaf",
    "ExceptionLeaf",
    "GradeLeaf",
]


def __dir__() -> list[str]:
    return sorted(__all__)


NUMBER: Final = TextLeaf(100)
"""A certificate number: text, its form is not known (annex 1, step 2 item 6)."""


@frozen
class GradeLeaf(CodeLeaf):
    """
    One of the five grades of workers; what the skill grades of 2022 added is refused.

    >>> GRADE.check("高级工").value, GRADE.check("特级技师").ok, GRADE.check("工程师").ok
    ('3', False, False)
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the table, then the list of the five.
        """
        report = self.table.check(value, on=on)
        if report.value is None or report.value in GRADES:
            return report
        given = self.table[report.value].name
        refused = finding("CODE.UNKNOWN", given=given, table=self.table.about.short, hint="")
        return Report(value, None, (refused,), report.changes, Rerun(self.check, FrozenMap(on=on)))

    def schema(self) -> dict[str, Any]:
        """
        Return an enumeration of the five.
        """
        return {"type": "string", "x-code-table": self.table.name, "enum": list(GRADES)}


GRADE: Final = GradeLeaf(codes.SKILL_GRADES)
"""初级工, 中级工, 高级工, 技师, 高级技师 as codes of SKILL_GRADES."""


@frozen
class CodesLeaf:
    """
    Several codes of one table in one cell: a list, or a text with 、 ， ； between them.

    >>> STAMPS.check("单位、主管部门").value
    ('UNIT', 'DEPARTMENT')
    """

    table: CodeTable

    def check(self, value: object, *, on: dt.date | None = None) -> Report[tuple[str, ...]]:
        """
        Split, then ask the table of each; one that it does not know refuses the cell.
        """
        names = NAMES.check(value, on=on)
        rerun = Rerun(self.check, FrozenMap(on=on))
        if names.value is None:
            return Report(value, None, names.findings, (), rerun)
        reports = [self.table.check(name, on=on) for name in names.value]
        found: list[Finding] = [*names.findings]
        for report in reports:
            # Which word of the cell is meant is not shown; the cell is repaired as a whole.
            found += [evolve(item, suggestion=None) for item in report.findings if item not in found]
        read = tuple(dict.fromkeys(report.value for report in reports if report.value is not None))
        changes = (*names.changes, *(change for report in reports for change in report.changes))
        whole = all(report.ok for report in reports)
        return Report(value, read if whole else None, tuple(found), changes, rerun)

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


STAMPS: Final = CodesLeaf(codes.WORKER_STAMPS)
"""The stamps on the form: of the unit, of the competent department."""


@frozen
class ExceptionLeaf(CodeLeaf):
    """
    The ground of an exceptional application; yes means some ground, no means none.

    >>> EXCEPTION.check("BY_AWARD").value, EXCEPTION.check(False).value
    ('BY_AWARD', 'NONE')
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read a truth value, else ask the table.
        """
        if value is True or value is False:
            return Report(value, "OTHER" if value else "NONE", (), (), Rerun(self.check, FrozenMap(on=on)))
        return self.table.check(value, on=on)


EXCEPTION: Final = ExceptionLeaf(codes.WORKER_EXCEPTIONS)
"""因获奖破格, 其他破格 or none."""
