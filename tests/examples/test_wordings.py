"""
What is wrong with arguments, bytes and quotation marks is said in the user's words, with the place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learning_year import cli as learning_year
from tests.examples.conftest import SAMPLE, Audit
from worker_grades import cli as worker_grades

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
PROGRAMS = {
    "learning_year": (
        learning_year.main,
        ["--year", "2016"],
        "姓名,课程名称,科目,学时,年度\n",
        "张三,甲课,公需,6,2016\n",
    ),
    "worker_grades": (worker_grades.main, ["--on", "2018-04-24"], "姓名,专业技术资格名称\n", "张三,中级工\n"),
}


@pytest.mark.parametrize(
    ("options", "zh", "en"),
    [
        (("--on", "2025/12/31"), "--on 应写成 2025-12-31 这样的日期，不能是 '2025/12/31'", "a day such as 2025-12-31"),
        (("--on", "2025-02-30"), "--on 应写成 2025-12-31 这样的日期，不能是 '2025-02-30'", "a day such as 2025-12-31"),
        (("--limit", "-3"), "--limit 应为 0 或正整数，不能是 '-3'", "--limit takes a whole number from 0 on"),
        (
            ("--hours-year", "24"),
            "--hours-year 应为 2024 这样的四位数年份，不能是 '24'",
            "a year such as 2024",
        ),
        (("--sheet",), "--sheet 后面没有写内容", "nothing follows --sheet"),
        (("--what",), "不认识 --what", "--what is not known"),
    ],
)
def test_arguments_in_both_languages(audit: Audit, options: tuple[str, ...], zh: str, en: str) -> None:
    """
    The line names the option, says what it takes and what was written.
    """
    path = SAMPLE / "roster.csv"

    assert zh in audit(path, *options).errors
    assert en in audit(path, "--lang", "en", *options).errors


def test_a_choice_and_a_missing_argument(capsys: pytest.CaptureFixture[str]) -> None:
    """
    What may be chosen is listed; what must be written is named.
    """
    assert (2, 2) == (learning_year.main([]), worker_grades.main(["a.csv"]))
    assert "参数不对：没有写 records, --year。用 --help 查看用法。\n参数不对：没有写 --on。用 --help 查看用法。\n" == (
        capsys.readouterr().err
    )


def test_a_language_that_is_none(audit: Audit) -> None:
    """
    The languages there are stand in the line.
    """
    line = audit(SAMPLE / "roster.csv", "--lang", "fr").errors

    assert "--lang 只能是 " in line
    assert "zh" in line


@pytest.mark.parametrize(
    ("start", "name", "words"),
    [
        (PDF, "a.csv", "PDF"),
        (PDF, "a.xlsx", "PDF"),
        (PDF, "a", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "a.csv", "图片"),
        (b"{\\rtf1 x", "a.xlsx", "RTF"),
        (b"Rar!\x1a\x07", "a.csv", "压缩包"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "a.xls", "2003"),
    ],
)
def test_what_is_no_table_is_named(audit: Audit, tmp_path: Path, start: bytes, name: str, words: str) -> None:
    """
    A PDF is called a PDF however it is named, and nobody is sent to look for its sheets.
    """
    (tmp_path / name).write_bytes(start)
    line = audit(tmp_path / name).errors

    assert words in line
    assert "--sheet" not in line


def test_a_pdf_is_no_table_of_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The other two programs say the same.
    """
    (tmp_path / "a.pdf").write_bytes(PDF)
    for main, options, _, _ in PROGRAMS.values():
        assert 2 == main([str(tmp_path / "a.pdf"), *options])
        assert "PDF" in capsys.readouterr().err


def _gbk(text: str) -> bytes:
    return text.encode("gb18030")


BYTES = {
    "a euro sign of cp936": (_gbk("姓名,身份证号\n张三,1\n李四,") + b"\x80" + _gbk("12\n"), "第 3 行，字节 0x80"),
    "half a character": (_gbk("姓名,身份证号\n张三,男\n") + b"\xff", "第 3 行，字节 0xFF"),
    "UTF-8 cut off": ("姓名,身份证号\n张三,1\n".encode() + b"\xe5\xbc\n", "第 3 行，字节 0xE5"),
}


@pytest.mark.parametrize("case", sorted(BYTES))
def test_the_line_of_a_bad_byte(audit: Audit, tmp_path: Path, case: str) -> None:
    """
    A byte that is no text is named with its line, in the encoding the file is in.
    """
    raw, place = BYTES[case]
    (tmp_path / "a.csv").write_bytes(raw)

    assert place in audit(tmp_path / "a.csv").errors


def test_gbk_that_decodes_as_utf_8(audit: Audit, tmp_path: Path) -> None:
    """
    Two bytes of GBK may be two of UTF-8 by chance; letters that are no Chinese show it.
    """
    (tmp_path / "a.csv").write_bytes(_gbk("学时\n姓名,身份证号\n张三,450000199307010014\n"))

    run = audit(tmp_path / "a.csv")

    assert (0, "") == (run.code, run.errors)
    assert "GBK" in run.html


