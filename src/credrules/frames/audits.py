"""
The audit of hours of a whole frame: one row per person and year.

The frame's own engine adds up the hours (`sums`); the sums are judged by
`hours.audit_many`, the code that audits records. A yearly requirement of plain
minima has so few outcomes per year (which of four minima are reached) that one
audit per outcome is enough for everyone; any other requirement, and people
with odd rows, are audited one by one.

References: `credrules.hours`; the decision is docs/adr/0011-what-an-engine-adds-up.md.

Limitations: figures of the answer are whole numbers; if one of them is not whole,
they are binary fractions, the nearest to the exact figures. Verdicts rest on exact
figures only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

import narwhals.stable.v2 as nw

from credrules.findings import CredrulesError, finding
from credrules.frames.columns import frame_of
from credrules.frames.outcomes import judge_rows, judge_sums, parted, question
from credrules.frames.sums import PLAIN_COLUMNS, FrameSums, add_up
from credrules.frames.tables import TEXT_TYPE, WHOLE_TYPE, Eager, Lazy, read_table, unreadable
from credrules.hours import audit_many
from credrules.hours.entries import KEYS
from credrules.hours.streams import RequirementChoice
from credrules.values import Label, exact_text

__all__ = ["FrameT", "audit_frame"]
__dir__ = __all__.copy

FrameT = TypeVar("FrameT")

_LABELS: Final = {
    "person": Label("人员", "person"),
    "year": Label("年度", "year"),
    "subject": Label("科目", "subject"),
    "hours": Label("学时", "hours"),
}
_UNUSED: Final = ("id", "source", "date")


def audit_frame(
    df: FrameT,
    *,
    requirement: RequirementChoice,
    person: str | None = None,
    year: str | None = None,
    subject: str | None = None,
    hours: str | None = None,
) -> FrameT:
    """
    Audit a table of entries; return a frame of the same kind, one row per person and year, sorted by both.

    `requirement` is that of `hours.audit_many`, and the verdicts are the same.
    Columns are found by the headings `hours.read_entry` knows
    (``person`` or 姓名, ``hours`` or 学时, days, course, whether recognised ...);
    `person`, `year`, `subject` and `hours` give their names if these are
    different. Raises CredrulesError when `df` is not a frame, or when one of the
    four columns is missing or occurs twice.

    The answer has ``person``, ``year`` (the last of the cycle), ``general``,
    ``professional``, ``elective``, ``total`` (what counts), ``pending`` (not
    recognised yet), ``decision`` (in, out, review), ``passed``, ``would_pass``,
    ``short_general`` to ``short_total``, and ``findings``, the codes separated by
    semicolons.

    >>> import polars as pl
    >>> from credrules.hours import requirement
    >>> rows = [("p1", 2016, "公需", 18), ("p1", 2016, "专业", 42), ("p1", 2016, "选修", 6)]
    >>> table = pl.DataFrame(rows, schema=["person", "year", "subject", "hours"], orient="row")
    >>> found = audit_frame(table, requirement=requirement("广东", year=2016))
    >>> found["person", "year", "total", "decision", "short_elective"].rows()
    [('p1', 2016, 66, 'out', 6)]
    """
    table = read_table(df)
    if table is None:
        raise CredrulesError([unreadable(df)])
    given = {"person": person, "year": year, "subject": subject, "hours": hours}
    answer = _audited(_named(table.data, given), requirement)
    if answer.schema["person"] == TEXT_TYPE or answer.schema["person"].is_numeric():
        # Sorting by one column takes half the time of sorting by two.
        keys = ["person", "year"] if answer["year"].n_unique() > 1 else ["person"]
        answer = answer.sort(*keys, nulls_last=True)
    return cast("FrameT", table.answer(nw.maybe_reset_index(answer)))


def _named(frame: Lazy, given: Mapping[str, str | None]) -> Lazy:
    headings = frame.collect_schema().names()
    found: dict[str, list[str]] = {name: [] for name in PLAIN_COLUMNS}
    for heading in headings:
        name = KEYS.get(exact_text(heading) or "")
        if name is not None and given.get(name) is None:
            found.setdefault(name, []).append(heading)
    found |= {name: [heading] * (heading in headings) for name, heading in given.items() if heading is not None}
    wrong = [(name, len(those)) for name, those in found.items() if len(those) != 1]
    if wrong:
        raise CredrulesError([finding("FRAME.COLUMN", field=_LABELS.get(name, name), count=n) for name, n in wrong])
    return frame.select(nw.col(those[0]).alias(name) for name, those in found.items() if name not in _UNUSED)


def _audited(frame: Lazy, requirement: RequirementChoice) -> Eager:
    asked = None if callable(requirement) else question(frame.collect_schema(), requirement)
    answer = None if asked is None else judge_rows(frame, asked)
    if answer is not None:
        return answer
    sums = add_up(frame)
    if asked is None or sums.added is None:
        return _one_by_one(sums, sums.added, requirement)
    clean, rest = parted(sums.added, sums.odd)
    answer = judge_sums(clean, asked)
    if answer is None:
        return _one_by_one(sums, sums.added, requirement)
    alone = _one_by_one(sums, rest, requirement)
    if answer.implementation.is_pyarrow():
        # Arrow has two types of text and joins only columns of the same type.
        answer = answer.with_columns(nw.col("person").cast(answer.schema["person"]))
    return nw.concat([answer, alone])


def _one_by_one(sums: FrameSums, added: Eager | None, requirement: RequirementChoice) -> Eager:
    frames: list[Any] = [it for it in (added, sums.odd) if it is not None]
    dtype = frames[0].schema["person"]
    person = TEXT_TYPE if dtype == TEXT_TYPE else WHOLE_TYPE if dtype.is_signed_integer() else None
    return frame_of(
        audit_many(sums.rows(added), requirement=requirement),
        person=person,
        whole=all(scale == 1 for scale in sums.scales.values()),
        backend=frames[0].implementation,
    )
