"""
Identity number, GB 11643-1999, and the numbers used in its place.

Eighteen places: six of the address (GB/T 2260), eight of the birth date, three
of the sequence (odd for men), one check character (ISO 7064 MOD 11-2). Also
read: the fifteen places used before October 1999, the residence permits of
Hong Kong, Macao and Taiwan residents (81, 82, 83), and both numbers of foreign
permanent residents.

A wrong check character and an impossible date are errors, and so is a province
prefix that no edition of GB/T 2260 ever had (docs/adr/0004). All other
geography is at most a warning: the number is issued at registration, with a
code that may be older or newer than the birth, or may appear in no list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import ChangeKind, CredrulesError, Finding, Report, finding, value_or_raise
from credrules.identifiers import _divisions
from credrules.identifiers._citizen_kinds import MODERN, OLD, OLD_FOREIGN, Kind, foreign_part_remarks, kind_of
from credrules.identifiers._citizen_sums import (
    ADDRESSES,
    BELIEVABLE,
    BIRTHS,
    CLOSER,
    FIRST_CENTURY,
    LAST_BIRTH_YEAR,
    PLAIN,
    SOUND,
    TAILS,
    UNSOUND,
    Remembered,
    calendar_day,
)
from credrules.identifiers._documents import document_of
from credrules.identifiers._drafts import (
    DIGITS,
    Draft,
    close_number,
    compact,
    digits,
    is_one_character,
    open_number,
    report_of,
    rerun_of,
    upper,
    wrong_places,
)
from credrules.identifiers._look_alikes import FOR_DIGITS, mended
from credrules.values import exact_day

__all__ = [
    "CitizenId",
    "Kind",
    "check",
    "check_digit",
    "foreign_check_digit",
    "format",
    "is_valid",
    "mask",
    "normalize",
    "parse",
]
__dir__ = __all__.copy

# Characters typed instead of the X in the last place: multiplication signs,
# Cyrillic and Greek look-alikes, the Roman numeral ten.
_LIKE_X: Final = frozenset("\u00d7\u2715\u2716\u0425\u0445\u03a7\u03c7\u2169\u2179")

# Eight years above the longest life on record.
_OLDEST: Final = 130

# Fifteen places: sequence numbers reserved for people over a hundred.
_CENTENARIANS: Final = frozenset({"996", "997", "998", "999"})

# Foreign permanent residents have had eighteen places since 1 December 2023, so
# the two-digit year of an older number is at most 2023.
_LAST_OLD_FOREIGN: Final = 23


# Without slots for the same reason as `Report`: one is made per number.
@frozen(repr=False, slots=False)
class CitizenId:
    """
    An identity number and its parts.

    `number` is the canonical text, `division` the six digits of the address (of
    foreigners: of the place that accepted the application), `birth_date` the
    day of birth, `sex` a code of GB/T 2261.1 (`"1"` male, `"2"` female). For a
    foreigner's old number the sex is None, and so is the birth date if its
    century cannot be determined.

    >>> parse("45000019720315003x")
    CitizenId('450000********003X', CITIZEN)
    """

    number: str
    division: str
    birth_date: dt.date | None
    sex: str | None
    kind: Kind

    @property
    def upgraded(self) -> str | None:
        """
        The eighteen-place form; None for a foreigner's old number, which has none.

        A number of fifteen digits gets its century and check character. The
        police may have issued a different number, so use this for comparison,
        not as a correction.

        >>> parse("450000720315003").upgraded
        '45000019720315003X'
        """
        if self.kind is Kind.CITIZEN_15 and self.birth_date is not None:
            body = f"{self.division}{self.birth_date:%Y%m%d}{self.number[12:]}"
            return body + check_digit(body)
        return self.number if len(self.number) == MODERN else None

    @property
    def country(self) -> str:
        """
        The country code inside a foreigner's number: three digits or letters of ISO 3166, else empty.

        >>> parse("932682198501010017").country
        '682'
        """
        if self.kind is not Kind.FOREIGN_PERMANENT_RESIDENT:
            return ""
        return self.number[3:6] if len(self.number) == MODERN else self.number[:3]

    def __repr__(self) -> str:
        return f"CitizenId({masking.mask(self.number)!r}, {self.kind.name})"


def check_digit(body: str) -> str:
    """
    Return the check character of the first seventeen digits (ISO 7064 MOD 11-2).

    The standard's weights are powers of 2, and 13 is 2 modulo 11, so twice the
    body read in base 13 equals the weighted sum modulo 11; a test compares
    this with the sum as the standard writes it. Raises CredrulesError for
    anything but seventeen digits.

    >>> check_digit("45000019720315003")
    'X'
    """
    if len(body) != MODERN - 1:
        raise CredrulesError((finding("CITIZEN_ID.LENGTH", length=len(body) + 1),))
    if not digits(body):
        raise CredrulesError((finding("CITIZEN_ID.CHARACTER", places=wrong_places(body, DIGITS)),))
    residue = (1 - 2 * int(body, 13)) % 11
    return "X" if residue == 10 else str(residue)


def foreign_check_digit(body: str) -> str:
    """
    Return the last digit of a foreigner's old number, from its first fourteen places.

    Weights 7, 3, 1 over digits and letters (A = 10), as in machine-readable
    passports; two public programs and one published sample agree, no standard
    was seen.

    >>> foreign_check_digit("KAZ11009012310")
    '5'
    """
    return str(sum(int(mark, 36) * (7, 3, 1)[place % 3] for place, mark in enumerate(body)) % 10)


def check(value: object, *, on: dt.date | None = None) -> Report[CitizenId]:
    """
    Check an identity number; every problem is reported, nothing is guessed.

    `on` is the day of the check: if it is given, a birth in the future is an
    error and an age of more than 130 years a warning. Accepts any object,
    including number cells. A wrong check character is never replaced by the
    right one.

    >>> [item.code for item in check("440000198102290030").findings]
    ['CITIZEN_ID.BIRTH_DATE', 'CITIZEN_ID.CHECK_DIGIT']
    >>> check("45000019720315003ｘ").ok
    True
    """
    on = None if on is None else exact_day(on)
    if type(value) is str and len(value) == MODERN:
        place, division, kind, remarks = _PLACES[value[:10]]
        born, birth = _DAYS[value[6:14]]
        tail, sex = _TAILS[value[14:]]
        total = place + born + tail
        lifelike = birth is not None and (on is None or (birth <= on and on.year - birth.year <= _OLDEST))
        if total <= PLAIN and lifelike:
            rerun = _RERUN if on is None else rerun_of(check, on)
            if total in SOUND:
                return Report(value, CitizenId(value, division, birth, sex, kind), remarks, (), rerun)
            return Report(value, None, (finding("CITIZEN_ID.CHECK_DIGIT"), *remarks), (), rerun)
        if total < CLOSER and not is_one_character(value):
            return _full_report(value, Draft(value), on)
    return _full_report(value, _read(value), on)


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("450000199307010014"), is_valid("450000199307010013")
    (True, False)
    """
    if type(value) is str and len(value) == MODERN:
        birth = value[6:14]
        total = ADDRESSES[value[:6]] + BIRTHS[birth] + TAILS[value[14:]]
        if total in SOUND:
            born, day = _DAYS[birth][1], None if on is None else exact_day(on)
            return day is None or (born is not None and born <= day)
        if total < CLOSER:
            return False
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the canonical spelling; other text is returned cleaned.

    >>> normalize(" 450000-19720315-003x ")
    '45000019720315003X'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> CitizenId:
    """
    Return the typed number, or raise CredrulesError with the errors found.

    >>> parse("450000199307010014").birth_date.isoformat()
    '1993-07-01'
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the number grouped for reading: address, birth date, the rest.

    >>> format("450000199307010014")
    '450000 19930701 0014'
    """
    number = normalize(value)
    if len(number) == MODERN and digits(number[:17]):
        return f"{number[:6]} {number[6:14]} {number[14:]}"
    if len(number) == OLD and digits(number):
        return f"{number[:6]} {number[6:12]} {number[12:]}"
    return number


