"""
The command line: arguments, progress, the summary on the screen, exit codes.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import importlib.metadata
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from credrules.values import Lang, Severity
from roster_audit.audit import Auditor, Outcome, Sink, stray_columns
from roster_audit.copies import CsvCopy, FindingsFile, PlainXlsxCopy, StyledXlsxCopy, can_be_styled, open_text
from roster_audit.engine import Engine, library_engine
from roster_audit.problems import BadInputError, Trouble, complain
from roster_audit.publish import check_target, publish, workshop
from roster_audit.read_csv import CsvSheet
from roster_audit.report import About, Page, write_report
from roster_audit.source import Source, check_path, open_source
from roster_audit.table import one_line
from sheets.arguments import ArgumentsError, Parser, count, day, year

DEFAULT_LIMIT: Final = 1000
_NOT_IN_NAMES: Final = frozenset('<>:"/\\|?*')
_CODES: Final = """\
exit codes: 0 done (with or without findings), 2 wrong arguments, 3 no such file, 4 not a file, 5 empty,
6 too large, 7 encoding, 8 not the kind of file it says, 9 no headings recognised, 10 formula without a stored
result, 11 no such sheet, 12 output already there, 13 cannot write, 14 cannot read, 15 damaged, 16 no people,
130 interrupted. Every failure is one line on standard error, and no output is left behind."""


def _parser() -> Parser:
    parser = Parser(
        prog="python -m roster_audit",
        description="Check a personnel roster (CSV or XLSX) and write a report, the findings and a repaired copy. "
        "核对人员花名册，生成报告、问题清单和修正副本。",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="the roster / 花名册文件")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for the results (default: PATH without suffix + -audit)"
    )
    parser.add_argument(
        "--lang", choices=("zh", "en"), default="zh", help="language of report and messages (default: zh)"
    )
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day to check as of (default: today)")
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook (default: the one with headings)")
    parser.add_argument(
        "--all-sheets", action="store_true", help="every sheet with people, a folder each / 核对所有有人员的工作表"
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of a CSV file (default: recognised)")
    parser.add_argument(
        "--unmasked", action="store_true", help="show whole numbers in report and findings / 不隐去号码"
    )
    parser.add_argument(
        "--limit",
        type=count,
        default=DEFAULT_LIMIT,
        metavar="N",
        help="people listed in the report (default: 1000)",
    )
    parser.add_argument(
        "--tidy", action="store_true", help="one spelling of dates and names in the copy / 副本统一日期和名称写法"
    )
    parser.add_argument("--hours", metavar="PLACE", help="whose hours are asked for: CN-GD, 广东 / 学时要求的地区")
    parser.add_argument("--hours-year", type=year, metavar="YEAR", help="of rows without a year / 学时的年度")
    parser.add_argument("--force", action="store_true", help="replace results of an earlier run / 覆盖上次的结果")
    return parser


def _lang_of(arguments: Sequence[str]) -> Lang:
    """
    Find the language before the arguments are parsed, so a wrong argument is reported in it too.
    """
    joined = " ".join(arguments)
    return "en" if "--lang en" in joined or "--lang=en" in joined else "zh"


def main(
    arguments: Sequence[str] | None = None, *, engine: Engine | None = None, console: Console | None = None
) -> int:
    """
    Run the audit and return the exit code; `engine` and `console` can be replaced by tests.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A Chinese message must not end the program on a terminal that cannot show it.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # text streams of a process have it
    try:
        options = _parser().parse_args(given)
        _run(options, engine or library_engine(options.hours, options.hours_year), console or Console())
    except ArgumentsError as problem:
        return complain(BadInputError(Trouble.USAGE, detail=problem.words), _lang_of(given))
    except BadInputError as problem:
        return complain(problem, _lang_of(given))
    except KeyboardInterrupt:
        return complain(BadInputError(Trouble.INTERRUPTED), _lang_of(given))
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return complain(BadInputError(Trouble.CANNOT_WRITE, path=error.filename or "", detail=detail), _lang_of(given))
    return 0


