"""
The example of a unit's year: the program is held to the truth of its sample, and the sample to its generator.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from learning_year.cli import lines_of, main
from learning_year.page import Line, page
from learning_year.reading import Row, Table, people_of, rows_of
from sheets.text import UnreadableError
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
    lines = lines_of(rows_of(RECORDS), rows_of(SITE), year=2016, on=ON)
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
    assert all(f'id="p{place}"' in written for place in range(1, 13))
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


HEADINGS = "人员,姓名,课程名称,科目,学时,天数,年度,考核结果,办理情况"
COURSES = ("公需课甲,公需科目,18,", "专业课乙,专业科目,42,", "选修课丙,选修科目,12,")
ENOUGH = [HEADINGS, *(f"p1,张某,{cells},2016,合格,认定通过" for cells in COURSES)]


def _file(folder: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    path = folder / "records.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_file_is_read_as_programs_write_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """
    UTF-8, GBK and UTF-16, whatever stands between the cells, are the same table.
    """
    lines = [line.replace(",", delimiter) for line in ENOUGH]

    assert 0 == main([str(_file(tmp_path, lines, encoding)), "--year", "2016"])


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS.replace("人员", "工号"),
        HEADINGS.replace("人员", "身份证号"),
        HEADINGS.replace("姓名", "姓 名").replace("学时", "学 时*"),
        "人员,姓名,课程,科目类别,学时数,学习天数,年份,考核结果,办理情况",
    ],
)
def test_headings_have_more_than_one_spelling(tmp_path: Path, headings: str) -> None:
    """
    The form's labels, their other names and spaces in them are the same columns.
    """
    assert 0 == main([str(_file(tmp_path, [headings, *ENOUGH[1:]])), "--year", "2016"])


def test_a_title_line_and_blank_lines_are_no_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A title above the headings and lines without anything in them are passed over.
    """
    lines = ["2016年度继续教育记录,,,,,,,,", "", *ENOUGH[:2], ",,,,,,,,", *ENOUGH[2:], "  ,,,,,,,,", ""]

    assert 0 == main([str(_file(tmp_path, lines)), "--year", "2016"])
    assert "张某\t通过\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], "文件是空的"),
        (["a,b", "1,2"], "没有找到表头"),
        (["姓名,课程名称,科目,学时", "张某,甲,公需科目,18"], "表头里没有年度"),
        (["姓名,公需学时,专业学时,年度", "张某,18,42,2016"], "请用 roster_audit --hours"),
        (["姓名,科目,学时,年度", "张某,公需科目,18,2016,甲,乙"], "第 2 行比表头多出单元格"),
        (["姓名,科目,学时,年度", '张某,"公需科目,18,2016'], "第 2 行有一个引号"),
        ([HEADINGS], "表里没有记录"),
    ],
)
def test_what_is_no_table_of_records_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], why: str
) -> None:
    """
    Nobody passes and nobody is short by a file that cannot be read; one line says why.
    """
    assert 2 == main([str(_file(tmp_path, lines)), "--year", "2016"])
    printed = capsys.readouterr()
    assert "" == printed.out
    assert [True] == [why in line for line in printed.err.splitlines()]


@pytest.mark.parametrize("raw", [b"PK\x03\x04 a workbook", b"\xd0\xcf\x11\xe0", b"\x00\x01\x02", b"\xff\xff\xff"])
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    """
    Workbooks and other binaries are not read as text in some encoding.
    """
    (tmp_path / "records.csv").write_bytes(raw)

    with pytest.raises(UnreadableError, match=r"工作簿|文本"):
        rows_of(tmp_path / "records.csv")