def mask(value: object) -> str:
    """
    Return what may be shown: the address and the last four places.

    >>> mask("450000199307010014")
    '450000********0014'
    """
    return masking.mask(normalize(value))


# --- the fast path: a plain number needs no cleaning and few findings ---


def _place(part: str) -> tuple[int, str, Kind, tuple[Finding, ...]]:
    """
    Return remainder, division, kind and remarks of an address and a year of birth.
    """
    division, year = part[:6], part[6:]
    total = ADDRESSES[division] if digits(year) else CLOSER
    remarks = _divisions.division_remarks(division, int(year)) if total <= PLAIN else ()
    return total, division, kind_of(part), remarks


def _day(part: str) -> tuple[int, dt.date | None]:
    total = BIRTHS[part]
    return total, calendar_day(part) if total < UNSOUND else None


def _tail(part: str) -> tuple[int, str]:
    return TAILS[part], "1" if part[2] in "13579" else "2"


_PLACES: Final = Remembered(_place, most=16_384)
_DAYS: Final = Remembered(_day, most=65_536)
_TAILS: Final = Remembered(_tail, most=16_384)
_RERUN: Final = rerun_of(check, None)


# --- the full path ---


def _read(value: object) -> Draft:
    """
    Return the text in the spelling of an identity number; if there is none, the draft's problem gives the reason.
    """
    draft = compact(open_number(value, "CITIZEN_ID"))
    if len(draft.text) == MODERN and draft.text[-1] in _LIKE_X:
        draft = draft.step(ChangeKind.NOTATION, draft.text[:-1] + "X")
    return close_number(upper(draft), "CITIZEN_ID")


