"""
The repaired copy: every change is listed, nothing else is changed, and the original is untouched.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from roster_audit import copies
from tests.examples.conftest import SAMPLE, Audit


def _csv(path: Path, encoding: str = "utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


def test_the_csv_copy_differs_where_the_list_says(audit: Audit) -> None:
    """
    Before and after of every listed change are the cells of original and copy; all other cells are equal.
    """
    original = (SAMPLE / "roster.csv").read_bytes()
    run = audit(SAMPLE / "roster.csv")
    before, after = _csv(SAMPLE / "roster.csv", "gb18030"), _csv(run.out / "repaired.csv")
    differences = {
        (row, place, old, new)
        for row, (olds, news) in enumerate(zip(before, after, strict=True), 1)
        for place, (old, new) in enumerate(zip(olds, news, strict=True))
        if old != new
    }
    head, *changes = _csv(run.out / "changes.csv")

    assert ["行", "列", "列名", "原内容", "改为", "原因"] == head
    assert differences == {(int(row), ord(letter) - 65, old, new) for row, letter, _, old, new, _ in changes}
    assert len(changes) == len(differences) > 40
    assert original == (SAMPLE / "roster.csv").read_bytes()


def test_the_workbook_copy_differs_where_the_list_says(audit: Audit) -> None:
    """
    The copy keeps the other sheets and the layout; changed cells are coloured and listed on a sheet.
    """
    run = audit(SAMPLE / "roster.xlsx")
    old, new = load_workbook(SAMPLE / "roster.xlsx"), load_workbook(run.out / "repaired.xlsx")
    differences = {
        cell.coordinate
        for row in new["花名册"].iter_rows()
        for cell in row
        if cell.value != old["花名册"][cell.coordinate].value
    }
    listed = list(new["修改清单"].iter_rows(min_row=2, values_only=True))

    assert ["花名册", "修改清单", "填表说明"] == new.sheetnames
    assert differences == {f"{letter}{row}" for row, letter, *_ in listed}
    assert all(new["花名册"][place].fill.fgColor.rgb == "00FFF2CC" for place in differences)
    assert new["花名册"]["A1"].font.bold
    assert new["花名册"].column_dimensions["B"].width == 12


def test_merged_units_are_filled(audit: Audit) -> None:
    """
    A unit that was one merged cell stands in every row of the copy, and nowhere is it a finding.
    """
    run = audit(SAMPLE / "roster.xlsx")
    sheet = load_workbook(run.out / "repaired.xlsx")["花名册"]
    units = [sheet.cell(row, 10).value for row in range(120, 129)]

    assert not any(line["code"] == "ROSTER.GAP" for line in run.findings)
    assert all(sheet.cell(row, 10).value for row in range(4, 306) if sheet.cell(row, 1).value)
    assert units


def test_only_what_is_wrong_is_rewritten(audit: Audit) -> None:
    """
    大学本科 and 1993.07 are genuine and stay; --tidy gives dates and names one spelling.
    """
    plain = _csv(audit(SAMPLE / "roster.csv").out / "changes.csv")
    tidy = _csv(audit(SAMPLE / "roster.csv", "--tidy", out=audit.folder / "tidy").out / "changes.csv")

    assert "汉族" in {row[4] for row in plain}
    assert not {"最高学历", "毕业时间", "学位"} & {row[2] for row in plain}
    assert {"最高学历", "毕业时间", "学位"} <= {row[2] for row in tidy}


def test_repairs_can_be_audited_again(audit: Audit) -> None:
    """
    The copy of the copy changes nothing, and no problem appears that was not there.
    """
    first = audit(SAMPLE / "roster.csv")
    second = audit(first.out / "repaired.csv", out=audit.folder / "again")

    assert len(_csv(second.out / "changes.csv")) == 1
    new = {(line["row"], line["code"], line["column"]) for line in second.findings if line["severity"] == "error"}
    old = {(line["row"], line["code"], line["column"]) for line in first.findings if line["severity"] == "error"}
    assert new <= old


def _book(path: Path, rows: list[list[Any]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_types_of_cells_are_kept(audit: Audit, tmp_path: Path) -> None:
    """
    Dates stay dates and numbers numbers where nothing was wrong with them.
    """
    path = _book(tmp_path / "a.xlsx", [["姓名", "出生日期", "年龄"], ["张 三", dt.date(1993, 7, 1), 31]])
    sheet = load_workbook(audit(path).out / "repaired.xlsx").worksheets[0]

    name, born, age = (cell.value for cell in sheet[2])

    assert (name, age) == ("张三", 31)
    assert isinstance(born, dt.datetime)
    assert born.date() == dt.date(1993, 7, 1)


def test_a_text_is_never_a_formula(audit: Audit, tmp_path: Path) -> None:
    """
    A cell that begins with an equals sign is shown as text in the lists, and stays as it was in the copy.
    """
    path = tmp_path / "a.csv"
    path.write_text("姓名,单位,手机\n张 三,=1+1,13800000001\n李 四,甲校 ,'=2+2\n", encoding="utf-8")
    run = audit(path)

    assert "=1+1" in _csv(run.out / "repaired.csv")[1]
    for name in ("findings.csv", "changes.csv"):
        assert not [cell for row in _csv(run.out / name) for cell in row if cell.startswith("=")]


def test_a_large_workbook_is_copied_as_a_stream(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Above the limit the copy holds the values of the sheet and the list, and the same repairs.
    """
    styled = load_workbook(audit(SAMPLE / "roster.xlsx").out / "repaired.xlsx")
    monkeypatch.setattr(copies, "STYLED_LIMIT", 0)
    plain = load_workbook(audit(SAMPLE / "roster.xlsx", out=audit.folder / "plain").out / "repaired.xlsx")

    assert ["花名册", "修改清单"] == plain.sheetnames
    for name in plain.sheetnames:
        assert list(styled[name].values) == list(plain[name].values)


def test_a_word_keeps_its_form_when_only_a_blank_is_wrong(audit: Audit, tmp_path: Path) -> None:
    """
    大专 with a blank becomes 大专, and the standard's own word only with --tidy.
    """
    path = tmp_path / "a.csv"
    path.write_text("姓名,学历\n张三,大 专\n", encoding="utf-8")

    assert ["张三", "大专"] == _csv(audit(path).out / "repaired.csv")[1]
    assert ["张三", "大学专科教育"] == _csv(audit(path, "--tidy", out=tmp_path / "b").out / "repaired.csv")[1]
