"""
Cells and records drawn from their declarations: every cell is readable, and the cells need not agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, TypeVar, cast

from hypothesis import strategies as st

from credrules.codes import DIVISIONS, CodeTable
from credrules.dates import PartialDate, Precision
from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.leaves import (
    AnyCodeLeaf,
    CodeLeaf,
    DateLeaf,
    FlagLeaf,
    IdentifierLeaf,
    NamesLeaf,
    NumberLeaf,
    OpenCodeLeaf,
    TextLeaf,
)
from credrules.measures import MeasureLeaf
from credrules.rosters.records.cells import PhoneLeaf
from credrules.rosters.records.hours import HoursLeaf
from credrules.systems.lianyungang.names import GRADES
from credrules.systems.lianyungang.records.cells import CodesLeaf, GradeLeaf
from credrules.testing.strategies.identifiers import (
    PAST,
    certificate_numbers,
    citizen_ids,
    emails,
    landlines,
    mobiles,
    org_codes,
    person_names,
    usccs,
)
from credrules.values import EMPTY, FrozenMap

__all__ = [
    "Maker",
    "T",
    "division_codes",
    "partial_dates",
    "records",
    "table_codes",
    "texts",
    "values",
]
__dir__ = __all__.copy

T = TypeVar("T")

# Typed values for a leaf; a code table is read as of the day, if one is given.
Maker: TypeAlias = Callable[[Any, dt.date | None], st.SearchStrategy[Any]]

_WORDS: Final = ("甲市", "乙县", "第一", "第二", "中学", "医院", "水利局", "研究所", "数学", "教育", "临床")


def texts(*, longest: int = 500) -> st.SearchStrategy[str]:
    """
    Return clean Chinese texts of at most `longest` characters.

    >>> from hypothesis import find
    >>> len(find(texts(longest=1), bool))
    1
    """
    return st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(lambda words: "".join(words)[:longest])


def partial_dates(precision: Precision = Precision.YEAR) -> st.SearchStrategy[PartialDate]:
    """
    Return partial dates at least as fine as `precision`, between 1930 and 2010.

    >>> from hypothesis import find
    >>> find(partial_dates(Precision.DAY), bool).precision.name
    'DAY'
    """
    year, month, day = (
        st.dates(*PAST).map(maker)
        for maker in (
            lambda d: PartialDate(d.year),
            lambda d: PartialDate(d.year, d.month),
            lambda d: PartialDate(d.year, d.month, d.day),
        )
    )
    return {Precision.YEAR: year | month | day, Precision.MONTH: month | day, Precision.DAY: day}[precision]


def table_codes(table: CodeTable, *, on: dt.date | None = None) -> st.SearchStrategy[str]:
    """
    Return codes of a table; with `on`, of its rows in force on that day.

    If the table has no row for that day, all its rows are used. The table is
    decoded when the first code is drawn.

    >>> from hypothesis import find
    >>> from credrules import codes
    >>> find(table_codes(codes.SEX), bool) in codes.SEX
    True
    """
    return st.deferred(lambda: st.sampled_from(_codes_at(table, on)))


def _codes_at(table: CodeTable, on: dt.date | None) -> list[str]:
    known = [entry.code for entry in table.at(on)] if on is not None else []
    return known or [entry.code for entry in table]


def division_codes(*, on: dt.date | None = None) -> st.SearchStrategy[str]:
    """
    Return codes of administrative divisions; with `on`, of those in force on that day.

    >>> from hypothesis import find
    >>> find(division_codes(on=dt.date(2012, 6, 1)), bool) in DIVISIONS
    True
    """
    return table_codes(DIVISIONS, on=on)


_IDENTIFIERS: Final[dict[str, Callable[[], st.SearchStrategy[str]]]] = {
    "citizen_id": citizen_ids,
    "mobile": mobiles,
    "landline": landlines,
    "email": emails,
    "person_name": person_names,
    "certificate_number": certificate_numbers,
    "uscc": usccs,
    "org_code": org_codes,
}


def _identifiers(leaf: IdentifierLeaf, on: dt.date | None) -> st.SearchStrategy[Any]:
    return _IDENTIFIERS[leaf.name]().map(lambda number: leaf.check(number, on=on).value)


def _numbers(leaf: NumberLeaf, _: dt.date | None) -> st.SearchStrategy[Any]:
    if leaf.whole:
        return st.integers(int(leaf.least), int(leaf.most))
    return st.decimals(leaf.least, leaf.most, places=1)


def _any_codes(leaf: AnyCodeLeaf, on: dt.date | None) -> st.SearchStrategy[str]:
    return st.one_of([table_codes(table, on=on) for table in leaf.tables])


def _open_codes(leaf: OpenCodeLeaf, on: dt.date | None) -> st.SearchStrategy[Any]:
    coded = st.one_of([table_codes(table, on=on) for table in (leaf.table, *leaf.more)])
    # If a text is a name that the leaf knows, its code is the value.
    return (coded | texts(longest=leaf.longest)).map(lambda given: leaf.check(given, on=on).value)


def _names(leaf: NamesLeaf, _: dt.date | None) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts(longest=leaf.longest), min_size=1, max_size=min(3, leaf.most)).map(tuple)


def _hours(leaf: HoursLeaf, _: dt.date | None) -> st.SearchStrategy[Any]:
    written = st.integers(0, 300).map(str) | st.integers(1, 30).map("{}天".format)
    return written.map(lambda given: leaf.check(given).value)


_BY_LEAF: Final = FrozenMap[type, Maker](
    {
        TextLeaf: lambda leaf, _: texts(longest=leaf.longest),
        CodeLeaf: lambda leaf, on: table_codes(leaf.table, on=on),
        OpenCodeLeaf: _open_codes,
        AnyCodeLeaf: _any_codes,
        DateLeaf: lambda leaf, _: partial_dates(leaf.precision),
        IdentifierLeaf: _identifiers,
        NumberLeaf: _numbers,
        FlagLeaf: lambda _, __: st.booleans(),
        NamesLeaf: _names,
        PhoneLeaf: lambda _, __: mobiles() | landlines(),
        MeasureLeaf: lambda leaf, on: _numbers(leaf.number, on),
        HoursLeaf: _hours,
        GradeLeaf: lambda _, __: st.sampled_from(GRADES),
        CodesLeaf: lambda leaf, on: st.lists(table_codes(leaf.table, on=on), min_size=1, unique=True).map(tuple),
    }
)


def values(
    spec: FieldSpec, *, on: dt.date | None = None, makers: Mapping[type, Maker] = EMPTY
) -> st.SearchStrategy[Any]:
    """
    Return typed values of one declared field, chosen by the type of its leaf or that type's bases.

    `makers` adds leaf types of the host's own: each takes the leaf and the day.
    Raises TypeError for a leaf that no maker covers.

    >>> from hypothesis import find
    >>> from credrules.rosters import RosterRow
    >>> spec = next(spec for spec in fields_of(RosterRow) if spec.name == "mobile")
    >>> find(values(spec), bool)[:7]
    '1380000'
    """
    for kind in type(spec.leaf).__mro__:
        maker: Maker | None = makers.get(kind) or _BY_LEAF.get(kind)
        if maker is not None:
            return maker(spec.leaf, on)
    raise TypeError(f"{spec.id}: no strategy for {type(spec.leaf).__name__}")


def records(
    record: type[T],
    *,
    complete: bool = False,
    most: int = 3,
    on: dt.date | None = None,
    makers: Mapping[type, Maker] = EMPTY,
) -> st.SearchStrategy[T]:
    """
    Return records of a declared type: drafts with any fields empty, or `complete` ones.

    Every cell is readable (with `on`, its code was in force that day); the
    cells need not agree with each other. Lists have at most `most` entries.
    `makers` as in `values`.

    >>> from hypothesis import given, settings
    >>> from credrules.rosters import RosterRow
    >>> @settings(max_examples=3)
    ... @given(records(RosterRow, complete=True))
    ... def every_complete_row_has_a_name(row):
    ...     assert row.name
    >>> every_complete_row_has_a_name()
    """
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for spec in fields_of(record):
        drawn = values(spec, on=on, makers=makers)
        parts[spec.name] = drawn if complete else st.none() | drawn
    for part in sections_of(record):
        inner: st.SearchStrategy[Any] = records(part.record, complete=complete, most=most, on=on, makers=makers)
        parts[part.name] = st.lists(inner, max_size=most).map(tuple) if part.many else inner
    return cast("st.SearchStrategy[T]", st.builds(record, **parts))
