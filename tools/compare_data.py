"""
Write what changed in the authored data between two states, as JSON or in words.

``python -m tools.compare_data OLD NEW`` takes two folders (`data/` of an
earlier release and of this one, or one of its folders: codetables, hours,
eligibility) and prints one JSON object: for each table the rows added and
removed and, for each changed row, the columns with old and new text. Rows are
told apart by their id; in code tables by code and `valid_from`. What is known
about a table (its edition, horizon, confidence, day of verification) is
compared too. ``--words`` prints the same as lines for the changelog. The same
two folders always give the same text.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, str]
Key = tuple[str, str]

# What tells the rows of a table apart, tried in this order.
_IDS: tuple[tuple[str, ...], ...] = (
    ("id",),
    ("source_code", "target_code", "condition", "source"),
    ("code", "valid_from"),
    ("name", "profession"),
    ("scheme", "name"),
    ("jurisdiction",),
    ("scheme",),
    ("name",),
)
_FOLDERS = ("codetables", "hours", "eligibility")


def read(folder: Path) -> dict[str, dict[Key, Row]]:
    """
    Return table -> row key -> row of every authored table below `folder`; of a whole `data/` the three kinds of data.
    """
    tables: dict[str, dict[Key, Row]] = {}
    below = [folder / name for name in _FOLDERS if (folder / name).is_dir()] or [folder]
    for path in sorted(path for part in below for path in part.rglob("*") if path.suffix in {".csv", ".toml"}):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as lines:
                rows = list(csv.DictReader(lines))
            tables[name] = _keyed(rows)
        else:
            tables[f"{name}.toml"] = _known(tomllib.loads(path.read_text("utf-8")))
    return tables


def _keyed(rows: list[Row]) -> dict[Key, Row]:
    """
    Return the rows by their keys; of two rows of one code and day (lists that disagree) the names tell them apart.
    """
    found: dict[Key, Row] = {}
    for number, row in enumerate(rows):
        first, rest = _key(row, number)
        if (first, rest) in found:
            rest = f"{rest} {row.get('name', number)} {row.get('source', '')}".strip()
        found[first, rest] = row
    return found


def _key(row: Row, number: int) -> Key:
    for columns in _IDS:
        if columns[0] in row and (len(columns) == 1 or columns[0] != "name" or columns[1] in row):
            first, *rest = (row.get(column, "") for column in columns)
            return first, " ".join(part for part in rest if part)
    return str(number), ""


def _known(data: dict[str, Any]) -> dict[Key, Row]:
    """
    Return what a TOML file says, a row per table in it and one for its own keys.
    """
    rows: dict[Key, Row] = {}
    for key, value in data.items():
        if isinstance(value, dict) and all(isinstance(item, dict) for item in value.values()):
            rows.update({(key, name): {k: _text(v) for k, v in item.items()} for name, item in value.items()})
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            rows.update({(key, str(item.get("key", at))): _texts(item) for at, item in enumerate(value)})
        else:
            rows.setdefault(("", ""), {})[key] = _text(value)
    return rows


def _texts(item: dict[str, Any]) -> Row:
    return {key: _text(value) for key, value in item.items()}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def compare(old: dict[str, dict[Key, Row]], new: dict[str, dict[Key, Row]]) -> dict[str, Any]:
    """
    Return what differs, table by table; tables without a difference are left out.

    >>> compare({"sex": {("1", ""): {"name": "男"}}}, {"sex": {("1", ""): {"name": "男性"}}})
    {'sex': {'added': [], 'removed': [], 'changed': [{'row': ['1', ''], 'name': ['男', '男性']}]}}
    """
    found: dict[str, Any] = {}
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, {}), new.get(name, {})
        moved = ((key, _columns(before[key], after[key])) for key in sorted(before.keys() & after.keys()))
        changed = [{"row": list(key), **columns} for key, columns in moved if columns]
        added = [list(key) for key in sorted(after.keys() - before.keys())]
        removed = [list(key) for key in sorted(before.keys() - after.keys())]
        if added or removed or changed:
            found[name] = {"added": added, "removed": removed, "changed": changed}
    return found


def _columns(before: Row, after: Row) -> dict[str, list[str]]:
    names = [name for name in {**before, **after} if before.get(name, "") != after.get(name, "")]
    return {name: [before.get(name, ""), after.get(name, "")] for name in names}


# What changes when a figure or a date of a rule does: the answers of the place, from and up to those days.
_DATES = ("since", "until", "valid_from", "valid_to", "attested", "published", "horizon")


def words(found: dict[str, Any]) -> Iterator[str]:
    """
    Yield the differences as lines: how many rows of a table came, went and changed, and which dates moved.

    >>> list(words({"hours/requirements": {"added": [["CN-A", ""]], "removed": [], "changed": []}}))
    ['- `hours/requirements`: 1 added (CN-A)']
    """
    for name, parts in found.items():
        if name.endswith(".toml"):
            continue
        told = [f"{len(parts[kind])} {kind} ({_some(parts[kind])})" for kind in ("added", "removed") if parts[kind]]
        if parts["changed"]:
            columns = sorted({column for row in parts["changed"] for column in row} - {"row"})
            rows = [row["row"] for row in parts["changed"]]
            told.append(f"{len(rows)} changed in {', '.join(columns)} ({_some(rows)})")
        yield f"- `{name}`: {'; '.join(told)}"
        for row in parts["changed"]:
            for column in _DATES:
                if column in row:
                    before, after = (text or "nothing" for text in row[column])
                    yield f"  - {row['row'][0]}: {column} {before} -> {after}"


def _some(keys: list[list[str]]) -> str:
    names = [key[0] for key in keys]
    return ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")


def main(arguments: list[str]) -> int:
    """
    Print the difference of two folders; 2 for anything but two folders.
    """
    told = "--words" in arguments
    folders = [Path(item) for item in arguments if item != "--words"]
    if len(folders) != 2 or not all(folder.is_dir() for folder in folders):
        sys.stderr.write("usage: python -m tools.compare_data [--words] OLD_FOLDER NEW_FOLDER\n")
        return 2
    old, new = map(read, folders)
    found = compare(old, new)
    if told:
        sys.stdout.writelines(f"{line}\n" for line in words(found))
    else:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
