"""
Who is excluded from review whatever the figures: retired people, and in Guangxi civil servants.

References: EL-122 (职称评审管理暂行规定, order 40) and EL-277 (Guangxi, 2019), in
data/eligibility/conventions.csv.
Limitations: a person whose retirement is not stated counts as not retired.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules.eligibility.counting import Moment
from credrules.eligibility.facts import Person
from credrules.eligibility.spans import before
from credrules.eligibility.table import Convention, conventions
from credrules.eligibility.terms import Route
from credrules.findings import Decision

__all__ = ["Bar", "bars"]
__dir__ = __all__.copy


@frozen
class Bar:
    """
    One reason for exclusion: whether it holds (OUT), and the row that says so.
    """

    what: str
    decision: Decision
    row: str


_NOT: Final = {Decision.IN: Decision.OUT, Decision.OUT: Decision.IN, Decision.REVIEW: Decision.REVIEW}


def _nearest(kind: str, route: Route, moment: Moment) -> Convention | None:
    here = (
        item
        for place in moment.places
        for item in conventions(kind)
        if item.jurisdiction == place and route in item.routes and item.holds(moment.year, moment.on)
    )
    return next(here, None)


def bars(person: Person, route: Route, moment: Moment) -> Iterator[Bar]:
    """
    Yield what may exclude a person from a route to a title; the nearest place's convention counts.
    """
    retired = _nearest("RETIRED", route, moment)
    if retired is not None and person.retired is not None:
        day = moment.on if retired.starts == "ON_THE_DAY" else dt.date(max(moment.year - 1, 1), 12, 31)
        yield Bar("retired", _NOT[before(person.retired, day)], retired.id)
    servant = _nearest("CIVIL_SERVANT", route, moment)
    if servant is not None and person.civil_servant:
        yield Bar("civil_servant", Decision.OUT, servant.id)
