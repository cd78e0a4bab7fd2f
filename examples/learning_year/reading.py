"""
From CSV rows to people with their records of learning.

A row is read by the library's own labels, so the headings are those of the
form: 课程名称, 科目, 学时, 天数, 年度, 办理情况 and so on. What cannot be read is
kept as a finding beside the person.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from credrules.findings import Finding
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LearningRecord

WHO: Final = "人员"
NAME: Final = "姓名"


@frozen
class Person:
    """
    One person of the unit: key, name, records, and what was found while reading and merging them.
    """

    key: str
    name: str
    records: tuple[LearningRecord, ...]
    findings: tuple[Finding, ...]


def rows_of(path: Path) -> list[dict[str, str]]:
    """
    Return the rows of a CSV file in UTF-8, with or without a byte order mark.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _grouped(rows: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    groups: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        groups.setdefault(row.get(WHO) or row.get(NAME) or "?", []).append(row)
    return groups


def _records(rows: Iterable[Mapping[str, str]], on: dt.date) -> tuple[tuple[LearningRecord, ...], tuple[Finding, ...]]:
    cells = [{key: cell for key, cell in row.items() if key not in {WHO, NAME}} for row in rows]
    report = learning.check({"records": cells}, on=on)
    assert report.value is not None  # noqa: S101  # a mapping always gives a file
    # The account and the proofs are not in the table; only what stands in its rows is told.
    told = [item for item in (*report.errors, *report.warnings) if item.path[:1] == ("records",)]
    return report.value.records, tuple(item for item in told if item.code != "CE.ATT.EXPECTED")


def people_of(
    rows: Iterable[Mapping[str, str]], site_rows: Iterable[Mapping[str, str]] = (), *, on: dt.date
) -> tuple[Person, ...]:
    """
    Return the people of a unit in the table's order, the learning site's records merged in.

    What the learning site uploaded counts once, be it declared by the person as well.
    """
    own, site = _grouped(rows), _grouped(site_rows)
    people: list[Person] = []
    for key in dict.fromkeys((*own, *site)):
        mine, found = _records(own.get(key, ()), on)
        uploaded, more = _records(site.get(key, ()), on)
        merged = learning.merge_site_records(mine, uploaded)
        name = next((row[NAME] for row in (*own.get(key, ()), *site.get(key, ())) if row.get(NAME)), key)
        people.append(Person(key, name, merged.records, (*found, *more, *merged.findings)))
    return tuple(people)
