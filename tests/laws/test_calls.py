"""
Nothing promised is left out of the calls that are tried with everything, and no call lets an error of its own escape.
"""

from __future__ import annotations

import inspect
import zlib
from collections.abc import Iterator

import pytest

from credrules.findings import CredrulesError
from tests.support import calls, entrances, faces, hostile, interface

CALLS = calls.calls()
# So many of the odd things go through each call, others through another; a campaign sends all of them.
SAMPLE = 12


def _functions() -> Iterator[str]:
    for promise in interface.read()[0]:
        has_parameters = promise.signature.strip("()") not in {"", "...", "*, history=False"}
        if promise.kind in {"function", "method"} and has_parameters and not promise.path.startswith(_TESTING):
            yield promise.path.removeprefix("credrules.")


_TESTING = "credrules.testing"


@pytest.mark.parametrize("path", sorted(set(_functions())))
def test_every_promised_function_is_called(path: str) -> None:
    """
    For each function and method that docs/api.md promises there is a call of each of its parameters.
    """
    assert [name for name in CALLS if name.startswith(f"{path}(")]


def test_every_function_that_takes_objects_is_called_or_a_part() -> None:
    """
    A public function that takes any object is called with any object, unless it is a part of a check by name.
    """
    called = {getattr(call.function, "__func__", call.function) for call in CALLS.values()}
    left_out = {
        function
        for module in faces.public_modules()
        if not module.__name__.startswith(_TESTING)
        for name in getattr(module, "__all__", ())
        if inspect.isfunction(function := getattr(module, name))
        and calls.takes_objects(function)
        and function not in called
    }

    assert set() == left_out - calls.parts()


def test_no_part_is_named_for_nothing() -> None:
    """
    What is named as a part is a public function that takes objects.
    """
    assert set() == {name for name in calls.PARTS if not _exists(name)}


def _exists(path: str) -> bool:
    return any(function.__name__ == path.rpartition(".")[2] and calls.takes_objects(function) for function in _PARTS)


_PARTS = [function for function in calls.parts() if inspect.isfunction(function)]


def _sample(name: str) -> tuple[object, ...]:
    things = hostile.everything()
    first = zlib.crc32(name.encode())
    return tuple(things[(first + place * len(things) // SAMPLE) % len(things)] for place in range(SAMPLE))


@pytest.mark.parametrize("name", sorted(CALLS))
def test_no_error_escapes(name: str) -> None:
    """
    A check raises nothing; any other call a CredrulesError at most, and a KeyError for an unknown key.
    """
    for thing in _sample(name):
        if calls.fits(CALLS[name], thing):
            assert "" == calls.escape_of(CALLS[name], thing), type(thing)


def test_what_is_read_at_an_exit_can_be_read() -> None:
    """
    The exits of an answer are read, whatever it is: an answer that is an exception, a value, a list of texts.
    """
    seen = [[where for where, _ in entrances.exits(answer)] for answer in (CredrulesError(()), "x", ["x"], None)]

    assert [["exception"], ["text", "repr"], ["text", "repr"], []] == seen
