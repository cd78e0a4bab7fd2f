"""
The caches behind the quick verdict: bounded, and of parts of numbers only.
"""

from __future__ import annotations

from credrules.identifiers import citizen_id
from credrules.identifiers._citizen_sums import ADDRESSES, BIRTHS, TAILS, Remembered


def test_a_full_cache_still_answers() -> None:
    """
    What does not fit any more is computed each time; nothing is thrown out, nothing grows.
    """
    lengths: Remembered[int] = Remembered(len, most=2)

    assert [1, 2, 3, 1, 3] == [lengths[text] for text in ("a", "bb", "ccc", "a", "ccc")]
    assert {"a": 1, "bb": 2} == lengths


def test_no_whole_number_is_kept() -> None:
    """
    After a check no cache holds more than eight (or, for address and year, ten) places of the number.
    """
    citizen_id.check("450000199307010014")

    assert {6, 8, 4} == {max(map(len, cache)) for cache in (ADDRESSES, BIRTHS, TAILS)}
