"""
Files that no spreadsheet program writes, full disks, an end at any moment: one line, and nothing is left behind.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from learning_year.cli import main as learning_year
from roster_audit.cli import main as roster_audit
from roster_audit.scan_xlsx import MAX_MERGES, MAX_ROWS, Places, Scan, UnfitError
from tests.support.source import ROOT
from worker_grades.cli import main as worker_grades

MB = 1 << 20
SAMPLES = ROOT / "examples"


def _book(path: Path, fill: Callable[[str, str], Iterator[bytes]]) -> Path:
    """
    Write a workbook whose sheet is what `fill` makes of the text before and after its rows, part by part.
    """
    book = Workbook()
    for row in (["姓名", "身份证号"], ["张三", "450000199307010014"]):
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    held = BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as goal:
        for item in source.namelist():
            if not item.endswith("sheet1.xml"):
                goal.writestr(item, source.read(item))
                continue
            head, tail = source.read(item).decode().split("</sheetData>")
            with goal.open(item, "w", force_zip64=True) as stream:
                for part in fill(head, tail):
                    stream.write(part)
    return path


def _rows(count: int, row: Callable[[int], str]) -> Callable[[str, str], Iterator[bytes]]:
    def fill(head: str, tail: str) -> Iterator[bytes]:
        yield head.encode()
        for first in range(3, count + 3, 1000):
            yield "".join(map(row, range(first, min(first + 1000, count + 3)))).encode()
        yield f"</sheetData>{tail}".encode()

    return fill


def _after(text: str) -> Callable[[str, str], Iterator[bytes]]:
    def fill(head: str, tail: str) -> Iterator[bytes]:
        yield f"{head}</sheetData>{text}{tail}".encode()

    return fill


def _endless(begin: str, part: str, end: str, size: int) -> Callable[[str, str], Iterator[bytes]]:
    def fill(head: str, tail: str) -> Iterator[bytes]:
        yield f"{head}{begin}".encode()
        block = part.encode() * max(MB // len(part), 1)
        for _ in range(size // len(block)):
            yield block
        yield f"{end}</sheetData>{tail}".encode()

    return fill


_PROGRAM = """
import resource, sys
limit = int(sys.argv[1]) << 20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from roster_audit.cli import main
code = main(sys.argv[2:])
# Not ru_maxrss: that of a child counts the memory of the process that started it.
print(*(line for line in open("/proc/self/status") if line.startswith("VmHWM:")))
sys.exit(code)
"""


def _bounded(path: Path, *, limit: int = 700) -> tuple[int, int, str]:
    """
    Run the program with so many MB of address space; return its code, its peak of memory in MB, and what it said.
    """
    answer = subprocess.run(  # noqa: S603  # this interpreter, our own program
        [sys.executable, "-c", _PROGRAM, str(limit), str(path), "--out", str(path.parent / "out")],
        env={"PYTHONPATH": os.pathsep.join([str(SAMPLES), *filter(None, sys.path)]), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    peak = [int(line.split()[1]) >> 10 for line in answer.stdout.splitlines() if line.startswith("VmHWM:")]
    assert "Traceback" not in answer.stderr, answer.stderr[-500:]
    return answer.returncode, (peak or [limit])[0], answer.stderr


@pytest.mark.slow
def test_a_coloured_sheet_of_a_gigabyte_is_read_in_bounded_memory(tmp_path: Path) -> None:
    """
    A sheet coloured down to its end unpacks to a gigabyte; the one person in it is audited in less than 200 MB.
    """
    cells = '<c s="0"/>' * 100
    path = _book(tmp_path / "a.xlsx", _rows(MAX_ROWS - 10, lambda row: f'<row r="{row}" s="0">{cells}</row>'))
    with zipfile.ZipFile(path) as archive:
        assert sum(item.file_size for item in archive.infolist()) > 1000 * MB

    code, peak, _ = _bounded(path)

    assert (0, True) == (code, peak < 200)
    assert ["身份证号", "450000199307010014"] == [
        row[1].value for row in load_workbook(tmp_path / "out" / "repaired.xlsx").worksheets[0].iter_rows(max_row=2)
    ]


@pytest.mark.parametrize(
    "fill",
    [
        _endless('<row r="3"><c r="A3" t="inlineStr"><is><t>', "x", "</t></is></c></row>", 1024 * MB),
        _endless('<row r="3">', '<c r="A3"><v>1</v></c>', "</row>", 100 * MB),
        _endless("", "\n", "", 1024 * MB),
        _endless('<row r="3"><c r="', "A", '"/></row>', 1024 * MB),
        _endless("", '<row r="3"/>', "", 100 * MB),
    ],
    ids=["one cell", "one row", "blanks between rows", "one attribute", "one row for ever"],
)
def test_what_unpacks_to_a_gigabyte_and_is_no_sheet_is_one_line(
    tmp_path: Path, fill: Callable[[str, str], Iterator[bytes]]
) -> None:
    """
    It is refused while it is unpacked, before a reader fills the memory with it.
    """
    code, peak, said = _bounded(_book(tmp_path / "a.xlsx", fill))

    assert (15, True, 1) == (code, peak < 200, len(said.splitlines()))
    assert ["a.xlsx"] == [path.name for path in tmp_path.iterdir()]


def test_shared_texts_of_a_gigabyte_are_too_large(tmp_path: Path) -> None:
    """
    What stands beside the sheets is taken whole by a reader, and so has a limit of its own.
    """
    path = _book(tmp_path / "a.xlsx", _after(""))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/extra.xml", "w", force_zip64=True) as stream,
    ):
        for _ in range(1024):
            stream.write(b"<si><t>a</t></si>" * (MB // 17))

    code, peak, said = _bounded(path)

    assert (6, True, 1) == (code, peak < 200, len(said.splitlines()))


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        (_after('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), 0),
        (_after('<mergeCells><mergeCell ref="A:B"/></mergeCells>'), 0),
        (_after("<mergeCells><mergeCell/></mergeCells>"), 15),
        (_after('<mergeCells><mergeCell ref="A1:A99999999"/></mergeCells>'), 15),
        (_after("<mergeCells>" + '<mergeCell ref="A1:A2"/>' * (MAX_MERGES + 1) + "</mergeCells>"), 15),
        (_rows(1, lambda _: '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), 15),
        (_rows(1, lambda _: '<row r="3"><c r="??"><v>1</v></c></row>'), 15),
        (_rows(1, lambda _: '<row r="3"><c r="A3" s="99999"><v>1</v></c></row>'), 15),
        (_rows(1, lambda _: '<row r="3"><c r="A3" t="s"><v>99999</v></c></row>'), 15),
        (_rows(1, lambda _: '<row r="3"><c r="A3"><v>x</v></c></row>'), 15),
        (_rows(1, lambda _: "<row><c><f>1+1</f><v>2</v></c></row>"), 0),
        (_rows(1, lambda _: "<row><c></row>"), 15),
    ],
    ids=[
        "merge of the whole sheet", "merge of columns", "merge without a place", "merge beyond the sheet", "merges",
        "row beyond the sheet", "odd cell", "style", "shared text", "no number", "no places", "no end of a cell",
    ],
)  # fmt: skip
def test_odd_sheets_are_read_or_refused_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fill: Callable[[str, str], Iterator[bytes]], expected: int
) -> None:
    """
    What can be read is read, whatever else is odd; the rest is one line, in a moment, and nothing is left behind.
    """
    start = time.process_time()
    code = roster_audit([str(_book(tmp_path / "a.xlsx", fill)), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err

    assert (expected, True) == (code, time.process_time() - start < 20)
    assert (code == 0) == (tmp_path / "out").exists()
    assert code == 0 or 1 == len(said.splitlines())


def test_a_newer_archive_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    An archive that needs a later version of the format is refused.
    """
    path = _book(tmp_path / "a.xlsx", _after(""))
    raw = bytearray(path.read_bytes())
    place = raw.find(b"PK\x01\x02")
    while place >= 0:
        raw[place + 6] = 99
        place = raw.find(b"PK\x01\x02", place + 4)
    path.write_bytes(raw)

    assert 15 == roster_audit([str(path), "--out", str(tmp_path / "out")])
    assert 1 == len(capsys.readouterr().err.splitlines())


