"""
A roster the rules were not written for: what is wrong in it is found, and who is clean is left alone.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from credrules.rosters import check_rows
from credrules.values import Severity
from tests.support import office


@pytest.mark.parametrize("words", office.WORDS)
@pytest.mark.parametrize("style", office.STYLES)
def test_clean_people_get_remarks_at_most(style: str, words: str) -> None:
    """
    Nothing above INFO is said of a clean row, however dates and names are written.
    """
    rng = random.Random(style)  # noqa: S311  # invented data, not secrets
    rows = [office.in_words(office.person(rng, number, style), words) for number in range(244)]
    above = Counter(
        (item.code, item.path)
        for report in check_rows(rows, on=office.ON, profile=office.PROFILE)
        for item in report.findings
        if item.severity is not Severity.INFO
    )

    assert Counter() == above


@pytest.mark.parametrize("style", office.STYLES)
@pytest.mark.parametrize("kind", sorted(office.DIRT))
def test_dirt_is_found_where_it_is(kind: str, style: str) -> None:
    """
    Every kind of dirt gives a warning or an error in a column it spoilt.
    """
    rng = random.Random(f"{kind} {style}")  # noqa: S311  # invented data, not secrets
    columns, spoil = office.DIRT[kind]
    before, clean = office.person(rng, 1, style), office.person(rng, 13, style)
    words = rng.choice(["office", "bureau"])
    rows = [office.in_words(row, words) for row in (before, spoil(clean))]
    *_, report = check_rows(rows, on=office.ON, profile=office.PROFILE)

    found = {item.path[0] for item in report.findings if item.severity is not Severity.INFO}

    assert found & {office.WORDS[words].get(column, column) for column in columns}
