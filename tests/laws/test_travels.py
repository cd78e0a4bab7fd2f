"""
What a check answers is a value: it compares, pickles and copies.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest

from credrules.findings import Report
from tests.support import faces

CHECKS = {name: check for name, check in faces.checks().items() if name.rpartition(".")[2] in {"check", "check_row"}}
VALUES = (
    "", " 450000199307010014", "１９９３年7月", "工程师", "13800001234", 199307, 12.0, None, True, ["x"],
    dt.date(1993, 7, 1), {"姓名": "张 三", "basic": {"name": 1}, "titles": [{}]}, b"x", "01",
    {"身份证号码": "450000199307010014", "星座": 1},
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_report_travels(name: str) -> None:
    """
    A report equals its pickled and its deep copy and a second answer, and its copy repairs to the same.
    """
    for value in VALUES:
        report = CHECKS[name](value)
        assert isinstance(report, Report)
        loaded: Report[object] = pickle.loads(pickle.dumps(report))

        assert report == loaded == copy.deepcopy(report) == CHECKS[name](value)
        assert report.repaired() == loaded.repaired()


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_value_of_a_report_is_hashable(name: str) -> None:
    """
    What a check read is frozen all the way down.
    """
    for value in VALUES:
        report = CHECKS[name](value)
        assert isinstance(report, Report)
        assert isinstance(hash(report.value), int)
        assert isinstance(hash(report.findings), int)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_repairing_is_stable(name: str) -> None:
    """
    Every safe suggestion, once applied, is not made again.
    """
    for value in VALUES:
        report = CHECKS[name](value)
        assert isinstance(report, Report)
        once = report.repaired()

        assert once.repaired().findings == once.findings
