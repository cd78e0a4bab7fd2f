"""
What a code table holds: its entries, what is known about it, and its sources.

All of it is frozen. The dates of an entry are as precise as the source: a day, a
month or a year; nothing is completed by guessing.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Mapping
from typing import Final

import attrs
from attrs import field, frozen

from credrules.dates import PartialDate
from credrules.remembering import remembered
from credrules.values import EMPTY, Confidence, FrozenMap, Label, PublicMap, Worded, public_map

__all__ = ["LOCAL", "About", "Completeness", "Entry", "Match", "OnClash", "Source", "Status", "date_of", "sort_key"]
__dir__ = __all__.copy


class Status(Worded):
    """
    The status of an entry with regard to its standard.

    STANDARD: an entry of the standard or list itself. EXTENSION: in use, but
    not in the standard. DISPUTED: in use with more than one meaning. ATTESTED:
    found on documents or in other lists, never an entry of the standard.
    """

    STANDARD = "standard", "标准代码", "entry of the standard"
    EXTENSION = "extension", "扩展代码", "extension"
    DISPUTED = "disputed", "含义有争议的代码", "code of disputed meaning"
    ATTESTED = "attested", "仅见于其他资料的代码", "code attested elsewhere only"


class OnClash(enum.Enum):
    """
    What `extend` does if a code is already in the table.

    RAISE refuses the whole overlay, REPLACE takes the new entry, KEEP the old.
    """

    RAISE = "raise"
    REPLACE = "replace"
    KEEP = "keep"


@frozen
class Source:
    """
    A source an entry's `source` column may name: key, title and licence ("" when none is stated).
    """

    key: str
    title: str
    licence: str = ""


# What the calendar has in every year, as the tables write it. Whole tables are decoded, so only other texts are
# read at once; these are read when someone asks for the date.
_PLAIN_DATE: Final = re.compile("(1[89][0-9]{2}|20[0-9]{2})(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?")


def _written(date: PartialDate | str | None) -> str:
    if not date:
        return ""
    if type(date) is str and _PLAIN_DATE.fullmatch(date):
        return date
    return PartialDate.parse(date).isoformat()


@remembered(4096)
def date_of(written: str) -> PartialDate | None:
    """
    Return the date of an ISO text, None if the text is empty. Tables repeat their dates, so answers are remembered.

    >>> date_of("2026-04"), date_of("")
    (PartialDate(2026, 4), None)
    """
    return PartialDate.parse(written) if written else None


def sort_key(date: PartialDate | None) -> tuple[int, int, int]:
    """
    Return what orders the dates of entries: by the first day that is meant, a coarser date first, an open one before.

    >>> sort_key(PartialDate(1983)) < sort_key(PartialDate(1983, 1))
    True
    """
    return (0, 0, 0) if date is None else (date.year, date.month or 0, date.day or 0)


LOCAL: Final = Source("local", "added by the host application")
"""The source of rows that name no source."""


@frozen(repr=False)
class Entry:
    """
    One dated row of a code table.

    `code` and `name` are as the standard prints them; `short` is the official
    short form; `aliases` are other ways to write it, `loose` names are broader
    or less certain than the entry, `former` names are no longer used.
    `valid_from` and `valid_to` are dates, or None if open; the constructor also
    takes texts. `source` lists keys of the table's sources. Any further column
    is an attribute: ``entry["alpha"]``.

    >>> from credrules import codes
    >>> entry = codes.ETHNICITY["08"]
    >>> entry.name, entry.short, entry["alpha"], entry.confidence.value
    ('壮族', '壮', 'ZH', 'high')
    """

    code: str
    name: str
    name_en: str = ""
    parent: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    _valid_from: str = field(default="", converter=_written, alias="valid_from")
    _valid_to: str = field(default="", converter=_written, alias="valid_to")
    status: Status = Status.STANDARD
    confidence: Confidence = Confidence.HIGH
    source: str = ""
    note: str = ""
    attributes: PublicMap[str, str] = field(default=PublicMap(), converter=public_map)

    def __getitem__(self, column: str) -> str:
        return self.attributes[column]

    def attribute(self, column: str, default: str = "") -> str:
        """
        Return a further column of the entry, `default` if the table has no such column.
        """
        return self.attributes.get(column, default)

    @property
    def valid_from(self) -> PartialDate | None:
        """
        The date from which the entry is in force, None if it is open; read on access, not when a table is decoded.

        >>> Entry("450121", "邕宁县", valid_from="1983", valid_to="2005-03").valid_from
        PartialDate(1983)
        """
        return date_of(self._valid_from)

    @property
    def valid_to(self) -> PartialDate | None:
        """
        The date on which the entry ceased, None if it is open.

        A day is the first on which it was no longer in force; a month or a year is the one in which it ended.
        """
        return date_of(self._valid_to)

    @property
    def rank(self) -> int | None:
        """
        The entry's level in a ranked table (higher is higher), None if it has none.
        """
        rank = self.attributes.get("rank", "")
        return int(rank) if rank else None

    @property
    def label(self) -> Label:
        """
        The name in both languages; if no English name is known, the Chinese one.
        """
        return Label(self.name, self.name_en or self.name)

    def in_force(self, on: dt.date) -> bool:
        """
        Return whether the entry was in force on a day, as far as its dates show.

        Within the year (month) in which the entry began or ceased, the last
        state known for certain counts: it is in force from the end of the year
        in which it began to the end of the year in which it ceased.

        >>> Entry("450121", "邕宁县", valid_to="2005").in_force(dt.date(2004, 12, 31))
        True
        """
        since, until = self.valid_from, self.valid_to
        return (since is None or since.latest() <= on) and (until is None or on < until.latest())

    def ended_before(self, on: dt.date) -> bool:
        """
        Return whether the entry had certainly ceased by a day; within the year in which it ceased, it had not.
        """
        until = self.valid_to
        return until is not None and until.latest() <= on

    def begins_after(self, on: dt.date) -> bool:
        """
        Return whether the entry certainly did not exist yet on a day.
        """
        since = self.valid_from
        return since is not None and on < since.earliest()

    def __repr__(self) -> str:
        return f"Entry({', '.join(f'{it.alias}={getattr(self, it.name)!r}' for it in attrs.fields(Entry))})"

    def to_row(self) -> dict[str, object]:
        """
        Return the entry as plain data: texts, and lists joined with ``;``.
        """
        return {
            "code": self.code,
            "name": self.name,
            "name_en": self.name_en,
            "parent": self.parent,
            "short": self.short,
            "aliases": ";".join(self.aliases),
            "former": ";".join(self.former),
            "loose": ";".join(self.loose),
            "valid_from": self._valid_from,
            "valid_to": self._valid_to,
            "status": self.status.value,
            "confidence": self.confidence.value,
            "source": self.source,
            "note": self.note,
            **self.attributes,
        }


class Completeness(enum.Enum):
    """
    Whether a table holds all entries of its list, or only those that could be found.
    """

    COMPLETE = "complete"
    FRAGMENT = "fragment"


@frozen
class About:
    """
    What is known about a table.

    `short` is its name in messages. The data cover the time from `since` to `horizon` ("" if the list does
    not change); `verified_on` is the day on which someone last compared the table with its sources. `notes`
    list known disagreements and how they were settled; `columns` label the attributes of the entries.
    """

    name: str
    title: Label
    short: Label = field(default=Label("", ""), repr=False)
    standard: str = ""
    edition: str = ""
    completeness: Completeness = Completeness.FRAGMENT
    since: str = ""
    horizon: str = ""
    verified_on: str = ""
    sources: tuple[Source, ...] = field(default=(), repr=False)
    licence: str = ""
    confidence: Confidence = Confidence.LOW
    notes: Label = field(default=Label("", ""), repr=False)
    ranked: bool = False
    columns: FrozenMap[str, Label] = field(default=EMPTY, repr=False)

    @property
    def complete(self) -> bool:
        """
        Whether the table holds every entry of its list.

        >>> from credrules import codes
        >>> codes.SEX.about.complete, codes.SEX.about.standard
        (True, 'GB/T 2261.1-2003')
        """
        return self.completeness is Completeness.COMPLETE

    def source(self, entry: Entry) -> tuple[Source, ...]:
        """
        Return the sources of an entry.
        """
        known: Mapping[str, Source] = {item.key: item for item in self.sources}
        return tuple(known.get(key) or Source(key, key) for key in entry.source.split())


@frozen
class Match:
    """
    A result of `search`: the entry, how it was matched, and a score (higher is nearer).
    """

    entry: Entry
    how: str
    score: int
