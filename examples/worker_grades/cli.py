"""
The program: ``python -m worker_grades WORKERS.csv --on 2018-04-24 [--level 市直] [--channel 网上] [--out DIR]``.

Exit code 0: everybody is complete; 1: somebody is not; 2: the input cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from credrules.findings import Decision
from credrules.masking import shown_key
from credrules.systems.lianyungang.names import name_of
from roster_audit.privacy import safe_for_spreadsheet
from roster_audit.problems import BadInputError, Trouble, complain
from roster_audit.publish import check_target, publish, workshop
from sheets.arguments import ArgumentsError, Parser, day
from sheets.text import UnreadableError, told_aside
from worker_grades.judging import Line, Unit, judge
from worker_grades.page import page
from worker_grades.reading import Roster, roster_of

RESULTS = ("grades.html", "short.csv")
_WORDS = {Decision.IN: "可以申报", Decision.OUT: "不能申报", Decision.REVIEW: "须核定"}


def _summary(line: Line) -> str:
    if line.target is None:
        return f"现有{line.held}，已是最高等级"
    errors = f"，{len(line.errors)} 处错误" if line.errors else ""
    return f"现有{line.held or '无等级'}，{name_of(line.target)}{_WORDS[line.decision]}{errors}"


def _write(unit: Unit, target: Path, source: Path, *, title: str, force: bool) -> None:
    check_target(target, list(RESULTS), source, force=force)
    with workshop(target) as folder:
        (folder / RESULTS[0]).write_text(page(unit, title=title), encoding="utf-8")
        with (folder / RESULTS[1]).open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("姓名", "行", "程度", "说明", "代码"))
            for line in unit.lines:
                where = "、".join(map(str, line.entry.lines))
                for item in dict.fromkeys(line.told):
                    cells = (line.name, where, item.severity.value, item.message("zh"), item.code)
                    writer.writerow([safe_for_spreadsheet(cell) for cell in cells])
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
    parser = Parser(prog="worker_grades", description="一个单位的工勤人员：谁能申报什么、还差什么、怎样打印")
    parser.add_argument("workers", type=Path, help="工勤人员名单 (CSV)")
    parser.add_argument("--on", type=day, required=True, help="按哪一天核对，如 2018-04-24")
    parser.add_argument("--level", help="市直或县区")
    parser.add_argument("--installed", help="是否已安装系统：是、否")
    parser.add_argument("--channel", help="网上或线下")
    parser.add_argument("--out", type=Path, help="结果目录：写入 grades.html、short.csv")
    parser.add_argument("--force", action="store_true", help="覆盖目录中已有的结果")
    return parser


def _remarks(roster: Roster) -> Iterator[str]:
    if roster.unused:
        yield f"没有用到的列：{'、'.join(map(shown_key, roster.unused))}"
    if roster.aside:
        yield told_aside(roster.aside)


def _run(options: argparse.Namespace) -> int:
    given = {"level": options.level, "installed": options.installed, "channel": options.channel}
    try:
        roster = roster_of(options.workers)
    except FileNotFoundError as error:
        return _refuse(f"没有文件 {error.filename}")
    except UnreadableError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(error.strerror or type(error).__name__)
    if not roster.entries:
        return _refuse("表里没有人员")
    for remark in _remarks(roster):
        print(remark, file=sys.stderr)
    unit = judge(roster, on=options.on, unit={key: value for key, value in given.items() if value is not None})
    for line in unit.lines:
        print(f"{line.name}\t{_summary(line)}")
    for item in unit.findings:
        print(item.message("zh"), file=sys.stderr)
    if options.out:
        try:
            _write(unit, options.out, options.workers, title=f"工勤人员技术等级（{options.on}）", force=options.force)
        except BadInputError as error:
            return _refuse(error.line("zh"))
    return 1 if any(line.errors for line in unit.lines) else 0
