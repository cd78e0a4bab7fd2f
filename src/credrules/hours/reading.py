"""
Reading hours as people write them: ``30+42+18``, ``公需30/专业42``, ``12天``.

Only what a text states plainly is read; what would have to be guessed is refused
with the reason. Three bare numbers with plus signs are read as general,
professional, elective, the order in which every requirement lists them, and a
finding reports this.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from credrules.findings import Finding, Report, finding
from credrules.hours.amounts import Amount, as_amount, exact, in_digits, narrow, read_amount, trimmed
from credrules.hours.subjects import SUBJECT_NAMES, Subject
from credrules.masking import Care, shown_repr, shown_text
from credrules.values import EMPTY, FrozenMap, exact_text

__all__ = ["Written", "read"]
__dir__ = __all__.copy

_LONGEST: Final = 60
_NUMBER: Final = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_SUM: Final = re.compile(rf"{_NUMBER}(?:\+{_NUMBER})+")
_SINGLE: Final = re.compile(rf"({_NUMBER})(学时|课时|小时|h|天|日|学分)?")
_NAME: Final = "|".join(sorted((name for name in SUBJECT_NAMES if not name.isascii()), key=len, reverse=True))
_PARTED: Final = "[/、，,;；+ ]*"
_NAMED: Final = re.compile(rf"{_PARTED}({_NAME})({_NUMBER})(学时|课时|小时|h|天|日|学分)?{_PARTED}")
_GAP: Final = re.compile(rf"({_NAME})[ :]*(?=[0-9])")
# Between two figures a blank separates them; elsewhere it is ignored.
_BLANKS: Final = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_DAYS: Final = ("天", "日")


@frozen
class Written:
    """
    Hours read from a text: per subject, or one figure without a subject.

    `hours` and `days` hold what was written per subject; `total` and
    `total_days` hold a figure without a subject.
    """

    hours: FrozenMap[Subject, Amount] = EMPTY
    days: FrozenMap[Subject, Amount] = EMPTY
    total: Amount | None = None
    total_days: Amount | None = None


def read(text: object) -> Report[Written]:
    """
    Read a cell of hours; never raises and never guesses.

    >>> dict(read("公需30/专业42").value.hours)
    {<Subject.GENERAL: 'general'>: 30, <Subject.PROFESSIONAL: 'professional'>: 42}
    >>> read("12天").value.total_days, read("72学时").value.total
    (12, 72)
    >>> [item.code for item in read("30+42").findings]
    ['HOURS.TEXT']
    """
    written = exact_text(text)
    if written is None:
        amount, found = read_amount(text)
        return Report(text, None if amount is None else Written(total=amount), found)
    bare = in_digits(_BLANKS.sub("", narrow(trimmed(written))))
    if not bare or len(bare) > _LONGEST:
        return Report(text, None, (_refused(written),))
    value, found = _read(bare)
    return Report(text, value, found)


def _refused(written: str) -> Finding:
    return finding("HOURS.TEXT", given=shown_repr(written, Care.CELL))


def _read(bare: str) -> tuple[Written | None, tuple[Finding, ...]]:
    single = _SINGLE.fullmatch(bare)
    if single is not None:
        amount = exact(single[1])
        return (Written(total_days=amount) if single[2] in _DAYS else Written(total=amount)), ()
    if _SUM.fullmatch(bare):
        parts = bare.split("+")
        if len(parts) != len(Subject):
            return None, (_refused(bare),)
        hours = FrozenMap(dict(zip(Subject, map(exact, parts), strict=True)))
        return Written(hours=hours), (finding("HOURS.TEXT_ORDER", given=shown_text(bare)),)
    return _named(bare)


def _named(bare: str) -> tuple[Written | None, tuple[Finding, ...]]:
    hours: dict[Subject, Amount] = {}
    days: dict[Subject, Amount] = {}
    text, place = _GAP.sub(r"\1", bare), 0
    while place < len(text):
        match = _NAMED.match(text, place)
        if match is None:
            return None, (_refused(bare),)
        place = match.end()
        subject, amount = SUBJECT_NAMES[match[1]], exact(match[2])
        sums = days if match[3] in _DAYS else hours
        sums[subject] = as_amount(sums.get(subject, 0) + amount)
    return Written(FrozenMap(hours), FrozenMap(days)), ()
