"""
Checks and audits of whole frames: pandas, polars, PyArrow and any other frame that Narwhals reads.

The answer is a frame of the same kind. Needs the extra ``frames``; no other part
of the library imports this package or a frame library.

>>> import polars as pl
>>> from datetime import date
>>> from credrules.frames import check_frame
>>> people = pl.DataFrame({"姓名": ["张三"], "性别": ["女"], "身份证号": ["450000199307010014"]})
>>> check_frame(people, on=date(2026, 1, 1)).select("row", "column", "code").rows()
[(1, '性别', 'ROSTER.SEX')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.frames.audits import audit_frame
    from credrules.frames.checks import check_frame

__all__ = ["audit_frame", "check_frame"]
__dir__ = __all__.copy

if not TYPE_CHECKING:
    # So that `help(credrules)` works without the extra.
    __getattr__ = loader(__name__, {"audit_frame": "audits", "check_frame": "checks"})
