"""
Hypothesis strategies that construct what the library accepts, and inputs with a finding that is asked for.

Nothing is filtered: numbers are drawn in parts and their check characters
computed, people and forms are built from a life, records are drawn field by
field from the declarations. All people are invented.

A host's test of its own profile reads::

    @given(strategies.records(PersonalRecord))
    def test_a_draft_comes_back(record):
        laws.record_round_trip(record)
"""

from __future__ import annotations

from credrules.testing.person import HeldTitle, Person, Study
from credrules.testing.strategies.cells import (
    Maker,
    T,
    division_codes,
    partial_dates,
    records,
    table_codes,
    texts,
    values,
)
from credrules.testing.strategies.failing import Invalid, invalid
from credrules.testing.strategies.faults import FAULTS
from credrules.testing.strategies.identifiers import (
    certificate_numbers,
    citizen_ids,
    emails,
    landlines,
    mobiles,
    org_codes,
    person_names,
    usccs,
)
from credrules.testing.strategies.persons import people
from credrules.testing.strategies.submitting import DAYS, submissions
from credrules.testing.strategies.tables import Fault, Roster, rosters

__all__ = [
    "DAYS",
    "FAULTS",
    "Fault",
    "HeldTitle",
    "Invalid",
    "Maker",
    "Person",
    "Roster",
    "Study",
    "T",
    "certificate_numbers",
    "citizen_ids",
    "division_codes",
    "emails",
    "invalid",
    "landlines",
    "mobiles",
    "org_codes",
    "partial_dates",
    "people",
    "person_names",
    "records",
    "rosters",
    "submissions",
    "table_codes",
    "texts",
    "usccs",
    "values",
]
__dir__ = __all__.copy
