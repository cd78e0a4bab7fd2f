"""
Which cells may be rewritten without asking, and why.

A repair comes from a finding that carries a suggestion and points at one cell. What is only worth a remark
(大学本科 for 大学本科教育, 1993.07 for 1993-07) stays as written, unless the person asked for one spelling
throughout; sex, ethnicity and the layout of texts are unified always. The row is checked again with the
repairs in place; a repair that brings a new error is dropped. Formulas are left alone.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from credrules.catalogue import RULES
from credrules.findings import Finding, Path, Report
from credrules.text import normalize
from credrules.values import LANGS, Label, Lang, Severity
from roster_audit.table import Column, Layout


@frozen
class CellChange:
    """
    One rewritten cell: where, what stood there, what stands there now, and the reason.

    `codes` are the findings it answers, `from_row` is the row a merged cell's value was taken from, 0 for
    every other repair.
    """

    row: int
    column: Column
    before: object
    after: object
    why: Label
    codes: tuple[str, ...] = ()
    from_row: int = 0

    @property
    def kind(self) -> Label:
        """
        The reason without what is special to the cell, so like repairs can be counted together.
        """
        if self.from_row:
            return MERGED
        zh, en = ([_general(code, lang) for code in self.codes] for lang in LANGS)
        return Label("；".join(zh), "; ".join(en))


_GAP: Final = re.compile(r"\{[^{}]*\}")


def _general(code: str, lang: Lang) -> str:
    # The first clause names the problem; the rest says what to do, which is done here.
    return re.split("[；;]", _GAP.sub("…", RULES[code].template(lang)))[0]


_NAMES: Final = frozenset({"CODE.ALIAS", "CODE.FORMER_NAME"})
_ALWAYS: Final = frozenset({"sex", "ethnicity"})
"""Fields in which every form asks for the standard's own wording."""

MERGED: Final = Label("合并单元格补全", "filled from the merged cell")


def filling(row: int, column: Column, before: object, after: object, from_row: int) -> CellChange:
    """
    Return the change that gives a row its share of a merged cell.
    """
    why = Label(f"合并单元格：取自第 {from_row} 行", f"merged cell: taken from row {from_row}")
    return CellChange(row, column, before, after, why, (), from_row)


def _writable(value: object) -> object | None:
    """
    Return a suggestion as a cell can hold it, None for one that is no single value.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (float, Decimal)):
        return str(value)
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if callable(isoformat) and not isinstance(value, dt.time) else None


_PROTECTED: Final = re.compile(r'="([^"]*)"')


def _without_harm(before: object, value: object) -> object | None:
    """
    Return a repair as it may be written; None for one that would make a formula of a text.

    A number that was protected as ``="4500…"`` stays so: without, a spreadsheet
    rounds it.

    >>> _without_harm(" =1+1", "=1+1"), _without_harm('="45 "', "45")
    (None, '="45"')
    """
    if not isinstance(value, str):
        return value
    if isinstance(before, str) and _PROTECTED.fullmatch(before.strip()) and '"' not in value:
        return f'="{value}"'
    starts = unicodedata.normalize("NFKC", value).lstrip()[:1]
    return None if starts in _FORMULA_STARTS and starts else value


_FORMULA_STARTS: Final = frozenset("=+-@\t\r")


def _wanted(item: Finding, field: str, *, tidy: bool) -> bool:
    """
    Tell whether a finding asks for a repair, beside having one to offer.
    """
    if item.asks:
        return False
    remark = item.severity is Severity.INFO
    return not remark or tidy or field in _ALWAYS or item.code in {"TEXT.CASE", "TEXT.PUNCTUATION"}


def repairs(
    report: Report[Any], line: int, layout: Layout, is_formula: Callable[[int, int], bool], *, tidy: bool = False
) -> list[CellChange]:
    """
    Return the safe repairs of one row, in the order of its columns.
    """
    columns, fields = layout.by_heading, layout.matched.fields
    wanted: dict[str, tuple[object, list[Finding]]] = {}
    renamed = {item.path for item in report.findings if item.code in _NAMES}
    raw: Mapping[Any, Any] = report.raw if isinstance(report.raw, Mapping) else {}
    for item in report.findings:
        value = _writable(item.suggestion)
        if item.path in renamed and not tidy and isinstance(cell := raw.get(item.path[0]), str):
            # 大专 with a blank becomes 大专, not the standard's 大学专科教育.
            value = normalize(cell)[0]
        if value is None or len(item.path) != 1 or item.path[0] not in raw or item.path[0] not in columns:
            continue
        heading = str(item.path[0])
        column = columns[heading]
        if is_formula(line, column.index) or value == raw[heading]:
            continue
        if not _wanted(item, fields.get(heading, ""), tidy=tidy):
            continue
        safe = _without_harm(raw[heading], value)
        if safe is None or safe == raw[heading]:
            continue
        value = safe
        kept = wanted.setdefault(heading, (value, []))
        if kept[0] == value:
            kept[1].append(item)
    good = _verified(report, raw, wanted)
    return [
        CellChange(
            line,
            columns[heading],
            raw[heading],
            value,
            Label(
                "；".join(dict.fromkeys(item.message("zh") for item in items)),
                "; ".join(dict.fromkeys(item.message("en") for item in items)),
            ),
            tuple(dict.fromkeys(item.code for item in items)),
        )
        for heading, (value, items) in sorted(good.items(), key=lambda pair: columns[pair[0]].index)
    ]


def _verified(
    report: Report[Any], raw: Mapping[Any, Any], wanted: dict[str, tuple[object, list[Finding]]]
) -> dict[str, tuple[object, list[Finding]]]:
    """
    Keep the repairs after which the row has no error it did not have before.

    First all together, as they usually are; if that brings an error, one by one.
    """
    if not wanted or report.rerun is None:
        return wanted
    before = _errors(report)

    def harmless(values: Mapping[str, object]) -> bool:
        again = report.rerun({**raw, **values}) if report.rerun else report
        return _errors(again) <= before

    together = {heading: value for heading, (value, _) in wanted.items()}
    if harmless(together):
        return wanted
    return {heading: pair for heading, pair in wanted.items() if harmless({heading: pair[0]})}


def _errors(report: Report[Any]) -> set[tuple[str, Path]]:
    return {(item.code, item.path) for item in report.findings if item.severity is Severity.ERROR}
