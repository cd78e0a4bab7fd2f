"""
Laws that every check, identifier and record must keep, ready to be run by a host.

Each law takes its subject and one drawn example, and asserts; a host
application calls it from its own Hypothesis test, for its own overlays and
profiles.

>>> from credrules import codes
>>> own = codes.ETHNICITY.without("08")
>>> bool_is_a_view(own, "壮族")
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Collection
from typing import Any, Final

from credrules import converter
from credrules.findings import CredrulesError, Report

__all__ = [
    "bool_is_a_view",
    "check_is_total",
    "drawn_is_accepted",
    "parse_follows_check",
    "record_and_data_agree",
    "record_round_trip",
    "repairing_is_stable",
    "report_travels",
]
__dir__ = __all__.copy


_LABELS: Final[tuple[converter.Labels, ...]] = (None, "zh", "en")


def check_is_total(check: Callable[[Any], Report[Any]], value: object) -> None:
    """
    A check returns a report for any value.
    """
    assert isinstance(check(value), Report), "a check must answer with a Report"


def bool_is_a_view(module: Any, value: object) -> None:  # noqa: ANN401  # a module or table, by protocol
    """
    `is_valid` is `check(...).ok` and nothing else.
    """
    assert module.is_valid(value) is module.check(value).ok, "is_valid and check disagree"


def repairing_is_stable(check: Callable[[Any], Report[Any]], value: object) -> None:
    """
    A repaired value needs no further repair.
    """
    once = check(value).repaired()
    assert once.repaired().raw == once.raw, "a second repair changed the value"


def report_travels(report: Report[Any]) -> None:
    """
    A report survives pickling and copying.
    """
    assert pickle.loads(pickle.dumps(report)) == report, "the report changed by pickling"  # noqa: S301  # our own bytes
    assert copy.deepcopy(report) == report, "the report changed by copying"


def parse_follows_check(module: Any, value: object) -> None:  # noqa: ANN401  # a module, by protocol
    """
    `parse` gives the report's value, or raises exactly when the check is not ok.
    """
    report = module.check(value)
    try:
        parsed = module.parse(value)
    except CredrulesError as error:
        assert not report.ok or report.value is None, "parse raised though check was ok"
        assert error.findings, "an error without findings"
    else:
        assert report.ok, "parse answered though check was not ok"
        assert parsed == report.value, "parse and check differ"


def record_round_trip(record: Any) -> None:  # noqa: ANN401  # any record type
    """
    Unstructuring and structuring a record gives an equal record, whatever the labels.
    """
    for labels in _LABELS:
        plain = converter.unstructure(record, labels=labels)
        assert converter.structure(plain, type(record)) == record, f"labels={labels} changed the record"


def record_and_data_agree(check: Callable[[Any], Report[Any]], record: Any) -> None:  # noqa: ANN401  # any record type
    """
    A record and its plain data, under whatever labels, give the same findings and the same value.
    """
    judged = check(record)
    for labels in _LABELS:
        again = check(converter.unstructure(record, labels=labels))
        assert again.findings == judged.findings, f"labels={labels} changed the findings"
        assert again.value == judged.value, f"labels={labels} changed the value"


def drawn_is_accepted(report: Report[Any], *, besides: Collection[str] = ()) -> None:
    """
    A value that a strategy constructs is accepted; nothing above INFO is found except the codes in `besides`.
    """
    assert report.ok, "a drawn value was refused"
    assert all(item.code in besides for item in report.warnings), "a drawn value was warned of"
