"""
Rosters: random rows of an invented office, whole frames, and the samples that are shipped.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from credrules import hours, rosters
from credrules.systems import guangdong_learning
from tests.support import office
from tools.comparing import told
from tools.comparing.slips import Rng, ruined, spoilt
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

ON: Final = dt.date(2025, 6, 30)
_STREAM: Final = 100
_FRAME: Final = 60
_HEADING: Final = "姓名"
_LEARNT: Final = {
    "课程名称": "course", "科目": "subject", "学时": "hours", "天数": "days", "年度": "year", "考核结果": "assessment",
    "来源": "route", "办理情况": "state", "施教机构": "provider",
}  # fmt: skip


def _row(world: World, number: int) -> tuple[Rng, str, Any]:
    rng = world.rng("rosters", number)
    row: Any = office.person(rng, number, rng.choice(office.STYLES))
    if rng.random() < 0.3:
        # The cells of an example bring its rule within reach.
        given = rng.choice(world.examples("rosters.row"))["row"]
        row |= given if isinstance(given, dict) else {}
    draw = rng.random()
    kind = "clean" if draw < 0.3 else "near" if draw < 0.85 else "hostile"
    if kind == "near":
        for name in rng.sample(sorted(office.DIRT), rng.randint(1, 2)):
            row = _dirty(row, name)
        row = spoilt(rng, row) if rng.random() < 0.4 else row
    row = office.in_words(row, rng.choice(("office", "office", "bureau", "english")))
    return rng, kind, ruined(rng, row) if kind == "hostile" else row


def _dirty(row: dict[str, Any], name: str) -> dict[str, Any]:
    try:
        return office.DIRT[name][1](row)
    except (AttributeError, IndexError, TypeError, ValueError):
        return row  # the dirt before has left nothing that this one could spoil


def roster_rows(world: World) -> Iterator[Case]:
    """
    Ask about rows alone, and about streams of a hundred.
    """
    count = world.share(35)
    with_hours = rosters.PROFILE.switch(hours="CN-GD", hours_year=2024)
    block: list[Any] = []
    for number in range(count):
        rng, kind, row = _row(world, number)
        profile = with_hours if rng.random() < 0.5 else rosters.PROFILE
        facets = Facets()
        report = facets.ask("check_row", lambda: rosters.check_row(row, on=ON, profile=profile))
        if report is not None:
            if number % 3 == 0:
                facets.ask("in words", lambda: report, told.in_words)
            if any(item.suggestion is not None for item in report.findings):
                facets.ask("repaired", report.repaired)
        yield f"{number} {kind}", facets
        block.append(row)
        if kind != "hostile" and rng.random() < 0.05:
            block.append(spoilt(rng, row))  # somebody who is there already, with slips
        if len(block) >= _STREAM or number == count - 1:
            yield f"rows to {number}", _stream(block)
            block = []


def _stream(rows: list[Any]) -> Facets:
    facets = Facets()
    reports = facets.ask("check_rows", lambda: list(rosters.check_rows(rows, on=ON)), _findings)
    _summary(facets, reports or ())
    return facets


def _findings(reports: Iterable[Any]) -> object:
    return [told.findings(report.findings) for report in reports]


def _summary(facets: Facets, reports: Iterable[Any]) -> None:
    summary = facets.ask("summarize", lambda: rosters.summarize(reports), repr)
    if summary is not None:
        facets.ask("summary, html", summary._repr_html_)  # what a notebook calls


def _headings(match: Any) -> object:  # noqa: ANN401  # what became of headings
    return {"fields": told.plain(match.fields), "repr": repr(match)}


# --- frames ---------------------------------------------------------------------


def frames(world: World) -> Iterator[Case]:
    """
    Ask about whole frames of pandas and polars.
    """
    for number in range(max(2, world.count // 2_000)):
        rng = world.rng("frames", number)
        words = rng.choice(("office", "bureau", "english"))
        rows = [_flat(rng, office.person(rng, place, "%Y-%m"), words) for place in range(_FRAME)]
        columns = {name: [row.get(name) for row in rows] for name in rows[0]}
        yield f"{number} {words}", _framed(columns)


def _flat(rng: Rng, row: dict[str, Any], words: str) -> dict[str, Any]:
    if rng.random() < 0.5:
        row = _dirty(row, rng.choice(sorted(office.DIRT)))
    cells = {name: None if cell is None else str(cell) for name, cell in row.items()}
    return office.in_words(cells, words)


def _framed(columns: dict[str, list[Any]]) -> Facets:
    import pandas as pd  # noqa: PLC0415  # heavy, and only needed here
    import polars as pl  # noqa: PLC0415  # as pandas

    from credrules.frames import check_frame  # noqa: PLC0415  # loads Narwhals

    facets = Facets()
    kinds: dict[str, Any] = {"pandas": pd.DataFrame(columns), "polars": pl.DataFrame(columns, strict=False)}
    for name, frame in kinds.items():
        facets.ask(name, lambda: check_frame(frame, on=ON), _cells)
    facets.ask("no frame", lambda: check_frame(columns, on=ON), told.plain)
    return facets


def _cells(frame: Any) -> object:  # noqa: ANN401  # a frame of either kind
    rows = frame.to_dict("records") if hasattr(frame, "itertuples") else frame.to_dicts()
    # What is missing is None in one kind and NaN in the other.
    return [{key: None if cell != cell else cell for key, cell in row.items()} for row in rows]  # noqa: PLR0124  # NaN


# --- samples --------------------------------------------------------------------


def samples(world: World) -> Iterator[Case]:
    """
    Ask about the tables that are shipped with the examples.
    """
    folder = world.samples / "roster_audit" / "sample"
    with (folder / "roster.csv").open(encoding="gb18030", newline="") as lines:
        yield from _roster("roster.csv", list(csv.reader(lines)))
    yield from _roster("roster.xlsx", _workbook(folder / "roster.xlsx"))
    yield from _learning_year(world.samples / "learning_year" / "sample")


def _workbook(path: Path) -> list[Any]:
    from openpyxl import load_workbook  # noqa: PLC0415  # only needed here

    sheet = load_workbook(path, data_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def _roster(name: str, lines: list[Any]) -> Iterator[Case]:
    first = next(place for place, line in enumerate(lines) if _HEADING in line)
    headings = ["" if cell is None else str(cell) for cell in lines[first]]
    rows = [dict(zip(headings, line, strict=False)) for line in lines[first + 1 :]]
    facets = Facets()
    match = facets.ask("match_columns", lambda: rosters.match_columns(headings), _headings)
    reports = facets.ask("check_rows", lambda: list(rosters.check_rows(rows, on=ON, columns=match)), len) or ()
    _summary(facets, reports)
    yield name, facets
    for number, (row, report) in enumerate(zip(rows, reports, strict=True)):
        facets = Facets()
        facets.ask("of the stream", lambda: report)
        facets.ask("repaired", report.repaired)
        facets.ask("check_row", lambda: rosters.check_row(row, on=ON))
        yield f"{name} {number}", facets
    texts = {name: [None if row.get(name) is None else str(row[name]) for row in rows] for name in headings if name}
    yield f"{name} as a frame", _framed(texts)


def _learning_year(folder: Path) -> Iterator[Case]:
    people: dict[str, dict[str, list[Any]]] = {}
    for name in ("records", "site"):
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                people.setdefault(row["人员"], {"records": [], "site": []})[name].append(row)
    year = json.loads((folder / "truth.json").read_text("utf-8"))["year"]
    rule = hours.requirement("CN-GD", year=year)
    for who, rows in people.items():
        facets = Facets()
        typed, site = ([_record(facets, row) for row in rows[name]] for name in ("records", "site"))
        merged = facets.ask("merge", lambda: guangdong_learning.merge_site_records(typed, site))
        facets.ask("annual_result", lambda: guangdong_learning.annual_result(merged.records, year=year))
        facets.ask("can_print", lambda: guangdong_learning.can_print_certificate(merged.records, year=year))
        facets.ask("audit", lambda: hours.audit(rows["records"], requirement=rule))
        yield f"learning_year {who}", facets


def _record(facets: Facets, row: dict[str, Any]) -> Any:  # noqa: ANN401  # a record of learning
    data = {"records": [{name: row[heading] for heading, name in _LEARNT.items()}]}
    report = facets.ask(f"check {len(facets)}", lambda: guangdong_learning.check(data, on=ON))
    return report.value.records[0]
