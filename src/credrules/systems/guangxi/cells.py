"""
Cells of this form that no shared leaf reads: names with neighbours, rivals, control numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve, frozen

from credrules.codes import CodeTable
from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.leaves import CodeLeaf, IdentifierLeaf, OpenCodeLeaf
from credrules.systems.guangxi import names
from credrules.values import FrozenMap

_NOTHING: Final[FrozenMap[str, Any]] = FrozenMap()


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
        if report.value is not None and not names.is_series(self.table, report.value):
            return report
        plain = OpenCodeLeaf.keep(self, value, on=on)
        if plain.value is None:
            return plain
        fitting = names.fitting(names.candidates(plain.value), known.get("title_series"), known.get("title_level"))
        if len(fitting) != 1:
            return plain
        change = Change(ChangeKind.NAME, plain.value, fitting[0].code)
        return evolve(plain, value=fitting[0].code, changes=(*plain.changes, change))


@frozen
class RivalCodeLeaf(CodeLeaf):
    """
    A code of `table`; what only the `rival` table knows is refused as `code` says.

    Education levels and degrees are mixed up often (硕士 is a degree, 研究生 a
    level of education), and neither may be derived from the other.
    """

    rival: CodeTable
    code: str

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the own table, then whether the rival knows the text.
        """
        report = self.table.check(value, on=on)
        if report.value is not None or self.rival.check(value).value is None:
            return report
        given = self.rival.format(self.rival.check(value).value)
        return Report(value, None, (finding(self.code, given=given),), report.changes, Rerun(self.check))


@frozen
class ControlNumberLeaf(IdentifierLeaf):
    """
    A control number (证书管理号): read like a certificate number, but 11111111 has no place here.
    """

    name: str = "certificate_number"

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read the number; the sign for "no number" is told under a code of its own and suggests nothing.
        """
        report = IdentifierLeaf.check(self, value, on=on)
        return evolve(report, findings=tuple(map(_without_sentinel, report.findings)), rerun=Rerun(self.check))


_SENTINELS: Final = frozenset({"CERTIFICATE_NUMBER.PLACEHOLDER", "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER"})


def _without_sentinel(item: Finding) -> Finding:
    if item.code in _SENTINELS:
        return finding("GX.CTRLNO.NO_SENTINEL")
    return evolve(item, suggestion=None) if item.code == "CERTIFICATE_NUMBER.NO_NUMBER_WORD" else item


CONTROL_NUMBER: Final = ControlNumberLeaf()
