"""
The shipped rules by their key, the conventions, and what became of every row of the facts.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from fractions import Fraction
from typing import Final

from attrs import frozen

from credrules.dates import PartialDate
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.terms import Counting, Cutoff, Route
from credrules.hours.rows import Row, Rows, day, partial, parts
from credrules.values import Confidence, Label, Lang

__all__ = ["REQUIREMENTS", "Convention", "FactRow", "RuleTable", "conventions", "fact_rows", "source_title"]
__dir__ = __all__.copy

_DATA: Final = "credrules.eligibility._data."


def _rows_of(name: str) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = importlib.import_module(f"{_DATA}{name}").ROWS
    return rows


class RuleTable(Rows[EligibilityRule]):
    """
    Every shipped rule by its key; an unknown key raises `KeyError`.

    >>> REQUIREMENTS["EL-064"].document_no, REQUIREMENTS["EL-052.1"].id
    ('人社部发〔2019〕16号', 'EL-052')
    """

    def _rows(self) -> dict[str, EligibilityRule]:
        return _rules()

    def __repr__(self) -> str:
        return f"<{len(self)} rules of eligibility>"


REQUIREMENTS: Final = RuleTable()
"""The shipped rules, by key: the row's id, with the part where a row holds several alternatives."""


@frozen
class Convention:
    """
    What counts as a year, who is excluded, or what a class of a technical school counts as, at a place and time.
    """

    id: str
    kind: str
    jurisdiction: str
    schemes: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    routes: tuple[Route, ...] = ()
    first_review: int = 0
    last_review: int = 9999
    starts: str = ""
    note: str = ""

    def holds(self, year: int, on: dt.date) -> bool:
        """
        Whether its dates cover any part of the year, or the day if they name days.
        """
        if self.since is not None and (self.since.year > year or on < self.since.earliest() <= dt.date(year, 12, 31)):
            return False
        return self.until is None or year <= self.until.year


@frozen
class FactRow:
    """
    One row of the facts: what became of it, and why.
    """

    id: str
    became: str
    why: str
    place: str
    scheme: str
    period: str
    target: str
    confidence: str
    sources: tuple[str, ...]


@functools.cache
def _rules() -> dict[str, EligibilityRule]:
    return {rule.key: rule for rule in map(_decoded, _rows_of("rules"))}


@functools.cache
def _conventions() -> tuple[Convention, ...]:
    return tuple(
        Convention(
            id=row["id"],
            kind=row["kind"],
            jurisdiction=row["jurisdiction"],
            schemes=parts(row, "schemes"),
            since=partial(row, "since"),
            until=partial(row, "until"),
            routes=tuple(Route(item) for item in parts(row, "routes")),
            first_review=int(row.get("first_review", 0)),
            last_review=int(row.get("last_review", 9999)),
            starts=row.get("starts", ""),
            note=row.get("note", ""),
        )
        for row in _rows_of("conventions")
    )


def conventions(kind: str) -> tuple[Convention, ...]:
    """
    Return the conventions of a kind: SENIORITY, RETIRED, CIVIL_SERVANT or SKILLED_CLASS.

    >>> [item.id for item in conventions("SENIORITY")]
    ['EL-161', 'EL-162', 'EL-163', 'EL-164']
    """
    return tuple(item for item in _conventions() if item.kind == kind)


@functools.cache
def fact_rows() -> tuple[FactRow, ...]:
    """
    Return every row of the facts with what became of it.

    >>> len(fact_rows()), fact_rows()[21].became
    (285, 'note')
    """
    return tuple(
        FactRow(
            row["id"],
            row["became"],
            row.get("why", ""),
            row["place"],
            row["scheme"],
            row["period"],
            row["target"],
            row["confidence"],
            tuple(row["sources"].split()),
        )
        for row in _rows_of("rows")
    )


def source_title(key: str, lang: Lang = "en") -> str:
    """
    Return what a source is, in English or Chinese; a key of the host's own is its own title.

    >>> source_title("P10"), source_title("P10", "zh")
    ("reprint of Zhangjiagang's notice 2023: ttdh.cn/bulletin/69382.html", '转载网页：张家港2023年的通知')
    """
    return Label(*importlib.import_module(f"{_DATA}sources").SOURCES.get(key, (key, key))).text(lang)


def _months(row: Row, column: str) -> int:
    return int(Fraction(row.get(column, "0")) * 12)


def _names(row: Row) -> tuple[str, ...]:
    # "!甲;乙" means neither 甲 nor 乙.
    names = parts(row, "names")
    return tuple(f"!{name.removeprefix('!')}" for name in names) if names and names[0].startswith("!") else names


def _cutoff(text: str) -> Cutoff | dt.date:
    return Cutoff(text) if text in set(Cutoff) else dt.date.fromisoformat(text)


def _assessments(text: str) -> tuple[int, int]:
    # (how many of the last years, 0) or (0, the year).
    kind, _, number = text.partition(":")
    return (0, int(number)) if kind == "year" else (int(number or 0), 0)


def _decoded(row: Row) -> EligibilityRule:
    attested = row.get("attested", "")
    age, _, needs = row.get("age_education", "0").partition(":")
    return EligibilityRule(
        id=row["id"],
        jurisdiction=row["jurisdiction"],
        scheme=row["scheme"],
        targets=parts(row, "targets"),
        part=int(row.get("part", 0)),
        names=_names(row),
        route=Route(row.get("route", "")),
        since=partial(row, "since"),
        until=partial(row, "until"),
        approximate="approximate" in row,
        attested=tuple(int(year) for year in attested.removesuffix("..").split(";") if year),
        attested_on=attested.endswith(".."),
        education=parts(row, "education"),
        full_time="full_time" in row,
        with_degree="with_degree" in row,
        education_months=_months(row, "education_years"),
        prior=row.get("prior", ""),
        level_months=_months(row, "level_years"),
        level_by=day(row, "level_by"),
        counting=Counting(row.get("counting", "FULL")),
        appointed="level_from" in row,
        licences=parts(row, "licences"),
        total_months=_months(row, "total_years"),
        total_by=day(row, "total_by"),
        specialty_months=_months(row, "specialty_years"),
        after=row.get("after", ""),
        cutoff=_cutoff(row["cutoff"]),
        cutoff_unsure="cutoff_unsure" in row,
        conditions=parts(row, "conditions"),
        trades=parts(row, "trades"),
        assessments=_assessments(row.get("assessments", "")),
        special_cases=parts(row, "special_cases"),
        ground="ground" in row,
        exception="exception" in row,
        over_age=int(row.get("over_age", 0)),
        age_education=(int(age), needs),
        unknown=parts(row, "unknown"),
        confidence=None if row["confidence"] == "none" else Confidence(row["confidence"]),
        document_no=row.get("document_no", ""),
        document_note=Label(row.get("document_note_zh", ""), row.get("document_note", "")),
        words=row.get("words", ""),
        sources=tuple(row["sources"].split()),
        verified_on=day(row, "verified_on"),
        note=row.get("note", ""),
    )
