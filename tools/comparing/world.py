"""
What the questions are made from: the authored data of the older state, the samples, a seed and a number.

No value here comes from the library, so both states are asked exactly the same.
"""

from __future__ import annotations

import csv
import functools
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from attrs import field, frozen

from tools.comparing.told import Facets

Case: TypeAlias = tuple[str, Facets]


@frozen
class World:
    """
    `data` and `samples` are folders; `count` is the number of random records and rows of all kinds together.
    """

    data: Path
    samples: Path
    count: int
    seed: str = field(default="credrules")

    def rng(self, area: str, number: int) -> random.Random:
        """
        Return the source of chance of one case: the same whichever other cases are asked.
        """
        return random.Random(f"{self.seed} {area} {number}")  # noqa: S311  # repeatable on purpose

    def share(self, percent: int) -> int:
        """
        Return that part of the number, at least one.
        """
        return max(1, self.count * percent // 100)

    def table(self, name: str) -> tuple[dict[str, str], ...]:
        """
        Return the rows of a table of `data`, such as ``"codetables/sex"``.
        """
        return _rows(self.data / f"{name}.csv")

    def tables(self, folder: str) -> list[str]:
        """
        Return the names of the tables of a folder of `data`.
        """
        return sorted(path.stem for path in (self.data / folder).glob("*.csv"))

    def codes(self, name: str) -> tuple[dict[str, str], ...]:
        """
        Return the rows of a code table that are of any use to a form: those of today.
        """
        return _current(self.data / "codetables" / f"{name}.csv")

    def rules(self) -> Iterator[dict[str, Any]]:
        """
        Yield the rows of the catalogue.
        """
        for path in sorted((self.data / "catalogue").glob("*.toml")):
            yield from tomllib.loads(path.read_text("utf-8")).get("rule", ())

    def examples(self, call: str) -> tuple[dict[str, Any], ...]:
        """
        Return the arguments of all examples of one call: what random forms are seeded with, so that every rule is near.
        """
        return _examples(self.data).get(call, ())


@functools.cache
def _examples(data: Path) -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in World(data, data, 0).rules():
        for example in (*row.get("passes", ()), *row.get("fails", ())):
            cells = {key: cell for key, cell in example.items() if key != "call"}
            found.setdefault(example["call"], []).append(cells)
    return {call: tuple(rows) for call, rows in found.items()}


@functools.cache
def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@functools.cache
def _current(path: Path) -> tuple[dict[str, str], ...]:
    return tuple(row for row in _rows(path) if not row.get("valid_to"))
