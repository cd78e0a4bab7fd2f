"""
How well rosters are read: headings of public templates, and mistakes in fresh rosters.

``python -m tools.measure_rosters`` prints the figures, ``--write`` puts them into docs/rosters.md, ``--seeds 5``
measures the fresh rosters of other seeds than those of the page, and lists what was missed.
"""

from __future__ import annotations

import argparse
import csv
import functools
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from credrules.rosters import match_columns
from tools.measuring.measure import Figures, measure

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "tests" / "rosters" / "headings"
PAGE: Final = ROOT / "docs" / "rosters.md"
SEEDS: Final = (1,)
COUNT: Final = 80
"""The fresh rosters of the page: a table an office, with so many people."""


@frozen
class Read:
    """
    One template: its part and trade, how many columns, how many right, wrong, and taken from others.
    """

    name: str
    part: str
    trade: str
    columns: int
    right: int
    wrong: int
    taken: int


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _read(name: str, part: str, trade: str, rows: list[dict[str, str]]) -> Read:
    headings: list[Any] = []
    for row in rows:
        parts = tuple(filter(None, (row.get("top", ""), row.get("group", ""), row["heading"])))
        headings.append(parts[0] if len(parts) == 1 else parts or "")
    found = match_columns(headings).columns
    right = wrong = taken = 0
    for row, column in zip(rows, found, strict=True):
        good = column.field in row["field"].split("|")
        foreign = row.get("whose", row.get("owner", "self")) != "self" or row.get("time", "now") != "now"
        right += good
        wrong += not good and bool(column.field)
        taken += not good and bool(column.field) and foreign and not row["field"]
    return Read(name, part, trade, len(rows), right, wrong, taken)


@functools.cache
def templates() -> tuple[Read, ...]:
    """
    Return the figures of every template, part by part.
    """
    struck = {(row["template"], row["place"]) for row in _rows("struck.csv")}
    columns: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(FOLDER.glob("*.csv")):
        for row in _rows(path.name) if path.stem not in {"templates", "struck"} else ():
            if (row["template"], row["place"]) not in struck:
                columns[row["template"]].append(row)
    found = [
        _read(row["template"], row["part"], row["trade"], columns[row["template"]]) for row in _rows("templates.csv")
    ]
    for folder, part in (("later", "later"), ("grouped", "two or three lines")):
        own: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in _rows(f"{folder}/columns.csv"):
            own[row["template"]].append(row)
        found += [
            _read(row["template"], part, row["trade"], own[row["template"]]) for row in _rows(f"{folder}/templates.csv")
        ]
    parts = ["worked on", "set aside", "later", "two or three lines"]
    return tuple(sorted(found, key=lambda item: (parts.index(item.part), item.trade, item.name)))


def _table(heads: str, rows: list[tuple[object, ...]]) -> str:
    names = heads.split(" | ")
    lines = [f"| {heads} |", "|" + "---|" * len(names)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def _share(part: float) -> str:
    return f"{100 * part:.1f} %"


def parts_table() -> str:
    """
    Return the figures of the parts of the collection.
    """
    rows: list[tuple[object, ...]] = []
    for part in dict.fromkeys(item.part for item in templates()):
        own = [item for item in templates() if item.part == part]
        columns, right = sum(item.columns for item in own), sum(item.right for item in own)
        wrong, taken = sum(item.wrong for item in own), sum(item.taken for item in own)
        rows.append((part, len(own), f"{columns:,}", f"{right:,}", _share(right / columns), wrong, taken))
    return _table("part | templates | columns | right | | wrong field | another's taken", rows)


def templates_table() -> str:
    """
    Return the figures of every template.
    """
    rows = [(it.name, it.part, it.trade, it.columns, it.right, it.wrong, it.taken) for it in templates()]
    return _table("template | part | trade | columns | right | wrong field | another's taken", list(rows))


def fresh_table(everything: Figures, single: dict[str, Figures]) -> str:
    """
    Return the figures of the fresh rosters, by office and together.
    """

    def row(name: str, own: Figures) -> tuple[object, ...]:
        return (
            name, f"{own.columns_right} of {own.columns}", len(own.wrong_fields), f"{own.lines_right} of {own.people}",
            f"{own.found.total()} of {own.made.total()}", f"{len(own.false_alarms)} of {own.sound}",
            f"{own.undone.total()} of {own.slips.total()}", len(own.wrong_repairs),
        )  # fmt: skip

    shares = (
        "**share**", _share(everything.column_share), _share(everything.wrong_share),
        _share(everything.lines_right / everything.people), _share(everything.recall), _share(everything.false_share),
        _share(everything.undone_share), "",
    )  # fmt: skip
    rows = [*(row(name, own) for name, own in single.items()), row("**all**", everything), shares]
    return _table("office | columns | wrong field | people | told | false alarms | undone | wrong repairs", rows)


@functools.cache
def fresh() -> tuple[Figures, dict[str, Figures]]:
    """
    Return the figures of the page's seeds.
    """
    return measure(SEEDS, COUNT)


def page(text: str) -> str:
    """
    Return the text of the page with the figures as they are now.
    """
    tables = {"parts": parts_table(), "fresh": fresh_table(*fresh()), "templates": templates_table()}
    for name, table in tables.items():
        marks = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marks.sub(lambda found, table=table: f"{found[1]}\n{table}\n\n{found[2]}", text)  # type: ignore[misc]  # bound
    return text


def main(arguments: list[str]) -> int:
    """
    Print or write the figures.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seeds", type=int, default=0, help="so many other seeds")
    options = parser.parse_args(arguments)
    if options.write:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        return 0
    if options.seeds:
        everything, single = measure(tuple(range(100, 100 + options.seeds)), COUNT)
        missed = {name: f"{everything.found[name]} of {count}" for name, count in everything.made.items()}
        lists = (everything.wrong_fields, everything.missed_columns, everything.false_alarms, everything.wrong_repairs)
        lines = [fresh_table(everything, single), str(missed), *map(str, lists)]
    else:
        lines = [parts_table(), fresh_table(*fresh())]
    sys.stdout.write("\n\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
