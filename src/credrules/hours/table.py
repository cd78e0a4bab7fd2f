"""
The shipped requirements, by their row's name.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import evolve

from credrules.hours.amounts import exact
from credrules.hours.requirements import Cap, CarryOver, Minimum, Requirement, ShareBase, Span, Unit
from credrules.hours.rows import Row, Rows, day, figure, partial, parts
from credrules.hours.subjects import Subject
from credrules.values import Confidence, Label, Lang

__all__ = ["REQUIREMENTS", "RequirementTable", "source_title"]
__dir__ = __all__.copy

_DATA: Final = "credrules.hours._data."
_SPANS: Final = {"year": Span.EACH_YEAR, "cycle": Span.CYCLE}


class RequirementTable(Rows[Requirement]):
    """
    Every shipped requirement by its name; an unknown name raises `KeyError`.

    >>> REQUIREMENTS["CN-ALL-2015"].document_no
    '人力资源和社会保障部令第25号'
    >>> [row.id for row in REQUIREMENTS.of("CN-GD")]
    ['CN-GD-2010', 'CN-GD-2021']
    """

    @property
    def horizon(self) -> str:
        """
        The last month that the sources cover.
        """
        return str(importlib.import_module(f"{_DATA}requirements").HORIZON)

    def of(self, jurisdiction: str) -> tuple[Requirement, ...]:
        """
        Return the rows of one jurisdiction, by name.
        """
        return tuple(row for row in self.values() if row.jurisdiction == jurisdiction)

    def _rows(self) -> dict[str, Requirement]:
        return _rows()

    def __repr__(self) -> str:
        return f"<{len(self)} requirements, sources up to {self.horizon}>"


REQUIREMENTS: Final = RequirementTable()
"""The shipped requirements, by the name of their row."""


@functools.cache
def _rows() -> dict[str, Requirement]:
    rows: tuple[Row, ...] = importlib.import_module(f"{_DATA}requirements").ROWS
    decoded = map(_decoded, rows)
    # Rows without dates can only be found by name: their remarks state how unsure they are.
    return {row.id: row if row.since or row.until else evolve(row, remarks=row.doubts) for row in decoded}


def source_title(key: str, lang: Lang = "en") -> str:
    """
    Return what a source is, in English or Chinese; a key of the host's own is its own title.

    The English title has the address of the page, the Chinese one says what kind of page it is and of what.

    >>> "S03" in REQUIREMENTS["CN-GD-2021"].sources, source_title("S03"), source_title("S03", "zh")
    (True, 'gdjxjy.com view 2828: Guangdong 2023 training requirements', '网页：广东省2023年继续教育要求')
    """
    return Label(*importlib.import_module(f"{_DATA}sources").SOURCES.get(key, (key, key))).text(lang)


def _group(text: str) -> tuple[tuple[Subject, ...], str]:
    names, _, tag = text.partition("#")
    return tuple(Subject(name) for name in names.split("+") if name not in {"", "total"}), tag


def _minima(row: Row) -> Iterator[Minimum]:
    spans = {"minima": Span.CYCLE, "each_year": Span.EACH_YEAR, "last_year": Span.LAST_YEAR}
    for column, span in spans.items():
        for item in parts(row, column):
            group, _, amount = item.partition("=")
            yield Minimum(exact(amount), *_group(group), span)


def _caps(row: Row) -> Iterator[Cap]:
    for item in parts(row, "caps"):
        group, _, rest = item.partition("=")
        amount, _, span = rest.partition("@")
        yield Cap(exact(amount), *_group(group), _SPANS[span])


def _deadlines(row: Row) -> Iterator[tuple[Subject, int, int]]:
    for item in parts(row, "deadlines"):
        name, _, date = item.partition(":+1-")
        month, day_of_month = date.split("-")
        yield Subject(name), int(month), int(day_of_month)


def _pair(text: str) -> tuple[int, int]:
    first, _, last = text.partition("..")
    return int(first), int(last)


def _surplus(text: str) -> tuple[str, Subject]:
    tag, _, name = text.partition(":")
    return tag, Subject(name)


def _decoded(row: Row) -> Requirement:
    carry, _, limit = row.get("carry_over", "").partition(":")
    return Requirement(
        id=row["id"],
        jurisdiction=row["jurisdiction"],
        place=row["place"],
        authority=row.get("authority", ""),
        professions=parts(row, "professions"),
        grades=parts(row, "grades"),
        since=partial(row, "since"),
        until=partial(row, "until"),
        assumed=parts(row, "assumed"),
        attested=tuple(int(year) for year in parts(row, "attested")),
        window=_pair(row["window"]) if "window" in row else None,
        cycle=int(row["cycle"]) if "cycle" in row else None,
        unit=Unit(row["unit"]),
        total=figure(row, "total"),
        general=figure(row, "general"),
        professional=figure(row, "professional"),
        elective=figure(row, "elective"),
        share=Fraction(row["share"]) if "share" in row else None,
        share_base=ShareBase(row.get("share_base", "required")),
        further=tuple(_minima(row)),
        caps=tuple(_caps(row)),
        surplus=_surplus(row["surplus"]) if "surplus" in row else None,
        carry_over=CarryOver(carry),
        carry_limit=exact(limit) if limit else None,
        minutes_per_hour=figure(row, "minutes_per_hour"),
        hours_per_day=figure(row, "hours_per_day"),
        deadlines=tuple(_deadlines(row)),
        yields_to=parts(row, "yields_to"),
        published=partial(row, "published"),
        document_no=row.get("document_no", ""),
        document=row.get("document", ""),
        clause=row.get("clause", ""),
        confidence=Confidence(row["confidence"]),
        verified_on=day(row, "verified_on"),
        sources=tuple(row["sources"].split()),
        note=row.get("note", ""),
    )
