"""
Cells of this form that no shared leaf reads: unit codes, bureaux, audit results.

References: 广东省专业技术人员继续教育管理系统常见问题, I11, I12, D5; GB 11714-1997;
GB 32100-2015.
Limitations: a bureau is known by its division alone; how it calls itself today
carries nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from attrs import evolve, frozen

from credrules import text
from credrules.findings import Report, Rerun, finding
from credrules.identifiers import org_code, uscc
from credrules.leaves import CodeLeaf, IdentifierLeaf, TextLeaf
from credrules.values import FrozenMap, exact_text

__all__ = ["EVERYTHING", "UNIT_CODE", "AuditResultLeaf", "BureauLeaf", "UnitCodeLeaf"]


def __dir__() -> list[str]:
    return sorted(__all__)


_CODE_SHAPE: Final = re.compile(r"[0-9A-Z]{1,30}")
_BUREAU: Final = re.compile(
    r"(?:人力资源和?社会保障|人力资源|人社|人事)(?:和社会保障)?(?:厅|局|部门)(?:[（(].{0,20}[）)])?$"
)
EVERYTHING: Final = "全部"
"""The value of the search form that filters nothing (D5)."""


@frozen
class UnitCodeLeaf(IdentifierLeaf):
    """
    A 法人码: the organisation code of nine characters.

    The eighteen characters in use since October 2015 are read too, and the
    nine at places 9 to 17 taken out. Another length is only warned of, since
    the text says "normally nine".
    """

    name: str = "org_code"

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read the code.

        >>> UNIT_CODE.check("PDY00001-X").value
        'PDY00001X'
        """
        again = Rerun(self.check, FrozenMap(on=on))
        code = uscc.normalize(value)
        if len(code) == uscc.LENGTH:
            whole = uscc.check(value, on=on)
            part = code[8:17]
            told = finding("CE.UNIT.CODE_18", suggestion=part)
            inner = org_code.check(part).errors
            findings = (*whole.errors, *inner, *(() if whole.errors or inner else (told,)))
            return Report(value, None if whole.errors or inner else part, findings, whole.changes, again)
        report = IdentifierLeaf.check(self, value, on=on)
        if len(code) == org_code.LENGTH or _CODE_SHAPE.fullmatch(code) is None:
            return evolve(report, rerun=again)
        return Report(value, code, (finding("CE.UNIT.CODE_LENGTH", length=len(code)),), report.changes, again)


@frozen
class BureauLeaf(CodeLeaf):
    """
    A 人事户头: a human-resources bureau, kept as the code of its division.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read a division, or a bureau's name with its division in front.

        >>> from credrules import codes
        >>> BureauLeaf(codes.DIVISIONS).check("清远市清城区人社局").value
        '441802'
        """
        written = exact_text(value)
        name = text.normalize(written)[0] if written is not None and len(written) <= _LONGEST else ""
        division = _BUREAU.sub("", name)
        asked = division if division and division != name else value
        return evolve(self.table.check(asked, on=on), raw=value, rerun=Rerun(self.check, FrozenMap(on=on)))


@frozen
class AuditResultLeaf(TextLeaf):
    """
    An audit result: any text; of 全部, which only a search means, it is told.
    """

    longest: int = 50

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the text; the word of the search form is kept and told.
        """
        report = TextLeaf.check(self, value, on=on)
        if report.value != EVERYTHING:
            return report
        return evolve(report, findings=(*report.findings, finding("CE.F.AUDIT_RESULT")), rerun=Rerun(self.check))


_LONGEST: Final = 100
UNIT_CODE: Final = UnitCodeLeaf()
