"""
What the example programs share: nothing is overwritten, no formula is made, no identity number printed, a clear end.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from openpyxl import Workbook

from learning_year.cli import main as learning_year
from roster_audit.cli import main as roster_audit
from roster_audit.repair import _without_harm
from sheets.program import INTERRUPTED, run
from tests.support.source import ROOT

RECORDS = "身份证号,课程名称,科目,学时,年度,办理情况\n450000199307010014,课程甲,公需,18,2016,已认定\n"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """
    A table of records without names.
    """
    path = tmp_path / "records.csv"
    path.write_text(RECORDS, encoding="utf-8")
    return path


def test_people_without_a_name_are_told_by_a_masked_number(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Who has no name stands under the key of the table, never whole.
    """
    learning_year([str(records), "--year", "2016", "--out", str(records.parent / "out")])
    told = capsys.readouterr()

    assert "450000********0014" in told.out
    assert "450000199307010014" not in told.out + told.err
    assert "450000199307010014" not in (records.parent / "out" / "year.html").read_text("utf-8")


def test_results_are_not_overwritten(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A result that is there, or a link that leads elsewhere, is refused; --force replaces the result, not the goal.
    """
    out, goal = records.parent / "out", records.parent / "goal.txt"
    out.mkdir()
    goal.write_text("mine")
    (out / "year.html").symlink_to(goal)
    arguments = [str(records), "--year", "2016", "--out", str(out)]

    assert 2 == learning_year(arguments)
    assert "已经存在" in capsys.readouterr().err
    assert 1 == learning_year([*arguments, "--force"])
    assert "mine" == goal.read_text()
    assert not (out / "year.html").is_symlink()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (" =cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", None),
        ("＝1+1", "=1+1", None),
        (" @SUM(1) ", "@SUM(1)", None),
        (" -1", "-1", None),
        ('="450000199307010014 "', "450000199307010014", '="450000199307010014"'),
        (" 张三", "张三", "张三"),
        ("1 2", 12, 12),
    ],
)
def test_a_repair_makes_no_formula(before: object, after: object, expected: object) -> None:
    """
    A text that would be run is left as it is, and a protected number stays protected.
    """
    assert expected == _without_harm(before, after)


def _workbook(path: Path) -> Path:
    book = Workbook()
    book.active.append(["姓名", "身份证号"])  # type: ignore[union-attr]  # a new workbook has a sheet
    book.active.append([" 张三", "450000199307010014"])  # type: ignore[union-attr]  # as above
    book.save(path)
    return path


def _damaged(path: Path, change: Callable[[str], str]) -> Path:
    whole = _workbook(path.with_suffix(".whole.xlsx"))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as goal:
        for item in source.namelist():
            content = source.read(item)
            if item.endswith("sheet1.xml"):
                content = change(content.decode()).encode()
            goal.writestr(item, content)
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell/></mergeCells>'),
        lambda text: text.replace('r="B2"', 'r="??"').replace("<v>", "<f>1</f><v>", 1),
        lambda text: text.replace('r="A2"', 'r="A2" s="99999"'),
    ],
    ids=["merge without a place", "odd cell", "style"],
)
def test_damaged_workbooks_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[str], str]
) -> None:
    """
    Whatever is broken in a sheet is one line on standard error, and nothing is left behind.
    """
    path = _damaged(tmp_path / "broken.xlsx", change)
    code = roster_audit([str(path), "--out", str(tmp_path / "out")])

    assert code in {0, 15}
    assert code == 0 or 1 == len(capsys.readouterr().err.splitlines())
    assert code == 0 or not (tmp_path / "out").exists()


def test_a_workbook_needs_no_ending(tmp_path: Path) -> None:
    """
    The content says what a file is.
    """
    path = _workbook(tmp_path / "a.xlsx").rename(tmp_path / "roster")

    assert 0 == roster_audit([str(path), "--out", str(tmp_path / "out")])
    assert (tmp_path / "out" / "repaired.xlsx").is_file()


@pytest.mark.parametrize("encoding", ["base64", "rot13", "hex", "zip", "nonsense"])
def test_what_is_no_encoding_of_text_is_refused(records: Path, encoding: str) -> None:
    """
    A codec of bytes is no encoding.
    """
    assert 7 == roster_audit([str(records), "--encoding", encoding, "--out", str(records.parent / "out")])


def test_a_path_is_printed_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Brackets in a path are no markup, and only the files of this run are listed.
    """
    out = tmp_path / "o[red]"
    out.mkdir()
    (out / "old.txt").write_text("x")
    path = tmp_path / "people.csv"
    path.write_text("姓名,身份证号\n张三,450000199307010014\n", encoding="utf-8")

    assert 0 == roster_audit([str(path), "--out", str(out), "--force"])
    told = capsys.readouterr().out
    assert "o[red]" in told
    assert "old.txt" not in told


def test_an_interrupt_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Ctrl-C and a request to end are one line and a code, also while the program is loaded.
    """

    def load() -> NoReturn:
        raise KeyboardInterrupt

    def ended() -> Callable[[Sequence[str]], int]:
        os.kill(os.getpid(), signal.SIGTERM)
        return lambda _: 0

    before = signal.getsignal(signal.SIGTERM)
    codes = (run(load, []), run(ended, []))
    signal.signal(signal.SIGTERM, before)

    assert (INTERRUPTED, INTERRUPTED) == codes
    assert 2 == len(capsys.readouterr().err.splitlines())


def test_a_plain_terminal_is_enough(records: Path) -> None:
    """
    In the C locale the program says what it can instead of ending with an error.
    """
    paths = os.pathsep.join([str(ROOT / "examples"), *filter(None, sys.path)])
    answer = subprocess.run(  # noqa: S603  # this interpreter, our own program
        [sys.executable, "-X", "utf8=0", "-m", "learning_year", str(records), "--year", "2016"],
        env={"PYTHONPATH": paths, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=False,
    )

    assert (1, b"Traceback" in answer.stderr) == (answer.returncode, False)
