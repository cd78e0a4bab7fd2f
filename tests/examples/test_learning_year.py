"""
The example of a unit's year: the program is held to the truth of its sample, and the sample to its generator.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from learning_year.cli import lines_of, main
from learning_year.page import page
from learning_year.reading import people_of
from tools import generate_sample_learning as sample

HOME = sample.TARGET
TRUTH = json.loads((HOME / "truth.json").read_text("utf-8"))["people"]
RECORDS, SITE = HOME / "records.csv", HOME / "site.csv"
ON = dt.date(2016, 12, 31)


def test_the_sample_is_the_generator_s(tmp_path: Path) -> None:
    """
    The same seed gives the same bytes.
    """
    assert 0 == sample.main([str(tmp_path)])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in HOME.iterdir()
    }


def test_everybody_s_result_is_the_truth() -> None:
    """
    Who passes, who would pass, and what is short, for each person.
    """
    lines = lines_of(RECORDS, SITE, year=2016, on=ON)
    found = {}
    for line in lines:
        assert line.result.audit is not None
        found[line.person.key] = {
            "passed": line.result.passed,
            "would_pass": line.result.audit.would_pass,
            "short": {subject.value: amount for subject, amount in line.result.audit.shortfalls.items()},
        }

    assert TRUTH == found


def test_the_program_says_who_is_short(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    A line per person, a page, and exit code 1 since somebody is short.
    """
    code = main([str(RECORDS), "--site", str(SITE), "--year", "2016", "--out", str(tmp_path)])
    screen = capsys.readouterr().out.splitlines()
    written = (tmp_path / "year.html").read_text("utf-8")

    assert 1 == code
    assert len(TRUTH) == len(screen)
    assert "钱某2\t选修 6，2016-12-31 前" in screen
    assert all(f'id="{key}"' in written for key in TRUTH)
    assert "12 人，通过 5 人" in written


def test_a_passed_unit_exits_with_0(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    With one person who passes, the exit code is 0.
    """
    lines = RECORDS.read_text("utf-8").splitlines(keepends=True)
    only = tmp_path / "one.csv"
    only.write_text("".join(line for line in lines if line.startswith(("人员", "p01"))), encoding="utf-8-sig")

    assert 0 == main([str(only), "--year", "2016"])
    assert "赵某1\t通过\n" == capsys.readouterr().out


def test_unreadable_input_exits_with_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    A missing file, and one in another encoding, are told in one line.
    """
    (tmp_path / "gbk.csv").write_bytes("人员,姓名\n".encode("gbk"))

    assert [2, 2] == [main([str(tmp_path / name), "--year", "2016"]) for name in ("no.csv", "gbk.csv")]
    assert 2 == capsys.readouterr().err.count("不能读取")


def test_a_year_without_a_requirement_is_said() -> None:
    """
    Of a year no row covers nobody passes, and the page says why.
    """
    lines = lines_of(RECORDS, None, year=2005, on=dt.date(2005, 12, 31))

    assert {"没有该年度的要求"} == {line.missing for line in lines}
    assert "须核定" in page(lines, year=2005)


def test_what_cannot_be_read_stands_beside_the_person() -> None:
    """
    A subject nobody knows is told on the person's part of the page, escaped.
    """
    row = {
        "人员": "p1",
        "姓名": "<b>",
        "课程名称": "甲",
        "科目": "公共课",
        "学时": "6",
        "年度": "2016",
        "考核结果": "合格",
    }
    (person,) = people_of([row], on=ON)

    assert ["CE.CODE.SUBJECT"] == [item.code for item in person.findings]
    assert "<b>" == person.name
