"""
The examples of the catalogue as calls: what a name in `Example.call` leads to.

An example is plain data, such as the cells that are laid over an invented
person; `call_of` returns the function of the library it is about with the
arguments that make it: the whole form, the day, the profile.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Callable
from typing import Any, Final

from credrules.catalogue import Example, thaw
from credrules.findings import CredrulesError, finding
from credrules.masking import shown_key
from credrules.testing._calls.call import Call, direct, findings_of
from credrules.values import FrozenMap

__all__ = ["Call", "call_of", "findings_of"]
__dir__ = __all__.copy

_AREAS: Final = (
    "base",
    "codes",
    "eligibility",
    "frames",
    "guangdong_learning",
    "guangdong_titles",
    "guangxi",
    "hours",
    "lianyungang",
    "rosters",
    "testing",
)


@functools.cache
def _makers() -> FrozenMap[str, Callable[..., Call]]:
    areas = (importlib.import_module(f"credrules.testing._calls.{area}") for area in _AREAS)
    return FrozenMap({name: maker for area in areas for name, maker in area.CALLS.items()})


def _maker(name: str) -> Callable[..., Call] | None:
    area, _, rest = name.partition(".")
    if name in _makers():
        return _makers()[name]
    if area == "identifiers" and rest:
        check = importlib.import_module(f"credrules.identifiers.{rest}").check
    elif area == "codes" and rest:
        check = getattr(importlib.import_module("credrules.codes"), rest).check
    else:
        return None
    return direct(check, "value")


def call_of(example: Example) -> Call:
    """
    Return the call that an example of the catalogue stands for.

    Raises CredrulesError for an example that names no known call.

    >>> from credrules.catalogue import RULES
    >>> made = call_of(RULES["GX.F.ID_MISMATCH"].fails[0])
    >>> made.name, "GX.F.ID_MISMATCH" in made.codes()
    ('credrules.systems.guangxi.check', True)
    """
    maker = _maker(example.call)
    if maker is None:
        raise CredrulesError([finding("TESTING.CALL", call=shown_key(example.call))])
    arguments: dict[str, Any] = {key: thaw(value) for key, value in example.arguments.items()}
    if isinstance(arguments.get("on"), str):
        arguments["on"] = dt.date.fromisoformat(arguments["on"])
    return maker(**arguments)
