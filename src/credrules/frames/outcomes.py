"""
Yearly requirements of plain minima, judged for all people at once.

Per year there are at most sixteen outcomes: which of the four minima are
reached. The frame's engine sorts people into these; one audit per outcome, of
any of its people, gives the verdict of all.

Limitations: only for tables that hold nothing but person, year, subject and
hours. Whoever has a row that cannot be added or read is audited alone.
"""

from __future__ import annotations

from typing import Any, Final

import narwhals.stable.v2 as nw

from credrules.frames.columns import COLUMNS, DONE, PARTS, SHORT, verdict
from credrules.frames.sums import NAMES, Sums
from credrules.frames.tables import TEXT, WHOLE, Eager
from credrules.hours import Requirement, audit_many
from credrules.hours.entries import read_year
from credrules.hours.subjects import read_subject
from credrules.values import is_missing

_OUTCOMES: Final = 16


def has_outcomes(sums: Sums, requirement: Requirement) -> bool:
    """
    Whether the sums and the requirement are of the plain kind.
    """
    if sums.added is None or not sums.plain or requirement.plain is None:
        return False
    types: Any = sums.added.schema
    known = types["person"] == TEXT or types["person"].is_signed_integer()
    return known and types["subject"] in NAMES and all(type(need) is int for need in _needs(sums, requirement).values())


def _needs(sums: Sums, requirement: Requirement) -> dict[str, Any]:
    total, *parts = requirement.plain[2]  # type: ignore[index]  # asked of plain requirements only
    return {name: need * sums.scales["hours"] for name, need in zip(DONE, (*parts, total), strict=True)}


def split(sums: Sums) -> tuple[Eager, Eager]:
    """
    Return the sums of people whose rows are all clean, and those of all others.
    """
    added: Any = sums.added
    years = [raw for raw in added["year"].unique().to_list() if read_year(raw)[0] is not None]
    if not years:
        return added.head(0), added
    subjects = [raw for raw in added["subject"].unique().to_list() if read_subject(raw)[0] is not None]
    subject = nw.col("subject")
    # A list of texts is never empty here: engines take an empty one for a list of nothing.
    known = nw.col("year").is_in(years).fill_null(value=False) & (
        subject.is_null() | subject.cast(TEXT).is_in([*subjects, *PARTS]).fill_null(value=False)
    )
    apart = {*added.filter(~known)["person"].to_list()}
    if sums.odd is not None:
        apart |= {*sums.odd["person"].to_list()}
    named = [person for person in apart if not is_missing(person)]
    alone = nw.col("person").is_null()
    if named:
        alone |= nw.col("person").is_in(named).fill_null(value=False)
    return added.filter(~alone), added.filter(alone)


def judge_all(clean: Eager, sums: Sums, requirement: Requirement) -> Eager:
    """
    Return the answer's rows for sums that are all clean.
    """
    needs, scale = _needs(sums, requirement), sums.scales["hours"]
    people = _people(clean)
    reached = [(nw.col(name) >= need).cast(WHOLE) * 2**place for place, (name, need) in enumerate(needs.items())]
    people = people.with_columns(outcome=nw.col("year") * _OUTCOMES + nw.sum_horizontal(*reached))
    keys, verdicts = _verdicts(people, requirement, scale)
    decided = [
        nw.col("outcome").replace_strict(keys, [it[name] for it in verdicts], return_dtype=dtype).alias(name)
        for name, dtype in (("decision", TEXT), ("passed", nw.Boolean), ("would_pass", nw.Boolean), ("findings", TEXT))
    ]
    short = [
        nw.when(nw.col(name) < need).then(need - nw.col(name)).otherwise(0).alias(column)
        for column, (name, need) in zip(SHORT, needs.items(), strict=True)
    ]
    answer = people.with_columns(*decided, *short, (nw.col("total") * 0).alias("pending"))
    figures = [*DONE, "pending", *SHORT]
    exact = [nw.col(name) / scale if scale > 1 else nw.col(name).cast(WHOLE) for name in figures]
    return answer.with_columns(*exact).select(*COLUMNS)


def _people(clean: Eager) -> Eager:
    # One row per person and year, whatever ways there are to write a year or a subject.
    types: Any = clean.schema
    raw = clean["subject"].cast(TEXT).unique().to_list()
    ways: dict[str, list[str]] = {name: [name] for name in PARTS}
    for written in raw:
        subject = read_subject(written)[0]
        if subject is not None:
            ways[subject.value].append(written)
    year, person = nw.col("year"), nw.col("person")
    if types["year"].is_integer():
        year = year.cast(WHOLE)
    else:
        written_years = clean["year"].unique().to_list()
        read = [read_year(it)[0] for it in written_years]
        year = (year.cast(TEXT) if types["year"] in NAMES else year).replace_strict(
            written_years, read, return_dtype=WHOLE
        )
    hours, subject_cell = nw.col("hours"), nw.col("subject").cast(TEXT)
    parts = [nw.when(subject_cell.is_in(those)).then(hours).otherwise(0).alias(name) for name, those in ways.items()]
    whole_person = person if types["person"] == TEXT else person.cast(WHOLE)
    apart = clean.select(whole_person, year, hours.alias("total"), *parts)
    return apart.group_by("person", "year").agg(nw.col(name).sum() for name in DONE)


def _verdicts(people: Eager, requirement: Requirement, scale: int) -> tuple[list[int], list[dict[str, object]]]:
    rows: list[tuple[int, int, str | None, object]] = []
    for outcome, year, total, *parts in people.unique(["outcome"]).select("outcome", "year", "total", *PARTS).rows():
        sums = (*zip(PARTS, parts, strict=True), (None, total - sum(parts)))
        rows += [(outcome, year, name, amount if scale == 1 else amount / scale) for name, amount in sums]
    audits = {int(str(outcome)): verdict(audit) for outcome, _, audit in audit_many(rows, requirement=requirement)}
    return list(audits), list(audits.values())
