"""
What is said of an entry itself: how surely it is attested, when it was in use, whether the standard has it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from credrules.codes.content import Content
from credrules.codes.entry import LOCAL, Entry, Status, date_of
from credrules.findings import Finding, finding
from credrules.values import Confidence, Label

__all__ = ["horizon", "is_doubtful", "remarks"]
__dir__ = __all__.copy

_NO_WORDS: Final = Label("", "")


def remarks(content: Content, entry: Entry, on: dt.date | None) -> Iterator[Finding]:
    """
    Yield the findings about an entry itself: its confidence, its dates, its status, the table's horizon.
    """
    about = content.about
    if is_doubtful(entry):
        yield finding("CODE.LOW_CONFIDENCE", code=entry.code, name=content.shown(entry), table=about.short)
    if entry.status is not Status.STANDARD:
        # As words of the table, not as a value: the number of a standard must not be masked like a telephone number.
        standard = Label(about.standard, about.standard) if about.standard else about.short
        yield finding("CODE.EXTENSION", code=entry.code, name=entry.name, status=entry.status.label, standard=standard)
    outside = horizon(content, on)
    yield from outside
    if on is None:
        if entry.valid_to:
            yield finding("CODE.RETIRED", **_interval(content, entry))
    elif entry.ended_before(on):
        yield finding("CODE.ENDED", on=on, **_interval(content, entry))
    elif entry.begins_after(on) and not outside:
        yield finding("CODE.NOT_YET", on=on, **_interval(content, entry))


def is_doubtful(entry: Entry) -> bool:
    """
    Return whether an entry is weakly attested; what a host added without a source is the host's own word.
    """
    return entry.confidence is Confidence.LOW and entry.source != LOCAL.key


def horizon(content: Content, on: dt.date | None) -> list[Finding]:
    """
    Return the finding that a day is outside the time that the table's data cover, if it is.
    """
    if on is None:
        return []
    about = content.about
    end, begin = date_of(about.horizon), date_of(about.since)
    if end is not None and end < on:
        return [finding("CODE.HORIZON", table=about.short, horizon=about.horizon, on=on)]
    if begin is not None and begin > on:
        return [finding("CODE.BEFORE_RECORDS", table=about.short, since=about.since, on=on)]
    return []


def _interval(content: Content, entry: Entry) -> dict[str, Any]:
    successors = content.successors(entry)
    names = tuple(content.candidate(item) for item in successors)
    became = Label(f"，其后为：{'、'.join(names)}", f", since then: {', '.join(names)}") if names else _NO_WORDS
    return {
        "code": entry.code,
        "name": entry.name,
        "since": str(entry.valid_from or "…"),
        "until": str(entry.valid_to or "…"),
        "successors": tuple(item.code for item in successors),
        "became": became,
    }
