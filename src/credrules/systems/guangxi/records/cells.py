"""
Cells of this form that no shared leaf reads.

Names that were right on another day, names with neighbours, rivals, names of
persons spread for print, addresses, control numbers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve, frozen

from credrules.codes import CodeTable
from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.leaves import CodeLeaf, IdentifierLeaf, OpenCodeLeaf, TextLeaf
from credrules.systems.guangxi.names import candidates, fitting, is_series
from credrules.values import FrozenMap, Severity

__all__ = [
    "ADDRESS",
    "CONTROL_NUMBER",
    "HONOUR_NUMBER",
    "UNSPREAD_NAME",
    "AddressLeaf",
    "ControlNumberLeaf",
    "NameLeaf",
    "OptionalNumberLeaf",
    "RivalCodeLeaf",
    "StrictCodeLeaf",
    "TitleNameLeaf",
    "UndatedCodeLeaf",
    "YesNoLeaf",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_NOTHING: Final[FrozenMap[str, Any]] = FrozenMap()


@frozen
class StrictCodeLeaf(CodeLeaf):
    """
    A code of `table`; what can only be assumed to mean one (M for a sex) is refused.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the table; an assumed reading is an error.
        """
        report = self.table.check(value, on=on)
        findings = tuple(map(_refused_if_assumed, report.findings))
        return evolve(report, findings=findings, rerun=Rerun(self.check)) if findings != report.findings else report


def _refused_if_assumed(item: Finding) -> Finding:
    return evolve(item, severity=Severity.ERROR) if item.code == "CODE.ASSUMED" else item


@frozen
class UndatedCodeLeaf(OpenCodeLeaf):
    """
    What a certificate says for good: the day of the check does not count.

    A qualification abolished in 2014 and a series of the old scheme stay what
    they were when the certificate was issued.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the cell without a day.
        """
        del on
        return OpenCodeLeaf.check(self, value)


@frozen
class TitleNameLeaf(OpenCodeLeaf):
    """
    The name of a title: its code, or the printed name where the lists have no such title.

    A name that several series share (讲师, 研究员) is given its code when the
    series, or the level, in the cells beside it leaves one candidate.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the name with nothing known beside it.
        """
        return self.check_among(value, _NOTHING, on=on)

    def check_among(self, value: object, known: Mapping[str, Any], *, on: dt.date | None = None) -> Report[str]:
        """
        Read the name; `known` may hold `title_series` and `title_level`.
        """
        report = self.table.check(value, on=on)
        if report.value is not None and not is_series(self.table, report.value):
            return report
        plain = OpenCodeLeaf.keep(self, value, on=on)
        if plain.value is None:
            return plain
        left = fitting(candidates(plain.value), known.get("title_series"), known.get("title_level"))
        if len(left) != 1:
            return plain
        change = Change(ChangeKind.NAME, plain.value, left[0].code)
        return evolve(plain, value=left[0].code, changes=(*plain.changes, change))


@frozen
class RivalCodeLeaf(CodeLeaf):
    """
    A code of `table`; of what only the `rival` table knows, `code` says so beside the refusal.

    Education levels and degrees are mixed up often (硕士 is a degree, 研究生 a
    level of education), and neither may be derived from the other.
    """

    rival: CodeTable
    code: str

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the own table; where it knows the text not at all or by assumption, whether the rival knows it for sure.
        """
        report = self.table.check(value, on=on)
        assumed = _is_assumed(report)
        other = self.rival.check(value) if report.value is None or assumed else None
        if other is None or other.value is None or (assumed and _is_assumed(other)):
            return report
        told = finding(self.code, given=self.rival.format(other.value))
        findings = (*map(_refused_if_assumed, report.findings), told)
        return evolve(report, value=None, findings=findings, rerun=Rerun(self.check))


def _is_assumed(report: Report[str]) -> bool:
    return any(item.code == "CODE.ASSUMED" for item in report.findings)


@frozen
class NameLeaf(IdentifierLeaf):
    """
    A person's name; of two characters spread for print it is said that the report does the layout.
    """

    name: str = "person_name"

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read the name.
        """
        report = IdentifierLeaf.check(self, value, on=on)
        spread = any(change.kind in _LAYOUT for change in report.changes)
        if not spread or report.value is None or len(report.value) != _SHORT_NAME:
            return report
        told = finding("GX.TEXT.NO_LAYOUT_SPACES", suggestion=report.value)
        return evolve(report, findings=(*report.findings, told), rerun=Rerun(self.check))


_LAYOUT: Final = frozenset({ChangeKind.SPACE, ChangeKind.LINE_BREAK})
_SHORT_NAME: Final = 2


@frozen
class OptionalNumberLeaf(IdentifierLeaf):
    """
    The number of an honour's certificate: where there is none the cell stays empty, no 11111111 is asked for.
    """

    name: str = "certificate_number"

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read the number; a word for "none" suggests nothing.
        """
        report = IdentifierLeaf.check(self, value, on=on)
        return evolve(report, findings=tuple(map(_without_ones, report.findings)), rerun=Rerun(self.check))


@frozen
class ControlNumberLeaf(OptionalNumberLeaf):
    """
    A control number (证书管理号): read like a certificate number, but 11111111 has no place here.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read the number; the sign for "no number" is told under a code of its own and suggests nothing.
        """
        report = OptionalNumberLeaf.check(self, value, on=on)
        return evolve(report, findings=tuple(map(_without_sentinel, report.findings)), rerun=Rerun(self.check))


_SENTINELS: Final = frozenset({"CERTIFICATE_NUMBER.PLACEHOLDER", "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER"})


def _without_ones(item: Finding) -> Finding:
    return evolve(item, suggestion=None) if item.code == "CERTIFICATE_NUMBER.NO_NUMBER_WORD" else item


def _without_sentinel(item: Finding) -> Finding:
    return finding("GX.CTRLNO.NO_SENTINEL") if item.code in _SENTINELS else item


@frozen
class AddressLeaf(TextLeaf):
    """
    A postal address: white space beside a Chinese character is superfluous, wherever it stands.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the address; the value keeps the blanks that a text may have, the finding suggests it without them.
        """
        report = TextLeaf.check(self, value, on=on)
        joined = _BLANK_BESIDE_HAN.sub("", report.value or "")
        if joined == (report.value or ""):
            return report
        others = (evolve(item, suggestion=joined) for item in report.findings if item.code not in _BLANKS)
        told = finding("TEXT.EXTRA_SPACE", suggestion=joined)
        return evolve(report, findings=(*others, told), rerun=Rerun(self.check))


_BLANK_BESIDE_HAN: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_BLANKS: Final = frozenset({"TEXT.EXTRA_SPACE", "TEXT.LINE_BREAK"})


@frozen
class YesNoLeaf(CodeLeaf):
    """
    A code of yes or no; a cell that holds a truth value says as much.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the cell; True is 1 and False is 0.
        """
        if value is not True and value is not False:
            return CodeLeaf.check(self, value, on=on)
        return evolve(CodeLeaf.check(self, int(value), on=on), raw=value, rerun=Rerun(self.check))


ADDRESS: Final = AddressLeaf()
CONTROL_NUMBER: Final = ControlNumberLeaf()
HONOUR_NUMBER: Final = OptionalNumberLeaf()
UNSPREAD_NAME: Final = NameLeaf()
