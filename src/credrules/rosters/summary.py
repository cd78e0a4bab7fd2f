"""
What a roster looks like as a whole: counts and crosstabs by code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import field, frozen

from credrules import markup
from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.findings import SEVERITY_LABELS, Report
from credrules.leaves import AnyCodeLeaf, CodeLeaf
from credrules.rosters.records.row import RosterRow
from credrules.values import FrozenMap, Lang, Severity

__all__ = ["CROSSTABS", "Crosstab", "Summary", "summarize"]


def __dir__() -> list[str]:
    return sorted(__all__)


CROSSTABS: Final = (("education", "sex"), ("title_level", "sex"), ("title_level", "education"), ("ethnicity", "sex"))
_CODED: Final = tuple(spec for spec in fields_of(RosterRow) if isinstance(spec.leaf, (CodeLeaf, AnyCodeLeaf)))


@frozen
class Crosstab:
    """
    Counts of rows by the codes of two fields; an unreadable or empty cell counts as "".
    """

    row_field: str
    column_field: str
    counts: FrozenMap[tuple[str, str], int]

    def rows(self) -> list[dict[str, Any]]:
        """
        Return plain dicts, ready for a DataFrame: the two codes and the count.
        """
        return [
            {self.row_field: one, self.column_field: other, "count": count}
            for (one, other), count in sorted(self.counts.items())
        ]


@frozen
class Summary:
    """
    Counts over a stream of reports.

    `by_finding` counts findings by code, `by_column` by heading, `by_unit`
    rows with errors by unit, `by_severity` rows by their worst finding
    (a row without any counts under "ok"), `codes` rows by code per coded field.
    """

    total: int
    by_severity: FrozenMap[str, int]
    by_finding: FrozenMap[str, int]
    by_column: FrozenMap[str, int]
    by_unit: FrozenMap[str, int]
    units: FrozenMap[str, int]
    codes: FrozenMap[str, FrozenMap[str, int]]
    crosstabs: tuple[Crosstab, ...] = field(default=())
    changes: int = 0

    def crosstab(self, row_field: str, column_field: str) -> Crosstab:
        """
        Return the crosstab of two fields; KeyError if it was not asked for.
        """
        for item in self.crosstabs:
            if (item.row_field, item.column_field) == (row_field, column_field):
                return item
        raise KeyError((row_field, column_field))

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return plain data for JSON; with `lang`, findings come with their template.
        """
        data: dict[str, Any] = {
            "total": self.total,
            "by_severity": dict(self.by_severity),
            "by_finding": dict(self.by_finding),
            "by_column": dict(self.by_column),
            "by_unit": dict(self.by_unit),
            "units": dict(self.units),
            "codes": {name: dict(counts) for name, counts in self.codes.items()},
            "crosstabs": [
                {"row": item.row_field, "column": item.column_field, "counts": item.rows()} for item in self.crosstabs
            ],
            "changes": self.changes,
        }
        if lang is not None:
            data["wording"] = {code: RULES[code].template(lang) for code in self.by_finding if code in RULES}
        return data

    def _repr_html_(self) -> str:
        rows = [
            (SEVERITY_LABELS[RULES[code].severity].zh, code, RULES[code].zh, count)
            for code, count in self.by_finding.items()
            if code in RULES
        ]
        return markup.table(("程度", "代码", "说明", "次数"), rows, caption=f"共 {self.total} 行")


def _worst(report: Report[Any]) -> str:
    found = {item.severity for item in report.findings}
    return next((level.value for level in Severity if level in found), "ok")


def summarize(reports: Iterable[Report[RosterRow]], *, crosstabs: Iterable[tuple[str, str]] = CROSSTABS) -> Summary:
    """
    Count a stream of reports; only counters are kept.

    `crosstabs` names pairs of coded fields. Counts are sorted, most frequent
    first, so that the same reports give the same summary.

    >>> from datetime import date
    >>> from credrules.rosters import check_rows
    >>> summarize(check_rows([{"姓名": "张三", "性别": "男"}], on=date(2026, 1, 1))).codes["sex"]
    FrozenMap({'1': 1})
    """
    severities: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    bad_units: Counter[str] = Counter()
    units: Counter[str] = Counter()
    coded: dict[str, Counter[str]] = {spec.name: Counter() for spec in _CODED}
    tables = {pair: Counter[tuple[str, str]]() for pair in crosstabs}
    total = changes = 0
    for report in reports:
        total += 1
        changes += len(report.changes)
        severities[_worst(report)] += 1
        findings.update(item.code for item in report.findings)
        columns.update(str(item.path[0]) for item in report.findings if item.path)
        row = report.value
        if row is None:
            continue
        unit = row.unit_name or ""
        units[unit] += 1
        bad_units[unit] += not report.ok
        for name, counter in coded.items():
            counter[getattr(row, name) or ""] += 1
        for (one, other), cross in tables.items():
            cross[getattr(row, one) or "", getattr(row, other) or ""] += 1
    return Summary(
        total,
        _sorted(severities),
        _sorted(findings),
        _sorted(columns),
        _sorted(+bad_units),
        _sorted(units),
        FrozenMap({name: _sorted(counter) for name, counter in coded.items() if set(counter) - {""}}),
        tuple(Crosstab(one, other, FrozenMap(dict(cross))) for (one, other), cross in tables.items()),
        changes,
    )


def _sorted(counter: Mapping[str, int]) -> FrozenMap[str, int]:
    return FrozenMap(dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))))
