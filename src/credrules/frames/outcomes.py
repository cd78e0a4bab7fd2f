"""
Yearly requirements of plain minima, judged for all people at once.

Per year there are few outcomes: which of the four minima are reached, and
whether hours without a subject could fill what is short. The frame's engine sorts
people by outcome; one audit per outcome, of any person with it, gives the
verdict of all.

Limitations: only for tables with nothing but person, year, subject and
hours. A person with a row that cannot be added or read is audited separately.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen
from narwhals.typing import IntoDType

from credrules.frames.columns import COLUMNS, DONE, PARTS, SHORT, verdict
from credrules.frames.sums import PLAIN_COLUMNS, TEXT_TYPES, fits, is_summable, scale_of, unscaled, whole
from credrules.frames.tables import TEXT_TYPE, WHOLE_TYPE, Eager, Lazy, build
from credrules.hours import Requirement, audit_many
from credrules.hours.amounts import MOST
from credrules.hours.entries import read_year
from credrules.hours.subjects import read_subject
from credrules.values import is_missing

__all__ = ["Question", "judge_rows", "judge_sums", "parted", "question"]
__dir__ = __all__.copy

_OUTCOMES: Final = 32
_FIRST: Final = 256
_TYPES: Final[Mapping[str, IntoDType | None]] = {
    "decision": TEXT_TYPE,
    "passed": nw.Boolean,
    "would_pass": nw.Boolean,
    "findings": TEXT_TYPE,
}


@frozen
class Question:
    """
    A plain requirement: the minimum of each sum, and whether sums are in ones or in thousandths.
    """

    requirement: Requirement
    needs: Mapping[str, int]
    scale: int


def question(types: Any, requirement: Requirement) -> Question | None:  # noqa: ANN401  # a schema of Narwhals
    """
    Return the question for a table with these columns; None if the requirement is not of the plain kind.
    """
    if set(types.names()) != set(PLAIN_COLUMNS) or not is_summable(types) or requirement.plain is None:
        return None
    if not (types["person"] == TEXT_TYPE or types["person"].is_signed_integer()) or types["subject"] not in TEXT_TYPES:
        return None
    scale = scale_of(types["hours"])
    total, *parts = requirement.plain[2]
    needs: Any = {name: need * scale for name, need in zip(DONE, (*parts, total), strict=True)}
    return Question(requirement, needs, scale) if all(type(need) is int for need in needs.values()) else None


@frozen
class _Written:
    """
    The ways in which years and subjects are written; those that cannot be read are left out.

    `year` is the only year, if there is only one; `blank` is whether a subject may be missing.
    """

    years: tuple[object, ...]
    subjects: Mapping[str, tuple[str, ...]]
    complete: bool
    year: int | None = None
    blank: bool = True


def _written(frame: Lazy, *, years: bool = True) -> _Written:
    names = ["year", "subject"] if years else ["subject"]
    types = frame.collect_schema()
    cast = frame.with_columns(nw.col(it).cast(TEXT_TYPE) for it in names if types[it] in TEXT_TYPES)
    found = {name: cast.select(name).unique().collect()[name].to_list() for name in names}
    read = [raw for raw in found.get("year", []) if read_year(raw)[0] is not None]
    ways: dict[str, list[str]] = {name: [] for name in PARTS}
    for raw in found["subject"]:
        subject = read_subject(raw)[0]
        if subject is not None:
            ways[subject.value].append(raw)
    unread = sum(not is_missing(raw) for raw in found["subject"]) - sum(map(len, ways.values()))
    complete = len(read) == len(found.get("year", [])) and not unread
    return _Written(tuple(read), {name: tuple(raw) for name, raw in ways.items()}, complete)


def judge_rows(frame: Lazy, asked: Question) -> Eager | None:
    """
    Return the answer for a table whose rows are all clean; None if one is not.
    """
    written = _numbered(frame, asked) if frame.collect_schema()["year"].is_integer() else _texts(frame, asked)
    if written is None or not written.complete:
        return None
    return _judged(frame.with_columns(whole("hours", asked.scale)), written, asked)


def _texts(frame: Lazy, asked: Question) -> _Written | None:
    fit = frame.select(fits=fits("hours", asked.scale).fill_null(value=False).all()).collect()
    return _written(frame) if fit["fits"].all() else None


def _numbered(frame: Lazy, asked: Question) -> _Written | None:
    # The first rows usually contain all words: checking that there are no others costs less than gathering them.
    written = _written(frame.head(_FIRST), years=False)
    cell, year = nw.col("subject"), nw.col("year")
    cell = cell if frame.collect_schema()["subject"] == TEXT_TYPE else cell.cast(TEXT_TYPE)
    ways = [way for several in written.subjects.values() for way in several]
    facts = frame.select(
        fits=fits("hours", asked.scale).fill_null(value=False).all(),
        first=year.min(),
        last=year.max(),
        undated=year.null_count(),
        blanks=cell.null_count(),
        told=_is_any(cell, ways).fill_null(value=False).sum(),
        rows=nw.len(),
    )
    fit, first, last, undated, blanks, told, rows = facts.collect().row(0)
    # If the first and the last year can be read, so can the years between.
    if not fit or undated or not all(read_year(it)[0] for it in (first, last)):
        return None
    if blanks + told != rows:
        written = _written(frame, years=False)
    return evolve(written, year=int(first) if first == last else None, blank=bool(blanks))


def _is_any(cell: nw.Expr, ways: Sequence[str]) -> nw.Expr:
    # Two or three comparisons cost less than one look-up in a list.
    return functools.reduce(operator.or_, (cell == way for way in ways)) if ways else _one_of(cell, ())


def judge_sums(added: Eager, asked: Question) -> Eager | None:
    """
    Return the answer for sums of clean people; None if there are none, or if a sum exceeds any lifetime.
    """
    return _judged(added.lazy(), _written(added.lazy()), asked)


def parted(added: Eager, odd: Eager | None) -> tuple[Eager, Eager]:
    """
    Return the sums of people whose rows are all clean, and those of all others; `odd` are the rows not added.
    """
    written = _written(added.lazy())
    subject, year = nw.col("subject").cast(TEXT_TYPE), nw.col("year")
    year = year.cast(TEXT_TYPE) if added.schema["year"] in TEXT_TYPES else year
    ways = tuple(way for several in written.subjects.values() for way in several)
    known = _one_of(year, written.years) & (nw.col("subject").is_null() | _one_of(subject, ways))
    apart = {*added.filter(~known)["person"].to_list()}
    if odd is not None:
        apart |= {*odd["person"].to_list()}
    named = [person for person in apart if not is_missing(person)]
    alone = nw.col("person").is_null() | _one_of(nw.col("person"), tuple(named))
    return added.filter(~alone), added.filter(alone)


def _one_of(cell: nw.Expr, values: tuple[object, ...]) -> nw.Expr:
    # Engines give an empty list the null type, not the type of texts.
    return cell.is_in(values).fill_null(value=False) if values else cell.is_null() & ~cell.is_null()


def _judged(frame: Lazy, written: _Written, asked: Question) -> Eager | None:
    needs = asked.needs
    reached = [(nw.col(name) >= need).cast(WHOLE_TYPE) * 2**place for place, (name, need) in enumerate(needs.items())]
    outcome = nw.col("year") * _OUTCOMES + nw.sum_horizontal(*reached)
    if written.blank:
        # Hours without a subject leave it open whether parts are short, if they could fill them.
        lacking = nw.sum_horizontal(*((needs[name] - nw.col(name)).clip(0) for name in PARTS))
        unsaid = nw.col("total") - nw.sum_horizontal(*PARTS)
        outcome += (unsaid >= lacking).cast(WHOLE_TYPE) * (_OUTCOMES // 2)
    people = _people(frame, written)
    if not len(people) or people["total"].max() > MOST * asked.scale:
        return None
    people = people.with_columns(outcome=outcome)
    # Few expressions: making one costs Narwhals more than adding up a thousand people.
    short = [
        (need - nw.col(name)).clip(0).alias(column) for column, (name, need) in zip(SHORT, needs.items(), strict=True)
    ]
    answer = people.join(_verdicts(people, asked), on="outcome", how="left")
    answer = answer.with_columns(*short, (nw.col("total") * 0).alias("pending"))
    if asked.scale > 1:
        answer = answer.with_columns(unscaled(nw.col(name), asked.scale) for name in (*DONE, "pending", *SHORT))
    return answer.select(*COLUMNS)


def _people(frame: Lazy, written: _Written) -> Eager:
    # One row per person and year, however a year or a subject is written.
    types: Any = frame.collect_schema()
    person, year, hours = nw.col("person"), nw.col("year"), nw.col("hours")
    year = (
        year.cast(TEXT_TYPE)
        if types["year"] in TEXT_TYPES
        else year.cast(WHOLE_TYPE)
        if types["year"].is_integer()
        else year
    )
    cell = nw.col("subject") if types["subject"] == TEXT_TYPE else nw.col("subject").cast(TEXT_TYPE)
    parts = (
        (nw.when(_is_any(cell, ways)).then(hours).otherwise(0) if ways else hours * 0).alias(name)
        for name, ways in written.subjects.items()
    )
    whole_person = person if types["person"] == TEXT_TYPE else person.cast(WHOLE_TYPE)
    # Group by one key less and make one sum less, if possible.
    dated = [] if written.year is not None else [year]
    total = [hours.alias("total")] if written.blank else []
    people = _added(frame.select(whole_person, *dated, *total, *parts))
    left_out = {} if written.year is None else {"year": nw.lit(written.year, dtype=WHOLE_TYPE)}
    left_out |= {} if written.blank else {"total": nw.sum_horizontal(*PARTS)}
    people = people.with_columns(**left_out) if left_out else people
    if types["year"].is_integer() or not len(people):
        return people
    # Years are read only now, when there are few: 2023 and 2023年度 are one year.
    read = [read_year(raw)[0] for raw in written.years]
    named = people.with_columns(nw.col("year").replace_strict(written.years, read, return_dtype=WHOLE_TYPE))
    return _added(named.lazy())


def _added(lines: Lazy) -> Eager:
    headings = lines.collect_schema().names()
    keys, parts = [it for it in headings if it not in DONE], [it for it in headings if it in DONE]
    sums = lines.group_by(*keys).agg(nw.col(name).sum() for name in parts).collect()
    # Some engines widen the type of a sum.
    wide = [name for name in parts if sums.schema[name] != WHOLE_TYPE]
    return sums.with_columns(nw.col(name).cast(WHOLE_TYPE) for name in wide) if wide else sums


def _verdicts(people: Eager, asked: Question) -> Eager:
    rows: list[tuple[int, int, str | None, object]] = []
    for outcome, year, total, *parts in people.unique(["outcome"]).select("outcome", "year", "total", *PARTS).rows():
        sums = (*zip(PARTS, parts, strict=True), (None, total - sum(parts)))
        rows += [(outcome, year, name, amount if asked.scale == 1 else amount / asked.scale) for name, amount in sums]
    audits = {outcome: audit for outcome, _, audit in audit_many(rows, requirement=asked.requirement)}
    verdicts = [verdict(audit) for audit in audits.values()]
    columns: dict[str, list[object]] = {name: [it[name] for it in verdicts] for name in _TYPES}
    return build({"outcome": [*audits], **columns}, {"outcome": WHOLE_TYPE, **_TYPES}, backend=people.implementation)
