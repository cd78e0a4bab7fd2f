"""
The small values that everything builds on.
"""

from __future__ import annotations

import copy
import numbers
import pickle
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.values import (
    EMPTY,
    Confidence,
    Evidence,
    FrozenMap,
    Label,
    Severity,
    exact_int,
    exact_number,
    exact_text,
    frozen_map,
    is_missing,
)
from tests.support import hostile

ITEMS = st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=5)


@given(items=ITEMS)
def test_a_frozen_map_is_its_mapping(items: dict[str, int | str]) -> None:
    """
    A FrozenMap holds what it was given, in order, and equals any mapping of the same items.
    """
    frozen = FrozenMap(items)

    assert items == dict(frozen) == frozen
    assert list(items) == list(frozen)
    assert len(items) == len(frozen)
    assert [items[key] for key in items] == [frozen[key] for key in items]


@given(items=ITEMS)
def test_a_frozen_map_hashes_by_value(items: dict[str, int | str]) -> None:
    """
    Equal maps hash alike, whatever the order of their items.
    """
    turned = dict(reversed(items.items()))

    assert FrozenMap(items) == FrozenMap(turned)
    assert hash(FrozenMap(items)) == hash(FrozenMap(turned))


@given(items=ITEMS)
def test_a_frozen_map_travels(items: dict[str, int | str]) -> None:
    """
    Pickling and copying give an equal map.
    """
    frozen = FrozenMap(items)

    assert frozen == pickle.loads(pickle.dumps(frozen)) == copy.deepcopy(frozen) == copy.copy(frozen)


def test_a_frozen_map_keeps_no_door_open() -> None:
    """
    What the map was made from may change later without changing the map; the map itself cannot change.
    """
    items = {"a": 1}
    frozen = FrozenMap(items, b=2)
    items["a"] = 3

    assert {"a": 1, "b": 2} == frozen
    with pytest.raises(AttributeError):
        frozen._items = {}
    with pytest.raises(AttributeError):
        del frozen._items
    with pytest.raises(TypeError):
        frozen["a"] = 2  # type: ignore[index]  # the point of the test


def test_the_repr_of_a_frozen_map_masks() -> None:
    """
    An identifier inside a map is not shown whole.
    """
    assert "FrozenMap({'number': '450000********0014'})" == repr(FrozenMap(number="450000199307010014"))


def test_the_converter_keeps_what_is_frozen() -> None:
    """
    `frozen_map` freezes any mapping and returns a frozen one as it is.
    """
    frozen: FrozenMap[str, int] = FrozenMap(a=1)

    assert frozen is frozen_map(frozen)
    assert frozen == frozen_map({"a": 1})
    assert {} == EMPTY


def test_labels_have_both_languages() -> None:
    """
    A label is Chinese unless English is asked for.
    """
    label = Label("证书编号", "certificate number")

    assert ("证书编号", "证书编号", "certificate number") == (label.text(), label.text("zh"), label.text("en"))


def test_grades_are_read_from_data() -> None:
    """
    Severity, evidence and confidence are the words that authored data uses.
    """
    assert ["error", "warning", "info"] == [item.value for item in Severity]
    assert ["stated", "deduced", "assumed", "outside"] == [item.value for item in Evidence]
    assert ["high", "medium", "low"] == [item.value for item in Confidence]


class Whole(int):
    """
    A whole number that says it is another.
    """

    def __int__(self) -> int:
        return 7


class Broken(float):
    """
    A float that says it is another.
    """

    def __float__(self) -> float:
        return 7.0


class Counted:
    """
    A foreign whole number, as NumPy has them.
    """

    def __init__(self, value: object) -> None:
        self.value = value

    def __index__(self) -> int:
        if isinstance(self.value, Exception):
            raise self.value
        return self.value  # type: ignore[return-value]  # the point of the class


numbers.Integral.register(Counted)  # as NumPy registers its integers


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12, 12), (-3, -3), (10**400, 10**400), (12.0, 12), (12.5, None), (float("nan"), None), (float("inf"), None),
        (True, None), (False, None), (Decimal(12), 12), (Decimal("12.0"), 12), (Decimal("12.5"), None),
        (Decimal("NaN"), None), (Decimal("sNaN"), None), (Decimal("Infinity"), None), (Decimal("1E+999999"), None),
        (Decimal("1E+3"), 1000), (Fraction(12), None), (12 + 0j, None), ("12", None), (None, None), (b"12", None),
        (Whole(12), 12), (Broken(12.0), 12),
    ],
)  # fmt: skip
def test_whole_numbers_are_seen_by_their_type(value: object, expected: int | None) -> None:
    """
    A whole number of any number type is an int; truth values, texts and broken numbers are none, and no method lies.
    """
    found = exact_int(value)

    assert expected == found
    assert found is None or type(found) is int


@pytest.mark.parametrize(("value", "expected"), [(12, 12), ("x", None), (ValueError("x"), None), (True, None)])
def test_foreign_whole_numbers_are_asked_once(value: object, expected: int | None) -> None:
    """
    A number of another library tells its value; when it fails or lies, it is no number.
    """
    assert expected == exact_int(Counted(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.5, 1.5), (Broken(1.5), 1.5), (Decimal("1.50"), Decimal("1.50")), (float("inf"), None), (float("nan"), None),
        (Decimal("NaN"), None), (1, None), (True, None), ("1.5", None), (None, None),
    ],
)  # fmt: skip
def test_numbers_with_decimals_are_finite(value: object, expected: float | Decimal | None) -> None:
    """
    A finite float or Decimal is returned as it is, anything else is none.
    """
    assert expected == exact_number(value)


def test_texts_are_seen_by_their_type() -> None:
    """
    A text or a text of a subclass is a plain `str`; an object that pretends to be one is none.
    """
    found = exact_text(hostile.EndlessText("abc"))

    assert type(found) is str
    assert "abc" == found == exact_text("abc")
    assert [None, None, None] == [exact_text(item) for item in (hostile.ClassLiar(), b"abc", None)]


@given(value=st.floats() | st.decimals() | st.none() | st.text() | st.integers())
def test_missing_is_none_or_not_a_number(value: object) -> None:
    """
    Only None and the NaNs stand for an empty cell.
    """
    nan = (isinstance(value, float) and value != value) or (isinstance(value, Decimal) and value.is_nan())  # noqa: PLR0124  # the test for NaN

    assert is_missing(value) is (value is None or nan)


@pytest.mark.parametrize("name", ["NAType", "NaTType"])
def test_the_gaps_of_pandas_are_missing(name: str) -> None:
    """
    NA and NaT of pandas stand for an empty cell, seen by the names of their types.
    """
    assert is_missing(type(name, (), {})())


def test_liars_are_neither_numbers_nor_missing() -> None:
    """
    Objects whose every method raises are answered by their type.
    """
    answers = [(exact_int(item), exact_number(item), exact_text(item), is_missing(item)) for item in hostile.liars()]

    assert [199307, 199307] == [number for number, *_ in answers if number is not None]
    assert not any(missing for *_, missing in answers)
    assert all(isinstance(FrozenMap(a=item), Mapping) for item in hostile.liars())