def _run(options: argparse.Namespace, engine: Engine, console: Console) -> None:
    path: Path = options.path
    check_path(path)
    target: Path = options.out if options.out is not None else path.with_name(f"{path.stem}-audit")
    if not options.all_sheets:
        _run_one(options, engine, console, target)
        return
    with open_source(path, engine.find, encoding=options.encoding, sheet=options.sheet) as source:
        names = [source.sheet.name, *source.other_people] if source.sheet.name else []
    for name in names or [options.sheet]:
        folder = target / "".join("_" if letter in _NOT_IN_NAMES else letter for letter in name) if name else target
        _run_one(argparse.Namespace(**{**vars(options), "sheet": name}), engine, console, folder)


def _run_one(options: argparse.Namespace, engine: Engine, console: Console, target: Path) -> None:
    """
    Audit one sheet into its folder.
    """
    path: Path = options.path
    with open_source(path, engine.find, encoding=options.encoding, sheet=options.sheet) as source:
        is_csv = isinstance(source.sheet, CsvSheet)
        copy_name = "repaired.csv" if is_csv else "repaired.xlsx"
        names = ["report.html", "findings.csv", copy_name, *(["changes.csv"] if is_csv else [])]
        check_target(target, names, path, force=options.force)
        with workshop(target) as folder:
            outcome = _audit(source, engine, options, folder)
            _write_report(source, outcome, options, folder, copy_name)
            publish(folder, target, force=options.force)
    _summary(outcome, source, target, names, options, console)


def _audit(source: Source, engine: Engine, options: argparse.Namespace, folder: Path) -> Outcome:
    """
    Pass every row through the rules and write the files for work into `folder`.
    """
    outcome = Outcome(options.on or dt.date.today())  # noqa: DTZ011  # the clerk's own calendar day
    auditor = Auditor(
        source,
        engine,
        outcome.on,
        lang=options.lang,
        masked=not options.unmasked,
        limit=options.limit,
        outcome=outcome,
        tidy=options.tidy,
    )
    with contextlib.ExitStack() as stack:
        findings = FindingsFile(
            stack.enter_context(open_text(folder / "findings.csv")), options.lang, not options.unmasked
        )
        findings.start()
        sinks: list[Sink] = [findings]
        book: StyledXlsxCopy | PlainXlsxCopy | None = None
        if isinstance(source.sheet, CsvSheet):
            table = stack.enter_context(open_text(folder / "repaired.csv"))
            changes = stack.enter_context(open_text(folder / "changes.csv"))
            csv_copy = CsvCopy(table, changes, source.sheet.delimiter, options.lang)
            csv_copy.start()
            sinks.append(csv_copy)
        elif can_be_styled(source.sheet):
            book = StyledXlsxCopy(source.sheet.path, source.sheet.name, source.merges, options.lang)
            sinks.append(book)
        else:
            book = PlainXlsxCopy(source.sheet.name, options.lang)
            sinks.append(book)
        _with_progress(auditor, sinks, options.lang)
        if not outcome.people:
            raise BadInputError(Trouble.NO_PEOPLE, path=source.sheet.path)
        if book is not None:
            book.save(folder / "repaired.xlsx")
    return outcome