def test_the_scan_knows_its_places() -> None:
    """
    Cells are found again however they came, the first one below a row in the columns asked for.
    """
    places = Places()
    for place in ((5, 2), (3, 1), (9, 7)):
        places.add(*place)

    assert [True, True, False, False] == [place in places for place in ((5, 2), (3, 1), (3, 2), (10, 1))]
    assert ((5, 2), None) == (places.first(3, frozenset({2, 7})), places.first(9, frozenset({7})))


def test_a_token_without_an_end_is_refused() -> None:
    """
    A name that never ends is not gathered.
    """
    with pytest.raises(UnfitError):
        Scan().read(BytesIO(b"<a b='" + b"x" * (16 * MB)))


PROGRAMS = {
    "roster_audit": [str(SAMPLES / "roster_audit" / "sample" / "roster.csv")],
    "learning_year": [str(SAMPLES / "learning_year" / "sample" / "records.csv"), "--year", "2016"],
    "worker_grades": [str(SAMPLES / "worker_grades" / "sample" / "workers.csv"), "--on", "2018-04-24"],
}


# Nothing but the program's own files is written: a compiled module cut by the limit would spoil later runs.
_PATH = {"PYTHONPATH": os.pathsep.join([str(SAMPLES), *filter(None, sys.path)])}


