"""
From a CSV file to people with their records of learning.

A row is read by the library's own labels, so the headings are those of the
form: 课程名称, 科目, 学时, 天数, 年度, 办理情况 and so on, in any order, with or
without spaces, under a title line or not. Who the row is of stands under 人员,
工号 or 身份证号, else under 姓名. A file that is no such table is refused in
words; a cell that cannot be read is told with its line, and the person is then
left to be judged by hand instead of called short.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from credrules.fields import heading_key, names_of
from credrules.findings import Finding
from credrules.masking import shown_text
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LearningRecord
from credrules.values import Severity
from sheets.text import Sheet, UnreadableError, bytes_of, cells_of, sheet_of, text_of

WHO: Final = ("人员", "人员编号", "工号", "身份证号", "身份证号码")
NAME: Final = ("姓名", "人员姓名")
NOBODY: Final = "（未写姓名）"
# What decides how much a record counts, for what and when.
_COUNTED: Final = frozenset({"subject", "hours", "days", "year", "state"})


@frozen
class Row:
    """
    One row: its line in the file, who it is of, and the record's cells.
    """

    line: int
    key: str
    name: str
    cells: Mapping[str, str]


@frozen
class Table:
    """
    The rows of a file, the headings no field has, and whether a column tells what is recognised.

    `aside` are lines that are no records, `assumed` those that belong to the person above since they name nobody.
    """

    rows: tuple[Row, ...] = ()
    unused: tuple[str, ...] = ()
    states: bool = True
    aside: tuple[int, ...] = ()
    assumed: tuple[int, ...] = ()


@frozen
class Told:
    """
    Something found while reading, and the line it is of; no line when it is of the merged records.
    """

    line: int | None
    finding: Finding

    @property
    def text(self) -> str:
        """
        The finding in words, with its line.
        """
        return ("" if self.line is None else f"第 {self.line} 行：") + self.finding.message()


@frozen
class Person:
    """
    One person of the unit: key, name, records, and what was found while reading and merging them.
    """

    key: str
    name: str
    records: tuple[LearningRecord, ...]
    told: tuple[Told, ...]

    @property
    def unread(self) -> tuple[Told, ...]:
        """
        What kept a record from counting.
        """
        return tuple(item for item in self.told if item.finding.severity is Severity.ERROR and _counts(item.finding))


def _counts(item: Finding) -> bool:
    return len(item.path) > 2 and item.path[2] in _COUNTED


def rows_of(path: Path) -> Table:
    """
    Return the table of a file, blank rows left out; raises UnreadableError and what opening a file raises.
    """
    sheet = sheet_of(text_of(bytes_of(path)), _column, wanted="姓名、课程名称、科目、学时、年度")
    return _table(sheet, tuple(map(_column, sheet.headings)))


def _column(heading: str) -> str:
    # "who" and "name", a field of the record, or nothing.
    key = heading_key(heading)
    fixed = {**dict.fromkeys(map(heading_key, WHO), "who"), **dict.fromkeys(map(heading_key, NAME), "name")}
    return fixed.get(key) or names_of(LearningRecord).get(key) or ""


def _table(sheet: Sheet, columns: tuple[str, ...]) -> Table:
    lacking = [
        words
        for names, words in (
            ({"who", "name"}, "姓名"),
            ({"subject"}, "科目"),
            ({"hours", "days"}, "学时或天数"),
            ({"year"}, "年度"),
        )
        if names.isdisjoint(columns)
    ]
    if lacking:
        summed = "科目" in lacking and any("学时" in cell for cell in sheet.headings)
        hint = "；按人汇总的名册请用 roster_audit --hours" if summed else ""
        raise UnreadableError(f"表头里没有{'、'.join(lacking)}{hint}")
    rows: list[Row] = []
    assumed: list[int] = []
    for number, cells in sheet.lines:
        row = _row(number, columns, cells)
        if row.key == NOBODY and rows:
            # A name that was merged over several lines is left in the first of them.
            row = evolve(row, key=rows[-1].key, name=rows[-1].name)
            assumed.append(number)
        rows.append(row)
    unused = (cell.strip() for cell, name in zip(sheet.headings, columns, strict=True) if not name and cell.strip())
    return Table(tuple(rows), tuple(unused), "state" in columns, sheet.aside, tuple(assumed))


def _row(number: int, columns: tuple[str, ...], cells: tuple[str, ...]) -> Row:
    found = cells_of(number, columns, cells)
    name = _unless_ditto(found.pop("name", ""))
    key = _unless_ditto(found.pop("who", "")) or name
    # Who has no name is told by the key, which may be an identity number.
    return Row(number, key or NOBODY, shown_text(name or key) or NOBODY, found)


def _unless_ditto(cell: str) -> str:
    return "" if cell.strip() in _DITTO else cell.strip()


_DITTO: Final = frozenset({"〃", "″", "”", "同上", "如上", "上同"})


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.key, []).append(row)
    return groups


def _records(rows: Sequence[Row], on: dt.date) -> tuple[tuple[LearningRecord, ...], tuple[Told, ...]]:
    report = learning.check({"records": [row.cells for row in rows]}, on=on)
    assert report.value is not None  # noqa: S101  # a mapping always gives a file
    # The account and the proofs are not in the table; only what stands in its rows is told.
    found = [item for item in (*report.errors, *report.warnings) if item.path[:1] == ("records",)]
    unread = {item.path for item in found if item.code == "CE.F.HOURS"}
    told = [
        Told(rows[item.path[1]].line if len(item.path) > 1 and isinstance(item.path[1], int) else None, item)
        for item in found
        # A cell that cannot be read is not empty.
        if item.code != "CE.ATT.EXPECTED" and not (item.code == "CE.F.NO_HOURS" and item.path in unread)
    ]
    return report.value.records, tuple(told)


def people_of(rows: Iterable[Row], site_rows: Iterable[Row] = (), *, on: dt.date) -> tuple[Person, ...]:
    """
    Return the people of a unit in the table's order, the learning site's records merged in.

    What the learning site uploaded counts once, be it declared by the person as well.
    """
    own, site = _grouped(rows), _grouped(site_rows)
    people: list[Person] = []
    for key in dict.fromkeys((*own, *site)):
        mine, found = _records(own.get(key, []), on)
        uploaded, more = _records(site.get(key, []), on)
        merged = learning.merge_site_records(mine, uploaded)
        name = (own.get(key) or site[key])[0].name
        people.append(Person(key, name, merged.records, (*found, *more, *(Told(None, it) for it in merged.findings))))
    return tuple(people)
