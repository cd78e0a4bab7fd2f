"""
Cells that only this form has.

Names that were valid on another day, names that depend on neighbouring cells,
codes mixed up with another table, names of persons spaced for print,
addresses, control numbers, serial numbers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import evolve, frozen

from credrules.codes import CodeTable
from credrules.dates import PartialDate, Precision
from credrules.findings import Change, ChangeKind, Finding, finding
from credrules.leaves import Answer, CodeLeaf, DateLeaf, IdentifierLeaf, NumberLeaf, OpenCodeLeaf, TextLeaf, answer_of
from credrules.systems.guangxi.names import candidates, fitting, is_series, of_chinese_medicine
from credrules.values import EMPTY, FrozenMap, Severity

__all__ = [
    "ADDRESS",
    "CONTROL_NUMBER",
    "HONOUR_NUMBER",
    "PAST_DAY",
    "PAST_MONTH",
    "PAST_YEAR",
    "SERIAL",
    "UNSPREAD_NAME",
    "AddressLeaf",
    "ControlNumberLeaf",
    "NameLeaf",
    "OptionalNumberLeaf",
    "PastDateLeaf",
    "RivalCodeLeaf",
    "StrictCodeLeaf",
    "TitleNameLeaf",
    "UndatedCodeLeaf",
    "YesNoLeaf",
]
__dir__ = __all__.copy


@frozen
class StrictCodeLeaf(CodeLeaf):
    """
    A code of `table`; a text that is only assumed to mean one (M for a sex) is refused.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look in the table; an assumed reading is an error.
        """
        answer = CodeLeaf.read(self, value, on)
        return answer._replace(findings=tuple(map(_refused_if_assumed, answer.findings)))


def _refused_if_assumed(item: Finding) -> Finding:
    return evolve(item, severity=Severity.ERROR) if item.code == "CODE.ASSUMED" else item


@frozen
class UndatedCodeLeaf(OpenCodeLeaf):
    """
    What a certificate states permanently: the day of the check is ignored.

    A qualification abolished in 2014 and a series of the old scheme remain
    valid, as they were when the certificate was issued.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the cell without a day.
        """
        del on
        return OpenCodeLeaf.read(self, value, None)


@frozen
class TitleNameLeaf(OpenCodeLeaf):
    """
    The name of a title: its code, or the printed name if the title is not listed.

    A name that several series share (讲师, 研究员) gets its code if the series,
    or the level, in the cells beside it leaves one candidate. 主治中医师 and
    主管中药师 are kept as printed: their code (主治医师, 主管药师) does not show that
    they belong to Chinese medicine, whose examination began a year later.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the name without the cells beside it.
        """
        return self.read_among(value, EMPTY, on)

    def read_among(self, value: object, known: Mapping[str, Any], on: dt.date | None) -> Answer:
        """
        Read the name; `known` may hold `title_series` and `title_level`.
        """
        report = self.table.check(value, on=on)
        plain = self.keep(value)
        printed = plain.value is not None and of_chinese_medicine(plain.value)
        if report.value is not None and not is_series(self.table, report.value):
            return plain if printed and not of_chinese_medicine(self.table[report.value].name) else answer_of(report)
        if plain.value is None:
            return plain
        left = fitting(candidates(plain.value), known.get("title_series"), known.get("title_level"))
        if len(left) != 1:
            return plain
        change = Change(ChangeKind.NAME, plain.value, left[0].code)
        return Answer(left[0].code, plain.findings, (*plain.changes, change))


@frozen
class RivalCodeLeaf(CodeLeaf):
    """
    A code of `table`; if only the `rival` table lists the text, the finding `code` says so beside the refusal.

    Education levels and degrees are mixed up often (硕士 is a degree, 研究生 a
    level of education), and neither may be derived from the other.
    """

    rival: CodeTable
    code: str

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look in `table`; if it does not list the text or only assumes it, look whether `rival` certainly lists it.
        """
        answer = CodeLeaf.read(self, value, on)
        assumed = _is_assumed(answer)
        other = answer_of(self.rival.check(value)) if answer.value is None or assumed else None
        if other is None or other.value is None or (assumed and _is_assumed(other)):
            return answer
        told = finding(self.code, given=self.rival.format(other.value))
        return Answer(None, (*map(_refused_if_assumed, answer.findings), told), answer.changes)


