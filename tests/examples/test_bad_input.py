"""
Bad input gets one clear line and its exit code; nothing is written, nothing overwritten.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from openpyxl import Workbook

from credrules.findings import Report
from roster_audit import cli, publish
from roster_audit.engine import LibraryEngine
from roster_audit.problems import LINES, Trouble
from roster_audit.table import Checked, Layout
from tests.examples.conftest import SAMPLE, Audit

WORKBOOK = (SAMPLE / "roster.xlsx").read_bytes()


def _write(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(201 * 1024 * 1024)


def _book(*rows: list[Any]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(row)
        book.save(path)

    return make


BAD: dict[str, tuple[str, Callable[[Path], object], Trouble]] = {
    "no such file": ("a.csv", lambda _: None, Trouble.NO_SUCH_FILE),
    "a folder": ("a", lambda path: path.mkdir(), Trouble.NOT_A_FILE),
    "empty": ("a.csv", _write(b""), Trouble.EMPTY),
    "white space": ("a.csv", _write(b"\xef\xbb\xbf \r\n\r\n"), Trouble.EMPTY),
    "an empty workbook": ("a.xlsx", _book(), Trouble.EMPTY),
    "200 MB": ("a.csv", _sparse, Trouble.TOO_LARGE),
    "no text": ("a.csv", _write(bytes(range(256)) * 40), Trouble.ENCODING),
    "half a character": ("a.csv", _write("姓名,性别\n张三,男".encode("gb18030")[:-1] + b"\xff"), Trouble.ENCODING),
    "an old workbook": ("a.xls", _write(b"\xd0\xcf\x11\xe0" + bytes(600)), Trouble.WRONG_KIND),
    "a web page": ("a.xls", _write(b"<html><table></table></html>"), Trouble.WRONG_KIND),
    "text as a workbook": ("a.xlsx", _write("姓名,性别\n".encode()), Trouble.WRONG_KIND),
    "a workbook as text": ("a.csv", _write(WORKBOOK), Trouble.WRONG_KIND),
    "half a workbook": ("a.xlsx", _write(WORKBOOK[:9000]), Trouble.DAMAGED),
    "an open quotation": ("a.csv", _write('姓名,性别\n"张三,男\n'.encode()), Trouble.DAMAGED),
    "no heading": ("a.csv", _write(b"a,b,c\n1,2,3\n"), Trouble.NO_HEADINGS),
    "no heading in a workbook": ("a.xlsx", _book(["产品", "价格"], ["甲", 1]), Trouble.NO_HEADINGS),
    "headings only": ("a.csv", _write("姓名,身份证号,性别\n".encode()), Trouble.NO_PEOPLE),
    "a formula without result": (
        "a.xlsx",
        _book(["姓名", "身份证号", "出生日期"], ["张三", "450000199307010014", "=MID(B2,7,8)"]),
        Trouble.FORMULA,
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", sorted(BAD))
def test_one_line_and_a_code(audit: Audit, tmp_path: Path, kind: str, lang: str) -> None:
    """
    The line names the file, the code is the trouble's, standard output is empty, and no folder appears.
    """
    name, make, trouble = BAD[kind]
    path = tmp_path / "in" / name
    path.parent.mkdir()
    make(path)
    run = audit(path, "--lang", lang)

    assert (int(trouble), "") == (run.code, run.screen)
    assert len(run.errors.splitlines()) == 1
    assert name in run.errors
    assert ["in"] == [item.name for item in tmp_path.iterdir()]


def test_the_formula_is_named(audit: Audit, tmp_path: Path) -> None:
    """
    The person is told which cell to look at.
    """
    BAD["a formula without result"][1](tmp_path / "a.xlsx")

    assert "C2" in audit(tmp_path / "a.xlsx").errors


@pytest.mark.parametrize(
    "options",
    [("--lang", "fr"), ("--on", "tomorrow"), ("--limit", "-1"), ("--limit", "x"), ("--what",)],
)
def test_wrong_arguments(audit: Audit, options: tuple[str, ...]) -> None:
    """
    Wrong arguments are reported as everything else is.
    """
    run = audit(SAMPLE / "roster.csv", *options)

    assert run.code == Trouble.USAGE
    assert len(run.errors.splitlines()) == 1
    assert not run.out.exists()


def test_a_wrong_encoding_and_a_wrong_sheet(audit: Audit) -> None:
    """
    What the person names has to be there.
    """
    assert audit(SAMPLE / "roster.csv", "--encoding", "utf-8").code == Trouble.ENCODING
    assert audit(SAMPLE / "roster.csv", "--encoding", "latin-99").code == Trouble.ENCODING
    wrong = audit(SAMPLE / "roster.xlsx", "--sheet", "没有")
    assert wrong.code == Trouble.NO_SUCH_SHEET
    assert "花名册" in wrong.errors
    assert audit(SAMPLE / "roster.xlsx", "--sheet", "填表说明").code == Trouble.NO_HEADINGS


def test_results_are_not_overwritten(audit: Audit, tmp_path: Path) -> None:
    """
    A second run into the same folder stops before it reads; --force replaces, and leaves other files alone.
    """
    first = audit(SAMPLE / "roster.csv")
    (first.out / "notes.txt").write_text("mine", encoding="utf-8")
    (first.out / "report.html").write_text("old", encoding="utf-8")

    assert audit(SAMPLE / "roster.csv").code == Trouble.OUTPUT_EXISTS
    assert first.html == "old"
    assert audit(SAMPLE / "roster.csv", "--force").code == 0
    assert first.html != "old"
    assert (first.out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert ["out"] == [item.name for item in tmp_path.iterdir()]


def test_the_input_is_never_overwritten(audit: Audit, tmp_path: Path) -> None:
    """
    Not even with --force, when the roster bears the name of a result.
    """
    path = tmp_path / "repaired.csv"
    path.write_bytes((SAMPLE / "roster.csv").read_bytes())
    run = audit(path, "--force", out=tmp_path)

    assert run.code == Trouble.OUTPUT_EXISTS
    assert path.read_bytes() == (SAMPLE / "roster.csv").read_bytes()


def test_a_file_in_the_way(audit: Audit, tmp_path: Path) -> None:
    """
    The folder's name is taken by a file, or lies below one.
    """
    (tmp_path / "taken").write_text("", encoding="utf-8")

    assert audit(SAMPLE / "roster.csv", out=tmp_path / "taken").code == Trouble.OUTPUT_EXISTS
    assert audit(SAMPLE / "roster.csv", out=tmp_path / "taken" / "below").code == Trouble.CANNOT_WRITE
    assert (tmp_path / "taken").read_text(encoding="utf-8") == ""


class Failing(LibraryEngine):
    """
    Rules that stop the program after ten people.
    """

    error: type[BaseException] = KeyboardInterrupt

    def check(self, rows: Iterable[Mapping[str, object]], *, layout: Layout, on: dt.date) -> Checked:
        """
        Give ten reports, then raise.
        """
        checked = super().check(rows, layout=layout, on=on)
        return evolve(checked, rows=self._ten(checked.rows))

    def _ten(self, reports: Iterator[Report[Any]]) -> Iterator[Report[Any]]:
        yield from itertools.islice(reports, 10)
        raise self.error


class Full(Failing):
    """
    The same for a full disk.
    """

    error = OSError


@pytest.mark.parametrize(("engine", "trouble"), [(Failing(), Trouble.INTERRUPTED), (Full(), Trouble.CANNOT_WRITE)])
def test_an_interruption_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], engine: LibraryEngine, trouble: Trouble
) -> None:
    """
    Stopped half-way, by the person or by a full disk, the program takes its half-written files away.
    """
    code = cli.main([str(SAMPLE / "roster.csv"), "--out", str(tmp_path / "out")], engine=engine)

    assert int(trouble) == code
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [] == list(tmp_path.iterdir())


def test_a_failure_while_publishing_leaves_nothing(
    audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    When the third file cannot be put in its place, the first two are taken back.
    """
    place, placed = publish._place, list[Path]()

    def failing(path: Path, goal: Path, *, force: bool) -> None:
        if len(placed) == 2:
            raise OSError(28, "No space left on device")
        place(path, goal, force=force)
        placed.append(goal)

    monkeypatch.setattr(publish, "_place", failing)

    assert audit(SAMPLE / "roster.csv").code == Trouble.CANNOT_WRITE
    assert [] == list(tmp_path.iterdir())


def test_every_trouble_has_its_line_and_code() -> None:
    """
    Codes are distinct, none is zero, and each has words in both languages.
    """
    assert set(Trouble) == set(LINES)
    assert 0 not in {int(item) for item in Trouble}
    assert all(label.zh and label.en for label in LINES.values())
