"""
Exact numbers of hours, days and credits.

An amount is an `int` where it is whole and a `Fraction` where it is not, so
that sums, shares and conversions never round. Binary floating point cannot
hold 0.1: such numbers are read by their shortest decimal form, and that is
said.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias, cast

from credrules.findings import CredrulesError, Finding, Path, finding
from credrules.masking import masked_repr
from credrules.values import exact_int, exact_number, exact_text

__all__ = ["MOST", "WIDE", "Amount", "as_amount", "exact", "exact_or_none", "read_amount", "show"]


def __dir__() -> list[str]:
    return sorted(__all__)


Amount: TypeAlias = int | Fraction
"""Hours, days or credits: whole as `int`, else `Fraction`."""

# More than this is no number of hours of anybody's lifetime.
MOST: Final = 1_000_000
_FINEST: Final = 10**12
_DECIMAL: Final = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,9})?")
WIDE: Final = str.maketrans("０１２３４５６７８９．＋／：（）　", "0123456789.+/:() ")
"""Full-width figures and signs, and what they stand for."""


def as_amount(value: Fraction | int) -> Amount:
    """
    Return a whole number as `int`, any other as it is.

    >>> as_amount(Fraction(36, 2)), as_amount(Fraction(1, 3))
    (18, Fraction(1, 3))
    """
    return value.numerator if value.denominator == 1 else value


def read_amount(value: object, *, path: Path = ()) -> tuple[Amount | None, tuple[Finding, ...]]:
    """
    Read a number that is not negative; return it (or None) and what was found.

    Reads `int`, `Fraction`, `Decimal`, plain decimal texts (full-width figures
    among them), and floats by their shortest decimal form with the finding
    HOURS.FLOAT.

    >>> read_amount("1.5"), read_amount("４２")
    ((Fraction(3, 2), ()), (42, ()))
    >>> read_amount(0.1)[0], read_amount(0.1)[1][0].code
    (Fraction(1, 10), 'HOURS.FLOAT')
    """
    number = _number(value)
    if number is None or not -MOST <= number <= MOST or number.denominator > _FINEST:
        return None, (finding("HOURS.NUMBER", path=path, given=masked_repr(value)),)
    amount = as_amount(number)
    if amount < 0:
        return None, (finding("HOURS.NEGATIVE", path=path, amount=show(amount)),)
    if issubclass(type(value), float):
        return amount, (finding("HOURS.FLOAT", path=path, amount=show(amount)),)
    return amount, ()


def _number(value: object) -> Amount | None:
    written = exact_text(value)
    if written is not None:
        bare = written.translate(WIDE).strip()
        return Fraction(bare) if _DECIMAL.fullmatch(bare) else None
    if type(value) is Fraction:
        return value
    whole = exact_int(value)
    if whole is not None:
        return whole
    number = exact_number(value)
    if type(number) is float:
        return Fraction(repr(number)) if abs(number) <= MOST else None
    # A Decimal of few characters may stand for a number of a million digits.
    if number is None or not -12 <= cast("int", Decimal(number).as_tuple().exponent) <= 0:
        return None
    return Fraction(number)


def exact(value: object) -> Amount:
    """
    Return a number that is exact already; the converter of attrs fields.

    Raises CredrulesError for anything else, floats with a part after the point
    among them.

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
    Return None as it is and any other value as `exact` does.

    >>> exact_or_none(None), exact_or_none("18")
    (None, 18)
    """
    return None if value is None else exact(value)


def show(amount: Amount) -> str:
    """
    Return an amount as people write it: a decimal where there is a finite one, else a fraction.

    >>> show(18), show(Fraction(15, 2)), show(Fraction(10, 3))
    ('18', '7.5', '10/3')
    """
    if isinstance(amount, int):
        return str(amount)
    rest = amount.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(amount)
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"
