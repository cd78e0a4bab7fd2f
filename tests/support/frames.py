"""
Frames of every kind for tests, and what they hold as plain rows.
"""

from __future__ import annotations

import importlib.util
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa


def _duckdb(data: dict[str, Any]) -> object:
    import duckdb  # noqa: PLC0415  # in the group `bench`, so perhaps not there

    return duckdb.from_arrow(pa.table(data))


KINDS: dict[str, Any] = {
    "pandas": pd.DataFrame,
    "pandas, nullable": lambda data: pd.DataFrame(data).convert_dtypes(),
    "polars": lambda data: pl.DataFrame(data, strict=False),
    "polars, lazy": lambda data: pl.DataFrame(data, strict=False).lazy(),
    "PyArrow": pa.table,
    "PyArrow, large texts": lambda data: pl.DataFrame(data, strict=False).to_arrow(),
    **({"DuckDB": _duckdb} if importlib.util.find_spec("duckdb") else {}),
}


def plain(frame: Any) -> list[tuple[object, ...]]:  # noqa: ANN401  # any kind of frame
    """
    Return a frame's rows with None for what is missing.
    """
    if isinstance(frame, pd.DataFrame):
        return [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False)]
    if isinstance(frame, pa.Table):
        return [tuple(row.values()) for row in frame.to_pylist()]
    if isinstance(frame, pl.LazyFrame):
        return frame.collect().rows()
    return frame.rows() if isinstance(frame, pl.DataFrame) else frame.fetchall()


def cells(frame: Any) -> list[dict[str, object]]:  # noqa: ANN401  # any kind of frame
    """
    Return a frame's rows as its own library gives them.
    """
    if isinstance(frame, pd.DataFrame):
        return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False)]
    if isinstance(frame, pa.Table):
        rows: list[dict[str, object]] = frame.to_pylist()
        return rows
    if isinstance(frame, pl.LazyFrame):
        return frame.collect().to_dicts()
    return frame.to_dicts() if isinstance(frame, pl.DataFrame) else frame.to_arrow_table().to_pylist()
