"""
What a roster looks like as a whole: counts and crosstabs by code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, field, frozen

from credrules import markup
from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.findings import SEVERITY_LABELS, Finding, Report, language
from credrules.leaves import AnyCodeLeaf, CodeLeaf
from credrules.lists import listed
from credrules.masking import shown_key, shown_text
from credrules.rosters.column import Column, shown_heading
from credrules.rosters.columns import ColumnMatch
from credrules.rosters.records.row import RosterRow
from credrules.values import FrozenMap, Lang, Severity

__all__ = ["CROSSTABS", "NOT_CHECKED", "Counting", "Crosstab", "Summary", "summarize"]
__dir__ = __all__.copy

CROSSTABS: Final = (("education", "sex"), ("title_level", "sex"), ("title_level", "education"), ("ethnicity", "sex"))
NOT_CHECKED: Final = "not_checked"
_BLANK: Final = "ROSTER.BLANK_ROW"
_MOST_SHOWN: Final = 20
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
    (a row without any counts under "ok", a row of which nothing was read under
    "not_checked"), `codes` rows by code per coded field. Units, codes and
    crosstabs count rows that were checked.
    The summary of a table also has its `columns` and the findings on the `table`.
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
    table: tuple[Finding, ...] = ()
    columns: ColumnMatch | None = None

    @property
    def unchecked(self) -> tuple[Column, ...]:
        """
        The columns that were not understood; also empty if the summary was made without columns.
        """
        return self.columns.not_understood if self.columns is not None else ()

    @property
    def all_passed(self) -> bool:
        """
        Whether rows were checked, all of them and the table are in order, and every column and filled row was read.
        """
        found = [item for item in self.table if item.severity is not Severity.INFO]
        whole = self.not_checked == self.by_finding.get(_BLANK, 0) and not self._unknown
        return bool(self.checked) and not found and whole and self.fine == self.checked

    @property
    def _unknown(self) -> int:
        # Of a stream of rows the columns are told with the first report.
        return len(self.unchecked) if self.columns is not None else self.by_finding.get("ROSTER.COLUMN_UNKNOWN", 0)

    @property
    def not_checked(self) -> int:
        """
        Rows that were not checked: blank ones, and those of which nothing could be read.
        """
        return self.by_severity.get(NOT_CHECKED, 0)

    @property
    def checked(self) -> int:
        """
        Rows that were checked.
        """
        return self.total - self.not_checked

    @property
    def fine(self) -> int:
        """
        Rows that were checked and have neither an error nor a warning.
        """
        return self.by_severity.get("ok", 0) + self.by_severity.get(Severity.INFO.value, 0)

    def verdict(self, lang: Lang = "zh") -> str:
        """
        Say what was checked and what was not; all is well only if nothing was left out.

        >>> Summary(0, *[FrozenMap()] * 6).verdict("en")
        'no row was checked'
        """
        zh = language(lang) == "zh"
        said = [item.message(lang) for item in self.table if item.severity is Severity.ERROR]
        if not self.checked:
            said.append("没有检查任何行" if zh else "no row was checked")
        elif self.all_passed:
            said.append(f"{self.checked} 行全部通过" if zh else f"all {self.checked} rows passed")
        else:
            rest = self.checked - self.fine
            said.append(
                f"检查了 {self.checked} 行，{rest} 行有问题或疑点"
                if zh
                else f"{self.checked} rows checked, {rest} with errors or doubts"
            )
        if self.not_checked:
            said.append(f"{self.not_checked} 行没有检查" if zh else f"{self.not_checked} rows not checked")
        said += [item.message(lang) for item in self.table if item.code == "ROSTER.COLUMN_ABSENT"]
        if self._unknown:
            names = "、".join(column.text or "—" for column in self.unchecked[:_MOST_SHOWN])
            words = (
                f"有 {self._unknown} 列没有看懂、没有检查"
                if zh
                else f"{self._unknown} columns were not understood and not checked"
            )
            said.append(words if not names else f"{words}：{names}" if zh else f"{words}: {names}")
        return "；".join(said) if zh else "; ".join(said)

    def crosstab(self, row_field: str, column_field: str) -> Crosstab:
        """
        Return the crosstab of two fields; KeyError if it was not asked for.
        """
        for item in self.crosstabs:
            if (item.row_field, item.column_field) == (row_field, column_field):
                return item
        raise KeyError((shown_key(row_field), shown_key(column_field)))

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
        if self.columns is not None:
            data["table"] = [item.to_dict(lang) for item in self.table]
            data["columns"] = self.columns.to_dict()["columns"]
        if lang is not None:
            data["wording"] = {code: RULES[code].template(language(lang)) for code in self.by_finding if code in RULES}
        return data

    def _repr_html_(self) -> str:
        rows = [
            (SEVERITY_LABELS[RULES[code].severity].zh, code, RULES[code].zh, count)
            for code, count in self.by_finding.items()
            if code in RULES
        ]
        caption = "；".join(filter(None, ("" if self.columns else f"共 {self.total} 行", self.verdict("zh"))))
        return markup.table(("程度", "代码", "说明", "次数"), rows, caption=caption)


def _worst(report: Report[Any]) -> str:
    if report.value is None:
        # Blank, no row at all, or nothing of it was understood: whatever its findings, nobody was checked.
        return NOT_CHECKED
    found = {item.severity for item in report.findings}
    return next((level.value for level in Severity if level in found), "ok")


@define
class Counting:
    """
    Counts reports one by one; only counters are kept.
    """

    pairs: tuple[tuple[str, str], ...] = CROSSTABS
    total: int = 0
    changes: int = 0
    severities: Counter[str] = field(factory=Counter)
    findings: Counter[str] = field(factory=Counter)
    columns: Counter[str] = field(factory=Counter)
    bad_units: Counter[str] = field(factory=Counter)
    units: Counter[str] = field(factory=Counter)
    coded: dict[str, Counter[str]] = field(factory=lambda: {spec.name: Counter() for spec in _CODED})
    tables: dict[tuple[str, str], Counter[tuple[str, str]]] = field(factory=dict)

    def add(self, report: Report[RosterRow]) -> None:
        """
        Count one report.
        """
        self.total += 1
        self.changes += len(report.changes)
        self.severities[_worst(report)] += 1
        self.findings.update(item.code for item in report.findings)
        self.columns.update(shown_heading(item.path[0]) for item in report.findings if item.path)
        row = report.value
        if row is None:
            return
        unit = shown_text(row.unit_name or "")
        self.units[unit] += 1
        self.bad_units[unit] += not report.ok
        for name, counter in self.coded.items():
            counter[getattr(row, name) or ""] += 1
        for one, other in self.pairs:
            cross = self.tables.setdefault((one, other), Counter())
            cross[getattr(row, one) or "", getattr(row, other) or ""] += 1

    def summary(self) -> Summary:
        """
        Return the counts so far, most frequent first, so that the same reports give the same summary.
        """
        return Summary(
            self.total,
            _sorted(self.severities),
            _sorted(self.findings),
            _sorted(self.columns),
            _sorted(+self.bad_units),
            _sorted(self.units),
            FrozenMap({name: _sorted(counter) for name, counter in self.coded.items() if set(counter) - {""}}),
            tuple(
                Crosstab(one, other, FrozenMap(self.tables.get((one, other), Counter()))) for one, other in self.pairs
            ),
            self.changes,
        )


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
    counting = Counting(tuple(item for item in crosstabs))
    for report in listed(reports):
        if isinstance(report, Report):
            counting.add(report)
    return counting.summary()


def _sorted(counter: Mapping[str, int]) -> FrozenMap[str, int]:
    return FrozenMap(dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))))