def _with_progress(auditor: Auditor, sinks: list[Sink], lang: Lang) -> None:
    """
    Run the audit with a bar on a terminal, silently elsewhere.
    """
    words = "checking" if lang == "en" else "核对中"
    people = "{task.fields[people]} rows" if lang == "en" else "{task.fields[people]} 人"
    columns = (SpinnerColumn(), TextColumn(words), BarColumn(), TextColumn(people), TimeElapsedColumn())
    screen = Console(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task(words, total=None, people=0)

        def tick(count: int) -> None:
            if count % 20 == 0:
                done, total = auditor.source.sheet.progress()
                progress.update(task, completed=done, total=total or None, people=count)

        auditor.run(sinks, tick)


def _write_report(source: Source, outcome: Outcome, options: argparse.Namespace, folder: Path, copy_name: str) -> None:
    is_csv = isinstance(source.sheet, CsvSheet)
    sheet = "Changes" if options.lang == "en" else "修改清单"
    about = About(
        lang=options.lang,
        masked=not options.unmasked,
        copy_name=copy_name,
        changes_name="changes.csv" if is_csv else f"{copy_name} [{sheet}]",
        version=importlib.metadata.version("credrules"),
    )
    with (folder / "report.html").open("w", encoding="utf-8", newline="\n") as stream:
        write_report(stream, Page(source, outcome, about))


def _summary(  # what was read, what came of it, and where it was written
    outcome: Outcome,
    source: Source,
    target: Path,
    written: Sequence[str],
    options: argparse.Namespace,
    console: Console,
) -> None:
    """
    Print the sheet, the numbers, what was not checked, the most frequent problems, and where the results are.
    """
    lang: Lang = options.lang
    zh = lang == "zh"
    if source.sheet.name:
        console.print(
            f"{'核对的工作表' if zh else 'sheet checked'}: {source.sheet.name}", highlight=False, markup=False
        )
    if source.other_people and not options.all_sheets:
        others = "、".join(source.other_people)
        words = (
            "这些工作表也有人员，没有核对（--all-sheets 全部核对）"
            if zh
            else "sheets of people not checked (--all-sheets)"
        )
        console.print(f"{words}: {others}", style="yellow", highlight=False, markup=False)
    numbers = Table(title="核对结果" if zh else "Result", title_justify="left")
    for words, style in (
        ("人数" if zh else "people", ""),
        ("必须改" if zh else "must be fixed", "red"),
        ("请核实" if zh else "please check", "yellow"),
        ("没有问题" if zh else "in order", "green"),
        ("自动改好的单元格" if zh else "cells repaired", ""),
    ):
        numbers.add_column(words, style=style, justify="right")
    counts = (outcome.people, outcome.wrong, outcome.doubtful, outcome.fine, outcome.changed)
    numbers.add_row(*(f"{count:,}" for count in counts))
    console.print(numbers)
    said = [item.message(lang) for item in outcome.table if not item.path or item.severity is not Severity.INFO]
    if outcome.unread:
        headings = "、".join(one_line(heading) for heading in outcome.unread[:20])
        words = "没有看懂、没有核对的列" if zh else "columns not understood and not checked"
        said.append(f"{words}: {headings}")
    if stray := stray_columns(outcome):
        letters = ("、" if zh else ", ").join(stray)
        words = "没有标题却有内容、没有核对的列" if zh else "columns with cells but without a heading, not checked"
        said.append(f"{words}: {letters}")
    if outcome.elsewhere:
        said.append(
            f"第 {outcome.elsewhere} 行起是另一张表（标题不同），没有核对；请另存为一个工作表再核对"
            if zh
            else f"another table begins in row {outcome.elsewhere} and was not checked; put it on a sheet of its own"
        )
    for line in said:
        console.print(line, style="yellow", highlight=False, markup=False)
    serious = outcome.ranked()[:8]
    if serious:
        problems = Table(title="主要问题" if zh else "Main problems", title_justify="left")
        problems.add_column("程度" if zh else "severity")
        problems.add_column("人数" if zh else "people", justify="right")
        problems.add_column("列" if zh else "column")
        problems.add_column("问题" if zh else "problem")
        for (_code, heading), count in serious:
            is_error = count.example.severity is Severity.ERROR
            words = ("必须改" if zh else "fix") if is_error else ("请核实" if zh else "check")
            problems.add_row(
                Text(words, style="red" if is_error else "yellow"),
                f"{count.people:,}",
                Text(one_line(heading)),
                Text(count.words(lang)),
            )
        console.print(problems)
    names = ", ".join(sorted(written))
    # Paths are printed whole: a wrapped path cannot be clicked or copied.
    console.print(
        f"{'报告' if zh else 'report'}: {os.fspath((target / 'report.html').resolve())}",
        soft_wrap=True,
        highlight=False,
        markup=False,
    )
    console.print(f"{'全部文件' if zh else 'files'}: {names}", soft_wrap=True, highlight=False, markup=False)
