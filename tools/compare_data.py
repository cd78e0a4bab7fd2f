"""
Write what changed in the code tables between two states of data/codetables/, as JSON.

``python -m tools.compare_data OLD NEW`` takes two folders (of an earlier
release and of this one) and prints one JSON object: for each table the codes
added and removed and, for each changed row, the columns with old and new text.
Rows are told apart by code and, where one code has several dated rows, by
`valid_from`. The same two folders always give the same text.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

Row = dict[str, str]
Key = tuple[str, str]


def read(folder: Path) -> dict[str, dict[Key, Row]]:
    """
    Return table -> row key -> row of every authored table below `folder`.
    """
    tables: dict[str, dict[Key, Row]] = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        name = path.relative_to(folder).with_suffix("").as_posix()
        tables[name] = {_key(row, number): row for number, row in enumerate(rows)}
    return tables


def _key(row: Row, number: int) -> Key:
    if "source_code" in row:  # a relation: both its codes
        return row["source_code"], f"{row['target_code']} {row['condition']} {row['source']}"
    return row.get("code", str(number)), row.get("valid_from", "")


def compare(old: dict[str, dict[Key, Row]], new: dict[str, dict[Key, Row]]) -> dict[str, Any]:
    """
    Return what differs, table by table; tables without a difference are left out.

    >>> compare({"sex": {("1", ""): {"name": "男"}}}, {"sex": {("1", ""): {"name": "男性"}}})
    {'sex': {'added': [], 'removed': [], 'changed': [{'row': ['1', ''], 'name': ['男', '男性']}]}}
    """
    found: dict[str, Any] = {}
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, {}), new.get(name, {})
        changed = [
            {"row": list(key), **_columns(before[key], after[key])}
            for key in sorted(before.keys() & after.keys())
            if before[key] != after[key]
        ]
        added = [list(key) for key in sorted(after.keys() - before.keys())]
        removed = [list(key) for key in sorted(before.keys() - after.keys())]
        if added or removed or changed:
            found[name] = {"added": added, "removed": removed, "changed": changed}
    return found


def _columns(before: Row, after: Row) -> dict[str, list[str]]:
    names = [name for name in {**before, **after} if before.get(name, "") != after.get(name, "")]
    return {name: [before.get(name, ""), after.get(name, "")] for name in names}


def main(arguments: list[str]) -> int:
    """
    Print the difference of two folders; 2 for anything but two folders.
    """
    folders = [Path(item) for item in arguments]
    if len(folders) != 2 or not all(folder.is_dir() for folder in folders):
        sys.stderr.write("usage: python -m tools.compare_data OLD_FOLDER NEW_FOLDER\n")
        return 2
    old, new = map(read, folders)
    sys.stdout.write(json.dumps(compare(old, new), ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
