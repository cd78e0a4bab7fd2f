"""
A leaf for numbers that carry their unit of measure in the cell.

Forms and rosters write 35岁, 6学时, 3天. The declaration of a cell lists the units
allowed; a number with another unit is refused, not converted.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final

from attrs import frozen

from credrules.leaves import Answer, Leaf, NumberLeaf
from credrules.values import exact_text

__all__ = ["MeasureLeaf"]
__dir__ = __all__.copy

_LONGEST: Final = 100


@frozen
class MeasureLeaf(Leaf):
    """
    A number that may carry its unit: ``35岁``, ``2023年度``.

    >>> from decimal import Decimal
    >>> age = MeasureLeaf(NumberLeaf(Decimal(0), Decimal(130)), ("周岁", "岁"))
    >>> age.check("35岁").value, age.check("35天").ok
    (35, False)
    """

    number: NumberLeaf
    units: tuple[str, ...]
    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Remove the unit and read the rest as a number.
        """
        written = exact_text(value)
        bare = value
        if written is not None and len(written) <= _LONGEST:
            stripped = written.strip()
            unit = next((unit for unit in self.units if stripped.endswith(unit)), "")
            bare = stripped.removesuffix(unit).rstrip() if unit else written
        return self.number.read(bare, on)

    def dump(self, value: Any) -> object:  # noqa: ANN401  # int or Decimal, as the number leaf gives it
        """
        Return the number as its leaf dumps it.
        """
        return self.number.dump(value)

    def schema(self) -> dict[str, Any]:
        """
        Return the number's schema.
        """
        return self.number.schema()
