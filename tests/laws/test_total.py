"""
Law 2: a check answers any object whatever, and never raises.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.catalogue import RULES
from credrules.findings import Report
from tests.support import faces, hostile

CHECKS = faces.checks()
LARGE = 400_000


def _reports(answer: object) -> Iterator[Report[object]]:
    if isinstance(answer, Report):
        yield answer
    elif isinstance(answer, (list, tuple)):
        for item in answer:
            yield from _reports(item)


def _read(report: Report[object]) -> None:
    # All views of a report must stand what it carries.
    assert isinstance(report.ok, bool)
    assert repr(report)
    assert report.to_text("zh")
    assert report.to_text("en")
    assert report.to_dict("en")["ok"] is report.ok
    assert report._repr_html_().startswith("<")  # what a notebook calls
    for item in report.findings:
        assert item.code in RULES
        assert item.message("zh")
        assert item.message("en")
        assert repr(item)
    for change in report.changes:
        assert repr(change)
    assert isinstance(report.repaired(), Report)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_answers_hostile_objects(name: str) -> None:
    """
    Odd values, liars and objects whose every method raises are answered, and the answer can be read.
    """
    for value in hostile.everything():
        for report in _reports(CHECKS[name](value)):
            _read(report)


@pytest.mark.parametrize("name", sorted(name for name in CHECKS if name.rpartition(".")[2] == "check"))
def test_the_input_is_kept(name: str) -> None:
    """
    A report holds the very object it was asked about.
    """
    for value in hostile.everything():
        report = CHECKS[name](value)
        assert isinstance(report, Report)
        assert report.raw is value


@pytest.mark.parametrize("name", sorted(name for name in CHECKS if name.rpartition(".")[2] == "is_valid"))
def test_is_valid_is_a_view_on_the_findings(name: str) -> None:
    """
    `is_valid` is the `ok` of `check`, a real bool.
    """
    check = CHECKS[name.replace("is_valid", "check")]
    for value in hostile.everything():
        report = check(value)
        assert isinstance(report, Report)
        assert report.ok is CHECKS[name](value)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(value=JUNK)
def test_answers_whatever_hypothesis_thinks_of(value: object) -> None:
    """
    Nested data of any kind is answered by every check.
    """
    for check in CHECKS.values():
        for report in _reports(check(value)):
            assert all(item.code in RULES for item in report.findings)


LONG_TEXTS: Sequence[str] = (
    "1", "a", "年", " ", "\u200b", "@", "-", ".", "（", "(", "·", "1993年7月", "a@b.", "450000", "一", "\n", "１", "e+",
    "、",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(CHECKS))
def test_time_is_linear(name: str) -> None:
    """
    A text of 400,000 characters is answered in about the time its length explains, whatever it repeats.

    The time of this process counts, whatever else the machine does. The bound
    is generous, because machines differ; a quadratic step at this
    length takes minutes.
    """
    for part in LONG_TEXTS:
        value = part * (LARGE // len(part))
        start = time.process_time()
        CHECKS[name](value)
        assert time.process_time() - start < 5, part[:10]
