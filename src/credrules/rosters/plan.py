"""
Which cell of a row gives the value of which field.

Of several columns of one field the first whose cell can be read gives the
value; the others are read too. Codes that a heading declares are replaced by
words, columns of another year are left out, and a number of another document
is not read as an identity number.

References: docs/adr/0017.

Limitations: the kind of a document is recognised by its words; a bare code is not looked up.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from credrules.findings import Finding, finding
from credrules.hours import Requirement
from credrules.leaves import is_blank
from credrules.masking import shown_text
from credrules.rosters.column import Column, Heading, at, specs
from credrules.rosters.columns import ColumnMatch, cell_of
from credrules.rosters.profile import RosterProfile
from credrules.rosters.records.hours import BY_FIELD
from credrules.text import read_text
from credrules.values import Label

__all__ = [
    "Planned",
    "plan_row",
]
__dir__ = __all__.copy

_CODE: Final = re.compile(r"(\d{1,2})(?:\.0+)?")
# Whatever the heading does not name; not the entry of that name in the table.
_REST: Final = frozenset({"其他", "其它", "其余", "其他民族"})
_OWN_PAPERS: Final = re.compile("身份证|居住证|永久居留|户口|^0*1$|^a$|^111$|id", re.IGNORECASE)
_PAPERS: Final = re.compile("证|照|卡|其他|其它|passport|other", re.IGNORECASE)
_CITIZEN: Final = re.compile(r"[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]")
_HOURS: Final = frozenset(BY_FIELD)


@frozen
class Planned:
    """
    A row on its way to the engine: the cell and the column of each field, further cells, and what was noted.
    """

    written: dict[str, object]
    columns: dict[str, Column]
    others: tuple[tuple[str, Column, object], ...] = ()
    noted: tuple[Finding, ...] = ()
    year: int | None = None

    @functools.cached_property
    def headings(self) -> Mapping[str, Heading]:
        """
        Field -> heading of the column that gave the value.
        """
        return {name: column.heading for name, column in self.columns.items()}


def plan_row(row: object, match: ColumnMatch, profile: RosterProfile) -> Planned:
    """
    Return which cell of a row is read as which field.

    >>> from credrules.rosters import PROFILE, match_columns
    >>> plan_row({"性别（0女1男）": 0}, match_columns(["性别（0女1男）"]), PROFILE).written
    {'sex': '女'}
    """
    written: dict[str, object] = {}
    columns: dict[str, Column] = {}
    others: list[tuple[str, Column, object]] = []
    noted: list[Finding] = []
    year = None
    if match.years:
        year, kept, said = _of_year(row, match, profile)
        noted += said
    else:
        kept = match.by_field
    for name, declared in kept.items():
        several, cells = _read_cells(row, declared, noted)
        if not several:
            continue
        place = _first_read(name, cells) if len(cells) > 1 else 0
        written[name], columns[name] = cells[place], several[place]
        if len(cells) > 1:
            others += [
                (name, column, cell)
                for number, (column, cell) in enumerate(zip(several, cells, strict=True))
                if number != place and not is_blank(cell)
            ]
    if match.document is not None and "citizen_id" in written:
        _other_document(row, match.document, written, columns, noted)
    return Planned(written, columns, tuple(others), tuple(noted), year)


def _read_cells(
    row: object, columns: tuple[Column, ...], noted: list[Finding]
) -> tuple[tuple[Column, ...], list[object]]:
    """
    Return the columns that have something to read, and their cells with declared codes replaced by words.
    """
    cells = [cell_of(row, column) for column in columns]
    if not any(column.legend for column in columns):
        return columns, cells
    read_as = [
        _declared(cell, column, noted) if column.legend else cell for cell, column in zip(cells, columns, strict=True)
    ]
    kept = [place for place, cell in enumerate(read_as) if cell is not None or cells[place] is None]
    return tuple(columns[place] for place in kept), [read_as[place] for place in kept]


def _first_read(name: str, cells: list[object]) -> int:
    filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
    leaf = specs()[name].leaf
    return next((place for place in filled if leaf.check(cells[place]).ok), filled[0] if filled else 0)


def _declared(cell: object, column: Column, noted: list[Finding]) -> object:
    """
    Return the word that the heading declares for a code; an undeclared code is noted.
    """
    code = _CODE.fullmatch(read_text(cell).text or "")
    if code is None:
        return cell
    word = column.legend.get(code[1]) or column.legend.get(str(int(code[1])))
    if word is None:
        codes = "、".join(f"{key}={said}" for key, said in column.legend.items())
        noted.append(finding("ROSTER.CODE_UNDECLARED", path=at(column.heading), given=code[1], codes=codes))
        return None
    if word in _REST or not specs()[column.field].leaf.check(word).ok:
        noted.append(finding("ROSTER.CODE_OF_GROUP", path=at(column.heading), word=word))
        return None
    return word


def _of_year(
    row: object, match: ColumnMatch, profile: RosterProfile
) -> tuple[int | None, Mapping[str, tuple[Column, ...]], Iterator[Finding]]:
    """
    Return the year of the row's hours, the columns of that year, and why others are not judged.
    """
    asked = _asked_year(row, match, profile)
    year = asked if asked is not None else (match.years[0] if len(match.years) == 1 else None)
    kept: dict[str, tuple[Column, ...]] = {}
    left: list[Column] = []
    for name, several in match.by_field.items():
        of_year = tuple(column for column in several if name not in _HOURS or column.year in {None, year})
        left += [column for column in several if column not in of_year]
        if of_year:
            kept[name] = of_year
    judged = _HOURS & kept.keys()
    reason = (
        _OTHER_YEARS
        if year is None
        else Label(f"标题写的不是 {year} 年", f"the heading names another year than {year}")
    )
    said = (
        finding("ROSTER.HOURS_NOT_JUDGED", path=at(column.heading), reason=reason)
        for column in left
        if not judged and not is_blank(cell_of(row, column))
    )
    return year, kept, said


_OTHER_YEARS: Final = Label(
    "表中有几个年度的学时，没有指定年度", "the table has hours of several years, and no year was named"
)


def _asked_year(row: object, match: ColumnMatch, profile: RosterProfile) -> int | None:
    for column in match.by_field.get("hours_year", ()):
        said: Any = specs()["hours_year"].leaf.check(cell_of(row, column)).value
        if said is not None:
            return int(said)
    named = profile.hours
    return profile.hours_year or (named.year if isinstance(named, Requirement) else None)


def _other_document(
    row: object, document: Column, written: dict[str, object], columns: dict[str, Column], noted: list[Finding]
) -> None:
    kind = read_text(cell_of(row, document)).text or ""
    if not kind or _OWN_PAPERS.search(kind) or kind.isdigit():
        return
    shown = shown_text(kind)[:40]
    column = columns["citizen_id"]
    if not _PAPERS.search(kind):
        # 正常 is no document: the number is judged as in any table.
        noted.append(finding("ROSTER.DOCUMENT_UNKNOWN", path=at(document.heading), kind=shown))
    elif _CITIZEN.fullmatch(read_text(written["citizen_id"]).text or ""):
        noted.append(finding("ROSTER.DOCUMENT_DISAGREES", path=at(column.heading), kind=shown))
    else:
        del columns["citizen_id"], written["citizen_id"]
        noted.append(finding("ROSTER.OTHER_DOCUMENT", path=at(column.heading), kind=shown))
