"""
Exact numbers of hours, days and credits.

An amount is an `int` if it is whole and a `Fraction` otherwise, so that sums,
shares and conversions never round. Binary floating point cannot hold 0.1: a
float is read by its shortest decimal form, and a finding reports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias, cast

from credrules.findings import CredrulesError, Finding, Path, finding
from credrules.masking import Care, shown_repr
from credrules.values import Figure, exact_int, exact_number, exact_text

__all__ = [
    "MOST",
    "Amount",
    "as_amount",
    "exact",
    "exact_or_none",
    "in_digits",
    "narrow",
    "read_amount",
    "show",
    "spoken",
    "trimmed",
]
__dir__ = __all__.copy

Amount: TypeAlias = int | Fraction
"""Hours, days or credits: an `int` if whole, else a `Fraction`."""

_BEFORE: Final = " \t\r\n\u00a0\u3000'\u2018\u2019`"
_AFTER: Final = _BEFORE + "。，,；;、"

# No one has more hours than this in a lifetime.
MOST: Final = 1_000_000
_FINEST: Final = 10**12
# Parts of an hour, a day or a year, however finely written; sums of parts of any kind would grow without end.
_PARTS: Final = 1_000
_DECIMAL: Final = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,9})?")
_WIDE: Final = str.maketrans("０１２３４５６７８９．＋／：（）　", "0123456789.+/:() ")


def narrow(text: str) -> str:
    """
    Return a text with full-width digits and signs replaced by plain ones.

    >>> narrow("３０＋４２")
    '30+42'
    """
    return text.translate(_WIDE)


def trimmed(text: str) -> str:
    """
    Return a text without the apostrophe by which spreadsheets keep a number as text, and without a last full stop.

    >>> trimmed("'90"), trimmed("90学时。")
    ('90', '90学时')
    """
    return text.lstrip(_BEFORE).rstrip(_AFTER)


def as_amount(value: Fraction | int) -> Amount:
    """
    Return a whole number as `int`, any other number unchanged.

    >>> as_amount(Fraction(36, 2)), as_amount(Fraction(1, 3))
    (18, Fraction(1, 3))
    """
    return value.numerator if value.denominator == 1 else value


def read_amount(value: object, *, path: Path = ()) -> tuple[Amount | None, tuple[Finding, ...]]:
    """
    Read a non-negative number; return it (or None) and the findings.

    Reads `int`, `Fraction`, `Decimal` and plain decimal texts (also with full-width
    digits, Chinese numerals and thousands' commas). Floats are read by their shortest
    decimal form, with the finding HOURS.FLOAT. A `Fraction` is read if its denominator,
    apart from factors 2, 3, 5 and 7, is at most 1,000.

    >>> read_amount("1.5"), read_amount("４２")
    ((Fraction(3, 2), ()), (42, ()))
    >>> read_amount(0.1)[0], read_amount(0.1)[1][0].code
    (Fraction(1, 10), 'HOURS.FLOAT')
    """
    number = _number(value)
    if number is None or not -MOST <= number <= MOST or not _is_part(number.denominator):
        return None, (finding("HOURS.NUMBER", path=path, given=shown_repr(value, Care.CELL)),)
    amount = as_amount(number)
    if amount < 0:
        return None, (finding("HOURS.NEGATIVE", path=path, amount=show(amount)),)
    if issubclass(type(value), float):
        return amount, (finding("HOURS.FLOAT", path=path, amount=show(amount)),)
    return amount, ()


def _is_part(denominator: int) -> bool:
    return denominator == 1 or (0 < denominator <= _FINEST and _without(denominator, (2, 3, 5, 7)) <= _PARTS)


def _without(number: int, primes: Iterable[int]) -> int:
    for prime in primes:
        while number % prime == 0:
            number //= prime
    return number


def _number(value: object) -> Amount | None:
    written = exact_text(value)
    if written is not None:
        bare = in_digits(narrow(trimmed(written)))
        return Fraction(bare) if _DECIMAL.fullmatch(bare) else None
    if type(value) is Fraction:
        return value
    whole = exact_int(value)
    if whole is not None:
        return whole
    number = exact_number(value)
    if type(number) is float:
        return Fraction(repr(number)) if abs(number) <= MOST else None
    # A short Decimal may denote a number with a million digits.
    if number is None or not -12 <= cast("int", Decimal(number).as_tuple().exponent) <= 0:
        return None
    return Fraction(number)


_THOUSANDS: Final = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])")
_NUMERAL: Final = re.compile("[零〇一二两三四五六七八九十百千]+(?![般类级等])")
_FIGURES: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SHORT: Final = re.compile("[百千][一二两三四五六七八九]$")
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def in_digits(text: str) -> str:
    """
    Return a text in which Chinese numerals below ten thousand and thousands' commas are plain digits.

    >>> in_digits("九十"), in_digits("1,090"), in_digits("公需三十/专业一百零五"), in_digits("一般公需30")
    ('90', '1090', '公需30/专业105', '一般公需30')
    """
    plain = _THOUSANDS.sub(lambda found: found[0].replace(",", "").replace("，", ""), text)
    return _NUMERAL.sub(lambda found: _numeral(found[0]), plain)


def _numeral(text: str) -> str:
    total, figure, lowest = 0, None, 10_000
    if _SHORT.search(text):
        return text  # 一百一 is 110 as it is spoken and 101 as it is written
    for sign in text:
        unit = _UNITS.get(sign)
        if unit is None:
            if figure:
                return text  # 一二: not a number as it is spoken
            figure = _FIGURES[sign]
            continue
        if unit >= lowest or figure == 0:
            return text
        total, figure, lowest = total + (1 if figure is None else figure) * unit, None, unit
    return str(total + (figure or 0))


def exact(value: object) -> Amount:
    """
    Return a number that is already exact; the converter of attrs fields.

    Raises CredrulesError for anything else, including floats that are not whole.

    >>> from decimal import Decimal
    >>> exact(Decimal("7.5"))
    Fraction(15, 2)
    """
    amount, found = read_amount(value)
    if amount is None or found:
        raise CredrulesError(found)
    return amount


def exact_or_none(value: object) -> Amount | None:
    """
    Return None unchanged and any other value as `exact` does.

    >>> exact_or_none(None), exact_or_none("18")
    (None, 18)
    """
    return None if value is None else exact(value)


def show(amount: Amount) -> str:
    """
    Return an amount as people write it: a decimal if it is finite, else a fraction.

    >>> show(18), show(Fraction(15, 2)), show(Fraction(10, 3))
    ('18', '7.5', '10/3')
    """
    if isinstance(amount, int):
        return str(amount)
    if _without(amount.denominator, (2, 5)) != 1:
        return str(amount)
    places = amount.denominator.bit_length()  # enough, since 2 and 5 are the only factors
    whole, rest = divmod(abs(amount.numerator) * 10**places // amount.denominator, 10**places)
    return f"{'-' if amount < 0 else ''}{whole}.{rest:0{places}}".rstrip("0")


def spoken(amount: Amount) -> Figure:
    """
    Return an amount for a sentence: exact in a text, rounded in words.

    >>> spoken(Fraction(178, 3)), spoken(Fraction(178, 3)).text("zh")
    ('178/3', '约 59.33')
    """
    return Figure(show(amount))
