"""
The roster check of a whole frame: one row per finding.

Rows are passed to `rosters.check_table` one by one, so a frame, a stream and a
single row give the same findings; nothing is judged here.

References: `credrules.rosters`.

Limitations: a finding about a whole row (a blank one) names no column. Identity
numbers stored as floating point have lost their last digits before they are
read here; they are reported, not guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar, cast

from credrules import rosters
from credrules.engine import Profile
from credrules.findings import Finding, language
from credrules.frames.tables import TEXT_TYPE, WHOLE_TYPE, build, computed, read_table, rows_of, unreadable
from credrules.rosters.veiled import veiled_heading
from credrules.values import LANGS, Lang

__all__ = ["FrameT", "check_frame"]
__dir__ = __all__.copy

FrameT = TypeVar("FrameT")

_HEAD: Final = ("row", "column", "field", "code", "severity")


def check_frame(
    df: FrameT,
    *,
    on: dt.date,
    columns: rosters.ColumnMatch | None = None,
    profile: Profile = rosters.PROFILE,
    lang: Lang | None = None,
) -> FrameT:
    """
    Check a roster; return a frame of the same kind with one row per finding, in the order of the rows.

    `columns` and `profile` are those of `rosters.check_table`, and so are the
    findings; those of the table itself come first. The answer's columns are
    ``row`` (counted from one, without the heading; missing for the table
    itself), ``column`` (the heading as written; missing when the finding is
    about the whole row or table), ``field``, ``code``, ``severity``,
    ``message_zh`` and ``message_en`` (with `lang`, one column ``message``),
    and ``suggestion`` as text. Identifiers are masked, suggestions too.

    Raises only for a language other than zh and en. If `df` is not a frame, the
    answer is a plain dict of columns with the one finding FRAME.UNREADABLE.

    >>> import polars as pl
    >>> people = pl.DataFrame({"姓名": ["张三", " 李四"], "身份证号": ["450000199307010014", "450000199307010013"]})
    >>> found = check_frame(people, on=dt.date(2026, 1, 1), lang="en")
    >>> found["row", "column", "code", "suggestion"].rows()
    [(2, '姓名', 'TEXT.EXTRA_SPACE', '李四'), (2, '身份证号', 'CITIZEN_ID.CHECK_DIGIT', None)]
    >>> check_frame(7, on=dt.date(2026, 1, 1))["code"]
    ['FRAME.UNREADABLE']
    """
    names = (*_HEAD, *(["message"] if lang and language(lang) else [f"message_{item}" for item in LANGS]), "suggestion")
    table = read_table(df)
    frame = None if table is None else computed(table)
    if table is None or frame is None:
        return cast("FrameT", _columns(names, [_row(None, unreadable(df), None, lang)]))
    checked = rosters.check_table(frame.columns, rows_of(frame), on=on, columns=columns, profile=profile)
    found = _columns(names, _rows(checked, lang=lang))
    # Whole numbers of pandas have no blank beside them.
    loose = frame.implementation.is_pandas_like() and None in found["row"]
    types = {name: TEXT_TYPE if name != "row" else None if loose else WHOLE_TYPE for name in names}
    return cast("FrameT", table.answer(build(found, types, backend=frame.implementation)))


def _rows(checked: rosters.TableReport, *, lang: Lang | None) -> Iterator[tuple[object, ...]]:
    for item in checked.table:
        yield _row(None, item, checked.columns, lang)
    for number, report in enumerate(checked.rows, start=1):
        for item in report.findings:
            yield _row(number, item, checked.columns, lang)


def _row(number: int | None, item: Finding, match: rosters.ColumnMatch | None, lang: Lang | None) -> tuple[object, ...]:
    heading = str(item.path[0]) if item.path else None
    field = _field_of(heading, match) if match is not None and heading is not None else None
    messages = [item.message(it) for it in ((lang,) if lang else LANGS)]
    return number, heading, field, item.code, item.severity.value, *messages, _suggested(item)


def _field_of(heading: str, match: rosters.ColumnMatch) -> str | None:
    # The path of a heading that contains a secret is masked.
    return next((name for known, name in match.fields.items() if heading in {known, veiled_heading(known)}), None)


def _suggested(item: Finding) -> str | None:
    shown: Any = item.to_dict()["suggestion"]
    if shown is None:
        return None
    return "、".join(map(str, shown)) if isinstance(shown, list) else str(shown)


def _sound(cell: str) -> str:
    # Frame libraries reject a lone surrogate.
    return cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")


def _columns(names: Iterable[str], rows: Iterable[tuple[object, ...]]) -> dict[str, list[object]]:
    columns: dict[str, list[object]] = {name: [] for name in names}
    lists = tuple(columns.values())
    for row in rows:
        for column, cell in zip(lists, row, strict=True):
            column.append(_sound(cell) if type(cell) is str else cell)
    return columns
