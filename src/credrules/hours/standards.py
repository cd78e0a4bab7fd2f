"""
Standards: by which rule a result is converted into hours.

A rule is one row of a document: the kind of result, the level, how many hours
for how much of which unit, by place of the author, and the caps. A `Standard`
is a set of rules; a host adds those of its employer or industry with
`with_rules`, because some documents leave the figure to them.

References: data/hours/conversions.csv and standards.toml name the document and
clause of every rule.
Limitations: standards whose place the source does not name
(`Standard.attributed` false) are shipped for comparison; they are applied only
when the caller names them.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from credrules.dates import PartialDate
from credrules.hours.amounts import Amount, exact, exact_or_none
from credrules.hours.requirements import Unit
from credrules.hours.rows import Row, Rows, covers, figure, partial, parts
from credrules.hours.subjects import Subject
from credrules.lists import grouped
from credrules.values import EMPTY, Confidence, FrozenMap

__all__ = ["STANDARDS", "ConversionRule", "Formula", "Ranks", "Standard", "StandardTable"]
__dir__ = __all__.copy


class Formula(enum.Enum):
    """
    How a rule counts (data/hours/README.md).

    FIXED per piece; PER_UNIT and MULTIPLIER by amount; RANK_TABLE by place of
    the author; CAP: as done, up to a cap; THRESHOLD: all or nothing; STEP: one
    step, more is not stated; RANGE: no single figure; EQUIVALENT_FULL: counts as
    the whole requirement; REDUCED_TARGET: changes what is required;
    AUTHORITY_DECIDES: an office decides.
    """

    FIXED = "fixed"
    PER_UNIT = "per_unit"
    MULTIPLIER = "multiplier"
    RANK_TABLE = "rank_table"
    CAP = "cap"
    THRESHOLD = "threshold"
    STEP = "step"
    RANGE = "range"
    EQUIVALENT_FULL = "equivalent_full"
    REDUCED_TARGET = "reduced_target"
    AUTHORITY_DECIDES = "authority_decides"


@frozen
class Ranks:
    """
    Hours by place of the author: `amounts` from the first on; `tail` for all after them (None: not stated).

    >>> Ranks((30,), 10).of(1), Ranks((30,), 10).of(4), Ranks((10, 9)).of(3)
    (30, 10, None)
    """

    amounts: tuple[Amount, ...]
    tail: Amount | None = None

    def of(self, rank: int) -> Amount | None:
        """
        Return the hours of a place, counted from 1; None for an invalid place.
        """
        if rank < 1:
            return None
        return self.amounts[rank - 1] if rank <= len(self.amounts) else self.tail


@frozen
class ConversionRule:
    """
    One rule of a standard.

    `levels` empty: any level; `value` hours for each `per` of `measure` (item, hour,
    minute, day, half_day, year, half_year, character, credit); `ranks` by level
    ("" for any); `item_cap`, `day_cap`, `year_cap`, `path_cap` and `cycle_cap`
    limit what counts; `once`: one result counts once; `after_compulsory`: only
    when the compulsory part is done; `document` if it is another than the
    standard's.

    >>> ConversionRule("X-1", "paper", "论文", Formula.FIXED, value=20).value
    20
    """

    id: str
    kind: str
    label: str
    formula: Formula
    levels: tuple[str, ...] = ()
    condition: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    value: Amount | None = field(default=None, converter=exact_or_none)
    per: Amount = field(default=1, converter=exact)
    measure: str = "item"
    ranks: FrozenMap[str, Ranks] = EMPTY
    bonuses: FrozenMap[str, Amount] = EMPTY
    least: Amount | None = field(default=None, converter=exact_or_none)
    most: Amount | None = field(default=None, converter=exact_or_none)
    item_cap: Amount | None = field(default=None, converter=exact_or_none)
    day_cap: Amount | None = field(default=None, converter=exact_or_none)
    year_cap: Amount | None = field(default=None, converter=exact_or_none)
    cycle_cap: Amount | None = field(default=None, converter=exact_or_none)
    path: str = ""
    path_cap: Amount | None = field(default=None, converter=exact_or_none)
    unit: Unit = Unit.HOURS
    subject: Subject | None = None
    tag: str = ""
    once: bool = False
    after_compulsory: bool = False
    document_no: str = ""
    document: str = ""
    clause: str = ""
    confidence: Confidence = Confidence.HIGH
    sources: tuple[str, ...] = ()
    note: str = ""

    def in_force(self, year: int | None) -> bool:
        """
        Whether the rule's dates cover any part of `year`; without a year, always.
        """
        return year is None or covers(self.since, self.until, year)

    def at_level(self, level: str) -> bool:
        """
        Whether the rule applies to this level.
        """
        named = set(self.levels) | (set(self.ranks) - {""})
        return level in named if level else not named


@frozen
class Standard:
    """
    A set of rules with its document; `rules` by id in the data's order, `verified_on` when they were last compared.

    >>> from credrules.hours import STANDARDS
    >>> STANDARDS["CN-ACC-2018"].document_no
    '财会〔2018〕10号'
    """

    id: str
    rules: tuple[ConversionRule, ...]
    jurisdiction: str = ""
    place: str = ""
    authority: str = ""
    professions: tuple[str, ...] = ()
    document_no: str = ""
    document: str = ""
    attributed: bool = True
    verified_on: dt.date | None = None

    def with_rules(self, *rules: ConversionRule) -> Standard:
        """
        Return the standard with these rules before its own; a rule of the same kind and level takes precedence.

        This is how to add the figures of an employer or an industry body.
        """
        taken = {(rule.kind, level) for rule in rules for level in rule.levels or ("",)}
        kept = [rule for rule in self.rules if not any((rule.kind, level) in taken for level in rule.levels or ("",))]
        return evolve(self, rules=(*rules, *kept))

    def citation(self, rule: ConversionRule) -> str:
        """
        Return document, number and clause of a rule in one line, if known.
        """
        title, number = (rule.document, rule.document_no) if rule.document else (self.document, self.document_no)
        return f"{title}{f'（{number}）' if number else ''}{rule.clause}"


class StandardTable(Rows[Standard]):
    """
    Every shipped standard by its name.
    """

    def _rows(self) -> dict[str, Standard]:
        return _standards()

    def __repr__(self) -> str:
        return f"<{len(self)} standards of conversion>"


STANDARDS: Final = StandardTable()
"""The shipped standards, by name."""


@functools.cache
def _standards() -> dict[str, Standard]:
    data = importlib.import_module("credrules.hours._data.conversions")
    rules = grouped((row["standard"], _rule(row)) for row in data.ROWS)
    about: Mapping[str, Mapping[str, Any]] = data.STANDARDS
    verified = dt.date.fromisoformat(data.VERIFIED_ON)
    return {name: Standard(name, rules[name], **item, verified_on=verified) for name, item in about.items()}


def _rule(row: Row) -> ConversionRule:
    per, _, measure = row["per"].partition(" ")
    least, _, most = row.get("least", "").partition("..")
    value = row.get("value", "")
    return ConversionRule(
        id=row["id"],
        kind=row["kind"],
        label=row["label"],
        formula=Formula(row["formula"]),
        levels=parts(row, "levels"),
        condition=row.get("condition", ""),
        since=partial(row, "since"),
        until=partial(row, "until"),
        value=exact(value) if value and ".." not in value else None,
        per=exact(per),
        measure=measure,
        ranks=FrozenMap(dict(_ranks(row.get("ranks", "")))),
        bonuses=FrozenMap({name: exact(amount) for name, amount in _pairs(row.get("bonuses", ""))}),
        least=exact(least) if least else None,
        most=exact(most) if most else None,
        item_cap=figure(row, "item_cap"),
        day_cap=figure(row, "day_cap"),
        year_cap=figure(row, "year_cap"),
        cycle_cap=figure(row, "cycle_cap"),
        path=row.get("path", ""),
        path_cap=figure(row, "path_cap"),
        unit=Unit(row["unit"]),
        subject=Subject(row["subject"]) if "subject" in row else None,
        tag=row.get("tag", ""),
        once="once" in row,
        after_compulsory="precondition" in row,
        document_no=row.get("document_no", ""),
        document=row.get("document", ""),
        clause=row.get("clause", ""),
        confidence=Confidence(row["confidence"]),
        sources=tuple(row["sources"].split()),
        note=row.get("note", ""),
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for item in filter(None, text.split(";")):
        name, _, rest = item.rpartition(":")
        yield name, rest


def _ranks(text: str) -> Iterator[tuple[str, Ranks]]:
    for level, figures in _pairs(text):
        amounts = tuple(map(exact, figures.removesuffix("*").split(",")))
        yield level, Ranks(amounts, amounts[-1] if figures.endswith("*") else None)
