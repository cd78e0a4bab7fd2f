"""
Hours added up by the frame's own engine, without rounding.

Whole numbers are added directly. Binary fractions are added as whole
thousandths if each is one (7.5, 0.125, and 0.1 by its shortest decimal
form, as the record path reads it); the check is that the thousandths give back
exactly the same number. Everything else stays as single rows: rows with a missing,
negative, enormous or finer amount, and rows that name their course (the same
course counts once).

Limitations: in columns of decimals, of 32-bit fractions and of Python objects
all rows stay single, which is exact and slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from credrules.frames.tables import TEXT_TYPE, WHOLE_TYPE, Eager, Lazy
from credrules.hours.amounts import MOST
from credrules.values import is_missing

__all__ = [
    "FINE",
    "PLAIN_COLUMNS",
    "TEXT_TYPES",
    "FrameSums",
    "add_up",
    "fits",
    "is_summable",
    "scale_of",
    "unscaled",
    "whole",
]
__dir__ = __all__.copy

PLAIN_COLUMNS: Final = ("person", "year", "subject", "hours")
_KEYS: Final = ("person", "year", "subject", "recognised", "tags")
_AMOUNTS: Final = ("hours", "days", "minutes")
FINE: Final = 1000
"""Binary fractions are counted in thousandths."""
TEXT_TYPES: Final[tuple[Any, ...]] = (TEXT_TYPE, nw.Categorical, nw.Enum)
"""The types of a column of texts."""


@frozen
class FrameSums:
    """
    One row per person, year, subject (and more columns, if present), and the rows that cannot be added.

    `scales` states for each amount whether it is counted in ones or in thousandths.
    """

    added: Eager | None
    odd: Eager | None
    scales: Mapping[str, int]

    @property
    def plain(self) -> bool:
        """
        Whether only person, year, subject and hours are added up.
        """
        return self.added is not None and set(self.added.columns) == set(PLAIN_COLUMNS)

    def rows(self, added: Eager | None) -> Iterator[object]:
        """
        Return sums and odd rows as entries that `hours.audit_many` reads.
        """
        if added is not None and self.plain:
            scale = self.scales["hours"]
            for person, year, subject, hours in added.select(*PLAIN_COLUMNS).iter_rows():
                yield _cell(person), _cell(year), _cell(subject), hours if scale == 1 else hours / scale
        elif added is not None:
            for row in added.iter_rows(named=True):
                yield {**row, **{name: row[name] / scale for name, scale in self.scales.items() if scale > 1}}
        if self.odd is not None:
            yield from self.odd.iter_rows(named=True)


def _cell(value: object) -> object:
    return None if is_missing(value) else value


def add_up(frame: Lazy) -> FrameSums:
    """
    Add up a table whose columns have the names of an entry's fields.
    """
    types = frame.collect_schema()
    if not is_summable(types):
        return FrameSums(None, frame.collect(), {})
    keys = [name for name in _KEYS if name in types]
    scales = {name: scale_of(types[name]) for name in _AMOUNTS if name in types}
    named = [nw.col("course").is_null()] if "course" in types else []
    summand = nw.all_horizontal(*(fits(name, scale) for name, scale in scales.items()), *named, ignore_nulls=False)
    summand = summand.fill_null(value=False)
    odd = frame.filter(~summand).collect()
    good = frame.filter(summand) if len(odd) else frame
    added = (
        good.with_columns(*(whole(name, scale) for name, scale in scales.items()))
        .group_by(*keys)
        .agg(*(nw.col(name).sum() for name in scales))
        .with_columns(nw.col(name).cast(WHOLE_TYPE) for name in scales)
    )
    sums = added.collect()
    if len(sums) and any(sums[name].max() > MOST * scale for name, scale in scales.items()):
        return FrameSums(None, frame.collect(), {})
    return FrameSums(sums, odd if len(odd) else None, scales)


def is_summable(types: Any) -> bool:  # noqa: ANN401  # a schema of Narwhals
    """
    Whether the key columns (person, year and so on) can be grouped by, and the amounts added up.

    >>> import polars as pl
    >>> is_summable(nw.from_native(pl.DataFrame({"person": ["a"], "hours": [1]})).schema)
    True
    """
    keys = [types[name] for name in _KEYS if name in types]
    amounts = [(name, types[name]) for name in _AMOUNTS if name in types]
    grouped = all(it in (*TEXT_TYPES, nw.Boolean, nw.Float64) or it.is_integer() for it in keys)
    return grouped and all(it.is_integer() or (it == nw.Float64 and name != "days") for name, it in amounts)


def scale_of(dtype: Any) -> int:  # noqa: ANN401  # a type of Narwhals
    """
    Return the scale of an amount of this type: in how many parts of one it is counted.

    >>> scale_of(nw.Float64()), scale_of(nw.Int64())
    (1000, 1)
    """
    return FINE if dtype == nw.Float64 else 1


def fits(name: str, scale: int) -> nw.Expr:
    """
    Return the expression for whether an amount can be added without rounding.
    """
    amount = nw.col(name)
    inside = (amount >= 0) & (amount <= MOST)
    return inside if scale == 1 else inside & (unscaled((amount * scale).round(), scale) == amount)


def unscaled(parts: nw.Expr, scale: int) -> nw.Expr:
    """
    Return the expression that divides by the scale, rounded once.
    """
    # Polars divides by a constant through its reciprocal, which rounds twice: 29900 / 1000 would not be 29.9.
    return parts / (parts * 0 + scale)


def whole(name: str, scale: int) -> nw.Expr:
    """
    Return the expression that counts an amount in whole parts.
    """
    amount = nw.col(name)
    return (amount if scale == 1 else (amount * scale).round()).cast(WHOLE_TYPE)
