"""
Administrative divisions (GB/T 2260) with their history.

A code may be renamed, end, come back for another unit, and be split or merged
into others, so a division is a code *and* a time. All of that is stored, row by
row; parents are stored too and never derived from the digits, because counties
directly under a province do not have the usual ones.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, cast

from attrs import frozen

from credrules.codes._division_rows import division_row
from credrules.codes.content import Content, about_from, module_of
from credrules.codes.entry import About, Entry, Status, sort_key
from credrules.codes.names import Named, Via
from credrules.codes.places import Places, address_heads, division_names
from credrules.codes.table import CodeTable
from credrules.dates import PartialDate
from credrules.lists import grouped
from credrules.values import EMPTY, Label, exact_day

__all__ = ["LEVELS", "DivisionContent", "DivisionTable", "DivisionsOnDay", "ShippedDivisions", "reached"]
__dir__ = __all__.copy

LEVELS: Final = 20
"""How many divisions lie within one another at most; the law knows five levels, a host's overlay may add some."""

_PLACE: Final = Label("所属省、市，或直接填写代码", "its province and prefecture, or the code itself")


class DivisionContent(Content):
    """
    Rows of divisions, with the readings of place names.
    """

    @functools.cached_property
    def places(self) -> Places:
        """
        The reader of place names, one index per province.
        """
        return Places(self.province, self.rows)

    def province(self, prefix: str) -> Iterable[Entry]:
        """
        Return the rows of one province, by the first two digits.
        """
        return [entry for entry in self.entries if entry.code[:2] == prefix]

    @functools.cached_property
    def names(self) -> Mapping[str, tuple[Named, ...]]:
        """
        Code or name -> rows; collective lines such as 市辖区 have no name of their own.
        """
        return grouped(
            (name, Named(via, entry))
            for entry in self.entries
            for via, name in (*division_names(entry), (Via.CODE, entry.code))
        )

    @functools.cached_property
    def undoubted(self) -> Mapping[str, str]:
        """
        Empty, because every row of this table is dated.
        """
        return EMPTY

    @functools.cached_property
    def is_dated(self) -> bool:
        """
        Always true: the day decides what a code or a name means.
        """
        return True

    def resembles(self, text: str) -> bool:
        """
        Return whether a text of digits could be a division, possibly a misspelt one.
        """
        return len(text) == len("450000") and bool(self.rows(f"{text[:2]}0000"))

    @functools.cached_property
    def widths(self) -> tuple[int, ...]:
        """
        Empty, because no code begins with a zero.
        """
        return ()

    def named(self, key: str) -> tuple[Named, ...]:
        """
        Read a name, or a path of names (``广西南宁市青秀区``).
        """
        found = self.places.read(key)
        return found or self.names.get(key, ())

    def heads(self, text: str) -> Iterator[tuple[str, str]]:
        """
        Yield the place at the beginning of an address, if a town, a street or the like follows.
        """
        yield from address_heads(text)

    def above(self, entry: Entry) -> Entry | None:
        """
        Return the row of a division's parent that was valid at the division's own time.
        """
        rows = self.rows(entry.parent)
        if not rows:
            return None
        if not entry.valid_to:
            return rows[-1]
        begun = [row for row in rows if sort_key(row.valid_from) < sort_key(entry.valid_to)]
        return (begun or rows[:1])[-1]

    def line(self, entry: Entry) -> Iterator[Entry]:
        """
        Yield the rows above a division at its own time, nearest first; no division has more levels than `LEVELS`.
        """
        above = self.above(entry)
        for _ in range(LEVELS):
            if above is None:
                return
            yield above
            above = self.above(above)

    def shown(self, entry: Entry) -> str:
        """
        Return the full name: province, prefecture, county.
        """
        return "".join(row.name for row in reversed((entry, *self.line(entry))))

    def prints(self, entry: Entry, text: str) -> bool:
        """
        Always true: a text that differs from a printed name was recorded as another kind of name.
        """
        del entry, text
        return True

    def spelling(self, entry: Entry) -> str:
        """
        Return the full name, which needs no code.
        """
        return self.shown(entry)

    def candidate(self, entry: Entry) -> str:
        """
        Return code and full name, with the years if the row has ended.
        """
        years = f"（{entry.valid_from or '…'}-{entry.valid_to}）" if entry.valid_to else ""
        return f"{entry.code} {self.shown(entry)}{years}"

    def decides(self, entries: tuple[Entry, ...]) -> Label:
        """
        Return what distinguishes places of the same name.
        """
        del entries
        return _PLACE

    def is_below(self, entry: Entry, wider: Entry) -> bool:
        """
        Return whether a division lies inside another.
        """
        return any(above.code == wider.code for above in self.line(entry))

    def rivals(self, taken: Named, others: tuple[Named, ...]) -> tuple[Named, ...]:
        """
        Return other places that a short name could mean; places inside the one taken do not count.
        """
        if taken.via <= Via.NAME:
            return ()
        return tuple(item for item in others if not self.is_below(item.entry, taken.entry))

    def widest(self, named: tuple[Named, ...]) -> Named | None:
        """
        Return the place that contains all others of the same name, if there is one.
        """
        wider = (item for item in named if all(it is item or self.is_below(it.entry, item.entry) for it in named))
        return next(wider, None)

    def successors(self, entry: Entry) -> tuple[Entry, ...]:
        """
        Return the rows to which an ended division's area belonged right afterwards.

        For an attested code, the standard's rows of the same unit or of today.
        """
        if entry.status is Status.ATTESTED:
            codes = (entry.attribute("same_unit") or entry.attribute("today")).split()
            return tuple(self.rows(code)[-1] for code in codes if self.rows(code))
        found = (self._after(code, entry.valid_to) for code in entry.attribute("successors").split())
        return tuple(row for row in found if row is not None)

    def _after(self, code: str, date: PartialDate | None) -> Entry | None:
        rows, key = self.rows(code), sort_key(date)
        begun = (row for row in reversed(rows) if sort_key(row.valid_from) <= key)
        fit = (row for row in begun if not row.valid_to or key < sort_key(row.valid_to))
        return next(fit, rows[-1] if rows else None)

    @functools.cached_property
    def predecessors(self) -> Mapping[Entry, tuple[Entry, ...]]:
        """
        Row -> the rows whose successor it is.
        """
        listed = (entry for entry in self.entries if entry.status is not Status.ATTESTED)
        return grouped((row, entry) for entry in listed for row in self.successors(entry))

    def derived(self, entries: Iterable[Entry], about: About | None = None) -> Content:
        """
        Return divisions with other rows.
        """
        return DivisionContent(about or self.about, entries, self.ambiguous, self.elsewhere, self.wordings)

    def __reduce__(self) -> tuple[Any, ...]:
        return DivisionContent, self._parts


