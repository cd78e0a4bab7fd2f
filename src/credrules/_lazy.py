"""
Modules and functions that are imported on first use.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping


def loader(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """
    Return a package's ``__getattr__`` that imports a name on first use.

    `homes` maps each name to the module below `package` that holds it; a name
    that is mapped to itself is a module.

    >>> loader("credrules", {"text": "text", "Severity": "values"})("Severity").__name__
    'Severity'
    """

    def __getattr__(name: str) -> object:  # noqa: N807  # it becomes the package's own
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        module = importlib.import_module(f"{package}.{home}")
        return module if home == name else getattr(module, name)

    return __getattr__
