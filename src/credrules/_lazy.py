"""
Modules that are imported when somebody first asks for them.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from types import ModuleType


def loader(package: str, names: Iterable[str]) -> Callable[[str], ModuleType]:
    """
    Return a module's ``__getattr__`` that imports the modules `names` of `package` on first use.

    >>> loader("credrules", ["text"])("text").__name__
    'credrules.text'
    """
    known = frozenset(names)

    def __getattr__(name: str) -> ModuleType:  # noqa: N807  # it becomes the module's own
        if name in known:
            return importlib.import_module(f"{package}.{name}")
        message = f"module {package!r} has no attribute {name!r}"
        raise AttributeError(message)

    return __getattr__