def test_no_line_without_an_encoding(audit: Audit, tmp_path: Path) -> None:
    """
    UTF-16 has no lines of bytes, and an encoding that nobody knows has no bad byte.
    """
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00\xd8")

    assert "字节" not in audit(tmp_path / "a.csv").errors
    assert "字节" not in audit(SAMPLE / "roster.csv", "--encoding", "latin-99").errors


def _after_the_end(text: str) -> str:
    return text + '"李四,x\n王五,x\n'


def _too_long(text: str) -> str:
    return text + '"李四,x\n' + "王五,x\n" * 30_000


@pytest.mark.parametrize("open_at", [_after_the_end, _too_long])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_line_of_an_open_quote(audit: Audit, tmp_path: Path, open_at: Callable[[str], str], lang: str) -> None:
    """
    The line where the record begins is named, be the end of the file or the longest cell what ends the reading.
    """
    path = tmp_path / "a.csv"
    path.write_text(open_at("姓名,身份证号\n张三,1\n"), encoding="utf-8")
    line = audit(path, "--lang", lang).errors

    assert ("第 3 行有一个引号" if lang == "zh" else "a quotation mark in line 3") in line
    assert "unexpected" not in line


@pytest.mark.parametrize("program", sorted(PROGRAMS))
def test_quotes_in_the_other_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str], program: str) -> None:
    """
    A table whose cells are all quoted is read; an open quote, also one in the headings, is told with its line.
    """
    main, options, head, row = PROGRAMS[program]
    path = tmp_path / "a.csv"

    quoted = "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n" for line in (head + row).splitlines())
    path.write_text(quoted, encoding="utf-8")
    assert main([str(path), *options]) in {0, 1}
    assert "张三" in capsys.readouterr().out

    path.write_text(head + row + '"李四,x\n' + row, encoding="utf-8")
    assert 2 == main([str(path), *options])
    assert "不能读取：第 3 行有一个引号" in capsys.readouterr().err

    path.write_text('"' + head + row, encoding="utf-8")
    assert 2 == main([str(path), *options])
    assert "不能读取：第 1 行有一个引号" in capsys.readouterr().err

    path.write_bytes(_gbk(head + row) + b"\x80\n")
    assert 2 == main([str(path), *options])
    assert "第 3 行，字节 0x80" in capsys.readouterr().err


def test_what_findings_share_is_said(audit: Audit, tmp_path: Path) -> None:
    """
    A line for several people keeps what is the same for all of them: the table's name, not the cells.
    """
    lines = [
        "姓名,身份证号,民族,手机",
        "张三,450000199307010014,汗族,138000",
        "李四,450000198906300027,广冬,13800000001",
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    run = audit(tmp_path / "a.csv")

    assert "“…”不是民族代码表中的代码或名称" in run.html
    assert "现为 6 位" in run.html


def test_where_the_right_value_is_found(audit: Audit, tmp_path: Path) -> None:
    """
    What to do differs by column: a telephone number is no matter of an identity card.
    """
    lines = [
        "姓名,身份证号,民族,手机,证书编号",
        "张3,450000199307010014,汗族,138000,1.2E+15",
        "李四,45000019890630002,汉族,,",
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    html = audit(tmp_path / "a.csv").html

    for words in ("请向本人问明后修改", "请对照身份证修改", "请改用代码表中的名称", "请对照证书修改"):
        assert words in html


def test_lines_that_are_no_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Sums, signatures and page numbers count for nobody and are told; a ditto or an empty name is the person above.
    """
    lines = [
        "姓名,课程名称,科目,学时,年度,办理情况",
        "张三,公需课,公需科目,18,2016,认定通过",
        "〃,专业课,专业科目,42,2016,认定通过",
        ",选修课,选修科目,12,2016,认定通过",
        "合计,,,72,,",
        "制表人：赵某,,,,,",
        "第 1 页 共 1 页,,,,,",
    ]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    code = learning_year.main([str(path), "--year", "2016"])
    printed = capsys.readouterr()

    assert (0, "张三\t通过\n") == (code, printed.out)
    assert "第 5、6、7 行不是记录（合计、签字、页码之类），没有计入" in printed.err
    assert "第 3、4 行没有写姓名，按上一行的人计" in printed.err


def test_lines_that_are_no_workers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A sum below the list is no worker.
    """
    path = tmp_path / "a.csv"
    path.write_text("姓名,专业技术资格名称,工种\n张三,中级工,电工\n合计,1人,\n制表：王某,,\n", encoding="utf-8")
    worker_grades.main([str(path), "--on", "2018-04-24"])
    printed = capsys.readouterr()

    assert ["张三"] == [line.partition("\t")[0] for line in printed.out.splitlines()]
    assert "第 3、4 行不是记录" in printed.err