def _full_report(raw: object, draft: Draft, on: dt.date | None) -> Report[CitizenId]:
    return report_of(
        raw, draft, lambda number: _judge(number, on), lambda number: _typed(number, on), rerun_of(check, on)
    )


def _judge(number: str, on: dt.date | None) -> Iterator[Finding]:
    if OLD_FOREIGN.fullmatch(number):
        yield from _judge_old_foreign(number, on)
    elif len(number) in {MODERN, OLD}:
        yield from (_modern_errors if len(number) == MODERN else _old_errors)(number, on)
        yield from _remarks(number, on)
    elif (document := document_of(number)) is not None:
        yield finding("CITIZEN_ID.OTHER_DOCUMENT", document=document)
    else:
        yield finding("CITIZEN_ID.LENGTH", length=len(number))
        yield from _character_errors(number, number)


def _character_errors(number: str, body: str) -> Iterator[Finding]:
    places = wrong_places(body, DIGITS)
    if len(number) > len(body) and number[-1] not in DIGITS and number[-1] != "X":
        places = (*places, len(number))
    if places:
        # The check character decides whether an O was typed for a 0; numbers of fifteen places have none.
        meant = mended(number, places, FOR_DIGITS, is_valid) if len(number) == MODERN else None
        yield finding("CITIZEN_ID.CHARACTER", suggestion=meant, places=places)


def _province_errors(number: str, prefix: str) -> Iterator[Finding]:
    if digits(prefix) and prefix not in _divisions.PROVINCES:
        yield finding("CITIZEN_ID.PROVINCE_UNKNOWN", prefix=prefix, kind=kind_of(number).label)


def _modern_errors(number: str, on: dt.date | None) -> Iterator[Finding]:
    yield from _character_errors(number, number[:17])
    yield from _province_errors(number, number[1:3] if number[0] == "9" else number[:2])
    yield from _birth_errors(number[6:14], on)
    if digits(number[:17]) and (digits(number[17]) or number[17] == "X") and check_digit(number[:17]) != number[17]:
        yield finding("CITIZEN_ID.CHECK_DIGIT")


def _old_errors(number: str, on: dt.date | None) -> Iterator[Finding]:
    yield from _character_errors(number, number)
    yield from _province_errors(number, number[:2])
    yield from _birth_errors(_century_of_old(number) + number[6:12], on)


