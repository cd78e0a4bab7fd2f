"""
What it means that a carrier of a requirement is disabled, defined once for every kind of carrier.

| kind | disabled |
|---|---|
| rule | its finding loses code and severity: nobody can tell that it was found |
| field | its cell is not read: the record has nothing there |
| table | it has no entry |
| machine | it has no transition (of the event, where one is named) |
| switch | setting it changes nothing |
| api | whoever calls, reads or makes it gets an exception; on a value of a class, its attributes |
| test | cannot be disabled: it is itself the case |

Caches of pure functions are emptied before and after, as they would answer from memory.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import sys
from collections.abc import Callable, Generator
from typing import Any, NoReturn

from credrules import codes, keys
from credrules.codes import CodeTable
from credrules.codes.content import Content
from credrules.engine import reading
from credrules.engine.profile import Profile
from credrules.findings import Finding
from credrules.values import Severity
from tools.documents.requirements import attribute

__all__ = ["DISABLERS", "DisabledError", "disabled"]

GONE = "DISABLED.RULE"


class DisabledError(Exception):
    """
    Something disabled was used.
    """


@functools.cache
def _caches() -> tuple[Any, ...]:
    kind = type(functools.lru_cache(maxsize=1)(len))
    return tuple(item for item in gc.get_objects() if type(item) is kind and _is_ours(item))


# What only decodes generated data, or builds plans, remembers nothing that a carrier changes.
_KEPT = frozenset(
    f"credrules.{name}"
    for name in ("codes.content", "codes.divisions", "codes.pinyin", "catalogue", "fields", "engine.system")
)


def _is_ours(wrapper: Any) -> bool:  # noqa: ANN401  # any cached function
    module = str(getattr(wrapper, "__module__", ""))
    return module.startswith("credrules") and module not in _KEPT


def forget() -> None:
    """
    Empty the caches of the library's pure functions.
    """
    for cache in _caches():
        cache.cache_clear()


@contextlib.contextmanager
def _replaced(owner: object, name: str, value: object) -> Generator[None, None, None]:
    before = vars(owner)[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextlib.contextmanager
def _rule(name: str) -> Generator[None, None, None]:
    made = Finding.__init__

    def without(self: Finding, code: str, severity: Severity, *rest: Any, **named: Any) -> None:  # noqa: ANN401  # a finding's parts
        gone = code == name
        made(self, GONE if gone else code, Severity.INFO if gone else severity, *rest, **named)

    with _replaced(Finding, "__init__", without):
        yield


@contextlib.contextmanager
def _field(name: str) -> Generator[None, None, None]:
    home, record_name, attribute_name = name.split(".")
    record = attribute(f"credrules.systems.{home}.records.{record_name}")
    read = keys.keyed_of

    def without(kind: type, data: object) -> keys.Keyed:
        keyed = read(kind, data)
        if kind is record:
            keyed.found.pop(attribute_name, None)
        return keyed

    with _replaced(reading, "keyed_of", without):
        yield


@contextlib.contextmanager
def _table(name: str) -> Generator[None, None, None]:
    whole = getattr(codes, name)
    empty = Content(whole.about, ())
    content, everything = vars(CodeTable)["content"], vars(CodeTable)["whole"]

    def instead(before: property) -> property:
        return property(lambda table: empty if table.name == whole.name else before.fget(table))  # type: ignore[misc]  # it has a getter

    with _replaced(CodeTable, "content", instead(content)), _replaced(CodeTable, "whole", instead(everything)):
        yield


@contextlib.contextmanager
def _machine(name: str) -> Generator[None, None, None]:
    path, _, event = name.partition("/")
    home, _, key = path.partition(".")
    machine = attribute(f"credrules.systems.{home}.workflow.{key}")
    before = machine.transitions
    object.__setattr__(machine, "transitions", tuple(row for row in before if event and row.event != event))
    try:
        yield
    finally:
        object.__setattr__(machine, "transitions", before)


@contextlib.contextmanager
def _switch(name: str) -> Generator[None, None, None]:
    home, _, key = name.partition(".")
    own = type(attribute(f"credrules.systems.{home}.PROFILE"))
    switch = Profile.switch

    def without(self: Profile, **readings: Any) -> Profile:  # noqa: ANN401  # each switch has its own type
        if isinstance(self, own):
            readings.pop(key, None)
        return switch(self, **readings)

    with _replaced(Profile, "switch", without):
        yield


def _refuse(*_: object, **__: object) -> NoReturn:
    raise DisabledError


# A class of which nothing can be asked: not called, read, walked, compared.
_ASKED = ("__getattribute__", "__call__", "__iter__", "__len__", "__getitem__", "__contains__", "__eq__", "__hash__",
          "__instancecheck__")  # fmt: skip
_GONE: Any = type("Refusing", (type,), dict.fromkeys(_ASKED, _refuse))("Gone", (), {})


@contextlib.contextmanager
def _api(name: str) -> Generator[None, None, None]:
    found, gone = attribute(name), _GONE
    owner_name, _, last = name.rpartition(".")
    owner = attribute(owner_name)
    with contextlib.ExitStack() as stack:
        if isinstance(owner, type):
            stack.enter_context(_replaced(owner, last, _refuse))
        else:
            for place, key in _places(found):
                place[key] = gone
                stack.callback(place.__setitem__, key, found)
        yield


def _places(found: object) -> list[tuple[dict[str, Any], str]]:
    # Every module that imported it by name, the tests too.
    spaces = [
        vars(module)
        for key, module in list(sys.modules.items())
        if key.partition(".")[0] in {"credrules", "tests"} and isinstance(module, type(sys))
    ]
    return [(space, key) for space in spaces for key, value in list(space.items()) if value is found]


DISABLERS: dict[str, Callable[[str], contextlib.AbstractContextManager[None]]] = {
    "rule": _rule,
    "field": _field,
    "table": _table,
    "machine": _machine,
    "switch": _switch,
    "api": _api,
}


@contextlib.contextmanager
def disabled(kind: str, name: str) -> Generator[None, None, None]:
    """
    Disable one carrier for as long as the block runs.
    """
    with DISABLERS[kind](name):
        forget()
        try:
            yield
        finally:
            forget()
