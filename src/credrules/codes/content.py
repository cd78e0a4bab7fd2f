"""
A table's decoded content and its indices, each built on first use.

A generated module holds a table as one packed text; it is split at the first
look-up. Decoded content is kept: a bounded cache of a pure function, which two
threads may safely fill twice.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from credrules.codes.entry import About, Completeness, Entry, Source, Status
from credrules.codes.haystack import Haystack
from credrules.codes.names import Named, Via, fold, spellings
from credrules.codes.pinyin import Spoken
from credrules.codes.wordings import NO_WORDINGS, Wordings, wordings_from
from credrules.lists import grouped
from credrules.values import EMPTY, Confidence, FrozenMap, Label, PublicMap

__all__ = ["LISTS", "Content", "about_from", "entries_in", "entry_from", "module_of", "shipped"]
__dir__ = __all__.copy

_DAYS: Final = 32


class Content:
    """
    All dated rows of a table in table order, with indices by code, name and parent.
    """

    def __init__(
        self,
        about: About,
        entries: Iterable[Entry],
        ambiguous: Iterable[str] = (),
        elsewhere: Mapping[str, Label] = EMPTY,
        wordings: Wordings = NO_WORDINGS,
    ) -> None:
        self.about = about
        self.ambiguous = tuple(sorted(ambiguous))
        self.elsewhere = elsewhere
        self.wordings = wordings
        self._entries = tuple(entries)
        # Decoded content is kept for some days: a bounded cache of a pure function.
        self.at = functools.lru_cache(maxsize=_DAYS)(self.on)

    def is_heading(self, entry: Entry) -> bool:
        """
        Return whether an entry of a table of titles is a series, which no one holds.
        """
        return self.wordings.specialities and entry.attribute("kind") == "series"

    def is_aside(self, text: str) -> bool:
        """
        Return whether a text may accompany some name without changing its meaning.
        """
        return text in self.wordings.levels or any(item.matches(text) for item in self.wordings.asides)

    def may_stand_beside(self, text: str, code: str) -> bool:
        """
        Return whether a text may accompany the name of this entry without changing its meaning.

        >>> from credrules.codes import EDUCATION
        >>> content = shipped("EDUCATION")
        >>> content.may_stand_beside("学士", "20"), content.may_stand_beside("硕士", "20")
        (True, False)
        """
        known = (*self.wordings.asides, *self.wordings.endings)
        if any(item.matches(text) and code.startswith(item.prefix) for item in known):
            return True
        ranks = self.wordings.levels.get(text, ())
        return any(entry.attribute("rank") in ranks for entry in self.rows(code))

    @functools.cached_property
    def entries(self) -> tuple[Entry, ...]:
        """
        All rows, in table order.
        """
        return self._entries

    def __eq__(self, other: object) -> bool:
        return self._parts == other._parts if isinstance(other, Content) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.about.name, len(self.entries), self.entries[:1]))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._parts

    @property
    def _parts(self) -> tuple[Any, ...]:
        return self.about, self.entries, self.ambiguous, self.elsewhere, self.wordings

    @functools.cached_property
    def dated(self) -> Mapping[str, tuple[Entry, ...]]:
        """
        The rows of each code, oldest first.
        """
        return grouped((entry.code, entry) for entry in self.entries)

    @functools.cached_property
    def newest(self) -> dict[str, Entry]:
        """
        The newest row of each code, in table order.
        """
        return {code: rows[-1] for code, rows in self.dated.items()}

    @functools.cached_property
    def names(self) -> Mapping[str, tuple[Named, ...]]:
        """
        Folded name -> the entries it may mean and by which kind of name, table order.
        """
        index: dict[str, dict[int, Via]] = {}
        for place, entry in enumerate(self.entries):
            for via, name in spellings(entry):
                # `spellings` yields the most certain first: the first one is kept.
                index.setdefault(fold(name), {}).setdefault(place, via)
        return {
            key: tuple(Named(via, self.entries[place]) for place, via in found.items()) for key, found in index.items()
        }

    @functools.cached_property
    def haystack(self) -> Haystack:
        """
        All names in one text, for search.
        """
        return Haystack((key, named.via, named.entry) for key, found in self.names.items() for named in found)

    @functools.cached_property
    def spoken(self) -> Spoken:
        """
        All names by their pronunciation, for search in pinyin.
        """
        return Spoken(self.entries)

    @functools.cached_property
    def undoubted(self) -> Mapping[str, str]:
        """
        Text -> code for texts that need no finding: codes and printed names of undated standard entries.
        """
        answers: dict[str, str] = {}
        sure = {key: sum(item.via <= Via.NAME for item in found) for key, found in self.names.items()}
        for code, rows in self.dated.items():
            entry = rows[0]
            if len(rows) > 1 or entry.valid_from or entry.valid_to or entry.status is not Status.STANDARD:
                continue
            if self.is_heading(entry) or entry.confidence is Confidence.LOW:
                continue
            for name in (entry.name, entry.short):
                key = fold(name)
                if name and sure[key] == 1 and key not in self.ambiguous_keys and key not in self.elsewhere_keys:
                    answers.setdefault(name, code)
            answers[code] = code
        return answers

    @functools.cached_property
    def is_dated(self) -> bool:
        """
        Whether the result of `check` depends on the day.
        """
        about = self.about
        return bool(about.horizon or about.since) or any(item.valid_from or item.valid_to for item in self.entries)

    @functools.cached_property
    def children(self) -> Mapping[str, tuple[Entry, ...]]:
        """
        Code of a parent -> the newest rows directly below it.
        """
        return grouped((entry.parent, entry) for entry in self.newest.values() if entry.parent)

    @functools.cached_property
    def widths(self) -> tuple[int, ...]:
        """
        The lengths of the codes that are digits only, where leading zeros may get lost.
        """
        return tuple(sorted({len(code) for code in self.newest if code.isdecimal()}))

    def resembles(self, text: str) -> bool:
        """
        Return whether a text of digits is as long as the table's codes and begins like one of them.
        """
        return len(text) in self.widths and any(code.startswith(text[:2]) for code in self.newest)

    def rows(self, code: str) -> tuple[Entry, ...]:
        """
        Return the dated rows of a code, oldest first; empty for an unknown code.
        """
        return self.dated.get(code, ())

    def named(self, key: str) -> tuple[Named, ...]:
        """
        Return the entries a folded text may mean.
        """
        return self.names.get(key, ())

    @functools.cached_property
    def ambiguous_keys(self) -> frozenset[str]:
        """
        The folded texts that mean several entries, as the table's author declared.
        """
        return frozenset(map(fold, self.ambiguous))

    @functools.cached_property
    def elsewhere_keys(self) -> Mapping[str, Label]:
        """
        Folded text -> what it also means in another table, as the table's author declared.
        """
        return {fold(name): meaning for name, meaning in self.elsewhere.items()}

    def rivals(self, taken: Named, others: tuple[Named, ...]) -> tuple[Named, ...]:
        """
        Return what else a text could mean besides the entry taken; empty if the text is a printed name.
        """
        return others if taken.via > Via.NAME else ()

    def widest(self, named: tuple[Named, ...]) -> Named | None:
        """
        Return the entry that contains all others, if there is one; None in a plain list.
        """
        del named
        return None

    def shown(self, entry: Entry) -> str:
        """
        Return an entry's name as a message shows it.
        """
        return entry.name

    def prints(self, entry: Entry, text: str) -> bool:
        """
        Return whether a text is exactly a name the standard prints for the entry.
        """
        return text in {entry.name, entry.short}

    def spelling(self, entry: Entry) -> str:
        """
        Return the name to be written for an entry, its code if the name alone is not enough.
        """
        key = fold(entry.name)
        alone = {item.entry.code for item in self.names.get(key, ()) if item.via <= Via.NAME} == {entry.code}
        return entry.name if alone and key not in self.ambiguous_keys else entry.code

    def candidate(self, entry: Entry) -> str:
        """
        Return an entry in a list of candidates: code, name, and the group it belongs to.
        """
        above = self.rows(entry.parent)
        return f"{entry.code} {entry.name}" + (f"〔{above[-1].name}〕" if above else "")

    def decides(self, entries: tuple[Entry, ...]) -> Label:
        """
        Return what distinguishes ambiguous candidates.
        """
        return _BY_GROUP if len({entry.parent for entry in entries}) > 1 else _BY_CODE

    def heads(self, text: str) -> Iterator[tuple[str, str]]:
        """
        Yield each beginning of a text that may be read alone, with the rest; nothing in a plain list.
        """
        del text
        yield from ()

    def successors(self, entry: Entry) -> tuple[Entry, ...]:
        """
        Return the entries that replaced an ended entry.
        """
        codes = entry.attribute("successors").split()
        return tuple(self.rows(code)[-1] for code in codes if self.rows(code))

    def derived(self, entries: Iterable[Entry], about: About | None = None) -> Content:
        """
        Return a content of the same kind with other entries.
        """
        return Content(about or self.about, entries, self.ambiguous, self.elsewhere, self.wordings)

    def on(self, day: dt.date) -> Content:
        """
        Return the rows in force on a day; entries that no standard lists are left out.
        """
        return self.derived(
            entry for entry in self.entries if entry.status is not Status.ATTESTED and entry.in_force(day)
        )


_BY_GROUP: Final = Label("所属类别，或直接填写代码", "the group it belongs to, or the code itself")
_BY_CODE: Final = Label("更完整的名称，或直接填写代码", "a fuller name, or the code itself")


def _labels(columns: Mapping[str, tuple[str, str]]) -> FrozenMap[str, Label]:
    return FrozenMap({name: Label(*words) for name, words in columns.items()})


def about_from(meta: Mapping[str, Any]) -> About:
    """
    Return what a generated module says about its table.
    """
    return About(
        name=meta["object"],
        title=Label(*meta["title"]),
        short=Label(*meta["short"]),
        standard=meta["standard"],
        edition=meta["edition"],
        completeness=Completeness(meta["completeness"]),
        since=meta["since"],
        horizon=meta["horizon"],
        verified_on=meta["verified_on"],
        sources=tuple(Source(*source) for source in meta["sources"]),
        licence=meta["licence"],
        confidence=Confidence(meta["confidence"]),
        notes=Label(*meta["notes"]),
        ranked=meta["ranked"],
        columns=_labels(meta["columns"]),
    )


def module_of(name: str) -> Any:  # noqa: ANN401  # a generated module, known by its constants
    """
    Import the generated module of a shipped table.
    """
    return importlib.import_module(f"credrules.codes._data.{name.lower()}")


_STATUS: Final = {item.value: item for item in Status}
_CONFIDENCE: Final = {item.value: item for item in Confidence}
LISTS: Final = ("aliases", "former", "loose")
"""The columns of an entry that hold several names."""
_PLAIN: Final = ("code", "name", "name_en", "parent", "short", "valid_from", "valid_to", "source", "note")


def entry_from(cells: Mapping[str, str]) -> Entry:
    """
    Return the entry that a row of texts describes; columns beyond the fixed ones become attributes.
    """
    fixed: dict[str, Any] = {column: cells.get(column, "") for column in _PLAIN}
    fixed |= {column: tuple(cells[column].split(";")) if cells.get(column) else () for column in LISTS}
    more = {name: cell for name, cell in cells.items() if name not in fixed and name not in {"status", "confidence"}}
    return Entry(
        **fixed,
        status=_STATUS[cells.get("status") or "standard"],
        confidence=_CONFIDENCE[cells.get("confidence") or "high"],
        attributes=PublicMap(more),
    )


def entries_in(columns: tuple[str, ...], common: Mapping[str, str], packed: str) -> list[Entry]:
    """
    Return the entries of a packed text: a line per row, cells between ``|``, trailing empty cells left out.
    """
    lines = (itertools.zip_longest(columns, line.split("|"), fillvalue="") for line in packed.splitlines())
    return [entry_from({**common, **dict(cells)}) for cells in lines]


@functools.lru_cache(maxsize=128)
def shipped(name: str) -> Content:
    """
    Return the content of a shipped table, decoded at the first call.
    """
    data = module_of(name)
    rows = entries_in(data.COLUMNS, data.COMMON, data.ROWS)
    meta = data.META
    return Content(about_from(meta), rows, meta["ambiguous"], _labels(meta["elsewhere"]), wordings_from(meta))