def _judge_old_foreign(number: str, on: dt.date | None) -> Iterator[Finding]:
    births = _foreign_births(number, on)
    if not births:
        yield finding("CITIZEN_ID.BIRTH_DATE", day=f"{number[7:9]}-{number[9:11]}-{number[11:13]}")
    if number[3:5] not in _divisions.PROVINCES:
        yield finding("CITIZEN_ID.DIVISION_UNKNOWN", division=number[3:7])
    if len(births) > 1:
        yield finding("CITIZEN_ID.CENTURY_UNSURE", candidates=births)
    if foreign_check_digit(number[:14]) != number[14]:
        yield finding("CITIZEN_ID.FOREIGN_CHECK_DIGIT")


def _birth_errors(part: str, on: dt.date | None) -> Iterator[Finding]:
    if not digits(part):
        return
    day = calendar_day(part)
    if day is None:
        yield finding("CITIZEN_ID.BIRTH_DATE", day=f"{part[:4]}-{part[4:6]}-{part[6:]}")
    elif not FIRST_CENTURY <= day.year <= LAST_BIRTH_YEAR:
        yield finding("CITIZEN_ID.BIRTH_CENTURY", year=day.year)
    elif on is not None and day > on:
        yield finding("CITIZEN_ID.BIRTH_FUTURE", day=day, on=on)


def _remarks(number: str, on: dt.date | None) -> Iterator[Finding]:
    """
    Yield findings about what is unusual but may be right in a number of fifteen or eighteen digits.
    """
    kind = kind_of(number)
    if number.endswith("000") and len(number) == MODERN:
        yield finding("CITIZEN_ID.ROUNDED")
    if kind is Kind.CITIZEN_15 and digits(number):
        yield finding("CITIZEN_ID.FIFTEEN")
        if number[12:] in _CENTENARIANS:
            births = tuple(day for century in ("18", "19") if (day := calendar_day(century + number[6:12])))
            yield finding("CITIZEN_ID.CENTENARIAN", sequence=number[12:], candidates=births)
    if kind is Kind.FOREIGN_PERMANENT_RESIDENT and number[1:3] in _divisions.PROVINCES and digits(number[:17]):
        yield from foreign_part_remarks(number)
    birth = _birth_of(number)
    if birth is None:
        return
    if birth.year < BELIEVABLE or (on is not None and on.year - birth.year > _OLDEST):
        yield finding("CITIZEN_ID.BIRTH_IMPLAUSIBLE", day=birth)
    if kind is not Kind.FOREIGN_PERMANENT_RESIDENT and digits(number[:6]):
        yield from _divisions.division_remarks(number[:6], birth.year)


def _century_of_old(number: str) -> str:
    return "18" if number[12:] in _CENTENARIANS else "19"


def _birth_of(number: str) -> dt.date | None:
    part = number[6:14] if len(number) == MODERN else _century_of_old(number) + number[6:12]
    day = calendar_day(part) if digits(part) else None
    return day if day is not None and FIRST_CENTURY <= day.year <= LAST_BIRTH_YEAR else None


def _foreign_births(number: str, on: dt.date | None) -> tuple[dt.date, ...]:
    """
    Return the possible birth dates of a foreigner's old number (year of two digits).
    """
    part = number[7:13]
    centuries = ("19", "20") if int(part[:2]) <= _LAST_OLD_FOREIGN else ("19",)
    days = (calendar_day(century + part) for century in centuries)
    return tuple(day for day in days if day is not None and (on is None or day <= on))


def _typed(number: str, on: dt.date | None) -> CitizenId:
    """
    Return a number without errors as a typed value.
    """
    kind = kind_of(number)
    if OLD_FOREIGN.fullmatch(number):
        births = _foreign_births(number, on)
        return CitizenId(number, number[3:7] + "00", births[0] if len(births) == 1 else None, None, kind)
    division = number[1:3] + "0000" if kind is Kind.FOREIGN_PERMANENT_RESIDENT else number[:6]
    sex = "1" if int(number[16 if len(number) == MODERN else 14]) % 2 else "2"
    return CitizenId(number, division, _birth_of(number), sex, kind)
