"""
The program: ``python -m learning_year RECORDS.csv --year 2016 [--site SITE.csv] [--out DIR]``.

Exit code 0: everybody passes; 1: somebody does not; 2: the input cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from credrules.systems.guangdong_learning import annual_result
from learning_year.page import Line, page
from learning_year.reading import people_of, rows_of


def lines_of(records: Path, site: Path | None, *, year: int, on: dt.date) -> tuple[Line, ...]:
    """
    Return a line per person of the unit.
    """
    people = people_of(rows_of(records), rows_of(site) if site else (), on=on)
    return tuple(Line(person, annual_result(person.records, year=year)) for person in people)


def main(arguments: Sequence[str]) -> int:
    """
    Run the program; return its exit code.
    """
    parser = argparse.ArgumentParser(prog="learning_year", description="一个单位一年的继续教育学时：谁还差什么")
    parser.add_argument("records", type=Path, help="单位的继续教育记录 (CSV, UTF-8)")
    parser.add_argument("--year", type=int, required=True, help="年度")
    parser.add_argument("--site", type=Path, help="学习网的记录 (CSV, UTF-8)")
    parser.add_argument("--on", type=dt.date.fromisoformat, help="按哪一天核对，默认为该年度最后一天")
    parser.add_argument("--out", type=Path, help="结果目录：写入 year.html")
    options = parser.parse_args(arguments)
    on = options.on or dt.date(options.year, 12, 31)
    try:
        lines = lines_of(options.records, options.site, year=options.year, on=on)
    except (OSError, UnicodeError, csv.Error) as error:
        print(f"不能读取：{error}", file=sys.stderr)
        return 2
    for line in lines:
        print(f"{line.person.name}\t{'通过' if line.result.passed else line.missing}")
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "year.html").write_text(page(lines, year=options.year), encoding="utf-8")
    return 0 if all(line.result.passed for line in lines) else 1
