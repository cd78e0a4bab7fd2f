"""
Hours added up by the frame's own engine, without rounding.

Whole numbers are added as they are. Binary fractions are added as whole
thousandths where each is one (7.5, 0.125, and 0.1 by its shortest decimal
form, as the record path reads it); the check is that the thousandths give back
the very number. Everything else is no sum: rows with a missing, negative,
enormous or finer amount, and rows that name their course (the same course
counts once), stay rows.

Limitations: columns of decimals, of 32-bit fractions and of Python objects stay
rows altogether, which is exact and slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.typing import IntoDType

from credrules.frames.tables import TEXT, WHOLE, Eager, Lazy
from credrules.hours.amounts import MOST
from credrules.values import is_missing

PLAIN: Final = ("person", "year", "subject", "hours")
_KEYS: Final = ("person", "year", "subject", "recognised", "tags")
_AMOUNTS: Final = ("hours", "days", "minutes")
FINE: Final = 1000
"""Binary fractions are counted in thousandths."""
NAMES: Final[tuple[Any, ...]] = (TEXT, nw.Categorical, nw.Enum)
"""The types of a column of texts."""


@frozen
class Sums:
    """
    One row per person, year, subject (and more, where told), and the rows that cannot be added.

    `scales` tells for each amount whether it is counted in ones or in thousandths.
    """

    added: Eager | None
    odd: Eager | None
    scales: Mapping[str, int]

    @property
    def plain(self) -> bool:
        """
        Whether nothing but person, year, subject and hours is added up.
        """
        return self.added is not None and set(self.added.columns) == set(PLAIN)

    def rows(self, added: Eager | None) -> Iterator[object]:
        """
        Return sums and odd rows as entries that `hours.audit_many` reads.
        """
        if added is not None and self.plain:
            scale = self.scales["hours"]
            for person, year, subject, hours in added.select(*PLAIN).iter_rows():
                yield _cell(person), _cell(year), _cell(subject), hours if scale == 1 else hours / scale
        elif added is not None:
            for row in added.iter_rows(named=True):
                yield {**row, **{name: row[name] / scale for name, scale in self.scales.items() if scale > 1}}
        if self.odd is not None:
            yield from self.odd.iter_rows(named=True)


def _cell(value: object) -> object:
    return None if is_missing(value) else value


def add_up(frame: Lazy) -> Sums:
    """
    Add up a table whose columns have the names of an entry's fields.
    """
    types = frame.collect_schema()
    amounts = [name for name in _AMOUNTS if name in types]
    keys = [name for name in _KEYS if name in types]
    if not all(map(_is_key, (types[name] for name in keys))) or not all(_is_amount(it, types[it]) for it in amounts):
        return Sums(None, frame.collect(), {})
    scales = {name: FINE if types[name] == nw.Float64 else 1 for name in amounts}
    fits = nw.all_horizontal(*(_fits(name, scales[name]) for name in amounts), *_unnamed(types), ignore_nulls=False)
    fits = fits.fill_null(value=False)
    odd = frame.filter(~fits).collect()
    good = frame.filter(fits) if len(odd) else frame
    whole = good.with_columns(*(_whole(name, scale) for name, scale in scales.items()))
    added = (
        whole.group_by(*keys)
        .agg(*(nw.col(name).sum() for name in amounts))
        .with_columns(nw.col(name).cast(WHOLE) for name in amounts)
    )
    sums = added.collect()
    if len(sums) and any(sums[name].max() > MOST * scale for name, scale in scales.items()):
        return Sums(None, frame.collect(), {})
    return Sums(sums, odd if len(odd) else None, scales)


def _is_key(dtype: Any) -> bool:  # noqa: ANN401  # a type of Narwhals
    return dtype in (*NAMES, nw.Boolean, nw.Float64) or dtype.is_integer()


def _is_amount(name: str, dtype: Any) -> bool:  # noqa: ANN401  # a type of Narwhals
    return dtype.is_integer() or (dtype == nw.Float64 and name != "days")


def _fits(name: str, scale: int) -> nw.Expr:
    amount = nw.col(name)
    inside = (amount >= 0) & (amount <= MOST)
    return inside if scale == 1 else inside & ((amount * scale).round() / scale == amount)


def _whole(name: str, scale: int) -> nw.Expr:
    amount = nw.col(name)
    return (amount if scale == 1 else (amount * scale).round()).cast(WHOLE)


def _unnamed(types: Mapping[str, IntoDType]) -> list[nw.Expr]:
    return [nw.col("course").is_null()] if "course" in types else []