class ShippedDivisions(DivisionContent):
    """
    The shipped divisions: a province is split into lines on first use, a line into a row.
    """

    def __init__(self, about: About, data: Any) -> None:  # noqa: ANN401  # a generated module
        super().__init__(about, ())
        self._packed: Mapping[str, str] = data.PROVINCES
        self._lines = functools.cache(self._split)
        self._rows: dict[str, tuple[Entry, ...]] = {}

    @functools.cached_property
    def entries(self) -> tuple[Entry, ...]:
        """
        All rows of all provinces.
        """
        return tuple(row for prefix in self._packed for row in self.province(prefix))

    def province(self, prefix: str) -> Iterable[Entry]:
        """
        Return the rows of one province.
        """
        return [row for code in self._lines(prefix) for row in self.rows(code)]

    def rows(self, code: str) -> tuple[Entry, ...]:
        """
        Return the dated rows of a code, oldest first.
        """
        known = self._rows.get(code)
        if known is None and code[:2] in self._packed and code in self._lines(code[:2]):
            known = self._rows[code] = tuple(division_row(code[:2], line) for line in self._lines(code[:2])[code])
        return known or ()

    def on(self, day: dt.date) -> Content:
        """
        Return the rows in force on a day, unpacked on demand.
        """
        return DivisionsOnDay(self, day)

    def _split(self, prefix: str) -> Mapping[str, tuple[str, ...]]:
        lines = self._packed.get(prefix, "").splitlines()
        return grouped((prefix + (line[1:5] if line[0] == "*" else line[:4]), line) for line in lines)


