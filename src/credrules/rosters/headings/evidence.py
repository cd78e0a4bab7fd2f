"""
Which field the values of a column suggest.

Each kind of value has its own reader. Eighteen digits with a correct check
digit are an identity number under any heading; a date can be the date of
anything, so dates prove nothing without a heading.

References: `credrules.identifiers`, `credrules.codes`, ``data/headings/fields.toml`` (the share required per field).

Limitations: a sample of at most 200 rows; fewer than three values prove nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.identifiers import citizen_id, email, mobile, uscc
from credrules.leaves import is_blank
from credrules.rosters._words import EVIDENCE
from credrules.text import read_text
from credrules.values import EMPTY, FrozenMap

__all__ = [
    "FEW",
    "SAMPLE",
    "Values",
]
__dir__ = __all__.copy

SAMPLE: Final = 200
"""The most rows that are looked at, and that a stream holds back."""
FEW: Final = 3
"""Fewer values than this prove nothing."""

_SURE: Final = 0.8
_RARE: Final = 0.2
_LONG: Final = 40
_LONGEST: Final = 200
_SHORT_DIGITS: Final = re.compile(r"\d{2,8}[xX]?")
_SAYS_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EIGHTEEN: Final = 18


def _is_citizen_id(cell: object) -> bool:
    written = read_text(cell).text or ""
    return len(written) == _EIGHTEEN and citizen_id.is_valid(written)


def _is_unit_code(cell: object) -> bool:
    written = read_text(cell).text or ""
    # An identity number also has eighteen characters, and some satisfy both check sums.
    return len(written) == _EIGHTEEN and uscc.is_valid(written) and not written[:-1].isdigit()


def _is_date(cell: object) -> bool:
    if issubclass(type(cell), dt.date):
        return True
    written = read_text(cell).text or ""
    return bool(_SAYS_YEAR.search(written)) and len(written) <= _LONG and PartialDate.check(written).ok


def _is_of(table: codes.CodeTable) -> Callable[[object], bool]:
    def is_of(cell: object) -> bool:
        written = read_text(cell).text or ""
        return not written.isdigit() and len(written) <= _LONG and bool(table.find(written))

    return is_of


def _short(cell: object) -> object:
    # No reader accepts a value this long; its beginning is just as unreadable, and cheaper.
    return cell[:_LONGEST] if type(cell) is str else cell


def _is_short_number(cell: object) -> bool:
    return bool(_SHORT_DIGITS.fullmatch(read_text(cell).text or ""))


_KINDS: Final[Mapping[str, Callable[[object], bool]]] = FrozenMap(
    {
        "citizen_id": _is_citizen_id,
        "unit_code": _is_unit_code,
        "mobile": mobile.is_valid,
        "email": email.is_valid,
        "date": _is_date,
        "sex": _is_of(codes.SEX),
        "ethnicity": _is_of(codes.ETHNICITY),
        "political_status": _is_of(codes.POLITICAL_STATUS),
        "education": _is_of(codes.EDUCATION),
        "degree": _is_of(codes.DEGREE),
        "title": _is_of(codes.TITLE_NAMES),
        "title_level": _is_of(codes.TITLE_LEVELS),
    }
)
# Kinds that replace one another so often that they do not contradict a heading.
_GROUPS: Final[Mapping[str, str]] = FrozenMap(
    {
        "sex": "coded", "ethnicity": "coded", "political_status": "coded", "education": "study", "degree": "study",
        "title": "title", "title_level": "title",
    }
)  # fmt: skip
_GROUP_OF_FIELD: Final[Mapping[str, str]] = FrozenMap(
    {
        "education_degree": "study", "skill_grade": "title", "qualification": "title", "phone": "mobile",
        "landline": "mobile", "title_series": "title", "title_major": "title", "position": "title",
        "post_grade": "title", "major": "study",
        "hours_year": "date", "birth_place": "coded", "native_place": "coded", "residence": "coded",
    }
)  # fmt: skip
_FIELD_OF_KIND: Final[Mapping[str, str]] = FrozenMap({"title": "title_name", "date": ""})


@frozen
class Values:
    """
    A sample of a column: how many cells are filled, and how many of them each kind reads.

    >>> Values.of(["450000199307010014"] * 3).speaks_for
    'citizen_id'
    """

    filled: int = 0
    counts: FrozenMap[str, int] = EMPTY
    short_numbers: int = 0

    @classmethod
    def of(cls, cells: Sequence[object]) -> Values:
        """
        Return how many of the cells each reader reads.
        """
        filled = [_short(cell) for cell in cells[:SAMPLE] if not is_blank(cell)]
        counts = {name: sum(map(reads, filled)) for name, reads in _KINDS.items()} if len(filled) >= FEW else {}
        return cls(
            len(filled),
            FrozenMap({name: count for name, count in counts.items() if count}),
            sum(map(_is_short_number, filled)),
        )

    def share(self, kind: str) -> float:
        """
        Return the share of the filled cells that a kind reads.
        """
        return self.counts.get(kind, 0) / self.filled if self.filled else 0.0

    @property
    def kind(self) -> str:
        """
        The kind that reads nearly all filled cells, empty if there is none.
        """
        best = max(self.counts, key=lambda name: self.counts[name], default="")
        return best if best and self.share(best) >= _SURE else ""

    @property
    def speaks_for(self) -> str:
        """
        The field that such values belong to; empty if several could hold them.
        """
        return _FIELD_OF_KIND.get(self.kind, self.kind)

    def enough_alone(self) -> str:
        """
        Return the field the values prove without a heading, empty if they prove none.
        """
        name = self.speaks_for
        _kind, share, alone = EVIDENCE.get(name, ("", 1.0, False))
        return name if alone and self.share(self.kind) >= share else ""

    def against(self, name: str) -> str:
        """
        Return the kind of value that contradicts the field `name`; empty if none does.

        >>> Values.of(["男", "女", "男"]).against("birth_date")
        'sex'
        >>> Values.of(["3419", "0014", "123X"]).against("citizen_id")
        'short'
        """
        if self.filled < FEW:
            return ""
        kind, share, _alone = EVIDENCE.get(name, ("", 0.0, False))
        if kind and self.share(kind) >= min(share, _RARE):
            return ""
        if name == "citizen_id" and self.short_numbers >= _SURE * self.filled:
            return "short"
        found = self.kind
        own = _GROUP_OF_FIELD.get(name) or _GROUPS.get(kind, kind)
        return found if found and _GROUPS.get(found, found) != own else ""
