"""
The face of the package: exact, and light to import.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import credrules
from tests.support.faces import VERBS, identifiers
from tests.support.interface import is_open, read
from tests.support.source import PACKAGE, ROOT

IDENTIFIERS = {"citizen_id", "uscc", "org_code", "mobile", "landline", "email", "certificate_number", "person_name"}
# What `import credrules` must not pull in.
HEAVY = {
    "hypothesis", "narwhals", "pandas", "polars", "pyarrow", "numpy", "openpyxl", "rich", "pytest", "cattrs",
    "asyncio", "socket", "subprocess", "sqlite3", "xml", "multiprocessing", "logging",
}  # fmt: skip


def _files(home: Path) -> set[Path]:
    found = {path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    return {path.relative_to(home) for path in found}


def test_face_is_exact() -> None:
    """
    Every public name is in __all__, and completion shows nothing else.
    """
    assert set(credrules.__all__) == {name for name in dir(credrules) if not name.startswith("_")}
    assert sorted(credrules.__all__) == list(credrules.__all__)
    assert "__version__" in dir(credrules)


def test_face_is_the_promised_one() -> None:
    """
    The face has what docs/api.md promises of `credrules`: its names, and the built packages one dot below it.
    """
    promises, not_yet = read()
    top = {item.name for item in promises if item.module == "credrules" and item.name and "." not in item.name}
    below = {item.module for item in promises if item.module.count(".") == 1 and not is_open(item, not_yet)}

    assert {*credrules.__all__, "__version__"} == top | {name.removeprefix("credrules.") for name in below}


def test_packages_come_when_asked_for() -> None:
    """
    After `import credrules` alone, each package of the face is there as an attribute.
    """
    packages = [name for name in credrules.__all__ if name.islower()]
    wanted = {f"credrules.{name}" for name in packages}

    assert wanted <= _modules_after(f"import credrules\nfor name in {packages}: getattr(credrules, name)")
    assert [] == sorted(name for name in packages if getattr(credrules, name).__name__ != f"credrules.{name}")


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """
    A misspelt package is missing as any attribute is.
    """
    with pytest.raises(AttributeError, match="module 'credrules' has no attribute 'code'"):
        getattr(credrules, "code")  # noqa: B009  # type checkers know that it is missing


def test_version_is_the_distribution_s() -> None:
    """
    `credrules.__version__` is the version of the installed distribution.
    """
    assert importlib.metadata.version("credrules") == credrules.__version__


def test_package_is_typed() -> None:
    """
    The distribution carries py.typed.
    """
    assert (Path(credrules.__file__).parent / "py.typed").is_file()


@pytest.mark.skipif("CREDRULES_INSTALLED" not in os.environ, reason="the tree itself is under test, not the wheel")
def test_the_wheel_is_under_test() -> None:
    """
    Under `make test` the package comes from site-packages and holds exactly the tree's files.
    """
    home = Path(credrules.__file__).parent
    kept, installed = _files(PACKAGE), _files(home)

    assert Path(sysconfig.get_path("purelib")) == home.parent
    assert kept == installed
    assert [] == [str(name) for name in sorted(kept) if (PACKAGE / name).read_bytes() != (home / name).read_bytes()]


def _modules_after(statement: str) -> set[str]:
    new = "json.dumps(sorted(set(sys.modules) - old))"
    script = f"import json, sys\nold = set(sys.modules)\n{statement}\nprint({new})"
    done = subprocess.run(  # noqa: S603  # our own interpreter with our own script
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return set(json.loads(done.stdout))


def test_importing_the_face_is_light() -> None:
    """
    `import credrules` loads no test tool, no frame library, no table and no catalogue row.
    """
    loaded = _modules_after("import credrules")
    tables = {name for name in loaded if name.startswith("credrules.codes._data.")}
    rows = {name for name in loaded if name.startswith("credrules._catalogue.")}

    assert set() == {name.partition(".")[0] for name in loaded} & HEAVY
    assert set() == tables
    assert set() == rows


@pytest.mark.parametrize("name", ["credrules.identifiers.citizen_id", "credrules.codes", "credrules.dates"])
def test_leaves_load_no_test_tool(name: str) -> None:
    """
    A part of the library alone loads neither Hypothesis nor a frame library.
    """
    loaded = {item.partition(".")[0] for item in _modules_after(f"import {name}")}

    assert set() == loaded & {"hypothesis", "narwhals", "pandas", "polars", "pyarrow", "numpy", "openpyxl", "rich"}


def test_rosters_load_eligibility_when_it_is_asked_for() -> None:
    """
    The calculator of eligibility is loaded with the first row whose profile names a target, not with rosters.
    """
    lines = (
        "import datetime as dt",
        "from credrules import rosters",
        "rosters.check_row({'姓名': '张三'}, on=dt.date.max)",
    )

    assert not {name for name in _modules_after("\n".join(lines)) if name.startswith("credrules.eligibility")}


def test_identifiers_have_the_same_verbs() -> None:
    """
    Every identifier module offers the six verbs.
    """
    lacking = {
        name: missing
        for name, module in identifiers().items()
        if (missing := [verb for verb in VERBS if not callable(getattr(module, verb, None))])
    }

    assert {} == lacking
    assert IDENTIFIERS <= set(identifiers())