def _is_assumed(answer: Answer) -> bool:
    return any(item.code == "CODE.ASSUMED" for item in answer.findings)


@frozen
class NameLeaf(IdentifierLeaf):
    """
    A person's name; for two characters spaced for print, a finding explains that the report does the layout.
    """

    name: str = "person_name"

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the name.
        """
        answer = IdentifierLeaf.read(self, value, on)
        spread = any(change.kind in _LAYOUT for change in answer.changes)
        if not spread or answer.value is None or len(answer.value) != _SHORT_NAME:
            return answer
        return answer._replace(
            findings=(*answer.findings, finding("GX.TEXT.NO_LAYOUT_SPACES", suggestion=answer.value))
        )


_LAYOUT: Final = frozenset({ChangeKind.SPACE, ChangeKind.LINE_BREAK})
_SHORT_NAME: Final = 2


@frozen
class OptionalNumberLeaf(IdentifierLeaf):
    """
    The number of an honour's certificate: without a number the cell is left empty; 11111111 is not required.
    """

    name: str = "certificate_number"

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the number; a word for "none" suggests nothing.
        """
        answer = IdentifierLeaf.read(self, value, on)
        return answer._replace(findings=tuple(map(_without_ones, answer.findings)))


@frozen
class ControlNumberLeaf(OptionalNumberLeaf):
    """
    A control number (证书管理号): read like a certificate number, but 11111111 is not allowed.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the number; the sign for "no number" is reported under its own code and suggests nothing.
        """
        answer = OptionalNumberLeaf.read(self, value, on)
        return answer._replace(findings=tuple(map(_without_sentinel, answer.findings)))


_SENTINELS: Final = frozenset({"CERTIFICATE_NUMBER.PLACEHOLDER", "CERTIFICATE_NUMBER.MISTYPED_PLACEHOLDER"})


def _without_ones(item: Finding) -> Finding:
    return evolve(item, suggestion=None) if item.code == "CERTIFICATE_NUMBER.NO_NUMBER_WORD" else item


def _without_sentinel(item: Finding) -> Finding:
    return finding("GX.CTRLNO.NO_SENTINEL") if item.code in _SENTINELS else item


@frozen
class AddressLeaf(TextLeaf):
    """
    A postal address: white space beside a Chinese character is superfluous, wherever it appears.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the address; the value keeps the blanks a text may have, the finding suggests the address without them.
        """
        answer = TextLeaf.read(self, value, on)
        joined = _BLANK_BESIDE_HAN.sub("", answer.value or "")
        if joined == (answer.value or ""):
            return answer
        others = (evolve(item, suggestion=joined) for item in answer.findings if item.code not in _BLANKS)
        return answer._replace(findings=(*others, finding("TEXT.EXTRA_SPACE", suggestion=joined)))


_BLANK_BESIDE_HAN: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_BLANKS: Final = frozenset({"TEXT.EXTRA_SPACE", "TEXT.LINE_BREAK"})


@frozen
class PastDateLeaf(DateLeaf):
    """
    The date of a past event: of several possible dates those after the day of the check are not suggested.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the date; no future date is suggested for a past event.
        """
        answer = DateLeaf.read(self, value, on)
        if on is None or not any("candidates" in item.params for item in answer.findings):
            return answer
        return answer._replace(findings=tuple(_until(on, item) for item in answer.findings))


def _until(on: dt.date, item: Finding) -> Finding:
    given = item.params.get("candidates", ())
    left = tuple(text for text in given if PartialDate.parse(text).earliest() <= on)
    return evolve(item, params=FrozenMap({**item.params, "candidates": left})) if left else item


@frozen
class YesNoLeaf(CodeLeaf):
    """
    A code of yes or no; a truth value is also accepted.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read the cell; True is 1 and False is 0.
        """
        return CodeLeaf.read(self, int(value) if value is True or value is False else value, on)


ADDRESS: Final = AddressLeaf()
CONTROL_NUMBER: Final = ControlNumberLeaf()
HONOUR_NUMBER: Final = OptionalNumberLeaf()
UNSPREAD_NAME: Final = NameLeaf()
PAST_DAY: Final = PastDateLeaf(Precision.DAY)
PAST_MONTH: Final = PastDateLeaf(Precision.MONTH)
PAST_YEAR: Final = PastDateLeaf(Precision.YEAR)
SERIAL: Final = NumberLeaf(least=Decimal(1), most=Decimal(999))