def _started(
    name: str, *more: str, before: Callable[[], object] | None = None, **options: object
) -> subprocess.Popen[str]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603  # this interpreter, our own program
        [sys.executable, "-m", name, *PROGRAMS[name], *more],
        env={**_PATH, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=options.get("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,  # noqa: PLW1509  # one thread, one call
    )


@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_a_full_disk_is_one_line_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    """
    A file that cannot be written whole is one line on standard error; no working copy is left.
    """

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    run = _started(name, "--out", str(tmp_path / "deep" / "out"), before=small)
    _, said = run.communicate()

    assert run.returncode in {2, 13}
    assert "Traceback" not in said
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_a_full_terminal_is_no_traceback(name: str, tmp_path: Path) -> None:
    """
    What cannot be printed ends the program with a code.
    """
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = _started(name, "--out", str(tmp_path / "out"), stdout=full)
        _, said = run.communicate()

    assert (13, False) == (run.returncode, "Traceback" in said)


@pytest.mark.parametrize("name", sorted(PROGRAMS))
@pytest.mark.parametrize("wait", [0.15, 0.5, 0.9, 1.4])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_end_at_any_moment_leaves_no_working_copy(name: str, wait: float, number: int, tmp_path: Path) -> None:
    """
    Asked to end while it loads or works, a program leaves all of its results or none, and no working copy.
    """
    for pause in [wait] if wait < 0.5 else [wait * 2**turn for turn in range(6)]:
        run = _started(name, "--out", str(tmp_path / "out"))
        time.sleep(pause)
        run.send_signal(number)
        run.send_signal(number)
        _, said = run.communicate()

        assert run.returncode in {0, 1, 130, -number}
        assert {path.name for path in tmp_path.iterdir()} <= {"out"}
        # Until the program itself runs Python ends it in its own way; on a busy machine that takes longer.
        if run.returncode != -number and (run.returncode == 130 or "KeyboardInterrupt" not in said):
            return
        if list(tmp_path.iterdir()):  # it had ended its work
            return

    assert wait < 0.5


@pytest.mark.parametrize("main", [learning_year, worker_grades])
def test_what_is_no_file_of_a_unit_is_refused(
    main: Callable[[list[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    A folder, an endless device and a file that is too large are refused in words before they are read.
    """
    large = tmp_path / "large.csv"
    with large.open("wb") as stream:
        stream.truncate(40 * MB)
    more = ["--year", "2016"] if main is learning_year else ["--on", "2018-04-24"]

    assert [2, 2, 2] == [main([str(path), *more]) for path in (tmp_path, Path("/dev/zero"), large)]
    assert 3 == capsys.readouterr().err.count("不能读取")


def test_a_text_of_a_workbook_stays_a_text(tmp_path: Path) -> None:
    """
    A text that begins as a formula does is a text in the copy, too, and a formula stays one.
    """
    book = Workbook()
    for row in (["姓名", "性别", "备注"], [" 张三", "男性", "x"], ["李四", "男", "=1+1"]):
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    cell = book.active["C2"]  # type: ignore[index]  # as above
    cell.value = "=cmd|' /C calc'!A0"
    cell.data_type = "s"
    book.active["C3"] = 5  # type: ignore[index]  # as above
    path = tmp_path / "a.xlsx"
    book.save(path)

    assert 0 == roster_audit([str(path), "--out", str(tmp_path / "out")])
    assert "s" == load_workbook(tmp_path / "out" / "repaired.xlsx").worksheets[0]["C2"].data_type


def test_a_protected_number_is_not_counted_as_repaired(tmp_path: Path) -> None:
    """
    ="4500…" stays as it is and is no change.
    """
    path = tmp_path / "a.csv"
    path.write_text('姓名,身份证号\n张三,"=""450000199307010014"""\n', encoding="utf-8")

    assert 0 == roster_audit([str(path), "--out", str(tmp_path / "out")])
    assert 1 == len((tmp_path / "out" / "changes.csv").read_text("utf-8-sig").splitlines())
    assert '="450000199307010014"' in (tmp_path / "out" / "repaired.csv").read_text("utf-8-sig").replace('""', '"')