class DivisionsOnDay(DivisionContent):
    """
    The shipped divisions as of a day: for a code, only its own rows are read.
    """

    def __init__(self, whole: ShippedDivisions, day: dt.date) -> None:
        super().__init__(whole.about, (), whole.ambiguous, whole.elsewhere, whole.wordings)
        self._whole = whole
        self._day = day
        self._rows: dict[str, tuple[Entry, ...]] = {}

    @functools.cached_property
    def entries(self) -> tuple[Entry, ...]:
        """
        All rows in force.
        """
        return self._in_force(self._whole.entries)

    def _in_force(self, rows: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(row for row in rows if row.status is not Status.ATTESTED and row.in_force(self._day))

    def rows(self, code: str) -> tuple[Entry, ...]:
        """
        Return the rows of a code that are in force.
        """
        known = self._rows.get(code)
        if known is None and self._whole.rows(code):  # any text may be asked: only codes are kept
            known = self._rows[code] = self._in_force(self._whole.rows(code))
        return known or ()


@functools.lru_cache(maxsize=1)
def _shipped(name: str) -> DivisionContent:
    data = module_of(name)
    return ShippedDivisions(about_from(data.META), data)


@frozen(repr=False)
class DivisionTable(CodeTable):
    """
    The table of divisions: what every code table offers, and the history of a code.

    >>> from credrules import codes
    >>> codes.DIVISIONS["450103"].name, codes.DIVISIONS.full_name("450103")
    ('青秀区', '广西壮族自治区南宁市青秀区')
    """

    def _decoded(self) -> Content:
        return _shipped(self.name)

    @property
    def _divisions(self) -> DivisionContent:
        return cast("DivisionContent", self.whole)

    def intervals(self, code: object) -> tuple[tuple[int | None, int | None], ...]:
        """
        Return the years in which a code was in use as (first, last) pairs; empty for an unknown code.

        `first` is the first year whose year-end list has the code (1981: or
        earlier), `last` the year it ceased; None if it is still in use or no
        source gives the year. A rename under the same code makes no gap.

        >>> from credrules import codes
        >>> codes.DIVISIONS.intervals("419001"), codes.DIVISIONS.intervals("999999")
        (((1987, 1990), (1996, None)), ())
        """
        merged: list[tuple[int | None, int | None]] = []
        for row in self.history(code):
            first = row.valid_from.year if row.valid_from else None
            last = row.valid_to.year if row.valid_to else None
            if merged and (merged[-1][1] is None or first is None or first <= merged[-1][1]):
                ends = (merged[-1][1], last)
                merged[-1] = (merged[-1][0], None if None in ends else max(cast("tuple[int, int]", ends)))
            else:
                merged.append((first, last))
        return tuple(merged)

    def row(self, code: object, on: dt.date | None = None) -> Entry | None:
        """
        Return the row of a code on a day, without a day its newest; None if it has none on that day.

        Without `on`, the day to which the table is narrowed counts, if it is.

        >>> import datetime as dt
        >>> from credrules import codes
        >>> codes.DIVISIONS.row("419001", dt.date(1989, 1, 1)).name
        '义马市'
        """
        day = exact_day(on) or self.day
        rows = self.history(code)
        if day is None:
            return rows[-1] if rows else None
        return next((row for row in rows if row.in_force(day)), None)

    def full_name(self, code: object, on: dt.date | None = None) -> str:
        """
        Return province, prefecture and county in one name, as they were called on a day.

        Without a day, as they are called now, or were when the code ended.
        Empty for an unknown code and for one that was not in use on that day.
        """
        row = self.row(code, on)
        if row is not None and on is None and self.day is None:
            return self._divisions.shown(row)
        names: list[str] = []
        while row is not None and len(names) <= LEVELS:
            names.append(row.name)
            row = self.row(row.parent, on)
        return "".join(reversed(names))

    def successors(self, code: object, on: dt.date | None = None) -> tuple[Entry, ...]:
        """
        Return the rows to which a code's area belonged right after it ended.

        One for a rename or a new number, several for a split, none while it is
        in force. `on` selects one of the code's rows; without it the newest.
        For today's state use `current`.

        >>> from credrules import codes
        >>> [entry.name for entry in codes.DIVISIONS.successors("110103")]
        ['东城区']
        """
        row = self.row(code, on)
        return self._divisions.successors(row) if row is not None else ()

    def predecessors(self, code: object, on: dt.date | None = None) -> tuple[Entry, ...]:
        """
        Return the rows whose area went into a code's row (the newest, or that of a day).

        >>> from credrules import codes
        >>> [entry.name for entry in codes.DIVISIONS.predecessors("110101")]
        ['崇文区']
        """
        row = self.row(code, on)
        return self._divisions.predecessors.get(row, ()) if row is not None else ()

    def current(self, code: object, on: dt.date | None = None) -> tuple[Entry, ...]:
        """
        Return the rows in force at the table's horizon that contain what was a code's area.

        The code's own row if it never ended. Follows renames, splits and
        mergers to their end.

        >>> from credrules import codes
        >>> [entry.code for entry in codes.DIVISIONS.current("110104")]
        ['110102']
        """
        row = self.row(code, on)
        found = reached((row,), self._divisions.successors) if row is not None else ()
        return tuple(entry for entry in found if not entry.valid_to)

    def lineage(self, code: object) -> tuple[Entry, ...]:
        """
        Return a code's rows and every row that they came from or went into, by time.

        >>> from credrules import codes
        >>> [(entry.code, entry.name, str(entry.valid_from)) for entry in codes.DIVISIONS.lineage("450127")]
        [('452122', '横县', '1981'), ('450127', '横县', '2002'), ('450181', '横州市', '2021')]
        """
        content = self._divisions
        steps = (content.successors, lambda entry: content.predecessors.get(entry, ()))
        found = {row for step in steps for row in reached(self.history(code), step)}
        return tuple(sorted(found, key=lambda entry: (sort_key(entry.valid_from), entry.code)))


def reached(starts: Iterable[Entry], step: Callable[[Entry], Iterable[Entry]]) -> Iterator[Entry]:
    """
    Yield rows and all rows reached from them, each once, nearest first; a step that returns nothing ends its path.
    """
    seen = dict.fromkeys(starts)
    queue = deque(seen)
    while queue:
        here = queue.popleft()
        yield here
        fresh = dict.fromkeys(row for row in step(here) if row not in seen)
        seen.update(fresh)
        queue.extend(fresh)
