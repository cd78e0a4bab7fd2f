"""
Calls of continuing education: audits, look-ups, conversions and texts as plain data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from credrules import hours
from credrules.rosters.records.hours import HoursLeaf
from credrules.testing._calls.call import Call, call, direct

__all__ = ["CALLS"]


def _entries(given: Sequence[Any], year: int) -> list[object]:
    # [subject, hours] or [subject, hours, tag] of the year asked for.
    return [{"subject": item[0] or None, "hours": item[1], "year": year, "tags": ";".join(item[2:])} for item in given]


def _audit(rule: str, year: int, entries: Sequence[Any], profession: str | None = None) -> Call:
    asked = hours.requirement(rule, year=year, profession=profession)
    return call(hours.audit, _entries(entries, year), requirement=asked)


def _row(id: str, entries: Sequence[Any], year: int | None = None) -> Call:  # noqa: A002  # the column's name
    # Rows [person, year, subject, hours, tag...] or mappings, judged by a row of REQUIREMENTS.
    plain = [
        item
        if isinstance(item, Mapping)
        else {
            "person": item[0],
            "year": item[1],
            "subject": item[2] or None,
            "hours": item[3],
            "tags": ";".join(item[4:]),
        }
        for item in entries
    ]
    return call(hours.audit, plain, requirement=hours.REQUIREMENTS[id], year=year)


def _combined(entries: Sequence[Any]) -> Call:
    both = hours.Minimum(60, (hours.Subject.PROFESSIONAL, hours.Subject.ELECTIVE))
    rule = hours.Requirement("X", "CN", "全国", further=(both,))
    return call(hours.audit, _entries(entries, 2023), requirement=rule)


def adjusted(kind: str, amount: Fraction, *, basis: str, rule: str) -> hours.Audit:
    """
    Return the audit of nothing in 2016 with an adjustment of the requirement.
    """
    change = hours.Adjustment(kind, amount, basis=basis)
    return hours.audit([], requirement=hours.REQUIREMENTS[rule], year=2016, adjustments=[change])


def _adjust(kind: str, amount: str, basis: str, rule: str = "CN-GD-2010") -> Call:
    return call(adjusted, kind, Fraction(amount), basis=basis, rule=rule)


def _share(share: str) -> Call:
    return call(hours.REQUIREMENTS["CN-ALL-2015"].with_, share=Fraction(share))


def _convert(standard: str, **activity: Any) -> Call:  # noqa: ANN401  # the fields of an activity
    return call(hours.convert, hours.Activity(**activity), standard=standard)


def _convert_all(standard: str, activities: Sequence[Mapping[str, Any]]) -> Call:
    return call(hours.convert_all, [hours.Activity(**item) for item in activities], standard=standard)


def _column(subject: str, text: object) -> Call:
    return call(HoursLeaf(hours.Subject.read(subject)).check, text)


CALLS = {
    "hours.audit": _audit,
    "hours.row": _row,
    "hours.combined": _combined,
    "hours.find": direct(hours.find_requirement, "jurisdiction", year=None),
    "hours.entry": direct(hours.read_entry, "value"),
    "hours.adjust": _adjust,
    "hours.share": _share,
    "hours.activity": direct(hours.Activity),
    "hours.convert": _convert,
    "hours.convert_all": _convert_all,
    "hours.read": direct(hours.read, "text"),
    "hours.column": _column,
}
