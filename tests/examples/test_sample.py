"""
The shipped sample: made by its generator, and audited as its truth says.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.examples.conftest import SAMPLE, Audit
from tools.generate_sample_roster import write_all


def _cells(path: Path) -> dict[str, object]:
    book = load_workbook(path)
    return {
        sheet.title: (
            [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()],
            sorted(str(area) for area in sheet.merged_cells.ranges),
        )
        for sheet in book.worksheets
    }


def test_the_sample_is_what_the_generator_writes(tmp_path: Path) -> None:
    """
    CSV and truth byte by byte, the workbook cell by cell (its packing depends on the machine).
    """
    write_all(tmp_path)

    for name in ("roster.csv", "truth.json"):
        assert (SAMPLE / name).read_bytes() == (tmp_path / name).read_bytes()
    assert _cells(SAMPLE / "roster.xlsx") == _cells(tmp_path / "roster.xlsx")


def test_both_forms_hold_the_same_people(truth: Any) -> None:  # noqa: ANN401  # JSON
    """
    The CSV is GBK, and the truth counts its rows as a spreadsheet does.
    """
    text = (SAMPLE / "roster.csv").read_bytes().decode("gb18030")
    sheet = load_workbook(SAMPLE / "roster.xlsx")["花名册"]

    assert truth["people"] == 300
    assert sheet.max_row == truth["footer_rows"][-1]
    assert "序号,姓名,性别" in text


def _is_due(item: Any, sample: Path) -> bool:  # noqa: ANN401  # JSON
    return "only" not in item or sample.suffix == f".{item['only']}"


def test_what_was_spoilt_is_found(audit: Audit, sample: Path, truth: Any) -> None:  # noqa: ANN401  # JSON
    """
    At least 95 % of the seeded problems have a warning or an error in their row and column.
    """
    above = {
        (int(line["row"]), line["column"])
        for line in audit(sample).findings
        if line["severity"] in {"error", "warning"}
    }
    due = [item for item in truth["items"] if item["must"] == "find" and _is_due(item, sample)]
    found = [
        item
        for item in due
        if any((row, " ".join(column.split())) in above for row in item["rows"] for column in item["columns"])
    ]

    assert len(due) > 100
    assert len(found) >= 0.95 * len(due)
    assert {item["kind"] for item in due} == {item["kind"] for item in found}


def test_what_is_only_written_otherwise_is_no_error(audit: Audit, sample: Path, truth: Any) -> None:  # noqa: ANN401  # JSON
    """
    汉 for 汉族, a small x, a date in another notation are read.
    """
    errors = {(int(line["row"]), line["column"]) for line in audit(sample).findings if line["severity"] == "error"}
    read = [item for item in truth["items"] if item["must"] == "read"]
    wrong = [item for item in read if any((item["rows"][0], " ".join(c.split())) in errors for c in item["columns"])]

    assert read
    assert [] == wrong


def test_clean_people_are_left_alone(audit: Audit, sample: Path, truth: Any) -> None:  # noqa: ANN401  # JSON
    """
    Whoever was not spoilt has remarks at most, and their cells are copied as they stood.
    """
    dirty = {row for item in truth["items"] for row in item["rows"]}
    run = audit(sample)
    above = [line for line in run.findings if line["severity"] != "info" and int(line["row"]) not in dirty]

    assert [] == above


def test_nobody_s_number_is_shown_whole(audit: Audit, sample: Path) -> None:
    """
    Report and findings show no whole identity number, certificate number, telephone or address.
    """
    run = audit(sample)
    table = load_workbook(SAMPLE / "roster.xlsx")["花名册"]
    people = list(table.iter_rows(min_row=4, max_row=305, values_only=True))
    secrets = {str(row[place]) for row in people for place in (3, 21, 23, 24) if len(str(row[place] or "")) > 8}
    shown = run.html + (run.out / "findings.csv").read_text(encoding="utf-8-sig") + run.screen

    assert len(secrets) > 800
    assert [] == [number for number in secrets - {"11111111"} if number in shown]


def test_numbers_are_shown_on_request(audit: Audit, sample: Path) -> None:
    """
    With --unmasked the person at the keyboard sees the cells whole, and the page says so.
    """
    run = audit(sample, "--unmasked")

    assert "请按敏感资料保管" in run.html
    assert any(len(line["value"]) >= 17 and line["value"].isdigit() for line in run.findings)
