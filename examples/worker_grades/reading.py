"""
From a CSV file to the workers of a unit.

The headings are those of the form: 姓名, 本人身份, 专业技术资格名称, 证书号码 and
so on, in any order, under a title line or not. A line without a name, or with
the name of the line above, holds a further certificate, post or education of
the same worker. Headings repeated at a page break and notes below the table are
left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from credrules.fields import heading_key, names_of
from credrules.systems.lianyungang.records import Education, Person, Post, Registration, SkillRecord, Training
from sheets.text import UnreadableError, bytes_of, cells_of, sheet_of, text_of

NOBODY: Final = "（未写姓名）"
# Which table a heading is looked for in, the first one that has it.
_TABLES: Final = (
    ("person", Person),
    ("skills", SkillRecord),
    ("posts", Post),
    ("education", Education),
    ("training", Training),
    ("registration", Registration),
)
_ONE: Final = frozenset({"person", "registration"})


@frozen
class Entry:
    """
    One worker as the file has it: name, the lines it takes, and the cells under the library's own keys.
    """

    name: str
    lines: tuple[int, ...]
    data: Mapping[str, Any]


@frozen
class Roster:
    """
    The workers in the file's order, the headings nobody has a use for, and the lines that are no rows.
    """

    entries: tuple[Entry, ...]
    unused: tuple[str, ...] = ()
    aside: tuple[int, ...] = ()


def roster_of(path: Path) -> Roster:
    """
    Return the workers of a file; raises UnreadableError and what opening a file raises.
    """
    sheet = sheet_of(text_of(bytes_of(path)), _column, wanted="姓名、本人身份、专业技术资格名称、工种、证书号码")
    columns = tuple(map(_column, sheet.headings))
    lacking = [words for name, words in _WANTED if name not in columns]
    if lacking:
        raise UnreadableError(f"表头里没有{'、'.join(lacking)}")
    blocks: list[list[tuple[int, dict[str, str]]]] = []
    for number, cells in sheet.lines:
        found = cells_of(number, columns, cells)
        name = found.get("person.name", "").strip()
        if blocks and (not name or name == blocks[-1][0][1].get("person.name", "").strip()):
            blocks[-1].append((number, found))
        else:
            blocks.append([(number, found)])
    unused = [cell.strip() for cell, name in zip(sheet.headings, columns, strict=True) if not name and cell.strip()]
    return Roster(tuple(map(_entry, blocks)), tuple(unused), sheet.aside)


_WANTED: Final = (("person.name", "姓名"), ("skills.grade", "专业技术资格名称"))


def _column(heading: str) -> str:
    key = heading_key(heading)
    for section, record in _TABLES:
        name = names_of(record).get(key)
        if name is not None:
            return f"{section}.{name}"
    return ""


def _entry(block: list[tuple[int, dict[str, str]]]) -> Entry:
    data: dict[str, Any] = {}
    for _, cells in block:
        parts: dict[str, dict[str, str]] = {}
        for column, cell in cells.items():
            section, _, name = column.partition(".")
            parts.setdefault(section, {})[name] = cell
        for section, values in parts.items():
            # An empty cell of a filled table is empty; a table without any cell filled is not there.
            if not any(cell.strip() for cell in values.values()):
                continue
            if section in _ONE:
                data[section] = {**values, **data.get(section, {})}
            elif values not in data.setdefault(section, []):
                data[section].append(values)
    name = block[0][1].get("person.name", "").strip() or NOBODY
    return Entry(name, tuple(number for number, _ in block), data)
