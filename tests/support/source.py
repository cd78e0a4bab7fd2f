"""
The library's source as data: modules, their trees, who imports whom.
"""

from __future__ import annotations

import ast
import functools
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "credrules"

# Modules that a generator writes from data/; their form is the generator's.
GENERATED = (
    "credrules._catalogue",
    "credrules.codes._data",
    "credrules.eligibility._data",
    "credrules.hours._data",
    "credrules.codes._tables",
    "credrules.codes._relations",
    "credrules.codes._pinyin",
    "credrules.rosters._words",
)


@frozen
class Module:
    """
    One source file: dotted name, path, text and syntax tree.
    """

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def generated(self) -> bool:
        """
        Whether a generator wrote it.
        """
        return any(self.name == part or self.name.startswith(part + ".") for part in GENERATED)

    @property
    def package(self) -> str:
        """
        What a relative import starts from.
        """
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def modules() -> tuple[Module, ...]:
    """
    Return every module of the library, sorted by name.
    """
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        found.append(Module(_name(path), path, text, ast.parse(text, str(path))))
    return tuple(sorted(found, key=lambda module: module.name))


def authored() -> tuple[Module, ...]:
    """
    Return the modules that people write.
    """
    return tuple(module for module in modules() if not module.generated)


def imports(module: Module) -> set[str]:
    """
    Return the dotted names a module imports anywhere, at its top or inside a function.

    ``from credrules import text`` counts as ``credrules.text`` where that is a
    module, else as ``credrules``.
    """
    known = {item.name for item in modules()}
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                head = module.package.split(".")
                base = ".".join([*head[: len(head) - node.level + 1], *([base] if base else [])])
            for alias in node.names:
                deeper = f"{base}.{alias.name}"
                found.add(deeper if deeper in known else base)
    return found
