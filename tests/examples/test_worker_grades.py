"""
The example of a unit's workers: the program is held to the truth of its sample, and the sample to its generator.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from pathlib import Path

import pytest

from credrules.systems.lianyungang.names import name_of
from tools import generate_sample_workers as sample
from worker_grades.cli import main
from worker_grades.judging import Unit, judge
from worker_grades.page import ladder, page
from worker_grades.reading import roster_of

HOME = sample.TARGET
TRUTH = json.loads((HOME / "truth.json").read_text("utf-8"))["people"]
WORKERS = HOME / "workers.csv"
ON = dt.date(2018, 4, 24)


@pytest.fixture(scope="module")
def unit() -> Unit:
    """
    Return the sample, judged.
    """
    return judge(roster_of(WORKERS), on=ON, unit={"level": "市直", "installed": "是", "channel": "ONLINE"})


def test_the_sample_is_the_generator_s(tmp_path: Path) -> None:
    """
    The same seed gives the same bytes.
    """
    assert 0 == sample.main([str(tmp_path)])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in HOME.iterdir()
    }


def test_everybody_s_faults_are_the_truth(unit: Unit) -> None:
    """
    What was spoilt is found, and nothing else, for each of the sixty.
    """
    found = {line.name: sorted({item.code for item in line.told}) for line in unit.lines}

    assert 60 == len(found)
    assert {name: sorted(set(person["found"])) for name, person in TRUTH.items()} == found


def test_everybody_s_grade_is_the_truth(unit: Unit) -> None:
    """
    The next grade, whether it is registered, and what is known of it without figures.
    """
    found = {
        line.name: (
            None if line.target is None else name_of(line.target),
            line.is_registered,
            None if line.answer is None else line.answer.decision.name,
        )
        for line in unit.lines
    }

    assert {name: (it["target"], it["registered"], it["decision"]) for name, it in TRUTH.items()} == found


def test_technicians_are_printed_apart(unit: Unit) -> None:
    """
    Everybody registered is in one batch; 技师 and 等级工 are never together.
    """
    printed = {member["姓名"]: group.kind.value for group in unit.groups for member in group.members}
    kinds = {"技师": "技师", "高级技师": "高级技师", "高级工": "等级工", "中级工": "等级工", "初级工": "等级工"}

    assert {name: kinds[it["target"]] for name, it in TRUTH.items() if it["registered"]} == printed


def test_the_program_writes_both_results(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    A line per worker, a page and a list, exit code 1; nothing is overwritten unless asked.
    """
    arguments = [str(WORKERS), "--on", "2018-04-24", "--out", str(tmp_path / "out")]
    code = main(arguments)
    screen = capsys.readouterr()
    with (tmp_path / "out" / "short.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))

    assert 1 == code
    assert len(TRUTH) == len(screen.out.splitlines())
    assert "序号" in screen.err
    assert {row["姓名"] for row in rows} == {name for name, person in TRUTH.items() if person["found"]}
    assert 2 == main(arguments)
    assert "--force" in capsys.readouterr().err
    assert 1 == main([*arguments, "--force"])


def test_the_page_shows_everybody_and_no_number(unit: Unit) -> None:
    """
    Sixty rows with a ladder each; certificate numbers are not on the page.
    """
    text = page(unit, title="甲")
    numbers = {
        record.certificate_no
        for line in unit.lines
        for record in line.worker.skills
        if record.certificate_no is not None
    }

    assert 60 == text.count("<svg")
    assert all(line.name in text for line in unit.lines)
    assert not [number for number in numbers if number in text]
    assert "高级工，申报技师" in ladder(unit.lines[0])
    assert "<script" not in text


def test_text_of_the_file_is_not_markup(tmp_path: Path) -> None:
    """
    What stands in a cell is shown, not run.
    """
    path = tmp_path / "x.csv"
    path.write_text("姓名,专业技术资格名称,工种\n<b>某</b>,高级工,<i>电工</i>\n", "utf-8")
    shown = page(judge(roster_of(path), on=ON), title="<u>")

    assert not re.search(r"<(b>某|i>|u>)", shown)


def test_a_complete_unit_ends_well(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    Exit code 0 when everybody is complete.
    """
    sheet, _ = sample.build()
    path = tmp_path / "x.csv"
    with path.open("w", encoding="gbk", newline="") as stream:
        csv.writer(stream, delimiter="\t").writerows([sheet[1], *sheet[2:4]])

    assert 0 == main([str(path), "--on", "2018-04-24"])
    assert "技师须核定" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空"),
        ("工种,证书号码\n电工,1\n".encode(), "姓名"),
        ("姓名,工种\n某,电工\n".encode(), "专业技术资格名称"),
        ("姓名,专业技术资格名称\n某,高级工,多\n".encode(), "多出"),
        ("姓名,专业技术资格名称\n".encode(), "没有人员"),
        (b"PK\x03\x04", "Excel"),
        ("甲,乙\n1,2\n".encode(), "表头"),
    ],
)
def test_what_is_no_such_table_is_refused_in_words(
    content: bytes, word: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """
    Exit code 2 and one line that says why.
    """
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    assert 2 == main([str(path), "--on", "2018-04-24"])
    assert word in capsys.readouterr().err


def test_a_missing_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    A file that is not there, and a folder, are told.
    """
    assert 2 == main([str(tmp_path / "no.csv"), "--on", "2018-04-24"])
    assert 2 == main([str(tmp_path), "--on", "2018-04-24"])
    assert "no.csv" in capsys.readouterr().err
