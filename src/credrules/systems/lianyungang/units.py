"""
A unit's declaration as a whole: contact, and all workers complete before anyone is registered.

References: annex 1, part 一 and step 4.
Limitations: a key that is absent is unknown, and nothing is reported about it; one that
is present but empty is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from credrules.engine import Context, Pass, Violation, form_order, rule, violation
from credrules.fields import spec_of
from credrules.findings import Finding, finding
from credrules.keys import keyed_of
from credrules.leaf import is_blank, is_sequence
from credrules.systems.lianyungang.records.whole import Declaration, Registration, Worker
from credrules.systems.lianyungang.rules.gaps import gaps_below, with_gaps
from credrules.values import Severity

__all__ = [
    "UNIT_RULES",
    "education_of_all",
    "phone_is_a_number",
    "workers_first",
]
__dir__ = __all__.copy

_PHONE: Final = re.compile(r"[0-9-]+")
_CONTACT: Final = "LYG.DECL.CONTACT"
_NAME: Final = spec_of(Registration).by_name["name"]


@rule("LYG.DECL.PHONE_FORM", requires=("phone",))
def phone_is_a_number(declaration: Declaration, _: Context) -> Violation | None:
    """
    A telephone number has digits and hyphens.
    """
    return violation("phone") if not _PHONE.fullmatch(declaration.phone or "") else None


UNIT_RULES: Final = (phone_is_a_number,)
"""The rule of the declaration's own cells."""


def education_of_all(done: Pass) -> tuple[Finding, ...]:
    """
    Report what is given but empty in the educations of all workers.
    """
    return with_gaps(done, _gaps(done))


def _gaps(done: Pass) -> Iterator[Finding]:
    raw = done.given.get("workers")
    entries = raw if is_sequence(raw) else [raw]
    for place, (entry, worker) in enumerate(zip(entries, done.record.workers, strict=False)):
        yield from gaps_below(keyed_of(Worker, entry).found, worker, ("workers", place))


def workers_first(done: Pass) -> tuple[Finding, ...]:
    """
    Report that workers are not complete, and persons without a name.

    Findings about cells that are not mentioned at all are left out.
    """
    known = [item for item in done.findings if item.code != _CONTACT or item.path[0] in done.given]
    found = (*known, *_unnamed(done.given), *_incomplete(known, done.given))
    return tuple(sorted(found, key=lambda item: form_order(Declaration, item.path)))


def _unnamed(given: Mapping[str, Any]) -> Iterator[Finding]:
    # A name that is there and empty is a fault; a registration without the key names its person elsewhere.
    raw = given.get("registrations")
    for place, entry in enumerate(raw if is_sequence(raw) else [raw]):
        cells = keyed_of(Registration, entry).found
        if "name" in cells and is_blank(cells["name"]):
            path = ("registrations", place, "name")
            yield finding("LYG.ENTRY.RED_FRAME", path=path, field=_NAME.label, basis=_NAME.declared.basis.value)


def _incomplete(findings: list[Finding], given: Mapping[str, Any]) -> tuple[Finding, ...]:
    places = {item.path[1] for item in findings if _is_of_entry(item)}
    if places:
        return (finding("LYG.ENTRY.ALL_WORKERS", path=("workers",), count=len(places)),)
    if is_blank(given.get("workers")) and not is_blank(given.get("registrations")):
        return (finding("LYG.ENTRY.WORKERS_UNSAID", path=("workers",)),)
    return ()


def _is_of_entry(item: Finding) -> bool:
    if item.severity is not Severity.ERROR or item.path[:1] != ("workers",) or len(item.path) == 1:
        return False
    # A worker who is not a 技术工人 is simply not promoted; the entry of such a worker is still complete. Of a list
    # that was not read to its end no one knows.
    return item.code not in {"LYG.ENTRY.IDENTITY", "RECORD.TOO_MANY"} and item.path[2:3] != ("registration",)
