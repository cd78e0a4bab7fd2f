"""
Overlays: a host's own entries on a shipped table, each with its source.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias, cast

import attrs
from attrs import evolve

from credrules.codes.content import LISTS, Content, entry_from
from credrules.codes.entry import LOCAL, About, Entry, OnClash, Status, sort_key
from credrules.dates import PartialDate
from credrules.findings import CredrulesError, Finding, finding
from credrules.masking import shown_cell, shown_text, type_name
from credrules.text import is_one_slip
from credrules.values import Confidence, Label, is_missing

__all__ = ["LOCAL", "extend", "replace", "without"]
__dir__ = __all__.copy

_CHANGEABLE: Final = {item.name.lstrip("_") for item in attrs.fields(Entry)} - {"code"}


def extend(content: Content, entries: Iterable[Entry | Mapping[str, object]], on_clash: OnClash) -> Content:
    """
    Return the content with more entries; see `CodeTable.extend`.
    """
    kept = {code: list(rows) for code, rows in content.dated.items()}
    problems: list[Finding] = []
    added: dict[str, list[_Span]] = {}
    for number, given in enumerate(_rows_in(entries)):
        entry = _entry(given, number, problems, content.about)
        if entry is None:
            continue
        if entry.code in kept and entry.code not in added:
            if on_clash is OnClash.RAISE:
                known = kept[entry.code][-1]
                problems.append(finding("CODE.CLASH", path=(number,), code=known.code, name=known.name))
            if on_clash is not OnClash.REPLACE:
                continue
            kept[entry.code] = []
        rows = kept.setdefault(entry.code, [])
        if _together(added.setdefault(entry.code, []), entry):
            code, name = shown_cell(entry.code), shown_text(rows[-1].name)
            problems.append(finding("CODE.CLASH", path=(number,), code=code, name=name))
        rows.append(entry)
    for code in added:
        kept[code].sort(key=_begin)
    everything = [entry for rows in kept.values() for entry in rows]
    return _derived(content, everything, problems, _with_local(content.about))


def _derived(content: Content, entries: list[Entry], problems: list[Finding], about: About) -> Content:
    """
    Return the content with these entries, or raise CredrulesError with the problems and what is broken now.
    """
    problems = [*problems, *_broken(entries)]
    if problems:
        raise CredrulesError(problems)
    return content.derived(entries, about)


def replace(content: Content, code: str, changes: Mapping[str, object]) -> Content:
    """
    Return the content with one entry changed; see `CodeTable.replace`.
    """
    rows = content.rows(code)
    if not rows:
        raise CredrulesError([_unknown(content, code)])
    problems: list[Finding] = []
    sources = dict.fromkeys([*rows[-1].source.split(), LOCAL.key])
    row = {**rows[-1].to_row(), "source": " ".join(sources), **changes, "code": code}
    unknown = sorted(changes.keys() - _CHANGEABLE - set(content.about.columns))
    if unknown:
        raise CredrulesError([finding("CODE.BAD_ROW", column=shown_text(unknown[0]), code=shown_cell(code))])
    entry = _entry(row, 0, problems, content.about)
    everything = [entry if item is rows[-1] and entry is not None else item for item in content.entries]
    return _derived(content, everything, problems, _with_local(content.about))


def without(content: Content, codes: Iterable[str]) -> Content:
    """
    Return the content without some codes; see `CodeTable.without`.
    """
    gone = set(codes)
    problems = [_unknown(content, code) for code in sorted(gone) if not content.rows(code)]
    return _derived(content, [entry for entry in content.entries if entry.code not in gone], problems, content.about)


def _unknown(content: Content, code: str) -> Finding:
    return finding("CODE.UNKNOWN", given=shown_cell(code), table=content.about.short, candidates=(), hint=Label("", ""))


def _with_local(about: About) -> About:
    return about if LOCAL in about.sources else evolve(about, sources=(*about.sources, LOCAL))


def _begin(entry: Entry) -> tuple[int, int, int]:
    return sort_key(entry.valid_from)


_Span: TypeAlias = tuple[tuple[int, int, int], tuple[int, int, int]]
_OPEN: Final = (9999, 99, 99)


def _together(spans: list[_Span], entry: Entry) -> bool:
    """
    Return whether a row is in force when an earlier row of its code is; a common day of change does not count.

    `spans` are the times of the earlier rows in order, to which that of the row is added.
    """
    begin = _begin(entry)
    end = max(begin, sort_key(entry.valid_to)) if entry.valid_to else _OPEN
    first = bisect.bisect_right(spans, begin, key=lambda span: span[1])
    last = bisect.bisect_left(spans, end, key=lambda span: span[0])
    both = spans[first:last]
    spans[first : max(first, last)] = [(min([begin, *(it[0] for it in both)]), max([end, *(it[1] for it in both)]))]
    return bool(both)


def _rows_in(entries: object) -> Iterable[object]:
    # Iterating over a frame gives its column names, over a mapping its keys.
    whole = issubclass(type(entries), (str, Mapping)) or hasattr(type(entries), "columns")
    if whole or not any("__iter__" in vars(base) for base in type.mro(type(entries))):
        raise CredrulesError([finding("CODE.NOT_ROWS", kind=type_name(entries)[:40])])
    try:
        return iter(cast("Iterable[object]", entries))
    except TypeError as error:  # an array without a dimension
        raise CredrulesError([finding("CODE.NOT_ROWS", kind=type_name(entries)[:40])]) from error


def _entry(given: object, number: int, problems: list[Finding], about: About) -> Entry | None:
    """
    Return a row as an entry with a source; for an invalid row, add a problem and return None.
    """
    row = given.to_row() if isinstance(given, Entry) else given
    if not isinstance(row, Mapping):
        problems.append(finding("CODE.BAD_ROW", path=(number,), column="", code=""))
        return None
    try:
        cells = _cells(row)
    except (RecursionError, ValueError):  # a cell that holds itself, a number of thousands of digits
        problems.append(finding("CODE.BAD_ROW", path=(number,), column="", code=""))
        return None
    bad = _bad_column(cells) or _misspelt(cells, about)
    if bad is not None:
        problems.append(finding("CODE.BAD_ROW", path=(number,), column=bad, code=shown_cell(cells.get("code", ""))))
        return None
    own = {"source": LOCAL.key, "status": Status.EXTENSION.value, "confidence": Confidence.LOW.value}
    return entry_from({**cells, **{column: cells.get(column) or default for column, default in own.items()}})


def _cells(row: Mapping[object, object]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column, cell in row.items():
        if column == "attributes" and isinstance(cell, Mapping):
            cells.update({str(name): str(more) for name, more in cell.items()})
        else:
            cells[str(column)] = _text(column, cell)
    return cells


def _misspelt(cells: Mapping[str, str], about: About) -> str | None:
    """
    Return a column whose name is nearly that of one in the table; other columns are the host's own attributes.
    """
    known = {*_CHANGEABLE, "code", *about.columns}
    written = ((column, column.strip().lower().replace("-", "_").replace(" ", "_")) for column in cells)
    near = (column for column, bare in written if column not in known and _is_near(bare, known))
    return next(near, None)


def _is_near(column: str, known: set[str]) -> bool:
    return column in known or any(is_one_slip(column, other) for other in known)


def _text(column: object, cell: Any) -> str:  # noqa: ANN401  # a cell as any reader gives it
    if is_missing(cell):
        return ""
    if column in LISTS and isinstance(cell, (list, tuple)):
        return ";".join(map(str, cell))
    return str(getattr(cell, "value", cell)).strip()


def _bad_column(cells: Mapping[str, str]) -> str | None:
    """
    Return the first column with a value that makes a row invalid.
    """
    given = {column: cell for column, cell in cells.items() if cell}
    missing = (column for column in ("code", "name") if column not in given)
    wrong = (column for column, is_right in _IS_RIGHT.items() if column in given and not is_right(given[column]))
    return next(itertools.chain(missing, wrong), None)


def _is_date(text: str) -> bool:
    # Only ISO notation: a row of a table is written by the host's author, not by a clerk.
    date = PartialDate.check(text).value
    return date is not None and date.isoformat() == text


_IS_RIGHT: Final[Mapping[str, Callable[[str], bool]]] = {
    "status": {item.value for item in Status}.__contains__,
    "confidence": {item.value for item in Confidence}.__contains__,
    "valid_from": _is_date,
    "valid_to": _is_date,
    "rank": str.isdecimal,
}


def _broken(entries: Iterable[Entry]) -> list[Finding]:
    """
    Return a finding for every missing parent and every entry that is its own ancestor.
    """
    parents = {entry.code: entry.parent for entry in entries}
    # Code -> whether its chain of parents ends at the top; each code is visited once, however long its chain.
    sound: dict[str, bool] = {}
    for start in parents:
        chain: dict[str, None] = {}
        above = start
        while above in parents and above not in sound and above not in chain:
            chain[above] = None
            above = parents[above]
        # An unknown parent is reported for its child only, a ring for every entry that leads into it.
        ends_well = sound.get(above, above not in chain)
        sound.update(dict.fromkeys(chain, ends_well))
    return [
        finding("CODE.PARENT", code=shown_cell(code), parent=shown_cell(parent))
        for code, parent in parents.items()
        if not sound[code] or (parent and parent not in parents)
    ]
