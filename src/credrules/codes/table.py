"""
The table itself: a light, frozen handle on content that is decoded on first use.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from credrules import markup
from credrules.codes import overlay, reading, searching
from credrules.codes.content import Content, shipped
from credrules.codes.entry import About, Entry, Match, OnClash
from credrules.codes.names import Via, fold, spellings
from credrules.codes.showing import LONGEST, shown_code
from credrules.findings import Report, Rerun, value_or_raise
from credrules.values import FrozenMap, exact_day, exact_text

__all__ = ["CodeTable", "UnknownCodeError"]
__dir__ = __all__.copy

# Notebooks show only the first rows of a large table.
_SHOWN: Final = 60


class UnknownCodeError(KeyError):
    """
    Raised by ``table[code]``; names the table and the requested code, masked.

    >>> from credrules import codes
    >>> try:
    ...     codes.ETHNICITY["77"]
    ... except KeyError as error:
    ...     print(error)
    ETHNICITY has no code '77'
    """

    def __init__(self, table: str, code: str) -> None:
        super().__init__(table, code)
        self.table = table
        self.code = code

    def __str__(self) -> str:
        return f"{self.table} has no code {self.code}"


@frozen(repr=False)
class CodeTable:
    """
    A code table: look up, find, check, walk its hierarchy, overlay it.

    Shipped tables are compared, hashed and pickled by their name; a table made
    by `extend`, `replace` or `without` by its content. `on` narrows the handle
    to the rows in force on a day (see `at`). Making a handle decodes nothing.

    >>> from credrules import codes
    >>> codes.ETHNICITY["08"].name, "08" in codes.ETHNICITY, len(codes.SEX)
    ('壮族', True, 4)
    """

    name: str
    day: dt.date | None = None
    _own: Content | None = field(default=None, alias="own")

    @property
    def content(self) -> Content:
        """
        The decoded rows and indices (decodes the table).
        """
        return self.whole if self.day is None else self.whole.at(self.day)

    @property
    def whole(self) -> Content:
        """
        The rows of all times, whatever day the handle is narrowed to.
        """
        return self._decoded() if self._own is None else self._own

    @property
    def is_shipped(self) -> bool:
        """
        Whether the table has the library's own rows only, without an overlay.
        """
        return self._own is None

    def _decoded(self) -> Content:
        return shipped(self.name)

    @property
    def about(self) -> About:
        """
        Standard, edition, completeness, horizon, sources and known disagreements.

        >>> from credrules import codes
        >>> codes.ETHNICITY.about.standard
        'GB/T 3304-1991'
        """
        return self.content.about

    def __getitem__(self, code: str) -> Entry:
        entry = self.get(code)
        if entry is None:
            # Raised outside of any handler: a cause would quote the requested code.
            raise UnknownCodeError(self.name, shown_code(self.content, code))
        return entry

    def get(self, code: object) -> Entry | None:
        """
        Return the newest entry of a code, None for an unknown one (or a value that is not text).
        """
        text = exact_text(code)
        rows = self.content.rows(text) if text is not None else ()
        return rows[-1] if rows else None

    def __contains__(self, code: object) -> bool:
        return self.get(code) is not None

    def __len__(self) -> int:
        return len(self.content.newest)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.content.newest.values())

    def history(self, code: object) -> tuple[Entry, ...]:
        """
        Return all dated rows of a code, oldest first: renames and returns after a gap.

        The rows of all times, also on a table narrowed to a day.

        >>> from credrules import codes
        >>> [(e.name, str(e.valid_from), str(e.valid_to or "")) for e in codes.DIVISIONS.history("419001")]
        [('义马市', '1987', '1990'), ('济源市', '1996', '')]
        """
        text = exact_text(code)
        return self.whole.rows(text) if text is not None else ()

    def find(self, text: object) -> tuple[Entry, ...]:
        """
        Return the entries whose code, name, alias, short or former name is exactly `text`.

        Table order, one entry per code (its newest row so named).

        >>> from credrules import codes
        >>> [entry.code for entry in codes.ETHNICITY.find("壮")]
        ['08']
        """
        wanted = exact_text(text)
        if not wanted or len(wanted) > LONGEST:
            return ()
        found: dict[str, Entry] = {}
        for named in self.content.names.get(fold(wanted), ()):
            if any(name == wanted and via is not Via.LOOSE for via, name in spellings(named.entry)):
                found[named.entry.code] = named.entry
        return tuple(found.values())

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read a code, or a name in any usual spelling; the report's value is the code.

        Ambiguous texts list all candidates and give no value. `on` is the day
        the entry should be in force; without it the table's own day counts.
        Never raises.

        >>> from credrules import codes
        >>> codes.ETHNICITY.check("汉").value
        '01'
        """
        day = exact_day(on)
        options = {} if day is None else {"on": day}
        return reading.check(self.content, value, on=day or self.day, rerun=Rerun(self.check, FrozenMap(options)))

    def is_valid(self, value: object, *, on: dt.date | None = None) -> bool:
        """
        Return whether `check` finds no error.
        """
        return self.check(value, on=on).ok

    def parse(self, value: object, *, on: dt.date | None = None) -> str:
        """
        Return the code, or raise CredrulesError with the findings.
        """
        return value_or_raise(self.check(value, on=on))

    def normalize(self, value: object) -> str:
        """
        Return the code that a text means; unmatched text is returned cleaned.

        >>> from credrules import codes
        >>> codes.SEX.normalize(" 男 "), codes.SEX.normalize("甲 ")
        ('1', '甲')
        """
        return reading.normalize(self.content, value, on=self.day)

    def format(self, code: object) -> str:
        """
        Return the name of a code for people; an unknown code is returned cleaned.

        >>> from credrules import codes
        >>> codes.ETHNICITY.format("08")
        '壮族'
        """
        entry = self.get(code)
        return entry.name if entry is not None else reading.clean(code)

    def search(self, query: object, limit: int | None = 10) -> tuple[Match, ...]:
        """
        Return the best matches of a query: parts of names, pinyin, initials, small slips.

        Best first; ties in table order. A `limit` of None gives all of them.

        >>> from credrules import codes
        >>> [match.entry.name for match in codes.ETHNICITY.search("哈尼")]
        ['哈尼族']
        """
        return searching.search(self.content, query, limit)

    def at(self, day: dt.date) -> CodeTable:
        """
        Return the table as of a day: the rows in force then.

        Entries that no standard lists (status ATTESTED) are left out. Gaps in
        the data are not filled in: before `about.since` the table is empty, and
        `check` on a day after `about.horizon` reports it. An object that is no date changes nothing.
        """
        return evolve(self, day=exact_day(day) or self.day)

    def parent(self, code: object) -> Entry | None:
        """
        Return the entry directly above a code; None at the top and for an unknown code.
        """
        entry = self.get(code)
        return self.get(entry.parent) if entry is not None and entry.parent else None

    def children(self, code: object) -> tuple[Entry, ...]:
        """
        Return the entries directly below a code.
        """
        text = exact_text(code)
        return self.content.children.get(text, ()) if text is not None else ()

    def ancestors(self, code: object) -> tuple[Entry, ...]:
        """
        Return the entries above a code, nearest first.
        """
        above: list[Entry] = []
        entry = self.parent(code)
        while entry is not None:
            above.append(entry)
            entry = self.parent(entry.code)
        return tuple(above)

    def subsumes(self, wider: object, narrower: object) -> bool:
        """
        Return whether `wider` is `narrower` or one of its ancestors; unknown codes subsume nothing.

        >>> from credrules import codes
        >>> codes.EDUCATION.subsumes("10", "14"), codes.EDUCATION.subsumes("14", "10")
        (True, False)
        """
        first, second = self.get(wider), self.get(narrower)
        if first is None or second is None:
            return False
        return first.code == second.code or any(entry.code == first.code for entry in self.ancestors(second.code))

    def rank(self, code: object) -> int | None:
        """
        Return the level of an entry in a ranked table (higher is higher), None if there is none.
        """
        entry = self.get(code)
        return entry.rank if entry is not None else None

    def extend(self, entries: Iterable[Entry | Mapping[str, object]], on_clash: OnClash = OnClash.RAISE) -> CodeTable:
        """
        Return a new table with more entries after the present ones.

        `entries` are entries or rows as a CSV reader gives them (the columns of
        `rows`); each keeps its `source`, one without gets ``"local"``, and one
        without a status is an extension of low confidence. Raises
        CredrulesError for invalid rows, and for codes already there unless
        `on_clash` says REPLACE or KEEP.

        >>> from credrules import codes
        >>> more = codes.SEX.extend([{"code": "3", "name": "其他", "status": "extension"}])
        >>> more["3"].source, len(more), "3" in codes.SEX
        ('local', 5, False)
        """
        return evolve(self, own=overlay.extend(self.whole, entries, on_clash))

    def replace(self, code: str, /, **changes: object) -> CodeTable:
        """
        Return a new table in which the newest entry of `code` has other columns.

        ``"local"`` is added to the entry's own sources unless `source` is given. Raises CredrulesError for an
        unknown code or column.
        """
        return evolve(self, own=overlay.replace(self.whole, code, changes))

    def without(self, *codes: str) -> CodeTable:
        """
        Return a new table without some codes; raises CredrulesError for unknown ones and for parents still needed.
        """
        return evolve(self, own=overlay.without(self.whole, codes))

    def rows(self, *, history: bool = False) -> list[dict[str, object]]:
        """
        Return plain dicts for a DataFrame, one per code; with `history`, one per dated row.
        """
        entries = self.content.entries if history else self
        return [entry.to_row() for entry in entries]

    def _repr_html_(self) -> str:
        about = self.about
        shown = [(entry.code, entry.name, entry.name_en) for _, entry in zip(range(_SHOWN), self, strict=False)]
        more = f", {len(shown)} / {len(self)}" if len(shown) < len(self) else ""
        title = f"{self.name} {about.title.zh} {about.standard}".rstrip() + more
        return markup.table(("代码", "名称", "English"), shown, caption=title)

    def __repr__(self) -> str:
        day = f" on {self.day.isoformat()}" if self.day is not None else ""
        return f"<CodeTable {self.name}{day}{' with overlay' if self._own is not None else ''}>"
