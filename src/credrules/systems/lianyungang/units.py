"""
A unit's declaration: contact, channel, all workers complete before anyone is registered.

References: the notice, 二; annex 1, part 一 and step 4.
Limitations: a key that is absent is unknown, and nothing is said of it; one that
is there and empty is empty.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from credrules.engine import Context, Profile, RecordSystem, Violation, check_record, form_order, violation
from credrules.findings import Finding, Report, Rerun, finding
from credrules.keys import Prepare, keyed_of
from credrules.leaves import is_blank
from credrules.systems.lianyungang.channel import CHANNEL_RULES
from credrules.systems.lianyungang.printing import PRINT_RULES
from credrules.systems.lianyungang.profile import PROFILE, completed
from credrules.systems.lianyungang.records.whole import Declaration
from credrules.systems.lianyungang.rules.making import rule
from credrules.systems.lianyungang.system import RULES
from credrules.values import FrozenMap, Severity

__all__ = [
    "SYSTEM",
    "check_unit",
    "phone_is_a_number",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_PHONE: Final = re.compile(r"[0-9-]+")
# What keeps a worker from being complete is in the subsets; who is no 技术工人 is simply not promoted.
_BESIDE: Final = frozenset({"registration"})
_NOT_OF_ENTRY: Final = frozenset({"LYG.ENTRY.IDENTITY"})


@rule("LYG.DECL.PHONE_FORM", requires=("phone",))
def phone_is_a_number(declaration: Declaration, _: Context) -> Violation | None:
    """
    A telephone number has digits and hyphens.
    """
    return violation("phone") if not _PHONE.fullmatch(declaration.phone or "") else None


SYSTEM: Final = RecordSystem(
    Declaration,
    rules=(phone_is_a_number, *CHANNEL_RULES, *PRINT_RULES, *RULES),
    mandatory="LYG.ENTRY.RED_FRAME",
)
"""A unit's declaration as the engine needs it."""


def check_unit(data: object, *, on: dt.date, profile: Profile = PROFILE) -> Report[Declaration]:
    """
    Check a unit's declaration with all its workers and registrations; accepts any object and never raises.

    `data` is a mapping (English keys or labels) or a `Declaration`. Findings on
    one person's registration concern that person alone.

    >>> import datetime
    >>> report = check_unit({"level": "市直", "installed": True, "channel": "OFFLINE"}, on=datetime.date(2018, 4, 24))
    >>> [item.code for item in report.errors]
    ['LYG.SYS.CITY_MUST']
    """
    report: Report[Declaration] = check_record(data, system=SYSTEM, on=on, profile=completed(profile))
    given = keyed_of(Declaration, data).found
    known = [item for item in report.findings if item.code != _CONTACT or item.path[0] in given]
    found = (*known, *_incomplete(known, given))
    ordered = sorted(found, key=lambda item: form_order(Declaration, item.path))
    again = Rerun(check_unit, FrozenMap(on=on, profile=profile), prepare=Prepare(Declaration))
    return evolve(report, findings=tuple(ordered), rerun=again)


_CONTACT: Final = "LYG.DECL.CONTACT"


def _incomplete(findings: list[Finding], given: dict[str, object]) -> Iterator[Finding]:
    places = sorted({item.path[1] for item in findings if _is_of_entry(item)}, key=str)
    if places:
        yield finding("LYG.ENTRY.ALL_WORKERS", path=("workers",), count=len(places))
    elif is_blank(given.get("workers")) and not is_blank(given.get("registrations")):
        yield finding("LYG.ENTRY.WORKERS_UNSAID", path=("workers",))


def _is_of_entry(item: Finding) -> bool:
    if item.severity is not Severity.ERROR or item.path[:1] != ("workers",) or len(item.path) < 2:
        return False
    return item.code not in _NOT_OF_ENTRY and not _BESIDE.intersection(map(str, item.path[2:3]))
