"""
A frame of any kind as one `Table`, and answers of the same kind.

References: the API of Narwhals, stable version 2, https://narwhals-dev.github.io/narwhals/.

Limitations: a frame that has a heading twice cannot be read. A frame that is not
computed yet (a polars LazyFrame, a DuckDB relation) is computed here, and the
answer is such a frame again; the order of its rows is its engine's. The first object
that Narwhals does not know makes it look for plug-ins among the installed
distributions, once per process: this is the only reading of files in the library,
and Narwhals does it, not the library.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.typing import IntoDType

from credrules.findings import Finding, finding
from credrules.masking import type_name

__all__ = [
    "TEXT_TYPE",
    "WHOLE_TYPE",
    "Backend",
    "Columns",
    "Eager",
    "Lazy",
    "Table",
    "build",
    "computed",
    "read_table",
    "rows_of",
    "unreadable",
]
__dir__ = __all__.copy

Lazy: TypeAlias = "nw.LazyFrame[Any]"
Eager: TypeAlias = "nw.DataFrame[Any]"
# An `Implementation` of Narwhals; the signatures of Narwhals each take only some of its members.
Backend: TypeAlias = Any
Columns: TypeAlias = Mapping[str, Sequence[object]]


@frozen
class Table:
    """
    What Narwhals reads: the frame as steps still to compute, and what it was before.
    """

    data: Lazy
    source: Backend
    lazy: bool

    def answer(self, frame: Eager) -> Any:  # noqa: ANN401  # of the caller's own kind
        """
        Return a computed frame as the kind the table came in.
        """
        return frame.lazy(backend=self.source).to_native() if self.lazy else frame.to_native()


def read_table(native: object) -> Table | None:
    """
    Read a frame; None for anything else, or for a frame with a heading twice.

    >>> import pyarrow as pa
    >>> read_table(pa.table({"a": [1]})).lazy, read_table(7)
    (False, None)
    """
    try:
        frame = nw.from_native(native)  # type: ignore[call-overload]  # any object may be asked
        table = Table(frame.lazy(), frame.implementation, issubclass(type(frame), nw.LazyFrame))
        table.data.collect_schema()
    except Exception:  # noqa: BLE001  # a foreign object, or its library, may raise anything
        return None
    return table


def computed(table: Table) -> Eager | None:
    """
    Return the computed frame; None if its query fails.
    """
    try:
        return table.data.collect()
    except Exception:  # noqa: BLE001  # the query is the host's, and its library may raise anything
        return None


def rows_of(frame: Eager) -> Iterator[dict[str, object]]:
    """
    Return the rows by heading; a cell without a Python value (a day of the year 20000) becomes a text, not a date.

    >>> import polars as pl
    >>> list(rows_of(nw.from_native(pl.DataFrame({"a": [1, 2]}))))
    [{'a': 1}, {'a': 2}]
    """
    columns = {name: _cells(frame.get_column(name)) for name in frame.columns}
    return (dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True))


def _cells(column: Any) -> Sequence[object]:  # noqa: ANN401  # a series of Narwhals
    if isinstance(column, nw.Series) and column.implementation.is_polars() and not _in_range(column):
        # Asked for such a date, polars panics and prints so.
        fit = _fitting(column)
        return [cell if cell is None or good else _OUT_OF_RANGE for cell, good in zip(*fit, strict=True)]
    try:
        return cast("Sequence[object]", column.to_list())
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  # a panic of Rust is no `Exception`
        return [_cell(column, place) for place in range(len(column))]


_FIRST_DAY: Final = dt.date.min.toordinal() - dt.date(1970, 1, 1).toordinal()
_LAST_DAY: Final = dt.date.max.toordinal() - dt.date(1970, 1, 1).toordinal()
_PER_DAY: Final = {unit: 86_400 * count for unit, count in (("s", 1), ("ms", 10**3), ("us", 10**6), ("ns", 10**9))}


def _bounds(dtype: Any) -> tuple[int, int] | None:  # noqa: ANN401  # a type of Narwhals
    """
    Return the numbers behind the first and the last date that Python has; None for what is no date.
    """
    if dtype == nw.Date:
        return _FIRST_DAY, _LAST_DAY
    if dtype == nw.Datetime:
        size = _PER_DAY[dtype.time_unit]
        return _FIRST_DAY * size, (_LAST_DAY + 1) * size - 1
    return None


def _in_range(column: Any) -> bool:  # noqa: ANN401  # a series of Narwhals
    bounds = _bounds(column.dtype)
    numbers = column.cast(nw.Int64).to_list() if bounds else ()
    return bounds is None or all(number is None or bounds[0] <= number <= bounds[1] for number in numbers)


def _fitting(column: Any) -> tuple[list[object], list[bool]]:  # noqa: ANN401  # a series of Narwhals
    """
    Return the cells with a day that fits wherever one does not, and whether each does.
    """
    low, high = cast("tuple[int, int]", _bounds(column.dtype))
    numbers = column.cast(nw.Int64).to_list()
    good = [number is None or low <= number <= high for number in numbers]
    native = column.to_native()
    fitted = type(native)([number if fits else 0 for number, fits in zip(numbers, good, strict=True)], dtype=None)
    return fitted.cast(native.dtype).to_list(), good


# A cell that cannot be read, as opposed to an empty one.
_OUT_OF_RANGE: Final = "#超出范围"


def _cell(column: Any, place: int) -> object:  # noqa: ANN401  # a series of Narwhals
    try:
        return column[place]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  # a panic of Rust is no `Exception`
        return _OUT_OF_RANGE


def unreadable(native: object) -> Finding:
    """
    Return the finding for an object that is not a frame.

    >>> unreadable(7).message("en").partition(";")[0]
    'this is not a frame that can be read, but int'
    """
    return finding("FRAME.UNREADABLE", kind=type_name(native)[:40])


def build(columns: Columns, schema: Mapping[str, IntoDType | None], *, backend: Backend) -> Eager:
    """
    Return columns as a computed frame; a type of None is left to the frame library.

    >>> build({"a": [1]}, {"a": nw.Int64}, backend=nw.Implementation.POLARS).shape
    (1, 1)
    """
    exact: dict[str, Any] = dict(columns)
    if backend.is_pandas_like():
        # By default, pandas turns whole numbers beside a blank into binary fractions, which changes long ones.
        loose = [name for name, dtype in schema.items() if dtype is None]
        exact |= {name: nw.new_series(name, columns[name], nw.Object, backend=backend) for name in loose}
        schema = {name: nw.Object if name in loose else dtype for name, dtype in schema.items()}
    return nw.from_dict(exact, {**schema}, backend=backend)


TEXT_TYPE: Final = nw.String
WHOLE_TYPE: Final = nw.Int64
