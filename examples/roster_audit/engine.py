"""
The one place that speaks to `credrules.rosters`.

The rest of the program sees plain shapes, so it can be tested without the rules and survives their growth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

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
