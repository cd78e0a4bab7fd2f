"""
Dates written as bare digits: `199307`, `19930701`, `930701`, day numbers.

Text and number cells share the readings that have four digits of year. They
differ if a number cell has lost a zero (`1993.10` becomes `1993.1`) or holds a
spreadsheet's day number.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from credrules.dates.calendar import FIRST_YEAR, LAST_YEAR, Parts, existing, iso, plausible
from credrules.dates.outcome import Outcome, accepted, refused, undecided
from credrules.dates.serial import LARGEST, PHANTOM, PHANTOM_DAY, from_serial
from credrules.findings import finding

__all__ = ["from_digits", "from_fraction", "from_number", "is_time", "spreadsheet_century", "two_digit_years"]
__dir__ = __all__.copy

_CENTURIES: Final = (1900, 2000)
# No document of a person now at work is dated later: two digits from 50 on mean the last century.
_LATEST: Final = 2049
_SPREADSHEET_CENTURY: Final = 30


def from_digits(text: str, *, date1904: bool = False) -> Outcome:
    """
    Read a text of ASCII digits only.

    Four digits are a year, six a year and a month, eight a day, 12 and 14 a
    day with a time. Anything else has several readings and is refused with them.
    Five digits that can only be a spreadsheet's day number (a table saved as
    text) are read as such, with a warning.

    >>> from_digits("199307").parts, from_digits("930701").findings[0].params["candidates"]
    ((1993, 7, None), ('1993-07-01',))
    """
    if len(text) == 5:
        return _five(text, date1904=date1904)
    read = _BY_LENGTH.get(len(text))
    return refused("DATE.NOT_A_DATE") if read is None else read(text)


def from_number(number: int, *, date1904: bool = False) -> Outcome:
    """
    Read a whole number of a cell: 1993, 199307, 19930701, or a day number.

    Numbers from 1800 to 2200 are years. Other numbers of up to five digits are
    day numbers; one that gives a day before 1906, or that also reads as two
    digits of year (93) with a month (9307), gives a warning with the
    candidates.

    >>> from_number(1993).parts, from_number(34151).parts
    ((1993, None, None), (1993, 7, 1))
    >>> from_number(9307).findings[0].params["candidates"]
    ('1925-06-24', '1993-07')
    """
    if plausible(number):
        return accepted(number)
    if number > LARGEST:
        return from_digits(str(number)) if number < 10**14 else refused("DATE.NOT_A_DATE")
    return _from_serial(number, date1904=date1904)


def from_fraction(number: float | Decimal, *, date1904: bool = False) -> Outcome:
    """
    Read a number with decimals: year and month (1993.07), or a day number with a time.

    A cell that held 1993.10 holds 1993.1, so January and October cannot be
    distinguished. A `Decimal` keeps its zero, so there they can.

    >>> from_fraction(1993.07).parts, from_fraction(1993.1).findings[0].params["candidates"]
    ((1993, 7, None), ('1993-01', '1993-10'))
    """
    if not 0 <= number <= LARGEST:
        return refused("DATE.NOT_A_DATE")
    whole = int(number)
    if whole > LAST_YEAR:
        return _from_serial(whole, date1904=date1904)
    return _from_places(whole, str(number).partition(".")[2])


def _from_places(whole: int, places: str) -> Outcome:
    """
    Read the decimals of a year as month, or as month and day.
    """
    if not places.isdecimal() or len(places) not in {1, 2, 4}:
        return refused("DATE.NOT_A_DATE")
    if len(places) == 4:
        return accepted(whole, int(places[:2]), int(places[2:]))
    if whole < FIRST_YEAR:
        return undecided(two_digit_years(whole, int(places)) if whole < 100 else (), "DATE.TWO_DIGIT_YEAR")
    if places == "1":
        return undecided(existing((whole, 1, None), (whole, 10, None)))
    return accepted(whole, int(places))


def _from_serial(number: int, *, date1904: bool) -> Outcome:
    day = from_serial(number, date1904=date1904)
    if day is None:
        return refused("DATE.IMPOSSIBLE", date=PHANTOM_DAY) if number == PHANTOM else refused("DATE.NOT_A_DATE")
    others = _other_readings(number)
    if number > LAST_YEAR and not others:
        return accepted(day.year, day.month, day.day)
    read = day.isoformat()
    remark = finding("DATE.SMALL_NUMBER", number=number, date=read, candidates=(read, *others))
    return accepted(day.year, day.month, day.day, remark)


def _other_readings(number: int) -> tuple[str, ...]:
    """
    Return what a number of two or four digits means as a year, or a year and a month, of two digits.
    """
    if 10 <= number < 100:
        return two_digit_years(number)
    return two_digit_years(number // 100, number % 100) if 1000 <= number < 10_000 else ()


def two_digit_years(year: int, month: int | None = None, day: int | None = None) -> tuple[str, ...]:
    """
    Return the dates of this and the last century that two digits of year may mean, none later than 2049.

    >>> two_digit_years(93, 7), two_digit_years(12, 7)
    (('1993-07',), ('1912-07', '2012-07'))
    """
    years = [century + year for century in _CENTURIES if century + year <= _LATEST]
    return existing(*((full, month, day) for full in years))


def spreadsheet_century(year: int, month: int, day: int | None) -> Outcome:
    """
    Read two digits of year as the program that wrote the month's name does: from 30 on in the last century.

    >>> spreadsheet_century(88, 10, None).parts, spreadsheet_century(5, 3, None).parts
    ((1988, 10, None), (2005, 3, None))
    """
    full = year + (_CENTURIES[0] if year >= _SPREADSHEET_CENTURY else _CENTURIES[1])
    parts = (full, month, day)
    candidates = two_digit_years(year, month, day)
    return accepted(*parts, finding("DATE.CENTURY", date=iso(parts), candidates=candidates))


def _two(text: str) -> Outcome:
    return undecided(two_digit_years(int(text)), "DATE.TWO_DIGIT_YEAR")


def _four(text: str) -> Outcome:
    year = int(text)
    if not plausible(year):
        candidates = two_digit_years(int(text[:2]), int(text[2:]))
        if candidates:
            return undecided(candidates, "DATE.TWO_DIGIT_YEAR")
    return accepted(year)


def _five(text: str, *, date1904: bool) -> Outcome:
    day = from_serial(int(text), date1904=date1904) if int(text) > LAST_YEAR else None
    serial: tuple[Parts, ...] = () if day is None else ((day.year, day.month, day.day),)
    written = (int(text[:4]), int(text[4]), None)
    candidates = existing(*serial, written)
    if serial and candidates == existing(*serial):
        return accepted(*serial[0], finding("DATE.SERIAL_TEXT", number=text, date=candidates[0]))
    return undecided(candidates)


def _six(text: str) -> Outcome:
    year, month = int(text[:4]), int(text[4:])
    if not existing((year, month, None)):
        candidates = two_digit_years(int(text[:2]), int(text[2:4]), int(text[4:]))
        if candidates:
            return undecided(candidates, "DATE.TWO_DIGIT_YEAR")
    return accepted(year, month)


def _seven(text: str) -> Outcome:
    year = int(text[:4])
    return undecided(existing((year, int(text[4]), int(text[5:])), (year, int(text[4:6]), int(text[6]))))


def _eight(text: str) -> Outcome:
    year = int(text[:4])
    if not plausible(year):
        first, second, last = int(text[:2]), int(text[2:4]), int(text[4:])
        candidates = existing((last, first, second), (last, second, first))
        if candidates:
            return undecided(candidates)
    return accepted(year, int(text[4:6]), int(text[6:]))


def _with_time(text: str) -> Outcome:
    clock = text[8:]
    if not is_time(int(clock[:2]), int(clock[2:4]), int(clock[4:] or 0)):
        return refused("DATE.NOT_A_DATE")
    return _eight(text[:8])


def is_time(hour: int, minute: int, second: int) -> bool:
    """
    Return whether the time of day exists.
    """
    return hour < 24 and minute < 60 and second < 60


_BY_LENGTH: Final[dict[int, Callable[[str], Outcome]]] = {
    2: _two,
    4: _four,
    6: _six,
    7: _seven,
    8: _eight,
    12: _with_time,
    14: _with_time,
}
