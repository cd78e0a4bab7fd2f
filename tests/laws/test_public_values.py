"""
Every public value of every module pickles, deep-copies and cannot be changed.
"""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Hashable, Mapping
from types import BuiltinFunctionType, FunctionType, GenericAlias, MethodType, ModuleType, UnionType
from typing import Any, TypeVar, get_origin

import attrs
import pytest

from tests.support.faces import public_modules

# What is no value: code, and names for types.
NO_VALUES = (ModuleType, type, FunctionType, BuiltinFunctionType, MethodType, GenericAlias, UnionType, TypeVar)


def is_value(given: object) -> bool:
    """
    Whether a public name stands for a value rather than for code or a type.
    """
    cached = hasattr(given, "__wrapped__")
    return not isinstance(given, NO_VALUES) and get_origin(given) is None and not cached


VALUES = {
    f"{module.__name__}.{name}": value
    for module in public_modules()
    for name in module.__all__
    if is_value(value := getattr(module, name))
}


def mutable_parts(value: Any, seen: frozenset[int] = frozenset()) -> list[str]:  # noqa: ANN401  # any public value
    """
    Return the types of what can be changed in a value, its public fields and members included.
    """
    if id(value) in seen or value is None or isinstance(value, (str, int, bytes, re.Pattern)):
        return []
    seen |= {id(value)}
    if isinstance(value, (list, dict, set, bytearray)):
        return [type(value).__name__]
    inner: list[Any] = []
    if isinstance(value, (tuple, frozenset)):
        inner = list(value)
    elif isinstance(value, Mapping) and not attrs.has(type(value)):
        inner = [part for pair in value.items() for part in pair]
    elif attrs.has(type(value)):
        fields = attrs.fields(type(value))
        try:
            setattr(value, fields[0].name if fields else "anything", None)
        except (attrs.exceptions.FrozenInstanceError, AttributeError):
            inner = [getattr(value, item.name) for item in fields if not item.name.startswith("_")]
        else:
            return [type(value).__name__]
    return [found for part in inner for found in mutable_parts(part, seen)]


@pytest.mark.parametrize("name", VALUES)
def test_a_public_value_travels(name: str) -> None:
    """
    It comes back equal from a pickle and from a deep copy, with the same hash where it has one.
    """
    value = VALUES[name]
    again, copied = pickle.loads(pickle.dumps(value)), copy.deepcopy(value)

    assert value == again
    assert value == copied
    if isinstance(value, Hashable) and not isinstance(value, Mapping):
        assert hash(value) == hash(again) == hash(copied)


@pytest.mark.parametrize("name", VALUES)
def test_a_public_value_cannot_be_changed(name: str) -> None:
    """
    Neither it nor anything in it is a list, a dict, a set or an object with fields to set.
    """
    assert [] == mutable_parts(VALUES[name])


def test_what_can_be_changed_is_noticed() -> None:
    """
    A list inside a tuple, a dict inside a frozen object and an open class are found.
    """

    @attrs.define
    class Open:
        part: object = None

    @attrs.frozen
    class Shut:
        part: object = None

    assert ["list"] == mutable_parts(((1, []),))
    assert ["dict"] == mutable_parts(Shut({}))
    assert ["Open"] == mutable_parts(Shut(Open()))
    assert [] == mutable_parts(Shut(("a", Shut())))
