"""
Cells that only rosters have: a telephone of either kind, an age, a local series, an education with its degree.

Rosters put mobile and landline numbers into one column, and units of measure
into the cell. Both are read here and passed on to the leaves that read the
numbers.

References: the leaves of `credrules.leaves` and `credrules.identifiers`.

Limitations: a cell with several telephone numbers is read if each of them is
valid; which of them to call is not decided.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any, Final

from attrs import evolve, frozen

from credrules import codes, text
from credrules.facts.person import age_at
from credrules.findings import Report, finding
from credrules.leaves import LANDLINE, MOBILE, Answer, CodeLeaf, DateLeaf, IdentifierLeaf, Leaf, NumberLeaf, answer_of
from credrules.measures import MeasureLeaf
from credrules.values import EMPTY, FrozenMap, Severity, exact_text

__all__ = [
    "AGE",
    "BIRTH",
    "CITIZEN_ID_CELL",
    "EDUCATION_DEGREE",
    "EMAIL_CELL",
    "PHONE",
    "RESIDENCE",
    "SERIES",
    "BirthLeaf",
    "EducationDegreeLeaf",
    "PhoneLeaf",
    "ResidenceLeaf",
    "SeriesLeaf",
    "WeighedLeaf",
]
__dir__ = __all__.copy

_BETWEEN: Final = re.compile(r"[/、，,;；\n]")
_MOST_NUMBERS: Final = 3
_LONGEST: Final = 100
_LONGEST_SERIES: Final = 12


@frozen
class PhoneLeaf(Leaf):
    """
    A mobile or a landline number, or up to three of them in one cell.

    >>> PHONE.check("13800000001/0771-1234567").ok, PHONE.check("1380000001").findings[0].code
    (True, 'MOBILE.LENGTH')
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read as a mobile if it may be one, else as a landline; if neither reads it, refuse it as the one it looks like.
        """
        written = exact_text(value)
        parts = _BETWEEN.split(written) if written is not None and len(written) <= _LONGEST else []
        if 1 < len(parts) <= _MOST_NUMBERS:
            reports = [self._one(part, on) for part in parts]
            if all(report.ok for report in reports):
                return Answer("/".join(str(report.value) for report in reports))
        return answer_of(self._one(value, on))

    def _one(self, value: object, on: dt.date | None) -> Report[str]:
        mobile: Report[str] = MOBILE.check(value, on=on)
        if mobile.ok:
            return mobile
        landline: Report[str] = LANDLINE.check(value, on=on)
        digits = (text.read_text(value).text or "").replace("-", "")
        # No local number begins with 1: 11111111 is not a telephone number.
        return mobile if digits[:1] == "1" and digits[:2] != "10" else landline

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema.
        """
        return {"type": "string", "minLength": 1, "x-identifier": "phone"}


@frozen
class BirthLeaf(DateLeaf):
    """
    A date of birth, with the age behind it as the printed cadre form has it: 1986.11（38岁）.

    >>> [item.code for item in BIRTH.read("1986.11（30岁）", dt.date(2025, 6, 30)).findings]
    ['DATE.MORE_TEXT', 'DATE.NOTATION', 'ROSTER.AGE_BESIDE']
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the date, then compare the age with it; the form may be two years old, and some count the year begun.
        """
        answer = super().read(value, on)
        more = next((str(it.params["more"]) for it in answer.findings if it.code == "DATE.MORE_TEXT"), "")
        said = _AGE.search(more)
        if said is None or on is None or answer.value is None:
            return answer
        least, most = age_at(answer.value, on)
        if least - 2 <= int(said[1]) <= most + 1:
            return answer
        told = finding("ROSTER.AGE_BESIDE", age=str(least) if least == most else f"{least}/{most}")
        return answer._replace(findings=(*answer.findings, told))


_AGE: Final = re.compile("([0-9]{1,3})周?岁")


