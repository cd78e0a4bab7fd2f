"""
Cells of this form that no shared leaf reads: unit codes, bureaux, audit results; the length of its texts.

References: 广东省专业技术人员继续教育管理系统常见问题, I11, I12, D5; GB 11714-1997;
GB 32100-2015.
Limitations: a bureau is identified by its division alone; its own present name is
ignored.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import frozen

from credrules import text
from credrules.findings import ChangeKind, finding
from credrules.identifiers import org_code, uscc
from credrules.leaves import Answer, CodeLeaf, IdentifierLeaf, NumberLeaf, TextLeaf, refused
from credrules.values import exact_text

__all__ = [
    "CONTACT",
    "EVERYTHING",
    "NAME",
    "UNIT_CODE",
    "AuditResultLeaf",
    "BureauLeaf",
    "SequenceLeaf",
    "UnitCodeLeaf",
]
__dir__ = __all__.copy

_CODE_SHAPE: Final = re.compile(r"[0-9A-Z]{1,30}")
_BUREAU: Final = re.compile(
    r"(?:人力资源和?社会保障|人力资源|人社|人事)(?:和社会保障)?(?:厅|局|部门)(?:[（(].{0,20}[）)])?$"
)
EVERYTHING: Final = "全部"
"""The choice of the search form that shows every record (D5)."""


@frozen
class UnitCodeLeaf(IdentifierLeaf):
    """
    A 法人码: the organisation code of nine characters.

    The unified code of eighteen characters, in use since October 2015, is read
    too: the unit code is its places 9 to 17. Another length is only a warning,
    since the text says "normally nine".
    """

    name: str = "org_code"

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the code.

        >>> UNIT_CODE.check("PDY00001-X").value
        'PDY00001X'
        """
        code = uscc.normalize(value)
        if len(code) == uscc.LENGTH:
            whole = uscc.check(value, on=on)
            part = code[8:17]
            faults = (*whole.errors, *org_code.check(part).errors)
            told = faults or (finding("CE.UNIT.CODE_18", suggestion=part),)
            return Answer(None if faults else part, told, whole.changes)
        answer = IdentifierLeaf.read(self, value, on)
        if len(code) == org_code.LENGTH or _CODE_SHAPE.fullmatch(code) is None:
            return answer
        return Answer(code, (finding("CE.UNIT.CODE_LENGTH", length=len(code)),), answer.changes)


@frozen
class BureauLeaf(CodeLeaf):
    """
    A 人事户头: a human-resources bureau, kept as the code of its division.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a division, or a bureau's name with its division in front.

        >>> from credrules import codes
        >>> BureauLeaf(codes.DIVISIONS).check("清远市清城区人社局").value
        '441802'
        """
        written = exact_text(value)
        name = text.normalize(written)[0] if written is not None and len(written) <= _LONGEST else ""
        division = _BUREAU.sub("", name)
        return CodeLeaf.read(self, division if division and division != name else value, on)


@frozen
class SequenceLeaf(NumberLeaf):
    """
    A sequence number: Arabic digits alone (G1).
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the number; 第1 is refused, since it is not digits alone.
        """
        answer = NumberLeaf.read(self, value, on)
        wordy = any(item.kind is ChangeKind.NOTATION for item in answer.changes)
        return refused("VALUE.NOT_A_NUMBER") if wordy else answer


@frozen
class AuditResultLeaf(TextLeaf):
    """
    An audit result: any text; 全部, a choice of the search form, is reported.
    """

    longest: int = 50

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the text; 全部 is kept and reported.
        """
        answer = TextLeaf.read(self, value, on)
        if answer.value != EVERYTHING:
            return answer
        return answer._replace(findings=(*answer.findings, finding("CE.F.AUDIT_RESULT")))


_LONGEST: Final = 100
CONTACT: Final = TextLeaf(60)
NAME: Final = TextLeaf(200)
UNIT_CODE: Final = UnitCodeLeaf()
