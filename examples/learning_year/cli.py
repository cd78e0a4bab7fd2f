"""
The program: ``python -m learning_year RECORDS.csv --year 2016 [--site SITE.csv] [--out DIR] [--force]``.

Exit code 0: everybody passes; 1: somebody does not; 2: the input cannot be read.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from credrules.masking import shown_key
from credrules.systems.guangdong_learning import annual_result
from learning_year.page import Line, page
from learning_year.reading import Table, people_of, rows_of
from roster_audit.problems import BadInputError, Trouble, complain
from roster_audit.publish import check_target, publish, workshop
from sheets.arguments import ArgumentsError, Parser, day, year
from sheets.text import UnreadableError, told_aside

RESULT = "year.html"


def lines_of(records: Table, site: Table, *, year: int, on: dt.date) -> tuple[Line, ...]:
    """
    Return a line per person of the unit.
    """
    people = people_of(records.rows, site.rows, on=on)
    return tuple(Line(person, annual_result(person.records, year=year)) for person in people)


def _tell(line: Line) -> None:
    verdict = "通过" if line.result.passed else line.missing
    print(f"{line.person.name}\t{verdict}")
    for item in line.person.unread:
        print(f"{line.person.name}，{item.text}", file=sys.stderr)


def _write(lines: Sequence[Line], target: Path, source: Path, *, year: int, force: bool) -> None:
    check_target(target, [RESULT], source, force=force)
    with workshop(target) as folder:
        (folder / RESULT).write_text(page(lines, year=year), encoding="utf-8")
        publish(folder, target, force=force)


def _refuse(why: str) -> int:
    print(f"不能读取：{why}", file=sys.stderr)
    return 2


def main(arguments: Sequence[str]) -> int:
    """
    Run the program; return its exit code.
    """
    try:
        options = _parser().parse_args(arguments)
    except ArgumentsError as error:
        return complain(BadInputError(Trouble.USAGE, detail=error.words))
    return _run(options)


def _parser() -> Parser:
    parser = Parser(prog="learning_year", description="一个单位一年的继续教育学时：谁还差什么")
    parser.add_argument("records", type=Path, help="单位的继续教育记录 (CSV)")
    parser.add_argument("--year", type=year, required=True, help="年度")
    parser.add_argument("--site", type=Path, help="学习网的记录 (CSV)")
    parser.add_argument("--on", type=day, help="按哪一天核对，默认为该年度最后一天")
    parser.add_argument("--out", type=Path, help="结果目录：写入 year.html")
    parser.add_argument("--force", action="store_true", help="覆盖目录中已有的结果")
    return parser


def _remarks(records: Table, site: Table) -> Iterator[str]:
    if unused := dict.fromkeys((*records.unused, *site.unused)):
        yield f"没有用到的列：{'、'.join(map(shown_key, unused))}"
    for table in (records, site):
        if table.aside:
            yield told_aside(table.aside)
        if table.assumed:
            yield f"第 {'、'.join(map(str, table.assumed))} 行没有写姓名，按上一行的人计"
    if not (records.states and site.states):
        yield "表里没有“办理情况”一列：其记录都按尚未认定计"


def _run(options: argparse.Namespace) -> int:
    on = options.on or dt.date(options.year, 12, 31)
    try:
        records, site = rows_of(options.records), rows_of(options.site) if options.site else Table()
    except FileNotFoundError as error:
        return _refuse(f"没有文件 {error.filename}")
    except UnreadableError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(error.strerror or type(error).__name__)
    lines = lines_of(records, site, year=options.year, on=on)
    if not lines:
        return _refuse("表里没有记录")
    for remark in _remarks(records, site):
        print(remark, file=sys.stderr)
    for line in lines:
        _tell(line)
    if options.out:
        try:
            _write(lines, options.out, options.records, year=options.year, force=options.force)
        except BadInputError as error:
            return _refuse(error.line("zh"))
    return 0 if all(line.result.passed for line in lines) else 1