@frozen
class WeighedLeaf(IdentifierLeaf):
    """
    A number or an e-mail whose findings weigh otherwise in a table, if the cell is a text.

    A valid number that ends in 000, given as text, is a remark: one in a thousand
    ends so, and a spreadsheet that rounds leaves a number cell. A text that is
    valid once superfluous marks are removed is a warning.

    >>> [item.severity.name for item in CITIZEN_ID_CELL.check("'450000199307010014'").findings]
    ['WARNING']
    """

    weights: FrozenMap[str, Severity] = EMPTY

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Check the cell with the identifier's module, then weigh what was found.
        """
        answer = super().read(value, on)
        if not answer.findings or exact_text(value) is None:
            return answer
        return answer._replace(
            findings=tuple(evolve(it, severity=self.weights.get(it.code, it.severity)) for it in answer.findings)
        )


@frozen
class SeriesLeaf(CodeLeaf):
    """
    A series of titles; a local one or a speciality (水利工程 for 工程) gets a remark and no code.

    >>> [item.code for item in SERIES.check("政工").findings], [item.code for item in SERIES.check("工程糸列").findings]
    (['ROSTER.SERIES_UNLISTED'], ['CODE.UNKNOWN'])
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look in the table, then for the name of a series within the text.
        """
        report = self.table.check(value, on=on)
        name = text.read_text(value).text or ""
        if report.value is not None or not 1 < len(name) <= _LONGEST_SERIES or not self._holds_series(name):
            return answer_of(report)
        return Answer(None, (finding("ROSTER.SERIES_UNLISTED"),), report.changes)

    def _holds_series(self, name: str) -> bool:
        bare = name.removesuffix("系列")
        tails = (bare[start:] for start in range(len(bare) - 1))
        others = (*codes.QUALIFICATION_TITLES.find(bare), *codes.QUALIFICATION_TITLES.find(f"{bare}系列"))
        return any(map(self.table.find, tails)) or any(item.attribute("kind") == "series" for item in others)


@frozen
class ResidenceLeaf(CodeLeaf):
    """
    Where someone is registered: a division, or an address, which is accepted as it is and has no code.

    >>> RESIDENCE.check("北京市海淀区").value, RESIDENCE.check("甲村三组12号").ok
    ('110108', True)
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look in the table; anything not listed is an address.
        """
        report = self.table.check(value, on=on)
        return answer_of(report) if report.value is not None else Answer(None, (), report.changes)


@frozen
class EducationDegreeLeaf(CodeLeaf):
    """
    An education with the degree in the same cell; the code is that of the education.

    >>> EDUCATION_DEGREE.check("本科/学士").value, EDUCATION_DEGREE.check("大学本科学士").value
    ('20', '20')
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look in the table of educations for the whole cell, then for the text without the degree.
        """
        report = self.table.check(value, on=on)
        written = text.read_text(value).text or ""
        if report.value is not None:
            # The degree is not beside the matter here: 研究生、硕士.
            aside = [it for it in report.findings if it.code == "CODE.ASIDE" and _is_degree(str(it.params["aside"]))]
            return Answer(report.value, tuple(it for it in report.findings if it not in aside), report.changes)
        if not 0 < len(written) <= _LONGEST:
            return answer_of(report)
        parts = [part for part in _PARTS.split(written) if part]
        if len(parts) == 1:
            parts = next(filter(None, (self._cut(written, at) for at in range(len(written) - 2, 1, -1))), parts)
        codes_of = [self.table.check(part, on=on).value for part in parts]
        found = next((code for code in codes_of if code is not None), None)
        rest = [part for part, code in zip(parts, codes_of, strict=True) if code is None]
        if found is None or not all(map(_is_degree, rest)):
            return answer_of(report)
        return Answer(found, (), report.changes)

    def _cut(self, written: str, at: int) -> list[str]:
        return [written[:at], written[at:]] if self.table.find(written[:at]) and _is_degree(written[at:]) else []


def _is_degree(text_of_part: str) -> bool:
    return bool(codes.DEGREE.find(text_of_part) or codes.DEGREE.find(text_of_part.removesuffix("学位")))


_PARTS: Final = re.compile(r"[/、，,;；及和\s()（）]+")

RESIDENCE: Final = ResidenceLeaf(codes.DIVISIONS)
EDUCATION_DEGREE: Final = EducationDegreeLeaf(codes.EDUCATION)
SERIES: Final = SeriesLeaf(codes.TITLE_SERIES)
PHONE: Final = PhoneLeaf()
BIRTH: Final = BirthLeaf()
CITIZEN_ID_CELL: Final = WeighedLeaf(
    "citizen_id",
    typed=True,
    weights=FrozenMap({"CITIZEN_ID.ROUNDED": Severity.INFO, "TEXT.NOTATION": Severity.WARNING}),
)
EMAIL_CELL: Final = WeighedLeaf(
    "email", weights=FrozenMap({"TEXT.NOTATION": Severity.WARNING, "TEXT.PUNCTUATION": Severity.WARNING})
)
AGE: Final = MeasureLeaf(NumberLeaf(Decimal(0), Decimal(130)), ("周岁", "岁"))
