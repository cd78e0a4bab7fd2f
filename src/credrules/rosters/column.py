"""
One column of a table as data: its heading, how it was understood, and on what evidence.

References: docs/adr/0017.

Limitations: counts are those of the sample, not of the whole table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import attrs
from attrs import frozen

from credrules.fields import FieldSpec, spec_of
from credrules.findings import Path, Step
from credrules.masking import shown_cell, shown_key
from credrules.rosters._words import OTHERS
from credrules.rosters.headings.parts import Owner, When
from credrules.rosters.headings.reading import Fate
from credrules.rosters.records.row import RosterRow
from credrules.rosters.veiled import veiled_heading
from credrules.values import EMPTY, FrozenMap, Label, exact_text, frozen_map

__all__ = [
    "Column",
    "Heading",
    "at",
    "shown_heading",
    "specs",
    "value_label",
]
__dir__ = __all__.copy

Heading: TypeAlias = "str | tuple[str, ...]"
"""A heading as given: a text, or the tuple of the group above it and the text."""

_SHOWN: Final = 40


@frozen
class Column:
    """
    One column: its heading and place, how it was understood, and on what evidence.

    `field` is the roster field (empty if there is none), `about` names a column
    without a field, `year` is the year its heading names, `legend` the codes it
    declares, `filled` and `read` count the sample (how many cells were filled,
    how many of them could be read as that field), `values_say` is the field or
    kind that the values suggest where they disagree with the heading.
    """

    heading: Heading = attrs.field(repr=lambda heading: repr(veiled_heading(heading)))
    place: int
    fate: Fate
    field: str = ""
    owner: Owner = Owner.SELF
    when: When = When.NOW
    year: int | None = None
    about: str = ""
    legend: FrozenMap[str, str] = attrs.field(default=EMPTY, converter=frozen_map)
    candidates: tuple[str, ...] = ()
    by_values: bool = False
    values_say: str = ""
    filled: int = 0
    read: int = 0

    @property
    def text(self) -> str:
        """
        The heading on one line, cut to a length that fits a sentence.
        """
        return shown_heading(self.heading)

    @property
    def means(self) -> Label:
        """
        What the column is, in words.
        """
        if self.field:
            return specs()[self.field].label
        if self.fate is Fate.OTHER_PERSON:
            return self.owner.label
        if self.fate is Fate.OTHER_TIME:
            return self.when.label
        if self.about in OTHERS:
            zh, en = OTHERS[self.about][:2]
            return Label(zh, en)
        return Label("", "")

    @property
    def evidence(self) -> Label:
        """
        The evidence for the answer, in words.
        """
        if self.values_say:
            kind = value_label(self.values_say)
            return Label(f"内容像{kind.zh}，与标题不符", f"the values look like {kind.en}, unlike the heading")
        if self.by_values:
            return Label(f"按内容识别（{self.read}/{self.filled}）", f"by its values ({self.read} of {self.filled})")
        if self.filled and self.field:
            return Label(
                f"按标题识别，内容 {self.filled} 格有值",
                f"by its heading; {self.filled} cells of the sample are filled",
            )
        return Label("按标题识别", "by its heading")

    def to_dict(self) -> dict[str, Any]:
        """
        Return plain data for JSON.
        """
        return {
            "heading": self.heading if isinstance(self.heading, str) else list(self.heading),
            "place": self.place, "fate": self.fate.value, "field": self.field, "owner": self.owner.value,
            "when": self.when.value, "year": self.year, "about": self.about, "legend": dict(self.legend),
            "candidates": list(self.candidates), "by_values": self.by_values, "values_say": self.values_say,
            "filled": self.filled, "read": self.read,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Column:
        """
        Return the column that `to_dict` wrote; KeyError or ValueError for anything else.
        """
        heading = data["heading"]
        return cls(
            heading if isinstance(heading, str) else tuple(heading),
            int(data["place"]), Fate(data["fate"]), data["field"], Owner(data["owner"]),
            When(data["when"]), data["year"], data["about"], data["legend"], tuple(data["candidates"]),
            bool(data["by_values"]), data["values_say"], int(data["filled"]), int(data["read"]),
        )  # fmt: skip


def specs() -> Mapping[str, FieldSpec]:
    """
    Return field name -> declaration of the fields of a roster row.
    """
    return spec_of(RosterRow).by_name


def shown_heading(heading: object) -> str:
    """
    Return a heading on one line, a group before its heading, cut to a length that fits a sentence.

    >>> shown_heading(("联系人", "姓名"))
    '联系人·姓名'
    """
    parts = heading if type(heading) is tuple else (heading,)
    texts = [" ".join((exact_text(part) or ("" if part is None else shown_key(part))).split()) for part in parts]
    return "·".join(veiled_heading(text) for text in texts if text)[:_SHOWN]


def at(heading: Heading, *rest: Step) -> Path:
    """
    Return the path of a finding about a column: the heading as given, which may be a tuple.

    >>> at(("联系人", "姓名"))
    (('联系人', '姓名'),)
    """
    return (heading, *rest)


def value_label(said: str) -> Label:
    """
    Return what values look like, in words: a field, or a kind of value without a field.

    >>> value_label("short").en
    'part of a number'
    """
    if said in specs():
        return specs()[said].label
    return _KIND_LABELS.get(said, Label(shown_cell(said), shown_cell(said)))


_KIND_LABELS: Final = {
    "short": Label("号码的一部分", "part of a number"),
    "date": Label("日期", "dates"),
    "title": Label("职称名称", "titles"),
}
