"""
Cells with hours of continuing education: ``30``, ``72学时``, ``12天``, ``30+42+18``, ``公需30/专业42``.

The texts are read by `credrules.hours.read`; a column of one subject holds
that subject only, a column of totals may state the parts.

References: the notations of `credrules.hours.read`.

Limitations: figures finer than thousandths are refused. Days stay days: how
many hours a day counts depends on the requirement.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final

from attrs import frozen

from credrules import text
from credrules.findings import Finding, Report, finding
from credrules.hours import Subject, Written, read
from credrules.hours.amounts import Amount, show
from credrules.leaves import Answer, Leaf, NumberLeaf, refused
from credrules.masking import Care, shown_repr
from credrules.measures import MeasureLeaf
from credrules.values import FrozenMap, exact_text

__all__ = [
    "BY_FIELD",
    "ELECTIVE",
    "GENERAL",
    "PROFESSIONAL",
    "TOTAL",
    "YEAR_OF_STUDY",
    "HoursLeaf",
    "figure",
]
__dir__ = __all__.copy

_MOST: Final = 2000
_UNIT_APART: Final = re.compile("(?<=[0-9]) (?=学时|课时|小时|天|日)")


@frozen
class HoursLeaf(Leaf):
    """
    Hours or days, of one `subject` or, without one, of all together.

    >>> dict(GENERAL.check("30学时").value.hours)
    {<Subject.GENERAL: 'general'>: 30}
    >>> TOTAL.check("12天").value.total_days, GENERAL.check("30+42+18").ok
    (12, False)
    """

    subject: Subject | None = None
    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read what is unambiguous; refuse what would have to be guessed.
        """
        del on
        written = exact_text(value)
        clean, changes = text.normalize(written) if written is not None else (text.read_text(value).text, ())
        if clean is None:
            return refused("VALUE.NOT_A_NUMBER")
        report = read(_UNIT_APART.sub("", clean))
        typed = report.value
        if typed is not None and self.subject is not None:
            typed = _of_subject(typed, self.subject)
        if typed is None:
            return Answer(None, self._unread(clean, report))
        found = (*text.findings_for(changes, clean), *report.findings)
        if any(not isinstance(days, int) for days in (*typed.days.values(), typed.total_days or 0)):
            return refused("HOURS.PART_DAY")
        if max(_figures(typed)) > _MOST:
            return refused("VALUE.OUT_OF_RANGE", least="0", most=str(_MOST))
        return Answer(typed, found, changes)

    def _unread(self, clean: str, report: Report[Written]) -> tuple[Finding, ...]:
        if self.subject is None or any(item.code != "HOURS.TEXT" for item in report.errors):
            return report.findings
        return (finding("HOURS.ONE_SUBJECT", given=shown_repr(clean, Care.CELL), subject=self.subject.label),)

    def dump(self, value: Written) -> object:
        """
        Return a text that reads as the same value.
        """
        parts = [f"{subject.label.zh}{show(amount)}" for subject, amount in value.hours.items()]
        parts += [f"{subject.label.zh}{show(amount)}天" for subject, amount in value.days.items()]
        if value.total is not None:
            parts.append(show(value.total))
        if value.total_days is not None:
            parts.append(f"{show(value.total_days)}天")
        return "/".join(parts)

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema; the text may be more than a number.
        """
        return {"type": "string", "minLength": 1, "maxLength": 60}


def _of_subject(written: Written, subject: Subject) -> Written | None:
    if written.total is not None:
        return Written(FrozenMap({subject: written.total}))
    if written.total_days is not None:
        return Written(days=FrozenMap({subject: written.total_days}))
    # 公需30/专业42 in a column of one subject names the wrong column, or two of them.
    return written if {*written.hours, *written.days} == {subject} else None


def _figures(written: Written) -> Iterator[Amount]:
    yield from (*written.hours.values(), *written.days.values())
    yield from (amount for amount in (written.total, written.total_days) if amount is not None)


def figure(written: Written | None) -> Amount | None:
    """
    Return the hours of a cell as one number, None if it holds days or nothing.

    >>> figure(TOTAL.check("30+42+18").value), figure(TOTAL.check("12天").value)
    (90, None)
    """
    if written is None or written.days or written.total_days is not None:
        return None
    return written.total if written.total is not None else sum(written.hours.values())


GENERAL: Final = HoursLeaf(Subject.GENERAL)
PROFESSIONAL: Final = HoursLeaf(Subject.PROFESSIONAL)
ELECTIVE: Final = HoursLeaf(Subject.ELECTIVE)
TOTAL: Final = HoursLeaf()
BY_FIELD: Final[Mapping[str, HoursLeaf]] = FrozenMap(
    {"general_hours": GENERAL, "professional_hours": PROFESSIONAL, "elective_hours": ELECTIVE, "total_hours": TOTAL}
)
YEAR_OF_STUDY: Final = MeasureLeaf(NumberLeaf(Decimal(1900), Decimal(2199)), ("年度", "年"))
