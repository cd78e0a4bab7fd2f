"""
Caches are bounded by what they hold.
"""

from __future__ import annotations

import datetime as dt
import tracemalloc

from credrules import rosters
from credrules.remembering import LONGEST_KEPT, remembered


def test_only_short_texts_are_remembered() -> None:
    """
    An answer about a short text is given again, one about a long text worked out again.
    """
    asked: list[int] = []

    @remembered(4)
    def size(text: str) -> int:
        asked.append(len(text))
        return len(text)

    assert [1, 1, LONGEST_KEPT, LONGEST_KEPT] == [size(text) for text in ("a", "a", *["b" * LONGEST_KEPT] * 2)]
    assert [LONGEST_KEPT + 1] * 2 == [size("c" * (LONGEST_KEPT + 1)) for _ in range(2)]
    assert [1, LONGEST_KEPT, LONGEST_KEPT + 1, LONGEST_KEPT + 1] == asked


def test_long_cells_are_forgotten() -> None:
    """
    Of rows with cells of a hundred thousand characters, all different, nothing is left when they are checked.
    """
    columns = ("民族", "出生日期", "最高学历", "公需学时", "职称")
    rows = ({name: f"{number}{name}" + "x" * 100_000 for name in columns} for number in range(30))
    list(rosters.check_rows([dict.fromkeys(columns, "1")], on=dt.date(2012, 6, 1)))
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in rosters.check_rows(rows, on=dt.date(2012, 6, 1)):
        pass
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert held < 3_000_000
