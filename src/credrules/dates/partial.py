"""
A date as far as it is known: a year, a month or a day, never completed by guessing.

Personnel tables hold 1993年7月 and 199307 besides full days. A partial date is
read as the interval of days it may mean, and its order is the order of those
intervals: one date is before another only if that is certain.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final, cast

from attrs import frozen

from credrules.dates.calendar import iso, last_day, problem
from credrules.dates.digits import from_fraction, from_number
from credrules.dates.notations import LONGEST, elsewhere, from_text, tidy
from credrules.dates.outcome import Outcome, accepted, refused
from credrules.findings import (
    Change,
    ChangeKind,
    CredrulesError,
    Finding,
    Report,
    Rerun,
    finding,
    language,
    value_or_raise,
)
from credrules.masking import name_of_type, own_text
from credrules.text import findings_for, normalize
from credrules.values import FrozenMap, Lang, Worded, exact_day, exact_int, exact_number, exact_text, is_missing

__all__ = ["PartialDate", "Precision", "check", "check_precision", "span_of"]
__dir__ = __all__.copy


class Precision(Worded):
    """
    How much of a date is known.

    >>> Precision.MONTH.label.zh
    '月'
    """

    YEAR = "year", "年", "year"
    MONTH = "month", "月", "month"
    DAY = "day", "日", "day"

    @property
    def rank(self) -> int:
        """
        1 for a year, 2 for a month, 3 for a day: the greater, the more is known.
        """
        return _RANKS[self]


_RANKS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


@frozen(repr=False, str=False, order=False)
class PartialDate:
    """
    A year, a month or a day between 1800 and 2200.

    Equality compares what is known: July 1993 equals July 1993, although the
    two may mean different days. Order compares what is certain: `a < b` if the
    last day `a` may mean is before the first of `b`; `a <= b` if `a` is
    certainly not after `b`, or the two are equal. Two dates may therefore be
    neither `<` nor `>=`; use `compare`. A `datetime.date` may be on either side
    of a comparison; it never equals a partial date.

    The constructor takes whole numbers and raises CredrulesError for a date
    the calendar does not have. GB/T 7408 (ISO 8601) gives the notation.

    >>> PartialDate(1993, 7) < PartialDate(1993, 8, 1), PartialDate(1993) < PartialDate(1993, 8)
    (True, False)
    >>> PartialDate.parse("1993年7月")
    PartialDate(1993, 7)
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        parts = (self.year, self.month, self.day)
        whole = all(type(part) is int or (part is None and place) for place, part in enumerate(parts))
        gap = self.month is None and self.day is not None
        wrong = finding("DATE.NOT_A_DATE") if gap or not whole else problem(parts)
        if wrong is not None:
            raise CredrulesError([wrong])

    @staticmethod
    def check(value: object, *, on: dt.date | None = None, date1904: bool = False) -> Report[PartialDate]:
        """
        Read any object as a date; never raises. See `credrules.dates.check`.

        >>> PartialDate.check("1993.07").value, PartialDate.check(1993.1).ok
        (PartialDate(1993, 7), False)
        """
        return check(value, on=on, date1904=date1904)

    @staticmethod
    def parse(value: object, *, on: dt.date | None = None, date1904: bool = False) -> PartialDate:
        """
        Return the date a text, a cell or a `datetime.date` holds, or raise CredrulesError.

        >>> PartialDate.parse(34151).isoformat()
        '1993-07-01'
        """
        return value_or_raise(check(value, on=on, date1904=date1904))

    @staticmethod
    def from_date(day: dt.date) -> PartialDate:
        """
        Return a `datetime.date` (or the day of a `datetime.datetime`) as a partial date.

        >>> PartialDate.from_date(dt.date(1993, 7, 1))
        PartialDate(1993, 7, 1)
        """
        return PartialDate(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """
        How much is known.
        """
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def earliest(self) -> dt.date:
        """
        Return the first day this date may mean.

        >>> PartialDate(1993, 7).earliest().isoformat()
        '1993-07-01'
        """
        return dt.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> dt.date:
        """
        Return the last day this date may mean.

        >>> PartialDate(2000, 2).latest().isoformat()
        '2000-02-29'
        """
        month = self.month or 12
        return dt.date(self.year, month, self.day or last_day(self.year, month))

    def isoformat(self) -> str:
        """
        Return `1993`, `1993-07` or `1993-07-01`, as much as is known.
        """
        return iso((self.year, self.month, self.day))

    def text(self, lang: Lang = "zh") -> str:
        """
        Return the date for people: 1993年7月1日, or ISO notation in English.

        >>> PartialDate(1993, 7).text()
        '1993年7月'
        """
        if language(lang) == "en":
            return self.isoformat()
        month = f"{self.month}月" if self.month is not None else ""
        return f"{self.year}年{month}" + (f"{self.day}日" if self.day is not None else "")

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return f"PartialDate({', '.join(str(part) for part in (self.year, self.month, self.day) if part is not None)})"

    def __lt__(self, other: PartialDate | dt.date) -> bool:
        span = span_of(other)
        return NotImplemented if span is None else self.latest() < span[0]

    def __gt__(self, other: PartialDate | dt.date) -> bool:
        span = span_of(other)
        return NotImplemented if span is None else span[1] < self.earliest()

    def __le__(self, other: PartialDate | dt.date) -> bool:
        span = span_of(other)
        return NotImplemented if span is None else self == other or self.latest() <= span[0]

    def __ge__(self, other: PartialDate | dt.date) -> bool:
        span = span_of(other)
        return NotImplemented if span is None else self == other or span[1] <= self.earliest()


def span_of(value: object) -> tuple[dt.date, dt.date] | None:
    """
    Return the first and the last day a partial or a full date may mean, None for anything else.
    """
    if issubclass(type(value), PartialDate):
        partial = cast("PartialDate", value)
        return partial.earliest(), partial.latest()
    day = exact_day(value)
    return None if day is None else (day, day)


def check(value: object, *, on: dt.date | None = None, date1904: bool = False) -> Report[PartialDate]:
    """
    Read a date from a text, a number cell, a `datetime.date` or a `PartialDate`.

    Reads 1993年7月1日, 1993.07, 1993/7/1, 199307, 19930701, Chinese numerals, day
    numbers of spreadsheets (`date1904` for workbooks that count from 1904) and
    more; any notation but ISO gives DATE.NOTATION with the ISO text as the
    suggestion. A text that can be read in several ways is refused with the
    candidates, and words such as 至今 are refused too. `on` is ignored; accepted
    for uniformity: whether a date may lie in the future is for the rule that
    knows what the date means. Never raises.

    >>> report = check("一九九三年七月")
    >>> report.value, [item.code for item in report.findings]
    (PartialDate(1993, 7), ['DATE.NOTATION'])
    >>> check("07/01/1993").findings[0].params["candidates"]
    ('1993-07-01', '1993-01-07')
    """
    del on
    rerun = _RERUN_1904 if date1904 else _RERUN
    if type(value) is PartialDate:
        return Report(value, value, rerun=rerun)
    text = _foreign_text(value) if name_of_type(type(value)) in _FOREIGN else exact_text(value)
    if text is not None:
        read = _read_known if len(text) <= LONGEST else _read_text
        date, findings, changes = read(text, date1904=bool(date1904))
        return Report(value, date, findings, changes, rerun)
    date, found = _dated(_read_object(value, date1904=bool(date1904)))
    changes = () if date is None or _is_day(value) else (Change(ChangeKind.NOTATION, value, date.isoformat()),)
    return Report(value, date, found + _notation(changes, date, doubted=bool(found)), changes, rerun)


_RERUN: Final = Rerun(check)
_RERUN_1904: Final = Rerun(check, FrozenMap(date1904=True))


def check_precision(
    value: object, *, precision: Precision, on: dt.date | None = None, date1904: bool = False
) -> Report[PartialDate]:
    """
    Read a date that should be known at least to `precision`; warn if it is less precise.

    >>> check_precision("1993", precision=Precision.MONTH).findings[0].message("en")
    'only 1993 is given; please fill in the date to the month'
    """
    report = check(value, on=on, date1904=date1904)
    date, findings = report.value, report.findings
    if date is not None and date.precision.rank < precision.rank:
        findings += (finding("DATE.PRECISION", date=date.isoformat(), precision=precision.label),)
    rerun = Rerun(check_precision, FrozenMap(precision=precision, date1904=bool(date1904)))
    return Report(value, date, findings, report.changes, rerun)


def _read_text(text: str, *, date1904: bool) -> tuple[PartialDate | None, tuple[Finding, ...], tuple[Change, ...]]:
    clean, changes = normalize(text)
    if not clean:
        return None, (finding("DATE.EMPTY"),), changes
    plain = tidy(clean) if len(clean) <= LONGEST else clean
    if plain != clean:
        changes += (Change(ChangeKind.PUNCTUATION, clean, plain),)
    date, found = _dated(from_text(plain, date1904=date1904))
    if date is not None and date.isoformat() != plain:
        changes += (Change(ChangeKind.NOTATION, plain, date.isoformat()),)
    return date, found + _notation(changes, date, doubted=bool(found)), changes


# Tables repeat their dates: a few thousand different texts cover most of them.
_read_known: Final = functools.lru_cache(maxsize=8192)(_read_text)


# Types of NumPy and pandas that are not `datetime.date`, but whose text is in ISO notation.
_FOREIGN: Final = frozenset(("datetime64", "Period"))


def _foreign_text(value: object) -> str | None:
    try:
        return own_text(str(value))
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        return None


def _read_object(value: object, *, date1904: bool) -> Outcome:
    if is_missing(value):
        return refused("DATE.EMPTY")
    if issubclass(type(value), dt.date):
        day = dt.date.fromordinal(dt.date.toordinal(value))  # type: ignore[arg-type]  # a date, as just seen
        return _moved(value, accepted(day.year, day.month, day.day))
    whole = exact_int(value)
    if whole is not None:
        return from_number(whole, date1904=date1904)
    number = exact_number(value)
    return refused("DATE.NOT_A_DATE") if number is None else from_fraction(number, date1904=date1904)


def _moved(value: object, outcome: Outcome) -> Outcome:
    # A time in a named zone falls on a day in China, possibly the next one.
    if not issubclass(type(value), dt.datetime):
        return outcome
    moment = dt.datetime.replace(cast("dt.datetime", value), fold=0)
    try:
        offset = dt.datetime.utcoffset(moment)
    except Exception:  # noqa: BLE001  # a foreign zone may raise anything
        return outcome
    if offset is None:
        return outcome
    return elsewhere(outcome, (moment.hour, moment.minute, moment.second), int(offset.total_seconds() // 60))


def _unlikely(date: PartialDate) -> tuple[Finding, ...]:
    """
    Return the warning that a program may have made this day out of a bare year or an empty cell.
    """
    year = date.earliest().toordinal() - _SERIAL_ZERO
    if date.day is not None and _TYPED_YEARS[0] <= year <= _TYPED_YEARS[1]:
        return (finding("DATE.YEAR_IN_CELL", suggestion=str(year), date=date.isoformat(), year=str(year)),)
    return (finding("DATE.PLACEHOLDER", date=date.isoformat()),) if date.isoformat() in _PLACEHOLDERS else ()


# A year typed into a date cell becomes a day number: 2012 is 1905-07-04.
_SERIAL_ZERO: Final = dt.date(1899, 12, 30).toordinal()
_TYPED_YEARS: Final = (1900, 2100)
# What spreadsheets and databases show for an empty value.
_PLACEHOLDERS: Final = frozenset({"1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01"})


def _is_day(value: object) -> bool:
    """
    Return whether an object is a date, or a datetime at midnight, which is read without a change of notation.
    """
    if issubclass(type(value), dt.datetime):
        return dt.datetime.time(value) == dt.time.min  # type: ignore[arg-type]  # a datetime, as just seen
    return issubclass(type(value), dt.date)


def _dated(outcome: Outcome) -> tuple[PartialDate | None, tuple[Finding, ...]]:
    if outcome.parts is None:
        return None, outcome.findings
    date = PartialDate(*outcome.parts)
    return date, outcome.findings or _unlikely(date)


def _notation(changes: tuple[Change, ...], date: PartialDate | None, *, doubted: bool) -> tuple[Finding, ...]:
    """
    Return the findings of the repairs; repairs of notation have the dates' own code.

    A reading that another finding doubts, or that leaves out a part of the cell, is not written into a copy.
    """
    if date is None:
        return ()
    clean = date.isoformat()
    hint = None if doubted else clean
    others = findings_for([item for item in changes if item.kind is not ChangeKind.NOTATION], hint)
    if len(others) == len(changes):
        return others
    return (*others, finding("DATE.NOTATION", date=clean, suggestion=hint))
