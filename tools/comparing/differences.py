"""
What differs between two sets of answers: which cases, in which way, what it was and what it is.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

_GONE: Final = object()


@frozen
class Difference:
    """
    One place in one case where the two states answer otherwise.
    """

    kind: str
    case: str
    was: str
    now: str


@define
class AreaResult:
    """
    How many cases an area has, how many of them differ, and the differences by kind.
    """

    area: str
    cases: int = 0
    differing: int = 0
    kinds: Counter[str] = field(factory=Counter)
    shown: dict[str, list[Difference]] = field(factory=dict)

    def add(self, case: str, was: object, now: object, *, most: int) -> None:
        """
        Count a case in which something differs; keep the first `most` differences of each kind.
        """
        self.differing += 1
        for kind, one, other in dict.fromkeys((kind, _text(a), _text(b)) for kind, a, b in differences(was, now)):
            self.kinds[kind] += 1
            kept = self.shown.setdefault(kind, [])
            if len(kept) < most:
                kept.append(Difference(kind, case, one, other))


def _text(value: object) -> str:
    if value is _GONE:
        return "(nothing)"
    # Half of a surrogate pair, which a hostile cell may hold, cannot be printed as it is.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def compare(area: str, before: Path, after: Path, *, most: int) -> AreaResult:
    """
    Compare the answers of one area in two folders.
    """
    result = AreaResult(area)
    for case, was, now in _pairs(*(_lines(folder / f"{area}.jsonl.gz") for folder in (before, after))):
        result.cases += 1
        if was != now:
            result.add(case, was, now, most=most)
    return result


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def _pairs(before: Iterator[str], after: Iterator[str]) -> Iterator[tuple[str, Any, Any]]:
    # Line by line while both have the same; from the first case that only one of them has, by name.
    rest: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    nothing: tuple[Any, Any] = (None, None)
    for one, other in zip_longest(before, after):
        if one == other and not rest[0] and not rest[1]:
            yield "", None, None
            continue
        pair = [nothing if line is None else json.loads(line) for line in (one, other)]
        if pair[0][0] == pair[1][0] and not rest[0] and not rest[1]:
            yield pair[0][0], pair[0][1], pair[1][1]
            continue
        for known, (case, facets) in zip(rest, pair, strict=True):
            if case is not None:
                known[case] = facets
    for case in dict.fromkeys((*rest[0], *rest[1])):
        yield case, rest[0].get(case, _GONE), rest[1].get(case, _GONE)


def differences(was: Any, now: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401  # plain data
    """
    Yield (kind, what it was, what it is); a kind names the place without the numbers in it.

    >>> list(differences({"check": {"ok": True}}, {"check": {"ok": False}}))
    [('check, ok', True, False)]
    >>> list(differences([{"code": "A"}], [{"code": "B"}]))[0][0]
    'A is not found any more'
    """
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            one, other = was.get(key, _GONE), now.get(key, _GONE)
            if one != other:
                yield from differences(one, other, _joined(place, _unnumbered(key)))
    elif _are_findings(was) and _are_findings(now):
        yield from _of_findings(was, now, place)
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for one, other in zip(was, now, strict=True):
            if one != other:
                yield from differences(one, other, place)
    else:
        yield place or "the whole case", was, now


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _unnumbered(key: str) -> str:
    head, _, tail = key.rpartition(" ")
    return head if tail.isdigit() and head else key


def _are_findings(items: Any) -> bool:  # noqa: ANN401  # plain data
    return isinstance(items, list) and all(isinstance(item, dict) and "code" in item for item in items)


def _of_findings(was: list[Any], now: list[Any], place: str) -> Iterator[tuple[str, Any, Any]]:
    before, after = (_by_code(items) for items in (was, now))
    plain = True
    for code in dict.fromkeys((*before, *after)):
        old, new = before.get(code, []), after.get(code, [])
        common = [item for item in old if item in new]
        gone, come = ([item for item in items if item not in common] for items in (old, new))
        for one, other in zip(gone, come, strict=False):
            plain = False
            yield from differences(one, other, _joined(place, code))
        for item in gone[len(come) :]:
            plain = False
            yield _joined(place, f"{code} is not found any more"), item, _GONE
        for item in come[len(gone) :]:
            plain = False
            yield _joined(place, f"{code} is found now"), _GONE, item
    if plain:
        yield _joined(place, "order or number of the findings"), [it["code"] for it in was], [it["code"] for it in now]


def _by_code(items: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item["code"], []).append(item)
    return found
