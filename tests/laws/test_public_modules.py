"""
Completion on a public module shows its interface and nothing else.
"""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from tests.support.faces import public_modules

MODULES = [module for module in public_modules() if module.__name__ != "credrules.codes._tables"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_completion_shows_the_interface(module: ModuleType) -> None:
    """
    `dir` of a public module is what its `__all__` lists, and each name of it exists.
    """
    assert sorted(module.__all__) == dir(module)
    assert [] == [name for name in module.__all__ if not hasattr(module, name)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_interface_lists_what_the_module_defines(module: ModuleType) -> None:
    """
    No function or class of a module goes without a leading underscore and without a place in `__all__`.
    """
    own = {
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__
    }

    assert set() == own - set(module.__all__)


@pytest.mark.parametrize("name", ["identifiers.citizen_id", "systems.guangxi", "testing.laws"])
def test_packages_load_their_modules_when_asked(name: str) -> None:
    """
    A module of a package is there after `import` of the package alone.
    """
    package, _, module = name.partition(".")
    program = f"import credrules.{package}; print(credrules.{name}.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # fixed words

    assert f"credrules.{package}.{module}\n" == done.stdout


@pytest.mark.parametrize("name", ["identifiers", "systems", "testing"])
def test_unknown_modules_are_no_attributes(name: str) -> None:
    """
    A package that loads modules on demand refuses other names as any module does.
    """
    package = next(module for module in public_modules() if module.__name__ == f"credrules.{name}")

    with pytest.raises(AttributeError, match="nothing"):
        _ = package.nothing
