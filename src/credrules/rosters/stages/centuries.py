"""
Which century two digits of a year belong to, as far as the other cells of the row show.

No year is assumed: impossible candidates are removed, and if one is left it is
suggested for confirmation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve

from credrules.dates import PartialDate, overlaps
from credrules.engine import Pass, stage
from credrules.facts import person
from credrules.findings import Finding
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.person import PAST_DATES, born_on
from credrules.values import FrozenMap

__all__ = ["centuries", "narrowed"]
__dir__ = __all__.copy

_CODE = "DATE.TWO_DIGIT_YEAR"


def narrowed(findings: Iterable[Finding], row: RosterRow, *, on: dt.date) -> Iterator[Finding]:
    """
    Yield the findings of a row, those on two-digit years with the candidates that are possible.

    >>> from credrules.dates import check
    >>> found = check("12.07").findings[0].at("issued_on")
    >>> next(narrowed([found], RosterRow(birth_date=PartialDate(1986)), on=dt.date(2026, 1, 1))).params["candidates"]
    ('2012-07',)
    """
    listed = list(findings)
    born = born_on(row)
    if born is None:
        # A birth date with a two-digit year of known century narrows the other dates in turn.
        mine = next((item for item in listed if item.code == _CODE and item.path[0] == "birth_date"), None)
        left = () if mine is None else tuple(_left(mine, None, on))
        born = PartialDate.parse(left[0]) if len(left) == 1 else None
    for item in listed:
        yield _narrow(item, born, on) if item.code == _CODE else item


def _narrow(item: Finding, born: PartialDate | None, on: dt.date) -> Finding:
    left = tuple(_left(item, born, on))
    if not left or left == item.params["candidates"]:
        return item
    params = FrozenMap({**item.params, "candidates": left})
    return evolve(item, params=params, suggestion=left[0] if len(left) == 1 else None)


def _left(item: Finding, born: PartialDate | None, on: dt.date) -> Iterator[str]:
    field = str(item.path[0])
    return (text for text in item.params["candidates"] if _is_possible(field, PartialDate.parse(text), born, on))


def _is_possible(field: str, date: PartialDate, born: PartialDate | None, on: dt.date) -> bool:
    past = dict(PAST_DATES)
    if field in past and date.earliest() > on:
        return False
    if field == "birth_date":
        least, most = person.age_at(date, on)
        possible = most >= person.LEAST_AGE_AT_WORK and least <= person.OLDEST
        return possible if born is None else overlaps(date, born)
    return born is None or not (person.surely_younger_than(born, date, past.get(field) or 0) or date < born)


@stage(cells=())
def centuries(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings of a row with the centuries narrowed: the first stage after the rules.
    """
    return tuple(narrowed(done.findings, done.record, on=done.on))