def test_a_missing_file_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The file that is not there is named.
    """
    assert 2 == main([str(tmp_path / "no.csv"), "--year", "2016"])
    assert "没有文件" in capsys.readouterr().err


@pytest.mark.parametrize("year", ["0", "16", "2016年", "-1"])
def test_a_year_is_four_digits(capsys: pytest.CaptureFixture[str], year: str) -> None:
    """
    What is no year is a wrong argument, said in one line, not a crash.
    """
    code = main(["records.csv", f"--year={year}"])

    assert 2 == code
    assert (
        f"参数不对：--year 应为 2024 这样的四位数年份，不能是 '{year}'。用 --help 查看用法。\n"
        == capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (",30+42+18,,2016", "“学时”有误：应填数字"),
        ("公需30/专业42,,,2016", "“科目”应为公需科目、专业科目或选修科目"),
        ("选修科目,12天,,2016", "“学时”有误：应填数字"),
        ("选修科目,,,2016", "天数"),
        ("选修科目,12,,", "“年度”未填"),
    ],
)
def test_nobody_is_short_by_a_cell_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: str, why: str
) -> None:
    """
    The line and the reason are told, the person is left to be judged by hand, and nothing is guessed.
    """
    path = _file(tmp_path, [*ENOUGH[:3], f"p1,张某,选修课丙,{cells},合格,认定通过"])
    code = main([str(path), "--year", "2016", "--out", str(tmp_path)])
    printed = capsys.readouterr()
    written = (tmp_path / "year.html").read_text("utf-8")

    assert 1 == code
    assert "（第 4 行未能计入，须核对）" in printed.out
    assert any(line.startswith("张某，第 4 行：") and why in line for line in printed.err.splitlines())
    assert ("须核定" in written, "未通过" in written) == (True, False)


def test_what_is_read_counts_however_it_is_written(tmp_path: Path) -> None:
    """
    Full-width digits, a unit after them and the same course twice are the same hours.
    """
    lines = [
        line.replace(",18,", ",１８,").replace(",42,", ",42学时,").replace(",2016,", ",2016年,") for line in ENOUGH
    ]

    assert 0 == main([str(_file(tmp_path, [*lines, lines[1]])), "--year", "2016"])


def test_unused_columns_and_a_missing_state_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Nothing is left out in silence: not a column, and not why no record counts.
    """
    lines = [f"{line.rpartition(',')[0]},甲" for line in ENOUGH]
    lines[0] = lines[0].replace("甲", "备忘栏")

    assert 1 == main([str(_file(tmp_path, lines)), "--year", "2016"])
    printed = capsys.readouterr()
    assert "在办记录认定后可达到" in printed.out
    assert ["没有用到的列：备忘栏", "表里没有“办理情况”一列：其记录都按尚未认定计"] == printed.err.splitlines()


def test_an_identity_number_is_a_key_that_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Two people of one name are two by their numbers, which neither the screen nor the page has.
    """
    numbers = ("450000199307010014", "440000199307010017")
    lines = [HEADINGS.replace("人员", "身份证号"), *(line.replace("p1", no) for no in numbers for line in ENOUGH[1:])]

    assert 0 == main([str(_file(tmp_path, lines)), "--year", "2016", "--out", str(tmp_path)])
    written = (tmp_path / "year.html").read_text("utf-8") + "".join(capsys.readouterr())
    assert "2 人，通过 2 人" in written
    assert not any(number in written for number in numbers)


def test_a_year_without_a_requirement_is_said() -> None:
    """
    Of a year no row covers nobody passes, and the page says why.
    """
    lines = lines_of(rows_of(RECORDS), Table(), year=2005, on=dt.date(2005, 12, 31))

    assert {"没有该年度的要求"} == {line.missing for line in lines}
    assert "须核定" in page(lines, year=2005)


def test_what_cannot_be_read_stands_beside_the_person() -> None:
    """
    A subject nobody knows is told on the person's part of the page, and names are escaped.
    """
    cells = {"course": "甲", "subject": "公共课", "hours": "6", "year": "2016", "assessment": "合格"}
    (person,) = people_of([Row(7, "p1", "<b>", cells)], on=ON)
    (line,) = lines_of(Table((Row(7, "p1", "<b>", cells),)), Table(), year=2016, on=ON)
    written = page([Line(person, line.result)], year=2016)

    assert [(7, "CE.CODE.SUBJECT")] == [(item.line, item.finding.code) for item in person.told]
    assert ("<b>" in written, "&lt;b&gt;" in written, "第 7 行：" in written) == (False, True, True)
