"""
Every province has a page of what is known, since when, and what is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from credrules.codes import DIVISIONS
from credrules.hours import REQUIREMENTS
from credrules.hours.places import read_place

PAGES = Path(__file__).resolve().parents[2] / "docs" / "hours"
PROVINCES = [
    entry.short or entry.name
    for entry in DIVISIONS
    if entry.code.endswith("0000") and entry.code[:2] not in {"71", "81", "82"} and entry.status.value == "standard"
]


def test_thirty_one_provinces() -> None:
    """
    The mainland has 31 provinces, municipalities and autonomous regions.
    """
    assert 31 == len(set(PROVINCES))


@pytest.mark.parametrize("place", [*sorted(set(PROVINCES)), "兵团"])
def test_a_page_says_what_is_known_and_what_is_not(place: str) -> None:
    """
    A page stands for every province and the Corps; it names every row, or says that none was found.
    """
    jurisdiction = (read_place(place).value or ("",))[0]
    text = (PAGES / f"{jurisdiction}.md").read_text("utf-8")
    rows = REQUIREMENTS.of(jurisdiction)

    assert "| known | since when | not known |" in text
    assert all(f"| {row.id}" in text for row in rows)
    assert rows or "no requirement of its own was found" in text
