"""
The one place that speaks to `credrules.rosters`.

The rest of the program sees plain shapes, so it can be tested without the rules and survives their growth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen

from credrules import rosters
from credrules.findings import Report
from roster_audit.table import Columns


class Engine(Protocol):
    """
    What the audit needs from the rules.
    """

    def match(self, headings: Sequence[str]) -> Columns:
        """
        Tell which field each heading means.
        """

    def check(
        self, rows: Iterable[Mapping[str, object]], *, headings: Sequence[str], on: dt.date
    ) -> Iterator[Report[Any]]:
        """
        Yield one report per row, in order; what only shows across rows is in the later row's report.
        """


@frozen
class LibraryEngine:
    """
    The rules of `credrules.rosters`; hours are judged by the requirement of `place`, for rows without a year in `year`.
    """

    place: str | None = None
    year: int | None = None

    def match(self, headings: Sequence[str]) -> Columns:
        """
        Tell which field each heading means.
        """
        found = rosters.match_columns(headings)
        return Columns(
            fields=dict(found.fields),
            unmatched={item.heading: item.reason.label for item in found.unmatched},
            labels={heading: found.spec(heading).label for heading in found.fields},
        )

    def check(
        self, rows: Iterable[Mapping[str, object]], *, headings: Sequence[str], on: dt.date
    ) -> Iterator[Report[Any]]:
        """
        Yield one report per row, in order.
        """
        profile = rosters.PROFILE.switch(hours=self.place, hours_year=self.year)
        return rosters.check_rows(rows, on=on, columns=rosters.match_columns(headings), profile=profile)


def library_engine(place: str | None = None, year: int | None = None) -> Engine:
    """
    Return the engine the program runs with.
    """
    return LibraryEngine(place, year)
