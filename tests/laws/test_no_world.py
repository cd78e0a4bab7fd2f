"""
Law 1: the library never touches the world.

Two looks: the source is read for what it imports and calls, and the running
library is watched by an audit hook.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys

import pytest

from tests.support.source import ROOT, Module, authored, imports, modules

# What the library may import. A name that is missing here is a decision, not a formality: does it
# open, read the clock, the locale, the environment, or keep state?
STANDARD = {
    "__future__", "abc", "array", "base64", "bisect", "calendar", "collections", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "difflib", "enum", "fractions", "functools", "graphlib", "hashlib", "heapq", "html",
    "importlib", "inspect", "ipaddress", "itertools", "json", "keyword", "math", "numbers", "operator", "re",
    "statistics", "string", "struct", "textwrap", "types", "typing", "unicodedata", "zlib",
}  # fmt: skip
THIRD_PARTY = {"attr", "attrs", "cattrs", "dateutil"}
# What only one module may use, and why: the law that a report survives pickling pickles it.
AT_HOME = {"pickle": ("credrules.testing.laws",)}
# Extras: only the modules that are asked for by name may import them.
EXTRAS = {"hypothesis": ("credrules.testing",), "narwhals": ("credrules.frames", "credrules.testing._calls.frames")}

FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "compile", "breakpoint", "__import__", "globals", "exit"}
# Methods that read the clock, the zone or the locale of the machine.
FORBIDDEN_ATTRIBUTES = {"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "astimezone", "environ"}
LOCALE_DIRECTIVES = ("%a", "%A", "%b", "%B", "%c", "%x", "%X", "%p")


def _outside(module: Module) -> set[str]:
    found = set()
    for name in imports(module):
        top = name.partition(".")[0]
        homes = (EXTRAS | AT_HOME).get(top, ())
        at_home = any(module.name == home or module.name.startswith(home + ".") for home in homes)
        if top != "credrules" and top not in STANDARD | THIRD_PARTY and not at_home:
            found.add(name)
    return found


def _forbidden(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            found.append(f"{node.func.id}() in line {node.lineno}")
        elif isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_ATTRIBUTES:
            found.append(f".{node.attr} in line {node.lineno}")
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            found.append(f"{type(node).__name__.lower()} in line {node.lineno}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("%"):
            found += [f"{part} in line {node.lineno}" for part in LOCALE_DIRECTIVES if part in node.value]
    return found


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_imports_only_what_cannot_touch_the_world(module: Module) -> None:
    """
    A module imports the library, the three run-time dependencies and harmless parts of the standard library.
    """
    assert set() == _outside(module)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_calls_nothing_that_touches_the_world(module: Module) -> None:
    """
    No file, console, clock, zone, locale, environment or global statement.
    """
    assert [] == _forbidden(module.tree)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import datetime\nx = datetime.date.today()", [".today in line 2"]),
        ("def f():\n    print(1)", ["print() in line 2"]),
        ("def f():\n    global x\n    x = 1", ["global in line 2"]),
        ("y = f'{d:%p}'", ["%p in line 1"]),
        ("z = open('a').read()", ["open() in line 1"]),
        ("a = 'open(b)'  # date.today()", []),
    ],
)
def test_the_scan_sees(source: str, expected: list[str]) -> None:
    """
    The scan finds what it must find and is not taken in by texts and comments.
    """
    assert expected == _forbidden(ast.parse(source))


def _mutable(node: ast.expr) -> bool:
    plain = isinstance(node, (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp))
    made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"dict", "list", "set"}
    return plain or made


def _module_level_mutables(module: Module) -> set[str]:
    names = set()
    for node in module.tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None and _mutable(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names - {"__all__"}


MUTATORS = {"append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "clear", "remove", "discard"}


@pytest.mark.parametrize("module", authored(), ids=lambda module: module.name)
def test_module_level_tables_are_never_written(module: Module) -> None:
    """
    No mutable global state: a dict, list or set at module level is a table that no code changes.
    """
    tables = _module_level_mutables(module)
    writes = []
    for function in ast.walk(module.tree):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        for node in ast.walk(function):
            store = isinstance(node, ast.Subscript) and isinstance(node.ctx, (ast.Store, ast.Del))
            call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS
            owner = node.value if store else node.func.value if call else None  # type: ignore[attr-defined]  # as seen
            if isinstance(owner, ast.Name) and owner.id in tables:
                writes.append(f"{owner.id} in line {node.lineno}")  # type: ignore[attr-defined]  # as seen

    assert [] == writes


def test_running_library_is_silent() -> None:
    """
    Under an audit hook every catalogue example and a host of odd objects run without a single event of the world.

    The first round may load modules; it may not write, connect or start
    anything. The second round may not even open a file.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": os.pathsep.join([str(ROOT)])}
    done = subprocess.run(  # our own interpreter with our own script
        [sys.executable, "-W", "error", "-m", "tests.support.audit_probe"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "" == done.stderr
    answer = json.loads(done.stdout)

    assert {"first": [], "second": []} == answer["events"]
    assert answer["calls"] > 0
