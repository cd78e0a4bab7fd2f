"""
The answer of an audit of hours, as columns of a frame.

Limitations: figures are whole numbers if the hours are whole numbers, else
the binary fraction nearest to the exact figure. Verdicts are decided on exact
figures, before these columns are made.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

import narwhals.stable.v2 as nw
from narwhals.typing import IntoDType

from credrules.frames.tables import TEXT_TYPE, WHOLE_TYPE, Backend, Eager, build
from credrules.hours import Audit, Subject

__all__ = ["COLUMNS", "DONE", "PARTS", "SHORT", "Row", "frame_of", "verdict"]
__dir__ = __all__.copy

PARTS: Final = tuple(subject.value for subject in Subject)
DONE: Final = (*PARTS, "total")
SHORT: Final = tuple(f"short_{name}" for name in DONE)
COLUMNS: Final = ("person", "year", *DONE, "pending", "decision", "passed", "would_pass", *SHORT, "findings")
"""The columns of the answer, in order."""

Row = tuple[Hashable, int | None, Audit]


def verdict(audit: Audit) -> dict[str, object]:
    """
    Return the verdict: decision, passed, would_pass and the codes of the findings.

    >>> from credrules.hours import audit, requirement
    >>> verdict(audit([("p1", 2023, "公需", 30)], requirement=requirement("CN-GD", year=2023)))["decision"]
    'out'
    """
    return {
        "decision": audit.decision.value,
        "passed": audit.passed,
        "would_pass": audit.would_pass,
        "findings": ";".join(dict.fromkeys(item.code for item in audit.findings)),
    }


def frame_of(audits: Iterable[Row], *, person: IntoDType | None, whole: bool, backend: Backend) -> Eager:
    """
    Return one row per audit; `person` is the type of that column if it is known.
    """
    rows = [_row(*item) for item in audits]
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    figures = (*DONE, "pending", *SHORT)
    whole = whole and all(type(cell) is int for name in figures for cell in columns[name])
    if not whole:
        columns |= {name: [float(cell) for cell in columns[name]] for name in figures}  # type: ignore[arg-type]  # exact numbers
    types: dict[str, IntoDType | None] = dict.fromkeys(figures, WHOLE_TYPE if whole else nw.Float64)
    types |= {"decision": TEXT_TYPE, "findings": TEXT_TYPE, "passed": nw.Boolean, "would_pass": nw.Boolean}
    types |= {name: _kept(columns[name], kind, backend) for name, kind in (("person", person), ("year", WHOLE_TYPE))}
    return build(columns, {name: types[name] for name in COLUMNS}, backend=backend)


def _kept(cells: Iterable[object], kind: IntoDType | None, backend: Backend) -> IntoDType | None:
    # A whole-number column of pandas cannot have blanks.
    return None if kind == WHOLE_TYPE and backend.is_pandas_like() and None in cells else kind


def _row(person: Hashable, year: int | None, audit: Audit) -> Mapping[str, object]:
    totals, shortfalls = audit.totals, audit.shortfalls
    done = {subject.value: totals[subject] for subject in Subject}
    short = {f"short_{subject.value}": shortfalls.get(subject, 0) for subject in Subject}
    sums = {"total": audit.total, "pending": audit.pending, "short_total": audit.short}
    return {"person": person, "year": year, **done, **short, **sums, **verdict(audit)}
